package lexicon

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// folder makes a folder of files from their names and texts in turn.
func folder(namesAndTexts ...string) fs.FS {
	m := fstest.MapFS{}
	for i := 0; i < len(namesAndTexts); i += 2 {
		m[namesAndTexts[i]] = &fstest.MapFile{Data: []byte(namesAndTexts[i+1])}
	}
	return m
}

func TestOverlayReplacesWholeEntriesAndAddsNewOnes(t *testing.T) {
	l, err := stack([]fs.FS{
		folder("countries.yaml", "- {id: AA, name: Aland, aliases: [Old], region: Europe}\n- {id: CC, name: Cland, region: Asia}\n"),
		folder("countries-mine.yaml", "- {id: BB, name: Bland, region: Africa}\n"),
		folder("countries.yml", "- {id: AA, name: New Aland, region: Europe}\n"),
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range l.Countries {
		got = append(got, c.ID+" "+c.Name+" "+strings.Join(c.Aliases, "/"))
	}
	want := []string{"AA New Aland ", "BB Bland ", "CC Cland "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if problems := l.Check(); len(problems) > 0 {
		t.Errorf("an overlay is no duplicate: %v", problems)
	}
}

func TestOverlayOnTheDefault(t *testing.T) {
	dir := t.TempDir()
	text := "- id: moon-council\n  name: Moon Council\n  kind: intergovernmental\n- id: nato\n  name: Nordic Toy Owners\n  kind: ngo\n"
	if err := os.WriteFile(filepath.Join(dir, "organizations.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := Open(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if i := slices.IndexFunc(l.Organizations, func(o Organization) bool { return o.ID == "moon-council" }); i < 0 {
		t.Error("the new organisation is missing")
	}
	i := slices.IndexFunc(l.Organizations, func(o Organization) bool { return o.ID == "nato" })
	if o := l.Organizations[i]; o.Name != "Nordic Toy Owners" || len(o.Aliases) > 0 {
		t.Errorf("nato wasn't replaced as a whole: %+v", o)
	}
	if !slices.IsSortedFunc(l.Organizations, func(a, b Organization) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("not sorted by id")
	}
}

func TestReadingIsStrict(t *testing.T) {
	for _, test := range []struct{ about, file, text, want string }{
		{"unknown key", "people.yaml", "- id: jo\n  nmae: Jo\n", `people.yaml:2: unknown key "nmae" in a person`},
		{"unknown key within", "people.yaml", "- id: jo\n  terms:\n  - office: king\n    until: 1999\n", `people.yaml:4: unknown key "until" in a term`},
		{"unknown kind", "ships.yaml", "[]", `ships.yaml: no kind of lexicon file begins with "ships"`},
		{"not a list", "offices.yaml", "id: king\n", "offices.yaml:1: "},
		{"key twice", "offices.yaml", "- id: king\n  id: queen\n", "offices.yaml:2: "},
		{"bad indent", "offices.yaml", "- id: king\n   role: king\n", "offices.yaml:2: "},
		{"word for a number", "treaties.yaml", "- id: pact\n  year: soon\n", "treaties.yaml:2: "},
		{"second document", "offices.yaml", "- id: king\n---\n- id: queen\n", "offices.yaml:2: a second YAML document"},
		{"open list", "offices.yaml", "- id: king\n  names: [king, ruler\n", "offices.yaml:"},
		{"no YAML at all", "offices.yaml", "\x00\x01", "offices.yaml"},
	} {
		_, err := stack([]fs.FS{folder(test.file, test.text)})
		if err == nil {
			t.Errorf("%s: no error", test.about)
		} else if !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %q, want %q in it", test.about, err, test.want)
		}
	}
}

func TestFoldersWithoutLexiconAreRefused(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "nowhere")} {
		if _, err := Open(os.DirFS(dir)); err == nil {
			t.Errorf("%s: no error", dir)
		}
	}
}

func TestEmptyFilesAreFine(t *testing.T) {
	if _, err := stack([]fs.FS{folder("people.yaml", "", "offices.yaml", "# none yet\n", "treaties.yaml", "[]\n", "README.md", "not ours")}); err != nil {
		t.Error(err)
	}
}
