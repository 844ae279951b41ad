package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"log"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/export"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/lexicon"
)

// A graph of one article, as a row an event.
func ExampleWrite() {
	ctx := context.Background()
	lex, err := lexicon.Default()
	if err != nil {
		log.Fatal(err)
	}
	ex, err := extract.New(lex)
	if err != nil {
		log.Fatal(err)
	}
	store, err := sqlite.OpenTemporary(ctx)
	if err != nil {
		log.Fatal(err)
	}
	defer store.Close()
	record := ex.Extract(entente.Article{ID: "a1", Published: "2018-03-17", Text: "Russia expelled 23 British diplomats on Saturday."})
	if _, err := graph.Load(ctx, store, []entente.Record{record}); err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if err := export.Write(ctx, store, export.CSV, &file); err != nil {
		log.Fatal(err)
	}
	rows, err := csv.NewReader(&file).ReadAll()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rows[0][0], "=", rows[1][0])
	fmt.Println(rows[0][1], "=", rows[1][1])
	// Output:
	// date = 2018-03-17
	// actor = Russia
}
