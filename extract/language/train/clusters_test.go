package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/entente-graph/entente/extract/internal/wordvec"
	"github.com/entente-graph/entente/extract/language/internal/syntax"
)

// Vectors around three directions fall into as many clusters, always the same.
func TestKMeans(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var vectors []wordvec.Vector
	for i := range 300 {
		v := wordvec.Vector{float32(rng.NormFloat64()) / 10, float32(rng.NormFloat64()) / 10, float32(rng.NormFloat64()) / 10}
		v[i%3]++
		v.Normalise()
		vectors = append(vectors, v)
	}
	centers := kMeans(vectors, 3, rand.New(rand.NewPCG(3, 4)))
	again := kMeans(vectors, 3, rand.New(rand.NewPCG(3, 4)))
	of := assign(centers, vectors)
	for i := range of {
		if of[i] != of[i%3] {
			t.Fatalf("vector %d is in cluster %d, not %d", i, of[i], of[i%3])
		}
	}
	for c := range centers {
		if !slices.Equal(centers[c], again[c]) {
			t.Errorf("center %d is %v, then %v", c, centers[c], again[c])
		}
	}
	if few := kMeans(vectors[:2], 3, rng); len(few) != 2 {
		t.Errorf("%d centers of 2 vectors", len(few))
	}
}

func TestSolve(t *testing.T) {
	rows := [][]float64{{4, 1, 6, 1}, {1, 3, 7, 0}} // 4x+y=6, x+3y=7; 4x+y=1, x+3y=0
	solve(rows)
	for i, want := range []float64{1, 2, 3. / 11, -1. / 11} {
		if got := rows[i%2][2+i/2]; math.Abs(got-want) > 1e-9 {
			t.Errorf("solution %d is %g, want %g", i, got, want)
		}
	}
}

// Words that the trees never had are put with those whose vectors they resemble.
func TestClustersOfUnseenWords(t *testing.T) {
	var s wordvec.Space
	add := func(word string, v ...float32) {
		s.Words, s.At = append(s.Words, word), append(s.At, wordvec.Vector(v))
	}
	for i := range 40 {
		near := float32(i) / 100
		add(fmt.Sprint("thing", i), 1, near, 0.3, 0)
		add(fmt.Sprint("deed", i), near, 1, 0, 0.3)
	}
	var trees []tree
	for i := range 400 {
		k := i % 30 // the last ten of each are never seen
		trees = append(trees, tree{
			forms: []string{fmt.Sprint("Thing", k), fmt.Sprint("deed", k)}, tags: []string{"NOUN|NN", "VERB|VBD"},
			heads: []int32{1, 2}, rels: []string{"nsubj", "root"},
		})
	}
	of := clusters(s, trees)
	if len(of) != 80 {
		t.Fatalf("%d words have clusters", len(of))
	}
	seen := map[uint16]byte{}
	for i, c := range of {
		word := s.Words[i]
		if c < syntax.Branch {
			t.Errorf("%s has cluster %d", word, c)
		}
		if was, ok := seen[c/syntax.Branch]; ok && was != word[0] {
			t.Errorf("a coarse cluster has things and deeds")
		}
		seen[c/syntax.Branch] = word[0]
	}
}
