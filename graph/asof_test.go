package graph_test

import (
	"math/rand/v2"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
)

// The graph as of a date is that of the articles published by then, as if no
// other had ever been loaded, under the same decisions.
func TestAsOf(t *testing.T) {
	records := graphtest.Generate(3, 40)
	dates := []entente.Date{"2020-01-05", "2020-01-07", "2020-01", "2020", "", "2020-01-06"}
	for i := range records {
		records[i].Article.Published = dates[i%len(dates)]
	}
	from := open(t)
	graphtest.Load(t, from, records, 20)
	decisions := graphtest.Decisions(rand.New(rand.NewPCG(1, 1)), records, 6)
	graphtest.Decide(t, from, decisions)
	for _, c := range []struct {
		date entente.Date
		want graph.Past
		by   []entente.Date
	}{
		{"2019-12", graph.Past{Later: 34, Undated: 6}, nil},
		{"2020-01-06", graph.Past{Taken: 13, Later: 7, Unsure: 14, Undated: 6}, []entente.Date{"2020-01-05", "2020-01-06"}},
		{"2020-01", graph.Past{Taken: 27, Unsure: 7, Undated: 6}, []entente.Date{"2020-01-05", "2020-01-06", "2020-01-07", "2020-01"}},
		{"2020", graph.Past{Taken: 34, Undated: 6}, []entente.Date{"2020-01-05", "2020-01-06", "2020-01-07", "2020-01", "2020"}},
	} {
		to, want := open(t), open(t)
		got, err := graph.AsOf(t.Context(), from, to, c.date, 7, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got != c.want || got.All() != len(records) {
			t.Errorf("as of %s: %+v, want %+v", c.date, got, c.want)
		}
		var then []entente.Record
		for _, r := range records {
			for _, d := range c.by {
				if r.Article.Published == d {
					then = append(then, r)
				}
			}
		}
		graphtest.Load(t, want, then, 20)
		graphtest.Decide(t, want, decisions)
		graphtest.Same(t, "as of "+string(c.date), graphtest.Export(t, to), graphtest.Export(t, want))
	}
}
