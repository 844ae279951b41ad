package graphtest

import (
	"math/rand/v2"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
)

// Decide makes decisions those of the store, and fails the test if it can't.
func Decide(t testing.TB, s graph.Store, list []graph.Decision) graph.Summary {
	t.Helper()
	sum, err := graph.Decide(t.Context(), s, list)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// Decisions makes up to n decisions on what some records tell of, none of them at
// odds with another. The same random source gives the same decisions.
func Decisions(random *rand.Rand, records []entente.Record, n int) []graph.Decision {
	var list []graph.Decision
	for range n {
		more := append(list[:len(list):len(list)], decision(random, records))
		if graph.CheckDecisions(more) == nil {
			list = more
		}
	}
	return list
}

func decision(random *rand.Rand, records []entente.Record) graph.Decision {
	var actors, treaties, events []graph.Subject
	for _, r := range records {
		for _, a := range r.Actors {
			actors = append(actors, graph.Subject{ID: a.ID})
		}
		for _, t := range r.Treaties {
			treaties = append(treaties, graph.Subject{ID: t.ID})
		}
		for _, c := range r.Claims {
			events = append(events, graph.Subject{Article: r.Article.ID, Quote: c.Quote})
		}
	}
	of := [][]graph.Subject{actors, treaties, events, events, events}[random.IntN(5)]
	if len(of) == 0 {
		of = actors
	}
	subject := func() graph.Subject { return of[random.IntN(len(of))] }
	d := graph.Decision{Verb: graph.Merge, Of: []graph.Subject{subject(), subject()}, Who: "tester", When: "2026-01-02", Why: "to see"}
	switch random.IntN(8) {
	case 0:
		d.Verb, d.Of, d.To = graph.Rename, d.Of[:1], "Somebody else"
	case 1:
		d.Verb, d.Of, d.To = graph.Country, d.Of[:1], "ZZ"
	case 2:
		d.Verb, d.Of = graph.Ignore, d.Of[:1]
	case 3, 4:
		d.Verb = graph.Apart
	}
	return d
}

// decide checks that decisions give one graph whenever they are made, and that
// taking them back leaves nothing of them.
func decide(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	random := rand.New(rand.NewPCG(4, 4))
	list := Decisions(random, records, 12)
	s := open(t)
	Decide(t, s, list)
	Load(t, s, records, 7)
	want := Export(t, s)
	if problems, err := graph.Verify(t.Context(), s); err != nil || len(problems) > 0 {
		t.Error("after deciding:", problems, err)
	}
	if stored, err := graph.Decisions(t.Context(), s); err != nil || len(stored) != len(list) || stored[0].Why != "to see" {
		t.Error("the store holds the decisions", stored, err)
	}
	Decide(t, s, nil)
	without := Export(t, s)

	s = open(t)
	Load(t, s, records, 50)
	Same(t, "taken back", without, Export(t, s))
	Decide(t, s, list)
	Same(t, "decided later", Export(t, s), want)
	if sum := Decide(t, s, list); sum.Written+sum.Deleted > 0 {
		t.Errorf("deciding the same again does something: %+v", sum)
	}
	if sum := Load(t, s, records, 50); sum.Changed > 0 {
		t.Errorf("loading again under decisions: %+v", sum)
	}
	Same(t, "loaded again", Export(t, s), want)
}
