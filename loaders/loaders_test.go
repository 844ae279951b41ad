package loaders

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
)

var update = flag.Bool("update", false, "write the expected files anew")

const wantSuffix = ".want.json"

// result is what a testdata pair expects of its input.
type result struct {
	Articles []entente.Article `json:"articles"`
	Refused  []string          `json:"refused,omitempty"`
}

func readAllOf(t *testing.T, opts Options, paths ...string) result {
	t.Helper()
	got := result{Articles: []entente.Article{}}
	for a, err := range Read(context.Background(), paths, opts) {
		if err != nil {
			got.Refused = append(got.Refused, filepath.ToSlash(err.Error()))
			continue
		}
		a.Path = filepath.ToSlash(a.Path)
		got.Articles = append(got.Articles, a)
	}
	return got
}

// TestPairs reads every input under testdata and compares it with its .want.json.
func TestPairs(t *testing.T) {
	err := filepath.WalkDir("testdata", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, wantSuffix) || strings.Contains(path, "fuzz") {
			return err
		}
		t.Run(filepath.ToSlash(path), func(t *testing.T) {
			got := readAllOf(t, Options{}, path)
			var b bytes.Buffer
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			if err := e.Encode(got); err != nil {
				t.Fatal(err)
			}
			if *update {
				if err := os.WriteFile(path+wantSuffix, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path + wantSuffix)
			if err != nil {
				t.Fatalf("%v; run the test with -update to write what it reads now, then check it by eye", err)
			}
			if b.String() != string(want) {
				t.Errorf("got %s\nwant %s", b.String(), want)
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
