package main

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/internal/wholefile"
	"github.com/entente-graph/entente/views/dossier"
)

func (a *app) report() *cobra.Command {
	var of selection
	output := "-"
	cmd := &cobra.Command{
		Use:   "report",
		Short: "Write a dossier: one HTML file with graph, timeline, treaties, disputes and the articles' words",
		Long: `Write a dossier of the graph, or of a part of it: one HTML file that needs no server
and asks nothing of the network. It shows who is most active and what is disputed; a
graph to drag, zoom and filter; a timeline; who acts on whom; each treaty's life; both
sides' words on what is disputed; and each article's text with its evidence marked.
It can be read with keyboard and screen reader, and printed.

--actor takes an actor by name, alias or id, with its officials: what they do, what is
done to them, and what they speak of. The selections narrow one another.`,
		Example: `  entente report -o dossier.html
  entente report --actor Russia --since 2018 -o russia.html
  entente report --treaty "INF Treaty" -o inf.html`,
		Args: cobra.NoArgs,
	}
	of.flags(cmd.Flags())
	a.offerNames(cmd, "actor")
	a.offerNames(cmd, "treaty")
	cmd.Flags().StringVarP(&output, "output", "o", output, `the file to write; "-" is standard output`)
	cmd.RunE = a.run(func(ctx context.Context, _ []string) error {
		if cmd.Flags().Changed("format") {
			return usage("--format %s: report writes HTML only", a.format)
		}
		if f, ok := a.stdout.(*os.File); ok && output == "-" && term.IsTerminal(int(f.Fd())) {
			return usage("name the file to write: entente report -o dossier.html")
		}
		selected, err := of.read()
		if err != nil {
			return err
		}
		store, err := a.openExisting(ctx)
		if err != nil {
			return err
		}
		defer store.Close()
		d, err := dossier.Collect(ctx, store, selected)
		if err != nil {
			return err
		}
		var page bytes.Buffer
		if err := dossier.Write(&page, d); err != nil {
			return err
		}
		if output == "-" {
			_, err := a.stdout.Write(page.Bytes())
			return err
		}
		if err := wholefile.Write(output, page.Bytes()); err != nil {
			return fmt.Errorf("write the dossier: %w", err)
		}
		a.say("%s holds %s of %s, %.1f MB; open it in a browser.%s", output, count(len(d.Events), "event"), count(len(d.Articles), "article"),
			float64(page.Len())/1e6, leftOutEvents(d.About.LeftOut))
		return nil
	})
	return cmd
}

func leftOutEvents(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" Another %s were left out, for the limit.", count(n, "event"))
}

// selection is a dossier's selection as flags give it.
type selection struct {
	actor, treaty, since, until string
	limit                       int
}

func (s *selection) flags(f *pflag.FlagSet) {
	f.StringVar(&s.actor, "actor", "", "only what this actor and its officials take part in or speak of: a name, alias or id")
	f.StringVar(&s.treaty, "treaty", "", "only what concerns this treaty: a name, alias or id")
	f.StringVar(&s.since, "since", "", "only events not before this date: 2020-09-25, 2020-09 or 2020")
	f.StringVar(&s.until, "until", "", "only events not after this date")
	f.IntVar(&s.limit, "limit", 0, fmt.Sprintf("only that many events, those in most independent texts; without it, more than %d are refused", dossier.Most))
}

func (s *selection) read() (dossier.Selection, error) {
	since, err := entente.ParseDate(s.since)
	if err != nil {
		return dossier.Selection{}, usage("--since: %w", err)
	}
	until, err := entente.ParseDate(s.until)
	if err != nil {
		return dossier.Selection{}, usage("--until: %w", err)
	}
	if s.limit < 0 {
		return dossier.Selection{}, usage("--limit must not be negative")
	}
	return dossier.Selection{Actor: s.actor, Treaty: s.treaty, Since: since, Until: until, Limit: s.limit}, nil
}
