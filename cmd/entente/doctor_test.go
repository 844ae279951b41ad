package main

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

func TestDoctorOnNeo4j(t *testing.T) {
	server := neo4jtest.Start(t)
	t.Setenv("NEO4J_USERNAME", server.Username)
	t.Setenv("NEO4J_PASSWORD", server.Password)
	graphtest.Load(t, emptied(t, server), graphtest.Records(t), 250)
	doctor := func(status int, want string) {
		t.Helper()
		var out, said strings.Builder
		if got := do([]string{"doctor", "--db", server.URL}, strings.NewReader(""), &out, &said); got != status || !strings.Contains(out.String(), want) {
			t.Errorf("status %d, want %d and %q:\n%s%s", got, status, want, &out, &said)
		}
	}
	doctor(statusDone, "ok     indexes ")
	server.Run(t, "DROP INDEX Event_block")
	doctor(statusFailed, "WRONG  indexes    Event_block isn't there -> in Neo4j Browser or cypher-shell: CREATE INDEX Event_block ")
	server.Run(t, "CREATE INDEX Event_block IF NOT EXISTS FOR (n:Event) ON (n._block)")
	server.Run(t, "CALL db.awaitIndexes(300)")
	doctor(statusDone, "ok     indexes ")
}
