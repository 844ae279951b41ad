// Package display prints results: as tables for people, and as JSON, JSON lines
// or CSV for programs.
package display

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Clean makes text from outside safe for a terminal and puts it on one line:
// what could move the cursor, colour the screen or turn the direction of reading
// is replaced by something one can see, and runs of white space by one space.
func Clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		r, n = utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) && r != 0x85 { // NEL is a C1 control to terminals
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		writeVisible(&b, r)
	}
	return b.String()
}

// writeVisible writes r, or a picture of it when a terminal would act on it
// rather than show it.
func writeVisible(b *strings.Builder, r rune) {
	switch {
	case r < 0x20:
		b.WriteRune(0x2400 + r) // the control pictures: ␛ for escape
	case r == 0x7f:
		b.WriteRune('␡')
	case !shown(r):
		fmt.Fprintf(b, "<U+%04X>", r)
	default:
		b.WriteRune(r)
	}
}

// shown reports whether a terminal shows r as itself. C1 controls start escape
// sequences, bidirectional controls reorder what stands beside them, and tags
// and zero-width characters hide.
func shown(r rune) bool {
	switch {
	case r >= 0x80 && r < 0xa0,
		r == 0x061c, r == 0x180e, r == 0xfeff,
		r >= 0x200b && r <= 0x200f && r != 0x200d, // the joiner holds emoji together
		r >= 0x2028 && r <= 0x202e,
		r >= 0x2060 && r <= 0x206f,
		r >= 0xfff9 && r <= 0xfffb,
		r >= 0xe0000 && r <= 0xe007f:
		return false
	}
	return true
}

// escapeJSON replaces what a terminal would act on, within JSON text, by its
// \u escape: the value stays what it was.
func escapeJSON(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case r == 0x7f || !shown(r):
			for _, unit := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
		default:
			out = append(out, text[:n]...)
		}
		text = text[n:]
	}
	return out
}

// CleanWriter makes what is written to w safe for a terminal, line breaks and
// tabs apart. A write should hold whole characters.
func CleanWriter(w io.Writer) io.Writer { return cleaner{w} }

type cleaner struct{ w io.Writer }

func (c cleaner) Write(text []byte) (int, error) {
	if _, err := io.WriteString(c.w, cleanLines(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// cleanLines is Clean for text of several lines: line breaks and tabs stay.
func cleanLines(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r == '\n' || r == '\t' {
			b.WriteRune(r)
			continue
		}
		writeVisible(&b, r)
	}
	return b.String()
}
