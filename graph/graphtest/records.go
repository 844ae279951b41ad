// Package graphtest is what every store of the graph must pass, and the records
// to test with: a few by hand, and any number from a generator.
package graphtest

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"testing"

	"github.com/entente-graph/entente"
)

//go:embed testdata/*.json
var testdata embed.FS

// Records reads the hand-written records: articles that report the same events
// in different words, and one full of text that no store may stumble over.
func Records(t testing.TB) []entente.Record {
	t.Helper()
	files, err := fs.Glob(testdata, "testdata/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []entente.Record
	for _, f := range files {
		b, err := testdata.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var r entente.Record
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(fmt.Errorf("read %s: %w", f, err))
		}
		all = append(all, r)
	}
	return all
}
