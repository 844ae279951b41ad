package loaders

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente"
)

// FuzzRead holds what is true of every article, whatever the bytes and the
// format: valid text without control characters, and no text at all only when
// the input is refused.
func FuzzRead(f *testing.F) {
	err := filepath.WalkDir("testdata", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, wantSuffix) {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for format := plainText; format <= jsonLines; format++ {
			f.Add(data, uint8(format))
		}
		return nil
	})
	if err != nil {
		f.Fatal(err)
	}
	c, err := newCleaner()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte, n uint8) {
		var p page
		var err error
		if format := format(n % 4); format == jsonLines {
			p, err = readJSON(data)
		} else {
			p, err = read(format, data)
		}
		if err != nil {
			return
		}
		a, err := c.article(p, "")
		if err != nil {
			return
		}
		checkArticle(t, a)
		again, err := c.article(p, "")
		if err != nil || again != a {
			t.Errorf("read again, it is %+v, was %+v", again, a)
		}
	})
}

// FuzzReadStream reads any bytes as standard input, which may be JSON lines: each
// article is whole, each line of JSON lines is accounted for, and nothing ends
// without a word.
func FuzzReadStream(f *testing.F) {
	for _, s := range []string{
		"{\"text\":\"One.\"}\n{\"id\":7,\"text\":\"Two envoys met on Monday in Geneva.\"}\n\n{\"text\":3}\n", "{\n \"text\": \"Envoys met.\"\n}\n",
		"{\"a\":\n[{\"text\":\"x\"}]}", "\xff\xfe{\x00\"\x00", "{\"text\":\"\\ud800 \\u0000 x\"}\r\n{\"text\"", "<!doctype html><html><p>x", "{\"text\":\"a\",\"published\":2020}\x00\n{", "\n\n", strings.Repeat("{\"text\":[", 50),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		for a, err := range Read(t.Context(), []string{"-"}, Options{Stdin: bytes.NewReader(data), MaxSize: 1 << 12}) {
			n++
			var refused *Refused
			if err == nil {
				checkArticle(t, a)
			} else if !errors.As(err, &refused) || refused.Path == "" || refused.Reason == "" {
				t.Errorf("refused without a reason: %#v", err)
			}
		}
		if n == 0 {
			t.Error("neither an article nor a refusal")
		}
		if lines := bytes.Split(data, []byte("\n")); !slices.ContainsFunc(lines, func(l []byte) bool { return !json.Valid(l) || len(l) < 2 || l[0] != '{' || l[1] != '"' }) && n != len(lines) {
			t.Errorf("%d lines of JSON give %d articles and refusals", len(lines), n)
		}
	})
}

// checkArticle fails the test unless the article is plain, valid text.
func checkArticle(t *testing.T, a entente.Article) {
	t.Helper()
	for _, s := range []string{a.Text, a.Title, a.Outlet, a.URL, a.ID} {
		if !utf8.ValidString(s) {
			t.Errorf("not UTF-8: %q", s)
		}
		if i := strings.IndexFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }); i >= 0 {
			t.Errorf("a control character at byte %d of %q", i, s)
		}
	}
	if strings.TrimSpace(a.Text) != a.Text || a.Text == "" || strings.Contains(a.Title, "\n") {
		t.Errorf("text %q, title %q", a.Text, a.Title)
	}
	if d, err := entente.ParseDate(string(a.Published)); err != nil || d != a.Published {
		t.Errorf("published %q", a.Published)
	}
}
