package display

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRows prints any text in every way there is: a terminal acts on nothing of
// it, and programs read back what it was.
func FuzzRows(f *testing.F) {
	for _, s := range []string{"plain", "\x1b]0;title\a", "\u202eright\u2066", "\u009b31m", "=cmd|' /C calc'!A0", "a\tb\r\nc\n", "\xff\u2028\u200b", "\"quoted\",;", "北京 👩‍🚀\U000e0041", "-5", "\ufeff@x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, format := range []Format{Table, JSON, JSONL, CSV} {
			var b strings.Builder
			if err := Rows(&b, format, 60, []string{"a", "quote"}, [][]any{{s, []any{s, nil}}, {int64(1), s}}); err != nil {
				t.Fatal(err)
			}
			if i := strings.IndexFunc(b.String(), acts); i >= 0 {
				t.Errorf("%s: a terminal acts on %q", format, b.String()[i:])
			}
			if !utf8.ValidString(b.String()) {
				t.Errorf("%s: not UTF-8: %q", format, b.String())
			}
		}
		if c := Clean(s); Clean(c) != c || strings.Contains(c, "\n") {
			t.Errorf("Clean(%q) is %q, and again %q", s, c, Clean(c))
		}
		var b bytes.Buffer
		if _, err := CleanWriter(&b).Write([]byte(s)); err != nil || bytes.IndexFunc(b.Bytes(), acts) >= 0 {
			t.Errorf("CleanWriter of %q writes %q, %v", s, b.String(), err)
		}
		if utf8.ValidString(s) {
			readBack(t, s)
		}
	})
}

// acts reports whether a terminal does something else than showing r.
func acts(r rune) bool {
	return r != '\n' && r != '\t' && (r < ' ' || r == 0x7f || !shown(r))
}

func readBack(t *testing.T, s string) {
	text, err := Encode(s)
	var got string
	if err == nil {
		err = json.Unmarshal(text, &got)
	}
	if err != nil || got != s {
		t.Errorf("%q as JSON is %s, and read again %q, %v", s, text, got, err)
	}
	var b bytes.Buffer
	if err := writeCSV(&b, []string{"a"}, [][]any{{s}}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) > 2 {
		t.Errorf("%q as CSV is %q, %v", s, rows, err)
	}
}
