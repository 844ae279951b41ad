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
