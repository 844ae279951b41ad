package lexicon

import (
	"slices"
	"strings"
)

// Matches reports whether a text that holds these words may speak of the
// treaty: one of the kinds is among them, and every word of one of the topics.
// Words are in lower case, inflected or not; a hyphenated one counts as its
// parts.
func (d Description) Matches(words []string) bool {
	have := make([]string, 0, 2*len(words))
	for _, w := range words {
		for part := range strings.FieldsFuncSeq(w, betweenWords) {
			have = append(have, stem(part))
		}
	}
	holds := func(phrase string) bool {
		for part := range strings.FieldsFuncSeq(phrase, betweenWords) {
			if !slices.Contains(have, stem(strings.ToLower(part))) {
				return false
			}
		}
		return true
	}
	holdsAll := func(phrases []string) bool {
		for _, p := range phrases {
			if !holds(p) {
				return false
			}
		}
		return len(phrases) > 0
	}
	kind := false
	for _, k := range d.Kinds {
		kind = kind || holds(k)
	}
	if !kind {
		return false
	}
	for _, t := range d.Topics {
		if holdsAll(t) {
			return true
		}
	}
	return false
}

func betweenWords(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' || r == ' ' }

// stem takes the plain English inflections off a lower-case word, so that
// "missiles" meets "missile" and "banned" "ban". What is left needn't be a
// word: both sides of a comparison go through it.
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "\u2019s")
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		w = w[:len(w)-3] + "y"
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:len(w)-1]
	}
	for _, ending := range []string{"ing", "ed"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && len(rest) > 1 && strings.ContainsAny(rest, "aeiouy") {
			w = rest
			break
		}
	}
	if len(w) > 2 {
		w = strings.TrimSuffix(w, "e")
	}
	if n := len(w); n > 2 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}
