package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
)

func (a *app) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Check that the graph is what its articles say",
		Long: `Read every claim's quote again in the text of its article, and check that every
node and relationship follows from the articles. What doesn't fit is listed, and the
exit status is 1.`,
		Args: cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			store, err := a.openExisting(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			problems, err := graph.Verify(ctx, store)
			if err != nil {
				return err
			}
			rows := make([][]any, len(problems))
			for i, p := range problems {
				rows[i] = []any{p.ID, p.Message}
			}
			if len(rows) > 0 || display.Format(a.format) != display.Table {
				if err := a.print([]string{"id", "problem"}, rows); err != nil {
					return err
				}
			}
			if len(rows) > 0 {
				return fmt.Errorf("%s found", count(len(rows), "problem"))
			}
			counts, err := graph.Stats(ctx, store)
			if err != nil {
				return err
			}
			a.say("%s, %s, %s checked: all is well.", counted(counts, graph.Article), counted(counts, graph.Event), counted(counts, graph.Claim))
			return nil
		}),
	}
}
