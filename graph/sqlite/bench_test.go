package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

// BenchmarkQuery asks for the events of one actor in a graph of 2,000 articles.
func BenchmarkQuery(b *testing.B) {
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	graphtest.Load(b, s, graphtest.Generate(1, 2000), 250)
	for b.Loop() {
		_, err := s.Query(b.Context(), graph.Query{SQL: `SELECT e.id, e.name, e.date
			FROM ententealias n JOIN initiated i ON i.start_id = n.means JOIN event e ON e.id = i.end_id
			WHERE n.name = :actor ORDER BY e.date, e.id LIMIT 50`}, map[string]any{"actor": "country aa"})
		if err != nil {
			b.Fatal(err)
		}
	}
}
