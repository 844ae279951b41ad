package trees

// These mend what a parser makes of a verb and its object where one of them could be
// something else.

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// given makes the object of the verb what was hung on its receiver as if the verb were
// left out: "gave the Ivory Coast five million dollars".
func given(t []language.Token, i int) {
	to := t[i].Head
	if t[i].Rel != "orphan" || to < 0 || to > i || t[to].Rel != "iobj" {
		return
	}
	if v := t[to].Head; !hasChild(t, v, "obj") {
		t[i].Head, t[i].Rel = v, "obj"
	}
}

// manyThings gives things back their number, and their participle, where the parser took
// that for a second verb, which nothing joins to the first: "returned 26 looted
// statues".
func manyThings(t []language.Token, p int) {
	v, n := t[p].Head, p-1
	if t[p].Rel != "conj" || t[p].Tag != "VBD" && t[p].Tag != "VBN" || v < 0 || v >= n || hasChild(t, p, "cc", "nsubj", "aux") {
		return
	}
	if t[n].POS != "NUM" || t[n].Rel != "obj" || t[n].Head != v {
		return
	}
	things := -1
	for i := p + 1; i < len(t) && things < 0; i++ {
		if t[i].Head == p && t[i].Rel == "obj" && t[i].Tag == "NNS" {
			things = i
		}
	}
	if things < 0 {
		return
	}
	for i := range t {
		if t[i].Head == p {
			t[i].Head = v
		}
	}
	t[things].Head = v
	t[n].Head, t[n].Rel = things, "nummod"
	t[p].Head, t[p].Rel, t[p].Tag = things, "amod", "VBN"
}

// namedDoer gives a sentence that was taken for a noun phrase its verb, which stands
// behind the name that begins it: "New Zealand linked Chinese hackers to the breach",
// "London trains Kenyan soldiers". Headlines, which may be noun phrases, end without a
// stop.
func namedDoer(t []language.Token, root int) {
	if t[root].Head >= 0 || t[root].Tag != "NNS" || t[len(t)-1].Text != "." || t[0].Head != root || t[0].Rel != "compound" || t[0].POS != "PROPN" || hasChild(t, root, "case", "mark", "cop", "nsubj", "expl", "parataxis", "det", "cc") {
		return
	}
	v := 1
	for v < root && t[v].Head == 0 && t[v].Rel == "flat" {
		v++
	}
	switch {
	case v == root:
		things := -1
		for i := v + 1; i < len(t) && things < 0; i++ {
			if t[i].Head == v && t[i].Rel == "nmod" && !hasCase(t, i) {
				things = i
			}
		}
		if things < 0 {
			return
		}
		for i := v + 1; i < len(t); i++ {
			if t[i].Head == v {
				t[i].Rel = strings.Replace(t[i].Rel, "nmod", "obl", 1)
			}
		}
		t[things].Rel = "obj"
		t[v].POS, t[v].Tag = "VERB", "VBZ"
	case t[v].Head == root && t[v].Rel == "amod" && (t[v].Tag == "VBN" || t[v].Tag == "VBD"):
		t[v].Head, t[v].Rel, t[v].Tag = -1, "root", "VBD"
		t[root].Head, t[root].Rel = v, "obj"
		t[len(t)-1].Head = v
	default:
		return
	}
	t[0].Head, t[0].Rel = v, "nsubj"
}
