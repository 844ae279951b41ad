package decisions

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
)

var (
	merge = graph.Decision{Verb: graph.Merge, Of: []graph.Subject{{ID: "person:jon-smith"}, {ID: "person:john-smith"}},
		Who: "ana", When: "2026-01-02", Why: "The ministry: \"both\", # see its site"}
	joined = graph.Decision{Verb: graph.Merge, Of: []graph.Subject{
		{Article: "article:a", Quote: "Russia said:\nno", Type: "REJECT"}, {Article: "article:b", Quote: "- Moscow refused"}}}
)

func TestAddAndRemove(t *testing.T) {
	file := filepath.Join(t.TempDir(), "decisions.yaml")
	if _, err := Read(file); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	for i, d := range []graph.Decision{merge, joined} {
		list, err := Add(file, d)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) != i+1 || !reflect.DeepEqual(list[i], d) {
			t.Errorf("added %+v, got %+v", d, list)
		}
	}
	commented := strings.Replace(string(content(t, file)), "- decide: merge\n", "# Asked the ministry.\n- decide: merge\n", 1)
	if err := os.WriteFile(file, []byte(commented), 0o600); err != nil {
		t.Fatal(err)
	}
	gone, left, err := Remove(file, joined.ID())
	if err != nil || !reflect.DeepEqual(gone, joined) || !reflect.DeepEqual(left, []graph.Decision{merge}) {
		t.Errorf("removed %+v, left %+v, %v", gone, left, err)
	}
	if s := string(content(t, file)); !strings.Contains(s, "# Asked the ministry.") || !strings.HasPrefix(s, "# Who is who") {
		t.Errorf("comments are lost: %s", s)
	}
	if _, _, err := Remove(file, joined.ID()); err == nil {
		t.Error("a decision that isn't there is removed")
	}
	if _, left, err = Remove(file, merge.ID()); err != nil || len(left) > 0 {
		t.Errorf("left %+v, %v", left, err)
	}
	if s := string(content(t, file)); !strings.HasPrefix(s, header) {
		t.Errorf("an emptied file begins %q", s)
	}
	if list, err := Read(file); err != nil || len(list) > 0 {
		t.Errorf("an empty file gives %+v, %v", list, err)
	}
	if list, err := Add(file, merge); err != nil || len(list) != 1 {
		t.Errorf("added to an emptied file: %+v, %v\n%s", list, err, content(t, file))
	}
	if _, err := Add(file, graph.Decision{Verb: graph.Apart, Of: merge.Of}); err == nil {
		t.Error("a decision at odds with another is added")
	}
}

func content(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestReadRefuses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"decide: merge", "cannot unmarshal"},
		{"- decide: marry\n  of: [person:a, person:b]", "unknown decision"},
		{"- decide: merge\n  of: [person:a]", "want two or more"},
		{"- decide: merge\n  of: [person:a, treaty:b]", "can't be one"},
		{"- decide: merge\n  of: [person:a, someone]", "is no id"},
		{"- decide: merge\n  of: [person:a, person:a]", "twice"},
		{"- decide: merge\n  of: [person:a, {article: article:b, quote: x}]", "can't be one"},
		{"- decide: merge\n  of: [{article: article:b, quote: x}, {article: article:b, words: x}]", "unknown key"},
		{"- decide: merge\n  of: [{article: article:b, quote: x}, {article: article:b}]", "a quote"},
		{"- decide: rename\n  of: [person:a]", "takes a name"},
		{"- decide: country\n  of: [person:a]\n  to: Germany", "ISO 3166"},
		{"- decide: country\n  of: [treaty:a]\n  to: DE", "about an actor"},
		{"- decide: ignore\n  of: [person:a]\n  because: no", "because"},
		{"- decide: merge\n  of: [person:a, person:b]\n- decide: apart\n  of: [person:b, person:a]", "apart"},
	} {
		file := filepath.Join(t.TempDir(), "decisions.yaml")
		if err := os.WriteFile(file, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(file); err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%q: error %v, want %q", test.text, err, test.want)
		}
	}
}
