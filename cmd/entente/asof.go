package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
)

// openAsked opens the graph to ask: the one there is, or one made for the occasion
// of its articles that were published by a date.
func (a *app) openAsked(ctx context.Context, asOf entente.Date) (graph.Store, error) {
	store, err := a.openExisting(ctx)
	if err != nil || asOf == "" {
		return store, err
	}
	defer store.Close()
	then, err := sqlite.OpenTemporary(ctx)
	if err != nil {
		return nil, err
	}
	progress := a.progress()
	past, err := graph.AsOf(ctx, store, then, asOf, graph.Batch, func(s graph.Summary) {
		progress.show(s.Added, 0)
	})
	progress.clear()
	if err != nil {
		return nil, errors.Join(err, then.Close())
	}
	a.say("As of %s: %d of %s.%s", asOf, past.Taken, count(past.All(), "article"), leftOut(past))
	return then, nil
}

// leftOut says which articles were left out and why.
func leftOut(p graph.Past) string {
	var why []string
	add := func(n int, reason string) {
		if n > 0 {
			why = append(why, fmt.Sprintf("%d %s", n, reason))
		}
	}
	add(p.Later, "published later")
	add(p.Unsure, "published perhaps later")
	add(p.Undated, "without a date of publication")
	if len(why) == 0 {
		return ""
	}
	return " Left out: " + strings.Join(why, ", ") + "."
}
