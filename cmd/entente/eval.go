package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/eval"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/loaders"
)

// evaluation is one run of eval: what to score, and what to show of it.
type evaluation struct {
	app       *app
	reading   reading
	extracted string // a file of records, instead of extracting
	show      bool
	save      string
	diff      string
	compare   bool // the rules, the model and both
}

func (a *app) eval() *cobra.Command {
	e := &evaluation{app: a}
	cmd := &cobra.Command{
		Use:   "eval GOLD_DIR...",
		Short: "Measure extraction against articles that a careful reader has annotated",
		Long: `Measure extraction against gold: what a careful reader finds in each article. A
GOLD_DIR holds articles/, gold/<article file name>.json and, where several articles
report one event, clusters.json; samples/GOLD.md explains the fields and the rules.

Shares come with an interval: the middle 95% of what 1,000 resamplings of the
articles give. Every run on the same articles gives the same figures.`,
		Example: `  entente eval samples testdata/gold/dev
  entente eval --show samples                      what was missed, and what is too much
  entente eval --save before.json samples
  entente eval --diff before.json samples          what a change has changed
  entente eval --compare-extractors --llm-url http://localhost:11434/v1 --llm-model MODEL samples
  entente eval --extracted records.jsonl samples   score what extract printed earlier`,
		Args: atLeastOne("GOLD_DIR", "a folder with articles/ and gold/"),
		RunE: a.run(e.run),
	}
	f := cmd.Flags()
	e.reading.flags(f)
	f.StringVar(&e.extracted, "extracted", "", `score this file of records, as "extract --format jsonl" prints them ("-" for standard input)`)
	f.BoolVar(&e.show, "show", false, "list what was missed and what is too much, the most frequent causes first")
	f.StringVar(&e.save, "save", "", "write the results to this file, for a later --diff")
	f.StringVar(&e.diff, "diff", "", "compare with the results that --save wrote to this file")
	f.BoolVar(&e.compare, "compare-extractors", false, "score the rules, a language model and both side by side")
	return cmd
}

func (e *evaluation) run(ctx context.Context, folders []string) error {
	format := display.Format(e.app.format)
	if format != display.Table && format != display.JSON {
		return usage("--format %s: want table or json", format)
	}
	if e.compare && (e.diff != "" || e.extracted != "") {
		return usage("--compare-extractors: not with --diff or --extracted")
	}
	if e.reading.second.dryRun {
		return usage("--dry-run: want extract or load")
	}
	var earlier map[string]eval.Report
	if e.diff != "" {
		var err error
		if earlier, err = e.earlier(folders); err != nil {
			return err
		}
	}
	reports, err := e.scoreAll(ctx, folders)
	if err != nil {
		return err
	}
	if e.save != "" {
		text, err := display.Encode(reports)
		if err != nil {
			return err
		}
		if err := os.WriteFile(e.save, append(text, '\n'), 0o644); err != nil {
			return fmt.Errorf("save the results: %w", err)
		}
	}
	if e.diff == "" {
		return e.print(format, reports)
	}
	differences := make([]eval.Difference, len(reports))
	for i, r := range reports {
		differences[i] = eval.Compare(earlier[r.Folder], r)
	}
	return e.printDifferences(format, differences)
}

// earlier reads the saved results of the folders.
func (e *evaluation) earlier(folders []string) (map[string]eval.Report, error) {
	text, err := os.ReadFile(e.diff)
	if err != nil {
		return nil, usage("--diff: %w", err)
	}
	var saved []eval.Report
	if err := json.Unmarshal(text, &saved); err != nil {
		return nil, usage("--diff %s: not a file that eval --save wrote: %w", e.diff, err)
	}
	of := map[string]eval.Report{}
	for _, r := range saved {
		of[r.Folder] = r
	}
	for _, folder := range folders {
		if _, ok := of[name(folder)]; !ok {
			return nil, usage("--diff %s: has no results for %s", e.diff, name(folder))
		}
	}
	return of, nil
}

// name is how a folder is called in results, wherever they are looked at.
func name(folder string) string { return filepath.ToSlash(filepath.Clean(folder)) }

func (e *evaluation) scoreAll(ctx context.Context, folders []string) ([]eval.Report, error) {
	lex, err := openLexicon(e.reading.overlays)
	if err != nil {
		return nil, err
	}
	countries := map[string]string{}
	for _, c := range lex.Countries {
		countries[c.ID] = c.Name
	}
	if e.extracted != "" {
		records, err := e.readRecords()
		if err != nil {
			return nil, err
		}
		return e.scoreWith(ctx, folders, countries, "", func(string) ([]entente.Record, error) { return records, nil })
	}
	ex, err := extract.New(lex)
	if err != nil {
		return nil, err
	}
	names := []string{e.reading.second.extractor}
	if e.compare {
		names = []string{byRules, byModel, byBoth}
	}
	var reports []eval.Report
	for _, name := range names {
		e.reading.second.extractor = name
		who, err := e.reading.second.open(rules{ex, e.reading.overlays})
		if err != nil {
			return nil, err
		}
		more, err := e.scoreWith(ctx, folders, countries, name, func(folder string) ([]entente.Record, error) { return e.extract(ctx, who, folder) })
		if err != nil {
			return nil, err
		}
		e.reading.second.tell(e.app)
		reports = append(reports, more...)
	}
	return reports, nil
}

// scoreWith scores what a reader, by its name, finds in each folder.
func (e *evaluation) scoreWith(ctx context.Context, folders []string, countries map[string]string, reader string, read func(folder string) ([]entente.Record, error)) ([]eval.Report, error) {
	var reports []eval.Report
	for _, folder := range folders {
		gold, err := eval.Read(folder)
		if err != nil {
			return nil, err
		}
		gold.Folder = name(folder)
		if e.compare {
			gold.Folder += ": " + reader
		}
		records, err := read(folder)
		if err != nil {
			return nil, err
		}
		options := eval.Options{Countries: countries}
		if gold.Clusters != nil {
			if options.Events, err = e.load(ctx, gold, records); err != nil {
				return nil, fmt.Errorf("load what was found in %s: %w", folder, err)
			}
		}
		reports = append(reports, eval.Score(gold, records, options))
	}
	return reports, nil
}

// readRecords reads the records of --extracted.
func (e *evaluation) readRecords() ([]entente.Record, error) {
	in := e.app.stdin
	if e.extracted != "-" {
		f, err := os.Open(e.extracted)
		if err != nil {
			return nil, usage("--extracted: %w", err)
		}
		defer f.Close()
		in = f
	}
	var records []entente.Record
	for d := json.NewDecoder(in); ; {
		var r entente.Record
		switch err := d.Decode(&r); {
		case errors.Is(err, io.EOF):
			return records, nil
		case err != nil:
			return nil, fmt.Errorf("read record %d of %s: %w", len(records)+1, e.extracted, err)
		}
		records = append(records, r)
	}
}

// extract reads the articles of a folder of gold.
func (e *evaluation) extract(ctx context.Context, ex reader, folder string) ([]entente.Record, error) {
	place := filepath.Join(folder, "articles")
	if _, err := os.Stat(place); err != nil {
		return nil, fmt.Errorf("find the articles: %w", err)
	}
	articles, err := e.reading.articles(ctx, e.app, []string{place})
	if err != nil {
		return nil, err
	}
	var records []entente.Record
	err = extractAll(ctx, unique(articles, ignore), ex, e.app.refuse, func(r entente.Record) error {
		records = append(records, r)
		return nil
	})
	return records, err
}

// load brings the records of a folder of gold together in a graph that is thrown
// away afterwards, and gives the event that each claim ended up with.
func (e *evaluation) load(ctx context.Context, gold eval.Gold, records []entente.Record) (map[string]string, error) {
	folder, err := os.MkdirTemp("", "entente-eval-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	store, err := sqlite.Open(ctx, filepath.Join(folder, "eval.db"))
	if err != nil {
		return nil, err
	}
	defer store.Close()
	var whole []entente.Record
	for _, r := range gold.Pick(records) {
		if err := graph.Check(r); err != nil {
			e.app.refuse(&loaders.Refused{Path: r.Article.Path, Reason: "what was read in it doesn't fit together: " + err.Error(), Err: err})
			continue
		}
		whole = append(whole, r)
	}
	if _, err := graph.Load(ctx, store, whole); err != nil {
		return nil, err
	}
	events := map[string]string{}
	err = store.Scan(ctx, []string{graph.About}, func(about graph.Element) error {
		events[about.Start] = about.End
		return nil
	})
	return events, err
}
