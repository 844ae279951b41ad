package extract

import (
	"testing"

	entente "github.com/entente-graph/entente"
)

// TestSettle tells what has been decided from what is still to be done.
func TestSettle(t *testing.T) {
	x, _ := rules(t)
	for _, c := range []struct {
		text   string
		etype  entente.EventType
		status entente.Status
		date   entente.Date
	}{
		{"Chile announced on Wednesday that it would impose duties on goods from Peru.", entente.Sanction, entente.Occurred, "2019-06-12"},
		{"Chile announced on Wednesday that it would impose duties on goods from Peru next month.", entente.Sanction, entente.Planned, "2019-07"},
		{"Officials in Lima said that Chile would impose duties on goods from Peru.", entente.Sanction, entente.Planned, ""},
		{"President Vizcarra spoke of the talks with Chile in Arica tomorrow.", entente.Consult, entente.Planned, "2019-06-15"},
	} {
		var got []entente.Event
		for _, e := range x.Extract(entente.Article{ID: "a", Published: "2019-06-14", Text: c.text}).Events {
			if e.Type == c.etype {
				got = append(got, e)
			}
		}
		if len(got) != 1 || got[0].Status != c.status || got[0].Date != c.date {
			t.Errorf("%s\n%v, want %s %s %s", c.text, got, c.etype, c.status, c.date)
		}
	}
}

// TestWhen reads when things were done, from reports printed on Friday, 14 June 2019.
func TestWhen(t *testing.T) {
	x, _ := rules(t)
	const lead = "The foreign ministers of Peru and Chile met in Lima on Thursday and spoke of the border. The talks lasted all day. Nobody spoke to reporters.\n\n"
	for _, c := range []struct {
		text  string
		etype entente.EventType
		want  entente.Date
	}{
		{"Peru broke off relations with Chile on Tuesday, three days after Chilean planes bombed a camp near the border.", entente.Assault, "2019-06-08"},
		{"After its envoy was shot in Lima in May 1985, Chile expelled ten Peruvian diplomats.", entente.Sanction, "1985-05"},
		{"It was the worst loss since 1987, when Chilean troops attacked a village in Peru.", entente.Assault, "1987"},
		{"The tone was milder than in March, when Peru expelled nine Chilean diplomats.", entente.Sanction, "2019-03"},
		{"Chilean soldiers have occupied the north of Peru since 1984.", entente.Coerce, "1984"},
		{"A Peruvian was killed in February by a mine. President Vizcarra at the time accused Chile of murder.", entente.Accuse, "2019-02"},
		{"In the spring Peru expelled a Chilean diplomat.", entente.Sanction, "2019"},
		{"Chilean planes bombed Tacna on June 3. Peru expelled the ambassador of Chile the next morning.", entente.Sanction, "2019-06-04"},
		{"Peru expelled two Chilean envoys when the court gave its verdict in 2016.", entente.Sanction, "2016"},
		{"In 2015 a mine killed two people. Peru blamed Chile and sent planes to bomb a camp near Arica.", entente.Assault, "2015"},
		{"Peru rejected a plan to share the border posts in a vote in May 2011.", entente.Reject, "2011-05"},
		{"Chilean planes bombed Tacna on June 3. Three days after the attack Peru expelled the ambassador of Chile.", entente.Sanction, "2019-06-06"},
		{"Chilean planes bombed Tacna overnight on Tuesday.", entente.Assault, "2019-06-11"},
		{"On Monday Peru became the first country to recall its ambassador from Chile.", entente.Sanction, "2019-06-10"},
		{"As the ministers took their seats, guerrillas fired rockets at Chile.", entente.Assault, "2019-06-13"},
		{"President Vizcarra, who thanked Brazil for its patience, said the talks would go on.", entente.Support, "2019-06-13"},
		{"President Vizcarra said on Wednesday that Chile must free the fishermen.", entente.Request, "2019-06-12"},
		{"Chile, in return, promises to open its ports to Peru.", entente.Agree, "2019-06-13"},
		{"President Vizcarra, whose troops had attacked Chile, said nothing.", entente.Assault, ""},
		{"On Monday Chile expelled three Peruvian diplomats. It also accused Peru of fraud.", entente.Accuse, "2019-06-10"},
		{"A Chilean mission visited Peru in April; its leader, Ana Rojas, accused Peru of fraud.", entente.Accuse, "2019-04"},
		{"President Vizcarra on Tuesday signed a decree imposing duties on goods from Chile.", entente.Sanction, "2019-06-11"},
		{"Chilean tanks crossed the border on Saturday after planes had bombed Tacna.", entente.Assault, "2019-06-08"},
		{"A bomb killed nine people in May 2014. Chile expelled the ambassador of Peru the next day.", entente.Sanction, "2014-05"},
	} {
		var got []entente.Date
		for _, e := range x.Extract(entente.Article{ID: "a", Published: "2019-06-14", Text: lead + c.text}).Events {
			if e.Type == c.etype {
				got = append(got, e.Date)
			}
		}
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s\n%s on %v, want %s", c.text, c.etype, got, c.want)
		}
	}
}
