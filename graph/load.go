package graph

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// Summary says what a load or a forget did.
type Summary struct {
	Added, Changed, Unchanged, Forgotten int      // articles
	Unknown                              []string // ids to forget that the store doesn't hold
	Written, Deleted                     int      // nodes and relationships
}

// Add adds the figures of another batch.
func (s *Summary) Add(o Summary) {
	s.Added += o.Added
	s.Changed += o.Changed
	s.Unchanged += o.Unchanged
	s.Forgotten += o.Forgotten
	s.Unknown = append(s.Unknown, o.Unknown...)
	s.Written += o.Written
	s.Deleted += o.Deleted
}

// Load brings records into the store, all of them in one transaction. An article
// that the store already holds is replaced; one that hasn't changed costs
// nothing; of records of the same article the last counts. A record that doesn't
// pass Check is an error, and nothing is loaded.
func Load(ctx context.Context, s Store, records []entente.Record) (Summary, error) {
	var list []change
	for i, r := range records {
		if err := Check(r); err != nil {
			return Summary{}, fmt.Errorf("load: %w", err)
		}
		list = append(list, change{id: r.Article.ID, record: &records[i]})
	}
	sum, err := apply(ctx, s, &request{changes: changes(list)})
	if err != nil {
		return Summary{}, fmt.Errorf("load %d articles: %w", len(records), err)
	}
	return sum, nil
}

// Forget takes articles out of the store, all of them in one transaction, and
// leaves the graph that the other articles give.
func Forget(ctx context.Context, s Store, ids []string) (Summary, error) {
	var list []change
	for _, id := range ids {
		list = append(list, change{id: id})
	}
	sum, err := apply(ctx, s, &request{changes: changes(list)})
	if err != nil {
		return Summary{}, fmt.Errorf("forget %d articles: %w", len(ids), err)
	}
	return sum, nil
}

// Decide makes decisions those of the store, in place of all it had before, and
// the graph what its articles come to under them, in one transaction. It reads
// every article's record to find those that the difference bears on. Articles
// loaded or forgotten later are read under them, too. Changed counts articles
// that were read anew.
func Decide(ctx context.Context, s Store, list []Decision) (Summary, error) {
	if err := CheckDecisions(list); err != nil {
		return Summary{}, fmt.Errorf("decide: %w", err)
	}
	is := compile(list)
	sum, err := apply(ctx, s, &request{decisions: &is})
	if err != nil {
		return Summary{}, fmt.Errorf("decide: %w", err)
	}
	return sum, nil
}

// Decisions gives those of the store.
func Decisions(ctx context.Context, s Store) ([]Decision, error) {
	held, err := s.Read(ctx, Keys{})
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	d, err := decodeDecisions(held.Decisions)
	return d.list, err
}

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
	var ids []string
	for _, c := range r.changes {
		ids = append(ids, c.id)
	}
	held, err := s.Read(ctx, Keys{Articles: ids})
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
	keys, err := p.begin(list, held.Articles)
	if err != nil || len(p.changes) == 0 && p.was.encode() == p.is.encode() {
		return p.summary, err
	}
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
	p.summary.Written, p.summary.Deleted = len(d.Put), len(d.Delete)
	return p.summary, nil
}

// reread lists the articles of the store that one or the other decisions bear on.
func reread(ctx context.Context, s Store, was, is decisions) ([]change, error) {
	var list []change
	bearing := difference(was, is)
	err := s.Scan(ctx, []string{Article}, func(e Element) error {
		record, _ := e.Props["_record"].(string)
		if !slices.ContainsFunc(bearing, func(id string) bool { return strings.Contains(record, id) }) {
			return nil
		}
		text, _ := e.Props["text"].(string)
		r, err := decodeRecord(record, text)
		if err != nil {
			return fmt.Errorf("article %s: %w", e.ID, err)
		}
		list = append(list, change{id: e.ID, record: &r, reread: true})
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
