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
	if t[v].Rel != "acl:relcl" || h < 0 || h >= which-2 || !x.words.Is("treaty-text", t[h].Lemma) && !x.words.Is("pattern", t[h].Lemma) {
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
