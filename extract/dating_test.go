package extract

import (
	"testing"

	entente "github.com/entente-graph/entente"
)

// TestWeighDates reads with what was learnt when things were done that name no time themselves,
// from reports of Friday, 14 June 2019.
func TestWeighDates(t *testing.T) {
	x, _ := extractor(t)
	const lead = "The foreign ministers of Peru and Chile met in Lima on Thursday and spoke of the border.\n\n"
	for _, c := range []struct {
		text  string
		etype entente.EventType
		want  entente.Date
	}{
		{lead + "Bolivia has condemned Chile for the delay.", entente.Accuse, "2019-06-13"},
		{lead + "Chile, angered by the delay, has called on Peru to withdraw its soldiers.", entente.Request, "2019-06-13"},
		{lead + "In March 2016 Chilean planes bombed a camp in Peru. Peru thereupon expelled the ambassador of Chile.", entente.Sanction, "2016-03"},
		{lead + "Chile plans to impose sanctions on Peru.", entente.Sanction, ""}, // nobody says when
	} {
		var got []entente.Event
		for _, e := range x.Extract(entente.Article{ID: "a", Published: "2019-06-14", Text: c.text}).Events {
			if e.Type == c.etype {
				got = append(got, e)
			}
		}
		if len(got) != 1 || got[0].Date != c.want {
			t.Errorf("%s\n%v, want %s %s", c.text, got, c.etype, c.want)
		}
		for _, e := range x.Extract(entente.Article{ID: "a", Text: c.text}).Events {
			if e.Date.Exact() {
				t.Errorf("%s\n%v of a day, though nobody knows when it was published", c.text, e)
			}
		}
	}
}

func TestSameDate(t *testing.T) {
	for _, c := range []struct {
		a, b entente.Date
		want bool
	}{
		{"2019-06-14", "2019-06-15", true},
		{"2019-06-14", "2019-06-16", false},
		{"2019-12-31", "2020-01-01", true},
		{"2019-06", "2019-06", true},
		{"2019-06", "2019-07", false},
		{"2019-06-14", "2019-06", false},
		{"", "", false},
		{"2019", "", false},
	} {
		if got := sameDate(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}
