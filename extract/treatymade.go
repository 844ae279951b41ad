package extract

import (
	"slices"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// signed notes that treaties whose year the text tells were made then by their
// parties, where it hasn't said so itself: "a 1972 U.S.-Soviet treaty".
func (r reading) signed() {
	for _, t := range r.d.treaties {
		parties := r.makersOf(t)
		if t.proposed || t.year == 0 || r.d.mute || len(sides(parties)) < 2 || t.known != nil && (t.known.Multi || len(t.known.Parties) > 5) || r.madeOf(t) {
			continue
		}
		for _, m := range t.mentions {
			if date := r.toldYear(t, m); date != "" {
				r.d.found = append(r.d.found, &finding{sent: m.sent, token: m.head, etype: entente.Support, action: entente.Sign, contexts: []string{"diplomatic"},
					actors: parties, treaties: []*treaty{t}, status: entente.Occurred, date: date, rule: "dated-treaty", sure: 0.6, under: -1})
				break
			}
		}
	}
}

// makersOf gives the parties of a treaty, or those who are likely to have made it.
func (r reading) makersOf(t *treaty) []*entity {
	if es := r.partiesOf(t); len(es) > 0 || t.known != nil {
		return es
	}
	return r.d.usualParties()
}

// madeOf reports whether the text tells of the making of the treaty.
func (r reading) madeOf(t *treaty) bool {
	return slices.ContainsFunc(r.d.found, func(f *finding) bool {
		return (f.action == entente.Sign || f.action == entente.Negotiate && f.etype == entente.Agree) && slices.Contains(f.treaties, t)
	})
}

// toldYear gives the time at which a treaty was made as far as the text tells, or
// the time of its year that the sentence of a mention tells; "" when there's none.
func (r reading) toldYear(t *treaty, m span) entente.Date {
	best := t.made
	for _, e := range m.sent.times {
		date := r.resolved(m.sent, e, false)
		if yearOf(date) == t.year && len(date) > len(best) && (e.Year() > 0 || t.year < r.d.year) {
			best = date
		}
	}
	return best
}

// usualParties are those whose agreements the article is about: the two countries
// that it names most, else the parties of the treaty that it opens with.
func (d *document) usualParties() []*entity {
	if pair := d.mainPair(isCountry); pair != nil {
		return pair
	}
	if two := d.mostSpokenOf(); two != nil {
		return two
	}
	const opening = 3
	for _, t := range d.treaties {
		if len(sides(t.parties)) > 1 && t.mentions != nil && t.mentions[0].sent.index < opening {
			return t.parties
		}
	}
	return nil
}

// partyBefore gives who does something to a treaty where the parser left the verb
// without a subject: the actor named next before it, with no other verb between.
// Of a noun it is whoever is, or is put, "in breach of" it.
func (r reading) partyBefore(s *sentence, i int) []*entity {
	if v := s.Tokens[i].Head; !isVerb(s, i) && s.caseOf(i) == "in" && v >= 0 && isVerb(s, v) {
		if o := s.objectOf(v); len(o) > 0 {
			return r.x.agents(r.d, s, o[0], nil)
		}
		return r.x.agents(r.d, s, max(s.subject(v), 0), nil)
	}
	if !isVerb(s, i) || s.passive(i) || len(s.rel(i, "nsubj")) > 0 || s.Tokens[i].Tag == "VB" {
		return nil
	}
	for j := i - 1; j >= 0 && !isVerb(s, j); j-- {
		if m := s.at[j]; m != nil && !m.located && s.treatyAt[j] == nil && s.caseOf(m.head) == "" {
			return m.entities
		}
	}
	return nil
}

// treatyBeside gives the token of the treaty that stands right behind a verb, or
// behind the words that must stand with it, whatever the parser hung it on; -1
// when there's none.
func (s *sentence) treatyBeside(i int, with []string) int {
	j := i + 1
	for _, w := range with {
		if j >= len(s.Tokens) || s.words[j] != w {
			return -1
		}
		j++
	}
	const near = 4
	for end := j + near; j < len(s.Tokens) && j < end; j++ {
		if s.treatyAt[j] != nil {
			return j
		}
		if pos := s.Tokens[j].POS; pos != "DET" && pos != "ADJ" && pos != "PRON" && pos != "NOUN" && pos != "PROPN" && pos != "NUM" && s.Tokens[j].Tag != "POS" {
			break
		}
	}
	return -1
}

// objectOfAct reports whether the noun at token i, which might tell that an
// agreement was reached, is an agreement that something is done to: "withdrew
// from an agreement with Norway".
func (r reading) objectOfAct(s *sentence, i int, f *lexicon.Frame) bool {
	v := s.Tokens[i].Head
	if isVerb(s, i) || f.Action != "" || s.treatyAt[i] == nil || v < 0 || !isVerb(s, v) {
		return false
	}
	trig := r.trigger(s, v)
	if trig == nil {
		return false
	}
	switch entente.Action(trig.frame.Action) {
	case entente.Withdraw, entente.Suspend, entente.Violate, entente.RejectIt, entente.Ratify, entente.Extend:
		return true
	}
	return false
}

// refuseOffer makes the rejection of an offer one of the treaty that was offered.
func (r reading) refuseOffer(fd *finding) {
	if fd.etype != entente.Reject || fd.action != "" {
		return
	}
	s := fd.sent
	for _, o := range append(r.x.slot(s, fd.token, "obj"), fd.token) {
		if !r.x.index.is("called-agree", s.nounAt(o)) {
			continue
		}
		const back = 8
		for k := len(r.d.found) - 1; k >= 0 && s.index-r.d.found[k].sent.index <= back; k-- {
			f := r.d.found[k]
			if f.action == entente.Propose && len(f.treaties) > 0 && len(without(f.actors, fd.actors)) == len(f.actors) {
				fd.action, fd.treaties, fd.recipients = entente.RejectIt, f.treaties, f.actors
				return
			}
		}
	}
}

// mostSpokenOf gives the two countries that the text speaks of most, with their
// people, when the third is well behind.
func (d *document) mostSpokenOf() []*entity {
	count := map[string]int{}
	for _, e := range d.order {
		if e.country != "" {
			count[successor(e.country)] += len(e.mentions)
		}
	}
	all := d.byMentions(isCountry)
	slices.SortStableFunc(all, func(a, b *entity) int { return count[successor(b.country)] - count[successor(a.country)] })
	if len(all) < 2 || len(all) > 2 && 2*count[successor(all[1].country)] < 3*count[successor(all[2].country)] {
		return nil
	}
	return all[:2]
}
