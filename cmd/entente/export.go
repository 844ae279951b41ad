package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
)

func (a *app) export() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Print the whole graph as JSON lines, nodes first, in a fixed order",
		Long: `Print the whole graph as JSON lines: nodes, then relationships, in the form of
Neo4j's APOC export. The order is fixed and nothing in it depends on the store or
on time, so two equal graphs are two equal files.`,
		Example: "  entente export > graph.jsonl",
		Args:    cobra.NoArgs,
	}
	cmd.RunE = a.run(func(ctx context.Context, _ []string) error {
		if cmd.Flags().Changed("format") && display.Format(a.format) != display.JSONL {
			return usage("--format %s: export prints jsonl only", a.format)
		}
		store, err := a.openExisting(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		return graph.WriteJSONL(ctx, store, a.stdout)
	})
	return cmd
}
