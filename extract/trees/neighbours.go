package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// apposition makes the second of two subjects between commas an apposition of
// the first: "members of the League, a body of elders, met".
func apposition(t []language.Token, first int) {
	v := t[first].Head
	if !strings.HasPrefix(t[first].Rel, "nsubj") || v < first || t[first].POS == "PRON" {
		return
	}
	for i := first + 1; i < v; i++ {
		if t[i].Head == v && t[i].Rel == t[first].Rel && t[i].POS == "NOUN" {
			if left := leftmost(t, i); left > first && t[left].POS == "PUNCT" || left > 0 && t[left-1].Text == "," {
				t[i].Head, t[i].Rel = first, "appos"
			}
			return
		}
	}
}

// rowOfOne makes an apposition of a phrase that was taken for the second of a row
// which no "and" closes: "Paul Whelan, an American, was sentenced".
func rowOfOne(t []language.Token, i int) {
	h := t[i].Head
	if t[i].Rel != "conj" || h < 0 || t[i].POS != "NOUN" && t[i].POS != "PROPN" || t[h].POS != "NOUN" && t[h].POS != "PROPN" || !hasChild(t, i, "det") {
		return
	}
	for k := range t {
		if t[k].Head == h && t[k].Rel == "conj" && (k != i || hasChild(t, k, "cc")) {
			return
		}
	}
	t[i].Rel = "appos"
}

// leftmost gives the first token below i.
func leftmost(t []language.Token, i int) int {
	first := i
	for c := range t[:i] {
		for k := t[c].Head; k >= 0; k = t[k].Head {
			if k == i {
				return min(first, c)
			}
		}
	}
	return first
}

// people makes "the Chinese" before a verb its subject.
func people(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "amod" && t[i].Rel != "obl:unmarked" || t[i].POS != "ADJ" && t[i].Rel != "amod" || v < i || t[v].POS != "VERB" || !language.StartsUpper(t[i].Text) || !lacksSubject(t, v) {
		return
	}
	t[i].POS, t[i].Rel = "PROPN", "nsubj"
	if i > 0 && t[i-1].Head == v && t[i-1].POS == "DET" {
		t[i-1].Head, t[i-1].Rel = i, "det"
	}
}

// past makes a participle of what was taken for the main verb of "retired
// officers warned against it".
func past(t []language.Token, i int) {
	if t[i].Head >= 0 || t[i].Tag != "VBD" && t[i].Tag != "VBN" || i+2 >= len(t) || t[i+1].Head != i || t[i+1].Rel != "obj" || t[i+1].Tag != "NNS" || hasChild(t, i, "nsubj", "aux") {
		return
	}
	for v := i + 2; v < len(t); v++ {
		if t[v].Head == i && t[v].POS == "VERB" && lacksSubject(t, v) {
			t[v].Head, t[v].Rel = -1, "root"
			t[i+1].Head, t[i+1].Rel = v, "nsubj"
			t[i].Head, t[i].Rel, t[i].POS = i+1, "amod", "ADJ"
			for c := range t {
				if t[c].Head == i {
					t[c].Head = v
				}
			}
			return
		}
	}
}

// oneSubject joins two subjects with "and" between them: "the EU and the UN will
// lift ...".
func oneSubject(t []language.Token, second int) {
	v := t[second].Head
	if t[second].Rel != "nsubj" || second > v {
		return
	}
	and := leftmost(t, second) - 1
	if and > 0 && t[and].Rel == "det" && t[and].Head == v {
		t[and].Head = second
		and--
	}
	if and < 1 || t[and].Tag != "CC" || t[and].Head != v {
		return
	}
	for first := and - 1; first >= 0; first-- {
		if t[first].Head == v && t[first].Rel == "nsubj" && t[first].POS != "PRON" {
			t[second].Head, t[second].Rel = first, "conj"
			t[and].Head = second
			return
		}
	}
}

// listed hangs the last names of a row on the first of it, where they were taken for
// another subject: "the leaders of France, Germany, the US and the UK met".
func listed(t []language.Token, i int) {
	v, comma := t[i].Head, leftmost(t, i)
	if v < i || !strings.HasPrefix(t[i].Rel, "nsubj") || t[i].POS != "PROPN" || !hasChild(t, i, "conj") {
		return
	}
	if t[comma].Text != "," {
		comma--
	}
	if comma < 2 || t[comma].Text != "," || t[comma-1].POS != "PROPN" {
		return
	}
	first := comma - 1
	for t[first].Rel == "flat" && t[first].Head >= 0 {
		first = t[first].Head
	}
	if t[first].Rel == "conj" && t[first].Head >= 0 {
		first = t[first].Head
	}
	top := first
	for top >= 0 && t[top].Head != v {
		top = t[top].Head
	}
	if top < 0 || hasPreposition(t, top) {
		return // of another clause, or "At talks in Oslo, the US and the UK agreed"
	}
	if t[first].POS != "PROPN" || t[first].Rel != "nmod" && !strings.HasPrefix(t[first].Rel, "nsubj") {
		return
	}
	t[top].Rel = t[i].Rel
	t[comma].Head, t[i].Head, t[i].Rel = i, first, "conj"
	for c := i + 1; c < v; c++ {
		if t[c].Head == i && t[c].Rel == "conj" {
			t[c].Head = first
		}
	}
}

// calledSo makes a name between commas that of the noun before, where it was taken for
// the subject of a verb behind "and", or behind another: "recalled its envoy, Shen
// Zhifei, in August and demanded ...".
func calledSo(t []language.Token, n int) {
	v, comma := t[n].Head, leftmost(t, n)
	if t[n].Rel != "nsubj" || t[n].POS != "PROPN" || v < n {
		return
	}
	if t[comma].Text != "," {
		comma--
	}
	if comma < 1 || t[comma].Text != "," || t[comma-1].POS != "NOUN" {
		return
	}
	end := n + 1
	for end < v && t[end].Head == n && t[end].Rel == "flat" {
		end++
	}
	behind := slices.ContainsFunc(t[end:v], func(c language.Token) bool {
		return c.Head == v && (c.Rel == "cc" || c.Rel == "nsubj" && c.POS == "PROPN")
	})
	if behind && t[end].Text == "," && !hasChild(t, n, "conj") {
		t[n].Head, t[n].Rel = comma-1, "appos"
	}
}

// roll makes the second of three names in a row a conjunct, where it was taken
// for an apposition of the first: "the US, the EU and the UN".
func roll(t []language.Token, name int) {
	first := t[name].Head
	if t[name].Rel != "appos" || t[name].POS != "PROPN" || first > name || t[first].POS != "PROPN" {
		return
	}
	and := name + 1
	for and < len(t) && t[and].Head == name && t[and].Rel == "flat" {
		and++
	}
	if and >= len(t) || t[and].Text != "and" {
		return
	}
	if c := t[and].Head; t[c].Rel == "conj" && t[c].POS == "PROPN" && (t[c].Head == first || t[c].Head == name) {
		t[name].Rel = "conj"
		t[c].Head = first
	}
}

// notSubject takes a noun with a preposition for what it is where the verb has
// another subject: "In a statement, the premier termed it piracy".
func notSubject(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "nsubj" || !hasPreposition(t, i) {
		return
	}
	for j := range t {
		if j != i && t[j].Head == v && strings.HasPrefix(t[j].Rel, "nsubj") && !hasPreposition(t, j) {
			t[i].Rel = "obl"
			return
		}
	}
}

// spokenSubject finds the subject of a verb that comes after what was said, or
// before it: "'We will not go,' an aide to the premier said".
func spokenSubject(t []language.Token, v int) {
	if hasChild(t, v, "nsubj") || t[v].Rel != "root" && t[v].Rel != "parataxis" {
		return
	}
	nominal := func(i int) bool {
		return (t[i].POS == "NOUN" || t[i].POS == "PROPN" || t[i].POS == "NUM") && !hasPreposition(t, i) && (t[i].Rel == "obj" || t[i].Rel == "iobj" || t[i].Rel == "parataxis")
	}
	for i := v - 1; i >= 0; i-- {
		if quotes(t[i]) {
			break
		}
		if nominal(i) && (t[i].Head == v || t[t[i].Head].Head == v && closed(t, i)) {
			t[i].Head, t[i].Rel = v, "nsubj"
			return
		}
	}
	for i := v + 1; i < min(v+4, len(t)); i++ {
		if nominal(i) && t[i].Head == v && v > 0 && (quotes(t[v-1]) || t[v-1].Text == ",") {
			t[i].Rel = "nsubj"
			return
		}
	}
}

func quotes(t language.Token) bool { return t.Text == `"` || t.Text == "”" || t.Text == "''" }

// closed reports whether a quotation ends between token i and the verb it hangs on.
func closed(t []language.Token, i int) bool {
	return t[i].Head < i && slices.ContainsFunc(t[t[i].Head:i], quotes)
}

// gathered makes those who meet the subject where their meeting was taken for it:
// "foreign ministers meeting in Cairo denounced the plan".
func gathered(t []language.Token, i int) {
	n := i - 1
	if i < 1 || i+1 >= len(t) || !strings.EqualFold(t[i].Text, "meeting") || t[i].POS != "NOUN" || t[i+1].POS != "ADP" ||
		t[n].Tag != "NNS" || t[n].Head != i || t[n].Rel != "compound" {
		return
	}
	t[n].Head, t[n].Rel = t[i].Head, t[i].Rel
	for j := range t {
		switch {
		case t[j].Head != i:
		case j < n:
			t[j].Head = n
		case strings.HasPrefix(t[j].Rel, "nmod"):
			t[j].Rel = "obl"
		}
	}
	t[i].Head, t[i].Rel, t[i].POS, t[i].Tag, t[i].Lemma = n, "acl", "VERB", "VBG", "meet"
}

// oneNoun makes one subject of two nouns side by side that were taken for two: "Human
// rights groups accuse the army".
func oneNoun(t []language.Token, first int) {
	n := first + 1
	if n >= len(t) || t[first].Rel != "nsubj" || t[first].POS != "NOUN" || t[n].POS != "NOUN" || t[n].Tag != "NNS" || t[n].Rel != "nsubj" || t[n].Head != t[first].Head || t[n].Head < n {
		return
	}
	t[first].Head, t[first].Rel = n, "compound"
}
