package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// overlay is a frame that an auxiliary, or several together, evoke with
// whatever verb: "must withdraw", "should have asked", "will not sign".
type overlay struct {
	frame *lexicon.Frame
	words []string
}

// overlaid gives the frame that its auxiliaries lay over the verb at token i,
// nil when none does. own is the standing of the clause, st what it would be
// without its auxiliaries.
func (r reading) overlaid(s *sentence, i int, own, st standing) *lexicon.Frame {
	if s.Tokens[i].POS != "VERB" || st.read || st.off {
		return nil
	}
	var best *lexicon.Frame
	top := 0
	for _, o := range r.x.index.overlays {
		if st.status != "" && !(st.status == entente.Planned && o.frame.Negated && st.verb >= 0 && r.x.index.is("resolving", s.Tokens[st.verb].Lemma)) {
			continue // but who vows not to do it refuses
		}
		if len(o.words) > top && r.lies(s, i, o, own) {
			best, top = o.frame, len(o.words)
		}
	}
	return best
}

// lies reports whether an overlay holds of the verb at token i: its
// auxiliaries are there, the act is of its types, and the one who speaks
// says it of others, or who refuses of himself.
func (r reading) lies(s *sentence, i int, o overlay, own standing) bool {
	f := o.frame
	for _, w := range o.words {
		if !s.has(i, "aux", w) && !(w == "to" && s.has(i, "mark", w)) && !(w == "subjunctive" && s.subjunctive(i)) {
			return false
		}
	}
	if f.Negated && !s.negated(i) || f.Conditional && len(s.conditions(i)) == 0 {
		return false
	}
	if len(f.Over)+len(f.Verbs) > 0 && (!r.over(s, i, f) || !f.Negated && s.negated(i)) {
		return false
	}
	if n := s.subject(i); len(f.Subjects) > 0 { // "there will be a response"
		return own.speaker != nil && n >= 0 && r.oneOf(s, n, f.Subjects)
	}
	of := r.fill(s, i, []string{"subj"}, "subj", own)
	if n := s.subject(i); f.Conditional && n >= 0 && s.Tokens[n].POS == "PRON" {
		return own.speaker != nil // "told Baghdad that it would close the border"
	}
	if n := s.subject(i); len(of) == 0 && ofOther(f) && n >= 0 { // "an attack on Spain would have consequences"
		of = r.d.named(s, n)
	}
	if own.speaker == nil {
		// In the article's own words, or those of "he", only refusals are plain.
		n := s.subject(i)
		return f.Negated && (own.verb < 0 || n >= 0 && s.Tokens[n].POS == "PRON")
	}
	others := without(of, []*entity{own.speaker})
	if slices.Contains(f.Actor, "speaker") {
		return len(others) > 0
	}
	return len(others) < len(of)
}

// subjunctive reports whether a verb stands as in "insisted that it leave".
func (s *sentence) subjunctive(i int) bool {
	t := s.Tokens[i]
	n := s.rel(i, "nsubj")
	if t.Rel != "ccomp" || !s.has(i, "mark", "that") || len(s.rel(i, "aux")) > 0 || t.Text != t.Lemma || t.Tag == "VBD" || t.Tag == "VBN" || len(n) == 0 {
		return false
	}
	switch s.Tokens[n[0]].Tag {
	case "NNP", "NN":
		return true
	case "PRP":
		return s.words[n[0]] == "he" || s.words[n[0]] == "she" || s.words[n[0]] == "it"
	case "NNS", "NNPS": // "suggested that the powers withdraw" after a past tense
		return s.Tokens[t.Head].Tag == "VBD"
	}
	return false
}

// over reports whether the verb at token i is one of the overlay's verbs, or
// names an act of its types.
func (r reading) over(s *sentence, i int, f *lexicon.Frame) bool {
	for _, v := range f.Verbs {
		if len(f.Auxiliaries) == 0 {
			break
		}
		parts := strings.Fields(v)
		if parts[0] == s.Tokens[i].Lemma && !slices.ContainsFunc(parts[1:], func(w string) bool { return !s.stands(i, w) }) {
			return true
		}
	}
	if slices.Contains(f.Over, string(entente.Threaten)) {
		if trig, _ := r.fittest(s, i, ofOther); trig != nil && trig.frame.Type == string(entente.Threaten) {
			return true // "vowed that they would pay"
		}
	}
	trig, _ := r.fittest(s, i, func(f *lexicon.Frame) bool { return !ofOther(f) })
	if trig != nil && trig.frame.Content == "same" { // "resume tests", "begin to bomb"
		return slices.ContainsFunc(s.rel(i, "obj", "xcomp"), func(c int) bool { return r.over(s, c, f) })
	}
	return trig != nil && slices.Contains(f.Over, trig.frame.Type)
}

// overlay reads the clause at token i as what the frame f is about.
func (r reading) overlay(s *sentence, i int, f *lexicon.Frame, own, st standing) {
	own.off, own.status, own.rule = st.off, st.status, st.rule
	if f.Negated {
		own.status = "" // to vow not to is to refuse now
	}
	inner := own
	inner.around = &st
	inner.read, inner.verb, inner.rule = true, i, f.ID
	inner.status = entente.Status(f.Content)
	before := len(r.d.found)
	r.clause(s, i, inner)
	if found := r.absorb(s, i, f, own, before); found == nil && f.Negated {
		r.d.found = slices.DeleteFunc(r.d.found, func(fd *finding) bool { return fd.sent == s && fd.under == i })
	} else if found != nil && f.Stance != "" {
		r.stance(s, i, f, own, found, nil)
	}
}

// ofOther reports whether a frame is one side's word about another: "said that
// it had lied".
func ofOther(f *lexicon.Frame) bool { return len(f.Actor) > 0 && f.Actor[0] == "speaker" }

// frameAt chooses the frame of token i, knowing who speaks: what is said of
// others comes before what the same words tell otherwise.
func (r reading) frameAt(s *sentence, i int, own standing) *lexicon.Frame {
	best, top := r.best(s, i, false)
	if own.speaker != nil {
		if said, n := r.best(s, i, true); said != nil && n >= top && r.standsFor(said.frame, own) && own.off == said.frame.Negated && r.saidOfOthers(s, i, said.frame, own) {
			return said.frame
		}
	}
	if best == nil {
		return nil
	}
	return best.frame
}

// standsFor reports whether what is said of others is told as it is, or, of
// what threatens them, as what will be.
func (r reading) standsFor(f *lexicon.Frame, own standing) bool {
	switch own.status {
	case "":
		return true
	case entente.Planned:
		return own.rule == "to" || f.Type == string(entente.Threaten) || f.Type == string(entente.Accuse) && own.rule == "would" // "is to blame", "will pay a price", "would weaken"
	case entente.Hypothetical:
		return f.Negated // "there can be no talks"
	}
	return false
}

// saidOfOthers reports whether the speaker says the act at token i of somebody else.
func (r reading) saidOfOthers(s *sentence, i int, f *lexicon.Frame, own standing) bool {
	speaker := []*entity{own.speaker}
	if f.Type == string(entente.Reject) {
		return true
	}
	of := r.fill(s, i, f.Recipient, "obj", own)
	if n := s.subject(i); len(of) == 0 && f.Type == string(entente.Threaten) && n >= 0 {
		of = r.d.named(s, n) // "an attack by India would be an act of war"
	}
	return len(without(of, speaker)) > 0 || len(of) == 0 && len(r.recalled(s, i, f, speaker)) > 0
}
