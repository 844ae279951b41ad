package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
)

// The sample articles give the same export, byte for byte, from either store,
// whatever the order and the batches they are loaded in; loading them again
// changes nothing, and forgetting one leaves what the others give.
func TestSameGraph(t *testing.T) {
	forward := extractSamples(t)
	backward := slices.Clone(forward)
	slices.Reverse(backward)
	var mixed []entente.Record // every third, and again
	for i := range 3 {
		for j := i; j < len(forward); j += 3 {
			mixed = append(mixed, forward[j])
		}
	}
	orders := []struct {
		name    string
		records []entente.Record
	}{{"forward", forward}, {"backward", backward}, {"mixed", mixed}}

	file := newFile(t)
	loadIn(t, file, forward, len(forward))
	want := exported(t, file)
	loadIn(t, file, forward, 3)
	same(t, "reloaded", exported(t, file), want)

	forgotten := newFile(t)
	loadIn(t, forgotten, forward, 4)
	if _, err := graph.Forget(t.Context(), forgotten, []string{forward[0].Article.ID}); err != nil {
		t.Fatal(err)
	}
	without := newFile(t)
	loadIn(t, without, forward[1:], 4)
	wantWithout := exported(t, without)
	same(t, "SQLite, one forgotten", exported(t, forgotten), wantWithout)

	for _, o := range orders {
		for _, size := range []int{1, 5} {
			t.Run(fmt.Sprintf("SQLite/%s/%d", o.name, size), func(t *testing.T) {
				store := newFile(t)
				loadIn(t, store, o.records, size)
				same(t, "SQLite", exported(t, store), want)
			})
		}
	}
	for i, o := range orders {
		t.Run("Neo4j/"+o.name, func(t *testing.T) {
			store := openServer(t)
			loadIn(t, store, o.records, 5-2*i)
			same(t, "Neo4j", exported(t, store), want)
			loadIn(t, store, forward, len(forward))
			same(t, "Neo4j, reloaded", exported(t, store), want)
			if _, err := graph.Forget(t.Context(), store, []string{forward[0].Article.ID}); err != nil {
				t.Fatal(err)
			}
			same(t, "Neo4j, one forgotten", exported(t, store), wantWithout)
		})
	}
}

func newFile(t *testing.T) graph.Store {
	t.Helper()
	store, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// loadIn loads records in batches of a size.
func loadIn(t *testing.T, store graph.Store, records []entente.Record, size int) {
	t.Helper()
	for some := range slices.Chunk(records, size) {
		if _, err := graph.Load(t.Context(), store, some); err != nil {
			t.Fatal(err)
		}
	}
}

func exported(t *testing.T, store graph.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := graph.WriteJSONL(t.Context(), store, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func same(t *testing.T, what string, got, want []byte) {
	t.Helper()
	if bytes.Equal(got, want) {
		return
	}
	a, b := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			t.Fatalf("%s: line %d of the export differs:\n%s\nwant:\n%s", what, i+1, a[i], b[i])
		}
	}
	t.Fatalf("%s: the export has %d lines, want %d", what, len(a), len(b))
}
