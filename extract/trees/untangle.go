package trees

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// longest is the length in tokens beyond which a run of words is a list rather
// than a sentence, and not worth the time to look for its clauses.
const longest = 120

// untangle reads a sentence again whose tree can't be right, cut in two where a
// clause may begin, as long as that leaves fewer faults: in "... of the
// announcement, and the union, a league of clerks, called on ..." a parser takes
// the union for one more of what was announced. parts is how it was cut so far.
func (x *Mender) untangle(t []language.Token, parts []stretch) {
	if len(t) > longest {
		return
	}
	const rounds = 2
	least := faults(t)
	for n := 0; n < rounds && least > 0; n++ {
		var best []language.Token
		var bestParts []stretch
		for _, at := range cuts(t, parts) {
			try, cut := slices.Clone(t), insert(parts, at)
			x.assemble(try, cut, t)
			if f := faults(try); f < least {
				best, bestParts, least = try, cut, f
			}
			if least == 0 {
				break
			}
		}
		if best == nil {
			break
		}
		copy(t, best)
		parts = bestParts
	}
	if least == 0 || len(parts) > 1 {
		return
	}
	for _, in := range asides(t) {
		try := slices.Clone(t)
		x.apart(try, parts[0], in)
		if f := faults(try); f < least {
			copy(t, try)
			return
		}
	}
}

// asides gives what may stand between commas before a verb that lacks its
// subject: "The board, chaired by its founder and known to few, decided ...".
func asides(t []language.Token) []stretch {
	var out []stretch
	for v := range t {
		if t[v].POS != "VERB" || v < 4 || t[v-1].Text != "," || !lacksSubject(t, v) {
			continue
		}
		for i := 1; i+3 < v; i++ {
			if t[i].Text == "," && (t[i-1].POS == "NOUN" || t[i-1].POS == "PROPN") {
				out = append(out, stretch{i + 1, v - 1})
			}
		}
	}
	return out
}

// faults counts what no tree of English has: finite verbs without a subject,
// subjects with a preposition or of a full stop, nouns with an auxiliary, a main clause with the
// conjunction of another, and "seven months" doing what was done after them.
func faults(t []language.Token) int {
	n := 0
	for i := range t {
		switch rel, _, _ := strings.Cut(t[i].Rel, ":"); {
		case t[i].POS == "VERB" && lacksSubject(t, i), rel == "nsubj" && (hasPreposition(t, i) || ofFullStop(t, i)):
			n++
		case rel == "aux" && t[i].Head >= 0 && (t[t[i].Head].POS == "NOUN" || t[t[i].Head].POS == "PROPN") && !hasChild(t, t[i].Head, "cop"):
			n++
		case rel == "mark" && t[i].Head >= 0 && t[t[i].Head].Head < 0 && subordinator(t[i]), rel == "nsubj" && i > 0 && lapse(t, i-1) > 0:
			n++
		}
	}
	return n
}

// ofFullStop reports whether token i hangs on a sign below a phrase that was taken for
// the main clause: "In Bangkok hundreds of exiles gathered."
func ofFullStop(t []language.Token, i int) bool {
	h := t[i].Head
	if h < 0 || t[h].POS != "PUNCT" || t[h].Head < 0 {
		return false
	}
	root := t[h].Head
	return t[root].Head < 0 && t[root].POS == "PROPN" && hasPreposition(t, root)
}

// lacksSubject reports whether finite verb v has no subject where it should
// have one, or shares that of another verb although a noun stands before it
// that would be its own.
func lacksSubject(t []language.Token, v int) bool {
	finite := t[v].Tag == "VBD" || t[v].Tag == "VBZ" || t[v].Tag == "VBP"
	if !finite && t[v].Tag != "VBN" || hasChild(t, v, "nsubj", "csubj", "expl") {
		return false
	}
	switch t[v].Rel {
	case "root", "ccomp", "advcl", "parataxis":
		return finite
	case "acl": // "planes bombed Aleppo"
		return finite && t[t[v].Head].Head < 0
	case "conj":
		if h := t[v].Head; t[h].POS != "VERB" && t[h].POS != "AUX" && t[h].POS != "ADJ" {
			return finite
		}
		return !hasChild(t, v, "cc") && strayBefore(t, v)
	}
	return false
}

// strayBefore reports whether the noun before v was joined by "and" to one of
// the clause before.
func strayBefore(t []language.Token, v int) bool {
	for i := v - 1; i > t[v].Head; i-- {
		if t[i].POS == "VERB" {
			return false
		}
		if (t[i].Rel == "conj" || t[i].Rel == "obl" || t[i].Rel == "appos") && (t[i].POS == "NOUN" || t[i].POS == "PROPN") && hasChild(t, i, "cc") && !hasPreposition(t, i) {
			return true
		}
	}
	return false
}

func hasChild(t []language.Token, i int, rels ...string) bool {
	for c := range t {
		if t[c].Head != i {
			continue
		}
		if rel, _, _ := strings.Cut(t[c].Rel, ":"); slices.Contains(rels, rel) {
			return true
		}
	}
	return false
}

// hasPreposition reports whether a noun stands in a phrase with a preposition.
func hasPreposition(t []language.Token, i int) bool {
	for c := range t[:i] {
		if t[c].Head == i && t[c].Rel == "case" && t[c].POS == "ADP" {
			return true
		}
	}
	return false
}

// cuts gives the tokens that a clause of a part may begin with: a comma or a
// conjunction between two verbs, what follows a phrase that comes first.
func cuts(t []language.Token, parts []stretch) []int {
	var out []int
	for _, p := range parts {
		for i := p.first + 2; i+2 < p.end; i++ {
			joins := coordinator(t[i]) || subordinator(t[i])
			if i > p.first && t[i-1].Text == "," && joins {
				continue // at the comma, then
			}
			opens := t[i].Text == "," && (coordinator(t[i+1]) || subordinator(t[i+1]) || leads(t[p.first]) || lapse(t, p.first) > 0)
			before := hasVerb(t[p.first:i])
			if ((joins || opens || t[i].Text == ":" || dash(t[i])) && before || fronted(t, p.first, i) && !before) && hasVerb(t[i+1:p.end]) {
				out = append(out, i)
			}
		}
	}
	return out
}

// fronted reports whether a phrase that opens the sentence may end before token
// i: "In a second accord, Luanda set ...", "In May 1976 the leader led ...".
func fronted(t []language.Token, first, i int) bool {
	if lapse(t, first) > 0 {
		return t[i].Text == ","
	}
	if t[first].POS != "ADP" {
		return false
	}
	switch t[i].POS {
	case "DET", "PRON":
		return t[i-1].POS == "NOUN" || t[i-1].POS == "PROPN" || t[i-1].POS == "NUM"
	case "NOUN":
		if t[i].Tag == "NNS" && t[i-1].POS == "PROPN" && t[i-1].Head != i {
			return true // "In Bangkok hundreds of exiles gathered"
		}
	case "PROPN":
		return t[i-1].POS == "NOUN" || t[i-1].POS == "NUM" || t[i-2].POS == "ADP" // "In July Brazil recalled ..."
	}
	return t[i].Text == ","
}

// lapse gives how many words tell a length of time before "after" or "before", which
// the clause or phrase begins with: "seven months after".
func lapse(t []language.Token, first int) int {
	for n := 0; n <= 3 && first+n+1 < len(t); n++ {
		switch t[first+n].Lemma {
		case "minute", "hour", "day", "week", "month", "year", "decade":
			if w := strings.ToLower(t[first+n+1].Text); w == "after" || w == "before" {
				return n + 1
			}
			return 0
		}
	}
	return 0
}

// leads reports whether a clause that begins with the word may come before the
// main one: "As they met, ...", "Signed in 1994, ...".
func leads(t language.Token) bool {
	return subordinator(t) || t.Tag == "VBN" || t.Tag == "VBG" && t.Text != "According" || t.POS == "ADP"
}

func coordinator(t language.Token) bool {
	switch strings.ToLower(t.Text) {
	case "and", "but", "yet", "while", "whereas":
		return true
	}
	return false
}

func subordinator(t language.Token) bool {
	switch strings.ToLower(t.Text) {
	case "after", "before", "when", "as", "because", "although", "though", "since", "until", "once", "if", "unless", "where":
		return true
	}
	return false
}

func dash(t language.Token) bool {
	return t.Text == "--" || t.Text == "-" || t.Text == "—" || t.Text == "–"
}

// insert cuts the part that holds token at in two there.
func insert(parts []stretch, at int) []stretch {
	var out []stretch
	for _, p := range parts {
		if p.first < at && at < p.end {
			out = append(out, stretch{p.first, at}, stretch{at, p.end})
		} else {
			out = append(out, p)
		}
	}
	return out
}

// assemble reads each part by itself, without the words that join it to the
// others, and hangs them together, where old had them if it can.
func (x *Mender) assemble(t []language.Token, parts []stretch, old []language.Token) {
	main, before := -1, -1 // before is the root of a clause that comes before the main one
	for k, p := range parts {
		first := p.first
		if n := lapse(t, first); n > 0 && first+n+1 < p.end && k == 0 && hasVerb(t[p.first:p.end]) && len(parts) > 1 {
			first += n + 1
		}
		sub := hasVerb(t[p.first:p.end]) && (k > 0 || len(parts) > 1 && t[p.end].Text == ",") // may be a clause under another
		for first < p.end-1 && (t[first].POS == "PUNCT" || first < p.first+2 && (coordinator(t[first]) || sub && subordinator(t[first]))) {
			first++
		}
		root := x.clause(t, stretch{first, p.end})
		rel := "conj"
		if p.first > 0 && t[p.first-1].Text == ";" {
			rel = "parataxis"
		}
		for i := p.first; i < first; i++ {
			t[i].Head = root
			switch {
			case t[i].POS == "PUNCT":
				t[i].Rel = "punct"
				if t[i].Text == ":" || dash(t[i]) {
					rel = "parataxis"
				}
			case coordinator(t[i]):
				t[i].Rel, t[i].POS = "cc", "CCONJ"
			case i < p.first+lapse(t, p.first):
				t[i].Rel = "obl:unmarked"
			default:
				t[i].Rel, t[i].POS, rel = "mark", "SCONJ", "advcl"
			}
		}
		switch {
		case main < 0 && before < 0 && !hasVerb(t[p.first:p.end]):
			before = root
			t[root].Rel = "obl"
		case main < 0 && (rel == "advcl" || t[root].POS == "VERB" && (t[root].Tag == "VBG" || t[root].Tag == "VBN") && !hasChild(t, root, "nsubj", "aux")) && before < 0 && len(parts) > 1:
			before = root
			t[root].Rel = "advcl"
		case main < 0:
			main = root
		default:
			t[root].Head, t[root].Rel = main, rel
			if h := old[root].Head; rel == "conj" && h >= 0 && h < p.first && t[h].POS == "VERB" && (old[root].Rel == "conj" || old[root].Rel == "ccomp") {
				t[root].Head, t[root].Rel = h, old[root].Rel
			}
		}
	}
	if before >= 0 {
		if main < 0 {
			t[before].Head, t[before].Rel = -1, "root"
			return
		}
		t[before].Head = main
	}
}
