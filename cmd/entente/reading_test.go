package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/loaders"
)

// stream gives n articles, every seventh of them refused.
func stream(n int) articleSeq {
	return func(yield func(entente.Article, error) bool) {
		for i := range n {
			var err error
			if i%7 == 6 {
				err = &loaders.Refused{Path: fmt.Sprint(i), Reason: "seventh"}
			}
			text := strings.Repeat("Chad and Niger held talks in Niamey. ", n-i)
			if !yield(entente.Article{ID: fmt.Sprint(i), Text: text}, err) {
				return
			}
		}
	}
}

func TestExtractAllKeepsOrder(t *testing.T) {
	const n = 60
	ex, err := new(reading).extractor()
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for i := range n {
		want = append(want, fmt.Sprint(i))
	}
	err = extractAll(t.Context(), stream(n), ex,
		func(err error) { got = append(got, strings.TrimSuffix(err.Error(), ": seventh")) },
		func(r entente.Record) error { got = append(got, r.Article.ID); return nil })
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestExtractAllEnds(t *testing.T) {
	ex, err := new(reading).extractor()
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	taken := 0
	err = extractAll(t.Context(), stream(100), ex, func(error) {}, func(entente.Record) error {
		if taken++; taken == 3 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || taken != 3 {
		t.Errorf("after an error of the taker: %d taken, %v", taken, err)
	}

	broken := errors.New("rules can't be read")
	failing := func(yield func(entente.Article, error) bool) { yield(entente.Article{}, broken) }
	if err := extractAll(t.Context(), failing, ex, func(error) {}, func(entente.Record) error { return nil }); !errors.Is(err, broken) {
		t.Errorf("after an error of the reader: %v", err)
	}

	ctx, cancel := context.WithCancel(t.Context())
	err = extractAll(ctx, stream(100), ex, func(error) {}, func(entente.Record) error { cancel(); return ctx.Err() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("after an interrupt: %v", err)
	}
}

func TestUnique(t *testing.T) {
	articles := []entente.Article{
		{ID: "1", Path: "a", Text: "one"}, {ID: "1", Path: "b", Text: "one"}, {ID: "1", Path: "c", Text: "other"}, {ID: "2", Path: "d", Text: "one"},
	}
	var got, again []string
	for a, err := range unique(func(yield func(entente.Article, error) bool) {
		for _, a := range articles {
			if !yield(a, nil) {
				return
			}
		}
	}, func(a entente.Article) { again = append(again, a.Path) }) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, a.Path)
	}
	if want := []string{"a", "c: has the id 1 of a, but another text", "d"}; !slices.Equal(got, want) || !slices.Equal(again, []string{"b"}) {
		t.Errorf("got %q, want %q; again %q", got, want, again)
	}
}
