package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

func open(t *testing.T) graph.Store {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "a 100%?mode=ro#.db"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) { graphtest.Run(t, open) }
