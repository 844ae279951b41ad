package sqlite_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/lexicon"
	"github.com/entente-graph/entente/queries"
)

// Two outlets tell of one expulsion; a canned question finds it with both.
func Example() {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "example")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	store, err := sqlite.Open(ctx, filepath.Join(folder, "graph.db"))
	if err != nil {
		log.Fatal(err)
	}
	defer store.Close()

	if _, err := graph.Load(ctx, store, records()); err != nil {
		log.Fatal(err)
	}
	all, err := queries.Default()
	if err != nil {
		log.Fatal(err)
	}
	q := all[slices.IndexFunc(all, func(q queries.Query) bool { return q.Name == "timeline" })]
	params := map[string]any{}
	for _, p := range q.Params {
		if params[p.Name], err = p.Parse(p.Default); err != nil {
			log.Fatal(err)
		}
	}
	params["actor"] = "moscow" // Parse gives names in lower case
	rows, err := store.Query(ctx, graph.Query{Cypher: q.Cypher, SQL: q.SQL, Columns: q.Columns}, params)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rows.Columns[:4])
	for _, row := range rows.Values {
		fmt.Println(row[:4])
	}
	// Output:
	// [date type actors targets]
	// [2018-03-17 SANCTION [Russia] [United Kingdom]]
}

// A question of one's own is given in both languages, or in that of the store.
func ExampleOpen() {
	ctx := context.Background()
	store, err := sqlite.OpenTemporary(ctx)
	if err != nil {
		log.Fatal(err)
	}
	defer store.Close()
	if _, err := graph.Load(ctx, store, records()); err != nil {
		log.Fatal(err)
	}
	rows, err := store.Query(ctx, graph.Query{
		Cypher: "MATCH (e:Event) WHERE e.articles >= $least RETURN e.name AS event",
		SQL:    "SELECT name AS event FROM event WHERE articles >= $least",
	}, map[string]any{"least": int64(2)})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rows.Values)
	// Output:
	// [[Russia expels diplomats of United Kingdom]]
}

// records is what extraction makes of two articles.
func records() []entente.Record {
	lex, err := lexicon.Default()
	if err != nil {
		log.Fatal(err)
	}
	ex, err := extract.New(lex)
	if err != nil {
		log.Fatal(err)
	}
	return []entente.Record{
		ex.Extract(entente.Article{ID: "a1", Outlet: "Meridian", Published: "2018-03-17",
			Text: "Russia expelled 23 British diplomats on Saturday."}),
		ex.Extract(entente.Article{ID: "a2", Outlet: "Harbour Post", Published: "2018-03-18",
			Text: "Moscow on Saturday expelled 23 diplomats of the United Kingdom."}),
	}
}
