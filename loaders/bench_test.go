package loaders

import (
	"context"
	"path/filepath"
	"testing"
)

// BenchmarkRead reads the plain-text articles of the samples and the gold, and
// tells the time for one.
func BenchmarkRead(b *testing.B) {
	var paths []string
	for _, p := range []string{"../samples/articles/*.txt", "../testdata/gold/dev/articles/*.txt"} {
		found, err := filepath.Glob(p)
		if err != nil {
			b.Fatal(err)
		}
		paths = append(paths, found...)
	}
	n := 0
	for b.Loop() {
		n = 0
		for _, err := range Read(context.Background(), paths, Options{}) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/article")
}
