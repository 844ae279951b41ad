package extract

import (
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/internal/linear"
)

// view is a sentence as the models see it: what each token is, as atoms.
type view struct {
	s         *sentence
	word      []atom // of the lemma; of a name what kind of name it is
	use       []atom // of the words that are used alike
	rel       []atom
	kind      []atom // of whoever is meant
	frame     []atom // that the lexicon has for it and that is no event
	eventType []atom // of the event that a frame makes of it, and what the frame speaks of
	eventful  []bool
	evoked    []evoked // of the tokens that may tell of events
}

// evoked is the trigger that fits a token best, and how well it does.
type evoked struct {
	known   bool
	trigger *trigger
	fits    int
}

// atom is a word or another sign.
type atom = uint32

// atomOf gives the atom of a sign (FNV-1a).
func atomOf(sign string) atom {
	h := atom(2166136261)
	for i := range len(sign) {
		h = (h ^ atom(sign[i])) * 16777619
	}
	return h
}

// The kinds of those who are meant.
const (
	nobody atom = iota
	aCountry
	aPerson
	aBody
	aGroup
	aTreaty
	aPlace
	aTime
	several
	byReference atom = 16 // is added for pronouns and nouns: he, the two countries
	kindWord    atom = 1000
)

func kindOf(e *entity) atom {
	switch e.kind {
	case entente.Country:
		return aCountry
	case entente.Person:
		return aPerson
	case entente.Group:
		return aGroup
	}
	return aBody
}

// viewOf gives the view of a sentence, made when it is first asked for.
func (r reading) viewOf(s *sentence) *view {
	if s.view == nil {
		s.view = r.look(s)
	}
	return s.view
}

func (r reading) look(s *sentence) *view {
	const columns = 6
	n := len(s.Tokens)
	all := make([]atom, columns*n)
	column := func() (out []atom) {
		out, all = all[:n:n], all[n:]
		return out
	}
	v := &view{s: s, word: column(), use: column(), rel: column(), kind: column(), frame: column(), eventType: column(), eventful: make([]bool, n), evoked: make([]evoked, n)}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		lemma := strings.ToLower(t.Lemma)
		v.word[i], v.rel[i], v.kind[i] = atomOf(lemma), atomOf(t.Rel), s.kindAt(i)
		v.use[i] = atom(r.x.model.Cluster(lemma)) + 1
		if m := s.at[i]; m != nil && m.head == i && s.treatyAt[i] == nil && (m.how == byName || m.how == byMetonym) {
			v.word[i] = kindWord + v.kind[i]
		}
		if !telling(s, i) {
			continue
		}
		g, fits := r.best(s, i, false)
		v.evoked[i] = evoked{true, g, fits}
		if g != nil {
			v.eventType[i] = atomOf(g.frame.Type + "/" + g.frame.Content)
			if v.eventful[i] = g.frame.Type != ""; !v.eventful[i] {
				v.frame[i] = atomOf(g.frame.ID)
			}
		}
	}
	return v
}

// kindAt tells who or what is meant by token i.
func (s *sentence) kindAt(i int) atom {
	m := s.at[i]
	switch {
	case s.treatyAt[i] != nil:
		return aTreaty
	case m != nil:
		kind := kindOf(m.entities[0])
		if len(m.entities) > 1 {
			kind = several
		}
		if m.how == byPronoun || m.how == byNominal {
			kind += byReference
		}
		return kind
	case s.placeAt[i] != nil:
		return aPlace
	case s.timeAt[i] > 0:
		return aTime
	}
	return nobody
}

// telling reports whether token i is of the sort that tells of events.
func telling(s *sentence, i int) bool {
	if s.at[i] != nil || s.timeAt[i] > 0 || s.placeAt[i] != nil {
		return false
	}
	switch s.Tokens[i].POS {
	case "VERB", "NOUN", "ADJ":
		return true
	}
	return false
}

// keys collects the features of an example.
type keys []uint32

// add adds a feature: a template with the atoms that fill it.
func (k *keys) add(t template, atoms ...atom) {
	if len(*k) == linear.MostKeys {
		return
	}
	var a [4]atom
	copy(a[:], atoms)
	*k = append(*k, linear.Key4(atom(t), a[0], a[1], a[2], a[3]))
}

// some brings a number down to a few steps.
func some(n int) atom {
	switch {
	case n < 0:
		return 0
	case n < 4:
		return atom(n)
	case n < 6:
		return 4
	case n < 10:
		return 5
	case n < 20:
		return 6
	}
	return 7
}

func yes(b bool) atom {
	if b {
		return 2
	}
	return 1
}
