package main

import (
	"context"
	"slices"
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
			counts, err := graph.Stats(ctx, store)
			if err != nil {
				return err
			}
			var rows [][]any
			for _, c := range counts {
				sort := "relationship"
				if k, ok := graph.Describe(c.Kind); ok && k.Node() {
					sort = "node"
				}
				rows = append(rows, []any{sort, c.Kind, int64(c.Count)})
			}
			return a.print([]string{"sort", "kind", "count"}, rows)
		}),
	}
}

// number gives the count of a kind.
func number(counts []graph.Count, kind string) int {
	i := slices.IndexFunc(counts, func(c graph.Count) bool { return c.Kind == kind })
	if i < 0 {
		return 0
	}
	return counts[i].Count
}

// counted gives the count of a label in words: "16 articles".
func counted(counts []graph.Count, label string) string {
	return count(number(counts, label), strings.ToLower(label))
}
