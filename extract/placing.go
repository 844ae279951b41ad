package extract

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// locative reports whether a name tells where something is: "in Moscow", "at Helsinki".
func locative(s *sentence, first, last int) bool {
	i := first - 1
	if i > 0 && partOfTown[s.words[i]] {
		i--
	}
	if i >= 0 && s.words[i] == "the" {
		i--
	}
	if i >= 0 {
		switch s.words[i] {
		case "in", "at", "near", "outside", "inside", "around", "across", "through", "throughout", "via", "from":
			// "from Moscow" may be what Moscow sends; as an adjunct of a noun it isn't a place.
			return s.words[i] != "from"
		}
	}
	// "MOSCOW -", "MOSCOW (XYZ) -": a dateline.
	return s.index == 0 && first <= 3 && last+1 < len(s.Tokens) && dateline(s, last+1)
}

// partOfTown are the adjectives for a part of a town: "in central Athens".
var partOfTown = map[string]bool{"central": true, "downtown": true, "eastern": true, "western": true, "northern": true, "southern": true, "nearby": true, "inner": true, "old": true}

// acts reports whether a name is the subject of its clause or owns what is: a
// territory of another state is an actor only there.
func acts(s *sentence, first, last int) bool {
	rel := s.Tokens[headOf(s, first, last)].Rel
	return strings.HasPrefix(rel, "nsubj") || rel == "nmod:poss"
}

// inTown reports whether the adjective at token i only says where something is:
// "in the Kenyan capital".
func (x *Extractor) inTown(s *sentence, i int) bool {
	h := s.Tokens[i].Head
	if h < 0 || !x.index.is("town", s.Tokens[h].Lemma) {
		return false
	}
	switch s.caseOf(h) {
	case "in", "at", "near", "outside", "around", "from":
		return true
	}
	return false
}

// destination reports whether a capital is only where somebody goes or what an
// agreement is called after: "flew to Cairo", "Tokyo and Seoul" after "went on
// to", "the Act of Montevideo".
func (x *Extractor) destination(s *sentence, first, last int) bool {
	if first == 0 {
		return false
	}
	if s.words[first-1] == "and" || s.words[first-1] == "," {
		j := first - 2
		return j >= 0 && s.Tokens[last].Head == j && (s.placeAt[j] != nil || s.at[j] != nil && s.at[j].located)
	}
	h := s.Tokens[headOf(s, first, last)].Head
	if h < 0 || h >= first {
		return false
	}
	switch s.words[first-1] {
	case "to", "for", "from", "via", "into", "toward", "towards":
		return x.index.is("motion", strings.ToLower(s.Tokens[h].Lemma))
	case "of":
		return language.StartsUpper(s.Tokens[h].Text) && x.index.is("named-after", s.words[h])
	}
	return false
}

func dateline(s *sentence, i int) bool {
	switch s.Tokens[i].Text {
	case "-", "--", "—", "–", "(", ":":
		return strings.ToUpper(s.Tokens[i-1].Text) == s.Tokens[i-1].Text
	}
	return false
}

// afterPlace reports whether token i follows a city and a comma and isn't itself
// a subject: "near Quetta, Pakistan, ...".
func afterPlace(s *sentence, i int) bool {
	return i >= 2 && !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") && s.words[i-1] == "," && s.placeAt[i-2] != nil
}

// landmark reports whether a name is of a kind that only places have: Cape Horn.
func (x *Extractor) landmark(s *sentence, first, last int) bool {
	return last > first && (x.index.is("landmark", s.words[first]) || x.index.is("landmark", s.words[last]))
}

// addPlace notes that tokens first to last name a place.
func (d *document) addPlace(s *sentence, first, last int, in *lexicon.Country, name string, lat, long float64) {
	id := "place:" + slug(name)
	var p *place
	for _, o := range d.places {
		if o.id == id {
			p = o
		}
	}
	if p == nil {
		p = &place{id: id, name: name, latitude: lat, longitude: long}
		if in != nil {
			p.country = in.ID
		}
		d.places = append(d.places, p)
	}
	p.mentions = append(p.mentions, span{s, first, last, headOf(s, first, last)})
	for i := first; i <= last; i++ {
		s.placeAt[i] = p
	}
}

// club reports whether a capital is only a part of a team's name: "Real Madrid",
// "Paris Saint-Germain".
func (x *Extractor) club(s *sentence, first, last int) bool {
	if first > 0 && language.StartsUpper(s.Tokens[first-1].Text) && x.index.is("club", s.words[first-1]) {
		return true
	}
	next := last + 1
	if next < len(s.Tokens) && s.words[next] == "-" {
		next++
	}
	return next < len(s.Tokens) && language.StartsUpper(s.Tokens[next].Text) && x.index.is("club-tail", s.words[next])
}
