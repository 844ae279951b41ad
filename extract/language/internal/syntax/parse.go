package syntax

import "github.com/entente-graph/entente/extract/language/internal/linear"

// Parser builds trees greedily.
type Parser struct {
	Moves, Labels *linear.Model
	Root          uint8 // 1 + index of the label of the root
}

// Parse gives each word of a tagged sentence its head, -1 for the root, and
// its label (index + 1). The slices hold until scratch is used again. Exactly
// one word is the root.
func (p *Parser) Parse(words []Word, sc *Scratch) (heads []int32, labels []uint8) {
	s := &sc.state
	n := len(words) - 2
	s.reset(n)
	for !s.done() {
		ok := s.legal()
		move := onlyMove(ok)
		if move < 0 {
			sc.keys = s.moveKeys(sc.keys[:0], words)
			scores := p.Moves.Quad(sc.keys)
			for m, allowed := range ok {
				if allowed && (move < 0 || scores[m] > scores[move]) {
					move = m
				}
			}
		}
		s.apply(move, p.label(move, words, sc))
	}
	s.oneRoot(words, p.Root, func(h, c int32) uint8 { return p.labelArc(h, c, words, sc) })
	return s.head[:n], s.label[:n]
}

func onlyMove(ok [moves]bool) int {
	only := -1
	for m, allowed := range ok {
		if allowed {
			if only >= 0 {
				return -1
			}
			only = m
		}
	}
	return only
}

func (p *Parser) label(move int, words []Word, sc *Scratch) uint8 {
	if move != leftArc && move != rightArc {
		return 0
	}
	h, c := sc.state.arc(move)
	if int(h) == sc.state.n {
		return p.Root
	}
	return p.labelArc(h, c, words, sc)
}

func (p *Parser) labelArc(h, c int32, words []Word, sc *Scratch) uint8 {
	sc.keys = sc.state.labelKeys(sc.keys[:0], words, h, c)
	return uint8(p.Labels.Best(sc.keys, &sc.sums, nil)) + 1
}

// oneRoot keeps the first word that hangs from the root and hangs the others
// from it. Heads become -1 for the root.
func (s *state) oneRoot(words []Word, root uint8, label func(h, c int32) uint8) {
	first := int32(-1)
	for i := range s.n {
		if s.head[i] != int32(s.n) {
			continue
		}
		if first < 0 {
			first = int32(i)
			s.label[i] = root
			continue
		}
		s.head[i] = first
		s.label[i] = label(first, int32(i))
	}
	if first >= 0 {
		s.head[first] = -1
	}
}

// ParseOptions steer the training of a parser; what has no comment is as in
// TagOptions.
type ParseOptions struct {
	Labels     int   // number of labels
	Root       uint8 // 1 + index of the label of the root
	Epochs     int
	MinUpdates int
	Drop       float64
	Margin     float32
	Explore    float64 // share of wrong moves followed after the first epoch
	Clip       float32
	Floor      int
	Seed       uint64
}

// Example is a tagged sentence with its tree; heads count from 0, the root's is
// the number of words; labels are index + 1.
type Example struct {
	Words  []Word
	Heads  []int32
	Labels []uint8
}

// TrainParser learns moves and labels from trees.
func TrainParser(examples []Example, o ParseOptions) (move, label linear.Weights) {
	mt := linear.NewTrainer(moves, o.MinUpdates, o.Drop, o.Seed)
	lt := linear.NewTrainer(o.Labels, o.MinUpdates, o.Drop, o.Seed+1)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var s state
	var keys []uint32
	var ms [moves]float32
	ls := make([]float32, o.Labels)
	for epoch := range o.Epochs {
		shuffle(order, mt)
		for _, k := range order {
			ex := &examples[k]
			s.reset(len(ex.Heads))
			for !s.done() {
				ok := s.legal()
				move := onlyMove(ok)
				if move < 0 {
					keys = s.moveKeys(keys[:0], ex.Words)
					use := mt.Sample(keys)
					mt.Scores(use, ms[:])
					costs := s.costs(ex.Heads)
					move = learnMove(mt, use, &ms, ok, costs, o, epoch)
				}
				var lab uint8
				if move == leftArc || move == rightArc {
					h, c := s.arc(move)
					if int(h) == s.n {
						lab = o.Root
					} else {
						keys = s.labelKeys(keys[:0], ex.Words, h, c)
						use := lt.Sample(keys)
						lt.Scores(use, ls)
						right := -1
						if ex.Heads[c] == h {
							right = int(ex.Labels[c]) - 1
						}
						lab = learnLabel(lt, use, ls, right, o.Margin)
					}
				}
				s.apply(move, lab)
			}
		}
	}
	return mt.Weights(o.Clip, o.Floor), lt.Weights(o.Clip, o.Floor)
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
func learnLabel(t *linear.Trainer, use []uint32, scores []float32, right int, margin float32) uint8 {
	best, rival := 0, -1
	for c, v := range scores {
		if v > scores[best] {
			best = c
		}
		if c != right && (rival < 0 || v > scores[rival]) {
			rival = c
		}
	}
	if right >= 0 {
		if scores[right] <= scores[rival]+margin {
			t.Update(use, right, rival, 1)
		}
		t.Tick()
	}
	return uint8(best) + 1
}
