package extract

import (
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/internal/linear"
)

// elsewhere reports whether an article is about something else than public affairs, where
// "attack" and "agreement" mean other things.
func (r reading) elsewhere() bool {
	m := r.x.models
	if m == nil {
		return false
	}
	return m.public(r.topicKeys(), r.topicSeen(m.words)) < publicFloor
}

// topicKeys gives what tells whether an article is about public affairs: its words, and
// how many of which kind it names.
func (r reading) topicKeys() keys {
	k := make(keys, 0, linear.MostKeys)
	k.add(always)
	r.classKeys(&k)
	named := map[string]int{}
	for _, e := range r.d.order {
		kind := string(e.kind)
		switch {
		case e.person != nil:
			kind = "known person"
		case e.org != nil:
			kind = e.org.Kind
		}
		named[kind]++
	}
	for _, kind := range slices.Sorted(maps.Keys(named)) {
		k.add(topicNames, atomOf(kind), some(named[kind]))
	}
	said := map[[2]atom]bool{}
	for s, i := range r.d.topical {
		w := [2]atom{atomOf(strings.ToLower(s.Tokens[i].Lemma)), yes(s.heading)}
		if !said[w] {
			said[w] = true
			k.add(topicWord, w[0], w[1])
		}
	}
	return k
}

// classKeys are about the words that the lexicon knows to be of sport, shows and business, and
// of politics and those who make it.
func (r reading) classKeys(k *keys) {
	aside, public, all := 0, 0, 0
	for _, s := range r.d.sents {
		for i := range s.Tokens {
			lemma := s.Tokens[i].Lemma
			all++
			if r.x.index.is("aside", lemma) || r.x.index.is("aside", s.words[i]) {
				aside++
			}
			if r.x.index.is("public-affairs", lemma) || s.at[i] != nil && s.at[i].first == i && r.x.inPolitics(s.at[i]) {
				public++
			}
		}
	}
	share := func(n, of, times int) atom { return some(n * times / max(of, 1)) }
	k.add(topicAside, share(aside, all, 400), share(public, all, 200))
	k.add(topicAsideShare, share(aside, public, 8))
	k.add(topicPublic, share(public, all, 200))
}

// inPolitics reports whether a mention is of somebody who makes politics by trade.
func (x *Extractor) inPolitics(m *mention) bool {
	e := m.entities[0]
	return e.person != nil || e.org != nil && !x.index.is("private-kind", e.org.Kind)
}

// topical yields the words that say what the text is about: those of nobody's name.
func (d *document) topical(yield func(s *sentence, i int) bool) {
	for _, s := range d.sents {
		for i := range s.Tokens {
			if s.at[i] != nil || s.timeAt[i] > 0 || s.placeAt[i] != nil {
				continue
			}
			switch s.Tokens[i].POS {
			case "VERB", "NOUN", "ADJ", "ADV", "PROPN":
				if !yield(s, i) {
					return
				}
			}
		}
	}
}

// topicSeen gives the words of the text, each as often as it has it.
func (r reading) topicSeen(known *words) []linear.Seen {
	var out []linear.Seen
	for s, i := range r.d.topical {
		if n, ok := known.at(s, i); ok {
			out = append(out, linear.Seen{Word: n})
		}
	}
	for i := range out {
		out[i].Weight = float32(1 / math.Sqrt(float64(len(out))))
	}
	return out
}
