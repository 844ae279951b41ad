package llm

import (
	"fmt"
	"io"
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// explain writes the events and statements of a record that the model has a part
// in, with their quotes.
func explain(w io.Writer, rec entente.Record) error {
	names := map[string]string{}
	for _, a := range rec.Actors {
		names[a.ID] = a.Name
	}
	for _, t := range rec.Treaties {
		names[t.ID] = t.Name
	}
	list := func(ids []string) string {
		out := make([]string, len(ids))
		for i, id := range ids {
			out[i] = names[id]
		}
		return strings.Join(out, ", ")
	}
	p := &printer{w: w}
	p.line("%s", rec.Article.Title)
	p.line("What the model found and the text bears out:")
	claims := func(event string) {
		for _, c := range rec.Claims {
			if c.Event != event || !byModel(c) {
				continue
			}
			speaker := names[c.Speaker]
			if speaker == "" {
				speaker = "the article"
			}
			p.line("       %s %s: “%s”  [%s, sure to %.2f]", speaker, c.Stance, strings.Join(strings.Fields(c.Quote), " "), c.Rule, c.Confidence)
		}
	}
	for _, e := range rec.Events {
		if !slices.ContainsFunc(rec.Claims, func(c entente.Claim) bool { return c.Event == e.ID && byModel(c) }) {
			continue
		}
		kind, date := string(e.Type), string(e.Date)
		if e.Action != "" {
			kind += "/" + string(e.Action)
		}
		if date == "" {
			date = "no date"
		}
		p.line("   + %s %s > %s %s, %s", kind, list(e.Actors), list(e.Recipients), e.Status, date)
		for _, t := range e.Treaties {
			p.line("       treaty: %s", names[t])
		}
		claims(e.ID)
	}
	p.line("   said of no event:")
	claims("")
	return p.err
}

func byModel(c entente.Claim) bool { return c.Rule == Rule || strings.HasSuffix(c.Rule, "+"+Rule) }

// explainLeft writes what was left out.
func explainLeft(w io.Writer, told Account) error {
	p := &printer{w: w}
	p.line("Left out:")
	for _, u := range told.left {
		p.line("   - %s", u.Error())
	}
	p.line("%s", told.String())
	return p.err
}

// printer writes lines until one fails.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}
