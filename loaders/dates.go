package loaders

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/entente-graph/entente"
)

const monthNames = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

var (
	isoDate   = regexp.MustCompile(`\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T)`)
	dayFirst  = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-./]+(` + monthNames + `)\b\.?,?[ \-./]*((?:19|20)\d\d)\b`)
	monthOne  = regexp.MustCompile(`(?i)\b(` + monthNames + `)\b\.?[ \-]*(\d{1,2})(?:st|nd|rd|th)?\b,?\s*((?:19|20)\d\d)\b`)
	numbers   = regexp.MustCompile(`\b(\d{1,2})([/.])(\d{1,2})[/.]((?:19|20)\d\d)\b`)
	monthYear = regexp.MustCompile(`(?i)^\s*(` + monthNames + `)\b\.?,?\s+((?:19|20)\d\d)\s*$`)
	dayMonth  = regexp.MustCompile(`(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \-]*(` + monthNames + `)|(` + monthNames + `)\b\.?[ \-]*(\d{1,2})(?:st|nd|rd|th)?)\b`)
	anyYear   = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
)

// holdsYear reports whether s has the figures of a year, as every full date has.
func holdsYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if y := s[i : i+4]; (y[:2] == "19" || y[:2] == "20") && isDigit(y[2]) && isDigit(y[3]) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// findDate gives the first full date in a piece of text, the day as written
// there, whatever the time zone. A date in figures whose day and month could be
// swapped (03/04/2020) counts as none.
func findDate(s string) (entente.Date, bool) {
	if !holdsYear(s) {
		return "", false
	}
	best, at := entente.Date(""), len(s)+1
	try := func(re *regexp.Regexp, year, month, day int) {
		for _, m := range re.FindAllStringSubmatchIndex(s, 4) {
			if m[0] >= at {
				return
			}
			part := func(i int) string { return s[m[2*i]:m[2*i+1]] }
			if d, ok := makeDate(part(year), part(month), part(day)); ok {
				best, at = d, m[0]
				return
			}
		}
	}
	try(isoDate, 1, 2, 3)
	try(dayFirst, 3, 2, 1)
	try(monthOne, 3, 1, 2)
	if m := numbers.FindStringSubmatchIndex(s); m != nil && m[0] < at {
		a, b, year := s[m[2]:m[3]], s[m[6]:m[7]], s[m[8]:m[9]]
		x, _ := strconv.Atoi(a)
		y, _ := strconv.Atoi(b)
		switch {
		case x > 12 || x == y || s[m[4]:m[5]] == ".":
			best, _ = makeDate(year, b, a)
		case y > 12:
			best, _ = makeDate(year, a, b)
		}
	}
	return best, best != ""
}

// dateWithoutYear gives the first day and month in s, as "-09-25".
func dateWithoutYear(s string) (string, bool) {
	m := dayMonth.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	d, ok := makeDate("2000", m[2]+m[3], m[1]+m[4]) // a leap year, for 29 February
	return strings.TrimPrefix(string(d), "2000"), ok
}

var (
	british  = newPattern(`(?i)(?:labour|neighbour|favour|colour|honour|harbour|behaviour|defence|offence|licence|programme|centre|metres?)s?\b|\w(?:recognis|organis|authoris|criticis|apologis|normalis|mobilis)|\bM(?:r|rs|s) [A-Z]`)
	american = newPattern(`(?i)(?:labor|neighbor|favor|color|honor|harbor|behavior|defense|offense|center|meters?)s?\b|(?:recogniz|organiz|authoriz|criticiz|apologiz|normaliz|mobiliz)|\bM(?:r|rs|s)\. [A-Z]`)
)

// swappedDate reads a date in figures whose day and month could be swapped, the
// way that the text's spelling says its writer means it: 10/09/2020 is in
// October for Americans and in September for all others.
func swappedDate(s, text string) entente.Date {
	m := numbers.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	day, month := m[1], m[3]
	t := sampleOf(text)
	switch us, uk := american.matches(t), british.matches(t); {
	case us == uk:
		return ""
	case us:
		day, month = month, day
	}
	d, _ := makeDate(m[4], month, day)
	return d
}

// makeDate checks that year, month (a name or number) and day are a day of the
// calendar.
func makeDate(year, month, day string) (entente.Date, bool) {
	m, err := strconv.Atoi(month)
	if err != nil {
		m = monthNumber(month)
	}
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	s := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	date, err := entente.ParseDate(s)
	return date, err == nil
}

func monthNumber(name string) int {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.EqualFold(m.String()[:3], name[:3]) {
			return int(m)
		}
	}
	return 0
}

// fieldDate reads the date that a field of a file or page gives: any full date,
// a month, a year, or seconds since 1970. An empty field is the unknown date.
func fieldDate(s string) (entente.Date, error) {
	s = strings.TrimSpace(s)
	if d, err := entente.ParseDate(s); err == nil {
		return d, nil
	}
	if d, ok := findDate(s); ok {
		return d, nil
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		return entente.Date(fmt.Sprintf("%s-%02d", m[2], monthNumber(m[1]))), nil
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		switch {
		case len(s) == 8:
			if t, err := time.Parse("20060102", s); err == nil {
				return entente.Day(t), nil
			}
		case len(s) == 13:
			return entente.Day(time.UnixMilli(n).UTC()), nil
		case len(s) >= 9 && len(s) <= 10:
			return entente.Day(time.Unix(n, 0).UTC()), nil
		}
	}
	return "", fmt.Errorf("%q is no date: write it as 2020-09-25", short(s))
}

// timeOnly reports whether s tells a time of day and nothing else, but for a label.
func timeOnly(s string) bool {
	if len(s) >= 60 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	rest := dateLabel.ReplaceAllString(s, "")
	return dateRest.ReplaceAllString(dateNoise.ReplaceAllString(rest, ""), "") == ""
}

// short cuts a value for an error message.
func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

var (
	dateLabel    = regexp.MustCompile(`(?i)^\W*(?:[a-z]{2,15} )?(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|issued)(?: date)?(?: on| at)?|date(?: published)?|load-date|publication date|dated?|story updated|last update|update)\s*[:\-–—]?\s*`)
	dateLabelled = newPattern(dateLabel.String())
	dateNoise    = regexp.MustCompile(`(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:hrs|hours|[ap]\.?m\b\.?)?|\d{1,2}\s*(?:[ap]\.?m\b)|\b[ap]\.?m\b|\b(?:gmt|utc)(?:[+-]\d{1,2}(?::?\d{2})?\b)?|\b(?:[ecmp][sd]t|bst|ist|ict|cet|cest|eat|wat|cat|sast|jst|kst|sgt|hkt|msk|aest|aedt|et|z|pt|local time|hrs|at|on|by|and|the|updated|published|modified|posted|time|print|edition|last|first|issue|live|feed|blog)\b|\bpage [a-z]?-?\d{1,3}\b|[+-]\d{2}:?\d{2}\b`)
	clockTime    = regexp.MustCompile(`\d{1,2}[:.]\d{2}\b`)
	dateRest     = regexp.MustCompile(`[\s.,;:|/()\[\]·•–—\-]+`)
)

// dateWords are what date lines are made of besides figures.
var dateWords = setOf("jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december " +
	"mon monday tue tues tueday tuesday wed wedday wednes wednesday thu thurs thuday thursday fri friday sat satur satday saturday sun sunday " +
	"hrs hours am pm gmt utc est edt cst cdt mst mdt pst pdt bst ist ict cet cest eat wat cat sast jst kst sgt hkt msk aest aedt et pt local time st nd rd th of " +
	"at on by and the updated published modified posted created issued originally print edition last first issue date dated load publication story update page live feed blog")

// dateWordsOnly reports whether the words of a line are those of date lines. The
// first three can be a label and aren't looked at.
func dateWordsOnly(s string) bool {
	letters := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
	n := 0
	for i := 0; i < len(s); i++ {
		start := i
		for i < len(s) && letters(s[i]) {
			i++
		}
		if i == start {
			continue
		}
		if n++; n > 3 && i-start > 1 && !dateWords[strings.ToLower(s[start:i])] {
			return false
		}
	}
	return true
}

// dateLine reports whether s tells a date and nothing else, but for a label, a
// weekday and a time, and gives that date, or "" when the day and the month could
// be swapped.
func dateLine(s string) (entente.Date, bool) {
	if len(s) > 120 || !holdsYear(s) || !dateWordsOnly(s) {
		return "", false
	}
	rest := s
	if dateLabelled.possible(sampleOf(s)) {
		rest = dateLabel.ReplaceAllString(s, "")
	}
	date, ok := findDate(rest)
	if !ok && !numbers.MatchString(rest) {
		return "", false
	}
	for _, re := range []*regexp.Regexp{isoDate, dayFirst, monthOne, numbers, dateNoise, dateRest} {
		rest = re.ReplaceAllString(rest, " ")
	}
	return date, strings.TrimSpace(rest) == "" || strings.TrimSpace(rest) == "T"
}
