package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// These give a relation the only name that it can have, where the tree is right but
// for that name, or for one word of it.

// circumstance makes what a conjunction of time or cause leads a circumstance, where
// it was taken for what is said or done: "protested after its police had arrested
// him", "would close the border if Belarus sent more".
func circumstance(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "ccomp" || v < 0 || v > i {
		return
	}
	for c := v + 1; c < i; c++ {
		if t[c].Head != i || t[c].Rel != "mark" {
			continue
		}
		switch strings.ToLower(t[c].Text) {
		case "after", "before", "because", "unless", "although", "though", "until", "since":
			t[i].Rel = "advcl"
		case "if": // "asked if" tells what was asked
			if hasChild(t, v, "obj") || slices.ContainsFunc(t[:v], func(a language.Token) bool { return a.Head == v && a.Rel == "aux" && a.Tag == "MD" }) {
				t[i].Rel = "advcl"
			}
		}
		return
	}
}

// doer makes the subject of a verb that has an object, and no auxiliary of the
// passive, the one who does it: "India test-fired three missiles".
func doer(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel == "nsubj:pass" && t[v].POS == "VERB" && hasChild(t, v, "obj") && !passive(t, v) {
		t[i].Rel = "nsubj"
	}
}

// heavyObject makes the object of the bare noun that a long way follows a verb that has no
// auxiliary of the passive, whose subject then does it: "Kenya on Friday extradited to
// Rwanda a former leader".
func (x *Mender) heavyObject(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "obl" || t[i].POS != "NOUN" || v < 0 || v > i || t[v].POS != "VERB" || t[v].Tag != "VBN" && t[v].Tag != "VBD" || !hasChild(t, i, "det", "nummod") || hasPreposition(t, i) || hasChild(t, v, "obj", "aux", "ccomp", "xcomp") || x.words.Is("span", t[i].Lemma) {
		return
	}
	for s := range t[:v] {
		if t[s].Head == v && strings.HasPrefix(t[s].Rel, "nsubj") {
			t[s].Rel, t[i].Rel, t[v].Tag = "nsubj", "obj", "VBD"
			return
		}
	}
}

// lateObject makes the object of a verb that makes things, and has none, what follows a name between commas and
// can't be what is named: "signed on Sunday, in a tent on Lake Prespa, an agreement under which".
func (x *Mender) lateObject(t []language.Token, n int) {
	name := t[n].Head
	if t[n].Rel != "appos" || t[n].POS != "NOUN" || name < 0 || name > n || t[name].POS != "PROPN" || !x.words.Is("treaty", t[n].Lemma) {
		return
	}
	first := n
	for first > name && t[first].Text != "," {
		first--
	}
	if det := strings.ToLower(t[first+1].Text); det != "a" && det != "an" {
		return
	}
	v := name
	for v >= 0 && t[v].POS != "VERB" {
		v = t[v].Head
	}
	if v < 0 || v > name || !x.words.Is("made", t[v].Lemma) || !hasChild(t, v, "nsubj") || hasChild(t, v, "obj", "aux:pass", "ccomp", "xcomp") {
		return
	}
	t[n].Head, t[n].Rel = v, "obj"
}

// tensed makes the past tense of a participle that has a subject but no auxiliary, as
// only a finite verb has: "Rehman appreciated the statement and hoped for peace".
func tensed(t []language.Token, v int) {
	if t[v].Tag != "VBN" || t[v].POS != "VERB" || hasChild(t, v, "aux", "cop") {
		return
	}
	switch t[v].Rel {
	case "root", "ccomp", "parataxis", "conj":
		for i := range t[:v] {
			if t[i].Head == v && t[i].Rel == "nsubj" {
				t[v].Tag = "VBD"
			}
		}
	}
}

// moreThan makes those who are counted the subject, where the words before their
// number were taken for one: "More than a thousand rebels laid down their arms".
func moreThan(t []language.Token, i int) {
	if i+2 >= len(t) || t[i+1].Text != "than" || !slices.Contains([]string{"more", "fewer", "less"}, strings.ToLower(t[i].Text)) {
		return
	}
	v, n := t[i].Head, t[i+1].Head
	if t[i].Rel == "obj" && n > i && t[n].POS == "NOUN" && (t[n].Head == v || t[n].Head == i) && hasChild(t, n, "nummod") && !hasChild(t, i, "det", "amod", "case") {
		t[n].Head, t[n].Rel = v, "obj" // "turned down more than a dozen requests"
		t[i].Head, t[i].Rel = n, "advmod"
		t[i+1].Head, t[i+1].Rel = i, "fixed"
		return
	}
	if v < i || n < i || t[n].Head != i || t[n].POS != "NOUN" || t[v].POS != "VERB" || !hasChild(t, n, "nummod") || i > 0 && t[i-1].Head == i {
		return
	}
	if t[i].Rel != "nsubj" && !lacksSubject(t, v) {
		return
	}
	t[n].Head, t[n].Rel = v, "nsubj"
	for c := range t[:n] {
		if t[c].Head == n && t[c].Rel == "nummod" {
			t[i].Head, t[i].Rel = c, "advmod"
		}
	}
	t[i+1].Head, t[i+1].Rel = i, "fixed"
}

// upTo hangs "up to" on the number that it comes before, where it was taken for a particle
// and a preposition: "will deploy up to 10,000 soldiers".
func upTo(t []language.Token, i int) {
	if i+2 >= len(t) || t[i].Text != "up" || t[i+1].Text != "to" || t[i+2].POS != "NUM" {
		return
	}
	n, v := t[i+1].Head, t[i].Head
	if n < i || t[n].POS != "NOUN" && t[n].POS != "PROPN" || t[i+1].Rel != "case" || t[n].Head != v || v > i || v < 0 || t[v].POS != "VERB" || hasChild(t, v, "obj", "aux:pass") {
		return
	}
	t[n].Rel = "obj"
	t[i].Head, t[i].Rel = i+2, "advmod"
	t[i+1].Head, t[i+1].Rel = i, "fixed"
}

// goOn makes what somebody goes on doing the complement of that verb: "would keep on
// supplying the rebels".
func goOn(t []language.Token, v int) {
	if v+2 >= len(t) || t[v+1].Text != "on" || t[v+2].Tag != "VBG" || t[v+1].Head != v+2 || t[v+2].Head != v || t[v+1].Rel != "mark" {
		return
	}
	switch t[v].Lemma {
	case "go", "keep", "carry":
		t[v+1].Head, t[v+1].Rel = v, "compound:prt"
		t[v+2].Rel = "xcomp"
	}
}

// plural makes a noun of what was taken for a finite verb where none can stand, as
// the complement or the second of another: "called off joint exercises".
func plural(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Tag != "VBZ" || t[i].POS != "VERB" || v < 0 || v > i || t[v].POS != "VERB" || hasChild(t, v, "obj") || hasChild(t, i, "cc", "nsubj", "mark", "obj", "advmod") {
		return
	}
	described := hasChild(t, i, "amod", "compound", "det", "nummod")
	owned := t[i].Rel == "advcl" && slices.ContainsFunc(t[:i], func(c language.Token) bool { return c.Head == i && c.Rel == "nmod:poss" }) // "kicked off their exercises"
	if t[i].Rel != "xcomp" && !owned && (t[i].Rel != "conj" || !described) {
		return
	}
	t[i].POS, t[i].Tag, t[i].Rel = "NOUN", "NNS", "obj"
	for c := range t {
		switch {
		case t[c].Head == i && t[c].Rel == "obl":
			t[c].Rel = "nmod"
		case c == i-1 && t[c].Head == v && t[c].Tag == "VBN":
			t[c].Head, t[c].Rel = i, "amod" // "planned exercises"
		}
	}
}

// calledOff makes an object of the noun that stands right behind a verb and its
// particle, which has no other: "called off a retaliatory strike", "broke off talks".
func calledOff(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "xcomp" || t[i].POS != "NOUN" || v < 0 || v > i || t[v].POS != "VERB" || !hasChild(t, v, "compound:prt") || hasChild(t, v, "obj", "nsubj:pass", "aux:pass") || hasPreposition(t, i) || hasChild(t, i, "mark", "cop", "nsubj") {
		return
	}
	t[i].Rel = "obj"
}

// deadline hangs what is to be done within a time on the verb that gives the time:
// "gave Iraq a week to leave Kuwait".
func (x *Mender) deadline(t []language.Token, i int) {
	n := t[i].Head
	if t[i].Rel != "acl" || t[i].Tag != "VB" || n < 0 || t[n].Rel != "obj" || !x.words.Is("span", t[n].Lemma) || !hasChild(t, i, "mark") {
		return
	}
	if v := t[n].Head; v >= 0 && hasChild(t, v, "iobj") {
		t[i].Head, t[i].Rel = v, "advcl"
	}
}
