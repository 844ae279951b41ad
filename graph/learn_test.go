package graph

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/format"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/eval"
	"github.com/entente-graph/entente/lexicon"
)

var learn = flag.String("learn", "", "learn the weights of traits anew from the gold of the samples, of testdata/gold/dev and of the stories, and from this file of records of their articles")

// example is two gold reports of one block that fit: their traits, and whether
// they are of one event.
type example struct {
	traits []float64
	same   float64
	weight float64
}

// TestLearnWeights writes weights.go with -learn: a logistic regression over the
// pairs of gold reports that the rules compare. A trait that speaks for two
// reports being one never gets to speak against it, nor the other way round.
//
//	entente extract --format jsonl samples/articles testdata/gold/dev/articles testdata/gold/stories/articles > /tmp/records.jsonl
//	go test -run TestLearnWeights ./graph -learn /tmp/records.jsonl
func TestLearnWeights(t *testing.T) {
	if *learn == "" {
		t.Skip("only with -learn")
	}
	names := []string{"to begin with"}
	for _, x := range traits {
		names = append(names, x.name)
	}
	names = append(names, closest)
	folders := []string{"../samples", "../testdata/gold/dev", stories}
	var all []example
	of := map[string][]example{} // by folder
	for range 3 {                // who is ahead depends on the weights, which depend on who is ahead
		all = nil
		for _, folder := range folders {
			of[folder] = examples(t, folder)
			all = append(all, of[folder]...)
		}
		all = append(all, cases(t)...)
		for i, w := range regress(all) {
			weights[names[i]] = int(math.Round(100 * w))
		}
		weighed = weigh()
	}
	for i, folder := range folders {
		others := cases(t)
		for j, other := range folders {
			if j != i {
				others = append(others, of[other]...)
			}
		}
		right, joined, same := held(of[folder], regress(others))
		t.Logf("%s, with weights learned from the other folder: precision %.3f, recall %.3f of the pairs compared", folder, right/joined, right/same)
	}
	var b strings.Builder
	b.WriteString("package graph\n\n// weights are what the traits weigh, in hundredths of a logit, as TestLearnWeights\n// learns them from gold.\nvar weights = map[string]int{\n")
	for _, n := range names {
		if weights[n] != 0 {
			fmt.Fprintf(&b, "\t%q: %d,\n", n, weights[n])
		}
	}
	b.WriteString("}\n")
	source, err := format.Source([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("weights.go", source, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d examples\n%s", len(all), b.String())
}

// draws is how often each article's gold is put into a record; of stories there are so many
// that a fifth of that does. What extraction found counts for as much as one draw. The cases
// are few, and must not be outvoted.
const (
	draws          = 10
	drawsOfStories = 2
	ofExtracted    = 3
	ofCases        = 15
)

// cases are pairs of the reports in testdata/events.
func cases(t *testing.T) (all []example) {
	files, err := filepath.Glob("testdata/events/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, f := range files {
		c := readEvents(t, f)
		event := map[reportKey]string{}
		for _, r := range c.reports {
			event[r.key()] = c.letter[r.Event]
		}
		all = append(all, pairsOf(c.reports, event, ofCases)...)
	}
	return all
}

// examples are pairs of reports as perfect extraction would have them, and as
// extraction has them.
func examples(t *testing.T, folder string) (all []example) {
	articles, known := readGold(t, folder), lexiconNames(t)
	articles = slices.DeleteFunc(articles, func(a goldArticle) bool { return heldOut(a.File) })
	draws := draws
	if folder == stories {
		draws = drawsOfStories
	}
	for seed := range uint64(draws) {
		random := rand.New(rand.NewPCG(seed, 5))
		treaties := oneTreaty{known, map[string]string{}}
		var rs []report
		event := map[reportKey]string{}
		for _, a := range articles {
			for _, r := range reports(a.record(t, random, treaties)) {
				event[r.key()] = r.Event
				rs = append(rs, r)
			}
		}
		all = append(all, pairsOf(rs, event, 1)...)
	}
	rs, event := extracted(t, folder)
	return append(all, pairsOf(rs, event, ofExtracted)...)
}

// extracted are the reports of extraction, and the gold's events that they are of.
func extracted(t *testing.T, folder string) ([]report, map[reportKey]string) {
	gold, err := eval.Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(*learn)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var records []entente.Record
	for d := json.NewDecoder(f); d.More(); {
		var r entente.Record
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	records = slices.DeleteFunc(gold.Pick(records), func(r entente.Record) bool { return heldOut(filepath.Base(r.Article.Path)) })
	lex, err := lexicon.Open()
	if err != nil {
		t.Fatal(err)
	}
	countries := map[string]string{}
	for _, c := range lex.Countries {
		countries[c.ID] = c.Name
	}
	of := map[string]string{} // by claim
	for _, told := range eval.Score(gold, records, eval.Options{Countries: countries}).Told {
		for _, c := range told.Claims {
			of[c] = told.Event
		}
	}
	var rs []report
	event := map[reportKey]string{}
	for _, record := range records {
		for _, r := range reports(record) {
			for _, c := range r.Claims {
				if of[c] != "" {
					event[r.key()] = of[c]
				}
			}
			rs = append(rs, r)
		}
	}
	return rs, event
}

// pairsOf lists the pairs that are compared, of reports whose event is known.
func pairsOf(rs []report, event map[reportKey]string, weight float64) (all []example) {
	blocks := map[string][]report{}
	for _, r := range rs {
		b := crowded.block(nil, r)
		blocks[b] = append(blocks[b], r)
	}
	for _, rs := range blocks {
		m := matcher{}
		for _, r := range rs {
			m[r.Article] = append(m[r.Article], r)
		}
		for i, a := range rs {
			for _, b := range rs[:i] {
				x, y := event[a.key()], event[b.key()]
				if x == "" || y == "" || a.Article == b.Article || !fits(a, b) {
					continue
				}
				e := m.example(a, b)
				e.same, e.weight = float64(yes(x == y))/10, weight
				all = append(all, e)
			}
		}
	}
	return all
}

func (m matcher) example(a, b report) example {
	e := example{traits: []float64{1}}
	c := newCouple(a, b)
	for _, t := range traits {
		e.traits = append(e.traits, float64(t.of(c))/10)
	}
	e.traits = append(e.traits, float64(max(0, m.lead(a, b, scorePair(a, b))))/maxLead)
	return e
}

// regress finds the weights by gradient descent, keeping them small.
func regress(all []example) []float64 {
	n := len(all[0].traits)
	w, speed := make([]float64, n), make([]float64, n)
	sign := make([]int, n)
	for i, t := range traits {
		sign[i+1] = t.sign
	}
	sign[n-1] = 1
	sum := 0.0
	for _, e := range all {
		sum += e.weight
	}
	for range 4000 {
		slope := make([]float64, n)
		for _, e := range all {
			s := 0.0
			for i, x := range e.traits {
				s += w[i] * x
			}
			miss := e.weight * (1/(1+math.Exp(-s)) - e.same)
			for i, x := range e.traits {
				slope[i] += miss * x
			}
		}
		for i := range w {
			g := slope[i] / sum
			if i > 0 {
				g += decay * w[i]
			}
			speed[i] = 0.95*speed[i] - 0.5*g
			w[i] += speed[i]
			if w[i]*float64(sign[i]) < 0 {
				w[i], speed[i] = 0, 0
			}
		}
	}
	return w
}

// held counts the pairs that some weights hold to be of one event, rightly or not,
// and those that are.
func held(all []example, w []float64) (right, joined, same float64) {
	for _, e := range all {
		s := 0.0
		for i, x := range e.traits {
			s += w[i] * x
		}
		is := e.weight * e.same
		same += is
		if s >= float64(enough)/100 {
			joined += e.weight
			right += is
		}
	}
	return right, joined, same
}

// decay keeps weights small.
const decay = 0.00003
