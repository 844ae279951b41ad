package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// crowd makes an actor of people who are only described, by their place or their
// nation where a number or "crowds" says nothing: "residents of Badme", "Tehran
// protesters". v is what they do; anybody lets any noun in the plural be people.
func (x *Extractor) crowd(d *document, s *sentence, i, v int, anybody bool) *entity {
	noun := strings.ToLower(s.Tokens[i].Lemma)
	if s.timeAt[i] > 0 || x.index.is("span", noun) || x.index.is("reveller", noun) || !x.index.is("people", noun) && !x.index.is("body", noun) && !(anybody && s.Tokens[i].Tag == "NNS") {
		return nil
	}
	if x.index.is("number", noun) {
		for _, c := range s.rel(i, "nmod") { // "hundreds of students"
			if s.caseOf(c) == "of" && s.at[c] == nil && s.Tokens[c].Tag == "NNS" {
				return x.crowd(d, s, c, v, true)
			}
		}
	}
	first, last := x.groupAt(s, i)
	name := d.text(s, first, last)
	country := ""
	if v >= 0 && x.index.is("faceless", noun) && first == i {
		name, country = x.crowdName(d, s, i, v)
	}
	e := d.newEntity("group:"+slug(name), name, entente.Group)
	if len(e.mentions) == 0 {
		e.generics = []string{noun}
		e.country = country
		for _, c := range s.rel(i, "nmod") { // "migrants from Chad"
			if m := s.at[c]; m != nil && s.caseOf(c) == "from" && country == "" && isCountry(m.entities[0]) {
				e.country = m.entities[0].country
			}
		}
		for j := first; j <= last && e.country == ""; j++ {
			if p := s.placeAt[j]; p != nil {
				e.country = p.country
			}
			if m := s.at[j]; m != nil && m.entities[0].kind == entente.Country {
				e.country = m.entities[0].country
			}
		}
	}
	d.nominal(s, first, last, i, e)
	return e
}

// nominal notes that tokens first to last stand for a group that has no name.
func (d *document) nominal(s *sentence, first, last, head int, e *entity) {
	if len(e.mentions) == 0 {
		e.first = s.Tokens[first].Start
		d.order = append(d.order, e)
	}
	e.mentions = append(e.mentions, &mention{sent: s, first: first, last: last, head: head, entities: []*entity{e}, how: byNominal})
}

// groupAt is the run of tokens that describes the group at token i: what
// stands before it, and whose or from where they are.
func (x *Extractor) groupAt(s *sentence, i int) (first, last int) {
	first, last = i, i
	for _, c := range s.children[i] {
		switch rel, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); {
		case c < first && (rel == "amod" || rel == "compound") && s.timeAt[c] == 0 && !x.index.is("vague", s.words[c]):
			first = c
			for first > 1 && s.words[first-1] == "-" {
				first -= 2 // "Russian-speaking youths"
			}
		case rel == "nmod" && c > i && c-i <= 3 && (s.caseOf(c) == "of" && !x.index.is("faceless", strings.ToLower(s.Tokens[i].Lemma)) || s.caseOf(c) == "across"):
			last = c
		}
	}
	return first, last
}

// crowdName names people of whom a text only tells that they were many: by where
// they did it, or what nation they are of, and what they did.
func (x *Extractor) crowdName(d *document, s *sentence, i, v int) (name, country string) {
	noun := s.words[i]
	if x.index.is("number", strings.ToLower(s.Tokens[i].Lemma)) {
		noun = x.marchers(s, v, "protesters")
	}
	for _, c := range s.rel(i, "nmod") {
		if m := s.at[c]; m != nil && m.how == byAdjective { // "thousands of Icelanders"
			n := m.entities[0].nation
			return n.Adjectives[0] + " " + noun, n.ID
		}
	}
	for _, h := range append([]int{i, v, s.Tokens[v].Head}, s.rel(v, "obj", "obl")...) {
		if h < 0 {
			continue
		}
		for _, c := range s.rel(h, "obl", "nmod") {
			if p := s.placeAt[c]; p != nil {
				return p.name + " " + noun, p.country
			}
		}
		if of, country := x.scene(s, h); country != "" {
			return of + " " + noun, country
		}
	}
	for k := s.index; k >= max(s.index-2, 0); k-- { // the scene was set before
		o := d.sents[k]
		for j := len(o.Tokens) - 1; j >= 0; j-- {
			if p := o.placeAt[j]; p != nil && p.country != "" && (k < s.index || j < i) {
				return p.name + " " + noun, p.country
			}
		}
	}
	return noun, ""
}

// voices makes actors of those without a name who speak up in public life: "the
// opposition condemned", "an international tribunal ruled", "some MPs asked".
func (r reading) voices(fd *finding, tokens []int) []*entity {
	s := fd.sent
	var es []*entity
	for _, n := range tokens {
		noun := strings.ToLower(s.Tokens[n].Lemma)
		court := r.x.index.is("court", noun)
		if s.at[n] != nil || s.Tokens[n].POS != "NOUN" && s.Tokens[n].POS != "PROPN" || !court && !r.oneOf(s, n, []string{"@voice"}) && !r.x.ofNation(s, n) && !r.x.rebelsOwn(s, n) {
			continue
		}
		if owners := s.rel(n, "nmod:poss"); len(owners) > 0 { // "the party's deputies"
			es = union(es, r.x.agents(r.d, s, owners[0], nil))
			continue
		}
		if !court && r.x.index.is("faceless", noun) {
			es = union(es, []*entity{r.x.crowd(r.d, s, n, fd.token, false)})
			continue
		}
		first, last := r.x.groupAt(s, n)
		if n > fd.token {
			last = n // "accused the opposition of treason"
		}
		name := r.d.text(s, first, last)
		kind, prefix := entente.Group, "group:"
		if court {
			kind, prefix = entente.Organization, "organization:"
		}
		e := r.d.newEntity(prefix+slug(name), name, kind)
		if len(e.mentions) == 0 {
			e.generics = []string{noun}
			if home := r.x.stateOf(r.d, s, n); !court && len(home) == 1 {
				e.country = home[0].country
			}
		}
		r.d.nominal(s, first, last, n, e)
		es = union(es, []*entity{e})
	}
	return es
}

// ofNation reports whether the noun at token n is of people said to be of a country: "Greek
// dockers".
func (x *Extractor) ofNation(s *sentence, n int) bool {
	return s.Tokens[n].Tag == "NNS" && x.index.is("people", strings.ToLower(s.Tokens[n].Lemma)) && slices.ContainsFunc(s.rel(n, "amod", "nmod:poss"), func(c int) bool {
		return s.at[c] != nil && isCountry(s.at[c].entities[0])
	})
}

// rebelsOwn reports whether those whom the noun at token n names are the rebels': "guerrilla
// leaders".
func (x *Extractor) rebelsOwn(s *sentence, n int) bool {
	return x.index.is("agent-noun", strings.ToLower(s.Tokens[n].Lemma)) && slices.ContainsFunc(s.rel(n, "compound"), func(c int) bool { return s.at[c] == nil && x.index.is("rebels", s.words[c]) })
}

// asCrowd makes "Palestinians" who protest a crowd rather than their state.
func (r reading) asCrowd(s *sentence, i int, actors []*entity) []*entity {
	for _, n := range r.x.slot(s, i, "subj") {
		m := s.at[n]
		if m == nil && !isVerb(s, i) && r.x.index.is("people", strings.ToLower(s.Tokens[n].Lemma)) { // "a strike by Greek dockers"
			if e := r.x.crowd(r.d, s, n, i, true); e != nil {
				return []*entity{e}
			}
		}
		if m == nil && r.x.index.is("number", strings.ToLower(s.Tokens[n].Lemma)) { // "thousands of Icelanders"
			if e := r.x.crowd(r.d, s, n, i, true); e != nil {
				return []*entity{e}
			}
		}
		if m == nil || m.how != byAdjective || !strings.HasSuffix(s.words[n], "s") {
			continue
		}
		first, last := r.x.groupAt(s, n)
		name := r.d.text(s, min(first, m.first), last)
		e := r.d.newEntity("group:"+slug(name), name, entente.Group)
		e.country = m.entities[0].country
		r.d.nominal(s, min(first, m.first), last, n, e)
		return []*entity{e}
	}
	return actors
}
