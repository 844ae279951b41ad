package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// Who suffers in an act of force, and what only counts them.

// sufferers gives the people only described to whom force is done: "fired on
// demonstrators", "the killing of villagers".
func (r reading) sufferers(fd *finding) []*entity {
	slots := fd.frame.Recipient
	if len(slots) == 0 {
		slots = []string{"obj"}
	}
	for _, slot := range slots {
		var es []*entity
		for _, n := range r.x.slot(fd.sent, fd.token, slot) {
			for _, t := range fd.sent.withConjuncts([]int{n}) {
				if r.x.index.is("number", strings.ToLower(fd.sent.Tokens[t].Lemma)) {
					if there := without(r.there(fd), fd.actors); len(there) > 0 {
						es = union(es, there) // "killed 21 people in Nairobi"
						continue
					}
				}
				es = union(es, []*entity{r.x.crowd(r.d, fd.sent, t, -1, false)})
			}
		}
		if len(es) > 0 {
			if !slices.ContainsFunc(es, func(e *entity) bool { return e.country != "" }) {
				es = union(es, without(r.there(fd), fd.actors)) // "killed villagers in Vietnam"
			}
			return es
		}
	}
	return nil
}

// toMarchers: those who were just told to protest, where a pronoun or a number means them:
// "police dispersed them and arrested 29".
func toMarchers(r reading, fd *finding, _ standing) []*entity {
	s := fd.sent
	if fd.etype != entente.Assault && fd.etype != entente.Coerce || !isVerb(s, fd.token) || len(fd.actors) == 0 {
		return nil
	}
	if !slices.ContainsFunc(s.objectOf(fd.token), func(o int) bool {
		return s.words[o] == "them" || s.Tokens[o].POS == "NUM" && s.timeAt[o] == 0
	}) {
		return nil
	}
	for o := range r.d.lately(s, 2) {
		if o.etype == entente.Protest && len(o.actors) > 0 {
			return notAmong(slices.Clone(o.actors), fd.actors)
		}
	}
	return nil
}

// toOwnPeople: the state whose police or judges do something to those at home of whom
// nothing is known: "prosecutors froze the accounts of two charities".
func toOwnPeople(r reading, fd *finding, st standing) []*entity {
	s := fd.sent
	if fd.etype != entente.Coerce && fd.mode != "restrict" || !isVerb(s, fd.token) || s.passive(fd.token) || len(fd.actors) != 1 || !isCountry(fd.actors[0]) || st.status != "" || !slices.Contains(fd.frame.Needs, "recipient") {
		return nil
	}
	if slices.ContainsFunc(s.objectOf(fd.token), func(o int) bool {
		return r.x.index.is("mission", s.Tokens[o].Lemma) || r.x.index.is("vessel", s.Tokens[o].Lemma)
	}) {
		return nil // which are somebody else's
	}
	if !slices.ContainsFunc(s.agentOf(fd.token), func(n int) bool { return r.x.index.is("enforcer", strings.ToLower(s.Tokens[n].Lemma)) }) {
		return nil
	}
	fd.sure *= guess
	return slices.Clone(fd.actors)
}

// there gives the country where a finding's sentence says that it happened, or that
// the deed was done which it came of: "a strike on a station in Rome killed 50 people".
func (r reading) there(fd *finding) []*entity {
	s := fd.sent
	for _, n := range s.rel(fd.token, "nsubj") {
		if !r.x.index.is("deed", s.Tokens[n].Lemma) {
			continue
		}
		for _, c := range append(s.oblique(n, "on"), append(s.oblique(n, "against"), s.oblique(n, "in")...)...) {
			if es := r.states(r.x.patients(r.d, s, c, nil)); len(es) > 0 {
				return es
			}
		}
	}
	for _, c := range s.rel(fd.token, "obl", "nmod", "obj", "advmod") {
		if r.x.index.is("border-noun", s.Tokens[c].Lemma) {
			continue // "near the border with Thailand" isn't there
		}
		for _, n := range append([]int{c}, s.rel(c, "nmod", "obl")...) {
			switch s.caseOf(n) {
			case "in", "at", "near", "outside", "around", "across", "along", "inside", "deep inside":
			case "of":
				if !r.x.index.is("compass", s.words[c]) {
					continue
				}
			default:
				continue
			}
			if s.timeAt[n] > 0 || r.x.index.is("border-noun", s.Tokens[n].Lemma) {
				continue
			}
			if es := r.states(r.x.patients(r.d, s, n, nil)); len(es) > 0 {
				return es
			}
		}
	}
	return nil
}

// inAttack gives the attack that a finding only tells the toll of, or who made it:
// "shelled the town, killing twelve people", "were killed when rebels attacked their
// post"; nil when it's an act of its own.
func (r reading) inAttack(fd *finding) *finding {
	s := fd.sent
	t := s.Tokens[fd.token]
	if fd.etype != entente.Assault || t.Rel != "advcl" && t.Rel != "acl" && t.Rel != "acl:relcl" {
		return nil
	}
	how := s.has(fd.token, "advmod", "when") || s.has(fd.token, "mark", "as", "after", "when")
	for k := len(r.d.found) - 1; k >= 0 && r.d.found[k].sent == s; k-- {
		o := r.d.found[k]
		switch {
		case t.Rel == "acl:relcl" && o.etype == entente.Assault && (o.token == t.Head || o.token == s.Tokens[t.Head].Head) && r.x.index.is("deed", s.Tokens[t.Head].Lemma):
			return o // "the attacks in which gunmen killed 130 people"
		case o.token != t.Head || o.etype != entente.Assault:
		case t.Tag == "VBG" && len(without(fd.actors, o.actors)) == 0:
			return o
		case how && len(o.actors) == 0 && len(without(fd.recipients, o.recipients)) < len(fd.recipients):
			o.actors = fd.actors
			return o
		}
	}
	return nil
}

// toll reports whether a passive without an agent only counts those who suffered
// in what the text has just told: "Belgrade said that eleven civilians had been killed".
func (r reading) toll(fd *finding) bool {
	if len(fd.actors) > 0 || !fd.suffered() {
		return false
	}
	for o := range r.d.lately(fd.sent, 1) {
		if o.etype == entente.Assault && len(o.actors) > 0 && len(without(r.states(fd.recipients), r.states(o.recipients))) < len(r.states(fd.recipients)) {
			return true
		}
	}
	return false
}
