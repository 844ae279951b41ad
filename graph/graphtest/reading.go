package graphtest

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
)

func isConflict(err error) bool { return errors.Is(err, graph.ErrConflict) }

func readOnly(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	Load(t, s, records, 50)
	want := Export(t, s)
	for _, q := range []graph.Query{
		{Cypher: "MATCH (n:Actor) DETACH DELETE n", SQL: "DELETE FROM actor"},
		{Cypher: "MATCH (n:Actor) SET n.name = 'x' RETURN n.id", SQL: "UPDATE actor SET name = 'x' RETURNING id"},
		{Cypher: "CREATE (n:Actor {id: 'x'}) RETURN n.id", SQL: "INSERT INTO actor (id) VALUES ('country:x') RETURNING id"},
		{Cypher: "DROP CONSTRAINT Actor_id IF EXISTS", SQL: "DROP TABLE actor"},
		{Cypher: "CALL { MATCH (n:Actor) DETACH DELETE n } IN TRANSACTIONS", SQL: "SELECT 1; DELETE FROM actor"},
		{Cypher: "CREATE INDEX x FOR (n:Actor) ON (n.kind)", SQL: "PRAGMA query_only = 0; DELETE FROM actor"},
	} {
		if _, err := s.Query(t.Context(), q, nil); err == nil {
			t.Errorf("a query that writes isn't refused: %s, %s", q.Cypher, q.SQL)
		}
	}
	Same(t, "after queries that write", Export(t, s), want)
}

func query(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	Load(t, s, records, 50)
	q := graph.Query{
		Cypher: `MATCH (a:Actor {id: $id}) RETURN a.name AS name, a.aliases AS aliases, 1 AS one, 0.5 AS half,
			true AS yes, null AS missing, $n + 1 AS next, $list AS list, $text AS text ORDER BY name`,
		SQL: `SELECT a.name AS name, a.aliases AS "aliases[]", 1 AS one, 0.5 AS half,
			1 AS "yes?", NULL AS missing, $n + 1 AS next, $list AS "list[]", $text AS text FROM actor a WHERE a.id = $id`,
		Columns: []string{"name", "aliases", "one", "half", "yes", "missing", "next", "list", "text"},
	}
	text := "O'Brien \"x\" \\ \x00 ); DROP\u202e"
	params := map[string]any{"id": "country:ru", "n": int64(41), "list": []any{"a", int64(2)}, "text": text, "unused": "x"}
	rows, err := s.Query(t.Context(), q, params)
	if err != nil {
		t.Fatal(err)
	}
	want := []any{"Russia", []any{"Moscow"}, int64(1), 0.5, true, nil, int64(42), []any{"a", int64(2)}, text}
	if len(rows.Values) != 1 || !reflect.DeepEqual(rows.Values[0], want) || !reflect.DeepEqual(rows.Columns, q.Columns) {
		t.Errorf("got %#v, want %#v", rows, want)
	}
	q.Columns = []string{"name"}
	if _, err := s.Query(t.Context(), q, params); err == nil {
		t.Error("an answer with other columns than promised isn't refused")
	}
	bad := graph.Query{Cypher: "MATCH nonsense", SQL: "SELECT nonsense"}
	if _, err := s.Query(t.Context(), bad, nil); err == nil {
		t.Error("a query that is wrong gives no error")
	}
}

// hostile checks that text comes back as it went in, whatever it looks like.
func hostile(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	Load(t, s, records, 50)
	found := map[string]bool{}
	err := s.Scan(t.Context(), []string{graph.Article, graph.Claim}, func(e graph.Element) error {
		for _, p := range []string{"text", "quote"} {
			if v, ok := e.Props[p].(string); ok {
				found[e.ID+v] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if !found[r.Article.ID+r.Article.Text] {
			t.Errorf("text of %q isn't as it was loaded", r.Article.ID)
		}
		for _, c := range r.Claims {
			if !found[c.ID+c.Quote] {
				t.Errorf("quote of %q isn't as it was loaded", c.ID)
			}
		}
	}
	var hard entente.Record
	for _, r := range records {
		if strings.Contains(r.Article.ID, "DELETE") {
			hard = r
		}
	}
	if _, err := graph.Forget(t.Context(), s, []string{hard.Article.ID}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(Export(t, s), "DROP") {
		t.Error("forgetting the article with hostile text leaves some of it")
	}
}

func verify(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	Load(t, s, records, 9)
	check := func() []graph.Problem {
		problems, err := graph.Verify(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		return problems
	}
	if p := check(); len(p) > 0 {
		t.Errorf("a sound graph has problems: %v", p)
	}
	state, err := s.Read(t.Context(), graph.Keys{})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Apply(t.Context(), graph.Delta{From: state.Version, To: "spoilt",
		Delete: []graph.Key{{Kind: graph.Makes, Start: "article:a1", End: "claim:a1-1"}},
		Put: []graph.Element{
			{Key: graph.Key{Kind: graph.Claim, ID: "claim:a1-1"}, Props: map[string]any{"name": "x", "quote": "Not its words."}},
			{Key: graph.Key{Kind: graph.Place, ID: "place:nowhere"}, Props: map[string]any{"name": "Nowhere"}, New: true},
		}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, p := range check() {
		got[p.ID] = true
	}
	want := map[string]bool{"claim:a1-1": true, "place:nowhere": true, "article:a1 -> claim:a1-1": true}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("problems found at %v, want %v", got, want)
	}
}

func cancelled(t *testing.T, open func(*testing.T) graph.Store, records []entente.Record) {
	s := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := graph.Load(ctx, s, records); !errors.Is(err, context.Canceled) {
		t.Errorf("loading with a cancelled context gives %v", err)
	}
	if e := Export(t, s); e != "" {
		t.Error("a cancelled load left something")
	}
}
