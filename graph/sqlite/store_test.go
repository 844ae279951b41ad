package sqlite_test

import (
	"os"
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

func TestTemporaryStoreLeavesNothing(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s, err := sqlite.OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Load(t, s, graphtest.Records(t), 20)
	if left, _ := os.ReadDir(os.TempDir()); len(left) != 1 {
		t.Errorf("while it is open: %v", left)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(os.TempDir()); len(left) > 0 {
		t.Errorf("after it was closed: %v", left)
	}
}
