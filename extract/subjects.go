package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// passive reports whether a verb's subject is what is done to.
func (s *sentence) passive(v int) bool {
	t := s.Tokens[v]
	if t.Tag != "VBN" && t.Tag != "VBD" {
		return false
	}
	if s.has(v, "aux:pass") {
		return true
	}
	shared := t.Rel == "conj" && len(s.rel(v, "nsubj")) == 0 && len(s.rel(v, "aux")) == 0 && isVerb(s, t.Head) && s.passive(t.Head)
	if shared && len(s.rel(v, "obj")) == 0 {
		return true // "was arrested and sentenced"
	}
	if t.Tag != "VBN" || s.has(v, "aux", "have", "has", "had", "'ve", "'s", "having") {
		return false
	}
	if s.has(v, "nsubj:pass") && !s.has(v, "ccomp") {
		return true // "Hostages freed in Beirut"
	}
	if t.Rel == "acl" {
		return len(s.rel(v, "nsubj")) == 0
	}
	if t.Rel == "advcl" && v < t.Head {
		return len(s.rel(v, "nsubj", "obj")) == 0 // "Asked about it, the minister ..."
	}
	if t.Rel == "xcomp" && s.Tokens[t.Head].Lemma == "get" {
		return true // "got expelled"
	}
	return shared
}

func isVerb(s *sentence, i int) bool { return s.Tokens[i].POS == "VERB" || s.Tokens[i].POS == "AUX" }

// subject gives the token that is the grammatical or understood subject of a
// verb, -1 when none: its own, the antecedent of a relative clause, the one it
// shares with the verb it is joined to or depends on.
func (s *sentence) subject(v int) int { return s.subjectWithin(v, 6) }

func (s *sentence) subjectWithin(v, depth int) int {
	if depth == 0 {
		return -1
	}
	t := s.Tokens[v]
	subs := slices.DeleteFunc(s.rel(v, "nsubj"), func(n int) bool { return s.timeAt[n] > 0 })
	if len(subs) > 0 {
		n := subs[0]
		for _, m := range subs[1:] {
			if m < v || relative(s, n) {
				n = m // the nearest before the verb; "that" was a conjunction
			}
		}
		if relative(s, n) && strings.HasPrefix(t.Rel, "acl") && t.Head >= 0 {
			if s.words[n] == "who" {
				return s.personBefore(t.Head, n)
			}
			if s.words[n] == "that" && s.placeAt[t.Head] != nil {
				return s.outOfPlace(t.Head)
			}
			return t.Head
		}
		if j := s.before(n); j >= 0 && (s.words[n] == "who" || s.words[n] == "which") {
			return j // the clause hangs on something else than what it is about
		}
		return n
	}
	if t.Head < 0 {
		return -1
	}
	h := t.Head
	switch base, _, _ := strings.Cut(t.Rel, ":"); base {
	case "conj":
		if isVerb(s, h) || s.Tokens[h].POS == "ADJ" {
			return s.subjectWithin(h, depth-1)
		}
	case "xcomp":
		if o := s.rel(h, "obj", "iobj"); len(o) > 0 && !subjectControl[s.Tokens[h].Lemma] {
			return o[0]
		}
		if s.passive(h) || isVerb(s, h) || s.Tokens[h].POS == "ADJ" {
			return s.subjectWithin(h, depth-1)
		}
		return s.ownerOf(h)
	case "acl":
		if t.Rel == "acl:relcl" {
			if s.objectGap(v) {
				return -1
			}
			return h
		}
		if t.Tag == "VBG" || t.Tag == "VBN" {
			return h
		}
		if len(s.rel(h, "cop")) > 0 {
			return s.subjectWithin(h, depth-1) // "was the first to leave"
		}
		if s.Tokens[h].Rel == "xcomp" {
			return s.subjectWithin(s.Tokens[h].Head, depth-1) // "became the first country to leave"
		}
		return s.ownerOf(h) // "its decision to leave"
	case "advcl", "parataxis", "ccomp":
		if t.Tag == "VBG" || t.Tag == "VB" || t.Tag == "VBN" {
			if base == "advcl" && (s.has(v, "mark", "of", "for", "from", "with") || s.has(v, "mark", "by") && s.chargesBefore(h, v)) && !s.passive(h) {
				if o := s.charged(h, v); o >= 0 {
					return o
				}
			}
			if o := s.resolvedBy(h, v); o >= 0 {
				return o
			}
			return s.subjectWithin(h, depth-1)
		}
	}
	return -1
}

// outOfPlace gives what happened at the place that the noun at token i names: "a
// strike in Kabul that killed", "the bombing of a bus in Tel Aviv that killed".
func (s *sentence) outOfPlace(i int) int {
	for n := 0; n < 4 && s.Tokens[i].Rel == "nmod" && s.Tokens[i].Head >= 0; n++ {
		i = s.Tokens[i].Head
	}
	return i
}

// before gives the noun or name that stands right before a relative pronoun and
// its comma, -1 when none does.
func (s *sentence) before(pronoun int) int {
	j := pronoun - 1
	if j > 0 && s.words[j] == "," {
		j--
	}
	switch {
	case j < 0 || j == pronoun-1 && s.at[j] == nil:
		return -1
	case s.at[j] != nil:
		return s.at[j].head
	case s.Tokens[j].POS == "NOUN":
		return j
	}
	return -1
}

// chargesBefore reports whether the act at v only tells how the one was done that
// the verb at h reproaches somebody with: "accused them of breaking it by firing".
func (s *sentence) chargesBefore(h, v int) bool {
	return slices.ContainsFunc(s.rel(h, "advcl"), func(c int) bool { return c < v && s.has(c, "mark", "of") })
}

// charged gives whom a verb at h reproaches with the act at v: "accused Moscow of
// hacking", "lashed out at London for sending", the nearest where there are several.
func (s *sentence) charged(h, v int) int {
	found := -1
	for _, o := range s.rel(h, "obj") {
		if o < v {
			found = o
		}
	}
	if found >= 0 {
		return found
	}
	for _, o := range s.rel(h, "obl") {
		if p := s.caseOf(o); o < v && (s.at[o] != nil || s.placeAt[o] != nil) && (p == "at" || p == "with" || p == "on" || p == "against" || p == "to") {
			found = o
		}
	}
	return found
}

// resolvedBy gives whose decision or promise it is to do what v tells, where that hangs
// on the verb at h: "followed the decision by Spain last week to withdraw".
func (s *sentence) resolvedBy(h, v int) int {
	if !isVerb(s, h) || !s.has(v, "mark", "to") {
		return -1
	}
	for _, o := range s.rel(h, "obj") {
		for _, c := range s.rel(o, "nmod") {
			if c < v && s.caseOf(c) == "by" {
				return c
			}
		}
	}
	return -1
}

// personBefore gives the antecedent of "who": the noun that its clause hangs on,
// or the person named between, where that noun names nobody.
func (s *sentence) personBefore(noun, who int) int {
	if s.at[noun] != nil {
		return noun
	}
	for i := who - 1; i > noun; i-- {
		if m := s.at[i]; m != nil && m.how == byName && m.entities[0].kind == entente.Person {
			return m.head
		}
	}
	return noun
}

// subjectControl are verbs with an object whose "to" clause is about their
// subject: "promised Kyiv to send".
var subjectControl = map[string]bool{"promise": true, "vow": true, "threaten": true, "pledge": true, "use": true}

// objectGap reports whether a relative clause lacks its object rather than its
// subject; with no subject of its own it can only lack that.
func (s *sentence) objectGap(v int) bool {
	return s.passive(v) && len(s.rel(v, "nsubj")) > 0
}

func relative(s *sentence, i int) bool {
	switch s.words[i] {
	case "who", "which", "that", "whom":
		return true
	}
	return false
}

// ownerOf is the one whose plan, threat or decision a noun is: its possessor,
// or the subject of the verb that governs it ("made a decision").
func (s *sentence) ownerOf(n int) int {
	if p := s.rel(n, "nmod:poss"); len(p) > 0 {
		return p[0]
	}
	for _, c := range s.rel(n, "amod", "compound") {
		if s.at[c] != nil {
			return c
		}
	}
	t := s.Tokens[n]
	if s.has(n, "cop") {
		return s.subject(n) // "was the first to recognise"
	}
	if t.Head >= 0 && (t.Rel == "obj" || t.Rel == "obl") && isVerb(s, t.Head) {
		return s.subject(t.Head)
	}
	for _, c := range s.rel(n, "nmod") {
		if p := s.caseOf(c); p == "by" || p == "of" {
			return c
		}
	}
	return -1
}

// possessors notes what each "whose" stands for: the noun that its clause is about.
func (s *sentence) possessors() {
	for i, w := range s.words {
		if w != "whose" {
			continue
		}
		for v := s.Tokens[i].Head; v >= 0; v = s.Tokens[v].Head {
			if t := s.Tokens[v]; t.Rel == "acl:relcl" && t.Head < i {
				s.mean(i, t.Head)
				break
			}
		}
	}
}
