package queries

import (
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// folder makes a file system of an archive's files.
func folder(a *txtar.Archive) fs.FS {
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// Each archive in testdata/refused begins with the faults that its files have.
func TestRefused(t *testing.T) {
	paths, err := filepath.Glob("testdata/refused/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no archives", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read(folder(a))
			if err == nil {
				t.Fatalf("no error, and the queries %+v", got)
			}
			if want := strings.TrimSpace(string(a.Comment)); err.Error() != want {
				t.Errorf("got:\n%v\nwant:\n%s", err, want)
			}
		})
	}
}

func TestRead(t *testing.T) {
	got, err := Read(folder(txtar.Parse([]byte(`
-- notes.md --
Not a query.
-- deeper/other.cypher --
Not read.
-- who-did.sql --
-- name: who-did
-- about: Who did it: one line.
-- param: who    string  required  a name
-- param: limit  int     50        rows at most
-- columns: id, name

-- A remark.
SELECT id, name FROM actor WHERE name = :who LIMIT :limit
-- who-did.cypher --
// name: who-did
// about: Who did it: one line.
// param: who string required a name
// param: limit int 50 rows at most
// columns: id, name
MATCH (a:Actor {name: $who}) RETURN a.id AS id, a.name AS name LIMIT $limit
-- who-did.browser.cypher --
// name: who-did
// about: Who did it: one line.
// param: who string required a name
// param: limit int 50 rows at most
MATCH p = (:Actor {name: $who})--() RETURN p LIMIT $limit
`))))
	if err != nil {
		t.Fatal(err)
	}
	want := []Query{{
		Name:  "who-did",
		About: "Who did it: one line.",
		Params: []Param{
			{Name: "who", Type: String, Required: true, About: "a name"},
			{Name: "limit", Type: Int, Default: "50", About: "rows at most"},
		},
		Columns: []string{"id", "name"},
		Cypher:  "MATCH (a:Actor {name: $who}) RETURN a.id AS id, a.name AS name LIMIT $limit\n",
		SQL:     "-- A remark.\nSELECT id, name FROM actor WHERE name = :who LIMIT :limit\n",
		Browser: "MATCH p = (:Actor {name: $who})--() RETURN p LIMIT $limit\n",
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		param Param
		text  string
		want  any
		err   string
	}{
		{Param{Name: "who", Type: String}, "NATO", "NATO", ""},
		{Param{Name: "who", Type: String}, "", "", ""},
		{Param{Name: "who", Type: String, Required: true, About: "a name"}, "", nil, "who must not be empty: a name"},
		{Param{Name: "limit", Type: Int}, "12", int64(12), ""},
		{Param{Name: "limit", Type: Int}, "", nil, `limit: "" is no whole number`},
		{Param{Name: "since", Type: Date}, "2020-09", "2020-09", ""},
		{Param{Name: "since", Type: Date}, "", "", ""},
		{Param{Name: "since", Type: Date}, "2020-13", nil, `since: "2020-13" is no date: want 2020-09-25, 2020-09 or 2020`},
	} {
		got, err := c.param.Parse(c.text)
		if got != c.want || (err == nil) != (c.err == "") || err != nil && err.Error() != c.err {
			t.Errorf("%v.Parse(%q) = %v, %v", c.param, c.text, got, err)
		}
	}
}

func TestMerge(t *testing.T) {
	base := []Query{{Name: "a", About: "base"}, {Name: "c", About: "base"}}
	more := []Query{{Name: "c", About: "more"}, {Name: "b", About: "more"}}
	want := []Query{{Name: "a", About: "base"}, {Name: "b", About: "more"}, {Name: "c", About: "more"}}
	if got := Merge(base, more); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}
