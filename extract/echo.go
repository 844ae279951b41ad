package extract

import (
	"slices"

	"github.com/entente-graph/entente/extract/dates"
)

// echo makes of "Moscow did likewise" or "Gambia followed suit" what the one
// before did: to those he did it to, or to him where it was done to them.
func (r reading) echo(s *sentence, i int, st standing) {
	if st.off || !r.echoes(s, i) || s.negated(i) {
		return
	}
	actors := r.fill(s, i, nil, "subj", st)
	if !r.public(actors) {
		return
	}
	for first := range r.d.lately(s, 1) {
		if s.index > 0 && first.sent != s && first.sent.subordinate(first.token) {
			continue
		}
		if first.guessed || first.etype.Symmetric() || first.status != "" && real(first.status) != 0 || len(without(r.states(actors), r.states(first.actors))) == 0 {
			continue
		}
		own := *first
		own.sent, own.token, own.actors, own.status, own.speaker = s, i, actors, st.status, st.speaker
		own.claims, own.rule, own.guessed = nil, first.rule+"/echo", true
		if len(without(r.states(first.recipients), r.states(actors))) < len(r.states(first.recipients)) {
			own.recipients = first.actors // "expelled two of its diplomats; Minsk did likewise"
		}
		r.judge(&own, st)
		if s != first.sent || first.date == "" || slices.ContainsFunc(s.times, func(e dates.Expression) bool { return e.First > i }) {
			own.date = r.when(s, i, &own, st)
		}
		r.d.found = append(r.d.found, &own)
		return
	}
}

// echoes reports whether the verb at token i says only that somebody does as
// another did.
func (r reading) echoes(s *sentence, i int) bool {
	switch s.Tokens[i].Lemma {
	case "do":
		return s.has(i, "advmod", "likewise") || s.has(i, "obj", "likewise", "same")
	case "follow":
		return s.has(i, "obj", "suit") || len(s.rel(i, "nsubj")) > 0 && (s.Tokens[i].Rel == "conj" || s.Tokens[i].Rel == "root") && len(s.rel(i, "obj", "ccomp", "xcomp", "advcl")) == 0 &&
			!slices.ContainsFunc(s.rel(i, "obl"), func(o int) bool { return s.timeAt[o] == 0 })
	case "respond", "retaliate", "reply":
		return slices.ContainsFunc(s.oblique(i, "in"), func(n int) bool { return s.words[n] == "kind" })
	}
	return false
}
