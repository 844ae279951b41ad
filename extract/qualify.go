package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// lacks says what a finding misses to be an event, "" when nothing.
func (r reading) lacks(fd *finding) string {
	for _, need := range fd.frame.Needs {
		switch {
		case need == "named" && len(fd.recipients) == 0:
			return "it doesn't say to whom"
		case need == "actor" && len(fd.actors) == 0 && !fd.suffered():
			return "nobody does it"
		case need == "recipient" && len(fd.recipients) == 0 && !(fd.frame.Mutual && len(sides(fd.actors)) > 1):
			return "it's done to nobody"
		case need == "treaty" && len(fd.treaties) == 0:
			return "no treaty"
		case need == "any" && r.unaddressed(fd):
		case need == "any" && len(fd.recipients) == 0 && len(fd.treaties) == 0 && !(fd.frame.Mutual && len(sides(fd.actors)) > 1):
			return "neither a recipient nor a treaty"
		}
	}
	if len(fd.actors) == 0 && len(fd.recipients) == 0 && len(fd.treaties) == 0 {
		return "nobody is named"
	}
	if fd.etype == entente.Reject && len(fd.recipients) == 0 && len(fd.treaties) == 0 && slices.ContainsFunc(fd.sent.agentOf(fd.token), func(n int) bool { return r.x.index.is("court", strings.ToLower(fd.sent.Tokens[n].Lemma)) }) {
		return "a court turns somebody's plea down"
	}
	if isVerb(fd.sent, fd.token) && r.laidDown(fd.sent, fd.token) {
		return "it is what a text obliges to"
	}
	if !r.political(fd) || r.private(fd) {
		return "no public body takes part"
	}
	if domestic(fd) {
		return "within one government"
	}
	return ""
}

// guessable reports whether a reader takes it for granted to whom an act is done
// that its sentence doesn't say: not whom somebody backs, and of warnings only
// those that threaten.
func (r reading) guessable(fd *finding) bool {
	if slices.Contains(fd.frame.Needs, "named") {
		return false
	}
	if fd.etype == entente.Request && isVerb(fd.sent, fd.token) && r.addressesOwn(fd) {
		return false
	}
	return fd.etype != entente.Threaten || fd.frame.Content != "hypothetical" || r.menaces(fd.sent, fd.token)
}

// addressesOwn reports whether a request is openly put to the asker's own side, or
// to "them": nobody of the story else is meant.
func (r reading) addressesOwn(fd *finding) bool {
	s, i := fd.sent, fd.token
	for _, n := range append(append(s.objectOf(i), s.oblique(i, "to")...), s.oblique(i, "with")...) {
		if w := s.words[n]; w == "them" || w == "him" || w == "her" {
			return true
		}
		if es := r.x.patients(r.d, s, n, nil); len(es) > 0 && len(without(es, fd.actors)) == 0 && (s.at[n] != nil || r.x.index.is("addressee", strings.ToLower(s.Tokens[n].Lemma))) {
			return true
		}
	}
	return false
}

// menaces reports whether what is warned of is still to come, or is called a
// measure or a consequence: who warns that a text changes nothing threatens nobody.
func (r reading) menaces(s *sentence, i int) bool {
	said := s.rel(i, "ccomp", "parataxis", "advcl")
	for _, c := range s.rel(i, "parataxis") {
		said = append(said, s.rel(c, "ccomp")...) // "warned, he said, that"
	}
	if h := s.Tokens[i].Head; h >= 0 && (s.Tokens[i].Rel == "parataxis" || s.Tokens[i].Rel == "advcl") {
		said = append(said, h)
	}
	if slices.ContainsFunc(said, s.toCome) || slices.ContainsFunc(said, func(c int) bool { return s.has(c, "aux", "be", "were", "was") && s.Tokens[c].Tag == "VBN" }) {
		return true
	}
	return slices.ContainsFunc(append(s.oblique(i, "of"), s.objectOf(i)...), func(o int) bool { return r.x.index.is("menace", strings.ToLower(s.Tokens[o].Lemma)) })
}

// suffered reports whether violence is told of by those it struck alone: "an
// American aircraft was shot down".
func (fd *finding) suffered() bool {
	return fd.etype == entente.Assault && fd.status == "" && len(fd.recipients) > 0 && isVerb(fd.sent, fd.token) && fd.sent.passive(fd.token) && fd.sent.Tokens[fd.token].Rel != "acl"
}

// political reports whether at least one side is a public one: not a company, a
// newspaper or a private person among themselves. A "peace accord" of two clubs is
// no treaty, but anybody may breach one that is known or of states.
func (r reading) political(fd *finding) bool {
	for _, e := range append(slices.Clone(fd.actors), fd.recipients...) {
		if r.public([]*entity{e}) || e.kind == entente.Group || fd.pleads(e) {
			return true // the Red Cross pleads with the world
		}
	}
	somebody := len(fd.actors) == 0 || !slices.ContainsFunc(fd.actors, unknown)
	return slices.ContainsFunc(fd.treaties, func(t *treaty) bool { return somebody || t.known != nil || r.public(t.parties) })
}

// pleads reports whether a finding is the request of a body of no country that
// speaks to the world: the Red Cross.
func (fd *finding) pleads(e *entity) bool {
	return fd.etype == entente.Request && e.org != nil && e.org.Kind == "ngo" && e.country == ""
}

// private reports whether only people of whom nothing is known do what takes a
// public office: a cook doesn't threaten Cyprus.
func (r reading) private(fd *finding) bool {
	switch fd.etype {
	case entente.Threaten, entente.Agree, entente.Sanction, entente.Mobilize, entente.Consult, entente.Retreat, entente.Protest:
	default:
		return false
	}
	return len(fd.actors) > 0 && !slices.ContainsFunc(fd.actors, func(e *entity) bool {
		if fd.etype == entente.Mobilize && e.org != nil && r.x.index.is("private-kind", e.org.Kind) {
			return false // an airline's planes are no force
		}
		return e.kind != entente.Person || e.person != nil || e.country != ""
	})
}

// domestic reports whether a friendly act stays within one country.
func domestic(fd *finding) bool {
	switch fd.etype {
	case entente.Agree, entente.Consult, entente.Cooperate, entente.Support, entente.Aid:
	default:
		return false
	}
	if len(fd.treaties) > 0 {
		return false
	}
	all := append(slices.Clone(fd.actors), fd.recipients...)
	if len(all) < 2 {
		return false
	}
	first := all[0].country
	for _, e := range all {
		if e.country == "" || e.country != first || e.kind == entente.Group {
			return false
		}
	}
	return true
}

// unknown reports whether nothing is known of a person but the name.
func unknown(e *entity) bool {
	return e.kind == entente.Person && e.person == nil && e.country == "" && len(e.roles) == 0
}
