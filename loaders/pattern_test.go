package loaders

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPatternsAgreeWithTheirExpressions holds the cheap tests to the expressions
// they stand before, over the examples of all rules and what is left of them when
// they are cut, in small and capital letters, and in letters that fold to others.
func TestPatternsAgreeWithTheirExpressions(t *testing.T) {
	rules, err := readRules(ruleFiles)
	if err != nil {
		t.Fatal(err)
	}
	var texts []*sample
	for _, r := range rules {
		for _, s := range slices.Concat(r.Match, r.Keep) {
			odd := strings.NewReplacer("k", "\u212a", "s", "ſ").Replace(s)
			for _, v := range []string{s, strings.ToUpper(s), strings.ToLower(s), odd, s[:len(s)/2], s[len(s)/2:], ""} {
				texts = append(texts, sampleOf(strings.ToValidUTF8(v, "")))
			}
		}
	}
	for _, r := range rules {
		for _, expr := range r.Patterns {
			whole := "^(?:" + expr + ")$"
			set, err := newPatternSet([]string{whole})
			if err != nil {
				t.Fatal(err)
			}
			wholeRE, partRE, part := regexp.MustCompile(whole), regexp.MustCompile(expr), newPattern(expr)
			for _, text := range texts {
				if got, want := set.matches(text), wholeRE.MatchString(text.text); got != want {
					t.Errorf("%s: whole line %q: got %v, want %v", expr, text.text, got, want)
				}
				if !part.possible(text) && partRE.MatchString(text.text) {
					t.Errorf("%s: %q was held impossible", expr, text.text)
				}
			}
		}
	}
}

func TestNeeded(t *testing.T) {
	tests := []struct {
		expr     string
		literals []string
		first    []string
	}{
		{`^(?:(?i)Read more)$`, []string{"read more"}, []string{"read m"}},
		{`^(?:AP|AFP) photos?$`, []string{"AP photo", "AFP photo"}, []string{"afp ph", "ap pho"}},
		{`^(?:the )?News`, []string{"News"}, []string{"news", "the ne"}},
		{`^.{3}by [A-Z]`, []string{"by "}, nil},
		{`^\d+ min`, []string{" min"}, []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}},
		{`^[A-Z]*$`, nil, nil},
		{`^(?:a|b*)`, nil, nil},
	}
	for _, test := range tests {
		set, err := newPatternSet([]string{test.expr})
		if err != nil {
			t.Fatal(err)
		}
		var literals, first []string
		for _, l := range set.patterns[0].literals {
			literals = append(literals, l.text)
		}
		for s := range set.starting {
			first = append(first, s)
		}
		slices.Sort(first)
		if !slices.Equal(literals, test.literals) || !slices.Equal(first, test.first) {
			t.Errorf("%s: literals %q, first letters %q; want %q, %q", test.expr, literals, first, test.literals, test.first)
		}
	}
}
