package dossier_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/lexicon"
	"github.com/entente-graph/entente/loaders"
	"github.com/entente-graph/entente/views/dossier"
)

// samples are the records of the sample articles.
var samples = sync.OnceValues(func() ([]entente.Record, error) {
	lex, err := lexicon.Open()
	if err != nil {
		return nil, err
	}
	ex, err := extract.New(lex)
	if err != nil {
		return nil, err
	}
	var records []entente.Record
	for article, err := range loaders.Read(context.Background(), []string{"../../samples/articles"}, loaders.Options{}) {
		if err != nil {
			return nil, err
		}
		records = append(records, ex.Extract(article))
	}
	return records, nil
})

// sampleStore is a store of the sample articles.
func sampleStore(t *testing.T) graph.Store {
	t.Helper()
	records, err := samples()
	if err != nil {
		t.Fatal(err)
	}
	return storeOf(t, records)
}

func storeOf(t *testing.T, records []entente.Record) graph.Store {
	t.Helper()
	store, err := sqlite.OpenTemporary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	graphtest.Load(t, store, records, 500)
	return store
}

func collect(t *testing.T, store graph.Store, s dossier.Selection) dossier.Dossier {
	t.Helper()
	d, err := dossier.Collect(t.Context(), store, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// file writes a dossier's page to a file and gives its address.
func file(t *testing.T, d dossier.Dossier) string {
	t.Helper()
	var page bytes.Buffer
	if err := dossier.Write(&page, d); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "dossier.html")
	if err := os.WriteFile(path, page.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}
