package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// agents gives who is meant by the noun phrase at token i when it does
// something: those named there, those an office or a body speaks for, and those
// joined to it. In a quotation "we" is the speaker's country.
func (x *Extractor) agents(d *document, s *sentence, i int, speaker *entity) []*entity {
	var es []*entity
	for _, t := range s.withConjuncts([]int{i}) {
		es = union(es, x.agent(d, s, t, speaker, 3))
	}
	return es
}

func union(es, more []*entity) []*entity {
	for _, e := range more {
		if e != nil && !slices.Contains(es, e) {
			es = append(es, e)
		}
	}
	return es
}

// asked is what a token is being asked for, as bits: phrases of bad English can
// each be meant by the other, and no token is asked for the same within its own answer.
type asked uint8

const (
	forAgent asked = 1 << iota
	forPatient
)

func (x *Extractor) agent(d *document, s *sentence, i int, speaker *entity, depth int) []*entity {
	if depth == 0 || s.asking[i]&forAgent != 0 {
		return nil
	}
	s.asking[i] |= forAgent
	defer func() { s.asking[i] &^= forAgent }()
	if m := s.at[i]; m != nil && !m.located {
		return s.holderOf(i, m).entities
	}
	if j, ok := s.means[i]; ok {
		var es []*entity
		for _, t := range s.withConjuncts([]int{j}) {
			es = union(es, x.patient(d, s, t, speaker, depth))
		}
		return es
	}
	switch s.words[i] {
	case "i", "me", "myself":
		if speaker != nil {
			return []*entity{speaker}
		}
		return nil
	case "we", "us", "our", "ourselves":
		return x.home(d, speaker)
	}
	t := s.Tokens[i]
	if t.POS != "NOUN" && t.POS != "PROPN" && t.POS != "PRON" && t.POS != "NUM" && t.POS != "DET" && t.POS != "ADJ" {
		return nil
	}
	noun := strings.ToLower(t.Lemma)
	// A title or an office with its holder's name: "President Putin", "the
	// minister, Sergey Lavrov".
	var es []*entity
	names := s.rel(i, "flat", "appos", "compound", "nmod:desc")
	if t.Tag == "NNS" {
		names = s.withConjuncts(names) // "the two presidents, Putin and Macron"
	}
	for _, c := range names {
		if m := s.at[c]; m != nil && m.how == byName && (m.entities[0].kind != entente.Country || x.index.is("relation-noun", noun)) && (s.Tokens[c].Rel != "compound" || m.entities[0].kind == entente.Person) {
			es = union(es, m.entities)
		}
	}
	es = union(es, s.knownAs(i))
	if len(es) > 0 {
		return es
	}
	if o := s.asWhom(i); o >= 0 {
		return x.patient(d, s, o, speaker, depth)
	}
	if x.index.is("utterance", noun) {
		return x.authors(d, s, i, depth)
	}
	if x.index.is("homeland", noun) { // "his country", "its government"
		for _, c := range s.rel(i, "nmod:poss") {
			if m := s.at[c]; m != nil && m.how == byPronoun {
				for _, e := range m.entities {
					es = union(es, x.home(d, e))
				}
				return es
			}
			if j, ok := s.means[c]; ok { // "migrants from Chad marched on their country's embassy"
				for _, t := range s.withConjuncts([]int{j}) {
					es = union(es, x.patient(d, s, t, speaker, depth-1))
				}
				return es
			}
		}
	}
	if !x.index.is("agent-noun", noun) && !x.index.is("body", noun) && !s.has(i, "amod", "ruling", "governing") && !s.has(i, "compound", "ruling") {
		switch {
		case x.index.is("part-noun", noun): // "one of Biden's advisers", "members of NATO"
			for _, c := range s.rel(i, "nmod") {
				if s.caseOf(c) == "of" {
					es = union(es, x.agents(d, s, c, speaker))
				}
			}
			return union(es, x.linked(d, s, i, depth))
		}
		return x.linked(d, s, i, depth)
	}
	for _, c := range s.withConjuncts(s.rel(i, "nmod:poss", "amod", "compound", "nmod", "nmod:unmarked")) {
		p := s.caseOf(c)
		if p == "" && s.Tokens[c].Rel == "conj" {
			p = s.caseOf(s.Tokens[c].Head) // "by a hundred states but not by Chad or Niger"
		}
		switch p {
		case "", "of", "from", "for", "in":
			if p == "in" && x.index.is("armed", noun) {
				continue // "militants in Libya" aren't Libya's
			}
			if m := s.at[c]; m != nil && s.Tokens[c].Rel == "nmod:poss" && isCountry(m.entities[0]) && s.armedBeside(i) {
				continue // "Colombia's Farc guerrillas"
			}
			if m := s.at[c]; m != nil && (p != "in" || m.entities[0].kind == entente.Country) {
				es = union(es, m.entities)
			} else if t := s.described(c); p == "" && t >= 0 {
				es = union(es, s.at[t].entities) // "Greek rescue teams"
			} else if p == "of" {
				es = union(es, x.patient(d, s, c, speaker, depth-1)) // "the heads of operations of the two sides"
			} else if p == "" && len(es) > 0 && s.Tokens[c].Rel == "compound" {
				continue // "a German air force plane"
			} else if p != "in" && (p != "" || len(s.children[c]) > 0 || s.words[c] == "whose" || x.index.is("rebels", s.words[c])) { // "military" alone is nobody's
				es = union(es, x.agent(d, s, c, speaker, depth-1))
			}
		}
		// "the Kyiv government", "the rulers in Buenos Aires"
		if pl := s.placeAt[c]; pl != nil && len(es) == 0 && pl.country != "" && (s.caseOf(c) == "" || s.caseOf(c) == "in" && x.index.is("local-noun", noun)) {
			es = union(es, d.country(x.index, pl.country))
		}
	}
	es = union(es, x.linked(d, s, i, depth))
	if len(es) == 0 {
		es = union(x.localTo(d, s, i, noun), x.sender(d, s, i, noun))
	}
	switch {
	case len(es) > 0 && x.index.is("cabinet", noun) && !slices.ContainsFunc(es, func(e *entity) bool { return !unknown(e) }):
		es = union(es, x.stateOf(d, s, i)) // "the government of" somebody the lexicon doesn't know
	case len(es) > 0:
	case x.index.is("force", noun) && t.Tag == "NNS" && len(x.sentForce(d, s, i)) > 0:
		es = x.sentForce(d, s, i)
	case x.index.is("state-noun", noun) && speaker != nil && s.quoted[i]:
		es = x.home(d, speaker) // "the Government has asked", an official said
	case x.index.is("state-noun", noun), noun == "minister" && s.has(i, "det", "the") && s.has(i, "compound"): // "the interior minister"
		es = x.stateOf(d, s, i)
	case x.index.is("rebels", noun) && (t.Tag == "NNS" || t.Rel == "compound"):
		es = d.onlyArmed(s)
	}
	if len(es) == 0 && t.Tag == "NNS" && len(s.children[i]) == 1 && s.has(i, "det", "the") && x.index.is("visitor", noun) {
		es = x.calledSo(d, s, i, noun)
	}
	return es
}

// described gives the adjective of a country that hangs on the word at token c, or
// the country whose it is, "Mali's defence ministry"; -1 when none does.
func (s *sentence) described(c int) int {
	for _, a := range s.rel(c, "amod", "nmod:poss") {
		if m := s.at[a]; m != nil && (m.how == byAdjective || s.Tokens[a].Rel == "nmod:poss" && m.entities[0].kind == entente.Country) {
			return a
		}
	}
	return -1
}

// holderOf gives the person where a body's name begins his title and the parser
// made it the head: "FBI Director Christopher Wray".
func (s *sentence) holderOf(i int, m *mention) *mention {
	if m.entities[0].kind == entente.Person {
		return m
	}
	for _, c := range s.rel(i, "flat") {
		if p := s.at[c]; p != nil && p.how == byName && p.entities[0].kind == entente.Person {
			return p
		}
	}
	return m
}

// home is the country a speaker speaks for.
func (x *Extractor) home(d *document, speaker *entity) []*entity {
	switch {
	case speaker == nil:
		return nil
	case speaker.serves != nil:
		return []*entity{d.entityOf(ref{org: speaker.serves}, x.index)}
	case speaker.country == "" || speaker.kind == entente.Country:
		return []*entity{speaker}
	default:
		return d.country(x.index, speaker.country)
	}
}

// patients gives who is meant by the noun phrase at token i when something is
// done to it: its agents, else those it belongs to or lies in: "Russia's
// electric grid", "people tied to Trump", "elections in the United States".
func (x *Extractor) patients(d *document, s *sentence, i int, speaker *entity) []*entity {
	var es []*entity
	for _, t := range s.withConjuncts([]int{i}) {
		es = union(es, x.patient(d, s, t, speaker, 4))
	}
	return es
}

func (x *Extractor) patient(d *document, s *sentence, i int, speaker *entity, depth int) []*entity {
	if depth == 0 || s.timeAt[i] > 0 || s.asking[i]&forPatient != 0 {
		return nil
	}
	s.asking[i] |= forPatient
	defer func() { s.asking[i] &^= forPatient }()
	if m := s.at[i]; m != nil {
		return s.holderOf(i, m).entities
	}
	if p := s.placeAt[i]; p != nil {
		if p.country == "" || s.Tokens[i].Rel == "conj" {
			return nil
		}
		return d.country(x.index, p.country)
	}
	if es := x.agent(d, s, i, speaker, 3); len(es) > 0 {
		return es
	}
	var es []*entity
	for _, c := range s.rel(i, "nmod:poss", "amod", "compound", "flat", "appos") {
		es = union(es, x.patient(d, s, c, speaker, depth-1))
	}
	if len(es) > 0 {
		return es
	}
	for _, c := range s.rel(i, "nmod", "acl") {
		if s.Tokens[c].Rel == "acl:relcl" {
			// "the clause in which Israel recognises ...": who acts there.
			if n := s.rel(c, "nsubj"); len(n) > 0 && !relative(s, n[0]) {
				es = union(es, x.agents(d, s, n[0], speaker))
			}
		}
		if s.Tokens[c].Rel == "acl" || s.Tokens[c].Rel == "acl:relcl" {
			for _, o := range s.rel(c, "obl", "obj") {
				if s.Tokens[c].Rel == "acl" && s.caseOf(o) != "by" {
					for _, t := range s.withConjuncts([]int{o}) {
						es = union(es, x.patient(d, s, t, speaker, depth-1))
					}
				}
			}
			continue
		}
		if s.caseOf(c) == "near" && x.index.is("border-noun", s.Tokens[c].Lemma) {
			continue // "villages near the border with Thailand" aren't Thailand's
		}
		if x.tellsWhose(s.caseOf(c), s.Tokens[i].Lemma) {
			for _, t := range s.withConjuncts([]int{c}) {
				es = union(es, x.patient(d, s, t, speaker, depth-1))
			}
		}
	}
	return es
}

// tellsWhose reports whether a phrase with the preposition says to whom or where
// a thing called by the noun belongs.
func (x *Extractor) tellsWhose(preposition, noun string) bool {
	switch preposition {
	case "of", "in", "inside", "at", "from", "to", "on", "for", "near", "within", "across", "against", "between", "among", "outside", "around", "aboard", "off":
		return true
	case "with": // "the border with Benin"
		return x.index.is("border-noun", noun)
	}
	return false
}

// named gives every actor mentioned at or below token i, in order of the text,
// but for those of clauses on the side.
func (d *document) named(s *sentence, i int) []*entity {
	var tokens []int
	s.below(i, &tokens)
	slices.Sort(tokens)
	var es []*entity
	for _, t := range tokens {
		if m := s.at[t]; m != nil && !m.located {
			es = union(es, m.entities)
		}
	}
	return es
}

// below collects token i and all that depend on it, without clauses on the side.
func (s *sentence) below(i int, into *[]int) {
	*into = append(*into, i)
	for _, c := range s.children[i] {
		switch r := s.Tokens[c].Rel; r {
		case "acl:relcl", "advcl", "parataxis":
			continue
		}
		s.below(c, into)
	}
}

// sides gives the countries and bodies that entities stand for, in order.
func sides(es []*entity) []string {
	var out []string
	for _, e := range es {
		if k := e.side(); !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// without takes from es those that are on a side of others.
func without(es, others []*entity) []*entity {
	not := sides(others)
	var out []*entity
	for _, e := range es {
		if !slices.Contains(not, e.side()) {
			out = append(out, e)
		}
	}
	return out
}
