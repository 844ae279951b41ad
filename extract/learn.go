package extract

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/internal/linear"
	"github.com/entente-graph/entente/extract/internal/wordvec"
	"github.com/entente-graph/entente/lexicon"
)

// The models are fitted so often over all lessons, with steps so long: what held-out
// articles were told best with.
const (
	fitRounds = 6
	fitRate   = 0.03
)

// Same reports whether one of the names of somebody is accepted as who is meant.
type Same func(names, accepted []string) bool

// Learn fits the models of package extract to annotated articles and writes them to a
// folder. The words' vectors are part of them. The same gives the same.
func Learn(lex *lexicon.Lexicon, space wordvec.Space, from []Annotated, same Same, folder string) error {
	x, err := untaught(lex)
	if err != nil {
		return err
	}
	known := newWords(space)
	tutors := x.teach(from, func(t *tutor) { t.lessons(x, known) }, same)
	known.learnDull(tutors)
	if err := write(folder, "words.bin", known.write); err != nil {
		return err
	}
	learnt := newModels(known)
	// What is right is learnt from findings of models that never saw the article.
	for half := range 2 {
		w := fitTo(tutors, known, func(i int) bool { return i%2 != half })
		learnt.topics, learnt.deeds, learnt.parts = w.topics.Logistic(known.vectors), w.deeds.Logistic(known.vectors), w.parts.Logistic(linear.Vectors{})
		y := *x
		y.models = learnt
		for i, t := range y.teach(from, func(t *tutor) { t.judged(&y) }, same) {
			if i%2 == half {
				tutors[i].findings = t.findings
			}
		}
	}
	var findings []linear.Lesson
	for _, t := range tutors {
		findings = append(findings, t.findings...)
	}
	two := linear.Fitting{Classes: 2, Rounds: fitRounds, Rate: fitRate}
	w := fitTo(tutors, known, func(int) bool { return true })
	for _, f := range []struct {
		name string
		w    linear.LogisticWeights
	}{
		{"topics.bin", w.topics},
		{"deeds.bin", w.deeds},
		{"parts.bin", w.parts},
		{"judge.bin", two.Fit(findings)},
		{"times.bin", w.times},
	} {
		if err := write(folder, f.name, f.w.Write); err != nil {
			return err
		}
	}
	return nil
}

// weights are what is fitted to articles as they are.
type weights struct{ topics, deeds, parts, times linear.LogisticWeights }

// fitTo fits the models to those tutors' lessons that are wanted.
func fitTo(tutors []*tutor, known *words, wanted func(i int) bool) weights {
	var topics, deeds, parts, times []linear.Lesson
	for i, t := range tutors {
		if wanted(i) {
			topics, deeds, parts, times = append(topics, t.topic), append(deeds, t.deeds...), append(parts, t.parts...), append(times, t.times...)
		}
	}
	fit := linear.Fitting{Rounds: fitRounds, Rate: fitRate, Vectors: known.vectors}
	fit.Classes, fit.Places = 2, 1
	out := weights{topics: fit.Fit(topics)}
	fit.Classes, fit.Places = len(entente.EventTypes())+1, places
	out.deeds = fit.Fit(deeds)
	two := linear.Fitting{Classes: 2, Rounds: fitRounds, Rate: fitRate}
	out.parts, out.times = two.Fit(parts), two.Fit(times)
	return out
}

// teach has a tutor for each article do something, several at a time.
func (x *Extractor) teach(from []Annotated, do func(t *tutor), same Same) []*tutor {
	tutors := make([]*tutor, len(from))
	var wait sync.WaitGroup
	for first := range concurrent {
		wait.Go(func() {
			for i := first; i < len(from); i += concurrent {
				tutors[i] = &tutor{of: &from[i], same: same}
				do(tutors[i])
			}
		})
	}
	wait.Wait()
	return tutors
}

// concurrent is how many articles are read at a time.
const concurrent = 2

// write makes a file in a folder.
func write(folder, name string, content func(io.Writer) error) error {
	f, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		return fmt.Errorf("write models: %w", err)
	}
	if err := content(f); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", name, err)
	}
	return f.Close()
}

// learnDull finds the words that were seen often and never told of an event.
func (w *words) learnDull(tutors []*tutor) {
	const often = 6
	seen, told := make([]int, len(w.list)), make([]int, len(w.list))
	for _, t := range tutors {
		for _, l := range t.deeds {
			if i := slices.IndexFunc(l.Seen, func(s linear.Seen) bool { return s.Place == itself }); i >= 0 {
				seen[l.Seen[i].Word]++
				if l.Right[0] != 0 {
					told[l.Seen[i].Word]++
				}
			}
		}
	}
	for i := range w.dull {
		w.dull[i] = seen[i] >= often && told[i] == 0
	}
}

// tutor knows what a reader marked in an article, and collects what models are to learn
// from it.
type tutor struct {
	of                            *Annotated
	same                          Same
	teaches                       bool // tells what the models aren't asked
	topic                         linear.Lesson
	deeds, parts, findings, times []linear.Lesson
	told                          map[[2]int]bool // events by number, told of in a sentence by what was found before
}

// lessons reads the article once for its words, and once, told which words tell of events, for
// who takes part in them.
func (t *tutor) lessons(x *Extractor, known *words) {
	d := x.understand(t.of.Article, false)
	r := reading{x, d}
	public := 0
	if len(t.of.Events) > 0 {
		public = 1
	}
	t.topic = linear.Lesson{Keys: r.topicKeys(), Seen: r.topicSeen(known), Right: []int{public}}
	t.wordsOf(r, known)
	told := *x
	t.teaches, told.tutor = true, t
	told.understand(t.of.Article, false)
}

// judged reads the article with models, and tells what they find right and wrong.
func (t *tutor) judged(x *Extractor) {
	asked := *x
	t.told, asked.tutor = map[[2]int]bool{}, t
	asked.understand(t.of.Article, false)
}

// judge makes a lesson of a finding.
func (t *tutor) judge(r reading, fd *finding, k keys) {
	right := 0
	if t.tells(r, fd) {
		right = 1
	}
	t.findings = append(t.findings, linear.Lesson{Keys: k, Right: []int{right}})
}

// tells reports whether a finding is an event that its sentence is marked to tell of, with its
// sides; one is told once in a sentence.
func (t *tutor) tells(r reading, fd *finding) bool {
	names := func(es []*entity) (out []string) {
		for _, e := range es {
			out = append(out, r.namesOf(e)...)
		}
		return out
	}
	by, to := names(fd.actors), names(fd.recipients)
	is := func(names, accepted []string) bool { return len(accepted) == 0 || t.same(names, accepted) }
	for _, m := range t.of.marks {
		if m.end <= fd.sent.Start || m.end > fd.sent.End {
			continue
		}
		for _, n := range m.events {
			e, key := t.of.Events[n], [2]int{n, fd.sent.index}
			if t.told[key] || !slices.Contains(e.Types, fd.etype) {
				continue
			}
			right := is(by, e.Actor) && (is(to, e.Recipient) || len(to) == 0 && len(fd.treaties) > 0)
			if both := slices.Concat(by, to); fd.etype.Symmetric() && is(both, e.Actor) && is(both, e.Recipient) {
				right = true
			}
			if right {
				t.told[key] = true
				return true
			}
		}
	}
	return false
}

// wordsOf makes a lesson of each word that may tell of an event.
func (t *tutor) wordsOf(r reading, known *words) {
	for _, s := range r.d.sents {
		v := r.viewOf(s)
		for i := range s.Tokens {
			if !telling(s, i) {
				continue
			}
			l := linear.Lesson{Keys: r.deedKeys(v, i), Seen: r.deedSeen(v, i, known)}
			for _, e := range t.of.at(s, i) {
				for _, et := range e.Types {
					l.Right = append(l.Right, slices.Index(entente.EventTypes(), et)+1)
				}
			}
			if len(l.Right) == 0 {
				if slices.ContainsFunc(r.d.found, func(fd *finding) bool { return fd.sent == s && fd.token == i }) {
					continue // the rules take another word of the clause for the one that tells
				}
				l.Right = []int{0}
			}
			t.deeds = append(t.deeds, l)
		}
	}
}

// deed gives the type of the event that token i is marked to tell of, "" when of none.
func (t *tutor) deed(s *sentence, i int) entente.EventType {
	if es := t.of.at(s, i); len(es) > 0 {
		return es[0].Types[0]
	}
	return ""
}

// cast makes a lesson of each side that may take a part in an event that is marked.
func (t *tutor) cast(r reading, c *casting) {
	e, ok := t.meant(c.fd)
	if !ok {
		return
	}
	accepted := e.Actor
	if c.part == asRecipient {
		accepted = e.Recipient
	}
	for n, p := range c.parties {
		right := 0
		if slices.ContainsFunc(p.of, func(o *entity) bool { return t.same(r.namesOf(o), accepted) }) {
			right = 1
		}
		t.parts = append(t.parts, linear.Lesson{Keys: r.partKeys(c, n), Right: []int{right}})
	}
}

// date makes a lesson of each date that a finding may be of.
func (t *tutor) date(r reading, c *calendar) {
	e, ok := t.meant(c.fd)
	if !ok || !t.of.Dated {
		return
	}
	for n, o := range c.dates {
		right := 0
		if sameDate(o.date, e.Date) {
			right = 1
		}
		t.times = append(t.times, linear.Lesson{Keys: r.dateKeys(c, n), Right: []int{right}})
	}
}

// sameDate reports whether two dates are equally exact and the same, days one apart among
// them: reporters, and readers, differ so far.
func sameDate(a, b entente.Date) bool {
	s, ok := a.Time()
	u, okb := b.Time()
	return ok && okb && len(a) == len(b) && (a == b || a.Exact() && max(s.Sub(u), u.Sub(s)).Hours() <= 24)
}

// meant gives the marked event that a finding is of: of those of its type in its sentence
// the nearest.
func (t *tutor) meant(fd *finding) (best AnnotatedEvent, ok bool) {
	s, near := fd.sent, 0
	for _, m := range t.of.marks {
		if m.end <= s.Start || m.end > s.End {
			continue
		}
		for _, n := range m.events {
			e := t.of.Events[n]
			if !slices.Contains(e.Types, fd.etype) {
				continue
			}
			far := max(m.end-s.Tokens[fd.token].End, s.Tokens[fd.token].End-m.end)
			if !ok || far < near {
				best, near, ok = e, far, true
			}
		}
	}
	return best, ok
}

// namesOf gives the names that somebody goes by in the text, and the country's.
func (r reading) namesOf(e *entity) []string {
	out := []string{e.name}
	for _, m := range e.mentions {
		if m.how != byPronoun && m.how != byNominal {
			out = append(out, r.d.text(m.sent, m.first, m.last))
		}
	}
	if c := r.d.countryEntity(r.x.index, e.country); c != nil {
		out = append(out, c.name)
	}
	return out
}
