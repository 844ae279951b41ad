package syntax

// The four moves of the arc-eager system.
const (
	shift = iota
	reduce
	leftArc
	rightArc
	moves
)

// state is a configuration of the parser. Word n is the root, at the end of
// the buffer; n+1 stands for none.
type state struct {
	n                     int
	head                  []int32
	label                 []uint8 // 1 + index of the label
	left1, left2          []int32 // outermost children
	right1, right2        []int32
	leftSet, rightSet     []uint64 // labels of the children
	leftCount, rightCount []uint8
	commas                []uint16 // before each word
	stack                 []int32
	next                  int
}

func grow[T any](s []T, n int, v T) []T {
	if cap(s) < n {
		s = make([]T, n)
	}
	s = s[:n]
	for i := range s {
		s[i] = v
	}
	return s
}

func (s *state) reset(words []Word) {
	n := len(words) - 2
	none := int32(n + 1)
	s.n = n
	s.head = grow(s.head, n+2, none)
	s.label = grow(s.label, n+2, 0)
	s.left1, s.left2 = grow(s.left1, n+2, none), grow(s.left2, n+2, none)
	s.right1, s.right2 = grow(s.right1, n+2, none), grow(s.right2, n+2, none)
	s.leftSet, s.rightSet = grow(s.leftSet, n+2, 0), grow(s.rightSet, n+2, 0)
	s.leftCount, s.rightCount = grow(s.leftCount, n+2, 0), grow(s.rightCount, n+2, 0)
	s.commas = grow(s.commas, n+2, 0)
	for i := range n {
		s.commas[i+1] = s.commas[i]
		if words[i].Form == commaForm {
			s.commas[i+1]++
		}
	}
	s.stack = s.stack[:0]
	s.next = 0
}

func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

func (s *state) headed(i int32) bool { return s.head[i] != int32(s.n+1) }

// legal says which moves are open; one always is until the state is done.
func (s *state) legal() (ok [moves]bool) {
	more := s.next < s.n
	ok[shift] = more
	if len(s.stack) > 0 {
		if s.headed(s.stack[len(s.stack)-1]) {
			ok[reduce] = true
		} else {
			ok[leftArc] = true
		}
		ok[rightArc] = more
	}
	return ok
}

// arc is the arc a move would make.
func (s *state) arc(move int) (head, child int32) {
	top := s.stack[len(s.stack)-1]
	if move == leftArc {
		return int32(s.next), top
	}
	return top, int32(s.next)
}

func (s *state) apply(move int, label uint8) {
	switch move {
	case shift:
		s.stack = append(s.stack, int32(s.next))
		s.next++
	case reduce:
		s.stack = s.stack[:len(s.stack)-1]
	case leftArc:
		h, c := s.arc(move)
		s.head[c], s.label[c] = h, label
		s.left2[h], s.left1[h] = s.left1[h], c
		s.leftSet[h] |= 1 << (label & 63)
		s.leftCount[h] = min(s.leftCount[h]+1, 6)
		s.stack = s.stack[:len(s.stack)-1]
	case rightArc:
		h, c := s.arc(move)
		s.head[c], s.label[c] = h, label
		s.right2[h], s.right1[h] = s.right1[h], c
		s.rightSet[h] |= 1 << (label & 63)
		s.rightCount[h] = min(s.rightCount[h]+1, 6)
		s.stack = append(s.stack, c)
		s.next++
	}
}

// costs counts, for each move, the gold arcs that it puts out of reach.
func (s *state) costs(gold []int32) (c [moves]int) {
	b := int32(s.next)
	hasTop := len(s.stack) > 0
	var top int32
	if hasTop {
		top = s.stack[len(s.stack)-1]
		for k := s.next; k < s.n; k++ {
			if gold[k] == top {
				c[leftArc]++
				c[reduce]++
			}
		}
		if gold[top] > b {
			c[leftArc]++
		}
	}
	if s.next < s.n {
		for _, k := range s.stack {
			if gold[k] == b && !s.headed(k) {
				c[shift]++
				c[rightArc]++
			}
			if gold[b] == k {
				c[shift]++
				if k != top {
					c[rightArc]++
				}
			}
		}
		if gold[b] > b {
			c[rightArc]++
		}
	}
	return c
}
