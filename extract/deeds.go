package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// doers gives who is behind an act of force whose verb has no agent that stands
// for anybody: those of the deed that it is said to be done in or by ("killed in
// clashes with rebels", "an Israeli air strike killed"), else people who are
// only described ("gunmen").
func (r reading) doers(fd *finding) []*entity {
	s, v := fd.sent, fd.token
	var es []*entity
	if isVerb(s, v) {
		deeds := s.rel(v, "nsubj")
		if n := s.subject(v); len(deeds) == 0 && n >= 0 {
			deeds = []int{n} // "a strike hit the camp, killing two"
		}
		if s.passive(v) || slices.Contains(fd.frame.Recipient, "subj") {
			deeds = s.rel(v, "obl")
		}
		for _, n := range deeds {
			if r.x.index.is("deed", s.Tokens[n].Lemma) {
				es = union(es, r.party(s, n))
			}
		}
	}
	for _, sent := range r.d.found { // "sent warplanes to bomb the camp"
		if h := s.Tokens[v].Head; h >= 0 && sent.sent == s && sent.token == h && sent.etype == entente.Mobilize && forceful(fd.etype) && isVerb(s, v) {
			es = union(es, sent.actors)
		}
	}
	if len(es) > 0 || slices.Contains(fd.frame.Recipient, "subj") {
		return es
	}
	for _, n := range r.x.slot(s, v, "subj") {
		for _, t := range s.withConjuncts([]int{n}) {
			es = union(es, []*entity{r.x.crowd(r.d, s, t, v, fd.etype == entente.Protest && isVerb(s, v))})
		}
	}
	return es
}

// provokers gives those whom a deed without a doer is paid back to, or held
// against: "expelled a Libyan diplomat in retaliation for an attack", "sanctions on
// Iran over an attack", "summoned the ambassador over the arrest of".
func (r reading) provokers(fd *finding) []*entity {
	var es []*entity
	for _, o := range r.answers(fd) {
		es = union(es, o.recipients)
	}
	if s, i := fd.sent, fd.token; len(es) == 0 && forceful(fd.etype) && !isVerb(s, i) && s.Tokens[i].Rel == "nmod" && r.x.index.is("answer-noun", s.Tokens[s.Tokens[i].Head].Lemma) {
		switch s.caseOf(i) {
		case "for", "to", "over", "against": // "said it was retaliation for a strike on its embassy"
			suffered := r.fill(s, i, fd.frame.Recipient, "obj", standing{})
			if len(suffered) > 0 {
				es = r.counterpart(s, suffered)
			}
		}
	}
	return r.states(es)
}

// answers gives the acts by which somebody pays back, or holds against others, the
// deed that a finding's noun names.
func (r reading) answers(fd *finding) []*finding {
	s, i := fd.sent, fd.token
	cause := s.Tokens[i].Head
	if cause < 0 || isVerb(s, i) {
		return nil
	}
	switch s.caseOf(i) {
	case "for", "over", "after", "following":
	case "to", "against":
		if !r.x.index.is("answer-noun", s.Tokens[cause].Lemma) {
			return nil
		}
	default:
		return nil
	}
	var out []*finding
	for _, o := range r.d.found {
		if o.sent != s || o.token >= i || s.verbAbove(cause) != s.verbAbove(o.token) {
			continue
		}
		switch o.etype {
		case entente.Sanction, entente.Assault, entente.Coerce, entente.Threaten, entente.Accuse:
			out = append(out, o)
		}
	}
	return out
}

// party gives those who do the deed that the noun at token n names, or with
// whom it is done: "a battle with the Red Army".
func (r reading) party(s *sentence, n int) []*entity {
	tokens := r.x.nounAgent(s, n)
	if by := s.subject(n); len(tokens) == 0 && by >= 0 && s.caseOf(n) == "behind" && s.predicated(n) {
		tokens = []int{by} // "the army was behind the blast, which killed two"
	}
	if len(tokens) == 0 {
		tokens = append(s.oblique(n, "with"), s.oblique(n, "from")...)
	}
	var es []*entity
	for _, t := range tokens {
		es = union(es, r.x.agents(r.d, s, t, nil))
		if len(es) == 0 {
			es = union(es, []*entity{r.x.crowd(r.d, s, t, n, false)})
		}
	}
	return es
}

// supply takes the side that an act of force leaves out from the story: who did
// it to those it struck ("was shot down", "the invasion of Ukraine"), or whose
// the town was that they took.
func (r reading) supply(fd *finding) {
	if len(fd.sent.rel(fd.token, "obl:agent")) > 0 && len(fd.actors) == 0 {
		return // "was mocked by many": it is said who, if not of whom
	}
	if r.toldAgain(fd) || len(fd.actors) == 0 && r.obscure(fd) {
		return
	}
	passive := (fd.etype == entente.Sanction || fd.etype == entente.Reject || fd.etype == entente.Accuse) && fd.sent.passive(fd.token)
	if fd.etype != entente.Assault && fd.etype != entente.Coerce && !passive || fd.status != "" || slices.Contains(fd.frame.Recipient, "none") {
		return
	}
	verb := isVerb(fd.sent, fd.token)
	t := fd.sent.Tokens[fd.token]
	aside := t.Rel == "acl" || t.Rel == "acl:relcl" && fd.etype == entente.Accuse || t.Tag == "VBG" // "the agent used on him", "convicted of shooting"
	var es []*entity
	switch {
	case len(fd.actors) == 0 && len(fd.recipients) == 0 && fd.frame.Mutual && !verb && t.Rel == "nsubj" && definite(fd.sent, fd.token):
		es = r.d.mainPair(isCountry) // "the fighting broke out on Thursday"
		fd.actors, fd.recipients = es, slices.Clone(es)
	case len(fd.actors) == 0 && len(fd.recipients) > 0 && r.public(fd.recipients) && fd.speaker == nil && (verb && !aside || definite(fd.sent, fd.token) && !r.toldBefore(fd)):
		es = r.attacker(fd.sent, fd.recipients)
		fd.actors = es
	case len(fd.recipients) == 0 && fd.inward():
		es = r.states(fd.actors) // "the army seized power"
		fd.recipients = es
	case len(fd.recipients) == 0 && r.public(fd.actors) && verb && t.Tag != "VBG" && !(t.Tag == "VB" && fd.sent.has(fd.token, "mark", "to")): // "ordered its forces to shoot down any missile"
		es = r.invaded(fd)
		fd.recipients = es
	}
	if len(es) > 0 {
		fd.sure *= guess
		fd.rule += "/supplied"
		fd.guessed = true
	}
}

// obscure reports whether an act has a subject that serves somebody of whom nothing is known:
// "customs agents impounded the boat".
func (r reading) obscure(fd *finding) bool {
	s := fd.sent
	if !isVerb(s, fd.token) || s.passive(fd.token) {
		return false
	}
	return slices.ContainsFunc(s.rel(fd.token, "nsubj"), func(n int) bool {
		noun := strings.ToLower(s.Tokens[n].Lemma)
		return r.x.index.is("agent-noun", noun) && !r.x.index.is("force", noun) && !r.x.index.is("projectile", noun) && !r.x.index.is("vessel", noun)
	})
}

// invaded gives the only other state that the sentence speaks of, else the side that the
// story sets against those who use force: "demanded that Iraq leave Kuwait, after its
// tanks seized the capital".
func (r reading) invaded(fd *finding) []*entity {
	if fd.etype == entente.Assault {
		if es := without(r.statesIn(fd.sent), fd.actors); len(es) == 1 && len(r.states(fd.actors)) > 0 {
			return es
		}
		if scene := r.d.countryEntity(r.x.index, fd.sent.onlyPlace()); scene != nil && len(without([]*entity{scene}, fd.actors)) > 0 {
			return []*entity{scene}
		}
	}
	return r.counterpart(fd.sent, fd.actors)
}

// toldAgain gives an act of force that only names again one told of before the sides of
// that, and reports whether it did: "The attack was carried out with drones".
func (r reading) toldAgain(fd *finding) bool {
	s, v := fd.sent, fd.token
	if !forceful(fd.etype) || len(fd.actors) > 0 || !isVerb(s, v) || !s.passive(v) {
		return false
	}
	for _, o := range s.objectOf(v) {
		if !s.has(o, "det", "the", "this", "that", "these", "those") || s.Tokens[o].POS != "NOUN" {
			continue
		}
		noun := strings.ToLower(s.Tokens[o].Lemma)
		for k := len(r.d.found) - 1; k >= 0; k-- {
			told := r.d.found[k]
			if told.etype == fd.etype && told.sent != s && len(told.actors) > 0 && r.isCalled(told, noun) {
				fd.actors, fd.recipients = told.actors, told.recipients
				return true
			}
		}
	}
	return false
}

// sovereigns adds to the territories that a hostile act is done to the states they
// are a part of.
func (r reading) sovereigns(fd *finding) {
	if !forceful(fd.etype) && fd.etype != entente.Mobilize && fd.etype != entente.Sanction {
		return
	}
	for _, e := range fd.recipients {
		if e.nation != nil && e.nation.Of != "" {
			fd.recipients = union(fd.recipients, without(r.d.country(r.x.index, e.nation.Of), fd.actors))
		}
	}
}

// toldBefore reports whether the noun of a finding may only name again what the
// text told of those it struck.
func (r reading) toldBefore(fd *finding) bool {
	noun := strings.ToLower(fd.sent.Tokens[fd.token].Lemma)
	return slices.ContainsFunc(r.d.found, func(o *finding) bool {
		return r.isCalled(o, noun) && len(without(fd.recipients, o.recipients)) < len(fd.recipients)
	})
}

// mishap reports whether what the verb at token i tells of was an accident's or
// the weather's doing: "was killed in an avalanche", "hit by weak sales".
func (r reading) mishap(s *sentence, i int) bool {
	if !isVerb(s, i) {
		return false
	}
	for _, c := range s.rel(i, "nsubj", "obl") {
		noun := strings.ToLower(s.Tokens[c].Lemma)
		if r.x.index.is("mishap", noun) {
			return true
		}
		if s.Tokens[c].Rel == "obl:agent" && s.Tokens[c].POS == "NOUN" && len(r.x.agents(r.d, s, c, nil)) == 0 && !r.violent(noun) {
			return true
		}
	}
	return false
}

// violent reports whether a noun is one of a weapon, a deed of violence or people
// under arms.
func (r reading) violent(noun string) bool {
	return slices.ContainsFunc([]string{"deed", "projectile", "bomb-thing", "armed", "force", "vessel", "people", "body", "agent-noun", "violence-thing"}, func(class string) bool { return r.x.index.is(class, noun) })
}

// undone reports whether the noun at token i names what the verb it is the
// object of puts an end to: "lifted its sanctions", "called off the attack".
func (r reading) undone(s *sentence, i int) bool {
	t := s.Tokens[i]
	if isVerb(s, i) || t.Rel != "obj" && t.Rel != "nsubj:pass" {
		return false
	}
	return slices.ContainsFunc(r.d.found, func(fd *finding) bool {
		return fd.sent == s && fd.token == t.Head && (fd.etype == entente.Retreat || fd.etype == entente.Concede)
	})
}

// whereDone gives the state on whose ground something was done that has no agent:
// "was detained in China", "the arrest of a banker in New York".
func (r reading) whereDone(s *sentence, i int) []*entity {
	if isVerb(s, i) && !s.passive(i) {
		return nil
	}
	for _, x := range s.rel(i, "xcomp") { // "were told to leave India"
		for _, o := range s.rel(x, "obj") {
			if m := s.at[o]; m != nil && m.entities[0].kind == entente.Country {
				return m.entities
			}
		}
	}
	for _, preposition := range []string{"in", "at", "from"} {
		tokens := s.oblique(i, preposition)
		for _, c := range s.rel(i, "nmod") { // "the arrest of a banker in New York"
			tokens = append(tokens, s.oblique(c, preposition)...)
		}
		for _, c := range tokens {
			if s.timeAt[c] == 0 && (s.placed(c) || s.at[c] == nil && slices.ContainsFunc(s.rel(c, "amod", "compound"), s.placed)) { // "at a Moscow airport"
				return r.x.patients(r.d, s, c, nil)
			}
		}
	}
	return r.whereBefore(s, i)
}

// whereBefore gives the state where the first of several things was done to the
// same one: "was arrested in Minsk and sentenced", "Krause, who was arrested at a
// Minsk airport, was sentenced".
func (r reading) whereBefore(s *sentence, i int) []*entity {
	if !isVerb(s, i) {
		return nil
	}
	if t := s.Tokens[i]; t.Rel == "conj" && t.Head >= 0 && isVerb(s, t.Head) && s.passive(t.Head) && len(s.rel(i, "nsubj")) == 0 {
		return r.whereDone(s, t.Head)
	}
	for _, o := range s.objectOf(i) {
		for _, c := range s.rel(o, "acl") {
			if c < i && isVerb(s, c) && s.passive(c) {
				if es := r.whereDone(s, c); len(es) > 0 {
					return es
				}
			}
		}
	}
	return nil
}

// placed reports whether token i names a place or a country.
func (s *sentence) placed(i int) bool {
	return s.placeAt[i] != nil || s.at[i] != nil && s.at[i].entities[0].kind == entente.Country
}

// sentTo reports whether the clause at c tells what those under arms were sent to
// do, which they then do: "sent warplanes to bomb the camp",
// "troops to seize the fields".
func (r reading) sentTo(s *sentence, c int, f *lexicon.Frame) bool {
	if f == nil || f.Type != string(entente.Mobilize) {
		return false
	}
	trig := r.trigger(s, c)
	return trig != nil && (trig.frame.Type == string(entente.Assault) || trig.frame.Type == string(entente.Coerce))
}

// forceful reports whether an act of the type is done by and to people who
// needn't stand for any state.
func forceful(t entente.EventType) bool {
	return t == entente.Assault || t == entente.Coerce || t == entente.Protest
}
