package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// These give whom an act is done to that answers a deed told of before.

// toAttacked: those whom the last deed struck, where help is promised or an ally
// supported who goes without a name: "condemned the attack and promised help", "stands
// by its ally".
func toAttacked(r reading, fd *finding, _ standing) []*entity {
	switch fd.etype {
	case entente.Support, entente.Agree:
	default:
		return nil
	}
	if !isVerb(fd.sent, fd.token) || !r.ofAlly(fd) {
		return nil
	}
	var struck []*entity
	for o := range r.d.lately(fd.sent, 6) {
		if o.etype == entente.Assault || o.etype == entente.Coerce {
			struck = union(struck, without(r.states(o.recipients), fd.actors))
		}
	}
	if len(struck) != 1 {
		return nil // both have struck
	}
	return struck
}

// ofAlly reports whether what a verb has beside it is help, or an ally of somebody's.
func (r reading) ofAlly(fd *finding) bool {
	s, i := fd.sent, fd.token
	objects := s.objectOf(i)
	for _, p := range []string{"with", "by", "behind", "for"} {
		objects = append(objects, s.oblique(i, p)...)
	}
	return slices.ContainsFunc(objects, func(o int) bool {
		noun := strings.ToLower(s.Tokens[o].Lemma)
		return s.at[o] == nil && (r.x.index.is("relation-noun", noun) && s.has(o, "nmod:poss") || fd.etype != entente.Support && r.x.index.is("help", noun))
	})
}

// toCulprits: those last accused, or behind the last deed, of whom the text only says
// that they are to blame: "sanctions on those responsible".
func toCulprits(r reading, fd *finding, _ standing) []*entity {
	s := fd.sent
	var objects []int
	for _, o := range append(s.objectOf(fd.token), fd.token) {
		objects = append(append(objects, o), append(s.oblique(o, "on"), s.oblique(o, "against")...)...)
	}
	blamed := slices.ContainsFunc(objects, func(o int) bool {
		if s.words[o] == "those" {
			return s.has(o, "amod", "responsible", "guilty") || s.has(o, "case", "behind")
		}
		return s.at[o] == nil && r.x.index.is("culprit", strings.ToLower(s.Tokens[o].Lemma))
	})
	if !blamed {
		return nil
	}
	for o := range r.d.lately(s, 5) {
		var es []*entity
		switch o.etype {
		case entente.Accuse:
			es = r.states(o.recipients)
		case entente.Assault, entente.Coerce:
			es = r.states(o.actors)
		}
		if es = without(es, fd.actors); len(es) > 0 {
			return es
		}
	}
	return nil
}
