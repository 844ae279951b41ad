package extract

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/lexicon"
)

// fill gives the actors in the first of the slots that holds any, or in the
// one otherwise: subj where those who act are sought, obj for whom it is done to.
func (r reading) fill(s *sentence, i int, slots []string, otherwise string, st standing) []*entity {
	if len(slots) == 0 {
		slots = []string{otherwise}
	}
	for _, slot := range slots {
		var es []*entity
		switch slot {
		case "none", "content":
			continue
		case "speaker":
			if st.speaker != nil && !r.x.reporter(st.speaker) {
				es = []*entity{st.speaker}
			}
		case "place": // where it was done: "was arrested in Minsk"
			es = r.whereDone(s, i)
		case "clause":
			clauses := s.rel(i, "ccomp", "xcomp", "advcl")
			for _, c := range s.rel(i, "acl") { // "the demand that NATO withdraw"
				if !isVerb(s, i) && c > i && s.has(c, "mark", "that") {
					clauses = append(clauses, c)
				}
			}
			for _, c := range clauses {
				if s.Tokens[c].Rel == "advcl" && s.has(c, "mark", "since", "after", "before", "when", "while", "because", "as", "until", "although", "though") {
					continue // "has asked for help since rebels took the north"
				}
				if n := s.subject(c); n >= 0 && n != i {
					es = union(es, r.x.agents(r.d, s, n, st.speaker))
				}
			}
		case "within": // any side named inside the object or complement
			for _, c := range r.x.slot(s, i, "obj") {
				es = union(es, r.d.named(s, c))
			}
		default:
			for _, n := range r.x.slot(s, i, slot) {
				if slot == "subj" && otherwise == "subj" && s.caseOf(n) == "" {
					es = union(es, r.x.agents(r.d, s, n, st.speaker))
					es = union(es, r.unnamedBeside(s, n, es))
				} else {
					es = union(es, r.x.patients(r.d, s, n, st.speaker))
				}
			}
			if slot == "in" || slot == "into" || slot == "near" || slot == "at" {
				es = slices.DeleteFunc(es, unknown) // a town of a name like a person's
			}
		}
		if len(es) > 0 {
			return es
		}
	}
	return nil
}

// unnamedBeside gives the people under arms who are joined to those named at token n
// and are only described: "the government and Renamo rebels".
func (r reading) unnamedBeside(s *sentence, n int, named []*entity) []*entity {
	if len(named) == 0 || len(s.rel(n, "conj")) == 0 {
		return nil
	}
	var es []*entity
	for _, t := range s.withConjuncts([]int{n}) {
		if s.at[t] == nil && s.Tokens[t].Tag == "NNS" && r.x.index.is("body", strings.ToLower(s.Tokens[t].Lemma)) && len(r.x.agent(r.d, s, t, nil, 3)) == 0 {
			es = union(es, []*entity{r.x.crowd(r.d, s, t, -1, false)})
		}
	}
	return es
}

// treatiesOf gives the treaties that the act at token i is done to.
func (r reading) treatiesOf(s *sentence, i int, f *lexicon.Frame) []*treaty {
	if f.Action == "" {
		return nil
	}
	var out []*treaty
	seen := func(t int) {
		if tr := s.treatyAt[t]; tr != nil && !slices.Contains(out, tr) {
			out = append(out, tr)
		}
	}
	for _, c := range s.children[i] {
		if base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base == "obj" || base == "obl" || base == "nmod" || base == "nsubj" && (s.passive(i) || slices.Contains(f.Subjects, "@treaty")) || base == "compound" || base == "ccomp" || base == "xcomp" || base == "advcl" || base == "acl" {
			for _, t := range s.withConjuncts([]int{c}) {
				seen(t)
			}
		}
	}
	if len(out) == 0 && !isVerb(s, i) {
		for _, o := range s.strayFrom(i) {
			seen(o)
		}
	}
	if len(out) == 0 {
		for _, o := range s.objectOf(i) {
			for _, t := range s.withConjuncts([]int{o}) {
				seen(t)
			}
		}
	}
	if s.treatyAt[i] != nil {
		seen(i)
	}
	for _, g := range r.x.index.verbs[strings.ToLower(s.Tokens[i].Lemma)] {
		if o := s.treatyBeside(i, g.with); len(out) == 0 && g.frame == f && o >= 0 && isVerb(s, i) {
			seen(o)
		}
	}
	if len(out) == 0 && (r.x.index.is("treaty-event", strings.ToLower(s.Tokens[i].Lemma)) || slices.ContainsFunc(s.objectOf(i), func(o int) bool { return r.x.index.is("treaty-part", strings.ToLower(s.Tokens[o].Lemma)) })) {
		// "ratification is expected", "suspended its participation": of the one spoken of.
		if t := r.d.lastTreaty(s, i, description{noun: "agreement", bare: true}); t != nil {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		// A step further down: "proposed that they conclude a pact", "the terms of the pact".
		for _, c := range s.children[i] {
			if base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base == "nsubj" && !s.passive(i) || base == "conj" || base == "parataxis" || base == "advcl" {
				continue
			}
			for _, g := range s.children[c] {
				if base, _, _ := strings.Cut(s.Tokens[g].Rel, ":"); base == "obj" || base == "nmod" || base == "obl" || base == "compound" {
					seen(g)
				}
			}
		}
	}
	return out
}
