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

// treeScores are the figures for a treebank.
type treeScores struct {
	words             int
	upos, xpos, lemma int
	verbs, verbLemmas int
	uas, las, full    int // full: of relations with their subtypes
	rels, subtypes    relations
}

// relations are figures by relation.
type relations map[string]ratio

func measureTrees(m *language.Model, trees []tree) treeScores {
	s := treeScores{rels: relations{}, subtypes: relations{}}
	for i := range trees {
		s.addTree(m.Annotate(trees[i].forms), &trees[i])
	}
	return s
}

func (s *treeScores) String() string {
	pct := func(n int) float64 { return 100 * float64(n) / float64(s.words) }
	var b strings.Builder
	fmt.Fprintf(&b, "UPOS %.2f  XPOS %.2f  lemma %.2f  verb lemma %.2f  UAS %.2f  LAS %.2f  with subtypes %.2f\n  F1:",
		pct(s.upos), pct(s.xpos), pct(s.lemma), 100*float64(s.verbLemmas)/float64(s.verbs), pct(s.uas), pct(s.las), pct(s.full))
	for _, r := range []string{"nsubj", "obj", "obl", "root", "nmod", "ccomp", "conj"} {
		fmt.Fprintf(&b, "  %s %.3f", r, s.rels[r].f1())
	}
	for _, r := range []string{"nsubj:pass", "obl:agent"} {
		fmt.Fprintf(&b, "  %s %.3f", r, s.subtypes[r].f1())
	}
	b.WriteByte('\n')
	return b.String()
}

func measureText(m *language.Model, news []tree) string {
	var tokens, splits ratio
	compareText(m, news, &tokens, &splits)
	return fmt.Sprintf("GUM news, raw text: tokens F1 %.4f  sentences F1 %.3f\n", tokens.f1(), splits.f1())
}

func measureSpeed(m *language.Model, trees []tree) string {
	var text strings.Builder
	words, best := 0, 0.0
	for i := range trees {
		text.WriteString(trees[i].text + "\n")
		words += len(trees[i].forms)
	}
	for range 5 {
		start := time.Now()
		m.Read(text.String())
		best = max(best, float64(words)/time.Since(start).Seconds())
	}
	return fmt.Sprintf("words/s %.0f on one core, raw text to trees and names\n", best)
}

func (s *treeScores) addTree(got language.Sentence, want *tree) {
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
		s.uas += one(t.Head == head)
		s.las += one(t.Head == head && universal(t.Rel) == universal(want.rels[i]))
		s.full += one(t.Head == head && t.Rel == want.rels[i])
		s.rels.count(universal(want.rels[i]), universal(t.Rel), t.Head == head)
		s.subtypes.count(want.rels[i], t.Rel, t.Head == head)
	}
}

// universal is a relation without its subtype: what LAS compares, as the
// evaluation of the CoNLL 2018 shared task defines it.
func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// count adds an arc to the figures of its relations, wanted and given.
func (rs relations) count(wanted, given string, head bool) {
	r := rs[wanted]
	r.wanted++
	r.hits += one(head && wanted == given)
	rs[wanted] = r
	r = rs[given]
	r.given++
	rs[given] = r
}

// compareText rebuilds documents with their paragraphs and compares the tokens
// and sentence starts, counted in bytes without spaces.
func compareText(m *language.Model, trees []tree, tokens, splits *ratio) {
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
		tokens.wanted += len(wantTokens)
		splits.wanted += len(wantStarts)
		at = 0
		for _, sent := range m.Read(text.String()) {
			splits.given++
			splits.hits += one(wantStarts[at])
			for _, t := range sent.Tokens {
				tokens.given++
				tokens.hits += one(wantTokens[[2]int{at, at + len(t.Text)}])
				at += len(t.Text)
			}
		}
		i = j
	}
}

func measureNames(m *language.Model, sentences []named) string {
	var all ratio
	var kinds [4]ratio
	for _, n := range sentences {
		compareNames(m.Annotate(n.words), n, &all, &kinds)
	}
	return fmt.Sprintf("CrossNER politics dev: names F1 %.3f  PER %.3f  ORG %.3f  LOC %.3f\n", all.f1(), kinds[1].f1(), kinds[2].f1(), kinds[3].f1())
}

func compareNames(got language.Sentence, want named, all *ratio, kinds *[4]ratio) {
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
		all.wanted++
		kinds[n.Kind].wanted++
	}
	for _, n := range got.Names {
		all.given++
		kinds[n.Kind].given++
		all.hits += one(gold[n])
		kinds[n.Kind].hits += one(gold[n])
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
