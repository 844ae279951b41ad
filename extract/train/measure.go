package main

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/eval"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/extract/internal/wordvec"
	"github.com/entente-graph/entente/lexicon"
)

// heldOut is one article in so many that measure keeps out of training.
const heldOut = 6

// measure learns from some of the articles and prints how the others are read, without and
// with what was learnt.
func measure(lex *lexicon.Lexicon, space wordvec.Space, all []extract.Annotated) error {
	var learnt, held []extract.Annotated
	for i, a := range all {
		if i%heldOut == heldOut-1 {
			held = append(held, a)
		} else {
			learnt = append(learnt, a)
		}
	}
	folder, err := os.MkdirTemp("", "entente-models")
	if err != nil {
		return fmt.Errorf("make a folder for models: %w", err)
	}
	defer os.RemoveAll(folder)
	if err := extract.Learn(lex, space, learnt, eval.Meet, folder); err != nil {
		return err
	}
	for _, with := range []struct {
		what   string
		models fs.FS
	}{{"rules alone", nil}, {"with models", os.DirFS(folder)}} {
		x, err := extract.Load(lex, with.models)
		if err != nil {
			return err
		}
		var records []entente.Record
		var gold eval.Gold
		for _, a := range held {
			records = append(records, x.Extract(a.Article))
			gold.Articles = append(gold.Articles, goldOf(a))
		}
		bait, made, lost := 0, 0, 0
		for i, a := range held {
			switch {
			case len(a.Events) == 0:
				bait++
				made += len(records[i].Events)
			case len(records[i].Events) == 0:
				lost++
			}
		}
		c := eval.Score(gold, records, eval.Options{}).Total
		fmt.Printf("%s: recall %.3f of %d events in %d articles, precision %.3f of %d; %d events in the %d that tell of none, none in %d that do\n", with.what,
			c.EventRecall.Value(), c.EventRecall.Of, len(held), c.EventPrecision.Value(), c.EventPrecision.Of, made, bait, lost)
		fmt.Printf("%s: %.3f of the dates of %d events found\n", with.what, c.Date.Value(), c.Date.Of)
	}
	return nil
}

// goldOf gives the marked events of an article as gold for scoring.
func goldOf(a extract.Annotated) eval.Article {
	g := eval.Article{File: a.Article.Path}
	for _, n := range slices.Sorted(maps.Keys(a.Events)) {
		e := a.Events[n]
		g.Events = append(g.Events, eval.Event{ID: fmt.Sprint(n), Types: e.Types, Actor: e.Actor, Recipient: e.Recipient, Status: e.Status, Date: e.Date})
	}
	return g
}
