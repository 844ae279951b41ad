package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
)

// namedBodies finds bodies by how their names end, where the recogniser doesn't
// know them: "the British Trawlers' Federation", "the Supreme Court".
func (x *Extractor) namedBodies(d *document, s *sentence) {
	for i, t := range s.Tokens {
		if !language.StartsUpper(t.Text) || !x.index.is("body-ending", s.words[i]) || s.at[i] != nil || s.treatyAt[i] != nil {
			continue
		}
		if i > 0 && x.index.is("mission", s.words[i-1]+" "+s.words[i]) {
			continue // "the British High Commission" is Britain's
		}
		first, words := i, 1
		for j := i - 1; j >= 0; j-- {
			w := s.words[j]
			if m := s.at[j]; m != nil && m.how != byAdjective || s.treatyAt[j] != nil || s.timeAt[j] > 0 {
				break
			}
			if language.StartsUpper(s.Tokens[j].Text) && w != "the" && (j > 0 || s.at[j] != nil) {
				first, words = j, words+1
			} else if w != "'s" && w != "'" && w != "for" && w != "and" && w != "-" {
				break
			}
		}
		if words < 2 || words == 2 && s.at[first] != nil || x.isTitle(s.words[first]) {
			continue
		}
		nation := s.at[first]
		if nation != nil {
			nation.entities[0].forget(nation)
		}
		e := x.aka(d, s, first, i)
		if e == nil {
			name := d.text(s, first, i)
			e = d.newEntity("organization:"+slug(name), name, entente.Organization)
			if nation != nil {
				e.country = nation.entities[0].country
			}
			e.generics = []string{s.words[i]}
		}
		d.mention(s, first, i, e)
	}
}

// compass reads "the North" as the country of that name in the text, "the two
// Koreas" as both of them, and "the West" and what is Western as the countries so called.
func (x *Extractor) compass(d *document, s *sentence) {
	for i, t := range s.Tokens {
		if s.at[i] != nil || s.placeAt[i] != nil || s.treatyAt[i] != nil || !language.StartsUpper(t.Text) || i+1 < len(s.Tokens) && language.StartsUpper(s.Tokens[i+1].Text) {
			continue
		}
		switch w := s.words[i]; {
		case w == "western" && modifies(s, i) && i+1 < len(s.Tokens) && s.words[i+1] != "-":
			last := i
			if x.index.is("bloc-noun", strings.ToLower(s.Tokens[i+1].Lemma)) {
				last++ // "Western governments"
			}
			d.mention(s, i, last, d.newEntity("group:western-countries", "Western countries", entente.Group)).how = byAdjective
		case i > 0 && (s.words[i-1] == "the" || s.words[i-1] == "two" || s.words[i-1] == "both") && strings.HasSuffix(w, "s"):
			if both := x.halves(d, strings.TrimSuffix(w, "s")); len(both) > 1 {
				m := d.mention(s, i, i, both[0])
				m.entities = both
				both[1].mentions = append(both[1].mentions, m)
			}
		case (w == "north" || w == "south" || w == "east" || w == "west") && i > 0 && s.words[i-1] == "the" && (t.Rel != "obl" || s.faced(i)):
			if e := x.halfOf(d, w); e != nil {
				d.mention(s, i, i, e)
			} else if w == "west" {
				d.mention(s, i, i, d.newEntity("group:western-countries", "Western countries", entente.Group))
			}
		}
	}
}

// faced reports whether the phrase at token i is somebody who is dealt with rather
// than a direction: "appealed to the West".
func (s *sentence) faced(i int) bool {
	switch s.caseOf(i) {
	case "to", "with", "against", "by", "from", "at", "on":
		return !slices.ContainsFunc(s.rel(i, "nmod"), func(c int) bool { return s.timeAt[c] == 0 })
	}
	return false
}

// halfOf gives the country that is named after a point of the compass, where the
// text names it or the one across from it: "the South" beside North Korea.
func (x *Extractor) halfOf(d *document, point string) *entity {
	for _, e := range d.order {
		first, rest, _ := strings.Cut(fold(e.name), " ")
		if e.kind != entente.Country || first != "north" && first != "south" && first != "east" && first != "west" {
			continue
		}
		refs, _ := x.index.names.longest([]string{point, rest}, 0, func(_ phrase[ref], end int) bool { return end == 2 })
		if refs != nil && refs[0].country != nil && refs[0].how == byName {
			return d.entityOf(refs[0], x.index)
		}
	}
	return nil
}

// halves gives the countries that share a name but for a point of the compass.
func (x *Extractor) halves(d *document, name string) []*entity {
	var out []*entity
	for _, point := range []string{"", "north", "south", "east", "west"} {
		words := strings.Fields(point + " " + name)
		refs, _ := x.index.names.longest(words, 0, func(_ phrase[ref], end int) bool { return end == len(words) })
		if refs != nil && refs[0].country != nil && refs[0].how == byName {
			out = union(out, []*entity{d.entityOf(refs[0], x.index)})
		}
	}
	return out[max(0, len(out)-2):]
}

// forget takes a mention back that turned out to be part of another name.
func (e *entity) forget(m *mention) {
	e.mentions = slices.DeleteFunc(e.mentions, func(o *mention) bool { return o == m })
}

// bodies finds groups and agencies that are known by their country: "Russian
// intelligence agencies", "U.S.-backed rebels".
func (x *Extractor) bodies(d *document, s *sentence) {
	for i, t := range s.Tokens {
		if j := x.blocFrom(s, i); j >= 0 && !d.covered(s, j, i) && !modifierIs(s, j, "two", "three", "four", "both") {
			name := d.text(s, j, i) // "Arab states", "European foreign ministers"
			d.mention(s, j, i, d.newEntity("group:"+slug(name), name, entente.Group))
			continue
		}
		if t.POS != "NOUN" && t.POS != "PROPN" || !x.index.is("body", strings.ToLower(t.Lemma)) || s.at[i] != nil {
			continue
		}
		first := i
		var nation *entity
		for j := i - 1; j >= 0; j-- {
			if m := s.at[j]; m != nil && m.last == i-1 && m.entities[0].kind == entente.Organization && x.index.is("agency", strings.ToLower(t.Lemma)) {
				m.last, s.at[i] = i, m // "U.S. intelligence" and "U.S. intelligence agencies" are one
				break
			}
			if m := s.at[j]; m != nil && (m.how == byAdjective || m.how == byName) && m.entities[0].kind == entente.Country {
				nation, first = m.entities[0], m.first
				break
			}
			if p := s.Tokens[j].POS; p != "ADJ" && p != "NOUN" && p != "PROPN" && p != "VERB" && s.words[j] != "-" || s.at[j] != nil {
				break
			}
		}
		if nation == nil || backed(s, first, i) {
			continue
		}
		name := d.text(s, first, i)
		kind, prefix := entente.Group, "group:"
		if x.index.is("agency", strings.ToLower(t.Lemma)) {
			kind, prefix = entente.Organization, "organization:"
		}
		e := d.newEntity(prefix+slug(name), name, kind)
		e.country = nation.country
		e.generics = []string{strings.ToLower(t.Lemma)}
		m := &mention{sent: s, first: first, last: i, head: i, entities: []*entity{e}}
		if len(e.mentions) == 0 {
			e.first = s.Tokens[first].Start
			d.order = append(d.order, e)
		}
		e.mentions = append(e.mentions, m)
		for j := first; j <= i; j++ {
			if s.at[j] == nil {
				s.at[j] = m
			}
		}
	}
}

// modifierIs reports whether one of the words stands right before token i.
func modifierIs(s *sentence, i int, words ...string) bool {
	return i > 0 && slices.Contains(words, s.words[i-1])
}

// backed reports whether the words between only say who supports the group:
// "Iran-backed", "U.S.-led".
func backed(s *sentence, first, last int) bool {
	for j := first; j < last; j++ {
		switch s.words[j] {
		case "led", "brokered", "mediated":
			return true
		}
	}
	return false
}

// blocFrom gives where the name of a bloc without a roll of members begins that
// ends in the plural at token i, -1 when it is none.
func (x *Extractor) blocFrom(s *sentence, i int) int {
	if s.at[i] != nil || s.Tokens[i].Tag != "NNS" || !x.index.is("bloc-noun", strings.ToLower(s.Tokens[i].Lemma)) {
		return -1
	}
	j := i - 1
	if j > 0 && x.index.is("portfolio", s.words[j]) {
		j--
	}
	if j < 0 || !x.index.is("region-adjective", s.words[j]) {
		return -1
	}
	return j
}
