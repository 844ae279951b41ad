package syntax

import (
	"github.com/entente-graph/entente/extract/internal/linear"
)

// Parser builds trees greedily.
type Parser struct {
	Moves  *linear.Model
	Labels *linear.Model
	Root   uint8 // 1 + index of the label of the root
}

// Parse gives each word of a tagged sentence its head, -1 for the root, and
// its label (index + 1). The slices hold until scratch is used again. Exactly
// one word is the root.
func (p *Parser) Parse(words []Word, sc *Scratch) (heads []int32, labels []uint8) {
	s := &sc.state
	n := len(words) - 2
	s.reset(words)
	for !s.done() {
		ok := s.legal()
		move := onlyMove(ok)
		if move < 0 {
			sc.keys = s.moveKeys(sc.keys[:0], words)
			scores := p.Moves.Quad(sc.keys, &sc.sums)
			for m, allowed := range ok {
				if allowed && (move < 0 || scores[m] > scores[move]) {
					move = m
				}
			}
		}
		s.apply(move, p.label(move, words, sc))
	}
	s.oneRoot(words, p.Root, func(h, c int32) uint8 { return p.labelArc(h, c, words, sc) })
	for c := range n {
		if int(s.head[c]) == n {
			s.head[c] = -1
		}
	}
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
	return uint8(p.Labels.Best(sc.keys, &sc.sums)) + 1
}

// oneRoot keeps the first word that hangs from the root and hangs the others
// from it.
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
}
