package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word or punctuation mark.
type Token struct {
	Start, End int32
	Glued      bool // no space stands before it
	gap        gap  // of the line break before it
}

const longestChunk = 1000

// tokenize cuts one line; tokens are appended to out.
func tokenize(out []Token, text string, l line) []Token {
	g := l.gap
	for pos := l.start; pos < l.end; {
		r, n := utf8.DecodeRuneInString(text[pos:l.end])
		if isSpace(r) {
			pos += n
			continue
		}
		end := pos
		for end < l.end {
			if text[end] < utf8.RuneSelf {
				if c := text[end]; c == ' ' || c >= '\t' && c <= '\r' {
					break
				}
				end++
			} else {
				r, n := utf8.DecodeRuneInString(text[end:l.end])
				if isSpace(r) {
					break
				}
				end += n
			}
			if end-pos >= longestChunk {
				break
			}
		}
		first := len(out)
		out = chunk(out, text, pos, end)
		for i := first; i < len(out); i++ {
			out[i].Glued = i > first || pos > l.start && first > 0 && int(out[first-1].End) == pos
		}
		if len(out) > first {
			out[first].gap = g
			g = noGap
		}
		pos = end
	}
	return out
}

func add(out []Token, start, end int) []Token {
	if start < end {
		out = append(out, Token{Start: int32(start), End: int32(end)})
	}
	return out
}

// chunk cuts a run without spaces: marks off both ends, then the core.
func chunk(out []Token, text string, start, end int) []Token {
	if plain(text[start:end]) {
		return clitics(out, text, start, end)
	}
	for start < end {
		if n := leading(text[start:end]); n > 0 {
			out = add(out, start, start+n)
			start += n
			continue
		}
		break
	}
	var tail [longestChunk]int32
	k := 0
	for start < end && k < len(tail) {
		n := trailing(text[start:end])
		if n == 0 || n == end-start && k == 0 && len(text[start:end]) == n {
			break
		}
		tail[k] = int32(end)
		k++
		end -= n
	}
	out = core(out, text, start, end)
	for k--; k >= 0; k-- {
		out = add(out, end, int(tail[k]))
		end = int(tail[k])
	}
	return out
}

// plain says whether a chunk is letters only: the common case.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// leading gives the length of the mark that s starts with, 0 when it starts
// with part of a word.
func leading(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.HasPrefix(s, "[...]"):
		return len("[...]")
	case strings.HasPrefix(s, "[…]"):
		return len("[…]")
	case r == '#' && len(s) > 1 && isDigit(s[1]):
		return n
	case strings.ContainsRune("\"“”„«»([{<>‹›…¡¿|~=†‡§¶", r) || isBullet(r):
		return run(s, r, n)
	case r == '.' && strings.HasPrefix(s, ".."), r == '-', r == '—', r == '–', r == '!', r == '?', r == ',', r == ';', r == ':', r == ')', r == ']':
		if r == '-' && len(s) > 1 && isDigit(s[1]) {
			return 0
		}
		return run(s, r, n)
	case r == '$' || r == '€' || r == '£' || r == '¥':
		return n
	case r == '\'' || r == '’' || r == '‘' || r == '`':
		rest := s[n:]
		if rest == "" {
			return n
		}
		if r == '‘' || r == '`' {
			if strings.HasPrefix(rest, string(r)) {
				return 2 * n
			}
			return n
		}
		if strings.HasPrefix(rest, string(r)) {
			return 2 * n
		}
		if isClitic(s) || isDigit(rest[0]) || rest == "em" || rest == "cause" {
			return 0
		}
		return n
	}
	return 0
}

// run gives the length of the repetition of r that s starts with, for signs
// that repeat into one mark.
func run(s string, r rune, n int) int {
	if !strings.ContainsRune(".-–—!?…*=~>", r) {
		return n
	}
	end := n
	for strings.HasPrefix(s[end:], string(r)) {
		end += n
	}
	return end
}

// trailing gives the length of the mark that s ends with, 0 when it ends with
// part of a word.
func trailing(s string) int {
	r, n := utf8.DecodeLastRuneInString(s)
	switch {
	case strings.ContainsRune("\"“”«»)]}>‹›,;:†‡§|", r):
		return n
	case r == '!' || r == '?' || r == '…' || r == '-' || r == '–' || r == '—' || r == '*' || r == '=' || r == '~':
		k := n
		for k < len(s) {
			q, m := utf8.DecodeLastRuneInString(s[:len(s)-k])
			if q != r && !(r == '!' || r == '?') || q != '!' && q != '?' && q != r {
				break
			}
			k += m
		}
		return k
	case r == '%' || r == '€' || r == '£':
		if len(s) > n {
			return n
		}
	case r == '\'' || r == '’' || r == '`':
		if strings.HasSuffix(s[:len(s)-n], string(r)) {
			return 2 * n
		}
		return n
	case r == '.':
		dots := len(s) - len(strings.TrimRight(s, "."))
		if dots > 1 {
			return dots
		}
		if keepsDot(s) {
			return 0
		}
		return 1
	}
	return 0
}

// keepsDot says whether the final full stop belongs to the word.
func keepsDot(s string) bool {
	if len(s) == 1 || len(s) > 12 {
		return len(s) == 1
	}
	if len(s) == 2 && isUpper(s[0]) {
		return true
	}
	inner := s[:len(s)-1]
	if strings.IndexByte(inner, '.') > 0 && !strings.Contains(inner, "..") {
		letters := true // U.S. or a.m.: single letters with stops
		for i := 0; i < len(inner); i++ {
			if i%2 == 1 && inner[i] != '.' || i%2 == 0 && !isLetter(inner[i]) {
				letters = false
			}
		}
		if letters {
			return true
		}
	}
	low := strings.ToLower(s)
	return (words.titles[low] || words.before[low] || words.others[low]) && !ambiguous(s, low)
}

// ambiguous marks abbreviations that are also plain words, so that their stop
// belongs to them only when capitalised.
func ambiguous(s, low string) bool {
	switch low {
	case "no.", "sat.", "sun.", "mar.", "may.", "art.", "gen.", "rep.", "fig.", "miss.", "mass.", "wash.", "ill.", "pa.", "la.", "ore.", "ark.", "mo.", "del.", "ind.", "fr.", "hon.", "est.", "ext.", "co.", "mt.", "nat.", "wed.", "fri.", "mon.", "sen.", "col.":
		return !isUpper(s[0])
	}
	return false
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// Words cuts a run of text without line breaks into tokens.
func Words(s string) []string {
	var out []string
	for _, t := range tokenize(nil, s, line{start: 0, end: len(s)}) {
		out = append(out, s[t.Start:t.End])
	}
	return out
}
