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
