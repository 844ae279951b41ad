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
	if !r.ofHelp(fd) || !r.public(fd.actors) {
		return nil
	}
	for o := range r.d.lately(fd.sent, 4) {
		if es := without(r.states(o.recipients), fd.actors); (o.etype == entente.Aid || r.ofHelp(o)) && !o.guessed && o.status != entente.Denied && o.status != entente.Alleged && len(es) > 0 {
			fd.sure *= guess
			return es
		}
	}
	return nil
}

// ofHelp reports whether help is said to be given or promised, by a verb of its own.
func (r reading) ofHelp(fd *finding) bool {
	s := fd.sent
	switch {
	case fd.frame == nil || !isVerb(s, fd.token):
		return false
	case fd.etype == entente.Aid && s.Tokens[fd.token].Tag != "VBG" && (slices.Contains(fd.frame.Objects, "@help") || slices.Contains(fd.frame.Objects, "aid")):
		return true
	}
	return fd.etype == entente.Agree && slices.ContainsFunc(s.objectOf(fd.token), func(o int) bool { return r.x.index.is("help", strings.ToLower(s.Tokens[o].Lemma)) })
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
