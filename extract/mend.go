package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/extract/language"
)

// mend puts right what a parser that learnt from web pages gets wrong in
// newspaper sentences, where the tree as it stands can't be: a finite verb that
// hangs on its own subject, a name before a verb that isn't its subject. The
// tokens stay a tree.
func (x *Extractor) mend(s *language.Sentence) {
	t := s.Tokens
	for i := range t {
		if t[i].Head >= 0 && t[i].POS == "VERB" && t[i].Rel == "acl" || t[i].Rel == "acl:relcl" {
			x.raise(t, i)
		}
	}
	for i := range t {
		if t[i].POS == "VERB" && (t[i].Tag == "VBD" || t[i].Tag == "VBZ" || t[i].Tag == "VBP" || t[i].Tag == "VBN") {
			x.findSubject(t, i)
		}
	}
	for i := range t {
		relativeThat(t, i)
		if t[i].POS == "VERB" && lacksSubject(t, i) {
			participle(t, i)
			series(t, i)
			spokenSubject(t, i)
		}
		if t[i].POS == "VERB" && t[i].Tag == "VBN" {
			x.reduce(t, i)
		}
	}
	for i := range t {
		owner(t, i)
		x.receiver(t, i)
		x.uninvert(t, i)
		existential(t, i)
		if t[i].Head >= 0 && (t[i].Text == "today" || t[i].Text == "yesterday") && strings.HasPrefix(t[i].Rel, "nsubj") {
			x.notToday(t, i)
		}
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
// Taiwan jets", "paid Namibia compensation".
func (x *Extractor) receiver(t []language.Token, i int) {
	if i == 0 || !x.nameLike(t[i]) {
		return
	}
	v, o := t[i].Head, -1
	switch t[i].Rel {
	case "obj":
		for j := i + 1; j < len(t) && o < 0; j++ {
			if t[j].Head == v && t[j].Rel == "obj" && t[j].POS == "NOUN" {
				o = j
			}
		}
	case "compound":
		if o, v = v, t[v].Head; t[o].Rel != "obj" || v != i-1 || o < i || !x.index.is("dative", t[v].Lemma) {
			return
		}
	default:
		return
	}
	if o > i && v >= 0 && v < i {
		t[i].Head, t[i].Rel = v, "iobj"
	}
}

// notToday gives the subject back to the name before "today": "Somalia today
// renounced its treaty".
func (x *Extractor) notToday(t []language.Token, day int) {
	for i := range t[:day] {
		if t[i].Head == day && x.nameLike(t[i]) && !hasCase(t, i) {
			t[i].Head, t[i].Rel = t[day].Head, t[day].Rel
			t[day].Rel = "obl:unmarked"
			return
		}
	}
}

// raise makes verb v, read as a participle of the noun before it, the main verb
// and the noun its subject, when the sentence has no other: "Russian planes
// bombed Aleppo".
func (x *Extractor) raise(t []language.Token, v int) {
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
		case t[i].Head == n && (t[i].Rel == "cop" || strings.HasPrefix(t[i].Rel, "nsubj") || i > v && isClause(t[i].Rel)):
			return
		}
	}
	t[v].Head, t[v].Rel, t[v].Tag = -1, "root", "VBD"
	t[n].Head, t[n].Rel = v, "nsubj"
	for i := range t {
		if t[i].Head == n && i > v {
			t[i].Head = v
		}
	}
}

func isClause(rel string) bool {
	return rel == "acl" || rel == "acl:relcl" || rel == "parataxis" || rel == "conj"
}

// findSubject makes a name right before the finite verb v its subject, when v
// has none and the name was taken for something that names never are.
func (x *Extractor) findSubject(t []language.Token, v int) {
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
func (x *Extractor) nameLike(t language.Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	if !unicode.IsUpper(r) {
		return false
	}
	if t.POS == "PROPN" {
		return true
	}
	refs, _ := x.index.names.longest([]string{fold(t.Text)}, 0, func(ph phrase[ref], _ int) bool { return ph.written(func(int) string { return t.Text }) })
	return slices.ContainsFunc(refs, func(r ref) bool { return r.how != byAdjective })
}

func hasCase(t []language.Token, i int) bool {
	return slices.ContainsFunc(t, func(c language.Token) bool { return c.Head == i && c.Rel == "case" })
}

// relativeThat makes "that" after a noun the subject of its verb where it was
// taken for a conjunction: "the bridge that links the two".
func relativeThat(t []language.Token, i int) {
	v := t[i].Head
	if t[i].Rel != "mark" || strings.ToLower(t[i].Text) != "that" || i == 0 || v < i || t[i-1].POS != "NOUN" && t[i-1].POS != "PROPN" || hasChild(t, v, "nsubj", "csubj", "expl") {
		return
	}
	for k := i + 1; k < v; k++ {
		if t[k].POS != "AUX" && t[k].POS != "ADV" && t[k].POS != "PART" {
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

// spokenSubject finds the subject of a verb that comes after what was said, or
// before it: "'We will not go,' an aide to the premier said".
func spokenSubject(t []language.Token, v int) {
	if hasChild(t, v, "nsubj") || t[v].Rel != "root" && t[v].Rel != "parataxis" {
		return
	}
	nominal := func(i int) bool {
		return (t[i].POS == "NOUN" || t[i].POS == "PROPN" || t[i].POS == "NUM") && !hasPreposition(t, i) && (t[i].Rel == "obj" || t[i].Rel == "iobj" || t[i].Rel == "parataxis")
	}
	for i := v - 1; i >= 0; i-- {
		if quotes(t[i]) {
			break
		}
		if nominal(i) && (t[i].Head == v || t[t[i].Head].Head == v && closed(t, i)) {
			t[i].Head, t[i].Rel = v, "nsubj"
			return
		}
	}
	for i := v + 1; i < min(v+4, len(t)); i++ {
		if nominal(i) && t[i].Head == v && v > 0 && (quotes(t[v-1]) || t[v-1].Text == ",") {
			t[i].Rel = "nsubj"
			return
		}
	}
}

func quotes(t language.Token) bool { return t.Text == `"` || t.Text == "”" || t.Text == "''" }

// closed reports whether a quotation ends between token i and the verb it hangs on.
func closed(t []language.Token, i int) bool {
	return t[i].Head < i && slices.ContainsFunc(t[t[i].Head:i], quotes)
}

// reduce handles "hackers linked to Russia were trying": the participle v was
// taken for the main verb and the finite verb after it for an adjunct of it.
func (x *Extractor) reduce(t []language.Token, v int) {
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
	if subject < 0 || later < 0 {
		return
	}
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
