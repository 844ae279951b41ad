package graph

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente"
)

// Check reports what keeps a record out of the graph: ids that don't say what
// they are of, or are there twice, or refer to nothing in the record; quotes that
// aren't the text's own words; events without a claim. Nil when all is well.
func Check(r entente.Record) error {
	c := checker{ids: map[string]bool{}}
	a := r.Article
	if a.ID == "" || !utf8.ValidString(a.ID) {
		c.add("article has no valid id")
	}
	if !utf8.ValidString(a.Text) {
		c.add("text isn't valid UTF-8")
	}
	if _, err := entente.ParseDate(string(a.Published)); err != nil {
		c.add("published: %v", err)
	}
	for _, x := range r.Actors {
		c.define(x.ID, string(x.Kind)+":")
		switch x.Kind {
		case entente.Person, entente.Country, entente.Organization, entente.Group:
		default:
			c.add("actor %q is of unknown kind %q", x.ID, x.Kind)
		}
	}
	for _, x := range r.Treaties {
		c.define(x.ID, "treaty:")
	}
	for _, x := range r.Places {
		c.define(x.ID, "place:")
		if !(math.Abs(x.Latitude) <= 90 && math.Abs(x.Longitude) <= 180) {
			c.add("place %s is at %v, %v, which is nowhere on Earth", x.ID, x.Latitude, x.Longitude)
		}
	}
	for _, x := range r.Events {
		c.define(x.ID, "")
	}
	for _, x := range r.Claims {
		c.define(x.ID, "claim:")
	}
	c.references(r)
	if len(c.problems) == 0 {
		return nil
	}
	return fmt.Errorf("article %s: %w", a.ID, errors.Join(c.problems...))
}

type checker struct {
	ids      map[string]bool
	problems []error
}

func (c *checker) add(format string, args ...any) {
	c.problems = append(c.problems, fmt.Errorf(format, args...))
}

func (c *checker) define(id, prefix string) {
	switch {
	case len(id) <= len(prefix) || !strings.HasPrefix(id, prefix) || !utf8.ValidString(id):
		c.add("id %q doesn't begin with %q or has nothing after it", id, prefix)
	case c.ids[id]:
		c.add("id %q is there twice", id)
	}
	c.ids[id] = true
}

// refer checks ids that must be those of some of the record's things, whose own
// ids begin with one of the prefixes.
func (c *checker) refer(what string, ids []string, prefixes ...string) {
	for _, id := range ids {
		ok := len(prefixes) == 0
		for _, p := range prefixes {
			ok = ok || strings.HasPrefix(id, p)
		}
		if !ok || !c.ids[id] {
			c.add("%s refers to %q, which isn't in the record or isn't of the right kind", what, id)
		}
	}
}

func (c *checker) references(r entente.Record) {
	actors := []string{"person:", "country:", "organization:", "group:"}
	one := func(id string) []string {
		if id == "" {
			return nil
		}
		return []string{id}
	}
	for _, x := range r.Actors {
		for _, to := range x.Affiliations {
			c.refer("affiliation of "+x.ID, []string{to.Actor}, actors...)
			if !utf8.ValidString(to.Role) {
				c.add("role of %s isn't valid UTF-8", x.ID)
			}
		}
	}
	for _, x := range r.Treaties {
		c.refer("party to "+x.ID, x.Parties, actors...)
		c.refer("comparison of "+x.ID, x.ComparedTo, "treaty:")
	}
	claims := map[string]string{}
	for _, x := range r.Claims {
		claims[x.ID] = x.Event
		c.refer("event of "+x.ID, one(x.Event))
		c.refer("speaker of "+x.ID, one(x.Speaker), actors...)
		c.span("quote of "+x.ID, x.Start, x.End, r.Article.Text)
		c.span("sentence of "+x.ID, x.Sentence[0], x.Sentence[1], r.Article.Text)
		if n := len(r.Article.Text); x.Start >= 0 && x.Start <= x.End && x.End <= n && r.Article.Text[x.Start:x.End] != x.Quote {
			c.add("quote of %s isn't bytes %d to %d of the text", x.ID, x.Start, x.End)
		}
		if !(x.Confidence >= 0 && x.Confidence <= 1) {
			c.add("confidence of %s is %v, not between 0 and 1", x.ID, x.Confidence)
		}
	}
	for _, x := range r.Events {
		c.refer("actor of "+x.ID, x.Actors, actors...)
		c.refer("recipient of "+x.ID, x.Recipients, actors...)
		c.refer("treaty of "+x.ID, x.Treaties, "treaty:")
		c.refer("place of "+x.ID, one(x.Place), "place:")
		if _, err := entente.ParseDate(string(x.Date)); err != nil {
			c.add("date of %s: %v", x.ID, err)
		}
		if len(x.Claims) == 0 {
			c.add("event %s has no claim", x.ID)
		}
		for _, id := range x.Claims {
			if event, ok := claims[id]; !ok || event != x.ID {
				c.add("event %s names claim %q, which isn't about it", x.ID, id)
			}
		}
	}
}

func (c *checker) span(what string, start, end int, text string) {
	switch {
	case start < 0 || end < start || end > len(text):
		c.add("%s: bytes %d to %d don't lie in a text of %d", what, start, end, len(text))
	case !utf8.ValidString(text[start:end]):
		c.add("%s: bytes %d to %d cut a letter in two", what, start, end)
	}
}
