package trees

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// likewise makes "did" in "Belarus did likewise" the verb that it is there, and
// the name before it its subject.
func likewise(t []language.Token, i int) {
	if t[i].Lemma != "do" || t[i].Rel != "aux" || i == 0 || i+1 >= len(t) || !strings.EqualFold(t[i+1].Text, "likewise") {
		return
	}
	subject := i - 1
	for t[subject].Rel == "flat" || t[subject].Rel == "compound" {
		subject = t[subject].Head
	}
	if subject < 0 || subject > i {
		return
	}
	t[i].Head, t[i].Rel, t[i].POS = t[subject].Head, t[subject].Rel, "VERB"
	t[subject].Head, t[subject].Rel = i, "nsubj"
	t[i+1].Head, t[i+1].Rel = i, "advmod"
	for j := i + 2; j < len(t); j++ {
		if t[j].Head == subject {
			t[j].Head = i
		}
	}
}

// theirsToo makes the owner of what was just named the object of who is told or
// ordered, not the subject of what is to be done: "recalled its ambassador and
// ordered Cambodia's to leave".
func theirsToo(t []language.Token, i int) {
	v := t[i].Head
	if !strings.HasPrefix(t[i].Rel, "nsubj") || v < i || t[v].Tag != "VB" || !hasCase(t, i) || !hasChild(t, v, "mark") {
		return
	}
	order := t[v].Head
	if order < 0 || order > i || t[order].POS != "VERB" || t[v].Rel != "ccomp" && t[v].Rel != "xcomp" {
		return
	}
	t[i].Head, t[i].Rel, t[v].Rel = order, "obj", "xcomp"
}

// eachOther makes "each other" and "one another" right behind a verb its object,
// where the words were taken into what follows: "accused each other of murder".
func eachOther(t []language.Token, i int) {
	if i == 0 || i+1 >= len(t) || t[i-1].POS != "VERB" {
		return
	}
	pair := strings.ToLower(t[i].Text + " " + t[i+1].Text)
	if pair != "each other" && pair != "one another" || t[i+1].Head == i-1 && t[i+1].Rel == "obj" {
		return
	}
	t[i+1].Head, t[i+1].Rel, t[i+1].POS = i-1, "obj", "PRON"
	t[i].Head, t[i].Rel = i+1, "det"
}

// besideIt makes "neighbouring" before a name say what it is, not what somebody
// does: "the army of neighbouring Chad".
func (x *Mender) besideIt(t []language.Token, i int) {
	n := i + 1
	if w := strings.ToLower(t[i].Text); w != "neighbouring" && w != "neighboring" || n >= len(t) || t[n].POS != "PROPN" || t[n].Head != i || t[i].Head < 0 {
		return
	}
	t[n].Head, t[n].Rel = t[i].Head, "obl"
	if i > 0 && t[i-1].Head == i {
		t[i-1].Rel = "case"
		if i > 1 && (t[i-2].POS == "NOUN" || t[i-2].POS == "PROPN") {
			t[n].Head, t[n].Rel = i-2, "nmod"
		}
	}
	for c := range t {
		if t[c].Head == i && c != n {
			t[c].Head = n
		}
	}
	t[i].Head, t[i].Rel, t[i].POS, t[i].Tag = n, "amod", "ADJ", "JJ"
}

// betweenTwo joins the second of two to the first, where it was joined to what is
// between them: "talks between the minister and his Thai counterpart".
func betweenTwo(t []language.Token, i int) {
	if strings.ToLower(t[i].Text) != "between" || t[i].Rel != "case" || t[i].Head < i {
		return
	}
	first := t[i].Head
	noun := t[first].Head
	if noun < 0 || noun > i || hasChild(t, first, "conj") {
		return
	}
	for j := first + 1; j < len(t); j++ {
		if t[j].Head == noun && t[j].Rel == "conj" && (t[j].POS == "NOUN" || t[j].POS == "PROPN") {
			t[j].Head = first
			return
		}
	}
}

// rebelsToo makes the second of two sides a side of its own, where the first was taken
// into its name: "The Peruvian government and Maoist rebels opened talks".
func (x *Mender) rebelsToo(t []language.Token, k int) {
	h, g := k+1, t[k].Head
	if t[k].Rel != "conj" || h >= len(t) || g < 0 || g > k || t[g].Head != h || t[h].Tag != "NNS" || t[g].POS != "NOUN" || t[h].Head < 0 {
		return
	}
	if !x.words.Is("body", t[h].Lemma) && !x.words.Is("armed", t[h].Lemma) || !x.words.Is("agent-noun", t[g].Lemma) {
		return
	}
	t[g].Head, t[g].Rel = t[h].Head, t[h].Rel
	t[h].Head, t[h].Rel = g, "conj"
	t[k].Head, t[k].Rel = h, "compound"
	for c := g + 1; c < k; c++ {
		if t[c].Rel == "cc" {
			t[c].Head = h
		}
	}
}

// contact hangs a clause that follows its noun without "that" on the noun: "has
// not freed the sailors it captured", where it was taken for a sentence beside.
func (x *Mender) contact(t []language.Token, i int) {
	v := t[i].Head
	if t[i].POS != "PRON" || t[i].Rel != "nsubj" || i == 0 || v < i || v > i+3 || t[v].POS != "VERB" || t[v].Rel != "parataxis" || x.words.Is("saying", t[v].Lemma) {
		return
	}
	noun := i - 1
	if t[noun].POS != "NOUN" || t[v].Head < 0 || t[v].Head >= i || !below(t, noun, t[v].Head) || hasPreposition(t, i) {
		return
	}
	switch strings.ToLower(t[i].Text) {
	case "it", "they", "he", "she":
		t[v].Head, t[v].Rel = noun, "acl:relcl"
	}
}
