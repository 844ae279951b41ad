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
