package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// otherSide gives the counterpart of the actors; who resigns leaves his own state.
func (r reading) otherSide(s *sentence, fd *finding) []*entity {
	if (s.Tokens[fd.token].Lemma == "agree" || fd.frame.Mutual) && len(sides(fd.actors)) > 1 {
		return nil // with one another
	}
	if fd.mode == "resign" {
		return r.states(fd.actors)
	}
	if fd.frame.Stance == string(entente.Denies) {
		if es := r.accuser(s, fd.actors); len(es) > 0 {
			return es
		}
	}
	if fd.etype == entente.Support {
		return r.applauded(s, fd.actors)
	}
	if fd.etype == entente.Reject {
		if es := r.offerers(s, fd); len(es) > 0 {
			return es
		}
		if r.homely(s, fd.token) {
			return notAmong(r.ownState(fd.actors), fd.actors)
		}
	}
	if own := r.ownState(fd.actors); len(own) > 0 && (fd.etype == entente.Accuse || fd.etype == entente.Request) {
		return own
	}
	if host := without(r.hosts(s, fd.token), fd.actors); len(host) > 0 && verbal(fd.etype) {
		return host
	}
	if to := without(r.spokenTo(s, fd.token), fd.actors); len(to) > 0 && verbal(fd.etype) {
		return to
	}
	if verbal(fd.etype) && r.stranger(s, fd.token, fd.frame) >= 0 {
		return nil
	}
	if es := r.tellersOwn(fd); len(es) > 0 {
		return es
	}
	if fd.etype == entente.Sanction || fd.etype == entente.Mobilize {
		if es := r.punishedToo(fd); len(es) > 0 {
			return es
		}
	}
	if own := r.states(fd.actors); fd.etype == entente.Mobilize && len(own) > 0 {
		if other := without(r.statesIn(s), own); len(other) == 1 && !s.actsBeside(fd.token, other[0]) {
			return other // "scrambled jets when Chinese planes came near"
		}
	}
	if es := r.culprit(fd); len(es) > 0 {
		return es
	}
	if es := r.atHome(fd); len(es) > 0 {
		return es
	}
	return r.counterpart(s, fd.actors)
}

// atHome gives the state that an armed group of it marches against, where the text has
// nobody fight the group.
func (r reading) atHome(fd *finding) []*entity {
	if fd.etype != entente.Mobilize && fd.etype != entente.Threaten || len(fd.actors) != 1 || fd.actors[0].org == nil || fd.actors[0].org.Kind != "armed-group" {
		return nil
	}
	for _, o := range r.d.found {
		if forceful(o.etype) && !o.guessed && (slices.Contains(o.recipients, fd.actors[0]) || slices.Contains(o.actors, fd.actors[0])) {
			return nil
		}
	}
	if e := r.presence(fd.actors[0].country); e != nil {
		return []*entity{e}
	}
	return nil
}

// culprit gives the state that a third party's penalty or show of force is meant for: the
// one whose hostile acts, and the charges against it, the text tells most of.
func (r reading) culprit(fd *finding) []*entity {
	if fd.etype != entente.Sanction && fd.etype != entente.Mobilize && fd.etype != entente.Accuse && fd.etype != entente.Threaten {
		return nil
	}
	blamed := map[*entity]int{}
	for _, o := range r.d.found {
		if o.guessed {
			continue
		}
		if all := append(slices.Clone(o.actors), o.recipients...); len(without(all, fd.actors)) < len(all) {
			return nil // who had to do with one of them isn't a third
		}
		switch o.etype {
		case entente.Accuse, entente.Sanction:
			r.blame(blamed, o.recipients)
		case entente.Assault, entente.Coerce, entente.Threaten:
			r.blame(blamed, o.actors)
		}
	}
	var most *entity
	next := 0
	for _, e := range r.d.order {
		switch n := blamed[e]; {
		case most == nil || n > blamed[most]:
			if most != nil {
				next = blamed[most]
			}
			most = e
		case n > next:
			next = n
		}
	}
	if most == nil || blamed[most] < next+2 {
		return nil
	}
	return []*entity{most}
}

// blame counts one more charge against the states behind es.
func (r reading) blame(blamed map[*entity]int, es []*entity) {
	for _, e := range r.states(es) {
		blamed[e]++
	}
}

// actsBeside reports whether somebody does something else in a clause joined to the one of
// verb i: "Portugal is to send troops, and Malaysia has flown in a party".
func (s *sentence) actsBeside(i int, e *entity) bool {
	return slices.ContainsFunc(append(s.rel(i, "conj"), s.Tokens[i].Head), func(v int) bool {
		return v >= 0 && isVerb(s, v) && slices.ContainsFunc(s.rel(v, "nsubj"), func(n int) bool { return s.at[n] != nil && slices.Contains(s.at[n].entities, e) })
	})
}

// punishedToo gives those whom others, not the actors' own, were last told to punish or to
// arm against, where neither they nor these had to do with the actors: "Japan, too, froze its aid".
func (r reading) punishedToo(fd *finding) []*entity {
	for o := range r.d.lately(fd.sent, 4) {
		if o.etype != entente.Sanction && o.etype != entente.Mobilize || o.guessed || len(o.recipients) == 0 {
			continue
		}
		all := append(slices.Clone(o.actors), o.recipients...)
		if len(without(all, fd.actors)) < len(all) {
			return nil
		}
		return r.states(o.recipients)
	}
	return nil
}

// tellersOwn gives the state of the official who says that others threatened, refused or
// asked something, of him as a reader takes it: "said that Oslo had presented an ultimatum".
func (r reading) tellersOwn(fd *finding) []*entity {
	if fd.speaker == nil || !isVerb(fd.sent, fd.token) || !r.public([]*entity{fd.speaker}) || isBody(fd.speaker) {
		return nil
	}
	switch fd.etype {
	case entente.Threaten, entente.Reject, entente.Request, entente.Sanction:
		return without(r.states(r.x.home(r.d, fd.speaker)), fd.actors)
	}
	return nil
}

// isBody reports whether somebody is a body between states, or speaks for one.
func isBody(e *entity) bool {
	return e.serves != nil || e.org != nil && e.org.Kind == "intergovernmental"
}

// hosts gives the state where the mission lies that speaks: "the embassy in Oslo
// dismissed the charge", "its ambassador to Canada".
func (r reading) hosts(s *sentence, v int) []*entity {
	for _, n := range s.agentOf(v) {
		if !r.x.index.is("mission", strings.ToLower(s.Tokens[n].Lemma)) {
			continue
		}
		for _, c := range s.rel(n, "nmod") {
			if p := s.caseOf(c); p == "in" || p == "to" || p == "at" {
				return r.states(r.x.patients(r.d, s, c, nil))
			}
		}
	}
	return nil
}

// accuser gives those who last accused a side, a few sentences back.
func (r reading) accuser(s *sentence, accused []*entity) []*entity {
	for fd := range r.d.lately(s, 4) {
		if fd.etype == entente.Accuse && len(without(fd.recipients, accused)) < len(fd.recipients) {
			return without(fd.actors, accused)
		}
	}
	return nil
}

// counterpart gives the side that the story sets against the actors: whom they
// last dealt with in the sentences before, else the other of the two countries
// that the whole text is about.
func (r reading) counterpart(s *sentence, actors []*entity) []*entity {
	return r.opposite(s, actors, func(*finding) bool { return true })
}

// attacker gives who is likely to have used force against the sufferers: the side that
// the story sets against them by more than words.
func (r reading) attacker(s *sentence, sufferers []*entity) []*entity {
	es := r.opposite(s, sufferers, func(fd *finding) bool { return !friendly(fd.etype) && (weighty(fd) || fd.etype == entente.Threaten) })
	if r.onlySuffers(es, sufferers) {
		return nil // a third party isn't struck by who was struck himself
	}
	return es
}

// onlySuffers reports whether the text has force done to some by others than the given, but
// nothing hostile by them.
func (r reading) onlySuffers(es, others []*entity) bool {
	suffers := false
	for _, fd := range r.d.found {
		if len(without(es, fd.actors)) < len(es) && !friendly(fd.etype) || len(without(others, fd.actors)) < len(others) {
			return false
		}
		suffers = suffers || forceful(fd.etype) && len(without(es, fd.recipients)) < len(es)
	}
	return suffers
}

// opposite gives the side set against the actors by one of the last findings that
// count, or by the whole text.
func (r reading) opposite(s *sentence, actors []*entity, counts func(*finding) bool) []*entity {
	if len(actors) == 0 {
		return nil
	}
	for fd := range r.d.lately(s, 5) {
		if fd.guessed || friendly(fd.etype) && (fd.sent == s || r.longAgo(fd)) || !counts(fd) {
			continue
		}
		ours, theirs := without(fd.actors, actors), without(fd.recipients, actors)
		switch {
		case len(ours) < len(fd.actors) && len(ours) == 0 && len(r.states(theirs)) > 0:
			return r.states(theirs)
		case len(theirs) < len(fd.recipients) && (len(theirs) == 0 || fd.etype == entente.Request) && len(r.states(ours)) > 0:
			return r.states(ours)
		}
	}
	if other := without(r.d.mainPair(isCountry), actors); len(other) == 1 {
		return other
	}
	return r.protagonist(s, actors)
}

// longAgo reports whether an act is of a year before the news.
func (r reading) longAgo(fd *finding) bool {
	const year = 4
	return len(fd.date) >= year && len(r.d.told) >= year && fd.date[:year] < r.d.told[:year]
}

// statesIn gives the states that a sentence speaks of, also by their people and bodies.
func (r reading) statesIn(s *sentence) []*entity {
	var es []*entity
	for _, m := range s.at {
		if m != nil && !m.located {
			es = union(es, r.states(m.entities))
		}
	}
	return es
}

// protagonist gives those that the news is about, the actors of the weighty act
// that the article opens with: what others say, they say of them.
func (r reading) protagonist(s *sentence, actors []*entity) []*entity {
	const opening = 3
	for _, fd := range r.d.found {
		if fd.sent.index >= opening || fd.sent == s {
			break
		}
		if !weighty(fd) || fd.guessed {
			continue
		}
		if es := without(fd.actors, actors); len(es) == len(fd.actors) && r.public(es) {
			return es
		}
		if es := without(fd.recipients, actors); r.public(es) {
			return es
		}
	}
	return nil
}
