package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// Protests that are told of without a word about who takes part, or against whom.

// demonstrators: the people of the place where a protest, of which only the noun
// tells, goes on: "riots broke out in several Chinese cities".
func demonstrators(r reading, fd *finding, _ standing) []*entity {
	s, i := fd.sent, fd.token
	if fd.etype == entente.Protest && isVerb(s, i) { // "the opposition called a strike"
		if es := r.voices(fd, r.x.slot(s, i, "subj")); !r.official(es) {
			return es
		}
		return nil
	}
	if fd.etype != entente.Protest || s.Tokens[i].Rel == "compound" /* "riot police" */ || definite(s, i) && len(r.against(fd)) == 0 && !s.superlative(i) {
		return nil
	}
	of, country := r.x.scene(s, i)
	if country == "" && s.comesAbout(i) { // where the story is set
		for _, e := range r.x.stateOf(r.d, s, i) {
			of, country = adjective(e), e.country
		}
	}
	if country == "" {
		return nil
	}
	noun := r.x.marchers(s, i, "protesters")
	e := r.d.newEntity("group:"+slug(of+" "+noun), of+" "+noun, entente.Group)
	if len(e.mentions) == 0 {
		e.country = country
		e.generics = []string{"protester"}
	}
	r.d.nominal(s, i, i, i, e)
	return []*entity{e}
}

// superlative reports whether a noun is the most of its kind, and so may be new to
// the reader for all its article: "the biggest protests in decades".
func (s *sentence) superlative(n int) bool {
	return slices.ContainsFunc(s.rel(n, "amod"), func(c int) bool { return s.Tokens[c].Tag == "JJS" })
}

// scene gives where the protest at token i goes on, in the words that call its
// people so: "Karachi", "Chinese"; and the country that it lies in.
func (x *Extractor) scene(s *sentence, i int) (of, country string) {
	where := s.rel(i, "nmod")
	if h := s.verbAbove(i); h >= 0 && h != i && s.Tokens[i].POS == "NOUN" {
		for _, c := range s.rel(h, "obj", "obl") {
			if s.placed(c) && s.caseOf(c) == "" && s.Tokens[i].Rel == "nsubj" { // "protests swept Cuba"
				if m := s.at[c]; m != nil {
					return adjective(m.entities[0]), m.entities[0].country
				}
				return s.placeAt[c].name, s.placeAt[c].country
			}
			where = append(append(where, c), s.rel(c, "nmod")...)
		}
	}
	for _, c := range where {
		switch s.caseOf(c) {
		case "in", "across", "at", "near", "outside", "throughout", "around", "inside":
		default:
			continue
		}
		for _, n := range append([]int{c}, s.rel(c, "amod", "nmod", "nmod:poss", "compound")...) {
			if p := s.placeAt[n]; p != nil && p.country != "" {
				return p.name, p.country
			}
			if m := s.at[n]; m != nil && m.entities[0].kind == entente.Country {
				return adjective(m.entities[0]), m.entities[0].country
			}
		}
	}
	return "", ""
}

// adjective is the word for what belongs to a country.
func adjective(country *entity) string {
	if n := country.nation; n != nil && len(n.Adjectives) > 0 {
		return n.Adjectives[0]
	}
	return country.name
}

// marchers is what those are called who do what token v says: "rioters".
func (x *Extractor) marchers(s *sentence, v int, otherwise string) string {
	switch s.Tokens[v].Lemma {
	case "march":
		return "marchers"
	case "riot", "rampage", "loot":
		return "rioters"
	case "strike", "walkout":
		return "strikers"
	}
	return otherwise
}

// against gives the country that a protest is said to be against by one word:
// "an anti-American march", "anti-Japanese riots".
func (r reading) against(fd *finding) []*entity {
	s := fd.sent
	for _, n := range append(s.withConjuncts(s.rel(fd.token, "obj", "obl", "nmod")), fd.token) {
		for _, c := range s.children[n] {
			rest, ok := strings.CutPrefix(s.words[c], "anti-")
			if !ok {
				continue
			}
			refs, _ := r.x.index.names.longest([]string{rest}, 0, func(ph phrase[ref], _ int) bool { return ph.value.country != nil })
			if len(refs) > 0 {
				return []*entity{r.d.countryEntity(r.x.index, refs[0].country.ID)}
			}
		}
	}
	return nil
}

// protested fills in whom a protest is against.
func (r reading) protested(fd *finding) {
	if es := r.against(fd); len(es) > 0 {
		fd.recipients = es
	} else if len(fd.recipients) == 0 || fd.mode == "obstruct" && !slices.ContainsFunc(fd.recipients, func(e *entity) bool { return r.public([]*entity{e}) }) {
		fd.recipients = union(r.decried(fd), r.protestedTo(fd))
	}
}

// toParty reports whether people march on a party's seat, so that they want something of the
// state.
func (r reading) toParty(fd *finding) bool {
	return len(fd.recipients) > 0 && !slices.ContainsFunc(fd.recipients, func(e *entity) bool {
		return e.kind != entente.Organization || !strings.HasSuffix(fold(e.name), "party")
	})
}

// decried gives those whom a protest is about by what is demanded or shouted there:
// "marched to demand the removal of American bases".
func (r reading) decried(fd *finding) []*entity {
	s := fd.sent
	var es []*entity
	for _, c := range s.rel(fd.token, "advcl", "xcomp", "acl") {
		trig := r.trigger(s, c)
		if trig == nil || trig.frame.Type != string(entente.Request) && trig.frame.Type != string(entente.Accuse) && trig.frame.Type != string(entente.Protest) || !purpose(s, c) && s.Tokens[c].Tag != "VBG" {
			continue
		}
		for _, e := range without(r.d.named(s, c), fd.actors) {
			if r.public([]*entity{e}) {
				es = union(es, []*entity{e})
			}
		}
	}
	return es
}

// placeCrowds gives those who protest, and of whom nothing else is known, the country where
// they do, or where the article comes from.
func (r reading) placeCrowds() {
	home := r.x.writtenFrom(r.d)
	for _, fd := range r.d.found {
		if fd.etype != entente.Protest {
			continue
		}
		for _, e := range fd.actors {
			if e.kind != entente.Group || e.country != "" || len(e.generics) == 0 {
				continue
			}
			if _, country := r.x.scene(fd.sent, fd.token); country != "" {
				e.country = country
			} else if home != nil {
				e.country = home.country
			}
		}
	}
}

// protestedTo gives whom a protest is meant for when the text doesn't say: those
// whose act it is against, else the state where it happens, else the one that
// the text is most about.
func (r reading) protestedTo(fd *finding) []*entity {
	s := fd.sent
	for _, preposition := range []string{"against", "over", "at"} {
		for _, o := range s.oblique(fd.token, preposition) {
			if es := r.recalledBy(s, o, fd.actors); len(es) > 0 {
				return es
			}
		}
	}
	for i := range s.words { // "marched to protest against it"
		if i > fd.token && s.caseOf(i) == "against" {
			if es := r.recalledBy(s, i, fd.actors); len(es) > 0 {
				return es
			}
		}
	}
	where := s.rel(fd.token, "obl", "nmod")
	for _, n := range r.x.slot(s, fd.token, "subj") { // "workers in Gdansk went on strike"
		where = append(where, s.rel(n, "nmod")...)
	}
	for _, c := range where {
		if p := s.placeAt[c]; p != nil && p.country != "" && !slices.Contains(fd.actors, r.d.countryEntity(r.x.index, p.country)) {
			return r.d.country(r.x.index, p.country)
		}
	}
	if _, country := r.x.scene(s, fd.token); country != "" && !slices.Contains(fd.actors, r.d.countryEntity(r.x.index, country)) {
		return r.d.country(r.x.index, country)
	}
	not := []*entity{}
	if r.official(fd.actors) {
		not = fd.actors
	}
	if es := r.lastDoers(s, not); len(es) > 0 && r.public(es) {
		return es // people take to the streets over what was just told
	}
	var most *entity
	for _, e := range r.d.order {
		if e.kind == entente.Country && !slices.Contains(fd.actors, e) && (most == nil || len(e.mentions) > len(most.mentions)) {
			most = e
		}
	}
	if most == nil {
		return r.states(fd.actors)
	}
	return []*entity{most}
}
