package graph

import (
	"context"
	"fmt"

	"github.com/entente-graph/entente"
)

// Records yields the extraction record, text included, of every article that the
// store holds, by id.
func Records(ctx context.Context, s Source, yield func(entente.Record) error) error {
	return s.Scan(ctx, []string{Article}, func(e Element) error {
		record, _ := e.Props["_record"].(string)
		text, _ := e.Props["text"].(string)
		r, err := decodeRecord(record, text)
		if err != nil {
			return fmt.Errorf("article %s: %w", e.ID, err)
		}
		return yield(r)
	})
}

// Push loads all articles of one store into another, in batches of at most batch
// articles; what the other holds already is left alone. If the other has no
// decisions, it gets those of the first. After each batch it
// tells done, unless that is nil, what has been done so far.
func Push(ctx context.Context, from Source, to Store, batch int, done func(Summary)) (Summary, error) {
	sum, err := push(ctx, from, to, batch, done, func(entente.Article) bool { return true })
	if err != nil {
		return sum, fmt.Errorf("push: %w", err)
	}
	return sum, nil
}

// push is Push for the articles that are wanted.
func push(ctx context.Context, from Source, to Store, batch int, done func(Summary), wanted func(entente.Article) bool) (Summary, error) {
	var sum Summary
	var waiting []entente.Record
	flush := func() error {
		one, err := Load(ctx, to, waiting)
		if err != nil {
			return err
		}
		sum.Add(one)
		waiting = waiting[:0]
		if done != nil {
			done(sum)
		}
		return nil
	}
	if err := pushDecisions(ctx, from, to); err != nil {
		return sum, err
	}
	err := Records(ctx, from, func(r entente.Record) error {
		if !wanted(r.Article) {
			return nil
		}
		if waiting = append(waiting, r); len(waiting) < batch {
			return nil
		}
		return flush()
	})
	if err == nil && len(waiting) > 0 {
		err = flush()
	}
	return sum, err
}

func pushDecisions(ctx context.Context, from Source, to Store) error {
	list, err := Decisions(ctx, from)
	if err != nil || len(list) == 0 {
		return err
	}
	own, err := Decisions(ctx, to)
	if err != nil || len(own) > 0 {
		return err
	}
	_, err = Decide(ctx, to, list)
	return err
}
