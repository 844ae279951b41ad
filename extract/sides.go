package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// spokenOf gives the sides that are named in what a finding says: who acts there,
// before anybody else. Who only suffers it isn't accused of it.
func (r reading) spokenOf(fd *finding) []*entity {
	s, i := fd.sent, fd.token
	said := s.saidBy(i)
	var doers, named []*entity
	for _, c := range said {
		switch base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base {
		case "ccomp", "xcomp":
			if n := s.subject(c); n > i && fd.etype == entente.Accuse {
				es := without(r.x.agents(r.d, s, n, nil), fd.actors)
				doers = union(doers, es)
				if len(es) == 0 && s.Tokens[n].POS == "NOUN" && isVerb(s, c) && !s.passive(c) {
					continue
				}
			}
		case "nsubj":
			if !ofOther(fd.frame) || fd.etype != entente.Threaten {
				continue
			}
		case "obj", "acl":
		case "obl", "nmod":
			if !r.contentPhrase(s, c, fd.frame) {
				continue
			}
		default:
			continue
		}
		named = union(named, without(r.d.named(s, c), fd.actors))
	}
	if len(doers) > 0 {
		return doers
	}
	return named
}

// weighty reports whether an act is the kind that a whole article may be about.
func weighty(fd *finding) bool {
	switch fd.etype {
	case entente.Sanction, entente.Retreat, entente.Mobilize, entente.Coerce, entente.Assault, entente.Concede, entente.Aid:
		return true
	}
	return fd.action != ""
}

// partiesOf gives the parties of a treaty that the text names, or somebody of.
func (r reading) partiesOf(t *treaty) []*entity {
	if len(t.parties) > 0 || t.known == nil {
		return t.parties
	}
	var es []*entity
	for _, p := range t.known.Parties {
		if e := r.presence(p); e != nil {
			es = append(es, without([]*entity{e}, es)...)
		}
	}
	return es
}

// presence gives a country that the text names, or its heir, or names somebody of;
// nil when it does neither.
func (r reading) presence(country string) *entity {
	ids := []string{country, successor(country)} // the Soviet Union, where it's named, rather than Russia
	for _, id := range ids {
		if e := r.d.entities["country:"+strings.ToLower(id)]; e != nil && len(e.mentions) > 0 {
			return e
		}
	}
	for _, id := range ids {
		if slices.ContainsFunc(r.d.order, func(e *entity) bool { return e.country == id && e.kind == entente.Person && len(e.mentions) > 0 }) {
			return r.d.countryEntity(r.x.index, id)
		}
	}
	return nil
}

// envoys gives the two countries whose "negotiators" or "foreign ministers" meet
// without a word about of whom, or those who together do what follows a meeting:
// "after talks in Rome, Peru and Chile agreed".
func (r reading) envoys(s *sentence, i int) []*entity {
	if !isVerb(s, i) {
		v := s.verbAbove(i)
		if v < 0 || s.Tokens[i].Rel != "obl" && s.Tokens[i].Rel != "nmod" || len(s.oblique(i, "with")) > 0 {
			return nil
		}
		for _, n := range s.agentOf(v) {
			if es := r.x.agents(r.d, s, n, nil); len(sides(es)) > 1 && !slices.ContainsFunc(es, func(e *entity) bool { return e.kind == entente.Group }) {
				return es
			}
		}
		return nil
	}
	for _, n := range r.x.slot(s, i, "subj") {
		if t := s.Tokens[n]; t.Tag == "NNS" && r.x.index.is("agent-noun", strings.ToLower(t.Lemma)) {
			return r.d.last(2, s, n, isCountry)
		}
	}
	return nil
}

// faces reports whether an act of the type is always done to somebody, so that
// a reader takes one side of the story for granted: "Moscow rejected the idea".
func faces(t entente.EventType) bool {
	switch t {
	case entente.Agree, entente.Request, entente.Accuse, entente.Reject, entente.Threaten, entente.Concede, entente.Sanction, entente.Support, entente.Retreat, entente.Mobilize:
		return true
	}
	return false
}

// public reports whether there are any, all of them countries, public bodies or
// people who stand for one.
func (r reading) public(es []*entity) bool {
	for _, e := range es {
		if e.org != nil && r.x.index.is("private-kind", e.org.Kind) || e.country == "" && e.org == nil && e.serves == nil {
			return false
		}
	}
	return len(es) > 0
}

// official reports whether all of them are states or their organs: they complain,
// they don't march.
func (r reading) official(es []*entity) bool {
	return len(es) > 0 && !slices.ContainsFunc(es, func(e *entity) bool {
		return e.kind != entente.Country && (e.org == nil || e.org.Kind != "government" && e.org.Kind != "intergovernmental")
	})
}

// onStage reports whether at least one of the actors is a public figure or a
// group: a cook's warning isn't to the country next named.
func (r reading) onStage(es []*entity) bool {
	return slices.ContainsFunc(es, func(e *entity) bool { return e.kind == entente.Group || r.public([]*entity{e}) })
}

// takeIn gives a promise, a demand or a threat what it lacks of the acts it is
// made of: the treaty and what is done to it, the other side.
func (r reading) takeIn(fd *finding, content []*finding) {
	for _, c := range content {
		if fd.action == "" && c.action != "" {
			fd.action, fd.treaties = c.action, c.treaties
		}
		for _, t := range c.treaties {
			if t.proposed && (fd.etype == entente.Agree || fd.etype == entente.Request) {
				fd.etype, fd.action, fd.treaties = entente.Agree, entente.Propose, []*treaty{t}
			}
		}
		if len(fd.recipients) == 0 {
			fd.recipients = without(union(slices.Clone(c.recipients), c.actors), fd.actors)
		}
		if len(fd.contexts) == 0 {
			fd.contexts = c.contexts
		}
	}
}

// contextOf fills in what follows from others: the sides of a treaty, the two
// parties of a plural subject, a meeting's other side.
func (r reading) contextOf(fd *finding) {
	for _, t := range fd.treaties {
		if len(fd.actors) == 0 && slices.Contains(fd.frame.Actor, "parties") {
			fd.actors = union(fd.actors, r.makersOf(t))
		}
		if len(fd.recipients) == 0 && !(fd.frame.Mutual && len(sides(fd.actors)) > 1) {
			fd.recipients = without(r.partiesOf(t), fd.actors)
		}
		if fd.action == entente.Sign && t.proposed && (fd.status == entente.Planned || fd.status == entente.Proposed) {
			fd.etype, fd.action = entente.Agree, entente.Propose // "would like to sign a treaty"
		}
		if fd.action == entente.Propose && t.proposed {
			t.parties = union(t.parties, r.states(fd.actors))
			t.parties = union(t.parties, r.states(fd.recipients))
		}
	}
}

// states gives the countries behind actors, those that have one.
func (r reading) states(es []*entity) []*entity {
	var out []*entity
	for _, e := range es {
		if e.org != nil && r.x.index.is("private-kind", e.org.Kind) {
			continue // where a firm or a charity is at home is no side
		}
		if c := r.d.countryEntity(r.x.index, e.country); c != nil {
			out = union(out, []*entity{c})
		}
	}
	return out
}

// unaddressed reports whether a public body asks for or offers something without
// a word about of whom: "proposed a ceasefire".
func (r reading) unaddressed(fd *finding) bool {
	return absorbs(fd.frame) && fd.etype != entente.Threaten && isVerb(fd.sent, fd.token) && len(fd.actors) > 0 && (r.public(fd.actors) || fd.pleads(fd.actors[0])) && fd.about() != ""
}
