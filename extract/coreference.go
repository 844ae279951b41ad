package extract

import (
	"slices"
	"strings"
)

// resolve finds what pronouns and definite descriptions stand for, reading
// from the start to the end. What isn't clear is left alone.
func (x *Extractor) resolve(d *document) {
	for _, s := range d.sents {
		for i := range s.Tokens {
			if s.at[i] != nil || s.treatyAt[i] != nil || s.placeAt[i] != nil {
				continue
			}
			es, first, last, kind := x.antecedent(d, s, i)
			if len(es) == 0 {
				continue
			}
			m := &mention{sent: s, first: first, last: last, head: i, entities: es, how: kind}
			for j := first; j <= last; j++ {
				s.at[j] = m
			}
			for _, e := range es {
				e.mentions = append(e.mentions, m)
			}
		}
	}
}

// antecedent gives the entities that token i, a pronoun or the head of a
// definite description, stands for, and the run of tokens that does.
func (x *Extractor) antecedent(d *document, s *sentence, i int) (es []*entity, first, last int, kind how) {
	t := s.Tokens[i]
	w := s.words[i]
	one := func(e *entity) []*entity {
		if e == nil {
			return nil
		}
		return []*entity{e}
	}
	switch {
	case s.eachOther(i):
		if v := t.Head; v >= 0 && isVerb(s, v) {
			if n := s.subject(v); n >= 0 && len(s.group(n)) > 1 {
				return s.group(n), i - 1, i, byPronoun
			}
		}
		return d.last(2, s, i-1, isCountry), i - 1, i, byPronoun
	case len(s.itself(i)) > 0:
		return s.itself(i), i, i, byPronoun
	case s.quoted[i] && (w == "he" || w == "she" || w == "it" || w == "they"):
		return nil, 0, 0, 0 // within a quotation others are meant than around it
	case w == "he" || w == "him" || w == "his" || w == "himself":
		return one(x.person(d, s, i, 'm')), i, i, byPronoun
	case w == "she" || w == "her" || w == "hers" || w == "herself":
		return one(x.person(d, s, i, 'f')), i, i, byPronoun
	case w == "it" && x.toldOf(s, i), (w == "it" || w == "them") && x.thing(d, s, i):
		return nil, 0, 0, 0
	case w == "it" && x.impersonal(s, i):
		return nil, 0, 0, 0
	case (w == "it" || w == "its" || w == "itself") && t.Rel != "expl":
		return one(x.body(d, s, i)), i, i, byPronoun
	case w == "they" || w == "them" || w == "their":
		return x.several(d, s, i), i, i, byPronoun
	case (w == "both" || w == "each" || w == "two") && strings.HasPrefix(t.Rel, "nsubj") && t.POS != "NOUN" && len(s.rel(i, "nmod")) == 0, w == "both" && (t.Rel == "obj" || t.Rel == "obl"):
		if es := d.couple(s, i); len(es) > 0 {
			return es, i, i, byNominal
		}
		return d.last(2, s, i, isCountry), i, i, byNominal // "both", "the two"
	case (w == "three" || w == "four" || w == "five" || w == "six" || w == "seven") && i > 0 && s.words[i-1] == "the" && strings.HasPrefix(t.Rel, "nsubj") && t.POS == "NUM" && len(s.rel(i, "nmod")) == 0:
		return d.company(s), i - 1, i, byNominal // "the four"
	case w == "other" && i > 0 && s.words[i-1] == "the" && (t.Rel == "obj" || t.Rel == "obl"):
		return x.theOther(d, s, i), i - 1, i, byPronoun
	case t.POS == "NOUN" || t.POS == "PROPN":
		first = i
		for _, c := range s.children[i] {
			if c < first && (s.Tokens[c].Rel == "det" || s.Tokens[c].Rel == "nummod" || s.Tokens[c].Rel == "amod" || s.words[c] == "both") {
				first = c
			}
		}
		return x.described(d, s, first, i), first, i, byNominal
	}
	return nil, 0, 0, 0
}

// eachOther reports whether token i ends "each other" or "one another".
func (s *sentence) eachOther(i int) bool {
	return i > 0 && (s.words[i] == "other" && s.words[i-1] == "each" || s.words[i] == "another" && s.words[i-1] == "one")
}

// theOther reports whether token i ends "the other", an object by itself.
func (s *sentence) theOther(i int) bool {
	return i > 0 && s.words[i] == "other" && s.words[i-1] == "the"
}

// itself gives those that a reflexive pronoun at token i stands for, the subject of
// its verb: "declared himself willing"; none when it is no such pronoun.
func (s *sentence) itself(i int) []*entity {
	switch v := s.Tokens[i].Head; s.words[i] {
	case "himself", "herself", "itself", "themselves":
		if v < 0 || !isVerb(s, v) {
			return nil
		}
		if n := s.subject(v); n >= 0 && n != i {
			return s.group(n)
		}
	}
	return nil
}

// toldOf handles "alerted the firm that it had been hacked", where "it" is the
// one told; it notes the antecedent's head.
func (x *Extractor) toldOf(s *sentence, i int) bool {
	v := s.Tokens[i].Head
	if v < 0 || s.Tokens[v].Head < 0 {
		return false
	}
	g := s.Tokens[v].Head
	if !x.index.is("telling", s.Tokens[g].Lemma) || x.index.is("minded", s.Tokens[v].Lemma) {
		return false // but "told Tehran that it wants" is the teller
	}
	o := s.rel(g, "obj", "iobj")
	if len(o) == 0 || o[0] >= i {
		return false
	}
	s.mean(i, o[0])
	return true
}

// thing handles "imposed sanctions and lifted them", where the object is a thing
// named before that the verb is done to; it notes that thing's head.
func (x *Extractor) thing(d *document, s *sentence, i int) bool {
	v := s.Tokens[i].Head
	if s.Tokens[i].Rel != "obj" || v < 0 || !isVerb(s, v) {
		return false
	}
	many := s.words[i] == "them"
	for _, g := range x.index.verbs[s.Tokens[v].Lemma] {
		if g.frame.Type == "" || slices.ContainsFunc(g.with, func(w string) bool { return !s.stands(v, w) }) {
			continue
		}
		for n := i - 1; n >= 0; n-- {
			t := s.Tokens[n]
			if t.POS != "NOUN" || s.at[n] != nil || many != (t.Tag == "NNS") || x.treatyNoun(t.Lemma) {
				continue
			}
			if (reading{x, d}).oneOf(s, n, g.frame.Objects) {
				s.mean(i, n)
				return true
			}
		}
	}
	return false
}

// mean notes that token i stands for token j.
func (s *sentence) mean(i, j int) {
	if s.means == nil {
		s.means = map[int]int{}
	}
	s.means[i] = j
}

// impersonal reports whether "it" at token i is equated with a thing, as no
// country or body is: "it was the first time that".
func (x *Extractor) impersonal(s *sentence, i int) bool {
	h := s.Tokens[i].Head
	if h < 0 || !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") || len(s.rel(h, "cop")) == 0 || s.Tokens[h].POS != "NOUN" {
		return false
	}
	noun := strings.ToLower(s.Tokens[h].Lemma)
	return !x.index.is("pair-of-countries", noun) && !x.index.is("country-noun", noun) && !x.index.is("part-noun", noun) && !x.index.is("bloc", noun)
}

// subject reports whether a mention is the subject of its clause, or its owner
// ("Moscow's ambassador said").
func (m *mention) subject() bool {
	rel := m.sent.Tokens[m.head].Rel
	return strings.HasPrefix(rel, "nsubj") || rel == "nmod:poss" && strings.HasPrefix(m.sent.Tokens[m.sent.Tokens[m.head].Head].Rel, "nsubj")
}

// nearest looks backwards from token i of s, through at most back earlier
// sentences, for a mention that take accepts: in each sentence subjects first.
// It doesn't give who else has a part in what the pronoun's verb tells of.
func (d *document) nearest(s *sentence, i, back int, take func(*mention) *entity) *entity {
	not := s.others(i)
	for o, end := range d.upTo(s, i, back) {
		var subject, other *entity
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || m.last != j {
				continue
			}
			e := take(m)
			if e == nil || slices.Contains(not, e) {
				continue
			}
			switch {
			case strings.HasPrefix(o.Tokens[m.head].Rel, "nsubj"):
				subject = e
				if o == s {
					return subject // the nearest subject before it in its own sentence
				}
			case other == nil:
				other = e
			}
		}
		if subject != nil {
			return subject
		}
		if other != nil {
			return other
		}
	}
	return nil
}
