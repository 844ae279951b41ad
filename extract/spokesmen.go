package extract

import (
	"slices"
	"strings"
)

// asWhom is the object of the verb that says what somebody is, of whom the noun at token i
// says it: "praised him as a man who had signed"; -1 where it does no such thing.
func (s *sentence) asWhom(i int) int {
	t := s.Tokens[i]
	if t.Head < 0 || t.Rel != "obl" && t.Rel != "nmod" || s.caseOf(i) != "as" || !s.has(i, "det", "a", "an", "the") {
		return -1
	}
	if s.at[t.Head] != nil && !isVerb(s, t.Head) {
		return t.Head
	}
	for _, o := range s.rel(t.Head, "obj") {
		if s.at[o] != nil && isVerb(s, t.Head) {
			return o
		}
	}
	return -1
}

// calledSo gives those for whom "the leaders" or "the envoys" at token i speak: for
// whom others of that noun did a sentence or two before.
func (x *Extractor) calledSo(d *document, s *sentence, i int, noun string) []*entity {
	for o, end := range d.upTo(s, i, 2) {
		for j := end - 1; j >= 0; j-- {
			if t := o.Tokens[j]; t.Tag != "NNS" || strings.ToLower(t.Lemma) != noun || len(o.children[j]) < 1 || o.asking[j] != 0 {
				continue
			}
			if es := x.agent(d, o, j, nil, 2); len(es) > 0 {
				return es
			}
		}
	}
	return nil
}

// onlyArmed gives the armed group that a text calls the rebels or the guerrillas:
// the only one that it names near by, else at all.
func (d *document) onlyArmed(s *sentence) []*entity {
	const near = 2
	var all, close []*entity
	for _, e := range d.order {
		if e.org == nil || e.org.Kind != "armed-group" || d.governs(e) {
			continue
		}
		all = append(all, e)
		if slices.ContainsFunc(e.mentions, func(m *mention) bool { return max(m.sent.index-s.index, s.index-m.sent.index) <= near }) {
			close = append(close, e)
		}
	}
	if len(close) == 1 {
		return close
	}
	if len(all) == 1 {
		return all
	}
	return nil
}

// governs reports whether a text speaks of the government of an armed group.
func (d *document) governs(e *entity) bool {
	return slices.ContainsFunc(e.mentions, func(m *mention) bool {
		next := m.last + 1
		return next < len(m.sent.words) && (m.sent.words[next] == "government" || m.sent.words[next] == "administration" || m.sent.words[next] == "authorities")
	})
}

// linked gives those a group is said to belong to: "hackers linked to Russia",
// "rebels backed by Iran".
func (x *Extractor) linked(d *document, s *sentence, i, depth int) []*entity {
	var es []*entity
	for _, a := range s.rel(i, "acl", "amod") {
		if s.Tokens[a].Rel == "acl:relcl" && a > 0 && s.has(a, "nsubj:pass") && s.words[i+1] == "," {
			continue // "the rebels, who are armed by Libya," act for themselves
		}
		if !x.index.is("linked", s.Tokens[a].Lemma) && !x.index.is("linked", s.words[a]) {
			continue
		}
		for _, c := range s.rel(a, "obl", "nmod", "obj") {
			for _, t := range s.withConjuncts([]int{c}) {
				es = union(es, x.agent(d, s, t, nil, depth-1))
			}
		}
	}
	return es
}
