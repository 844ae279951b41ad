package graphtest

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
)

// Function checks, so many times, that whatever is loaded, replaced, forgotten
// and decided in whatever order and batches, the graph is that of the articles
// that are left, under the decisions that hold in the end. It takes two empty stores, which may be of two kinds: one is
// changed all the time, the other made from the outcome alone.
func Function(t *testing.T, changing, fresh graph.Store, cases uint64) {
	t.Helper()
	for seed := range cases {
		random := rand.New(rand.NewPCG(seed, 9))
		held := map[string]entente.Record{}
		var decided []graph.Decision
		for range 2 + random.IntN(5) {
			switch random.IntN(5) {
			case 0:
				forgetSome(t, random, changing, held)
				continue
			case 1:
				decided = Decisions(random, Generate(seed, 15), random.IntN(8))
				Decide(t, changing, decided)
				continue
			case 2: // taking back the last one gives what was before it
				before := Export(t, changing)
				more := Decisions(random, Generate(seed, 15), 1)
				if more = append(decided[:len(decided):len(decided)], more...); graph.CheckDecisions(more) == nil {
					Decide(t, changing, more)
					Decide(t, changing, decided)
					Same(t, fmt.Sprint("undone, seed ", seed), Export(t, changing), before)
				}
				continue
			}
			records := Generate(seed+uint64(random.IntN(3)), 15)
			random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
			records = records[:1+random.IntN(len(records))]
			Load(t, changing, records, 1+random.IntN(len(records)))
			for _, r := range records {
				held[r.Article.ID] = r
			}
		}
		var all []entente.Record
		for _, r := range held {
			all = append(all, r)
		}
		Decide(t, fresh, decided)
		Load(t, fresh, all, 1+len(all))
		Same(t, fmt.Sprint("seed ", seed), Export(t, changing), Export(t, fresh))
		for _, s := range []graph.Store{changing, fresh} {
			forgetAll(t, s)
			Decide(t, s, nil)
			Same(t, fmt.Sprint("emptied, seed ", seed), Export(t, s), "")
		}
	}
}

func forgetSome(t *testing.T, random *rand.Rand, s graph.Store, held map[string]entente.Record) {
	t.Helper()
	var ids []string
	for id := range held {
		if random.IntN(2) == 0 {
			ids = append(ids, id)
			delete(held, id)
		}
	}
	if _, err := graph.Forget(t.Context(), s, ids); err != nil {
		t.Fatal(err)
	}
}

func forgetAll(t *testing.T, s graph.Store) {
	t.Helper()
	var ids []string
	err := graph.Records(t.Context(), s, func(r entente.Record) error {
		ids = append(ids, r.Article.ID)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := graph.Forget(t.Context(), s, ids); err != nil {
		t.Fatal(err)
	}
}
