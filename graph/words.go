package graph

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// contentWords lists the stems of the words in some quotes that tell one event
// from another, sorted, each once; stems of names to ignore are left out. A word
// that is written with a capital within a sentence keeps it: it is a name, and
// says more than others.
func contentWords(quotes []string, ignore map[string]bool) []string {
	set := map[string]bool{}
	for _, q := range quotes {
		for i, w := range fields(q) {
			low := stem(strings.ToLower(w))
			if ignore[low] || isCommon(low) {
				continue
			}
			if i > 0 && isName(w) {
				delete(set, low)
				set[strings.ToUpper(low[:1])+low[1:]] = true
			} else if !set[strings.ToUpper(low[:1])+low[1:]] {
				set[low] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(set))
}

func isName(w string) bool { return w[0] >= 'A' && w[0] <= 'Z' }

// wordSet gives the stems of all words of the texts.
func wordSet(texts []string) map[string]bool {
	set := map[string]bool{}
	for _, t := range texts {
		for _, w := range fields(t) {
			set[stem(strings.ToLower(w))] = true
		}
	}
	return set
}

func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// stem cuts the commonest endings off an English word: enough for "called",
// "calls" and "calling" to meet. Two words that meet wrongly do little harm.
func stem(w string) string {
	for _, ending := range []string{"ing", "ies", "ed", "es", "s", "e", "y"} {
		if cut, ok := strings.CutSuffix(w, ending); ok && len(cut) >= 4 {
			return cut
		}
	}
	return w
}

// isCommon reports whether the stem of a word says little about which event a
// quote is of.
func isCommon(w string) bool {
	if len(w) < 4 && !unicode.IsDigit(rune(w[0])) {
		return true
	}
	switch w {
	case "about", "after", "again", "against", "also", "amid", "among", "been", "befor", "being", "between",
		"both", "call", "countr", "could", "each", "foreign", "frida", "from", "government", "have", "into",
		"minister", "monda", "more", "most", "official", "other", "over", "president", "said", "saturda", "some",
		"statement", "such", "sunda", "than", "that", "their", "them", "then", "ther", "thes", "they", "this",
		"thos", "thursda", "told", "tuesda", "under", "until", "want", "wednesda", "were", "what", "when", "wher",
		"which", "whil", "will", "with", "would", "year":
		return true
	}
	return false
}

// common lists what two sorted lists have in common.
func common(a, b []string) (both []string) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case 0:
			both, i, j = append(both, a[i]), i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	return both
}

// share is the part, from 0 to 10, that the words in common are of the shorter of two
// sorted lists.
func share(a, b []string) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return min(10, 10*total(common(a, b))/min(total(a), total(b)))
}

func total(words []string) int {
	n := 0
	for _, w := range words {
		n += weight(w)
	}
	return n
}

// weight is what a word counts for: a name as much as two others.
func weight(w string) int {
	if isName(w) {
		return 2
	}
	return 1
}
