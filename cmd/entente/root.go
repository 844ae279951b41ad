package main

import (
	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
)

// root builds the command tree. It looks at args only for folders of queries,
// which become commands too.
func (a *app) root(args []string) (*cobra.Command, error) {
	root := &cobra.Command{
		Use:   "entente",
		Short: "Read news on diplomacy, and ask who did what to whom, under which treaty, and who says so",
		Long: `Entente reads news articles on diplomacy, security and cyber affairs and builds a
graph of who did what to whom, under which treaty, and who says so. The graph is
kept in a file, or in Neo4j.

Exit status: 0 all done, 1 failed, 2 wrong usage, 3 done but some articles were
refused (each is named, with the reason, on standard error), 130 interrupted: what
is being written is finished first; a second interrupt ends at once.`,
		Example: `  entente demo                          see it work on the sample articles
  entente load articles/                read a folder into entente.db
  entente report -o dossier.html        show it all on one page for the browser
  entente query                         list the questions you can ask
  entente query treaty-history --treaty "INF Treaty"`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(a.stdin)
	root.SetOut(display.CleanWriter(a.stdout)) // help, which users' queries have a part in
	root.SetErr(display.CleanWriter(a.stderr))
	root.PersistentFlags().StringVar(&a.db, "db", "", `the graph: sqlite:FILE or neo4j://HOST:PORT (default: $ENTENTE_DB, else $NEO4J_URI, else "sqlite:entente.db")`)
	root.PersistentFlags().StringVar(&a.format, "format", "table", "how to print results: table, json, jsonl or csv")
	offer(root, "format", "table", "json", "jsonl", "csv")

	all, err := loadQueries(queryFolders(args))
	if err != nil {
		return nil, err
	}
	query, err := a.query(all)
	if err != nil {
		return nil, err
	}
	browser, err := a.browser(all)
	if err != nil {
		return nil, err
	}
	root.AddCommand(a.demo(), a.load(), a.extract(), a.forget(), a.decide(), a.review(), query, a.report(), a.serve(), browser, a.export(),
		a.diff(), a.stats(), a.verify(), a.doctor(), a.push(), a.migrate(), a.eval(), a.lexicon(), a.version())
	return root, nil
}
