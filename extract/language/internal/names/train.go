package names

import (
	"github.com/entente-graph/entente/extract/internal/linear"
	"github.com/entente-graph/entente/extract/language/internal/syntax"
)

// Example is a tagged sentence with the labels of its words.
type Example struct {
	Words  []syntax.Word
	Known  []Known
	Labels []int
}

// Options steer training.
type Options struct {
	Models     int // to average
	Epochs     int
	MinUpdates int
	Drop       float64
	Clip       float32
	Floor      int
	Seed       uint64
}

// Train learns a structured perceptron: each sentence is labelled as a whole.
// Several are learnt, in different orders, and averaged.
func Train(examples []Example, o Options) linear.Weights {
	var all []*linear.Trainer
	for k := range o.Models {
		all = append(all, train(examples, o, o.Seed+uint64(k)))
	}
	return linear.Round(o.Clip, o.Floor, all...)
}

func train(examples []Example, o Options, seed uint64) *linear.Trainer {
	t := linear.NewTrainer(Labels, o.MinUpdates, o.Drop, seed)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var trans [Labels + 1][Labels]float32
	var keys []uint32
	for range o.Epochs {
		for i := len(order) - 1; i > 0; i-- {
			j := int(t.Rand() % uint64(i+1))
			order[i], order[j] = order[j], order[i]
		}
		for _, k := range order {
			ex := &examples[k]
			n := len(ex.Labels)
			used := make([][]uint32, n)
			emit := make([][Labels]float32, n)
			for i := range n {
				keys = keysAt(keys[:0], ex.Words, ex.Known, i)
				used[i] = append([]uint32(nil), t.Sample(keys)...)
				t.Scores(used[i], emit[i][:])
				for l := range Labels { // a margin makes close calls count
					if l != ex.Labels[i] {
						emit[i][l] += 0.5
					}
				}
			}
			for p := range trans {
				t.Scores([]uint32{transKey(p)}, trans[p][:])
			}
			guess := decode(emit, &trans)
			p, q := Labels, Labels
			for i, g := range guess {
				right := ex.Labels[i]
				if g != right {
					t.Update(used[i], right, g, 1)
				}
				if g != right || p != q {
					t.Add([]uint32{transKey(p)}, right, 1)
					t.Add([]uint32{transKey(q)}, g, -1)
				}
				p, q = right, g
			}
			t.Tick()
		}
	}
	return t
}

func decode(emit [][Labels]float32, trans *[Labels + 1][Labels]float32) []int {
	n := len(emit)
	score := make([][Labels]float32, n)
	back := make([][Labels]int, n)
	for i := range n {
		for l := range Labels {
			best := -1
			if i == 0 {
				score[i][l] = emit[i][l] + trans[Labels][l]
				if !open(outside, l) {
					score[i][l] = -1e9
				}
				continue
			}
			for p := range Labels {
				if open(p, l) && (best < 0 || score[i-1][p]+trans[p][l] > score[i-1][best]+trans[best][l]) {
					best = p
				}
			}
			back[i][l] = best
			score[i][l] = score[i-1][best] + trans[best][l] + emit[i][l]
		}
	}
	out := make([]int, n)
	if n == 0 {
		return out
	}
	last := 0
	for l := range Labels {
		if score[n-1][l] > score[n-1][last] {
			last = l
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = last
		last = back[i][last]
	}
	return out
}
