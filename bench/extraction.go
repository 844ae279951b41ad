package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/lexicon"
	"github.com/entente-graph/entente/loaders"
)

// extraction measures words a second on one core, on the articles of the samples.
func extraction(ctx context.Context, out io.Writer) error {
	lex, err := lexicon.Open()
	if err != nil {
		return err
	}
	x, err := extract.New(lex)
	if err != nil {
		return err
	}
	var articles []entente.Article
	words := 0
	for a, err := range loaders.Read(ctx, []string{"samples/articles"}, loaders.Options{}) {
		if err != nil {
			return err
		}
		articles = append(articles, a)
		words += len(strings.Fields(a.Text))
	}
	const rounds = 5
	start := time.Now()
	for range rounds {
		for _, a := range articles {
			x.Extract(a)
		}
	}
	fmt.Fprintf(out, "extraction, one core\t%.0f words/s\n", rounds*float64(words)/time.Since(start).Seconds())
	return nil
}
