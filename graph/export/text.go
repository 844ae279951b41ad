package export

import (
	"strconv"
	"strings"
	"unicode"
)

// printable replaces the control characters of a text, line breaks and tabs
// apart, by U+FFFD: readers of CSV stop at a NUL, databases refuse it.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

var listEscaper = strings.NewReplacer(`\`, `\\`, `;`, `\;`)

// join makes one text of a list: parts are joined by "; ", and a ";" or "\" within
// a part gets a "\" before it, so that the list can be had back.
func join(parts []string) string {
	escaped := make([]string, len(parts))
	for i, p := range parts {
		escaped[i] = listEscaper.Replace(p)
	}
	return strings.Join(escaped, "; ")
}

// plain gives a property's value as text.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []string:
		return join(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}
