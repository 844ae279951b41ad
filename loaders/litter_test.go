package loaders

import (
	"regexp"
	"testing"
)

func TestLitterRules(t *testing.T) {
	rules, err := readRules(ruleFiles)
	if err != nil {
		t.Fatal(err)
	}
	all, err := newLitter(rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		t.Run(r.Name, func(t *testing.T) {
			if len(r.Patterns) == 0 || len(r.Match) == 0 || len(r.Keep) == 0 {
				t.Fatal("a rule needs patterns, lines to match and sentences to keep")
			}
			one, err := newLitter([]rule{r})
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range r.Match {
				if r.Kind == kindInline && one.strip(s) == s || r.Kind != kindInline && one.isAny(s, r.Kind) == "" {
					t.Errorf("doesn't match %q", s)
				}
			}
			for _, s := range r.Keep {
				if kind := all.kind(s); kind != "" {
					t.Errorf("%q is taken for litter, of kind %s by %q", s, kind, culprit(rules, kind, s))
				}
				if got := all.strip(s); got != s {
					t.Errorf("%q loses words: %q", s, got)
				}
			}
		})
	}
}

// culprit names the pattern that takes s for litter.
func culprit(rules []rule, kind, s string) string {
	for _, r := range rules {
		for _, p := range r.Patterns {
			if r.Kind == kind && regexp.MustCompile(`^(?:`+p+`)$`).MatchString(bare(s)) {
				return p
			}
		}
	}
	return ""
}
