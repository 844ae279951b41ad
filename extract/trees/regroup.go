package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// regroup reads a sentence of several clauses again, clause by clause: the
// parts around a semicolon each by themselves, and a relative clause between
// commas apart from the one it interrupts ("The prince, who heads the
// coalition, accused ..."). A parser that reads from left to right is led
// astray by these; apart, they are plain.
func (x *Mender) regroup(s *language.Sentence) {
	for i := range s.Tokens {
		if arming(s.Tokens, i) {
			s.Tokens[i].POS, s.Tokens[i].Tag = "VERB", "VBZ"
		}
	}
	parts := split(s.Tokens)
	aside := slices.ContainsFunc(parts, func(p stretch) bool {
		_, _, ok := relativeIn(s.Tokens, p)
		return ok
	})
	odd := false // words that are read as others
	for i := range s.Tokens {
		odd = odd || acting(s.Tokens, i) || arming(s.Tokens, i) || compound(s.Tokens, i)
	}
	if len(parts) > 1 || aside || odd {
		x.assemble(s.Tokens, parts, slices.Clone(s.Tokens))
	}
	x.untangle(s.Tokens, parts)
}

// stretch is a run of tokens, from first up to end.
type stretch struct{ first, end int }

// split cuts a sentence at its semicolons where both sides have a verb.
func split(t []language.Token) []stretch {
	parts := []stretch{{0, len(t)}}
	for i := 1; i+1 < len(t); i++ {
		last := &parts[len(parts)-1]
		if t[i].Text == ";" && hasVerb(t[last.first:i]) && hasVerb(t[i+1:last.end]) {
			end := last.end
			last.end = i + 1
			parts = append(parts, stretch{i + 1, end})
		}
	}
	return parts
}

func hasVerb(t []language.Token) bool {
	for _, w := range t {
		if w.POS == "VERB" || w.POS == "AUX" {
			return true
		}
	}
	return false
}

// relativeIn finds the first relative clause between commas in a part: from its
// pronoun up to the comma or the stop that ends it.
func relativeIn(t []language.Token, p stretch) (first, end int, ok bool) {
	for i := p.first + 1; i+2 < p.end; i++ {
		if t[i].Text != "," || i == p.first {
			continue
		}
		if !pronoun(t[i+1]) && !(t[i+1].POS == "ADP" && pronoun(t[i+2])) {
			continue // ", who heads ...", ", under whose rule ..."
		}
		if before := t[i-1].POS; before != "PROPN" && before != "NOUN" && before != "NUM" {
			continue
		}
		for j := i + 3; j < p.end; j++ {
			ends := j == p.end-1 && t[j].POS == "PUNCT"
			if t[j].Text == "," && j+2 < p.end && t[j+1].POS == "ADV" && t[j+2].POS == "VERB" && t[j+2].Tag != "VBG" {
				ends = true // "The envoy, who was ill, formally asked ..."
			}
			if t[j].Text == "," && j+1 < p.end && (t[j+1].POS == "VERB" && t[j+1].Tag != "VBG" || t[j+1].POS == "AUX") {
				ends = true
			}
			if t[j].Text == "," && leads(t[p.first]) && hasVerb(t[j+1:p.end]) {
				switch t[j+1].POS {
				case "DET", "PROPN", "PRON", "NOUN":
					ends = true // "After talks with Mr Hu, who is ill, France said ..."
				}
			}
			if ends && hasVerb(t[i+2:j]) {
				return i + 1, j, true
			}
		}
	}
	return 0, 0, false
}

func pronoun(t language.Token) bool {
	switch strings.ToLower(t.Text) {
	case "who", "which", "whose", "whom":
		return true
	}
	return false
}

// clause reads a part of the sentence by itself, its relative clauses apart,
// and gives its root, which is left without a head.
func (x *Mender) clause(t []language.Token, p stretch) int {
	first, end, ok := relativeIn(t, p)
	if !ok {
		return x.reread(t, indexes(p.first, p.end))
	}
	return x.apart(t, p, stretch{first, end})
}

// apart reads a part of the sentence without what stands in it between commas,
// and that by itself.
func (x *Mender) apart(t []language.Token, p, inner stretch) int {
	rest := indexes(p.first, inner.first-1)
	closing := inner.end
	if t[inner.end].Text == "," {
		closing++ // the comma goes with what it closes
	}
	rest = append(rest, indexes(closing, p.end)...)
	root := x.reread(t, rest)
	noun := antecedent(t, inner.first-2, p.first)
	if before := inner.first - 2; strings.EqualFold(t[inner.first].Text, "whose") && t[before].POS == "PROPN" {
		for noun = before; t[noun].Rel == "flat" && t[noun].Head >= p.first; {
			noun = t[noun].Head // "ties with Chad, whose army ..."
		}
		if t[noun].Rel == "conj" && t[inner.first+1].Tag == "NNS" {
			noun = t[noun].Head // "Chad and Niger, whose armies ..."
		}
	}
	side := x.clause(t, inner)
	t[side].Head, t[side].Rel = noun, "acl:relcl"
	switch {
	case pronoun(t[inner.first]) || pronoun(t[inner.first+1]):
	case t[side].POS == "VERB":
		t[side].Rel = "acl"
	default:
		t[side].Rel = "appos"
	}
	t[inner.first-1].Head, t[inner.first-1].Rel = side, "punct"
	if closing > inner.end {
		t[inner.end].Head, t[inner.end].Rel = side, "punct"
	}
	return root
}

func indexes(from, to int) []int {
	out := make([]int, 0, max(to-from, 0))
	for i := from; i < to; i++ {
		out = append(out, i)
	}
	return out
}

// antecedent is the noun that a relative clause after token i is about: the head
// of the phrase that ends there, not looking beyond from.
func antecedent(t []language.Token, i, from int) int {
	for n := 0; n < 4; n++ {
		h := t[i].Head
		if h < from || h >= i {
			break
		}
		if r := t[i].Rel; r != "flat" && r != "compound" && r != "appos" && !strings.HasPrefix(r, "nmod") {
			break
		}
		i = h
	}
	return i
}

// reread parses the tokens at the indexes as a sentence of their own, writes
// what it finds into them, and gives the root. "Iran-backed" is read as one
// plain adjective, which it is.
func (x *Mender) reread(t []language.Token, at []int) int {
	units := joined(t, at)
	words := make([]language.Token, len(units))
	for k, u := range units {
		w := &words[k]
		w.Text, w.POS, w.Tag = t[u[0]].Text, t[u[0]].POS, t[u[0]].Tag
		switch {
		case len(u) > 1:
			w.Text, w.POS, w.Tag = "foreign", "ADJ", "JJ"
		case acting(t, u[0]):
			w.Text, w.POS, w.Tag = "Deputy", "PROPN", "NNP"
		case arming(t, u[0]):
			w.Text, w.POS, w.Tag = "supports", "VERB", "VBZ"
		}
	}
	x.model.Tree(words)
	root := at[0]
	for k, w := range words {
		u := units[k]
		i := u[len(u)-1]
		t[i].POS, t[i].Tag, t[i].Rel, t[i].Head = w.POS, w.Tag, w.Rel, -1
		if w.Head < 0 {
			root = i
		} else {
			head := units[w.Head]
			t[i].Head = head[len(head)-1]
		}
		if len(u) == 1 {
			t[i].Lemma = w.Lemma
			if acting(t, i) {
				t[i].Lemma = "acting"
			} else if arming(t, i) {
				t[i].Lemma = "arm"
			}
			continue
		}
		t[u[0]].Head, t[u[0]].Rel = i, "obl" // backed by Iran
		t[u[1]].Head, t[u[1]].Rel = i, "punct"
	}
	return root
}

// acting reports whether the token stands before the title of somebody who
// stands in: "Acting President Moore".
func acting(t []language.Token, i int) bool {
	return strings.EqualFold(t[i].Text, "acting") && i+1 < len(t) && language.StartsUpper(t[i+1].Text)
}

// arming reports whether the token is "arms" as what somebody does: "Iran, which arms
// the Houthis", "that Tehran arms the militia".
func arming(t []language.Token, i int) bool {
	if i < 2 || i+1 >= len(t) || t[i].Text != "arms" {
		return false
	}
	before := t[i-1].Text == "which" || t[i-1].Text == "who" || t[i-1].POS == "PROPN" && (t[i-2].Text == "that" || t[i-2].Text == ",")
	return before && (t[i+1].POS == "DET" || t[i+1].POS == "PROPN" || t[i+1].POS == "ADJ" && language.StartsUpper(t[i+1].Text))
}

// joined groups tokens into what is read as one word.
func joined(t []language.Token, at []int) [][]int {
	var out [][]int
	for k := 0; k < len(at); k++ {
		n := 1
		if k+2 < len(at) && at[k+2] == at[k]+2 && compound(t, at[k]) {
			n = 3
		}
		out = append(out, at[k:k+n])
		k += n - 1
	}
	return out
}

// compound reports whether the tokens from i on are a word, a hyphen and a
// participle before a noun: "Iran-backed rebels", "Russian-speaking youths".
func compound(t []language.Token, i int) bool {
	if i+3 >= len(t) || t[i+1].Text != "-" || t[i].End != t[i+1].Start || t[i+1].End != t[i+2].Start {
		return false
	}
	switch strings.ToLower(t[i].Text) {
	case "re", "co", "pre", "de", "non", "self", "anti", "counter", "over", "under", "out", "cross", "air":
		return false // "re-opened"
	}
	switch next := t[i+3].POS; {
	case next != "NOUN" && next != "PROPN" && next != "ADJ":
		return false
	case strings.HasSuffix(t[i+2].Text, "ed"), strings.HasSuffix(t[i+2].Text, "ing"):
		return true
	}
	switch t[i+2].Text {
	case "led", "held", "run", "born", "made", "built", "owned":
		return true
	}
	return false
}
