package loaders

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
)

// sample is a text and what is looked up in it before any regular expression runs.
type sample struct {
	text, folded string
	grams        *[64]uint64 // the hashes of all three bytes in a row of folded; nil for a short text
}

// shortSample is the longest text, in bytes, that is quicker searched than hashed.
const shortSample = 24

func sampleOf(text string) *sample {
	t := &sample{text: text, folded: fold(text)}
	if len(t.folded) <= shortSample {
		return t
	}
	t.grams = new([64]uint64)
	for i := 2; i < len(t.folded); i++ {
		h := gram(t.folded[i-2:])
		t.grams[h/64] |= 1 << (h % 64)
	}
	return t
}

// gram hashes the first three bytes of s to a number below 64*64.
func gram(s string) uint16 {
	return (uint16(s[0])*67 ^ uint16(s[1])*1031 ^ uint16(s[2])*13) % (64 * 64)
}

// mayHold reports whether the text can hold a literal whose last three letters hash
// to h, or that has fewer when h is 0.
func (t *sample) mayHold(h uint16) bool {
	return h == 0 || t.grams == nil || t.grams[h/64]&(1<<(h%64)) != 0
}

// holds reports whether the text holds the literal.
func (t *sample) holds(l literal) bool {
	if l.fold {
		return strings.Contains(t.folded, l.text)
	}
	return strings.Contains(t.text, l.text)
}

// pattern is a regular expression with cheap tests that go before it: most texts
// lack the words that it can't match without. It is compiled when it is first
// needed.
type pattern struct {
	compile  func() *regexp.Regexp
	literals []literal // the text holds one of them; none when unknown
	grams    []uint16  // the hash of the last three letters of each literal, 0 when it has fewer
	least    int       // the length of the shortest literal, in bytes
}

// newPattern takes a regular expression that is known to be right.
func newPattern(expr string) *pattern {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic("loaders: " + err.Error())
	}
	return patternOf(expr, tree)
}

func patternOf(expr string, tree *syntax.Regexp) *pattern {
	p := &pattern{
		compile:  sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }),
		literals: neededLiterals(tree),
	}
	for i, l := range p.literals {
		h := uint16(0)
		if f := fold(l.text); len(f) >= 3 {
			h = gram(f[len(f)-3:])
		}
		p.grams = append(p.grams, h)
		if i == 0 || len(l.text) < p.least {
			p.least = len(l.text)
		}
	}
	return p
}

// possible reports whether the expression can match in the text at all.
func (p *pattern) possible(t *sample) bool {
	if len(p.literals) == 0 {
		return true
	}
	if max(len(t.text), len(t.folded)) < p.least {
		return false
	}
	for i, h := range p.grams {
		if t.mayHold(h) && t.holds(p.literals[i]) {
			return true
		}
	}
	return false
}

// matches reports whether the expression matches the text.
func (p *pattern) matches(t *sample) bool {
	return p.possible(t) && p.compile().MatchString(t.text)
}

// patternSet matches any of many patterns against the start of a text. It looks at
// the text's first letters to choose those that are worth trying.
type patternSet struct {
	patterns []*pattern
	starting map[string][]int // folded first letters: the patterns that can begin so
	others   []int            // patterns that can begin in too many ways
}

// newPatternSet takes expressions; each begins with "^".
func newPatternSet(exprs []string) (*patternSet, error) {
	set := &patternSet{starting: map[string][]int{}}
	for i, expr := range exprs {
		tree, err := syntax.Parse(expr, syntax.Perl)
		if err != nil {
			return nil, err
		}
		set.patterns = append(set.patterns, patternOf(expr, tree))
		starts := firstLetters(tree)
		if len(starts) == 0 {
			set.others = append(set.others, i)
		}
		for _, s := range starts {
			set.starting[s] = append(set.starting[s], i)
		}
	}
	return set, nil
}

// matches reports whether one of the patterns matches the text.
func (set *patternSet) matches(t *sample) bool {
	return set.try(t, func(p *pattern) bool { return p.matches(t) })
}

// possible reports whether one of the patterns can match the text at all.
func (set *patternSet) possible(t *sample) bool {
	return set.try(t, func(p *pattern) bool { return p.possible(t) })
}

// try calls test with the patterns that can begin as the text does, up to the
// first that passes.
func (set *patternSet) try(t *sample, test func(*pattern) bool) bool {
	any := func(candidates []int) bool {
		return slices.ContainsFunc(candidates, func(i int) bool { return test(set.patterns[i]) })
	}
	if any(set.others) {
		return true
	}
	letters := 0
	for i := range t.folded {
		if letters > 0 && any(set.starting[t.folded[:i]]) {
			return true
		}
		if letters++; letters > mostFirstLetters {
			return false
		}
	}
	return any(set.starting[t.folded])
}
