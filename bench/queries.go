package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/queries"
)

// given are params as an analyst gives them, of the generated graph: one of the
// countries that are much in the news, and others that are less.
var given = map[string]string{
	"actor": "Country AG", "speaker": "Country AG", "a": "Country AC", "b": "Country AF", "from": "Country AG", "to": "Leader AS",
	"treaty": "Treaty 7", "outlet": "Outlet 7", "since": "2021-01-05", "text": "over matter 7",
}

// ask prints the median time of every query: with the params that it must have, and
// with an actor, a treaty, an event or an outlet if it may have one.
func ask(ctx context.Context, out io.Writer, store string, s graph.Store, article string) error {
	const event = "MATCH (e:Event) RETURN e.id ORDER BY e.articles DESC, e.id LIMIT 1"
	rows, err := s.Query(ctx, graph.Query{Cypher: event, SQL: "SELECT id FROM event ORDER BY articles DESC, id LIMIT 1"}, nil)
	if err != nil || len(rows.Values) == 0 {
		return fmt.Errorf("find an event: %v", err)
	}
	known := func(name string) string {
		switch name {
		case "event":
			return rows.Values[0][0].(string)
		case "article":
			return article
		}
		return given[name]
	}
	all, err := queries.Default()
	if err != nil {
		return err
	}
	for _, q := range all {
		for _, key := range []string{"", "actor", "treaty", "event", "outlet"} {
			if key != "" && !slices.ContainsFunc(q.Params, func(p queries.Param) bool { return p.Name == key && !p.Required }) {
				continue
			}
			params := map[string]any{}
			for _, p := range q.Params {
				text := p.Default
				if p.Required || p.Name == key {
					text = known(p.Name)
				}
				if params[p.Name], err = p.Parse(text); err != nil {
					return fmt.Errorf("query %s: %w", q.Name, err)
				}
			}
			took, err := median(ctx, s, graph.Query{Cypher: q.Cypher, SQL: q.SQL}, params)
			if err != nil {
				return fmt.Errorf("query %s: %w", q.Name, err)
			}
			name := q.Name
			if key != "" {
				name += " --" + key
			}
			fmt.Fprintf(out, "%s, query %s\t%.1f ms\n", store, name, took.Seconds()*1000)
		}
	}
	return nil
}

// median is that of five times, after one that isn't counted.
func median(ctx context.Context, s graph.Store, q graph.Query, params map[string]any) (time.Duration, error) {
	var took []time.Duration
	for range 6 {
		start := time.Now()
		if _, err := s.Query(ctx, q, params); err != nil {
			return 0, err
		}
		took = append(took, time.Since(start))
	}
	took = took[1:]
	slices.Sort(took)
	return took[len(took)/2], nil
}
