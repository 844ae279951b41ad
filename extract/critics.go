package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// ownState gives the state that people speak to when they are heard at home: the
// senator who opposes a treaty, the opposition that demands an inquiry. It gives
// none for those who speak for their state.
func (r reading) ownState(actors []*entity) []*entity {
	if len(actors) == 0 || slices.ContainsFunc(actors, func(e *entity) bool { return !r.domestic(e) }) {
		return nil
	}
	return r.states(actors)
}

// domestic reports whether somebody is a public figure or a group of a country
// without being part of its government.
func (r reading) domestic(e *entity) bool {
	switch {
	case e.country == "":
		return false
	case e.kind == entente.Organization && e.org == nil:
		return r.x.index.is("domestic-ending", fold(lastWord(e.name)))
	case e.org != nil:
		return r.x.index.is("domestic-kind", e.org.Kind)
	case e.kind == entente.Group:
		return len(e.generics) > 0 && (r.x.index.is("people", e.generics[0]) || r.x.index.is("civil-voice", e.generics[0]))
	case e.kind != entente.Person:
		return false
	}
	outside := false
	for _, o := range e.roles {
		former := strings.HasPrefix(o.name, "former ")
		if o.head && !former && o.of.kind == entente.Country {
			return false
		}
		outside = outside || former || r.x.index.is("domestic-office", o.name) || o.of.kind == entente.Organization && r.domestic(o.of)
	}
	if e.person == nil || r.d.told == "" {
		return outside
	}
	day, known := string(r.d.told), false
	for _, t := range e.person.Terms {
		if covers(t, day) {
			known = true
			outside = outside || r.x.index.is("domestic-office", t.Office)
			if o := r.x.index.officeOf[t.Office]; o != nil && o.Head {
				return false
			}
		}
	}
	return outside || !known && len(e.roles) == 0 && aroundThen(e.person, r.d.told)
}

// bareGovernment gives whose "the government" is that somebody without a
// government's office accuses or asks: the critic's own state, or that of the
// country his title names, "a Peruvian opposition senator, Juan Gomez".
func (r reading) bareGovernment(s *sentence, i int, own, actors []*entity) []*entity {
	if !isVerb(s, i) || !slices.ContainsFunc(s.objectOf(i), func(o int) bool {
		w := s.words[o]
		return (w == "government" || w == "cabinet") && len(s.rel(o, "nmod:poss", "amod", "compound")) == 0 && len(s.oblique(o, "in")) == 0
	}) {
		return nil
	}
	if len(own) > 0 || len(r.states(actors)) > 0 {
		return own
	}
	for _, n := range s.agentOf(i) {
		for _, e := range r.d.named(s, n) {
			own = union(own, r.states([]*entity{e}))
		}
	}
	return own
}

// stranger finds somebody whom an act is openly done to and of whom nothing is
// known: "urged the commission", "told her party". Nobody else is meant then.
func (r reading) stranger(s *sentence, i int, f *lexicon.Frame) int {
	if !isVerb(s, i) {
		return -1
	}
	tokens := append(s.objectOf(i), s.rel(i, "iobj")...)
	tokens = append(tokens, s.oblique(i, "to")...)
	for _, n := range tokens {
		noun := strings.ToLower(s.Tokens[n].Lemma)
		if n > i && s.at[n] == nil && s.treatyAt[n] == nil && s.timeAt[n] == 0 && s.Tokens[n].POS == "NOUN" && r.x.index.is("addressee", noun) {
			return n
		}
	}
	return -1
}
