package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// votes counts what the reports of an event say, one vote a report.
type votes map[string]int

// ranked lists what got votes, most first, then in the order of first, then
// alphabetically. The empty string is no vote.
func (v votes) ranked(first ...string) []string {
	place := func(s string) int {
		if i := slices.Index(first, s); i >= 0 {
			return i
		}
		return len(first)
	}
	delete(v, "")
	return slices.SortedFunc(maps.Keys(v), func(a, b string) int {
		return cmp.Or(cmp.Compare(v[b], v[a]), cmp.Compare(place(a), place(b)), cmp.Compare(a, b))
	})
}

func (v votes) winner(first ...string) string {
	if r := v.ranked(first...); len(r) > 0 {
		return r[0]
	}
	return ""
}

func poll(reports []report, of func(report) string) votes {
	v := votes{}
	for _, r := range reports {
		v[of(r)]++
	}
	return v
}

// merged is what the reports of one event come to.
type merged struct {
	id                 string
	block              string
	typ                entente.EventType
	action             entente.Action
	mode               string
	status             entente.Status
	date               entente.Date
	actors, recipients []party // most reports first
	together           bool    // all of them act
	treaties           []party
	reports            []report
}

// merge works out an event from its reports, which are sorted by earlier. Its
// id comes from the first of them.
func merge(block string, reports []report) merged {
	m := merged{
		id:      reports[0].eventID(),
		block:   block,
		typ:     entente.EventType(poll(reports, func(r report) string { return string(r.Type) }).winner(texts(entente.EventTypes())...)),
		action:  entente.Action(poll(reports, func(r report) string { return string(r.Action) }).winner(texts(entente.Actions())...)),
		status:  mergeStatus(reports),
		date:    mergeDate(reports),
		reports: reports,
	}
	m.mode = poll(reports, func(r report) string {
		if r.Type != m.typ {
			return ""
		}
		return r.Mode
	}).winner()
	actors, recipients, treaties := ballot{}, ballot{}, ballot{}
	together := 0
	for _, r := range reports {
		actors.add(r.Actors)
		recipients.add(r.Recipients)
		treaties.add(r.Treaties)
		if r.together() {
			together++
		}
	}
	for id, p := range recipients { // where reports differ, most of them count
		if other, both := actors[id]; both && other.count >= p.count {
			delete(recipients, id)
		} else if both {
			delete(actors, id)
		}
	}
	m.actors, m.recipients, m.treaties = actors.ranked(), recipients.ranked(), treaties.ranked()
	m.together = 2*together >= len(reports)
	return m
}

// eventID is the id of the event that the report is the first of.
func (r report) eventID() string { return "event:" + digest(r.Article, r.Event) }

// ballot counts parties by id, and the names that reports give them.
type ballot map[string]*candidate

type candidate struct {
	party
	count int
	names votes
}

func (b ballot) add(parties []party) {
	for _, p := range parties {
		if b[p.ID] == nil {
			b[p.ID] = &candidate{party: p, names: votes{}}
		}
		b[p.ID].count++
		b[p.ID].names[p.Name]++
	}
}

func (b ballot) ranked() []party {
	ids := slices.SortedFunc(maps.Keys(b), func(x, y string) int {
		return cmp.Or(cmp.Compare(b[y].count, b[x].count), cmp.Compare(x, y))
	})
	var ps []party
	for _, id := range ids {
		ps = append(ps, party{ID: id, Name: b[id].names.winner(), Side: b[id].Side})
	}
	return ps
}

// mergeStatus says how real an event is: denied as soon as anyone denies it,
// else the most real status that any report gives.
func mergeStatus(reports []report) entente.Status {
	best := entente.Hypothetical
	real := []entente.Status{entente.Denied, entente.Occurred, entente.Ongoing, entente.Alleged,
		entente.Planned, entente.Threatened, entente.Proposed, entente.Hypothetical}
	for _, r := range reports {
		if r.Denied {
			return entente.Denied
		}
		if i := slices.Index(real, r.Status); i >= 0 && i < slices.Index(real, best) {
			best = r.Status
		}
	}
	return best
}

// mergeDate takes the date that is told, or if none is, one that is likely.
func mergeDate(reports []report) entente.Date {
	return cmp.Or(toldDate(reports), mostExact(reports, func(r report) entente.Date { return r.Likely }))
}

func toldDate(reports []report) entente.Date {
	return mostExact(reports, func(r report) entente.Date { return r.Date })
}

// mostExact takes the most exact of the reports' dates, of several equally exact ones the one
// that most reports give, then the earliest.
func mostExact(reports []report, date func(report) entente.Date) entente.Date {
	longest := 0
	for _, r := range reports {
		longest = max(longest, len(date(r)))
	}
	return entente.Date(poll(reports, func(r report) string {
		if len(date(r)) < longest {
			return ""
		}
		return string(date(r))
	}).winner())
}

// elements are the event's node and the relationships at it.
func (m merged) elements() []Element {
	var contexts []string
	for _, r := range m.reports {
		contexts = append(contexts, r.Contexts...)
	}
	slices.Sort(contexts)
	contexts = slices.DeleteFunc(slices.Compact(contexts), func(c string) bool { return c == "" })
	p := props("name", m.caption(), "type", string(m.typ), "mode", m.mode, "action", string(m.action),
		"status", string(m.status), "date", string(m.date), "_order", inOrder(m.date, m.id), "_block", m.block, "_reports", encodeReports(m.reports))
	articles, outlets, texts := sources(m.reports)
	p["articles"], p["outlets"], p["texts"] = int64(articles), int64(outlets), int64(texts)
	p["_outlets"] = tellers(m.reports)
	if len(contexts) > 0 {
		p["contexts"] = contexts
	}
	all := []Element{{Key: Key{Kind: Event, ID: m.id}, Props: p}}
	edge := func(kind, start, end string, p map[string]any) {
		all = append(all, Element{Key: Key{Kind: kind, Start: start, End: end}, Props: p})
	}
	for _, a := range m.actors {
		edge(Initiated, a.ID, m.id, nil)
	}
	for _, a := range m.recipients {
		if m.together {
			edge(Initiated, a.ID, m.id, nil)
		} else {
			edge(Targeted, m.id, a.ID, nil)
		}
	}
	for _, t := range m.treaties {
		edge(Concerns, m.id, t.ID, props("action", string(m.action)))
	}
	for _, place := range poll(m.reports, func(r report) string { return r.Place }).ranked() {
		edge(LocatedIn, m.id, place, nil)
	}
	for _, r := range m.reports {
		for _, c := range r.Claims {
			edge(About, c, m.id, nil)
		}
	}
	return all
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

// digest is 16 hex digits that stand for some texts.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
