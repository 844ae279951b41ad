package syntax

import "github.com/entente-graph/entente/extract/internal/linear"

// Tagger gives words their tags, left to right.
type Tagger struct {
	Model *linear.Model
}

// tagKeys appends the features of word i; tags before it are known.
func tagKeys(keys []uint32, words []Word, i int) []uint32 {
	n := len(words) - 2
	at := func(j int) *Word {
		if j < 0 {
			return &words[n+1]
		}
		return &words[min(j, n)]
	}
	w, p1, p2, n1, n2 := &words[i], at(i-1), at(i-2), at(i+1), at(i+2)
	if i+2 > n {
		n2 = &words[n+1]
	}
	return append(keys,
		linear.Key1(1, 0),
		linear.Key1(2, w.Form),
		linear.Key1(4, w.Suf1),
		linear.Key1(5, w.Suf2),
		linear.Key1(6, w.Suf3),
		linear.Key1(7, w.Suf4),
		linear.Key1(8, w.Pre1),
		linear.Key1(9, w.Pre2),
		linear.Key1(10, w.Pre3),
		linear.Key1(11, w.Shape),
		linear.Key2(12, w.Shape, w.Suf2),
		linear.Key2(13, w.Suf3, w.Pre1),
		linear.Key1(14, p1.Tag),
		linear.Key2(15, p1.Tag, p2.Tag),
		linear.Key2(17, p1.Tag, w.Suf3),
		linear.Key2(18, p1.Tag, w.Shape),
		linear.Key1(19, p2.Tag),
		linear.Key1(20, p1.Form),
		linear.Key1(21, p2.Form),
		linear.Key1(22, n1.Form),
		linear.Key1(23, n2.Form),
		linear.Key2(25, w.Form, n1.Form),
		linear.Key1(27, n1.Suf2),
		linear.Key1(28, n1.Suf3),
		linear.Key1(30, p1.Suf3),
		linear.Key2(31, p1.Shape, w.Shape),
		linear.Key2(32, w.Shape, n1.Shape),
		linear.Key3(34, p1.Tag, w.Suf2, n1.Suf3),
		linear.Key2(35, w.Form, n1.Suf3),
		linear.Key3(37, p1.Form, w.Suf2, n1.Form),
		linear.Key3(38, p2.Tag, p1.Tag, w.Form),
		linear.Key2(39, w.Class, w.Shape),
		linear.Key1(40, n1.Class),
		linear.Key1(41, n2.Class),
		linear.Key2(42, w.Class, n1.Class),
		linear.Key2(43, p1.Tag, w.Class),
		linear.Key3(44, p1.Tag, w.Class, n1.Class),
		linear.Key3(46, w.Class, n1.Class, n2.Class),
		linear.Key3(47, p2.Tag, p1.Tag, w.Class),
		linear.Key2(48, w.Form, n1.Class),
		linear.Key1(50, w.Fine),
		linear.Key2(51, w.Fine, w.Shape),
		linear.Key1(52, p1.Fine),
		linear.Key1(53, n1.Fine),
		linear.Key2(54, p1.Tag, w.Fine),
		linear.Key2(55, w.Coarse, n1.Coarse),
		linear.Key2(56, p1.Coarse, w.Coarse),
		linear.Key2(57, w.Fine, w.Suf3),
		linear.Key3(59, p1.Tag, w.Coarse, n1.Coarse),
	)
}

// Scratch is the working space of a tagger and a parser; one per goroutine.
type Scratch struct {
	keys  []uint32
	sums  linear.Sums
	state state
}

// Tag fills in the tags of words.
func (t *Tagger) Tag(words []Word, s *Scratch) {
	for i := range len(words) - 2 {
		s.keys = tagKeys(s.keys[:0], words, i)
		words[i].Tag = uint32(t.Model.Best(s.keys, &s.sums)) + 1
	}
}
