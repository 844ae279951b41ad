package loaders

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the text as it came.
type line struct {
	text   string // white space collapsed
	first  bool   // a blank line, or the start of the text, comes before it
	indent bool
	alone  bool // never joined to its neighbours
}

// longestAlone is the longest line, in bytes, that can be one of its own in
// hard-wrapped text.
const longestAlone = 160

// lines splits text into its lines that aren't blank. alone says which stand
// for themselves.
func lines(text string, alone func(string) bool) []line {
	var out []line
	blank := true
	for raw := range strings.SplitSeq(text, "\n") {
		t := strings.Join(strings.Fields(raw), " ")
		if t == "" {
			blank = true
			continue
		}
		indent := strings.HasPrefix(raw, "  ") || strings.HasPrefix(raw, "\t") || strings.HasPrefix(raw, "\u3000")
		out = append(out, line{text: t, first: blank, indent: indent, alone: len(t) <= longestAlone && alone(t)})
		blank = false
	}
	return out
}

// paragraphs brings hard-wrapped lines together: each paragraph becomes one
// line. Text that isn't hard-wrapped has one paragraph a line already.
func paragraphs(ls []line) []string {
	width, wrapped := wrapWidth(ls)
	hyphens := &hyphenation{lines: ls}
	var out []string
	var b []byte
	flush := func() {
		if len(b) > 0 {
			out = append(out, string(b))
			b = b[:0]
		}
	}
	for i, l := range ls {
		if i == 0 || !joins(ls[i-1], l, width, wrapped) {
			flush()
			b = append(b, l.text...)
			continue
		}
		prev := ls[i-1].text
		switch {
		case !endsInHyphen(prev):
			b = append(b, ' ')
		case hyphens.drop(prev, l.text):
			b = b[:len(b)-1]
		}
		b = append(b, l.text...)
	}
	flush()
	return out
}

// wrapWidth finds the width, in characters, that the text was wrapped to. Text
// is wrapped when most lines are so full that the next line's first word would
// not have fitted, and break off in mid-sentence.
func wrapWidth(ls []line) (width int, wrapped bool) {
	var lengths []int
	for i := 1; i < len(ls); i++ {
		if pair(ls[i-1], ls[i]) {
			lengths = append(lengths, utf8.RuneCountInString(ls[i-1].text))
		}
	}
	if len(lengths) < 2 {
		return 0, false
	}
	slices.Sort(lengths)
	width = lengths[len(lengths)*19/20]
	if width < 30 || width > 130 {
		return width, false
	}
	full, open, lower := 0, 0, 0
	for i := 1; i < len(ls); i++ {
		a, b := ls[i-1], ls[i]
		if !pair(a, b) || !fills(a, b, width) {
			continue
		}
		full++
		if !endsSentence(a.text) {
			open++
		}
		if startsLower(b.text) {
			lower++
		}
	}
	return width, full*10 >= len(lengths)*6 && open*2 > full && lower*5 >= full*2
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func pair(a, b line) bool { return !b.first && !a.alone && !b.alone }

func fills(a, b line, width int) bool {
	word, _, _ := strings.Cut(b.text, " ")
	return utf8.RuneCountInString(a.text)+1+utf8.RuneCountInString(word) > width
}

// joins reports whether line b carries on the paragraph of line a.
func joins(a, b line, width int, wrapped bool) bool {
	if !pair(a, b) || bulleted(b.text) || width > 130 {
		return false
	}
	n := utf8.RuneCountInString(a.text)
	if wrapped && !(b.indent && !a.indent) && (fills(a, b, width) || n*5 >= width*4 && !endsSentence(a.text)) {
		return true // who wraps by hand leaves a word's room here and there
	}
	return n >= 25 && startsLower(b.text) && !endsSentence(a.text)
}

// bulleted reports whether the line begins a list item.
func bulleted(s string) bool {
	for _, mark := range []string{"- ", "* ", "• ", "– ", "· ", "– "} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return s == "-" || s == "•" || s == "*"
}

func endsInHyphen(s string) bool {
	t := strings.TrimSuffix(s, "-")
	if t == s {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(t)
	return unicode.IsLetter(r)
}

// hyphenation tells a hyphen that a typesetter put at a line's end from one that
// belongs to the word, by how the text writes the word elsewhere.
type hyphenation struct {
	lines []line
	words map[string]bool
}

func (h *hyphenation) drop(a, b string) bool {
	if h.words == nil {
		h.words = map[string]bool{}
		for _, l := range h.lines {
			for w := range strings.FieldsFuncSeq(l.text, notInWord) {
				h.words[strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(w), "'s"), "’s")] = true
			}
		}
	}
	head := a[strings.LastIndexFunc(strings.TrimSuffix(a, "-"), notInWord)+1:]
	tail := b
	if i := strings.IndexFunc(b, notInWord); i >= 0 {
		tail = b[:i]
	}
	whole := strings.ToLower(strings.TrimSuffix(head, "-") + tail)
	return h.words[whole] && !h.words[strings.ToLower(head+tail)]
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' }

// endsSentence reports whether s ends in a full stop, a question or an
// exclamation mark, inside closing quotes and brackets or out.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…")
}

// prose reports whether a paragraph reads like part of an article's body and not
// like a heading, a link or a list item: it ends as sentences do, and is long
// enough for one.
func prose(s string) bool {
	if !endsSentence(s) {
		return false
	}
	n := words(s)
	if strings.HasSuffix(strings.TrimRight(s, "\"'”’»)] "), "?") {
		return n > 16
	}
	return n >= 7
}

// sentence reports whether a paragraph is written as a sentence, however short.
// Headlines and links end in no full stop.
func sentence(s string) bool {
	return prose(s) || words(s) >= 3 && strings.HasSuffix(strings.TrimRight(s, "\"'”’»)] "), ".") && !strings.HasSuffix(s, "...")
}

var (
	verb    = regexp.MustCompile(`\b(?:is|was|are|were|has|have|had|said|told|will|would|could|did)\b`)
	article = regexp.MustCompile(`(?i)\b(?:the|an?|its?|his|her|their)\b`)
)

// unfinished reports whether a paragraph without a full stop reads like a
// sentence all the same. Headlines do without articles or auxiliary verbs.
func unfinished(s string) bool {
	return words(s) >= 7 && verb.MatchString(s) && article.MatchString(s)
}

func words(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
