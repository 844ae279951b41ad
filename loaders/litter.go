package loaders

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

//go:embed rules/outlets.yaml rules/litter/*.yaml
var ruleFiles embed.FS

// rule is one entry of the files in rules/litter; the README there says what its
// fields mean.
type rule struct {
	Name     string
	Kind     string
	Patterns []string
	Match    []string
	Keep     []string
}

// The kinds of litter rule.
const (
	kindLine    = "line"
	kindNotice  = "notice"
	kindTags    = "tags"
	kindCaption = "caption"
	kindAge     = "age"
	kindBlock   = "block"
	kindEnd     = "end"
	kindInline  = "inline"
)

// litter knows what page furniture looks like.
type litter struct {
	whole  map[string]*regexp.Regexp // by kind: one expression for whole lines
	inline []*regexp.Regexp
}

// The longest line, in bytes, that a rule for whole lines looks at.
var longest = map[string]int{kindLine: 320, kindNotice: 700, kindTags: 6000, kindCaption: 500, kindAge: 60, kindBlock: 100, kindEnd: 160}

func readRules(fsys fs.FS) ([]rule, error) {
	files, err := fs.Glob(fsys, "rules/litter/*.yaml") // sorted
	if err != nil {
		return nil, err
	}
	var all []rule
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		var rules []rule
		if err := yaml.Unmarshal(data, &rules); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, rules...)
	}
	return all, nil
}

func newLitter(rules []rule) (*litter, error) {
	l := &litter{whole: map[string]*regexp.Regexp{}}
	patterns := map[string][]string{}
	for _, r := range rules {
		for _, p := range r.Patterns {
			if r.Kind != kindInline {
				patterns[r.Kind] = append(patterns[r.Kind], "(?:"+p+")") // each keeps its own flags
				continue
			}
			re, err := regexp.Compile(p)
			if err != nil {
				return nil, fmt.Errorf("litter rule %q: %w", r.Name, err)
			}
			l.inline = append(l.inline, re)
		}
	}
	for kind := range longest {
		re, err := regexp.Compile(`^(?:` + strings.Join(patterns[kind], "|") + `)$`)
		if err != nil {
			return nil, fmt.Errorf("litter rules of kind %q: %w", kind, err)
		}
		l.whole[kind] = re
	}
	return l, nil
}

var (
	bullets      = regexp.MustCompile(`^(?:[-–—•·*►▶▸>»|#+■●□✓→☰+]+\s+|[»►▶▸■●•☰→]+)+`)
	arrows       = regexp.MustCompile(`[\s»›>→|▸▶▼+…]+$`)
	severalParts = regexp.MustCompile(`\s*[·|•]\s*`)
	quotes       = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)
)

// bare is a line as rules see it: without the bullet before and the arrow after
// it, and with straight quotes.
func bare(s string) string {
	s = bullets.ReplaceAllString(s, "")
	return quotes.Replace(arrows.ReplaceAllString(s, ""))
}

// is reports whether a whole line is litter of the kind. What reads like a
// sentence can only be a notice or a caption.
func (l *litter) is(kind, s string) bool {
	if len(s) > longest[kind] || kind != kindNotice && kind != kindCaption && prose(s) {
		return false
	}
	s = bare(s)
	if kind == kindBlock {
		s = strings.TrimSuffix(s, ":")
		if strings.HasSuffix(s, ".") {
			return false
		}
	}
	return l.whole[kind].MatchString(s)
}

// alone reports whether a line is certainly furniture, which is never part of a
// hard-wrapped paragraph.
func (l *litter) alone(s string) bool {
	return !hasWord(s) || l.is(kindLine, s) || l.is(kindAge, s) || l.is(kindBlock, s) || l.is(kindEnd, s) || l.is(kindTags, s)
}

// kind tells what litter a paragraph is, "" when none.
func (l *litter) kind(s string) string {
	for _, kind := range []string{kindAge, kindBlock, kindEnd, kindCaption, kindNotice, kindLine, kindTags} {
		if l.is(kind, s) {
			return kind
		}
	}
	if !hasWord(s) || strings.HasPrefix(s, "|") && strings.Count(s, "|") >= 3 { // a row of a table
		return kindLine
	}
	if head, _, ok := strings.Cut(s, ": "); ok && !sentence(s) && l.is(kindBlock, head) {
		return kindBlock // "Most read: Envoys pack | Storm closes port"
	}
	if parts := severalParts.Split(s, 8); len(parts) > 1 && len(s) <= longest[kindLine] {
		if !slices.ContainsFunc(parts, func(part string) bool { return l.kind(part) == "" }) {
			return kindLine
		}
	}
	return ""
}

// strip removes what stands inside a paragraph without being part of it.
func (l *litter) strip(s string) string {
	for _, re := range l.inline {
		if re.MatchString(s) {
			s = strings.TrimSpace(re.ReplaceAllString(s, " "))
		}
	}
	return strings.Join(strings.Fields(s), " ")
}

// remove takes the furniture out of an article's paragraphs. header says which of
// the first ones are lines of the article's header, which can look like tags or notices.
func (l *litter) remove(paras []string, header func(string) bool) []string {
	ps := make([]para, 0, len(paras))
	for _, s := range paras {
		if s = l.strip(s); s == "" {
			continue
		}
		p := para{text: s, kind: l.kind(s), sentence: sentence(s)}
		if (p.kind == kindTags || p.kind == kindNotice) && len(ps) < headerSize && header(s) {
			p.kind = ""
		}
		ps = append(ps, p)
	}
	ps = cutEnd(ps)
	dropBlocks(ps)
	dropFoot(ps)
	dropLists(ps)
	dropCopies(ps)
	var out []string
	for _, p := range ps {
		if p.kind == "" && !p.gone {
			out = append(out, p.text)
		}
	}
	return out
}

// para is a paragraph on its way through remove.
type para struct {
	text     string
	kind     string
	sentence bool
	gone     bool
}

// body reports whether the paragraph is part of the article as far as it shows.
func (p para) body() bool { return p.sentence && p.kind == "" && !p.gone }

// cutEnd drops everything from a heading that ends articles on, where enough
// has gone before for it to be the end.
func cutEnd(ps []para) []para {
	after := 0
	for _, p := range ps {
		if p.body() {
			after++
		}
	}
	before := 0
	for i, p := range ps {
		if p.body() {
			before++
			after--
		}
		if p.kind == kindEnd && before > 0 && (before >= 3 || after == 0) {
			return ps[:i]
		}
	}
	return ps
}

// dropBlocks drops what stands under a heading of other stories, up to where
// the article goes on.
func dropBlocks(ps []para) {
	inBody, inBlock, gap := false, false, 0
	for i := range ps {
		p := &ps[i]
		switch {
		case p.kind == kindBlock:
			inBlock, gap = inBody, 0
		case inBlock && p.kind == kindAge:
			gap = 0
		case inBlock && p.body() && !ageAhead(ps[i:], 3-gap):
			inBlock = false
		case inBlock:
			p.gone = true
			gap++
		}
		if p.body() {
			inBody = true
		}
	}
}

// dropFoot drops the headings and links below the last sentence of the article
// that come after furniture.
func dropFoot(ps []para) {
	foot := len(ps)
	for foot > 0 && !ps[foot-1].body() && (ps[foot-1].kind != "" || !unfinished(ps[foot-1].text)) {
		foot--
	}
	inLitter := false
	for i := foot; i < len(ps) && hasBody(ps[:foot]); i++ {
		inLitter = inLitter || ps[i].kind != ""
		ps[i].gone = ps[i].gone || inLitter
	}
}

// ageAhead reports whether a line saying how old a story is comes within the next
// n paragraphs.
func ageAhead(ps []para, n int) bool {
	for _, p := range ps[:max(0, min(n, len(ps)))] {
		if p.kind == kindAge {
			return true
		}
	}
	return false
}

// dropLists drops lists of stories that have no heading: two or more lines that
// say how old a story is, with no more than two lines between any two of them.
func dropLists(ps []para) {
	last := -1
	for i := range ps {
		if ps[i].kind != kindAge {
			continue
		}
		if last >= 0 && i-last <= 4 && headings(ps[last+1:i]) {
			for j := last + 1; j < i; j++ {
				ps[j].gone = true
			}
			for j := last - 1; j >= 0 && !ps[j].body() && last-j <= 2; j-- {
				ps[j].gone = ps[j].gone || hasBody(ps[:j])
			}
		}
		last = i
	}
	if last >= 0 && hasBody(ps[:last]) {
		for j := last + 1; j < len(ps) && !ps[j].body() && j-last <= 2; j++ {
			ps[j].gone = true
		}
	}
}

func headings(ps []para) bool {
	for _, p := range ps {
		if p.body() {
			return false
		}
	}
	return true
}

func hasBody(ps []para) bool {
	for _, p := range ps {
		if p.body() {
			return true
		}
	}
	return false
}

// dropCopies drops captions, those that come twice, and the second of two equal
// paragraphs.
func dropCopies(ps []para) {
	captions := map[string]bool{}
	for i, p := range ps {
		if p.kind != kindCaption {
			continue
		}
		captions[key(p.text)] = true
		if strings.HasSuffix(key(p.text), "caption") && i+1 < len(ps) && !ps[i+1].sentence {
			ps[i+1].gone = true // the label stands on a line of its own
		}
	}
	seen := map[string]int{}
	inBody := false
	for i := range ps {
		p := &ps[i]
		inBody = inBody || p.body()
		k := key(p.text)
		if captions[k] {
			p.gone = true
			continue
		}
		j, again := seen[k]
		if again && utf8.RuneCountInString(p.text) >= 20 {
			p.gone = true
			if inBody && !p.sentence && j > 0 && hasBody(ps[:1]) {
				ps[j].gone = true // a caption, and its copy
			}
			continue
		}
		seen[k] = i
	}
}

// key is what two copies of a line have in common.
func key(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !isWordRune(r) }), " "))
}

func hasWord(s string) bool { return strings.IndexFunc(s, isWordRune) >= 0 }

func isWordRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 && r != '·' && r != '–' && r != '—' && r != '•' && r != '’' && r != '‘' && r != '“' && r != '”' && r != '…' && r != '©' && r != '►'
}
