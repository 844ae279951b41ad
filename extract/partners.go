package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// ofVisitor: who does something on a visit, "said during a visit to", "left at the
// end of a tour of".
func ofVisitor(r reading, fd *finding, _ standing) []*entity {
	s, n := fd.sent, fd.token
	if fd.mode != "visit" || isVerb(s, n) {
		return nil
	}
	if h := s.Tokens[n].Head; s.Tokens[n].Rel == "nmod" && s.caseOf(n) == "on" && s.at[h] != nil && s.at[h].how == byName {
		return s.at[h].entities // "Mr. Clinton, on a visit to Berlin, said"
	}
	for s.Tokens[n].Rel == "nmod" && !isVerb(s, s.Tokens[n].Head) {
		n = s.Tokens[n].Head
	}
	if s.Tokens[n].Rel != "obl" {
		return nil
	}
	switch s.caseOf(n) {
	case "during", "on", "in", "at", "after", "following", "for", "amid":
		for _, a := range s.agentOf(s.Tokens[n].Head) {
			if es := r.x.agents(r.d, s, a, nil); len(es) == 1 && r.public(es) && es[0].kind != entente.Group {
				return es
			}
		}
	}
	return nil
}

// toFormerPartner: "Prague and Vienna restored ties, ten years after Prague broke them".
func toFormerPartner(r reading, fd *finding, _ standing) []*entity {
	s := fd.sent
	j := s.meantObject(fd.token)
	if j < 0 || !fd.frame.Mutual {
		return nil
	}
	var es []*entity
	if v := s.verbAbove(j); v >= 0 && v != fd.token {
		for _, a := range s.agentOf(v) {
			es = union(es, without(r.x.agents(r.d, s, a, nil), fd.actors))
		}
	}
	return es
}

// toThoseInTerms: "Britain signed an agreement to hand the islands to Mauritius".
func toThoseInTerms(r reading, fd *finding, _ standing) []*entity {
	s, i := fd.sent, fd.token
	if fd.action != entente.Sign && fd.frame.ID != "reach-agreement" || !isVerb(s, i) || len(sides(fd.actors)) != 1 || !r.public(fd.actors) {
		return nil
	}
	terms := s.rel(i, "advcl", "xcomp")
	for _, o := range s.objectOf(i) {
		terms = append(terms, s.rel(o, "acl", "nmod")...)
	}
	for _, c := range terms {
		if c < i || s.Tokens[c].Rel == "acl:relcl" || isVerb(s, c) && s.Tokens[c].Tag != "VB" && s.Tokens[c].Tag != "VBG" {
			continue
		}
		for _, p := range []string{"to", "from", "with", "for"} {
			for _, n := range append(s.oblique(c, p), c) {
				if es := r.states(without(r.x.patients(r.d, s, n, nil), fd.actors)); len(es) > 0 && s.headedBy(n, p) {
					return es
				}
			}
		}
		if o := s.rel(c, "iobj", "obj"); len(o) > 0 && isVerb(s, c) && s.at[o[0]] != nil {
			if es := r.states(without(r.x.patients(r.d, s, o[0], nil), fd.actors)); len(es) > 0 {
				return es
			}
		}
	}
	return nil
}

// cameFor reports whether the talks at token i are those that a meeting or a visit
// told of before is for, with nobody else in them, or that envoys are called home
// for: "met him in Cairo for talks", "will fly to Oslo for a summit with the king".
func (r reading) cameFor(s *sentence, i int) bool {
	if isVerb(s, i) || s.Tokens[i].Rel != "obl" && s.Tokens[i].Rel != "nmod" {
		return false
	}
	ends := s.caseOf(i) == "for" || s.caseOf(i) == "at" // or "for two days of talks", "on the sidelines of a summit"
	if h := s.Tokens[i].Head; !ends && s.Tokens[i].Rel == "nmod" {
		ends = s.caseOf(h) == "for" && r.x.index.is("measure-noun", strings.ToLower(s.Tokens[h].Lemma)) || s.words[h] == "sidelines" || s.words[h] == "margins" || s.words[h] == "fringes"
	}
	if !ends {
		return false
	}
	for _, fd := range r.d.found {
		if fd.sent != s || fd.token > i || s.verbAbove(i) != s.verbAbove(fd.token) {
			continue
		}
		if fd.frame.ID == "recall" {
			return true // with their own
		}
		if fd.etype != entente.Consult {
			continue
		}
		all := append(slices.Clone(fd.actors), fd.recipients...)
		for _, o := range s.oblique(i, "with") {
			if len(without(r.x.patients(r.d, s, o, nil), all)) > 0 {
				return false
			}
		}
		return true
	}
	return false
}

// otherBefore gives the country named next before token i that isn't on the side of
// the actors: whose is "its ambassador" that they expel.
func (d *document) otherBefore(s *sentence, i int, actors []*entity) []*entity {
	for j := i - 1; j >= 0; j-- {
		if m := s.at[j]; m != nil && m.how != byPronoun && len(m.entities) == 1 && isCountry(m.entities[0]) && len(without(m.entities, actors)) > 0 {
			return m.entities
		}
	}
	return nil
}
