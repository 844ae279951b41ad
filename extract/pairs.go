package extract

import (
	"slices"
	"strings"
)

// addressing gives those who speak to whom token i names, and so are none of them:
// "Oslo urged both sides to stop".
func (s *sentence) addressing(i int) []*entity {
	v := s.Tokens[i].Head
	if v < 0 || !isVerb(s, v) || s.passive(v) {
		return nil
	}
	switch rel := s.Tokens[i].Rel; {
	case rel == "obj", rel == "iobj", rel == "obl" && (s.caseOf(i) == "on" || s.caseOf(i) == "to"):
		for _, n := range s.rel(v, "nsubj") {
			if n < i {
				return s.group(n)
			}
		}
	}
	return nil
}

// withBeside gives the two of whom the sentence goes on to name one, who isn't among
// those found: with whom that one is told of most, "ties between the two have soured
// since Oslo ..."; none when it names none or several.
func (d *document) withBeside(s *sentence, before int, found, main []*entity) []*entity {
	var here []*entity
	for _, m := range s.at[before+1:] {
		if m != nil && m.how != byAdjective && !m.located && m.subject() && isCountry(m.entities[0]) {
			here = union(here, m.entities)
		}
	}
	if len(here) != 1 || slices.Contains(found, here[0]) {
		return nil
	}
	if slices.Contains(main, here[0]) {
		return main
	}
	for _, e := range d.byMentions(isCountry) {
		if e != here[0] {
			return []*entity{e, here[0]}
		}
	}
	return nil
}

// leading gives the only two countries that the text opens with.
func (d *document) leading(fits func(*entity) bool) []*entity {
	var es []*entity
	for _, m := range d.sents[0].at {
		if m != nil && !m.located {
			for _, e := range m.entities {
				if fits(e) {
					es = union(es, []*entity{e})
				}
			}
		}
	}
	if len(es) != 2 {
		return nil
	}
	return es
}

// sameMany gives whom "the same three powers" are: those last called so.
func (d *document) sameMany(s *sentence, before int, noun string, many int) []*entity {
	for o, end := range d.upTo(s, before, 8) {
		for j := end - 1; j >= 0; j-- {
			if m := o.at[j]; m != nil && m.how == byNominal && len(m.entities) == many && strings.ToLower(o.Tokens[j].Lemma) == noun {
				return m.entities
			}
		}
	}
	return nil
}
