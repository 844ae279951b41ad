package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// doubtful is how much too low the score of two reports may be for a person to be
// asked: as much as makes them one in four instead of one in two.
const doubtful = 100

// Doubt is a pair that a person might know better about than the rules.
type Doubt struct {
	Label  string // Actor or Event
	One    bool   // the graph holds the two to be one
	A, B   Side
	Reason string // why it is doubtful, in words
	weight int    // the more, the more doubtful
}

// Side is one of the two: an actor, an event, or some of the reports of one.
type Side struct {
	ID, Name string
	Claims   []string // ids: of an event's reports, one claim each
}

// Subjects are what a decision on the side is about, given the words of claims.
func (s Side) Subjects(words func(claim string) (Subject, error)) ([]Subject, error) {
	if len(s.Claims) == 0 {
		return []Subject{{ID: s.ID}}, nil
	}
	var all []Subject
	for _, c := range s.Claims {
		one, err := words(c)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// Doubts reads the store and lists the pairs that it is least sure of, the most
// doubtful first: events that just miss being one or just make it, and actors
// that may be one by their names. What is decided isn't doubtful.
func Doubts(ctx context.Context, s Store) ([]Doubt, error) {
	held, err := s.Read(ctx, Keys{})
	if err != nil {
		return nil, fmt.Errorf("doubts: %w", err)
	}
	decided, err := decodeDecisions(held.Decisions)
	if err != nil {
		return nil, fmt.Errorf("doubts: %w", err)
	}
	d := doubter{decided: decided, blocks: map[string][]told{}, named: map[string][]Element{}}
	if err := s.Scan(ctx, []string{Actor, Event}, d.see); err != nil {
		return nil, fmt.Errorf("doubts: %w", err)
	}
	if err := d.decidedEvents(ctx, s); err != nil {
		return nil, fmt.Errorf("doubts: %w", err)
	}
	for _, b := range slices.Sorted(maps.Keys(d.blocks)) {
		d.block(d.blocks[b])
	}
	for _, key := range slices.Sorted(maps.Keys(d.named)) {
		d.actors(d.named[key])
	}
	slices.SortStableFunc(d.found, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
	})
	return slices.CompactFunc(d.found, func(a, b Doubt) bool { return a.Label == Actor && a.A.ID == b.A.ID && a.B.ID == b.B.ID }), nil
}

// told is an event and its reports.
type told struct {
	id, name string
	reports  []report
}

type doubter struct {
	decided decisions
	links   links
	blocks  map[string][]told
	named   map[string][]Element // actors by something in their names
	found   []Doubt
}

func (d *doubter) see(e Element) error {
	name, _ := e.Props["name"].(string)
	if e.Kind == Actor {
		for _, key := range nameKeys(e) {
			d.named[key] = append(d.named[key], e)
		}
		return nil
	}
	stored, _ := e.Props["_reports"].(string)
	reports, err := decodeReports(stored)
	if err != nil {
		return fmt.Errorf("%s: %w", e.ID, err)
	}
	block, _ := e.Props["_block"].(string)
	d.blocks[block] = append(d.blocks[block], told{e.ID, name, reports})
	return nil
}

func (d *doubter) decidedEvents(ctx context.Context, s Store) error {
	held, err := s.Read(ctx, Keys{Articles: d.decided.articles()})
	if err != nil {
		return err
	}
	d.links = d.decided.links(func(article string) (entente.Record, bool) {
		r, err := decodeRecord(held.Articles[article], "")
		return r, err == nil
	})
	return nil
}

// block looks for doubts among the events of one block.
func (d *doubter) block(events []told) {
	for i, a := range events {
		d.weakest(a)
		for _, b := range events[i+1:] {
			d.nearly(a, b)
		}
	}
}

// nearly notes that two events all but fit.
func (d *doubter) nearly(a, b told) {
	most := never
	for _, x := range a.reports {
		if !fitsAll(x, b.reports) {
			return
		}
		for _, y := range b.reports {
			most = max(most, scorePair(x, y))
		}
	}
	if most < enough-doubtful || d.settled(a.reports, b.reports) {
		return
	}
	d.found = append(d.found, Doubt{Label: Event, A: sideOf(a.id, a.name, a.reports), B: sideOf(b.id, b.name, b.reports),
		Reason: "two reports of the same sides, near in time and in words", weight: most})
}

// weakest notes that one report of an event has little to do with the others.
func (d *doubter) weakest(e told) {
	for i, r := range e.reports {
		rest := slices.Delete(slices.Clone(e.reports), i, i+1)
		most := never
		for _, o := range rest {
			most = max(most, scorePair(r, o))
		}
		if len(rest) == 0 || most > enough || d.settled([]report{r}, rest) {
			continue
		}
		d.found = append(d.found, Doubt{Label: Event, One: true, A: sideOf(e.id, e.name, rest), B: sideOf(e.id, e.name, []report{r}),
			Reason: "held to be one event, but little speaks for it", weight: 2*enough - most})
		return
	}
}

func sideOf(id, name string, reports []report) Side {
	s := Side{ID: id, Name: name}
	for _, r := range reports {
		if len(r.Claims) > 0 {
			s.Claims = append(s.Claims, r.Claims[0])
		}
	}
	return s
}

// settled reports whether a decision bears on both.
func (d *doubter) settled(a, b []report) bool {
	holds := func(keys []reportKey, list []report) bool {
		return slices.ContainsFunc(list, func(r report) bool { return slices.Contains(keys, r.key()) })
	}
	return slices.ContainsFunc(slices.Concat(d.links.one, d.links.apart), func(keys []reportKey) bool {
		return holds(keys, a) && holds(keys, b)
	})
}

// actors looks for doubts among actors that share something of their names.
func (d *doubter) actors(list []Element) {
	if len(list) > 50 {
		return // a word that so many share tells nothing
	}
	for i, a := range list {
		for _, b := range list[i+1:] {
			reason := alikeNames(a, b)
			if reason == "" || d.keptApart(a.ID, b.ID) {
				continue
			}
			name := func(e Element) string { s, _ := e.Props["name"].(string); return s }
			d.found = append(d.found, Doubt{Label: Actor, A: Side{ID: a.ID, Name: name(a)}, B: Side{ID: b.ID, Name: name(b)}, Reason: reason, weight: enough})
		}
	}
}

func (d *doubter) keptApart(a, b string) bool {
	return slices.ContainsFunc(d.decided.list, func(one Decision) bool {
		return one.Verb == Apart && slices.Contains(one.Of, Subject{ID: a}) && slices.Contains(one.Of, Subject{ID: b})
	})
}

// nameKeys are what an actor's names must share with another's to be compared:
// a person's last word, a body's words and its acronym.
func nameKeys(e Element) []string {
	kind, _, _ := strings.Cut(e.ID, ":")
	var keys []string
	switch entente.ActorKind(kind) {
	case entente.Person:
		for _, n := range namesOf(e) {
			if words := fields(strings.ToLower(n)); len(words) > 0 {
				keys = append(keys, "person "+words[len(words)-1])
			}
		}
	case entente.Organization, entente.Group:
		for _, n := range namesOf(e) {
			keys = append(keys, "body "+strings.ToLower(n), "body "+strings.ToLower(acronym(n)))
		}
	}
	slices.Sort(keys)
	return slices.DeleteFunc(slices.Compact(keys), func(k string) bool { return k == "body " })
}

func namesOf(e Element) []string {
	name, _ := e.Props["name"].(string)
	aliases, _ := e.Props["aliases"].([]string)
	return append([]string{name}, aliases...)
}

// acronym takes the capitals that a name's words begin with, three at least.
func acronym(name string) string {
	var b strings.Builder
	for _, w := range fields(name) {
		if isName(w) {
			b.WriteByte(w[0])
		}
	}
	if b.Len() < 3 {
		return "" // two letters stand for too much
	}
	return b.String()
}

// alikeNames says why two actors may be one, "" if nothing speaks for it: a
// country that both have and isn't the same speaks against it.
func alikeNames(a, b Element) string {
	x, _ := a.Props["country"].(string)
	y, _ := b.Props["country"].(string)
	if x != "" && y != "" && x != y {
		return ""
	}
	for _, n := range namesOf(a) {
		for _, m := range namesOf(b) {
			if reason := alikeName(strings.ToLower(n), strings.ToLower(m)); reason != "" {
				return reason
			}
			if acronym(n) == m || acronym(m) == n {
				return "one name is the acronym of the other"
			}
		}
	}
	return ""
}

func alikeName(a, b string) string {
	v, w := fields(a), fields(b)
	switch {
	case len(v) == 0 || len(w) == 0:
		return ""
	case len(v) == 1 || len(w) == 1:
		return "" // a surname alone tells nothing
	case slices.Equal(v, w):
		return "the same name"
	case v[len(v)-1] != w[len(w)-1]:
		return ""
	case v[0][0] == w[0][0] && (len(v[0]) == 1 || len(w[0]) == 1):
		return "a first name, and its letter"
	case v[0] != w[0] && (strings.HasPrefix(v[0], w[0]) || strings.HasPrefix(w[0], v[0])):
		return "a first name, and what may be short for it"
	case v[0] == w[0] && (slices.Contains(v, w[1]) && slices.Contains(w, v[1]) || len(v) != len(w)):
		return "one name has more words than the other"
	case oneOff(v[0], w[0]):
		return "first names a letter apart"
	}
	return ""
}

// oneOff reports whether two words differ by one letter put in, left out or changed.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(a) < 3 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
