package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// wrong reports whether the act is one that people are accused of.
func (fd *finding) wrong() bool {
	return fd.etype == entente.Coerce || fd.etype == entente.Assault || fd.action == entente.Violate || fd.frame != nil && fd.frame.Wrong
}

// strikes reports whether the wrong is done to a side, rather than with somebody.
func (fd *finding) strikes() bool { return fd.wrong() && fd.etype != entente.Aid }

// judge settles the status, and makes the accusation that lies in saying a
// wrong of another side.
func (r reading) judge(fd *finding, st standing) {
	// Offers are proposed; to propose a treaty is itself what happened.
	if fd.status == "" && fd.frame.Status != "" && !(fd.action == entente.Propose && fd.frame.Status == string(entente.Proposed)) {
		fd.status = entente.Status(fd.frame.Status)
	}
	if fd.wrong() && (fd.status == "" || fd.status == entente.Alleged) && st.speaker != nil && len(fd.actors) > 0 && len(without(fd.actors, []*entity{st.speaker})) > 0 {
		fd.status = entente.Alleged
		fd.stance = entente.Accuses
		if st.by != nil {
			fd.charged = st.by.date
		} else if st.verb >= 0 {
			charge := finding{frame: fd.frame, sent: fd.sent, token: st.verb, etype: entente.Accuse, status: entente.Occurred}
			fd.charged = r.when(fd.sent, st.verb, &charge, standing{verb: -1})
		}
		if st.by == nil && st.verb >= 0 && !r.x.reporter(st.speaker) && st.status != entente.Denied {
			r.accusation(fd, st)
		}
	}
	if fd.status == "" {
		fd.status = entente.Occurred
		if t := fd.sent.Tokens[fd.token]; t.Tag == "VBG" && fd.sent.has(fd.token, "aux", "is", "are", "'s", "'re") {
			fd.status = entente.Ongoing
		}
	}
	if st.by != nil && st.by.etype == entente.Accuse && len(st.by.recipients) == 0 {
		st.by.recipients = without(fd.actors, st.by.actors)
	}
}

// intend turns cooperation that is still to come into the agreement to it, as
// PLOVER has it. A visit that is planned stays one; only offered, it's an offer.
func (r reading) intend(fd *finding) {
	switch fd.etype {
	case entente.Consult:
		if fd.status == entente.Proposed {
			fd.etype, fd.mode = entente.Agree, ""
		}
	case entente.Support, entente.Cooperate, entente.Aid:
		if fd.status == entente.Planned || fd.status == entente.Proposed {
			fd.etype, fd.mode = entente.Agree, ""
		}
	}
}

// accusation adds the ACCUSE that a statement amounts to.
func (r reading) accusation(fd *finding, st standing) {
	if slices.ContainsFunc(fd.sent.agentOf(st.verb), func(n int) bool { return r.bystander(fd.sent, n) }) {
		return // "health officials said": a report
	}
	for _, o := range r.d.found {
		if o.sent == fd.sent && o.etype == entente.Accuse && slices.Contains(o.actors, st.speaker) {
			o.recipients = union(o.recipients, without(fd.actors, o.actors))
			return
		}
	}
	a := &finding{frame: fd.frame, sent: fd.sent, token: st.verb, etype: entente.Accuse, mode: "allege", contexts: fd.contexts,
		actors: []*entity{st.speaker}, recipients: without(fd.actors, []*entity{st.speaker}), status: entente.Occurred, rule: "accusation/" + st.rule, sure: 0.7, under: -1}
	a.date = fd.charged
	r.d.found = append(r.d.found, a)
}

// bystander reports whether the noun at token n is of those who tell of what happened
// near them and accuse nobody: "the regional governor", "hospital officials".
func (r reading) bystander(s *sentence, n int) bool {
	return slices.ContainsFunc(append(s.rel(n, "amod", "compound"), n), func(c int) bool { return r.x.index.is("bystander", strings.ToLower(s.Tokens[c].Lemma)) })
}

// blamed adds the act that a relative clause lays at somebody's door: "attacks
// on its computers, which officials blame on Russia".
func (r reading) blamed(fd *finding, st standing) {
	s, t := fd.sent, fd.sent.Tokens[fd.token]
	if fd.frame == nil || !fd.frame.Blame || t.Rel != "acl:relcl" || t.Head < 0 || len(fd.recipients) == 0 || len(fd.actors) == 0 {
		return
	}
	for _, n := range r.phraseTokens(s, []int{t.Head}) {
		r.charged(fd, n, st, fd.actors[0])
	}
}

// laidAt adds the act of which a passive says by whom it was done in somebody's
// view: "the killing was blamed on Israel".
func (r reading) laidAt(fd *finding) {
	if !fd.frame.Blame || len(fd.actors) > 0 || len(fd.recipients) == 0 || !isVerb(fd.sent, fd.token) || !fd.sent.passive(fd.token) {
		return
	}
	for _, n := range r.phraseTokens(fd.sent, fd.sent.rel(fd.token, "nsubj")) {
		r.charged(fd, n, standing{}, nil)
	}
}

// charged adds the act that the noun at token n names, unless it says itself who
// did it, as one that those did whom the accusation fd is about.
func (r reading) charged(fd *finding, n int, st standing, speaker *entity) {
	trig := r.trigger(fd.sent, n)
	if trig == nil || trig.frame.Type == "" || len(r.fill(fd.sent, n, trig.frame.Actor, "subj", st)) > 0 {
		return
	}
	own := standing{status: entente.Alleged, verb: fd.token, by: fd, rule: fd.frame.ID}
	if speaker != nil {
		own.speaker, own.stance = speaker, entente.Accuses
	}
	r.happens(fd.sent, n, trig.frame, own, nil)
}

// reporter reports whether somebody only passes news on.
func (x *Extractor) reporter(e *entity) bool { return e.org != nil && e.org.Kind == "media" }

// stance turns a frame with an attitude, denial, welcome, condemnation, into
// claims about the acts it speaks of: those found below it, else the act itself.
func (r reading) stance(s *sentence, i int, f *lexicon.Frame, own standing, found *finding, below []*finding) {
	if own.off && !f.Negated {
		return
	}
	who := r.fill(s, i, f.Actor, "subj", own)
	if len(who) == 0 {
		return
	}
	var about []*finding
	for _, fd := range below {
		if fd != found && fd.etype != entente.Accuse {
			about = append(about, fd)
		}
	}
	for _, speaker := range who {
		st := said(s, speaker, entente.Stance(f.Stance), f.ID)
		if also := r.alsoMeant(s, i, f); found != nil && also != "" {
			found.claims = append(found.claims, said(s, speaker, also, f.ID))
		}
		for _, fd := range about {
			if st.stance == entente.Condemns && f.Content == "said" {
				st.stance = entente.Accuses // "complained that Moscow had barred its flights"
				if found != nil {
					found.claims = append(found.claims, said(s, speaker, entente.Condemns, f.ID))
				}
			}
			if fd.speaker != speaker || fd.stance != st.stance {
				fd.claims = append(fd.claims, st)
			}
		}
		if len(about) == 0 && f.Stance != string(entente.Denies) {
			if found != nil {
				found.claims = append(found.claims, st)
			} else {
				r.d.loose = append(r.d.loose, st)
			}
		}
	}
	if f.Stance == string(entente.Denies) {
		r.rebut(s, i, who, found)
		if len(about) == 0 {
			r.deny(s, who, found)
		}
	}
}

// alsoMeant is the second attitude in a judgement: who condemns somebody for a deed
// accuses him of it, and who speaks of naked aggression condemns it; "" when it has one.
func (r reading) alsoMeant(s *sentence, i int, f *lexicon.Frame) entente.Stance {
	switch {
	case f.Type != string(entente.Accuse) || !isVerb(s, i):
	case f.Verdict && f.Stance == string(entente.Accuses):
		return entente.Condemns
	case f.Stance == string(entente.Condemns) && slices.ContainsFunc(s.objectOf(i), func(o int) bool { return s.at[o] != nil }):
		if len(s.oblique(i, "for"))+len(s.oblique(i, "over"))+len(s.oblique(i, "with")) > 0 || slices.ContainsFunc(s.rel(i, "advcl"), func(c int) bool { return s.has(c, "mark", "for", "with", "over") }) {
			return entente.Accuses
		}
	}
	return ""
}

// behind gives whom a judgement of a deed is about, and whether it is of one:
// those who did it, never those it was done to: "condemned the attack on Estonia".
func (r reading) behind(s *sentence, i int, f *lexicon.Frame) (doers []*entity, deed bool) {
	objects := r.x.slot(s, i, "obj")
	if f.Predicate {
		objects = r.x.slot(s, i, "subj")
	}
	if !isVerb(s, i) && !f.Predicate {
		return nil, false
	}
	for _, o := range objects {
		if deed := r.whichDeed(s, i, o); deed >= 0 {
			return r.fill(s, deed, nil, "subj", standing{}), true
		}
		lemma := strings.ToLower(s.Tokens[o].Lemma)
		if s.at[o] != nil || s.Tokens[o].POS != "NOUN" {
			continue
		}
		trig := r.trigger(s, o)
		state := trig != nil && trig.frame.Type == string(entente.Coerce) && trig.frame.Mode != "cyber" || r.x.index.is("done-to", lemma)
		if !state && !(trig != nil && (forceful(entente.EventType(trig.frame.Type)))) && !r.x.index.is("hostile-act", lemma) {
			continue
		}
		deed = true
		doers = union(doers, r.fill(s, o, nil, "subj", standing{}))
		if h := s.Tokens[o].Head; len(doers) == 0 && s.Tokens[o].Rel == "appos" && isVerb(s, h) {
			doers = r.fill(s, h, nil, "subj", standing{}) // "fired a missile, a launch Seoul condemned"
		}
		if len(doers) == 0 && state {
			doers = r.fill(s, o, []string{"in"}, "obj", standing{}) // where a state holds sway
		}
	}
	return doers, deed
}

// whichDeed finds the violence that a relative clause judges where "which" stands
// behind whom it struck: "invaded Kuwait, which Cairo condemned"; -1 when none.
func (r reading) whichDeed(s *sentence, v, o int) int {
	if s.Tokens[v].Rel != "acl:relcl" || o != s.Tokens[v].Head || !s.has(v, "obj", "which") {
		return -1
	}
	for ; o >= 0; o = s.Tokens[o].Head {
		if trig := r.trigger(s, o); trig != nil && forceful(entente.EventType(trig.frame.Type)) {
			return o
		}
	}
	return -1
}

// uttered reports whether a noun names an act in words, and says whose.
func (r reading) uttered(s *sentence, c int) bool {
	trig := r.trigger(s, c)
	return trig != nil && (trig.frame.Type == string(entente.Request) || trig.frame.Type == string(entente.Agree)) && len(r.fill(s, c, trig.frame.Actor, "subj", standing{})) > 0
}

// toldOf reports whether the article told before of the act in words that a noun
// names: "dismissed his offer", when that was the news.
func (r reading) toldOf(s *sentence, c int) bool {
	trig := r.trigger(s, c)
	doers := r.fill(s, c, trig.frame.Actor, "subj", standing{})
	for f := range r.d.lately(s, s.index) {
		if string(f.etype) == trig.frame.Type && f.sent != s && sameSides(f.actors, doers) {
			return true
		}
	}
	return false
}

// refusers gives those who refused what "was turned down": to whom it was put,
// else the other side of whose it was.
func (r reading) refusers(s *sentence, i int) []*entity {
	if !isVerb(s, i) || !s.passive(i) || len(s.rel(i, "obl:agent")) > 0 {
		return nil
	}
	for _, o := range s.objectOf(i) {
		if !r.uttered(s, o) {
			continue
		}
		askers := r.fill(s, o, nil, "subj", standing{})
		if es := without(r.fill(s, o, []string{"to"}, "obj", standing{}), askers); len(es) > 0 {
			return es
		}
		return r.counterpart(s, askers)
	}
	return nil
}

// rebut makes an accusation of the charge that is denied, where it says whose it
// is: "dismissed the Iraqi claims".
func (r reading) rebut(s *sentence, i int, who []*entity, rejection *finding) {
	for _, o := range s.withConjuncts(s.objectOf(i)) {
		if s.at[o] != nil || !r.x.index.is("reproach", strings.ToLower(s.Tokens[o].Lemma)) {
			continue
		}
		accusers := without(r.fill(s, o, nil, "subj", standing{}), who)
		if len(accusers) == 0 || !r.onStage(accusers) {
			continue
		}
		if rejection != nil {
			rejection.recipients = accusers
		}
		a := &finding{sent: s, token: o, etype: entente.Accuse, mode: "allege", actors: accusers, recipients: who,
			status: entente.Occurred, rule: "rebutted", sure: 0.7, under: -1}
		a.date = r.when(s, o, a, standing{verb: -1})
		r.d.found = append(r.d.found, a)
	}
}

// deny finds what a denial that names no act is about: the last wrongs that
// were alleged of the one who denies, in the sentences before. They become
// disputed, and a rejection learns whom it rejects.
func (r reading) deny(s *sentence, who []*entity, rejection *finding) {
	var near []*finding
	for fd := range r.d.lately(s, 3) {
		if fd == rejection || !fd.wrong() || len(without(fd.actors, who)) == len(fd.actors) {
			continue
		}
		if len(near) > 0 && fd.sent != near[0].sent {
			break
		}
		near = append(near, fd)
	}
	for _, fd := range near {
		if real(fd.status) == 1 || fd.speaker != nil {
			fd.status = entente.Denied // what the article tells as fact stays one
		}
		for _, e := range who {
			fd.claims = append(fd.claims, said(s, e, entente.Denies, "denial"))
		}
		if rejection != nil && len(rejection.recipients) == 0 && fd.speaker != nil {
			rejection.recipients = without([]*entity{fd.speaker}, rejection.actors)
		}
	}
	if len(near) == 0 {
		for _, e := range who {
			r.d.loose = append(r.d.loose, said(s, e, entente.Denies, "denial"))
		}
	}
}
