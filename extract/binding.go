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
	if t.Head < 0 || !isVerb(s, t.Head) {
		return nil
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
