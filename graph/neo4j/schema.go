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
	all := []string{constraint(ownLabel)}
	for _, k := range graph.Kinds() {
		if !k.Node() {
			continue
		}
		all = append(all, constraint(k.Name))
		for _, p := range k.Properties {
			if p.Indexed {
				all = append(all, fmt.Sprintf("CREATE INDEX %s_%s IF NOT EXISTS FOR (n:%s) ON (n.%s)",
					k.Name, strings.TrimPrefix(p.Name, "_"), k.Name, p.Name))
			}
		}
	}
	return all
}

func constraint(label string) string {
	return fmt.Sprintf("CREATE CONSTRAINT %s_id IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE", label, label)
}
