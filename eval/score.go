package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente"
)

// scorer scores one article.
type scorer struct {
	gold     Article
	record   *reader
	types    map[entente.EventType]*TypeCount
	counts   Counts
	findings []Finding
	told     []Telling
}

func (s *scorer) score() {
	s.article()
	s.actors()
	s.treaties()
	s.events()
	s.claims()
}

func (s *scorer) find(f Finding) { s.findings = append(s.findings, f) }

// article scores title and date, and looks for page furniture.
func (s *scorer) article() {
	a := s.record.Article
	if s.gold.Title != "" {
		ok := normalize(s.gold.Title) == normalize(a.Title)
		s.counts.Title.count(ok)
		if !ok {
			s.find(Finding{Kind: FindTitle, Key: s.gold.Title, Detail: fmt.Sprintf("found %q", a.Title)})
		}
	}
	if s.gold.Published != "" {
		ok := a.Published == s.gold.Published
		s.counts.Published.count(ok)
		if !ok {
			s.find(Finding{Kind: FindPublished, Key: string(s.gold.Published), Detail: fmt.Sprintf("found %q", a.Published)})
		}
	}
	hay := []string{normalize(a.Title)}
	for _, x := range s.record.Actors {
		hay = append(hay, normalize(x.Name))
	}
	for _, c := range s.record.Claims {
		hay = append(hay, normalize(c.Quote))
	}
	const short = 12 // pieces shorter than this may stand in the report as well
	for _, piece := range s.gold.Litter {
		p := normalize(piece)
		if len(p) >= short && slices.ContainsFunc(hay, func(h string) bool { return strings.Contains(h, p) }) {
			s.counts.Litter++
			s.find(Finding{Kind: FindLitter, Extra: true, Key: piece})
		}
	}
}

func (s *scorer) actors() {
	of := s.record.matchActors(s.gold.Actors)
	matched := map[string]bool{}
	for i, a := range s.gold.Actors {
		id, ok := of[i]
		matched[id] = ok
		s.counts.ActorRecall.count(ok)
		if a.Central {
			s.counts.Central.count(ok)
		}
		if !ok {
			s.find(Finding{Kind: FindActor, Key: a.Name})
		}
	}
	for _, id := range s.record.order {
		s.counts.ActorPrecision.count(matched[id])
		if !matched[id] {
			s.find(Finding{Kind: FindActor, Extra: true, Key: id, Detail: s.name(id)})
		}
	}
}

func (s *scorer) treaties() {
	s.record.matchTreaties(s.gold.Treaties)
	found := map[int]bool{}
	for _, t := range s.record.Treaties {
		is := s.record.treaties[t.ID]
		s.counts.TreatyPrecision.count(len(is) > 0)
		for _, i := range is {
			found[i] = true
		}
		if len(is) == 0 {
			s.find(Finding{Kind: FindTreaty, Extra: true, Key: t.ID, Detail: t.Name})
		}
	}
	for i, t := range s.gold.Treaties {
		s.counts.TreatyRecall.count(found[i])
		if !found[i] {
			s.find(Finding{Kind: FindTreaty, Key: t.Name})
		}
	}
}

func (s *scorer) events() {
	m := newMatcher(s.gold, s.record)
	links := m.links()
	paired := pair(links)
	taken := map[int]bool{}
	for g, want := range s.gold.Events {
		l, ok := paired[g]
		s.counts.EventRecall.count(ok)
		s.types[want.Types[0]].Recall.count(ok)
		if want.Core {
			s.counts.Core.count(ok)
		}
		located := m.evidence[g] != span{}
		cause := s.inSentence(links, g, located)
		if !ok {
			s.find(Finding{Kind: FindEvent, Cause: cause, Type: want.Types[0], Core: want.Core, Key: want.ID, Detail: describe(want)})
			continue
		}
		taken[l.found] = true
		s.matched(m, want, l)
	}
	for f, got := range s.record.Events {
		s.counts.Predicted++
		s.counts.EventPrecision.count(taken[f])
		s.counts.byConfidence(s.confidence(got)).count(taken[f])
		if t := s.types[got.Type]; t != nil {
			t.Precision.count(taken[f])
		}
		if len(s.gold.Events) == 0 {
			s.counts.Bait++
		}
		if !taken[f] {
			s.find(Finding{Kind: FindEvent, Extra: true, Cause: causeOfExtra(links, f), Type: got.Type, Key: got.ID, Detail: s.describe(got)})
		}
	}
}

// inSentence counts what was read in the sentence of one of the gold's events,
// and says why none may fit it.
func (s *scorer) inSentence(links []link, g int, located bool) string {
	best, any, fitting := otherType, false, false
	for _, l := range links {
		if l.gold != g {
			continue
		}
		fitting = fitting || l.fit == fits
		if l.inSentence {
			any, best = true, max(best, l.fit)
		}
	}
	if located {
		s.counts.Sentence.count(any)
	}
	if any {
		s.counts.Type.count(best > otherType)
	}
	if any && best > otherType {
		s.counts.Roles.count(best > otherSides)
	}
	switch {
	case fitting:
		return CauseTaken
	case !located:
		return CauseNoSentence
	case !any:
		return CauseUnread
	}
	return causes[best]
}

var causes = map[fit]string{otherType: CauseType, otherSides: CauseSides, otherYear: CauseYear, fits: CauseTaken}

// causeOfExtra says why an event that was found answers none of the gold's.
func causeOfExtra(links []link, f int) string {
	best, any := otherType, false
	for _, l := range links {
		if l.found != f {
			continue
		}
		if l.fit == fits {
			return CauseTaken
		}
		if l.inSentence {
			any, best = true, max(best, l.fit)
		}
	}
	if !any {
		return CauseUnwanted
	}
	return causes[best]
}

// matched scores the details of an event that was found.
func (s *scorer) matched(m *matcher, want Event, l link) {
	got := s.record.Events[l.found]
	s.counts.Status.count(sameReality(want.Status, got.Status) ||
		want.Status == entente.Threatened && got.Status == entente.Occurred) // the threat did occur
	if want.Date != "" {
		s.counts.Date.count(l.date == near)
	}
	if _, ok := m.treaty[want.Treaty]; ok && want.Action != "" {
		s.counts.Action.count(want.Action == got.Action)
	}
	t := Telling{File: s.gold.File, Event: want.ID}
	for _, c := range s.record.Claims {
		if c.Event == got.ID {
			t.Claims = append(t.Claims, c.ID)
		}
	}
	s.told = append(s.told, t)
}

// claims scores attribution of the claims that gold has in full, all but plain
// assertions, and that every quote is what stands in the text.
func (s *scorer) claims() {
	text := s.record.Article.Text
	for _, c := range s.record.Claims {
		s.counts.Verbatim.count(0 <= c.Start && c.Start <= c.End && c.End <= len(text) && text[c.Start:c.End] == c.Quote)
	}
	for _, want := range s.gold.Claims {
		if want.Stance == entente.Asserts {
			continue
		}
		speaker := namesOf(want.Speaker)
		ok := slices.ContainsFunc(s.record.Claims, func(c entente.Claim) bool {
			return c.Speaker != "" && c.Stance == want.Stance && s.record.reach[c.Speaker].meets(speaker)
		})
		s.counts.Attributed.count(ok)
		if !ok {
			s.find(Finding{Kind: FindClaim, Key: want.Speaker + " " + string(want.Stance) + " " + want.About, Detail: want.Evidence})
		}
	}
}

func (s *scorer) name(id string) string {
	for _, a := range s.record.Actors {
		if a.ID == id {
			return a.Name
		}
	}
	return id
}

// describe tells an event of the gold in a line.
func describe(e Event) string {
	return line(e.Actor, e.Recipient, e.Treaty, e.Action, e.Date, e.Status) + ": " + e.Evidence
}

// describe tells an event that was found in a line, with its first quote.
func (s *scorer) describe(e entente.Event) string {
	name := func(ids []string) []string {
		all := make([]string, len(ids))
		for i, id := range ids {
			all[i] = s.name(id)
		}
		return all
	}
	quote := ""
	for _, c := range s.record.Claims {
		if c.Event == e.ID {
			quote = ": " + shorten(c.Quote)
			break
		}
	}
	treaty := ""
	for _, t := range s.record.Treaties {
		if slices.Contains(e.Treaties, t.ID) {
			treaty = t.Name
			break
		}
	}
	return line(name(e.Actors), name(e.Recipients), treaty, e.Action, e.Date, e.Status) + quote
}

func line(actors, recipients []string, treaty string, action entente.Action, date entente.Date, status entente.Status) string {
	parts := []string{strings.Join(actors, ", ")}
	if len(recipients) > 0 {
		parts = append(parts, "-> "+strings.Join(recipients, ", "))
	}
	if treaty != "" {
		parts = append(parts, strings.TrimSpace(string(action)+" ["+treaty+"]"))
	}
	parts = append(parts, string(status), string(date))
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " ")
}

// shorten keeps about the first twelve words' worth of a quote.
func shorten(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// confidence is that of the event's surest claim, 0 to 1.
func (s *scorer) confidence(e entente.Event) float64 {
	most := 0.0
	for _, c := range s.record.Claims {
		if c.Event == e.ID {
			most = max(most, c.Confidence)
		}
	}
	return most
}
