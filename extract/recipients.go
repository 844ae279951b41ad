package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// findRecipients fills in whom it is done to, the acts it is made of included. It
// says why there is no event, "" when there may be one.
func (r reading) findRecipients(fd *finding, st standing, content []*finding) string {
	s, i, f := fd.sent, fd.token, fd.frame
	if fd.recipients = without(r.refusing(fd), fd.actors); len(fd.recipients) == 0 {
		fd.recipients = r.receivers(s, i, f, st, fd.actors)
	}
	if fd.etype == entente.Request && r.asksForCaptives(s, i) {
		fd.recipients = nil // "demanded the release of the pilot" of those who hold him
	}
	if len(fd.actors) == 0 && fd.etype == entente.Accuse && slices.Contains(f.Contexts, "legal") && isVerb(s, i) && s.passive(i) {
		fd.actors = r.counterpart(s, fd.recipients) // "were indicted": by the other side
	}
	if fd.etype == entente.Accuse && fd.stance == "" && !(f.Blame && len(fd.recipients) > 0) {
		if doers, deed := r.behind(s, i, f); deed {
			fd.recipients, fd.ofDeed = doers, true
		}
	}
	r.addressOwn(fd)
	if why := r.leaveOutOwn(fd, st); why != "" {
		return why
	}
	if fd.etype == entente.Threaten && len(fd.recipients) == 0 {
		fd.recipients = r.deterred(fd)
	}
	r.takeIn(fd, content)
	if len(fd.recipients) == 0 {
		fd.recipients = r.firstWay(fd, st, []way{toCaptor, toRecalled, toAttacked, toCulprits, toVictims, toPlace, toComplainant, toHelped, toSufferers, toMarchers, toScene, toAnswerer, toSpokenOf})
	}
	r.contextOf(fd)
	r.refuseOffer(fd)
	r.deal(fd)
	if !fd.inward() {
		fd.recipients = notAmong(fd.recipients, fd.actors)
	}
	given := len(fd.recipients) > 0 && f.ID != sensed
	if len(fd.recipients) == 0 {
		fd.recipients = r.firstWay(fd, st, []way{toOneAnother, toFormerPartner, toThoseInTerms, toVoices, toAllSides, toAccused, toProvokers, toAidedBefore, toOwnPeople, toProposers, toOtherSide})
	}
	r.weighRecipients(fd, given)
	if len(fd.actors) == 0 && f.Mutual && fd.etype == entente.Sanction && len(sides(fd.recipients)) > 1 && (!isVerb(s, i) || s.passive(i)) {
		fd.actors = slices.Clone(fd.recipients) // "ties between the two were cut"
	}
	return ""
}

// weighRecipients asks the model of parts to whom it is done; given says that the sentence
// tells it.
func (r reading) weighRecipients(fd *finding, given bool) {
	if given {
		r.study(fd, asRecipient)
		return
	}
	if fd.together() || len(fd.treaties) > 0 {
		return
	}
	if es := r.likely(fd, asRecipient, fd.recipients); !slices.Equal(es, fd.recipients) {
		fd.recipients = notAmong(es, fd.actors)
		fd.rule += "/likely"
		for _, a := range fd.actors { // "NATO's Jens Stoltenberg welcomed it"
			fd.recipients = slices.DeleteFunc(fd.recipients, func(e *entity) bool { return a.serves != nil && e.org == a.serves })
		}
	}
}

// addressOwn makes the state of critics whom they speak to: a senator who denounces
// a deal with others speaks to those who made it.
func (r reading) addressOwn(fd *finding) {
	if !verbal(fd.etype) {
		return
	}
	own := r.ownState(fd.actors)
	if len(own) == 1 && slices.Contains(fd.recipients, own[0]) {
		fd.recipients = own
	} else if own := r.bareGovernment(fd.sent, fd.token, own, fd.actors); len(own) == 1 {
		fd.recipients = own
	}
}

// leaveOutOwn takes from the recipients those on the side of the actors.
func (r reading) leaveOutOwn(fd *finding, st standing) string {
	others := without(fd.recipients, fd.actors)
	switch {
	case len(others) == 0 && len(sides(fd.actors)) > 1 && r.oneAnothers(fd):
		fd.recipients = slices.Clone(fd.actors) // "expelled each other's diplomats"
		return ""
	case len(others) == 0 && len(fd.recipients) > 0 && fd.mode == "expel":
		if others = r.d.otherBefore(fd.sent, fd.token, fd.actors); len(others) == 0 {
			return "they call their own away"
		}
		fd.recipients = others
	case len(others) == 0 && verbal(fd.etype) && (len(r.ownState(fd.actors)) > 0 || len(r.states(fd.recipients)) > 0 && !slices.ContainsFunc(fd.recipients, isCountry)):
		// The opposition accuses the prime minister, the president urges Congress.
	case len(others) > 0 || faces(fd.etype):
		fd.recipients = others
	case len(fd.recipients) > 0 && fd.wrong() && st.speaker != nil && len(without([]*entity{st.speaker}, fd.actors)) > 0:
		// "Estonia said Russia had attacked its networks": the speaker's own.
		fd.recipients = r.x.home(r.d, st.speaker)
	}
	if !fd.inward() {
		fd.recipients = notAmong(fd.recipients, fd.actors)
	}
	return ""
}

// toCaptor: "demanded the release of the pilot", of those who were told to hold somebody.
func toCaptor(r reading, fd *finding, _ standing) []*entity {
	if fd.etype != entente.Request || !r.asksForCaptives(fd.sent, fd.token) {
		return nil
	}
	for k := len(r.d.found) - 1; k >= 0; k-- {
		if o := r.d.found[k]; o.etype == entente.Coerce && (o.mode == "arrest" || o.mode == "seize") {
			if es := without(r.states(o.actors), fd.actors); len(es) > 0 {
				return es
			}
		}
	}
	return nil
}

// asksForCaptives reports whether all that verb v asks for is what is done for captives.
func (r reading) asksForCaptives(s *sentence, v int) bool {
	objects := append(s.rel(v, "obj"), s.oblique(v, "for")...)
	return isVerb(s, v) && len(objects) > 0 && len(s.rel(v, "xcomp", "ccomp", "iobj")) == 0 && len(s.oblique(v, "on")) == 0 &&
		!slices.ContainsFunc(objects, func(o int) bool { return !r.x.index.is("deliverance", strings.ToLower(s.Tokens[o].Lemma)) })
}

// oneAnothers reports whether what several do something to is said to be each other's.
func (r reading) oneAnothers(fd *finding) bool {
	s, i := fd.sent, fd.token
	for _, o := range append(s.objectOf(i), s.rel(i, "obj")...) {
		var below []int
		s.below(o, &below)
		if slices.ContainsFunc(append(below, o), s.eachOther) {
			return true
		}
	}
	return false
}

// notAmong gives es without others; es itself, which another finding may share, stays.
func notAmong(es, others []*entity) []*entity {
	return slices.DeleteFunc(slices.Clone(es), func(e *entity) bool { return slices.Contains(others, e) })
}

// toRecalled: those behind what was told of before.
func toRecalled(r reading, fd *finding, _ standing) []*entity {
	if fd.together() || fd.frame.Mutual && len(sides(fd.actors)) > 1 {
		return nil
	}
	if fd.etype == entente.Reject && slices.ContainsFunc(fd.sent.objectOf(fd.token), func(o int) bool { return fd.sent.words[o] == "this" || fd.sent.words[o] == "that" }) {
		if es := r.accuser(fd.sent, fd.actors); len(es) > 0 {
			return es // "Both countries reject this"
		}
	}
	return r.recalled(fd.sent, fd.token, fd.frame, fd.actors)
}

// toVictims: those whom the attack struck that is owned to.
func toVictims(r reading, fd *finding, _ standing) []*entity {
	if fd.etype != entente.Assault {
		return nil
	}
	return r.victims(fd.sent, fd.token, fd.actors)
}

// toComplainant: what a side accuses another of, it suffered, unless it says who
// else did.
func toComplainant(r reading, fd *finding, st standing) []*entity {
	if !fd.strikes() || fd.action != "" || len(fd.actors) == 0 || st.speaker == nil || !r.public([]*entity{st.speaker}) || st.speaker.org != nil && st.speaker.org.Kind == "intergovernmental" {
		return nil // but a court or the United Nations speaks of what others suffered
	}
	if fd.inward() {
		for k := len(r.d.found) - 1; k >= 0; k-- { // "Cuba accused Belgium of engineering the coup" in a third country
			if o := r.d.found[k]; o.inward() && len(o.recipients) > 0 && o.sent != fd.sent {
				return without(r.states(o.recipients), fd.actors)
			}
		}
	}
	if es := r.sufferers(fd); fd.mode == "arrest" && len(es) > 0 {
		return es // "said that Cuba had jailed hundreds of people"
	}
	for _, o := range fd.sent.objectOf(fd.token) {
		for _, n := range append(fd.sent.oblique(o, "on"), fd.sent.oblique(o, "against")...) {
			if e := r.x.crowd(r.d, fd.sent, n, -1, false); e != nil {
				return []*entity{e} // "accused Peru of ordering attacks on students"
			}
		}
	}
	return without(r.x.home(r.d, st.speaker), fd.actors)
}

// toSufferers: people who are only described.
func toSufferers(r reading, fd *finding, _ standing) []*entity {
	if len(fd.actors) == 0 || fd.frame.Mutual && len(sides(fd.actors)) > 1 || fd.etype != entente.Assault && fd.etype != entente.Coerce && fd.etype != entente.Aid {
		return nil
	}
	return r.sufferers(fd)
}

// toSpokenOf: any side named in what is said.
func toSpokenOf(r reading, fd *finding, _ standing) []*entity {
	if fd.ofDeed || !slices.Contains(fd.frame.Recipient, "content") {
		return nil
	}
	return r.spokenOf(fd)
}

// toOneAnother: several sides do it to each other.
func toOneAnother(r reading, fd *finding, st standing) []*entity {
	mutual := fd.frame.Mutual && !fd.etype.Symmetric() && !slices.ContainsFunc(fd.treaties, func(t *treaty) bool { return t.known != nil })
	mutual = mutual || slices.ContainsFunc(fd.sent.children[fd.token], fd.sent.eachOther) || slices.ContainsFunc(fd.sent.objectOf(fd.token), fd.sent.theOther)
	mutual = mutual || r.oneAnothers(fd)
	mutual = mutual || st.by != nil && st.by.etype == entente.Accuse && slices.Equal(st.by.actors, st.by.recipients) // "accused each other of it"
	if len(sides(fd.actors)) < 2 || !mutual && (fd.etype != entente.Retreat || fd.mode == "") {
		return nil
	}
	return slices.Clone(fd.actors)
}

// toAllSides: "urged both sides to stop" is said to those who last dealt with one another.
func toAllSides(r reading, fd *finding, _ standing) []*entity {
	if fd.etype != entente.Request {
		return nil
	}
	s := fd.sent
	all := func(o int) bool {
		return s.Tokens[o].Tag == "NNS" && r.x.index.is("pair-of-countries", s.Tokens[o].Lemma) && s.has(o, "det", "all", "both", "the")
	}
	if !slices.ContainsFunc(append(s.objectOf(fd.token), s.oblique(fd.token, "on")...), all) {
		return nil
	}
	for _, deeds := range []bool{true, false} { // those at odds by deeds before those who speak of them
		for o := range r.d.lately(s, 4) {
			if weighty(o) != deeds {
				continue
			}
			if es := r.states(union(slices.Clone(o.actors), o.recipients)); len(without(es, fd.actors)) > 1 || deeds && o.inward() {
				return without(es, fd.actors)
			}
		}
	}
	return nil
}

// toAccused: what one side denounced or asked for, "Oslo, too, condemned".
func toAccused(r reading, fd *finding, _ standing) []*entity {
	s, v := fd.sent, fd.token
	if fd.etype != entente.Accuse && fd.etype != entente.Request && fd.etype != entente.Support || !isVerb(s, v) {
		return nil
	}
	also := s.has(v, "advmod", "also", "too", "likewise")
	for _, n := range s.agentOf(v) {
		also = also || s.has(n, "advmod", "also", "too")
	}
	for _, o := range s.objectOf(v) {
		also = also || s.has(o, "amod", "similar", "same", "comparable") // "have made similar charges"
	}
	if !also {
		return nil
	}
	for o := range r.d.lately(s, 3) {
		if es := without(o.recipients, fd.actors); (o.etype == entente.Accuse || o.etype == fd.etype) && len(es) > 0 {
			return es
		}
	}
	return nil
}

// toProvokers: "suspended the talks in response to the Belgian decision".
func toProvokers(r reading, fd *finding, _ standing) []*entity {
	s := fd.sent
	if !faces(fd.etype) || !isVerb(s, fd.token) {
		return nil
	}
	var es []*entity
	for _, o := range s.rel(fd.token, "obl") {
		if !r.x.index.is("answer-noun", s.Tokens[o].Lemma) {
			continue
		}
		for _, c := range s.rel(o, "nmod") {
			switch s.caseOf(c) {
			case "to", "for", "over", "against", "at":
				es = union(es, r.states(r.x.patients(r.d, s, c, nil)))
			}
		}
	}
	return without(es, fd.actors)
}

// toVoices: "accused the opposition".
func toVoices(r reading, fd *finding, _ standing) []*entity {
	if !verbal(fd.etype) || !isVerb(fd.sent, fd.token) || len(fd.frame.Recipient) > 0 && !slices.Contains(fd.frame.Recipient, "obj") {
		return nil
	}
	objects := slices.Clone(fd.sent.objectOf(fd.token))
	if fd.etype == entente.Request { // "demanded an inquiry" isn't said to one
		objects = slices.DeleteFunc(objects, func(o int) bool { return fd.sent.has(o, "det", "a", "an") })
	}
	return r.voices(fd, objects)
}

// toOtherSide: the side that the story sets against the actors, which is a guess.
func toOtherSide(r reading, fd *finding, st standing) []*entity {
	disputed := st.status == entente.Alleged || st.status == entente.Denied
	if fd.together() || len(fd.treaties) > 0 || slices.Contains(fd.frame.Actor, "speaker") && len(fd.frame.Subjects) == 0 || !faces(fd.etype) && !(fd.strikes() && disputed) || !r.onStage(fd.actors) || !r.guessable(fd) {
		return nil
	}
	es := r.otherSide(fd.sent, fd)
	if len(es) > 0 {
		fd.sure *= guess
		fd.rule += "/counterpart"
		fd.opposite = true
	}
	return es
}

// refusing gives those who turn down the request or the offer that a finding's noun
// names, to whom it was made then: "rebuffed American pressure to leave Lebanon",
// "went ahead despite a plea from Rome".
func (r reading) refusing(fd *finding) []*entity {
	v := fd.sent.Tokens[fd.token].Head
	if fd.etype != entente.Request && fd.etype != entente.Agree || v < 0 || isVerb(fd.sent, fd.token) {
		return nil
	}
	switch p := fd.sent.caseOf(fd.token); {
	case p == "despite" || p == "in spite of" || p == "in defiance of":
		for fd.sent.Tokens[v].Head >= 0 && fd.sent.Tokens[v].Rel != "ccomp" {
			v = fd.sent.Tokens[v].Head // "refused, it said, despite appeals from"
		}
		return r.fill(fd.sent, v, nil, "subj", standing{})
	case fd.sent.Tokens[fd.token].Rel != "obj":
		return nil
	}
	if trig := r.trigger(fd.sent, v); trig == nil || trig.frame.Type != string(entente.Reject) {
		return nil
	}
	return r.fill(fd.sent, v, nil, "subj", standing{})
}

// toAnswerer: the state that pays a deed back or reproaches others with it.
func toAnswerer(r reading, fd *finding, _ standing) []*entity {
	if !forceful(fd.etype) || len(fd.actors) == 0 {
		return nil
	}
	var es []*entity
	for _, o := range r.answers(fd) {
		if o.etype != entente.Assault && o.etype != entente.Coerce {
			es = union(es, r.states(o.actors))
		}
	}
	return es
}
