package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/queries"
)

// evil is what terminals act on: a title set, colours, the direction of reading
// turned, a hidden tag, C1 controls.
const evil = "e\x1b]0;owned\a\x1b[31m\u202ev\u2066il\u009b2J\x7f\U000e0041"

// Whatever comes from outside, nothing is printed that a terminal acts on: texts
// and names in the graph, files' names, users' queries and lexicons, arguments.
func TestNothingPrintedMovesATerminal(t *testing.T) {
	folder := hostileFolder(t)
	t.Chdir(folder)
	db := "sqlite:" + evil + ".db"
	runs := [][]string{
		{"load", "--db", db, evil + ".txt", evil + ".html", evil + ".jsonl", evil, "*" + evil},
		{"extract", evil + ".txt"}, {"extract", "--explain", evil + ".txt", evil + ".jsonl"}, {"extract", "--format", "json", evil + ".jsonl"},
		{"stats", "--db", db}, {"verify", "--db", db}, {"forget", "--db", db, evil}, {"migrate", "--db", db}, {"diff", db, "sqlite:hostile.db"}, {"diff", "--format", "jsonl", "sqlite:hostile.db", db}, {"diff", evil + ".jsonl", db},
		{"push", "--db", "sqlite:hostile.db", "--to", db}, {"review", "--db", "sqlite:hostile.db", "--format", "csv"}, {"review", "--db", "sqlite:hostile.db"},
		{"decide", "--db", "sqlite:hostile.db", "--decisions", evil + ".yaml", "rename", "country:gb", evil}, {"decide", "--decisions", evil + ".yaml", "list"}, {"decide", "--db", "sqlite:hostile.db", "--decisions", evil + ".yaml", "apply"},
		{"decide", "--db", "sqlite:hostile.db", "merge", evil, "person:x"}, {"decide", "undo", evil}, {"lexicon", "check", "--lexicon", "lexicon" + evil}, {"lexicon", "check", "--lexicon", evil}, {"lexicon", "check", "--lexicon", evil + ".txt"},
		{"query", "--queries", "queries" + evil}, {"query", "--queries", "queries" + evil, "--help"}, {"query", "mine", "--queries", "queries" + evil, "--help"}, {"query", "mine", "--queries", "queries" + evil, "--show", "sql"},
		{"query", "mine", "--queries", "queries" + evil, "--db", "sqlite:hostile.db"}, {"query", "--queries", "broken" + evil}, {"query", "--queries", evil},
		{"query", evil}, {evil}, {"--" + evil}, {"stats", "--db", evil}, {"stats", "--db", "neo4j:" + evil}, {"stats", "--db", evil + ":x"}, {"stats", "--format", evil}, {"load", "--published", evil, "x"}, {"load", "--max-size", evil, "x"}, {"query", "years", "--since", evil, "--as-of", evil},
		{"eval", "--show", evil}, {"eval", evil},
	}
	all, err := queries.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		args := []string{"query", q.Name, "--db", "sqlite:hostile.db"}
		for _, p := range q.Params {
			switch {
			case p.Type == queries.Date && p.Required:
				args = append(args, "--"+p.Name, "1970")
			case p.Required:
				args = append(args, "--"+p.Name, "country:gb")
			case p.Name == "least":
				args = append(args, "--least", "1")
			}
		}
		for _, format := range []string{"table", "json", "jsonl", "csv"} {
			runs = append(runs, append(args[:len(args):len(args)], "--format", format))
		}
	}
	shown := false
	for _, args := range runs {
		var out, clean bytes.Buffer
		do(args, strings.NewReader("y\nq\n"), &out, &out)
		if _, err := display.CleanWriter(&clean).Write(out.Bytes()); err != nil {
			t.Fatal(err)
		}
		if out.Len() == 0 || clean.String() != out.String() {
			t.Errorf("%q prints %q", args, out.String())
		}
		shown = shown || strings.Contains(out.String(), "DROP TABLE")
	}
	if !shown {
		t.Error("the hostile record is in no answer")
	}
}

// hostileFolder makes a folder of files with evil names and content, and the graph
// hostile.db.
func hostileFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	header := "name: mine\nabout: What " + evil + "\nparam: p string - about " + evil + "\ncolumns: a\n"
	comment := func(mark string) string {
		return mark + " " + strings.ReplaceAll(strings.TrimSpace(header), "\n", "\n"+mark+" ") + "\n\n"
	}
	for name, text := range map[string]string{
		evil + ".txt":   "Russian President Vladimir Putin " + evil + " on Friday proposed an agreement with the United States, " + evil + ".",
		evil + ".html":  "<html><title>" + evil + "</title><p>",
		evil + ".jsonl": "{\"id\":\"" + `e\u001b[31m\u202e` + "\",\"title\":\"\\u009b\",\"text\":\"Russia attacked Ukraine on Friday, officials in Kyiv \\u001b]0;x\\u0007 said.\"}\n{\"" + evil + "\":1}\n{\"text\":\"x\",\"published\":\"" + `\u001b` + "\"}\n",
		filepath.Join("lexicon"+evil, "people-"+evil+".yaml"): "- id: \"x\\e[31m\"\n  name: \"\\e]0;x\\a\\u202e\"\n  terms: [{office: \"king\\e\", of: XX}]\n",
		filepath.Join("queries"+evil, "mine.cypher"):          comment("//") + "RETURN $p AS a // " + evil + "\n",
		filepath.Join("queries"+evil, "mine.sql"):             comment("--") + "SELECT name || :p AS a FROM actor -- " + evil + "\n",
		filepath.Join("broken"+evil, "x"+evil+".sql"):         "-- " + evil + ": " + evil + "\n-- param: " + evil + "\n",
	} {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := sqlite.Open(t.Context(), filepath.Join(folder, "hostile.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	graphtest.Load(t, s, graphtest.Records(t), 100)
	return folder
}
