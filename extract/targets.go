package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// target is what "it" or "its" at token i means in what a hostile act is for, or holds
// until: the side that it is done to. "Condemned Israel for its raid", "froze aid to
// Mali after its police had beaten monks", "bars flights to Libya unless it yields".
func (x *Extractor) target(s *sentence, i int) *entity {
	cause := s.cause(i, func(v int) bool { return x.index.is("minded", s.Tokens[v].Lemma) })
	if cause < 0 {
		return nil
	}
	not := s.others(i)
	for j := i - 1; j >= 0; j-- {
		m := s.at[j]
		if m == nil || m.head != j || m.how == byAdjective || m.how == byPronoun || m.located || len(m.entities) != 1 || !isCountry(m.entities[0]) || slices.Contains(not, m.entities[0]) {
			continue
		}
		v := s.verbAbove(j)
		if v < 0 || v > j || !x.hostileVerb(s.Tokens[v].Lemma) || !s.suffers(j) || !s.aboveToo(cause, v) {
			continue
		}
		return m.entities[0]
	}
	return nil
}

// cause is the head of the phrase or clause that says why or how long something is
// done, where token i is its doer or the owner of its noun; -1 where it isn't. Of a
// clause in the passive, or about what somebody finds, it may be anybody.
func (s *sentence) cause(i int, finds func(v int) bool) int {
	t := s.Tokens[i]
	c := t.Head
	if c < 0 {
		return -1
	}
	switch {
	case t.Rel == "nmod:poss" && strings.HasPrefix(s.Tokens[c].Rel, "obl"):
		switch s.caseOf(c) {
		case "for", "over", "because of", "after", "following":
			return c
		}
		return -1
	case t.Rel == "nmod:poss" && s.Tokens[c].Rel == "nsubj":
		c = s.Tokens[c].Head
		if s.has(c, "mark", "after", "because", "unless", "until", "if") && s.Tokens[c].Rel == "advcl" && !s.passive(c) {
			return c
		}
	case t.Rel == "nsubj" && s.Tokens[c].Rel == "advcl" && s.has(c, "mark", "unless", "until", "if", "after", "because") && !s.passive(c) && !finds(c):
		return c
	}
	return -1
}

// suffers reports whether the name at token j is what its verb is done to, or what
// that is on, against, to or with.
func (s *sentence) suffers(j int) bool {
	switch base, _, _ := strings.Cut(s.Tokens[j].Rel, ":"); base {
	case "obj", "iobj":
		return true
	case "obl", "nmod":
		switch s.caseOf(j) {
		case "on", "against", "to", "with", "from":
			return true
		}
	}
	return false
}

// aboveToo reports whether the clause of token c hangs on verb v, or on a verb that v
// completes: "voted to bar flights unless".
func (s *sentence) aboveToo(c, v int) bool {
	h := s.verbAbove(s.Tokens[c].Head)
	for w := v; w >= 0; w = s.Tokens[w].Head {
		if w == h {
			return true
		}
		if rel := s.Tokens[w].Rel; rel != "xcomp" && rel != "advcl" && rel != "ccomp" {
			return false
		}
	}
	return false
}

// hostileVerb reports whether a verb may tell of an act against somebody.
func (x *Extractor) hostileVerb(lemma string) bool {
	return slices.ContainsFunc(x.index.verbs[strings.ToLower(lemma)], func(g trigger) bool {
		switch entente.EventType(g.frame.Type) {
		case entente.Accuse, entente.Sanction, entente.Threaten, entente.Reject, entente.Coerce, entente.Assault, entente.Request, entente.Concede, entente.Retreat:
			return true
		}
		return false
	})
}
