package loaders

import (
	"io/fs"
	"os"
	"path/filepath"
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
		again, err := c.article(p, "")
		if err != nil || again != a {
			t.Errorf("read again, it is %+v, was %+v", again, a)
		}
	})
}
