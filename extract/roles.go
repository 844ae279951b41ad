package extract

import (
	"slices"

	"github.com/entente-graph/entente/extract/language"
)

// rel gives the children of token i with one of the relations, a subtype
// counting as its relation unless a subtype is asked for.
func (s *sentence) rel(i int, rels ...string) []int {
	var out []int
	for _, c := range s.children[i] {
		for _, rel := range rels {
			if language.IsRelation(s.Tokens[c].Rel, rel) {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// has reports whether token i has a child with that relation and, if lemmas are
// given, one of them.
func (s *sentence) has(i int, rel string, lemmas ...string) bool {
	for _, c := range s.children[i] {
		if !language.IsRelation(s.Tokens[c].Rel, rel) {
			continue
		}
		if len(lemmas) == 0 || slices.Contains(lemmas, s.words[c]) || slices.Contains(lemmas, s.Tokens[c].Lemma) {
			return true
		}
	}
	return false
}

// caseOf is the preposition of a noun phrase, several joined by spaces: "out of".
func (s *sentence) caseOf(i int) string {
	var out string
	for _, c := range s.children[i] {
		if s.Tokens[c].Rel == "case" && s.words[c] != "'s" && s.words[c] != "'" {
			if out != "" {
				out += " "
			}
			out += s.words[c]
			for _, g := range s.children[c] {
				if s.Tokens[g].Rel == "fixed" {
					out += " " + s.words[g]
				}
			}
		}
	}
	return out
}

// slot gives the tokens that fill a place beside the predicate at token p, as
// frames name them: subj, obj, iobj, poss, or a preposition.
func (x *Extractor) slot(s *sentence, p int, name string) []int {
	verb := isVerb(s, p)
	switch name {
	case "subj":
		if verb {
			return s.agentOf(p)
		}
		if len(s.rel(p, "cop")) > 0 && (s.caseOf(p) != "" || !s.has(p, "det", "the")) || s.Tokens[p].POS == "ADJ" {
			if n := s.subject(p); n >= 0 {
				return []int{n} // "Spain is critical of", "is at war with"
			}
		}
		if h := s.Tokens[p].Head; h >= 0 && s.caseOf(p) == "behind" && (s.Tokens[h].Lemma == "stand" || s.Tokens[h].Lemma == "lie") {
			return s.agentOf(h) // "stood behind the attack"
		}
		return x.nounAgent(s, p)
	case "obj":
		if verb {
			return s.objectOf(p)
		}
		return s.nounPatient(p)
	case "iobj":
		if n := s.subject(p); verb && s.passive(p) && len(s.rel(p, "obj")) > 0 && n >= 0 {
			return []int{n} // "was granted asylum"
		}
		return s.rel(p, "iobj")
	case "verb-subj", "verb-obj": // of the verb that the noun is an adverbial of
		if h := s.Tokens[p].Head; h < 0 || !isVerb(s, h) {
			return nil
		} else if name == "verb-subj" {
			return s.agentOf(h)
		} else {
			return s.objectOf(h)
		}
	case "poss":
		var out []int
		for _, c := range s.rel(p, "nmod:poss", "amod", "compound", "nmod") {
			if r := s.Tokens[c].Rel; r != "nmod" || s.caseOf(c) == "" {
				out = append(out, c)
			}
		}
		return out
	}
	if out := s.oblique(p, name); len(out) > 0 {
		return out
	}
	if j := s.meantObject(p); j >= 0 {
		return s.oblique(j, name) // "sanctions on Iran were agreed, and France enforced them"
	}
	return s.deep(p, name)
}

// meantObject is the noun that the pronoun stands for which verb p is done to, -1
// when that is none.
func (s *sentence) meantObject(p int) int {
	for _, o := range s.rel(p, "obj") {
		if j, ok := s.means[o]; ok {
			return j
		}
	}
	return -1
}

// headedBy reports whether a noun phrase begins with the preposition or one that
// says the same.
func (s *sentence) headedBy(i int, preposition string) bool {
	return sameWay(s.caseOf(i)) == sameWay(preposition)
}

// sameWay is the plainest preposition that says the same.
func sameWay(preposition string) string {
	switch preposition {
	case "inside", "within":
		return "in"
	case "onto", "upon":
		return "on"
	case "toward", "towards":
		return "to"
	case "amongst":
		return "among"
	}
	return preposition
}

// deep gives the first phrase with the preposition anywhere below the predicate,
// where the parser hung it on a word between: "sent a delegation led by its
// minister, Osman Saleh, to Addis Ababa". It looks only for
// names and what they describe: "close to the Moroccan frontier".
func (s *sentence) deep(p int, preposition string) []int {
	var tokens []int
	for _, c := range s.children[p] {
		if (s.Tokens[c].Rel != "conj" || !isVerb(s, c)) && !s.beside(c) && !s.ownClause(c) && !s.atTheTime(c, preposition) { // what another verb says is its own
			s.below(c, &tokens)
		}
	}
	slices.Sort(tokens)
	for _, t := range tokens {
		marked := slices.ContainsFunc(append(s.rel(t, "amod", "nmod:poss"), t), func(c int) bool { return s.at[c] != nil || s.placeAt[c] != nil })
		marked = marked || preposition == "with" && slices.ContainsFunc(s.rel(t, "nmod"), func(c int) bool { return s.at[c] != nil && s.caseOf(c) == "of" })
		if t > p && marked && s.headedBy(t, preposition) {
			return []int{t}
		}
	}
	return nil
}

// atTheTime reports whether the phrase at token c only tells on what occasion, so that
// where that went is not to whom: "warned during a visit to Chile that".
func (s *sentence) atTheTime(c int, preposition string) bool {
	if preposition != "to" || s.Tokens[c].Rel != "obl" {
		return false
	}
	switch s.caseOf(c) {
	case "during", "after", "before", "on", "ahead of", "following":
		return true
	}
	return false
}

// ownClause reports whether token c says what somebody else does: "demanded that
// Iraq withdraw from Kuwait" is no demand from Kuwait.
func (s *sentence) ownClause(c int) bool {
	return s.Tokens[c].Rel == "ccomp" && isVerb(s, c) && slices.ContainsFunc(s.rel(c, "nsubj"), func(n int) bool { return s.Tokens[n].POS != "ADJ" })
}

// meant gives the noun that a relative pronoun below verb v stands for: "the spy to
// whom Iceland granted asylum"; any other token stands for itself.
func (s *sentence) meant(v, c int) int {
	if !relative(s, c) || s.Tokens[v].Rel != "acl:relcl" || s.Tokens[v].Head < 0 {
		return c
	}
	n := s.Tokens[v].Head
	if s.Tokens[n].Rel == "appos" && s.at[n] == nil {
		return s.Tokens[n].Head
	}
	return n
}

// oblique gives the noun phrases that hang on p, or on the verb that supports
// the noun p, by a preposition.
func (s *sentence) oblique(p int, preposition string) []int {
	var out []int
	for _, c := range s.rel(p, "obl", "nmod", "advcl", "acl") {
		if s.headedBy(c, preposition) && s.timeAt[c] == 0 {
			out = append(out, s.meant(p, c))
		}
	}
	t := s.Tokens[p]
	if len(out) == 0 && t.Head >= 0 && t.Rel == "obj" && isVerb(s, t.Head) {
		for _, c := range s.rel(t.Head, "obl") { // "imposed sanctions on"
			if s.headedBy(c, preposition) {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 && t.Head >= 0 && s.comesAbout(p) {
		for _, c := range s.rel(t.Head, "obl") { // "protests broke out in Rome against"
			if s.headedBy(c, preposition) {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 && t.Head >= 0 && t.Rel == "nmod" && s.caseOf(p) == "of" {
		for _, c := range s.rel(t.Head, "nmod") { // "a day of talks in Geneva with"
			if c > p && s.headedBy(c, preposition) {
				out = append(out, c)
			}
		}
	}
	if v := s.verbAbove(p); len(out) == 0 && preposition == "with" && v >= 0 && !isVerb(s, p) && s.Tokens[p].Rel == "obl" {
		for _, c := range s.rel(v, "obl") { // "made it after a day of talks in Rome with"
			if c > p && s.headedBy(c, preposition) {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 && isVerb(s, p) {
		// A parser often hangs the phrase on the verb's object, which may be its
		// subject: "relations with Chile were restored", "flights between them resumed".
		about := s.rel(p, "obj", "nsubj:pass")
		if len(about) == 0 && preposition == "between" {
			about = s.rel(p, "nsubj")
		}
		for _, o := range about {
			for _, c := range s.rel(o, "nmod") {
				for _, n := range append([]int{c}, s.rel(c, "nmod")...) {
					if s.headedBy(n, preposition) {
						out = append(out, n)
					}
				}
			}
		}
	}
	return out
}

// agentOf gives who does what a verb says.
func (s *sentence) agentOf(v int) []int {
	if s.passive(v) {
		for _, c := range s.rel(v, "obl") {
			if s.Tokens[c].Rel == "obl:agent" || s.caseOf(c) == "by" {
				return []int{c}
			}
			for _, g := range s.rel(c, "nmod") { // "imposed on twelve judges by Canada"
				if s.caseOf(g) == "by" && s.at[g] != nil && !s.has(g, "advmod", "not") {
					return []int{g}
				}
			}
		}
		return nil
	}
	if n := s.subject(v); n >= 0 {
		return []int{n}
	}
	return nil
}

// objectOf gives what a verb is done to.
func (s *sentence) objectOf(v int) []int {
	if s.passive(v) {
		if n := s.subject(v); n >= 0 {
			return []int{n}
		}
		return nil
	}
	if o := s.rel(v, "obj"); len(o) > 0 {
		if relative(s, o[0]) && s.Tokens[v].Head >= 0 {
			return []int{s.Tokens[v].Head}
		}
		return o[:1]
	}
	if o := s.rel(v, "iobj"); len(o) > 0 {
		return o[:1] // alone it is the object after all: "accuses them of ..."
	}
	t := s.Tokens[v]
	if t.Rel == "acl:relcl" && len(s.rel(v, "nsubj")) > 0 && !relative(s, s.rel(v, "nsubj")[0]) && t.Head >= 0 {
		return []int{t.Head} // "the treaty that Moscow signed"
	}
	if t.Rel == "conj" && t.Head >= 0 && isVerb(s, t.Head) && len(s.rel(v, "obl", "ccomp", "xcomp")) == 0 {
		// "signed and ratified the treaty": the object hangs on either.
		if o := s.rel(t.Head, "obj"); len(o) > 0 && o[0] > v {
			return o[:1]
		}
	}
	for _, c := range s.rel(v, "conj") {
		if isVerb(s, c) && len(s.rel(c, "nsubj")) == 0 {
			if o := s.rel(c, "obj"); len(o) > 0 && o[0] > c && c-v <= 2 {
				return o[:1]
			}
		}
	}
	return nil
}

// withConjuncts adds to each token those joined to it by "and".
func (s *sentence) withConjuncts(tokens []int) []int {
	var out []int
	for _, t := range tokens {
		out = append(out, t)
		of := []int{t}
		for _, c := range s.rel(t, "appos", "flat") { // "Acting Premier Ito and President Kim"
			if s.at[t] != nil && s.at[c] == s.at[t] {
				of = append(of, c)
			}
		}
		for _, h := range of {
			for _, c := range s.rel(h, "conj") {
				if !isVerb(s, c) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}
