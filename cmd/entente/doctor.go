package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/decisions"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/sqlite"
)

// leastRoom is how many bytes a disk should have free for a graph's file: what a few
// batches of articles and the log of a transaction take.
const leastRoom = 100 << 20

// diagnosis is what the doctor is to look at, as flags give it.
type diagnosis struct {
	overlays, queries []string
	file              decisionsFile
}

func (a *app) doctor() *cobra.Command {
	var d diagnosis
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check that everything is fit for use, and say what mends what isn't",
		Long: `Check that the graph can be reached, read and written and has all its indexes; that
program, language models and lexicon fit together; and that your own folders of names
and queries and the file of decisions can be used. A line a check: what was found, and
what mends it if it is wrong; the exit status is then 1. Nothing is written.

Whether the graph is what its articles say is for "entente verify" to tell.`,
		Example: `  entente doctor
  entente doctor --db neo4j://localhost:7687
  entente doctor --lexicon my-names/ --queries my-questions/ --format json`,
		Args: cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			ofStore, err := diagnoseStore(ctx, a.address())
			if err != nil {
				return err
			}
			for i, f := range ofStore { // so that the command can be typed as it stands
				if a.db != "" && strings.HasPrefix(f.Mend, "entente ") {
					ofStore[i].Mend += " --db " + a.db
				}
			}
			all := append([]graph.Finding{{Check: "program", Found: "entente " + built()}}, ofStore...)
			all = append(all, d.lexicon(), d.questions(), d.decisions())
			return a.prescribe(all)
		}),
	}
	cmd.Flags().StringArrayVar(&d.overlays, "lexicon", nil, "a folder of your own names, treaties and verbs, to check with the program's (repeatable)")
	cmd.Flags().StringArrayVar(&d.queries, "queries", nil, "a folder of your own queries, to check with the program's (repeatable)")
	d.file.flag(cmd.Flags())
	return cmd
}

// prescribe prints the findings. An error says how many are to be mended.
func (a *app) prescribe(all []graph.Finding) error {
	wrong := 0
	rows := make([][]any, len(all))
	for i, f := range all {
		rows[i] = []any{f.Check, f.Mend == "", f.Found, f.Mend}
		state, mend := "ok   ", ""
		if f.Mend != "" {
			wrong++
			state, mend = "WRONG", " -> "+f.Mend
		}
		if display.Format(a.format) == display.Table {
			if err := a.tell("%s  %-9s  %s\n", state, f.Check, display.Clean(f.Found+mend)); err != nil {
				return err
			}
		}
	}
	if display.Format(a.format) != display.Table {
		if err := a.print([]string{"check", "ok", "found", "mend"}, rows); err != nil {
			return err
		}
	}
	if wrong > 0 {
		return fmt.Errorf("%s to mend", count(wrong, "thing"))
	}
	return nil
}

func diagnoseStore(ctx context.Context, address string) ([]graph.Finding, error) {
	if file, ok := strings.CutPrefix(address, "sqlite:"); ok {
		return append(sqlite.Diagnose(ctx, file), diagnoseRoom(file)...), nil
	}
	c, err := database(address)
	if err != nil {
		return nil, err
	}
	return neo4j.Diagnose(ctx, c), nil
}

// diagnoseRoom says nothing where the system doesn't tell.
func diagnoseRoom(file string) []graph.Finding {
	folder := filepath.Dir(file)
	free, err := room(folder)
	if err != nil {
		return nil
	}
	f := graph.Finding{Check: "disk", Found: fmt.Sprintf("%.1f GB are free in %s", float64(free)/1e9, folder)}
	if free < leastRoom {
		f.Mend = "make room, or name a file on another disk with --db"
	}
	return []graph.Finding{f}
}

// lexicon checks the words that are known beforehand, and that the models and the rules
// read a sentence with them.
func (d diagnosis) lexicon() graph.Finding {
	f := graph.Finding{Check: "lexicon"}
	again := `see "entente lexicon check` + flags("lexicon", d.overlays) + `"`
	lex, err := openLexicon(d.overlays)
	if err != nil {
		f.Found, f.Mend = err.Error(), again
		return f
	}
	if problems := lex.Check(); len(problems) > 0 {
		first := problems[0]
		f.Found = fmt.Sprintf("%s, as in %s: %s: %s", count(len(problems), "problem"), first.File, first.ID, first.Message)
		f.Mend = again
		return f
	}
	ex, err := extract.New(lex)
	if err != nil {
		f.Found, f.Mend = err.Error(), "get the program anew"
		return f
	}
	r := ex.Extract(entente.Article{Text: "Russia expelled 23 British diplomats on Saturday."})
	if len(r.Events) != 1 || r.Events[0].Type != entente.Sanction {
		f.Found, f.Mend = "the models and the lexicon don't fit: a plain sentence isn't understood", "get the program anew, and try it without folders of your own"
		return f
	}
	f.Found = fmt.Sprintf("%s, %s, %s and the language models: a sentence is read as it should be",
		count(len(lex.Countries), "country"), count(len(lex.People), "leader"), count(len(lex.Treaties), "treaty"))
	return f
}

// flags repeats a flag for each value, as one would type it.
func flags(name string, values []string) string {
	all := ""
	for _, v := range values {
		all += fmt.Sprintf(" --%s %s", name, v)
	}
	return all
}

func (d diagnosis) questions() graph.Finding {
	f := graph.Finding{Check: "queries"}
	all, err := loadQueries(d.queries)
	if err != nil {
		f.Found, f.Mend = err.Error(), "correct the file"
		return f
	}
	f.Found = count(len(all), "query") + " can be asked"
	return f
}

// decisions looks at the file alone. None is fine where none was named.
func (d diagnosis) decisions() graph.Finding {
	f := graph.Finding{Check: "decisions"}
	list, err := decisions.Read(d.file.name())
	switch {
	case errors.Is(err, fs.ErrNotExist) && d.file.name() == defaultDecisions:
		f.Found = "there are none in " + d.file.name()
	case errors.Is(err, fs.ErrNotExist):
		f.Found, f.Mend = err.Error(), "name the file with --decisions, or by ENTENTE_DECISIONS"
	case err != nil:
		f.Found, f.Mend = err.Error(), "correct the file"
	default:
		f.Found = fmt.Sprintf("%s in %s", count(len(list), "decision"), d.file.name())
	}
	return f
}
