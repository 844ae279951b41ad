package trees

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/extract/language"
)

// govern makes a verb with a subject, read as an adjective of its object, the
// object's head: "French aircraft attacked missile batteries".
func govern(t []language.Token, v int) {
	o := t[v].Head
	if t[v].POS != "VERB" || t[v].Rel != "amod" || o < v || !slices.ContainsFunc(t[:v], func(c language.Token) bool { return c.Head == v && c.Rel == "nsubj" }) {
		return
	}
	t[v].Head, t[v].Rel, t[v].Tag = t[o].Head, "parataxis", "VBD"
	if t[o].Head < 0 {
		t[v].Rel = "root"
	}
	t[o].Head, t[o].Rel = v, "obj"
}

// meanwhile makes what somebody does along with an order its giver's, not the doing of
// those who got it: "told the envoys to leave, accusing them of spying".
func meanwhile(t []language.Token, v int) {
	h := t[v].Head
	if t[v].Tag != "VBG" || t[v].Rel != "advcl" || h < 0 || h > v || t[h].Rel != "xcomp" || t[h].Head < 0 || t[h].Head > h || hasChild(t, v, "mark", "nsubj") {
		return
	}
	first := v
	for first > h && t[first-1].POS == "ADV" {
		first--
	}
	if t[first-1].Text == "," {
		t[v].Head = t[h].Head
	}
}

// existential hangs a clause on the noun it is about: "there is no evidence that
// they attacked", where the verb can't govern it.
func existential(t []language.Token, i int) {
	be := t[i].Head
	if t[i].Rel != "ccomp" || be < 0 || t[be].Lemma != "be" || !slices.ContainsFunc(t, func(c language.Token) bool { return c.Head == be && c.Rel == "expl" }) {
		return
	}
	for n := be + 1; n < i; n++ {
		if t[n].Head == be && t[n].Rel == "nsubj" {
			t[i].Head, t[i].Rel = n, "acl"
			return
		}
	}
}

// owner makes "South Africa's" before "Roelof Botha" his, where both were taken
// for subjects.
func owner(t []language.Token, i int) {
	if !strings.HasPrefix(t[i].Rel, "nsubj") {
		return
	}
	owns := slices.ContainsFunc(t, func(c language.Token) bool { return c.Head == i && c.Rel == "case" && strings.HasSuffix(c.Text, "s") })
	if !owns {
		return
	}
	for j := i + 1; j < len(t); j++ {
		if t[j].Head == t[i].Head && strings.HasPrefix(t[j].Rel, "nsubj") {
			t[i].Head, t[i].Rel = j, "nmod:poss"
			return
		}
	}
}

// receiver makes the name between a verb and its object the one to whom it is
// done, where it was taken for an object too or for a part of the object: "sold
// Taiwan jets", "paid Namibia compensation", "lent Jordan $300 million".
func (x *Mender) receiver(t []language.Token, i int) {
	if i == 0 || !x.nameLike(t[i]) {
		return
	}
	v, o := t[i].Head, -1
	switch t[i].Rel {
	case "obj":
		for j := i + 1; j < len(t) && o < 0; j++ {
			if t[j].Head == v && t[j].Rel == "obj" && (t[j].POS == "NOUN" || t[j].POS == "SYM") {
				o = j
			}
		}
	case "nsubj", "compound", "nmod:unmarked":
		if language.IsAcronym(t[i].Text) {
			return // "sent US troops"
		}
		for o = v; t[o].Rel == "nummod" || t[o].Rel == "compound"; {
			o = t[o].Head
		}
		first := i - 1
		if first > 0 && t[first].POS == "DET" {
			first--
		}
		if v = t[o].Head; t[o].Rel != "obj" && t[o].Rel != "iobj" && (t[o].Rel != "obl" || t[o].POS != "SYM") || v != first || !x.words.Is("dative", t[v].Lemma) {
			return
		}
	default:
		return
	}
	if o > i && v >= 0 && v < i {
		t[i].Head, t[i].Rel, t[o].Rel = v, "iobj", "obj"
	}
}

func isDay(w string) bool {
	switch w {
	case "today", "yesterday", "tonight", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// notToday gives the subject back to the name before a day: "Somalia today
// renounced its treaty", "China on Thursday began".
func (x *Mender) notToday(t []language.Token, day int) {
	if t[day].Head < 0 || !strings.HasPrefix(t[day].Rel, "nsubj") || !isDay(t[day].Text) && !hasPreposition(t, day) {
		return
	}
	for i := range t[:day] {
		if t[i].Head == day && (x.nameLike(t[i]) || t[i].POS == "NOUN") && !hasCase(t, i) {
			t[i].Head, t[i].Rel = t[day].Head, t[day].Rel
			t[day].Rel = "obl:unmarked"
			if hasCase(t, day) {
				t[day].Rel = "obl"
			}
			return
		}
	}
}

// raise makes verb v, read as a participle of the noun before it, the main verb
// and the noun its subject, when the sentence has no other: "Russian planes
// bombed Aleppo".
func (x *Mender) raise(t []language.Token, v int) {
	if t[v].Rel != "acl:relcl" && (t[v].Rel != "acl" || t[v].POS != "VERB") {
		return
	}
	n := t[v].Head
	if n < 0 || n > v || t[n].Head >= 0 || t[n].POS != "NOUN" && t[n].POS != "PROPN" && t[n].POS != "PRON" || t[len(t)-1].POS != "PUNCT" {
		return
	}
	if t[v].Tag != "VBN" && t[v].Tag != "VBD" && t[v].Tag != "VBP" && t[v].Tag != "VBZ" {
		return
	}
	for i := range t {
		switch {
		case t[i].Head == v && (strings.HasPrefix(t[i].Rel, "nsubj") || t[i].Rel == "obl:agent"):
			return
		case t[i].Head == n && (t[i].Rel == "cop" || strings.HasPrefix(t[i].Rel, "nsubj") || i > v && isClause(t[i].Rel) && saidThat(t, v, i) < 0 && !(t[i].Rel == "conj" && t[i].POS == "VERB" && transitive(t, v))):
			return
		}
	}
	t[v].Head, t[v].Rel, t[v].Tag = -1, "root", "VBD"
	t[n].Head, t[n].Rel = v, "nsubj"
	for i := range t {
		if t[i].Head == n && i > v {
			t[i].Head = v
			if that := saidThat(t, v, i); that >= 0 {
				t[i].Rel, t[that].Rel = "ccomp", "mark"
			}
		}
	}
}

// saidThat gives the "that" with which the clause at i opens, after verb v and all
// that is said of when: "alleged on Monday that they had"; -1 where it has none.
func saidThat(t []language.Token, v, i int) int {
	if !strings.HasPrefix(t[i].Rel, "acl") || t[i].POS != "VERB" {
		return -1
	}
	for j := v + 1; j < i; j++ {
		switch {
		case t[j].Text == "that" && t[j].Head == i:
			return j
		case t[j].POS == "VERB" || t[j].Text == ",":
			return -1
		}
	}
	return -1
}

// transitive reports whether a verb has what only the active form has beside it: an
// object or a "that" clause.
func transitive(t []language.Token, v int) bool {
	for i := v + 1; i < len(t); i++ {
		if t[i].Head == v && (t[i].Rel == "obj" || t[i].Rel == "ccomp") || t[i].Rel == "mark" && t[i].Text == "that" && t[t[i].Head].Head == v {
			return true
		}
	}
	return false
}

func isClause(rel string) bool {
	return rel == "acl" || rel == "acl:relcl" || rel == "parataxis" || rel == "conj"
}

// findSubject makes a name right before the finite verb v its subject, when v
// has none and the name was taken for something that names never are.
func (x *Mender) findSubject(t []language.Token, v int) {
	if t[v].POS != "VERB" || t[v].Tag != "VBD" && t[v].Tag != "VBZ" && t[v].Tag != "VBP" && t[v].Tag != "VBN" {
		return
	}
	if strings.HasPrefix(t[v].Rel, "acl") || t[v].Rel == "amod" || t[v].Rel == "xcomp" {
		return
	}
	found := -1
	for i := range t {
		if t[i].Head != v {
			continue
		}
		if strings.HasPrefix(t[i].Rel, "nsubj") || t[i].Rel == "expl" || t[i].Rel == "csubj" {
			return
		}
		if i < v && found < 0 && x.nameLike(t[i]) && !hasCase(t, i) {
			switch strings.SplitN(t[i].Rel, ":", 2)[0] {
			case "advmod", "vocative", "aux", "amod", "nmod", "obl", "dep", "discourse", "compound", "obj", "iobj", "det", "dislocated", "parataxis", "cop", "mark":
				found = i
			}
		}
	}
	if found >= 0 {
		t[found].Rel, t[found].POS = "nsubj", "PROPN"
	}
}

// nameLike reports whether a token may be a name: it's capitalised, and a name
// to the tagger or to the lexicon.
func (x *Mender) nameLike(t language.Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	if !unicode.IsUpper(r) {
		return false
	}
	if t.POS == "PROPN" {
		return true
	}
	return x.words.Names(t.Text)
}

func hasCase(t []language.Token, i int) bool {
	return slices.ContainsFunc(t, func(c language.Token) bool { return c.Head == i && c.Rel == "case" })
}

// reduce handles "hackers linked to Russia were trying": the participle v was
// taken for the main verb and the finite verb after it for an adjunct of it.
func (x *Mender) reduce(t []language.Token, v int) {
	if t[v].POS != "VERB" || t[v].Tag != "VBN" && t[v].Tag != "VBD" {
		return
	}
	subject, later := -1, -1
	for i := range t {
		switch {
		case t[i].Head == v && i < v && (t[i].Rel == "aux" || t[i].Rel == "aux:pass"):
			return
		case t[i].Head == v && i < v && strings.HasPrefix(t[i].Rel, "nsubj"):
			subject = i
		case t[i].Head == v && i > v && t[i].POS == "VERB" && later < 0 && finite(t, i):
			later = i
		}
	}
	if subject < 0 || later < 0 || t[v].Tag == "VBD" && (t[later].Rel != "conj" || t[subject].POS == "PRON") {
		return
	}
	t[v].Tag = "VBN" // "a plan put forward by Cairo was accepted"
	t[later].Head, t[later].Rel = t[v].Head, t[v].Rel
	for i := range t {
		if t[i].Head == v && (t[i].Rel == "mark" && i < subject || t[i].Rel == "punct" && i > later || t[i].Rel == "cc" && i < subject) {
			t[i].Head = later
		}
	}
	t[subject].Head, t[subject].Rel = later, "nsubj"
	t[v].Head, t[v].Rel = subject, "acl"
}

// finite reports whether verb i has an auxiliary but neither a subject nor a
// conjunction of its own.
func finite(t []language.Token, i int) bool {
	aux := false
	for _, c := range t {
		if c.Head == i {
			switch {
			case strings.HasPrefix(c.Rel, "aux"):
				aux = true
			case strings.HasPrefix(c.Rel, "nsubj"), c.Rel == "mark", c.Rel == "cc", c.Rel == "advmod" && c.Tag == "WRB":
				return false
			}
		}
	}
	return aux
}

// adopt gives a finite verb the subject that the parser gave to a participle
// before it: "groups backed by Hanoi had tried".
func adopt(t []language.Token, v int) {
	h := t[v].Head
	if t[v].Tag != "VBN" || t[v].Rel != "advcl" || h < v || !hasChild(t, h, "aux") || hasChild(t, h, "nsubj", "csubj", "expl") || hasChild(t, v, "aux", "mark") {
		return
	}
	for n := range t[:v] {
		if t[n].Head == v && strings.HasPrefix(t[n].Rel, "nsubj") {
			t[n].Head, t[n].Rel = h, "nsubj"
			t[v].Head, t[v].Rel = n, "acl"
			return
		}
	}
}
