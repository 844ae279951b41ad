package graph

import (
	"cmp"
	"slices"
)

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
	reports, copies := withoutCopies(reports)
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
	for i, e := range events {
		for _, r := range e {
			events[i] = append(events[i], copies[r.key()]...)
		}
		slices.SortFunc(events[i], earlier)
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
	slices.SortStableFunc(events, func(a, b []report) int { return cmp.Compare(toldDate(b), toldDate(a)) })
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
			if !fits(level[a], level[b]) {
				continue
			}
			if s := m.scorePair(level[a], level[b]); s >= enough {
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

// score is that of the report with the member it is most like, never if it
// doesn't fit them all.
func (m matcher) score(r report, event []report) int {
	if !fitsAll(r, event) {
		return never
	}
	most := never
	for _, o := range event {
		most = max(most, m.scorePair(r, o))
	}
	return most
}

// scorePair is what speaks for two reports being of one event: more if nothing
// else that their articles tell is as much like either of them, and never if
// something is. An article that tells of several such events must tell them apart.
func (m matcher) scorePair(a, b report) int {
	s := scorePair(a, b)
	if a.Article == b.Article || s+weights[closest] < enough {
		return s // no lead would help
	}
	lead := m.lead(a, b, s)
	if lead <= 0 {
		return never
	}
	return s + weights[closest]*lead/maxLead
}

// closest names what it says of two reports that they are more like each other than
// like anything else in their articles.
const closest = "more like each other than like anything else in the two articles"

// maxLead is the lead in score that says as much as having no rival at all.
const maxLead = 300

// lead is how much better two reports with a score go together than either goes
// with another report of the other's article.
func (m matcher) lead(a, b report, s int) int {
	lead := maxLead
	for _, pair := range [][2]report{{a, b}, {b, a}} {
		for _, o := range m[pair[1].Article] {
			if o.Event != pair[1].Event && fits(pair[0], o) && !repeats(pair[1], o) {
				lead = min(lead, s-scorePair(pair[0], o))
			}
		}
	}
	return lead
}
