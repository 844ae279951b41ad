package trees

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// retold builds the clause of a noun that names again what the sentence has told:
// ", a move Kyiv called a betrayal", ", charges the Kremlin waved away". Parsers hang
// its parts anywhere, as nothing marks where it begins.
func (x *Mender) retold(t []language.Token, comma int) {
	n := x.retelling(t, comma)
	if n < 0 {
		return
	}
	v := clauseVerb(t, n)
	root := rootOf(t)
	if v < 0 || root < 0 || root > comma {
		return
	}
	subject := v - 1
	for subject > n && t[subject].POS != "NOUN" && t[subject].POS != "PROPN" {
		subject--
	}
	if subject == n {
		return
	}
	inside := func(i, first, end int) bool { return i >= first && i < end }
	for i := range t {
		head := t[i].Head
		switch {
		case i == n || i == v || i == subject:
		case i < comma && inside(head, comma, v+1), i == comma:
			t[i].Head = root
		case inside(i, comma+1, n):
			t[i].Head = n
		case inside(i, n+1, v) && (t[i].POS == "AUX" || t[i].POS == "ADV"):
			t[i].Head, t[i].Rel = v, map[string]string{"AUX": "aux", "ADV": "advmod"}[t[i].POS]
		case inside(i, n+1, v) && (!inside(head, n+1, v) || head == i):
			t[i].Head, t[i].Rel = subject, map[string]string{"DET": "det", "ADJ": "amod"}[t[i].POS]
			if t[i].Rel == "" {
				t[i].Rel = "compound"
			}
		case i > v && inside(head, comma, v) && i < len(t)-1:
			t[i].Head = v
		case i == len(t)-1:
			t[i].Head = root
		}
	}
	t[n].Head, t[n].Rel, t[n].POS = root, "appos", "NOUN"
	t[v].Head, t[v].Rel = n, "acl:relcl"
	if t[v].Tag == "VBN" {
		t[v].Tag = "VBD"
	}
	t[subject].Head, t[subject].Rel = v, "nsubj"
	for i := v + 1; i < len(t); i++ {
		if t[i].Head == v && t[i].Rel == "obj" && x.words.Is("calling", t[v].Lemma) {
			t[i].Rel = "xcomp" // "a charge Asmara called a lie"
		}
	}
}

// retelling gives the noun after a comma that names what was told, where the clause
// of somebody else follows it; -1 when none does.
func (x *Mender) retelling(t []language.Token, comma int) int {
	if t[comma].Text != "," || comma == 0 || comma+4 > len(t) {
		return -1
	}
	n := comma + 1
	if article := strings.ToLower(t[n].Text); article == "a" || article == "an" {
		n++
		for n < len(t) && t[n].POS == "ADJ" && !x.words.Names(t[n].Text) {
			n++
		}
	} else if !strings.HasSuffix(t[n].Text, "s") {
		return -1
	}
	if n+2 >= len(t) || !x.words.Is("retold", t[n].Lemma) || t[n+1].POS != "DET" && t[n+1].POS != "PROPN" && !x.nameLike(t[n+1]) {
		return -1
	}
	return n
}

// clauseVerb gives the finite verb of the clause without a pronoun that may follow
// the noun n, -1 when what follows is none.
func clauseVerb(t []language.Token, n int) int {
	const reach = 8
	for v := n + 2; v < len(t) && v <= n+reach; v++ {
		switch t[v].POS {
		case "VERB":
			if t[v].Tag == "VBG" || t[v].Tag == "VB" {
				return -1
			}
			return v
		case "DET", "ADJ", "NOUN", "PROPN", "PART", "ADV", "AUX":
		default:
			if t[v].Text != "-" {
				return -1
			}
		}
	}
	return -1
}

func rootOf(t []language.Token) int {
	for i := range t {
		if t[i].Head < 0 {
			return i
		}
	}
	return -1
}
