package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/graph"
)

func (a *app) stats() *cobra.Command {
	return &cobra.Command{
		Use:   "stats",
		Short: "Count the nodes and relationships of the graph",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			store, err := a.openExisting(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			var names []string
			for _, k := range graph.Kinds() {
				names = append(names, k.Name)
			}
			counts, err := countKinds(ctx, store, names...)
			if err != nil {
				return err
			}
			var rows [][]any
			for i, k := range graph.Kinds() {
				sort := "relationship"
				if k.Node() {
					sort = "node"
				}
				rows = append(rows, []any{sort, k.Name, counts[i]})
			}
			return a.print([]string{"sort", "kind", "count"}, rows)
		}),
	}
}

// countKinds counts the nodes or relationships of each kind.
func countKinds(ctx context.Context, store graph.Store, names ...string) ([]int64, error) {
	counts := make([]int64, len(names))
	for i, name := range names {
		k, ok := graph.Describe(name)
		if !ok {
			return nil, fmt.Errorf("count %s: the graph has no such kind", name)
		}
		q := graph.Query{
			Cypher:  "MATCH ()-[r:" + name + "]->() RETURN count(r) AS count",
			SQL:     "SELECT count(*) AS count FROM " + strings.ToLower(name),
			Columns: []string{"count"},
		}
		if k.Node() {
			q.Cypher = "MATCH (n:" + name + ") RETURN count(n) AS count"
		}
		rows, err := store.Query(ctx, q, nil)
		if err != nil {
			return nil, fmt.Errorf("count %s: %w", name, err)
		}
		counts[i] = rows.Values[0][0].(int64)
	}
	return counts, nil
}
