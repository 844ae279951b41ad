package extract

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// uninvert gives a verb of saying that stands before its speaker him as subject
// and what is said as content: "“It is a farce,” said the minister", where the
// parser took what is said for the subject and the speaker for the object.
func (x *Extractor) uninvert(t []language.Token, v int) {
	if t[v].POS != "VERB" || v == 0 || !x.index.is("inverting", t[v].Lemma) {
		return
	}
	if b := t[v-1].Text; b != "," && b != "?" && b != "!" && !quoteMark(b) {
		return
	}
	said, speaker := -1, -1
	for i := range t {
		switch {
		case t[i].Head != v:
		case i < v && said < 0 && t[i].Rel == "ccomp":
			said = i
		case strings.HasPrefix(t[i].Rel, "nsubj"):
			if i > v || said >= 0 {
				return // the speaker is known
			}
			said = i
		case i > v && t[i].Rel == "obj" && speaker < 0:
			speaker = i
		}
	}
	if said < 0 || speaker < 0 || !clausal(t, said) && !quoteMark(t[v-1].Text) {
		return
	}
	t[said].Rel, t[speaker].Rel = "ccomp", "nsubj"
}

// clausal reports whether token i heads a clause.
func clausal(t []language.Token, i int) bool {
	for _, c := range t {
		if c.Head == i && (c.Rel == "cop" || strings.HasPrefix(c.Rel, "nsubj")) {
			return true
		}
	}
	return false
}

func quoteMark(w string) bool { return strings.Trim(w, "\"'“”‘’«»`") == "" && w != "" }
