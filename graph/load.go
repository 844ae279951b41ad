package graph

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/entente-graph/entente"
)

// Summary says what a load or a forget did.
type Summary struct {
	Added, Changed, Unchanged, Forgotten int      // articles
	Reread                               int      // articles that others, or decisions, put in another light
	Unknown                              []string // ids to forget that the store doesn't hold
	Written, Deleted                     int      // nodes and relationships
}

// Add adds the figures of another batch.
func (s *Summary) Add(o Summary) {
	s.Added += o.Added
	s.Changed += o.Changed
	s.Unchanged += o.Unchanged
	s.Forgotten += o.Forgotten
	s.Reread += o.Reread
	s.Unknown = append(s.Unknown, o.Unknown...)
	s.Written += o.Written
	s.Deleted += o.Deleted
}

// count notes what a delta changes, but for what nobody sees.
func (s *Summary) count(d Delta) {
	for _, e := range d.Put {
		if e.Kind != Name && e.Kind != Alias {
			s.Written++
		}
	}
	for _, k := range d.Delete {
		if k.Kind != Name && k.Kind != Alias {
			s.Deleted++
		}
	}
}

// Batch is how many articles are best loaded in one transaction. Elements that many
// articles share, countries above all, are read and written once for each; beyond
// a thousand that saves little more, and takes memory in a Neo4j server.
const Batch = 1000

// Load brings records into the store, all of them in one transaction. An article
// that the store already holds is replaced; one that hasn't changed costs
// nothing; of records of the same article the last counts. A record that doesn't
// pass Check is an error, and nothing is loaded.
func Load(ctx context.Context, s Store, records []entente.Record) (Summary, error) {
	return newBatch(records).load(ctx, s)
}

// batch is a number of records, ready to be loaded.
type batch struct {
	changes []change
	err     error // of a record that can't be encoded
}

func newBatch(records []entente.Record) batch {
	list, err := encodeAll(records)
	return batch{list, err}
}

// encoded makes batches of records.
func encoded(batches iter.Seq[[]entente.Record]) iter.Seq[batch] {
	return func(yield func(batch) bool) {
		for records := range batches {
			if !yield(newBatch(records)) {
				return
			}
		}
	}
}

func (b batch) load(ctx context.Context, s Store) (Summary, error) {
	if b.err != nil {
		return Summary{}, fmt.Errorf("load: %w", b.err)
	}
	sum, err := apply(ctx, s, &request{changes: changes(b.changes)})
	if err != nil {
		return Summary{}, fmt.Errorf("load %d articles: %w", len(b.changes), err)
	}
	return sum, nil
}

// encodeAll makes changes of records, on all cores: for articles that are there, that is
// what takes the time.
func encodeAll(records []entente.Record) ([]change, error) {
	const part = 100
	list, errs := make([]change, len(records)), make([]error, len(records))
	var wait sync.WaitGroup
	for first := 0; first < len(records); first += part {
		wait.Go(func() {
			for i := first; i < min(first+part, len(records)); i++ {
				c := change{id: records[i].Article.ID, record: &records[i]}
				c.encoded, errs[i] = encodeRecord(records[i])
				c.digest = recordDigest(c.encoded)
				list[i] = c
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return list, nil
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
// loaded or forgotten later are read under them, too.
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
func Decisions(ctx context.Context, s Source) ([]Decision, error) {
	held, err := s.Read(ctx, Keys{})
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	d, err := decodeDecisions(held.Decisions)
	return d.list, err
}
