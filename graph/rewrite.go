package graph

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// rewrite gives the record as it reads with bare ids made full and under the
// decisions on actors, treaties and events that aren't any. The record itself stays as it is.
func (d decisions) rewrite(r entente.Record) entente.Record {
	if len(d.list) == 0 && len(d.full) == 0 {
		return r
	}
	w := rewriter{decisions: d, gone: map[string]bool{}}
	r.Actors = w.actors(r.Actors)
	r.Treaties = w.treaties(r.Treaties)
	r.Events = w.events(r)
	r.Claims = w.claims(r.Claims)
	return r
}

// rewriter rewrites one record.
type rewriter struct {
	decisions
	gone map[string]bool // events
}

// id is what stands for an id, "" for one that is to be ignored.
func (w rewriter) id(id string) string {
	full := w.meant(id)
	to := w.canonical(full)
	if w.ignored[full] || w.ignored[to] {
		return ""
	}
	return to
}

// ids rewrites a list of ids, each staying there once, without one of them.
func (w rewriter) ids(list []string, without string) []string {
	var all []string
	for _, id := range list {
		if to := w.id(id); to != "" && to != without && !slices.Contains(all, to) {
			all = append(all, to)
		}
	}
	return all
}

// decided is the value that a decision gives an id, under its old or its new one.
func (w rewriter) decided(values map[string]string, id string) string {
	id = w.meant(id)
	if v := values[w.canonical(id)]; v != "" {
		return v
	}
	return values[id]
}

func (w rewriter) actors(list []entente.Actor) []entente.Actor {
	var all []entente.Actor
	for _, a := range list {
		own := a.ID
		if a.ID = w.id(own); a.ID == "" {
			continue
		}
		a.Name, a.Aliases = w.named(own, a.Name, a.Aliases)
		if to := w.meant(own); to != own && a.Country == "" && bareID(to) != "" {
			a.Country = strings.ToUpper(to[len(bareID(to))+1:])
		}
		if c := w.decided(w.country, own); c != "" {
			a.Country = c
		}
		kind, _, _ := strings.Cut(a.ID, ":")
		a.Kind = entente.ActorKind(kind)
		var to []entente.Affiliation
		for _, f := range a.Affiliations {
			if f.Actor = w.id(f.Actor); f.Actor != "" && f.Actor != a.ID && !slices.Contains(to, f) {
				to = append(to, f)
			}
		}
		a.Affiliations = to
		i := slices.IndexFunc(all, func(o entente.Actor) bool { return o.ID == a.ID })
		if i < 0 {
			all = append(all, a)
			continue
		}
		all[i] = sameActor(all[i], a)
	}
	return all
}

// named is what an actor or a treaty is called: renamed, its old name is an alias.
func (w rewriter) named(id, name string, aliases []string) (string, []string) {
	to := w.decided(w.called, id)
	if to == "" || to == name {
		return name, aliases
	}
	return to, append(slices.Clone(aliases), name)
}

// sameActor joins what a record knows of an actor under two ids.
func sameActor(a, b entente.Actor) entente.Actor {
	a.Aliases = union(append(slices.Clone(a.Aliases), b.Name), b.Aliases)
	a.Aliases = slices.DeleteFunc(a.Aliases, func(s string) bool { return s == a.Name })
	if a.Country == "" {
		a.Country = b.Country
	}
	a.Mentions = append(slices.Clone(a.Mentions), b.Mentions...)
	a.Affiliations = union(a.Affiliations, b.Affiliations)
	return a
}

func union[T comparable](a, b []T) []T {
	all := slices.Clone(a)
	for _, x := range b {
		if !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	return all
}

func (w rewriter) treaties(list []entente.Treaty) []entente.Treaty {
	var all []entente.Treaty
	for _, t := range list {
		own := t.ID
		if t.ID = w.id(own); t.ID == "" {
			continue
		}
		t.Name, t.Aliases = w.named(own, t.Name, t.Aliases)
		t.Parties = w.ids(t.Parties, "")
		t.ComparedTo = w.ids(t.ComparedTo, t.ID)
		i := slices.IndexFunc(all, func(o entente.Treaty) bool { return o.ID == t.ID })
		if i < 0 {
			all = append(all, t)
			continue
		}
		o := &all[i]
		o.Aliases = union(append(slices.Clone(o.Aliases), t.Name), t.Aliases)
		o.Aliases = slices.DeleteFunc(o.Aliases, func(s string) bool { return s == o.Name })
		o.Parties, o.ComparedTo = union(o.Parties, t.Parties), union(o.ComparedTo, t.ComparedTo)
		o.Mentions = append(slices.Clone(o.Mentions), t.Mentions...)
		o.Named = o.Named || t.Named
		if o.Year == 0 {
			o.Year = t.Year
		}
	}
	return all
}

// events leaves out those that are to be ignored, and those of nobody who is left.
func (w rewriter) events(r entente.Record) []entente.Event {
	var all []entente.Event
	for _, e := range r.Events {
		sides := len(e.Actors) + len(e.Recipients)
		e.Actors = w.ids(e.Actors, "")
		e.Recipients = w.ids(e.Recipients, "")
		e.Recipients = slices.DeleteFunc(e.Recipients, func(id string) bool { return w.isMerged(id) && slices.Contains(e.Actors, id) })
		e.Treaties = w.ids(e.Treaties, "")
		if w.ignores(r, e) || sides > 0 && len(e.Actors)+len(e.Recipients) == 0 {
			w.gone[e.ID] = true
			continue
		}
		all = append(all, e)
	}
	return all
}

// isMerged reports whether other ids come to this one.
func (w rewriter) isMerged(id string) bool {
	for from := range w.merged {
		if w.canonical(from) == id {
			return true
		}
	}
	for _, to := range w.full {
		if w.canonical(to) == id {
			return true
		}
	}
	return false
}

func (w rewriter) ignores(r entente.Record, e entente.Event) bool {
	for _, d := range w.decisions.events {
		if d.Verb == Ignore && slices.ContainsFunc(d.Of, func(s Subject) bool { return s.find(r) == e.ID }) {
			return true
		}
	}
	return false
}

func (w rewriter) claims(list []entente.Claim) []entente.Claim {
	var all []entente.Claim
	for _, c := range list {
		if w.gone[c.Event] {
			continue
		}
		if c.Speaker != "" {
			c.Speaker = w.id(c.Speaker)
		}
		all = append(all, c)
	}
	return all
}

// find gives the id of the record's event that the subject's words tell of, ""
// for none: the one with that very quote, else one whose quote holds it or lies
// in it, of the type named if there is such a one.
func (s Subject) find(r entente.Record) string {
	if !s.event() || s.Article != r.Article.ID {
		return ""
	}
	types := map[string]entente.EventType{}
	for _, e := range r.Events {
		types[e.ID] = e.Type
	}
	best, most := "", 0
	for _, c := range r.Claims {
		if c.Event == "" {
			continue
		}
		like := 0
		switch {
		case c.Quote == s.Quote:
			like = 4
		case strings.Contains(c.Quote, s.Quote), strings.Contains(s.Quote, c.Quote):
			like = 2
		default:
			continue
		}
		if types[c.Event] == s.Type || s.Type == "" {
			like++
		}
		if like > most {
			best, most = c.Event, like
		}
	}
	return best
}
