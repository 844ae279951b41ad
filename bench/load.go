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

// target is a store to be measured.
type target struct {
	name  string
	store graph.Store
	// bound writes all elements of the store into another, empty one as fast as can
	// be, so many in a transaction, and gives the time that it took.
	bound func(ctx context.Context, size int) (time.Duration, error)
	close func() error
}

// measure prints what loading the records and asking for them takes.
func measure(ctx context.Context, out io.Writer, s *target, records []entente.Record) error {
	defer s.close()
	first, err := load(ctx, s.store, records)
	if err != nil {
		return err
	}
	again, err := load(ctx, s.store, records)
	if err != nil {
		return err
	}
	if err := ask(ctx, out, s, records[len(records)/2].Article.ID); err != nil {
		return err
	}
	counts, err := graph.Stats(ctx, s.store)
	if err != nil {
		return err
	}
	items := 0
	for _, c := range counts {
		items += c.Count
	}
	bound, err := s.bound(ctx, max(1, items*graph.Batch/len(records)))
	if err != nil {
		return err
	}
	rate := func(d time.Duration) float64 { return float64(items) / d.Seconds() }
	fmt.Fprintf(out, "%s, %d articles\t%d nodes and relationships\n", s.name, len(records), items)
	fmt.Fprintf(out, "%s, load\t%.0f items/s\n", s.name, rate(first))
	fmt.Fprintf(out, "%s, bound\t%.0f items/s\n", s.name, rate(bound))
	fmt.Fprintf(out, "%s, load to bound\t%.2f\n", s.name, bound.Seconds()/first.Seconds())
	fmt.Fprintf(out, "%s, load of what is there\t%.0f times faster\n", s.name, first.Seconds()/again.Seconds())
	return nil
}

func load(ctx context.Context, s graph.Store, records []entente.Record) (time.Duration, error) {
	start := time.Now()
	err := graph.LoadAll(ctx, s, slices.Chunk(records, graph.Batch), func(graph.Summary) {})
	return time.Since(start), err
}
