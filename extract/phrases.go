package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/entente-graph/entente/extract/language"
)

// phrases finds known phrases in tokens: a trie over folded words, so that a
// sentence is read once, whatever the number of phrases.
type phrases[T any] struct {
	next   map[string]*phrases[T]
	values []phrase[T]
}

// phrase is one known phrase and what it stands for.
type phrase[T any] struct {
	capitals []bool // which of its words the lexicon writes with a capital
	acronym  bool
	value    T
}

// add makes the phrase known, tokenised as the text will be.
func (p *phrases[T]) add(form string, value T) {
	node := p
	ph := phrase[T]{acronym: language.IsAcronym(form), value: value}
	for _, word := range language.Words(form) {
		r, _ := utf8.DecodeRuneInString(word)
		ph.capitals = append(ph.capitals, unicode.IsUpper(r))
		w := fold(word)
		if node.next == nil {
			node.next = map[string]*phrases[T]{}
		}
		if node.next[w] == nil {
			node.next[w] = &phrases[T]{}
		}
		node = node.next[w]
	}
	if node != p {
		node.values = append(node.values, ph)
	}
}

// begins reports whether a phrase starts with the folded word.
func (p *phrases[T]) begins(word string) bool { return p.next[word] != nil }

// longest gives the values of the longest phrase that starts at word i and
// that accept takes, and the index after its last word; nil when there's none.
func (p *phrases[T]) longest(words []string, i int, accept func(ph phrase[T], end int) bool) (values []T, end int) {
	node := p
	for j := i; j < len(words); j++ {
		node = node.next[words[j]]
		if node == nil {
			break
		}
		var here []T
		for _, ph := range node.values {
			if accept(ph, j+1) {
				here = append(here, ph.value)
			}
		}
		if here != nil {
			values, end = here, j+1
		}
	}
	return values, end
}

// fold brings the spellings of a word together: lower case, no accents,
// straight quotes, no full stops in acronyms.
func fold(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf || c == '.' || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	w = strings.ReplaceAll(strings.ToLower(w), "’", "'")
	if len(w) > 1 {
		w = strings.ReplaceAll(w, ".", "")
	}
	for i := 0; i < len(w); i++ {
		if w[i] >= utf8.RuneSelf {
			return undecomposed.Replace(norm.NFC.String(strings.Map(unaccented, norm.NFD.String(w))))
		}
	}
	return w
}

func unaccented(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// written reports whether words of a text, of which at gives number i, may be
// the phrase: with capitals where the phrase has them. "us" isn't the US, nor
// "the economist" the Economist.
func (ph phrase[T]) written(at func(i int) string) bool {
	for i, capital := range ph.capitals {
		r, _ := utf8.DecodeRuneInString(at(i))
		if capital && !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return !ph.acronym || language.IsAcronym(at(0))
}

// undecomposed writes plainly the letters that Unicode doesn't take apart.
var undecomposed = strings.NewReplacer("ø", "o", "æ", "ae", "ł", "l", "đ", "d", "ı", "i", "ß", "ss", "ð", "d", "þ", "th", "ə", "a")
