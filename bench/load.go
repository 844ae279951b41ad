package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
)

// target is a kind of store to be measured.
type target interface {
	name() string
	// empty gives a store with nothing in it, in place of the one that it gave before.
	empty(context.Context) (graph.Store, error)
	// bound writes the store's elements into an empty one as fast as can be, each batch
	// in a transaction, and gives how many there were and the time that it took. Keys
	// that the store doesn't hold, or that come again, are passed over. The store is lost.
	bound(ctx context.Context, batches [][]graph.Key) (int, time.Duration, error)
	close() error
}

// measure prints what loading the records and asking for them takes.
func measure(ctx context.Context, out io.Writer, t target, records []entente.Record) error {
	s, err := t.empty(ctx)
	if err != nil {
		return err
	}
	defer t.close()
	first, err := load(ctx, s, records)
	if err != nil {
		return err
	}
	again, err := load(ctx, s, records)
	if err != nil {
		return err
	}
	if err := ask(ctx, out, t.name(), s, records[len(records)/2].Article.ID); err != nil {
		return err
	}
	counts, err := graph.Stats(ctx, s)
	if err != nil {
		return err
	}
	items := 0
	for _, c := range counts {
		items += c.Count
	}
	w, err := writing(ctx, t, records)
	if err != nil {
		return err
	}
	n, bound, err := t.bound(ctx, w.batches)
	if err != nil {
		return err
	}
	load, write, most := rate(items, first), rate(w.elements, w.took), rate(n, bound)
	fmt.Fprintf(out, "%s, %d articles\t%d nodes and relationships\n", t.name(), len(records), items)
	fmt.Fprintf(out, "%s, load\t%.0f items/s\n", t.name(), load)
	fmt.Fprintf(out, "%s, writing alone\t%.0f items/s\n", t.name(), write)
	fmt.Fprintf(out, "%s, bound\t%.0f items/s\n", t.name(), most)
	fmt.Fprintf(out, "%s, writing to bound\t%.2f\n", t.name(), write/most)
	fmt.Fprintf(out, "%s, load to bound\t%.2f\n", t.name(), load/most)
	fmt.Fprintf(out, "%s, load of what is there\t%.0f times faster\n", t.name(), first.Seconds()/again.Seconds())
	return nil
}

func rate(items int, took time.Duration) float64 { return float64(items) / took.Seconds() }

// writer is a store that notes what is written into it, and the time that takes.
type writer struct {
	graph.Store
	elements int
	took     time.Duration
	batches  [][]graph.Key // what was new
}

func (w *writer) Apply(ctx context.Context, d graph.Delta) error {
	start := time.Now()
	err := w.Store.Apply(ctx, d)
	w.took += time.Since(start)
	w.elements += len(d.Put) + len(d.Delete)
	var batch []graph.Key
	for _, e := range d.Put {
		if e.New {
			batch = append(batch, e.Key)
		}
	}
	w.batches = append(w.batches, batch)
	return err
}

// writing loads the records once more, with nothing else going on while a batch is written.
func writing(ctx context.Context, t target, records []entente.Record) (*writer, error) {
	empty, err := t.empty(ctx)
	if err != nil {
		return nil, err
	}
	w := &writer{Store: empty}
	for batch := range slices.Chunk(records, graph.Batch) {
		if _, err := graph.Load(ctx, w, batch); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func load(ctx context.Context, s graph.Store, records []entente.Record) (time.Duration, error) {
	start := time.Now()
	err := graph.LoadAll(ctx, s, slices.Chunk(records, graph.Batch), func(graph.Summary) {})
	return time.Since(start), err
}
