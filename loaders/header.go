package loaders

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente"
)

// headerSize is how many paragraphs from the start may belong to the header.
const headerSize = 14

// header is what stands above an article's body.
type header struct {
	title, outlet, url string
	published          entente.Date
	swappable          string // a date in figures whose day and month could be swapped
	updated            entente.Date
	agency             string // of the dateline or byline
	partial            string // the dateline's day and month, "-09-25"
}

// takeHeader reads the header off the first paragraphs and gives the others. p
// holds what is known already.
func (c *cleaner) takeHeader(ps []string, p page) (header, []string) {
	h := header{title: p.title}
	start := len(ps)
	for i, s := range ps {
		if prose(s) && !c.isHeader(s) {
			start = i
			break
		}
	}
	if start == len(ps) {
		start = min(1, len(ps)) // nothing reads like prose: at most a headline
	}
	var body []string
	for i, s := range ps {
		switch {
		case i >= headerSize && i >= start:
			body = append(body, s)
		case c.headerLine(s, &h):
		case i == 0 && h.outlet == "" && c.unknownMasthead(s, ps[1:max(start, 1)]),
			i < start && h.title != "" && h.outlet == "" && nameLine(s) && likeMasthead.MatchString(s):
			h.outlet = s
		case h.title != "" && words(s) <= words(h.title)+4 && strings.HasSuffix(key(s), key(h.title)):
			// the headline again, after crumbs or not
		case i < start && h.title == "" && c.headline(s, ps[i+1:start]):
			h.title, _ = c.outlets.splitTitle(s, h.outlet)
			if _, outlet := c.outlets.splitTitle(s, h.outlet); h.outlet == "" {
				h.outlet = outlet
			}
		case i < start && (words(s) <= 3 || strings.Contains(s, " | ")) && !endsSentence(s):
			// a crumb, a section's or a topic's name, a row of them
		case i < start && h.title != "" && (nameLine(s) || bylines(s)):
			// a byline without "by", or the place
		default:
			body = append(body, s)
		}
	}
	if len(body) > 0 {
		c.dateline(body[0], &h)
		body[0] = strings.TrimSpace(strings.TrimLeft(body[0], ">» "))
	}
	return h, body
}

// unknownMasthead reports whether the first line, "The" and a name, is an outlet's:
// only with a headline below it.
func (c *cleaner) unknownMasthead(s string, after []string) bool {
	if !strings.HasPrefix(s, "The ") || words(s) > 5 || !nameLine(s) {
		return false
	}
	return slices.ContainsFunc(after, func(t string) bool {
		return words(t) >= 5 && !c.isHeader(t) && c.headline(t, nil)
	})
}

// headline reports whether a line above the body is the article's headline.
// after are the lines between it and the body.
func (c *cleaner) headline(s string, after []string) bool {
	n := words(s)
	if n > 28 || utf8.RuneCountInString(s) > 220 || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") {
		return false
	}
	if _, _, _, ok := findDateline(s); ok {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsLower(r) && n > 6 {
		return false
	}
	if tags := strings.Contains(s, " | "); tags || n < 4 {
		if !tags && (n == 1 || strings.Contains(s, ",")) {
			return false
		}
		for _, t := range after[:min(len(after), headerSize)] {
			if !c.isHeader(t) && words(t) > n && !endsSentence(t) && !nameLine(t) {
				return false
			}
		}
	}
	if sentenceBreak.MatchString(s) {
		return false
	}
	if !endsSentence(s) || initialism.MatchString(s) {
		return true
	}
	t := strings.TrimRight(s, "\"'”’)] ")
	if strings.HasSuffix(t, "?") || strings.HasSuffix(t, "!") || strings.HasSuffix(t, "…") || strings.HasSuffix(t, "...") {
		return len(after) > 0 || n <= 14
	}
	// A full stop: a headline only when a byline or date follows it.
	return len(after) > 0 && n <= 20 && c.isHeader(after[0])
}

var (
	sentenceBreak = regexp.MustCompile(`[a-z0-9][.?!]["”’)]* +["“‘]?[A-Z][a-z]+ [a-z]`)
	initialism    = regexp.MustCompile(`(?:^|[ (])(?:[A-Z]\.){2,}['’"”)]*$`)
)
