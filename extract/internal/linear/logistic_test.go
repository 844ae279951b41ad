package linear

import (
	"bytes"
	"math"
	"testing"
)

// Keys and vectors tell the class, sometimes both of two are right, and what is read
// back says the same.
func TestLogistic(t *testing.T) {
	for _, classes := range []int{2, 5, 17} {
		var lessons []Lesson
		vectors := Vectors{Width: classes, Unit: 1, All: make([]int8, classes*classes)}
		for c := range classes {
			vectors.All[c*classes+c] = 1
		}
		for i := range 40 * classes {
			c := i % classes
			lessons = append(lessons,
				Lesson{Keys: []uint32{Key1(1, uint32(c)), Key1(2, uint32(i%7))}, Right: []int{c}},
				Lesson{Keys: []uint32{Key1(2, uint32(i%5))}, Seen: []Seen{{1, int32(c), 0.5}, {1, int32(c), 0.5}}, Right: []int{c}},
				Lesson{Keys: []uint32{Key1(3, 1)}, Right: []int{0, 1}})
		}
		f := Fitting{Classes: classes, Places: 2, Vectors: vectors, Rounds: 20, Rate: 0.1}
		var a, b bytes.Buffer
		if err := f.Fit(lessons).Write(&a); err != nil {
			t.Fatal(err)
		}
		if err := f.Fit(lessons).Write(&b); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Fatalf("learnt otherwise from the same lessons: %v", err)
		}
		m, err := ReadLogistic(bytes.NewReader(a.Bytes()), vectors)
		if err != nil {
			t.Fatal(err)
		}
		var s Sums
		p := make([]float64, classes)
		for _, l := range lessons {
			m.Probabilities(l.Keys, l.Seen, &s, p)
			sum, right := 0.0, 0.0
			for _, x := range p {
				sum += x
			}
			for _, c := range l.Right {
				right += p[c]
			}
			if math.Abs(sum-1) > 1e-9 || right < 0.6 {
				t.Fatalf("of %d: %v for %v", classes, p, l)
			}
		}
	}
}

func TestReadLogisticRefuses(t *testing.T) {
	var whole bytes.Buffer
	if err := (Fitting{Classes: 2, Rounds: 1, Rate: 0.1}).Fit([]Lesson{{Keys: []uint32{1}, Right: []int{1}}, {Keys: []uint32{1}, Right: []int{1}}}).Write(&whole); err != nil {
		t.Fatal(err)
	}
	for n := range whole.Len() / 2 { // the end of the compressed part says nothing more
		if _, err := ReadLogistic(bytes.NewReader(whole.Bytes()[:n]), Vectors{}); err == nil {
			t.Errorf("read %d of %d bytes", n, whole.Len())
		}
	}
}
