package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
)

func (a *app) extract() *cobra.Command {
	var r reading
	explain := false
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Show what would be loaded from articles, without loading it",
		Long: `Show what would be loaded from articles; no graph is touched. Paths are as for
load. --format jsonl prints one extraction record an article, --format json all of
them in one array.`,
		Example: `  entente extract putin.txt
  entente extract --explain putin.txt
  cat putin.txt | entente extract --format jsonl -
  entente extract --extractor both --llm-url http://localhost:11434/v1 --llm-model MODEL putin.txt`,
		Args: atLeastOne("PATH", "a file or folder of articles"),
		RunE: a.run(func(ctx context.Context, paths []string) error {
			format := display.Format(a.format)
			if format == display.CSV {
				return usage("--format csv: a record is no table; want table, json or jsonl")
			}
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
			if explain {
				return a.explainAll(ctx, articles, ex)
			}
			return a.printRecords(ctx, format, articles, ex)
		}),
	}
	r.flags(cmd.Flags())
	cmd.Flags().BoolVar(&explain, "explain", false, "show each sentence with what was read in it, what was rejected, and why")
	return cmd
}

func (a *app) explainAll(ctx context.Context, articles articleSeq, ex reader) error {
	for article, err := range unique(articles, ignore) {
		if err != nil {
			if !isRefusal(err) {
				return err
			}
			a.refuse(err)
			continue
		}
		if err := ex.Explain(ctx, display.CleanWriter(a.stdout), article); isRefusal(err) {
			a.refuse(err)
		} else if err != nil {
			return fmt.Errorf("explain %s: %w", article.Path, err)
		}
	}
	return nil
}

// printRecords prints the record of each article, in the articles' order.
func (a *app) printRecords(ctx context.Context, format display.Format, articles articleSeq, ex reader) error {
	n := 0
	before := func(s string) error {
		_, err := io.WriteString(a.stdout, s)
		return err
	}
	err := extractAll(ctx, unique(articles, ignore), ex, a.refuse, func(r entente.Record) error {
		n++
		if format == display.Table {
			return a.summarise(r, n > 1)
		}
		lead, end := "", "\n"
		if format == display.JSON {
			lead, end = ",\n ", ""
			if n == 1 {
				lead = "["
			}
		}
		text, err := display.Encode(r)
		if err != nil {
			return err
		}
		return errors.Join(before(lead), before(string(text)), before(end))
	})
	if err != nil || format != display.JSON {
		return err
	}
	if n == 0 {
		return before("[]\n")
	}
	return before("]\n")
}
