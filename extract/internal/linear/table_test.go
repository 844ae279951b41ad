package linear

import (
	"maps"
	"slices"
	"testing"
)

func TestTable(t *testing.T) {
	var w lookup
	for _, n := range []uint32{0, 1, 2, 17, 1000, 50_000} {
		entries := make([]uint64, n)
		want := map[uint32]uint32{}
		for i := range n {
			key := i // alike in their high bits, or in their low ones
			if i%2 == 1 {
				key = i << 16
			}
			want[key] = i + 1
			entries[i] = uint64(key)<<32 | uint64(i+1)
		}
		table := newTable(entries)
		keys := slices.Collect(maps.Keys(want))
		for key := range uint32(100_000) {
			keys = append(keys, key)
		}
		for i, got := range table.values(keys, &w) {
			if got != want[keys[i]] {
				t.Errorf("of %d: key %d has %d, want %d", n, keys[i], got, want[keys[i]])
			}
		}
	}
}
