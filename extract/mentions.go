package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// findMentions finds who is named in the document: first what the lexicon
// knows, then what the name recogniser adds, then offices and bodies described
// by their country ("U.S. intelligence agencies").
func (x *Extractor) findMentions(d *document) {
	for _, s := range d.sents {
		x.knownNames(d, s)
		x.namedBodies(d, s)
		x.newNames(d, s)
	}
	for _, s := range d.sents {
		x.surnamesAlone(d, s)
	}
	for _, s := range d.sents {
		x.bodies(d, s)
		x.compass(d, s)
		x.officeHolders(d, s)
		x.nationals(d, s)
	}
	for _, s := range d.sents {
		x.incumbents(d, s)
	}
}

// knownNames finds the lexicon's phrases in a sentence.
func (x *Extractor) knownNames(d *document, s *sentence) {
	runs := x.treatyNames(d, s)
	for i := 0; i < len(s.Tokens); i++ {
		if t := d.acronyms[s.Tokens[i].Text]; t != nil && s.treatyAt[i] == nil {
			d.mentionTreaty(s, t, i, i)
			continue
		}
		refs, end := x.nameFrom(d, s, i)
		if run, ok := runs[i]; ok {
			d.nameNew(run)
			d.abbreviate(s, s.treatyAt[i], run.last)
		}
		if refs == nil {
			continue
		}
		if s.words[i] == "the" && i+1 < len(s.Tokens) {
			if _, longer := x.nameFrom(d, s, i+1); longer > end {
				continue // "the Commonwealth" of "the Commonwealth of Independent States"
			}
		}
		r := x.ownCapital(d, x.choose(refs, d, s, i, end-1), strings.Join(s.words[i:end], " "))
		if r.person == nil && r.treaty == nil && x.insideName(s, i, end-1) {
			continue
		}
		if r.country != nil && r.capital && x.club(s, i, end-1) || r.how == byAdjective && end+1 < len(s.Tokens) && s.words[end] == "-" && x.index.is("of-a-language", s.words[end+1]) {
			continue
		}
		if r.how == byAdjective && i > 0 && s.words[i-1] == "former" && end < len(s.Tokens) && x.index.is("country-noun", s.words[end]) {
			continue // "the former Soviet republic" is no longer Soviet
		}
		if r.org != nil && end == i+1 && x.index.is("legislature", s.words[i]) && x.ofAnother(s, i, r.org.Country) {
			continue // "Paraguay's Senate"
		}
		if r.org != nil && r.org.Kind == "company" && i > 0 && s.words[i-1] == "the" {
			continue // companies go without an article: "the Amazon" is a river
		}
		if r.person != nil && x.longerName(s, end-1) {
			continue // "Park Jin-hyok" is not Park Jin
		}
		switch {
		case s.treatyAt[i] != nil && (r.country == nil || r.capital):
			continue // a town in a treaty's name doesn't act
		case r.treaty != nil:
			d.nameTreaty(s, i, end-1, r.treaty)
			d.abbreviate(s, s.treatyAt[i], end-1)
		case r.city != nil:
			d.addPlace(s, i, end-1, r.in, r.city.Name, r.city.Latitude, r.city.Longitude)
		case r.country != nil && r.capital && locative(s, i, end-1):
			d.addPlace(s, i, end-1, r.country, r.country.Capital, 0, 0)
		case r.country != nil && r.country.Of != "" && r.how != byAdjective && !acts(s, i, end-1):
			d.addPlace(s, i, end-1, x.index.countries[r.country.Of], r.country.Name, r.country.Latitude, r.country.Longitude)
		case r.country != nil && afterPlace(s, i):
			// "Helsinki, Finland": the country only says where the city is.
			s.placeAt[i] = s.placeAt[i-2]
		default:
			m := d.mention(s, i, end-1, d.entityOf(r, x.index))
			m.how = r.how
			m.located = r.how != byAdjective && locative(s, i, end-1) || r.capital && x.destination(s, i, end-1) || r.how == byAdjective && x.inTown(s, m.head)
		}
		i = end - 1
	}
}

// nameFrom gives what the longest name of the lexicon may mean that begins at token
// i, and the token after its last.
func (x *Extractor) nameFrom(d *document, s *sentence, i int) ([]ref, int) {
	return x.index.names.longest(s.words, i, func(ph phrase[ref], _ int) bool {
		if ph.value.treaty != nil {
			spelt := len(ph.capitals) > 3 && x.index.is("treaty", s.words[i]) // "the treaty on Conventional Armed Forces in Europe"
			return d.afterMade(ph.value.treaty) && (spelt || language.StartsUpper(s.Tokens[i].Text))
		}
		return ph.written(func(k int) string { return s.Tokens[i+k].Text })
	})
}

// longerName reports whether a name goes on after token last by a hyphen and a word that
// isn't one that describes its bearer's: "Park Jin" in "Park Jin-hyok".
func (x *Extractor) longerName(s *sentence, last int) bool {
	return last+2 < len(s.Tokens) && s.words[last+1] == "-" && s.Tokens[last].End == s.Tokens[last+1].Start && s.Tokens[last+1].End == s.Tokens[last+2].Start && !x.index.is("compound-tail", s.words[last+2])
}

// ownCapital makes the seat of a body that the text hasn't named the capital of
// the country that it has: Brussels is Belgium's after "Belgium".
func (x *Extractor) ownCapital(d *document, r ref, city string) ref {
	if r.org == nil || r.how != byMetonym || d.entities["org:"+r.org.ID] != nil {
		return r
	}
	for _, e := range d.order {
		if e.nation != nil && fold(e.nation.Capital) == city && len(e.mentions) > 0 {
			return ref{country: e.nation, how: byMetonym, capital: true}
		}
	}
	return r
}

// ofAnother reports whether a body at token i is marked as that of another
// country than the one whose body goes by the bare name.
func (x *Extractor) ofAnother(s *sentence, i int, country string) bool {
	j := i - 1
	if j >= 1 && (s.words[j] == "'s" || s.words[j] == "'") {
		j--
	}
	if j < 0 {
		return false
	}
	refs, _ := x.index.names.longest(s.words, j, func(ph phrase[ref], end int) bool {
		return end == j+1 && ph.written(func(k int) string { return s.Tokens[j+k].Text })
	})
	return slices.ContainsFunc(refs, func(r ref) bool { return r.country != nil && r.country.ID != country })
}

// insideName reports whether tokens first to last are only a part of a longer
// name of a person or an organisation: "Jordan" in "Michael Jordan".
func (x *Extractor) insideName(s *sentence, first, last int) bool {
	for _, n := range s.Names {
		if n.Kind == language.PlaceName || n.First > first || n.Last < last || n.First == first && n.Last == last {
			continue
		}
		if n.Kind == language.PersonName {
			// "President Putin of Russia" may come as one name: only what follows
			// or precedes within a plain run of capitalised words counts.
			return capitalised(s, n.First, n.Last)
		}
		if n.Last > n.First && x.index.is("mission", s.words[n.Last-1]+" "+s.words[n.Last]) {
			return false // "the British High Commission" is Britain's
		}
		// "Bank of England" is a body; "Russian Foreign Ministry" too. An adjective
		// alone before a common noun isn't part of a name.
		return capitalised(s, n.First, n.Last) && s.Tokens[n.Last].POS == "PROPN"
	}
	return false
}

func capitalised(s *sentence, first, last int) bool {
	for i := first; i <= last; i++ {
		r, _ := utf8.DecodeRuneInString(s.Tokens[i].Text)
		if !unicode.IsUpper(r) && !particle[s.words[i]] {
			return false
		}
	}
	return true
}

var particle = map[string]bool{"of": true, "the": true, "and": true, "for": true, "de": true, "al": true, "el": true, "bin": true, "ibn": true, "van": true, "von": true, "der": true, "den": true, "da": true, "di": true, "du": true, "la": true, "le": true, "dos": true, "-": true, "'s": true, "&": true, "on": true, "abu": true, "ben": true, "ul": true, "ur": true}

// choose picks what an ambiguous phrase stands for here.
func (x *Extractor) choose(refs []ref, d *document, s *sentence, first, last int) ref {
	best, score := refs[0], -1
	for _, r := range refs {
		n := 0
		switch {
		case r.country != nil:
			n = 8
			if r.how == byAdjective && !modifies(s, last) {
				n = 4
			}
			if !existed(r.country, d.told) {
				n--
				if r.capital {
					n = 0 // Kiev in 1972 was a city like others
				}
			}
		case r.person != nil, r.treaty != nil:
			n = 10
		case r.org != nil:
			n = 8
		case r.city != nil:
			n = 2
			if locative(s, first, last) {
				n = 10
			}
			if r.in != nil && !existed(r.in, d.told) {
				n--
			}
		}
		if n > score {
			best, score = r, n
		}
	}
	return best
}

// existed reports whether there was such a state on the day of the article, as
// far as both are known.
func existed(c *lexicon.Country, published entente.Date) bool {
	day := string(published)
	return day == "" || c.From <= day && (c.To == "" || day <= c.To)
}

// modifies reports whether a token stands before the noun it describes.
func modifies(s *sentence, i int) bool {
	t := s.Tokens[i]
	return t.Head > i && (t.Rel == "amod" || t.Rel == "compound" || strings.HasPrefix(t.Rel, "nmod"))
}

// newNames takes over the names that the recogniser found and the lexicon doesn't know.
func (x *Extractor) newNames(d *document, s *sentence) {
	for _, n := range s.Names {
		first, last := x.trimName(s, n)
		if first > last || d.covered(s, first, last) || s.timeAt[first] > 0 {
			continue
		}
		text := strings.TrimSuffix(d.text(s, first, last), ".")
		kind := n.Kind
		if kind == language.OrganizationName && first > 0 && x.isTitle(s.words[first-1]) && slices.Contains(s.words[first:last], "of") {
			kind = language.PersonName // "Premier Cyrankiewicz of Poland"
		}
		switch kind {
		case language.PersonName:
			for j := first + 1; j < last; j++ {
				if s.words[j] == "of" { // "Assad of Syria"
					last = j - 1
					text = d.text(s, first, last)
				}
			}
			if p := x.withoutInitials(s, first, last); p != nil {
				d.mention(s, first, last, d.entityOf(ref{person: p}, x.index))
			} else if e, end := x.bySurname(d, s, first); e != nil && end == last { // "Le Drian"
				d.mention(s, first, last, e)
			} else if last > first && wordsIn(text) > 1 && !x.index.is("span", s.words[last]) {
				d.mention(s, first, last, d.newEntity("person:"+slug(text), text, entente.Person))
			}
		case language.OrganizationName:
			if e := x.aka(d, s, first, last); e != nil {
				d.mention(s, first, last, e)
			} else if x.landmark(s, first, last) || locative(s, first, last) && !x.bodyLike(s, first, last) {
				d.addPlace(s, first, last, nil, text, 0, 0) // "in the Plaza de Mayo"
			} else if x.plausibleBody(s, first, last) {
				e := d.newEntity("organization:"+slug(text), text, entente.Organization)
				if m := s.at[first]; m != nil && m.how == byAdjective && e.country == "" {
					e.country = m.entities[0].country // "the British High Commission"
				}
				d.mention(s, first, last, e)
			}
		case language.PlaceName:
			if locative(s, first, last) {
				d.addPlace(s, first, last, nil, text, 0, 0)
			}
		}
	}
}

// withoutInitials finds the person of the lexicon whom a name means that has
// initials between: "Sergei K. Shoigu".
func (x *Extractor) withoutInitials(s *sentence, first, last int) *lexicon.Person {
	var words []string
	for j := first; j <= last; j++ {
		if len(strings.TrimSuffix(s.words[j], ".")) > 1 {
			words = append(words, s.words[j])
		}
	}
	if len(words) == last-first+1 || len(words) < 2 {
		return nil
	}
	refs, end := x.index.names.longest(words, 0, func(phrase[ref], int) bool { return true })
	if end == len(words) && refs[0].person != nil {
		return refs[0].person
	}
	return nil
}

// trimName takes titles and quotation marks off the ends of a recognised name.
func (x *Extractor) trimName(s *sentence, n language.Name) (first, last int) {
	first, last = n.First, n.Last
	for first < last && (s.Tokens[first].POS == "NUM" && s.Tokens[first].Rel == "nummod" || x.isTitle(s.words[first]) || s.Tokens[first].POS == "PUNCT" || s.words[first] == "the") {
		first++
	}
	for last > first && (s.words[last] == "'s" || s.Tokens[last].POS == "PUNCT") {
		last--
	}
	for n.Kind == language.PersonName && last+2 < len(s.Tokens) && s.words[last+1] == "-" && s.Tokens[last].End == s.Tokens[last+2].Start-1 && !x.index.is("compound-tail", s.words[last+2]) {
		last += 2 // "Nam Gwan-pyo"
	}
	return first, last
}

func (x *Extractor) isTitle(word string) bool { return x.index.is("title", word) }

func wordsIn(s string) int { return strings.Count(s, " ") + 1 }

// plausibleBody keeps from the recogniser's organisations those that look like
// one: a run of capitalised words of which one isn't ordinary.
func (x *Extractor) plausibleBody(s *sentence, first, last int) bool {
	if refs, _ := x.index.names.longest(s.words[last:last+1], 0, func(phrase[ref], int) bool { return true }); len(refs) > 0 && refs[0].how == byAdjective {
		return false // "Central American"
	}
	if refs, _ := x.index.names.longest(s.words[first:first+1], 0, func(phrase[ref], int) bool { return true }); len(refs) > 0 && refs[0].how == byAdjective && last > first && (x.index.is("mission", s.words[last]) || x.index.is("mission", s.words[last-1]+" "+s.words[last])) {
		return false // "the British High Commission" is Britain's
	}
	if w := singular(s.words[last]); x.index.is("treaty", w) || x.index.is("treaty-if-capital", w) {
		return false // "the Washington Declaration"
	}
	if x.isTitle(s.words[last]) || last > first && x.index.is("cabinet", s.words[last]) {
		return false // "the American Ambassador", "the Lange Government"
	}
	if !capitalised(s, first, last) || s.Tokens[last].POS != "PROPN" && s.Tokens[last].POS != "NOUN" {
		return false
	}
	if first == last {
		return language.IsAcronym(s.Tokens[first].Text) && len(s.words[first]) >= 3 && s.index > 0 && !x.index.is("title", s.words[first])
	}
	return true
}

// bodyLike reports whether one of the words is what bodies are called: Court, Council.
func (x *Extractor) bodyLike(s *sentence, first, last int) bool {
	for i := first; i <= last; i++ {
		if w := singular(s.words[i]); x.index.is("bloc", w) || x.index.is("agent-noun", w) || x.index.is("agency", w) || language.IsAcronym(s.Tokens[i].Text) {
			return true
		}
	}
	return false
}
