package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is a run of tokens, First up to Last exclusive.
type Sentence struct {
	First, Last int
	Paragraph   int
}

// maxTokens bounds a sentence: nobody writes longer ones, and what follows
// should not depend on the length of the text.
const maxTokens = 400

// Split cuts text into tokens and sentences. Every token belongs to exactly
// one sentence. It takes time in proportion to the text.
func Split(text string) ([]Token, []Sentence) {
	tokens := make([]Token, 0, len(text)/5+8)
	for _, l := range splitLines(text) {
		tokens = tokenize(tokens, text, l)
	}
	sentences := make([]Sentence, 0, len(tokens)/18+1)
	first, paragraph := 0, 0
	for i := range tokens {
		if i > first {
			g := tokens[i].gap
			if g >= lineGap || i-first >= maxTokens || endsBefore(text, tokens, first, i) {
				sentences = append(sentences, Sentence{first, i, paragraph})
				first = i
				if g >= lineGap {
					paragraph++
				}
			}
		}
	}
	if first < len(tokens) {
		sentences = append(sentences, Sentence{first, len(tokens), paragraph})
	}
	return tokens, sentences
}

// endsBefore says whether a sentence that began at first ends before token i.
func endsBefore(text string, tokens []Token, first, i int) bool {
	word := func(k int) string { return text[tokens[k].Start:tokens[k].End] }
	this := word(i)
	if closes(text, tokens, i) || tokens[i].gap == noGap && strings.Trim(this, ".!?…") == "" {
		return false
	}
	// Step back over the marks that close after a final stop.
	k, quoted := i-1, false
	for k > first && closes(text, tokens, k) {
		quoted = quoted || isQuote(word(k))
		k--
	}
	last := word(k)
	end, _ := utf8.DecodeLastRuneInString(last)
	if !strings.ContainsRune(".!?…", end) {
		return false
	}
	if tokens[i].Glued && k == i-1 && (isAlnum(this) || strings.ContainsAny(this, "-‐‑/")) && len(last) > 1 {
		return false // "U.S.-Soviet"
	}
	next, opened := i, false
	for next < len(tokens)-1 && next < i+3 && !isAlnum(word(next)) {
		opened = true
		next++
	}
	follow := word(next)
	if startsLower(follow) && !strings.HasPrefix(follow, "i") {
		return false
	}
	if !isAlnum(follow) && !opened {
		return false
	}
	stop := strings.Trim(last, ".!?…") == ""
	switch {
	case stop && strings.ContainsRune("!?", end):
		return !(quoted && speaks(word, next, len(tokens)))
	case stop && len(last) > 1: // an ellipsis
		return words.starters[follow] || opened && !tokens[i].Glued || quoted
	case stop:
		if k == first+1 && len(word(first)) < 3 && isNumber(word(first)) {
			return false // the number of a list item
		}
		return true
	}
	low := strings.ToLower(last)
	switch {
	case words.titles[low]:
		return false
	case words.before[low] && isDigit(follow[0]):
		return false
	case len(last) == 2 && isUpper(last[0]) && last[0] != 'I': // an initial
		return false
	case isNumber(last[:len(last)-1]):
		return k > first
	}
	return words.starters[follow] || opened && startsUpper(follow) || quoted && startsUpper(follow)
}

// speaks says whether a name and a verb of saying begin at token k, as after a
// question that is quoted.
func speaks(word func(int) string, k, n int) bool {
	for j := k; j < n && j < k+4; j++ {
		w := word(j)
		if words.speech[w] {
			return true
		}
		if !startsUpper(w) && w != "the" && w != "." {
			return false
		}
	}
	return false
}

// closes says whether token i is a mark that belongs to what stands before it.
func closes(text string, tokens []Token, i int) bool {
	s := text[tokens[i].Start:tokens[i].End]
	switch s {
	case ")", "]", "}", "”", "’’", "''", "»":
		return true
	case "\"", "'", "’":
		// A straight quotation mark closes when a space, or nothing, follows.
		return tokens[i].Glued && (i+1 == len(tokens) || !tokens[i+1].Glued || !isAlnum(text[tokens[i+1].Start:tokens[i+1].End]))
	}
	return false
}

func isQuote(s string) bool { return strings.ContainsAny(s, "\"”'’»") }

func isAlnum(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if r == '\'' || r == '’' {
		r, _ = utf8.DecodeLastRuneInString(s)
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return len(s) > 0
}

// NewLine says whether a line break stands before the token.
func (t Token) NewLine() bool { return t.gap != noGap }
