package extract

import (
	"slices"

	entente "github.com/entente-graph/entente"
)

// These hear denials and charges in what is only said: "insisted that there had
// been no clashes", "retorted that Paris had begun it".

// disclaim makes a denial of what an accused side says that it isn't or hasn't
// done, or that anybody insists on not having done: "said that it had broken
// nothing", "maintains that its men never crossed".
func (r reading) disclaim(s *sentence, i int, own standing) {
	who := []*entity{own.speaker}
	if r.x.reporter(own.speaker) || len(r.accuser(s, who)) == 0 && !r.insisted(s, i, own) {
		return
	}
	if of := r.fill(s, i, nil, "subj", own); len(of) == 0 || len(without(of, who)) < len(of) {
		r.deny(s, who, nil)
	}
}

// insisted reports whether the negation at token i is put with force, and is of
// what is or was: who insists on not yielding refuses.
func (r reading) insisted(s *sentence, i int, own standing) bool {
	v := s.verbAbove(i)
	if isVerb(s, i) {
		v = i
	}
	if v >= 0 && (s.toCome(v) || s.Tokens[v].Tag == "VB" && s.has(v, "mark", "to")) {
		return false
	}
	return own.verb >= 0 && r.x.index.is("insisting", s.Tokens[own.verb].Lemma) || v >= 0 && s.has(v, "advmod", "never")
}

// toCome reports whether a verb's auxiliary puts it in the future or makes it a
// matter of what may, can or must be.
func (s *sentence) toCome(v int) bool {
	return s.has(v, "aux", "will", "wo", "'ll", "shall", "would", "can", "ca", "could", "may", "might", "must", "should")
}

// contend makes claims of what is held against others: a denial, where an accused
// side insists on how things were, and a charge, where one retorts that another
// side did something.
func (r reading) contend(s *sentence, i int, own standing) {
	lemma := s.Tokens[i].Lemma
	if !isVerb(s, i) || own.off || !r.x.index.is("insisting", lemma) && !r.x.index.is("retorting", lemma) {
		return
	}
	who := r.fill(s, i, nil, "subj", own)
	if len(who) == 0 || !r.onStage(who) || r.x.reporter(who[0]) {
		return
	}
	for _, c := range s.rel(i, "ccomp", "parataxis") {
		if s.toCome(c) {
			continue
		}
		others := without(r.fill(s, c, nil, "subj", standing{speaker: who[0]}), who)
		stance := entente.Stance("")
		switch {
		case r.public(others) && r.x.index.is("retorting", lemma) && !s.negated(c):
			stance = entente.Accuses
		case len(others) == 0 && r.accused(who):
			stance = entente.Denies
		}
		if stance != "" && !slices.ContainsFunc(r.d.loose, func(l statement) bool { return l.sent == s && l.speaker == who[0] && l.stance == stance }) {
			r.d.loose = append(r.d.loose, said(s, who[0], stance, "contend"))
		}
	}
}

// accused reports whether the text has told of a charge against any of them.
func (r reading) accused(es []*entity) bool {
	return slices.ContainsFunc(r.d.found, func(fd *finding) bool {
		return fd.etype == entente.Accuse && len(without(fd.recipients, es)) < len(fd.recipients)
	})
}

// deniesThing reports whether a verb has "nothing" or "no such thing" for a side.
func (s *sentence) deniesThing(i int) bool {
	return slices.ContainsFunc(s.rel(i, "obj", "nsubj"), func(c int) bool {
		return s.words[c] == "nothing" || s.words[c] == "none" || s.has(c, "det", "no")
	})
}
