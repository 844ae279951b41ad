package linear

import (
	"maps"
	"slices"
)

// Trainer learns an averaged perceptron. It isn't safe for concurrent use.
type Trainer struct {
	classes    int
	minUpdates uint16 // a feature counts once it was updated that often
	drop       uint32 // a feature is left out with probability drop/2^32
	rng        uint64
	now        float32
	mask       uint32
	keys       []uint32
	slot       []int32 // row+1
	used       int
	w, u       []float32
	updates    []uint16
	kept       []uint32
	rows       []int32
}

// NewTrainer gives an empty trainer; drop is the share of features left out of
// each example.
func NewTrainer(classes int, minUpdates int, drop float64, seed uint64) *Trainer {
	size := 1 << 16
	return &Trainer{
		classes: classes, minUpdates: uint16(minUpdates), drop: uint32(drop * (1 << 32)), rng: seed*k0 + k1,
		now: 1, mask: uint32(size - 1), keys: make([]uint32, size), slot: make([]int32, size),
	}
}

// Rand gives the next number of the trainer's own random sequence.
func (t *Trainer) Rand() uint64 {
	t.rng += k0
	z := t.rng
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Sample leaves features out at random; the result holds until the next call.
func (t *Trainer) Sample(keys []uint32) []uint32 {
	if t.drop == 0 {
		return keys
	}
	t.kept = t.kept[:0]
	for _, k := range keys {
		if uint32(t.Rand()>>32) >= t.drop {
			t.kept = append(t.kept, k)
		}
	}
	return t.kept
}

func (t *Trainer) find(key uint32) uint32 {
	i := key * 0x9e3779b1 & t.mask
	for t.slot[i] != 0 && t.keys[i] != key {
		i = (i + 1) & t.mask
	}
	return i
}

// Scores fills out with the present score of each class.
func (t *Trainer) Scores(keys []uint32, out []float32) {
	clear(out)
	t.rows = t.rows[:0]
	for _, k := range keys {
		if r := t.slot[t.find(k)] - 1; r >= 0 && t.updates[r] >= t.minUpdates {
			t.rows = append(t.rows, r)
		}
	}
	for _, r := range t.rows {
		row := t.w[int(r)*t.classes:][:len(out)]
		for c, v := range row {
			out[c] += v
		}
	}
}

// Update moves weight from class wrong to class right.
func (t *Trainer) Update(keys []uint32, right, wrong int, step float32) {
	for _, k := range keys {
		base := t.touch(k)
		t.w[base+right] += step
		t.w[base+wrong] -= step
		t.u[base+right] += step * t.now
		t.u[base+wrong] -= step * t.now
	}
}

// Add changes the weights of one class.
func (t *Trainer) Add(keys []uint32, class int, step float32) {
	for _, k := range keys {
		base := t.touch(k)
		t.w[base+class] += step
		t.u[base+class] += step * t.now
	}
}

// touch counts an update of a feature and gives the start of its row.
func (t *Trainer) touch(key uint32) int {
	i := t.find(key)
	r := int(t.slot[i]) - 1
	if r < 0 {
		r = t.insert(i, key)
	}
	if t.updates[r] < 1<<15 {
		t.updates[r]++
	}
	return r * t.classes
}

// Tick ends an example: averages are taken over ticks.
func (t *Trainer) Tick() { t.now++ }

func (t *Trainer) insert(i, key uint32) int {
	t.keys[i] = key
	t.used++
	t.slot[i] = int32(t.used)
	r := t.used - 1
	t.w = append(t.w, make([]float32, t.classes)...)
	t.u = append(t.u, make([]float32, t.classes)...)
	t.updates = append(t.updates, 0)
	if t.used*2 > len(t.slot) {
		keys, slot := t.keys, t.slot
		t.keys, t.slot = make([]uint32, 2*len(keys)), make([]int32, 2*len(keys))
		t.mask = uint32(len(t.keys) - 1)
		for j, s := range slot {
			if s != 0 {
				n := t.find(keys[j])
				t.keys[n], t.slot[n] = keys[j], s
			}
		}
	}
	return r
}

// Weights are averaged, rounded weights: what a model file holds.
type Weights struct {
	Classes int
	Keys    []uint32 // ascending
	Rows    [][]int8 // for each key, one weight for each class
}

// Round rounds the averages to bytes, taken together where several trainers
// learnt the same thing. Weights at or above clip times the largest fill the
// range; rows with no weight of at least floor are dropped.
func Round(clip float32, floor int, trainers ...*Trainer) Weights {
	classes := trainers[0].classes
	sums := map[uint32][]float32{}
	for _, t := range trainers {
		for i, s := range t.slot {
			if s == 0 || t.updates[s-1] < t.minUpdates {
				continue
			}
			row := sums[t.keys[i]]
			if row == nil {
				row = make([]float32, classes)
				sums[t.keys[i]] = row
			}
			base := int(s-1) * classes
			for c := range row {
				row[c] += t.w[base+c] - t.u[base+c]/t.now
			}
		}
	}
	var top float32
	for _, row := range sums {
		for _, v := range row {
			top = max(top, v, -v)
		}
	}
	scale := 127 / (top * clip)
	out := Weights{Classes: classes}
	for _, key := range slices.Sorted(maps.Keys(sums)) {
		row := make([]int8, classes)
		keep := false
		for c, v := range sums[key] {
			if v *= scale; v < 0 {
				row[c] = int8(max(v-0.5, -127))
			} else {
				row[c] = int8(min(v+0.5, 127))
			}
			keep = keep || int(row[c]) >= floor || int(row[c]) <= -floor
		}
		if keep {
			out.Keys = append(out.Keys, key)
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}
