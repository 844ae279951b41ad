package syntax

import (
	"sync"

	"github.com/entente-graph/entente/extract/internal/linear"
)

// ParseOptions steer the training of a parser; what has no comment is as in
// TagOptions.
type ParseOptions struct {
	Labels     int   // number of labels
	Root       uint8 // 1 + index of the label of the root
	Models     int   // to average
	Epochs     int
	MinUpdates int
	Drop       float64
	Margin     float32
	Explore    float64 // share of wrong moves followed after the first epoch
	Clip       float32
	Floor      int // of moves
	ArcFloor   int // of labels
	Seed       uint64
}

// Example is a tagged sentence with its tree; heads count from 0, the root's is
// the number of words; labels are index + 1.
type Example struct {
	Words  []Word
	Heads  []int32
	Labels []uint8
}

// TrainParser learns moves and the labels of arcs. Several parsers are learnt, in different orders, and averaged.
func TrainParser(examples []Example, o ParseOptions) (move, label linear.Weights) {
	all := make([]*parserTrainer, o.Models)
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	for k := range all {
		slots <- struct{}{}
		wait.Go(func() {
			all[k] = trainParser(examples, o, o.Seed+uint64(3*k))
			<-slots
		})
	}
	wait.Wait()
	join := func(floor int, get func(*parserTrainer) *linear.Trainer) linear.Weights {
		var ts []*linear.Trainer
		for _, p := range all {
			ts = append(ts, get(p))
		}
		return linear.Round(o.Clip, floor, ts...)
	}
	return join(o.Floor, func(p *parserTrainer) *linear.Trainer { return p.moves }),
		join(o.ArcFloor, func(p *parserTrainer) *linear.Trainer { return p.labels })
}

// parserTrainer learns one parser.
type parserTrainer struct {
	moves, labels *linear.Trainer
	options       ParseOptions
	state         state
	keys          []uint32
	scores        []float32
}

func trainParser(examples []Example, o ParseOptions, seed uint64) *parserTrainer {
	p := &parserTrainer{
		moves:   linear.NewTrainer(moves, o.MinUpdates, o.Drop, seed),
		labels:  linear.NewTrainer(o.Labels, o.MinUpdates, o.Drop, seed+1),
		options: o,
		scores:  make([]float32, o.Labels),
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range o.Epochs {
		shuffle(order, p.moves)
		for _, k := range order {
			p.learn(&examples[k], epoch)
		}
	}
	return p
}

// learn parses one example and learns on the way.
func (p *parserTrainer) learn(ex *Example, epoch int) {
	s := &p.state
	s.reset(ex.Words)
	var scores [moves]float32
	for !s.done() {
		ok := s.legal()
		move := onlyMove(ok)
		if move < 0 {
			p.keys = s.moveKeys(p.keys[:0], ex.Words)
			use := p.moves.Sample(p.keys)
			p.moves.Scores(use, scores[:])
			move = learnMove(p.moves, use, &scores, ok, s.costs(ex.Heads), p.options, epoch)
		}
		var label uint8
		if move == leftArc || move == rightArc {
			if h, c := s.arc(move); int(h) == s.n {
				label = p.options.Root
			} else {
				right := -1
				if ex.Heads[c] == h {
					right = int(ex.Labels[c]) - 1
				}
				p.keys = s.labelKeys(p.keys[:0], ex.Words, h, c)
				label = p.learnLabel(right)
			}
		}
		s.apply(move, label)
	}
}

// learnMove updates towards the best of the cheapest moves and returns the
// move to follow.
func learnMove(t *linear.Trainer, use []uint32, scores *[moves]float32, ok [moves]bool, costs [moves]int, o ParseOptions, epoch int) int {
	cheapest := -1
	for m := range moves {
		if ok[m] && (cheapest < 0 || costs[m] < costs[cheapest]) {
			cheapest = m
		}
	}
	good, bad, best := -1, -1, -1
	for m := range moves {
		if !ok[m] {
			continue
		}
		if best < 0 || scores[m] > scores[best] {
			best = m
		}
		if costs[m] == costs[cheapest] {
			if good < 0 || scores[m] > scores[good] {
				good = m
			}
		} else if bad < 0 || scores[m] > scores[bad] {
			bad = m
		}
	}
	if bad >= 0 && scores[good] <= scores[bad]+o.Margin {
		t.Update(use, good, bad, 1)
	}
	t.Tick()
	if epoch > 0 && float64(t.Rand()>>11)/(1<<53) < o.Explore {
		return best
	}
	return good
}

// learnLabel updates towards the right label, when there is one, and returns
// the label that scored best.
func (p *parserTrainer) learnLabel(right int) uint8 {
	t := p.labels
	use := t.Sample(p.keys)
	t.Scores(use, p.scores)
	best, rival := 0, -1
	for c, v := range p.scores {
		if v > p.scores[best] {
			best = c
		}
		if c != right && (rival < 0 || v > p.scores[rival]) {
			rival = c
		}
	}
	if right >= 0 {
		if p.scores[right] <= p.scores[rival]+p.options.Margin {
			t.Update(use, right, rival, 1)
		}
		t.Tick()
	}
	return uint8(best) + 1
}
