package linear

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
)

// Write stores weights compactly: keys as gaps, rows as their non-zero weights.
// Keys, classes and weights go one after another, as alike bytes pack better.
func (w Weights) Write(out io.Writer) error {
	z, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return err
	}
	var keys, counts, classes, values []byte
	last := uint32(0)
	for i, k := range w.Keys {
		keys = binary.AppendUvarint(keys, uint64(k-last))
		last = k
		n := 0
		for c, v := range w.Rows[i] {
			if v != 0 {
				n++
				classes = append(classes, byte(c))
				values = append(values, byte(v))
			}
		}
		counts = append(counts, byte(n))
	}
	var head []byte
	for _, n := range []int{w.Classes, len(w.Keys), len(keys), len(classes)} {
		head = binary.AppendUvarint(head, uint64(n))
	}
	for _, part := range [][]byte{head, keys, counts, classes, values} {
		if _, err := z.Write(part); err != nil {
			return err
		}
	}
	return z.Close()
}

// Model makes the weights ready for use.
func (w Weights) Model() *Model {
	m := newModel(w.Classes)
	entries := make([]uint64, len(w.Keys))
	for i, k := range w.Keys {
		var which, values []byte
		for c, v := range w.Rows[i] {
			if v != 0 {
				which, values = append(which, byte(c)), append(values, byte(v))
			}
		}
		entries[i] = m.add(k, which, values)
	}
	m.table = newTable(entries)
	return m
}

// Read loads a model that Write stored.
func Read(in io.Reader) (*Model, error) {
	z := bufio.NewReaderSize(flate.NewReader(in), 1<<16)
	var head [4]uint64
	for i := range head {
		n, err := binary.ReadUvarint(z)
		if err != nil || n > 1<<28 {
			return nil, fmt.Errorf("read model header: %v", err)
		}
		head[i] = n
	}
	classes, features := int(head[0]), int(head[1])
	if classes == 0 || classes > 256 {
		return nil, fmt.Errorf("model has %d classes", classes)
	}
	body := make([]byte, int(head[2])+features+2*int(head[3]))
	if _, err := io.ReadFull(z, body); err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	keys, body := body[:head[2]], body[head[2]:]
	counts, body := body[:features], body[features:]
	which, values := body[:head[3]], body[head[3]:]
	m := newModel(classes)
	entries := make([]uint64, features)
	key := uint64(0)
	for i, n := range counts {
		gap, used := binary.Uvarint(keys)
		key += gap
		if used <= 0 || int(n) > len(which) || gap == 0 && i > 0 || key > math.MaxUint32 {
			return nil, fmt.Errorf("model is damaged")
		}
		keys = keys[used:]
		if n > 0 && int(slices.Max(which[:n])) >= classes {
			return nil, fmt.Errorf("model is damaged")
		}
		entries[i] = m.add(uint32(key), which[:n], values[:n])
		which, values = which[n:], values[n:]
	}
	m.table = newTable(entries)
	return m, nil
}
