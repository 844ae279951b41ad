package extract

import "strings"

// The sides of an act that a noun names.

// nounAgent gives who does what a noun names: "Moscow's withdrawal", "the attack
// by rebels", "American pressure", "reached an agreement".
func (x *Extractor) nounAgent(s *sentence, n int) []int {
	for _, p := range s.rel(n, "nmod:poss") {
		if s.timeAt[p] == 0 { // "last week's visit by"
			return []int{p}
		}
	}
	for _, c := range s.phrasesOf(n) {
		if p := s.caseOf(c); p == "by" || p == "between" || p == "among" {
			return []int{c}
		}
		for _, g := range s.rel(c, "nmod") { // "the expulsion of its ambassador by Iran", "a visit to Delhi by"
			if p := s.caseOf(g); p == "by" || p == "between" && s.at[c] == nil { // "a swap of spies between"
				return []int{g}
			}
		}
	}
	for _, c := range s.rel(n, "acl") {
		if a := s.rel(c, "obl:agent"); len(a) > 0 && s.caseOf(a[0]) == "by" && x.index.is("support-verb", s.Tokens[c].Lemma) && !x.index.is("hosting", s.Tokens[c].Lemma) {
			return a[:1] // "talks opened by Peru and Chile"
		}
	}
	for _, c := range s.rel(n, "amod", "compound", "nmod") {
		if s.at[c] != nil && s.caseOf(c) == "" && c < n {
			return []int{c}
		}
		for _, g := range s.rel(c, "amod") { // "a Russian drone strike"
			if s.Tokens[c].Rel == "compound" && s.at[g] != nil {
				return []int{g}
			}
		}
	}
	for h := s.Tokens[n].Head; h >= 0 && s.Tokens[n].Rel == "nmod" && s.caseOf(n) == "of" && x.index.is("measure-noun", strings.ToLower(s.Tokens[h].Lemma)); h = s.Tokens[n].Head {
		n = h // "began three days of drills"
	}
	t := s.Tokens[n]
	if s.comesAbout(n) {
		for _, c := range s.rel(t.Head, "obl") { // "fighting broke out between"
			if s.caseOf(c) == "between" {
				return []int{c}
			}
			for _, g := range s.rel(c, "nmod") { // "raged along the border between"
				if x.index.is("border-noun", s.Tokens[c].Lemma) && s.caseOf(g) == "between" {
					return []int{g}
				}
			}
		}
	}
	if t.Head >= 0 && isVerb(s, t.Head) && x.index.is("support-verb", s.Tokens[t.Head].Lemma) && !x.judges(s, t.Head) && (t.Rel == "obj" || t.Rel == "nsubj:pass" || t.Rel == "obl" && x.index.is("support-verb-oblique", s.Tokens[t.Head].Lemma)) {
		if a := s.agentOf(t.Head); len(a) > 0 && a[0] != n {
			return a
		}
		if a := s.subject(t.Head); t.Rel == "obl" && s.passive(t.Head) && a >= 0 && a != n {
			return []int{a} // "are locked in talks"
		}
	}
	if t.Head >= 0 && (t.Rel == "obl" || t.Rel == "nmod") && len(s.oblique(n, "with")) > 0 {
		if v := s.verbAbove(n); v >= 0 { // "will stand in for him at a summit with Mr Putin"
			return s.agentOf(v)
		}
		if sub := s.rel(t.Head, "nsubj"); len(sub) > 0 { // "was in Kiev for talks with"
			return sub[:1]
		}
	}
	for _, c := range s.rel(n, "nmod") {
		if s.caseOf(c) == "from" && s.treatyAt[c] == nil && !x.index.is("leaving", s.Tokens[n].Lemma) {
			return []int{c} // "pressure from Washington"
		}
	}
	return nil
}

// phrasesOf gives what hangs on a noun by prepositions, or on those that it is
// joined to: "interference and intimidation by".
func (s *sentence) phrasesOf(n int) []int {
	out := s.rel(n, "nmod")
	for _, c := range s.rel(n, "conj") {
		if s.Tokens[c].POS == "NOUN" && len(s.rel(n, "nmod")) == 0 {
			out = append(out, s.rel(c, "nmod")...)
		}
	}
	return out
}

// nounPatient gives what a noun's act is done to: "the expulsion of diplomats",
// "Crimea's annexation by Russia".
func (s *sentence) nounPatient(n int) []int {
	for _, c := range s.rel(n, "nmod") {
		if s.caseOf(c) == "of" {
			return []int{c}
		}
	}
	return nil
}

// comesAbout reports whether the noun at token n names an act of which its verb only
// says that it happened: "fighting broke out", "a rally was held".
func (s *sentence) comesAbout(n int) bool {
	t := s.Tokens[n]
	return t.POS == "NOUN" && (t.Rel == "nsubj:pass" || t.Rel == "nsubj" && isVerb(s, t.Head) && (len(s.rel(t.Head, "obj", "ccomp", "xcomp")) == 0 || s.has(t.Head, "obj", "place")))
}

// judges reports whether a verb says what its object is like: "called the buildup
// unprecedented".
func (x *Extractor) judges(s *sentence, v int) bool {
	return x.index.is("calling", s.Tokens[v].Lemma) && (len(s.verdicts(v)) > 0 || s.has(v, "xcomp"))
}
