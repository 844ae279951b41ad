package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// jointSteps put right how the clauses of a sentence hang together, where the tree
// gives a verb a part of its neighbour's, or none. What concerns subjects and
// names in a row is in neighbours.go.
func (x *Mender) jointSteps() []step {
	return []step{
		{cop, isTo}, {mark, relativeThat}, {root, leading}, {root, phraseFirst}, {nmod, toWhom}, {nmod, byWhom}, {verb, doneBy}, {conj, x.secondVerb}, {conj, active},
		{nsubj, apposition}, {conj, rowOfOne}, {nsubj, calledSo}, {nsubj, notSubject}, {conj, alsoTo}, {nsubj, reduced}, {amod | obl, people}, {root, past},
		{nsubj, oneSubject}, {nsubj, listed}, {obl | conj | nmod, andOnFriday}, {conj, alike}, {obl | nmod, afterAside}, {verb, withoutSubject}, {verb, x.reduce},
	}
}

// secondVerb gives the second of two verbs what is its own.
func (x *Mender) secondVerb(t []language.Token, v int) {
	if t[v].Rel == "conj" && t[v].POS == "VERB" {
		ownObject(t, v)
		x.saysAndAsks(t, v)
	}
}

// withoutSubject finds out why a verb has no subject.
func withoutSubject(t []language.Token, v int) {
	if t[v].POS == "VERB" && lacksSubject(t, v) {
		participle(t, v)
		series(t, v)
		spokenSubject(t, v)
	}
}

// isTo reads "Ankara is to reopen its embassy" as what will be; who is to blame
// is blamed now.
func isTo(t []language.Token, be int) {
	v := t[be].Head
	if t[be].Rel != "cop" || t[be].Lemma != "be" || v < be || t[v].Tag != "VB" || t[v].Lemma == "blame" || !hasChild(t, v, "mark") || !hasChild(t, v, "nsubj") {
		return
	}
	t[be].Rel = "aux"
	if t[v].Rel == "advcl" {
		t[v].Rel = "conj"
	}
}

// leading hangs a participle that opens a sentence on the verb after it: "Having
// recalled its envoy, Chile threatens ...".
func leading(t []language.Token, v int) {
	if t[v].Head >= 0 || t[v].Tag != "VBN" && t[v].Tag != "VBG" && (v > 0 || t[v].Tag != "VBD") || hasChild(t, v, "nsubj", "expl", "csubj") || v > 0 && strings.ToLower(t[0].Text) != "having" && strings.ToLower(t[v-1].Text) != "having" {
		return
	}
	for u := v + 1; u < len(t); u++ {
		if t[u].Head == v && t[u].POS == "VERB" && hasChild(t, u, "nsubj") && !hasChild(t, u, "cc", "mark") && isClause(t[u].Rel) {
			t[u].Head, t[u].Rel = -1, "root"
			t[v].Head, t[v].Rel = u, "advcl"
			if t[v].Tag == "VBD" {
				t[v].Tag = "VBN" // "Asked whether he would, the minister said ..."
			}
			return
		}
	}
}

// ownObject gives verb v, joined to another, the object behind it that was taken
// for a second one of the other: "broke off relations and froze its assets".
func ownObject(t []language.Token, v int) {
	u := t[v].Head
	if u > v || hasChild(t, v, "obj") {
		return
	}
	before, after := false, false
	for i := range t {
		if t[i].Head == u && t[i].Rel == "obj" {
			before, after = before || i < v, after || i > v
		}
	}
	if !before || !after {
		return
	}
	for i := v + 1; i < len(t); i++ {
		if t[i].Head == u && (t[i].Rel == "obj" || strings.HasPrefix(t[i].Rel, "obl")) {
			t[i].Head = v
		}
	}
}

// andOnFriday gives the second of two verbs the time before it, with the "and" that
// joins them, where the first took both: "rejected it and on Friday sent a frigate".
func andOnFriday(t []language.Token, i int) {
	and := leftmost(t, i)
	if t[i].Rel != "obl" && t[i].Rel != "conj" && t[i].Rel != "nmod" || t[and].Rel != "cc" || t[and].Head != i || t[and+1].POS != "ADP" || t[and+1].Head != i {
		return
	}
	for v := i + 1; v < len(t) && (within(t, v, i) || t[v].POS == "VERB" || t[v].POS == "ADV"); v++ {
		if t[v].POS == "VERB" && t[v].Rel == "conj" && t[v].Head < and && !within(t, v, i) && !hasChild(t, v, "cc", "nsubj") {
			t[i].Head, t[i].Rel, t[and].Head = v, "obl", v
			return
		}
	}
}

// alsoTo joins a bare verb to the one before that has "would" or "to", where it was
// joined to a finite one: "announced that it would cease fire and on Monday withdraw".
func alsoTo(t []language.Token, v int) {
	h := t[v].Head
	if t[v].Rel != "conj" || t[v].Tag != "VB" || h < 0 || h > v || t[h].Tag != "VBD" && t[h].Tag != "VBZ" || hasChild(t, v, "aux", "mark", "nsubj", "cop") {
		return
	}
	for u := v - 1; u > h; u-- {
		if t[u].Tag == "VB" && t[u].Head >= h && (t[u].Rel == "ccomp" || t[u].Rel == "xcomp" || t[u].Rel == "advcl") && hasChild(t, u, "aux", "mark") && within(t, u, h) {
			t[v].Head = u
			return
		}
	}
}

// active joins a verb with an object to the main verb, where it was joined to a
// passive participle between: "opened a port built with loans and signed a pact".
func active(t []language.Token, v int) {
	u := t[v].Head
	if t[v].Rel != "conj" || t[v].POS != "VERB" || u < 0 || t[u].Rel != "acl" || t[u].Tag != "VBN" || !hasChild(t, v, "obj") || !hasChild(t, v, "cc") || hasChild(t, v, "nsubj") || hasChild(t, u, "obj") {
		return
	}
	for w := t[u].Head; w >= 0; w = t[w].Head {
		if t[w].POS == "VERB" && (t[v].Tag == t[w].Tag || t[v].Tag == "VBN") && hasChild(t, w, "nsubj") {
			t[v].Head, t[v].Tag = w, t[w].Tag
			return
		}
	}
}

// reduced gives the participle its phrase back, where the verb behind took that
// for its subject: "ten envoys held in Kabul for two days were let go".
func reduced(t []language.Token, i int) {
	u := t[i].Head
	if !strings.HasPrefix(t[i].Rel, "nsubj") || !hasPreposition(t, i) || i > u {
		return
	}
	v := t[u].Head
	if v < 0 || v > i || t[v].Tag != "VBN" && t[v].Tag != "VBD" || hasChild(t, v, "aux") || !hasChild(t, v, "nsubj") || hasChild(t, u, "mark") || !hasChild(t, u, "aux") {
		return
	}
	t[i].Head, t[i].Rel = v, "obl"
	t[v].Tag = "VBN" // reduce does the rest
}

// alike reads "accused Minsk of lying and Moscow of helping" as two charges: the
// second name becomes an object of the verb too.
func alike(t []language.Token, name int) {
	if t[name].Rel != "conj" || t[name].POS != "PROPN" || !hasChild(t, name, "cc") {
		return
	}
	for g := name + 1; g < min(name+6, len(t)); g++ {
		if t[g].Tag != "VBG" || !marked(t, g, "of") {
			continue
		}
		for first := name - 1; first >= 0; first-- {
			v := t[first].Head
			if t[first].Tag == "VBG" && t[first].Rel == "advcl" && marked(t, first, "of") && v >= 0 && hasChild(t, v, "obj") {
				t[name].Head, t[name].Rel = v, "obj"
				t[g].Head, t[g].Rel = v, "advcl"
				return
			}
		}
	}
}

// afterAside gives the main verb back what follows an aside between commas:
// "ordered ten envoys, described as spies, out of the country".
func afterAside(t []language.Token, i int) {
	if t[i].Rel != "obl" && t[i].Rel != "nmod" || !hasPreposition(t, i) {
		return
	}
	first := leftmost(t, i)
	if first > 0 && t[first].Text == "," {
		first++
	}
	if first < 1 || t[first-1].Text != "," || t[first].POS != "ADP" {
		return
	}
	for k := t[i].Head; k >= 0; k = t[k].Head {
		rel := t[k].Rel
		if t[k].POS != "VERB" || rel != "advcl" && rel != "acl" && (rel != "conj" || hasChild(t, k, "cc")) || t[k].Tag != "VBN" && t[k].Tag != "VBG" && (t[k].Tag != "VBD" || hasChild(t, k, "obj", "nsubj")) || k > i {
			continue
		}
		left := leftmost(t, k)
		if v := t[k].Head; v >= 0 && v < k && (t[left].Text == "," || left > 0 && t[left-1].Text == ",") {
			for v >= 0 && t[v].POS != "VERB" {
				v = t[v].Head
			}
			if v >= 0 {
				t[i].Head, t[i].Rel = v, "obl"
			}
		}
		return
	}
}

func marked(t []language.Token, v int, word string) bool {
	return slices.ContainsFunc(t[:v], func(c language.Token) bool { return c.Head == v && c.Rel == "mark" && c.Text == word })
}

// relativeThat makes "that" after a noun the subject of its verb where it was
// taken for a conjunction: "the bridge that links the two".
func relativeThat(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "mark" || strings.ToLower(t[i].Text) != "that" || i == 0 || v < i || t[i-1].POS != "NOUN" && t[i-1].POS != "PROPN" || hasChild(t, v, "nsubj", "csubj", "expl") {
		return
	}
	for k := i + 1; k < v; k++ {
		if t[k].POS != "AUX" && t[k].POS != "ADV" && t[k].POS != "PART" && t[k].POS != "ADP" && !hasPreposition(t, k) {
			return
		}
	}
	if noun := antecedent(t, i-1, 0); noun != v {
		t[i].POS, t[i].Rel = "PRON", "nsubj"
		t[v].Head, t[v].Rel = noun, "acl:relcl"
	}
}

// participle hangs v, read as a finite verb, on the noun before it, when that is
// a part of the clause before: "money promised to them", "a plan, called Red, ...".
func participle(t []language.Token, v int) {
	n := v - 1
	if n > 0 && t[n].Text == "," {
		n--
	}
	if n < 0 || t[v].Tag != "VBD" && t[v].Tag != "VBN" || t[n].POS != "NOUN" && t[n].POS != "PROPN" || hasChild(t, v, "obj", "cc", "mark") {
		return
	}
	noun := antecedent(t, n, 0)
	if rel := t[noun].Rel; rel != "obj" && rel != "nmod" && rel != "obl" || t[noun].Head == v || t[noun].Head > v {
		return
	}
	for i := noun; i >= 0; i = t[i].Head {
		if i == v {
			return // the noun is a part of the verb's own clause
		}
	}
	t[v].Head, t[v].Rel, t[v].Tag = noun, "acl", "VBN"
}

// series joins finite verb v to the one before it in a row: "recalled its envoy,
// froze trade and on Monday closed the port".
func series(t []language.Token, v int) {
	if v == 0 || t[v].Rel == "acl" || t[v].Tag == "VBN" || !follows(t, v) {
		return
	}
	for u := v - 1; u >= 0; u-- {
		perfect := t[u].Tag == "VBN" && hasChild(t, u, "aux")
		if t[u].Tag != t[v].Tag && !perfect || t[u].POS != "VERB" || !hasChild(t, u, "nsubj") || hasChild(t, u, "mark") {
			continue
		}
		if t[u].Head == v {
			t[u].Head, t[u].Rel = t[v].Head, t[v].Rel
		}
		t[v].Head, t[v].Rel = u, "conj"
		return
	}
}

// follows reports whether verb v stands right behind a comma or a conjunction,
// or with a phrase like "on Monday" between.
func follows(t []language.Token, v int) bool {
	const phrase = 4
	for i := v - 1; i >= max(0, v-phrase); i-- {
		switch {
		case t[i].Tag == "CC" || t[i].Text == "," && i == v-1:
			return true
		case t[i].POS == "VERB" || t[i].POS == "PUNCT" || (t[i].POS == "NOUN" || t[i].POS == "PROPN") && !hasPreposition(t, i):
			return false
		}
	}
	return false
}
