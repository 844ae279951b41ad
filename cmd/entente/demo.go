package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/loaders"
	"github.com/entente-graph/entente/queries"
	"github.com/entente-graph/entente/samples"
)

const (
	demoFile = "entente-demo.db"
	// demoFolder begins the paths of the sample articles in the graph, as they
	// stand in the project.
	demoFolder = "samples"
)

// demoQuestions are what the demo asks, and the columns of the answer that it
// shows.
var demoQuestions = []struct {
	title, query string
	columns      []string
}{
	{"What was proposed, and by whom?", "proposals", []string{"date", "by", "to", "proposal", "quote"}},
	{"What happened to each treaty?", "treaty-events", []string{"treaty", "date", "action", "actors", "status", "sources"}},
	{"Which events are disputed, and by whom?", "disputed", []string{"date", "event", "speaker", "stance", "quote", "outlet"}},
}

func (a *app) demo() *cobra.Command {
	return &cobra.Command{
		Use:   "demo [FILE]",
		Short: "See it work: load the sample articles and answer three questions",
		Long: `Load the sample articles, eight public events each told by two outlets, into a new
file (` + demoFile + ` if none is named), answer three questions about them, and say what
to try next. A file left by an earlier demo is replaced; one with other articles in
it is not.`,
		Args: cobra.MaximumNArgs(1),
		RunE: a.run(func(ctx context.Context, args []string) error {
			file := demoFile
			if len(args) > 0 {
				file = args[0]
			}
			store, err := newDemoFile(ctx, file)
			if err != nil {
				return err
			}
			defer store.Close()
			if err := a.loadSamples(ctx, store); err != nil {
				return fmt.Errorf("load the samples: %w", err)
			}
			if err := a.answer(ctx, store); err != nil {
				return err
			}
			_, err = fmt.Fprint(a.stdout, nextSteps(file))
			return err
		}),
	}
}

// newDemoFile makes a fresh graph in file. It removes one that is there when
// nothing but samples is in it.
func newDemoFile(ctx context.Context, file string) (graph.Store, error) {
	if _, err := os.Stat(file); err == nil {
		if err := onlySamples(ctx, file); err != nil {
			return nil, fmt.Errorf("%w; name another file: entente demo FILE", err)
		}
		if err := sqlite.Remove(file); err != nil {
			return nil, fmt.Errorf("replace the earlier demo: %w", err)
		}
	}
	return sqlite.Open(ctx, file)
}

// onlySamples gives an error unless the file is a graph of sample articles only.
func onlySamples(ctx context.Context, file string) error {
	store, err := sqlite.Open(ctx, file)
	if err != nil {
		return fmt.Errorf("%s is there already and is no graph: %w", file, err)
	}
	defer store.Close()
	rows, err := store.Query(ctx, graph.Query{SQL: "SELECT count(*) AS others FROM article WHERE path IS NULL OR path NOT LIKE '" + demoFolder + "/%'"}, nil)
	if err != nil {
		return fmt.Errorf("%s is there already: %w", file, err)
	}
	if rows.Values[0][0] != int64(0) {
		return fmt.Errorf("%s holds articles other than the samples", file)
	}
	return nil
}

// loadSamples loads the embedded articles by way of a folder, so that they are
// read as anybody's articles are.
func (a *app) loadSamples(ctx context.Context, store graph.Store) error {
	folder, err := os.MkdirTemp("", "entente-samples-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := os.CopyFS(folder, samples.Articles); err != nil {
		return err
	}
	var r reading
	ex, err := r.extractor()
	if err != nil {
		return err
	}
	articles := loaders.Read(ctx, []string{folder}, loaders.Options{})
	_, err = a.loadAll(ctx, store, relocate(articles, folder), ex, r.part)
	return err
}

// relocate gives the articles of folder the paths they have in the project.
func relocate(articles articleSeq, folder string) articleSeq {
	return func(yield func(entente.Article, error) bool) {
		for article, err := range articles {
			if rest, e := filepath.Rel(folder, article.Path); e == nil {
				article.Path = filepath.ToSlash(filepath.Join(demoFolder, rest))
			}
			if !yield(article, err) {
				return
			}
		}
	}
}

// answer prints what was loaded and the answers to the demo's questions.
func (a *app) answer(ctx context.Context, store graph.Store) error {
	counts, err := graph.Stats(ctx, store)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(a.stdout, "The sample graph holds %s.\n", holdings(counts)); err != nil {
		return err
	}
	all, err := queries.Default()
	if err != nil {
		return err
	}
	for i, question := range demoQuestions {
		at := slices.IndexFunc(all, func(q queries.Query) bool { return q.Name == question.query })
		if at < 0 {
			return fmt.Errorf("there is no query %s", question.query)
		}
		q := all[at]
		params := map[string]any{}
		for _, p := range q.Params {
			if params[p.Name], err = p.Parse(p.Default); err != nil {
				return err
			}
		}
		rows, err := store.Query(ctx, asked(q), params)
		if err != nil {
			return fmt.Errorf("query %s: %w", q.Name, err)
		}
		fmt.Fprintf(a.stdout, "\n%d. %s   [entente query %s]\n\n", i+1, question.title, q.Name)
		if err := display.Rows(a.stdout, display.Table, a.width(), question.columns, pick(q.Columns, question.columns, rows.Values)); err != nil {
			return err
		}
	}
	return nil
}

// pick gives the wanted columns of rows that have the columns all.
func pick(all, wanted []string, rows [][]any) [][]any {
	picked := make([][]any, len(rows))
	for r, row := range rows {
		for _, c := range wanted {
			picked[r] = append(picked[r], row[slices.Index(all, c)])
		}
	}
	return picked
}

// nextSteps says what to try after the demo, in commands that can be copied.
func nextSteps(file string) string {
	program := "entente"
	if self, err := os.Executable(); err == nil && strings.Contains(self, "go-build") {
		program = "go run ./cmd/entente"
	}
	return strings.NewReplacer("PROGRAM", program, "FILE", display.Clean(file)).Replace(`
The graph is in FILE. To see it all in your browser, with every quote:

  PROGRAM report --db sqlite:FILE -o dossier.html

Try next:

  export ENTENTE_DB=sqlite:FILE
  PROGRAM query                                   every question you can ask
  PROGRAM query actor --actor "Vladimir Putin"    one actor's dossier
  PROGRAM query between --a Moscow --b London     what two did to each other
  PROGRAM query path --from Estonia --to Russia   how two are linked
  PROGRAM extract --explain FOLDER                how your own articles are read
  PROGRAM load --db sqlite:mine.db FOLDER         a graph of your own articles
`)
}
