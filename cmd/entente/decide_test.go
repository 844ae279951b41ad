package main

import (
	"io"
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
)

// To keep two events apart must not part the reports of either.
func TestApartKeepsEventsWhole(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "graph.db")
	run := func(args ...string) {
		t.Helper()
		args = append(args, "--db", "sqlite:"+file, "--decisions", filepath.Join(folder, "decisions.yaml"))
		if status := do(args, nil, io.Discard, io.Discard); status != 0 {
			t.Fatalf("%v: status %d", args, status)
		}
	}
	if status := do([]string{"load", "--db", "sqlite:" + file, "../../samples/articles"}, nil, io.Discard, io.Discard); status != 0 {
		t.Fatal("load: status", status)
	}
	two := func() [][]any {
		t.Helper()
		store, err := sqlite.Open(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		rows, err := store.Query(t.Context(), graph.Query{SQL: "SELECT id FROM event WHERE articles > 1 ORDER BY id"}, nil)
		if err != nil || len(rows.Values) < 2 {
			t.Fatal("events of two articles:", rows.Values, err)
		}
		return rows.Values
	}
	before := two()
	run("decide", "apart", before[0][0].(string), before[1][0].(string))
	if after := two(); len(after) != len(before) {
		t.Errorf("%d events of two articles, before %d", len(after), len(before))
	}
}
