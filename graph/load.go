package graph

import (
	"context"
	"errors"
	"fmt"

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
		list = append(list, change{r.Article.ID, &records[i]})
	}
	sum, err := apply(ctx, s, changes(list))
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
	sum, err := apply(ctx, s, changes(list))
	if err != nil {
		return Summary{}, fmt.Errorf("forget %d articles: %w", len(ids), err)
	}
	return sum, nil
}

// apply plans and applies, again and again while another writer is faster. Each
// time that happens the other one has got somewhere, so it comes to an end.
func apply(ctx context.Context, s Store, list []change) (Summary, error) {
	for {
		sum, err := applyOnce(ctx, s, list)
		if !errors.Is(err, ErrConflict) {
			return sum, err
		}
	}
}

func applyOnce(ctx context.Context, s Store, list []change) (Summary, error) {
	ids := make([]string, len(list))
	for i, c := range list {
		ids[i] = c.id
	}
	held, err := s.Read(ctx, Keys{Articles: ids})
	if err != nil {
		return Summary{}, err
	}
	var p planner
	keys, err := p.begin(list, held.Articles)
	if err != nil || len(p.changes) == 0 {
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
