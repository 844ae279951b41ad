package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/graph"
)

func (a *app) load() *cobra.Command {
	var r reading
	var file decisionsFile
	cmd := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read articles into the graph",
		Long: `Read articles into the graph. A path is a file, a folder (with all below it), a
pattern, or "-" for standard input. Plain text, Markdown, saved web pages (HTML)
and JSON lines are read; page furniture is left out.

Loading an article again changes nothing; a changed article replaces what it was.
An article that can't be read is refused by name, the others are loaded, and the
exit status is 3.`,
		Example: `  entente load articles/
  entente load --published 2020-09-25 putin.txt
  entente load --db neo4j://localhost:7687 articles/`,
		Args: atLeastOne("PATH", "a file or folder of articles"),
		RunE: a.run(func(ctx context.Context, paths []string) error {
			articles, err := r.articles(ctx, a, paths)
			if err != nil {
				return err
			}
			ex, err := r.extractor()
			if err != nil {
				return err
			}
			store, err := open(ctx, a.address())
			if err != nil {
				return err
			}
			defer store.Close()
			if err := a.carryOut(ctx, store, file); err != nil {
				return err
			}
			return a.loadInto(ctx, store, articles, ex)
		}),
	}
	r.flags(cmd.Flags())
	file.flag(cmd.Flags())
	return cmd
}

// loadInto extracts from the articles, loads the records and prints a summary.
func (a *app) loadInto(ctx context.Context, store graph.Store, articles articleSeq, ex *extract.Extractor) error {
	total, err := a.loadAll(ctx, store, articles, ex)
	if err != nil {
		if read := total.Added + total.Changed + total.Unchanged; read > 0 {
			a.say("Before that, %s went into the graph whole: %d new, %d changed, %d unchanged. Load again to go on.",
				count(read, "article"), total.Added, total.Changed, total.Unchanged)
		}
		return err
	}
	counts, err := graph.Stats(ctx, store)
	if err != nil {
		return err
	}
	read := total.Added + total.Changed + total.Unchanged
	if display.Format(a.format) != display.Table {
		figures := []int{read, total.Added, total.Changed, total.Unchanged, a.refused, number(counts, graph.Article),
			number(counts, graph.Event), number(counts, graph.Actor), number(counts, graph.Treaty), number(counts, graph.Claim)}
		row := make([]any, len(figures))
		for i, n := range figures {
			row[i] = int64(n)
		}
		return a.print([]string{"read", "added", "changed", "unchanged", "refused", "articles", "events", "actors", "treaties", "claims"}, [][]any{row})
	}
	_, err = fmt.Fprintf(a.stdout, "Read %s: %d new, %d changed, %d unchanged; %d refused.\nThe graph holds %s.\n",
		count(read, "article"), total.Added, total.Changed, total.Unchanged, a.refused, holdings(counts))
	return err
}

// holdings says what a graph holds, in words.
func holdings(counts []graph.Count) string {
	return fmt.Sprintf("%s, %s, %s, %s and %s", counted(counts, graph.Article), counted(counts, graph.Event),
		counted(counts, graph.Actor), counted(counts, graph.Treaty), counted(counts, graph.Claim))
}

// atLeastOne is the rule for commands that take one argument or more.
func atLeastOne(name, meaning string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("%s is missing: give %s", name, meaning)
		}
		return nil
	}
}
