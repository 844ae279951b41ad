package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

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
	stance := slices.Contains([]entente.EventType{entente.Accuse, entente.Request, entente.Reject, entente.Agree, entente.Concede}, fd.etype)
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
		if rel := s.Tokens[j].Rel; rel == "acl:relcl" && !(verbal(fd.etype) && fd.action == "" && r.inPassing(s, j)) || rel == "advcl" && s.has(j, "mark", "when", "since", "before", "until", "if", "unless") {
			return false
		}
	}
	return slices.Contains([]entente.EventType{entente.Accuse, entente.Request, entente.Agree, entente.Reject, entente.Threaten, entente.Support, entente.Consult, entente.Concede, entente.Sanction, entente.Aid, entente.Retreat, entente.Cooperate, entente.Mobilize, entente.Protest}, fd.etype) || lead || r.sameStory(s, v)
}

// justSaid reports whether words without a time of their own were said as the news
// broke: nothing beside them speaks of an earlier time.
func (r reading) justSaid(s *sentence, i int, fd *finding) bool {
	switch fd.etype {
	case entente.Request, entente.Threaten, entente.Accuse, entente.Reject:
	case entente.Agree:
		if fd.status != entente.Proposed {
			return false
		}
	default:
		return false
	}
	if fd.status == entente.Planned || fd.status == entente.Alleged || fd.status == entente.Denied || len(s.times) > 0 {
		return false
	}
	for v := s.verbAbove(i); v >= 0; v = s.verbAbove(s.Tokens[v].Head) {
		if s.has(v, "aux", "had") || s.Tokens[v].Rel == "acl:relcl" || s.Tokens[v].Rel == "advcl" && s.has(v, "mark", "when", "since", "after", "before", "until") {
			return false
		}
		if s.Tokens[v].Head < 0 {
			break
		}
	}
	d := r.goingOn(s)
	return d == "" || close(d, r.d.told)
}

// sameStory reports whether the deed of verb v is told amid the news of the day:
// as happening while something else does, or joined to words that were its news.
func (r reading) sameStory(s *sentence, v int) bool {
	if d := r.goingOn(s); d != "" && d != r.today() {
		return false
	}
	for _, c := range s.rel(v, "advcl") {
		if s.Tokens[c].Tag == "VBD" && s.has(c, "mark", "as", "while") {
			return true
		}
	}
	joined := s.Tokens[v].Rel == "conj"
	return slices.ContainsFunc(r.d.found, func(f *finding) bool {
		before := f.sent.index == s.index-1 && f.sent.Paragraph == s.Paragraph
		return f.date == r.today() && (joined && f.sent == s && f.token == s.Tokens[v].Head || before)
	})
}

// inPassing reports whether the relative clause of verb v adds to the news of the
// sentence: "the minister, who praised his guests, said ...".
func (r reading) inPassing(s *sentence, v int) bool {
	h := s.verbAbove(s.Tokens[v].Head)
	first := v
	for first > 0 && s.words[first-1] != "," && first > s.Tokens[v].Head {
		first--
	}
	return s.Tokens[v].Tag == "VBD" && h >= 0 && s.Tokens[h].Tag == "VBD" && first > s.Tokens[v].Head+1
}

// today is the day that the article's news is of: the day its opening names,
// else the day it was published.
func (r reading) today() entente.Date {
	for _, s := range r.d.sents[:min(3, len(r.d.sents))] {
		for _, e := range s.times {
			if e.Relative || s.lieAhead(s.verbAbove(e.First)) {
				continue
			}
			if d := r.resolved(s, e, false); d.Exact() && close(d, r.d.told) {
				return d
			}
		}
	}
	return r.d.told
}

// lieAhead reports whether verb v, or the one it shares its auxiliary with, tells of what
// will be: "will suspend the pact and leave it on Saturday".
func (s *sentence) lieAhead(v int) bool {
	for n := 0; n < 3 && v >= 0; n++ {
		if s.toCome(v) || s.Tokens[v].Tag == "VB" && s.has(v, "mark", "to") && s.Tokens[v].Rel == "xcomp" {
			return true
		}
		if s.Tokens[v].Rel != "conj" || len(s.rel(v, "nsubj")) > 0 {
			return false
		}
		v = s.Tokens[v].Head
	}
	return false
}

// close reports whether a day lies within the week before publication.
func close(d, published entente.Date) bool {
	a, ok := d.Time()
	b, okb := published.Time()
	return ok && okb && !a.After(b) && b.Sub(a).Hours() <= 7*24
}
