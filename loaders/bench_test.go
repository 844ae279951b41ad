package loaders_test

import (
	"testing"

	"github.com/entente-graph/entente/loaders"
)

// BenchmarkRead reads the samples, which come as pages are saved, with their furniture.
func BenchmarkRead(b *testing.B) {
	bytes := 0
	for b.Loop() {
		for a, err := range loaders.Read(b.Context(), []string{"../samples/articles"}, loaders.Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			bytes += len(a.Text)
		}
	}
	b.ReportMetric(float64(bytes)/1e6/b.Elapsed().Seconds(), "MB/s")
}
