package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"

	webbrowser "github.com/cli/browser"
	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/internal/wholefile"
	"github.com/entente-graph/entente/queries"
	"github.com/entente-graph/entente/views/browserkit"
)

// neo4jBrowser is where Neo4j Browser is unless --at says otherwise.
const neo4jBrowser = "http://localhost:7474/browser/"

// browser is the command with all that concerns Neo4j Browser. Queries that have a
// picture are commands below "open".
func (a *app) browser(all []queries.Query) (*cobra.Command, error) {
	cmd := &cobra.Command{
		Use:   "browser",
		Short: "Make Neo4j Browser at home with the graph: style, saved queries, a guide, pictures",
		Args:  cobra.NoArgs,
	}
	cmd.PersistentFlags().StringArray("queries", nil, "a folder of your own queries, as for entente query (repeatable)")
	open, err := a.browserOpen(all)
	if err != nil {
		return nil, err
	}
	cmd.AddCommand(a.browserKit(all), a.browserServe(all), open)
	return cmd, nil
}

func (a *app) browserKit(all []queries.Query) *cobra.Command {
	return &cobra.Command{
		Use:   "kit DIR",
		Short: "Write what Neo4j Browser can be given: style.grass, queries.zip, guide.html",
		Long: `Write the kit for Neo4j Browser into a folder: a style that gives each kind of node
its colour, size and caption; the queries that draw a picture, to be saved, by topic;
a guide through the graph that is loaded; and a README that says what to drop where.`,
		Example: "  entente browser kit kit/",
		Args:    cobra.ExactArgs(1),
		RunE: a.run(func(_ context.Context, args []string) error {
			kit, err := browserkit.Files(all, browserkit.Base(browserkit.Port))
			if err != nil {
				return err
			}
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return fmt.Errorf("make the kit's folder: %w", err)
			}
			for _, f := range kit {
				if err := wholefile.Write(filepath.Join(args[0], f.Name), f.Data); err != nil {
					return fmt.Errorf("write the kit: %w", err)
				}
			}
			a.say("%s holds the kit; its README.md says what to drop where.", args[0])
			return nil
		}),
	}
}

func (a *app) browserServe(all []queries.Query) *cobra.Command {
	port, at := browserkit.Port, neo4jBrowser
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the kit to Neo4j Browser, on this computer only",
		Long: `Serve the kit to the Neo4j Browser of this computer, and print what to paste into it:
a line each for the style, the guide and a first picture, and a link that does the same.
Nothing of the graph is served: Browser asks the database itself. Ctrl-C ends it.`,
		Example: "  entente browser serve",
		Args:    cobra.NoArgs,
	}
	cmd.Flags().IntVar(&port, "port", port, "the port to listen on; 0 takes any that is free")
	atFlag(cmd, &at)
	cmd.RunE = a.run(func(ctx context.Context, _ []string) error {
		listener, err := listenHere(port)
		if err != nil {
			return err
		}
		defer listener.Close()
		base := browserkit.Base(listener.Addr().(*net.TCPAddr).Port)
		kit, err := browserkit.Files(all, base)
		if err != nil {
			return err
		}
		lines, err := browserkit.Invitation(base, at)
		if err != nil {
			return usageError{err}
		}
		if _, err := fmt.Fprint(a.stdout, lines); err != nil {
			return err
		}
		return serveUntil(ctx, listener, browserkit.Handler(kit))
	})
	return cmd
}

func (a *app) browserOpen(all []queries.Query) (*cobra.Command, error) {
	at, onlyPrint := neo4jBrowser, false
	cmd := &cobra.Command{
		Use:   "open [NAME]",
		Short: "Open a query's picture in Neo4j Browser; without a name, list those that have one",
		Long: `Open Neo4j Browser with a query in its editor, ready to run, that draws the answer.
The values are put into the query, as text that can't be anything but text.`,
		Example: `  entente browser open
  entente browser open between --a Moscow --b London
  entente browser open treaty-history --treaty "INF Treaty" --print`,
		SuggestionsMinimumDistance: 3,
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownQuery(cmd, args[0])
		}
		return nil
	}
	cmd.PersistentFlags().BoolVar(&onlyPrint, "print", false, "only print the link")
	atFlag(cmd, &at)
	pictures := slices.DeleteFunc(slices.Clone(all), func(q queries.Query) bool { return q.Browser == "" })
	cmd.RunE = a.run(func(context.Context, []string) error {
		rows := make([][]any, len(pictures))
		for i, q := range pictures {
			rows[i] = []any{q.Name, q.About}
		}
		return a.print([]string{"query", "about"}, rows)
	})
	for _, q := range pictures {
		sub := &cobra.Command{Use: q.Name, Short: q.About, Args: cobra.NoArgs}
		if err := a.paramFlags(sub, q); err != nil {
			return nil, err
		}
		sub.RunE = a.run(func(context.Context, []string) error {
			values, _, err := paramValues(sub, q)
			if err != nil {
				return err
			}
			text, err := browserkit.Fill(q, values)
			if err != nil {
				return err
			}
			link, err := browserkit.Link(at, browserkit.Edit, text)
			if err != nil {
				return usageError{err}
			}
			if !onlyPrint {
				return a.openLink(link)
			}
			_, err = fmt.Fprintln(a.stdout, link)
			return err
		})
		cmd.AddCommand(sub)
	}
	return cmd, nil
}

// openLink opens an address in the user's browser; where there is none the user is
// given it.
func (a *app) openLink(link string) error {
	webbrowser.Stdout, webbrowser.Stderr = a.stderr, a.stderr
	if err := webbrowser.OpenURL(link); err != nil {
		return fmt.Errorf("open a browser: %w; open this yourself:\n%s", err, link)
	}
	return nil
}

func atFlag(cmd *cobra.Command, at *string) {
	cmd.PersistentFlags().StringVar(at, "at", *at, "where Neo4j Browser is")
}
