package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
)

// oddRecords are records made by hand, with little in them that is usual.
func oddRecords(t *testing.T) []entente.Record {
	t.Helper()
	return []entente.Record{
		// No outlet, no date, no title; an event without a date.
		odd(t, entente.Article{ID: "article:b", Text: "Russia threatens. The U.S. denies it. Nothing else is known."},
			oddEvent{typ: entente.Threaten, who: []string{"country:ru"}, whom: []string{"country:us"}, status: entente.Threatened,
				claims: []oddClaim{{quote: "Russia threatens", confidence: 0.5}, {quote: "The U.S. denies it", speaker: "country:us", stance: entente.Denies, confidence: 0.5}}},
			oddEvent{claims: []oddClaim{{quote: "Nothing else is known", speaker: "country:us"}}}),
		// Dates known by year and by month; one actor on both sides; a treaty without year.
		odd(t, entente.Article{ID: "article:a", URL: "https://example.org/a", Outlet: "Ägäis Post", Published: "2020-10", Title: "Émigrés \U0001F600",
			Text: "In 2019 Łukasiewicz quarrelled with himself. In March 2019 both Jordans met. A pact was offered like an older pact."},
			oddEvent{typ: entente.Accuse, who: []string{"person:łukasiewicz"}, whom: []string{"person:łukasiewicz", "country:ru"}, date: "2019", status: entente.Alleged,
				claims: []oddClaim{{quote: "In 2019 Łukasiewicz quarrelled with himself", speaker: "person:łukasiewicz", stance: entente.Accuses, confidence: 0.9}}},
			oddEvent{typ: entente.Consult, who: []string{"country:jo", "person:jordan"}, date: "2019-03", status: entente.Occurred, place: "place:genève",
				claims: []oddClaim{{quote: "In March 2019 both Jordans met", confidence: 1}}},
			oddEvent{typ: entente.Agree, action: entente.Propose, who: []string{"country:ru"}, whom: []string{"country:us"}, treaties: []string{"treaty:pact"}, status: entente.Proposed, date: "2020-10-01",
				claims: []oddClaim{{quote: "A pact was offered", confidence: 0.7}, {quote: "A pact was offered like an older pact", confidence: 0.7}}}),
		// The same proposal in another outlet, and the end of another one.
		odd(t, entente.Article{ID: "article:c", Outlet: "another outlet", Published: "2020-10-02", Title: "émigrés",
			Text: "A pact was offered by Russia. The old pact was signed in 1980 and proposed in 1979."},
			oddEvent{typ: entente.Agree, action: entente.Propose, who: []string{"country:ru"}, whom: []string{"country:us"}, treaties: []string{"treaty:pact"}, status: entente.Proposed, date: "2020-10-01",
				claims: []oddClaim{{quote: "A pact was offered by Russia", speaker: "country:ru", confidence: 0.7}}},
			oddEvent{typ: entente.Support, action: entente.Sign, who: []string{"country:ru", "country:us"}, treaties: []string{"treaty:old"}, status: entente.Occurred, date: "1980",
				claims: []oddClaim{{quote: "The old pact was signed in 1980", confidence: 0.7}}},
			oddEvent{typ: entente.Agree, action: entente.Propose, who: []string{"country:us"}, whom: []string{"country:ru"}, treaties: []string{"treaty:old"}, status: entente.Proposed, date: "1979",
				claims: []oddClaim{{quote: "proposed in 1979", confidence: 0.2}}}),
	}
}

// oddEvent is an event with its claims; without a type, claims about no event.
type oddEvent struct {
	typ       entente.EventType
	action    entente.Action
	who, whom []string
	treaties  []string
	place     string
	date      entente.Date
	status    entente.Status
	claims    []oddClaim
}

type oddClaim struct {
	quote, speaker string
	stance         entente.Stance
	confidence     float64
}

// odd makes a record in which every actor and treaty there is gets mentioned.
func odd(t *testing.T, a entente.Article, events ...oddEvent) entente.Record {
	t.Helper()
	here := []entente.Mention{{Start: 0, End: 1, Text: a.Text[:1]}}
	r := entente.Record{
		Article: a,
		Actors: []entente.Actor{
			{ID: "country:ru", Name: "Russia", Aliases: []string{"MOSCOW", "Россия"}, Kind: entente.Country, Country: "RU", Mentions: here},
			{ID: "country:us", Name: "United States", Aliases: []string{"U.S."}, Kind: entente.Country, Country: "US", Mentions: here},
			{ID: "country:jo", Name: "Jordan", Kind: entente.Country, Country: "JO", Mentions: here},
			{ID: "person:jordan", Name: "Jordan", Kind: entente.Person, Country: "US", Mentions: here,
				Affiliations: []entente.Affiliation{{Actor: "country:us", Role: "envoy"}, {Actor: "country:us", Role: "Adviser"}, {Actor: "country:jo", Role: "envoy"}}},
			{ID: "person:łukasiewicz", Name: "Łukasiewicz", Kind: entente.Person, Mentions: here,
				Affiliations: []entente.Affiliation{{Actor: "country:ru", Role: ""}}},
		},
		Treaties: []entente.Treaty{
			{ID: "treaty:pact", Name: "Pact", Status: entente.TreatyProposed, Parties: []string{"country:ru", "country:us"}, ComparedTo: []string{"treaty:old"}, Mentions: here},
			{ID: "treaty:old", Name: "Old Pact", Aliases: []string{"inf treaty"}, Year: 1980, Named: true, Status: entente.TreatyInForce, Mentions: here},
		},
		Places: []entente.Place{{ID: "place:genève", Name: "Genève", Country: "CH", Mentions: here}},
	}
	for i, o := range events {
		e := entente.Event{ID: fmt.Sprintf("e%d", i), Type: o.typ, Action: o.action, Actors: o.who, Recipients: o.whom,
			Treaties: o.treaties, Place: o.place, Date: o.date, Status: o.status}
		for j, c := range o.claims {
			start := strings.Index(a.Text, c.quote)
			if start < 0 {
				t.Fatalf("%q isn't in %q", c.quote, a.Text)
			}
			end := start + len(c.quote)
			claim := entente.Claim{ID: fmt.Sprintf("claim:%s%d%d", a.ID, i, j), Speaker: c.speaker, Stance: c.stance, Quote: c.quote,
				Start: start, End: end, Sentence: [2]int{start, end}, Confidence: c.confidence, Rule: "by hand"}
			if claim.Stance == "" {
				claim.Stance = entente.Asserts
			}
			if o.typ != "" {
				claim.Event = e.ID
				e.Claims = append(e.Claims, claim.ID)
			}
			r.Claims = append(r.Claims, claim)
		}
		if o.typ != "" {
			r.Events = append(r.Events, e)
		}
	}
	return r
}
