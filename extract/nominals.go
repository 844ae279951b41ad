package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// described finds whom a definite description means: "the two countries", "both
// leaders", "the alliance", "the company", "the president".
func (x *Extractor) described(d *document, s *sentence, first, head int) []*entity {
	noun := strings.ToLower(s.Tokens[head].Lemma)
	bench := noun == "judge" && s.Tokens[head].Tag == "NNS" // a court
	definite, many := false, 0
	var kind []string
	for j := first; j < head; j++ {
		switch w := s.words[j]; w {
		case "the", "this", "that":
			definite = true
		case "both", "each", "either":
			definite, many = true, 2
		case "two", "three", "four":
			many = map[string]int{"two": 2, "three": 3, "four": 4}[w]
		default:
			if many > 0 && s.at[j] == nil && s.Tokens[j].Rel == "amod" {
				continue // "the three Gulf states", "the two old rivals"
			}
			if many == 0 && s.Tokens[head].Tag == "NN" && x.index.is("country-noun", noun) && s.at[j] == nil && !x.index.is("another-adjective", w) {
				kind = append(kind, w) // "the landlocked country"
				continue
			}
			// "the Baltic countries" aren't those named before; "the prime minister" may be.
			if s.Tokens[j].Rel != "amod" && s.Tokens[j].Rel != "compound" || many > 0 || noun == "country" || noun == "nation" {
				return nil
			}
		}
	}
	if !definite {
		return nil
	}
	last := head
	for _, c := range s.children[head] { // "the countries of the region"
		if c > head && s.caseOf(c) == "of" && s.at[c] == nil && len(s.children[c]) == 1 && x.isTitle(noun) {
			last = c // "the secretary of state"
			continue
		}
		if p := s.caseOf(c); p == "by" || many > 0 && (p == "over" || p == "about" || p == "on") {
			continue // "talks between the two countries over oil", "the attack on the country by Iran"
		}
		if c > head && (strings.HasPrefix(s.Tokens[c].Rel, "nmod") || strings.HasPrefix(s.Tokens[c].Rel, "acl") && !s.has(c, "mark", "to") && !(head+1 < len(s.Tokens) && s.words[head+1] == ",")) {
			return nil
		}
	}
	switch {
	case many == 0 && first+1 == head && s.Tokens[head].Tag == "NNS" && x.index.is("relation-noun", noun):
		return d.mainPair(isCountry) // "the neighbours"
	case definite && (noun == "pair" || noun == "duo"):
		return d.pair(2, s, head)
	case many > 2 && x.index.is("pair-of-countries", noun):
		return d.party(many, s, head)
	case many > 0 && x.index.is("pair-of-countries", noun):
		if es := d.sameMany(s, head, noun, many); s.has(head, "amod", "same") && len(es) > 0 {
			return es
		}
		return d.pair(many, s, head)
	case many > 0 && x.index.is("pair-of-people", noun):
		if es := d.last(many, s, head, func(e *entity) bool { return e.kind == entente.Person }); len(es) > 0 {
			return es
		}
		return d.pair(many, s, head) // of "the foreign ministers of Chad and Niger"
	case many > 0:
		return nil
	}
	if x.index.is("country-noun", noun) {
		if e := d.calledLast(s, head, noun); e != nil {
			return []*entity{e} // "the oil-rich kingdom"
		}
	}
	if x.index.is("country-noun", noun) && (first+1 == head || len(kind) > 0) {
		if region := x.region(kind); region != "" {
			return d.lastOf(s, head, region)
		}
		return d.lastCountry(s, head)
	}
	for _, c := range s.rel(head, "appos", "flat") { // "the prime minister, Mr Bob Hawke"
		if m := s.at[c]; m != nil && m.entities[0].kind == entente.Person && (x.isTitle(noun) || x.index.is("visitor", noun)) {
			return m.entities[:1]
		}
	}
	// The body or person last named that goes by this noun.
	office := strings.ToLower(d.text(s, s.nounStart(head), last))
	for o, end := range d.upTo(s, head, 12) {
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || len(m.entities) != 1 || m.how == byAdjective || m.how == byOffice {
				continue
			}
			if s.index-o.index > 2 && m.entities[0].org != nil && m.entities[0].org.Kind == "company" {
				continue // of several firms it is the one just named
			}
			if x.goesBy(m.entities[0], noun) || bench && (x.goesBy(m.entities[0], "court") || x.goesBy(m.entities[0], "tribunal")) || x.holds(d, m.entities[0], office) {
				return m.entities[:1]
			}
		}
	}
	return nil
}

// lastCountry is what "the country" means: the country last named as a subject
// in the sentence or the one before, else the one last named there.
func (d *document) lastCountry(s *sentence, before int) []*entity {
	for o, end := range d.upTo(s, before, 1) {
		var last *entity
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || len(m.entities) != 1 || m.entities[0].kind != entente.Country || m.how == byOffice {
				continue
			}
			if o != s && m.subject() {
				return m.entities
			}
			if last == nil && !(o == s && (m.subject() || s.inSubject(m.head))) {
				last = m.entities[0]
			}
		}
		if last != nil {
			return []*entity{last}
		}
	}
	return nil
}

// inSubject reports whether token i is joined to the subject of a clause.
func (s *sentence) inSubject(i int) bool {
	for s.Tokens[i].Rel == "conj" && s.Tokens[i].Head >= 0 {
		i = s.Tokens[i].Head
	}
	return strings.HasPrefix(s.Tokens[i].Rel, "nsubj")
}

// region is the part of the world that one of the words names, "" when none does.
func (x *Extractor) region(words []string) string {
	for _, w := range words {
		for _, region := range []string{"Africa", "Americas", "Asia", "Europe", "Middle East", "Oceania"} {
			if x.index.is("region-of-"+slug(region), w) {
				return region
			}
		}
	}
	return ""
}

// lastOf is what "the African country" means: the one of that region last named.
func (d *document) lastOf(s *sentence, before int, region string) []*entity {
	for o, end := range d.upTo(s, before, 4) {
		for j := end - 1; j >= 0; j-- {
			if m := o.at[j]; m != nil && len(m.entities) == 1 && isCountry(m.entities[0]) && m.entities[0].nation != nil && m.entities[0].nation.Region == region {
				return m.entities
			}
		}
	}
	return nil
}

// calledLast is the country last named, by whatever word, that goes by the noun:
// "the kingdom" for Jordan; nil when none does.
func (d *document) calledLast(s *sentence, before int, noun string) *entity {
	for o, end := range d.upTo(s, before, 8) {
		for j := end - 1; j >= 0; j-- {
			if m := o.at[j]; m != nil && len(m.entities) == 1 && isCountry(m.entities[0]) && slices.Contains(m.entities[0].generics, noun) {
				return m.entities[0]
			}
		}
	}
	return nil
}

// nounStart is where the nouns and adjectives before token head begin that form
// one term with it: "prime minister".
func (s *sentence) nounStart(head int) int {
	first := head
	for first > 0 && s.Tokens[first-1].Head == head && (s.Tokens[first-1].Rel == "amod" || s.Tokens[first-1].Rel == "compound") {
		first--
	}
	return first
}

// holds reports whether a person of the lexicon holds the office that the words
// name on the day of the article, or ever when the day isn't known.
func (x *Extractor) holds(d *document, e *entity, office string) bool {
	if e.person == nil {
		return false
	}
	for _, t := range e.person.Terms {
		o := x.index.officeOf[t.Office]
		if o != nil && slices.Contains(o.Names, office) && holdsThen(e.person, o, string(d.told)) {
			return true
		}
	}
	return false
}

// goesBy reports whether a text may call the entity by the noun: the alliance, the president.
func (x *Extractor) goesBy(e *entity, noun string) bool {
	if slices.Contains(e.generics, noun) {
		return true
	}
	if e.org != nil && e.org.Kind == "company" {
		return noun == "company" || noun == "firm"
	}
	if e.kind == entente.Organization && slices.Contains(strings.Fields(strings.ReplaceAll(fold(e.name), "isation", "ization")), strings.ReplaceAll(noun, "isation", "ization")) {
		return true // "the council" for the Security Council
	}
	if e.kind != entente.Person {
		return false
	}
	for _, r := range e.roles {
		if lastWord(r.name) == noun && !strings.HasPrefix(r.name, "former ") {
			return true
		}
	}
	return false
}

func isCountry(e *entity) bool { return e.kind == entente.Country }
