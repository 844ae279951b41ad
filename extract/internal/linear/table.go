package linear

// table keeps a value, never 0, for each of its keys. Looking a key up takes two
// reads of memory and no branch that a processor has to guess: its low bits say
// which group it is of, and the keys of a group are scattered in one of 256 ways,
// found when the table is made, so that no two keys share a slot ("hash and
// displace", R. Pagh, 1999).
type table struct {
	ways  []uint8  // of each group
	slots []uint64 // key<<32 | value; 0 when free
}

// newTable makes a table of entries key<<32 | value, no two of the same key.
func newTable(entries []uint64) table {
	for size := len(entries)*5/4 + 4; ; size *= 2 {
		if t, ok := scattered(entries, size); ok {
			return t
		}
	}
}

// scattered puts the entries into so many slots if that can be done, large groups
// first, since they are the hardest to find room for.
func scattered(entries []uint64, size int) (t table, ok bool) {
	groups := 1
	for groups*4 < size {
		groups *= 2
	}
	t = table{make([]uint8, groups), make([]uint64, size)}
	sorted, starts, largest := grouped(entries, groups)
	for n := largest; n > 0; n-- {
		for g := range groups {
			if from, to := starts[g], starts[g+1]; int(to-from) == n && !t.scatter(g, sorted[from:to]) {
				return t, false
			}
		}
	}
	return t, true
}

// grouped sorts the entries by group, of which there are n, and gives where each group
// starts, with the end of the last, and how many entries the largest has.
func grouped(entries []uint64, n int) (sorted []uint64, starts []uint32, largest int) {
	group := func(x uint64) int { return int(x>>32) & (n - 1) }
	starts = make([]uint32, n+2)
	for _, x := range entries {
		starts[group(x)+2]++
	}
	for g := range n {
		largest = max(largest, int(starts[g+2]))
		starts[g+2] += starts[g+1]
	}
	sorted = make([]uint64, len(entries))
	for _, x := range entries { // the start of the group after moves to its end
		at := &starts[group(x)+1]
		sorted[*at] = x
		*at++
	}
	return sorted, starts, largest
}

// scatter looks for a way in which all of a group find a free slot.
func (t *table) scatter(group int, members []uint64) bool {
	for way := range 256 {
		t.ways[group] = uint8(way)
		if t.put(members) {
			return true
		}
	}
	return false
}

// put puts in all entries or, if a slot is taken, none.
func (t *table) put(entries []uint64) bool {
	for i, x := range entries {
		at := t.at(uint32(x >> 32))
		if t.slots[at] != 0 {
			for _, y := range entries[:i] {
				t.slots[t.at(uint32(y>>32))] = 0
			}
			return false
		}
		t.slots[at] = x
	}
	return true
}

// at gives the only slot in which the key may be.
func (t *table) at(key uint32) uint32 {
	way := uint32(t.ways[int(key)&(len(t.ways)-1)])
	return uint32(uint64(key*(way*0x9e3779b2+1)) * uint64(len(t.slots)) >> 32)
}

// lookup is working space for looking up many keys.
type lookup struct {
	values []uint32
	slots  []uint64
}

// values gives the value of each key, 0 where there is none. It works out where all of
// them are before it reads any, and reads all before it looks at one, since memory
// answers many questions at once in the time of one.
func (t *table) values(keys []uint32, w *lookup) []uint32 {
	if cap(w.values) < len(keys) {
		w.values, w.slots = make([]uint32, 2*len(keys)), make([]uint64, 2*len(keys))
	}
	values, slots := w.values[:len(keys)], w.slots[:len(keys)]
	for i, key := range keys {
		values[i] = t.at(key)
	}
	for i, at := range values {
		slots[i] = t.slots[at]
	}
	for i, key := range keys {
		x := slots[i]
		if uint32(x>>32) != key {
			x = 0
		}
		values[i] = uint32(x)
	}
	return values
}
