package main

import (
	"context"

	"github.com/spf13/cobra"
)

func (a *app) push() *cobra.Command {
	to := ""
	cmd := &cobra.Command{
		Use:   "push --to neo4j://HOST:PORT",
		Short: "Copy the graph of a file into Neo4j",
		Long: `Copy the articles of one graph, with all that was read in them, into another: the
graph of a file into Neo4j, say. What the other graph holds stays, and events that
both tell of become one. Pushing again changes nothing.`,
		Example: "  entente push --to neo4j://localhost:7687",
		Args:    cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			if to == "" {
				return usage("--to is needed: the graph to copy into, as neo4j://localhost:7687")
			}
			return nil
		}),
	}
	cmd.Flags().StringVar(&to, "to", "", "the graph to copy into: neo4j://HOST:PORT or sqlite:FILE")
	return cmd
}
