package graph

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// report is one article's word of an event. An event of the graph is a set of
// reports and keeps them, so that it can be taken apart and put together again
// without going back to the articles.
type report struct {
	Article    string            `json:"article"`
	Published  entente.Date      `json:"published,omitempty"`
	Outlet     string            `json:"outlet,omitempty"`
	Sketch     string            `json:"sketch,omitempty"` // of the article's text
	Event      string            `json:"event"`            // its id within the article's record
	Type       entente.EventType `json:"type"`
	Mode       string            `json:"mode,omitempty"`
	Frame      string            `json:"frame,omitempty"`
	Contexts   []string          `json:"contexts,omitempty"`
	Action     entente.Action    `json:"action,omitempty"`
	Actors     []party           `json:"actors,omitempty"`
	Recipients []party           `json:"recipients,omitempty"`
	Treaties   []party           `json:"treaties,omitempty"`
	Place      string            `json:"place,omitempty"`
	Date       entente.Date      `json:"date,omitempty"`
	Likely     entente.Date      `json:"likely,omitempty"` // a date that isn't told for certain, which then stands here alone
	Status     entente.Status    `json:"status"`
	Denied     bool              `json:"denied,omitempty"` // by one of its claims
	Claims     []string          `json:"claims"`
	Words      []string          `json:"words,omitempty"` // what its quotes are about, see contentWords
	Often      []string          `json:"often,omitempty"` // those of Words that other sentences of the article have, too
	Story      []string          `json:"story,omitempty"` // the words that the article has most often
	Cast       []string          `json:"cast,omitempty"`  // ids of people and bodies in the article
	Tenth      int               `json:"tenth,omitempty"` // of the article's claims that the first of its own comes in: 0 to 9
}

// party is somebody, or a treaty, in a report: the id, the name that the
// article's record gives it, and the side it stands on.
type party struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Side string `json:"side,omitempty"`
}

// day is the report's date, for certain or likely.
func (r report) day() entente.Date { return cmp.Or(r.Date, r.Likely) }

// reports lists what a record tells of events.
func reports(r entente.Record) []report {
	if len(r.Events) == 0 {
		return nil
	}
	known := map[string]party{}
	for _, a := range r.Actors {
		known[a.ID] = party{ID: a.ID, Name: a.Name, Side: side(a)}
	}
	for _, t := range r.Treaties {
		known[t.ID] = party{ID: t.ID, Name: t.Name}
	}
	parties := func(ids []string) []party {
		var ps []party
		for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
			ps = append(ps, known[id])
		}
		return ps
	}
	claims := map[string][]entente.Claim{}
	for _, c := range r.Claims {
		claims[c.Event] = append(claims[c.Event], c)
	}
	about, text := storyOf(r), sketch(r.Article.Text)
	var all []report
	for _, e := range r.Events {
		p := report{
			Article: r.Article.ID, Published: r.Article.Published, Outlet: r.Article.Outlet, Sketch: text, Event: e.ID,
			Type: e.Type, Mode: e.Mode, Frame: e.Frame, Contexts: slices.Compact(slices.Sorted(slices.Values(e.Contexts))), Action: e.Action,
			Actors: parties(e.Actors), Recipients: parties(e.Recipients), Treaties: parties(e.Treaties),
			Place: e.Place, Date: e.Date, Status: e.Status,
		}
		if e.DateLikely {
			p.Date, p.Likely = "", e.Date
		}
		var quotes []string
		for _, c := range claims[e.ID] {
			p.Claims = append(p.Claims, c.ID)
			p.Denied = p.Denied || c.Stance == entente.Denies
			quotes = append(quotes, c.Quote)
		}
		slices.Sort(p.Claims)
		p.Words = contentWords(quotes, about.ignore)
		p.Often = about.often(p.Words)
		p.Story, p.Cast, p.Tenth = about.words, about.cast, about.tenth(claims[e.ID])
		all = append(all, p)
	}
	return all
}

// side is the country that an actor counts as in an event, or else its id.
// The Soviet Union and Russia are one side: a reporter may say either.
func side(a entente.Actor) string {
	country := strings.ToUpper(a.Country)
	if country == "" && a.Kind == entente.Country {
		country = strings.ToUpper(strings.TrimPrefix(a.ID, "country:"))
	}
	switch country {
	case "":
		return a.ID
	case "SU":
		return "RU"
	}
	return country
}

// sides lists the sides of some parties, each once, sorted.
func sides(lists ...[]party) []string {
	var s []string
	for _, list := range lists {
		for _, p := range list {
			s = append(s, p.Side)
		}
	}
	slices.Sort(s)
	return slices.Compact(s)
}

// together reports whether all sides of the event act in it: a meeting, a joint
// undertaking, a signing.
func (r report) together() bool {
	switch r.Action {
	case entente.Sign, entente.Negotiate:
		return true
	case entente.Propose:
		return false
	}
	return r.Type == entente.Consult || r.Type == entente.Cooperate
}

// unordered reports whether another article may well name the sides the other
// way round. An offer has a direction; an agreement hasn't.
func (r report) unordered() bool {
	return r.together() || r.Type == entente.Agree && r.Action != entente.Propose && r.Status != entente.Proposed
}

// verbal reports whether the event is somebody's words, and theirs alone.
func (r report) verbal() bool {
	switch r.Action {
	case "", entente.Propose, entente.RejectIt:
	default:
		return false
	}
	switch r.Type {
	case entente.Agree, entente.Request, entente.Accuse, entente.Reject, entente.Threaten, entente.Support:
		return true
	}
	return false
}

func encodeReports(rs []report) string {
	b, err := json.Marshal(rs)
	if err != nil { // it has only strings
		panic(fmt.Sprintf("encode reports: %v", err))
	}
	return string(b)
}

func decodeReports(s string) ([]report, error) {
	var rs []report
	if err := json.Unmarshal([]byte(s), &rs); err != nil {
		return nil, fmt.Errorf("decode stored reports: %w", err)
	}
	return rs, nil
}
