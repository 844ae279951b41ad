package graph

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/entente-graph/entente"
)

// aspect is one thing that is said of all nodes of a label: a property, or what
// is at the other end of some relationships.
type aspect struct {
	name  string
	many  bool // there may be many values
	facts func(*node) []fact
}

// fact is one value of an aspect. Two are the same if their keys are; text is
// what to show.
type fact struct{ key, text string }

// The aspects that have something to them besides a value before and after.
const (
	aspectName     = "name"
	aspectStatus   = "status"
	aspectDate     = "date"
	aspectReports  = "reports"
	aspectDenied   = "denied by"
	aspectOffice   = "affiliation"
	aspectTreaties = "treaties"
	aspectParties  = "parties"
	aspectAliases  = "also called"
	aspectFormerID = "former id"
)

// aspectsOf lists the aspects of a label, those of relationships first. Every
// property of the label that isn't hidden is one, so that nothing goes unseen.
func aspectsOf(k Kind) []aspect {
	linked := func(name, kind string, out bool) aspect {
		return aspect{name, true, func(n *node) []fact { return n.linked(kind, out) }}
	}
	var all []aspect
	switch k.Name {
	case Event:
		all = []aspect{linked("actors", Initiated, false), linked("targets", Targeted, true),
			linked(aspectTreaties, Concerns, true), linked("place", LocatedIn, true)}
		for _, s := range entente.Stances() {
			all = append(all, aspect{aspectWords[string(s)], true, func(n *node) []fact { return n.voices(s) }})
		}
	case Actor:
		all = []aspect{linked(aspectOffice, AffiliatedWith, true)}
	case Treaty:
		all = []aspect{linked(aspectParties, HasParty, true), linked("compared to", ComparedTo, true)}
	case Article:
		all = []aspect{linked("mentions", Mentions, true)}
	case Claim:
		all = []aspect{linked("speaker", AttributedTo, true), {"about", false, (*node).about}}
	}
	for _, p := range k.Properties {
		if p.Hidden() || k.Name == Article && p.Name == "sha256" { // it follows from the others
			continue
		}
		name := p.Name
		if k.Name == Event && name == "articles" {
			name = aspectReports
		} else if word, ok := aspectWords[name]; ok {
			name = word
		}
		all = append(all, aspect{name, p.Type == List, func(n *node) []fact { return facts(n.props[p.Name]) }})
	}
	return all
}

// aspectWords are what properties and stances are called where their names don't say.
var aspectWords = map[string]string{
	"aliases": aspectAliases,
	"named":   "has a name",
	"texts":   "independent texts",

	string(entente.Asserts):  "asserted by",
	string(entente.Denies):   aspectDenied,
	string(entente.Accuses):  "used as an accusation by",
	string(entente.Welcomes): "welcomed by",
	string(entente.Condemns): "condemned by",
}

// facts are the values of a property.
func facts(v any) []fact {
	var texts []string
	switch v := v.(type) {
	case nil:
	case []string:
		texts = v
	case bool:
		texts = []string{map[bool]string{true: "yes", false: "no"}[v]}
	case float64:
		texts = []string{strconv.FormatFloat(v, 'g', -1, 64)}
	default:
		texts = []string{fmt.Sprint(v)}
	}
	var all []fact
	for _, t := range texts {
		all = append(all, fact{t, t})
	}
	return all
}

// linked are the nodes at the other ends of some relationships, with what the
// relationships say: "Russia (foreign minister)".
func (n *node) linked(kind string, out bool) []fact {
	var all []fact
	for _, l := range n.links {
		if l.kind != kind || l.out != out {
			continue
		}
		f := fact{l.other.id + " " + l.note, l.other.title()}
		if l.note != "" && kind != Concerns { // whose note is the event's own action
			f.text += " (" + l.note + ")"
		}
		all = append(all, f)
	}
	return all
}

// voices are those who take a stance to an event, by name. A report's own word
// counts where it denies; that it asserts goes without saying.
func (n *node) voices(s entente.Stance) []fact {
	known := map[string]fact{}
	for _, c := range n.at(About, false) {
		if c.text("stance") != string(s) {
			continue
		}
		if speaker := c.one(AttributedTo, true); speaker != nil {
			known[speaker.id] = fact{speaker.id, speaker.title()}
		} else if s != entente.Asserts {
			known[""] = fact{"", "the report itself"}
		}
	}
	return slices.SortedFunc(maps.Values(known), compareFacts)
}

// about is whether a claim is about an event. Which one, as one says of that
// event.
func (n *node) about() []fact {
	if e := n.one(About, true); e != nil {
		return []fact{{"event", e.title()}}
	}
	return nil
}

func compareFacts(a, b fact) int {
	return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.key, b.key))
}

// without gives the facts that aren't among others.
func without(facts, others []fact) []fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f fact) bool {
		return slices.ContainsFunc(others, func(o fact) bool { return o.key == f.key })
	})
}

// shown are the facts' texts, sorted.
func shown(facts []fact) []string {
	var all []string
	for _, f := range facts {
		all = append(all, f.text)
	}
	slices.Sort(all)
	return all
}

// titles names nodes with their ids, for names of events are often alike.
func titles(nodes []*node) []string {
	var all []string
	for _, n := range nodes {
		all = append(all, n.title()+" ("+n.id+")")
	}
	slices.Sort(all)
	return all
}
