package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// Most is how many events a page shows well.
const Most = 5000

// Selection says what part of a graph a dossier is of. Its fields narrow it together.
type Selection struct {
	Actor  string       // a name, alias or id, whatever the case: what it and its officials do, meet with and speak of
	Treaty string       // likewise: what concerns it
	Since  entente.Date // an event that may be as late as this; one without a date is left out
	Until  entente.Date // an event that may be as early as this; likewise
	// Limit takes that many events, those in most independent texts first, and the
	// latest of equals. 0 takes all, and makes more than Most an error.
	Limit int
}

// choose finds the events that a selection is of, in no order.
func (g *gathered) choose(s Selection) ([]*event, About, error) {
	about := About{Since: s.Since, Until: s.Until}
	var sides map[string]bool
	if s.Actor != "" {
		found, err := find("actor", s.Actor, g.actors)
		if err != nil {
			return nil, about, err
		}
		about.Actor = found[0].name
		sides = g.withOfficials(found)
	}
	var treaties map[string]bool
	if s.Treaty != "" {
		found, err := find("treaty", s.Treaty, g.treaties)
		if err != nil {
			return nil, about, err
		}
		about.Treaty, treaties = found[0].name, ids(found)
	}
	chosen := slices.DeleteFunc(slices.Clone(g.events), func(e *event) bool {
		return sides != nil && !e.touches(sides) || treaties != nil && !e.concerns(treaties) || !within(e.text("date"), s.Since, s.Until)
	})
	chosen, leftOut, err := s.limited(chosen)
	about.LeftOut = leftOut
	return chosen, about, err
}

// limited gives as many of the events as the selection allows, and how many it leaves out.
func (s Selection) limited(events []*event) ([]*event, int, error) {
	if s.Limit == 0 && len(events) > Most {
		return nil, 0, fmt.Errorf("%d events are more than the %d that a page shows well: select an actor, a treaty or a time, or set a limit",
			len(events), Most)
	}
	if s.Limit == 0 || len(events) <= s.Limit {
		return events, 0, nil
	}
	slices.SortFunc(events, func(a, b *event) int {
		return cmp.Or(cmp.Compare(b.number("texts"), a.number("texts")), cmp.Compare(b.text("date"), a.text("date")), cmp.Compare(a.id, b.id))
	})
	return events[:s.Limit], len(events) - s.Limit, nil
}

// touches reports whether one of these actors takes part in the event or speaks of it.
func (e *event) touches(actors map[string]bool) bool {
	in := func(id string) bool { return actors[id] }
	return slices.ContainsFunc(e.actors, in) || slices.ContainsFunc(e.targets, in) ||
		slices.ContainsFunc(e.claims, func(c *claim) bool { return in(c.speaker) })
}

// concerns reports whether the event concerns one of these treaties.
func (e *event) concerns(treaties map[string]bool) bool {
	return slices.ContainsFunc(e.treaties, func(id string) bool { return treaties[id] })
}

// within compares dates as the canned queries do: 2020-09 may be after 2020-09-10.
func within(date string, since, until entente.Date) bool {
	s, u := string(since), string(until)
	if since+until != "" && date == "" {
		return false
	}
	return (s == "" || date >= s[:min(len(s), len(date))]) && (u == "" || date[:min(len(u), len(date))] <= u)
}

// withOfficials adds those who hold an office with the actors.
func (g *gathered) withOfficials(of []*node) map[string]bool {
	sides := ids(of)
	principals := ids(of)
	for _, a := range g.affiliations {
		if principals[a.of] {
			sides[a.actor] = true
		}
	}
	return sides
}

func ids(nodes []*node) map[string]bool {
	all := map[string]bool{}
	for _, n := range nodes {
		all[n.id] = true
	}
	return all
}

// find gives the nodes that go by the name, at least one.
func find(kind, name string, among []*node) ([]*node, error) {
	var found []*node
	for _, n := range among {
		if slices.ContainsFunc(append([]string{n.id, n.name}, n.list("aliases")...), func(s string) bool { return strings.EqualFold(s, name) }) {
			found = append(found, n)
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	message := fmt.Sprintf("no %s is called %q", kind, name)
	if near := nearTo(name, among); len(near) > 0 {
		message += "; did you mean " + strings.Join(near, " or ") + "?"
	}
	return nil, UnknownError{message}
}

// UnknownError says that the graph has nothing of the name that was asked for, and
// what it has of a similar one.
type UnknownError struct{ message string }

func (e UnknownError) Error() string { return e.message }

// nearTo gives up to three names: those that share most words with the name.
func nearTo(name string, among []*node) []string {
	words := strings.Fields(strings.ToLower(name))
	var names []string
	most := 1
	for _, n := range among {
		shared := 0
		for _, other := range append([]string{n.name}, n.list("aliases")...) {
			has := 0
			for _, w := range strings.Fields(strings.ToLower(other)) {
				if slices.ContainsFunc(words, func(mine string) bool { return alike(mine, w) }) {
					has++
				}
			}
			shared = max(shared, has)
		}
		if shared > most {
			names, most = nil, shared
		}
		if shared == most {
			names = append(names, n.name)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	return names[:min(len(names), 3)]
}

// alike reports whether two words are equal but for one letter that is missing, too
// many or another.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 3 || len(y)-len(x) > 1 {
		return a == b
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if i == len(x) {
		return true
	}
	return slices.Equal(x[i:], y[i+1:]) || slices.Equal(x[i+1:], y[i+1:])
}
