package extract

import (
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/dates"
)

// when gives the date of the act at token i: of the expression of time that
// hangs on it, else of the year its occasion names ("the 2016 election"), else,
// for what is told as today's news, the day of the news.
func (r reading) when(s *sentence, i int, fd *finding, st standing) entente.Date {
	d, _ := r.whenBy(s, i, fd, st)
	return d
}

// clue is what the rules take a date from.
type clue atom

const (
	undated        clue = iota
	byTime              // an expression of time that hangs on the word
	byClause            // one elsewhere in the clause
	byWhen              // one that a clause with "when" explains
	byOccasion          // one of the clause that tells the occasion
	byCount             // one that is counted from it
	byDeed              // a deed told of before
	byYearOf            // the year of what the act is about
	byAnnouncement      // the announcement of what is under way
	bySpeech            // the speech in which it is done
	bySince             // the beginning of what goes on
	byAlso              // what was done before it
	byBackground        // the year that sentences before are about
	byNews              // the day of the news
	byWords             // the same, for words
	byStory             // the sentence before
	byTreaty            // the year of the treaty that is signed
	byModel             // what was learnt, and not a rule
)

// likely reports whether a date isn't told of the act itself, but taken from what is around it.
func (c clue) likely() bool {
	switch c {
	case byBackground, byNews, byWords, byStory, byModel:
		return true
	}
	return false
}

// whenBy is when, and says by what.
func (r reading) whenBy(s *sentence, i int, fd *finding, st standing) (entente.Date, clue) {
	// An offer or a threat is of the time when it is made.
	future := fd.status == entente.Planned || (fd.frame == nil || fd.frame.Status == "") && (fd.status == entente.Proposed || fd.status == entente.Threatened) || fd.status == entente.Hypothetical && s.has(i, "aux", "will", "would")
	for _, p := range predicates(s, i) {
		for _, c := range s.children[p] {
			if k := r.timeBelow(s, p, c); k > 0 {
				coming := presently(s, p) && (s.caseOf(c) == "from" || fd.etype == entente.Consult) // "face a tariff from Friday", "travels on Friday"
				if d := r.resolved(s, s.times[k-1], future || coming); d != "" {
					return d, byTime
				}
			}
		}
	}
	if d := r.inClause(s, i, future); d != "" {
		return d, byClause
	}
	if d := r.whenTold(s, i, future); d != "" {
		return d, byWhen
	}
	if d := r.besides(s, i, future); d != "" {
		return d, byOccasion
	}
	if d := r.counted(s, i); d != "" && !future && fd.status != entente.Hypothetical {
		return d, byCount
	}
	if d := r.afterDeed(s, i); d != "" {
		return d, byDeed
	}
	if y := r.occasion(s, i, 3, fd.action == "" || fd.action == entente.Sign); y != "" {
		return y, byYearOf
	}
	if d := r.announced(s, i, st); d != "" {
		return d, byAnnouncement
	}
	if d := r.spoken(s, fd, st); d != "" {
		return d, bySpeech
	}
	if d := r.sinceThen(s, i); d != "" {
		return d, bySince
	}
	if d := r.also(s, i); d != "" {
		return d, byAlso
	}
	if y := r.background(s, i); y != "" {
		return y, byBackground
	}
	if r.isNews(s, i, fd, st) {
		return r.today(), byNews
	}
	if r.justSaid(s, i, fd) {
		return r.today(), byWords
	}
	if fd.status != entente.Occurred && fd.status != entente.Ongoing {
		return "", undated
	}
	if d := r.carried(s, i); d != "" || fd.action != entente.Sign || len(fd.treaties) != 1 {
		return d, byStory
	}
	if t := fd.treaties[0]; t.year > 0 && !t.proposed && strconv.Itoa(t.year) < string(r.d.told)[:min(4, len(r.d.told))] {
		return entente.Date(strconv.Itoa(t.year)), byTreaty // "the leaders who signed the treaty"
	}
	return "", undated
}

// presently reports whether a verb stands in the present, in which agencies tell what is
// arranged for a day to come.
func presently(s *sentence, v int) bool {
	return (s.Tokens[v].Tag == "VBZ" || s.Tokens[v].Tag == "VBP") && !s.has(v, "aux")
}

// arranged reports whether a meeting or a visit is told of in the present with a time
// to come: "visits Beijing next week".
func (r reading) arranged(fd *finding) bool {
	s, v := fd.sent, fd.token
	return fd.etype == entente.Consult && presently(s, v) && slices.ContainsFunc(s.children[v], func(c int) bool {
		k := r.timeBelow(s, v, c)
		return k > 0 && s.times[k-1].Next()
	})
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

// resolved works out expression e of s; future says that the act it dates is to come.
func (r reading) resolved(s *sentence, e dates.Expression, future bool) entente.Date {
	if v := s.verbAbove(e.First); v >= 0 && s.Tokens[v].Tag == "VBD" {
		future = false // "announced on Friday that it would"
	}
	previous := r.lastDate(s, e.First)
	if e.ThatYear() {
		previous = r.lastYear(s, e.First)
	} else if e.FromDay() {
		previous = r.lastDay(s, e.First)
		if previous == "" && !e.FromNews() {
			previous = r.lastDate(s, e.First) // "in May ... the next day": in May
		}
	}
	if previous == "" && e.FromNews() {
		previous = r.today() // "three days earlier": than the news
	}
	return e.Resolve(dates.Anchor{Published: r.d.told, Previous: previous, Future: future})
}

// beforeClause reports whether time k counts from what a clause after it tells:
// "a day after the president left".
func (s *sentence) beforeClause(k int) bool {
	e := s.times[k]
	w := s.words[e.Last]
	return e.Relative && (w == "after" || w == "before") && e.Last+1 < len(s.Tokens) && s.Tokens[e.Last+1].POS != "PUNCT" && s.Tokens[e.Last+1].POS != "CCONJ"
}

// countsFromClause reports whether any time of the sentence counts from what a
// clause tells.
func (s *sentence) countsFromClause() bool {
	for k := range s.times {
		if s.beforeClause(k) {
			return true
		}
	}
	return false
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
		if h := s.Tokens[v].Head; t.Rel == "acl" && t.Tag == "VBG" && isVerb(s, i) && s.Tokens[h].Rel == "obj" && s.at[h] == nil && isVerb(s, s.Tokens[h].Head) {
			v = s.Tokens[h].Head // "signed an order on Friday imposing duties"
			clause = append(clause, v)
			continue
		}
		if h := t.Head; t.Rel == "acl" && t.Tag == "VBG" && isVerb(s, i) && h >= 0 && strings.HasPrefix(s.Tokens[h].Rel, "nsubj") && isVerb(s, s.Tokens[h].Head) {
			clause = append(clause, s.Tokens[h].Head) // "Lavrov, visiting Ankara, said on Tuesday"
			break
		}
		if h := t.Head; t.Rel == "acl" && s.has(v, "mark", "to") && s.Tokens[h].Rel == "xcomp" && isVerb(s, s.Tokens[h].Head) {
			v = s.Tokens[h].Head // "became the first to leave the pact on Friday"
			clause = append(clause, v)
			continue
		}
		if t.Head < 0 || !isVerb(s, t.Head) {
			break
		}
		joined := t.Rel == "conj" && len(s.rel(v, "nsubj")) == 0
		when := t.Rel == "advcl" && (s.has(v, "mark", "when", "as", "while") || s.has(v, "advmod", "when"))
		doing := t.Rel == "advcl" && t.Tag == "VBG" && !s.has(v, "mark")               // "hit back on Friday, expelling four"
		doing = doing || t.Rel == "advcl" && t.Tag == "VB" && s.has(v, "mark", "to")   // "rang on Friday to promise"
		just := t.Rel == "advcl" && s.has(v, "mark", "after") && !s.countsFromClause() // "crossed over on Friday after planes had bombed"
		if !joined && !when && !just && !doing && t.Rel != "xcomp" {
			break
		}
		v = t.Head
		clause = append(clause, v)
	}
	if t := s.Tokens[v]; (t.Rel == "conj" || t.Rel == "parataxis") && t.Head >= 0 && isVerb(s, t.Head) && t.Tag == "VBD" && s.Tokens[t.Head].Tag == "VBD" && t.Head < v {
		clause = append(clause, t.Head) // "its envoys came in April; their leader asked", where none is nearer
	}
	for k, e := range s.times {
		if s.beforeClause(k) || s.sinceWhen(k) || e.YearOnly() && !(e.First > 0 && s.words[e.First-1] == "in") {
			continue
		}
		if slices.Contains(clause, s.verbAbove(e.First)) {
			if d := r.resolved(s, e, future); d != "" {
				return d
			}
		}
	}
	return r.behindInfinitive(s, clause)
}

// behindInfinitive gives the past time that stands behind what somebody was to do, and
// dates the main clause: "refused to reunite the island in a vote in May 1990".
func (r reading) behindInfinitive(s *sentence, clause []int) entente.Date {
	for k, e := range s.times {
		w := s.verbAbove(e.First)
		if w < 0 || !s.has(w, "mark", "to") || s.sinceWhen(k) || s.beforeClause(k) || e.Year() == 0 && !(e.Relative && e.FromNews()) {
			continue
		}
		if h := s.Tokens[w].Head; h < 0 || !slices.Contains(clause, s.verbAbove(h)) || s.Tokens[s.verbAbove(h)].Tag != "VBD" {
			continue
		}
		if d := r.resolved(s, e, false); d != "" && d < r.d.told[:min(len(d), len(r.d.told))] {
			return d
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

// spoken gives the time of the speech for what is done by speaking: a refusal
// that a minister says, an offer or a threat that she makes.
func (r reading) spoken(s *sentence, fd *finding, st standing) entente.Date {
	made := fd.etype == entente.Reject || fd.etype == entente.Request || fd.etype == entente.Threaten || fd.status == entente.Proposed || fd.status == entente.Threatened
	if !made || fd.status == entente.Planned || st.verb < 0 || st.speaker == nil || !isVerb(s, st.verb) || st.status == entente.Alleged || st.status == entente.Denied {
		return ""
	}
	if v := s.verbAbove(fd.token); v >= 0 && s.has(v, "aux", "had", "has", "have") {
		return "" // "said that it had refused"
	}
	return r.when(s, st.verb, &finding{sent: s, token: st.verb, etype: entente.Accuse, status: entente.Occurred}, standing{verb: -1})
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
