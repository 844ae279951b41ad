package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
)

func (a *app) push() *cobra.Command {
	to := ""
	var patience patience
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
			from := a.fileAddress()
			if from == to {
				return usage("--to %s: that is the graph to copy from", to)
			}
			source, err := openThere(ctx, from)
			if err != nil {
				return err
			}
			defer source.Close()
			target, err := open(ctx, to, a.beside)
			if err != nil {
				return err
			}
			defer target.Close()
			return a.pushInto(ctx, source, patience.of(ctx, a, target))
		}),
	}
	patience.flag(cmd.Flags())
	a.besideFlag(cmd.Flags())
	cmd.Flags().StringVar(&to, "to", "", "the graph to copy into: neo4j://HOST:PORT or sqlite:FILE")
	return cmd
}

// pushInto copies and prints a summary.
func (a *app) pushInto(ctx context.Context, source, target graph.Store) error {
	counts, err := graph.Stats(ctx, source)
	if err != nil {
		return err
	}
	all := float64(number(counts, graph.Article))
	progress := a.progress()
	sum, err := graph.Push(ctx, source, target, graph.Batch, func(s graph.Summary) {
		read := s.Added + s.Changed + s.Unchanged
		progress.show(read, float64(read)/all)
	})
	progress.clear()
	if err != nil {
		return err
	}
	if display.Format(a.format) != display.Table {
		return a.print([]string{"added", "changed", "unchanged"},
			[][]any{{int64(sum.Added), int64(sum.Changed), int64(sum.Unchanged)}})
	}
	_, err = fmt.Fprintf(a.stdout, "Pushed %s: %d new, %d changed, %d unchanged.\n",
		count(sum.Added+sum.Changed+sum.Unchanged, "article"), sum.Added, sum.Changed, sum.Unchanged)
	return err
}
