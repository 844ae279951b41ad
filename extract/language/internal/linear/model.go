package linear

import "math/bits"

// Model is a trained classifier. It is read only and safe for concurrent use.
//
// What costs time is waiting for memory, so models are stored small: a key with
// few weights that aren't zero has a list of those, only the others, fewer but
// more often met, a row with one for each class. Weights in rows are bytes,
// offset by 128, eight to a word, so that eight classes are summed at a time.
type Model struct {
	Classes int
	words   int      // 64-bit words in a row
	shift   uint     // 32 - log2(len(slots))
	slots   []uint64 // key<<32 | where its weights are; 0 when free
	rows    []uint64
	lists   []uint16 // lane<<8 | weight
}

// A slot says where weights are by first<<4 | n, n weights from lists[first] on;
// n is 0 for the row at rows[first-1]. Up to four classes have their row in the
// slot itself.
const longestList = 15

const (
	oddBytes  = 0x00ff00ff00ff00ff
	zeros     = 0x8080808080808080
	zeroLanes = 0x0080008000800080
)

// Sums is working space for scoring; it may be reused but not shared.
type Sums struct {
	acc   []uint64 // four lanes of 16 bits each; all are offset alike
	first []uint64
	found []uint32
	full  []uint32
}

// lane says which lane of the sums has a class: the even bytes of word w of a
// row are summed in acc[2w], the odd ones in acc[2w+1].
func lane(class int) int { return class>>3<<3 | class&1<<2 | class>>1&3 }

func newModel(classes, features int) *Model {
	size := 16
	for size*2 < features*3 {
		size *= 2
	}
	return &Model{
		Classes: classes,
		words:   (classes + 7) / 8,
		shift:   uint(32 - bits.TrailingZeros(uint(size))),
		slots:   make([]uint64, size),
	}
}

// add puts in the weights of a key: those of some classes, zero for the others.
func (m *Model) add(key uint32, classes, weights []byte) {
	where := uint64(len(m.lists))<<4 | uint64(len(classes))
	switch {
	case m.Classes <= 4:
		row := []uint64{zeros >> 32}
		fill(row, classes, weights)
		where = row[0]
	case len(classes) == 0 || len(classes) > min(m.words, longestList):
		first := len(m.rows)
		for range m.words {
			m.rows = append(m.rows, zeros)
		}
		fill(m.rows[first:], classes, weights)
		where = uint64(first+1) << 4
	default:
		for i, c := range classes {
			m.lists = append(m.lists, uint16(lane(int(c)))<<8|uint16(weights[i]))
		}
	}
	mask := uint32(len(m.slots) - 1)
	i := key >> m.shift
	for m.slots[i] != 0 {
		i = (i + 1) & mask
	}
	m.slots[i] = uint64(key)<<32 | where
}

// fill changes weights, as yet zero, of a row.
func fill(row []uint64, classes, weights []byte) {
	for i, c := range classes {
		row[c/8] ^= uint64(weights[i]) << (8 * (c & 7))
	}
}

// find gives what the slots of those keys say that are in the model. It reads
// the first slot of each before it looks at any, since memory answers many
// questions at once in the time of one.
func (m *Model) find(keys []uint32, s *Sums) []uint32 {
	slots, shift, mask := m.slots, m.shift&31, uint32(len(m.slots)-1)
	if cap(s.first) < len(keys) {
		s.first = make([]uint64, 2*len(keys))
	}
	first := s.first[:len(keys)]
	for i, key := range keys {
		first[i] = slots[key>>shift]
	}
	s.found = s.found[:0]
	for i, key := range keys {
		at := key >> shift
		for x := first[i]; x != 0; x = slots[at] {
			if uint32(x>>32) == key {
				s.found = append(s.found, uint32(x))
				break
			}
			at = (at + 1) & mask
		}
	}
	return s.found
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

func (s *Sums) score(c int) int {
	l := lane(c)
	return int(s.acc[l>>2] >> (uint(l&3) * 16) & 0xffff)
}

// sum adds up, in s.acc, the weights of keys.
func (m *Model) sum(keys []uint32, s *Sums) {
	if n := 2 * m.words; cap(s.acc) < n {
		s.acc = make([]uint64, n)
	} else {
		s.acc = s.acc[:n]
	}
	s.full = s.full[:0]
	few := uint64(0)
	for _, where := range m.find(keys, s) {
		if where&longestList == 0 {
			s.full = append(s.full, where>>4-1)
		} else {
			s.found[few] = where
			few++
		}
	}
	for w := range m.words {
		even, odd := few*zeroLanes, few*zeroLanes
		for _, r := range s.full {
			x := m.rows[int(r)+w]
			even += x & oddBytes
			odd += x >> 8 & oddBytes
		}
		s.acc[2*w], s.acc[2*w+1] = even, odd
	}
	for _, where := range s.found[:few] {
		for _, x := range m.lists[where>>4:][:where&longestList] {
			s.acc[x>>10] += uint64(int8(x)) << (x >> 8 & 3 * 16)
		}
	}
}

// Quad scores a model of up to four classes.
func (m *Model) Quad(keys []uint32, s *Sums) [4]int {
	var even, odd uint32
	for _, row := range m.find(keys, s) {
		even += row & 0x00ff00ff
		odd += row >> 8 & 0x00ff00ff
	}
	return [4]int{int(even & 0xffff), int(odd & 0xffff), int(even >> 16), int(odd >> 16)}
}
