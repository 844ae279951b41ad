package main

import (
	"strings"
	"unicode"

	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// The program reads names that the lexicon knows as stand-ins: a country as
// "Iraq", a name of several words as one. Trees are therefore learnt in that
// form too.

// standIns says what the words of the lexicon are read as.
type standIns struct {
	known gazetteer
	like  map[string]string
}

func newStandIns(lex *lexicon.Lexicon, known gazetteer) standIns {
	s := standIns{known, map[string]string{}}
	add := func(as string, words ...string) {
		for _, w := range words {
			if _, ok := s.like[w]; !ok && !strings.ContainsAny(w, " -.") && w != strings.ToUpper(w) {
				s.like[w] = as
			}
		}
	}
	for _, c := range lex.Countries {
		add("Iraq", c.Name)
		add("Iraq", c.Aliases...)
	}
	for _, c := range lex.Countries {
		for _, a := range c.Adjectives {
			if strings.HasSuffix(a, "s") && !strings.HasSuffix(a, "ss") {
				add("Iraqis", a)
			} else {
				add("Iraqi", a)
			}
		}
		add("Baghdad", c.Capital)
		for _, city := range c.Cities {
			add("Baghdad", city.Name)
		}
	}
	for _, p := range lex.People {
		if words := strings.Fields(p.Name); len(words) > 1 {
			add("Bush", words[len(words)-1])
		}
	}
	return s
}

// stand is what a known name of several words is read as, by its kind.
var stand = [...]string{language.PersonName: "Bush", language.OrganizationName: "NATO", language.PlaceName: "Iraq"}

// read gives the copies of the trees, of those that name anybody known, as the
// program would read them.
func (s standIns) read(trees []tree) []tree {
	var out []tree
	for i := range trees {
		if t, changed := s.copy(trees[i]); changed {
			out = append(out, t)
		}
	}
	return out
}

func (s standIns) copy(t tree) (tree, bool) {
	changed := false
	c := tree{doc: t.doc, text: t.text}
	at := make([]int32, len(t.forms)+1) // where each word went
	var heads []int32
	for i := 0; i < len(t.forms); {
		n, form, tag := 1, t.forms[i], t.tags[i]
		head := i
		if r := []rune(form)[0]; unicode.IsUpper(r) {
			if k, kind := s.known.Longest(t.forms[i:min(i+6, len(t.forms))]); k > 1 {
				if h := t.top(i, i+k); h >= 0 {
					n, form, tag, head, changed = k, stand[kind], "PROPN|NNP", h, true
				}
			} else if as := s.like[form]; as != "" && as != form {
				form, changed = as, true
			}
		}
		for j := i; j < i+n; j++ {
			at[j] = int32(len(c.forms))
		}
		c.forms = append(c.forms, form)
		c.tags = append(c.tags, tag)
		c.lemmas = append(c.lemmas, t.lemmas[head])
		c.rels = append(c.rels, t.rels[head])
		c.misc = append(c.misc, "_")
		c.spaceBefore = append(c.spaceBefore, t.spaceBefore[i])
		heads = append(heads, t.heads[head])
		i += n
	}
	at[len(t.forms)] = int32(len(c.forms))
	for _, h := range heads {
		c.heads = append(c.heads, at[h])
	}
	return c, changed
}

// top gives the one word of first to last, exclusive, that hangs on a word
// outside, if all others hang within and none outside hangs on those; else -1.
func (t *tree) top(first, last int) int {
	top := -1
	within := func(i int) bool { return first <= i && i < last }
	for i := first; i < last; i++ {
		if within(int(t.heads[i])) {
			continue
		}
		if top >= 0 {
			return -1
		}
		top = i
	}
	for i, h := range t.heads {
		if !within(i) && within(int(h)) && int(h) != top {
			return -1
		}
	}
	return top
}
