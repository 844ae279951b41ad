// Package names finds the names of persons, organisations and places with a
// linear sequence model.
package names

import (
	"github.com/entente-graph/entente/extract/internal/linear"
	"github.com/entente-graph/entente/extract/language/internal/syntax"
)

// The labels of words. Kinds count from 1: person, organisation, place.
const (
	outside = 0
	Kinds   = 3
	Labels  = 1 + 2*Kinds
)

// Begin gives the label of the first word of a name, Inside that of the others.
func Begin(kind int) int { return 2*kind - 1 }

// Inside gives the label of a name's later words.
func Inside(kind int) int { return 2 * kind }

// Span is a name: words First to Last inclusive.
type Span struct{ First, Last, Kind int }

// Known is what a gazetteer says of a word: 0 nothing, else 2*kind-1 for the
// first word of a known phrase and 2*kind for the others.
type Known = uint8

// Recognizer finds names. It is read only and safe for concurrent use.
type Recognizer struct {
	model *linear.Model
	trans [Labels + 1][Labels]int // the last row is the start
}

// New makes a recogniser of a model.
func New(m *linear.Model) *Recognizer {
	r := &Recognizer{model: m}
	var s linear.Sums
	for p := range r.trans {
		m.Scores([]uint32{transKey(p)}, &s, r.trans[p][:])
	}
	return r
}

func transKey(previous int) uint32 { return linear.Key1(100, uint32(previous)+1) }

// open says whether label may follow previous.
func open(previous, label int) bool {
	return label%2 == 1 || label == outside || previous == label || previous == label-1
}

func keysAt(keys []uint32, words []syntax.Word, known []Known, i int) []uint32 {
	n := len(words) - 2
	at := func(j int) *syntax.Word {
		if j < 0 {
			return &words[n+1]
		}
		if j >= n {
			return &words[n]
		}
		return &words[j]
	}
	gaz := func(j int) uint32 {
		if j < 0 || j >= len(known) {
			return 0
		}
		return uint32(known[j])
	}
	w, p1, p2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	g, gp, gn := gaz(i), gaz(i-1), gaz(i+1)
	keys = append(keys,
		linear.Key1(1, 0),
		linear.Key1(2, w.Form),
		linear.Key2(3, w.Shape, first),
		linear.Key2(4, w.Form, w.Shape),
		linear.Key1(5, w.Suf2),
		linear.Key2(6, w.Suf3, w.Shape),
		linear.Key2(7, w.Suf4, w.Shape),
		linear.Key2(8, w.Pre3, w.Shape),
		linear.Key1(10, p1.Form),
		linear.Key1(11, n1.Form),
		linear.Key2(12, p1.Form, w.Form),
		linear.Key2(13, w.Form, n1.Form),
		linear.Key2(14, p1.Form, w.Shape),
		linear.Key2(15, n1.Form, w.Shape),
		linear.Key3(20, p1.Shape, w.Shape, n1.Shape),
		linear.Key2(21, w.Shape, n1.Shape),
		linear.Key2(24, w.Tag, w.Shape),
		linear.Key3(25, p1.Tag, w.Tag, n1.Tag),
		linear.Key2(26, n1.Suf3, n1.Shape),
		linear.Key2(27, p1.Suf3, p1.Shape),
		linear.Key3(28, w.Shape, n1.Shape, n2.Shape),
		linear.Key3(29, p2.Shape, p1.Shape, w.Shape),
		linear.Key1(60, w.Fine),
		linear.Key2(61, w.Fine, w.Shape),
		linear.Key1(62, p1.Fine),
		linear.Key1(63, n1.Fine),
		linear.Key2(64, p1.Fine, w.Shape),
		linear.Key2(65, n1.Fine, w.Shape),
		linear.Key2(67, p1.Fine, w.Fine),
		linear.Key2(68, w.Fine, n1.Fine),
		linear.Key2(69, w.Coarse, w.Shape),
	)
	if w.Capital { // the run of capitalised words around
		from, to := i, i
		for from > 0 && i-from < 6 && words[from-1].Capital {
			from--
		}
		for to+1 < n && to-i < 6 && words[to+1].Capital {
			to++
		}
		begin := uint32(0)
		if from == i {
			begin = 1
		}
		size := uint32(to - from)
		keys = append(keys,
			linear.Key2(50, words[to].Form, begin),
			linear.Key2(51, words[from].Form, begin),
			linear.Key3(52, at(from-1).Form, begin, size),
			linear.Key3(53, at(to+1).Form, begin, size),
			linear.Key3(54, size, uint32(i-from), first),
			linear.Key3(55, words[to].Suf3, begin, size),
			linear.Key3(56, at(from-1).Form, words[to].Form, begin),
			linear.Key3(57, at(to+1).Form, at(to+2).Form, begin),
			linear.Key3(58, words[from].Form, words[to].Form, begin),
		)
	}
	for j := -4; j <= 4; j++ { // words around, near or far
		if j < -1 || j > 1 {
			side := uint32(0)
			if j > 0 {
				side = 1
			}
			keys = append(keys, linear.Key2(32, at(i+j).Form, side))
		}
	}
	if g != 0 || gp != 0 || gn != 0 {
		keys = append(keys,
			linear.Key1(40, g),
			linear.Key2(41, g, w.Shape),
			linear.Key3(42, gp, g, gn),
			linear.Key2(43, g, n1.Shape),
			linear.Key2(44, g, p1.Form),
			linear.Key2(45, g, n1.Form),
			linear.Key2(46, g, w.Form),
		)
	}
	return keys
}

// Scratch is working space; one per goroutine.
type Scratch struct {
	keys  []uint32
	sums  linear.Sums
	back  [][Labels]uint8
	emit  [Labels]int
	spans []Span
}

// Find gives the names of a tagged sentence; known says what a gazetteer
// knows of each word and may be nil. The result holds until the next call.
func (r *Recognizer) Find(words []syntax.Word, known []Known, s *Scratch) []Span {
	n := len(words) - 2
	s.spans = s.spans[:0]
	if n == 0 {
		return nil
	}
	if cap(s.back) < n {
		s.back = make([][Labels]uint8, n)
	}
	back := s.back[:n]
	var score, next [Labels]int
	for i := range n {
		s.keys = keysAt(s.keys[:0], words, known, i)
		r.model.Scores(s.keys, &s.sums, s.emit[:])
		for l := range Labels {
			best := -1
			if i == 0 {
				if open(outside, l) {
					next[l] = s.emit[l] + r.trans[Labels][l]
				} else {
					next[l] = -1 << 30
				}
				continue
			}
			for p := range Labels {
				if open(p, l) && (best < 0 || score[p]+r.trans[p][l] > score[best]+r.trans[best][l]) {
					best = p
				}
			}
			back[i][l] = uint8(best)
			next[l] = score[best] + r.trans[best][l] + s.emit[l]
		}
		score = next
	}
	last := 0
	for l := range Labels {
		if score[l] > score[last] {
			last = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		if last != outside {
			kind := (last + 1) / 2
			if k := len(s.spans); k > 0 && s.spans[k-1].First < 0 {
				if last%2 == 1 {
					s.spans[k-1].First = i
				}
			} else if last%2 == 1 {
				s.spans = append(s.spans, Span{i, i, kind})
			} else {
				s.spans = append(s.spans, Span{-1, i, kind})
			}
		}
		last = int(back[i][last])
	}
	for i, j := 0, len(s.spans)-1; i < j; i, j = i+1, j-1 {
		s.spans[i], s.spans[j] = s.spans[j], s.spans[i]
	}
	return s.spans
}
