package linear

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// learnt trains on examples whose class their first key tells.
func learnt(classes int) Weights {
	t := NewTrainer(classes, 1, 0, 1)
	scores := make([]float32, classes)
	for range 20 {
		for right := range classes {
			keys := []uint32{Key1(1, uint32(right)), Key2(2, 7, 9)}
			t.Scores(keys, scores)
			best := 0
			for c, v := range scores {
				if v > scores[best] {
					best = c
				}
			}
			if best != right {
				t.Update(keys, right, best, 1)
			}
			t.Tick()
		}
	}
	return Round(1, 0, t)
}

func TestLearnWriteRead(t *testing.T) {
	for _, classes := range []int{2, 4, 5, 17} {
		w := learnt(classes)
		var b bytes.Buffer
		if err := w.Write(&b); err != nil {
			t.Fatal(err)
		}
		m, err := Read(&b)
		if err != nil {
			t.Fatal(err)
		}
		var s Sums
		for right := range classes {
			keys := []uint32{Key1(1, uint32(right)), Key2(2, 7, 9), Key1(3, 3)}
			got := -1
			if classes <= 4 {
				scores := m.Quad(keys, &s)
				got = slices.Index(scores[:classes], slices.Max(scores[:classes]))
			} else {
				got = m.Best(keys, &s)
				scores := make([]int, classes)
				m.Scores(keys, &s, scores)
				if slices.Index(scores, slices.Max(scores)) != got {
					t.Errorf("of %d: best is %d, scores %v", classes, got, scores)
				}
			}
			if got != right {
				t.Errorf("of %d: class %d, want %d", classes, got, right)
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	w := learnt(5)
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		t.Fatal(err)
	}
	twice := Weights{Classes: 2, Keys: []uint32{5, 5}, Rows: [][]int8{{1, 0}, {0, 1}}}
	var same bytes.Buffer
	if err := twice.Write(&same); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"", "no model", b.String()[:b.Len()/2], same.String()} {
		if _, err := Read(strings.NewReader(bad)); err == nil {
			t.Errorf("read %d bytes that are no model", len(bad))
		}
	}
}

func TestRoundAverages(t *testing.T) {
	a, b := NewTrainer(2, 1, 0, 1), NewTrainer(2, 1, 0, 2)
	a.Update([]uint32{1}, 0, 1, 1)
	b.Update([]uint32{1}, 1, 0, 1)
	b.Update([]uint32{2}, 0, 1, 1)
	a.Tick()
	b.Tick()
	w := Round(1, 1, a, b)
	if !slices.Equal(w.Keys, []uint32{2}) || !slices.Equal(w.Rows[0], []int8{127, -127}) {
		t.Errorf("got %v", w)
	}
}
