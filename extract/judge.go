package extract

import (
	"slices"

	entente "github.com/entente-graph/entente"
)

// odds are what the models say of a finding's type and sides.
type odds struct {
	ofType, none float64
	part         [asRecipient + 1]float64 // of who is taken to take it
	best         [asRecipient + 1]float64 // of who most likely takes it
}

// weigh drops findings that a model had a part in and that are unlikely to be right, by what
// the models say of them; what was claimed of them stays.
func (r reading) weigh() {
	m := r.x.models
	if m == nil {
		return
	}
	in := map[*sentence][]*finding{}
	for _, fd := range r.d.found {
		in[fd.sent] = append(in[fd.sent], fd)
	}
	var kept []*finding
	for _, fd := range r.d.found {
		if !fd.learnt {
			kept = append(kept, fd)
			continue
		}
		r.cast(fd, asActor, fd.actors, nil)
		r.cast(fd, asRecipient, fd.recipients, nil)
		k := r.judgeKeys(fd, in[fd.sent])
		if r.x.tutor != nil {
			r.x.tutor.judge(r, fd, k)
			continue
		}
		if m.right(k) >= rightFloor {
			kept = append(kept, fd)
			continue
		}
		r.refuse(fd.sent, fd.token, fd.frame, "unlikely, with these words and sides")
		for _, c := range fd.statements() {
			if c.speaker != nil && c.stance != "" && c.stance != entente.Asserts {
				r.d.loose = append(r.d.loose, c)
			}
		}
	}
	if r.x.tutor == nil {
		r.d.found = kept
	}
}

// judgeKeys gives what tells whether a finding is right; around are those of its sentence.
func (r reading) judgeKeys(fd *finding, around []*finding) keys {
	k := make(keys, 0, 96)
	v := r.viewOf(fd.sent)
	o := &fd.odds
	o.ofType, o.none = r.x.models.chances(r, v, fd.token, fd.etype)
	steps := func(p float64, n int) atom { return atom(p * float64(n)) }
	actor, recipient := o.part[asActor], o.part[asRecipient]
	t, frame := atomOf(string(fd.etype)), atomOf(fd.frame.ID)
	k.add(oddsType, steps(o.ofType, 10), t)
	k.add(oddsNone, steps(o.none, 10), t)
	k.add(oddsTypeNone, steps(o.ofType, 10), steps(o.none, 10))
	k.add(oddsFrame, steps(o.none, 10), frame)
	k.add(oddsAll, steps(o.ofType, 10), steps(actor, 5), steps(recipient, 5))
	k.add(oddsProduct, steps(o.ofType*actor*recipient, 12))
	k.add(oddsSides, steps(actor*recipient, 12), t)
	k.add(findingWord, v.word[fd.token])
	k.add(findingStory, frame, yes(fd.fromStory()))
	k.add(findingType, t)
	k.add(findingFrame, frame)
	k.add(findingRule, atomOf(fd.rule))
	k.add(oddsBoth, steps(actor, 8), steps(recipient, 8))
	k.add(oddsActor, steps(actor, 8), t)
	k.add(oddsRecipient, steps(recipient, 8), t)
	k.add(oddsActorBest, steps(actor, 8), steps(o.best[asActor], 8))
	k.add(oddsRecipientBest, steps(recipient, 8), steps(o.best[asRecipient], 8))
	k.add(findingStatus, atomOf(string(fd.status)), yes(fd.speaker != nil), t)
	k.add(findingSides, yes(len(fd.actors) > 0), yes(len(fd.recipients) > 0), t)
	k.add(findingTreaty, yes(len(fd.treaties) > 0), atomOf(string(fd.action)), t)
	k.add(findingSure, some(int(fd.sure*20)-10), t)
	k.add(findingSizes, some(len(fd.actors)), some(len(fd.recipients)))
	k.add(findingPosition, t, some(fd.sent.index))
	k.add(findingGuess, yes(fd.fromStory()), steps(recipient, 8))
	for n, es := range [][]*entity{fd.actors, fd.recipients} {
		for _, e := range es {
			here := slices.ContainsFunc(e.mentions, func(m *mention) bool { return m.sent == fd.sent })
			k.add(sideHere, atom(n), kindOf(e), yes(here), t)
			k.add(sideListed, atom(n), yes(e.country != ""), yes(e.listed()), t)
		}
	}
	for _, o := range around {
		if o != fd {
			k.add(beside, t, atomOf(string(o.etype)))
		}
	}
	k.add(besides, t, some(len(around)-1))
	return k
}
