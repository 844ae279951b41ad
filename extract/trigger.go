package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// trigger chooses the frame that token i evokes, the most specific one whose
// conditions are met; nil when there is none.
func (r reading) trigger(s *sentence, i int) *trigger {
	best, _ := r.best(s, i, false)
	return best
}

// best is the trigger of those that say something of others, or of the rest,
// that fits token i best, and how specifically it does.
func (r reading) best(s *sentence, i int, ofOthers bool) (*trigger, int) {
	if v := s.view; v != nil && !ofOthers && v.evoked[i].known {
		return v.evoked[i].trigger, v.evoked[i].fits
	}
	if r.spent(s, i) {
		return nil, -1
	}
	return r.fittest(s, i, func(f *lexicon.Frame) bool { return ofOther(f) == ofOthers })
}

// alone is the frame of token i where those who do it together with others, by the
// frame given, do it with nobody: "held drills".
func (r reading) alone(s *sentence, i int, f *lexicon.Frame) *lexicon.Frame {
	if !f.Mutual || !isVerb(s, i) {
		return nil
	}
	g, _ := r.fittest(s, i, func(f *lexicon.Frame) bool { return !f.Mutual && f.Type != "" && f.Content == "" && !ofOther(f) })
	if g == nil {
		return nil
	}
	return g.frame
}

// fittest is the trigger of the wanted frames that fits token i best, and how
// specifically, without a look at what governs the token.
func (r reading) fittest(s *sentence, i int, wanted func(f *lexicon.Frame) bool) (*trigger, int) {
	t := s.Tokens[i]
	lemma := strings.ToLower(t.Lemma)
	var from []trigger
	switch {
	case t.POS == "VERB" || t.POS == "AUX":
		if from = r.x.index.verbs[lemma]; from != nil {
			break
		}
		word := s.words[i]
		for _, form := range []string{lemma + "e", strings.TrimSuffix(word, "ed"), strings.TrimSuffix(word, "ing")} {
			if from = r.x.index.verbs[form]; from != nil { // "stoned" is no form of "ston", nor "heaped" of "hea"
				break
			}
		}
	case s.timeAt[i] > 0: // the month isn't a march
	case t.POS == "NOUN" || t.POS == "PROPN" && s.at[i] == nil || lemma == "nothing":
		from = r.x.index.nouns[lemma]
	case t.POS == "ADJ":
		from = r.x.index.adjs[lemma]
	}
	if s.predicated(i) {
		from = append(slices.Clone(from), r.qualities(s, i)...)
	}
	var alone []int
	known := false
	complements := func(g *trigger) []int { // the same for all triggers of one word
		if len(g.with) > 0 || g.frame.Verdict {
			return r.complements(s, i, g)
		}
		if !known {
			alone, known = slices.Clip(r.complements(s, i, g)), true
		}
		return alone
	}
	var best *trigger
	top := -1
	for k := range from {
		g := &from[k]
		if g.most() <= top || !wanted(g.frame) {
			continue
		}
		if n := r.fits(s, i, g, complements); n > top {
			best, top = g, n
		}
	}
	return best, top
}

// qualities gives the triggers of predicates that lie in what describes a noun:
// "was a reckless step", "is part of a plot".
func (r reading) qualities(s *sentence, i int) []trigger {
	var out []trigger
	for _, c := range r.described(s, i) {
		lemma := strings.ToLower(s.Tokens[c].Lemma)
		for _, g := range append(slices.Clone(r.x.index.adjs[lemma]), r.x.index.nouns[lemma]...) {
			if g.frame.Predicate {
				out = append(out, g)
			}
		}
	}
	return out
}

// described gives what says of what kind a noun's thing is: its adjectives, and
// what follows a vague noun.
func (r reading) described(s *sentence, i int) []int {
	out := s.rel(i, "amod")
	if lemma := strings.ToLower(s.Tokens[i].Lemma); r.x.index.is("vague-noun", lemma) || r.x.index.is("part-noun", lemma) {
		for _, c := range s.rel(i, "nmod") {
			out = append(append(out, c), s.rel(c, "amod")...)
		}
	}
	return out
}

// spent reports whether token i is a part of the trigger that governs it: "go" in
// "let go", "leave" in "ordered to leave".
func (r reading) spent(s *sentence, i int) bool {
	t := s.Tokens[i]
	if t.Head < 0 || t.Rel != "xcomp" && t.Rel != "ccomp" {
		return false
	}
	g := r.trigger(s, t.Head)
	return g != nil && g.frame.Type != "" && slices.Contains(g.with, s.words[i])
}

// fits says how specifically a trigger fits token i, with the complements that it has
// there, -1 when it doesn't.
func (r reading) fits(s *sentence, i int, g *trigger, complements func(g *trigger) []int) int {
	for _, w := range g.with {
		if !s.stands(i, w) || r.lasts(s, i, w) {
			return -1
		}
	}
	n := 2 * len(g.with)
	f := g.frame
	if f.Type == string(entente.Request) && s.has(i, "obj", "what") {
		return -1 // "declined to comment on what it called a plot"
	}
	if f.Predicate {
		if !s.predicated(i) && !(s.Tokens[i].Lemma == "blame" && s.has(i, "aux", "be") && s.has(i, "mark", "to")) {
			return -1
		}
		n++
	}
	if f.Negated {
		if !s.negated(i) {
			return -1
		}
		n += 4
	}
	if len(f.Over) > 0 {
		if !slices.ContainsFunc(s.rel(i, "xcomp", "ccomp", "acl", "advcl"), func(c int) bool { return r.over(s, c, f) }) {
			return -1
		}
		n += 3
	}
	if len(f.Subjects) > 0 {
		subjects := r.phraseTokens(s, s.agentOf(i))
		if !isVerb(s, i) || !slices.ContainsFunc(subjects, func(o int) bool { return r.oneOf(s, o, f.Subjects) }) {
			return -1
		}
		n += 3
		if slices.ContainsFunc(subjects, func(o int) bool { return s.inPhrase(o, f.Subjects) }) {
			n++ // an aid ship rather than a ship
		}
	}
	if len(f.Objects) == 0 && len(f.Not) == 0 {
		return n
	}
	tokens := complements(g)
	if len(f.Objects) > 0 {
		// "talks" alone say what "hold talks" says.
		self := !isVerb(s, i) && (r.oneOf(s, i, f.Objects) || r.x.index.is("treaty-event", strings.ToLower(s.Tokens[i].Lemma)))
		if !self && !slices.ContainsFunc(tokens, func(o int) bool { return r.oneOf(s, o, f.Objects) || r.anOther(s, i, o, f) }) {
			return -1
		}
		n += 3
		if f.Action != "" && slices.ContainsFunc(tokens, func(o int) bool { return s.treatyAt[o] != nil }) {
			n++ // a treaty that is known rather than the word alone
		}
	}
	if f.Verdict && isVerb(s, i) {
		tokens = append(tokens, s.objectOf(i)...)
	}
	if len(f.Not) > 0 {
		tokens = append(tokens, s.rel(i, "iobj")...)
	}
	if slices.ContainsFunc(tokens, func(o int) bool { return r.oneOf(s, o, f.Not) }) || slices.Contains(f.Not, "@clause") && s.urges(i) {
		return -1
	}
	return n
}

// most is the most that fits can say of a trigger.
func (g *trigger) most() int {
	f, n := g.frame, 2*len(g.with)
	if f.Predicate {
		n++
	}
	if f.Negated {
		n += 4
	}
	if len(f.Over) > 0 {
		n += 3
	}
	if len(f.Subjects) > 0 {
		n += 4
	}
	if len(f.Objects) > 0 {
		n += 4
	}
	return n
}

// negated reports whether a word is denied: by its own "no" or "not", or by that
// of the verb it completes.
func (s *sentence) negated(i int) bool {
	for j, n := i, 0; n < 2 && j >= 0; j, n = s.Tokens[j].Head, n+1 {
		if s.has(j, "det", "no") || s.has(j, "advmod", "not", "n't", "never") || s.has(j, "cc:preconj", "neither") {
			return true
		}
		if s.Tokens[i].Rel != "obj" && s.Tokens[i].Rel != "obl" && s.Tokens[i].Rel != "nsubj" {
			break
		}
	}
	if s.noLonger(i) || i > 0 && s.words[i-1] == "no" {
		return true
	}
	return s.words[i] == "nothing"
}

// noLonger reports whether what a word says has ceased: "is no longer bound by".
func (s *sentence) noLonger(i int) bool {
	var below []int
	s.below(i, &below)
	return slices.ContainsFunc(below, func(c int) bool { return c > 0 && c < i && s.words[c] == "longer" && s.words[c-1] == "no" })
}

// ownsUnnamed reports whether token o is the owner of something that the words
// before have named, of which only the owner is left: "ordered Cambodia's to leave".
func (s *sentence) ownsUnnamed(o int) bool {
	return s.Tokens[o].Rel == "obj" && s.at[o] != nil && s.has(o, "case", "'s", "’s", "'")
}

// predicated reports whether a noun or adjective is said of a subject, or of what has just been told.
func (s *sentence) predicated(i int) bool {
	return s.has(i, "cop") && s.has(i, "nsubj") || s.saidAlone(i)
}

// saidAlone reports whether a noun or adjective is all that somebody says: "An act of folly," said Mr Blair.
func (s *sentence) saidAlone(i int) bool {
	t := s.Tokens[i]
	return t.Rel == "ccomp" && t.Head > i && s.quoted[i] && !isVerb(s, i) && isVerb(s, t.Head) && len(s.rel(i, "cop", "nsubj", "mark", "case")) == 0
}

// stands reports whether a particle or preposition goes with the predicate at i.
func (s *sentence) stands(i int, w string) bool {
	for _, c := range s.children[i] {
		if s.words[c] == w && c != i && !(w == "to" && c < i && s.Tokens[c].Rel == "mark") { // "to condemn" isn't "condemn to"
			if r := s.Tokens[c].Rel; r == "compound:prt" || r == "advmod" || r == "obl" || r == "case" || r == "mark" || r == "xcomp" || r == "advcl" || r == "obj" || r == "ccomp" || r == "acl" || r == "iobj" || r == "obl:unmarked" || r == "nmod" || r == "amod" {
				return true
			}
		}
		for _, g := range s.children[c] {
			r := s.Tokens[g].Rel
			if s.timeAt[c] > 0 && r == "case" || s.Tokens[c].Rel == "conj" && isVerb(s, c) {
				continue // "called Red on Monday" isn't "called on", "condemn it and to ask" not "condemn to"
			}
			if s.words[g] == w && (r == "case" || r == "mark" || r == "fixed" || r == "advmod" || r == "acl" || r == "nmod" && s.Tokens[c].Rel == "obj") {
				return true
			}
			if s.Tokens[c].Rel == "obj" || s.Tokens[c].Rel == "compound:prt" || s.Tokens[c].Rel == "advmod" {
				for _, gg := range s.children[g] {
					if s.words[gg] == w && s.Tokens[gg].Rel == "case" {
						return true
					}
				}
			}
		}
	}
	return i+1 < len(s.Tokens) && s.words[i+1] == w
}

// lasts reports whether what hangs on a verb by the preposition only says how
// long: "pressed for years" isn't "pressed for aid".
func (r reading) lasts(s *sentence, i int, preposition string) bool {
	spans := s.rel(i, "obl")
	spans = slices.DeleteFunc(spans, func(c int) bool { return s.caseOf(c) != preposition })
	return len(spans) > 0 && !slices.ContainsFunc(spans, func(c int) bool { return !r.x.index.is("span", s.Tokens[c].Lemma) })
}

// urges reports whether a verb goes on to say what somebody is to do, or what is
// asked of him: "called on him to resign", "called on him for help".
func (s *sentence) urges(i int) bool {
	below := s.rel(i, "advcl")
	for _, c := range s.children[i] {
		if s.Tokens[c].Rel != "conj" && s.Tokens[c].Rel != "advcl" {
			s.below(c, &below)
		}
	}
	for _, c := range below {
		if c > i && (s.Tokens[c].Tag == "VB" && s.has(c, "mark", "to") || s.caseOf(c) == "for" && s.timeAt[c] == 0) {
			return true
		}
	}
	return false
}
