package syntax

import (
	"math/bits"

	"github.com/entente-graph/entente/extract/internal/linear"
)

func distance(a, b int32) uint32 {
	d := b - a
	if d < 0 {
		d = -d
	}
	switch {
	case d <= 4:
		return uint32(d)
	case d <= 7:
		return 5
	case d <= 12:
		return 6
	}
	return 7
}

func fold(x uint64) uint32 { return uint32(bits.RotateLeft64(x*0x9e3779b97f4a7c15, 32)) }

// moveKeys appends the features of a configuration for choosing a move.
func (s *state) moveKeys(keys []uint32, words []Word) []uint32 {
	none := int32(s.n + 1)
	s0, s1 := none, none
	if k := len(s.stack); k > 0 {
		s0 = s.stack[k-1]
		if k > 1 {
			s1 = s.stack[k-2]
		}
	}
	n0 := int32(s.next)
	n1, n2, n3 := min(n0+1, none), min(n0+2, none), min(n0+3, none)
	h := s.head[s0]
	S0, N0, N1, H := &words[s0], &words[n0], &words[n1], &words[h]
	s0l, s0r, n0l, n0l2 := s.left1[s0], s.right1[s0], s.left1[n0], s.left2[n0]
	S0L, S0R, N0L, N0L2 := &words[s0l], &words[s0r], &words[n0l], &words[n0l2]
	s0t, s1t, n0t, n1t, n2t, ht := S0.Tag, words[s1].Tag, N0.Tag, N1.Tag, words[n2].Tag, H.Tag
	s0w, n0w, n1w := S0.Form, N0.Form, N1.Form
	d := distance(s0, n0)
	lab := uint32(s.label[s0])
	hh := s.head[h]
	commas := uint32(0)
	if s0 != none {
		commas = min(uint32(s.commas[n0]-s.commas[s0]), 3)
	}
	headed := uint32(0)
	if h != none {
		headed = 1
	}
	return append(keys,
		linear.Key2(1, s0t, headed),
		linear.Key2(2, s0w, headed),
		linear.Key3(3, s0w, s0t, headed),
		linear.Key1(4, n0t),
		linear.Key1(5, n0w),
		linear.Key2(6, n0w, n0t),
		linear.Key1(7, n1t),
		linear.Key1(8, n1w),
		linear.Key2(9, n1w, n1t),
		linear.Key1(10, n2t),
		linear.Key2(12, s1t, headed),
		linear.Key3(14, s0w, s0t, n0t),
		linear.Key3(15, s0t, n0w, n0t),
		linear.Key3(17, s0t, n0t, headed),
		linear.Key2(18, n0t, n1t),
		linear.Key3(19, s0t, n0t, n1t),
		linear.Key3(20, n0t, n1t, n2t),
		linear.Key3(21, s1t, s0t, n0t),
		linear.Key3(22, ht, s0t, n0t),
		linear.Key3(23, s0t, S0L.Tag, n0t),
		linear.Key3(24, s0t, S0R.Tag, n0t),
		linear.Key3(25, s0t, n0t, N0L.Tag),
		linear.Key2(27, s0t, d),
		linear.Key2(29, n0t, d),
		linear.Key3(30, s0t, n0t, d),
		linear.Key2(31, s0w, uint32(s.rightCount[s0])),
		linear.Key2(32, s0t, uint32(s.rightCount[s0])),
		linear.Key2(34, s0t, uint32(s.leftCount[s0])),
		linear.Key2(36, n0t, uint32(s.leftCount[n0])),
		linear.Key2(37, s0t, lab),
		linear.Key1(38, ht),
		linear.Key1(39, H.Form),
		linear.Key2(40, S0L.Tag, uint32(s.label[s0l])),
		linear.Key1(41, S0L.Form),
		linear.Key2(42, S0R.Tag, uint32(s.label[s0r])),
		linear.Key1(43, S0R.Form),
		linear.Key2(44, N0L.Tag, uint32(s.label[n0l])),
		linear.Key1(45, N0L.Form),
		linear.Key2(46, s0t, fold(s.rightSet[s0])),
		linear.Key2(47, s0t, fold(s.leftSet[s0])),
		linear.Key2(48, n0t, fold(s.leftSet[n0])),
		linear.Key2(49, s0w, fold(s.rightSet[s0])),
		linear.Key4(52, s0t, ht, N0L.Form, n0t),
		linear.Key3(53, lab, N0L.Form, n0t),
		linear.Key4(55, s0t, n0t, fold(s.rightSet[s0]), fold(s.leftSet[n0])),
		linear.Key4(56, s0t, n0t, n1t, n2t),
		linear.Key3(58, s0t, n0t, words[n3].Tag),
		linear.Key3(59, s0t, N0L.Tag, N0L2.Tag),
		linear.Key3(60, s1t, lab, n0t),
		linear.Key3(61, s0t, n0w, n1t),
		linear.Key3(62, s0t, n0t, n1w),
		linear.Key3(63, s0t, n0w, lab),
		linear.Key3(65, s0w, n0t, n1t),
		linear.Key3(67, s0t, n0t, N0L.Form),
		linear.Key4(68, s1t, s0t, lab, uint32(s.label[s1])),
		linear.Key3(69, H.Form, N0L.Form, n0t),
		linear.Key4(71, s1t, s0t, N0L.Form, n0t),
		linear.Key2(73, N0.Suf3, n0t),
		linear.Key2(74, S0.Suf3, s0t),
		linear.Key2(75, S0.Shape, N0.Shape),
		linear.Key3(76, words[hh].Tag, ht, s0t),
		linear.Key4(78, s0t, n0t, commas, d),
		linear.Key3(79, s0w, n0t, commas),
		linear.Key2(80, S0.Class, N0.Class),
		linear.Key3(81, S0.Class, N0.Class, N1.Class),
		linear.Key4(82, s0t, n0t, lab, commas),
		linear.Key4(83, s0t, n0t, fold(s.rightSet[h]), lab),
		linear.Key4(84, ht, s0t, n0t, n1t),
		linear.Key3(86, S0.Coarse, N0.Coarse, N0L.Form),
		linear.Key3(88, S0.Fine, N0L.Form, n0t),
		linear.Key3(89, S0.Coarse, N0L.Form, N0.Fine),
		linear.Key3(90, H.Fine, N0L.Form, n0t),
		linear.Key2(91, S0.Fine, n0t),
		linear.Key2(92, s0t, N0.Fine),
		linear.Key2(94, S0.Coarse, N0.Coarse),
		linear.Key2(96, n0t, N1.Fine),
	)
}

// labelKeys appends the features of the arc from h to c.
func (s *state) labelKeys(keys []uint32, words []Word, h, c int32) []uint32 {
	none := int32(s.n + 1)
	H, C := &words[h], &words[c]
	dir := uint32(0)
	if h < c {
		dir = 1
	}
	at := func(i int32) *Word {
		if i < 0 || i > none {
			return &words[none]
		}
		return &words[i]
	}
	hp, hn, cp, cn := at(h-1), at(h+1), at(c-1), at(c+1)
	cl, cl2, cr := s.left1[c], s.left2[c], s.right1[c]
	CL, CL2, CR := &words[cl], &words[cl2], &words[cr]
	hw, ht, cw, ct := H.Form, H.Tag+dir<<8, C.Form, C.Tag
	d := distance(h, c)
	hh := s.head[h]
	set := s.leftSet[h]
	if dir == 1 {
		set = s.rightSet[h]
	}
	both := fold(s.leftSet[h]*3 + s.rightSet[h])
	hl := &words[s.left1[h]]
	hr := &words[s.right1[h]]
	return append(keys,
		linear.Key1(1, dir),
		linear.Key2(2, hw, dir),
		linear.Key1(3, ht),
		linear.Key2(4, hw, ht),
		linear.Key2(5, cw, dir),
		linear.Key2(6, ct, dir),
		linear.Key3(7, cw, ct, dir),
		linear.Key2(8, ht, ct),
		linear.Key3(9, hw, ct, dir),
		linear.Key2(10, ht, cw),
		linear.Key3(11, hw, cw, dir),
		linear.Key3(12, ht, ct, d),
		linear.Key2(13, d, dir),
		linear.Key2(14, cw, d*2+dir),
		linear.Key3(15, ht, ct, CL.Form),
		linear.Key3(16, ht, ct, CL.Tag),
		linear.Key2(18, cw, CL.Form),
		linear.Key3(20, ht, ct, CL2.Tag),
		linear.Key3(21, ht, CL2.Form, CL.Form),
		linear.Key3(22, ht, ct, CR.Tag),
		linear.Key3(23, ht, ct, CR.Form),
		linear.Key3(24, ht, ct, cp.Tag),
		linear.Key3(25, ht, ct, cn.Tag),
		linear.Key3(26, ht, ct, hp.Tag),
		linear.Key3(27, ht, ct, hn.Tag),
		linear.Key3(28, ht, ct, cp.Form),
		linear.Key3(29, ht, ct, cn.Form),
		linear.Key3(30, ht, ct, hp.Form),
		linear.Key3(31, ht, ct, hn.Form),
		linear.Key3(32, ht, ct, fold(set)),
		linear.Key3(33, hw, ct, fold(set)),
		linear.Key3(34, ht, ct, both),
		linear.Key3(35, ht, ct, fold(s.leftSet[c])),
		linear.Key3(36, ht, cw, fold(s.leftSet[c])),
		linear.Key3(37, ht, ct, uint32(s.label[h])),
		linear.Key3(38, ht, ct, words[hh].Tag),
		linear.Key3(39, ht, ct, hl.Form),
		linear.Key3(40, ht, ct, hr.Form),
		linear.Key3(41, ht, ct, C.Suf3),
		linear.Key3(42, ht, ct, C.Shape),
		linear.Key3(43, ht, ct, H.Suf3),
		linear.Key3(44, ct, dir, fold(s.leftSet[c])),
		linear.Key4(45, ht, cp.Tag, ct, cn.Tag),
		linear.Key4(46, ht, ct, hl.Tag, hr.Tag),
		linear.Key2(48, cp.Form, cw),
		linear.Key3(49, H.Fine, ct, dir),
		linear.Key2(50, ht, C.Fine),
		linear.Key3(52, ht, CL.Form, C.Coarse),
	)
}
