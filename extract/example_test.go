package extract_test

import (
	"fmt"
	"log"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/lexicon"
)

// One Extractor reads any number of articles, from several goroutines if need be.
func Example() {
	lex, err := lexicon.Default()
	if err != nil {
		log.Fatal(err)
	}
	ex, err := extract.New(lex)
	if err != nil {
		log.Fatal(err)
	}
	record := ex.Extract(entente.Article{
		ID:        "a1",
		Published: "2018-03-17",
		Text:      "Russia expelled 23 British diplomats on Saturday.",
	})
	for _, e := range record.Events {
		fmt.Println(e.Date, e.Actors, e.Type, e.Recipients, e.Status)
	}
	for _, c := range record.Claims {
		fmt.Println(c.Stance, record.Article.Text[c.Start:c.End])
	}
	// Output:
	// 2018-03-17 [country:ru] SANCTION [country:gb] occurred
	// asserts Russia expelled 23 British diplomats on Saturday.
}
