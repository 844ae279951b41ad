package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// story is what an article is about as a whole. Its reports keep some of it, so
// that two of them can be compared without reading anything else.
type story struct {
	ignore map[string]bool // stems of names that say nothing: the countries' and people's
	words  []string
	cast   []string
	claims []int          // where they start, sorted
	count  map[string]int // in how many different quotes each word is
}

// How much of its article a report keeps.
const (
	storyWords = 24
	castSize   = 12
)

func storyOf(r entente.Record) story {
	var names []string
	s := story{count: map[string]int{}}
	for _, a := range r.Actors {
		if a.Kind == entente.Country || a.Kind == entente.Person {
			names = append(append(names, a.Name), a.Aliases...)
		}
		if a.Kind != entente.Country && len(s.cast) < castSize {
			s.cast = append(s.cast, a.ID)
		}
	}
	slices.Sort(s.cast)
	s.ignore = wordSet(names)
	quotes := map[string]bool{}
	for _, c := range r.Claims {
		s.claims = append(s.claims, c.Start)
		quotes[c.Quote] = true
	}
	slices.Sort(s.claims)
	for q := range quotes {
		for _, w := range contentWords([]string{q}, s.ignore) {
			s.count[strings.ToLower(w)]++
		}
	}
	s.words = slices.SortedFunc(maps.Keys(s.count), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.count[b], s.count[a]), cmp.Compare(a, b))
	})
	s.words = slices.Sorted(slices.Values(s.words[:min(storyWords, len(s.words))]))
	return s
}

// often lists those of the words that are in several quotes of the article.
func (s story) often(words []string) (list []string) {
	for _, w := range words {
		if s.count[strings.ToLower(w)] > 1 {
			list = append(list, w)
		}
	}
	return list
}

// tenth says in which tenth of the article's claims the first of some of them is.
func (s story) tenth(claims []entente.Claim) int {
	if len(claims) == 0 {
		return 0
	}
	first := claims[0].Start
	for _, c := range claims {
		first = min(first, c.Start)
	}
	i, _ := slices.BinarySearch(s.claims, first)
	return 10 * i / len(s.claims)
}
