package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// way is somewhere to look for a side that the places of the frame leave open; it
// gives none where it doesn't apply.
type way func(r reading, fd *finding, st standing) []*entity

// firstWay gives the side that the first of the ways finds.
func (r reading) firstWay(fd *finding, st standing, ways []way) []*entity {
	for _, w := range ways {
		if es := w(r, fd, st); len(es) > 0 {
			return es
		}
	}
	return nil
}

// findActors fills in who does it: from the places that the frame names, else from
// elsewhere in the sentence and the text.
func (r reading) findActors(fd *finding, st standing) {
	if fd.actors = ofSpeaker(r, fd, st); len(fd.actors) == 0 {
		fd.actors = r.fill(fd.sent, fd.token, fd.frame.Actor, "subj", st)
	}
	if len(fd.actors) == 0 {
		fd.actors = r.firstWay(fd, st, []way{officialsOwn, charged, ofEnvoys, ofVisitor, ofCaptor, ofDeed, ofWords, ofArmed, ofTreaty, ofRefusal, ofAsked, ofOrderer, demonstrators, ofPolice})
	}
	if len(fd.actors) > 0 && fd.frame.ID != sensed {
		r.study(fd, asActor)
		return
	}
	if es := r.likely(fd, asActor, fd.actors); !slices.Equal(es, fd.actors) {
		fd.actors = es
		fd.rule += "/likely-actor"
	}
}

// officialsOwn: "officials said experts had been sent", by their state.
func officialsOwn(r reading, fd *finding, st standing) []*entity {
	s, i := fd.sent, fd.token
	if !isVerb(s, i) || !s.passive(i) || st.speaker == nil || st.status != "" && st.status != entente.Planned || len(s.rel(i, "obl:agent")) > 0 {
		return nil
	}
	switch {
	case fd.etype == entente.Aid, fd.etype == entente.Sanction, fd.etype == entente.Mobilize, fd.etype == entente.Retreat && fd.mode != "":
		fd.sure *= 0.8
		return r.x.home(r.d, st.speaker)
	}
	return nil
}

// ofSpeaker: "told Baghdad that it would close the border", of the one who tells.
func ofSpeaker(r reading, fd *finding, st standing) []*entity {
	n := fd.sent.subject(fd.token)
	if !fd.frame.Conditional || st.speaker == nil || n < 0 || fd.sent.Tokens[n].POS != "PRON" {
		return nil
	}
	return []*entity{st.speaker}
}

// charged: "accused its neighbour of supporting the rebels".
func charged(_ reading, _ *finding, st standing) []*entity {
	if st.by == nil || st.by.etype != entente.Accuse {
		return nil
	}
	return st.by.recipients
}

// ofEnvoys: the two countries whose "negotiators" met.
func ofEnvoys(r reading, fd *finding, _ standing) []*entity {
	if !fd.frame.Mutual || fd.etype != entente.Consult {
		return nil
	}
	return r.envoys(fd.sent, fd.token)
}

// ofDeed: those of the deed that an act of force is done in, or answers.
func ofDeed(r reading, fd *finding, _ standing) []*entity {
	if forceful(fd.etype) {
		if es := r.doers(fd); len(es) > 0 {
			return es
		}
	}
	if verbal(fd.etype) {
		return nil
	}
	return r.provokers(fd)
}

// ofWords: those whose plea or paper says it, or who speak for nobody named.
func ofWords(r reading, fd *finding, _ standing) []*entity {
	if !verbal(fd.etype) {
		return nil
	}
	if es := r.sayers(fd.sent, fd.token); len(es) > 0 {
		return es
	}
	return r.voices(fd, r.x.slot(fd.sent, fd.token, "subj"))
}

// ofCaptor: those who let go whom they had taken: "freed a sailor held since May".
func ofCaptor(r reading, fd *finding, _ standing) []*entity {
	s, i := fd.sent, fd.token
	if fd.etype != entente.Coerce && fd.etype != entente.Assault && fd.mode != "convict" || !isVerb(s, i) || !s.passive(i) || s.Tokens[i].Rel != "acl" {
		return nil
	}
	v := s.verbAbove(s.Tokens[i].Head)
	for _, o := range r.d.found {
		if o.sent == s && o.token == v && o.mode == "release" {
			return o.actors
		}
	}
	return nil
}

// ofArmed: rebels without a name, who let captives go, lay down arms and hold fire.
func ofArmed(r reading, fd *finding, _ standing) []*entity {
	if fd.etype != entente.Retreat && fd.etype != entente.Concede && fd.etype != entente.Mobilize {
		return nil
	}
	s := fd.sent
	var es []*entity
	for _, n := range r.x.slot(s, fd.token, "subj") {
		if r.x.index.is("armed", strings.ToLower(s.Tokens[n].Lemma)) || s.has(n, "compound", "rebel", "guerrilla", "militia") {
			es = union(es, r.voices(fd, []int{n}))
			if len(es) == 0 {
				es = union(es, []*entity{r.x.crowd(r.d, s, n, fd.token, false)})
			}
		}
	}
	return es
}

// ofPolice: the state where people are only said to be arrested.
func ofPolice(r reading, fd *finding, st standing) []*entity {
	s, i := fd.sent, fd.token
	if fd.etype != entente.Coerce || fd.mode != "arrest" || !isVerb(s, i) || !s.passive(i) || s.Tokens[i].Rel == "acl" || len(s.agentOf(i)) > 0 || st.status != "" {
		return nil
	}
	for _, n := range s.objectOf(i) {
		if r.x.index.is("people", strings.ToLower(s.Tokens[n].Lemma)) && s.at[n] == nil {
			fd.sure *= guess
			return r.x.stateOf(r.d, s, n)
		}
	}
	return nil
}

// ofTreaty: a party of the treaty that was named before.
func ofTreaty(r reading, fd *finding, _ standing) []*entity {
	if len(fd.treaties) == 0 {
		return nil
	}
	return r.partyBefore(fd.sent, fd.token)
}

// ofRefusal: those who "were asked, but refused".
func ofRefusal(r reading, fd *finding, _ standing) []*entity {
	if fd.etype != entente.Reject {
		return nil
	}
	return r.refusers(fd.sent, fd.token)
}

// ofAsked: those asked, whose refusal is told in the passive: "Serbia's demand that Kosovo
// disarm was rejected".
func ofAsked(r reading, fd *finding, _ standing) []*entity {
	s, i := fd.sent, fd.token
	if fd.etype != entente.Reject || !isVerb(s, i) || !s.passive(i) || len(s.rel(i, "obl:agent")) > 0 {
		return nil
	}
	for _, o := range s.objectOf(i) {
		if g := r.trigger(s, o); g != nil && (g.frame.Type == string(entente.Request) || g.frame.Type == string(entente.Agree)) && s.Tokens[o].POS == "NOUN" {
			return r.states(r.fill(s, o, g.frame.Recipient, "obj", standing{}))
		}
	}
	return nil
}

// ofOrderer: those who order or announce what is then only said to be done: "ordered that
// the accounts be frozen", "ordered them frozen".
func ofOrderer(r reading, fd *finding, _ standing) []*entity {
	s, i := fd.sent, fd.token
	h := s.Tokens[i].Head
	if h < 0 || !isVerb(s, i) || !s.passive(i) && !(s.Tokens[i].Rel == "xcomp" && s.Tokens[i].Tag == "VBN") || s.Tokens[i].Rel != "ccomp" && s.Tokens[i].Rel != "xcomp" || !r.x.index.is("decreeing", s.Tokens[h].Lemma) || s.passive(h) {
		return nil
	}
	return r.fill(s, h, nil, "subj", standing{})
}

// inward reports whether an act may be done to the state of those who do it: a coup,
// a curfew.
func (fd *finding) inward() bool {
	return fd.etype == entente.Coerce && (slices.Contains(fd.contexts, "political_institutions") || fd.mode == "curfew")
}

// together reports whether all sides that are named do it with one another.
func (fd *finding) together() bool {
	return fd.frame.Mutual && fd.etype.Symmetric() && len(sides(fd.actors)) > 1
}
