package graph

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/entente-graph/entente"
)

// enough is the score, in hundredths of a logit, from which two reports that fit
// are held to be of one event. It isn't 0, because to merge two events is worse
// than to split one.
const enough = 85

// never is the score of reports that can't be of one event.
const never = math.MinInt32

// trait is something that speaks for or against two reports being of one event:
// how far, from 0 to 10.
type trait struct {
	name string
	sign int // 1 for, -1 against
	of   func(c *couple) int
}

// couple is two reports that fit, and what several traits need to know of them.
type couple struct {
	a, b   report
	shared []string // words
	far    int      // days between what is known of when they happened, -1 unknown
	story  int      // how much of their words, and of their casts, the articles share
	cast   int
}

func newCouple(a, b report) *couple {
	return &couple{a: a, b: b, shared: common(a.Words, b.Words), far: apart(a, b), story: share(a.Story, b.Story), cast: share(a.Cast, b.Cast)}
}

func yes(b bool) int {
	if b {
		return 10
	}
	return 0
}

// traits are all that is weighed. What each weighs stands in weights.go.
var traits = []trait{
	// What was done.
	{"one frame", 1, func(c *couple) int { return yes(c.a.Frame == c.b.Frame && c.a.Frame != "") }},
	{"other frames", -1, func(c *couple) int { return yes(c.a.Frame != c.b.Frame && c.a.Frame != "" && c.b.Frame != "") }},
	{"one type", 1, func(c *couple) int { return yes(c.a.Type == c.b.Type || c.onTreaty()) }},
	{"types that are easily confused", 1, func(c *couple) int { return yes(interchangeable(c.a.Type, c.b.Type) && !c.onTreaty()) }},
	{"one mode", 1, func(c *couple) int { return yes(c.a.Mode == c.b.Mode && c.a.Mode != "") }},
	{"a mode in one", -1, func(c *couple) int { return yes((c.a.Mode == "") != (c.b.Mode == "")) }},
	{"one action", 1, func(c *couple) int { return yes(c.a.Action == c.b.Action && c.a.Action != "") }},
	{"an action in one", -1, func(c *couple) int { return yes(c.a.Action != c.b.Action) }},
	{"one action on one treaty", 1, func(c *couple) int { return yes(c.onTreaty()) }},
	{"a context in both", 1, func(c *couple) int { return yes(len(common(c.a.Contexts, c.b.Contexts)) > 0) }},
	{"one status", 1, func(c *couple) int { return yes(reality(c.a.Status) == reality(c.b.Status)) }},
	{"open in one, done in the other", -1, func(c *couple) int { return yes(c.a.Status.Open() != c.b.Status.Open()) }},
	// Who and where.
	{"the same actors", 1, func(c *couple) int { return yes(sameNames(c.a.Actors, c.b.Actors)) }},
	{"other actors", -1, func(c *couple) int { return yes(otherNames(c.a.Actors, c.b.Actors)) }},
	{"the same recipients", 1, func(c *couple) int { return yes(sameNames(c.a.Recipients, c.b.Recipients)) }},
	{"other recipients", -1, func(c *couple) int { return yes(otherNames(c.a.Recipients, c.b.Recipients)) }},
	{"recipients below a country in one", -1, func(c *couple) int {
		return yes(hasNames(c.a.Recipients) != hasNames(c.b.Recipients))
	}},
	{"the same sides act", 1, func(c *couple) int { return yes(sameSides(c.a.Actors, c.b.Actors)) }},
	{"the same sides are acted upon", 1, func(c *couple) int { return yes(sameSides(c.a.Recipients, c.b.Recipients)) }},
	{"a treaty in one", -1, func(c *couple) int { return yes((len(c.a.Treaties) == 0) != (len(c.b.Treaties) == 0)) }},
	{"the same actors and no others", 1, func(c *couple) int { return yes(sameIDs(c.a.Actors, c.b.Actors)) }},
	{"the same recipients and no others", 1, func(c *couple) int { return yes(sameIDs(c.a.Recipients, c.b.Recipients)) }},
	{"one place", 1, func(c *couple) int { return yes(c.a.Place == c.b.Place && c.a.Place != "") }},
	// When.
	{"one day", 1, func(c *couple) int { return yes(c.a.Date.Exact() && c.a.Date == c.b.Date || c.timeless()) }},
	{"one month", 1, func(c *couple) int { return yes(c.shorterDate() == len("2006-01")) }},
	{"one year", 1, func(c *couple) int { return yes(c.shorterDate() == len("2006")) }},
	{"both undated", 1, func(c *couple) int { return yes(c.a.Date == "" && c.b.Date == "") }},
	{"undated, days apart", 1, func(c *couple) int { return yes(c.undated() && c.far >= 0 && c.far <= 3) }},
	{"undated, weeks apart", -1, func(c *couple) int { return yes(c.undated() && c.far > 3) }},
	{"likely one day", 1, func(c *couple) int { return yes(c.undated() && c.a.day().Exact() && c.a.day() == c.b.day()) }},
	{"undated, years apart", -1, func(c *couple) int { return yes(c.undated() && c.far > 400) }},
	// The words.
	{"a word", 1, func(c *couple) int { return yes(len(c.shared) > 0) }},
	{"words", 1, func(c *couple) int { return min(10, 2*total(c.shared)) }},
	{"rare words", 1, func(c *couple) int { return min(10, 2*total(c.rare())) }},
	{"four words", 1, func(c *couple) int { return yes(total(c.shared) >= 4) }},
	{"a rare word", 1, func(c *couple) int { return yes(len(c.rare()) > 0) }},
	{"a third of the words", 1, func(c *couple) int { return yes(share(c.a.Words, c.b.Words) >= 3) }},
	{"most words", 1, func(c *couple) int { return yes(share(c.a.Words, c.b.Words) >= 6) }},
	{"share of words", 1, func(c *couple) int { return share(c.a.Words, c.b.Words) }},
	{"a number", 1, func(c *couple) int { return yes(len(common(numbers(c.a.Words), numbers(c.b.Words))) > 0) }},
	{"other numbers", -1, func(c *couple) int {
		m, n := numbers(c.a.Words), numbers(c.b.Words)
		return yes(len(m) > 0 && len(n) > 0 && len(common(m, n)) == 0)
	}},
	// The articles.
	{"one story", 1, func(c *couple) int { return c.story }},
	{"one cast", 1, func(c *couple) int { return c.cast }},
	{"one type in one story", 1, func(c *couple) int { return yes(c.oneStory() && c.a.Type == c.b.Type) }},
	{"one day or month in one story", 1, func(c *couple) int { return yes(c.oneStory() && c.shorterDate() >= len("2006-01")) }},
	{"another place in the article", -1, func(c *couple) int { return min(10, 3*max(c.a.Tenth-c.b.Tenth, c.b.Tenth-c.a.Tenth)) }},
}

// weighed are the traits that weigh anything, with what they weigh: scorePair is
// where a large block takes its time.
var weighed = weigh()

type weighedTrait struct {
	of     func(c *couple) int
	weight int
}

func weigh() []weighedTrait {
	var all []weighedTrait
	for _, t := range traits {
		if w := weights[t.name]; w != 0 {
			all = append(all, weighedTrait{t.of, w})
		}
	}
	return all
}

// scorePair is what speaks for two reports being of one event, less what speaks
// against it, whatever else their articles tell.
func scorePair(a, b report) int {
	c, s := newCouple(a, b), weights["to begin with"]
	for _, t := range weighed {
		s += t.weight * t.of(c) / 10
	}
	return s
}

// timeless reports whether two articles of one story, neither of known date, say
// nothing of when either, and tell of words: what is said is news, and news without
// a date is as good as of one day. A deed may be the background of it.
func (c *couple) timeless() bool {
	return c.a.when() == "" && c.b.when() == "" && c.oneStory() && c.a.verbal() && c.b.verbal()
}

// onTreaty reports whether the same was done to a treaty, whatever that is called.
func (c *couple) onTreaty() bool { return c.a.onTreaty() && c.b.onTreaty() }

func (c *couple) undated() bool { return c.a.Date == "" || c.b.Date == "" }

// shorterDate is how long the vaguer of two dates is.
func (c *couple) shorterDate() int { return min(len(c.a.Date), len(c.b.Date)) }

// oneStory reports whether two articles are about one thing, going by their words or people.
func (c *couple) oneStory() bool { return c.story >= 2 || c.cast >= 3 }

// rare are the shared words that in either article only one sentence has.
func (c *couple) rare() []string {
	return slices.DeleteFunc(slices.Clone(c.shared), func(w string) bool {
		return slices.Contains(c.a.Often, w) && slices.Contains(c.b.Often, w)
	})
}

// reality is how real an event is, as far as reporters agree: what goes on has
// begun, and what one says is denied, another says is alleged.
func reality(s entente.Status) entente.Status {
	switch s {
	case entente.Ongoing:
		return entente.Occurred
	case entente.Denied:
		return entente.Alleged
	}
	return s
}

// hasNames reports whether somebody below a country is named.
func hasNames(ps []party) bool {
	return slices.ContainsFunc(ps, func(p party) bool { return !isCountry(p) })
}

// sameNames reports whether somebody below a country is in both.
func sameNames(a, b []party) bool {
	return slices.ContainsFunc(a, func(p party) bool { return !isCountry(p) && hasID(b, p.ID) })
}

// otherNames reports whether both name people or bodies, but not the same.
func otherNames(a, b []party) bool { return hasNames(a) && hasNames(b) && !sameNames(a, b) }

// sameSides reports whether the parties stand on the same sides.
func sameSides(a, b []party) bool {
	on := func(ps []party) func(party) bool {
		return func(p party) bool { return !slices.ContainsFunc(ps, func(q party) bool { return p.Side == q.Side }) }
	}
	return !slices.ContainsFunc(a, on(b)) && !slices.ContainsFunc(b, on(a))
}

// numbers are the words that count something; a year doesn't.
func numbers(words []string) (list []string) {
	for _, w := range words {
		if unicode.IsDigit(rune(w[0])) && !(len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20"))) {
			list = append(list, w)
		}
	}
	return list
}

// interchangeable reports whether careful readers may well differ over the two
// types for one event.
func interchangeable(a, b entente.EventType) bool {
	if a == b {
		return false
	}
	for _, group := range [][]entente.EventType{
		{entente.Agree, entente.Request, entente.Consult, entente.Cooperate}, {entente.Agree, entente.Support, entente.Concede},
		{entente.Concede, entente.Retreat}, {entente.Retreat, entente.Cooperate}, {entente.Coerce, entente.Assault, entente.Mobilize},
		{entente.Sanction, entente.Coerce}, {entente.Sanction, entente.Reject}, {entente.Accuse, entente.Reject},
		{entente.Accuse, entente.Sanction}, {entente.Protest, entente.Coerce},
	} {
		if slices.Contains(group, a) && slices.Contains(group, b) {
			return true
		}
	}
	return false
}
