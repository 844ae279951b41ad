package linear

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync/atomic"
)

// Vectors are places of words among each other, Width numbers for each, in bytes; Unit is
// how much of a byte 1 is.
type Vectors struct {
	Width int
	Unit  float32
	All   []int8
}

// each reports the coordinates of a word by its number.
func (v Vectors) each(word int32, do func(j int, x float32)) {
	for j, x := range v.All[int(word)*v.Width:][:v.Width] {
		do(j, float32(x)/v.Unit)
	}
}

// words is how many have a vector.
func (v Vectors) words() int { return len(v.All) / max(v.Width, 1) }

// Seen says that a word is seen in a place of an example, and how much it counts there.
type Seen struct {
	Place  int
	Word   int32 // its number in Vectors
	Weight float32
}

// Logistic tells how probable each of some classes is, by a softmax regression over
// keys and over the vectors of words seen in a few places. It is safe for concurrent use.
type Logistic struct {
	sparse  *Model
	vectors Vectors
	dense   []float32 // for each place, coordinate and class
	// told is what each word says in each place, worked out when it is first seen there.
	told []atomic.Pointer[[]float32]
}

// unit is how much of a byte a weight of 1 is; vectorUnit is that of the weights of vectors.
const (
	unit       = 32
	vectorUnit = 16
)

// MostKeys is how many keys a Logistic takes at once; sums of more would overflow.
const MostKeys = 250

// Classes is the number of classes.
func (l *Logistic) Classes() int { return l.sparse.Classes }

// Probabilities fills out, one number for each class, for an example with the keys, at
// most MostKeys, and the words seen.
func (l *Logistic) Probabilities(keys []uint32, seen []Seen, s *Sums, out []float64) {
	if l.sparse.Classes <= 4 {
		scores := l.sparse.Quad(keys, s)
		for c := range out {
			out[c] = float64(scores[c]) / unit
		}
	} else {
		l.sparse.sum(keys, s)
		for c := range out {
			out[c] = float64(s.score(c)) / unit
		}
	}
	for _, w := range seen {
		for c, x := range l.says(w) {
			out[c] += float64(x * w.Weight)
		}
	}
	softmax(out)
}

// says gives what a word says in its place of each class.
func (l *Logistic) says(w Seen) []float32 {
	at := &l.told[w.Place*l.vectors.words()+int(w.Word)]
	if known := at.Load(); known != nil {
		return *known
	}
	classes := l.sparse.Classes
	out := make([]float32, classes)
	row := l.dense[w.Place*l.vectors.Width*classes:]
	l.vectors.each(w.Word, func(j int, x float32) {
		for c, weight := range row[j*classes:][:classes] {
			out[c] += weight * x
		}
	})
	at.Store(&out)
	return out
}

// softmax turns scores into probabilities.
func softmax(out []float64) {
	top := math.Inf(-1)
	for _, v := range out {
		top = max(top, v)
	}
	sum := 0.0
	for c, v := range out {
		out[c] = math.Exp(v - top)
		sum += out[c]
	}
	for c := range out {
		out[c] /= sum
	}
}

// LogisticWeights are what a file of a Logistic holds.
type LogisticWeights struct {
	Sparse Weights
	Dense  []int8
}

// Logistic makes weights ready for use; vectors are those they were fitted with.
func (w LogisticWeights) Logistic(vectors Vectors) *Logistic {
	return newLogistic(w.Sparse.Model(), vectors, w.Dense)
}

func newLogistic(sparse *Model, vectors Vectors, dense []int8) *Logistic {
	l := &Logistic{sparse: sparse, vectors: vectors, dense: make([]float32, len(dense))}
	for i, w := range dense {
		l.dense[i] = float32(w) / vectorUnit
	}
	places := len(dense) / max(vectors.Width*sparse.Classes, 1)
	l.told = make([]atomic.Pointer[[]float32], places*vectors.words())
	return l
}

// Write stores weights compactly.
func (w LogisticWeights) Write(out io.Writer) error {
	head := binary.AppendUvarint(nil, uint64(len(w.Dense)))
	for _, v := range w.Dense {
		head = append(head, byte(v))
	}
	if _, err := out.Write(head); err != nil {
		return err
	}
	return w.Sparse.Write(out)
}

// ReadLogistic loads what LogisticWeights wrote; vectors are those they were fitted with.
func ReadLogistic(in *bytes.Reader, vectors Vectors) (*Logistic, error) {
	n, err := binary.ReadUvarint(in)
	if err != nil || n > 1<<20 {
		return nil, fmt.Errorf("read number of weights: %v", err)
	}
	dense := make([]int8, n)
	for i := range dense {
		b, err := in.ReadByte()
		if err != nil {
			return nil, fmt.Errorf("read weights of vectors: %w", err)
		}
		dense[i] = int8(b)
	}
	sparse, err := Read(in)
	if err != nil {
		return nil, err
	}
	if len(dense) > 0 && len(dense)%max(vectors.Width*sparse.Classes, 1) != 0 {
		return nil, fmt.Errorf("weights of %d numbers are for other vectors", len(dense))
	}
	return newLogistic(sparse, vectors, dense), nil
}
