package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
)

func (a *app) forget() *cobra.Command {
	return &cobra.Command{
		Use:   "forget ARTICLE...",
		Short: "Take articles out of the graph, as if they had never been loaded",
		Long: `Take articles out of the graph, with all that only they said. What is left is the
graph that the other articles give.

An article is named by its id, its path as it was loaded, or its URL; "entente
query articles" lists ids. When one of them isn't there, nothing is forgotten.`,
		Example: `  entente forget articles/putin.txt
  entente forget article:0f3a5c7e9b1d2468`,
		Args: atLeastOne("ARTICLE", `an article's id, path or URL ("entente query articles" lists them)`),
		RunE: a.run(func(ctx context.Context, names []string) error {
			store, err := a.openExisting(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			ids, err := findArticles(ctx, store, names)
			if err != nil {
				return err
			}
			sum, err := graph.Forget(ctx, store, ids)
			if err != nil {
				return err
			}
			if display.Format(a.format) != display.Table {
				return a.print([]string{"forgotten"}, [][]any{{int64(sum.Forgotten)}})
			}
			_, err = fmt.Fprintf(a.stdout, "Forgot %s.\n", count(sum.Forgotten, "article"))
			return err
		}),
	}
}

var articleByName = graph.Query{
	Cypher:  "MATCH (a:Article) WHERE a.id = $name OR a.path = $name OR a.path = $clean OR a.url = $name RETURN a.id AS id ORDER BY id",
	SQL:     "SELECT id FROM article WHERE id = :name OR path = :name OR path = :clean OR url = :name ORDER BY id",
	Columns: []string{"id"},
}

// findArticles gives the ids of the articles that the names, each an id, a path
// or a URL, stand for.
func findArticles(ctx context.Context, store graph.Store, names []string) ([]string, error) {
	var ids, unknown []string
	for _, name := range names {
		rows, err := store.Query(ctx, articleByName, map[string]any{"name": name, "clean": filepath.Clean(name)})
		if err != nil {
			return nil, fmt.Errorf("look for article %s: %w", name, err)
		}
		if len(rows.Values) == 0 {
			unknown = append(unknown, name)
		}
		for _, row := range rows.Values {
			ids = append(ids, row[0].(string))
		}
	}
	if len(unknown) > 0 {
		return nil, fmt.Errorf("no article in the graph has this id, path or URL: %s; nothing was forgotten", strings.Join(unknown, ", "))
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}
