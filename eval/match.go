package eval

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente"
)

// reader is a record as the scorer sees it: by names, not by ids.
type reader struct {
	entente.Record
	known map[string]names // actor id to the names the record gives it
	reach map[string]names // the same, with the name of its country
	order []string         // actor ids, sorted
	// treaties says which of the gold's treaties each of the record's is.
	treaties map[string][]int
}

func newReader(r entente.Record, countries map[string]string) *reader {
	v := &reader{Record: r, known: map[string]names{}, reach: map[string]names{}, treaties: map[string][]int{}}
	for _, a := range r.Actors {
		all := append([]string{a.Name}, a.Aliases...)
		for _, m := range a.Mentions {
			if utf8.RuneCountInString(m.Text) > 2 {
				all = append(all, m.Text)
			}
		}
		all = slices.DeleteFunc(all, func(name string) bool { return pronouns[normalize(name)] })
		v.known[a.ID] = namesOf(all...)
		v.reach[a.ID] = namesOf(countries[a.Country])
		v.reach[a.ID].add(v.known[a.ID])
		v.order = append(v.order, a.ID)
	}
	slices.Sort(v.order)
	v.order = slices.Compact(v.order)
	return v
}

// side gives all names that a side of an event goes by.
func (v *reader) side(ids []string) names {
	all := names{}
	for _, id := range ids {
		all.add(v.reach[id])
	}
	return all
}

// matchActors pairs the record's actors with the gold's, those with the most
// names in common first, each with one: two copies of an actor cost, and so does
// one actor made of two. It gives the record's actor for each of the gold's
// that has one.
func (v *reader) matchActors(gold []Actor) map[int]string {
	type pair struct {
		common int
		id     string
		gold   int
	}
	var pairs []pair
	for i, g := range gold {
		want := namesOf(append([]string{g.Name}, g.Aliases...)...)
		for _, id := range v.order {
			if n := v.known[id].common(want); n > 0 {
				pairs = append(pairs, pair{n, id, i})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.common, a.common), cmp.Compare(a.id, b.id), cmp.Compare(a.gold, b.gold))
	})
	of, taken := map[int]string{}, map[string]bool{}
	for _, p := range pairs {
		if _, used := of[p.gold]; !used && !taken[p.id] {
			of[p.gold], taken[p.id] = p.id, true
		}
	}
	return of
}

// matchTreaties notes which of the gold's treaties each treaty of the record is.
func (v *reader) matchTreaties(gold []Treaty) {
	accept := make([]names, len(gold))
	for i, g := range gold {
		accept[i] = namesOf(append([]string{g.Name}, g.Accept...)...)
	}
	for _, t := range v.Treaties {
		all := append([]string{t.Name}, t.Aliases...)
		for _, m := range t.Mentions {
			all = append(all, m.Text)
		}
		found := namesOf(all...)
		v.treaties[t.ID] = nil
		for i, g := range gold {
			if sameTreaty(g, accept[i], t.Year, found) {
				v.treaties[t.ID] = append(v.treaties[t.ID], i)
			}
		}
	}
}

// sameTreaty reports whether a treaty that was found is the gold's: it has one of
// its names or, in its year, was only described or has part of its name.
func sameTreaty(g Treaty, accept names, year int, found names) bool {
	if accept.meets(found) {
		return true
	}
	if g.Year == 0 || g.Year != year {
		return false
	}
	if g.described() {
		return true
	}
	const short = 6 // names no longer than this are in too many others
	for a := range accept {
		for b := range found {
			if len(a) > short && len(b) > short && (strings.Contains(b, a) || strings.Contains(a, b)) {
				return true
			}
		}
	}
	return false
}

// nearness says how a date that was found stands to the gold's.
type nearness int

const (
	unknown nearness = iota // one of the two isn't there
	near                    // as exact as the gold, and at most a day away
	far
)

func compareDates(gold, found entente.Date) nearness {
	if gold == "" || found == "" {
		return unknown
	}
	if !gold.Exact() || len(found) < len(gold) {
		if found.Within(gold) {
			return near
		}
		return far // less exact than the text allows is not right
	}
	g, ok := gold.Time()
	f, ok2 := found.Time()
	if ok && ok2 && f.Sub(g).Abs().Hours() <= 24 {
		return near
	}
	return far
}

// sameYear reports whether the dates begin with the same year.
func sameYear(a, b entente.Date) bool {
	return len(a) >= 4 && len(b) >= 4 && a[:4] == b[:4]
}
