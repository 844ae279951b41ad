package extract

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/entente-graph/entente/extract/internal/linear"
	"github.com/entente-graph/entente/extract/internal/wordvec"
)

// words are the words that have vectors: those that stand in like contexts have like ones.
type words struct {
	list    []string
	number  map[string]int32 // by lemma, lower case
	vectors linear.Vectors
	dull    []bool // words that never told of an event, often as they were seen
}

// isDull reports whether the word at token i is one that hardly tells of an event.
func (w *words) isDull(s *sentence, i int) bool {
	n, ok := w.at(s, i)
	return ok && w.dull[n]
}

// at gives the number of the word at token i.
func (w *words) at(s *sentence, i int) (int32, bool) {
	n, ok := w.number[strings.ToLower(s.Tokens[i].Lemma)]
	if !ok {
		n, ok = w.number[s.lower[i]]
	}
	return n, ok
}

// wordUnit is how much of a byte a coordinate of 1 is.
const wordUnit = 254

// newWords makes words of those of a space that are plain, and rounds their vectors as a
// file holds them.
func newWords(space wordvec.Space) *words {
	space.Center()
	w := &words{number: map[string]int32{}, vectors: linear.Vectors{Unit: wordUnit}}
	for i, word := range space.Words {
		if !plainWord(word) {
			continue
		}
		w.number[word] = int32(len(w.list))
		w.list = append(w.list, word)
		w.vectors.Width = len(space.At[i])
		for _, x := range space.At[i] {
			w.vectors.All = append(w.vectors.All, toByte(x))
		}
	}
	w.dull = make([]bool, len(w.list))
	return w
}

// plainWord reports whether a word is of lower-case letters and hyphens.
func plainWord(word string) bool {
	for _, c := range word {
		if (c < 'a' || c > 'z') && c != '-' {
			return false
		}
	}
	return len(word) > 1
}

func toByte(x float32) int8 {
	return int8(math.Round(float64(min(max(x*wordUnit, -127), 127))))
}

// write stores words: how many, how wide their vectors, the words, the vectors in bytes,
// and which are dull.
func (w *words) write(out io.Writer) error {
	z, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return err
	}
	all := binary.AppendUvarint(nil, uint64(len(w.list)))
	all = binary.AppendUvarint(all, uint64(w.vectors.Width))
	for _, word := range w.list {
		all = append(append(all, word...), '\n')
	}
	for _, x := range w.vectors.All {
		all = append(all, byte(x))
	}
	for _, dull := range w.dull {
		b := byte(0)
		if dull {
			b = 1
		}
		all = append(all, b)
	}
	if _, err := z.Write(all); err != nil {
		return err
	}
	return z.Close()
}

// readWords loads what write stored.
func readWords(in io.Reader) (*words, error) {
	z := bufio.NewReader(flate.NewReader(in))
	n, err := binary.ReadUvarint(z)
	if err != nil || n > 1<<20 {
		return nil, fmt.Errorf("read number of words: %v", err)
	}
	width, err := binary.ReadUvarint(z)
	if err != nil || width > 1<<12 {
		return nil, fmt.Errorf("read width of vectors: %v", err)
	}
	w := &words{number: make(map[string]int32, n), vectors: linear.Vectors{Width: int(width), Unit: wordUnit, All: make([]int8, n*width)}, dull: make([]bool, n)}
	for i := range int32(n) {
		word, err := z.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("read words: %w", err)
		}
		word = strings.TrimSuffix(word, "\n")
		w.list, w.number[word] = append(w.list, word), i
	}
	bytes := make([]byte, len(w.vectors.All)+len(w.dull))
	if _, err := io.ReadFull(z, bytes); err != nil {
		return nil, fmt.Errorf("read vectors: %w", err)
	}
	for i := range w.vectors.All {
		w.vectors.All[i] = int8(bytes[i])
	}
	for i := range w.dull {
		w.dull[i] = bytes[len(w.vectors.All)+i] == 1
	}
	return w, nil
}
