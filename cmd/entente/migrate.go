package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/sqlite"
)

func (a *app) migrate() *cobra.Command {
	return &cobra.Command{
		Use:   "migrate",
		Short: "Bring a graph that an earlier version wrote up to date",
		Long: `Bring a graph that an earlier version of this program wrote up to date. It is made
anew from the articles in it, as they were read then, and from its decisions.

A file is replaced by a new one when that is whole, and the old one is kept beside
it. In Neo4j the graph is made anew where it is: make a copy of the database first
(neo4j-admin database dump) if you want to be able to go back. A migration that was
interrupted begins again when it is started again, and loses nothing.

What a newer version reads better in an article shows when it is loaded again.`,
		Example: "  entente migrate --db sqlite:entente.db",
		Args:    cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			progress := a.progress()
			defer progress.clear()
			done := 0
			said, err := migrateAt(ctx, a.address(), func(s graph.Summary) {
				done = s.Added + s.Changed + s.Unchanged
				progress.show(done, 0)
			})
			if err != nil {
				return err
			}
			progress.clear()
			if said == "" {
				return a.tell("The graph at %s has the present format, %d: nothing is to be done.\n", a.address(), graph.Format)
			}
			return a.tell("Made the graph anew of %s, in format %d. %s\n", count(done, "article"), graph.Format, said)
		}),
	}
}

// migrateAt brings the graph at the address up to date and says what there is to
// know afterwards, "" if there was nothing to do.
func migrateAt(ctx context.Context, address string, done func(graph.Summary)) (string, error) {
	if file, missing := missingFile(address); missing {
		return "", fmt.Errorf("there is no graph in %s: name one with --db", file)
	}
	if file, ok := strings.CutPrefix(address, "sqlite:"); ok {
		kept, err := sqlite.Migrate(ctx, file, done)
		if err != nil || kept == "" {
			return "", err
		}
		return fmt.Sprintf("The old file is kept as %s.", kept), nil
	}
	c, err := database(address)
	if err != nil {
		return "", err
	}
	already, err := neo4j.Migrate(ctx, c, done)
	if err != nil || already {
		return "", err
	}
	return "The old one is gone.", nil
}
