package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/queries"
)

// query is the command that asks canned questions; each is a command below it,
// with its parameters as flags.
func (a *app) query(all []queries.Query) (*cobra.Command, error) {
	cmd := &cobra.Command{
		Use:   "query [NAME]",
		Short: "Ask the graph a question; without a name, list the questions",
		Long: `Ask the graph a question. Without a name, the questions are listed.

An actor is named by any of its names, whatever the case, or by its id: "Moscow",
"russia" and "country:ru" are one. Treaties and outlets likewise. Dates may be
2020-09-25, 2020-09 or 2020.

With --as-of DATE a question is asked of what was known then: of a graph made anew of
the articles published by that date. 2020-09 means to the end of that month. Left out
are articles without a date of publication, and those of which only a month or a year
is known that ended later.

Your own questions: put a pair NAME.cypher and NAME.sql with a common header into
a folder and name it with --queries.`,
		Example: `  entente query
  entente query between --a Russia --b "United States" --since 2018
  entente query disputed --format json
  entente query treaty-history --treaty "INF Treaty" --as-of 2018-12`,
		SuggestionsMinimumDistance: 3,
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownQuery(cmd, args[0])
		}
		return nil
	}
	// The flags of a query whose name is misspelt are unknown too; it is the name
	// that the user needs to hear of.
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		if c == cmd && c.Flags().NArg() > 0 {
			return unknownQuery(cmd, c.Flags().Arg(0))
		}
		return err
	})
	cmd.PersistentFlags().StringArray("queries", nil, "a folder of your own queries; one named like another replaces it (repeatable)")
	cmd.PersistentFlags().StringVar(&a.asOf, "as-of", "", "ask only what articles published by this date tell: 2020-09-25, 2020-09 (to the end of that month) or 2020")
	cmd.RunE = a.run(func(context.Context, []string) error {
		rows := make([][]any, len(all))
		for i, q := range all {
			rows[i] = []any{q.Name, q.About}
		}
		return a.print([]string{"query", "about"}, rows)
	})
	for _, q := range all {
		sub, err := a.question(q)
		if err != nil {
			return nil, err
		}
		cmd.AddCommand(sub)
	}
	return cmd, nil
}

func unknownQuery(cmd *cobra.Command, name string) error {
	message := fmt.Sprintf("no query is called %q", name)
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		message += "; did you mean " + strings.Join(near, " or ") + "?"
	}
	return usage("%s", message)
}

// question is the command of one query.
func (a *app) question(q queries.Query) (*cobra.Command, error) {
	show := ""
	cmd := &cobra.Command{Use: q.Name, Short: q.About, Long: q.About + "\n\nColumns: " + strings.Join(q.Columns, ", ") + ".", Args: cobra.NoArgs}
	if err := a.paramFlags(cmd, q); err != nil {
		return nil, err
	}
	cmd.Flags().StringVar(&show, "show", "", "don't ask, print the query's text: cypher, sql or browser (draws a picture in Neo4j Browser)")
	cmd.RunE = a.run(func(ctx context.Context, _ []string) error {
		if show != "" {
			return a.showQuery(q, show)
		}
		_, params, err := paramValues(cmd, q)
		if err != nil {
			return err
		}
		asOf, err := entente.ParseDate(a.asOf)
		if err != nil || asOf == "" && cmd.Flags().Changed("as-of") {
			return usage("--as-of: %q is no date: want 2020-09-25, 2020-09 or 2020", a.asOf)
		}
		store, err := a.openAsked(ctx, asOf)
		if err != nil {
			return err
		}
		defer store.Close()
		rows, err := store.Query(ctx, asked(q), params)
		if err != nil {
			return fmt.Errorf("query %s: %w", q.Name, err)
		}
		if len(rows.Values) == 0 {
			a.say("Nothing in the graph answers this.%s", hint(q, params))
			if a.format == "table" {
				return nil
			}
		}
		return a.print(q.Columns, rows.Values)
	})
	return cmd, nil
}

// paramFlags gives the command of a query a flag for each of its params.
func (a *app) paramFlags(cmd *cobra.Command, q queries.Query) error {
	for _, p := range q.Params {
		switch p.Name {
		case "db", "format", "queries", "help", "show", "at", "print":
			return fmt.Errorf("query %s: a param can't be called %s: the command line has a flag of that name", q.Name, p.Name)
		}
		about := p.About
		if p.Required {
			about += " (required)"
		}
		short := ""
		if len(p.Name) == 1 && p.Name != "h" { // for cobra doesn't complete --a without -a
			short = p.Name
		}
		cmd.Flags().StringP(p.Name, short, p.Default, about)
		cmd.Flags().Lookup(p.Name).Value = &typed{cmd.Flags().Lookup(p.Name).Value, p.Type}
		if p.Type == queries.Name {
			a.offerNames(cmd, p.Name)
		}
	}
	return nil
}

// paramValues gives what the flags say of a query's params: as the user typed it,
// and as stores take it.
func paramValues(cmd *cobra.Command, q queries.Query) (typed map[string]string, parsed map[string]any, err error) {
	typed, parsed = map[string]string{}, map[string]any{}
	for _, p := range q.Params {
		flag := cmd.Flags().Lookup(p.Name)
		if p.Required && !flag.Changed {
			return nil, nil, usage("--%s is needed: %s", p.Name, p.About)
		}
		typed[p.Name] = flag.Value.String()
		if parsed[p.Name], err = p.Parse(typed[p.Name]); err != nil {
			return nil, nil, usage("--%w", err)
		}
	}
	return typed, parsed, nil
}

// hint says what may be wrong when a query for something by name finds nothing.
func hint(q queries.Query, params map[string]any) string {
	for _, p := range q.Params {
		if (p.Type == queries.String || p.Type == queries.Name) && params[p.Name] != "" {
			return ` Names must match as a whole: see "entente query actors", "treaties" or "articles".`
		}
	}
	return ""
}

// typed is a flag's value that help shows with its parameter's type.
type typed struct {
	value interface {
		String() string
		Set(string) error
	}
	kind queries.Type
}

func (t *typed) String() string     { return t.value.String() }
func (t *typed) Set(s string) error { return t.value.Set(s) }
func (t *typed) Type() string       { return string(t.kind) }

// showQuery prints the text of a query rather than asking it.
func (a *app) showQuery(q queries.Query, language string) error {
	text, ok := map[string]string{"cypher": q.Cypher, "sql": q.SQL, "browser": q.Browser}[language]
	switch {
	case !ok:
		return usage("--show %s: want cypher, sql or browser", language)
	case text == "":
		return usage("query %s has no picture for Neo4j Browser", q.Name)
	}
	return a.tell("%s", text)
}

// asked is a query as stores take it.
func asked(q queries.Query) graph.Query {
	return graph.Query{Cypher: q.Cypher, SQL: q.SQL, Columns: q.Columns}
}

// queryFolders finds the values of --queries in args, before the commands that
// they bring exist. Other commands than these read the folders themselves.
func queryFolders(args []string) []string {
	var folders []string
	if !slices.Contains(args, "query") && !slices.Contains(args, "browser") {
		return nil
	}
	for i, arg := range args {
		if arg == "--queries" && i+1 < len(args) {
			folders = append(folders, args[i+1])
		} else if folder, ok := strings.CutPrefix(arg, "--queries="); ok {
			folders = append(folders, folder)
		}
	}
	return folders
}

// loadQueries reads the queries of the program, with the users' laid over them.
func loadQueries(folders []string) ([]queries.Query, error) {
	all, err := queries.Default()
	if err != nil {
		return nil, err
	}
	for _, folder := range folders {
		own, err := queries.Read(os.DirFS(folder))
		if err != nil {
			return nil, fmt.Errorf("queries in %s: %w", folder, err)
		}
		all = queries.Merge(all, own)
	}
	return all, nil
}
