package llm

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// finder finds quotes in a text, whatever their white space and quotation marks.
type finder struct {
	text  string
	bare  string // the text without white space and quotation marks
	start []int  // of each byte of bare, the byte in text of the letter it is of
}

func newFinder(text string) finder {
	f := finder{text: text}
	var b strings.Builder
	for i, r := range text {
		if aside(r) {
			continue
		}
		n := b.Len()
		b.WriteRune(r)
		for range b.Len() - n {
			f.start = append(f.start, i)
		}
	}
	f.bare = b.String()
	return f
}

// aside reports whether a character doesn't count when words are compared.
func aside(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Quotation_Mark, r) || r == '`' || r == '´' || unicode.Is(unicode.Cf, r)
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if aside(r) {
			return -1
		}
		return r
	}, s)
}

// find gives the span of text, in bytes, that has the quote's words: the first one
// within the bounds, else the first one, of whole words only. Where the text doesn't
// have them as they stand, a stop or an ellipsis at their ends doesn't count.
func (f finder) find(quote string, within [2]int) (span [2]int, ok bool) {
	want := bare(quote)
	if span, ok = f.words(want, within); !ok {
		span, ok = f.words(strings.Trim(want, ".…,;:"), within)
	}
	if ok {
		span = f.marked(span, strings.TrimSpace(quote))
	}
	return span, ok
}

// words finds words that white space and quotation marks were taken from.
func (f finder) words(want string, within [2]int) (span [2]int, ok bool) {
	if want == "" || !utf8.ValidString(want) {
		return span, false
	}
	for from := 0; ; {
		i := strings.Index(f.bare[from:], want)
		if i < 0 {
			return span, ok
		}
		i += from
		from = i + 1
		at := [2]int{f.start[i], f.end(i + len(want) - 1)}
		if !f.whole(at) {
			continue
		}
		if within[0] <= at[0] && at[1] <= within[1] {
			return at, true
		}
		if !ok {
			span, ok = at, true
		}
	}
}

// marked takes quotation marks at a span's ends into it, where the quote has them, too.
func (f finder) marked(span [2]int, quote string) [2]int {
	is := func(r rune) bool { return unicode.Is(unicode.Quotation_Mark, r) }
	first, _ := utf8.DecodeRuneInString(quote)
	last, _ := utf8.DecodeLastRuneInString(quote)
	if before, n := utf8.DecodeLastRuneInString(f.text[:span[0]]); is(first) && is(before) {
		span[0] -= n
	}
	if after, n := utf8.DecodeRuneInString(f.text[span[1]:]); is(last) && is(after) {
		span[1] += n
	}
	return span
}

// end is where the letter of byte i of bare ends in the text.
func (f finder) end(i int) int {
	_, n := utf8.DecodeRuneInString(f.text[f.start[i]:])
	return f.start[i] + n
}

// whole reports whether a span of the text begins and ends at words' ends.
func (f finder) whole(at [2]int) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:at[0]])
	first, _ := utf8.DecodeRuneInString(f.text[at[0]:])
	last, _ := utf8.DecodeLastRuneInString(f.text[:at[1]])
	after, _ := utf8.DecodeRuneInString(f.text[at[1]:])
	word := func(r rune) bool {
		return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
	}
	return !(word(before) && word(first)) && !(word(last) && word(after))
}
