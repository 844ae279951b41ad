package main

import (
	"math"
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/internal/wordvec"
)

const (
	leastUses = 150 // of what is counted, for it to tell words apart
	ridge     = 1   // weight of the wish for small coefficients
	evenness  = 0.8 // of the columns: at 1 each would count alike, at 0 the common ones most
	likeness  = 0.6 // of the vectors themselves, beside how the words are used
	bias      = 0.3 // of the coordinate that is the same for each word
)

// use is how words are used in trees: in each column the square root of the
// share of a word's occurrences that have a tag, have a relation, or govern a
// relation or preposition on one side.
type use struct {
	of      map[string]wordvec.Vector
	often   map[string]float64
	columns int
}

func countUse(trees []tree) use {
	counts, often := map[string]map[string]float64{}, map[string]float64{}
	total := map[string]float64{}
	for i := range trees {
		eachUse(&trees[i], func(word, what string) {
			if counts[word] == nil {
				counts[word] = map[string]float64{}
			}
			counts[word][what]++
			total[what]++
		})
		for _, f := range trees[i].forms {
			often[strings.ToLower(f)]++
		}
	}
	var columns []string
	for what, n := range total {
		if n >= leastUses {
			columns = append(columns, what)
		}
	}
	slices.Sort(columns)
	u := use{map[string]wordvec.Vector{}, often, len(columns)}
	for word, n := range counts {
		v := make(wordvec.Vector, len(columns))
		for k, what := range columns {
			v[k] = float32(math.Sqrt(n[what] / often[word]))
		}
		u.of[word] = v
	}
	return u
}

// eachUse reports what is counted of each word of a tree.
func eachUse(t *tree, report func(word, what string)) {
	low := func(i int32) string { return strings.ToLower(t.forms[i]) }
	root := int32(len(t.forms))
	for i := range root {
		report(low(i), "tag "+t.tags[i])
		report(low(i), "rel "+t.rels[i])
		h := t.heads[i]
		switch {
		case h == root:
			continue
		case h < i:
			report(low(h), "right "+t.rels[i])
		default:
			report(low(h), "left "+t.rels[i])
		}
		if t.rels[i] == "case" && t.heads[h] != root {
			report(low(t.heads[h]), "with "+low(i))
		}
	}
}

// expectedUse gives, for each word, how it is used as far as its vector tells,
// with the vector itself behind; all of length 1.
func expectedUse(s wordvec.Space, trees []tree) []wordvec.Vector {
	f := fitUse(s, countUse(trees))
	out := make([]wordvec.Vector, len(s.Words))
	for i, v := range s.At {
		y := f.expect(v)
		y.Normalise()
		for _, x := range v {
			y = append(y, likeness*x)
		}
		y.Normalise()
		out[i] = y
	}
	return out
}

// fit tells the use of a word by its vector.
type fit struct {
	coefficients [][]float64 // for each coordinate, one for each column
	mean, scale  []float64   // of the columns
}

// fitUse learns from the words that trees and space share, by linear regression,
// in which rare words count less.
func fitUse(s wordvec.Space, u use) fit {
	d := len(s.At[0]) + 1
	rows := make([][]float64, d) // of the normal equations: d unknowns, a right side for each column
	for r := range rows {
		rows[r] = make([]float64, d+u.columns)
		rows[r][r] = ridge
	}
	f := fit{mean: make([]float64, u.columns), scale: make([]float64, u.columns)}
	sum, squares := 0.0, make([]float64, u.columns)
	for i, word := range s.Words {
		y := u.of[word]
		if y == nil {
			continue
		}
		weight := math.Log(1 + u.often[word])
		sum += weight
		x := biased(s.At[i])
		for r, both := 0, append(slices.Clone(x), y...); r < d; r++ {
			for c, v := range both {
				rows[r][c] += weight * float64(x[r]*v)
			}
		}
		for c, v := range y {
			f.mean[c] += weight * float64(v)
			squares[c] += weight * float64(v*v)
		}
	}
	solve(rows)
	for _, row := range rows {
		f.coefficients = append(f.coefficients, row[d:])
	}
	for c, square := range squares {
		f.mean[c] /= sum
		variance := max(square/sum-f.mean[c]*f.mean[c], 1e-3)
		f.scale[c] = math.Pow(math.Sqrt(variance), evenness)
	}
	return f
}

func biased(v wordvec.Vector) wordvec.Vector { return append(slices.Clone(v), bias) }

// expect gives the use of a word, as the difference from what is usual.
func (f fit) expect(v wordvec.Vector) wordvec.Vector {
	y := make(wordvec.Vector, len(f.mean))
	for r, x := range biased(v) {
		for c := range y {
			y[c] += x * float32(f.coefficients[r][c])
		}
	}
	for c := range y {
		y[c] = (y[c] - float32(f.mean[c])) / float32(f.scale[c])
	}
	return y
}

// solve turns the rows of linear equations, as many as unknowns and positive
// definite, into their solutions: the columns behind the unknowns'.
func solve(rows [][]float64) {
	for p, pivot := range rows {
		for c := len(pivot) - 1; c >= p; c-- {
			pivot[c] /= pivot[p]
		}
		for r, row := range rows {
			if f := row[p]; r != p && f != 0 {
				for c := p; c < len(row); c++ {
					row[c] -= f * pivot[c]
				}
			}
		}
	}
}
