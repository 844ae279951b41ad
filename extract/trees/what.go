package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// whatIsCalled puts the thing in the place of "what" where somebody only gives
// it a name: "launched what it describes as a satellite", "in retaliation for
// what Seoul says was an attack on a bank". The naming becomes a clause of it.
func (x *Mender) whatIsCalled(t []language.Token, what int) {
	if !strings.EqualFold(t[what].Text, "what") || t[what].Head < 0 {
		return
	}
	v := naming(t, what)
	if v < 0 || !x.words.Is("naming", t[v].Lemma) {
		return
	}
	thing := named(t, what, v)
	if thing < 0 {
		return
	}
	for i := range t {
		if t[i].Head == thing && (t[i].Rel == "case" && i > v || t[i].Rel == "cop") {
			t[i].Head = v
			if t[i].Rel == "cop" {
				t[i].Rel = "dep"
			}
		}
		if t[i].Head == what && t[i].Rel == "case" {
			t[i].Head = thing
		}
	}
	head, rel := t[what].Head, t[what].Rel
	if head == v || head == thing { // "what" was hung inside its own clause
		head, rel = t[v].Head, t[v].Rel
		if rel == "ccomp" {
			rel = "obj"
		}
	}
	if head < 0 || head == thing || below(t, head, v) {
		return
	}
	t[thing].Head, t[thing].Rel = head, rel
	t[v].Head, t[v].Rel = thing, "acl:relcl"
	t[what].Head, t[what].Rel = v, "obj"
}

// naming gives the verb of the clause that "what" opens, the first finite one
// after it and its subject, -1 when it has none.
func naming(t []language.Token, what int) int {
	const reach = 7
	for v := what + 1; v < len(t) && v <= what+reach; v++ {
		if t[v].POS == "VERB" {
			if hasChild(t, v, "nsubj") {
				return v
			}
			return -1
		}
	}
	return -1
}

// named gives the noun that verb v calls something: its object or what follows
// "as" or "was", -1 when there is none.
func named(t []language.Token, what, v int) int {
	const reach = 8
	for i := v + 1; i < len(t) && i <= v+reach; i++ {
		if t[i].POS != "NOUN" || t[i].Rel == "compound" || t[i].Rel == "nmod:poss" {
			continue
		}
		called := t[i].Head == v && (t[i].Rel == "obj" || t[i].Rel == "xcomp" || t[i].Rel == "obl" && caseIs(t, i, "as"))
		if called || slices.ContainsFunc(t[v:i], func(c language.Token) bool { return c.Head == i && c.Rel == "cop" }) {
			return i
		}
		return -1
	}
	return -1
}

func caseIs(t []language.Token, i int, word string) bool {
	return slices.ContainsFunc(t, func(c language.Token) bool {
		return c.Head == i && c.Rel == "case" && strings.EqualFold(c.Text, word)
	})
}

// below reports whether token i is a descendant of token top.
func below(t []language.Token, i, top int) bool {
	for n := 0; i >= 0 && n < len(t); n++ {
		if i == top {
			return true
		}
		i = t[i].Head
	}
	return false
}

// hoursLater frees a verb that has its subject from "hours" in "the president
// hours later decreed", which isn't another one.
func hoursLater(t []language.Token, i int) {
	if t[i].Rel != "nsubj" || i+1 >= len(t) || t[i].POS != "NOUN" || t[i].Head < i {
		return
	}
	next := strings.ToLower(t[i+1].Text)
	if next != "later" && next != "earlier" && next != "before" && next != "afterwards" {
		return
	}
	for j := range t[:i] {
		switch {
		case t[j].Head == i && t[j].Rel == "nsubj":
			t[j].Head = t[i].Head
			t[i].Rel = "obl:unmarked"
		case t[j].Head == t[i].Head && t[j].Rel == "nsubj":
			t[i].Rel = "obl:unmarked"
		}
	}
}
