package neo4j_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// A graph isn't begun where it would mix with other data, and other data is never touched.
func TestOtherData(t *testing.T) {
	server := neo4jtest.Start(t)
	const theirs = "MATCH (n:Customer) RETURN count(n), sum(n.number)"
	for _, test := range []struct {
		name, data string
		beside     bool
		want       string // in the error
	}{
		{"a note", "CREATE (:Customer {number: 1})", false, ""},
		{"their data", "UNWIND range(1, 200) AS i CREATE (:Customer {number: i})", false, "--beside"},
		{"their data, and leave", "UNWIND range(1, 200) AS i CREATE (:Customer {number: i})", true, ""},
		{"their data under our labels", "CREATE (:Person:Customer {number: 1})", true, "labelled"},
	} {
		t.Run(test.name, func(t *testing.T) {
			server.Wipe(t)
			server.Run(t, test.data)
			before := server.Run(t, theirs)
			s, err := neo4j.Open(t.Context(), neo4j.Config{URL: server.URL, Username: server.Username, Password: server.Password, Beside: test.beside})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			records := graphtest.Records(t)
			_, err = graph.Load(t.Context(), s, records)
			switch {
			case test.want == "" && err != nil:
				t.Error(err)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("error %v, want one with %q", err, test.want)
			case test.want != "":
				if left := server.Run(t, "MATCH (n) WHERE NOT n:Customer AND NOT n:EntenteTest RETURN count(n)"); left[0][0] != int64(0) {
					t.Errorf("%v nodes were written", left[0][0])
				}
				return
			}
			var ids []string
			for _, r := range records {
				ids = append(ids, r.Article.ID)
			}
			if _, err := graph.Forget(t.Context(), s, ids); err != nil {
				t.Error(err)
			}
			if after := server.Run(t, theirs); after[0][0] != before[0][0] || after[0][1] != before[0][1] {
				t.Errorf("their data was %v and is %v", before, after)
			}
		})
	}
}

func TestFormats(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Wipe(t)
	s := open(t, server)
	defer s.Close()
	graphtest.Load(t, s, graphtest.Generate(3, 600), 250)
	want := graphtest.Export(t, s)
	config := neo4j.Config{URL: server.URL, Username: server.Username, Password: server.Password}

	server.Run(t, "MATCH (s:EntenteStore) SET s.format = 99")
	if _, err := neo4j.Open(t.Context(), config); err == nil || !strings.Contains(err.Error(), "newer version") {
		t.Errorf("opening a newer graph gives %v", err)
	}
	if _, err := neo4j.Migrate(t.Context(), config, nil); err == nil {
		t.Error("a newer graph is migrated")
	}

	// The first graphs didn't say their format. What else was different in them goes.
	server.Run(t, "MATCH (s:EntenteStore) REMOVE s.format")
	server.Run(t, "MATCH (e:Event) SET e._reports = 'of another form', e.old = 1")
	server.Run(t, "MATCH (n:EntenteName) DETACH DELETE n")
	if _, err := neo4j.Open(t.Context(), config); !errors.Is(err, graph.ErrOldFormat) {
		t.Errorf("opening an old graph gives %v", err)
	}
	batches := 0
	already, err := neo4j.Migrate(t.Context(), config, func(graph.Summary) { batches++ })
	if err != nil || already || batches != 1 {
		t.Errorf("migrate: %v, already %v, %d batches", err, already, batches)
	}
	graphtest.Same(t, "after migrating", graphtest.Export(t, s), want)
	if problems, err := graph.Verify(t.Context(), s); err != nil || len(problems) > 0 {
		t.Errorf("%v %v", err, problems)
	}
	if already, err = neo4j.Migrate(t.Context(), config, nil); err != nil || !already {
		t.Errorf("migrate again: %v, already %v", err, already)
	}

	// Interrupted when some articles have their old label and some are in both forms.
	server.Run(t, "MATCH (s:EntenteStore) SET s.format = 2, s.version = ''")
	server.Run(t, "MATCH (a:Article) WITH a, properties(a) AS p ORDER BY a.id LIMIT 300 DETACH DELETE a CREATE (b:EntenteEarlier) SET b = p")
	server.Run(t, "MATCH (a:Article) WITH a ORDER BY a.id LIMIT 100 CREATE (b:EntenteEarlier) SET b = properties(a)")
	if _, err = neo4j.Migrate(t.Context(), config, nil); err != nil {
		t.Error(err)
	}
	graphtest.Same(t, "after an interrupted migration", graphtest.Export(t, s), want)
}
