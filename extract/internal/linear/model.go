package linear

// Model is a trained classifier. It is read only and safe for concurrent use.
//
// What costs time is waiting for memory, so models are stored small: a key with
// few weights that aren't zero has a list of those, only the others, fewer but
// more often met, a row with one for each class. Weights in rows are bytes,
// offset by 128, eight to a word, so that eight classes are summed at a time.
type Model struct {
	Classes int
	words   int   // 64-bit words in a row
	table   table // from keys to where their weights are
	rows    []uint64
	lists   []uint16 // lane<<8 | weight
}

// The table says where weights are by first<<4 | n, n weights from lists[first] on;
// n is inRow for the row at rows[first]. Up to four classes have their row in the
// table itself.
const (
	inRow       = 15
	longestList = inRow - 1
)

const (
	oddBytes  = 0x00ff00ff00ff00ff
	zeros     = 0x8080808080808080
	zeroLanes = 0x0080008000800080
)

// Sums is working space for scoring; it may be reused but not shared.
type Sums struct {
	acc    []uint64 // four lanes of 16 bits each; all are offset alike
	lists  []uint32
	rows   []uint32
	lookup lookup
}

// lane says which lane of the sums has a class: the even bytes of word w of a
// row are summed in acc[2w], the odd ones in acc[2w+1].
func lane(class int) int { return class>>3<<3 | class&1<<2 | class>>1&3 }

func newModel(classes int) *Model { return &Model{Classes: classes, words: (classes + 7) / 8} }

// add puts in the weights of a key: those of some classes, zero for the others. It
// gives what the table is to hold.
func (m *Model) add(key uint32, classes, weights []byte) uint64 {
	where := len(m.lists)<<4 | len(classes)
	switch {
	case m.Classes <= 4:
		row := []uint64{zeros >> 32}
		fill(row, classes, weights)
		where = int(row[0])
	case len(classes) == 0 || len(classes) > min(m.words, longestList):
		first := len(m.rows)
		for range m.words {
			m.rows = append(m.rows, zeros)
		}
		fill(m.rows[first:], classes, weights)
		where = first<<4 | inRow
	default:
		for i, c := range classes {
			m.lists = append(m.lists, uint16(lane(int(c)))<<8|uint16(weights[i]))
		}
	}
	return uint64(key)<<32 | uint64(where)
}

// fill changes weights, as yet zero, of a row.
func fill(row []uint64, classes, weights []byte) {
	for i, c := range classes {
		row[c/8] ^= uint64(weights[i]) << (8 * (c & 7))
	}
}

// Best gives the class with the highest score, the lowest in a tie.
func (m *Model) Best(keys []uint32, s *Sums) int {
	m.sum(keys, s)
	best := 0
	for c := range m.Classes {
		best = max(best, s.score(c)<<8|(255-c))
	}
	return 255 - best&255
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
	m.find(keys, s)
	few := uint64(len(s.lists))
	for w := range m.words {
		even, odd := few*zeroLanes, few*zeroLanes
		for _, r := range s.rows {
			x := m.rows[int(r)+w]
			even += x & oddBytes
			odd += x >> 8 & oddBytes
		}
		s.acc[2*w], s.acc[2*w+1] = even, odd
	}
	for _, where := range s.lists {
		for _, x := range m.lists[where>>4:][:where&inRow] {
			s.acc[x>>10] += uint64(int8(x)) << (x >> 8 & 3 * 16)
		}
	}
}

// find notes the rows and lists of those keys that are in the model.
func (m *Model) find(keys []uint32, s *Sums) {
	if cap(s.rows) < len(keys) {
		s.rows, s.lists = make([]uint32, 2*len(keys)), make([]uint32, 2*len(keys))
	}
	rows, lists := s.rows[:len(keys)], s.lists[:len(keys)]
	r, l := 0, 0
	for _, where := range m.table.values(keys, &s.lookup) {
		rows[r] = where >> 4
		if where&inRow == inRow {
			r++
		}
		lists[l] = where
		if where&inRow-1 < longestList {
			l++
		}
	}
	s.rows, s.lists = rows[:r], lists[:l]
}

// Quad scores a model of up to four classes.
func (m *Model) Quad(keys []uint32, s *Sums) [4]int {
	var even, odd uint32
	for _, row := range m.table.values(keys, &s.lookup) {
		even += row & 0x00ff00ff
		odd += row >> 8 & 0x00ff00ff
	}
	return [4]int{int(even & 0xffff), int(odd & 0xffff), int(even >> 16), int(odd >> 16)}
}
