package main

import (
	"testing"
	"time"
)

func TestProgressLine(t *testing.T) {
	for _, test := range []struct {
		articles int
		part     float64
		passed   time.Duration
		want     string
	}{
		{1, 0.5, 300 * time.Millisecond, "1 article"},
		{1200, 0, 4 * time.Second, "1200 articles, 300 a second"},
		{1200, 0.25, 4 * time.Second, "1200 articles, 300 a second, 25 % done, 12s left"},
		{90000, 0.5, 6 * time.Minute, "90000 articles, 250 a second, 50 % done, 6m0s left"},
		{4000, 1, 4 * time.Second, "4000 articles, 1000 a second"},
	} {
		if got := progressLine(test.articles, test.part, test.passed); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
