package trees

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// compoundSteps put right the nouns of a clause: which of them are one phrase, and which
// are the verb's subject and object.
func (x *Mender) compoundSteps() []step {
	return []step{
		{obj, x.compound}, {anything, x.hyphened}, {word, objectToday}, {obl, x.about}, {obl, counted}, {ccomp, numbered}, {xcomp, x.bare}, {ccomp, x.captives}, {word, x.setFree},
	}
}

// compound makes one object of two bare nouns side by side: "speeded up arms
// shipments", "held live-fire drills". After a verb that gives something to
// somebody the first may be who gets it, unless it's something given itself.
func (x *Mender) compound(t []language.Token, i int) {
	v := t[i].Head
	if i+1 >= len(t) || t[i].Rel != "obj" || t[i].POS != "NOUN" || t[i+1].POS != "NOUN" || t[i+1].Rel != "obj" || t[i+1].Head != v || v > i || language.StartsUpper(t[i+1].Text) {
		return
	}
	if x.words.Is("dative", t[v].Lemma) && !x.words.Is("help", t[i].Lemma) {
		return
	}
	t[i].Head, t[i].Rel = i+1, "compound"
}

// hyphened gives a verb written with its tool or manner before a hyphen the
// subject that hangs on that: "North Korea test-fired two missiles".
func (x *Mender) hyphened(t []language.Token, i int) {
	v := i + 2
	if v >= len(t) || t[i].Head != v || t[i+1].Text != "-" || t[v].POS != "VERB" || t[v].Tag != "VBD" && t[v].Tag != "VBN" || t[i].Rel == "nsubj" || strings.HasPrefix(t[v].Rel, "a") || hasChild(t, v, "nsubj", "aux", "mark") {
		return
	}
	for n := i - 1; n >= 0; n-- {
		if t[n].Head == i && (t[n].POS == "NOUN" || x.nameLike(t[n])) && !hasCase(t, n) {
			t[n].Head, t[n].Rel = v, "nsubj"
			return
		}
	}
}

// objectToday gives the object back to a verb where the day behind it was taken for
// its head: "ordered a mobilization today".
func objectToday(t []language.Token, day int) {
	v := t[day].Head
	if v < 0 || v > day || t[v].POS != "VERB" || !isDay(t[day].Text) || hasCase(t, day) || hasChild(t, v, "obj") {
		return
	}
	if n := day - 1; t[n].Head == day && t[n].POS == "NOUN" && t[n].Rel == "compound" {
		t[n].Head, t[n].Rel = v, "obj"
		t[day].Rel = "obl:unmarked"
	}
}

// counted makes an object of a number of things that hang on an active verb without
// a preposition: "trains about 1,100 soldiers a year".
func counted(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "obl" || t[i].POS != "NOUN" || v < 0 || v > i || t[v].POS != "VERB" || !hasChild(t, i, "nummod") || hasPreposition(t, i) || hasChild(t, v, "obj", "ccomp", "xcomp", "aux:pass") || t[v].Tag == "VBN" && !hasChild(t, v, "aux") {
		return
	}
	t[i].Rel = "obj"
}

// about hangs the word before a rough number on the number, where it was taken for a
// preposition: "detained about a thousand people". Of verbs that tell of something
// it is one.
func (x *Mender) about(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "obl" || v < 0 || v > i || t[v].POS != "VERB" || x.words.Is("telling-about", t[v].Lemma) {
		return
	}
	c := v + 1
	if w := t[c].Text; w != "about" && w != "around" || t[c].Head != i || t[c].Rel != "case" {
		return
	}
	for n := c + 1; n < min(c+3, i); n++ {
		if t[n].Head == i && t[n].Rel == "nummod" {
			t[c].Head, t[c].Rel, t[c].POS = n, "advmod", "ADV"
			return
		}
	}
}

// numbered makes an adjective of a participle between a number and a noun, where it
// was taken for what is said: "returned 26 looted statues".
func numbered(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "ccomp" || t[i].Tag != "VBN" && t[i].Tag != "VBD" || i < 2 || v < 0 || v > i || t[i-1].POS != "NUM" || t[i-1].Head != i || hasChild(t, v, "obj") {
		return
	}
	o := i + 1
	for o < len(t) && (t[o].Head != i || t[o].Rel != "obj") {
		o++
	}
	if o >= len(t) || hasChild(t, o, "det", "nmod:poss") {
		return
	}
	t[o].Head, t[i].Head, t[i].Rel = v, o, "amod"
	t[i-1].Head, t[i-1].Rel = o, "nummod"
	for c := range t {
		if t[c].Head == i {
			t[c].Head = v
		}
	}
}

// bare makes a part of its noun of what was taken for an infinitive without "to":
// "lifted export curbs".
func (x *Mender) bare(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "xcomp" || t[i].POS != "VERB" || t[i].Tag != "VB" && t[i].Tag != "VBP" || v != i-1 || t[v].POS != "VERB" || x.words.Is("infinitive-verb", t[v].Lemma) {
		return
	}
	o := i + 1
	if o >= len(t) || t[o].Head != i || t[o].Rel != "obj" || t[o].POS != "NOUN" {
		return
	}
	t[o].Head = v
	t[i].POS, t[i].Tag, t[i].Head, t[i].Rel = "NOUN", "NN", o, "compound"
	for c := range t {
		if t[c].Head == i {
			t[c].Head = v
		}
	}
}

// captives makes an object, and what describes it, of what was taken for a clause
// behind a verb that has none: "released 28 pupils kidnapped from a school".
func (x *Mender) captives(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "ccomp" || t[i].Tag != "VBN" && t[i].Tag != "VBD" || v < 0 || v > i || t[v].POS != "VERB" || x.words.Is("clause-verb", t[v].Lemma) || x.words.Is("saying", t[v].Lemma) || hasChild(t, v, "obj", "iobj") || hasChild(t, i, "aux", "mark", "obj", "advmod") {
		return
	}
	if i+1 >= len(t) || t[i+1].POS != "ADP" {
		return
	}
	n := i - 1
	if t[n].Head != i || t[n].Rel != "nsubj" && t[n].Rel != "nsubj:pass" || t[n].POS != "NOUN" {
		return
	}
	t[n].Head, t[n].Rel = v, "obj"
	t[i].Head, t[i].Rel, t[i].Tag = n, "acl", "VBN"
	for c := range t {
		if t[c].Head == i && (t[c].Rel == "advcl" || t[c].Rel == "parataxis" || t[c].Rel == "punct" || t[c].Rel == "conj") {
			t[c].Head = v
		}
	}
}

// setFree gives "set free" its object: "The Taliban set free two Americans".
func (x *Mender) setFree(t []language.Token, i int) {
	free := i + 1
	if t[i].Text != "set" || free >= len(t) || t[free].Text != "free" || t[free].Head != i {
		return
	}
	if t[i].POS == "NOUN" {
		t[i].POS, t[i].Tag = "VERB", "VBD"
		t[free].Rel = "xcomp"
	}
	for c := range t {
		switch noun := (t[c].POS == "NOUN" || x.nameLike(t[c])) && !hasCase(t, c); {
		case t[c].Head != i && t[c].Head != free:
		case noun && c < i:
			t[c].Head, t[c].Rel = i, "nsubj"
		case noun && c > free && !isDay(t[c].Text):
			t[c].Head, t[c].Rel = i, "obj"
		case t[c].Rel == "nmod":
			t[c].Rel = "obl"
		}
	}
}
