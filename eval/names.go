package eval

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// names is a set of names in the form that normalize gives.
type names map[string]bool

// same lists names, in their normal form, of one and the same actor.
var same = [][]string{
	{"soviet union", "ussr", "soviet", "russia"},
	{"macedonia", "north macedonia"},
	{"united states", "us", "usa", "america", "united states of america"},
	{"united kingdom", "uk", "britain", "great britain"},
	{"turkey", "turkiye"},
	{"european union", "eu"},
	{"united nations", "un"},
	{"united arab emirates", "uae"},
	{"north atlantic treaty organization", "nato", "north atlantic treaty organisation"},
}

// pronouns are mentions that name nobody.
var pronouns = names{"he": true, "she": true, "it": true, "they": true, "his": true, "her": true, "its": true,
	"their": true, "him": true, "them": true, "two countries": true, "both sides": true}

var (
	others = regexp.MustCompile(`[^a-z0-9 ]+`)
	styles = regexp.MustCompile(`\b(the|mr|mrs|ms|president|prime minister|foreign minister|secretary of state|sir|dr)\b`)
)

// normalize gives the form in which two spellings of a name are equal: small
// ASCII letters and digits, without accents, genitives, articles and styles.
func normalize(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case norm.NFKD.PropertiesString(string(r)).CCC() != 0: // a combining mark
		case r == '’':
			b.WriteByte('\'')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	s = strings.ReplaceAll(withoutGenitives(b.String()), ".", "")
	s = styles.ReplaceAllString(others.ReplaceAllString(s, " "), " ")
	return strings.Join(strings.Fields(s), " ")
}

// withoutGenitives drops each 's that ends a word.
func withoutGenitives(s string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(s, "'s")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if r, _ := utf8.DecodeRuneInString(after); r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteString("'s")
		}
		s = after
	}
}

// Meet reports whether one of the names is an accepted one, as scoring compares them.
func Meet(names, accepted []string) bool { return namesOf(names...).meets(namesOf(accepted...)) }

// namesOf collects the normal forms of all the names, and of those that mean the
// same actor.
func namesOf(all ...string) names {
	set := names{}
	for _, name := range all {
		n := normalize(name)
		if n == "" {
			continue
		}
		set[n] = true
		for _, group := range same {
			if slices.Contains(group, n) {
				for _, other := range group {
					set[other] = true
				}
			}
		}
	}
	return set
}

// common counts the names that both sets have.
func (a names) common(b names) int {
	if len(b) < len(a) {
		a, b = b, a
	}
	n := 0
	for name := range a {
		if b[name] {
			n++
		}
	}
	return n
}

func (a names) meets(b names) bool { return a.common(b) > 0 }

// add puts all of b into a.
func (a names) add(b names) { maps.Copy(a, b) }
