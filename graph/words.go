package graph

import (
	"slices"
	"strings"
	"unicode"
)

// contentWords lists the stems of the words in some quotes that tell one event
// from another, sorted, each once; names to ignore are given as stems.
func contentWords(quotes []string, ignore map[string]bool) []string {
	set := wordSet(quotes)
	var words []string
	for w := range set {
		if !ignore[w] && !isCommon(w) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return words
}

// wordSet gives the stems of all words of the texts.
func wordSet(texts []string) map[string]bool {
	set := map[string]bool{}
	for _, t := range texts {
		for _, w := range strings.FieldsFunc(strings.ToLower(t), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		}) {
			set[stem(w)] = true
		}
	}
	return set
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

// alike says from 0 to 4 how much two sorted lists of content words share.
func alike(a, b []string) int {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case 0:
			shared, i, j = shared+1, i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	shorter := min(len(a), len(b))
	switch {
	case shared == 0 || shared == 1 && shorter > 4:
		return 0
	case 2*shared >= shorter && shared > 1:
		return 4
	case 2*shared >= shorter:
		return 3
	case 4*shared >= shorter:
		return 2
	}
	return 1
}
