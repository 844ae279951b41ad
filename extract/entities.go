package extract

import (
	"strings"
	"unicode"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// covered reports whether any of the tokens is already part of a mention.
func (d *document) covered(s *sentence, first, last int) bool {
	for i := first; i <= last; i++ {
		if s.at[i] != nil || s.treatyAt[i] != nil || s.placeAt[i] != nil {
			return true
		}
	}
	return false
}

// mention notes that tokens first to last stand for the entities. A determiner
// isn't part of it.
func (d *document) mention(s *sentence, first, last int, es ...*entity) *mention {
	m := &mention{sent: s, first: first, last: last, entities: es}
	from := first
	if es[0].kind == entente.Person {
		for from > 0 && isMister(strings.TrimSuffix(s.words[from-1], ".")) && s.at[from-1] == nil {
			from-- // "Mr" may be the head of the phrase to a parser
		}
	}
	m.head = headOf(s, from, last)
	for i := from; i <= last; i++ {
		s.at[i] = m
	}
	for _, e := range es {
		if len(e.mentions) == 0 {
			e.first = s.Tokens[first].Start
			d.order = append(d.order, e)
		}
		e.mentions = append(e.mentions, m)
	}
	return m
}

// headOf is the token of the run that governs the others.
func headOf(s *sentence, first, last int) int {
	for i := first; i <= last; i++ {
		if h := s.Tokens[i].Head; h < first || h > last {
			return i
		}
	}
	return last
}

// entityOf gives the document's entity for something the lexicon knows.
func (d *document) entityOf(r ref, x *index) *entity {
	switch {
	case r.country != nil:
		e := d.newEntity("country:"+strings.ToLower(r.country.ID), r.country.Name, entente.Country)
		e.nation, e.country, e.generics = r.country, r.country.ID, r.country.Generics
		return e
	case r.person != nil:
		e := d.newEntity("person:"+r.person.ID, r.person.Name, entente.Person)
		if e.person == nil {
			e.person = r.person
			if e.serves = x.servant(r.person, d.told); e.serves == nil {
				e.country = r.person.Country
			}
			if r.person.Gender != "" {
				e.gender = r.person.Gender[0]
			}
		}
		return e
	default:
		kind, prefix := entente.Organization, "organization:"
		if x.is("group-kind", r.org.Kind) {
			kind, prefix = entente.Group, "group:"
		}
		e := d.newEntity(prefix+r.org.ID, r.org.Name, kind)
		e.org, e.country, e.generics = r.org, r.org.Country, r.org.Generics
		return e
	}
}

// servant gives the body of no state that somebody heads or speaks for on the
// day: an alliance, a movement. Of an undated text only a life spent there tells.
func (x *index) servant(p *lexicon.Person, published entente.Date) *lexicon.Organization {
	var one *lexicon.Organization
	for _, t := range p.Terms {
		if published != "" && !covers(t, string(published)) {
			continue
		}
		o := x.orgs[t.Of]
		if o == nil || !x.is("stateless-kind", o.Kind) {
			return nil
		}
		one = o
	}
	return one
}

// newEntity gives the document's entity of that id, made if it's the first time.
func (d *document) newEntity(id, name string, kind entente.ActorKind) *entity {
	if e := d.entities[id]; e != nil {
		return e
	}
	e := &entity{id: id, name: name, kind: kind}
	d.entities[id] = e
	return e
}

// slug makes a name into the last part of an id: lower-case letters and digits, joined by "-".
func slug(name string) string {
	var b strings.Builder
	dash := false
	for _, r := range fold(name) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		} else if r != '\'' {
			dash = true
		}
	}
	return b.String()
}
