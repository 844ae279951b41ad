package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/dates"
)

// calendar has the dates that a finding may be of.
type calendar struct {
	fd    *finding
	told  entente.Date // the day of the article
	tense atom
	verb  int // that tells the time
	dates []dated
	last  [2]atom // how old what is told just before is: the last finding, and the last expression of time
}

// dated is a date, and where in the article it is told.
type dated struct {
	date entente.Date
	from []source
}

// source is a place in which a date is told.
type source struct {
	place atom // where, seen from the finding
	by    atom // the preposition before it
}

// Where a date is told.
const (
	fromRules atom = iota + 1
	fromNews
	fromArticle // its day, month or year of publication
	fromSentence
	fromBefore // one of a few sentences before
	fromBehind // the sentence behind
	fromFinding
	sources
)

const (
	datesBefore = 3 // sentences before in which dates are looked for
	datesEach   = 3 // of each of them
	datesMost   = 14
)

// weighDates gives each finding the date that the model holds likeliest, if it is sure enough:
// that of the rules, the day of the news, or one that is told around it.
func (r reading) weighDates() {
	teaches := r.x.tutor != nil && r.x.tutor.teaches
	if !teaches && (r.x.models == nil || r.x.tutor != nil) || r.d.told == "" {
		return
	}
	today := r.today()
	chosen := make([]entente.Date, len(r.d.found)) // set when all have been, for they tell of one another
	for n := range r.d.found {
		c := r.calendarOf(n, today)
		if teaches {
			r.x.tutor.date(r, c)
			continue
		}
		chosen[n] = r.likeliest(c)
	}
	for n, fd := range r.d.found {
		if !teaches && fd.date != chosen[n] {
			fd.date, fd.clue = chosen[n], byModel
		}
	}
}

// likeliest gives the date that the model holds likeliest, or that of the rules, if no other is much
// likelier, or none.
func (r reading) likeliest(c *calendar) entente.Date {
	best, likeliest := dateFloor, c.fd.date
	for i, o := range c.dates {
		if real(c.fd.status) == 0 && o.date.Exact() && o.date > c.told && o.date != c.fd.date {
			continue // what was done doesn't lie ahead
		}
		p := r.x.models.of(r.dateKeys(c, i))
		if o.date == c.fd.date {
			p += dateLead
		}
		if p > best {
			best, likeliest = p, o.date
		}
	}
	return likeliest
}

// calendarOf gives the dates that the nth finding may be of.
func (r reading) calendarOf(n int, today entente.Date) *calendar {
	fd := r.d.found[n]
	s := fd.sent
	c := &calendar{fd: fd, told: r.d.told, verb: s.finite(fd.token)}
	c.tense = s.tense(c.verb, fd.token)
	if fd.date != "" {
		c.add(fd.date, source{place: fromRules + sources*atom(fd.clue)})
	}
	if !s.refersBack(c.verb) {
		late := yes(today != r.d.told) // the news is of an earlier day than the article
		c.add(today, source{place: fromNews + sources*late})
		for i, length := range []int{len("2006-01-02"), len("2006-01"), len("2006")} {
			if length <= len(r.d.told) {
				c.add(r.d.told[:length], source{place: fromArticle + sources*(4*late+atom(i))})
			}
		}
	}
	r.fromText(c)
	r.fromFindings(c, r.d.found[:n])
	return c
}

// fromText adds the dates that the finding's sentence and those around it tell.
func (r reading) fromText(c *calendar) {
	s := c.fd.sent
	future := c.fd.status == entente.Planned || c.fd.status == entente.Hypothetical
	clause := s.verbAbove(c.fd.token)
	for _, e := range s.times {
		where := yes(e.First > c.fd.token)
		if s.verbAbove(e.First) == clause {
			where += 2
		}
		c.add(r.resolved(s, e, future), source{fromSentence + sources*(8*form(e)+where), s.preposition(e)})
	}
	for back := 1; back <= min(datesBefore, s.index); back++ {
		o := r.d.sents[s.index-back]
		for i := range min(datesEach, len(o.times)) {
			e := o.times[len(o.times)-1-i]
			where := atom(4*back+i) + 16*yes(o.Paragraph == s.Paragraph)
			c.add(r.resolved(o, e, false), source{fromBefore + sources*(64*form(e)+where), o.preposition(e)})
		}
	}
	if next := s.index + 1; next < len(r.d.sents) && len(r.d.sents[next].times) > 0 {
		o := r.d.sents[next]
		e := o.times[0]
		c.add(r.resolved(o, e, false), source{fromBehind + sources*(2*form(e)+yes(o.Paragraph == s.Paragraph)), o.preposition(e)})
	}
	if d := r.lastDate(s, 0); d != "" {
		c.last[1] = ageOf(d, r.d.told)
	}
}

// fromFindings adds the dates of what was found last before.
func (r reading) fromFindings(c *calendar, before []*finding) {
	const most = 3
	s, back := c.fd.sent, atom(0)
	for _, o := range slices.Backward(before) {
		if back == most || s.index-o.sent.index > datesBefore {
			return
		}
		if o.date == "" {
			continue
		}
		if back == 0 {
			c.last[0] = ageOf(o.date, r.d.told)
		}
		where := 8*back + 4*yes(o.sent == s) + yes(sameSides(o.actors, c.fd.actors))
		c.add(o.date, source{place: fromFinding + sources*where})
		back++
	}
}

// refersBack reports whether what verb v tells was when something told of before was: "at the time",
// "around the same time". But "at the same time" may only mean "besides".
func (s *sentence) refersBack(v int) bool {
	return slices.ContainsFunc(s.rel(v, "obl"), func(c int) bool {
		if s.words[c] != "time" {
			return false
		}
		by := s.caseOf(c)
		return by == "around" || by == "about" || by == "at" && s.has(c, "det", "the", "that") && len(s.rel(c, "amod", "nmod", "acl", "acl:relcl")) == 0
	})
}

// add adds a date from somewhere.
func (c *calendar) add(d entente.Date, from source) {
	if d == "" || c.fd.status == entente.Planned && d.Exact() && d <= c.told && d != c.fd.date {
		return // what is planned lies ahead
	}
	for i := range c.dates {
		if c.dates[i].date == d {
			c.dates[i].from = append(c.dates[i].from, from)
			return
		}
	}
	if len(c.dates) < datesMost {
		c.dates = append(c.dates, dated{d, []source{from}})
	}
}

// form tells what sort of expression of time it is.
func form(e dates.Expression) atom {
	switch {
	case e.YearOnly():
		return 1
	case e.Relative:
		return 2
	case e.Next():
		return 3
	case e.Year() > 0:
		return 4
	}
	return 5
}

// preposition is the word before an expression of time, as an atom.
func (s *sentence) preposition(e dates.Expression) atom {
	if e.First == 0 {
		return 0
	}
	return atomOf(s.words[e.First-1])
}

// tense tells in which form verb v, which carries the time of token i, stands.
func (s *sentence) tense(v, i int) atom {
	t := &s.Tokens[v]
	a := atomOf(t.Tag)
	for n, aux := range [][]string{{"had"}, {"has", "have", "'s", "'ve"}, {"will", "would", "wo", "'ll", "shall"}, {"was", "were"}, {"is", "are", "am", "'re"}, {"may", "might", "can", "could", "must", "should"}} {
		if s.has(v, "aux", aux...) || s.has(v, "aux:pass", aux...) {
			a = a*31 + atom(n) + 1
		}
	}
	if !isVerb(s, i) {
		a = a*31 + 17
	}
	return a
}

// dateKeys gives what tells whether the finding is of the nth date.
func (r reading) dateKeys(c *calendar, n int) keys {
	k := make(keys, 0, 96)
	fd, s, o := c.fd, c.fd.sent, &c.dates[n]
	v := r.viewOf(s)
	t, rules, status := atomOf(string(fd.etype)), atom(fd.clue), atomOf(string(fd.status))
	if fd.date == "" {
		rules = atom(undated)
	}
	rel := atomOf(strings.SplitN(s.Tokens[fd.token].Rel, ":", 2)[0])
	verbRel := v.rel[c.verb]
	place := some(s.index)
	said := yes(fd.speaker != nil) + 2*yes(s.quoted[fd.token])
	for _, f := range o.from {
		p := f.place
		k.add(dateSource, p)
		k.add(dateType, p, t)
		k.add(dateTense, p, c.tense)
		k.add(dateStatus, p, status, c.tense)
		k.add(dateTypeTense, p, t, c.tense)
		k.add(dateTypePosition, p, t, place)
		k.add(dateDeed, p, v.word[fd.token], yes(isVerb(s, fd.token)))
		k.add(dateClue, p, rules)
		k.add(dateClueTense, p, rules, c.tense)
		k.add(datePosition, p, place, rules)
		k.add(dateRelation, p, rel, verbRel)
		k.add(dateWord, p, v.word[c.verb])
		k.add(dateSaid, p, said, c.tense)
		k.add(dateCase, p, f.by)
		k.add(dateTimes, p, some(len(s.times)), rules)
		for _, a := range s.rel(c.verb, "advmod", "mark") {
			k.add(dateAdverb, p, v.word[a])
		}
		for _, i := range []int{c.verb, fd.token} {
			for _, a := range s.rel(i, "obl", "nmod") {
				if s.at[a] == nil && s.timeAt[a] == 0 {
					k.add(dateOblique, p, v.word[a])
				}
			}
		}
		k.add(dateBefore, p, c.last[0], rules)
		k.add(dateLast, p, c.last[1], rules)
	}
	age := ageOf(o.date, r.d.told)
	k.add(dateAge, age)
	k.add(dateAgeTense, age, c.tense, status)
	k.add(dateAgeClue, age, rules)
	k.add(dateAgeType, age, t)
	k.add(dateSources, some(len(o.from)), rules)
	k.add(dateRules, yes(o.date == fd.date), rules, t)
	return k
}

// ageOf tells how long before the news a date is, and how exact it is.
func ageOf(d, told entente.Date) atom {
	a, _ := d.Time()
	b, _ := told[:min(len(told), len(d))].Time()
	days := int(b.Sub(a).Hours() / 24)
	age := atom(0)
	switch {
	case days < 0:
		age = 1
	case days == 0:
		age = 2
	case days == 1:
		age = 3
	case days <= 7:
		age = 4
	case days <= 31:
		age = 5
	case days <= 366:
		age = 6
	default:
		age = 7
	}
	return 16*age + atom(len(d))
}
