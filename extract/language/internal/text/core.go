package text

import (
	"strings"
	"unicode/utf8"
)

// isURL says whether a chunk is an address on the web or of e-mail.
func isURL(s string) bool {
	if len(s) < 4 {
		return false
	}
	if strings.Contains(s, "://") || len(s) > 5 && strings.EqualFold(s[:4], "www.") {
		return true
	}
	if at := strings.IndexByte(s, '@'); at > 0 && strings.IndexByte(s[at:], '.') > 0 {
		return true
	}
	if dot := strings.LastIndexByte(s, '.'); dot > 0 && dot < len(s)-2 {
		host, _, _ := strings.Cut(s, "/")
		if dot = strings.LastIndexByte(host, '.'); dot > 0 {
			switch host[dot+1:] {
			case "com", "org", "net", "gov", "edu", "ru", "cn", "uk", "int", "html", "htm", "pdf", "info", "eu", "ua", "ir", "tv":
				return true
			}
		}
	}
	return false
}

// core cuts what is left of a chunk between its outer marks.
func core(out []Token, text string, start, end int) []Token {
	s := text[start:end]
	if len(s) == 0 {
		return out
	}
	if plain(s) {
		return clitics(out, text, start, end)
	}
	if isURL(s) {
		return add(out, start, end)
	}
	from := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		cut := 0
		switch {
		case i == from && i == 0:
		case r == '-' || r == '‑' || r == '‐':
			if strings.HasPrefix(s[i:], "--") {
				cut = run(s[i:], r, n)
			} else if i+n < len(s) && !hyphenStays(s[from:i], s[i+n:], s[from:]) {
				cut = n
			}
		case r == '—' || r == '–' || r == '…' || r == '“' || r == '”' || r == '"' || r == '(' || r == ')' || r == '[' || r == ']' || r == '|' || r == '>':
			cut = run(s[i:], r, n)
		case r == '.' && strings.HasPrefix(s[i:], ".."):
			cut = run(s[i:], r, n)
		case r == '.' && i+1 < len(s) && i-from > 2 && isUpper(s[i+1]) && lowerASCII(s[i-1]) && lowerASCII(s[i-2]) && !strings.Contains(s[from:i], "."):
			cut = 1 // "ended.The": a missing space
		case r == '/' && !(isDigit(s[i-1]) && i+1 < len(s) && isDigit(s[i+1])):
			cut = 1
		case (r == ',' || r == ';' || r == ':') && !(isDigit(s[i-1]) && i+1 < len(s) && isDigit(s[i+1])):
			cut = 1
		case (r == '?' || r == '!') && i+1 < len(s):
			cut = run(s[i:], r, n)
		case r == '$' || r == '€' || r == '£':
			if i+n < len(s) && isDigit(s[i+n]) { // US$5: the sign goes with the letters
				out = clitics(out, text, start+from, start+i+n)
				from = i + n
			}
		}
		if cut > 0 && i > 0 {
			out = clitics(out, text, start+from, start+i)
			out = add(out, start+i, start+i+cut)
			i += cut
			from = i
			continue
		}
		i += n
	}
	return clitics(out, text, start+from, end)
}

func lowerASCII(c byte) bool { return c >= 'a' && c <= 'z' }

// hyphenStays says whether the word before a hyphen and the word after it are
// one token; whole is the word from before on.
func hyphenStays(before, after, whole string) bool {
	if before == "" {
		return true
	}
	low := strings.ToLower(before)
	if words.prefixes[low] {
		return true
	}
	if len(whole) < 12 && words.oneHyphen[strings.ToLower(whole)] {
		return true
	}
	// Numbers of phones, models and the like stay whole: F-16, 713-853-3989.
	last, first := before[len(before)-1], after[0]
	if isDigit(last) && isDigit(first) {
		return strings.Count(whole, "-") > 1
	}
	return isUpper(last) && len(before) <= 3 && isDigit(first)
}

// isClitic says whether s is exactly a clitic: 's, n't and so on.
func isClitic(s string) bool { return cliticLen(s) == len(s) }

// cliticLen gives the length of the clitic that s ends with.
func cliticLen(s string) int {
	n := len(s)
	if n < 2 {
		return 0
	}
	quote := func(at int) int { // length of an apostrophe that ends at at
		if at >= 1 && s[at-1] == '\'' {
			return 1
		}
		if at >= 3 && s[at-3] == 0xe2 && s[at-2] == 0x80 && s[at-1] == 0x99 {
			return 3
		}
		return 0
	}
	switch c := s[n-1] | 0x20; c {
	case 's', 'm', 'd':
		if q := quote(n - 1); q > 0 {
			return q + 1
		}
	case 'e', 'l':
		if n > 2 && (c == 'l' && s[n-2]|0x20 == 'l' || c == 'e' && (s[n-2]|0x20 == 'r' || s[n-2]|0x20 == 'v')) {
			if q := quote(n - 2); q > 0 {
				return q + 2
			}
		}
	case 't':
		if q := quote(n - 1); q > 0 && n-1-q > 0 && s[n-2-q]|0x20 == 'n' {
			return q + 2
		}
	}
	return 0
}

// clitics cuts a word before its clitics, and a few contracted words.
func clitics(out []Token, text string, start, end int) []Token {
	s := text[start:end]
	if c := cliticLen(s); c > 0 && c < len(s) {
		out = clitics(out, text, start, end-c)
		return add(out, end-c, end)
	}
	cut := 0
	switch len(s) {
	case 5:
		if l := strings.ToLower(s); l == "gonna" || l == "gotta" || l == "wanna" {
			cut = 3
		}
	case 6:
		if strings.EqualFold(s, "cannot") {
			cut = 3
		}
	}
	if cut == 0 && len(s) > 2 && isDigit(s[0]) {
		k := 0
		for k < len(s) && (isDigit(s[k]) || s[k] == ':' || s[k] == '.') {
			k++
		}
		switch strings.ToLower(s[k:]) {
		case "am", "pm", "a.m.", "p.m.", "km", "kg", "bn", "mph", "%":
			cut = k
		}
	}
	if cut > 0 {
		return add(add(out, start, start+cut), start+cut, end)
	}
	return add(out, start, end)
}
