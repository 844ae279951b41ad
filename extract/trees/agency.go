package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// These put right what news agencies write and few others do.

// lastWeek gives a verb its subject back, where the time that stands between was
// taken for it: "Washington last week imposed sanctions".
func lastWeek(t []language.Token, i int) {
	if !strings.HasPrefix(t[i].Rel, "nsubj") || i < 2 || !slices.Contains([]string{"week", "month", "year", "night", "weekend"}, t[i].Lemma) || !slices.Contains([]string{"last", "this", "next"}, strings.ToLower(t[i-1].Text)) {
		return
	}
	who := -1
	for c := range t[:i-1] {
		if t[c].Head == i && t[c].POS == "PROPN" && (t[c].Rel == "compound" || t[c].Rel == "nmod:desc" || t[c].Rel == "flat") {
			who = c
			break
		}
	}
	if who < 0 {
		return
	}
	t[who].Head, t[who].Rel = t[i].Head, t[i].Rel
	t[i].Rel = "obl:unmarked"
	for c := range t[:i-1] {
		if t[c].Head == i {
			t[c].Head = who
		}
	}
}

// elect makes a title of "President-elect", which was taken for a clause.
func elect(t []language.Token, i int) {
	if strings.ToLower(t[i].Text) != "elect" || t[i].POS != "VERB" || i < 2 || i+1 >= len(t) || t[i-1].Text != "-" || t[i+1].POS != "PROPN" || t[i+1].Head != i {
		return
	}
	title, name := i-2, i+1
	t[name].Head, t[name].Rel = t[i].Head, t[i].Rel
	for c := range t {
		if t[c].Head == i && c != i-1 {
			t[c].Head = name
		}
	}
	t[title].Head, t[title].Rel = name, "nmod:desc"
	t[i].POS, t[i].Tag, t[i].Head, t[i].Rel = "ADJ", "JJ", title, "amod"
	t[i-1].Head = title
}

// afterApposition makes the verb with an object that follows an apposition the first of
// those joined, where it was taken to describe it: "China, the North's ally, voiced
// concern and urged both sides to talk".
func afterApposition(t []language.Token, v int) {
	n := t[v].Head
	if t[v].Rel != "acl" || t[v].Tag != "VBD" && t[v].Tag != "VBN" || n < 0 || n > v || t[n].Rel != "appos" || t[v-1].Text != "," || !hasChild(t, v, "obj", "ccomp") || hasChild(t, v, "aux", "mark", "nsubj") {
		return
	}
	who := t[n].Head
	if who < 0 || t[who].Rel != "nsubj" {
		return
	}
	u := t[who].Head
	if u < v || t[u].Tag != "VBD" || !hasChild(t, u, "cc") {
		return
	}
	t[v].Head, t[v].Rel, t[v].Tag = t[u].Head, t[u].Rel, "VBD"
	t[who].Head = v
	t[u].Head, t[u].Rel = v, "conj"
}

// andDoing makes of an adjective the second of two things done: "ejecting ten envoys
// and imposing sanctions".
func andDoing(t []language.Token, i int) {
	word := strings.ToLower(t[i].Text)
	n := t[i].Head
	if t[i].Rel != "amod" || !strings.HasSuffix(word, "ing") || i < 1 || t[i-1].Head != n || t[i-1].Rel != "cc" || n < i || t[n].Rel != "conj" {
		return
	}
	v := t[n].Head
	for v >= 0 && t[v].POS != "VERB" {
		v = t[v].Head
	}
	if v < 0 || v > i || t[v].Tag != "VBG" || !hasChild(t, v, "obj") {
		return
	}
	t[i].POS, t[i].Tag, t[i].Lemma = "VERB", "VBG", strings.TrimSuffix(word, "ing")
	t[i].Head, t[i].Rel = v, "conj"
	t[i-1].Head = i
	t[n].Head, t[n].Rel = i, "obj"
}

// sameForm joins a verb in the past to one in the past, where it was joined to another
// between: "called it an act that Japan would never tolerate, and demanded", "complained of
// the troops that Moscow supports and urged".
func sameForm(t []language.Token, v int) {
	u := t[v].Head
	if t[v].Rel != "conj" || t[v].Tag != "VBD" || u < 0 || u > v || hasChild(t, v, "nsubj", "aux") {
		return
	}
	if t[u].Tag != "VBZ" && t[u].Tag != "VBP" && (t[u].Tag != "VB" || !hasChild(t, u, "aux")) {
		return
	}
	for w := t[u].Head; w >= 0; w = t[w].Head {
		if t[w].Tag == "VBD" && w < u && hasChild(t, w, "nsubj") {
			t[v].Head = w
			return
		}
	}
}

// markedRoot makes the main clause of what was hung on the clause of circumstance before
// it: "In a speech a year after he ordered the invasion, Putin said".
func markedRoot(t []language.Token, v int) {
	if t[v].Head >= 0 || t[v].POS != "VERB" {
		return
	}
	mark := -1
	for c := range t[:v] {
		if t[c].Head == v && t[c].Rel == "mark" && slices.Contains([]string{"after", "before", "when", "while", "since", "because", "although", "though", "if", "unless"}, strings.ToLower(t[c].Text)) {
			mark = c
		}
	}
	if mark < 0 {
		return
	}
	for u := v + 1; u < len(t); u++ {
		if t[u].Head != v || t[u].POS != "VERB" || t[u].Rel != "parataxis" && t[u].Rel != "ccomp" || !hasChild(t, u, "nsubj") || hasChild(t, u, "mark", "cc") || t[leftmost(t, u)].Text != "," && t[max(leftmost(t, u)-1, 0)].Text != "," {
			continue
		}
		t[u].Head, t[u].Rel = -1, "root"
		t[v].Head, t[v].Rel = u, "advcl"
		for c := range t {
			if t[c].Head == v && (c > u || c < mark && t[c].Rel == "obl") {
				t[c].Head = u
			}
		}
		return
	}
}

// nameThenDay gives a verb the name back that stands before a day, where the day was
// taken for the head of both: "pulled out of the Kyoto Protocol yesterday".
func nameThenDay(t []language.Token, i int) {
	day := slices.Contains([]string{"yesterday", "today", "tomorrow", "tonight"}, strings.ToLower(t[i].Text))
	v := t[i].Head
	if !day && !isDay(t[i].Text) || v < 0 || v > i || t[v].POS != "VERB" && t[v].POS != "NOUN" {
		return
	}
	for c := range t[:i] {
		if t[c].Head != i || t[c].Rel != "compound" || t[c].POS != "PROPN" || isDay(t[c].Text) || !hasChild(t, c, "flat", "compound") {
			continue
		}
		t[c].Head, t[c].Rel = v, t[i].Rel
		for k := range t[:i] {
			if t[k].Head == i {
				t[k].Head = c
			}
		}
		t[i].Rel = "obl:unmarked"
		return
	}
}

// whoseClause makes a clause about somebody of what was read as what he did: "the pilot
// whose plane was shot down was alive", and of what follows what he is.
func whoseClause(t []language.Token, c int) {
	n := t[c].Head
	if strings.ToLower(t[c].Text) != "whose" || n < c || !strings.HasPrefix(t[n].Rel, "nsubj") || c < 1 {
		return
	}
	v := t[n].Head
	who := -1
	for k := range t[:c] {
		if t[k].Head == v && strings.HasPrefix(t[k].Rel, "nsubj") {
			who = k
		}
	}
	if v < n || who < 0 {
		return
	}
	for u := v + 1; u < len(t); u++ {
		if t[u].Head != v || t[u].Rel != "ccomp" && t[u].Rel != "conj" && t[u].Rel != "advcl" || hasChild(t, u, "nsubj", "nsubj:pass", "mark") || !hasChild(t, u, "cop", "aux") && t[u].Tag != "VBD" {
			continue
		}
		t[u].Head, t[u].Rel = t[v].Head, t[v].Rel
		t[who].Head, t[who].Rel = u, "nsubj"
		t[v].Head, t[v].Rel = who, "acl:relcl"
		for k := range t[:who] {
			if t[k].Head == v {
				t[k].Head = u
			}
		}
		return
	}
}

// asTheySay gives a relative clause its own verb back, where what somebody says was put in
// its place: "a missile that Washington says breaks the accord".
func (x *Mender) asTheySay(t []language.Token, says int) {
	n, v := t[says].Head, says+1
	if t[says].Rel != "acl:relcl" || n < 0 || n > says || !x.words.Is("saying", t[says].Lemma) || v >= len(t) || t[v].POS != "VERB" || t[v].Tag != "VBZ" && t[v].Tag != "VBD" && t[v].Tag != "VBP" || hasChild(t, v, "nsubj", "mark") || hasChild(t, says, "ccomp") {
		return
	}
	for c := n + 1; c < says; c++ {
		if w := strings.ToLower(t[c].Text); t[c].Head == says && (w == "that" || w == "which" || w == "who") {
			t[v].Head, t[v].Rel = n, "acl:relcl"
			t[says].Head, t[says].Rel = v, "parataxis"
			t[c].Head, t[c].Rel = v, "nsubj"
			return
		}
	}
}

// sweeping makes an adjective of the object of what was read as another verb: "imposed
// sweeping sanctions".
func sweeping(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Tag != "VBG" || t[i].Rel != "xcomp" || v < 0 || v != i-1 || hasChild(t, i, "mark", "aux") || hasChild(t, v, "obj") || !slices.Contains([]string{"sweeping", "crippling", "punishing", "biting", "matching", "stinging", "lasting", "binding", "far-reaching", "wide-ranging"}, strings.ToLower(t[i].Text)) {
		return
	}
	for o := i + 1; o < len(t); o++ {
		if t[o].Head != i || t[o].Rel != "obj" {
			continue
		}
		t[o].Head = v
		for k := range t {
			if t[k].Head == i {
				t[k].Head = v
			}
		}
		t[i].POS, t[i].Tag, t[i].Head, t[i].Rel = "ADJ", "JJ", o, "amod"
		return
	}
}

// namesThenAnd makes names of those before what was taken for who does what "and" joins:
// "jailed two Canadians, Kovrig and Spavor, and blocked imports".
func namesThenAnd(t []language.Token, n int) {
	v := t[n].Head
	if t[n].Rel != "nsubj" || t[n].POS != "PROPN" || v < n || t[v].Rel != "conj" || t[v].Head < 0 || t[v].Head > n {
		return
	}
	first := leftmost(t, n)
	if first < 1 || t[first-1].Text != "," {
		return
	}
	for k := n + 1; k < v; k++ {
		if t[k].Head != v || t[k].Rel != "cc" {
			continue
		}
		for o := first - 1; o > t[v].Head; o-- {
			if t[o].Head == t[v].Head && t[o].Rel == "obj" {
				t[n].Head, t[n].Rel = o, "appos"
				return
			}
		}
	}
}
