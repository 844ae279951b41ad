package loaders

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

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

// key is what two copies of a line have in common.
func key(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !isWordRune(r) }), " "))
}

func hasWord(s string) bool { return strings.IndexFunc(s, isWordRune) >= 0 }

func isWordRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 && r != '·' && r != '–' && r != '—' && r != '•' && r != '’' && r != '‘' && r != '“' && r != '”' && r != '…' && r != '©' && r != '►'
}
