// Package dates finds expressions of time in tokenised English and works out
// the day, month or year they mean, as exactly as the words and the anchor
// allow. It guesses nothing: what can't be resolved stays the unknown date.
//
// Find gives the expressions, and the Resolve of each the date it means for an Anchor.
package dates

import (
	"strconv"
	"strings"
	"time"

	entente "github.com/entente-graph/entente"
)

// Expression is a run of tokens, First to Last inclusive, that says when.
type Expression struct {
	First, Last int
	meaning
	// Relative marks an expression that counts from another time than the
	// anchor: "a year earlier", "the following day", "at the same time".
	Relative bool
}

// Anchor is what an expression is resolved against. An unknown Published leaves
// weekdays and "last month" unresolved.
type Anchor struct {
	Published entente.Date // the day the words were printed
	Previous  entente.Date // the last date told of, for "a year earlier"
	Future    bool         // the clause is about what is to come
}

type unit uint8

const (
	none unit = iota
	days
	weeks
	months
	years
)

// meaning is what the words say, before it is known what they count from.
type meaning struct {
	year, month, day int          // as written; 0 where not
	weekday          time.Weekday // where hasWeekday
	hasWeekday       bool
	which            int  // of a weekday or unit: -1 last, +1 next, 0 this
	offset           int  // in units from the anchor
	unit             unit // of the offset; the precision of the result follows it
	vague            bool // some day of the unit: "last week"
	season           bool // a stretch about the month: "in the spring"
	ahead            bool // only of what is to come: "in six months"
}

// Tokens is the text of a sentence's tokens as Find wants it.
type Tokens interface {
	Len() int
	Lower(i int) string // token i in lower case
}

// Find gives the expressions of time among the tokens, in order, the longest
// at each place, none overlapping another. It takes time linear in their number.
func Find(t Tokens) []Expression {
	var found []Expression
	for i := 0; i < t.Len(); {
		if e, ok := match(t, i); ok {
			found = append(found, e)
			i = e.Last + 1
			continue
		}
		i++
	}
	return found
}

// word gives token i in lower case, "" beyond either end.
func word(t Tokens, i int) string {
	if i < 0 || i >= t.Len() {
		return ""
	}
	return t.Lower(i)
}

func match(t Tokens, i int) (Expression, bool) {
	for _, m := range []func(Tokens, int) (Expression, bool){calendar, feast, weekday, counted, named, moment, season} {
		if e, ok := m(t, i); ok {
			return e, true
		}
	}
	return Expression{}, false
}

// calendar reads "September 25, 2020", "25 September", "Sept. 2020", "2020-09-25", "2020".
func calendar(t Tokens, i int) (Expression, bool) {
	w := word(t, i)
	if len(w) == len(time.DateOnly) && numeric(w) {
		if d, err := time.Parse(time.DateOnly, w); err == nil {
			return Expression{First: i, Last: i, meaning: meaning{year: d.Year(), month: int(d.Month()), day: d.Day()}}, true
		}
	}
	if m := monthOf(w); m > 0 {
		e := Expression{First: i, Last: i, meaning: meaning{month: m}}
		j := i + 1
		if d := dayOf(word(t, j)); d > 0 && yearOf(word(t, j)) == 0 {
			e.day, e.Last = d, j
			j++
		}
		k := j
		if word(t, k) == "," || word(t, k) == "of" {
			k++
		}
		if y := yearOf(word(t, k)); y > 0 && (k == j || e.day > 0 || word(t, j) == "of") {
			e.year, e.Last = y, k
		}
		if e.day == 0 && e.year == 0 && !monthAlone(t, i) {
			return Expression{}, false
		}
		return ofThatYear(t, e), true
	}
	if d := dayOf(w); d > 0 {
		j := i + 1
		if word(t, j) == "of" {
			j++
		}
		if m := monthOf(word(t, j)); m > 0 {
			e := Expression{First: i, Last: j, meaning: meaning{day: d, month: m}}
			k := j + 1
			if word(t, k) == "," {
				k++
			}
			if y := yearOf(word(t, k)); y > 0 {
				e.year, e.Last = y, k
			}
			return ofThatYear(t, e), true
		}
	}
	if y := yearOf(w); y > 0 && yearAlone(t, i) {
		return Expression{First: i, Last: i, meaning: meaning{year: y}}, true
	}
	return Expression{}, false
}

// feast reads "New Year's Day" and "Christmas Eve 1991".
func feast(t Tokens, i int) (Expression, bool) {
	switch word(t, i) {
	case "new", "christmas", "boxing":
	default:
		return Expression{}, false
	}
	for _, f := range []struct {
		name       string
		month, day int
	}{
		{"new year 's day", 1, 1}, {"new year ’s day", 1, 1}, {"new year 's eve", 12, 31}, {"new year ’s eve", 12, 31},
		{"christmas eve", 12, 24}, {"christmas day", 12, 25}, {"boxing day", 12, 26},
	} {
		last := i
		for _, w := range strings.Fields(f.name) {
			if word(t, last) != w {
				last = -1
				break
			}
			last++
		}
		if last < 0 {
			continue
		}
		e := Expression{First: i, Last: last - 1, meaning: meaning{month: f.month, day: f.day}}
		k := e.Last + 1
		if word(t, k) == "," || word(t, k) == "of" {
			k++
		}
		if y := yearOf(word(t, k)); y > 0 {
			e.year, e.Last = y, k
		}
		return ofThatYear(t, e), true
	}
	return Expression{}, false
}

// ofThatYear takes "of that year" or "of the same year" into a date before it.
func ofThatYear(t Tokens, e Expression) Expression {
	k := e.Last + 1
	if e.year > 0 || word(t, k) != "of" && word(t, k) != "that" {
		return e
	}
	for k < e.Last+4 && (word(t, k) == "of" || word(t, k) == "that" || word(t, k) == "the" || word(t, k) == "same") {
		k++
	}
	if word(t, k) == "year" && word(t, k-1) != "of" && word(t, k-1) != "the" {
		e.Last, e.Relative = k, true
	}
	return e
}

// ThatYear reports whether the expression counts from the year last written:
// "later that year", "on Feb. 17 of the same year".
func (e Expression) ThatYear() bool {
	return e.Relative && e.offset == 0 && (e.unit == years || e.month > 0)
}

// monthAlone says whether a bare month is one: "may" and "march" are verbs too,
// so they want a word of time before them.
func monthAlone(t Tokens, i int) bool {
	switch word(t, i) {
	case "may", "march", "mar.", "mar", "dec", "sun", "jan":
		return prepositions[word(t, i-1)]
	}
	return true
}

// yearAlone says whether four digits are a year: not a count of something, not money.
func yearAlone(t Tokens, i int) bool {
	before, after := word(t, i-1), word(t, i+1)
	switch before {
	case "$", "£", "€", "#", "no.", "number", "some", "about", "nearly", "over", "than", "resolution", "almost", "around":
		return false
	}
	switch after {
	case "people", "troops", "soldiers", "men", "dead", "tons", "tonnes", "km", "kilometers", "kilometres", "miles", "percent", "%", "missiles", "warheads", "times", "metres", "meters", "prisoners", "refugees":
		return false
	}
	return true
}

var prepositions = map[string]bool{"in": true, "since": true, "last": true, "next": true, "this": true, "by": true, "until": true, "early": true, "late": true, "mid": true, "of": true, "from": true, "before": true, "after": true, "during": true, "on": true, "-": true}

// weekday reads "on Friday", "last Friday", "Friday".
func weekday(t Tokens, i int) (Expression, bool) {
	which, j := 0, i
	switch word(t, i) {
	case "last":
		which, j = -1, i+1
	case "next":
		which, j = 1, i+1
	case "this":
		j = i + 1
	}
	d, ok := weekdays[strings.TrimSuffix(word(t, j), ".")]
	if !ok {
		return Expression{}, false
	}
	e := Expression{First: i, Last: j, meaning: meaning{weekday: d, hasWeekday: true, which: which}}
	// "Friday, September 25" is the date it names.
	k := j + 1
	if word(t, k) == "," {
		k++
	}
	if c, ok := calendar(t, k); ok && c.day > 0 {
		c.First = i
		return c, true
	}
	return e, true
}

func monthOf(w string) int {
	w = strings.TrimSuffix(w, ".")
	if len(w) < 3 {
		return 0
	}
	return monthNames[w]
}

func dayOf(w string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if d, ok := strings.CutSuffix(w, suffix); ok {
			w = d
			break
		}
	}
	if len(w) > 2 || !numeric(w) {
		return 0
	}
	if d, err := strconv.Atoi(w); err == nil && d >= 1 && d <= 31 {
		return d
	}
	return 0
}

func yearOf(w string) int {
	if len(w) != 4 || !numeric(w) {
		return 0
	}
	if y, err := strconv.Atoi(w); err == nil && y >= 1800 && y < 2100 {
		return y
	}
	return 0
}

// numeric reports whether a word begins as a number does, for those that don't are many.
func numeric(w string) bool {
	return w != "" && (w[0] >= '0' && w[0] <= '9' || w[0] == '+')
}

func unitOf(w string) unit {
	switch w {
	case "day", "days":
		return days
	case "week", "weeks":
		return weeks
	case "month", "months":
		return months
	case "year", "years":
		return years
	}
	return none
}

// partOfDay reports whether w is a stretch of a day: "that morning".
func partOfDay(w string) bool {
	switch w {
	case "morning", "afternoon", "evening", "night":
		return true
	}
	return false
}

var (
	weekdays   = map[string]time.Weekday{"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6}
	seasons    = map[string]int{"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 1}
	counts     = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
	monthNames = map[string]int{
		"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
		"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	}
)
