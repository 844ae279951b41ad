package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/entente-graph/entente/extract/language"
)

// ratio counts hits among wanted and given ones.
type ratio struct{ hits, wanted, given int }

func (r ratio) f1() float64 {
	if r.wanted+r.given == 0 {
		return 0
	}
	return 2 * float64(r.hits) / float64(r.wanted+r.given)
}

// scores are the figures of the model card.
type scores struct {
	words             int
	upos, xpos, lemma int
	uas, las          int
	rel               map[string]ratio
	verbs, verbLemmas int
	tokens, splits    ratio
	names             ratio
	namesByKind       [4]ratio
	wordsPerSecond    float64
}

func measure(m *language.Model, trees, news []tree, nameDev []named) scores {
	s := scores{rel: map[string]ratio{}}
	for i := range trees {
		s.addTree(m.Annotate(trees[i].forms), &trees[i])
	}
	s.addText(m, news)
	for _, n := range nameDev {
		s.addNames(m.Annotate(n.words), n)
	}
	var text strings.Builder
	words := 0
	for i := range trees {
		text.WriteString(trees[i].text + "\n")
		words += len(trees[i].forms)
	}
	for range 3 {
		start := time.Now()
		m.Read(text.String())
		s.wordsPerSecond = max(s.wordsPerSecond, float64(words)/time.Since(start).Seconds())
	}
	return s
}

func (s *scores) addTree(got language.Sentence, want *tree) {
	n := len(want.forms)
	for i, t := range got.Tokens {
		pos, tag, _ := strings.Cut(want.tags[i], "|")
		head := int(want.heads[i])
		if head == n {
			head = -1
		}
		s.words++
		s.upos += one(t.POS == pos)
		s.xpos += one(t.Tag == tag)
		s.lemma += one(strings.EqualFold(t.Lemma, want.lemmas[i]))
		if pos == "VERB" {
			s.verbs++
			s.verbLemmas += one(strings.EqualFold(t.Lemma, want.lemmas[i]))
		}
		right := t.Head == head && t.Rel == want.rels[i]
		s.uas += one(t.Head == head)
		s.las += one(right)
		r := s.rel[want.rels[i]]
		r.wanted++
		r.hits += one(right)
		s.rel[want.rels[i]] = r
		r = s.rel[t.Rel]
		r.given++
		s.rel[t.Rel] = r
	}
}

// addText rebuilds documents with their paragraphs and compares the tokens and
// sentence starts, counted in bytes without spaces.
func (s *scores) addText(m *language.Model, trees []tree) {
	for i := 0; i < len(trees); {
		j := i + 1
		for j < len(trees) && trees[j].doc == trees[i].doc {
			j++
		}
		var text strings.Builder
		wantTokens, wantStarts := map[[2]int]bool{}, map[int]bool{}
		at := 0
		for k := i; k < j; k++ {
			switch {
			case k == i:
			case trees[k].paragraph:
				text.WriteString("\n\n")
			default:
				text.WriteString(" ")
			}
			wantStarts[at] = true
			for w, f := range trees[k].forms {
				if w > 0 && trees[k].spaceBefore[w] {
					text.WriteString(" ")
				}
				text.WriteString(f)
				n := len(strings.ReplaceAll(f, " ", ""))
				wantTokens[[2]int{at, at + n}] = true
				at += n
			}
		}
		s.tokens.wanted += len(wantTokens)
		s.splits.wanted += len(wantStarts)
		at = 0
		for _, sent := range m.Read(text.String()) {
			s.splits.given++
			s.splits.hits += one(wantStarts[at])
			for _, t := range sent.Tokens {
				s.tokens.given++
				s.tokens.hits += one(wantTokens[[2]int{at, at + len(t.Text)}])
				at += len(t.Text)
			}
		}
		i = j
	}
}

func (s *scores) addNames(got language.Sentence, want named) {
	gold := map[language.Name]bool{}
	for i := 0; i < len(want.labels); i++ {
		prefix, kind, _ := strings.Cut(want.labels[i], "-")
		if prefix != "B" {
			continue
		}
		last := i
		for last+1 < len(want.labels) && want.labels[last+1] == "I-"+kind {
			last++
		}
		n := language.Name{First: i, Last: last, Kind: map[string]language.NameKind{"PER": 1, "ORG": 2, "LOC": 3}[kind]}
		gold[n] = true
		s.names.wanted++
		s.namesByKind[n.Kind].wanted++
	}
	for _, n := range got.Names {
		s.names.given++
		s.namesByKind[n.Kind].given++
		s.names.hits += one(gold[n])
		s.namesByKind[n.Kind].hits += one(gold[n])
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *scores) String() string {
	pct := func(n int) float64 { return 100 * float64(n) / float64(s.words) }
	var b strings.Builder
	fmt.Fprintf(&b, "UPOS %.2f  XPOS %.2f  lemma %.2f  (verbs %.2f)\n", pct(s.upos), pct(s.xpos), pct(s.lemma), 100*float64(s.verbLemmas)/float64(s.verbs))
	fmt.Fprintf(&b, "UAS %.2f  LAS %.2f\n", pct(s.uas), pct(s.las))
	for _, r := range []string{"nsubj", "obj", "obl", "root", "nsubj:pass", "obl:agent", "nmod", "ccomp", "conj"} {
		fmt.Fprintf(&b, "%s %.3f  ", r, s.rel[r].f1())
	}
	fmt.Fprintf(&b, "\nnews text: tokens F1 %.4f, sentences F1 %.3f\n", s.tokens.f1(), s.splits.f1())
	fmt.Fprintf(&b, "names F1 %.3f  (PER %.3f ORG %.3f LOC %.3f)\n", s.names.f1(), s.namesByKind[1].f1(), s.namesByKind[2].f1(), s.namesByKind[3].f1())
	fmt.Fprintf(&b, "words/s %.0f\n", s.wordsPerSecond)
	return b.String()
}
