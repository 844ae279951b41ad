package neo4j_test

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// A query neither writes, nor reads a file or an address, nor steers the server.
func TestQueriesOnlyRead(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Wipe(t)
	s := open(t, server)
	defer s.Close()
	graphtest.Load(t, s, graphtest.Records(t), 100)
	before := graphtest.Export(t, s)
	for _, cypher := range []string{
		"CREATE (n:Actor {id: 'x'}) RETURN n.id AS a", "MERGE (n:Actor {id: 'x'}) RETURN 1 AS a", "MATCH (n) DETACH DELETE n", "MATCH (n:Actor) SET n.name = 'x' RETURN 1 AS a", "MATCH (n:Actor) REMOVE n:Actor",
		"UNWIND [1] AS i CALL { CREATE (n:X) } IN TRANSACTIONS RETURN 1 AS a", "FOREACH (i IN [1] | CREATE (:X))", "PROFILE CREATE (:X)", "CREATE INDEX x FOR (n:X) ON (n.y)", "DROP CONSTRAINT Actor_id IF EXISTS",
		"CALL db.createLabel('X')", "CALL db.createProperty('x')", "CALL dbms.listConfig() YIELD value RETURN value AS a", "CALL { CALL dbms.listConfig() YIELD value RETURN value } RETURN value AS a",
		"LOAD CSV FROM 'file:///x.csv' AS l RETURN l AS a", "LOAD /* */ CSV FROM 'http://localhost:1/x' AS l RETURN l AS a", "CALL { load\ncsv FROM 'file:///etc/hostname' AS l RETURN l } RETURN l AS a",
		"MATCH (n) WHERE EXISTS { LOAD CSV FROM 'file:///x' AS l RETURN l } RETURN 1 AS a", "TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "CREATE USER x SET PASSWORD 'xxxxxxxxx'", "STOP DATABASE neo4j", "RETURN 1 AS a; CREATE (:X)", ":use system",
	} {
		rows, err := s.Query(t.Context(), graph.Query{Cypher: cypher}, nil)
		if err == nil {
			t.Errorf("%s gives %v", cypher, rows)
		} else if (strings.Contains(strings.ToLower(cypher), "csv from") || strings.Contains(cypher, "dbms.")) && !strings.Contains(err.Error(), "may only read") {
			t.Errorf("%s is refused with %v", cypher, err)
		}
	}
	graphtest.Same(t, "after the queries", graphtest.Export(t, s), before)
	for _, cypher := range []string{
		"// LOAD CSV\nMATCH (n:Actor) WHERE n.name <> 'LOAD CSV' RETURN count(n) > 0 AS a", "CALL db.labels() YIELD label RETURN count(label) > 0 AS a", "CYPHER runtime=slotted MATCH (n) RETURN count(n) > 0 AS a",
		"MATCH (n:Actor) CALL { WITH n MATCH (n)--(m) RETURN count(m) AS c } RETURN sum(c) > 0 AS a", "RETURN $x = 1 AS a",
	} {
		rows, err := s.Query(t.Context(), graph.Query{Cypher: cypher}, map[string]any{"x": int64(1)})
		if err != nil || len(rows.Values) != 1 || rows.Values[0][0] != true {
			t.Errorf("%s gives %v, %v", cypher, rows, err)
		}
	}
}
