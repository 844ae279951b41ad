package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// authors gives whose word a speech or a paper is: "a plea by the minister", "the
// committee's recommendations", "a Soviet note", "a letter from Lagos", "signed an
// order imposing".
func (x *Extractor) authors(d *document, s *sentence, i, depth int) []*entity {
	var es []*entity
	for _, c := range s.withConjuncts(s.rel(i, "nmod:poss", "amod", "compound")) {
		es = union(es, x.agent(d, s, c, nil, depth-1))
	}
	for _, c := range s.rel(i, "nmod") {
		if p := s.caseOf(c); len(es) == 0 && (p == "by" || p == "from" || p == "of") {
			es = x.agents(d, s, c, nil)
		}
	}
	for _, a := range s.rel(i, "acl") {
		for _, n := range s.agentOf(a) {
			if len(es) == 0 && n != i && s.passive(a) { // "a statement issued by"
				es = x.agents(d, s, n, nil)
			}
		}
	}
	if v := s.Tokens[i].Head; len(es) == 0 && v >= 0 && s.Tokens[i].Rel == "obj" && isVerb(s, v) {
		for _, n := range s.agentOf(v) { // "signed an order imposing", "sent a letter demanding"
			es = union(es, x.agent(d, s, n, nil, depth-1))
		}
	}
	return es
}

// sender gives the country whose embassy it is that is only said to be in another:
// the other of the two that the text is about.
func (x *Extractor) sender(d *document, s *sentence, i int, noun string) []*entity {
	if !x.index.is("mission", noun) {
		return nil
	}
	for _, c := range s.rel(i, "nmod") {
		if p := s.placeAt[c]; p != nil && p.country != "" && (s.caseOf(c) == "in" || s.caseOf(c) == "to") {
			host := d.countryEntity(x.index, p.country)
			if other := without(d.mainPair(isCountry), []*entity{host}); len(other) == 1 {
				return other
			}
		}
	}
	return nil
}

// spokenTo gives those to whom the speech or paper goes that is the subject of
// the verb at token v: "a plea to the council asked for".
func (r reading) spokenTo(s *sentence, v int) []*entity {
	var es []*entity
	for _, n := range s.agentOf(v) {
		if s.at[n] == nil && r.x.index.is("utterance", s.Tokens[n].Lemma) {
			for _, c := range s.oblique(n, "to") {
				es = union(es, r.x.patients(r.d, s, c, nil))
			}
		}
	}
	return es
}

// offerers gives those who offer or ask in the clause that a refusal is joined to:
// "Bern offered to host talks, but Moscow said that it would not come".
func (r reading) offerers(s *sentence, fd *finding) []*entity {
	for v := s.Tokens[fd.token].Head; v >= 0; v = s.Tokens[v].Head {
		if !isVerb(s, v) || v > fd.token {
			continue
		}
		if trig := r.trigger(s, v); trig == nil || trig.frame.Type != string(entente.Agree) && trig.frame.Type != string(entente.Request) || !absorbs(trig.frame) {
			continue
		}
		if es := without(r.fill(s, v, nil, "subj", standing{}), fd.actors); r.public(es) {
			return es
		}
	}
	return nil
}

// sayers gives those who say something and do more with words beside, where the
// parser joined the second verb to what is said: "said the charge was false and
// called for talks".
func (r reading) sayers(s *sentence, i int) []*entity {
	t := s.Tokens[i]
	if t.Rel != "conj" || !isVerb(s, i) || len(s.rel(i, "nsubj", "aux", "mark")) > 0 || s.Tokens[t.Head].Rel != "ccomp" {
		return nil
	}
	g := s.Tokens[t.Head].Head
	if g < 0 || s.Tokens[g].Tag != t.Tag || !r.x.index.is("saying", s.Tokens[g].Lemma) {
		return nil
	}
	var es []*entity
	for _, n := range s.agentOf(g) {
		es = union(es, r.x.agents(r.d, s, n, nil))
	}
	return es
}

// localTo gives the country of police or judges who act where they serve:
// "police in Nairobi fired", "police raided an office in Cairo".
func (x *Extractor) localTo(d *document, s *sentence, i int, noun string) []*entity {
	h := s.Tokens[i].Head
	if !x.index.is("local-noun", noun) || h < 0 || !isVerb(s, h) {
		return nil
	}
	places := append(s.rel(i, "nmod"), s.rel(h, "obl")...)
	if x.index.is("police-noun", noun) {
		for _, o := range s.rel(h, "obj") {
			places = append(places, s.oblique(o, "in")...) // "police searched the offices in Cairo"
		}
	}
	for _, c := range places {
		if p := s.placeAt[c]; p != nil && p.country != "" {
			return d.country(x.index, p.country)
		}
		if m := s.at[c]; m != nil && m.located && m.entities[0].kind == entente.Country {
			return m.entities
		}
	}
	return nil
}

// stateOf gives the country that "the police" or "the foreign ministry" without
// one serve: where they are said to be, else of the countries last spoken of as
// acting or as the scene the one that the text is most about.
func (x *Extractor) stateOf(d *document, s *sentence, i int) []*entity {
	for _, c := range s.rel(i, "nmod") {
		if p := s.placeAt[c]; p != nil && p.country != "" {
			return d.country(x.index, p.country)
		}
	}
	local := x.index.is("enforcer", strings.ToLower(s.Tokens[i].Lemma))
	if v := s.verbAbove(i); local && v >= 0 { // "police fired on protesters in Yangon"
		if _, country := x.scene(s, v); country != "" {
			return d.country(x.index, country)
		}
		for _, c := range s.rel(v, "obj", "obl") {
			if _, country := x.scene(s, c); country != "" && !relative(s, c) {
				return d.country(x.index, country)
			}
		}
	}
	if e := x.joinedState(d, s, i); local && e != nil {
		return []*entity{e}
	}
	if e := s.foeOf(); !local && e != nil { // "the army" that fights the FARC is Colombia's
		if c := d.countryEntity(x.index, e.country); c != nil {
			return []*entity{c}
		}
	}
	if country := s.onlyPlace(); local && country != "" {
		return d.country(x.index, country)
	}
	for o, end := range d.upTo(s, i, 2) {
		for j := end - 1; local && j >= 0; j-- { // of where it happened rather than of those it was about
			if p := o.placeAt[j]; p != nil && p.country != "" {
				return d.country(x.index, p.country)
			}
		}
	}
	var not []*entity // "police raided the Chilean mission": not Chile's
	if v := s.verbAbove(i); v >= 0 && strings.HasPrefix(s.Tokens[i].Rel, "nsubj") {
		for _, o := range s.rel(v, "obj") {
			not = union(not, d.named(s, o))
		}
	}
	if e := x.writtenFrom(d); e != nil && !slices.Contains(not, e) && !s.has(i, "det", "the") && !s.set() {
		return []*entity{e} // "Soldiers shot dead ten"
	}
	for o, end := range d.upTo(s, i, 3) {
		var most *entity
		for j := end - 1; j >= 0; j-- {
			var e *entity
			if m := o.at[j]; m != nil && len(m.entities) == 1 && m.subject() && (m.entities[0].org == nil || !x.index.is("private-kind", m.entities[0].org.Kind)) {
				e = d.countryEntity(x.index, m.entities[0].country)
			}
			if p := o.placeAt[j]; p != nil {
				e = d.countryEntity(x.index, p.country)
			}
			if e != nil && !slices.Contains(not, e) && (most == nil || len(e.mentions) > len(most.mentions)) {
				most = e
			}
		}
		if most != nil {
			return []*entity{most}
		}
	}
	if es := d.lastCountry(s, i); len(es) > 0 {
		return es
	}
	if e := x.writtenFrom(d); e != nil {
		return []*entity{e}
	}
	return nil
}

// joinedState is the state that acts in the clause which the one with the noun at token i as
// subject is joined to: "the Iraqi government condemned it, and police arrested 20 people".
func (x *Extractor) joinedState(d *document, s *sentence, i int) *entity {
	v := s.verbAbove(i)
	if v < 0 || s.Tokens[v].Rel != "conj" || !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") || !isVerb(s, s.Tokens[v].Head) {
		return nil
	}
	for _, n := range s.agentOf(s.Tokens[v].Head) {
		if x.index.is("agent-noun", strings.ToLower(s.Tokens[n].Lemma)) {
			if es := x.agent(d, s, n, nil, 2); len(es) == 1 && isCountry(es[0]) {
				return es[0]
			}
		}
	}
	return nil
}

// foeOf is the only armed group of a country that a sentence names.
func (s *sentence) foeOf() *entity {
	var one *entity
	for _, m := range s.at {
		if m == nil || m.entities[0] == one {
			continue
		}
		if e := m.entities[0]; e.org != nil && e.org.Kind == "armed-group" && e.country != "" {
			if one != nil {
				return nil
			}
			one = e
		} else if isCountry(e) {
			return nil
		}
	}
	return one
}

// set reports whether a sentence says where it plays.
func (s *sentence) set() bool {
	for i, m := range s.at {
		if m != nil && m.located || s.placeAt[i] != nil {
			return true
		}
	}
	return false
}

// onlyPlace gives the country of the places that a sentence names, when it is one.
func (s *sentence) onlyPlace() string {
	one := ""
	for _, p := range s.placeAt {
		if p == nil || p.country == "" || p.country == one {
			continue
		}
		if one != "" {
			return ""
		}
		one = p.country
	}
	return one
}
