package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/dates"
)

// whenTold gives the time that a clause with "when" explains: "in May, when Oslo
// shut its border", even if it only bounds another act ("the first since 1975,
// when ...").
func (r reading) whenTold(s *sentence, i int, future bool) entente.Date {
	v := s.verbAbove(i)
	for n := 0; n < 4 && v >= 0; n++ {
		for _, w := range s.children[v] {
			if s.words[w] != "when" || w == 0 {
				continue
			}
			last := w - 1
			if s.words[last] == "," && last > 0 {
				last--
			}
			if k := s.timeAt[last]; k > 0 && s.times[k-1].Last == last {
				return r.resolved(s, s.times[k-1], future)
			}
		}
		if !slices.Contains([]string{"conj", "advcl", "xcomp", "ccomp"}, s.Tokens[v].Rel) || s.Tokens[v].Rel == "ccomp" && (future || s.has(v, "aux", "had")) {
			return ""
		}
		v = s.verbAbove(s.Tokens[v].Head)
	}
	return ""
}

// besides gives the time of the clause with "when" that says on what occasion the
// act at token i was done: "promised help when the two met in September". What
// followed "after" something of a month or year is put into that.
func (r reading) besides(s *sentence, i int, future bool) entente.Date {
	v := s.verbAbove(i)
	if v < 0 {
		return ""
	}
	clauses := s.rel(v, "advcl")
	if h := s.Tokens[v].Head; s.Tokens[v].Rel == "conj" && isVerb(s, h) && len(s.rel(v, "nsubj")) == 0 {
		clauses = append(clauses, s.rel(h, "advcl")...)
	}
	for _, c := range clauses {
		after := s.has(c, "mark", "after") && s.Tokens[c].Tag != "VBG" && !future
		if !after && !s.has(c, "mark", "when", "as", "while") && !s.has(c, "advmod", "when") {
			continue
		}
		for _, g := range s.children[c] {
			if k := r.timeBelow(s, c, g); k > 0 {
				if d := r.resolved(s, s.times[k-1], future); !after || !d.Exact() {
					return d
				}
			}
		}
	}
	return ""
}

// counted gives the time of a clause that another's is counted from: "broke with
// its neighbour on Monday, two days after planes bombed a camp".
func (r reading) counted(s *sentence, i int) entente.Date {
	for k, e := range s.times {
		if !s.beforeClause(k) {
			continue
		}
		v := s.verbAbove(i)
		if v >= 0 && s.Tokens[v].Rel == "conj" && s.Tokens[v].Head > e.Last {
			v = s.Tokens[v].Head // "after planes bombed a camp and killed a leader"
		}
		if v <= e.Last || !(s.has(v, "mark", "after", "before") || s.Tokens[v].Rel == "advcl" || s.Tokens[v].Rel == "acl") {
			continue
		}
		if slices.ContainsFunc(s.times[k+1:], func(o dates.Expression) bool { return o.First < v }) {
			continue
		}
		from := r.lastDate(s, e.First)
		if k == 0 || from == "" {
			from = r.today()
			if h := s.verbAbove(s.Tokens[v].Head); h >= 0 && (s.Tokens[h].Tag == "VBZ" || s.Tokens[h].Tag == "VBP") {
				from = r.d.told
			}
		}
		return e.Shift(from, true)
	}
	return ""
}

// afterDeed gives the time that is counted from a deed told of before: "the day after
// the raid Oslo closed its ports".
func (r reading) afterDeed(s *sentence, i int) entente.Date {
	for k, e := range s.times {
		if !s.beforeClause(k) || s.verbAbove(i) < 0 || s.verbAbove(e.First) != s.verbAbove(i) {
			continue
		}
		n := e.Last + 1
		for n < len(s.Tokens)-1 && (s.Tokens[n].POS == "DET" || s.Tokens[n].POS == "ADJ" || s.Tokens[n].Rel == "compound") {
			n++
		}
		noun := strings.ToLower(s.Tokens[n].Lemma)
		for o := range r.d.lately(s, 4) {
			if s.Tokens[n].POS == "NOUN" && o.date.Exact() && r.isCalled(o, noun) {
				return e.Shift(o.date, false)
			}
		}
	}
	return ""
}

// sinceThen gives the beginning of what is told to go on: "has been shut since 1993".
func (r reading) sinceThen(s *sentence, i int) entente.Date {
	if !s.has(i, "aux", "has", "have", "had", "'s", "’s") {
		return ""
	}
	for _, c := range s.children[i] {
		if k := s.timeAt[c]; k > 0 && s.caseOf(c) == "since" && !s.times[k-1].Relative {
			return r.resolved(s, s.times[k-1], false)
		}
	}
	return ""
}

// also gives the date of what the sentence before tells to what was done beside
// or after it: "she also suspended", "planes then struck".
func (r reading) also(s *sentence, i int) entente.Date {
	v := s.finite(i)
	if t := s.Tokens[v]; t.Rel == "conj" && isVerb(s, t.Head) && len(s.rel(v, "nsubj")) == 0 {
		v = t.Head
	}
	if s.Tokens[v].Tag != "VBD" || len(s.times) > 0 || !s.has(v, "advmod", "also", "then", "likewise") {
		return ""
	}
	for k := len(r.d.found) - 1; k >= 0; k-- {
		f := r.d.found[k]
		if f.sent.index == s.index-1 && f.sent.Paragraph == s.Paragraph && f.date != "" && f.sent.Tokens[f.sent.finite(f.token)].Rel == "root" && f.status == entente.Occurred {
			return f.date
		}
	}
	return ""
}

// lastDay is the last day told of before token i, in the paragraph or two
// sentences back.
func (r reading) lastDay(s *sentence, i int) entente.Date {
	return r.lastTold(s, i, 2, func(_ dates.Expression, d entente.Date) bool { return d.Exact() })
}

// lastYear is the last date before token i that has its year written out, a few
// sentences back at most; else the last of any sort.
func (r reading) lastYear(s *sentence, i int) entente.Date {
	if d := r.lastTold(s, i, 4, func(e dates.Expression, _ entente.Date) bool { return e.Year() > 0 }); d != "" {
		return d
	}
	return r.lastDate(s, i)
}

// lastDate is the last date told of before token i, in the paragraph or two
// sentences back.
func (r reading) lastDate(s *sentence, i int) entente.Date {
	return r.lastTold(s, i, 2, func(dates.Expression, entente.Date) bool { return true })
}

// lastTold is the last date told of before token i that will do, in the paragraph
// or as many sentences back.
func (r reading) lastTold(s *sentence, i, back int, will func(dates.Expression, entente.Date) bool) entente.Date {
	for n := 0; s.index-n >= 0; n++ {
		o := r.d.sents[s.index-n]
		if n > back && o.Paragraph != s.Paragraph {
			break
		}
		for k := len(o.times) - 1; k >= 0; k-- {
			e := o.times[k]
			if e.Relative || n == 0 && e.First >= i {
				continue
			}
			if d := e.Resolve(dates.Anchor{Published: r.d.told}); d != "" && will(e, d) {
				return d
			}
		}
	}
	return ""
}

// background gives the year that the sentences before in the paragraph are about,
// when they tell of earlier times and this one, in the past tense, goes on.
func (r reading) background(s *sentence, i int) entente.Date {
	if s.Tokens[i].Tag != "VBD" && s.Tokens[i].POS == "VERB" {
		return ""
	}
	d := r.goingOn(s)
	today, known := r.d.told.Time()
	if t, ok := d.Time(); ok && (!known || today.Sub(t).Hours() > 300*24) {
		return d[:4]
	}
	return ""
}

// carried gives the time of the sentence before to a deed that goes on from it.
func (r reading) carried(s *sentence, i int) entente.Date {
	if v := s.finite(i); s.Tokens[v].Tag != "VBD" || s.Tokens[v].Rel == "acl:relcl" {
		return ""
	}
	return r.goingOn(s)
}

// goingOn is the last date of the two sentences before in the paragraph, for one
// that names no time itself.
func (r reading) goingOn(s *sentence) entente.Date {
	if len(s.times) > 0 {
		return ""
	}
	for n := 1; n <= 2 && s.index-n >= 0; n++ {
		o := r.d.sents[s.index-n]
		if o.Paragraph != s.Paragraph {
			return ""
		}
		for k := len(o.times) - 1; k >= 0; k-- {
			if o.ofThing(o.times[k]) {
				continue
			}
			if d := r.resolved(o, o.times[k], false); d != "" {
				return d
			}
		}
	}
	return ""
}

// ofThing reports whether a year only says of what year something is: "a 1994 law".
func (s *sentence) ofThing(e dates.Expression) bool {
	t := s.Tokens[e.First]
	return e.YearOnly() && (t.Rel == "nummod" || t.Rel == "compound" || t.Rel == "amod") && t.Head > e.First
}

// finite is the verb that tells the time of token i: itself, or the one that it
// completes, is joined to or goes with.
func (s *sentence) finite(i int) int {
	v := max(s.verbAbove(i), 0)
	for n := 0; n < 4 && s.Tokens[v].Tag != "VBD" && s.Tokens[v].Tag != "VBZ" && s.Tokens[v].Tag != "VBP"; n++ {
		rel := s.Tokens[v].Rel
		h := s.verbAbove(s.Tokens[v].Head)
		if h < 0 || !(rel == "xcomp" || rel == "conj" || rel == "advcl" && !s.has(v, "mark", "after", "before", "since", "until", "when", "if")) || s.has(v, "aux", "had", "has", "have") {
			break
		}
		v = h
	}
	return v
}
