package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

// An interrupt while the graph of a date is being made leaves nothing behind.
func TestAsOfInterrupted(t *testing.T) {
	file := filepath.Join(t.TempDir(), "graph.db")
	store, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Load(t, store, graphtest.Generate(1, 1000), 250)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	ctx, interrupt := context.WithCancel(t.Context())
	go func() {
		for {
			if made, _ := os.ReadDir(os.TempDir()); len(made) > 0 || ctx.Err() != nil {
				interrupt()
				return
			}
		}
	}()
	a := &app{stderr: io.Discard, db: "sqlite:" + file}
	if store, err := a.openAsked(ctx, "2021"); err == nil {
		t.Error("it wasn't interrupted")
		store.Close()
	}
	if left, _ := os.ReadDir(os.TempDir()); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
