package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

// Names that begin with what was typed are the same from either store, bounded, and
// none can do anything to a terminal.
func TestNamesLike(t *testing.T) {
	server := neo4jtest.Start(t)
	t.Setenv("NEO4J_USERNAME", server.Username)
	t.Setenv("NEO4J_PASSWORD", server.Password)
	file := filepath.Join(t.TempDir(), "graph.db")
	inFile, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer inFile.Close()
	records := append(graphtest.Records(t), graphtest.Generate(7, 60)...)
	records[0].Actors[0].Aliases = append(records[0].Actors[0].Aliases, "Zzz \x1b[31m", "Zzz plain")
	for _, s := range []graph.Store{inFile, emptied(t, server)} {
		graphtest.Load(t, s, records, 250)
	}
	most := 0
	for typed, found := range map[string]bool{"": true, "r": true, "R": true, "zzz": true, "country:": true, "Ru'": false, "nobody": false} {
		from := func(address string) []string {
			return (&app{db: address}).namesLike(t.Context(), graph.Actor, typed)
		}
		got, want := from(server.URL), from("sqlite:"+file)
		if !slices.Equal(got, want) {
			t.Errorf("%q gives %q on Neo4j, %q on SQLite", typed, got, want)
		}
		for _, name := range want {
			if !strings.HasPrefix(name, typed) || strings.ContainsRune(name, '\x1b') {
				t.Errorf("%q gives %q", typed, name)
			}
		}
		if (len(want) > 0) != found {
			t.Errorf("%q gives %q", typed, want)
		}
		most = max(most, len(want))
	}
	if most > offeredNames || most < 10 {
		t.Errorf("%d names are offered", most)
	}
}
