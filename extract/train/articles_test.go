package main

import (
	"testing"

	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/lexicon"
)

// The annotated articles can be read, and some of them be extracted from: they are the
// most varied text there is here.
func TestArticles(t *testing.T) {
	all, err := readArticles()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	const oneIn = 5
	bait, events := 0, 0
	for i, a := range all {
		if len(a.Events) == 0 {
			bait++
		}
		if i%oneIn != 0 {
			continue
		}
		for _, e := range x.Extract(a.Article).Events {
			if len(e.Claims) == 0 {
				t.Errorf("%s: event %s has no claim", a.Article.Path, e.ID)
			}
			events++
		}
	}
	if bait*8 < len(all) {
		t.Errorf("%d of %d articles tell of no event: too few to learn from", bait, len(all))
	}
	if events < len(all) {
		t.Errorf("%d events in one of %d articles", events, oneIn)
	}
}
