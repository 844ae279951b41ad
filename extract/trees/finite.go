package trees

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// firstOfTwo makes the first of two joined verbs the main one where it was taken
// for a participle of their subject: "the minister, Ali Ahmed, ruled out talks and
// accused them". The "and" before the main verb then joins nothing.
func firstOfTwo(t []language.Token, main int) {
	if t[main].Head >= 0 || t[main].POS != "VERB" {
		return
	}
	subject, and, v := -1, -1, -1
	for i := range t[:main] {
		switch {
		case t[i].Head != main:
		case strings.HasPrefix(t[i].Rel, "nsubj") && subject < 0:
			subject = i
		case t[i].Rel == "cc":
			and = i
		}
	}
	if subject < 0 || and < 0 {
		return
	}
	for i := subject + 1; i < and; i++ {
		if t[i].Head == subject && t[i].Rel == "acl" && (t[i].Tag == "VBN" || t[i].Tag == "VBD") {
			v = i
		}
	}
	if v < 0 {
		return
	}
	t[v].Head, t[v].Rel, t[v].Tag = -1, "root", "VBD"
	t[subject].Head, t[main].Head, t[main].Rel = v, v, "conj"
	for i := range t {
		if t[i].Head == main && i < and && i != subject || t[i].Head == main && i == len(t)-1 && t[i].POS == "PUNCT" {
			t[i].Head = v
		}
	}
}

// headless gives a sentence that was taken for a noun phrase its verb: "Supporters of
// the party rallied in Tbilisi, accusing the police". Headlines, which may be noun
// phrases, end without a stop.
func headless(t []language.Token, root int) {
	if t[root].Head >= 0 || t[root].POS != "NOUN" && t[root].POS != "PROPN" || t[len(t)-1].Text != "." || hasChild(t, root, "case", "mark", "cop", "nsubj", "expl", "parataxis") {
		return
	}
	v := -1
	for i := root + 1; i < len(t) && v < 0; i++ {
		if t[i].POS == "VERB" && t[i].Rel == "acl" {
			v = i
		} else if t[i].POS == "VERB" || t[i].POS == "AUX" || t[i].Text == "," {
			return
		}
	}
	if v < 0 || t[v].Tag != "VBD" && t[v].Tag != "VBN" || hasChild(t, v, "obl:agent", "mark", "nsubj") {
		return
	}
	for h := t[v].Head; h != root; h = t[h].Head {
		if h < root || t[h].Rel != "nmod" && t[h].Rel != "conj" {
			return
		}
	}
	for i := v + 1; i < len(t); i++ {
		if t[i].Head == root {
			t[i].Head = v
			if t[i].Rel == "acl" {
				t[i].Rel = "advcl"
			}
		}
	}
	t[v].Head, t[v].Rel, t[v].Tag = -1, "root", "VBD"
	t[root].Head, t[root].Rel = v, "nsubj"
}
