package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// refusal is something that might have been an event and wasn't taken for one.
type refusal struct {
	sent  *sentence
	token int
	frame string
	why   string
}

// reading walks the sentences of a document from their main clauses downwards
// and collects findings.
type reading struct {
	x *Extractor
	d *document
}

// read finds what happens in every sentence.
func (x *Extractor) read(d *document) {
	r := reading{x, d}
	for _, s := range d.sents {
		for i, t := range s.Tokens {
			if t.Head < 0 {
				r.clause(s, i, standing{speaker: s.speaker, verb: -1})
			}
		}
	}
	r.signed()
	r.placeCrowds()
}

// clause reads the predicate at token i, standing as given, and all below it.
func (r reading) clause(s *sentence, i int, st standing) {
	around := st.around
	st.around = nil
	own := r.modality(s, i, st)
	quote := r.spokenBy(s, i, &own)
	if f := r.overlaid(s, i, own, st); f != nil {
		r.overlay(s, i, f, own, st)
		return
	}
	inner := own
	f := r.frameAt(s, i, own)
	if f != nil && f.Type != "" && (f.Negated || ofOther(f)) {
		own.off, own.status, own.rule = st.off, st.status, st.rule // "will not accept" is done in saying so
	}
	var plain *lexicon.Frame // of a verb whose own frame is no event: "said" what is a charge
	if f == nil || f.Type == "" {
		if !own.off && !r.onlySays(s, i) {
			plain = r.sense(s, i)
		}
		if f == nil {
			f, plain = plain, nil
		}
	}
	var found *finding
	switch {
	case f == nil:
	case absorbs(f):
		inner = r.governs(s, i, f, own, nil)
	case f.Type != "":
		found = r.happens(s, i, f, own, nil)
		if g := r.alone(s, i, f); found == nil && g != nil {
			f, found = g, r.happens(s, i, g, own, nil)
		}
		if f.Content != "" {
			inner = r.governs(s, i, f, own, found)
		}
	case f.Content != "":
		inner = r.governs(s, i, f, own, nil)
	}
	if plain != nil {
		found = r.happens(s, i, plain, own, nil)
	}
	if f == nil || f.Type == "" {
		r.echo(s, i, own)
	}
	if found != nil && found.etype == entente.Accuse && ofOther(f) && !isVerb(s, i) {
		r.chargedDeed(s, i, found, own)
	}
	before := len(r.d.found)
	for _, c := range s.children[i] {
		to := r.standingOf(s, i, c, f, st, own, inner, quote)
		if around != nil && s.beside(c) {
			to = *around
		}
		if found != nil && r.partOf(s, c, found) {
			to.off, to.rule = true, "told by its verb"
		}
		r.clause(s, c, to)
	}
	if f != nil && absorbs(f) {
		found = r.absorb(s, i, f, own, before)
	}
	if found != nil && f.Content == "alleged" {
		r.chargeOthers(s, i, found)
	}
	if f != nil && f.Stance != "" {
		r.stance(s, i, f, own, found, r.d.found[before:])
	}
	if own.speaker != nil && !st.off && (own.off || s.deniesThing(i)) {
		r.disclaim(s, i, own)
	}
	r.contend(s, i, own)
}

// onlySays reports whether all that verb i has to tell is a verdict in a quote, which is read by itself.
func (r reading) onlySays(s *sentence, i int) bool {
	return slices.ContainsFunc(s.rel(i, "ccomp"), func(c int) bool {
		if !s.saidAlone(c) {
			return false
		}
		t := r.trigger(s, c)
		return t != nil && t.frame.Predicate
	})
}

// chargedDeed makes an event of the deed that a charge says somebody did: "said that
// Ruritania was behind the attack".
func (r reading) chargedDeed(s *sentence, i int, charge *finding, own standing) {
	if trig, _ := r.best(s, i, false); trig != nil {
		switch deed := trig.frame; entente.EventType(deed.Type) {
		case entente.Assault, entente.Coerce:
			r.happens(s, i, deed, standing{status: entente.Alleged, speaker: own.speaker, stance: entente.Accuses, verb: i, by: charge, rule: charge.frame.ID}, nil)
		}
	}
}

// beside reports whether the clause at c tells something of its own next to the one
// that it hangs on: "will not yield and has accused them", "won't go: the envoy said".
func (s *sentence) beside(c int) bool {
	switch t := s.Tokens[c]; t.Rel {
	case "parataxis":
		return true
	case "conj":
		return isVerb(s, c) && len(s.rel(c, "nsubj", "aux")) > 0
	case "advcl":
		return t.Tag == "VBG" && s.words[first(s, c)] == ","
	}
	return false
}

// chargeOthers makes an accusation of each further object of the verb at token i:
// "accused Minsk of lying and Moscow of helping".
func (r reading) chargeOthers(s *sentence, i int, found *finding) {
	for _, o := range s.rel(i, "obj")[min(1, len(s.rel(i, "obj"))):] {
		if es := without(r.x.patients(r.d, s, o, found.speaker), found.actors); len(es) > 0 && o > i {
			other := *found
			other.recipients = es
			r.d.found = append(r.d.found, &other)
		}
	}
}

// partOf reports whether the noun at token c only completes the verb that the
// finding was made of: who suspends talks holds none, who lifts a blockade
// doesn't blockade.
func (r reading) partOf(s *sentence, c int, found *finding) bool {
	words, rel := found.frame.Objects, s.Tokens[c].Rel
	if rel == "nsubj" {
		words = found.frame.Subjects // "the truce took effect"
	}
	switch rel {
	case "obj", "obl", "nsubj", "nsubj:pass":
	default:
		return false
	}
	if t := r.trigger(s, c); t != nil && t.frame.Type == found.frame.Type && isVerb(s, found.token) {
		if t.frame.Mode == "phone" || t.frame == found.frame && rel != "nsubj" || found.etype == entente.Support && rel == "obj" && r.oneOf(s, c, words) {
			return true // "talked by phone", "expressed support", "went to war"
		}
	}
	if verbal(found.etype) && found.etype != entente.Reject || found.etype == entente.Agree || !isVerb(s, found.token) {
		return false
	}
	for _, o := range r.phraseTokens(s, []int{c}) {
		if s.Tokens[o].Rel == "nmod" && r.x.index.is("measure-noun", s.Tokens[c].Lemma) {
			c = o // "began eight days of drills"
		}
	}
	if !r.oneOf(s, c, words) {
		return false
	}
	t := r.trigger(s, c)
	if t == nil || t.frame.Type == "" {
		return false
	}
	if found.etype == entente.Reject && r.uttered(s, c) && !r.toldOf(s, c) {
		return false // the offer that is turned down was made
	}
	return t.frame.Type == found.frame.Type || found.action == entente.Sign && t.frame.Type == string(entente.Agree) || found.etype != entente.Reject || entente.EventType(t.frame.Type).Symmetric() || t.frame.Action == string(entente.Sign)
}

// absorbs reports whether the acts that a frame speaks of are a part of its own
// event: what is promised, asked for or threatened isn't an event beside it.
func absorbs(f *lexicon.Frame) bool {
	return f.Type != "" && (f.Content == "planned" || f.Content == "proposed" || f.Content == "threatened")
}

// absorb makes the event of an absorbing frame at token i out of the frame and
// of what was found below it since before.
func (r reading) absorb(s *sentence, i int, f *lexicon.Frame, own standing, before int) *finding {
	var content, rest []*finding
	for _, fd := range r.d.found[before:] {
		if fd.mode == "mediate" || fd.mode == "third-party" {
			fd.status = entente.Occurred // "agreed to stop, in a deal brokered by China"
			rest = append(rest, fd)
		} else if fd.under == i || fd.sent == s && fd.token == i {
			content = append(content, fd)
		} else {
			rest = append(rest, fd)
		}
	}
	r.d.found = append(r.d.found[:before], rest...)
	var found *finding
	if f.Type != string(entente.Agree) || !slices.ContainsFunc(content, func(fd *finding) bool { return fd.etype == entente.Reject }) {
		found = r.happens(s, i, f, own, content) // but who promises not to yield promises nothing
	}
	if found == nil { // what is spoken of stands by itself
		r.d.found = append(r.d.found[:before], append(content, rest...)...)
	}
	return found
}

// contentPhrase reports whether a noun phrase tells what is spoken of, rather
// than to whom or when: the object, "of", "for", "on", "over".
func (r reading) contentPhrase(s *sentence, c int, f *lexicon.Frame) bool {
	if s.timeAt[c] > 0 || c < s.Tokens[c].Head && s.caseOf(c) != "" {
		return false // "in a call with Kiev, Berlin demanded"
	}
	switch p := s.caseOf(c); p {
	case "", "of", "for", "on", "over", "about", "against", "in", "into", "as", "with":
		return !slices.Contains(f.Recipient, p) || p == ""
	}
	return false
}

func definite(s *sentence, i int) bool {
	return s.has(i, "det", "the", "this", "that", "these", "those") || len(s.rel(i, "nmod:poss")) > 0
}

// speaks reports whether the verb at c is an act of words, which is done in a call
// that is made for it.
func (r reading) speaks(s *sentence, c int) bool {
	trig := r.trigger(s, c)
	if trig == nil {
		return false
	}
	switch entente.EventType(trig.frame.Type) {
	case entente.Agree, entente.Support, entente.Accuse, entente.Request, entente.Concede, entente.Threaten:
		return true
	}
	return false
}

// quoteBefore reports whether c, set beside the verb of saying i, is what is said.
func quoteBefore(s *sentence, i, c int) bool {
	return s.quoted[c] || c < i
}

// spokenBy handles a clause with the verb of saying beside or after it: "...,
// Putin said"; "according to". It sets whose word the clause is.
func (r reading) spokenBy(s *sentence, i int, st *standing) bool {
	for _, c := range s.rel(i, "parataxis", "obl", "nmod") {
		if strings.HasPrefix(s.Tokens[c].Rel, "parataxis") {
			if trig := r.trigger(s, c); trig != nil && trig.frame.Content == "said" && trig.frame.Type == "" {
				for _, n := range s.agentOf(c) {
					if es := r.x.agents(r.d, s, n, nil); len(es) > 0 {
						st.speaker, st.stance, st.verb = es[0], entente.Asserts, c
						return true
					}
				}
			}
		} else if strings.HasPrefix(s.caseOf(c), "according") {
			if es := r.x.agents(r.d, s, c, nil); len(es) > 0 {
				st.speaker, st.stance = es[0], entente.Asserts
			}
		}
	}
	return false
}

// ranked reports whether a noun is the first, the last or the only one to do
// something, which then is done.
func (r reading) ranked(s *sentence, n int) bool {
	return r.x.index.is("ranking", s.words[n]) || slices.ContainsFunc(s.rel(n, "amod"), func(c int) bool { return r.x.index.is("ranking", s.words[c]) })
}
