package extract

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/loaders"
)

// BenchmarkExtract reads the articles of the samples and of gold, and reports
// words a second on one core.
func BenchmarkExtract(b *testing.B) {
	x, _ := extractor(b)
	all := articles(b)
	rate(b, func() []entente.Article {
		for _, a := range all {
			x.Extract(a)
		}
		return all
	})
}

// BenchmarkLanguage is the part of BenchmarkExtract before anything is understood.
func BenchmarkLanguage(b *testing.B) {
	x, _ := extractor(b)
	all := articles(b)
	rate(b, func() []entente.Article {
		for _, a := range all {
			x.model.Read(mask(a.Text))
		}
		return all
	})
}

// BenchmarkWhole is BenchmarkExtract with all that the command does to an
// article: it is loaded from its file, and its record becomes JSON.
func BenchmarkWhole(b *testing.B) {
	x, _ := extractor(b)
	rate(b, func() []entente.Article {
		all := articles(b)
		for _, a := range all {
			if _, err := json.Marshal(x.Extract(a)); err != nil {
				b.Fatal(err)
			}
		}
		return all
	})
}

func articles(b *testing.B) []entente.Article {
	var all []entente.Article
	for a, err := range loaders.Read(context.Background(), []string{"../samples/articles", "../testdata/gold/dev/articles"}, loaders.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

func rate(b *testing.B, read func() []entente.Article) {
	words := 0
	for b.Loop() {
		for _, a := range read() {
			words += len(strings.Fields(a.Text))
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
