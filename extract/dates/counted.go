package dates

import (
	"strconv"
	"strings"
)

// counted reads "two weeks ago", "a year earlier", "three days later".
func counted(t Tokens, i int) (Expression, bool) {
	n, j := 0, i
	switch w := word(t, i); w {
	case "a", "an", "one":
		n, j = 1, i+1
	case "the":
		switch word(t, i+1) {
		case "following", "next":
			n, j = 1, i+2
		case "previous", "preceding":
			n, j = -1, i+2
		case "same":
			if u := stretch(word(t, i+2)); u != none {
				return Expression{First: i, Last: i + 2, Relative: true, meaning: meaning{unit: u}}, true
			}
			if word(t, i+2) == "time" {
				return Expression{First: i, Last: i + 2, Relative: true}, true
			}
			return Expression{}, false
		default:
			u := stretch(word(t, i+1))
			if u == none {
				return Expression{}, false
			}
			switch word(t, i+2) {
			case "before":
				return Expression{First: i, Last: i + 2, Relative: true, meaning: meaning{offset: -1, unit: u}}, true
			case "after":
				return Expression{First: i, Last: i + 2, Relative: true, meaning: meaning{offset: 1, unit: u}}, true
			}
			return Expression{}, false
		}
		if u := stretch(word(t, j)); u != none {
			return Expression{First: i, Last: j, Relative: true, meaning: meaning{offset: n, unit: u}}, true
		}
		return Expression{}, false
	default:
		c, ok := counts[w]
		if !ok && numeric(w) {
			c, _ = strconv.Atoi(w)
		}
		if c <= 0 || c >= 200 {
			return Expression{}, false
		}
		n, j = c, i+1
	}
	u := unitOf(word(t, j))
	if u == none {
		return Expression{}, false
	}
	switch word(t, j+1) {
	case "ago":
		return Expression{First: i, Last: j + 1, meaning: meaning{offset: -n, unit: u}}, true
	case "earlier", "before":
		return Expression{First: i, Last: j + 1, Relative: true, meaning: meaning{offset: -n, unit: u}}, true
	case "later", "after", "afterwards":
		return Expression{First: i, Last: j + 1, Relative: true, meaning: meaning{offset: n, unit: u}}, true
	}
	if before := word(t, i-1); before == "in" || before == "within" {
		return Expression{First: i, Last: j, meaning: meaning{offset: n, unit: u, ahead: true}}, true
	}
	return Expression{}, false
}

// named reads "today", "last month", "earlier this year".
func named(t Tokens, i int) (Expression, bool) {
	switch word(t, i) {
	case "overnight":
		j := i + 1
		switch word(t, j) {
		case "on", "into", "to", "from":
			j++
		}
		if _, ok := weekdays[word(t, j)]; ok {
			return Expression{}, false // "overnight on Tuesday"
		}
		return Expression{First: i, Last: i, meaning: meaning{unit: days}}, true
	case "today", "tonight":
		return Expression{First: i, Last: i, meaning: meaning{unit: days}}, true
	case "yesterday":
		return Expression{First: i, Last: i, meaning: meaning{unit: days, offset: -1}}, true
	case "tomorrow":
		return Expression{First: i, Last: i, meaning: meaning{unit: days, offset: 1}}, true
	case "earlier", "later":
		if e, ok := named(t, i+1); ok && word(t, i+1) == "this" {
			e.First = i
			return e, true
		}
		return Expression{}, false
	}
	if word(t, i) == "that" || word(t, i) == "same" {
		if u := stretch(word(t, i+1)); u == days || u == months || u == years {
			return Expression{First: i, Last: i + 1, Relative: true, meaning: meaning{unit: u}}, true
		}
	}
	which := 0
	switch word(t, i) {
	case "last", "past":
		which = -1
	case "next", "coming":
		which = 1
	case "this":
	default:
		return Expression{}, false
	}
	if partOfDay(word(t, i+1)) && which <= 0 && word(t, i) != "past" {
		return Expression{First: i, Last: i + 1, meaning: meaning{unit: days, offset: which}}, true
	}
	if m := monthOf(word(t, i+1)); m > 0 {
		return Expression{First: i, Last: i + 1, meaning: meaning{month: m, which: which}}, true
	}
	// "the last weeks" is a stretch, "last week" a time.
	w := word(t, i+1)
	if u := unitOf(w); u != none && !strings.HasSuffix(w, "s") && word(t, i-1) != "the" {
		return Expression{First: i, Last: i + 1, meaning: meaning{offset: which, unit: u, vague: u == weeks}}, true
	}
	return Expression{}, false
}

// moment reads what is told of as near to the last time: "at the time", "hours later".
func moment(t Tokens, i int) (Expression, bool) {
	near := func(last int, u unit) (Expression, bool) {
		return Expression{First: i, Last: last, Relative: true, meaning: meaning{unit: u}}, true
	}
	switch word(t, i) {
	case "at":
		if the := word(t, i+1); (the == "the" || the == "that") && word(t, i+2) == "time" && word(t, i+3) != "of" && word(t, i+3) != "when" {
			return near(i+2, none)
		}
	case "hours", "minutes":
		switch word(t, i+1) {
		case "later", "earlier", "after", "before", "afterwards", "afterward":
			return near(i+1, days)
		}
	case "shortly", "soon":
		switch word(t, i+1) {
		case "after", "before", "afterwards", "afterward", "thereafter":
			return near(i+1, days)
		}
	case "thereupon", "whereupon":
		return near(i, none)
	}
	return Expression{}, false
}

// season reads "in the spring", "last autumn", of which the year is sure.
func season(t Tokens, i int) (Expression, bool) {
	j, which := i+1, 0
	switch word(t, i) {
	case "in", "over", "during":
		if word(t, j) == "the" {
			j++
		}
	case "last", "past":
		which = -1
	case "next":
		which = 1
	case "this":
	default:
		return Expression{}, false
	}
	m, ok := seasons[word(t, j)]
	if !ok || word(t, j+1) == "of" || word(t, j) == "fall" && j == i+1 && word(t, i) == "in" {
		return Expression{}, false
	}
	return Expression{First: i, Last: j, meaning: meaning{month: m, which: which, season: true}}, true
}

// stretch is the unit of a time that another is counted from: "that year", "the
// next morning".
func stretch(w string) unit {
	if partOfDay(w) {
		return days
	}
	return unitOf(w)
}
