package linear

import "testing"

func TestTable(t *testing.T) {
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
		for key, value := range want {
			if got := table.get(key); got != value {
				t.Errorf("of %d: key %d has %d, want %d", n, key, got, value)
			}
		}
		for key := range uint32(100_000) {
			if got := table.get(key); got != want[key] {
				t.Errorf("of %d: key %d has %d, want %d", n, key, got, want[key])
			}
		}
	}
}
