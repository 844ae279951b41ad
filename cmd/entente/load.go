package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/graph"
)

// batch is how many articles are loaded in one transaction.
const batch = 250

func (a *app) load() *cobra.Command {
	var r reading
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
			return a.loadInto(ctx, store, articles, ex)
		}),
	}
	r.flags(cmd.Flags())
	return cmd
}

// loadInto extracts from the articles, loads the records and prints a summary.
func (a *app) loadInto(ctx context.Context, store graph.Store, articles articleSeq, ex *extract.Extractor) error {
	total, err := a.loadAll(ctx, store, articles, ex)
	if err != nil {
		return err
	}
	counts, err := countKinds(ctx, store, graph.Article, graph.Event, graph.Actor, graph.Treaty, graph.Claim)
	if err != nil {
		return err
	}
	read := int64(total.Added + total.Changed + total.Unchanged)
	if display.Format(a.format) != display.Table {
		return a.print(
			[]string{"read", "added", "changed", "unchanged", "refused", "articles", "events", "actors", "treaties", "claims"},
			[][]any{{read, int64(total.Added), int64(total.Changed), int64(total.Unchanged), int64(a.refused),
				counts[0], counts[1], counts[2], counts[3], counts[4]}})
	}
	fmt.Fprintf(a.stdout, "Read %s: %d new, %d changed, %d unchanged; %d refused.\n",
		count(int(read), "article"), total.Added, total.Changed, total.Unchanged, a.refused)
	fmt.Fprintf(a.stdout, "The graph holds %s, %s, %s, %s and %s.\n", count(int(counts[0]), "article"),
		count(int(counts[1]), "event"), count(int(counts[2]), "actor"), count(int(counts[3]), "treaty"), count(int(counts[4]), "claim"))
	return nil
}

// loadAll extracts from the articles and loads the records, batch by batch.
func (a *app) loadAll(ctx context.Context, store graph.Store, articles articleSeq, ex *extract.Extractor) (graph.Summary, error) {
	var total graph.Summary
	var records []entente.Record
	progress := a.progress()
	defer progress.clear()
	flush := func() error {
		if len(records) == 0 {
			return nil
		}
		sum, err := graph.Load(ctx, store, records)
		if err != nil {
			return err
		}
		total.Add(sum)
		records = records[:0]
		return nil
	}
	refused := func(err error) {
		progress.clear()
		a.refuse(err)
	}
	done := 0
	err := extractAll(ctx, unique(articles), ex, refused, func(r entente.Record) error {
		records = append(records, r)
		done++
		progress.show("%s", count(done, "article"))
		if len(records) < batch {
			return nil
		}
		return flush()
	})
	if err == nil {
		err = flush()
	}
	return total, err
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
