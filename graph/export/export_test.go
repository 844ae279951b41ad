package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/export"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

// The programs that a format is meant for read what the graph holds.
func TestReaders(t *testing.T) {
	python := python(t)
	s := loaded(t)
	dir := t.TempDir()
	for name, f := range map[string]export.Format{"graph.jsonl": export.JSONL, "graph.graphml": export.GraphML,
		"events.csv": export.CSV, "entities.ftm.json": export.FTM} {
		write(t, s, f, filepath.Join(dir, name))
	}
	if output, err := python("testdata/readers.py", dir).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, output)
	} else {
		t.Logf("%s", output)
	}
}

// neo4j-admin makes a database of the folder, which the program goes on using as
// if it had loaded the articles itself.
func TestNeo4jCSV(t *testing.T) {
	file := loaded(t)
	decide(t, file)
	long := strings.Repeat("A \"long\" text.\n", 300_000) // more than the importer's buffer holds
	graphtest.Load(t, file, []entente.Record{{Article: entente.Article{ID: "article:long", Title: "Long", Text: long}}}, 1)
	dir := t.TempDir()
	if err := export.WriteFolder(t.Context(), file, dir); err != nil {
		t.Fatal(err)
	}
	server := neo4jtest.Imported(t, dir, "@"+export.ImportArgs)
	server.Shell(t, filepath.Join(dir, export.SchemaFile))
	s := open(t, server)
	graphtest.Same(t, "imported", graphtest.Export(t, s), graphtest.Export(t, file))

	for _, f := range export.Formats() {
		if !f.Folder() {
			graphtest.Same(t, "from either store, "+string(f), written(t, s, f), written(t, file, f))
		}
	}
	again := t.TempDir()
	if err := export.WriteFolder(t.Context(), s, again); err != nil {
		t.Fatal(err)
	}
	sameFiles(t, again, dir)

	more := graphtest.Generate(6, 60)
	for i := range more { // some of the articles that are there are other ones now
		more[i].Article.Title += " again"
	}
	graphtest.Load(t, file, more, 20)
	graphtest.Load(t, s, more, 20)
	graphtest.Same(t, "loaded into what was imported", graphtest.Export(t, s), graphtest.Export(t, file))
	if problems, err := graph.Verify(t.Context(), s); err != nil || len(problems) > 0 {
		t.Errorf("verify: %v, %v", problems, err)
	}
}

// The script makes the same graph, and run again it changes nothing.
func TestCypher(t *testing.T) {
	file := loaded(t)
	script := filepath.Join(t.TempDir(), "graph.cypher")
	write(t, file, export.Cypher, script)
	server := neo4jtest.Start(t)
	server.Wipe(t)
	defer server.Wipe(t)
	for range 2 {
		server.Shell(t, script)
		graphtest.Same(t, "run as a script", graphtest.Export(t, open(t, server)), graphtest.Export(t, file))
	}
}

func TestEmpty(t *testing.T) {
	s := empty(t)
	for _, f := range export.Formats() {
		if f.Folder() {
			if err := export.WriteFolder(t.Context(), s, t.TempDir()); err != nil {
				t.Error(err)
			}
			continue
		}
		written(t, s, f)
	}
}

// What was read while somebody wrote is no graph that ever was.
func TestChanged(t *testing.T) {
	var b bytes.Buffer
	err := export.Write(t.Context(), &busy{Store: loaded(t)}, export.CSV, &b)
	if !errors.Is(err, graph.ErrConflict) {
		t.Errorf("the error is %v", err)
	}
}

// busy is a store that is written to all the time.
type busy struct {
	graph.Store
	reads int
}

func (b *busy) Read(ctx context.Context, keys graph.Keys) (graph.State, error) {
	state, err := b.Store.Read(ctx, keys)
	b.reads++
	state.Version = fmt.Sprint(state.Version, b.reads)
	return state, err
}

// records are those of graphtest, and one article in which everybody and
// everything is called by a text that some format could stumble over.
func records(t testing.TB) []entente.Record {
	t.Helper()
	b, err := os.ReadFile("testdata/nasty.json")
	if err != nil {
		t.Fatal(err)
	}
	var nasty []string
	if err := json.Unmarshal(b, &nasty); err != nil {
		t.Fatal(err)
	}
	r := entente.Record{Article: entente.Article{ID: "person:article; \"%\" \x00", Title: strings.Join(nasty, " "),
		Outlet: nasty[0], URL: "javascript:alert(1)", Path: "=cmd|' /C calc'!A0", Published: "2021-05-01", Language: "en"}}
	for i, s := range nasty {
		id := fmt.Sprintf("claim:nasty %d %s", i, s)
		r.Actors = append(r.Actors, entente.Actor{ID: "person:" + s, Name: s, Kind: entente.Person, Aliases: nasty[i:]})
		r.Treaties = append(r.Treaties, entente.Treaty{ID: "treaty:" + s, Name: s, Aliases: nasty[:i], Parties: []string{"person:" + s}})
		r.Places = append(r.Places, entente.Place{ID: "place:" + s, Name: s, Latitude: 1, Longitude: -1e-7})
		event := entente.Event{ID: s, Type: entente.Accuse, Mode: s, Contexts: nasty, Status: entente.Occurred, Place: "place:" + s,
			Date: entente.Date(fmt.Sprintf("%d", 1900+i)), Actors: []string{"person:" + s}, Treaties: []string{"treaty:" + s}, Claims: []string{id}}
		if i > 0 {
			event.Recipients = []string{"person:" + nasty[i-1], "person:" + nasty[0]}[:min(i, 2)]
			r.Actors[i].Affiliations = []entente.Affiliation{{Actor: "person:" + nasty[i-1], Role: s}}
		}
		r.Events = append(r.Events, event)
		start := len(r.Article.Text)
		r.Article.Text += s + "\n"
		r.Claims = append(r.Claims, entente.Claim{ID: id, Event: s, Speaker: "person:" + s, Stance: entente.Asserts, Quote: s,
			Start: start, End: start + len(s), Sentence: [2]int{start, start + len(s)}, Confidence: 1, Rule: s})
	}
	return append(append(graphtest.Records(t), graphtest.Generate(5, 120)...), r, world(t))
}

// world is an article on all countries of the lexicon.
func world(t testing.TB) entente.Record {
	t.Helper()
	countries, err := os.ReadFile("../../lexicon/data/countries.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r := entente.Record{Article: entente.Article{ID: "article:world", Title: "The world", URL: "https://example.org/world?a=1"}}
	for _, m := range regexp.MustCompile(`(?m)^- id: ([A-Z]{2})$`).FindAllSubmatch(countries, -1) {
		code := string(m[1])
		r.Actors = append(r.Actors, entente.Actor{ID: "country:" + strings.ToLower(code), Name: "State of " + code, Kind: entente.Country, Country: code})
	}
	if len(r.Actors) < 190 {
		t.Fatalf("the lexicon has %d countries", len(r.Actors))
	}
	return r
}

func empty(t testing.TB) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// loaded is a file with all records.
func loaded(t testing.TB) graph.Store {
	t.Helper()
	s := empty(t)
	graphtest.Load(t, s, records(t), 100)
	return s
}

// decide gives the store a decision to keep.
func decide(t testing.TB, s graph.Store) {
	t.Helper()
	_, err := graph.Decide(t.Context(), s, []graph.Decision{{Verb: graph.Rename, Of: []graph.Subject{{ID: "country:gb"}}, To: "Britain; \"GB\"", Who: "a\nb", When: "2021-01-01"}})
	if err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, server neo4jtest.Server) graph.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), neo4j.Config{URL: server.URL, Username: server.Username, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func written(t testing.TB, s graph.Store, f export.Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(t.Context(), s, f, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func write(t testing.TB, s graph.Store, f export.Format, name string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(written(t, s, f)), 0o666); err != nil {
		t.Fatal(err)
	}
}

// sameFiles fails the test unless two folders hold the same.
func sameFiles(t testing.TB, got, want string) {
	t.Helper()
	files, err := os.ReadDir(want)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		a, err := os.ReadFile(filepath.Join(want, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(got, f.Name()))
		if err != nil {
			if f.Name() == "import.report" {
				continue // of the importer
			}
			t.Fatal(err)
		}
		graphtest.Same(t, f.Name(), string(b), string(a))
	}
}
