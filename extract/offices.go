package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// officeHolders finds offices, ties them to the people named beside them, and
// lets those without a name stand for whom they speak: "Russia's foreign
// minister, Sergey Lavrov", "the Russian foreign minister".
func (x *Extractor) officeHolders(d *document, s *sentence) {
	for i := 0; i < len(s.Tokens); i++ {
		offices, end := x.index.offices.longest(s.words, i, func(ph phrase[*lexicon.Office], end int) bool { return true })
		if offices == nil {
			continue
		}
		last := end - 1
		if s.Tokens[last].POS == "VERB" || s.Tokens[last].POS == "ADJ" {
			continue
		}
		of := x.officeOf(d, s, i, last)
		o := chooseOffice(offices, of)
		if who := x.holder(s, i, last); who != nil {
			if of == nil && (who.country != "" || who.serves != nil) {
				of = x.home(d, who)[0]
			}
			if of == nil && who.country == "" {
				of = x.frontPlace(d, s)
			}
			if of == nil && who.country == "" && x.index.is("sole-office", o.ID) {
				of = x.writtenFrom(d)
			}
			former := i > 0 && (s.words[i-1] == "former" || s.words[i-1] == "ex")
			who.hold(o, of, former)
			for j := i; j <= last; j++ { // the office is the person: "the crown prince of X, Y, said"
				if s.at[j] == nil && s.treatyAt[j] == nil && s.placeAt[j] == nil {
					s.at[j] = who.mentions[len(who.mentions)-1]
					for _, m := range who.mentions {
						if m.sent == s {
							s.at[j] = m
						}
					}
				}
			}
		} else if o.Head && s.at[i] == nil && of != nil && !d.covered(s, i, last) && !modifierIs(s, i, "former", "ex", "late") {
			m := d.mention(s, i, last, of)
			m.how, m.office = byOffice, o
		}
		i = last
	}
}

// frontPlace gives the state of the capital that a sentence opens with: "In Hanoi,
// President Thang decreed".
func (x *Extractor) frontPlace(d *document, s *sentence) *entity {
	if len(s.Tokens) < 3 || s.words[0] != "in" || s.words[2] != "," || s.placeAt[1] == nil {
		return nil
	}
	e := d.countryEntity(x.index, s.placeAt[1].country)
	if e == nil || e.nation == nil || fold(e.nation.Capital) != s.words[1] {
		return nil // who speaks in Geneva is a guest as often as not
	}
	return e
}

// writtenFrom gives the state from whose capital the dateline says that the article
// comes, where the text is about it too: whose "Foreign Minister Larsen" is.
func (x *Extractor) writtenFrom(d *document) *entity {
	const opening = 200 // bytes
	line := lineStart(d.article.Text[:min(len(d.article.Text), opening)], datelines[0])
	if line == "" {
		return nil
	}
	var words []string
	for _, w := range language.Words(line) {
		words = append(words, fold(w))
	}
	refs, _ := x.index.names.longest(words, 0, func(phrase[ref], int) bool { return true })
	for _, r := range refs {
		if r.country == nil || !r.capital {
			continue
		}
		e := d.entities["country:"+strings.ToLower(r.country.ID)]
		if most := d.byMentions(isCountry); e != nil && slices.Contains(most[:min(2, len(most))], e) {
			return e // one of the two it is about: Washington tells of everybody
		}
	}
	return nil
}

// nationals gives a country to people of whom nothing is known but that they are
// called its: "an American correspondent, Nicholas Daniloff".
func (x *Extractor) nationals(d *document, s *sentence) {
	for i, m := range s.at {
		if m == nil || m.how != byName || m.head != i || !unknown(m.entities[0]) {
			continue
		}
		nouns := s.rel(i, "appos")
		if rel := s.Tokens[i].Rel; (rel == "appos" || rel == "flat") && s.Tokens[i].Head >= 0 {
			nouns = append(nouns, s.Tokens[i].Head)
		}
		for _, n := range nouns {
			for _, c := range s.rel(n, "amod", "compound") {
				if a := s.at[c]; a != nil && a.how == byAdjective && x.index.is("prisoner", s.Tokens[n].Lemma) {
					m.entities[0].country = a.entities[0].country
				}
			}
		}
		for _, c := range s.rel(i, "nmod") { // "Ola Holm of the Norwegian Foreign Ministry"
			if p := s.caseOf(c); p != "of" && p != "from" || s.timeAt[c] > 0 || x.index.is("domestic-ending", s.words[c]) {
				continue
			}
			es := x.agents(d, s, c, nil)
			if len(es) == 1 && m.entities[0].country == "" && (isCountry(es[0]) || es[0].org != nil && es[0].org.Kind == "government") {
				m.entities[0].country = es[0].country
			}
		}
	}
}

// incumbents lets an office left unnamed be the one person of the text who holds
// it: "the Soviet premier", where Khrushchev is named elsewhere.
func (x *Extractor) incumbents(d *document, s *sentence) {
	for i, m := range s.at {
		if m == nil || m.how != byOffice || m.first != i || !x.index.is("sole-office", m.office.ID) {
			continue
		}
		var holders []*entity
		for _, e := range d.order {
			if e.kind == entente.Person && e.country == m.entities[0].country && x.holdsOffice(d, e, m.office) {
				holders = append(holders, e)
			}
		}
		if len(holders) == 1 {
			m.entities[0].forget(m)
			m.entities, m.how = holders, byNominal
			holders[0].mentions = append(holders[0].mentions, m)
		}
	}
}

// holdsOffice reports whether the text or the lexicon gives a person the office now.
func (x *Extractor) holdsOffice(d *document, e *entity, o *lexicon.Office) bool {
	if slices.ContainsFunc(e.roles, func(r role) bool { return r.name == o.Role }) {
		return true
	}
	return e.person != nil && d.told != "" && holdsThen(e.person, o, string(d.told))
}

// hold gives a person an office, and its country if hers isn't known.
func (e *entity) hold(o *lexicon.Office, of *entity, former bool) {
	if of == nil || e.kind != entente.Person {
		return
	}
	name := o.Role
	if former {
		name = "former " + name
	}
	for _, r := range e.roles {
		if r.name == name && r.of == of {
			return
		}
	}
	e.roles = append(e.roles, role{name, of, o.Head})
	if e.country == "" {
		e.country = of.country
	}
	if of.country == "" && of.kind == entente.Organization && of.org == nil {
		of.country = e.country // the party that a New Zealander leads
	}
}

// chooseOffice picks among offices of one name by the country they're in.
func chooseOffice(offices []*lexicon.Office, of *entity) *lexicon.Office {
	var anywhere *lexicon.Office
	for _, o := range offices {
		if len(o.Countries) == 0 {
			anywhere = o
			continue
		}
		for _, c := range o.Countries {
			if of != nil && of.country == c {
				return o
			}
		}
	}
	if anywhere != nil {
		return anywhere
	}
	return offices[0]
}

// holder is the person named right beside the office at tokens first to last.
func (x *Extractor) holder(s *sentence, first, last int) *entity {
	next := last + 1
	if next < len(s.Tokens) && s.words[next] == "," {
		next++
	}
	// "the spokesman for the Council, John Ullyot"
	if p := personAt(s, next); p != nil && (next == last+1 || namedOffice(s, first)) && !s.nextActor(first, last, next) {
		return p
	}
	if next == last+1 {
		for j := next; j < len(s.Tokens) && j < next+9; j++ {
			if s.words[j] == "," {
				if p := personAt(s, j+1); p != nil && namedOffice(s, first) && startsWithOf(s, next) {
					return p
				}
				break
			}
		}
	}
	// "Lavrov, Russia's foreign minister," and "Lavrov, the foreign minister of Russia,"
	j := first - 1
	for j >= 0 && j > first-6 && s.words[j] != "," {
		if s.Tokens[j].POS == "VERB" {
			return nil
		}
		j--
	}
	if j > 0 && s.words[j] == "," {
		if m := s.at[j-1]; m != nil && m.how == byName && m.entities[0].kind == entente.Person && !(next < len(s.Tokens) && personAt(s, last+1) != nil) {
			return m.entities[0]
		}
	}
	return nil
}

// nextActor reports whether the name after the office and its comma is the subject of the
// clause that the office's phrase only opens: "After talks with the ambassador, Kurti agreed".
func (s *sentence) nextActor(first, last, next int) bool {
	office, name := headOf(s, first, last), s.at[next].head
	return next == last+2 && strings.HasPrefix(s.Tokens[name].Rel, "nsubj") && s.caseOf(office) != "" && s.Tokens[name].Head > name && s.Tokens[office].Head != name
}

func startsWithOf(s *sentence, i int) bool {
	return i < len(s.Tokens) && (s.words[i] == "of" || s.words[i] == "for" || s.words[i] == "to" || s.words[i] == "at")
}

// namedOffice reports whether the office is one certain one: it has a country
// or an article before it.
func namedOffice(s *sentence, first int) bool {
	return first > 0 && (s.at[first-1] != nil || s.words[first-1] == "'s" || s.words[first-1] == "the" || s.Tokens[first-1].POS == "ADJ")
}

func personAt(s *sentence, i int) *entity {
	// "Mr" stands before the first token of a name and belongs to it.
	if i < len(s.Tokens) && s.at[i] != nil && s.at[i].first >= i && (i == 0 || s.at[i-1] != s.at[i]) && s.at[i].entities[0].kind == entente.Person {
		return s.at[i].entities[0]
	}
	return nil
}

// officeOf is the country or body that an office belongs to: "Russian foreign
// minister", "the foreign minister of Russia", "NATO's secretary-general".
func (x *Extractor) officeOf(d *document, s *sentence, first, last int) *entity {
	for j := first - 1; j >= 0 && j >= first-4; j-- {
		if m := s.at[j]; m != nil {
			if e := m.entities[0]; e.kind != entente.Person && len(m.entities) == 1 {
				return e
			}
			return nil
		}
		if t := s.Tokens[j]; t.POS != "ADJ" && t.POS != "NOUN" && t.POS != "PROPN" && t.POS != "PART" && s.words[j] != "'s" {
			break
		}
	}
	j := last + 1
	if startsWithOf(s, j) {
		j++
		if j < len(s.Tokens) && s.words[j] == "the" {
			j++
		}
		if j < len(s.Tokens) && s.at[j] != nil && s.at[j].entities[0].kind != entente.Person && s.at[j].how != byAdjective {
			return s.at[j].entities[0]
		}
		if j+1 < len(s.Tokens) && s.at[j] != nil && s.at[j].how == byAdjective {
			h := s.Tokens[s.at[j].last].Head // "a spokesman for the Chinese Embassy"
			if h > j && h <= j+4 && (x.index.is("agent-noun", strings.ToLower(s.Tokens[h].Lemma)) || x.index.is("mission", strings.ToLower(s.Tokens[h].Lemma))) {
				return s.at[j].entities[0]
			}
		}
	}
	return nil
}

// countryEntity gives the document's entity for a country that the lexicon
// knows, without saying that the text names it.
func (d *document) countryEntity(x *index, id string) *entity {
	c := x.countries[id]
	if c == nil {
		return nil
	}
	return d.entityOf(ref{country: c}, x)
}

// country is countryEntity for where several may be wanted: none for a territory that
// the lexicon only has places of.
func (d *document) country(x *index, id string) []*entity {
	if e := d.countryEntity(x, id); e != nil {
		return []*entity{e}
	}
	return nil
}
