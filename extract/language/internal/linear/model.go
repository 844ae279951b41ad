package linear

import "math/bits"

// Model is a trained classifier. It is read only and safe for concurrent use.
// Weights are bytes, offset by 128, eight to a word, so that a row is summed
// eight classes at a time.
type Model struct {
	Classes int
	words   int      // 64-bit words in a row
	shift   uint     // 32 - log2(len(slots))
	slots   []uint64 // key<<32 | row+1; 0 when free
	rows    []uint64
	quads   []uint64 // for up to four classes: key<<32 | four weights; 0 when free
}

const (
	oddBytes = 0x00ff00ff00ff00ff
	zeros    = 0x8080808080808080
)

// Sums is working space for scoring; it may be reused but not shared.
type Sums struct {
	acc   []uint64
	found []uint32
}

func newModel(classes, features int) *Model {
	size := 16
	for size < features*2 {
		size *= 2
	}
	m := &Model{Classes: classes, words: (classes + 7) / 8, shift: uint(32 - bits.TrailingZeros(uint(size)))}
	if classes <= 4 {
		m.quads = make([]uint64, size)
		return m
	}
	m.slots = make([]uint64, size)
	m.rows = make([]uint64, 0, features*m.words)
	return m
}

// add makes room for a key not yet present; all its weights are zero, 128.
// The result is where they are, eight to a word.
func (m *Model) add(key uint32) []uint64 {
	if m.quads != nil {
		i := free(m.quads, key, m.shift)
		m.quads[i] = uint64(key)<<32 | zeros>>32
		return m.quads[i : i+1]
	}
	first := len(m.rows)
	for range m.words {
		m.rows = append(m.rows, zeros)
	}
	m.slots[free(m.slots, key, m.shift)] = uint64(key)<<32 | uint64(len(m.rows)/m.words)
	return m.rows[first:]
}

// set changes the weight of one class, as yet zero, in a row that add gave.
func set(row []uint64, class int, weight int8) {
	row[class/8] ^= uint64(byte(weight)) << (8 * (class & 7))
}

func free(table []uint64, key uint32, shift uint) uint32 {
	mask := uint32(len(table) - 1)
	i := key >> shift
	for table[i] != 0 {
		i = (i + 1) & mask
	}
	return i
}

// Best gives the class with the highest score, the lowest in a tie.
func (m *Model) Best(keys []uint32, s *Sums) int {
	m.sum(keys, s)
	best, top := 0, -1
	for c := 0; c < m.Classes; c++ {
		if v := s.score(c); v > top {
			best, top = c, v
		}
	}
	return best
}

// Scores fills out, one number for each class; only differences mean anything.
func (m *Model) Scores(keys []uint32, s *Sums, out []int) {
	m.sum(keys, s)
	for c := range out {
		out[c] = s.score(c)
	}
}

// score reads one 16-bit lane: even bytes of word w are summed in acc[2w].
func (s *Sums) score(c int) int {
	return int(s.acc[c>>3<<1|c&1] >> (uint(c>>1&3) * 16) & 0xffff)
}

func (m *Model) sum(keys []uint32, s *Sums) {
	n := 2 * m.words
	if cap(s.acc) < n {
		s.acc = make([]uint64, n)
	}
	s.acc = s.acc[:n]
	clear(s.acc)
	mask := uint32(len(m.slots) - 1)
	s.found = s.found[:0]
	for _, key := range keys {
		i := key >> m.shift
		for m.slots[i] != 0 {
			if uint32(m.slots[i]>>32) == key {
				s.found = append(s.found, uint32(m.slots[i])-1)
				break
			}
			i = (i + 1) & mask
		}
	}
	for _, r := range s.found {
		row := m.rows[int(r)*m.words:][:m.words]
		acc := s.acc[:2*len(row)]
		for w, x := range row {
			acc[2*w] += x & oddBytes
			acc[2*w+1] += x >> 8 & oddBytes
		}
	}
}

// Quad scores a model of up to four classes: one lane of 16 bits each, classes
// 0 and 2 in even, 1 and 3 in odd, offset alike.
func (m *Model) Quad(keys []uint32) (scores [4]int) {
	mask := uint32(len(m.quads) - 1)
	var even, odd uint64
	for _, key := range keys {
		i := key >> m.shift
		for {
			x := m.quads[i]
			if uint32(x>>32) == key && x != 0 {
				even += x & 0x00ff00ff
				odd += x >> 8 & 0x00ff00ff
				break
			}
			if x == 0 {
				break
			}
			i = (i + 1) & mask
		}
	}
	return [4]int{int(even & 0xffff), int(odd & 0xffff), int(even >> 16), int(odd >> 16)}
}
