package trees

// These mend what a parser makes of words that tell who says what.

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// uninvert gives a verb of saying that stands before its speaker him as subject
// and what is said as content: "“It is a farce,” said the minister", where the
// parser took what is said for the subject and the speaker for the object.
func (x *Mender) uninvert(t []language.Token, v int) {
	if t[v].POS != "VERB" || v == 0 || !x.words.Is("inverting", t[v].Lemma) {
		return
	}
	if b := t[v-1].Text; b != "," && b != "?" && b != "!" && !quoteMark(b) {
		return
	}
	said, speaker := -1, -1
	for i := range t {
		switch {
		case t[i].Head != v:
		case i < v && said < 0 && t[i].Rel == "ccomp":
			said = i
		case strings.HasPrefix(t[i].Rel, "nsubj"):
			if i > v && said >= 0 && clausal(t, said) {
				t[said].Rel = "ccomp" // "The decision was reckless, said France"
			}
			if i > v || said >= 0 {
				return // the speaker is known
			}
			said = i
		case i > v && speaker < 0 && (t[i].Rel == "obj" || t[i].Rel == "ccomp" && (t[i].POS == "NOUN" || t[i].POS == "PROPN") && !clausal(t, i)):
			speaker = i
		}
	}
	if said < 0 && speaker >= 0 && t[v].Rel == "parataxis" && t[v].Head < v {
		t[speaker].Rel = "nsubj" // what is said governs the verb
		return
	}
	if said < 0 || speaker < 0 || !clausal(t, said) && !quoteMark(t[v-1].Text) {
		return
	}
	t[said].Rel, t[speaker].Rel = "ccomp", "nsubj"
}

// unhang takes a clause off a punctuation mark, and gives it to the verb of
// saying that the mark belongs to.
func (x *Mender) unhang(t []language.Token, i int) {
	p := t[i].Head
	if p < 0 || t[p].POS != "PUNCT" || t[p].Head < 0 || !clausal(t, i) {
		return
	}
	if v := t[p].Head; v != i && x.words.Is("saying", t[v].Lemma) && !hasChild(t, v, "ccomp") {
		t[i].Head, t[i].Rel = v, "ccomp"
	}
}

// parenthesis makes what "he said" interrupts or follows its content, where the
// parser hung one on a part of the other: "Rebels backed by Hanoi, he said, had
// crossed the river".
func (x *Mender) parenthesis(t []language.Token, v int) {
	if t[v].POS != "VERB" || !x.words.Is("saying", t[v].Lemma) {
		return
	}
	switch h := t[v].Head; {
	case strings.HasPrefix(t[v].Rel, "acl") && h < v && v+1 < len(t) && t[v+1].Text == "," && t[h+1].Text == "," && hasOwnSubject(t, v, h) && !introduced(t, v) && !hasChild(t, v, "obj", "ccomp", "obl"):
		for h = t[h].Head; h >= 0 && t[h].POS != "VERB"; {
			h = t[h].Head
		}
		if h >= 0 {
			t[v].Head, t[v].Rel = h, "parataxis" // "The two sides, he said, should meet"
		}
	case t[v].Rel == "parataxis" && h >= 0 && t[h].Head >= 0 && t[v].Tag == "VBD":
		for t[h].Head >= 0 {
			h = t[h].Head
		}
		t[v].Head = h
	case h < 0:
		subject, said := -1, -1
		for i := range t[:v] {
			switch {
			case t[i].Head != v:
			case strings.HasPrefix(t[i].Rel, "nsubj"):
				subject = i
			case t[i].Rel == "advcl" && said < 0 && clausal(t, i) && !introduced(t, i):
				said = i
			}
		}
		if said >= 0 && subject > said {
			t[said].Rel = "ccomp" // "Washington had threatened it, he said"
		}
	}
}

// introduced reports whether a conjunction or a relative word leads the clause at token i.
func introduced(t []language.Token, i int) bool {
	for _, c := range t {
		if c.Head == i && (c.Rel == "mark" || c.Tag == "WRB" || c.Tag == "WDT") {
			return true
		}
	}
	return false
}

// verdict parts what is called from what it is called, where the parser made one
// phrase of them: "called the landing unprovoked aggression".
func (x *Mender) verdict(t []language.Token, v int) {
	if t[v].POS != "VERB" || !x.words.Is("calling", t[v].Lemma) || v+2 >= len(t) {
		return
	}
	if twoObjects(t, v) || t[v+1].Rel != "det" {
		return
	}
	o := t[v+1].Head
	if o <= v+2 || t[o].Head != v || t[o].Rel != "obj" {
		return
	}
	n := -1
	for i := v + 2; i < o; i++ {
		if t[i].POS == "NOUN" && t[i].Head == o {
			n = i
			break
		}
	}
	lemma := strings.ToLower(t[o].Lemma)
	if n < 0 || !x.words.Is("blame", lemma) && !x.words.Is("falsehood", lemma) && !x.words.Is("hostile-act", lemma) && !x.words.Is("praise", lemma) {
		return
	}
	for i := v + 1; i < n; i++ {
		if t[i].Head == o {
			t[i].Head = n
		}
	}
	t[n].Head, t[n].Rel = v, "obj"
	t[o].Rel = "xcomp"
}

// furtherCharge makes an object of the second that an accusation names without a
// verb of its own: "accused Bush of hostility and the agency of helping him".
func furtherCharge(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "conj" || v < 0 || t[i].POS != "PROPN" && t[i].POS != "NOUN" {
		return
	}
	of := i + 1
	for of < len(t) && t[of].Head >= i && t[of].Head < of && t[of].POS != "ADP" && t[of].POS != "SCONJ" {
		of++
	}
	if of+1 >= len(t) || t[of].Lemma != "of" || t[of+1].Tag != "VBG" {
		return
	}
	for v >= 0 && t[v].Lemma != "accuse" && t[v].Lemma != "suspect" {
		v = t[v].Head
	}
	if v >= 0 && v < i && slices.ContainsFunc(t[v:i], func(c language.Token) bool { return c.Lemma == "of" }) {
		t[i].Head, t[i].Rel = v, "obj"
	}
}

// relativeObject makes "which" the object of a verb that has a subject of its own
// behind it: "kidnappings which it blamed on rebels".
func relativeObject(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Text != "which" && t[i].Text != "that" && t[i].Text != "whom" || !strings.HasPrefix(t[i].Rel, "nsubj") || v < i || t[v].POS != "VERB" || hasChild(t, v, "obj", "aux:pass", "xcomp", "ccomp") {
		return
	}
	if hasOwnSubject(t, v, i) {
		t[i].Rel = "obj"
	}
}

// thatClause makes content of what was taken for the object of its verb: "insisted
// that there had been no clashes".
func thatClause(t []language.Token, i int) {
	if t[i].Rel == "obj" && hasChild(t, i, "mark") && hasChild(t, i, "cop", "expl") {
		t[i].Rel = "ccomp"
	}
}

// ofApposition hangs a relative clause on the noun right before it that sums up
// the sentence: "started the fighting, a charge that Delhi has repudiated".
func ofApposition(t []language.Token, i int) {
	if i < 2 || t[i].Text != "that" && t[i].Text != "which" {
		return
	}
	n, v := i-1, t[i].Head
	if t[n].Text == "," {
		n--
	}
	if v > i && t[n].Rel == "appos" && t[v].Rel == "acl:relcl" && t[v].Head == t[n].Head {
		t[v].Head = n
		if t[i].Rel == "mark" {
			t[i].Rel, t[i].POS = "obj", "PRON"
		}
	}
}

// twoObjects makes of "branded Paris an aggressor", read as if Paris were given
// one, an object and what it's called; it reports whether it did.
func twoObjects(t []language.Token, v int) bool {
	named, called := -1, -1
	for i := v + 1; i < len(t); i++ {
		switch {
		case t[i].Head == v && (t[i].Rel == "iobj" || t[i].Rel == "xcomp" && t[i].POS == "PROPN"):
			named = i
		case t[i].Head == v && t[i].Rel == "obj" && called < 0:
			called = i
		}
	}
	if named < 0 || called < named {
		return false
	}
	t[named].Rel, t[called].Rel = "obj", "xcomp"
	return true
}

// clausal reports whether token i heads a clause.
func clausal(t []language.Token, i int) bool {
	for _, c := range t {
		if c.Head == i && (c.Rel == "cop" || strings.HasPrefix(c.Rel, "nsubj")) {
			return true
		}
	}
	return false
}

func quoteMark(w string) bool { return strings.Trim(w, "\"'“”‘’«»`") == "" && w != "" }

// saysAndAsks gives the verb of saying the act of words that its speaker does
// beside, where the parser joined it to what is said: "said that hackers had done
// it and asked for help".
func (x *Mender) saysAndAsks(t []language.Token, v int) {
	h := t[v].Head
	if h < 0 || t[h].Rel != "ccomp" || t[h].Head < 0 || t[v].Tag != "VBD" && t[v].Tag != "VBZ" || hasChild(t, v, "nsubj", "aux", "mark") || !x.words.Is("speech-act", t[v].Lemma) {
		return
	}
	g := t[h].Head
	if g > h || t[g].Tag != t[v].Tag {
		return
	}
	thing := t[h].Tag == t[v].Tag && !hasChild(t, h, "cop") && x.ofThing(t, h) && (t[g].Lemma == "deny" || x.words.Is("saying", t[g].Lemma))
	if thing || t[h].Tag != t[v].Tag && (!hasChild(t, h, "cop") || x.ofThing(t, h)) && x.words.Is("saying", t[g].Lemma) {
		t[v].Head = g
	}
}

// ofThing reports whether the subject of a clause is a thing in the singular with an
// article, which doesn't speak: "denies that the missile breaks the pact and accuses".
func (x *Mender) ofThing(t []language.Token, v int) bool {
	for n := range t[:v] {
		if t[n].Head == v && strings.HasPrefix(t[n].Rel, "nsubj") {
			return t[n].Tag == "NN" && hasChild(t, n, "det") && !hasChild(t, n, "nmod:poss") && !x.words.Is("agent-noun", t[n].Lemma) && !x.words.Is("bloc", t[n].Lemma)
		}
	}
	return false
}

// lastWord gives a clause back the subject that the verb of saying at its end took,
// with the one who speaks before it: "A bomb exploded in the port, the police said".
func (x *Mender) lastWord(t []language.Token, v int) {
	if t[v].Head >= 0 || t[v].Tag != "VBD" && t[v].Tag != "VBZ" || !x.words.Is("saying", t[v].Lemma) {
		return
	}
	comma := v - 1
	for comma > 0 && t[comma].Text != "," {
		if t[comma].POS == "VERB" || t[comma].POS == "ADV" {
			return
		}
		comma--
	}
	speaker := v - 1
	if comma == 0 || speaker == comma || t[speaker].POS != "NOUN" && t[speaker].POS != "PROPN" {
		return
	}
	for t[speaker].Head > comma && t[speaker].Head < v {
		speaker = t[speaker].Head
	}
	subject, clause := -1, -1
	for i := range t[:comma] {
		if t[i].Head == v && t[i].Rel == "nsubj" {
			subject = i
		}
		if subject >= 0 && t[i].Head == subject && t[i].Rel == "acl" && (t[i].Tag == "VBD" || t[i].Tag == "VBN") && clause < 0 && !hasChild(t, i, "obl:agent", "aux") {
			clause = i
		}
	}
	if clause < 0 {
		return
	}
	for i := range t[:comma+1] {
		if t[i].Head == v || i > clause && t[i].Head == subject && t[i].Rel == "acl" {
			t[i].Head = clause
			if t[i].Rel == "acl" {
				t[i].Rel = "advcl"
			}
		}
	}
	t[clause].Head, t[clause].Rel, t[clause].Tag = -1, "root", "VBD"
	t[subject].Head = clause
	t[speaker].Head, t[speaker].Rel = v, "nsubj"
	t[v].Head, t[v].Rel = clause, "parataxis"
}
