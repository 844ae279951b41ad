package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

// The sample articles give the same export, byte for byte, from either store,
// whatever the order and the batches they are loaded in; loading them again
// changes nothing, forgetting one leaves what the others give, and a push from
// a file gives it, too.
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

	all, rest := newFile(t), newFile(t)
	graphtest.Load(t, all, forward, len(forward))
	graphtest.Load(t, rest, forward[1:], len(forward))
	want, wantRest := graphtest.Export(t, all), graphtest.Export(t, rest)

	for _, kind := range []struct {
		name string
		open func(t *testing.T) graph.Store
	}{{"SQLite", newFile}, {"Neo4j", openServer}} {
		for _, o := range orders {
			for _, size := range []int{1, 5} {
				t.Run(fmt.Sprintf("%s/%s/%d", kind.name, o.name, size), func(t *testing.T) {
					store := kind.open(t)
					graphtest.Load(t, store, o.records, size)
					graphtest.Same(t, "loaded", graphtest.Export(t, store), want)
				})
			}
		}
		t.Run(kind.name+"/pushed", func(t *testing.T) {
			store := kind.open(t)
			if _, err := graph.Push(t.Context(), all, store, 7, nil); err != nil {
				t.Fatal(err)
			}
			graphtest.Same(t, "pushed", graphtest.Export(t, store), want)
			graphtest.Load(t, store, mixed, 5)
			graphtest.Same(t, "loaded again", graphtest.Export(t, store), want)
			if _, err := graph.Forget(t.Context(), store, []string{forward[0].Article.ID}); err != nil {
				t.Fatal(err)
			}
			graphtest.Same(t, "one forgotten", graphtest.Export(t, store), wantRest)
		})
	}
}

func newFile(t *testing.T) graph.Store {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
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
