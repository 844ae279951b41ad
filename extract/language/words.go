package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/extract/language/internal/text"
)

// Words splits a phrase into the words that Read would make tokens of.
func Words(phrase string) []string { return text.Words(phrase) }

// StartsUpper reports whether a word begins with a capital or a digit.
func StartsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// IsAcronym reports whether a phrase is all capitals, points and digits: US, U.S., G20.
func IsAcronym(phrase string) bool {
	letters := 0
	for _, r := range phrase {
		switch {
		case unicode.IsUpper(r):
			letters++
		case unicode.IsLower(r):
			return false
		}
	}
	return letters > 0
}

// IsRelation reports whether the relation of a token is the one asked for or a subtype of
// it: "nsubj:pass" is "nsubj".
func IsRelation(rel, of string) bool {
	return strings.HasPrefix(rel, of) && (len(rel) == len(of) || rel[len(of)] == ':')
}
