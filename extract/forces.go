package extract

import (
	"slices"
	"strings"
)

// sentForce gives those whose "the troops" or "the planes" are of whom the text told
// before whose they are, or who sent them.
func (x *Extractor) sentForce(d *document, s *sentence, i int) []*entity {
	if !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") || s.passive(s.Tokens[i].Head) || !s.has(i, "det", "the", "these", "those") || len(s.rel(i, "amod", "compound", "nmod", "acl", "nmod:poss", "nummod")) > 0 {
		return nil
	}
	const back = 3
	for o, end := range d.upTo(s, i, back) {
		if o == s {
			continue
		}
		for j := end - 1; j >= 0; j-- {
			t := o.Tokens[j]
			if t.POS != "NOUN" || !x.index.is("force", strings.ToLower(t.Lemma)) {
				continue
			}
			es := x.owners(o, j)
			if v := t.Head; len(es) == 0 && t.Rel == "obj" && x.index.is("sending", o.Tokens[v].Lemma) {
				for _, n := range o.agentOf(v) {
					es = union(es, o.group(n))
				}
			}
			if len(es) > 0 {
				return es
			}
		}
	}
	return nil
}

// owners gives those whose the noun at token j is by an adjective or a possessor.
func (x *Extractor) owners(s *sentence, j int) []*entity {
	var es []*entity
	for _, c := range s.rel(j, "amod", "nmod:poss", "compound") {
		if m := s.at[c]; m != nil && !m.located {
			es = union(es, m.entities)
		}
	}
	return es
}

// armedBeside reports whether the noun at token i is of an armed group that its phrase
// names.
func (s *sentence) armedBeside(i int) bool {
	return slices.ContainsFunc(s.rel(i, "compound", "amod", "nmod:unmarked", "flat"), func(c int) bool {
		m := s.at[c]
		return m != nil && m.entities[0].org != nil && m.entities[0].org.Kind == "armed-group"
	})
}

// knownAs gives those whose name a noun's phrase goes on to tell: "a gang known as the
// Lazarus Group", "a militia called the Janjaweed".
func (s *sentence) knownAs(i int) []*entity {
	for _, a := range s.rel(i, "acl") {
		switch s.Tokens[a].Lemma {
		case "know", "call", "name", "dub", "style":
		default:
			continue
		}
		for _, c := range s.rel(a, "obl", "obj", "xcomp") {
			if m := s.at[c]; m != nil && m.how == byName && (s.caseOf(c) == "as" || s.caseOf(c) == "") {
				return m.entities
			}
		}
	}
	return nil
}
