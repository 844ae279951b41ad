package loaders

import (
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
)

// pattern is a regular expression with cheap tests that go before it: most texts
// lack the words that it can't match without. It is compiled when it is first
// needed.
type pattern struct {
	compile  func() *regexp.Regexp
	literals []literal // the text holds one of them; none when unknown
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
	return &pattern{
		compile:  sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }),
		literals: neededLiterals(tree),
	}
}

// possible reports whether the expression can match in s at all. folded is fold(s).
func (p *pattern) possible(s, folded string) bool {
	for _, l := range p.literals {
		if l.fold && strings.Contains(folded, l.text) || !l.fold && strings.Contains(s, l.text) {
			return true
		}
	}
	return len(p.literals) == 0
}

// matches is regexp.Regexp.MatchString.
func (p *pattern) matches(s string) bool {
	return p.possible(s, fold(s)) && p.compile().MatchString(s)
}

// find is regexp.Regexp.FindStringSubmatch.
func (p *pattern) find(s string) []string {
	if !p.possible(s, fold(s)) {
		return nil
	}
	return p.compile().FindStringSubmatch(s)
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

// matches reports whether one of the patterns matches s. folded is fold(s).
func (set *patternSet) matches(s, folded string) bool {
	if set.any(set.others, s, folded) {
		return true
	}
	runes := 0
	for i := range folded {
		if runes > 0 && set.any(set.starting[folded[:i]], s, folded) {
			return true
		}
		if runes++; runes > mostFirstLetters {
			return false
		}
	}
	return set.any(set.starting[folded], s, folded)
}

func (set *patternSet) any(candidates []int, s, folded string) bool {
	for _, i := range candidates {
		if p := set.patterns[i]; p.possible(s, folded) && p.compile().MatchString(s) {
			return true
		}
	}
	return false
}
