// Package text cuts plain English text into sentences and tokens by rules.
// Offsets count bytes.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// gap is what a line break means.
type gap uint8

const (
	noGap    gap = iota
	wrapGap      // the line goes on: the break is a space
	lineGap      // a new line of its own
	blockGap     // a blank line
)

type line struct {
	start, end int // without surrounding space
	width      int // runes, those it is indented by among them
	gap        gap // before it
}

// splitLines finds the non-blank lines of text and says what stands between
// them. A text whose blocks are wrapped at some width is joined up again;
// elsewhere each line stands alone unless it clearly goes on.
func splitLines(text string) []line {
	var lines []line
	blank := true
	for pos := 0; pos <= len(text); {
		end := len(text)
		if i := strings.IndexByte(text[pos:], '\n'); i >= 0 {
			end = pos + i
		}
		s, e := trimSpace(text, pos, end)
		if s < e {
			g := lineGap
			if blank {
				g = blockGap
			}
			lines = append(lines, line{s, e, utf8.RuneCountInString(text[pos:e]), g})
			blank = false
		} else {
			blank = true
		}
		pos = end + 1
	}
	width := 0
	blocks(lines, func(b []line) {
		if len(b) > 2 {
			width = max(width, wrapWidth(text, b))
		}
	})
	blocks(lines, func(b []line) {
		if len(b) < 2 {
			return
		}
		w := wrapWidth(text, b)
		if len(b) == 2 {
			w = 0
		}
		if w == 0 && width > 0 && widest(b) <= width {
			w = width
		}
		for i := 1; i < len(b); i++ {
			if goesOn(text, b[i-1], b[i], w) {
				b[i].gap = wrapGap
			}
		}
	})
	return lines
}

func trimSpace(text string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !isSpace(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !isSpace(r) {
			break
		}
		end -= n
	}
	return start, end
}

func blocks(lines []line, do func([]line)) {
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && lines[j].gap != blockGap {
			j++
		}
		do(lines[i:j])
		i = j
	}
}

func widest(b []line) (w int) {
	for _, l := range b {
		w = max(w, l.width)
	}
	return w
}

// wrapWidth gives the width at which a block was wrapped, 0 when it wasn't:
// most of its lines have no room for the first word of the next.
func wrapWidth(text string, b []line) int {
	w := widest(b)
	if w < 40 || w > 130 {
		return 0
	}
	full := 0
	for i := 1; i < len(b); i++ {
		if isFull(text, b[i-1], b[i], w) {
			full++
		}
	}
	if full*10 < (len(b)-1)*6 {
		return 0
	}
	return w
}

func isFull(text string, a, b line, width int) bool {
	word := text[b.start:b.end]
	if i := strings.IndexFunc(word, isSpace); i >= 0 {
		word = word[:i]
	}
	return a.width+1+utf8.RuneCountInString(word) > width
}

// goesOn says whether line b continues the sentence of line a.
func goesOn(text string, a, b line, width int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[a.start:a.end])
	first, _ := utf8.DecodeRuneInString(text[b.start:b.end])
	if width > 0 && isFull(text, a, b, width) {
		return !isBullet(first)
	}
	if endsSentence(text[a.start:a.end]) || last == ':' {
		return false
	}
	return a.width > 20 && (unicode.IsLower(first) || last == ',')
}

func isBullet(r rune) bool { return strings.ContainsRune("•·▪‣*►●", r) }

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’)]»")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…", r)
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xa0, 0x200b, 0xfeff, 0x2028, 0x2029:
		return true
	}
	return r > 0xff && unicode.IsSpace(r)
}
