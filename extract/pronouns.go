package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// person finds whom "he" or "she" at token i means: the nearest person of that
// gender, those who act before others.
func (x *Extractor) person(d *document, s *sentence, i int, gender byte) *entity {
	not := s.others(i)
	fits := func(e *entity) bool {
		theirs := slices.ContainsFunc(not, func(o *entity) bool { return isCountry(o) && o.side() == e.side() })
		return e.kind == entente.Person && (e.gender == gender || e.gender == 0) && !theirs // "the Thai leader thanked him"
	}
	if e := s.subjectAhead(i); e != nil && fits(e) && (s.index == 0 || d.sents[s.index-1].Paragraph != s.Paragraph) {
		return e
	}
	e := d.nearest(s, i, 3, func(m *mention) *entity {
		if len(m.entities) == 1 && fits(m.entities[0]) && m.how != byOffice {
			return m.entities[0]
		}
		if m.how == byOffice && m.subject() && x.index.is("sole-office", m.office.ID) {
			return m.entities[0] // "The Cuban prime minister ... He": at least his country
		}
		return nil
	})
	if e != nil {
		return e
	}
	return x.visitorsState(d, s, i)
}

// people gives what the citizens of a country are called.
func (e *entity) people() []string {
	if e.nation == nil {
		return nil
	}
	return e.nation.People
}

// visitorsState is the state of the one that "he" means who goes without a name:
// "expelled the Thai ambassador after his government".
func (x *Extractor) visitorsState(d *document, s *sentence, i int) *entity {
	not := s.others(i)
	for o, end := range d.upTo(s, i, 1) {
		for j := end - 1; j >= 0; j-- {
			t := o.Tokens[j]
			if a := o.described(j); t.Tag == "NN" && a >= 0 && x.index.is("people", strings.ToLower(t.Lemma)) && o.at[j] == nil && len(without(o.at[a].entities, not)) == 1 {
				return o.at[a].entities[0] // "a Thai student"
			}
			if t.Tag != "NN" || !x.index.is("visitor", strings.ToLower(t.Lemma)) {
				continue
			}
			if es := without(x.agents(d, o, j, nil), not); len(es) == 1 {
				return es[0]
			}
		}
	}
	return nil
}

// saidTheyWould gives those who say something of themselves: "officials say they are
// willing to talk".
func (x *Extractor) saidTheyWould(d *document, s *sentence, i int) []*entity {
	v := s.Tokens[i].Head
	if v < 0 || s.words[i] != "they" || s.Tokens[i].Rel != "nsubj" || s.Tokens[v].Rel != "ccomp" || s.Tokens[v].Head < 0 || !x.index.is("saying", s.Tokens[s.Tokens[v].Head].Lemma) {
		return nil
	}
	n := s.subject(s.Tokens[v].Head)
	if n < 0 || n > i || s.Tokens[n].Tag != "NNS" || s.at[n] != nil {
		return nil
	}
	return x.agents(d, s, n, nil)
}

// several finds whom "they" means: the last subject that is several.
func (x *Extractor) several(d *document, s *sentence, i int) []*entity {
	if es := x.saidTheyWould(d, s, i); len(es) > 0 {
		return es
	}
	for o, end := range d.upTo(s, i, 1) {
		for j := end - 1; j >= 0; j-- {
			if !strings.HasPrefix(o.Tokens[j].Rel, "nsubj") {
				continue
			}
			es := o.group(j)
			if len(o.rel(j, "conj")) > 0 {
				es = union(es, x.agents(d, o, j, nil)) // "the army and the FARC ... they"
			}
			if len(es) > 0 && o == s && len(without(es, s.others(i))) < len(es) {
				continue // "the presidents asked them"
			}
			if len(es) == 0 && o.Tokens[j].Tag == "NNS" {
				if es = x.agents(d, o, j, nil); len(es) > 0 {
					return es // "Argentine marines ... they"
				}
			}
			if len(es) > 1 || len(es) == 1 && es[0].kind == entente.Group {
				return es
			}
			if o.Tokens[j].Tag == "NNS" && len(es) == 0 {
				if noun := strings.ToLower(o.Tokens[j].Lemma); !x.index.is("voice", noun) || o.subordinate(j) {
					return nil // others are meant
				}
				return union(nil, []*entity{x.crowd(d, o, j, o.Tokens[j].Head, true)}) // "Students marched ... They say"
			}
		}
	}
	if strings.HasPrefix(s.Tokens[i].Rel, "nsubj") && x.together(s, s.Tokens[i].Head) {
		if es := d.mainPair(isCountry); len(es) > 0 {
			return es
		}
		if es := x.met(d, s); len(es) > 0 {
			return es
		}
	}
	if es := x.troop(d, s, i); len(es) > 0 {
		return es
	}
	if strings.HasPrefix(s.Tokens[i].Rel, "nsubj") {
		return d.mainPair(isCountry)
	}
	return nil
}

// together reports whether the verb at token v is one of what several do with one
// another: "they met".
func (x *Extractor) together(s *sentence, v int) bool {
	return v >= 0 && slices.ContainsFunc(x.index.verbs[strings.ToLower(s.Tokens[v].Lemma)], func(g trigger) bool { return g.frame.Mutual })
}

// met gives the two of the sentence before one of whom did something to or with the
// other: "Lavrov received his Thai counterpart. They discussed ...".
func (x *Extractor) met(d *document, s *sentence) []*entity {
	if s.index == 0 {
		return nil
	}
	o := d.sents[s.index-1]
	for v := range o.Tokens {
		if o.Tokens[v].Rel != "root" || !isVerb(o, v) {
			continue
		}
		var es []*entity
		if n := o.subject(v); n >= 0 {
			es = x.agents(d, o, n, nil)
		}
		for _, c := range append(o.objectOf(v), o.oblique(v, "with")...) {
			es = union(es, without(x.patients(d, o, c, nil), es))
		}
		if len(es) == 2 && len(sides(es)) == 2 {
			return es
		}
	}
	return nil
}

// troop gives those who stand for somebody among the people last spoken of as
// several, whatever was said of them: "expelled two Thai envoys. They had ...".
func (x *Extractor) troop(d *document, s *sentence, i int) []*entity {
	not := s.others(i)
	for o, end := range d.upTo(s, i, 1) {
		for j := end - 1; j >= 0; j-- {
			t := o.Tokens[j]
			if m := o.at[j]; m != nil && m.how == byPronoun && (o.words[j] == "their" || o.words[j] == "them") && o != s && len(without(m.entities, not)) == len(m.entities) {
				return m.entities // those of whom the sentence before spoke so too
			}
			if m := o.at[j]; m != nil && m.head == j && (t.Tag == "NNPS" || t.Tag == "NNS") && len(m.entities) == 1 && slices.Contains(m.entities[0].people(), t.Text) && len(without(m.entities, not)) == 1 {
				return m.entities // "two Canadians"
			}
			if t.Tag != "NNS" || !x.index.is("agent-noun", strings.ToLower(t.Lemma)) && !x.index.is("people", strings.ToLower(t.Lemma)) {
				continue
			}
			if es := x.agents(d, o, j, nil); len(es) > 0 && len(without(es, not)) == len(es) {
				return es
			}
		}
	}
	return nil
}
