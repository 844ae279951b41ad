package syntax

import "github.com/entente-graph/entente/extract/internal/linear"

// TagOptions steer the training of a tagger.
type TagOptions struct {
	Classes    int     // number of tags
	Models     int     // to average
	Epochs     int     // rounds over the sentences
	MinUpdates int     // a feature counts once it was updated that often
	Drop       float64 // share of the features left out of each example
	Margin     float32 // by which the right tag must lead
	Clip       float32 // see linear.Round
	Floor      int     // see linear.Round
	Seed       uint64
}

// TrainTagger learns from sentences of words and their tags (index + 1).
// Several taggers are learnt, in different orders, and averaged.
func TrainTagger(sentences [][]Word, gold [][]uint32, o TagOptions) linear.Weights {
	var all []*linear.Trainer
	for k := range o.Models {
		all = append(all, trainTagger(sentences, gold, o, o.Seed+uint64(k)))
	}
	return linear.Round(o.Clip, o.Floor, all...)
}

func trainTagger(sentences [][]Word, gold [][]uint32, o TagOptions, seed uint64) *linear.Trainer {
	t := linear.NewTrainer(o.Classes, o.MinUpdates, o.Drop, seed)
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	scores := make([]float32, o.Classes)
	var keys []uint32
	for range o.Epochs {
		shuffle(order, t)
		for _, k := range order {
			words := sentences[k]
			for i := range len(words) - 2 {
				keys = tagKeys(keys[:0], words, i)
				use := t.Sample(keys)
				t.Scores(use, scores)
				right := int(gold[k][i]) - 1
				best, rival := 0, -1
				for c, v := range scores {
					if v > scores[best] {
						best = c
					}
					if c != right && (rival < 0 || v > scores[rival]) {
						rival = c
					}
				}
				words[i].Tag = uint32(best) + 1
				if right >= 0 && scores[right] <= scores[rival]+o.Margin {
					t.Update(use, right, rival, 1)
				}
				t.Tick()
			}
		}
	}
	return t
}

func shuffle(order []int, t *linear.Trainer) {
	for i := len(order) - 1; i > 0; i-- {
		j := int(t.Rand() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}
