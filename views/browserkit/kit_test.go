package browserkit_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-graph/entente/queries"
	"github.com/entente-graph/entente/views/browserkit"
)

// The kit in docs/browser, which docker-compose.yml serves, is what the program makes.
func TestCommitted(t *testing.T) {
	const mend = "make it anew: make kit"
	files := kit(t)
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join(committed, f.Name))
		if err != nil {
			t.Fatalf("%v; %s", err, mend)
		}
		if string(got) != string(f.Data) {
			t.Errorf("docs/browser/%s isn't what the program makes; %s", f.Name, mend)
		}
	}
	found, err := os.ReadDir(committed)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != len(files) {
		t.Errorf("docs/browser holds %d files, the kit %d; %s", len(found), len(files), mend)
	}
}

// Each query that has a picture is saved under a topic, and its values are in its
// first line, but for how much to draw.
func TestSaved(t *testing.T) {
	all := saved(t, named(t, kit(t), "queries.zip"))
	times := map[string]int{}
	for _, q := range all {
		times[q.name]++
		if len(q.title) > 32 {
			t.Errorf("%s: Neo4j Browser cuts the title %q", q.name, q.title)
		}
	}
	limit := regexp.MustCompile(`LIMIT \$limit`)
	for _, q := range defaultQueries(t) {
		if q.Browser == "" {
			continue
		}
		if times[q.Name] != 1 {
			t.Errorf("%s is saved %d times: name it in assets/topics.yaml once", q.Name, times[q.Name])
		}
		_, after, _ := strings.Cut(q.Browser, "\n")
		if strings.Contains(limit.ReplaceAllString(after, ""), "$") {
			t.Errorf("%s has a param outside of its first line and of LIMIT $limit", q.Name)
		}
		if !strings.Contains(q.Browser, "\nRETURN p") || !strings.Contains(q.Browser, "LIMIT") {
			t.Errorf("%s doesn't return paths, within a limit", q.Name)
		}
	}
}

// A user's own picture goes into the kit, too, with values to overwrite.
func TestOwnQuery(t *testing.T) {
	own := queries.Query{Name: "own", About: "Something else.", Browser: "WITH $who AS who, $since AS since\nMATCH p = (:Actor {name: who})--() RETURN p LIMIT $limit\n",
		Params: []queries.Param{{Name: "who", Type: queries.Name, Required: true}, {Name: "since", Type: queries.Date, Required: true}, {Name: "limit", Type: queries.Int, Default: "9"}}}
	files, err := browserkit.Files(append(defaultQueries(t), own, queries.Query{Name: "without-picture"}), "http://localhost:1")
	if err != nil {
		t.Fatal(err)
	}
	all := saved(t, named(t, files, "queries.zip"))
	want := savedQuery{"6 Your own", "own", "Something else.", "WITH '?' AS who, '2000' AS since\nMATCH p = (:Actor {name: who})--() RETURN p LIMIT 9\n"}
	if got := all[len(all)-1]; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// Neo4j Browser reads neither comments in a style nor a ":" in a value.
func TestStyle(t *testing.T) {
	style := string(named(t, kit(t), "style.grass"))
	line := regexp.MustCompile(`^((node|relationship)\.\w+ \{|  [a-z-]+: (#[0-9a-f]{6}|\d+px|"[^":;]*");|\})$`)
	for _, l := range strings.Split(strings.TrimSuffix(style, "\n"), "\n") {
		if !line.MatchString(l) {
			t.Errorf("%q", l)
		}
	}
	if strings.Index(style, "node.Actor") > strings.Index(style, "node.Person") {
		t.Error("the rule for Actor comes after one for Person, and wins")
	}
}

func TestFill(t *testing.T) {
	q := queries.Query{Name: "q", Browser: "WITH $who AS who, $since AS since RETURN $whose LIMIT $limit\n",
		Params: []queries.Param{{Name: "who", Type: queries.Name, Required: true}, {Name: "since", Type: queries.Date}, {Name: "limit", Type: queries.Int, Default: "50"}}}
	for _, c := range []struct {
		values map[string]string
		want   string
		err    string
	}{
		{map[string]string{"who": "Putin"}, "WITH 'Putin' AS who, '' AS since RETURN $whose LIMIT 50\n", ""},
		{nil, "WITH '' AS who, '' AS since RETURN $whose LIMIT 50\n", ""},
		{map[string]string{"who": `O'Brien' OR 1=1 //`, "since": "2020-09", "limit": "7"}, `WITH 'O\'Brien\' OR 1=1 //' AS who, '2020-09' AS since RETURN $whose LIMIT 7` + "\n", ""},
		{map[string]string{"who": "a\\b&c#d;e\nf\u202eg \u00e9"}, `WITH 'a\\b\u0026c\u0023d\u003be\u000af\u202eg é' AS who, '' AS since RETURN $whose LIMIT 50` + "\n", ""},
		{map[string]string{"who": "$since"}, "WITH '$since' AS who, '' AS since RETURN $whose LIMIT 50\n", ""},
		{map[string]string{"limit": "7 DETACH DELETE p"}, "", `query q: limit: "7 DETACH DELETE p" is no whole number`},
		{map[string]string{"limit": ""}, "", `query q: limit: "" is no whole number`},
		{map[string]string{"since": "' OR"}, "", `query q: since: "' OR" is no date: want 2020-09-25, 2020-09 or 2020`},
		{map[string]string{"whom": "x"}, "", "query q has no param whom"},
	} {
		got, err := browserkit.Fill(q, c.values)
		if got != c.want || (err == nil) != (c.err == "") || err != nil && err.Error() != c.err {
			t.Errorf("%q: %q, %v", c.values, got, err)
		}
	}
	if _, err := browserkit.Fill(queries.Query{Name: "bare"}, nil); err == nil {
		t.Error("a query without a picture was filled")
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct{ at, text, want string }{
		{"http://localhost:7474/browser/", "RETURN 1 + 1 // 50%", "http://localhost:7474/browser/?cmd=edit&arg=RETURN%201%20%2B%201%20%2F%2F%2050%25"},
		{"https://h/?dbms=bolt://h:1", "é", "https://h/?dbms=bolt://h:1&cmd=edit&arg=%C3%A9"},
		{"http://h/", "a & b", ""},
		{"http://h/", "a # b", ""},
		{"localhost:7474", "a", ""},
		{"javascript:alert(1)", "a", ""},
		{"http://h:port/", "a", ""},
	} {
		got, err := browserkit.Link(c.at, browserkit.Edit, c.text)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s %q: %q, %v", c.at, c.text, got, err)
		}
	}
}
