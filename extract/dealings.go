package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// deal gives dealings that name nobody their sides, from what the text told of.
func (r reading) deal(fd *finding) {
	if len(fd.actors) == 0 {
		fd.actors = r.partners(fd)
	}
	if len(fd.actors) == 0 {
		by, to := r.lifters(fd)
		if fd.actors = by; len(fd.recipients) == 0 {
			fd.recipients = to
		}
	}
	if len(fd.actors) == 0 {
		by, whom := r.captors(fd)
		if fd.actors = by; len(fd.recipients) == 0 {
			fd.recipients = whom
		}
	}
	if len(fd.actors) > 0 && len(fd.recipients) == 0 && (fd.mode == "third-party" || fd.mode == "multilateral") {
		fd.recipients = r.between(fd)
	}
	if len(fd.recipients) == 0 && fd.mode == "phone" && len(fd.sent.oblique(fd.token, "from")) > 0 {
		fd.recipients = r.counterpart(fd.sent, fd.actors) // "came after a call from Paris"
		fd.sure *= guess
	}
}

// partners gives the two sides of dealings that name none: "the talks broke up",
// "diplomatic relations will be restored". They are the two that the text is
// about, else the two that last dealt with one another.
func (r reading) partners(fd *finding) []*entity {
	s, i := fd.sent, fd.token
	if es := r.company(fd); len(es) > 0 {
		return es
	}
	switch {
	case !fd.frame.Mutual || len(fd.recipients) > 0 || fd.status != "" && fd.status != entente.Planned:
		return nil
	case isVerb(s, i) && (!s.passive(i) || len(s.rel(i, "obl:agent")) > 0 || len(fd.frame.Objects) == 0):
		return nil
	case !isVerb(s, i) && s.Tokens[i].Rel == "obl" && s.has(i, "det", "a", "an"):
		return nil // "vetoed the plan at a summit": that of others too
	case !isVerb(s, i) && (fd.etype != entente.Consult || len(s.oblique(i, "of")) > 0 || len(s.oblique(i, "with")) > 0):
		return nil
	}
	if fd.etype == entente.Consult && !isVerb(s, i) && definite(s, i) {
		told := slices.ContainsFunc(r.d.found, func(o *finding) bool { return o.etype == entente.Consult })
		if told && !slices.ContainsFunc(s.timeAt, func(k int) bool { return k > 0 }) {
			return nil // the meeting told of before
		}
	}
	if both := r.d.mainPair(isCountry); both != nil {
		return both
	}
	return r.pairBefore(s, nil, func(o *finding) bool { return o.etype.Symmetric() || o.etype == entente.Support })
}

// company gives those who act while a meeting goes on that the sentence mentions
// by the way: "after talks in Geneva Iran and Iraq stopped firing", "told
// reporters after talks with his Italian counterpart".
func (r reading) company(fd *finding) []*entity {
	s, i := fd.sent, fd.token
	if fd.etype != entente.Consult || isVerb(s, i) || !fd.frame.Mutual || len(fd.recipients) > 0 && len(s.oblique(i, "with")) == 0 {
		return nil
	}
	return r.meanwhile(s, i, fd.recipients)
}

// meanwhile gives those who act in the clauses around the noun at token i, beside
// the others given: one of them with others, two at least without.
func (r reading) meanwhile(s *sentence, i int, others []*entity) []*entity {
	for v := s.Tokens[i].Head; v >= 0; v = s.Tokens[v].Head {
		if !isVerb(s, v) {
			continue
		}
		var es []*entity
		for _, n := range s.agentOf(v) {
			if n != i {
				es = without(r.x.agents(r.d, s, n, nil), others)
			}
		}
		if len(others) > 0 && r.public(es) || len(sides(es)) > 1 {
			return es
		}
	}
	return nil
}

// pairBefore gives the two states, beside those given, that an act of a kind in
// the sentences before was between.
func (r reading) pairBefore(s *sentence, beside []*entity, kind func(*finding) bool) []*entity {
	for o := range r.d.lately(s, 5) {
		if both := without(r.states(append(slices.Clone(o.actors), o.recipients...)), beside); len(both) == 2 && kind(o) {
			return both
		}
	}
	return nil
}

// between gives the two sides that a mediator goes between, or that a body of
// nations meets about, where the text has named them before.
func (r reading) between(fd *finding) []*entity {
	for _, o := range fd.sent.objectOf(fd.token) {
		if len(fd.sent.oblique(o, "of")) > 0 {
			return nil // "chaired a session of his cabinet"
		}
	}
	if t := fd.sent.Tokens[fd.token]; t.Rel == "acl" && t.Head >= 0 {
		if es := r.meanwhile(fd.sent, t.Head, fd.actors); len(sides(es)) > 1 {
			return es // "at talks hosted by Doha, Sudan and Chad agreed to a truce"
		}
	}
	if both := r.pairBefore(fd.sent, fd.actors, func(*finding) bool { return true }); both != nil {
		return both
	}
	return without(r.d.mainPair(isCountry), fd.actors)
}

// receivers gives those to whom the act at token i is done. What is welcomed
// counts before whom it is welcomed for: "hailed the deal as good for the West".
func (r reading) receivers(s *sentence, i int, f *lexicon.Frame, st standing, actors []*entity) []*entity {
	if f.Stance == string(entente.Welcomes) && len(f.Recipient) > 1 && f.Recipient[0] == "obj" {
		if es := r.fill(s, i, f.Recipient[:1], "obj", st); len(es) > 0 {
			return es
		}
		if es := r.recalled(s, i, f, actors); len(es) > 0 {
			return es
		}
	}
	es := r.fill(s, i, f.Recipient, "obj", st)
	if f.Verdict && len(es) == 0 && isVerb(s, i) {
		for _, o := range append(s.rel(i, "xcomp"), s.oblique(i, "as")...) {
			for _, c := range s.oblique(o, "by") { // "called it a plot by the Russians"
				es = union(es, without(r.x.patients(r.d, s, c, nil), actors))
			}
		}
	}
	if f.Type == string(entente.Accuse) && r.arbiters(es) && slices.Contains(f.Recipient, "against") {
		if other := r.fill(s, i, []string{"against", "over", "about", "after"}, "obj", st); len(without(other, actors)) > 0 {
			return other
		} else if other = r.counterpart(s, actors); len(without(other, es)) > 0 {
			return other // "complained to the Security Council"
		}
	}
	if len(without(es, actors)) == 0 && faces(entente.EventType(f.Type)) && st.verb >= 0 && r.x.index.is("telling", s.Tokens[st.verb].Lemma) {
		for _, o := range s.objectOf(st.verb) { // "told Kiev that it was ready to help"
			if told := without(r.x.patients(r.d, s, o, nil), actors); len(told) > 0 {
				return told
			}
		}
	}
	return es
}

// arbiters reports whether they are bodies of states alone, before which one state
// complains of another.
func (r reading) arbiters(es []*entity) bool {
	return len(es) > 0 && !slices.ContainsFunc(es, func(e *entity) bool { return e.org == nil || e.org.Kind != "intergovernmental" })
}

// lifters gives those who undo a measure when the text only says that it is
// undone, "the sanctions were lifted", and whom it struck: those of the measure.
func (r reading) lifters(fd *finding) (actors, recipients []*entity) {
	s, i := fd.sent, fd.token
	if fd.etype != entente.Retreat && fd.etype != entente.Concede || !isVerb(s, i) || !s.passive(i) || len(s.rel(i, "obl:agent")) > 0 {
		return nil, nil
	}
	for _, o := range s.objectOf(i) {
		noun := strings.ToLower(s.Tokens[o].Lemma)
		for k := len(r.d.found) - 1; k >= 0; k-- {
			m := r.d.found[k]
			if m.etype != entente.Sanction && m.etype != entente.Coerce || !r.isCalled(m, noun) || len(m.actors) == 0 {
				continue
			}
			if len(fd.recipients) == 0 || len(without(m.recipients, fd.recipients)) < len(m.recipients) {
				return m.actors, m.recipients
			}
		}
	}
	return nil, nil
}

// captors gives those who held the people that a text says only were let go, and
// these: who is said in the same phrase to have held them, in whose country that
// was, or who took them, as the text told.
func (r reading) captors(fd *finding) (actors, recipients []*entity) {
	s, i := fd.sent, fd.token
	if fd.mode != "release" || !isVerb(s, i) || !s.passive(i) {
		return nil, nil
	}
	for _, o := range s.objectOf(i) {
		for _, v := range s.rel(o, "acl", "acl:relcl") {
			if es := r.fill(s, v, []string{"subj", "place"}, "subj", standing{}); len(es) > 0 && r.x.index.is("holding", s.Tokens[v].Lemma) {
				return es, fd.recipients // "four Swedes held in Libya were set free"
			}
		}
		again := definite(s, o) || s.Tokens[o].POS == "PRON" // "the men were freed"
		for k := len(r.d.found) - 1; k >= 0 && (again || len(fd.recipients) > 0); k-- {
			m := r.d.found[k]
			alone := len(m.recipients) == 1 && m.recipients[0].kind == entente.Person
			if m.mode != "arrest" || len(m.actors) == 0 || len(m.recipients) == 0 || alone && s.Tokens[o].Tag == "NNS" {
				continue
			}
			if len(fd.recipients) == 0 || len(without(fd.recipients, m.recipients)) < len(fd.recipients) {
				return without(m.actors, fd.recipients), m.recipients
			}
		}
	}
	return nil, nil
}

// stops makes of a journey to several countries a visit to each.
func (r reading) stops(fd *finding) {
	if fd.mode != "visit" || len(fd.recipients) < 2 || slices.ContainsFunc(fd.recipients, func(e *entity) bool { return e.kind != entente.Country }) {
		return
	}
	for _, e := range fd.recipients[1:] {
		next := *fd
		next.recipients = []*entity{e}
		r.d.found = append(r.d.found, &next)
	}
	fd.recipients = fd.recipients[:1]
}

// applauded gives those whom a welcome is for that names nobody: the sides of the
// friendly act that the text last told of, else of the one it opens with. It
// isn't for the one the speaker quarrels with.
func (r reading) applauded(s *sentence, actors []*entity) []*entity {
	const back, opening = 4, 3
	for k := len(r.d.found) - 1; k >= 0; k-- {
		o := r.d.found[k]
		if s.index-o.sent.index > back && o.sent.index >= opening || !friendly(o.etype) || real(o.status) == 1 {
			continue
		}
		if es := without(r.states(append(slices.Clone(o.actors), o.recipients...)), actors); len(es) > 0 {
			return es
		}
	}
	return nil
}

// friendly reports whether an act of the type does the other side good.
func friendly(t entente.EventType) bool {
	switch t {
	case entente.Agree, entente.Consult, entente.Support, entente.Concede, entente.Cooperate, entente.Aid, entente.Retreat:
		return true
	}
	return false
}
