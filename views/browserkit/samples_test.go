package browserkit_test

import (
	"sync"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/lexicon"
	"github.com/entente-graph/entente/loaders"
	"github.com/entente-graph/entente/queries"
	"github.com/entente-graph/entente/views/browserkit"
)

// read gives the records of the articles in folders.
func read(t *testing.T, folders ...string) []entente.Record {
	t.Helper()
	ex, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	var records []entente.Record
	for article, err := range loaders.Read(t.Context(), folders, loaders.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, ex.Extract(article))
	}
	return records
}

var extractor = sync.OnceValues(func() (*extract.Extractor, error) {
	lex, err := lexicon.Open()
	if err != nil {
		return nil, err
	}
	return extract.New(lex)
})

// load loads records into a server's database.
func load(t *testing.T, server neo4jtest.Server, records []entente.Record) {
	t.Helper()
	store, err := neo4j.Open(t.Context(), neo4j.Config{URL: server.URL, Username: server.Username, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	graphtest.Load(t, store, records, 500)
}

// kit makes the kit of the program's own queries, as docker-compose.yml serves it.
func kit(t *testing.T) []browserkit.File {
	t.Helper()
	files, err := browserkit.Files(defaultQueries(t), browserkit.Base(browserkit.Port))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func defaultQueries(t *testing.T) []queries.Query {
	t.Helper()
	all, err := queries.Default()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func named(t *testing.T, files []browserkit.File, name string) []byte {
	t.Helper()
	for _, f := range files {
		if f.Name == name {
			return f.Data
		}
	}
	t.Fatalf("the kit has no %s", name)
	return nil
}
