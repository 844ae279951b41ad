package graph

import (
	"cmp"
	"maps"
	"slices"

	"github.com/entente-graph/entente"
)

// reportKey names a report: its article and the id of its event in that article's record.
type reportKey struct{ article, event string }

func (r report) key() reportKey { return reportKey{r.Article, r.Event} }

// links are what decisions on events come to for the reports of the articles
// that are there.
type links struct {
	one, apart [][]reportKey
	reports    []report // that the decisions name
	// class is the block that stands for a block. A decision may join events that
	// would never be compared, and what is reported of them later must meet, too.
	class map[string]string
	// touched are the blocks that decisions bear on.
	touched []string
}

// links resolves the decisions on events. Record gives an article's record, false
// when there is no such article.
func (d decisions) links(record func(article string) (entente.Record, bool)) links {
	l := links{class: map[string]string{}}
	known := map[string]map[string]report{} // article, event
	find := func(s Subject) (report, bool) {
		r, ok := record(s.Article)
		if !ok {
			return report{}, false
		}
		if known[s.Article] == nil {
			known[s.Article] = map[string]report{}
			for _, one := range reports(d.rewrite(r)) {
				known[s.Article][one.Event] = one
			}
		}
		one, ok := known[s.Article][s.find(r)]
		return one, ok
	}
	for _, one := range d.events {
		var keys []reportKey
		var blocks []string
		for _, s := range one.Of {
			if r, ok := find(s); ok {
				keys = append(keys, r.key())
				blocks = append(blocks, d.crowded.block(r))
				l.reports = append(l.reports, r)
			}
		}
		if len(keys) < 2 {
			continue // some of it isn't loaded
		}
		l.touched = append(l.touched, blocks...)
		switch one.Verb {
		case Merge:
			l.one = append(l.one, keys)
			l.join(blocks)
		case Apart:
			l.apart = append(l.apart, keys)
		}
	}
	return l
}

// join makes one class of some blocks, which its first in order stands for.
func (l links) join(blocks []string) {
	all := map[string]bool{}
	for _, b := range blocks {
		for _, member := range l.members(b) {
			all[member] = true
		}
	}
	sorted := slices.Sorted(maps.Keys(all))
	if len(sorted) < 2 {
		return
	}
	for _, b := range sorted {
		l.class[b] = sorted[0]
	}
}

// block is the block that stands for b.
func (l links) block(b string) string { return cmp.Or(l.class[b], b) }

// members are the blocks of b's class.
func (l links) members(b string) []string {
	first := l.class[b]
	if first == "" {
		return []string{b}
	}
	var all []string
	for m, f := range l.class {
		if f == first {
			all = append(all, m)
		}
	}
	return all
}

// settle parts the reports of one block into events and carries the decisions out:
// first it takes apart, then it joins whole events, but never what is kept apart.
func (l links) settle(reports []report) [][]report {
	events := cluster(reports)
	if len(l.one)+len(l.apart) == 0 {
		return events
	}
	for _, keys := range l.apart {
		events = l.part(events, keys)
	}
	for _, keys := range l.one {
		events = l.unite(events, keys)
	}
	for _, e := range events {
		slices.SortFunc(e, earlier)
	}
	slices.SortFunc(events, func(a, b []report) int { return earlier(a[0], b[0]) })
	return events
}

// part gives each of the keys in one event an event of its own; the other reports
// go with the one that they are most like.
func (l links) part(events [][]report, keys []reportKey) [][]report {
	var all [][]report
	for _, e := range events {
		var seeds [][]report
		for _, r := range e {
			if slices.Contains(keys, r.key()) {
				seeds = append(seeds, []report{r})
			}
		}
		if len(seeds) < 2 {
			all = append(all, e)
			continue
		}
		for _, r := range e {
			if slices.Contains(keys, r.key()) {
				continue
			}
			most := slices.MaxFunc(seeds, func(a, b []report) int { return cmp.Compare(scorePair(r, a[0]), scorePair(r, b[0])) })
			at := slices.IndexFunc(seeds, func(s []report) bool { return s[0].key() == most[0].key() })
			seeds[at] = append(seeds[at], r)
		}
		all = append(all, seeds...)
	}
	return all
}

// unite joins the events that hold the keys.
func (l links) unite(events [][]report, keys []reportKey) [][]report {
	first := -1
	for i, e := range events {
		if !slices.ContainsFunc(e, func(r report) bool { return slices.Contains(keys, r.key()) }) {
			continue
		}
		switch {
		case first < 0:
			first = i
		case !l.keptApart(events[first], e):
			events[first], events[i] = append(slices.Clone(events[first]), e...), nil
		}
	}
	return slices.DeleteFunc(events, func(e []report) bool { return e == nil })
}

func (l links) keptApart(a, b []report) bool {
	holds := func(e []report, k reportKey) bool {
		return slices.ContainsFunc(e, func(r report) bool { return r.key() == k })
	}
	for _, keys := range l.apart {
		in := func(e []report) bool {
			return slices.ContainsFunc(keys, func(k reportKey) bool { return holds(e, k) })
		}
		if in(a) && in(b) {
			return true
		}
	}
	return false
}

// eventsOf are the elements that the reports of one block come to.
func (l links) eventsOf(block string, reports []report) []Element {
	var all []Element
	for _, members := range l.settle(reports) {
		all = append(all, merge(block, members).elements()...)
	}
	return all
}
