package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/entente-graph/entente/extract/internal/linear"
	"github.com/entente-graph/entente/extract/internal/wordvec"
	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/extract/language/internal/lemma"
	"github.com/entente-graph/entente/extract/language/internal/names"
	"github.com/entente-graph/entente/extract/language/internal/syntax"
)

// Settings found by trying them on EWT dev.
var (
	tagOptions   = syntax.TagOptions{Models: 3, Epochs: 10, MinUpdates: 2, Drop: 0.4, Clip: 0.6, Floor: 3, Seed: 1}
	parseOptions = syntax.ParseOptions{Models: 4, Epochs: 8, MinUpdates: 2, Drop: 0.2, Explore: 0.9, Clip: 0.6, Floor: 6, ArcFloor: 10, Seed: 7}
	nameOptions  = names.Options{Models: 5, Epochs: 16, MinUpdates: 3, Drop: 0.4, Clip: 1, Floor: 1, Seed: 3}
)

const (
	folds      = 5  // of jackknifing
	foldBlock  = 40 // sentences in a row that share a fold: about a document
	rarestTag  = 8
	rarestRel  = 25
	concurrent = 2
	drillCount = 8000 // sentences of newspaper English from a small grammar
)

// index numbers labels; those rarer than least are left out.
type index struct {
	names []string
	of    map[string]int // from 1
}

func newIndex(trees []tree, least int, get func(*tree) []string) index {
	count := map[string]int{}
	for i := range trees {
		for _, s := range get(&trees[i]) {
			count[s]++
		}
	}
	x := index{of: map[string]int{}}
	for s, n := range count {
		if n >= least {
			x.names = append(x.names, s)
		}
	}
	slices.Sort(x.names)
	for i, s := range x.names {
		x.of[s] = i + 1
	}
	return x
}

// learner holds what is learnt.
type learner struct {
	tags, rels  index
	tagger      linear.Weights
	moves, arcs linear.Weights
	names       linear.Weights
	lemmas      *lemma.Model
	lexicon     syntax.Lexicon
	known       language.Gazetteer
	model       *linear.Model // of the tagger
}

func learn(c corpora, words wordvec.Space, g language.Gazetteer, as standIns) learner {
	l := learner{known: g, lemmas: learnLemmas(c.train)}
	alike := clusters(words, slices.Concat(c.train, c.ours))
	c.train = append(c.train, headlines(c.train)...)
	c.train = append(c.train, varied(c.ours, newspaperCopies, 11)...)
	c.train = append(c.train, as.read(c.train)...)
	c.train = append(c.train, drills(drillCount, 5)...)
	l.tags = newIndex(c.train, rarestTag, func(t *tree) []string { return t.tags })
	l.rels = newIndex(c.train, rarestRel, func(t *tree) []string { return t.rels })
	l.lexicon = learnLexicon(c.train, words.Words, alike)

	// Each fifth of the treebank is tagged by a tagger that hasn't seen it.
	tagged := make([][]syntax.Word, len(c.train))
	inParallel(folds+1, func(f int) {
		if f == folds {
			l.tagger = l.learnTags(c.train, tagOptions.Models, func(int) bool { return true })
			return
		}
		mine := func(i int) bool { return i/foldBlock%folds == f }
		tagger := syntax.Tagger{Model: l.learnTags(c.train, 1, func(i int) bool { return !mine(i) }).Model()}
		var s syntax.Scratch
		for i := range c.train {
			if mine(i) {
				tagged[i] = l.lexicon.Fill(nil, c.train[i].forms)
				tagger.Tag(tagged[i], &s)
			}
		}
	})
	l.model = l.tagger.Model()
	l.moves, l.arcs = l.learnTrees(c.train, tagged)
	l.names = l.learnNames(c.nameTrain)
	return l
}

// inParallel runs n jobs, a few at a time.
func inParallel(n int, job func(int)) {
	var wait sync.WaitGroup
	slots := make(chan struct{}, concurrent)
	for i := range n {
		slots <- struct{}{}
		wait.Go(func() {
			job(i)
			<-slots
		})
	}
	wait.Wait()
}

func (l *learner) learnTags(trees []tree, models int, use func(int) bool) linear.Weights {
	var words [][]syntax.Word
	var gold [][]uint32
	for i := range trees {
		if !use(i) {
			continue
		}
		g := make([]uint32, len(trees[i].tags))
		for j, t := range trees[i].tags {
			g[j] = uint32(l.tags.of[t])
		}
		words = append(words, l.lexicon.Fill(nil, trees[i].forms))
		gold = append(gold, g)
	}
	o := tagOptions
	o.Models = models
	o.Classes = len(l.tags.names)
	return syntax.TrainTagger(words, gold, o)
}

func (l *learner) learnTrees(trees []tree, tagged [][]syntax.Word) (move, arc linear.Weights) {
	examples := make([]syntax.Example, len(trees))
	for i := range trees {
		e := syntax.Example{Words: tagged[i], Heads: trees[i].heads}
		for _, r := range trees[i].rels {
			e.Labels = append(e.Labels, uint8(l.rels.of[r]))
		}
		examples[i] = e
	}
	o := parseOptions
	o.Labels, o.Root = len(l.rels.names), uint8(l.rels.of["root"])
	return syntax.TrainParser(examples, o)
}

func (l *learner) learnNames(corpus []named) linear.Weights {
	tagger := syntax.Tagger{Model: l.model}
	var s syntax.Scratch
	var examples []names.Example
	number := map[string]int{"PER": 1, "ORG": 2, "LOC": 3}
	for _, n := range corpus {
		e := names.Example{Words: l.lexicon.Fill(nil, n.words)}
		tagger.Tag(e.Words, &s)
		e.Known = names.LookUp(nil, n.words, func(words []string) (int, int) {
			n, kind := l.known.Longest(words)
			return n, int(kind)
		})
		for _, label := range n.labels {
			k := 0
			if prefix, kind, ok := strings.Cut(label, "-"); ok {
				k = names.Inside(number[kind])
				if prefix == "B" {
					k = names.Begin(number[kind])
				}
			}
			e.Labels = append(e.Labels, k)
		}
		examples = append(examples, e)
	}
	return names.Train(examples, nameOptions)
}

func learnLemmas(trees []tree) *lemma.Model {
	var samples []lemma.Sample
	for i := range trees {
		for j, f := range trees[i].forms {
			_, tag, _ := strings.Cut(trees[i].tags[j], "|")
			samples = append(samples, lemma.Sample{Form: f, Tag: tag, Lemma: trees[i].lemmas[j]})
		}
	}
	return lemma.Train(samples)
}

// write stores the models in a folder.
func (l *learner) write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"labels.bin", func(w io.Writer) error {
			_, err := io.WriteString(w, strings.Join(l.tags.names, " ")+"\n"+strings.Join(l.rels.names, " ")+"\n")
			return err
		}},
		{"tags.bin", l.tagger.Write}, {"moves.bin", l.moves.Write}, {"arcs.bin", l.arcs.Write}, {"names.bin", l.names.Write},
		{"lemmas.bin", l.lemmas.Write}, {"lexicon.bin", l.lexicon.Write},
	} {
		out, err := os.Create(filepath.Join(dir, f.name))
		if err != nil {
			return err
		}
		if err := f.write(out); err != nil {
			return err
		}
		if err := out.Close(); err != nil {
			return err
		}
	}
	return nil
}
