package neo4j_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

func TestStore(t *testing.T) {
	server := neo4jtest.Start(t)
	graphtest.Run(t, func(t *testing.T) graph.Store {
		server.Wipe(t)
		return open(t, server)
	})
}

// The graph is a function of its articles and decisions here, too: the same as in SQLite.
func TestFunction(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Wipe(t)
	changing := open(t, server)
	defer changing.Close()
	fresh, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Close()
	cases := uint64(15)
	if testing.Short() {
		cases = 3
	}
	graphtest.Function(t, changing, fresh, cases)
}

func TestOpenErrors(t *testing.T) {
	for _, test := range []struct{ url, want string }{
		{"bolt://localhost:1", "docker compose up -d"},
		{"neo4j://localhost:1", "docker compose up -d"},
		{"http://localhost:7474", "want neo4j://HOST:PORT"},
		{"bolt://", ""},
	} {
		_, err := neo4j.Open(t.Context(), neo4j.Config{URL: test.url, Username: "neo4j", Password: "hunter2"})
		if err == nil {
			t.Errorf("%s opens", test.url)
			continue
		}
		t.Log(err)
		if !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: error %q", test.url, err)
		}
	}
}

// Both stores export the same bytes.
func TestSameAsSQLite(t *testing.T) {
	server := neo4jtest.Start(t)
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records := append(graphtest.Records(t), graphtest.Generate(5, 1000)...)
	graphtest.Load(t, file, records, 100)
	server.Wipe(t)
	s := open(t, server)
	defer s.Close()
	if _, err := graph.Push(t.Context(), file, s, 250, nil); err != nil {
		t.Fatal(err)
	}
	graphtest.Same(t, "Neo4j after push", graphtest.Export(t, s), graphtest.Export(t, file))
}

func open(t testing.TB, server neo4jtest.Server) graph.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), neo4j.Config{URL: server.URL, Username: server.Username, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func BenchmarkLoad(b *testing.B) {
	server := neo4jtest.Start(b)
	records := graphtest.Generate(1, 2000)
	written := 0
	for b.Loop() {
		b.StopTimer()
		server.Wipe(b)
		s := open(b, server)
		b.StartTimer()
		written += graphtest.Load(b, s, records, 250).Written
		s.Close()
	}
	b.ReportMetric(float64(written)/b.Elapsed().Seconds(), "elements/s")
}

// BenchmarkQuery asks for the events of one actor in a graph of 2,000 articles.
func BenchmarkQuery(b *testing.B) {
	server := neo4jtest.Start(b)
	server.Wipe(b)
	s := open(b, server)
	defer s.Close()
	graphtest.Load(b, s, graphtest.Generate(1, 2000), 250)
	for b.Loop() {
		_, err := s.Query(b.Context(), graph.Query{Cypher: `MATCH (n:EntenteAlias {name: $actor})
			MATCH (:Actor {id: n.means})-[:INITIATED]->(e:Event)
			RETURN e.id, e.name, e.date ORDER BY e.date, e.id LIMIT 50`}, map[string]any{"actor": "country aa"})
		if err != nil {
			b.Fatal(err)
		}
	}
}
