package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
)

func (a *app) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify",
		Short: "Check every claim's quote against the text of its article",
		Long: `Read every claim's quote again in the text of its article, and check that every
event has evidence. What doesn't fit is listed, and the exit status is 1.`,
		Args: cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			store, err := a.openExisting(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			v, err := verifyGraph(ctx, store)
			if err != nil {
				return err
			}
			if len(v.rows) > 0 || display.Format(a.format) != display.Table {
				if err := a.print([]string{"element", "article", "problem"}, v.rows); err != nil {
					return err
				}
			}
			if len(v.rows) > 0 {
				return fmt.Errorf("%s found in %s and %s", count(len(v.rows), "problem"), count(v.claims, "claim"), count(v.events, "event"))
			}
			a.say("%s and %s checked: all is well.", count(v.claims, "claim"), count(v.events, "event"))
			return nil
		}),
	}
}

// verification is what verify has read so far, and what doesn't fit.
type verification struct {
	texts          map[string]string // by article
	article        map[string]string // by claim
	evident        map[string]bool   // events with a claim
	claims, events int
	rows           [][]any
}

func verifyGraph(ctx context.Context, store graph.Store) (*verification, error) {
	v := &verification{texts: map[string]string{}, article: map[string]string{}, evident: map[string]bool{}}
	kinds := []string{graph.Makes, graph.About, graph.Article, graph.Claim, graph.Event}
	if err := store.Scan(ctx, kinds, v.element); err != nil {
		return nil, fmt.Errorf("read the graph: %w", err)
	}
	return v, nil
}

func (v *verification) element(e graph.Element) error {
	switch e.Kind {
	case graph.Makes:
		v.article[e.End] = e.Start
	case graph.About:
		v.evident[e.End] = true
	case graph.Article:
		v.texts[e.ID], _ = e.Props["text"].(string)
	case graph.Claim:
		v.claims++
		if problem := v.claim(e); problem != "" {
			v.rows = append(v.rows, []any{e.ID, v.article[e.ID], problem})
		}
	case graph.Event:
		v.events++
		if !v.evident[e.ID] {
			v.rows = append(v.rows, []any{e.ID, nil, "no claim is about this event"})
		}
	}
	return nil
}

// claim says what is wrong with a claim, or nothing.
func (v *verification) claim(e graph.Element) string {
	article, ok := v.article[e.ID]
	if !ok {
		return "no article makes this claim"
	}
	text, ok := v.texts[article]
	if !ok {
		return "its article isn't in the graph"
	}
	quote, _ := e.Props["quote"].(string)
	sentence, _ := e.Props["sentence"].(string)
	start, _ := e.Props["start"].(int64)
	end, _ := e.Props["end"].(int64)
	switch {
	case quote == "":
		return "it has no quote"
	case start < 0 || end < start || end > int64(len(text)):
		return fmt.Sprintf("bytes %d to %d lie outside a text of %d", start, end, len(text))
	case text[start:end] != quote:
		return fmt.Sprintf("the text says %q there, not %q", text[start:end], quote)
	case !strings.Contains(text, sentence):
		return fmt.Sprintf("its sentence isn't in the text: %q", sentence)
	}
	return ""
}
