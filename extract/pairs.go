package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
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

// theOther is the one of two that the subject of the same verb isn't: "each side
// blamed the other" is said of both.
func (x *Extractor) theOther(d *document, s *sentence, i int) []*entity {
	if n := s.subject(s.Tokens[i].Head); n >= 0 {
		if es := x.agents(d, s, n, nil); len(es) == 2 {
			return es
		} else if len(es) == 1 {
			return without(d.last(2, s, i, isCountry), es)
		}
	}
	return nil
}

// last gives the n entities of a kind that were last named, if they are n:
// together in one sentence, or in neighbouring ones with none between.
func (d *document) last(n int, s *sentence, before int, fits func(*entity) bool) []*entity {
	var es []*entity
	for o, end := range d.upTo(s, before, 4) {
		var here []*entity
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || m.how == byAdjective || m.how == byOffice {
				continue
			}
			for _, e := range m.entities {
				if c := d.entities["country:"+strings.ToLower(e.country)]; c != nil && !fits(e) && e.kind == entente.Person {
					e = c // a president brings his country to mind
				}
				if fits(e) && !slices.Contains(here, e) {
					here = append(here, e)
				}
			}
		}
		if len(here) == n {
			slices.Reverse(here)
			return here
		}
		es = union(es, here)
		if len(es) == n {
			slices.Reverse(es)
			return es
		}
		if len(es) > n {
			break
		}
	}
	if n != 2 {
		return nil
	}
	return d.mainPair(fits) // else the two that the whole text is about
}

// pair gives the n countries that a text calls the two or the three: of two, those
// it is about all along, unless others were named right before in the sentence.
func (d *document) pair(n int, s *sentence, before int) []*entity {
	if es := d.couple(s, before); n == 2 && slices.ContainsFunc(es, func(e *entity) bool { return e.kind != entente.Person && !isCountry(e) }) {
		return es
	}
	doers := s.addressing(before)
	another := func(e *entity) bool { return isCountry(e) && len(without([]*entity{e}, doers)) > 0 }
	es := d.last(n, s, before, another)
	if two := d.sameTwo(s, before); n == 2 && len(es) == 2 && len(two) == 2 && !d.namedTogether(s, before, es) {
		return two
	}
	main := d.mainPair(another)
	if n == 2 && len(es) == 0 && len(main) == 0 {
		if es = d.joined(s, before); len(es) == 0 {
			es = d.leading(another)
		}
		return es
	}
	if n == 2 {
		if both := d.withBeside(s, before, es, main); len(both) == 2 {
			return both
		}
	}
	if n != 2 || len(main) != 2 || len(without(main, es)) == 2 || len(s.countriesBefore(before)) == 2 {
		return es
	}
	return main
}

// couple gives the two that the last sentence to do so joins as those who act in it:
// "The army and the rebels agreed"; none when they are more, or on one side.
func (d *document) couple(s *sentence, before int) []*entity {
	for o, end := range d.upTo(s, before, 2) {
		for j := end - 1; j >= 0; j-- {
			if !strings.HasPrefix(o.Tokens[j].Rel, "nsubj") {
				continue
			}
			es := o.group(j)
			for _, c := range o.rel(j, "nmod") {
				if len(es) == 0 && o.caseOf(c) == "of" {
					es = o.group(c) // "the presidents of Chad and Niger"
				}
			}
			if v := o.Tokens[j].Head; len(es) == 1 {
				for _, n := range o.rel(v, "nsubj") { // as parsers leave joined names
					es = union(es, o.group(n))
				}
			}
			if len(es) == 2 && es[0].side() != es[1].side() {
				return es
			}
		}
	}
	return nil
}

// party gives the three or more countries that a text calls so: those last named, if
// they are so many, or that the last sentence joins which joins so many.
func (d *document) party(n int, s *sentence, before int) []*entity {
	if es := d.pair(n, s, before); len(es) > 0 {
		return es
	}
	for o, end := range d.upTo(s, before, 5) {
		for j := end - 1; j >= 0; j-- {
			if es := o.group(j); len(es) == n && len(sides(es)) == n {
				return es
			}
		}
	}
	return nil
}

// company gives those whom the sentence before joins as those who act in it.
func (d *document) company(s *sentence) []*entity {
	if s.index == 0 {
		return nil
	}
	o := d.sents[s.index-1]
	for j := range o.Tokens {
		if strings.HasPrefix(o.Tokens[j].Rel, "nsubj") && len(o.rel(j, "conj")) > 0 {
			return o.group(j)
		}
	}
	return nil
}

// joined gives the two countries last named side by side, in whatever place:
// "invited Chad and Niger to the talks".
func (d *document) joined(s *sentence, before int) []*entity {
	for o, end := range d.upTo(s, before, 2) {
		for j := end - 1; j >= 0; j-- {
			if es := o.group(j); len(es) == 2 && len(o.rel(j, "conj")) == 1 && isCountry(es[0]) && isCountry(es[1]) {
				return es
			}
		}
	}
	return nil
}

// countriesBefore gives the countries named in the sentence before token i.
func (s *sentence) countriesBefore(i int) []*entity {
	var es []*entity
	for _, m := range s.at[:i] {
		if m != nil && m.how != byAdjective && isCountry(m.entities[0]) {
			es = union(es, m.entities)
		}
	}
	return es
}

// mainPair gives the two most named entities of a kind, when both are named
// more than twice as often as the third, and the second not just in passing.
func (d *document) mainPair(fits func(*entity) bool) []*entity {
	const passing = 4
	all := d.byMentions(fits)
	if len(all) < 2 || len(all) > 2 && d.timesNamed(all[1]) < 2*d.timesNamed(all[2]) || passing*len(all[1].mentions) < len(all[0].mentions) {
		return nil
	}
	return []*entity{all[0], all[1]}
}

// byMentions gives the entities of a kind, the most named first.
func (d *document) byMentions(fits func(*entity) bool) []*entity {
	var all []*entity
	for _, e := range d.order {
		if fits(e) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *entity) int { return d.timesNamed(b) - d.timesNamed(a) })
	return all
}

// sameTwo gives the two countries that the text last called the two or both.
func (d *document) sameTwo(s *sentence, before int) []*entity {
	for o, end := range d.upTo(s, before, len(d.sents)) {
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || len(m.entities) != 2 || m.how != byNominal {
				continue
			}
			if isCountry(m.entities[0]) && isCountry(m.entities[1]) {
				return m.entities
			}
			return nil
		}
	}
	return nil
}

// namedTogether reports whether one of the last sentences names both of two countries.
func (d *document) namedTogether(s *sentence, before int, two []*entity) bool {
	for o, end := range d.upTo(s, before, 4) {
		if len(without(two, o.countriesBefore(end))) == 0 {
			return true
		}
	}
	return false
}

// timesNamed is how often a text names somebody; a country also by those who lead it,
// who bring it to mind.
func (d *document) timesNamed(e *entity) int {
	n := len(e.mentions)
	if !isCountry(e) {
		return n
	}
	for _, p := range d.order {
		if p.kind == entente.Person && p.country == e.country {
			n += len(p.mentions)
		}
	}
	return n
}
