package browserkit_test

import (
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/queries"
	"github.com/entente-graph/entente/views/browserkit"
)

// asked is what a picture is told that has no default, in a graph of the samples and
// the annotated articles.
var asked = map[string]map[string]string{
	"actor":          {"actor": "United States"},
	"actor-changes":  {"actor": "United States", "since": "2000"},
	"between":        {"a": "United States", "b": "Russia"},
	"claims":         {"speaker": "United States"},
	"path":           {"from": "Estonia", "to": "Israel"},
	"relations":      {"actor": "United States"},
	"search":         {"text": "a"},
	"treaty-changes": {"treaty": "INF Treaty", "since": "2000"},
	"treaty-history": {"treaty": "INF Treaty"},
}

// In a bigger graph no picture has more nodes than Neo4j Browser draws, with as much
// as a query draws of itself.
func TestPictures(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Wipe(t)
	folders := []string{"../../samples/articles", "../../testdata/gold/dev/articles"}
	if testing.Short() {
		folders = folders[:1]
	}
	load(t, server, read(t, folders...))
	for _, q := range defaultQueries(t) {
		if q.Browser == "" {
			continue
		}
		text, err := browserkit.Fill(q, asked[q.Name])
		if err != nil {
			t.Fatal(err)
		}
		nodes, edges := map[string]bool{}, map[string]bool{}
		for _, row := range server.Run(t, text) {
			for _, value := range row {
				p, ok := value.(driver.Path)
				if !ok && value != nil {
					t.Fatalf("%s returns %T, and not only paths", q.Name, value)
				}
				for _, n := range p.Nodes {
					nodes[n.ElementId] = true
				}
				for _, r := range p.Relationships {
					edges[r.ElementId] = true
				}
			}
		}
		t.Logf("%s: %d nodes, %d relationships", q.Name, len(nodes), len(edges))
		if len(nodes) < 3 || len(edges) < 2 || len(nodes) > most {
			t.Errorf("%s has %d nodes and %d relationships", q.Name, len(nodes), len(edges))
		}
	}
}

// anything gives back what it is asked.
var anything = queries.Query{Name: "anything", Browser: "WITH $who AS who RETURN who\n", Params: []queries.Param{{Name: "who", Type: queries.Name}}}

// A value stays text, whatever is in it.
func TestLiteral(t *testing.T) {
	server := neo4jtest.Start(t)
	for _, want := range []string{`'`, `\`, `\'`, `\\u0027`, `\u0027 OR true //`, `a\`, "\\u", "line\nline\r\t\x00", "&#;", "é 日本 \u202e 😀", "$who", "`", `"`, "/* */ // --"} {
		text, err := browserkit.Fill(anything, map[string]string{"who": want})
		if err != nil {
			t.Fatal(err)
		}
		if got := server.Run(t, text)[0][0]; got != want {
			t.Errorf("%q became %q by\n%s", want, got, text)
		}
	}
}
