package neo4j_test

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

func TestDiagnose(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Wipe(t)
	config := neo4j.Config{URL: server.URL, Username: server.Username, Password: server.Password}
	diagnose := func(what, check, found, mend string) {
		t.Helper()
		before := server.Run(t, "MATCH (n) RETURN count(n)")
		wrong := ""
		for _, f := range neo4j.Diagnose(t.Context(), config) {
			t.Logf("%s: %+v", what, f)
			if f.Mend == "" {
				continue
			}
			if wrong += f.Check; !strings.Contains(f.Found, found) || !strings.Contains(f.Mend, mend) {
				t.Errorf("%s: want %q and %q", what, found, mend)
			}
		}
		if wrong != check {
			t.Errorf("%s: wrong is %q, want %q", what, wrong, check)
		}
		if after := server.Run(t, "MATCH (n) RETURN count(n)"); after[0][0] != before[0][0] {
			t.Errorf("%s: there were %v nodes, and are %v", what, before, after)
		}
	}
	diagnose("an empty database", "", "", "")
	server.Run(t, "UNWIND range(1, 200) AS i CREATE (:Customer {number: i})")
	diagnose("other data", "format", "holds other data", "--beside")
	server.Wipe(t)

	s := open(t, server)
	defer s.Close()
	if _, err := graph.Load(t.Context(), s, graphtest.Records(t)); err != nil {
		t.Fatal(err)
	}
	diagnose("a good graph", "", "", "")
	server.Run(t, "DROP INDEX Event_block")
	server.Run(t, "DROP CONSTRAINT Claim_id")
	const index = "CREATE INDEX Event_block IF NOT EXISTS FOR (n:Event) ON (n._block)"
	const constraint = "CREATE CONSTRAINT Claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE"
	diagnose("without an index", "indexes", "Event_block isn't there", index)
	diagnose("without a constraint", "indexes", "Claim_id isn't there", constraint)
	server.Run(t, index)
	server.Run(t, constraint)
	server.Run(t, "CALL db.awaitIndexes(300)")
	diagnose("mended", "", "", "")
	server.Run(t, "MATCH (s:EntenteStore) SET s.format = 1")
	diagnose("an old graph", "format", "an earlier version", "entente migrate")
	server.Wipe(t)

	config.URL = "bolt://localhost:1"
	before := neo4j.Diagnose(t.Context(), config)
	if len(before) != 1 || !strings.Contains(before[0].Mend, "docker compose up -d") {
		t.Errorf("no server: %+v", before)
	}
}
