package graph

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// Verb is what a decision does.
type Verb string

// The verbs of decisions.
const (
	Merge   Verb = "merge"   // what it is about is one
	Apart   Verb = "apart"   // what it is about is never one
	Rename  Verb = "rename"  // an actor or a treaty has another name
	Ignore  Verb = "ignore"  // there is no such actor, treaty or event
	Country Verb = "country" // an actor belongs to another country
)

// Decision is what a person decided about who is who and what is one event. The
// graph is a function of its articles and of these.
type Decision struct {
	Verb Verb      `json:"decide"`
	Of   []Subject `json:"of"`
	To   string    `json:"to,omitempty"` // a name for Rename, an ISO 3166-1 alpha-2 code for Country
	Who  string    `json:"who,omitempty"`
	When string    `json:"when,omitempty"` // a date
	Why  string    `json:"why,omitempty"`
}

// Subject is what a decision is about: an actor or a treaty by its id, or an event
// by the words that an article tells of it in. An event's id depends on its
// reports, and a report's on how the article was read; the words stay.
type Subject struct {
	ID      string            `json:"id,omitempty"`
	Article string            `json:"article,omitempty"` // id
	Quote   string            `json:"quote,omitempty"`
	Type    entente.EventType `json:"type,omitempty"` // tells two events of one quote apart; "" for any
}

func (s Subject) String() string {
	if s.ID != "" {
		return s.ID
	}
	return fmt.Sprintf("%q in %s", shorten(s.Quote), s.Article)
}

// event reports whether the subject is an event.
func (s Subject) event() bool { return s.ID == "" }

// ID is a short name for the decision, made of what it decides.
func (d Decision) ID() string {
	parts := []string{string(d.Verb), d.To}
	for _, s := range d.Of {
		parts = append(parts, s.ID, s.Article, s.Quote, string(s.Type))
	}
	return digest(parts...)[:8]
}

// Check reports what keeps a decision from being carried out.
func (d Decision) Check() error {
	least, most := 1, 1
	switch d.Verb {
	case Merge, Apart:
		least, most = 2, len(d.Of)
	case Rename, Country:
	case Ignore:
		most = len(d.Of)
	default:
		return fmt.Errorf("unknown decision %q: want %s, %s, %s, %s or %s", d.Verb, Merge, Apart, Rename, Ignore, Country)
	}
	if len(d.Of) < least || len(d.Of) > most {
		return fmt.Errorf("%s is about %d things: want %s", d.Verb, len(d.Of), atLeast(least, most))
	}
	if needs := d.Verb == Rename || d.Verb == Country; needs != (d.To != "") {
		return fmt.Errorf("%s with %q as what it is to be: rename takes a name, country a code, the others nothing", d.Verb, d.To)
	}
	if d.Verb == Country && (len(d.To) != 2 || d.To != strings.ToUpper(d.To)) {
		return fmt.Errorf("country %q isn't an ISO 3166-1 code such as DE", d.To)
	}
	for i, s := range d.Of {
		if err := d.checkSubject(s); err != nil {
			return err
		}
		if slices.Contains(d.Of[:i], s) {
			return fmt.Errorf("%s names %s twice", d.Verb, s)
		}
	}
	return nil
}

func atLeast(least, most int) string {
	switch {
	case least == most:
		return "one"
	case least == 1:
		return "one or more"
	}
	return "two or more"
}

func (d Decision) checkSubject(s Subject) error {
	if s.event() {
		switch {
		case s.Article == "" || s.Quote == "":
			return fmt.Errorf("%s: an event is named by an article's id and a quote of it", d.Verb)
		case d.Verb == Rename || d.Verb == Country:
			return fmt.Errorf("%s is about an actor or a treaty, not about an event", d.Verb)
		}
	} else if s.Article != "" || s.Quote != "" || s.Type != "" {
		return fmt.Errorf("%s: %s has an id and a quote: want one of them", d.Verb, s)
	}
	label := labelOf(s)
	switch {
	case label == "":
		return fmt.Errorf("%s: %s is no id of an actor or a treaty", d.Verb, s)
	case label != labelOf(d.Of[0]):
		return fmt.Errorf("%s: %s and %s can't be one", d.Verb, d.Of[0], s)
	case d.Verb == Country && label != Actor:
		return fmt.Errorf("%s is about an actor, and %s isn't one", d.Verb, s)
	}
	return nil
}

// labelOf is the label of the nodes that a subject stands for, "" for none.
func labelOf(s Subject) string {
	prefix, rest, _ := strings.Cut(s.ID, ":")
	switch {
	case s.event():
		return Event
	case rest == "":
		return ""
	}
	switch prefix {
	case "person", "country", "organization", "group":
		return Actor
	case "treaty":
		return Treaty
	}
	return ""
}

// CheckDecisions reports which decisions can't be carried out, by themselves or
// beside one another.
func CheckDecisions(list []Decision) error {
	var problems []error
	for i, d := range list {
		if err := d.Check(); err != nil {
			problems = append(problems, fmt.Errorf("decision %d: %w", i+1, err))
		}
	}
	if len(problems) > 0 {
		return errors.Join(problems...)
	}
	c := compile(list)
	for i, d := range list {
		if d.Verb != Apart || d.Of[0].event() {
			continue
		}
		for a, s := range d.Of {
			for _, o := range d.Of[:a] {
				if c.canonical(s.ID) == c.canonical(o.ID) {
					problems = append(problems, fmt.Errorf("decision %d keeps %s and %s apart, and another one merges them", i+1, o, s))
				}
			}
		}
	}
	return errors.Join(problems...)
}

// decisions are a list of Decision made ready for use.
type decisions struct {
	list    []Decision
	merged  map[string]string // id to the id that it was merged into
	called  map[string]string // id to its name
	full    map[string]string // bare id to the one it stands for, see names.go
	crowded crowded           // topics, see topic.go
	country map[string]string // id to its country
	ignored map[string]bool   // ids
	events  []Decision        // those about events
}

func compile(list []Decision) decisions {
	d := decisions{list: list, merged: map[string]string{}, called: map[string]string{}, country: map[string]string{}, ignored: map[string]bool{}}
	for _, one := range list {
		if one.Of[0].event() {
			d.events = append(d.events, one)
			continue
		}
		first := one.Of[0].ID
		switch one.Verb {
		case Merge:
			for _, s := range one.Of[1:] {
				if from, to := d.canonical(s.ID), d.canonical(first); from != to {
					d.merged[from] = to
				}
			}
		case Rename:
			d.called[first] = one.To
		case Country:
			d.country[first] = one.To
		case Ignore:
			for _, s := range one.Of {
				d.ignored[s.ID] = true
			}
		}
	}
	return d
}

// canonical is the id that stands for an id after all merges.
func (d decisions) canonical(id string) string {
	for {
		to, ok := d.merged[id]
		if !ok {
			return id
		}
		id = to
	}
}

// articles are the ids of the articles that decisions on events name.
func (d decisions) articles() []string {
	var ids []string
	for _, one := range d.events {
		for _, s := range one.Of {
			ids = append(ids, s.Article)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// difference lists what a record must hold one of to read otherwise under b than
// under a: ids of actors, treaties and articles. The order of merges counts, so that all decisions after the first other one differ.
func difference(a, b decisions) []string {
	same := 0
	for same < min(len(a.list), len(b.list)) && a.list[same].ID() == b.list[same].ID() {
		same++
	}
	ids := map[string]bool{}
	for _, one := range slices.Concat(a.list[same:], b.list[same:]) {
		for _, s := range one.Of {
			ids[cmp.Or(s.ID, s.Article)] = true
		}
	}
	for _, d := range []decisions{a, b} { // what is merged with one of them differs, too
		stand := map[string]bool{}
		for id := range ids {
			stand[d.canonical(id)] = true
		}
		for id := range d.merged {
			if stand[d.canonical(id)] {
				ids[id] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// quote is how an encoded record has an id.
func quote(id string) string {
	b, _ := json.Marshal(id) // a text can't fail
	return string(b)
}

// encode is how a store keeps the decisions: "" when there are none.
func (d decisions) encode() string {
	if len(d.list) == 0 {
		return ""
	}
	b, err := json.Marshal(d.list)
	if err != nil { // it has only strings
		panic(fmt.Sprintf("encode decisions: %v", err))
	}
	return string(b)
}

func decodeDecisions(s string) (decisions, error) {
	var list []Decision
	if s != "" {
		if err := json.Unmarshal([]byte(s), &list); err != nil {
			return decisions{}, fmt.Errorf("decode stored decisions: %w", err)
		}
	}
	return compile(list), nil
}
