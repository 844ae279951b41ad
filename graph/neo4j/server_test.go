package neo4j

import (
	"strings"
	"testing"
)

func TestCheckServer(t *testing.T) {
	for agent, refused := range map[string]bool{
		"Neo4j/5.26.30": false, "Neo4j/2026.08.1": false, "Neo4j/4.4.48": true, "Neo4j/3.5.0": true,
		"Neo4j/v5.11.0 compatible graph database server - Memgraph": false, "": false,
	} {
		if err := checkServer(agent); (err != nil) != refused {
			t.Errorf("%q: %v", agent, err)
		} else if err != nil && !strings.Contains(err.Error(), "too old") {
			t.Errorf("%q: %v", agent, err)
		}
	}
}
