package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
)

func (a *app) load() *cobra.Command {
	var r reading
	var file decisionsFile
	var patience patience
	report := ""
	cmd := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read articles into the graph",
		Long: `Read articles into the graph. A path is a file, a folder (with all below it), a
pattern, or "-" for standard input. Plain text, Markdown, saved web pages (HTML)
and JSON lines are read; page furniture is left out.

Loading an article again changes nothing, and costs little: what this version of the
program has read before, it passes over. A changed article replaces what it was.
An article that can't be read is refused by name, the others are loaded, and the
exit status is 3. A load that was interrupted goes on where it ended when it is
started again; what is in the graph is there as whole articles.`,
		Example: `  entente load articles/
  entente load --published 2020-09-25 putin.txt
  entente load --db neo4j://localhost:7687 articles/`,
		Args: atLeastOne("PATH", "a file or folder of articles"),
		RunE: a.run(func(ctx context.Context, paths []string) error {
			articles, err := r.articles(ctx, a, paths)
			if err != nil {
				return err
			}
			ex, err := r.reader()
			if err != nil {
				return err
			}
			if r.second.dryRun {
				return r.second.estimate(a, articles)
			}
			defer r.second.tell(a)
			store, err := open(ctx, a.address(), a.beside)
			if err != nil {
				return err
			}
			defer store.Close()
			store = patience.of(ctx, a, store)
			if err := a.carryOut(ctx, store, file); err != nil {
				return err
			}
			return a.loadInto(ctx, store, articles, ex, r.part, report)
		}),
	}
	r.flags(cmd.Flags())
	file.flag(cmd.Flags())
	patience.flag(cmd.Flags())
	a.besideFlag(cmd.Flags())
	cmd.Flags().StringVar(&report, "report", "", "a file for an account of the load in JSON: what was found, what was refused, and why")
	return cmd
}

// loadInto extracts from the articles, loads the records, and accounts for them in
// a summary and in the file report, unless that is "".
func (a *app) loadInto(ctx context.Context, store graph.Store, articles articleSeq, ex reader, part func() float64, report string) error {
	done, err := a.loadAll(ctx, store, articles, ex, part)
	done.Graph = a.address()
	if err := errors.Join(err, done.write(report)); err != nil {
		if done.Error != "" {
			a.say("%s went into the graph whole: %d new, %d changed, %d unchanged. Load again to go on: what is there is passed over.",
				count(done.read(), "article"), done.New, done.Changed, done.Unchanged)
		}
		return err
	}
	counts, err := graph.Stats(ctx, store)
	if err != nil {
		return err
	}
	if display.Format(a.format) != display.Table {
		figures := []int{done.read(), done.New, done.Changed, done.Unchanged, len(done.Refused), number(counts, graph.Article),
			number(counts, graph.Event), number(counts, graph.Actor), number(counts, graph.Treaty), number(counts, graph.Claim), done.Repeated}
		row := make([]any, len(figures))
		for i, n := range figures {
			row[i] = int64(n)
		}
		return a.print([]string{"read", "added", "changed", "unchanged", "refused", "articles", "events", "actors", "treaties", "claims", "repeated"}, [][]any{row})
	}
	repeated := ""
	if done.Repeated > 0 {
		repeated = fmt.Sprintf(", %d met twice", done.Repeated)
	}
	_, err = fmt.Fprintf(a.stdout, "Read %s: %d new, %d changed, %d unchanged%s; %d refused.\nThe graph holds %s.\n",
		count(done.read(), "article"), done.New, done.Changed, done.Unchanged, repeated, len(done.Refused), holdings(counts))
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
