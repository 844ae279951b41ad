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

// Lexicon gives the number of the set of tags that a form, as an atom, takes;
// forms that are missing take any.
type Lexicon map[uint32]uint8

// Write stores the lexicon.
func (l Lexicon) Write(out io.Writer) error {
	z, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return err
	}
	b := binary.AppendUvarint(nil, uint64(len(l)))
	last := uint32(0)
	for _, k := range slices.Sorted(maps.Keys(l)) {
		b = append(binary.AppendUvarint(b, uint64(k-last)), l[k])
		last = k
	}
	if _, err := z.Write(b); err != nil {
		return err
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
	l := make(Lexicon, n)
	key := uint32(0)
	for range n {
		gap, err := binary.ReadUvarint(z)
		if err != nil {
			return nil, fmt.Errorf("read lexicon: %w", err)
		}
		class, err := z.ReadByte()
		if err != nil {
			return nil, fmt.Errorf("read lexicon: %w", err)
		}
		key += uint32(gap)
		l[key] = class
	}
	return l, nil
}
