package graphtest

import (
	"bytes"
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
)

// Run checks that a store keeps the contract of graph.Store and the promises of
// this project. Open gives an empty store, which Run closes; it may empty the
// one that it gave before, as only the last one is used.
func Run(t *testing.T, open func(t *testing.T) graph.Store) {
	records := append(Records(t), Generate(1, 40)...)
	for _, test := range []struct {
		name string
		run  func(t *testing.T, open func(t *testing.T) graph.Store, records []entente.Record)
	}{
		{"empty", empty},
		{"load", load},
		{"reload", reload},
		{"digests", digests},
		{"unread", unread},
		{"order", order},
		{"forget", forget},
		{"replace", replace},
		{"replay", replay},
		{"conflict", conflict},
		{"read-only", readOnly},
		{"query", query},
		{"hostile", hostile},
		{"verify", verify},
		{"cancelled", cancelled},
		{"decide", decide},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.run(t, func(t *testing.T) graph.Store {
				s := open(t)
				t.Cleanup(func() {
					if err := s.Close(); err != nil {
						t.Error(err)
					}
				})
				return s
			}, records)
		})
	}
}

// Load loads records in batches, and fails the test if it can't.
func Load(t testing.TB, s graph.Store, records []entente.Record, batch int) graph.Summary {
	t.Helper()
	var sum graph.Summary
	for part := range slices.Chunk(records, batch) {
		one, err := graph.Load(t.Context(), s, part)
		if err != nil {
			t.Fatal(err)
		}
		sum.Add(one)
	}
	return sum
}

// Export is the store's export.
func Export(t testing.TB, s graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.WriteJSONL(t.Context(), s, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Same fails the test at the first line in which two exports differ.
func Same(t testing.TB, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s: exports differ in line %d:\n got %s\nwant %s", what, i+1, g[i], w[i])
		}
	}
	t.Fatalf("%s: one export has %d lines, the other %d", what, len(g), len(w))
}

func empty(t *testing.T, open func(*testing.T) graph.Store, _ []entente.Record) {
	s := open(t)
	if e := Export(t, s); e != "" {
		t.Errorf("an empty store exports %q", e)
	}
	state, err := s.Read(t.Context(), graph.Keys{Articles: []string{"x"}, Blocks: []string{"x"},
		Shared: []graph.Key{{Kind: graph.Actor, ID: "x"}}})
	if err != nil || state.Version != "" || len(state.Articles)+len(state.Tallies)+len(state.Blocks) > 0 {
		t.Errorf("an empty store reads as %+v, %v", state, err)
	}
	sum, err := graph.Forget(t.Context(), s, []string{"article:none"})
	if err != nil || !slices.Equal(sum.Unknown, []string{"article:none"}) {
		t.Errorf("forgetting an unknown article gives %+v, %v", sum, err)
	}
}

func load(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	sum := Load(t, s, records, len(records))
	export := Export(t, s)
	lines := strings.Count(export, "\n")
	if sum.Added != len(records) || sum.Written != lines || sum.Deleted != 0 {
		t.Errorf("loading %d records gives %+v and %d lines of export", len(records), sum, lines)
	}
	stats, err := graph.Stats(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, c := range stats {
		total += c.Count
	}
	if total != lines {
		t.Errorf("stats count %d elements, the export has %d", total, lines)
	}
}

// digests has a store give a record unless it is the one at hand.
func digests(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	records = records[:2]
	Load(t, s, records, len(records))
	held := map[string]string{}
	err := s.Scan(t.Context(), []string{graph.Article}, func(e graph.Element) error {
		held[e.ID], _ = e.Props["_digest"].(string)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	one, other := records[0].Article.ID, records[1].Article.ID
	if held[one] == "" || held[other] == "" || held[one] == held[other] {
		t.Fatalf("digests %v", held)
	}
	state, err := s.Read(t.Context(), graph.Keys{Articles: []string{one, other, "none"},
		Digests: map[string]string{one: held[one], other: held[one], "none": held[one]}})
	if err != nil {
		t.Fatal(err)
	}
	if record, known := state.Articles[one]; !known || record != "" {
		t.Errorf("the record at hand reads as %q, %v", record, known)
	}
	if record := state.Articles[other]; !strings.Contains(record, other) {
		t.Errorf("another record reads as %q", record)
	}
	if len(state.Articles) != 2 {
		t.Errorf("%d articles, want 2", len(state.Articles))
	}
}

func reload(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	Load(t, s, records, 7)
	before := Export(t, s)
	sum := Load(t, s, records, len(records))
	if sum.Unchanged != len(records) || sum.Written+sum.Deleted > 0 {
		t.Errorf("reloading gives %+v", sum)
	}
	Same(t, "reload", Export(t, s), before)
}

// unread loads articles as one reader and another read them, and asks who has.
func unread(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	records = slices.Clone(records[:20])
	articles := make([]entente.Article, len(records))
	for i := range records {
		if i < 10 {
			records[i].Reader = "one"
		}
		articles[i] = records[i].Article
	}
	Load(t, s, records, 7)
	export := Export(t, s)
	articles[0].Text += " And that was all."
	articles[1].Path = "moved/" + articles[1].Path
	articles[2].ID += "other"
	check := func(reader string, want func(i int) bool) {
		t.Helper()
		got, err := graph.Unread(t.Context(), s, reader, articles)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			if got[i] != want(i) {
				t.Errorf("article %d is to be read by %q: %v", i, reader, got[i])
			}
		}
	}
	check("one", func(i int) bool { return i < 3 || i >= 10 })
	check("two", func(int) bool { return true })
	check("", func(int) bool { return true })

	for i := range records {
		records[i].Reader = "two"
	}
	records[0].Article = articles[0]
	if sum := Load(t, s, records, 7); sum.Unchanged != len(records)-1 || sum.Changed != 1 {
		t.Errorf("another reader, and another text with the same events, give %+v", sum)
	}
	check("two", func(i int) bool { return i == 1 || i == 2 })
	records[0].Article.Text = strings.TrimSuffix(records[0].Article.Text, " And that was all.")
	if sum := Load(t, s, records[:1], 1); sum.Changed != 1 {
		t.Errorf("the text as it was gives %+v", sum)
	}
	Same(t, "another reader", Export(t, s), export)
}

func order(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	random := rand.New(rand.NewPCG(7, 7))
	want := ""
	for i := range 3 {
		for _, batch := range []int{1, 17} {
			s := open(t)
			Load(t, s, records, batch)
			got := Export(t, s)
			if want == "" {
				want = got
			}
			Same(t, "another order or batch size", got, want)
		}
		records = slices.Clone(records)
		if i == 0 {
			slices.Reverse(records)
		} else {
			random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		}
	}
}

func forget(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	var gone []string
	var rest []entente.Record
	for i, r := range records {
		if i%3 == 0 {
			gone = append(gone, r.Article.ID)
		} else {
			rest = append(rest, r)
		}
	}
	none := open(t)
	Load(t, none, rest, 50)
	want := Export(t, none)
	all := open(t)
	Load(t, all, records, 50)
	for part := range slices.Chunk(gone, 4) {
		if _, err := graph.Forget(t.Context(), all, part); err != nil {
			t.Fatal(err)
		}
	}
	Same(t, "forget", Export(t, all), want)
	var ids []string
	for _, r := range rest {
		ids = append(ids, r.Article.ID)
	}
	if _, err := graph.Forget(t.Context(), all, ids); err != nil {
		t.Fatal(err)
	}
	Same(t, "forget everything", Export(t, all), "")
}

// replace loads other records for the same articles.
func replace(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	other := Generate(2, 30)
	var want []entente.Record
	for _, r := range records {
		if !slices.ContainsFunc(other, func(o entente.Record) bool { return o.Article.ID == r.Article.ID }) {
			want = append(want, r)
		}
	}
	fresh := open(t)
	Load(t, fresh, append(want, other...), 50)
	export := Export(t, fresh)
	s := open(t)
	Load(t, s, records, 50)
	sum := Load(t, s, other, 50)
	if sum.Changed != len(other) {
		t.Errorf("replacing %d articles gives %+v", len(other), sum)
	}
	Same(t, "replace", Export(t, s), export)
}

// recorder is a store that remembers the deltas applied to it.
type recorder struct {
	graph.Store
	deltas []graph.Delta
}

func (r *recorder) Apply(ctx context.Context, d graph.Delta) error {
	r.deltas = append(r.deltas, d)
	return r.Store.Apply(ctx, d)
}

func replay(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	r := &recorder{Store: open(t)}
	Load(t, r, records, 20)
	want := Export(t, r)
	once := open(t)
	for range 2 {
		for i := range r.deltas {
			for range 2 {
				if err := once.Apply(t.Context(), r.deltas[i]); err != nil {
					t.Fatal(err)
				}
			}
		}
		Same(t, "replay", Export(t, once), want)
		r.deltas = r.deltas[len(r.deltas)-1:]
	}
}

func conflict(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	r := &recorder{Store: open(t)}
	Load(t, r, records[:10], 10)
	Load(t, r, records[10:], 50)
	want := Export(t, r)
	stale := r.deltas[0]
	stale.To = "elsewhere"
	if err := r.Store.Apply(t.Context(), stale); !isConflict(err) {
		t.Errorf("applying a delta planned from an old version gives %v", err)
	}
	Same(t, "conflict", Export(t, r), want)

	both := open(t)
	done := make(chan error)
	for _, part := range [][]entente.Record{records[:30], records[20:]} {
		go func() {
			for batch := range slices.Chunk(part, 3) {
				if _, err := graph.Load(t.Context(), both, batch); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range 2 {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	Same(t, "two loads at once", Export(t, both), want)
}
