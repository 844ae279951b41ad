package graph

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// request is what is to be made of a store: articles changed, decisions replaced.
type request struct {
	changes   []change
	decisions *decisions // nil to leave them as they are
}

// apply plans and applies, again and again while another writer is faster. Each
// time that happens the other one has got somewhere, so it comes to an end.
func apply(ctx context.Context, s Store, r *request) (Summary, error) {
	for {
		sum, err := r.applyOnce(ctx, s)
		if !errors.Is(err, ErrConflict) {
			return sum, err
		}
	}
}

func (r *request) applyOnce(ctx context.Context, s Store) (Summary, error) {
	held, err := readArticles(ctx, s, r.changes)
	if err != nil {
		return Summary{}, err
	}
	var p planner
	if p.was, err = decodeDecisions(held.Decisions); err != nil {
		return Summary{}, err
	}
	list := r.changes
	p.is = p.was
	if r.decisions != nil && r.decisions.encode() != held.Decisions {
		p.is = *r.decisions
		if list, err = reread(ctx, s, p.was, p.is); err != nil {
			return Summary{}, err
		}
	}
	if err := readDecided(ctx, s, &held, p.was, p.is, list); err != nil {
		return Summary{}, err
	}
	if list, err = p.readNames(ctx, s, &held, list); err != nil {
		return Summary{}, err
	}
	if err := p.begin(list, held.Articles); err != nil || len(p.changes) == 0 && p.was.encode() == p.is.encode() {
		return p.summary, err
	}
	if err := p.readTopics(ctx, s, &held); err != nil {
		return Summary{}, err
	}
	keys := p.keys()
	state, err := s.Read(ctx, keys)
	if err != nil {
		return Summary{}, err
	}
	if state.Version != held.Version {
		return Summary{}, ErrConflict
	}
	d, err := p.finish(keys, state)
	if err != nil {
		return Summary{}, err
	}
	if err := s.Apply(ctx, d); err != nil {
		return Summary{}, err
	}
	p.summary.count(d)
	return p.summary, nil
}

// readArticles reads the records of the articles to be changed. New ones must pass Check,
// which those that the store holds have done.
func readArticles(ctx context.Context, s Store, list []change) (State, error) {
	keys := Keys{Digests: map[string]string{}}
	for _, c := range list {
		keys.Articles = append(keys.Articles, c.id)
		if c.record != nil {
			keys.Digests[c.id] = c.digest
		}
	}
	held, err := s.Read(ctx, keys)
	if err != nil {
		return State{}, err
	}
	for _, c := range list {
		if record, known := held.Articles[c.id]; known && record == "" {
			held.Articles[c.id] = c.encoded
		} else if c.record != nil {
			if err := Check(*c.record); err != nil {
				return State{}, err
			}
		}
	}
	return held, nil
}

// reread lists the articles of the store that one or the other decisions bear on.
func reread(ctx context.Context, s Store, was, is decisions) ([]change, error) {
	var list []change
	ids, err := withBare(ctx, s, difference(was, is))
	if err != nil {
		return nil, err
	}
	bearing := make([]string, len(ids))
	for i, id := range ids {
		bearing[i] = quote(id)
	}
	err = s.Scan(ctx, []string{Article}, func(e Element) error {
		record, _ := e.Props["_record"].(string)
		if !slices.ContainsFunc(bearing, func(id string) bool { return strings.Contains(record, id) }) {
			return nil
		}
		text, _ := e.Props["text"].(string)
		r, err := decodeRecord(record, text)
		if err != nil {
			return fmt.Errorf("article %s: %w", e.ID, err)
		}
		list = append(list, change{id: e.ID, record: &r, encoded: record, reread: true})
		return nil
	})
	return list, err
}

// readDecided adds the records of the articles that decisions on events name, and
// of those to be read anew, to what is held. One state of the store must have them all.
func readDecided(ctx context.Context, s Store, held *State, was, is decisions, list []change) error {
	ids := slices.Concat(was.articles(), is.articles())
	for _, c := range list {
		ids = append(ids, c.id)
	}
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id string) bool {
		_, known := held.Articles[id]
		return known
	})
	if len(was.events)+len(is.events) == 0 && !slices.ContainsFunc(list, func(c change) bool { return c.reread }) {
		return nil
	}
	more, err := s.Read(ctx, Keys{Articles: ids})
	if err != nil {
		return err
	}
	if more.Version != held.Version {
		return ErrConflict
	}
	maps.Copy(held.Articles, more.Articles)
	return nil
}
