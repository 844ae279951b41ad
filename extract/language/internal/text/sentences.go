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
	Endless     bool // a part of a run of words that goes on for longer than maxTokens
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
	first, paragraph, endless := 0, 0, false
	for i := range tokens {
		if i == first {
			continue
		}
		g := tokens[i].gap
		ends := g >= lineGap || endsBefore(text, tokens, first, i)
		if !ends && i-first < maxTokens {
			continue
		}
		sentences = append(sentences, Sentence{first, i, paragraph, endless || !ends})
		first, endless = i, !ends
		if g >= lineGap {
			paragraph++
		}
	}
	if first < len(tokens) {
		sentences = append(sentences, Sentence{first, len(tokens), paragraph, endless})
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
	// Step back over note marks and the marks that close after a final stop.
	k, quoted := beforeNotes(text, tokens, first, i-1), false
	noted := k < i-1
	for k > first && closes(text, tokens, k) {
		quoted = quoted || isQuote(word(k))
		k--
	}
	last := word(k)
	end, _ := utf8.DecodeLastRuneInString(last)
	if !strings.ContainsRune(".!?…", end) || opensNote(text, tokens, i) {
		return false
	}
	if tokens[i].Glued && k == i-1 && (isAlnum(this) || strings.ContainsAny(this, "-‐‑/")) && len(last) > 1 {
		return false // "U.S.-Soviet"
	}
	if strings.Trim(this, ",;:") == "" || quoted && isDash(this) {
		return false // a dash after a quotation leads to whose it is
	}
	next, opened := i, false
	for next < len(tokens)-1 && next < i+3 && !isAlnum(word(next)) {
		opened = opened || this != "("
		next++
	}
	follow := word(next)
	if startsLower(follow) && !hasUpper(follow) || !isAlnum(follow) && !opened {
		return false
	}
	if stop := strings.Trim(last, ".!?…") == ""; !stop {
		label := next+1 < len(tokens) && word(next+1) == ":"
		return abbreviationEnds(last, follow, k > first, startsUpper(follow) && (opened || quoted || noted || label))
	}
	switch {
	case end == '!' || end == '?':
		return !(quoted && speaks(word, next, len(tokens)))
	case len(last) > 1: // an ellipsis
		return words.starters[follow] || opened && !tokens[i].Glued || quoted
	}
	return !isHeadingNumber(word, first, k)
}

// abbreviationEnds says whether an abbreviation, its stop included, ends a
// sentence before the word follow: inner says that it isn't the first word of
// its sentence, marked that a capital and some mark speak for a new sentence.
func abbreviationEnds(last, follow string, inner, marked bool) bool {
	low := strings.ToLower(last)
	switch {
	case words.titles[low]:
		return false
	case words.before[low] && isDigit(follow[0]):
		return false
	case len(last) == 2 && isUpper(last[0]) && last[0] != 'I': // an initial
		return len(follow) > 2 && words.starters[follow]
	case isNumber(last[:len(last)-1]):
		return inner
	case low == "etc.":
		return startsUpper(follow)
	}
	return words.starters[follow] || marked
}

// isHeadingNumber says whether the stop at token k is that of a number which a
// line starts with: "2. Findings", "2.1. Method" or "Figure 3. Trade".
func isHeadingNumber(word func(int) string, first, k int) bool {
	if k == first+2 && words.numbered[word(first)] {
		first++
	}
	if k != first+1 {
		return false
	}
	number := strings.ReplaceAll(word(first), ".", "")
	return len(number) < 3 && isNumber(number)
}

// opensNote says whether a note mark such as "[12]" starts at token i.
func opensNote(text string, tokens []Token, i int) bool {
	return i+1 < len(tokens) && text[tokens[i].Start:tokens[i].End] == "[" && isDigit(text[tokens[i+1].Start])
}

// beforeNotes gives the last token up to k, but not below first, that belongs
// to no note mark.
func beforeNotes(text string, tokens []Token, first, k int) int {
	const longest = 6 // tokens of one mark
	for text[tokens[k].Start:tokens[k].End] == "]" {
		open := k - 1
		for open > first && k-open < longest && text[tokens[open].Start] != '[' {
			open--
		}
		if open <= first || !opensNote(text, tokens, open) {
			break
		}
		k = open - 1
	}
	return k
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
	case "\"", "'", "’", "“":
		// These close when a space, or nothing, follows.
		return tokens[i].Glued && (i+1 == len(tokens) || !tokens[i+1].Glued || !isAlnum(text[tokens[i+1].Start:tokens[i+1].End]))
	}
	return false
}

func isQuote(s string) bool { return strings.ContainsAny(s, "\"“”'’»") }

func isDash(s string) bool { return strings.Trim(s, "-–—") == "" }

// hasUpper says whether a capital stands anywhere in s, as in "iPhone".
func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

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
