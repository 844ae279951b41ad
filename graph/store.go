package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrConflict is what Apply gives when the store has changed since the state
// that the delta was planned from was read. Reading and planning again helps.
var ErrConflict = errors.New("the store was changed by another writer")

// Store keeps one graph. It knows nothing of articles or events, only of
// elements: what they mean is this package's business, so that every store
// holds the same graph. A Store is safe for concurrent use.
type Store interface {
	// Read gives what the store holds of the keys, and the version of the store
	// that it was read at. What isn't there is missing from the State.
	Read(ctx context.Context, keys Keys) (State, error)

	// Apply makes the changes of a delta in one transaction: all or nothing,
	// also when the program dies in the middle. The delta names the version it
	// was planned from (ErrConflict if the store isn't at it) and the one it
	// leads to; a delta whose version the store is already at has been applied
	// before and changes nothing, so applying twice equals applying once.
	Apply(ctx context.Context, d Delta) error

	// Query runs a question that only reads; an attempt to write is an error.
	// A name in params is a parameter of the same name in the query, with a
	// value of nil, bool, int64, float64, string or []any.
	Query(ctx context.Context, q Query, params map[string]any) (Rows, error)

	// Scan yields every element of the kinds (labels and relationship types) in
	// the order they are given, nodes of one label by id, relationships of one
	// type by start, end and ID, hidden properties included. An error of yield
	// ends it and is returned.
	Scan(ctx context.Context, kinds []string, yield func(Element) error) error

	// Close frees what the store holds open.
	Close() error
}

// Key names one element of the graph.
type Key struct {
	Kind string // label or relationship type
	// ID is a node's id, or for a relationship the value of the property that
	// sets it apart from others between the same nodes, "" where there is none.
	ID         string
	Start, End string // ids of a relationship's nodes; "" for a node
}

// Element is one node or relationship with its properties, a node's id left
// out. Values are string, []string, int64, float64 or bool; absent properties
// have no entry.
type Element struct {
	Key
	Props map[string]any
	New   bool // in a Delta: the store doesn't hold the element yet
}

// Keys say what to read from a store.
type Keys struct {
	Articles []string // ids of articles
	// Digests are those of records that are at hand, by the id of one of Articles: where the
	// store holds that very record, it needn't be read.
	Digests map[string]string
	Shared  []Key    // elements with a _tally
	Blocks  []string // blocks of events
	// Mentioning are ids of actors: of the articles that mention one of them, which
	// may be many.
	Mentioning []string
}

// State is what a store holds of some Keys.
type State struct {
	Version string // "" for a store that nothing was ever written to
	// Decisions is what the last Delta with a change of them said, "" if there was none.
	Decisions string
	Articles  map[string]string   // article id to its _record, "" for one that has the digest of the Keys
	Tallies   map[Key]string      // shared element to its _tally
	Blocks    map[string][]string // block to the _reports of each of its events
	Mentioned []Element           // articles, with their text and _record, some of them maybe twice
}

// Delta is a set of changes, as absolute values. What is put comes before or after what goes, in its
// order: first what is new, nodes before relationships, the elements of one kind together, and
// relationships by their end, so that those to one label are together; then likewise what is
// there. What goes is in order, too, relationships before nodes.
type Delta struct {
	From, To  string    // versions of the store before and after
	Decisions string    // to be kept for State, absolute as everything else
	Delete    []Key     // deleting what isn't there is no error
	Put       []Element // replaces all properties of an element that isn't new
}

// Query is one question in both languages; a parameter is $name in both. The SQL gives a list as a JSON array in a column whose name ends
// in "[]", as in json_group_array(a.name) AS "actors[]", and a boolean as 0 or 1
// in one whose name ends in "?"; Rows then has a []any, or a bool, and the plain name.
type Query struct {
	Cypher, SQL string
	Columns     []string // names of the columns, in order, to check the answer against; nil for no check
}

// Rows is the answer to a Query. Values are nil, bool, int64, float64, string
// or []any.
type Rows struct {
	Columns []string
	Values  [][]any
}

// Check reports whether the columns of an answer are those the query promises.
func (q Query) Check(columns []string) error {
	if q.Columns != nil && !slices.Equal(q.Columns, columns) {
		return fmt.Errorf("query answers with the columns %s, not with those it promises, %s",
			strings.Join(columns, ", "), strings.Join(q.Columns, ", "))
	}
	return nil
}
