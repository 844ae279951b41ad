package lemma

import (
	"compress/flate"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Sample is a word of a treebank.
type Sample struct{ Form, Tag, Lemma string }

// Train learns exceptions and endings; a sample counts as often as it occurs.
func Train(samples []Sample) *Model {
	votes := map[key]map[string]int{}
	for _, s := range samples {
		if s.Tag == "NNP" || s.Tag == "NNPS" || s.Lemma == "_" || s.Form == "" || strings.ContainsAny(s.Form+s.Lemma, "\t ") {
			continue
		}
		k := key{s.Tag, lower(s.Form)}
		if votes[k] == nil {
			votes[k] = map[string]int{}
		}
		votes[k][lower(s.Lemma)]++
	}
	forms := slices.SortedFunc(maps.Keys(votes), compareKeys)
	m := &Model{exceptions: map[key]string{}, endings: map[key]edit{}, verbs: map[string]bool{}}
	known := map[key]string{}
	endings := map[key]map[edit]int{}
	for _, k := range forms {
		l, n := majority(votes[k], strings.Compare)
		known[k] = l
		if n > 1 && strings.HasPrefix(k.tag, "VB") && k.tag != "VBZ" && len(l) > 2 {
			m.verbs[l] = true
		}
		e := difference(k.text, l)
		if e.cut > 9 {
			continue
		}
		for i := max(0, len(k.text)-longestEnding); i <= len(k.text); i++ {
			end := key{k.tag, k.text[i:]}
			if endings[end] == nil {
				endings[end] = map[edit]int{}
			}
			endings[end][e]++
		}
	}
	m.know()
	// Shorter endings come first, and longer ones only where they differ.
	ends := slices.SortedFunc(maps.Keys(endings), func(a, b key) int {
		if len(a.text) != len(b.text) {
			return len(a.text) - len(b.text)
		}
		return compareKeys(a, b)
	})
	for _, k := range ends {
		best, n := majority(endings[k], compareEdits)
		if n < 2 {
			continue
		}
		inherited := edit{}
		for i := 1; i <= len(k.text); i++ {
			if e, ok := m.endings[key{k.tag, k.text[i:]}]; ok {
				inherited = e
				break
			}
		}
		if best != inherited {
			m.endings[k] = best
		}
	}
	for _, k := range forms {
		got := m.Of(k.text, k.tag)
		// Seen once, against a listed verb, it is sooner the treebank's slip.
		slip := votes[k][known[k]] == 1 && strings.HasPrefix(k.tag, "VB") && m.verbs[got]
		if got != known[k] && !slip {
			m.exceptions[k] = known[k]
		}
	}
	return m
}

func majority[T comparable](votes map[T]int, compare func(a, b T) int) (best T, n int) {
	for _, v := range slices.SortedFunc(maps.Keys(votes), compare) {
		if votes[v] > n {
			best, n = v, votes[v]
		}
	}
	return best, n
}

func compareKeys(a, b key) int {
	if c := strings.Compare(a.tag, b.tag); c != 0 {
		return c
	}
	return strings.Compare(a.text, b.text)
}

func compareEdits(a, b edit) int {
	if a.cut != b.cut {
		return a.cut - b.cut
	}
	return strings.Compare(a.add, b.add)
}

func difference(form, lemma string) edit {
	i := 0
	for i < len(form) && i < len(lemma) && form[i] == lemma[i] {
		i++
	}
	return edit{len(form) - i, lemma[i:]}
}

// Write stores the model.
func (m *Model) Write(out io.Writer) error {
	z, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return err
	}
	for _, v := range slices.Sorted(maps.Keys(m.verbs)) {
		fmt.Fprintf(z, "v\t%s\n", v)
	}
	for _, k := range slices.SortedFunc(maps.Keys(m.exceptions), compareKeys) {
		fmt.Fprintf(z, "x\t%s\t%s\t%s\n", k.tag, k.text, m.exceptions[k])
	}
	for _, k := range slices.SortedFunc(maps.Keys(m.endings), compareKeys) {
		e := m.endings[k]
		fmt.Fprintf(z, "e\t%s\t%s\t%d\t%s\n", k.tag, k.text, e.cut, e.add)
	}
	return z.Close()
}
