package main

import (
	"embed"
	"fmt"
	"math/rand/v2"
)

// newspaper holds sentences of our own, written as newspapers write, with their
// trees: train.conllu to learn from, test.conllu to measure.
//
//go:embed newspaper
var newspaper embed.FS

// newspaperCopies is how often each newspaper sentence is learnt, each time with
// other names in it.
const newspaperCopies = 2

func readNewspaper(name string) ([]tree, error) {
	f, err := newspaper.Open("newspaper/" + name + ".conllu")
	if err != nil {
		return nil, fmt.Errorf("read newspaper trees: %w", err)
	}
	defer f.Close()
	return scanTrees(f, name)
}

// varied makes copies of trees with other names of states, people and weekdays.
func varied(trees []tree, copies int, seed uint64) []tree {
	d := drill{rand.New(rand.NewPCG(seed, 19))}
	list := map[string][]string{}
	for _, words := range [][]string{countries, nations, surnames, firstNames, weekdays} {
		for _, w := range words {
			list[w] = words
		}
	}
	var out []tree
	for k := range copies {
		for i := range trees {
			t := trees[i]
			if k > 0 {
				t.forms = append([]string(nil), t.forms...)
				for j, f := range t.forms {
					if words := list[f]; words != nil && d.chance(2) {
						t.forms[j] = d.pick(words)
					}
				}
			}
			out = append(out, t)
		}
	}
	return out
}
