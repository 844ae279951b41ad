package loaders

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"regexp/syntax"
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
	whole  map[string]*patternSet // by kind: for whole lines
	inline []*pattern
}

// The longest line, in bytes, that a rule for whole lines looks at.
var longest = map[string]int{kindLine: 320, kindNotice: 700, kindTags: 6000, kindCaption: 500, kindAge: 60, kindBlock: 100, kindEnd: 160}

const longestLitter = 6000 // the most of longest

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
	l := &litter{whole: map[string]*patternSet{}}
	patterns := map[string][]string{}
	for _, r := range rules {
		for _, p := range r.Patterns {
			if r.Kind != kindInline {
				patterns[r.Kind] = append(patterns[r.Kind], "^(?:"+p+")$")
				continue
			}
			tree, err := syntax.Parse(p, syntax.Perl)
			if err != nil {
				return nil, fmt.Errorf("litter rule %q: %w", r.Name, err)
			}
			l.inline = append(l.inline, patternOf(p, tree))
		}
	}
	for kind := range longest {
		set, err := newPatternSet(patterns[kind])
		if err != nil {
			return nil, fmt.Errorf("litter rules of kind %q: %w", kind, err)
		}
		l.whole[kind] = set
	}
	return l, nil
}

const bulletMarks = "-–—•·*►▶▸>»|#+■●□✓→☰"

var (
	bullets      = regexp.MustCompile(`^(?:[` + bulletMarks + `]+\s+|[»►▶▸■●•☰→]+)+`)
	severalParts = regexp.MustCompile(`\s*[·|•]\s*`)
	quotes       = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)
)

// bare is a line as rules see it: without the bullet before and the arrow after
// it, and with straight quotes.
func bare(s string) string {
	if r, _ := utf8.DecodeRuneInString(s); strings.ContainsRune(bulletMarks, r) {
		s = bullets.ReplaceAllString(s, "")
	}
	return quotes.Replace(strings.TrimRight(s, " \t\n\f\r»›>→|▸▶▼+…"))
}

// sight is a line as the rules for whole lines look at it.
type sight struct {
	size  int // of the line, in bytes
	bare  *sample
	prose bool
}

func look(s string) sight {
	return sight{size: len(s), bare: sampleOf(bare(s)), prose: prose(s)}
}

// is reports whether a whole line is litter of the kind. What reads like a
// sentence can only be a notice or a caption.
func (l *litter) is(kind string, v sight) bool {
	if v.size > longest[kind] || kind != kindNotice && kind != kindCaption && v.prose {
		return false
	}
	if kind == kindBlock {
		if heading, cut := strings.CutSuffix(v.bare.text, ":"); cut {
			v.bare = sampleOf(heading)
		}
		if strings.HasSuffix(v.bare.text, ".") {
			return false
		}
	}
	return l.whole[kind].matches(v.bare)
}

// isAny gives the first of the kinds that the line is litter of, "" when none.
func (l *litter) isAny(s string, kinds ...string) string {
	if len(s) > longestLitter {
		return ""
	}
	v := look(s)
	for _, kind := range kinds {
		if l.is(kind, v) {
			return kind
		}
	}
	return ""
}

// alone reports whether a line is certainly furniture, which is never part of a
// hard-wrapped paragraph.
func (l *litter) alone(s string) bool {
	return !hasWord(s) || l.isAny(s, kindLine, kindAge, kindBlock, kindEnd, kindTags) != ""
}

// kind tells what litter a paragraph is, "" when none.
func (l *litter) kind(s string) string {
	if kind := l.isAny(s, kindAge, kindBlock, kindEnd, kindCaption, kindNotice, kindLine, kindTags); kind != "" {
		return kind
	}
	if !hasWord(s) || strings.HasPrefix(s, "|") && strings.Count(s, "|") >= 3 { // a row of a table
		return kindLine
	}
	if head, _, ok := strings.Cut(s, ": "); ok && !sentence(s) && l.isAny(head, kindBlock) != "" {
		return kindBlock // "Most read: Envoys pack | Storm closes port"
	}
	if len(s) <= longest[kindLine] && holdsAny(s, "·", "|", "•") {
		if parts := severalParts.Split(s, 8); !slices.ContainsFunc(parts, func(part string) bool { return l.kind(part) == "" }) {
			return kindLine
		}
	}
	return ""
}

// strip removes what stands inside a paragraph without being part of it.
func (l *litter) strip(s string) string {
	t := sampleOf(s)
	for _, p := range l.inline {
		if !p.possible(t) {
			continue
		}
		if re := p.compile(); re.MatchString(s) {
			s = strings.TrimSpace(re.ReplaceAllString(s, " "))
			t = sampleOf(s)
		}
	}
	return strings.Join(strings.Fields(s), " ")
}

// key is what two copies of a line have in common.
func key(s string) string {
	b := make([]byte, 0, len(s))
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isWordRune(r) }) {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = append(b, w...)
	}
	return strings.ToLower(string(b))
}

func hasWord(s string) bool { return strings.IndexFunc(s, isWordRune) >= 0 }

func isWordRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 && r != '·' && r != '–' && r != '—' && r != '•' && r != '’' && r != '‘' && r != '“' && r != '”' && r != '…' && r != '©' && r != '►'
}
