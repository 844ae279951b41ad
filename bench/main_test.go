package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/entente-graph/entente/queries"
)

// A small run, on SQLite alone, prints a figure for everything.
func TestRun(t *testing.T) {
	t.Chdir("..")
	t.Setenv("NEO4J_URI", "")
	var out bytes.Buffer
	if err := run(t.Context(), &out, 300, 40); err != nil {
		t.Fatal(err)
	}
	want := []string{"machine ", "extraction, one core ", "SQLite, load to bound ", "SQLite, load of what is there ", "entente load, 40 articles ", "entente load again, 40 articles "}
	all, err := queries.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		want = append(want, "SQLite, query "+q.Name+" ")
	}
	for _, line := range want {
		if !strings.Contains("\n"+out.String(), "\n"+line) {
			t.Errorf("no line begins with %q:\n%s", line, out.String())
		}
	}
}
