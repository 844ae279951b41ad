package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language/internal/lemma"
	"github.com/entente-graph/entente/extract/language/internal/syntax"
)

const (
	leastSeen   = 5   // occurrences that make a form known
	leastShare  = 0.1 // of a form's occurrences that make a tag one of its own
	mostClasses = 254
)

// learnLexicon finds the tags of frequent forms, and adds the forms of the
// verbs that are listed but seldom seen, and the clusters of words, of words
// with one atom that of the first.
func learnLexicon(trees []tree, words []string, clusters []uint16) syntax.Lexicon {
	count := map[uint32]map[string]int{}
	for i := range trees {
		for j, f := range trees[i].forms {
			a := syntax.Atom(f)
			if count[a] == nil {
				count[a] = map[string]int{}
			}
			count[a][trees[i].tags[j]]++
		}
	}
	sets := map[uint32]string{}
	often := map[string]int{}
	for a, tags := range count {
		n := 0
		for _, k := range tags {
			n += k
		}
		if n < leastSeen {
			continue
		}
		var set []string
		for t, k := range tags {
			if float64(k) >= leastShare*float64(n) {
				set = append(set, t)
			}
		}
		slices.Sort(set)
		sets[a] = strings.Join(set, " ")
		often[sets[a]]++
	}
	for form, tags := range lemma.Forms() {
		a := syntax.Atom(form)
		if _, ok := sets[a]; !ok {
			for i, t := range tags {
				tags[i] = "VERB|" + t
			}
			slices.Sort(tags)
			sets[a] = strings.Join(tags, " ")
			often[sets[a]]++
		}
	}
	classes := slices.SortedFunc(maps.Keys(often), func(a, b string) int {
		if often[a] != often[b] {
			return often[b] - often[a]
		}
		return strings.Compare(a, b)
	})
	number := map[string]uint8{}
	for i, c := range classes[:min(len(classes), mostClasses)] {
		number[c] = uint8(i + 1)
	}
	out := syntax.Lexicon{}
	for a, set := range sets {
		if n := number[set]; n > 0 {
			out[a] = syntax.Entry{Class: n}
		}
	}
	for i, word := range words {
		a := syntax.Atom(word)
		if e := out[a]; e.Cluster == 0 {
			out[a] = syntax.Entry{Class: e.Class, Cluster: clusters[i]}
		}
	}
	return out
}
