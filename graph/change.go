package graph

import (
	"fmt"
	"strings"

	"github.com/entente-graph/entente"
)

// Sort is what has become of a node between two graphs.
type Sort string

// The sorts of change. An event is Split or Merged when claims that were about
// one event are about several, or the other way round; Regrouped when both.
const (
	Added     Sort = "new"
	Gone      Sort = "gone"
	Changed   Sort = "changed"
	Split     Sort = "split"
	Merged    Sort = "merged"
	Regrouped Sort = "regrouped"
)

// Change is one thing that sets a node of one graph apart from the same node of
// another; a node that differs in several ways has several.
type Change struct {
	Sort          Sort
	Kind          string       // label
	ID, Name      string       // in the graph after, if it is there
	Date          entente.Date // of an event, or an article's publication
	Aspect        string       // what about it, in a word or two: "status", "denied by"
	Before, After []string     // values that were and aren't any more, and that weren't and are
	By            []string     // who says so: outlets, and in them speakers
	Quote         string       // the best of the words that say so

	// Of what a node has but one of at a time, or has many of, of which those that
	// stayed aren't shown; what it is by itself or to other nodes is neither.
	single, many bool
}

// Words says what has changed: "status: alleged → denied", "actors: + Russia".
func (c Change) Words() string {
	before, after := strings.Join(c.Before, ", "), strings.Join(c.After, ", ")
	if c.many && before != "" {
		before = "− " + before
	}
	if c.many && after != "" {
		after = "+ " + after
	}
	switch {
	case before == "" && after == "":
		return ""
	case after == "" && c.single:
		return c.Aspect + ": " + before + " → none"
	case before == "" || after == "":
		return c.Aspect + ": " + before + after
	case c.many:
		return c.Aspect + ": " + before + ", " + after
	}
	return c.Aspect + ": " + before + " → " + after
}

// Counts says how many nodes of a label have changed in each way.
type Counts struct {
	Kind string
	Of   map[Sort]int
}

// Difference is what sets a graph apart from an earlier one.
type Difference struct {
	Counts  []Counts // of labels with changes: the ones that say most first
	Changes []Change // the most important first, those of one node together
}

// Summary gives the counts in a line of words; "" when there is no difference.
func (d Difference) Summary() string {
	var all []string
	for _, c := range d.Counts {
		var parts []string
		for _, s := range []Sort{Added, Gone, Changed, Split, Merged, Regrouped} {
			if c.Of[s] > 0 {
				parts = append(parts, fmt.Sprintf("%d %s", c.Of[s], s))
			}
		}
		all = append(all, plural(c.Kind)+" "+strings.Join(parts, ", "))
	}
	return strings.Join(all, "; ")
}

func plural(label string) string {
	if stem, ok := strings.CutSuffix(strings.ToLower(label), "y"); ok {
		return stem + "ies"
	}
	return strings.ToLower(label) + "s"
}
