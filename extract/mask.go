package extract

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/dates"
	"github.com/entente-graph/entente/extract/language"
)

// datelines match what stands before the first sentence of a line: "GENEVA, 3 March
// (XYZ) -".
var datelines = []*regexp.Regexp{
	regexp.MustCompile(`^[ >*]*\p{Lu}[\p{Lu}.'’/ -]{2,40}(?:, (?:[^.()\n]|\b\p{Lu}[a-z]{0,3}\.){2,50}\.?)? ?(?:\([^)\n]{2,40}\))? ?(?:--|[-—–:]) `),
	regexp.MustCompile(`^\p{Lu}[\p{Lu}.'’/ -]{2,40}, (?:\p{Lu}[\p{L}]{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}[\p{L}]{2,8}\.?)(?:, \d{4})?\. `),
	regexp.MustCompile(`^[\p{Lu}][\p{L}.' -]{2,30}(?:, (?:[^.()\n]|\b\p{Lu}[a-z]{0,3}\.){2,30})? \((?:[\p{Lu}][\p{L}.]*[ /-]?){1,3}\) ?(?:--|[-—–]) `),
}

// tickers match what stands in a sentence without being a part of it: the party and
// state after a politician's name, a company's ticker after its own.
var tickers = []*regexp.Regexp{
	regexp.MustCompile(`, (?:D|R|I)-[A-Z][\pL.]*,?`),
	regexp.MustCompile(`\b[A-Z]{2,5}\.[A-Z]{1,2}\b|\((?:NYSE|NASDAQ|LSE): ?[A-Z.]+\)`),
}

// mask gives the text with datelines and tickers blanked out, byte for byte, so that
// the offsets of all that is read are those of the text.
func mask(text string) string {
	for _, re := range datelines {
		text = maskStarts(text, re)
	}
	for i, re := range tickers {
		text = re.ReplaceAllStringFunc(text, func(m string) string {
			if i == len(tickers)-1 && strings.Contains("U.S. U.N. U.K. E.U. D.C. N.Y. L.A.", m) {
				return m
			}
			return strings.Map(blank, m)
		})
	}
	return text
}

// maskStarts blanks out what matches at the start of a line.
func maskStarts(text string, re *regexp.Regexp) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		m := re.FindString(line)
		b.WriteString(strings.Map(blank, m))
		b.WriteString(line[len(m):])
	}
	return b.String()
}

// lineStart gives the first match at the start of a line, "" when there is none.
func lineStart(text string, re *regexp.Regexp) string {
	for line := range strings.Lines(text) {
		if m := re.FindString(line); m != "" {
			return m
		}
	}
	return ""
}

// blank gives a space of as many bytes as the rune, so that a line keeps both
// its offsets and the width at which it was wrapped.
func blank(r rune) rune {
	switch utf8.RuneLen(r) {
	case 1:
		return ' '
	case 2:
		return '\u00a0'
	case 3:
		return '\u2003'
	}
	return r
}

// datelined gives the day that the article's words count from: the one that its
// dateline names, when that lies within the few days before publication, else
// the day of publication.
func datelined(a entente.Article) entente.Date {
	const within = 200 // bytes: a dateline opens the text
	text := a.Text[:min(len(a.Text), within)]
	line := cmp.Or(lineStart(text, datelines[0]), lineStart(text, datelines[1]))
	for _, e := range dates.Find(phraseTokens(language.Words(line))) {
		d := e.Resolve(dates.Anchor{Published: a.Published})
		if a.Published == "" && d.Exact() || d.Exact() && close(d, a.Published) {
			return d
		}
	}
	return a.Published
}

// phraseTokens are words as package dates wants them.
type phraseTokens []string

func (p phraseTokens) Len() int           { return len(p) }
func (p phraseTokens) Lower(i int) string { return strings.ToLower(p[i]) }
