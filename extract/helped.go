package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// Help and force of which a clause doesn't say to whom.

// toHelped: "sent fighters to help Azerbaijan".
func toHelped(r reading, fd *finding, _ standing) []*entity {
	s, i := fd.sent, fd.token
	if fd.etype != entente.Aid && fd.etype != entente.Mobilize || !isVerb(s, i) {
		return nil
	}
	var es []*entity
	for _, c := range s.rel(i, "advcl", "xcomp") {
		if c > i && r.x.index.is("helping", s.Tokens[c].Lemma) {
			for _, o := range s.objectOf(c) {
				es = union(es, r.x.patients(r.d, s, o, nil))
			}
		}
	}
	return without(es, fd.actors)
}

// toAidedBefore: help of which only the giver is told, to those whom others were just told to
// help or whom the news is about: "Oman announced another 50 million dollars".
func toAidedBefore(r reading, fd *finding, _ standing) []*entity {
	s := fd.sent
	help := func(o int) bool { return r.x.index.is("help", strings.ToLower(s.Tokens[o].Lemma)) }
	if fd.etype != entente.Aid && fd.etype != entente.Agree || !isVerb(s, fd.token) || !r.public(fd.actors) || !slices.ContainsFunc(s.objectOf(fd.token), help) {
		return nil
	}
	for o := range r.d.lately(s, 4) {
		if es := without(r.states(o.recipients), fd.actors); o.etype == entente.Aid && !o.guessed && o.status != entente.Denied && o.status != entente.Alleged && len(es) > 0 {
			fd.sure *= guess
			return es
		}
	}
	return nil
}

// toScene: the state where rebels fire at what belongs to nobody named.
func toScene(r reading, fd *finding, _ standing) []*entity {
	if fd.etype != entente.Assault || len(fd.actors) == 0 || r.public(fd.actors) {
		return nil
	}
	for _, n := range fd.sent.agentOf(fd.token) {
		if r.x.index.is("armed", strings.ToLower(fd.sent.Tokens[n].Lemma)) {
			return without(r.there(fd), fd.actors)
		}
	}
	return nil
}

// toPlace: the state that force is used in by another, of which the text only tells
// what it struck: "bombed bridges near Novi Sad".
func toPlace(r reading, fd *finding, _ standing) []*entity {
	if fd.etype != entente.Assault || len(fd.actors) > 0 && !r.public(fd.actors) || len(fd.actors) == 0 && fd.mode != "explosives" {
		return nil
	}
	return without(r.there(fd), fd.actors)
}
