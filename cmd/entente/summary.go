package main

import (
	"fmt"
	"strings"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
)

// summarise prints a record for a person to read.
func (a *app) summarise(r entente.Record, again bool) error {
	p := display.NewPage(a.stdout, a.width())
	if again {
		p.Rule()
	}
	title := r.Article.Title
	if title == "" {
		title = "(no headline)"
	}
	p.Line("", title)
	p.Line("", joined(" · ", r.Article.Outlet, string(r.Article.Published), r.Article.Path, r.Article.ID))
	names := namesOf(r)
	claims := map[string][]entente.Claim{}
	for _, c := range r.Claims {
		claims[c.Event] = append(claims[c.Event], c)
	}
	for i, e := range r.Events {
		p.Blank()
		p.Line(fmt.Sprintf("%3d. ", i+1), joined(", ", joined(" ", string(e.Type), string(e.Action), e.Mode), string(e.Status), string(e.Date)))
		p.Field("who", names.list(e.Actors))
		p.Field("whom", names.list(e.Recipients))
		p.Field("treaty", names.list(e.Treaties))
		p.Field("where", names.list([]string{e.Place}))
		for _, c := range claims[e.ID] {
			p.Field("", "“"+c.Quote+"”")
			p.Field("", "  "+says(c, names))
		}
	}
	if others := claims[""]; len(others) > 0 {
		p.Blank()
		p.Line("", "Said of no event:")
		for _, c := range others {
			p.Field("", "“"+c.Quote+"”")
			p.Field("", "  "+says(c, names))
		}
	}
	if len(r.Events) == 0 {
		p.Blank()
		p.Line("", "No event was found.")
	}
	p.Blank()
	p.Line("Treaties: ", treaties(r))
	p.Line("Actors:   ", actors(r))
	return p.Err()
}

// says tells whose word a claim is, and how it was read.
func says(c entente.Claim, names names) string {
	who := "the report " + string(c.Stance)
	if c.Speaker != "" {
		who = names[c.Speaker] + " " + string(c.Stance)
	}
	return fmt.Sprintf("%s (confidence %.2f, rule %s)", who, c.Confidence, c.Rule)
}

func treaties(r entente.Record) string {
	var all []string
	for _, t := range r.Treaties {
		year := ""
		if t.Year != 0 {
			year = fmt.Sprint(t.Year)
		}
		all = append(all, t.Name+bracket(joined(", ", year, strings.ReplaceAll(string(t.Status), "_", " "))))
	}
	return orNone(all)
}

func actors(r entente.Record) string {
	var all []string
	for _, x := range r.Actors {
		all = append(all, x.Name)
	}
	return orNone(all)
}

func orNone(all []string) string {
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, ", ")
}

func bracket(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// joined joins the parts that aren't empty.
func joined(sep string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, sep)
}

// names are the names of a record's actors, treaties and places by id.
type names map[string]string

func namesOf(r entente.Record) names {
	n := names{}
	for _, x := range r.Actors {
		n[x.ID] = x.Name
	}
	for _, x := range r.Treaties {
		n[x.ID] = x.Name
	}
	for _, x := range r.Places {
		n[x.ID] = x.Name
	}
	return n
}

func (n names) list(ids []string) string {
	var all []string
	for _, id := range ids {
		all = append(all, n[id])
	}
	return joined(", ", all...)
}
