package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/export"
	"github.com/entente-graph/entente/internal/wholefile"
)

func (a *app) export() *cobra.Command {
	format, output := "", ""
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the whole graph, for other programs to read",
		Long: `Write the whole graph in a form that other programs read:

  jsonl      all of it as JSON lines, as Neo4j's APOC export: to keep, or to compare
             with "entente diff"
  graphml    for Gephi, yEd and networkx; without the articles' texts
  csv        a row an event, for R, pandas and spreadsheets
  ftm        FollowTheMoney entities as JSON lines, for Aleph and OpenSanctions tools
  cypher     a script for cypher-shell or Neo4j Browser, to look at the graph there
  neo4j-csv  a folder for "neo4j-admin database import full", the fastest way to
             bring a large graph into an empty Neo4j; "entente load" goes on from there

The order is fixed and nothing depends on the store or on time, so two equal graphs
are two equal files. A file gets its name when all of it is written. docs/EXPORT.md
has the columns, and what becomes of what a format can't hold.`,
		Example: `  entente export > graph.jsonl
  entente export --format graphml -o graph.graphml
  entente export --format csv -o events.csv
  entente export --format neo4j-csv -o import`,
		Args: cobra.NoArgs,
	}
	var names []string
	for _, f := range export.Formats() {
		names = append(names, string(f))
	}
	cmd.Flags().StringVar(&format, "format", string(export.JSONL), "what to write: "+strings.Join(names, ", "))
	offer(cmd, "format", names...)
	cmd.Flags().StringVarP(&output, "output", "o", "-", `the file, or for neo4j-csv the folder, to write; "-" for standard output`)
	cmd.RunE = a.run(func(ctx context.Context, _ []string) error {
		f, err := export.ParseFormat(format)
		if err != nil {
			return usageError{err}
		}
		if f.Folder() && (output == "-" || output == "") {
			return usage("--format %s writes a folder: name it by -o, as in -o import", f)
		}
		store, err := a.openExisting(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		if f.Folder() {
			return a.exportFolder(ctx, store, output)
		}
		return a.exportFile(ctx, store, f, output)
	})
	return cmd
}

// exportFile writes to a file or to standard output.
func (a *app) exportFile(ctx context.Context, store graph.Store, f export.Format, name string) error {
	if name == "-" || name == "" {
		return export.Write(ctx, store, f, a.stdout)
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return usage("-o %s: that is a folder, and %s is one file", name, f)
	}
	w, err := wholefile.Create(name)
	if err != nil {
		return err
	}
	defer w.Discard()
	if err := export.Write(ctx, store, f, w); err != nil {
		return err
	}
	return w.Commit()
}

// exportFolder writes what neo4j-admin imports, and says how.
func (a *app) exportFolder(ctx context.Context, store graph.Store, name string) error {
	err := wholefile.Folder(name, func(dir string) error { return export.WriteFolder(ctx, store, dir) },
		export.ImportArgs, export.SchemaFile, "*.csv", "import.report")
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	a.say(`Where Neo4j is, with the server stopped and the database empty, type in the folder %s:

  neo4j-admin database import full neo4j @%s

and when the server runs again:

  cypher-shell -f %s`, name, export.ImportArgs, export.SchemaFile)
	return nil
}
