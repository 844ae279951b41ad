package graph

import (
	"slices"
	"strings"
	"time"

	"github.com/entente-graph/entente"
)

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
		return (a.Date == b.Date || a.Date == "" || b.Date == "") && (len(a.Actors) == 0 || len(b.Actors) == 0 || slices.Equal(sides(a.Actors), sides(b.Actors)))
	}
	return a.Type == b.Type && a.Date == b.Date && sameIDs(a.Actors, b.Actors)
}

func sameIDs(a, b []party) bool {
	return slices.EqualFunc(a, b, func(x, y party) bool { return x.ID == y.ID })
}

// sameTime reports whether the dates of two reports can be those of one event:
// a day apart at most, one inside the other, or, with one of them unknown, not later
// than the report without it.
func sameTime(a, b report) bool {
	if a.Date.Exact() && b.Date.Exact() {
		return daysApart(a.Date, b.Date) <= 1
	}
	if a.Date != "" && b.Date != "" {
		return a.Date.Within(b.Date) || b.Date.Within(a.Date)
	}
	return !tellsFuture(a, b) && !tellsFuture(b, a)
}

// when is the date of a report's event, else that of the report.
func (r report) when() entente.Date {
	if r.Date != "" {
		return r.Date
	}
	return r.Published
}

// apart is how many days lie between two reports' events, as far as days are
// known, else -1.
func apart(a, b report) int {
	if x, y := a.when(), b.when(); x.Exact() && y.Exact() {
		return daysApart(x, y)
	}
	return -1
}

// tellsFuture reports whether a, of unknown date, was published before b happened.
func tellsFuture(a, b report) bool {
	if a.Date != "" || a.Status == entente.Planned || b.Status == entente.Planned {
		return false
	}
	if a.Published.Exact() && b.Date.Exact() {
		return b.Date > a.Published && daysApart(a.Published, b.Date) > 1
	}
	n := min(len(a.Published), len(b.Date))
	return b.Date[:n] > a.Published[:n]
}

// daysApart is for exact dates.
func daysApart(a, b entente.Date) int {
	n := dayNumber(a) - dayNumber(b)
	return max(n, -n)
}

// dayNumber counts the days up to an exact date. Parsing a date each time that it is
// compared took longer than all else.
func dayNumber(d entente.Date) int {
	number := func(s entente.Date) (n int) {
		for i := range len(s) {
			n = 10*n + int(s[i]-'0')
		}
		return n
	}
	day := time.Date(number(d[:4]), time.Month(number(d[5:7])), number(d[8:]), 0, 0, 0, 0, time.UTC)
	return int(day.Unix() / (24 * 60 * 60))
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

// sameSide reports whether some parties can be, or belong to, the same. Two people
// or bodies of one country are two; crowds and the like, which everybody calls
// something else, may be one.
func sameSide(a, b []party) bool {
	a, b = withoutCrowds(a), withoutCrowds(b)
	return len(a) == 0 || len(b) == 0 || shareID(a, b) || shareSide(a, b) && (slices.ContainsFunc(a, vague) || slices.ContainsFunc(b, vague))
}

// vague reports whether a party may be named for one of its people or bodies.
func vague(p party) bool { return isCountry(p) || isGroup(p) }

func isGroup(p party) bool { return strings.HasPrefix(p.ID, "group:") }

// withoutCrowds leaves out groups of no country.
func withoutCrowds(ps []party) []party {
	isCrowd := func(p party) bool { return isGroup(p) && p.Side == p.ID }
	if !slices.ContainsFunc(ps, isCrowd) {
		return ps
	}
	return slices.DeleteFunc(slices.Clone(ps), isCrowd)
}

// sameSpeaker reports whether nobody but the same people or bodies are named in
// both, as far as they are named at all. Two ministers who say a thing on one day
// say two things; what two ministries do may well be one.
func sameSpeaker(a, b []party) bool {
	return !hasNames(a) || !hasNames(b) || sameNames(a, b)
}

func isCountry(p party) bool { return strings.HasPrefix(p.ID, "country:") }

func overlap(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func shareID(a, b []party) bool {
	return slices.ContainsFunc(a, func(p party) bool { return hasID(b, p.ID) })
}

func hasID(ps []party, id string) bool {
	return slices.ContainsFunc(ps, func(p party) bool { return p.ID == id })
}

func shareSide(a, b []party) bool {
	return slices.ContainsFunc(a, func(p party) bool {
		return slices.ContainsFunc(b, func(q party) bool { return p.Side == q.Side })
	})
}
