package loaders

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
)

const report = "The envoys met on Monday and talked for three hours about the border.\n"

// tree makes files of the names and contents given in a new folder and changes
// to it. A name that ends in "/" is a folder, and "->" in a content makes a
// symbolic link.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, link := strings.CutPrefix(content, "->"); link {
			err = os.Symlink(target, name)
		} else if strings.HasSuffix(name, "/") {
			err = os.MkdirAll(name, 0o755)
		} else {
			err = os.WriteFile(name, []byte(content), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadPaths(t *testing.T) {
	tests := []struct {
		name    string
		files   map[string]string
		paths   []string
		opts    Options
		want    []string // paths of the articles
		refused []string
	}{
		{
			name:  "a folder is walked in sorted order",
			files: map[string]string{"d/b.txt": report, "d/a.md": report, "d/c/x.txt": report, "d/.hidden.txt": report, "d/pic.png": "\x89PNG", "d/notes": report},
			paths: []string{"d"},
			want:  []string{"d/a.md", "d/b.txt", "d/c/x.txt", "d/notes"},
		},
		{
			name:  "no file is read twice",
			files: map[string]string{"d/a.txt": report, "d/link.txt": "->a.txt"},
			paths: []string{"d/a.txt", "d", "./d/a.txt"},
			want:  []string{"d/a.txt"},
		},
		{
			name:  "a glob takes what it matches, whatever the extension",
			files: map[string]string{"a.txt": report, "b.txt": report, "c.note": report},
			paths: []string{"?.note", "[ab].txt"},
			want:  []string{"c.note", "a.txt", "b.txt"},
		},
		{
			name:  "a name with glob characters is that file",
			files: map[string]string{"a[1].txt": report},
			paths: []string{"a[1].txt"},
			want:  []string{"a[1].txt"},
		},
		{
			name:    "bad inputs are refused by name, the rest goes on",
			files:   map[string]string{"empty.txt": "", "good.txt": report, "big.txt": strings.Repeat(report, 20)},
			paths:   []string{"none.txt", "*.pdf", "empty.txt", "big.txt", "good.txt", "[.txt"},
			opts:    Options{MaxSize: 1024},
			want:    []string{"good.txt"},
			refused: []string{"none.txt: open: no such file or folder", "*.pdf: no file matches this pattern", "empty.txt: the file is empty", "big.txt: larger than 1 KiB: raise --max-size to read it", "[.txt: read the pattern: syntax error in pattern"},
		},
		{
			name:    "a folder without articles",
			files:   map[string]string{"d/x.png": "\x89PNG", "d/e/": ""},
			paths:   []string{"d"},
			refused: []string{"d: no articles in this folder: it has no .txt, .text, .md, .markdown, .html, .htm, .xhtml, .json, .jsonl or .ndjson file"},
		},
		{
			name:    "symbolic links that loop",
			files:   map[string]string{"d/a.txt": report, "d/up": "->../d", "loop": "->loop", "d/z.txt": "->gone.txt"},
			paths:   []string{"d", "loop"},
			want:    []string{"d/a.txt"},
			refused: []string{"d/up: a symbolic link that leads back to a folder it lies in", "d/z.txt: follow the symbolic link: no such file or folder", "loop: open: a symbolic link that leads back to itself"},
		},
		{
			name:    "JSON that is no article is passed over in a folder, not when it is named",
			files:   map[string]string{"d/a.json": `{"text":"They met on Monday."}`, "d/package.json": "{\n \"name\": \"x\"\n}", "d/list.json": "[1, 2]"},
			paths:   []string{"d", "d/package.json"},
			want:    []string{"d/a.json:1"},
			refused: nil,
		},
		{
			name:    "a line of JSON over the size allowed",
			files:   map[string]string{"a.jsonl": `{"text":"One."}` + "\n" + `{"text":"` + strings.Repeat("x", 200000) + `"}` + "\n" + `{"text":"Three."}`},
			paths:   []string{"a.jsonl"},
			opts:    Options{MaxSize: 100000},
			want:    []string{"a.jsonl:1", "a.jsonl:3"},
			refused: []string{"a.jsonl:2: larger than 100000 bytes: raise --max-size to read it"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tree(t, test.files)
			got := readAllOf(t, test.opts, test.paths...)
			var paths []string
			for _, a := range got.Articles {
				paths = append(paths, a.Path)
				if a.ID == "" || a.Text == "" {
					t.Errorf("%s: no id or no text: %+v", a.Path, a)
				}
			}
			if !slices.Equal(paths, test.want) {
				t.Errorf("articles %q, want %q", paths, test.want)
			}
			if !slices.Equal(got.Refused, test.refused) {
				t.Errorf("refused %q, want %q", got.Refused, test.refused)
			}
		})
	}
}

func TestStandardInput(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string // id of each article, or how its text begins
		refused  []string
	}{
		{"plain text", report, []string{"The envoys"}, nil},
		{"JSON lines", `{"id":"a","text":"One."}` + "\n" + `{"id":"b","text":"Two."}`, []string{"a", "b"}, nil},
		{"a broken line", `{"id":"a","text":"One."}` + "\n{\n", []string{"a"}, []string{"standard input:2: broken JSON: unexpected end of JSON input"}},
		{"a web page", "<!DOCTYPE html><html><body><p>" + report + "</p></body></html>", []string{"The envoys"}, nil},
		{"text that begins with a brace", "{sic} the envoys met on Monday and talked for three hours.", []string{"{sic} the "}, nil},
		{"nothing", "", nil, []string{"standard input: the file is empty"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := readAllOf(t, Options{Stdin: strings.NewReader(test.in)}, "-")
			var found []string
			for _, a := range got.Articles {
				if strings.HasPrefix(a.ID, "article:") {
					found = append(found, a.Text[:10])
				} else {
					found = append(found, a.ID)
				}
				if a.Path != "" {
					t.Errorf("path %q, want none", a.Path)
				}
			}
			if !slices.Equal(found, test.want) || !slices.Equal(got.Refused, test.refused) {
				t.Errorf("got %q, refused %q; want %q, refused %q", found, got.Refused, test.want, test.refused)
			}
		})
	}
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root can read everything")
	}
	tree(t, map[string]string{"d/a.txt": report, "d/b.txt": report})
	if err := os.Chmod("d/a.txt", 0); err != nil {
		t.Fatal(err)
	}
	got := readAllOf(t, Options{}, "d")
	if len(got.Articles) != 1 || !slices.Equal(got.Refused, []string{"d/a.txt: open: no permission to read it"}) {
		t.Errorf("got %+v", got)
	}
}

func TestRefusedCarriesItsCause(t *testing.T) {
	for _, err := range Read(context.Background(), []string{"does-not-exist"}, Options{}) {
		var r *Refused
		if !errors.As(err, &r) || r.Path != "does-not-exist" || !errors.Is(err, os.ErrNotExist) {
			t.Errorf("got %#v, want a *Refused of os.ErrNotExist", err)
		}
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	tree(t, map[string]string{"a.txt": report, "b.txt": report, "c.txt": report})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var errs []error
	n := 0
	for _, err := range Read(ctx, []string{"."}, Options{}) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		n++
		cancel()
	}
	if n != 1 || len(errs) != 1 || !errors.Is(errs[0], context.Canceled) {
		t.Errorf("%d articles, errors %v; want one article and one context.Canceled", n, errs)
	}
}

func TestPublishedIsAFallback(t *testing.T) {
	tests := []struct {
		text     string
		fallback entente.Date
		want     entente.Date
	}{
		{report, "2019-03-05", "2019-03-05"},
		{report, "", ""},
		{"GENEVA, March 3, 2018 (AFP) - " + report, "2019-03-05", "2018-03-03"},
		{"GENEVA, March 3 (AFP) - " + report, "2019", "2019-03-03"},
		{"GENEVA, March 3 (AFP) - " + report, "", ""},
		{"GENEVA, March 3 (AFP) - " + report, "2019-03-05", "2019-03-05"},
	}
	for _, test := range tests {
		got := readAllOf(t, Options{Published: test.fallback, Stdin: strings.NewReader(test.text)}, "-")
		if len(got.Articles) != 1 || got.Articles[0].Published != test.want {
			t.Errorf("%q with %q: got %+v, want %q", test.text, test.fallback, got, test.want)
		}
	}
}
