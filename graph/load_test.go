package graph_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

func open(t testing.TB) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestGraphIsAFunctionOfItsArticles(t *testing.T) {
	cases := uint64(1000)
	if testing.Short() {
		cases = 20
	}
	graphtest.Function(t, open(t), open(t), cases)
}

func TestPush(t *testing.T) {
	from, to := open(t), open(t)
	graphtest.Load(t, from, append(graphtest.Records(t), graphtest.Generate(3, 30)...), 10)
	for i, want := range []int{36, 0} {
		calls := 0
		sum, err := graph.Push(t.Context(), from, to, 7, func(graph.Summary) { calls++ })
		if err != nil {
			t.Fatal(err)
		}
		if sum.Added != want || sum.Added+sum.Unchanged != 36 || calls != 6 {
			t.Errorf("push %d: %+v in %d batches", i+1, sum, calls)
		}
		graphtest.Same(t, "push", graphtest.Export(t, to), graphtest.Export(t, from))
	}
}

// A topic is parted by years, and a year by months, when too many articles have to do with it, and one
// again when they are forgotten.
func TestCrowdedTopics(t *testing.T) {
	for _, test := range []struct {
		records []entente.Record
		few     int    // articles that are no crowd
		blocks  string // what some of a crowd are in
	}{
		{graphtest.Generate(0, 450), 60, " in 2020"},
		{graphtest.Generate(1, 450), 60, " in 2020"},
		{graphtest.Feud(2, 2400), 300, " in 2020-0"},
	} {
		records := test.records
		few, all, backwards := open(t), open(t), open(t)
		graphtest.Load(t, few, records[:test.few], 60)
		graphtest.Load(t, all, records, len(records)/18)
		slices.Reverse(records)
		graphtest.Load(t, backwards, records, len(records)/4)
		graphtest.Same(t, "backwards", graphtest.Export(t, backwards), graphtest.Export(t, all))
		if a, b := inBlocks(t, few, test.blocks), inBlocks(t, all, test.blocks); a > 0 || b == 0 {
			t.Fatalf("%d events of %d articles are in blocks%s, %d of %d", a, test.few, test.blocks, b, len(records))
		}
		var gone []string
		for _, r := range records[:len(records)-test.few] {
			gone = append(gone, r.Article.ID)
		}
		for ids := range slices.Chunk(gone, len(gone)/8) {
			if _, err := graph.Forget(t.Context(), all, ids); err != nil {
				t.Fatal(err)
			}
		}
		graphtest.Same(t, "forgotten", graphtest.Export(t, all), graphtest.Export(t, few))
		for _, s := range []graph.Store{few, all, backwards} {
			if problems, err := graph.Verify(t.Context(), s); err != nil || len(problems) > 0 {
				t.Fatal(problems, err)
			}
		}
	}
}

// inBlocks counts the events in blocks of such an era.
func inBlocks(t *testing.T, s graph.Store, era string) (n int) {
	t.Helper()
	err := s.Scan(t.Context(), []string{graph.Event}, func(e graph.Element) error {
		if block, _ := e.Props["_block"].(string); strings.Contains(block, era) {
			n++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Batches that are planned while others are written give the same graph, also when
// another writer comes between.
func TestLoadAll(t *testing.T) {
	records := append(graphtest.Records(t), graphtest.Generate(7, 200)...)
	want := open(t)
	graphtest.Load(t, want, records, len(records))
	for _, size := range []int{1, 7, 50} {
		s, done := open(t), 0
		disturbed := slices.Clone(records[:5])
		batches := func(yield func([]entente.Record) bool) {
			for part := range slices.Chunk(append(records, records[:20]...), size) {
				if len(disturbed) > 0 { // by another writer
					graphtest.Load(t, s, disturbed[:1], 1)
					disturbed = disturbed[1:]
				}
				if !yield(part) {
					return
				}
			}
		}
		if err := graph.LoadAll(t.Context(), s, batches, func(sum graph.Summary) { done += sum.Added + sum.Changed + sum.Unchanged }); err != nil {
			t.Fatal(err)
		}
		if done != len(records)+20 {
			t.Errorf("told of %d articles, want %d", done, len(records)+20)
		}
		graphtest.Same(t, fmt.Sprint("batches of ", size), graphtest.Export(t, s), graphtest.Export(t, want))
	}
}

// Two outlets tell of one thing, and it is one event with both as its sources.
func TestReportsMeet(t *testing.T) {
	s := open(t)
	graphtest.Load(t, s, graphtest.Records(t), 2)
	rows, err := s.Query(t.Context(), graph.Query{SQL: `SELECT name, date, articles FROM event
		WHERE articles > 1 ORDER BY name`}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]any{
		{"Vladimir Putin proposes Russia-US pact on cyberspace to United States", "2020-09-25", int64(2)},
		{"Vladimir Putin suspends INF Treaty", "2019-03-04", int64(2)},
	}
	if fmt.Sprint(rows.Values) != fmt.Sprint(want) {
		t.Errorf("got  %v\nwant %v", rows.Values, want)
	}
}

func TestCheck(t *testing.T) {
	record := func() entente.Record {
		all := graphtest.Records(t)
		return all[slices.IndexFunc(all, func(r entente.Record) bool { return r.Article.ID == "article:a1" })]
	}
	for _, test := range []struct {
		want  string
		spoil func(r *entente.Record)
	}{
		{"", func(r *entente.Record) {}},
		{"no valid id", func(r *entente.Record) { r.Article.ID = "" }},
		{"valid UTF-8", func(r *entente.Record) { r.Article.Text += "\xff" }},
		{"is no date", func(r *entente.Record) { r.Article.Published = "Friday" }},
		{"is no date", func(r *entente.Record) { r.Events[0].Date = "2019-02-30" }},
		{`doesn't begin with "country:"`, func(r *entente.Record) { r.Actors[0].ID = "person:russia" }},
		{"unknown kind", func(r *entente.Record) { r.Actors[0].Kind = "robot" }},
		{"is there twice", func(r *entente.Record) { r.Claims[1].ID = r.Claims[0].ID }},
		{"refers to", func(r *entente.Record) { r.Events[0].Actors = []string{"country:xx"} }},
		{"refers to", func(r *entente.Record) { r.Events[0].Place = "country:ru" }},
		{"refers to", func(r *entente.Record) { r.Claims[0].Event = "e9" }},
		{"refers to", func(r *entente.Record) { r.Actors[2].Affiliations[0].Actor = "country:xx" }},
		{"isn't bytes", func(r *entente.Record) { r.Claims[0].Quote = "Russia on Monday left the INF Treaty." }},
		{"don't lie in a text", func(r *entente.Record) { r.Claims[0].End = 9999 }},
		{"don't lie in a text", func(r *entente.Record) { r.Claims[0].Sentence = [2]int{5, 4} }},
		{"confidence", func(r *entente.Record) { r.Claims[0].Confidence = 1.5 }},
		{"confidence", func(r *entente.Record) { r.Claims[0].Confidence = math.NaN() }},
		{"nowhere on Earth", func(r *entente.Record) {
			r.Places = append(r.Places, entente.Place{ID: "place:x", Name: "X", Latitude: math.Inf(1)})
		}},
		{"no claim", func(r *entente.Record) { r.Events[0].Claims = nil }},
		{"isn't about it", func(r *entente.Record) { r.Events[0].Claims = []string{"claim:a1-3"} }},
	} {
		r := record()
		test.spoil(&r)
		switch err := graph.Check(r); {
		case err == nil && test.want == "":
		case err == nil || test.want == "" || !strings.Contains(err.Error(), test.want):
			t.Errorf("got error %v, want %q", err, test.want)
		case !strings.Contains(err.Error(), "article "+r.Article.ID+":"):
			t.Errorf("error doesn't name the article: %v", err)
		}
		if _, err := graph.Load(t.Context(), open(t), []entente.Record{r}); (err != nil) != (test.want != "") {
			t.Errorf("%q: Load gives %v", test.want, err)
		}
	}
}

// A date that is only likely keeps no reports apart, and dates an event that nobody dates otherwise.
func TestLikelyDate(t *testing.T) {
	records := graphtest.Generate(1, 1)[:1]
	records = append(records, records[0])
	dated := func(date entente.Date, likely bool, of *entente.Record, id string) {
		of.Article.ID, of.Article.Path = id, id
		of.Events = slices.Clone(of.Events[:1])
		of.Events[0].Date, of.Events[0].DateLikely = date, likely
		of.Claims = slices.DeleteFunc(slices.Clone(of.Claims), func(c entente.Claim) bool { return c.Event != of.Events[0].ID })
		for i := range of.Claims {
			of.Claims[i].ID = fmt.Sprint("claim:", id, i)
		}
		of.Events[0].Claims = nil
		for _, c := range of.Claims {
			of.Events[0].Claims = append(of.Events[0].Claims, c.ID)
		}
	}
	for _, test := range []struct {
		first, second             entente.Date
		firstLikely, secondLikely bool
		want                      []string
	}{
		{"2020-01-05", "2020-01-20", false, false, []string{"2020-01-05", "2020-01-20"}},
		{"2020-01-05", "2020-01-02", false, true, []string{"2020-01-05"}},
		{"2020-01-05", "2020-01-05", true, true, []string{"2020-01-05"}},
		{"2020-01", "2020-01-20", false, true, []string{"2020-01"}},
	} {
		records[0].Article.Published, records[1].Article.Published = "2020-01-30", "2020-01-30"
		dated(test.first, test.firstLikely, &records[0], "article:a")
		dated(test.second, test.secondLikely, &records[1], "article:b")
		s := open(t)
		graphtest.Load(t, s, records, 1)
		var got []string
		err := s.Scan(t.Context(), []string{graph.Event}, func(e graph.Element) error {
			got = append(got, fmt.Sprint(e.Props["date"]))
			return nil
		})
		slices.Sort(got)
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%v: dates %q, error %v", test, got, err)
		}
	}
}

// timed is a store that measures what it takes.
type timed struct {
	graph.Store
	took time.Duration
}

func (t *timed) Read(ctx context.Context, keys graph.Keys) (graph.State, error) {
	defer t.since(time.Now())
	return t.Store.Read(ctx, keys)
}

func (t *timed) Apply(ctx context.Context, d graph.Delta) error {
	defer t.since(time.Now())
	return t.Store.Apply(ctx, d)
}

func (t *timed) since(begun time.Time) { t.took += time.Since(begun) }

// What is written while the graph is verified is no problem, and what stays is one.
func TestVerifyWhileLoading(t *testing.T) {
	records := graphtest.Generate(1, 60)
	s := &written{Store: open(t), batches: [][]entente.Record{records[20:]}}
	graphtest.Load(t, s.Store, records[:20], 20)
	s.every = 3 // in the last step of the first look; the second is undisturbed
	if problems, err := graph.Verify(t.Context(), s); err != nil || len(problems) > 0 {
		t.Errorf("%d problems, error %v", len(problems), err)
	}
	if s.scans < 6 {
		t.Errorf("%d scans: no second look", s.scans)
	}
	s.batches, s.every = slices.Collect(slices.Chunk(graphtest.Generate(2, 200), 4)), 1
	if problems, err := graph.Verify(t.Context(), s); err == nil {
		t.Errorf("%d problems and no error of a graph that never stands still", len(problems))
	}
}

// written is a store into which a batch is loaded before some of its scans.
type written struct {
	graph.Store
	batches      [][]entente.Record
	every, scans int
}

func (w *written) Scan(ctx context.Context, kinds []string, yield func(graph.Element) error) error {
	w.scans++
	if len(w.batches) > 0 && w.scans%w.every == 0 {
		if _, err := graph.Load(ctx, w.Store, w.batches[0]); err != nil {
			return err
		}
		w.batches = w.batches[1:]
	}
	return w.Store.Scan(ctx, kinds, yield)
}

// BenchmarkPlan is BenchmarkLoad without the store: what 250 articles change is
// worked out, on an empty graph, and not written.
func BenchmarkPlan(b *testing.B) {
	s := unwritten{open(b)}
	records := graphtest.Generate(1, 250)
	for b.Loop() {
		graphtest.Load(b, s, records, len(records))
	}
	b.ReportMetric(float64(len(records)*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// unwritten is a store that keeps nothing.
type unwritten struct{ graph.Store }

func (unwritten) Apply(context.Context, graph.Delta) error { return nil }

func BenchmarkLoad(b *testing.B) {
	records := graphtest.Generate(1, 2000)
	for b.Loop() {
		s := open(b)
		graphtest.Load(b, s, records, 250)
	}
	b.ReportMetric(2000*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// What one more article costs must not depend on how many there are. The articles are
// those of 1, 10 and 100 years, and those of the last half year are measured, so that blocks of a
// year are as full in a small graph as in a large one. What the store takes to read and write is told
// apart: a tree of a hundred times as many rows is deeper, and what is near in the news lies far apart in it.
//
//	go test -run - -bench Growth -benchtime 1x -timeout 30m ./graph
func BenchmarkGrowth(b *testing.B) {
	const last = graphtest.AYear / 2
	for _, years := range []int{1, 10, 100} {
		n := years * graphtest.AYear
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var inStore time.Duration
			for b.Loop() {
				b.StopTimer()
				records := graphtest.Years(1, years)
				slices.SortStableFunc(records, func(x, y entente.Record) int { // news is loaded as it comes
					return cmp.Compare(x.Article.Published, y.Article.Published)
				})
				s := open(b)
				graphtest.Load(b, s, records[:n-last], 250)
				records = slices.Clone(records[n-last:])
				runtime.GC() // what is loaded is no longer there to be marked
				w := &timed{Store: s}
				b.StartTimer()
				graphtest.Load(b, w, records, 250)
				inStore += w.took
			}
			each := func(d time.Duration) float64 { return d.Seconds() * 1e6 / float64(b.N) / last }
			b.ReportMetric(each(b.Elapsed()), "µs/article")
			b.ReportMetric(each(inStore), "µs/article-in-store")
			b.ReportMetric(each(b.Elapsed()-inStore), "µs/article-planned")
		})
	}
}
