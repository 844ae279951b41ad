package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// retag gives the tag that alone is possible: a capitalised word within a sentence
// that is no pronoun is a name, "unwilling" is no form of a verb, "malware" is
// what is planted, not how, and a "charge d'affaires" is somebody.
func (x *Mender) retag(t []language.Token, i int) {
	w := strings.ToLower(t[i].Text)
	switch {
	case (w == "charge" || w == "chargé") && i+1 < len(t) && strings.HasSuffix(strings.ToLower(t[i+1].Text), "affaires"):
		t[i].Lemma = "chargé" // d'affaires, not what somebody is accused of
		if t[i].Head == i+1 { // the head of the name, as "minister" is
			for j := range t {
				if t[j].Head == i+1 && j != i {
					t[j].Head = i
				}
			}
			t[i].Head, t[i].Rel = t[i+1].Head, t[i+1].Rel
			t[i+1].Head, t[i+1].Rel = i, "flat"
		}
	case t[i].POS == "PRON" && language.StartsUpper(t[i].Text) && strings.HasPrefix(t[i].Tag, "PRP") && !slices.Contains(pronouns, w):
		t[i].POS, t[i].Tag, t[i].Lemma = "PROPN", "NNP", t[i].Text
	case t[i].POS == "ADJ" && t[i].Rel == "xcomp" && x.words.Is("cyber-thing", w) && t[t[i].Head].POS == "VERB" && !hasChild(t, t[i].Head, "obj"):
		t[i].POS, t[i].Tag, t[i].Lemma, t[i].Rel = "NOUN", "NN", w, "obj"
		for j := range t {
			if t[j].Head == i && t[j].Rel == "obl" {
				t[j].Rel = "nmod"
			}
		}
	case t[i].POS == "VERB" && strings.HasPrefix(w, "un") && strings.HasSuffix(w, "ing"):
		t[i].POS, t[i].Tag, t[i].Lemma = "ADJ", "JJ", w
		for j := range t {
			if t[j].Head == i && t[j].Rel == "aux" && t[j].Lemma == "be" {
				t[j].Rel = "cop"
			}
		}
	}
}

var pronouns = strings.Fields("i me my mine myself you your yours yourself yourselves he him his himself she her hers herself " +
	"it its itself we us our ours ourselves they them their theirs themselves one oneself 's")

// clauseObject makes a clause of a finite verb that was taken for an object, with
// the object before it as its subject: "insisting the allies meddle".
func clauseObject(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "obj" || t[i].POS != "VERB" || v < 0 || v > i || t[i].Tag != "VBZ" && t[i].Tag != "VBP" && t[i].Tag != "VBD" {
		return
	}
	for j := i - 1; j > v; j-- {
		if t[j].Head == v && t[j].Rel == "obj" {
			t[j].Head, t[j].Rel, t[i].Rel = i, "nsubj", "ccomp"
			return
		}
	}
}

// ownVerb gives a verb its object back and joins the next verb to it, where that
// one was taken for what is said: "expelled the envoy, Juan Soto, recalled its own".
func (x *Mender) ownVerb(t []language.Token, c int) {
	v := t[c].Head
	if t[c].Rel != "ccomp" || t[c].Tag != "VBD" || v < 0 || v > c || t[v].POS != "VERB" || x.words.Is("saying", t[v].Lemma) || hasChild(t, v, "obj") || hasChild(t, c, "mark") {
		return
	}
	for n := v + 1; n < c; n++ {
		if t[n].Head != c || t[n].Rel != "nsubj" {
			continue
		}
		if t[c-1].Text == "," && leftmost(t, n) == v+1 {
			t[n].Head, t[n].Rel = v, "obj"
			t[c].Rel = "conj"
		}
		return
	}
}
