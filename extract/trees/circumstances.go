package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// afterTheyDid makes a clause of a noun with "after" or the like and a participle that
// has an object, as only a finite verb has: "after soldiers detained the premier".
func afterTheyDid(t []language.Token, v int) {
	n := t[v].Head
	if t[v].Rel != "acl" || t[v].Tag != "VBN" && t[v].Tag != "VBD" || n < 1 || n > v || t[n].Head < 0 || t[v-1].POS == "PUNCT" || !objectRightAfter(t, v) {
		return
	}
	when := slices.IndexFunc(t[:n], func(c language.Token) bool {
		return c.Head == n && c.Rel == "case" && slices.Contains([]string{"after", "before", "since", "until", "as"}, strings.ToLower(c.Text))
	})
	if when < 0 || t[n].Rel != "obl" && t[n].Rel != "nmod" {
		return
	}
	t[v].Head, t[v].Rel, t[v].Tag = t[n].Head, "advcl", "VBD"
	t[n].Head, t[n].Rel = v, "nsubj"
	t[when].Head, t[when].Rel = v, "mark"
}

// afterItDid makes a clause of a noun with "after" or the like and the finite verb right
// behind it, where that was joined to another verb: "would leave, after a raid by rebels
// killed two".
func afterItDid(t []language.Token, v int) {
	if t[v].Rel != "conj" || t[v].POS != "VERB" || t[v].Tag != "VBD" && t[v].Tag != "VBZ" || v < 2 || hasChild(t, v, "cc", "nsubj", "aux") || t[v-1].POS == "PUNCT" {
		return
	}
	for n := v - 1; n > t[v].Head; n = t[n].Head {
		when := slices.IndexFunc(t[:n], func(c language.Token) bool {
			return c.Head == n && c.Rel == "case" && slices.Contains([]string{"after", "before", "since", "until", "as"}, strings.ToLower(c.Text))
		})
		if when < 0 {
			continue
		}
		if t[n].Head >= 0 && t[t[n].Head].POS == "VERB" && below(t, n, t[v].Head) {
			t[v].Rel = "advcl"
			t[n].Head, t[n].Rel = v, "nsubj"
			t[when].Head, t[when].Rel = v, "mark"
		}
		return
	}
}

// objectRightAfter reports whether something without a preposition follows verb v
// at once, and makes it its object.
func objectRightAfter(t []language.Token, v int) bool {
	for i := v + 1; i < min(v+8, len(t)); i++ {
		if t[i].Head == v && (t[i].Rel == "obj" || t[i].Rel == "obl" && t[i].POS == "PROPN" && !hasPreposition(t, i)) && leftmost(t, i) == v+1 {
			t[i].Rel = "obj"
			return true
		}
	}
	return false
}

// beforeThat gives the main verb the name before it for its subject, where that was
// taken for the name of a deed it came before or after: "Hours before the visit North
// Korea fired a missile".
func beforeThat(t []language.Token, n int) {
	deed := t[n].Head
	if t[n].POS != "PROPN" || t[n].Rel != "appos" && t[n].Rel != "flat" && t[n].Rel != "nmod:unmarked" || deed < 0 || deed > n || t[deed].POS != "NOUN" || t[n-1].POS == "PUNCT" {
		return
	}
	top := deed // "attack" in "before the attack", "days" in "days after the attack"
	if t[deed].Rel == "nmod" {
		top = t[deed].Head
	}
	v := t[top].Head
	if t[top].Rel != "nsubj" || v < n || t[v].Head >= 0 || slices.ContainsFunc(t[n:v], func(c language.Token) bool { return c.POS == "VERB" || c.Text == "," }) {
		return
	}
	when := slices.IndexFunc(t[:deed], func(c language.Token) bool {
		return (c.Head == v || c.Head == deed) && (c.Rel == "mark" || c.Rel == "case") && slices.Contains([]string{"after", "before", "since", "following"}, strings.ToLower(c.Text))
	})
	if when < 0 {
		return
	}
	t[n].Head, t[n].Rel = v, "nsubj"
	t[top].Rel = "obl"
	t[when].Head, t[when].Rel = deed, "case"
}

// presentDoers makes the subject of the main verb those whom a participle describes that
// was taken for what they suffer: "Retreating troops blew up a bridge".
func presentDoers(t []language.Token, i int) {
	v := t[i].Head
	if i != 0 || t[i].Tag != "VBG" || t[i].Rel != "advcl" || v < 2 || t[v].POS != "VERB" || hasChild(t, v, "nsubj") {
		return
	}
	n := slices.IndexFunc(t, func(c language.Token) bool { return c.Head == i && c.Rel == "obj" && c.Tag == "NNS" })
	if n < 0 || n > v || hasChild(t, n, "det") || leftmost(t, n) != 1 || slices.ContainsFunc(t[n+1:v], func(c language.Token) bool { return c.Text == "," || c.POS == "VERB" }) {
		return
	}
	t[n].Head, t[n].Rel = v, "nsubj"
	t[i].Head, t[i].Rel = n, "amod"
	for c := n + 1; c < len(t); c++ {
		if t[c].Head == i {
			t[c].Head = v
		}
	}
}

// actingHead makes an adjective of a participle after a possessor: "expelled Fiji's
// acting high commissioner".
func actingHead(t []language.Token, i int) {
	if i < 2 || t[i].Tag != "VBG" || t[i].POS != "VERB" || t[i-1].Tag != "POS" && t[i-1].Text != "'s" {
		return
	}
	owner := t[i-1].Head
	o := slices.IndexFunc(t, func(c language.Token) bool { return c.Head == i && c.Rel == "obj" })
	if owner < 0 || o < i || o > i+4 || t[owner].Head != i {
		return
	}
	t[o].Head, t[o].Rel = t[i].Head, t[i].Rel
	if t[o].Rel == "ccomp" || t[o].Rel == "xcomp" {
		t[o].Rel = "obj"
	}
	for c := range t {
		if t[c].Head == i && c != o {
			t[c].Head = t[o].Head
		}
	}
	t[owner].Head, t[owner].Rel = o, "nmod:poss"
	t[i].Head, t[i].Rel, t[i].POS = o, "amod", "ADJ"
}

// townFirst parts the place that opens a sentence from the doers right behind it: "In the
// Kenyan capital police fired on a crowd".
func townFirst(t []language.Token, town int) {
	doers := town + 1
	v := t[town].Head
	if t[town].Rel != "nsubj" || t[town].POS != "NOUN" || v < doers || t[doers].Head != v || t[doers].Rel != "obl" || t[doers].POS != "NOUN" || !hasPreposition(t, doers) {
		return
	}
	for c := range town {
		if t[c].Head == doers {
			t[c].Head = town
		}
	}
	t[town].Rel, t[doers].Rel = "obl", "nsubj"
}

// backedBy makes a participle of what was taken for the main verb, where the verb behind
// its "by" phrase has no subject: "Rebels backed by Rwanda marched into Goma".
func backedBy(t []language.Token, v int) {
	if t[v].Head >= 0 || t[v].POS != "VERB" || t[v].Tag != "VBD" && t[v].Tag != "VBN" || v+2 >= len(t) || t[v+1].Text != "by" || hasChild(t, v, "aux", "obj", "ccomp", "xcomp") {
		return
	}
	n := slices.IndexFunc(t[:v], func(c language.Token) bool { return c.Head == v && strings.HasPrefix(c.Rel, "nsubj") })
	w := slices.IndexFunc(t, func(c language.Token) bool {
		return c.POS == "VERB" && c.Rel == "acl" && c.Head > v && (c.Tag == "VBD" || c.Tag == "VBN") && t[c.Head].Head == v
	})
	if n < 0 || w < 0 || t[w-1].POS == "PUNCT" || hasChild(t, w, "nsubj", "aux") || !hasPreposition(t, t[w].Head) || t[v+1].Head != t[w].Head {
		return
	}
	by := t[w].Head
	t[w].Head, t[w].Rel, t[w].Tag = -1, "root", "VBD"
	t[n].Head, t[n].Rel = w, "nsubj"
	t[v].Head, t[v].Rel, t[v].Tag = n, "acl", "VBN"
	t[by].Rel = "obl:agent"
	for c := range t {
		if c > w && t[c].Head == v {
			t[c].Head = w
		}
	}
}

// hyphenedThings makes a noun of the last word of a phrase with a hyphen that was taken
// for a verb: "eight days of live-fire exercises".
func hyphenedThings(t []language.Token, i int) {
	first := i - 3
	if first < 1 || t[i].POS != "VERB" || t[i].Tag != "VBZ" || t[i-2].Text != "-" || t[first].End != t[i-2].Start || t[i-2].End != t[i-1].Start || !hasPreposition(t, first) || below(t, first, i) {
		return
	}
	head, rel := t[first].Head, t[first].Rel
	for c := range t {
		if t[c].Head == first {
			t[c].Head = i
		}
		if t[c].Head == i && c > i {
			t[c].Head = head
		}
	}
	t[i].POS, t[i].Tag, t[i].Head, t[i].Rel = "NOUN", "NNS", head, rel
	t[first].Head, t[first].Rel = i, "amod"
	t[i-2].Head, t[i-1].Head, t[i-1].Rel = i-1, i, "compound"
}
