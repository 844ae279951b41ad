package loaders

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/entente-graph/entente"
)

// cleaner makes articles of pages by the rules in the rules folder.
type cleaner struct {
	litter  *litter
	outlets *outlets
	openers *patternSet // of openers
}

// sharedCleaner reads the rules once for all calls of Read; a cleaner doesn't change.
var sharedCleaner = sync.OnceValues(newCleaner)

func newCleaner() (*cleaner, error) {
	rules, err := readRules(ruleFiles)
	if err != nil {
		return nil, err
	}
	l, err := newLitter(rules)
	if err != nil {
		return nil, err
	}
	o, err := readOutlets(ruleFiles)
	if err != nil {
		return nil, err
	}
	var exprs []string
	for _, re := range openers {
		exprs = append(exprs, re.String())
	}
	set, err := newPatternSet(exprs)
	if err != nil {
		return nil, err
	}
	return &cleaner{litter: l, outlets: o, openers: set}, nil
}

// longestParagraph is the most bytes that a paragraph may have, some 40,000 words:
// no paragraph of prose has as many, and data or whole archives on one line have more.
const longestParagraph = 256 << 10

// article cleans a page. What the page says of itself goes before what its
// header lines say, and fallback dates an article that says nothing.
func (c *cleaner) article(p page, fallback entente.Date) (entente.Article, error) {
	p.id, p.title = oneLine(p.id), oneLine(p.title)
	p.outlet = c.outlets.name(siteName(oneLine(p.outlet), p.title))
	title, outlet := c.outlets.splitTitle(p.title, p.outlet)
	p.title, p.outlet = title, first(p.outlet, outlet)
	all := paragraphs(lines(tidy(p.text), c.alone))
	if i := slices.IndexFunc(all, func(s string) bool { return len(s) > longestParagraph }); i >= 0 {
		return entente.Article{}, refuse("", fmt.Sprintf("a paragraph of more than %s: no article has one; put its paragraphs on lines of their own", size(longestParagraph)))
	}
	h, body := c.takeHeader(c.litter.remove(all, c.isHeader), p)
	h.agency = first(h.agency, c.signedBy(all))
	h.stamped(all)
	body = c.dropTail(dropHeaderLines(body))
	text := strings.Join(body, "\n\n")
	if text == "" {
		return entente.Article{}, refuse("", "no article text is left once the page furniture is removed")
	}
	a := entente.Article{
		ID:        p.id,
		URL:       first(cleanURL(p.url), h.url),
		Title:     h.title,
		Published: published(p, h, text, fallback),
		Language:  language(text, p.language),
		Text:      text,
	}
	a.Outlet = first(p.outlet, h.outlet)
	if _, known := c.outlets.known(a.Outlet); !known {
		a.Outlet = first(c.outlets.ofURL(a.URL), a.Outlet, h.agency)
	}
	return a, nil
}

// oneLine tidies a field that has one line.
func oneLine(s string) string { return strings.Join(strings.Fields(tidy(s)), " ") }

// siteName mends what pages give as their site's name: without the page's title
// before it and a motto behind it, and the host alone of an address.
func siteName(site, title string) string {
	const marks = " -–—|:·•"
	if title != "" {
		site = strings.TrimLeft(strings.TrimPrefix(site, title), marks)
	}
	if u, err := url.Parse(site); err == nil && u.Host != "" {
		site = strings.TrimPrefix(u.Host, "www.")
	}
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: "} {
		site, _, _ = strings.Cut(site, sep)
	}
	return strings.Trim(site, marks)
}

// alone reports whether a line stands for itself, never part of a hard-wrapped
// paragraph.
func (c *cleaner) alone(s string) bool {
	return c.litter.alone(s) || c.isHeader(s) && !c.wrapped(s)
}

// wrapped reports whether a line that reads like one of the header can be the
// first or the last of a hard-wrapped paragraph: names behind a dateline, or the
// date that a sentence ends in.
func (c *cleaner) wrapped(s string) bool {
	if _, _, rest, ok := findDateline(s); ok {
		return !c.isHeader(rest)
	}
	_, date := dateLine(s)
	return date && strings.HasSuffix(s, ".")
}

func (c *cleaner) isHeader(s string) bool { return c.headerLine(s, &header{}) }

var signature = regexp.MustCompile(`(?:^|\s)(?:[-–—]{1,2} ?([A-Z][\w ]{1,20})|\(([A-Z][\w ]{1,20})\))\.?$`)

// signedBy gives the agency whose mark, "-- AFP" or "(AFP)", ends one of the
// paragraphs; "" for none.
func (c *cleaner) signedBy(ps []string) string {
	for _, s := range ps {
		s = s[max(0, len(s)-40):]
		if !holdsAny(s, "-", "–", "—", "(") {
			continue
		}
		if m := signature.FindStringSubmatch(s); m != nil {
			if n, ok := c.outlets.agency(m[1] + m[2]); ok {
				return n
			}
		}
	}
	return ""
}

// published is the day that the page, its header or its dateline gives, else
// the fallback.
func published(p page, h header, text string, fallback entente.Date) entente.Date {
	if d := first(string(p.published), string(h.published), string(h.updated), string(swappedDate(h.swappable, text))); d != "" {
		return entente.Date(d)
	}
	if h.partial != "" && len(fallback) == len("2020") {
		if d, err := entente.ParseDate(string(fallback) + h.partial); err == nil {
			return d
		}
	}
	return fallback
}

var listMark = regexp.MustCompile(`^(?:[-*•·▪■●–]\s+)+`)

// dropHeaderLines takes out the lines of a body that hold a date or an address
// alone, and the marks before list items.
func dropHeaderLines(ps []string) []string {
	out := ps[:0]
	for _, s := range ps {
		s = listMark.ReplaceAllString(s, "")
		if _, ok := dateLine(s); !ok && s != "" && !webAddress.MatchString(s) {
			out = append(out, s)
		}
	}
	return out
}

// dropTail takes off the end of a body what is no part of it: bylines, names of
// outlets, and three or more lines in a row that don't read like sentences.
func (c *cleaner) dropTail(ps []string) []string {
	end := len(ps)
	for end > 0 && !endsSentence(ps[end-1]) && !unfinished(ps[end-1]) {
		end--
	}
	if end == 0 || strings.HasSuffix(ps[end-1], ":") {
		return ps
	}
	if len(ps)-end >= 3 {
		return ps[:end]
	}
	for len(ps) > end && c.isHeader(ps[len(ps)-1]) {
		ps = ps[:len(ps)-1]
	}
	return ps
}

// cleanURL makes an article's address one that every copy of the page shares:
// absolute, without fragment and campaign parameters. It gives "" for what is no
// web address, or no more than a site's front page.
func cleanURL(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "www.") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.Fragment, u.User = "", nil
	if u.RawQuery != "" {
		q := u.Query()
		for k := range q {
			if l := strings.ToLower(k); strings.HasPrefix(l, "utm_") || l == "fbclid" || l == "gclid" || l == "cmpid" || l == "ocid" || l == "ref" || l == "smid" {
				q.Del(k)
			}
		}
		u.RawQuery = q.Encode()
	}
	if strings.Trim(u.Path, "/") == "" && u.RawQuery == "" {
		return ""
	}
	return u.String()
}
