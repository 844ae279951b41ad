package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// phraseFirst makes the verb the head of a sentence that opens with a phrase, where
// the phrase was taken for it: "At talks hosted by Doha, Sudan and Chad agreed".
func phraseFirst(t []language.Token, n int) {
	if t[n].Head >= 0 || t[n].POS != "NOUN" && t[n].POS != "PROPN" || !hasPreposition(t, n) || hasChild(t, n, "nsubj", "cop") {
		return
	}
	for v := n + 1; v < len(t); v++ {
		if t[v].Head != n || t[v].POS != "VERB" || t[v].Rel != "conj" && t[v].Rel != "parataxis" || !hasChild(t, v, "nsubj") {
			continue
		}
		if hasChild(t, v, "cc", "mark") {
			return
		}
		t[v].Head, t[v].Rel = -1, "root"
		t[n].Head, t[n].Rel = v, "obl"
		return
	}
}

// measured gives a verb its subject back, where it was set beside the words that
// tell how long after something it came: "Nine months after the raid, Chile agreed".
func measured(t []language.Token, n int) {
	v := t[n].Head
	if v < n || t[n].Rel != "nsubj" || t[n].POS != "NOUN" || t[v].POS != "VERB" {
		return
	}
	if after := n + 1; t[after].Text != "after" && t[after].Text != "before" {
		return
	}
	for i := n + 2; i < v; i++ {
		if (t[i].Rel == "appos" || t[i].Rel == "conj" && !hasChild(t, i, "cc")) && t[i-1].Text == "," && (t[i].POS == "PROPN" || t[i].POS == "NOUN") && endsBefore(t, i, v) {
			t[i].Head, t[i].Rel = v, "nsubj"
			t[n].Rel = "obl:unmarked"
			return
		}
	}
}

// endsBefore reports whether the phrase of token i reaches up to the verb at v but
// for a day, which then is that of the verb.
func endsBefore(t []language.Token, i, v int) bool {
	day := -1
	for j := i + 1; j < v; j++ {
		switch {
		case within(t, j, i) || t[j].Head == v:
		case isDay(t[j].Text):
			day = j
		case t[j].POS != "ADP" || t[j].Head < 0 || !isDay(t[t[j].Head].Text):
			return false
		}
	}
	if day >= 0 {
		t[day].Head, t[day].Rel = v, "obl"
	}
	return true
}

// within reports whether token j lies below token i.
func within(t []language.Token, j, i int) bool {
	for ; j >= 0; j = t[j].Head {
		if j == i {
			return true
		}
	}
	return false
}

// toWhom hangs the phrase that opens a relative clause on its verb rather than on
// the noun before: "the man to whom Iceland granted asylum".
func toWhom(t []language.Token, i int) {
	n := t[i].Head
	if t[i].Rel != "nmod" || n < 0 || n > i || t[i].Text != "whom" && t[i].Text != "which" || !hasPreposition(t, i) {
		return
	}
	if v := above(t, n, i); v > i && (t[n].Rel == "nsubj" && t[v].Rel == "acl:relcl" || t[v].Rel == "advcl" && hasOwnSubject(t, v, i)) {
		comma := n - 1
		for comma > 0 && t[comma].Text != "," {
			comma--
		}
		if comma <= 0 || t[v].Rel == "acl:relcl" && within(t, comma-1, v) {
			return
		}
		// "leaked by Snowden, the fugitive to whom": the name's, not the verb's.
		for t[n].Head = comma - 1; t[t[n].Head].Rel == "flat"; {
			t[n].Head = t[t[n].Head].Head
		}
		if main := t[v].Head; main > v {
			for c := range t[:n] {
				if t[c].Head == v && strings.HasPrefix(t[c].Rel, "nsubj") {
					t[c].Head = main
				}
			}
		}
		t[n].Rel, t[v].Head, t[v].Rel = "appos", n, "acl:relcl"
	}
	for v := i + 1; v < len(t); v++ {
		if (t[v].Head == n || t[v].Head == i) && t[v].Rel == "acl:relcl" {
			t[v].Head = n
			t[i].Head, t[i].Rel = v, "obl"
			return
		}
	}
}

// above gives the first token over n that stands after token i, -1 if none does.
func above(t []language.Token, n, i int) int {
	for n >= 0 && n <= i {
		n = t[n].Head
	}
	return n
}

// hasOwnSubject reports whether verb v has a subject after token i.
func hasOwnSubject(t []language.Token, v, i int) bool {
	return slices.ContainsFunc(t[i+1:v], func(c language.Token) bool { return c.Head == v && strings.HasPrefix(c.Rel, "nsubj") })
}

// byWhom gives a passive verb the agent that was hung on the noun between: "was
// granted asylum by Austria".
func byWhom(t []language.Token, i int) {
	n := t[i].Head
	if t[i].Rel != "nmod" || n < 0 || n > i || !strings.HasSuffix(t[n].Rel, "obj") && t[n].Rel != "xcomp" || ledBy(t, i, "by") < 0 {
		return
	}
	if v := t[n].Head; v >= 0 && v < n && t[v].POS == "VERB" && passive(t, v) && !hasChild(t, v, "obl") {
		t[i].Head, t[i].Rel = v, "obl:agent"
		if t[n].Rel == "iobj" {
			t[n].Rel = "obj"
		}
	}
}

// doneBy makes a verb that was taken for the main one the participle that it is,
// where it has no object, has an agent or stands between commas, and another verb
// follows: "The text, agreed last year by the envoys, goes further".
func doneBy(t []language.Token, v int) {
	if t[v].POS != "VERB" || t[v].Tag != "VBD" && t[v].Tag != "VBN" || hasChild(t, v, "obj", "aux", "ccomp", "xcomp") {
		return
	}
	subject, agent, later := -1, -1, -1
	for i := range t {
		switch {
		case t[i].Head != v:
		case i < v && t[i].Rel == "nsubj" && t[i].POS == "NOUN":
			subject = i
		case strings.HasPrefix(t[i].Rel, "obl") && ledBy(t, i, "by") > v+1:
			agent = i
		case later < 0 && i > v && t[i].Rel == "conj" && t[i].POS == "VERB" && (t[i].Tag == "VBD" || t[i].Tag == "VBZ" || t[i].Tag == "VBP"):
			later = i
		}
	}
	if subject < 0 || later < agent || later < 0 || hasChild(t, later, "cc") != hasChild(t, later, "nsubj") {
		return
	}
	if agent < 0 && (t[v-1].Text != "," || t[later-1].Text != "," || hasChild(t, later, "cc", "conj")) {
		return
	}
	for i := range t {
		if t[i].Head == later && t[i].Rel == "nsubj" { // "by Norway and Finland drew": an agent too
			t[i].Head, t[i].Rel = agent, "conj"
			for c := agent; c < i; c++ {
				if t[c].Head == later && t[c].Rel == "cc" {
					t[c].Head = i
				}
			}
			for c := i - 2; c > agent; c-- {
				if t[c].POS == "PROPN" && t[c].Rel == "nmod" {
					t[i].Head = c // "by the leaders of Norway and Finland"
				}
			}
		}
	}
	t[later].Head, t[later].Rel = t[v].Head, t[v].Rel
	t[subject].Head, t[v].Head, t[v].Rel, t[v].Tag = later, subject, "acl", "VBN"
	if agent >= 0 {
		t[agent].Rel = "obl:agent"
	}
}

// ledBy gives the preposition of token i if it is the one asked for, else -1.
func ledBy(t []language.Token, i int, preposition string) int {
	for c := range t[:i] {
		if t[c].Head == i && t[c].Rel == "case" && strings.EqualFold(t[c].Text, preposition) {
			return c
		}
	}
	return -1
}

// passive reports whether a verb has the auxiliary of the passive.
func passive(t []language.Token, v int) bool {
	for _, c := range t[:v] {
		if c.Head == v && c.Rel == "aux:pass" {
			return true
		}
	}
	return false
}
