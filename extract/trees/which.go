package trees

import "github.com/entente-graph/entente/extract/language"

// nearer hangs a clause that ", which" opens on the name right before it, where the
// parser took it for a clause of the noun that only says what is meant of the
// thing so named: "the example of the Simla Agreement, which the two signed".
func (x *Mender) nearer(t []language.Token, which int) {
	if t[which].Text != "which" || which < 3 || t[which-1].Text != "," || t[which].Head < 0 {
		return
	}
	v := t[which].Head
	h := t[v].Head
	if t[v].Rel != "acl:relcl" || h < 0 || h >= which-2 {
		return
	}
	if x.doerBefore(t, which, h, v) {
		return
	}
	if !x.words.Is("treaty-text", t[h].Lemma) && !x.words.Is("pattern", t[h].Lemma) {
		return
	}
	n := which - 2
	for t[n].Head > h && t[n].Head < which {
		n = t[n].Head
	}
	if t[n].Head == h && t[n].Rel == "nmod" && t[h+1].Text == "of" && !below(t, n, v) {
		t[v].Head = n
	}
}

// ofObject makes of "that" and a clause behind an object what tells of the object, where
// the parser took it for something said: "reimposed the sanctions that Washington had lifted".
func (x *Mender) ofObject(t []language.Token, i int) {
	c := t[i].Head
	if t[i].Text != "that" || t[i].Rel != "mark" || c < i || t[c].Rel != "ccomp" || t[c].POS != "VERB" || hasChild(t, c, "obj", "ccomp", "xcomp", "aux:pass", "nsubj:pass", "cop") || !hasChild(t, c, "nsubj") {
		return
	}
	v := t[c].Head
	if v > i || v < 0 || x.words.Is("saying", t[v].Lemma) || x.words.Is("clause-verb", t[v].Lemma) || x.words.Is("convincing", t[v].Lemma) {
		return
	}
	n := i - 1
	for t[n].Head > v && t[n].Head < i {
		n = t[n].Head
	}
	if t[n].Head == v && t[n].Rel == "obj" && t[n].POS == "NOUN" && !x.words.Is("addressee", t[n].Lemma) {
		t[c].Head, t[c].Rel = n, "acl:relcl"
		t[i].Rel, t[i].POS = "obj", "PRON"
	}
}

// doerBefore hangs the clause of verb v on the name before the comma that did what noun
// h names, and reports whether it did: "the attack on the country by Iran, which fired
// 300 missiles", but not "the attack by rebels, which killed ten".
func (x *Mender) doerBefore(t []language.Token, which, h, v int) bool {
	n := which - 2
	for t[n].Rel == "flat" && t[n].Head > h {
		n = t[n].Head
	}
	if t[n].POS != "PROPN" || !caseIs(t, n, "by") || !below(t, n, h) || below(t, n, v) || t[h].POS != "NOUN" || x.words.Is("deeds-do", t[v].Lemma) {
		return false
	}
	t[v].Head = n
	return true
}
