package neo4j

import (
	"fmt"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// ownLabel is that of the node which holds what the store knows of itself.
const ownLabel = "EntenteStore"

// OwnNode is the node that a store with that version and those decisions has
// beside its graph, for whoever makes a database by other means than Apply.
func OwnNode(s graph.State) graph.Element {
	return graph.Element{
		Key:   graph.Key{Kind: ownLabel, ID: "store"},
		Props: map[string]any{"version": s.Version, "decisions": s.Decisions, "format": int64(graph.Format)},
	}
}

// Schema lists the Cypher statements that make the constraints and indexes of a
// graph; those that are there already stay. Labels and property names come from
// the graph's description alone, here and everywhere.
func Schema() []string {
	var all []string
	for _, i := range schema() {
		all = append(all, i.statement())
	}
	return all
}

// index is an index of a label's property; a unique one is made by a constraint.
type index struct {
	label, property string
	unique          bool
}

// schema lists the indexes of a graph.
func schema() []index {
	all := []index{{ownLabel, "id", true}}
	for _, k := range graph.Kinds() {
		if !k.Node() {
			continue
		}
		all = append(all, index{k.Name, "id", true})
		for _, p := range k.Properties {
			if p.Indexed {
				all = append(all, index{k.Name, p.Name, false})
			}
		}
	}
	return all
}

func (i index) name() string { return i.label + "_" + strings.TrimPrefix(i.property, "_") }

func (i index) statement() string {
	if i.unique {
		return fmt.Sprintf("CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE n.%s IS UNIQUE", i.name(), i.label, i.property)
	}
	return fmt.Sprintf("CREATE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.%s)", i.name(), i.label, i.property)
}
