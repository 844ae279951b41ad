package extract

import (
	"slices"
	"strings"
)

// subjectAhead gives the subject of the main clause that a pronoun in a clause
// before it may stand for: "After Obama had threatened him, Xi promised".
func (s *sentence) subjectAhead(i int) *entity {
	v := i
	for v >= 0 && s.Tokens[v].Rel != "advcl" && !(strings.HasPrefix(s.Tokens[v].Rel, "obl") && s.Tokens[v].Head > v) {
		v = s.Tokens[v].Head
	}
	if v < 0 || s.Tokens[v].Head < v {
		return nil
	}
	n := s.subject(s.Tokens[v].Head)
	if n <= v || n <= i || s.at[n] == nil || len(s.at[n].entities) != 1 {
		return nil
	}
	return s.at[n].entities[0]
}

// mainFirst gives the tokens of a sentence in order, but for those of clauses on
// the side ("if ...", "after ..."), which come last.
func (s *sentence) mainFirst() []int {
	var main, aside []int
	for i := range s.Tokens {
		if s.subordinate(i) {
			aside = append(aside, i)
		} else {
			main = append(main, i)
		}
	}
	return append(main, aside...)
}

// subordinate reports whether token i stands in an adverbial or relative clause.
func (s *sentence) subordinate(i int) bool {
	for ; i >= 0; i = s.Tokens[i].Head {
		switch s.Tokens[i].Rel {
		case "advcl", "acl:relcl", "acl":
			return true
		}
	}
	return false
}

// others gives those that the pronoun at token i can't mean: the subject of the
// verb that it is an object of ("he telephoned Galtieri and urged him"), or the
// objects of the one that it is the subject of ("it accused the Indian government").
func (s *sentence) others(i int) []*entity {
	t := s.Tokens[i]
	if t.Head < 0 {
		return nil
	}
	if h := s.Tokens[t.Head]; t.Rel == "nmod:poss" && h.Rel == "nsubj" && h.Head >= 0 && isVerb(s, h.Head) {
		return s.doneTo(h.Head) // "its police arrested two Chileans": not Chile's
	}
	if a := s.asker(i); a >= 0 {
		return s.group(a)
	}
	if !isVerb(s, t.Head) {
		return nil
	}
	if v := s.Tokens[t.Head]; v.Rel == "acl:relcl" && v.Head >= 0 && slices.ContainsFunc(s.rel(t.Head, "obj", "obl"), func(c int) bool { return c < i && relative(s, c) }) {
		return s.group(v.Head) // "the guest, with whom he spoke"
	}
	switch t.Rel {
	case "nsubj":
		return s.doneTo(t.Head)
	case "obj", "iobj", "obl":
	default:
		return nil
	}
	n := s.subject(t.Head)
	if n < 0 {
		return nil
	}
	if s.at[n] != nil {
		return s.at[n].entities
	}
	var es []*entity
	for _, c := range s.rel(n, "appos", "flat", "compound") { // "the leader of the party, Jim Bolger, accused him"
		if s.at[c] != nil {
			es = union(es, s.at[c].entities)
		}
	}
	return es
}

// asker gives the subject of what was done "at the request of its government", which
// is not that of the pronoun at token i; -1 where nothing was.
func (s *sentence) asker(i int) int {
	if s.Tokens[i].Rel != "nmod:poss" {
		return -1
	}
	ask := s.Tokens[s.Tokens[i].Head].Head
	if ask < 0 || s.caseOf(ask) != "at" || s.caseOf(s.Tokens[i].Head) != "of" {
		return -1
	}
	if v := s.verbAbove(ask); v >= 0 {
		return s.subject(v)
	}
	return -1
}

// doneTo gives those named as objects of the verb at token v.
func (s *sentence) doneTo(v int) []*entity {
	var es []*entity
	for _, o := range s.rel(v, "obj", "iobj") {
		for _, c := range append([]int{o}, s.rel(o, "amod")...) {
			if m := s.at[c]; m != nil && c > v {
				es = union(es, m.entities)
			}
		}
	}
	return es
}

// sameClauseObject reports whether token i is an object of the verb that token
// subject is the subject of, and so can't mean the same: "Putin met him".
func sameClauseObject(s *sentence, subject, i int) bool {
	t := s.Tokens[i]
	if t.Rel != "obj" && t.Rel != "iobj" && t.Rel != "obl" {
		return false
	}
	return s.Tokens[subject].Head == t.Head
}

// group gives the entities named at token i and at those joined to it by "and".
func (s *sentence) group(i int) []*entity {
	var es []*entity
	add := func(j int) {
		if m := s.at[j]; m != nil {
			for _, e := range m.entities {
				if !slices.Contains(es, e) {
					es = append(es, e)
				}
			}
		}
	}
	add(i)
	for _, c := range s.children[i] {
		switch s.Tokens[c].Rel {
		case "conj":
			add(c)
		case "appos": // "the powers, Chile and Peru"
			if s.at[i] == nil {
				for _, a := range s.withConjuncts([]int{c}) {
					add(a)
				}
			}
		}
	}
	return es
}
