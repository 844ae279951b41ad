package linear

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Lesson is an example that a Logistic is fitted to.
type Lesson struct {
	Keys  []uint32
	Seen  []Seen
	Right []int // the classes that are right; whichever is likeliest is learnt
}

// Fitting says how to fit.
type Fitting struct {
	Classes int
	Places  int     // in which words are seen; 0 for none
	Vectors Vectors // of the words
	Rounds  int     // how often each lesson is learnt
	Rate    float64 // how far a step goes
}

// leastLessons is in how many lessons a key must be to have a weight.
const leastLessons = 2

// leastWeight is how large a weight must be, in a file, to be kept.
const leastWeight = 2

// fit is a Logistic while it is fitted, by AdaGrad (J. Duchi, E. Hazan, Y. Singer, 2011):
// every weight has a rate of its own that falls with the sum of its squared gradients.
type fit struct {
	Fitting
	index         map[uint32]int32
	w, g          []float32 // of keys: a row for each
	dense, dgrads []float32
	rows          [][]int32 // of each lesson's keys
	p             []float64
	sum           []float32 // of vectors
}

// Fit learns from lessons, always the same from the same.
func (f Fitting) Fit(lessons []Lesson) LogisticWeights {
	t := &fit{Fitting: f, index: map[uint32]int32{}, p: make([]float64, f.Classes), sum: make([]float32, f.Vectors.Width)}
	t.number(lessons)
	t.dense = make([]float32, f.Places*f.Vectors.Width*f.Classes)
	t.dgrads = make([]float32, len(t.dense))
	rng := rand.New(rand.NewPCG(1, 2))
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	for range f.Rounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.learn(&lessons[i], t.rows[i])
		}
	}
	return t.round()
}

// number gives each key that has a weight its row.
func (t *fit) number(lessons []Lesson) {
	count := map[uint32]int{}
	for i := range lessons {
		for _, k := range lessons[i].Keys {
			count[k]++
		}
	}
	t.rows = make([][]int32, len(lessons))
	for i := range lessons {
		for _, k := range lessons[i].Keys {
			if count[k] < leastLessons {
				continue
			}
			row, ok := t.index[k]
			if !ok {
				row = int32(len(t.index))
				t.index[k] = row
			}
			t.rows[i] = append(t.rows[i], row)
		}
	}
	t.w = make([]float32, len(t.index)*t.Classes)
	t.g = make([]float32, len(t.w))
}

// learn takes a step towards a lesson.
func (t *fit) learn(l *Lesson, rows []int32) {
	clear(t.p)
	for _, r := range rows {
		for c, w := range t.w[int(r)*t.Classes:][:t.Classes] {
			t.p[c] += float64(w)
		}
	}
	t.eachSeen(l, func(at int, x float32) {
		for c, w := range t.dense[at:][:t.Classes] {
			t.p[c] += float64(w * x)
		}
	})
	softmax(t.p)
	right := l.Right[0]
	for _, c := range l.Right {
		if t.p[c] > t.p[right] {
			right = c
		}
	}
	t.p[right]--
	const tiny = 0.001
	for c, d := range t.p {
		if math.Abs(d) < tiny {
			continue
		}
		for _, r := range rows {
			t.step(t.w, t.g, int(r)*t.Classes+c, d)
		}
		t.eachSeen(l, func(at int, x float32) { t.step(t.dense, t.dgrads, at+c, d*float64(x)) })
	}
}

// eachSeen reports every coordinate of what a lesson sees in its places and where its weights
// begin.
func (t *fit) eachSeen(l *Lesson, do func(at int, x float32)) {
	width := t.Vectors.Width
	for i := 0; i < len(l.Seen); {
		place := l.Seen[i].Place
		clear(t.sum)
		for ; i < len(l.Seen) && l.Seen[i].Place == place; i++ {
			weight := l.Seen[i].Weight
			t.Vectors.each(l.Seen[i].Word, func(j int, x float32) { t.sum[j] += x * weight })
		}
		for j, x := range t.sum {
			do((place*width+j)*t.Classes, x)
		}
	}
}

func (t *fit) step(w, g []float32, i int, gradient float64) {
	const start = 0.1
	g[i] += float32(gradient * gradient)
	w[i] -= float32(t.Rate * gradient / math.Sqrt(float64(g[i])+start))
}

// round brings the weights to bytes.
func (t *fit) round() LogisticWeights {
	out := LogisticWeights{Sparse: Weights{Classes: t.Classes}}
	keys := make([]uint32, 0, len(t.index))
	for k := range t.index {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		row := make([]int8, t.Classes)
		some := false
		for c, w := range t.w[int(t.index[k])*t.Classes:][:t.Classes] {
			if row[c] = toByte(w * unit); row[c] < leastWeight && row[c] > -leastWeight {
				row[c] = 0
			}
			some = some || row[c] != 0
		}
		if some {
			out.Sparse.Keys = append(out.Sparse.Keys, k)
			out.Sparse.Rows = append(out.Sparse.Rows, row)
		}
	}
	for _, w := range t.dense {
		out.Dense = append(out.Dense, toByte(w*vectorUnit))
	}
	return out
}

func toByte(x float32) int8 { return int8(math.Round(float64(min(max(x, -127), 127)))) }
