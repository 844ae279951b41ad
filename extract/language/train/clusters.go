package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/entente-graph/entente/extract/internal/wordvec"
	"github.com/entente-graph/entente/extract/language/internal/syntax"
)

// Newspapers use thousands of words that the treebanks never had. Word vectors,
// learnt from much newswire, say which known words those resemble: words are put
// into clusters, and the models see a word's cluster beside the word.

const (
	clusterWords   = 60000 // get a cluster, the most frequent words first
	clusterLearned = 30000 // of these are what clusters are formed by
	coarseClusters = 64    // each of syntax.Branch finer ones
	clusterRounds  = 15
)

// clusters gives the number of each word's cluster, from syntax.Branch on.
// Words are close if the trees let one expect that they are used alike, and a
// little if the vectors are.
func clusters(s wordvec.Space, trees []tree) []uint16 {
	s.Center()
	at := expectedUse(s, trees)
	learned := min(clusterLearned, len(at))
	rng := rand.New(rand.NewPCG(17, 19))
	coarse := kMeans(at[:learned], coarseClusters, rng)
	members := make([][]int, len(coarse))
	for i, c := range assign(coarse, at) {
		members[c] = append(members[c], i)
	}
	out := make([]uint16, len(s.Words))
	for c, words := range members {
		var all, some []wordvec.Vector
		for _, i := range words {
			all = append(all, at[i])
			if i < learned {
				some = append(some, at[i])
			}
		}
		fine := kMeans(some, syntax.Branch, rng)
		for k, f := range assign(fine, all) {
			out[words[k]] = uint16((c+1)*syntax.Branch + f)
		}
	}
	return out
}

// kMeans finds up to k directions that unit vectors gather around (spherical
// k-means).
func kMeans(vectors []wordvec.Vector, k int, rng *rand.Rand) []wordvec.Vector {
	var centers []wordvec.Vector
	for _, i := range rng.Perm(len(vectors))[:min(k, len(vectors))] {
		centers = append(centers, slices.Clone(vectors[i]))
	}
	for range clusterRounds {
		of := assign(centers, vectors)
		for _, c := range centers {
			clear(c)
		}
		for i, v := range vectors {
			for j, x := range v {
				centers[of[i]][j] += x
			}
		}
		for _, c := range centers {
			c.Normalise()
		}
	}
	return centers
}

// assign gives the number of each vector's nearest center.
func assign(centers, vectors []wordvec.Vector) []int {
	of := make([]int, len(vectors))
	inParallel(concurrent, func(part int) {
		for i := part; i < len(vectors); i += concurrent {
			top := float32(math.Inf(-1))
			for c, u := range centers {
				if dot := u.Dot(vectors[i]); dot > top {
					of[i], top = c, dot
				}
			}
		}
	})
	return of
}
