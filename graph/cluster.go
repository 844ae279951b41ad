package graph

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/entente-graph/entente"
)

// enough is the score from which two reports that fit are held to be of one
// event. Scores count in tenths of what one small agreement, as of the type, says.
const enough = 40

// near is how far apart, in days, the publication of an undated report and an
// event, or another undated report's publication, may lie.
const near = 30

// cluster parts the reports of one block into events. It looks at all reports at
// once and in an order of its own, so the result depends on nothing but their set.
//
// Reports with a day come first and join each other, best pairs first. Reports
// with only a month, then only a year, then no date join the event they fit
// best; what is left of them joins each other. Of two events that fit equally
// well, a report of what was done to a treaty joins the later one, because news
// is about the latest; any other report joins neither.
func cluster(reports []report) [][]report {
	reports = slices.Clone(reports)
	slices.SortFunc(reports, earlier)
	m := matcher{}
	for _, r := range reports {
		m[r.Article] = append(m[r.Article], r)
	}
	var events [][]report
	for _, length := range []int{len("2006-01-02"), len("2006-01"), len("2006"), 0} {
		var level []report
		for _, r := range reports {
			if len(r.Date) == length {
				level = append(level, r)
			}
		}
		level = m.attach(events, level)
		events = append(events, m.gather(level)...)
	}
	for _, e := range events {
		slices.SortFunc(e, earlier)
	}
	slices.SortFunc(events, func(a, b []report) int { return earlier(a[0], b[0]) })
	return events
}

// earlier orders reports: known publication dates first, earlier before later.
func earlier(a, b report) int {
	if (a.Published == "") != (b.Published == "") {
		return cmp.Compare(len(b.Published), len(a.Published))
	}
	return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Event, b.Event))
}

// pair is a thought: report or group a and group b may be one.
type pair struct{ a, b, score int }

func best(pairs []pair) {
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
}

// attach adds reports to the events that they fit best, and gives back those
// that fit none well enough.
func (m matcher) attach(events [][]report, level []report) (left []report) {
	slices.SortStableFunc(events, func(a, b []report) int { return cmp.Compare(mergeDate(b), mergeDate(a)) })
	var pairs []pair
	for a, r := range level {
		for b, e := range events {
			if s := m.score(r, e); s >= enough {
				pairs = append(pairs, pair{a, b, s})
			}
		}
	}
	best(pairs)
	settled := make([]bool, len(level))
	for len(pairs) > 0 {
		p := pairs[0]
		pairs = pairs[1:]
		r := level[p.a]
		if settled[p.a] || !fitsAll(r, events[p.b]) { // the event may have grown
			continue
		}
		settled[p.a] = true
		rival := func(q pair) bool {
			return q.a == p.a && q.score == p.score && fitsAll(r, events[q.b])
		}
		if !r.onTreaty() && slices.ContainsFunc(pairs, rival) {
			left = append(left, r)
			continue
		}
		events[p.b] = append(events[p.b], r)
	}
	for a, r := range level {
		if !settled[a] {
			left = append(left, r)
		}
	}
	slices.SortFunc(left, earlier)
	return left
}

// gather joins reports with one another, best pairs first.
func (m matcher) gather(level []report) [][]report {
	slices.SortStableFunc(level, func(a, b report) int { return cmp.Compare(a.Date, b.Date) })
	var pairs []pair
	for a := range level {
		for b := a + 1; b < len(level); b++ {
			if level[a].Date != "" && !sameTime(level[a], level[b]) {
				break // those that follow are later still
			}
			if s := m.scorePair(level[a], level[b]); s >= enough && fits(level[a], level[b]) {
				pairs = append(pairs, pair{a, b, s})
			}
		}
	}
	best(pairs)
	of := make([]int, len(level)) // index of each report's group
	groups := make([][]report, len(level))
	for i, r := range level {
		of[i], groups[i] = i, []report{r}
	}
	for _, p := range pairs {
		a, b := of[p.a], of[p.b]
		if a == b || slices.ContainsFunc(groups[b], func(r report) bool { return !fitsAll(r, groups[a]) }) {
			continue
		}
		groups[a], groups[b] = append(groups[a], groups[b]...), nil
		for i := range of {
			if of[i] == b {
				of[i] = a
			}
		}
	}
	return slices.DeleteFunc(groups, func(g []report) bool { return g == nil })
}

// matcher has the reports of each article in the block.
type matcher map[string][]report

// score is that of the report with the member it is most like, 0 if it doesn't
// fit them all.
func (m matcher) score(r report, event []report) int {
	if !fitsAll(r, event) {
		return 0
	}
	most := 0
	for _, o := range event {
		most = max(most, m.scorePair(r, o))
	}
	return most
}

// scorePair is what speaks for two reports being of one event, or 0 if as much
// speaks for one of them and another report of the other's article: an article
// that tells of several such events must tell them apart.
func (m matcher) scorePair(a, b report) int {
	s := scorePair(a, b)
	rival := func(a, b report) bool {
		return slices.ContainsFunc(m[b.Article], func(o report) bool {
			return o.Event != b.Event && fits(a, o) && scorePair(a, o) >= s && !repeats(b, o)
		})
	}
	if a.Article != b.Article && (rival(a, b) || rival(b, a)) {
		return 0
	}
	if s > 0 && !m.others(a, b) && !m.others(b, a) {
		s += 10 // neither article tells of anything else that it could be
	}
	return s
}

// others reports whether the article of b has a report beside b that might be of
// the same event as a.
func (m matcher) others(a, b report) bool {
	return slices.ContainsFunc(m[b.Article], func(o report) bool { return o.Event != b.Event && fits(a, o) && scorePair(a, o) > 0 })
}

func fitsAll(r report, event []report) bool {
	return !slices.ContainsFunc(event, func(m report) bool { return !fits(r, m) })
}

// fits reports whether nothing speaks against two reports being of one event.
func fits(a, b report) bool {
	if a.Article == b.Article && !repeats(a, b) {
		return false
	}
	if a.Action != b.Action && a.Action != "" && b.Action != "" {
		return false
	}
	if len(a.Treaties) > 0 && len(b.Treaties) > 0 && !shareID(a.Treaties, b.Treaties) {
		return false
	}
	if a.Type != b.Type && a.Mode != b.Mode && a.Mode != "" && b.Mode != "" {
		return false
	}
	return sameTime(a, b) && sameParties(a, b)
}

// repeats reports whether an article tells twice of the same thing done to a
// treaty. Otherwise it means two events by two reports, however alike they look.
// What is done once and for all is told twice even if only one report has the date.
func repeats(a, b report) bool {
	if !a.onTreaty() || a.Action != b.Action || !sameIDs(a.Treaties, b.Treaties) {
		return false
	}
	switch a.Action {
	case entente.Sign, entente.Ratify, entente.Join, entente.Extend, entente.Suspend, entente.Withdraw:
		return true
	}
	return a.Type == b.Type && a.Date == b.Date && sameIDs(a.Actors, b.Actors)
}

func sameIDs(a, b []party) bool {
	return slices.EqualFunc(a, b, func(x, y party) bool { return x.ID == y.ID })
}

// sameTime reports whether the dates of two reports can be those of one event:
// a day apart at most, one inside the other, or, with one of them unknown,
// reported at about the same time, unless treaty and action tie them anyway.
func sameTime(a, b report) bool {
	if a.Date.Exact() && b.Date.Exact() {
		return daysApart(a.Date, b.Date) <= 1
	}
	if a.Date != "" && b.Date != "" {
		return a.Date.Within(b.Date) || b.Date.Within(a.Date)
	}
	if tellsFuture(a, b) || tellsFuture(b, a) {
		return false
	}
	if a.onTreaty() {
		return true
	}
	when := func(r report) entente.Date {
		if r.Date != "" {
			return r.Date
		}
		return r.Published
	}
	x, y := when(a), when(b)
	if !x.Exact() || !y.Exact() {
		return x == "" || y == "" || x.Within(y) || y.Within(x)
	}
	return daysApart(x, y) <= near
}

// tellsFuture reports whether a, of unknown date, was published before b happened.
func tellsFuture(a, b report) bool {
	return a.Date == "" && a.Published.Exact() && b.Date.Exact() && a.Status != entente.Planned && b.Status != entente.Planned &&
		b.Date > a.Published && daysApart(a.Published, b.Date) > 1
}

func daysApart(a, b entente.Date) int {
	x, _ := a.Time()
	y, _ := b.Time()
	return int(max(x.Sub(y), y.Sub(x)) / (24 * time.Hour))
}

// sameParties reports whether those who act can be the same in both reports. A
// country and one of its people or bodies can; two different people can't.
func sameParties(a, b report) bool {
	if a.unordered() && b.unordered() {
		return overlap(sides(a.Actors, a.Recipients), sides(b.Actors, b.Recipients))
	}
	if a.verbal() && b.verbal() && !sameSpeaker(a.Actors, b.Actors) {
		return false
	}
	return sameSide(a.Actors, b.Actors) && (a.onTreaty() || sameSide(a.Recipients, b.Recipients))
}

func sameSide(a, b []party) bool {
	return len(a) == 0 || len(b) == 0 || shareID(a, b) || overlap(sides(a), sides(b)) && (someCountry(a) || someCountry(b))
}

// sameSpeaker reports whether nobody but the same people or bodies are named in
// both, as far as they are named at all. Two ministers who say a thing on one day
// say two things; what two ministries do may well be one.
func sameSpeaker(a, b []party) bool {
	a, b = withoutCountries(a), withoutCountries(b)
	return len(a) == 0 || len(b) == 0 || shareID(a, b)
}

func isCountry(p party) bool { return strings.HasPrefix(p.ID, "country:") }

func someCountry(ps []party) bool { return slices.ContainsFunc(ps, isCountry) }

func withoutCountries(ps []party) []party { return slices.DeleteFunc(slices.Clone(ps), isCountry) }

func overlap(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func shareID(a, b []party) bool {
	return slices.ContainsFunc(a, func(p party) bool {
		return slices.ContainsFunc(b, func(q party) bool { return p.ID == q.ID })
	})
}

// scorePair says how much speaks for two reports being of one event.
func scorePair(a, b report) int {
	s := alike(a.Words, b.Words)
	if s == 0 && !a.onTreaty() {
		s = -10 // the same sides do much on one day
	}
	if shareID(a.Treaties, b.Treaties) {
		s += 10
	}
	if a.onTreaty() {
		s += 30 // in its block: what was done to what is the same
	} else {
		if a.Action == b.Action && a.Action != "" {
			s += 20
		}
		switch {
		case a.Type == b.Type:
			s += 10
		case !interchangeable(a.Type, b.Type):
			s -= 20
		}
	}
	if a.Mode == b.Mode && a.Mode != "" {
		s += 10
	}
	if a.Status.Open() != b.Status.Open() {
		s -= 30 // an offer, and what was done
	}
	if slices.ContainsFunc(a.Contexts, func(c string) bool { return slices.Contains(b.Contexts, c) }) {
		s += 10
	}
	switch {
	case a.Date == "" || b.Date == "":
	case a.Date == b.Date && len(a.Date) > len("2006"):
		s += 30
	case len(a.Date) == len("2006") || len(b.Date) == len("2006"):
		s += 10
	default: // a day apart, or within the same month
		s += 20
	}
	return s
}

// interchangeable reports whether careful readers may well differ over the two
// types for one event.
func interchangeable(a, b entente.EventType) bool {
	for _, group := range [][]entente.EventType{
		{entente.Agree, entente.Request, entente.Consult}, {entente.Agree, entente.Support, entente.Concede},
		{entente.Concede, entente.Retreat}, {entente.Coerce, entente.Assault, entente.Mobilize},
		{entente.Sanction, entente.Coerce}, {entente.Accuse, entente.Reject},
	} {
		if slices.Contains(group, a) && slices.Contains(group, b) {
			return true
		}
	}
	return false
}
