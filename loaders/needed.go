package loaders

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a regular expression can't match without is read off its syntax tree here.
// Every answer is a necessary condition, never a sufficient one, so that a wrong
// guess of what is worth knowing costs time and no match.

// mostFirstLetters is how many of a text's first letters patternSet looks at.
const mostFirstLetters = 6

// mostStrings is how many strings a set may have to be worth keeping.
const mostStrings = 400

// widestClass is how many characters a class may have to be spelt out.
const widestClass = 12

// literal is a string that a text may hold, or begin with.
type literal struct {
	text string
	fold bool // text is folded, and to be looked for in the folded text
	open bool // more can follow it in the same place
}

// fold makes texts equal that regular expressions hold equal under (?i).
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(foldRune, s)
		}
	}
	return strings.ToLower(s)
}

// foldRune gives one character for all that differ from r only in case.
func foldRune(r rune) rune {
	least := r
	if r >= utf8.RuneSelf {
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
	}
	if least >= 'A' && least <= 'Z' {
		least += 'a' - 'A'
	}
	return least
}

// spell gives every string that a leaf of the tree matches, and false when they
// are too many.
func spell(re *syntax.Regexp) ([]literal, bool) {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return []literal{{}}, true
	case syntax.OpLiteral:
		l := literal{text: string(re.Rune)}
		if re.Flags&syntax.FoldCase != 0 {
			l = literal{text: fold(l.text), fold: true}
		}
		return []literal{l}, true
	case syntax.OpCharClass:
		var out []literal
		for i := 0; i < len(re.Rune); i += 2 {
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				if len(out) == widestClass {
					return nil, false
				}
				out = append(out, literal{text: string(r)})
			}
		}
		return out, true
	}
	return nil, false
}

// cross gives every string of a followed by every string of b, and false when
// there are too many.
func cross(a, b []literal) ([]literal, bool) {
	if len(a)*len(b) > mostStrings {
		return nil, false
	}
	var out []literal
	for _, x := range a {
		if x.open {
			out = append(out, x)
			continue
		}
		for _, y := range b {
			out = append(out, x.and(y))
		}
	}
	return unique(out), true
}

func (l literal) and(next literal) literal {
	switch {
	case l.text == "":
		return next
	case next.text == "":
		return literal{text: l.text, fold: l.fold, open: next.open}
	case l.fold == next.fold:
		return literal{text: l.text + next.text, fold: l.fold, open: next.open}
	}
	return literal{text: fold(l.text + next.text), fold: true, open: next.open}
}

// holds reports whether every text that holds l holds m.
func (l literal) holds(m literal) bool {
	if m.fold {
		if l.fold {
			return len(l.text) > len(m.text) && strings.Contains(l.text, m.text)
		}
		return strings.Contains(fold(l.text), m.text)
	}
	return !l.fold && strings.Contains(l.text, m.text)
}

func unique(ls []literal) []literal {
	if len(ls) < 2 {
		return ls
	}
	seen := make(map[literal]bool, len(ls))
	return slices.DeleteFunc(ls, func(l literal) bool {
		again := seen[l]
		seen[l] = true
		return again
	})
}

// firstLetters gives the folded letters, at most mostFirstLetters, one of which
// every match begins with; nil when too many can.
func firstLetters(re *syntax.Regexp) []string {
	var out []string
	for _, l := range starts(re) {
		if l.text == "" {
			return nil
		}
		out = append(out, l.text)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// starts gives what the matches of re begin with, folded. A literal that isn't
// open is the whole of a match; an open one without text is any start at all.
func starts(re *syntax.Regexp) []literal {
	anything := []literal{{open: true}}
	switch re.Op {
	case syntax.OpCapture:
		return starts(re.Sub[0])
	case syntax.OpQuest:
		return unique(append(starts(re.Sub[0]), literal{}))
	case syntax.OpStar:
		return unique(append(opened(starts(re.Sub[0])), literal{}))
	case syntax.OpPlus:
		return opened(starts(re.Sub[0]))
	case syntax.OpRepeat:
		out := opened(starts(re.Sub[0]))
		if re.Min == 0 {
			out = unique(append(out, literal{}))
		}
		return out
	case syntax.OpAlternate:
		var out []literal
		for _, sub := range re.Sub {
			out = append(out, starts(sub)...)
		}
		if out = unique(out); len(out) > mostStrings {
			return anything
		}
		return out
	case syntax.OpConcat:
		out := []literal{{}}
		for _, sub := range re.Sub {
			next, ok := cross(out, starts(sub))
			if !ok {
				return opened(out)
			}
			out = clipped(next)
		}
		return out
	}
	if ls, ok := spell(re); ok {
		return clipped(ls)
	}
	return anything
}

// opened is ls with more to follow each. What repeats can repeat as nothing.
func opened(ls []literal) []literal {
	out := slices.Clone(ls)
	for i := range out {
		out[i].open = true
	}
	return unique(out)
}

// clipped folds literals and cuts them to the letters that are looked at.
func clipped(ls []literal) []literal {
	out := slices.Clone(ls)
	for i, l := range out {
		r := []rune(fold(l.text))
		if len(r) >= mostFirstLetters {
			l.open = true
		}
		out[i] = literal{text: string(r[:min(len(r), mostFirstLetters)]), open: l.open}
	}
	return unique(out)
}

// neededLiterals gives strings one of which every match holds; nil when there are
// none such.
func neededLiterals(re *syntax.Regexp) []literal {
	all := better(contents(re))
	return slices.DeleteFunc(slices.Clone(all), func(l literal) bool {
		return slices.ContainsFunc(all, func(m literal) bool { return m != l && l.holds(m) })
	})
}

// contents gives, for a tree with few enough matches, all of them, else nil, and
// strings one of which every match holds.
func contents(re *syntax.Regexp) (whole, part []literal) {
	switch re.Op {
	case syntax.OpCapture:
		return contents(re.Sub[0])
	case syntax.OpQuest:
		if whole, _ = contents(re.Sub[0]); whole != nil {
			whole = unique(append(slices.Clone(whole), literal{}))
		}
		return whole, nil
	case syntax.OpPlus:
		return nil, better(contents(re.Sub[0]))
	case syntax.OpRepeat:
		if re.Min > 0 {
			part = better(contents(re.Sub[0]))
		}
		return nil, part
	case syntax.OpAlternate:
		return contentsOfAny(re.Sub)
	case syntax.OpConcat:
		return contentsOfAll(re.Sub)
	}
	whole, _ = spell(re)
	return whole, nil
}

func contentsOfAny(subs []*syntax.Regexp) (whole, part []literal) {
	wholes, parts := true, true
	for _, sub := range subs {
		w, p := contents(sub)
		wholes = wholes && w != nil
		whole = append(whole, w...)
		b := better(w, p)
		parts = parts && b != nil
		part = append(part, b...)
	}
	whole, part = unique(whole), unique(part)
	if !wholes || len(whole) > mostStrings {
		whole = nil
	}
	if !parts || len(part) > mostStrings {
		part = nil
	}
	return whole, part
}

func contentsOfAll(subs []*syntax.Regexp) (whole, part []literal) {
	run, complete := []literal{{}}, true // run is what stands together, complete from the start
	for _, sub := range subs {
		w, p := contents(sub)
		if w != nil {
			if next, ok := cross(run, w); ok {
				run = next
				continue
			}
		}
		part, complete = better(part, better(run, p)), false
		if run = w; w == nil {
			run = []literal{{}}
		}
	}
	if complete {
		return run, nil
	}
	return nil, better(part, run)
}

// better chooses of two sets the one that fewer texts hold: the longer strings,
// then the fewer.
func better(a, b []literal) []literal {
	if x, y := shortest(a), shortest(b); x < y || x == y && len(b) < len(a) {
		a = b
	}
	if shortest(a) == 0 {
		return nil
	}
	return a
}

// shortest is the length of the shortest string, 0 for none; three letters are as
// good as more.
func shortest(ls []literal) int {
	if len(ls) == 0 {
		return 0
	}
	n := 3
	for _, l := range ls {
		n = min(n, len(l.text))
	}
	return n
}
