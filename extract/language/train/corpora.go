package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-graph/entente/extract/language/internal/text"
)

// heldOut are news documents of GUM that no model learns from.
var heldOut = map[string]bool{
	"GUM_news_asylum": true, "GUM_news_election": true, "GUM_news_hackers": true, "GUM_news_korea": true, "GUM_news_taxes": true,
}

var gumGenres = []string{"news", "interview", "bio", "voyage", "academic", "court"}

// corpora are all data for training and measuring.
type corpora struct {
	train, dev, test []tree
	news             []tree // held out
	ours, oursTest   []tree // newspaper sentences of our own
	nameTrain        []named
	nameDev          []named
}

// politicsCount is how often names in political text are learnt in an epoch.
const politicsCount = 5

// named is a sentence with the names in it.
type named struct {
	words  []string
	labels []string // O, B-PER, I-PER, ...
}

func readCorpora(dir string) (c corpora, err error) {
	load := func(name string) (ts []tree) {
		if err == nil {
			ts, err = readTrees(filepath.Join(dir, "treebank", name+".conllu"))
		}
		return ts
	}
	c.train, c.dev, c.test = load("ewt.train"), load("ewt.dev"), load("ewt.test")
	for _, g := range gumGenres {
		for _, t := range load("gum." + g) {
			if heldOut[t.doc] {
				c.news = append(c.news, t)
			} else {
				c.train = append(c.train, t)
			}
		}
	}
	if err == nil {
		c.ours, err = readNewspaper("train")
	}
	if err == nil {
		c.oursTest, err = readNewspaper("test")
	}
	names := func(file string, word, label int) (ns []named) {
		if err == nil {
			ns, err = readNames(filepath.Join(dir, "names", file), word, label)
		}
		return ns
	}
	c.nameTrain = names("wikigold.conll", 0, 1)
	politics := names("crossner-politics.train.txt", 0, 1)
	for range politicsCount {
		c.nameTrain = append(c.nameTrain, politics...)
	}
	c.nameTrain = append(c.nameTrain, names("uner-ewt.dev.iob2", 1, 2)...)
	c.nameDev = names("crossner-politics.dev.txt", 0, 1)
	return c, err
}

// kinds maps the labels of the corpora to ours; what is missing is no name.
var kinds = map[string]string{
	"PER": "PER", "person": "PER", "politician": "PER",
	"ORG": "ORG", "organisation": "ORG", "politicalparty": "ORG",
	"LOC": "LOC", "location": "LOC", "country": "LOC",
}

// readNames reads one word a line with its label, columns given; sentences end
// at blank lines. Words are cut further as our tokeniser does.
func readNames(file string, word, label int) ([]named, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []named
	var s named
	end := func() {
		if len(s.words) > 0 {
			out = append(out, s)
			s = named{}
		}
	}
	last := ""
	for i, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(l, "# ") {
			continue
		}
		f := strings.Fields(l)
		if len(f) == 0 {
			end()
			last = ""
			continue
		}
		if len(f) <= max(word, label) {
			return nil, fmt.Errorf("%s:%d: too few columns", file, i+1)
		}
		if strings.HasPrefix(f[word], "-DOCSTART") {
			continue
		}
		prefix, kind, _ := strings.Cut(f[label], "-")
		k := kinds[kind]
		begins := prefix == "B" || k != last
		for _, t := range text.Words(f[word]) {
			switch {
			case k == "":
				s.labels = append(s.labels, "O")
			case begins:
				s.labels = append(s.labels, "B-"+k)
			default:
				s.labels = append(s.labels, "I-"+k)
			}
			begins = false
			s.words = append(s.words, t)
		}
		last = k
	}
	end()
	return out, nil
}
