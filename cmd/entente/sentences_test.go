package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/eval"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/lexicon"
)

// TestSentences reads the sentences of testdata/gold/sentences: the least that a
// change may leave of what is found in each file. With -v it says how much is.
func TestSentences(t *testing.T) {
	lex, err := lexicon.Open()
	if err != nil {
		t.Fatal(err)
	}
	ex, err := extract.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/gold/sentences/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sentences", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			all, err := eval.ReadSentences(f, filepath.Base(file))
			if err != nil {
				t.Fatal(err)
			}
			var records []entente.Record
			for _, a := range all.Articles {
				records = append(records, ex.Extract(a))
			}
			c := eval.Score(all.Gold, records, eval.Options{}).Total
			t.Logf("%d sentences: recall %.3f of %d, precision %.3f of %d", len(all.Articles),
				c.EventRecall.Value(), c.EventRecall.Of, c.EventPrecision.Value(), c.EventPrecision.Of)
			if c.EventRecall.Value() < 0.55 || c.EventPrecision.Value() < 0.65 {
				t.Error("want a recall of 0.55 and a precision of 0.65")
			}
		})
	}
}
