package graph_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
)

var update = flag.Bool("update", false, "rewrite the expected differences in testdata/diff")

// Each folder of testdata/diff has two graphs, as exports, and what sets the
// second apart from the first.
func TestDiff(t *testing.T) {
	files, err := filepath.Glob("testdata/diff/*/a.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, a := range files {
		folder := filepath.Dir(a)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			a, b := readSnapshot(t, a), readSnapshot(t, filepath.Join(folder, "b.jsonl"))
			got, file := described(graph.Diff(a, b)), filepath.Join(folder, "want.txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
			for _, s := range []*graph.Snapshot{a, b} {
				if d := graph.Diff(s, s); len(d.Changes) > 0 || d.Summary() != "" {
					t.Errorf("a graph differs from itself:\n%s", described(d))
				}
			}
		})
	}
}

// described is a difference as text: the summary, then a paragraph a node.
func described(d graph.Difference) string {
	var b strings.Builder
	fmt.Fprintln(&b, d.Summary())
	last := ""
	for _, c := range d.Changes {
		if c.ID != last {
			fmt.Fprintf(&b, "\n%s %s: %s | %s | %s\n", c.Kind, c.Sort, c.Date, c.Name, c.ID)
		}
		last = c.ID
		fmt.Fprintf(&b, "  %s | by %s | %s\n", c.Words(), strings.Join(c.By, ", "), c.Quote)
	}
	return b.String()
}

func readSnapshot(t *testing.T, file string) *graph.Snapshot {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := graph.NewSnapshot()
	if err := graph.ReadJSONL(f, s.Add); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return s
}

// Whatever articles and decisions two graphs are of, they differ if and only if their exports
// do, and the articles that one has alone are those that are new or gone.
func TestDiffSeesEverything(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	records := append(graphtest.Records(t), graphtest.Generate(5, 40)...)
	for range 12 {
		snapshots, exports, held := [2]*graph.Snapshot{}, [2]string{}, [2]map[string]bool{}
		left := random.IntN(3) * len(records) / 4
		for i := range 2 {
			s := open(t)
			some := slices.Clone(records)
			random.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
			some = some[:len(some)-left]
			graphtest.Load(t, s, some, 20)
			graphtest.Decide(t, s, graphtest.Decisions(random, records, random.IntN(3)))
			held[i] = map[string]bool{}
			for _, r := range some {
				held[i][r.Article.ID] = true
			}
			exports[i] = graphtest.Export(t, s)
			var err error
			if snapshots[i], err = graph.Take(t.Context(), s); err != nil {
				t.Fatal(err)
			}
		}
		d := graph.Diff(snapshots[0], snapshots[1])
		if (len(d.Changes) == 0) != (exports[0] == exports[1]) {
			t.Errorf("%d changes; the exports are equal: %t", len(d.Changes), exports[0] == exports[1])
		}
		for _, c := range d.Changes {
			added, gone := held[1][c.ID] && !held[0][c.ID], held[0][c.ID] && !held[1][c.ID]
			if c.Kind == graph.Article && (added != (c.Sort == graph.Added) || gone != (c.Sort == graph.Gone)) {
				t.Errorf("article %s is %s", c.ID, c.Sort)
			}
		}
	}
}

// Any other value of a property that an export shows is a difference, and so is
// a relationship that isn't there, but for those that each article and claim has.
func TestDiffSeesEveryProperty(t *testing.T) {
	s := open(t)
	graphtest.Load(t, s, graphtest.Records(t), 20)
	var all []graph.Element
	if err := s.Scan(t.Context(), graph.KindNames(false), func(e graph.Element) error { all = append(all, e); return nil }); err != nil {
		t.Fatal(err)
	}
	a := snapshotOf(t, all)
	for i, e := range all {
		if e.Start != "" && e.Kind != graph.PublishedBy && e.Kind != graph.Makes {
			if d := graph.Diff(a, snapshotOf(t, slices.Delete(slices.Clone(all), i, i+1))); len(d.Changes) == 0 {
				t.Errorf("no difference seen without %+v", e.Key)
			}
		}
		for name, v := range e.Props {
			if name[0] == '_' || name == "sha256" { // which follows from the others
				continue
			}
			changed := slices.Clone(all)
			changed[i].Props = maps.Clone(e.Props)
			changed[i].Props[name] = otherwise(v)
			if d := graph.Diff(a, snapshotOf(t, changed)); len(d.Changes) == 0 {
				t.Errorf("no difference seen in %s of %+v", name, e.Key)
			}
		}
	}
}

func otherwise(v any) any {
	switch v := v.(type) {
	case string:
		return v + "?"
	case []string:
		return append(slices.Clone(v), "?")
	case int64:
		return v + 1
	case float64:
		return v / 2
	case bool:
		return !v
	}
	return nil
}

func snapshotOf(t *testing.T, elements []graph.Element) *graph.Snapshot {
	t.Helper()
	s := graph.NewSnapshot()
	for _, e := range elements {
		if err := s.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// An export read back holds what the store shows of each element.
func TestReadJSONL(t *testing.T) {
	s := open(t)
	graphtest.Load(t, s, append(graphtest.Records(t), graphtest.Generate(2, 20)...), 20)
	a, err := graph.Take(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	var export bytes.Buffer
	if err := graph.WriteJSONL(t.Context(), s, &export); err != nil {
		t.Fatal(err)
	}
	b := graph.NewSnapshot()
	if err := graph.ReadJSONL(&export, b.Add); err != nil {
		t.Fatal(err)
	}
	if d := graph.Diff(a, b); len(d.Changes) > 0 {
		t.Errorf("the export differs from its store:\n%s", described(d))
	}
}

func TestReadJSONLRefuses(t *testing.T) {
	const node = `{"type":"node","id":"event:1","labels":["Event"],"properties":{"id":"event:1","articles":1}}` + "\n"
	for _, c := range []struct{ export, want string }{
		{"Dear Sir,\n", "line 1: not a line of an export: invalid character 'D'"},
		{node + "\n" + `{"type":"node"`, "line 3: not a line of an export: unexpected EOF"},
		{`{"article":{"id":"article:1"}}`, `line 1: not a line of an export: want a "type"`},
		{node[:len(node)-1] + node, "line 1: not a line of an export: something follows"},
		{node + node, `line 2: Event "event:1" is there twice`},
		{`{"type":"node","id":"x:1","labels":["Person"],"properties":{}}`, `line 1: node "x:1" with the labels ["Person"]`},
		{strings.Replace(node, `"id":"event:1","labels"`, `"id":"event:2","labels"`, 1), `line 1: node "event:2" has the property id "event:1"`},
		{strings.Replace(node, ":1}", `:"1"}`, 1), "line 1: property articles of Event: 1 is of the wrong type"},
		{strings.Replace(node, ":1}", `:1.5}`, 1), "line 1: property articles of Event: 1.5 is of the wrong type"},
		{strings.Replace(node, "articles", "colour", 1), `line 1: Event has no property "colour"`},
		{`{"type":"relationship","label":"ABOUT"}`, "line 1: not a line of an export"},
		{`{"type":"relationship","label":"KNOWS","start":{"id":"a"},"end":{"id":"b"}}`, `line 1: unknown type of relationship "KNOWS"`},
		{node + `{"type":"relationship","label":"ABOUT","start":{"id":"claim:1"},"end":{"id":"event:1"}}`,
			`line 2: ABOUT from "claim:1" to "event:1": a node of these isn't there`},
	} {
		err := graph.ReadJSONL(strings.NewReader(c.export), graph.NewSnapshot().Add)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s\ngot  %v\nwant %s", c.export, err, c.want)
		}
	}
}
