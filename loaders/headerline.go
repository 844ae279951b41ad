package loaders

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/entente-graph/entente"
)

var (
	label      = regexp.MustCompile(`(?i)^(title|headline|source|outlet|publication|publisher|newspaper|url|link|web address|date|published|published on|publication date|pub date|updated)\s*:\s*(.+)$`)
	webAddress = regexp.MustCompile(`^(?:https?://|www\.)[^\s<>"]+$`)
	staff      = regexp.MustCompile(`^(?:(?i:our|the|a|by|from|other|special|staff|senior|chief|diplomatic|foreign|political|defen[cs]e|security|news|web|online|digital|world|international|national|city|bureau|agency|monitoring|guest|business|technology|science) )*(?i:correspondents?|reporters?|writers?|staff|desk|bureau|agencies|editors?|contributor|monitor(?:ing)?|report|newsroom|columnist|news service|wire services?|wires?)(?: ?[,/|–-].{0,40}| [A-Z].{0,40})?$`)
	writtenBy  = regexp.MustCompile(`(?i)^(?:by|from|written by|reported by|report by|story by|words by|text by|words|posted by|published by|compiled by|edited by|authored by|opinion by|analysis by|interview by|translated by)\s*:?\s+(.+)$`)
	handle     = regexp.MustCompile(`^@\w+$|^\S+@\S+\.\w+$`)
	// likeMasthead matches what in a header is an outlet's name rather than a reporter's.
	likeMasthead = regexp.MustCompile(`^The [A-Z]|^[A-Z][a-z]+[A-Z][a-z]+$|(?i:\b(?:record|reporter|letter|financial|weekend|business|leader|insider|outlook|briefing|affairs|line|world|day|week|life|union|call|light|table|quarterly|monthly|edition|watch|focus|forum)$)`)
	andAgencies  = regexp.MustCompile(`(?i),? (?:and|with|/) (?:news |other )?agencies$`)
	gluedDate    = newPattern(`([A-Z]{4,}?)((?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER) \d{1,2}, \d{4})`)
	placeDay     = regexp.MustCompile(`^(?:[A-Z][\w.'-]+ ?){1,3},? (?i:mon|tues|wednes|thurs|fri|satur|sun)day$`)
	inBrackets   = regexp.MustCompile(`\s*\([^()]*\)$`)
	segments     = regexp.MustCompile(`\s*[|·•]\s*|\s+[-–—/]\s+`)
)

// smallWords are written small among names.
var smallWords = setOf("and in for of the de da di du del van von der den al el bin ibn le la with at & our staff writer correspondent reporter editor news special diplomatic foreign senior chief political defence defense security bureau agencies agency desk to on")

// headerLine reads a line that holds a date, a byline, an outlet, an address, or
// several of them, into h. It reports false, with h unchanged, for any other.
func (c *cleaner) headerLine(s string, h *header) bool {
	if len(s) > 300 {
		return false
	}
	if holdsYear(s) {
		if t := sampleOf(s); gluedDate.possible(t) {
			s = gluedDate.compile().ReplaceAllString(s, "$1 $2")
		}
	}
	if head, tail, ok := cutDate(s); ok && (nameLine(head) || c.headerPart(head, &header{})) {
		// "By Jane Example, March 3, 2019", "Geneva, 3 March 2019"
		if !c.headerPart(head, h) && likeMasthead.MatchString(head) {
			h.outlet = first(h.outlet, head)
		}
		return c.headerPart(tail, h)
	}
	if c.headerPart(s, h) {
		return true
	}
	if !holdsAny(s, "|", "·", "•", " - ", " – ", " — ", " / ") {
		return false
	}
	parts := segments.Split(strings.Trim(s, "|·•-–— "), 10)
	if len(parts) < 2 {
		return false
	}
	tmp, sure := *h, false
	for _, part := range parts {
		if part == "" {
			continue
		}
		date := tmp.published
		switch {
		case c.headerLine(part, &tmp):
			sure = true
		case nameLine(part) && likeMasthead.MatchString(part):
			tmp.outlet = first(tmp.outlet, part)
			sure = sure || h.title != ""
		case nameLine(part), timeOnly(part), c.litter.kind(part) != "", dateLabel.MatchString(part) && dayMonth.MatchString(part):
		default:
			return false
		}
		if date != "" {
			tmp.published = date
		}
	}
	if sure {
		*h = tmp
	}
	return sure
}

// date takes the date of a date line.
func (h *header) date(line string, d entente.Date) {
	if d == "" {
		h.swappable = first(h.swappable, line)
		return
	}
	if low := strings.ToLower(line); strings.Contains(low, "updated") || strings.Contains(low, "modified") {
		h.updated = entente.Date(first(string(h.updated), string(d)))
		return
	}
	h.published = entente.Date(first(string(h.published), string(d)))
}

// stamped takes the date from a line anywhere in the text that says it is one, or
// has a time to it, where the header has none.
func (h *header) stamped(ps []string) {
	for _, s := range ps {
		if h.published != "" {
			return
		}
		if d, ok := dateLine(s); ok && (dateLabel.MatchString(s) || clockTime.MatchString(s)) {
			h.date(s, d)
		}
	}
}

// cutDate splits a line before the date it ends in.
func cutDate(s string) (head, tail string, ok bool) {
	if !holdsYear(s) || !anyYear.MatchString(s) || strings.HasSuffix(s, ".") {
		return "", "", false
	}
	if _, whole := dateLine(s); whole {
		return "", "", false
	}
	const marks = " ,|·•()/-–—"
	for i, r := range s {
		if (r == ',' || r == '(' || r == ' ') && i > 2 {
			if _, whole := dateLine(s[i+1:]); whole {
				return strings.TrimRight(s[:i], marks), strings.Trim(s[i+1:], marks), true
			}
		}
		if i > 120 {
			break
		}
	}
	return "", "", false
}

func (c *cleaner) headerPart(s string, h *header) bool {
	s = strings.TrimSpace(s)
	if holdsAny(s, "|", "·", "•") {
		return false // several parts
	}
	if d, ok := dateLine(s); ok {
		h.date(s, d)
		return true
	}
	if c.openers.possible(sampleOf(s)) {
		if is, header := c.opened(s, h); is {
			return header
		}
	}
	if endsSentence(s) {
		return false
	}
	if t := strings.TrimSuffix(strings.TrimPrefix(s, "("), ")"); len(t) == len(s)-2 {
		s = t
	}
	if n, ok := c.outlets.agency(s); ok {
		h.agency = first(h.agency, n)
		return true
	}
	if strings.HasSuffix(s, ")") {
		s = inBrackets.ReplaceAllString(s, "")
	}
	name, place, _ := strings.Cut(s, ", ")
	if (place == "" || nameLine(place)) && c.outlets.masthead(name) {
		h.outlet = first(h.outlet, c.outlets.name(name))
		return true
	}
	return false
}

// openers are the expressions that opened tries.
var openers = []*regexp.Regexp{webAddress, label, writtenBy, placeDay, staff, handle}

// opened reads a line that begins with what tells its sort, such as "By". It
// gives is when the line is of such a sort, and whether it belongs to a header.
func (c *cleaner) opened(s string, h *header) (is, header bool) {
	if webAddress.MatchString(s) {
		if u := cleanURL(s); h.url == "" && u != "" {
			h.url = u
		}
		return true, true
	}
	if m := label.FindStringSubmatch(s); m != nil {
		return true, c.labelled(strings.ToLower(m[1]), m[2], h)
	}
	if m := writtenBy.FindStringSubmatch(s); m != nil && (names(m[1], 14) || staff.MatchString(m[1])) {
		c.credit(m[1], h)
		return true, true
	}
	known := placeDay.MatchString(s) || !endsSentence(s) && staff.MatchString(s) || handle.MatchString(s)
	return known, known
}

// labelled reads "Source: The Example Times" and its like.
func (c *cleaner) labelled(name, value string, h *header) bool {
	value = strings.TrimSpace(value)
	switch name {
	case "title", "headline":
		h.title = first(h.title, value)
	case "url", "link", "web address":
		h.url = first(h.url, cleanURL(value))
	case "source", "outlet", "publication", "publisher", "newspaper":
		switch {
		case webAddress.MatchString(value):
			h.url = first(h.url, cleanURL(value))
		case words(value) <= 6 && !endsSentence(value):
			h.outlet = first(h.outlet, c.outlets.name(andAgencies.ReplaceAllString(value, "")))
		default:
			return false
		}
	default:
		d, err := fieldDate(value)
		if err != nil {
			return false
		}
		h.published = entente.Date(first(string(h.published), string(d)))
	}
	return true
}

// credit looks for an agency or an outlet in a byline.
func (c *cleaner) credit(byline string, h *header) {
	byline = strings.ReplaceAll(byline, " and ", ", ")
	for part := range strings.FieldsFuncSeq(byline, func(r rune) bool { return strings.ContainsRune(",/|()–—", r) }) {
		part = strings.TrimSpace(part)
		if n, ok := c.outlets.known(part); ok {
			h.agency = first(h.agency, n)
		} else if c.outlets.masthead(part) && !staff.MatchString(part) {
			h.outlet = first(h.outlet, part)
		}
	}
}

// names reports whether s is made of names alone, at most most words.
func names(s string, most int) bool {
	fields := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",/|()", r) })
	if len(fields) == 0 || len(fields) > most {
		return false
	}
	last := strings.TrimSpace(s)
	if strings.HasSuffix(last, "?") || strings.HasSuffix(last, "!") || strings.HasSuffix(last, ":") {
		return false
	}
	upper := 0
	for _, w := range fields {
		switch {
		case capitalised(w):
			upper++
		case smallWords[strings.ToLower(w)], strings.Contains(w, "@") && handle.MatchString(w), strings.HasPrefix(w, "al-"), strings.HasPrefix(w, "el-"):
		default:
			return false
		}
	}
	return upper > 0
}

// nameLine reports whether a line is a name or two, or a place: a byline that
// doesn't say "by".
func nameLine(s string) bool {
	return words(s) <= 6 && !endsSentence(s) && !strings.ContainsAny(s, "\"“”:;") && names(s, 6)
}

// bylines reports whether a line is names of several people, with where they are
// or whom they write for.
func bylines(s string) bool {
	return words(s) <= 12 && !endsSentence(s) && !strings.ContainsAny(s, "\"“”:;") && holdsAny(s, ", ", " and ", " in ") && names(s, 12)
}

func first(s ...string) string {
	for _, t := range s {
		if t != "" {
			return t
		}
	}
	return ""
}

// holdsAny reports whether s holds one of the parts.
func holdsAny(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

// setOf makes a set of words parted by spaces.
func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
