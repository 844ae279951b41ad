package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// body finds what "it" or "its" means: the country or organisation that is the
// nearest subject before it, in this sentence or, for a subject, the two before; the
// country of a person who is.
func (x *Extractor) body(d *document, s *sentence, i int) *entity {
	back := 0
	if t := s.Tokens[i]; strings.HasPrefix(t.Rel, "nsubj") || t.Rel == "nmod:poss" && strings.HasPrefix(s.Tokens[t.Head].Rel, "nsubj") {
		back = 2 // "It", or "Its embassy"
	}
	if e := x.sameObject(d, s, i); e != nil {
		return e
	}
	if e := x.minded(d, s, i); e != nil {
		return e
	}
	if e := x.asked(d, s, i); e != nil {
		return e
	}
	if e := x.parallel(d, s, i); e != nil {
		return e
	}
	if e := x.sayer(d, s, i); e != nil {
		return e
	}
	if e := x.target(s, i); e != nil {
		return e
	}
	not := s.others(i)
	if e := x.besides(s, i, not); e != nil {
		return e
	}
	ahead := s.subjectAhead(i)
	if ahead != nil && (ahead.kind == entente.Person || slices.Contains(not, ahead)) {
		ahead = nil
	}
	spoken := false // somebody speaks of it here
	for n := 0; n <= back && s.index-n >= 0; n++ {
		o := d.sents[s.index-n]
		if n > 0 && ahead != nil && o.Paragraph != s.Paragraph {
			return ahead
		}
		if n == 1 && ahead == nil && o.aboutTreaty() {
			return nil // "The treaty was signed in Oslo. It allows ..."
		}
		order := o.mainFirst()
		for j := range o.Tokens {
			k := order[j]
			if n == 0 {
				k = i - 1 - j // the nearest first, in its own
			}
			if k < 0 || !strings.HasPrefix(o.Tokens[k].Rel, "nsubj") && o.Tokens[k].Rel != "nmod:poss" || n == 0 && sameClauseObject(o, k, i) {
				continue
			}
			if o.words[k] == "their" || o.words[k] == "they" {
				continue
			}
			if o.Tokens[k].Rel == "nmod:poss" && o.Tokens[o.Tokens[k].Head].Rel == "appos" {
				continue // "Moldova, Romania's neighbour, ... its own election"
			}
			if o.Tokens[k].Rel == "nmod:poss" && (o.at[k] == nil || n > 0 && (!o.at[k].subject() || !isCountry(o.at[k].entities[0]))) {
				continue
			}
			es := x.agent(d, o, k, nil, 2)
			if len(es) != 1 || len(o.rel(k, "conj")) > 0 {
				continue
			}
			if m := o.at[k]; m != nil && (m.how == byAdjective || m.located) {
				continue
			}
			e := es[0]
			if slices.Contains(not, e) {
				continue
			}
			if e.kind == entente.Person && o.at[k] == nil { // "the Trump administration"
				e = x.home(d, e)[0]
			}
			if e.kind == entente.Country || e.kind == entente.Organization || e.org != nil {
				return e
			}
			if n == 0 {
				spoken = true
			}
			if n > 0 && ahead == nil && e.country != "" && !spoken {
				return x.home(d, e)[0] // "The minister complained. Its exporters ..."
			}
			if n > 0 {
				return ahead
			}
		}
	}
	return ahead
}

// aboutTreaty reports whether a treaty is the subject of a sentence.
func (s *sentence) aboutTreaty() bool {
	for v, t := range s.Tokens {
		if t.Head < 0 {
			n := s.subject(v)
			return n >= 0 && s.treatyAt[n] != nil && s.at[n] == nil
		}
	}
	return false
}

// besides is what "it" means where it can't be the subject of the sentence, which is
// a person or among not: the country named behind that. "Trump threatened Peru with
// tariffs after it refused", "Chile protested to Peru after its police arrested a Chilean".
func (x *Extractor) besides(s *sentence, i int, not []*entity) *entity {
	v := s.verbAbove(i)
	if v < 0 {
		return nil
	}
	if strings.HasPrefix(s.Tokens[i].Rel, "nsubj") || s.asker(i) < 0 {
		if s.Tokens[v].Rel != "advcl" || s.Tokens[v].Head > i || !s.has(v, "mark", "after", "because", "if", "unless", "until", "when", "since", "for") || !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") && s.Tokens[i].Rel != "nmod:poss" {
			return nil
		}
		v = s.Tokens[v].Head
	}
	n := s.subject(v)
	if n < 0 || len(s.group(n)) == 0 {
		return nil
	}
	if e := s.group(n)[0]; !slices.Contains(not, e) && (e.kind != entente.Person || s.Tokens[i].Rel == "nmod:poss") {
		return nil
	}
	for j := i - 1; j > n; j-- {
		if m := s.at[j]; m != nil && m.how == byName && len(m.entities) == 1 && isCountry(m.entities[0]) && !slices.Contains(not, m.entities[0]) && (s.verbAbove(j) == v || s.Tokens[j].Head != s.Tokens[i].Head) {
			return m.entities[0]
		}
	}
	return nil
}

// minded is the one whose view a relative clause gives where "it" is its subject:
// who speaks or acts in the main clause, before others who are named there. "Pressed
// Peru to act against the group, which it holds responsible."
func (x *Extractor) minded(d *document, s *sentence, i int) *entity {
	v := s.Tokens[i].Head
	if v < 0 || !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") || s.Tokens[v].Rel != "acl:relcl" || !x.index.is("minded", s.Tokens[v].Lemma) {
		return nil
	}
	for top := s.verbAbove(s.Tokens[v].Head); top >= 0; top = s.verbAbove(s.Tokens[top].Head) {
		if h := s.Tokens[top].Head; h >= 0 && (s.Tokens[top].Rel == "xcomp" || s.Tokens[top].Rel == "advcl" || s.Tokens[top].Rel == "acl") {
			continue
		}
		if n := s.subject(top); n >= 0 && n < i {
			if es := x.agent(d, s, n, nil, 2); len(es) == 1 && len(s.rel(n, "conj")) == 0 {
				if es[0].kind == entente.Person {
					return x.home(d, es[0])[0]
				}
				return es[0]
			}
		}
		return nil
	}
	return nil
}

// asked is the one whom "it" means in a clause about what somebody is asked to
// do: "urged Iran to free the four whom it holds".
func (x *Extractor) asked(d *document, s *sentence, i int) *entity {
	clause := s.Tokens[i].Head
	if clause < 0 || !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") || s.Tokens[clause].Rel != "acl:relcl" {
		return nil
	}
	v := s.verbAbove(s.Tokens[clause].Head)
	if v < 0 || s.Tokens[v].Rel != "xcomp" || !s.has(v, "mark", "to") {
		return nil
	}
	for _, o := range s.rel(s.Tokens[v].Head, "obj") {
		if es := x.patients(d, s, o, nil); o < v && len(es) == 1 && es[0].kind != entente.Person {
			return es[0]
		}
	}
	return nil
}

// sameObject is what "it" means as the object of a second verb: that of the
// first. "Thanked the organisation but asked it to stay."
func (x *Extractor) sameObject(d *document, s *sentence, i int) *entity {
	v := s.Tokens[i].Head
	if v < 0 || s.Tokens[v].Rel != "conj" && (s.Tokens[v].Rel != "advcl" || s.Tokens[v].Tag != "VBG" || s.has(v, "mark")) || !strings.HasSuffix(s.Tokens[i].Rel, "obj") {
		return nil // "cut ties with Peru, accusing it of lies" is like "and accused it"
	}
	h := s.Tokens[v].Head
	objects := s.rel(h, "iobj", "obj")
	for _, o := range objects {
		for _, p := range []string{"on", "against", "with", "to"} {
			objects = append(objects, s.oblique(o, p)...) // "tightened sanctions on Iran and put it on a list"
		}
	}
	if len(objects) == 0 {
		objects = append(s.oblique(h, "to"), s.oblique(h, "with")...) // "protested to Iran and asked it"
	}
	for _, o := range append(objects, s.oblique(h, "on")...) {
		if m := s.at[o]; m != nil && o < i && len(m.entities) == 1 && m.how != byAdjective {
			if e := m.entities[0]; e.kind == entente.Country || e.kind == entente.Organization {
				return e
			}
		}
	}
	return nil
}

// sayer is what "it" means as the subject of what somebody says, whoever is named
// between: "Peru, the host of talks that Chile left, blames its spies and says it will".
func (x *Extractor) sayer(d *document, s *sentence, i int) *entity {
	v := s.Tokens[i].Head
	if v < 0 || s.words[i] != "it" || s.Tokens[i].Rel != "nsubj" || s.Tokens[v].Rel != "ccomp" {
		return nil
	}
	says := s.Tokens[v].Head
	if says < 0 || !x.index.is("saying", s.Tokens[says].Lemma) {
		return nil
	}
	n := s.subject(says)
	if n < 0 || n > i || len(s.rel(n, "conj")) > 0 {
		return nil
	}
	if es := x.agent(d, s, n, nil, 2); len(es) == 1 && (isCountry(es[0]) || es[0].kind == entente.Organization) {
		return es[0]
	}
	return nil
}

// parallel is what "it" means as the subject of a clause that "and" or "but" joins
// to another: its subject, before whoever's things are named there.
func (x *Extractor) parallel(d *document, s *sentence, i int) *entity {
	v := s.Tokens[i].Head
	if v < 0 || s.Tokens[v].Rel != "conj" || s.words[i] != "it" || !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") || !isVerb(s, s.Tokens[v].Head) {
		return nil
	}
	for _, n := range s.rel(s.Tokens[v].Head, "nsubj") {
		if es := x.agent(d, s, n, nil, 2); n < i && len(es) == 1 && len(s.rel(n, "conj")) == 0 && (isCountry(es[0]) || es[0].kind == entente.Organization) {
			return es[0]
		}
	}
	return nil
}
