package syntax

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Entry is what is known of a form; 0 stands for nothing.
type Entry struct {
	Class   uint8  // number of the set of tags that the form takes; with none it takes any
	Cluster uint16 // number of the words that are used alike; Branch of them in a row are one coarse cluster
}

// Branch is the number of clusters in a coarse cluster.
const Branch = 16

// Lexicon says what is known of a form, by its atom.
type Lexicon map[uint32]Entry

// Write stores the lexicon: keys as gaps, then classes, then clusters, as alike
// bytes pack better.
func (l Lexicon) Write(out io.Writer) error {
	z, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return err
	}
	keys := binary.AppendUvarint(nil, uint64(len(l)))
	var classes, clusters []byte
	last := uint32(0)
	for _, k := range slices.Sorted(maps.Keys(l)) {
		keys = binary.AppendUvarint(keys, uint64(k-last))
		classes = append(classes, l[k].Class)
		clusters = binary.LittleEndian.AppendUint16(clusters, l[k].Cluster)
		last = k
	}
	for _, part := range [][]byte{keys, classes, clusters} {
		if _, err := z.Write(part); err != nil {
			return err
		}
	}
	return z.Close()
}

// ReadLexicon loads a lexicon that Write stored.
func ReadLexicon(in io.Reader) (Lexicon, error) {
	z := bufio.NewReader(flate.NewReader(in))
	n, err := binary.ReadUvarint(z)
	if err != nil || n > 1<<24 {
		return nil, fmt.Errorf("read lexicon: %v", err)
	}
	keys := make([]uint32, n)
	key := uint32(0)
	for i := range keys {
		gap, err := binary.ReadUvarint(z)
		if err != nil {
			return nil, fmt.Errorf("read lexicon: %w", err)
		}
		key += uint32(gap)
		keys[i] = key
	}
	said := make([]byte, 3*n)
	if _, err := io.ReadFull(z, said); err != nil {
		return nil, fmt.Errorf("read lexicon: %w", err)
	}
	classes, clusters := said[:n], said[n:]
	l := make(Lexicon, n)
	for i, k := range keys {
		l[k] = Entry{classes[i], binary.LittleEndian.Uint16(clusters[2*i:])}
	}
	return l, nil
}

// Cluster gives the number of the words that are used like a form, 0 when nobody knows.
func (l Lexicon) Cluster(form string) uint16 { return l[Atom(form)].Cluster }
