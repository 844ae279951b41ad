package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// complements gives the tokens that a trigger's Objects are sought among.
func (r reading) complements(s *sentence, i int, g *trigger) []int {
	var out []int
	if n := len(g.with); n > 0 {
		out = append(out, s.oblique(i, g.with[n-1])...)
		if n > 1 {
			out = append(out, s.oblique(i, strings.Join(g.with, " "))...)
		}
		for _, c := range s.rel(i, "xcomp", "acl") {
			if s.words[c] == g.with[n-1] {
				out = append(out, s.objectOf(c)...) // "refused to sign the treaty"
			}
		}
	}
	switch {
	case s.predicated(i):
		out = append(out, r.x.slot(s, i, "subj")...)
	case isVerb(s, i):
		if !g.frame.Verdict {
			out = append(out, s.objectOf(i)...)
			if s.passive(i) {
				out = append(out, s.rel(i, "obj")...) // "was granted asylum"
			}
		}
		out = append(out, s.verdicts(i)...)
		out = append(out, s.rel(i, "xcomp", "ccomp", "obl:unmarked")...)
		out = append(out, s.oblique(i, "as")...)
	default:
		out = append(append(out, s.nounPatient(i)...), s.strayFrom(i)...)
		out = append(out, s.rel(i, "compound", "amod", "nmod")...)
		for _, c := range s.rel(i, "acl", "advcl") {
			if s.has(c, "mark", "on", "about", "over") || s.has(c, "case", "on", "about", "over") {
				out = append(out, s.objectOf(c)...) // "talks on reviving the deal"
			}
		}
	}
	if g.frame.Verdict {
		for _, o := range out {
			out = append(out, r.described(s, o)...)
		}
	}
	for k, o := range out {
		if j, ok := s.means[o]; ok {
			out[k] = j // "imposed sanctions and lifted them"
		}
	}
	return r.phraseTokens(s, out)
}

// strayFrom gives what the noun at token i is from or to, where the parser hung that
// on the verb: "announced its withdrawal from the pact".
func (s *sentence) strayFrom(i int) []int {
	t := s.Tokens[i]
	if t.Rel != "obj" || !isVerb(s, t.Head) || len(s.rel(i, "nmod")) > 0 {
		return nil
	}
	var out []int
	for _, c := range s.rel(t.Head, "obl") {
		if p := s.caseOf(c); c > i && c-i <= 4 && (p == "from" || p == "of" || p == "to") {
			out = append(out, c)
		}
	}
	return out
}

// phraseTokens adds to the heads of phrases those joined to them, and what they
// are a part of: "the last of its soldiers", "an act of war".
func (r reading) phraseTokens(s *sentence, heads []int) []int {
	for _, o := range heads {
		if s.Tokens[o].POS == "SYM" || r.x.index.is("part-noun", s.Tokens[o].Lemma) || r.x.index.is("vague-noun", s.Tokens[o].Lemma) || r.x.index.is("measure-noun", s.Tokens[o].Lemma) {
			heads = append(heads, s.rel(o, "nmod")...)
		}
	}
	return s.withConjuncts(heads)
}

// verdicts gives what a verb calls its object, wherever the parser hung it:
// "called the attack a crime", "called it “defective”".
func (s *sentence) verdicts(i int) []int {
	out := s.rel(i, "obj")
	if len(out) > 0 {
		out = out[1:]
	}
	for _, o := range s.objectOf(i) {
		out = append(out, s.rel(o, "nmod:unmarked", "appos")...)
		for _, c := range s.rel(o, "amod") {
			if c > o {
				out = append(out, c) // "called the decision unfair"
			}
		}
	}
	return out
}

// anOther reports whether a frame wants another side than the subject's for its
// object, and token o is one.
func (r reading) anOther(s *sentence, i, o int, f *lexicon.Frame) bool {
	if !slices.Contains(f.Objects, "@other") {
		return false
	}
	subject := r.fill(s, i, nil, "subj", standing{})
	return len(subject) > 0 && len(without(r.x.patients(r.d, s, o, nil), subject)) > 0
}

// isPhrase reports whether token o heads a phrase of the lexicon: "rescue team",
// "state of emergency".
func (s *sentence) isPhrase(o int, phrase, lemma string) bool {
	if noun, of, ok := strings.Cut(phrase, " of "); ok {
		return sameNoun(noun, lemma) && s.has(o, "nmod", of)
	}
	before, noun, ok := strings.Cut(phrase, " ")
	return ok && sameNoun(noun, lemma) && (s.has(o, "compound", before) || s.has(o, "amod", before))
}

// namesBody reports whether token o names a body of whose name the word is a part:
// "the International Court of Justice" is a court.
func (s *sentence) namesBody(o int, word string) bool {
	m := s.at[o]
	return m != nil && m.entities[0].kind == entente.Organization && slices.Contains(strings.Fields(strings.ToLower(m.entities[0].name)), word)
}

// inPhrase reports whether token o heads one of the words that are phrases.
func (s *sentence) inPhrase(o int, words []string) bool {
	lemma := strings.ToLower(s.Tokens[o].Lemma)
	return slices.ContainsFunc(words, func(w string) bool { return s.isPhrase(o, w, lemma) })
}

// inClass reports whether token o heads one of the phrases of a class: "rights group".
func (r reading) inClass(s *sentence, o int, class, lemma string) bool {
	return slices.ContainsFunc(s.rel(o, "compound", "amod"), func(c int) bool {
		return r.x.index.is(class, s.words[c]+" "+lemma)
	})
}

// thing gives what "it" or "them" at token o means, as the object of a verb, where that is
// nobody: what the sentence before is about. It gives -1 where there is none.
func (r reading) thing(s *sentence, o int) (*sentence, int) {
	tag := map[string]string{"it": "NN", "them": "NNS"}[s.words[o]]
	if tag == "" || s.Tokens[o].Rel != "obj" || s.at[o] != nil || s.treatyAt[o] != nil || s.index == 0 {
		return nil, -1
	}
	if _, ok := s.means[o]; ok {
		return nil, -1
	}
	from := r.d.sents[s.index-1]
	if slices.ContainsFunc(from.treatyAt, func(t *treaty) bool { return t != nil }) {
		return nil, -1 // "Russia has offered to extend it"
	}
	for n, t := range from.Tokens {
		if t.Tag == tag && from.at[n] == nil && from.timeAt[n] == 0 && (strings.HasPrefix(t.Rel, "nsubj") && isVerb(from, t.Head)) {
			return from, n
		}
	}
	return nil, -1
}

// oneOf reports whether token o is one of the words, or of the @classes.
func (r reading) oneOf(s *sentence, o int, words []string) bool {
	if from, n := r.thing(s, o); n >= 0 && from != s {
		return r.oneOf(from, n, words)
	}
	lemma := strings.ToLower(s.Tokens[o].Lemma)
	for _, w := range words {
		class, isClass := strings.CutPrefix(w, "@")
		switch {
		case s.isPhrase(o, w, lemma):
			return true
		case !isClass && (sameNoun(w, lemma) || s.namesBody(o, w)):
			return true
		case isClass && class == "treaty":
			if s.treatyAt[o] != nil || r.x.index.is("treaty", lemma) {
				return true
			}
		case class == "diplomat" && (s.ownsUnnamed(o) || s.Tokens[o].POS == "NUM" && s.timeAt[o] == 0 && s.Tokens[o].Rel == "obj"):
			return true // "sent home 13"
		case isClass && class == "actor":
			if s.at[o] != nil {
				return true
			}
		case isClass && class == "place":
			if m := s.at[o]; s.placeAt[o] != nil || m != nil && m.entities[0].kind == entente.Country {
				return true
			}
		case isClass && class == "country":
			if m := s.at[o]; m != nil && m.how != byAdjective && m.entities[0].kind == entente.Country {
				return true
			}
		case isClass && class == "organization":
			if m := s.at[o]; m != nil && m.entities[0].org != nil && m.entities[0].org.Kind == "intergovernmental" {
				return true
			}
		case isClass && class == "person":
			if m := s.at[o]; m != nil && m.entities[0].kind == entente.Person {
				return true
			}
		case class == "armed" && s.at[o] != nil && s.at[o].entities[0].org != nil && s.at[o].entities[0].org.Kind == "armed-group":
			return true
		case isClass && (r.x.index.is(class, lemma) || r.x.index.is(class, s.words[o]) || r.inClass(s, o, class, lemma)):
			return true
		}
	}
	return false
}
