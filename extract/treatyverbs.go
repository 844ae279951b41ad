package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// madeBy adds to a description what verbs say of it: who signs, breaks or
// proposes the treaty, with whom, and in which year it was made.
func (x *Extractor) madeBy(d *document, s *sentence, i int, p *description) {
	for _, v := range x.treatyVerbs(s, i) {
		lemma := s.Tokens[v].Lemma
		closed := s.caseOf(i) == "with" && x.index.is("closing", lemma) // "ended the quarrel with a pact"
		made, acted := closed || x.index.is("made", lemma), x.index.is("kept-or-broken", lemma)
		if !made && !acted && !x.index.is("proposing", lemma) {
			if len(p.parties) == 1 && len(s.oblique(i, "with")) > 0 {
				p.addSides(d, x, s, s.agentOf(v)) // "Egypt insists on a treaty with Britain"
			}
			continue
		}
		p.acted = p.acted || acted
		if !x.index.is("broker", lemma) && !(acted && len(p.parties) > 1) {
			nouns := append(s.agentOf(v), s.oblique(v, "with")...)
			if x.index.is("bind", lemma) {
				nouns = append(append(nouns, s.objectOf(v)...), s.oblique(v, "to")...)
			}
			p.addSides(d, x, s, slices.DeleteFunc(nouns, func(n int) bool { return n == i }))
		}
		tag := s.Tokens[v].Tag
		p.signed = p.signed || made && (tag == "VBD" || tag == "VBN")
		p.coming = p.coming || made && s.has(v, "aux", "will", "may", "would", "could", "might", "shall")
		if p.year == 0 && made {
			x.madeWhen(d, s, v, p)
		}
	}
}

// addSides takes those whom the noun phrases name for parties, people for their countries.
func (p *description) addSides(d *document, x *Extractor, s *sentence, nouns []int) {
	for _, n := range nouns {
		for _, e := range x.agents(d, s, n, nil) {
			if c := d.countryEntity(x.index, e.country); c != nil {
				p.parties = append(p.parties, without([]*entity{c}, p.parties)...)
			} else if e.kind == entente.Group || e.kind == entente.Organization {
				p.parties = union(p.parties, []*entity{e})
			}
		}
	}
}

// madeWhen adds the year that the verb at token v makes a treaty in: of the time
// beside it, else of the article.
func (x *Extractor) madeWhen(d *document, s *sentence, v int, p *description) {
	future := s.has(v, "aux", "will", "shall", "would", "'ll") || s.Tokens[v].Tag == "VB" && !s.has(v, "aux")
	for _, c := range s.children[v] {
		if date := x.dateAt(d, s, c, future); date != "" {
			p.date = date
		}
	}
	const near = 8
	for j := v + 1; p.date == "" && j < len(s.Tokens) && j <= v+near && !isVerb(s, j); j++ {
		if s.Tokens[v].Tag != "VB" {
			p.date = x.dateAt(d, s, j, future)
		}
	}
	if p.date == "" && (s.Tokens[v].Tag == "VBD" || s.Tokens[v].Tag == "VBN") {
		p.date = x.yearAhead(d, s)
	}
	if p.madeIn = yearOf(p.date); p.date != "" {
		p.dated = true
	} else if s.Tokens[v].Tag == "VBD" && !s.has(v, "aux", "had") || s.index < 3 {
		p.madeIn = d.year
	}
}

// yearAhead gives the year that a sentence begins with, if it names no other time:
// "In 2015, ...".
func (x *Extractor) yearAhead(d *document, s *sentence) entente.Date {
	if len(s.times) != 1 || s.times[0].Year() == 0 || s.times[0].First > 1 {
		return ""
	}
	return reading{x, d}.resolved(s, s.times[0], false)
}

// dateAt is the time that token i belongs to, "" when there's none.
func (x *Extractor) dateAt(d *document, s *sentence, i int, future bool) entente.Date {
	k := s.timeAt[i]
	if k == 0 || s.caseOf(i) == "since" {
		return ""
	}
	return reading{x, d}.resolved(s, s.times[k-1], future)
}

// yearOf is the year of a date, 0 of the unknown one.
func yearOf(date entente.Date) int {
	if t, ok := date.Time(); ok {
		return t.Year()
	}
	return 0
}

// treatyVerbs gives the verbs that tell what is done to the treaty at token i:
// participles and relative clauses on it, those that begin the sentence ("Signed
// in 1972, the pact"), the one right after it, and the one that governs it.
func (x *Extractor) treatyVerbs(s *sentence, i int) []int {
	var out []int
	add := func(v int) {
		if v >= 0 && isVerb(s, v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	for _, a := range s.rel(i, "acl") {
		if s.Tokens[a].Tag == "VBN" || s.Tokens[a].Rel == "acl:relcl" {
			add(a)
		}
	}
	t := s.Tokens[i]
	v := t.Head
	if v >= 0 && strings.HasPrefix(t.Rel, "nsubj") {
		for _, c := range s.rel(v, "advcl") {
			if s.Tokens[c].Tag == "VBN" && c < i && len(s.rel(c, "nsubj")) == 0 {
				add(c)
			}
		}
	}
	add(x.verbAfter(s, i))
	for v >= 0 && !isVerb(s, v) && (t.Rel == "conj" || x.index.is("part-noun", s.Tokens[v].Lemma) || x.index.is("treaty-text", s.Tokens[v].Lemma)) {
		v = s.Tokens[v].Head // "signed the text of an agreement"
	}
	add(v)
	return out
}

// verbAfter gives the verb right after the name or the noun of a treaty that tells
// how it was made, however the parser hung it, -1 when there's none: "the accord,
// concluded in 1973", "the declaration that the two signed last year".
func (x *Extractor) verbAfter(s *sentence, i int) int {
	head := i
	for i+1 < len(s.Tokens) && s.treatyAt[i] != nil && s.treatyAt[i+1] == s.treatyAt[i] {
		i++
	}
	for i+2 < len(s.Tokens) && (s.words[i+1] == "of" || s.words[i+1] == "and") && s.Tokens[i+2].POS == "NOUN" {
		i += 2 // "of peace and friendship"
	}
	const near = 12
	for j := i + 1; j < len(s.Tokens) && j <= i+near && s.words[j] != ";" && !x.treatyNoun(s.words[j]); j++ {
		if s.Tokens[j].POS != "VERB" {
			continue
		}
		switch next := s.words[i+1]; {
		case !x.index.is("made", s.Tokens[j].Lemma):
		case j == i+1 && !strings.HasPrefix(s.Tokens[head].Rel, "nsubj"), next == "," && j == i+2, s.Tokens[j].Tag == "VBN" && (next == "," || j == i+1), (s.Tokens[j].Tag == "VBN" || s.Tokens[j].Tag == "VBD") && (next == "that" || next == "which"):
			return j
		case s.Tokens[j].Tag == "VBD" && s.relatesTo(i+1, j):
			return j
		}
		return -1
	}
	return -1
}

// relatesTo reports whether tokens first to before verb v can only be its subject, and a noun before them its
// object: "a treaty the two neighbours concluded in 1993".
func (s *sentence) relatesTo(first, v int) bool {
	switch s.Tokens[first].POS {
	case "DET", "PRON", "PROPN":
	default:
		return false
	}
	if v == first || v+1 < len(s.Tokens) && s.timeAt[v+1] == 0 && s.words[v+1] != "in" && s.words[v+1] != "on" && s.Tokens[v+1].POS != "PUNCT" {
		return false
	}
	for i := first; i < v; i++ {
		if s.Tokens[i].POS == "PUNCT" || s.Tokens[i].POS == "ADP" {
			return false
		}
	}
	return true
}

// treatyVerb reports whether what a verb is done to may be a treaty only; with a
// particle, if it may have one.
func (x *Extractor) treatyVerb(lemma string, particle bool) bool {
	return slices.ContainsFunc(x.index.verbs[lemma], func(g trigger) bool {
		return (len(g.with) == 0 || particle) && g.frame.Action != "" && g.frame.Action != "reject"
	})
}

// legislates reports whether the verb at token v is something that a parliament
// does: what it rejects or passes, it does to a treaty laid before it.
func (x *Extractor) legislates(s *sentence, v int) bool {
	return slices.ContainsFunc(s.agentOf(v), func(n int) bool { return x.index.is("legislature", strings.ToLower(s.Tokens[n].Lemma)) })
}

// timeOf reports whether the time at token t says when the treaty at token i was
// made, rather than what is to happen under it: no verb stands between but one
// that makes treaties.
func (x *Extractor) timeOf(s *sentence, t, i int) bool {
	for j, n := t, 0; j != i && j >= 0 && n < 6; j, n = s.Tokens[j].Head, n+1 {
		if isVerb(s, j) && !x.index.is("made", s.Tokens[j].Lemma) {
			return false
		}
	}
	return true
}

// underProposal reports whether the text speaks of the agreement as one that is
// asked for or offered, not made yet.
func (x *Extractor) underProposal(s *sentence, i int) bool {
	for _, c := range s.rel(i, "amod") {
		if x.index.is("not-yet", s.Tokens[c].Lemma) {
			return true
		}
	}
	for j, n := i, 0; s.Tokens[j].Head >= 0 && n < 6; n++ {
		j = s.Tokens[j].Head
		lemma := strings.ToLower(s.Tokens[j].Lemma)
		if x.index.is("kept-or-broken", lemma) && !x.index.is("taken-up", lemma) && isVerb(s, j) {
			return false // what one plans to leave is there
		}
		if x.index.is("proposing", lemma) || x.index.is("wishing", lemma) && s.has(j, "aux", "would", "'d") {
			return true
		}
		if tag := s.Tokens[j].Tag; (x.index.is("made", lemma) || x.index.is("kept-or-broken", lemma)) && (tag == "VBD" || tag == "VBN") {
			return false
		}
	}
	return false
}
