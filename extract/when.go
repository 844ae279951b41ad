package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/dates"
)

// when gives the date of the act at token i: of the expression of time that
// hangs on it, else of the year its occasion names ("the 2016 election"), else,
// for what is told as today's news, the day of the news.
func (r reading) when(s *sentence, i int, fd *finding, st standing) entente.Date {
	// An offer or a threat is of the time when it is made.
	future := fd.status == entente.Planned || (fd.frame == nil || fd.frame.Status == "") && (fd.status == entente.Proposed || fd.status == entente.Threatened)
	for _, p := range predicates(s, i) {
		for _, c := range s.children[p] {
			if k := r.timeBelow(s, p, c); k > 0 {
				if d := r.resolved(s, s.times[k-1], future); d != "" {
					return d
				}
			}
		}
	}
	if d := r.inClause(s, i, future); d != "" {
		return d
	}
	if y := r.occasion(s, i, 3, fd.action == "" || fd.action == entente.Sign); y != "" {
		return y
	}
	if d := r.announced(s, i, st); d != "" {
		return d
	}
	if y := r.background(s, i); y != "" {
		return y
	}
	if r.isNews(s, i, fd, st) {
		return r.today()
	}
	return ""
}

// predicates gives token i and the verbs that carry its time: the one that
// supports a noun, the one that controls an infinitive.
func predicates(s *sentence, i int) []int {
	out := []int{i}
	t := s.Tokens[i]
	if t.Head >= 0 && isVerb(s, t.Head) {
		switch base, _, _ := strings.Cut(t.Rel, ":"); base {
		case "obj", "nsubj":
			if t.POS == "NOUN" && !definite(s, i) {
				out = append(out, t.Head)
			}
		case "conj":
			if t.POS == "VERB" {
				out = append(out, t.Head)
			}
		}
	}
	return out
}

// timeBelow gives 1 + the index of the expression of time that is the
// dependent c of p, 0 when c is something else.
func (r reading) timeBelow(s *sentence, p, c int) int {
	if k := s.timeAt[c]; k > 0 {
		switch base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base {
		case "obl", "nmod", "advmod", "obj", "dep", "parataxis", "nummod", "compound", "amod":
			if s.sinceWhen(k-1) || s.caseOf(c) == "by" && s.times[k-1].YearOnly() || s.beforeClause(k-1) {
				return 0
			}
			return k
		}
		return 0
	}
	// "in the early hours of Friday", "at a summit on Monday": one step down.
	if base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base == "obl" || base == "obj" {
		for _, g := range s.rel(c, "nmod", "obl") {
			if k := s.timeAt[g]; k > 0 && !s.times[k-1].YearOnly() && g > c {
				return k
			}
		}
	}
	return 0
}

func (r reading) resolved(s *sentence, e dates.Expression, future bool) entente.Date {
	previous := r.lastDate(s, e.First)
	if e.ThatYear() {
		previous = r.lastYear(s, e.First)
	}
	if previous == "" && e.Relative {
		previous = r.today() // "three days earlier": than the news
	}
	return e.Resolve(dates.Anchor{Published: r.d.told, Previous: previous, Future: future})
}

// lastYear is the last date before token i, a few sentences back at most, that
// has its year written out; else the last of any sort.
func (r reading) lastYear(s *sentence, i int) entente.Date {
	const back = 4
	for n := 0; n <= back && s.index-n >= 0; n++ {
		o := r.d.sents[s.index-n]
		for k := len(o.times) - 1; k >= 0; k-- {
			if e := o.times[k]; e.Year() > 0 && (n > 0 || e.First < i) {
				return e.Resolve(dates.Anchor{Published: r.d.told})
			}
		}
	}
	return r.lastDate(s, i)
}

// beforeClause reports whether time k counts from what a clause after it tells:
// "a day after the president left".
func (s *sentence) beforeClause(k int) bool {
	e := s.times[k]
	w := s.words[e.Last]
	return e.Relative && (w == "after" || w == "before") && e.Last+1 < len(s.Tokens) && s.Tokens[e.Last+1].POS != "PUNCT"
}

// inClause gives the day that the sentence names within the clause of token i,
// wherever the parser hung it: on the object, on a name set beside it, on a verb
// that the clause's own is joined to, completes, or tells the circumstances of.
func (r reading) inClause(s *sentence, i int, future bool) entente.Date {
	v := s.verbAbove(i)
	if v < 0 {
		return ""
	}
	clause := []int{v}
	for n := 0; n < 5; n++ {
		t := s.Tokens[v]
		if t.Head < 0 || !isVerb(s, t.Head) {
			break
		}
		joined := t.Rel == "conj" && len(s.rel(v, "nsubj")) == 0
		when := t.Rel == "advcl" && (s.has(v, "mark", "when", "as", "while") || s.has(v, "advmod", "when"))
		doing := t.Rel == "advcl" && t.Tag == "VBG" && !s.has(v, "mark") // "hit back on Friday, expelling four"
		if !joined && !when && !doing && t.Rel != "xcomp" {
			break
		}
		v = t.Head
		clause = append(clause, v)
	}
	for k, e := range s.times {
		if e.Relative || s.sinceWhen(k) || e.YearOnly() && !(e.First > 0 && s.words[e.First-1] == "in") {
			continue
		}
		if slices.Contains(clause, s.verbAbove(e.First)) {
			if d := r.resolved(s, e, future); d != "" {
				return d
			}
		}
	}
	return ""
}

// verbAbove is the verb of the clause that token i stands in, itself if it is one.
func (s *sentence) verbAbove(i int) int {
	for n := 0; n < 8 && i >= 0; n++ {
		if isVerb(s, i) && s.Tokens[i].Rel != "amod" && s.Tokens[i].Rel != "aux" && s.Tokens[i].Rel != "cop" {
			return i
		}
		i = s.Tokens[i].Head
	}
	return -1
}

// sinceWhen reports whether time k only bounds what it is said of: "until
// Friday", "since May", "a day after the talks".
func (s *sentence) sinceWhen(k int) bool {
	e := s.times[k]
	if e.First > 0 {
		switch s.words[e.First-1] {
		case "since", "until", "till", "before", "after":
			return true
		}
	}
	return false
}

// announced gives the day of the announcement of what is announced as under way:
// "announced on Tuesday that it was withdrawing".
func (r reading) announced(s *sentence, i int, st standing) entente.Date {
	if st.verb < 0 || st.speaker == nil || s.Tokens[i].Tag != "VBG" {
		return ""
	}
	for _, c := range s.children[st.verb] {
		if k := r.timeBelow(s, st.verb, c); k > 0 {
			return r.resolved(s, s.times[k-1], false)
		}
	}
	return ""
}

// background gives the year that the sentences before in the paragraph are about,
// when they tell of earlier times and this one, in the past tense, goes on.
func (r reading) background(s *sentence, i int) entente.Date {
	if len(s.times) > 0 || s.Tokens[i].Tag != "VBD" && s.Tokens[i].POS == "VERB" {
		return ""
	}
	today, known := r.d.told.Time()
	for n := 1; n <= 2 && s.index-n >= 0; n++ {
		o := r.d.sents[s.index-n]
		if o.Paragraph != s.Paragraph {
			return ""
		}
		for k := len(o.times) - 1; k >= 0; k-- {
			d := r.resolved(o, o.times[k], false)
			if t, ok := d.Time(); ok {
				if !known || today.Sub(t).Hours() > 300*24 {
					return d[:4]
				}
				return ""
			}
		}
	}
	return ""
}

// lastDate is the last date told of before token i of s, in the sentence or the
// one before it.
func (r reading) lastDate(s *sentence, i int) entente.Date {
	for n := 0; n <= 2 && s.index-n >= 0; n++ {
		o := r.d.sents[s.index-n]
		for k := len(o.times) - 1; k >= 0; k-- {
			e := o.times[k]
			if n == 0 && e.First >= i || e.Relative {
				continue
			}
			if d := e.Resolve(dates.Anchor{Published: r.d.told}); d != "" {
				return d
			}
		}
	}
	return ""
}

// occasion gives the year of what the act is about: an election, a summit, and
// where treaties says so, a treaty. What is done to a treaty later has another year.
func (r reading) occasion(s *sentence, i, depth int, treaties bool) entente.Date {
	if depth == 0 {
		return ""
	}
	for _, c := range s.children[i] {
		base, _, _ := strings.Cut(s.Tokens[c].Rel, ":")
		switch base {
		case "obj", "obl", "nmod", "xcomp", "compound", "amod", "nummod", "nsubj":
		default:
			continue
		}
		if base == "nsubj" && !s.passive(i) {
			continue
		}
		if k := s.timeAt[c]; k > 0 && s.times[k-1].YearOnly() {
			if depth < 3 && r.x.index.is("occasion", s.Tokens[i].Lemma) && (treaties || s.treatyAt[i] == nil) {
				return r.resolved(s, s.times[k-1], false)
			}
			continue
		}
		if d := r.occasion(s, c, depth-1, treaties); d != "" {
			return d
		}
	}
	return ""
}

// isNews reports whether the act at token i is told as the day's news: in the
// simple past, or as a headline tells it, in a sentence that speaks of no other time.
func (r reading) isNews(s *sentence, i int, fd *finding, st standing) bool {
	switch fd.status {
	case entente.Occurred, entente.Ongoing, entente.Proposed, entente.Threatened:
	default:
		return false
	}
	if st.status != "" && st.status != entente.Proposed {
		return false
	}
	v := i
	for n := 0; n < 4 && !isVerb(s, v) && s.Tokens[v].Head >= 0; n++ {
		v = s.Tokens[v].Head
	}
	for n := 0; n < 4 && s.Tokens[v].Tag != "VBD" && s.Tokens[v].Tag != "VBZ" && s.Tokens[v].Tag != "VBP" && s.Tokens[v].Head >= 0; n++ {
		if s.has(v, "aux", "had") || !isVerb(s, s.Tokens[v].Head) {
			break
		}
		v = s.Tokens[v].Head
	}
	t := s.Tokens[v]
	lead := s.index < 3
	stance := fd.etype == entente.Accuse || fd.etype == entente.Request || fd.etype == entente.Reject
	switch {
	case s.has(v, "aux", "had"):
		return false
	case t.Tag == "VBD", t.Tag == "VBN" && s.has(v, "aux:pass", "was", "were"):
	case s.has(v, "aux", "has", "have", "'s") && lead, (t.Tag == "VBZ" || t.Tag == "VBP") && (lead || stance):
	default:
		return false
	}
	for k, e := range s.times {
		if s.sinceWhen(k) || s.beforeClause(k) || s.verbAbove(e.First) != v {
			continue
		}
		if d := r.resolved(s, e, false); d != "" && d != r.today() && !strings.HasPrefix(string(r.today()), string(d)) {
			return false
		}
	}
	// A clause of the past within the clause: "when", "after", "who once".
	for j := v; s.Tokens[j].Head >= 0; j = s.Tokens[j].Head {
		if rel := s.Tokens[j].Rel; rel == "acl:relcl" || rel == "advcl" && s.has(j, "mark", "when", "since", "before", "until") {
			return false
		}
	}
	return slices.Contains([]entente.EventType{entente.Accuse, entente.Request, entente.Agree, entente.Reject, entente.Threaten, entente.Support, entente.Consult, entente.Concede, entente.Sanction, entente.Aid, entente.Retreat, entente.Cooperate, entente.Mobilize, entente.Protest}, fd.etype) || lead
}

// today is the day that the article's news is of: the day its opening names,
// else the day it was published.
func (r reading) today() entente.Date {
	for _, s := range r.d.sents[:min(3, len(r.d.sents))] {
		for _, e := range s.times {
			if e.Relative {
				continue
			}
			if d := r.resolved(s, e, false); d.Exact() && close(d, r.d.told) {
				return d
			}
		}
	}
	return r.d.told
}

// close reports whether a day lies within the week before publication.
func close(d, published entente.Date) bool {
	a, ok := d.Time()
	b, okb := published.Time()
	return ok && okb && !a.After(b) && b.Sub(a).Hours() <= 7*24
}
