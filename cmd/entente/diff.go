package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
)

func (a *app) diff() *cobra.Command {
	exitCode := false
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "Compare two graphs: what is new in B, gone or changed since A",
		Long: `Compare two graphs: which articles, events, treaties, actors and claims are new in
B, gone or changed since A, who says so and in what words. What matters most comes
first: denials, what has become of events and treaties, new events, and so on.

A graph is a file that "entente export" has written, "-" for one on standard input,
or the address of a store: sqlite:FILE or neo4j://HOST:PORT.

An event is the same in both if claims about it are, whatever its id; one that was
several, or is now, is said to be merged or split. The claims of an article that
only one graph has are told with their events.

Columns: ` + strings.Join(diffColumns(), ", ") + `; a table has what
was before and after in one column.`,
		Example: `  entente export > monday.jsonl
  entente diff monday.jsonl sqlite:entente.db
  entente diff --format json sqlite:old.db neo4j://localhost:7687`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return fmt.Errorf("give two graphs to compare, A and B: an export's file, or a store's address as sqlite:FILE")
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "exit with 1 if there are differences")
	cmd.RunE = a.run(func(ctx context.Context, args []string) error {
		switch {
		case cmd.Flags().Changed("db"):
			return usage("diff takes no --db: name both graphs, as in entente diff sqlite:old.db sqlite:new.db")
		case args[0] == "-" && args[1] == "-":
			return usage("standard input can't be both graphs")
		}
		before, err := a.snapshot(ctx, args[0])
		if err != nil {
			return err
		}
		after, err := a.snapshot(ctx, args[1])
		if err != nil {
			return err
		}
		d := graph.Diff(before, after)
		a.differs = exitCode && len(d.Changes) > 0
		return a.printDiff(d)
	})
	return cmd
}

// snapshot reads the graph that an argument names.
func (a *app) snapshot(ctx context.Context, name string) (*graph.Snapshot, error) {
	if name == "-" {
		return readExport(ctx, "standard input", a.stdin)
	}
	if isAddress(name) {
		if file, missing := missingFile(name); missing {
			return nil, fmt.Errorf("there is no graph in %s", file)
		}
		store, err := open(ctx, name, false)
		if err != nil {
			return nil, err
		}
		defer store.Close()
		s, err := graph.Take(ctx, store)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return s, nil
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf(`there is no file %s: give one that "entente export" wrote, or a store's address as sqlite:FILE`, name)
	}
	if err != nil {
		return nil, fmt.Errorf("read export: %w", err)
	}
	defer f.Close()
	return readExport(ctx, name, f)
}

// isAddress reports whether the name is a store's address rather than a file's:
// what stands before the colon is a scheme, and there is no such file.
func isAddress(name string) bool {
	scheme, _, ok := strings.Cut(name, ":")
	if !ok || scheme == "" || strings.ContainsAny(scheme, `/\.`) {
		return false
	}
	_, err := os.Stat(name)
	return err != nil
}

func readExport(ctx context.Context, name string, r io.Reader) (*graph.Snapshot, error) {
	lines := bufio.NewReader(r)
	if start, _ := lines.Peek(len(sqliteMagic)); bytes.Equal(start, []byte(sqliteMagic)) {
		return nil, fmt.Errorf("%s is no export but a database: give it as sqlite:%s", name, name)
	}
	s := graph.NewSnapshot()
	err := graph.ReadJSONL(lines, func(e graph.Element) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return s.Add(e)
	})
	if err != nil {
		return nil, fmt.Errorf("read export %s: %w", name, err)
	}
	return s, nil
}

// sqliteMagic is what every SQLite database begins with.
const sqliteMagic = "SQLite format 3\x00"

func diffColumns() []string {
	return []string{"kind", "change", "date", "name", "what", "before", "after", "by", "quote", "id"}
}

// printDiff prints the counts, and below them a row for each change. To programs
// it prints the rows alone.
func (a *app) printDiff(d graph.Difference) error {
	summary := d.Summary()
	if summary == "" {
		summary = "no difference"
	}
	summary = strings.ToUpper(summary[:1]) + summary[1:] + "."
	if display.Format(a.format) == display.Table {
		if _, err := fmt.Fprintln(a.stdout, display.Clean(summary)); err != nil || len(d.Changes) == 0 {
			return err
		}
		if _, err := fmt.Fprintln(a.stdout); err != nil {
			return err
		}
	} else {
		a.say("%s", summary)
	}
	columns := diffColumns()
	rows := make([][]any, len(d.Changes))
	for i, c := range d.Changes {
		rows[i] = []any{strings.ToLower(c.Kind), string(c.Sort), orNull(string(c.Date)), c.Name, orNull(c.Aspect),
			list(c.Before), list(c.After), list(c.By), orNull(c.Quote), c.ID}
		if display.Format(a.format) == display.Table {
			rows[i] = slices.Replace(rows[i], 4, 7, orNull(c.Words()))
		}
	}
	if display.Format(a.format) == display.Table { // there is no room for three columns
		columns = slices.Delete(columns, 5, 7)
	}
	return a.print(columns, rows)
}

// orNull gives nil for an empty text, which is how queries answer too.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func list(texts []string) []any {
	all := make([]any, len(texts))
	for i, t := range texts {
		all[i] = t
	}
	return all
}
