// Package graph turns extraction records into one knowledge graph and keeps it
// in a Store. It says what the graph looks like, finds which reports of several
// articles tell of one event, and plans what a load or a forget changes.
//
// The graph is a function of its articles: whatever the order and the batches
// they came in, the same articles give the same graph.
//
// Open a store (package sqlite or neo4j below this one), give Load the records that
// extraction made, and ask the Store with Query. Forget takes articles out again, Decide
// has people's decisions followed, Diff compares two graphs, Verify checks one.
package graph

import (
	"slices"
	"strings"
)

// Type is the type of a property's values.
type Type int

// The types of properties, and the Go types that hold their values.
const (
	Text    Type = iota // string
	List                // []string
	Integer             // int64
	Real                // float64
	Boolean             // bool
)

// Property is a property that nodes or relationships of one kind may have.
// An empty text or list and an unknown number are absent, never stored.
type Property struct {
	Name string // camelCase; hidden ones, for the program's own use, begin with "_"
	Type Type
	// Indexed properties of nodes have an index. Those of relationships stand in the one
	// of SQLite that leads to a relationship from its end.
	Indexed bool
	// With names properties that SQLite's index holds beside an indexed one, so that
	// counting them reads no rows, which are wide.
	With []string
}

// Hidden reports whether the property is for the program's own use and stays
// out of exports.
func (p Property) Hidden() bool { return p.Name[0] == '_' }

// Kind describes one label of nodes or one type of relationships.
type Kind struct {
	Name       string
	From, To   []string   // labels at the two ends; none for a label
	Properties []Property // besides a node's id
	// Second lists the second labels, of which each node has the one that its id
	// begins with in lower case: person:vladimir-putin is an Actor and a Person.
	Second []string
	// Hidden kinds are for the program's own use and stay out of exports.
	Hidden bool
	// Distinct names the property that tells two relationships of this type
	// between the same two nodes apart; "" when there is never more than one.
	Distinct string
}

// Node reports whether the kind is a label rather than a relationship type.
func (k Kind) Node() bool { return len(k.From) == 0 }

// The labels.
const (
	Article = "Article"
	Actor   = "Actor" // with a second label: Country, Group, Organization or Person
	Event   = "Event"
	Treaty  = "Treaty"
	Place   = "Place"
	Claim   = "Claim"
	Outlet  = "Outlet"
	Name    = "EntenteName"  // hidden: see names.go
	Alias   = "EntenteAlias" // hidden: see alias.go
)

// The relationship types.
const (
	About          = "ABOUT"
	AffiliatedWith = "AFFILIATED_WITH"
	AttributedTo   = "ATTRIBUTED_TO"
	ComparedTo     = "COMPARED_TO"
	Concerns       = "CONCERNS"
	HasParty       = "HAS_PARTY"
	Initiated      = "INITIATED"
	LocatedIn      = "LOCATED_IN"
	Makes          = "MAKES"
	Mentions       = "MENTIONS"
	PublishedBy    = "PUBLISHED_BY"
	Targeted       = "TARGETED"
)

// Kinds describes the whole graph, labels first, each group sorted by name.
// Tables, constraints and exports are all made from it.
func Kinds() []Kind { return slices.Clone(kinds) }

// kinds is made once: what is asked of it, is asked for each of millions of elements.
var kinds = describe()

func describe() []Kind {
	name := Property{Name: "name", Type: Text}
	indexedName := Property{Name: "name", Type: Text, Indexed: true}
	tally := Property{Name: "_tally", Type: Text}
	node := func(label string, properties ...Property) Kind { return Kind{Name: label, Properties: properties} }
	edge := func(typ, from, to string, properties ...Property) Kind {
		return Kind{Name: typ, From: []string{from}, To: []string{to}, Properties: properties}
	}
	mentions := edge(Mentions, Article, Actor, Property{Name: "count", Type: Integer})
	mentions.To = []string{Actor, Place, Treaty}
	affiliated := edge(AffiliatedWith, Actor, Actor, Property{Name: "role", Type: Text}, tally)
	affiliated.Distinct = "role"
	actor := node(Actor, indexedName,
		Property{Name: "aliases", Type: List}, Property{Name: "country", Type: Text}, tally)
	actor.Second = []string{"Country", "Group", "Organization", "Person"}
	return []Kind{
		actor,
		node(Article, name,
			Property{Name: "url", Type: Text, Indexed: true}, Property{Name: "path", Type: Text, Indexed: true},
			Property{Name: "outlet", Type: Text}, Property{Name: "published", Type: Text},
			Property{Name: "language", Type: Text}, Property{Name: "sha256", Type: Text},
			Property{Name: "_reading", Type: Text}, Property{Name: "_order", Type: Text, Indexed: true},
			Property{Name: "_digest", Type: Text}, Property{Name: "text", Type: Text}, Property{Name: "_record", Type: Text}),
		node(Claim, name,
			Property{Name: "quote", Type: Text}, Property{Name: "sentence", Type: Text},
			Property{Name: "start", Type: Integer}, Property{Name: "end", Type: Integer},
			Property{Name: "stance", Type: Text}, Property{Name: "confidence", Type: Real},
			Property{Name: "rule", Type: Text}),
		node(Event, name,
			Property{Name: "type", Type: Text}, Property{Name: "mode", Type: Text},
			Property{Name: "contexts", Type: List}, Property{Name: "action", Type: Text},
			Property{Name: "status", Type: Text}, Property{Name: "date", Type: Text},
			Property{Name: "articles", Type: Integer, Indexed: true},
			Property{Name: "outlets", Type: Integer}, Property{Name: "texts", Type: Integer, Indexed: true},
			Property{Name: "_order", Type: Text, Indexed: true, With: []string{"name", "type", "_outlets"}}, Property{Name: "_outlets", Type: List},
			Property{Name: "_block", Type: Text, Indexed: true}, Property{Name: "_reports", Type: Text}),
		{Name: Alias, Properties: []Property{indexedName, {Name: "means", Type: Text}}, Hidden: true},
		{Name: Name, Properties: []Property{tally}, Hidden: true},
		node(Outlet, indexedName, tally),
		node(Place, indexedName,
			Property{Name: "country", Type: Text},
			Property{Name: "latitude", Type: Real}, Property{Name: "longitude", Type: Real}, tally),
		node(Treaty, indexedName,
			Property{Name: "aliases", Type: List}, Property{Name: "year", Type: Integer},
			Property{Name: "status", Type: Text}, Property{Name: "named", Type: Boolean}, tally),

		edge(About, Claim, Event),
		affiliated,
		edge(AttributedTo, Claim, Actor),
		edge(ComparedTo, Treaty, Treaty, tally),
		edge(Concerns, Event, Treaty, Property{Name: "action", Type: Text}),
		edge(HasParty, Treaty, Actor, tally),
		edge(Initiated, Actor, Event),
		edge(LocatedIn, Event, Place),
		edge(Makes, Article, Claim),
		mentions,
		edge(PublishedBy, Article, Outlet,
			Property{Name: "_published", Type: Text, Indexed: true}, Property{Name: "_claims", Type: Integer, Indexed: true}),
		edge(Targeted, Event, Actor),
	}
}

// KindNames lists the names of all kinds, with or without the hidden ones.
func KindNames(hidden bool) []string {
	var names []string
	for _, k := range kinds {
		if hidden || !k.Hidden {
			names = append(names, k.Name)
		}
	}
	return names
}

// LabelsOf gives the labels of the node with that id that is at one end of a
// relationship: its own label out of those the end may have, and a second one.
func LabelsOf(end []string, id string) []string {
	prefix, _, _ := strings.Cut(id, ":")
	label := end[0]
	for _, l := range end {
		if strings.ToLower(l) == prefix {
			label = l
		}
	}
	k, _ := Describe(label)
	for _, second := range k.Second {
		if strings.ToLower(second) == prefix {
			return []string{label, second}
		}
	}
	return []string{label}
}

// Describe gives the kind of that name; false when the graph has none.
func Describe(name string) (Kind, bool) {
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}, false
	}
	return kinds[i], true
}
