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

// surnamesAlone resolves bare surnames: of somebody named in full in the text,
// else of the one person of the lexicon who can be meant.
func (x *Extractor) surnamesAlone(d *document, s *sentence) {
	for i := 0; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		if s.at[i] != nil || s.treatyAt[i] != nil || s.timeAt[i] > 0 || x.isTitle(s.words[i]) || t.POS == "PRON" || s.words[i] == "he" || t.POS != "PROPN" && !x.nameAt(s, i) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(t.Text)
		if !unicode.IsUpper(r) || (i+1 < len(s.Tokens) && s.Tokens[i+1].POS == "PROPN" && s.at[i+1] == nil && !x.wasSurname(d, s, i)) {
			continue
		}
		e, end := x.bySurname(d, s, i)
		if e == nil && i > 0 && isMister(s.words[i-1]) && s.placeAt[i] == nil {
			e, end = d.newEntity("person:"+slug(t.Text), t.Text, entente.Person), i // "Mr. Zorin", of whom nothing else is known
		}
		if e != nil && s.placeAt[i] == nil {
			d.mention(s, i, end, e)
			i = end
		}
	}
}

// nameAt reports whether the recogniser took token i for part of a person's name.
func (x *Extractor) nameAt(s *sentence, i int) bool {
	for _, n := range s.Names {
		if n.First <= i && i <= n.Last {
			return n.Kind == language.PersonName
		}
	}
	return false
}

func (x *Extractor) wasSurname(d *document, s *sentence, i int) bool {
	e, _ := x.bySurname(d, s, i)
	return e != nil
}

// bySurname finds who is meant by the surname that starts at token i, and the
// surname's last token. Surnames may have several words: bin Salman.
func (x *Extractor) bySurname(d *document, s *sentence, i int) (*entity, int) {
	for n := min(3, len(s.Tokens)-i); n >= 1; n-- {
		key := surnameKey(strings.ReplaceAll(strings.Join(s.words[i:i+n], " "), " - ", "-"))
		// Somebody of the text, the latest named before, else the first after.
		var e *entity
		for _, o := range d.order {
			if o.kind == entente.Person && (surnameKey(fold(o.surname())) == key || fold(lastWord(o.name)) == key || knighted(s, i) && strings.HasPrefix(fold(o.name), key+" ")) && x.genderFits(s, i, o) {
				e = o
				if o.first > s.Tokens[i].Start {
					break
				}
			}
		}
		if e != nil {
			return e, i + n - 1
		}
		for _, then := range append([]entente.Date{d.told}, s.pastYears(d.told)...) {
			if p := x.known(then, key, x.officeBefore(s, i), i > 0 && isMister(s.words[i-1])); p != nil {
				return d.entityOf(ref{person: p}, x.index), i + n - 1
			}
		}
		if i+n < len(s.Tokens) && x.index.is("cabinet", s.words[i+n]) {
			if p := x.lastToLead(key, string(d.told)); p != nil {
				return d.entityOf(ref{person: p}, x.index), i + n - 1
			}
		}
	}
	return nil, 0
}

// lastToLead gives the one of that surname who was the last before the day to lead a
// state: whose "the Obama administration" was.
func (x *Extractor) lastToLead(key, day string) *lexicon.Person {
	var last *lexicon.Person
	from := ""
	for _, p := range x.index.surnames[key] {
		for _, t := range p.Terms {
			if x.index.is("foremost-office", t.Office) && t.From > from && (day == "" || t.From <= day) {
				last, from = p, t.From
			}
		}
	}
	return last
}

// pastYears gives the years that a sentence names from before the day: "Nixon flew to
// China in 1972".
func (s *sentence) pastYears(day entente.Date) []entente.Date {
	var out []entente.Date
	for _, w := range s.words {
		if y := entente.Date(w); len(w) == 4 && w >= "1900" && w < string(day) {
			if _, ok := y.Time(); ok {
				out = append(out, y)
			}
		}
	}
	return out
}

// knighted reports whether token i is the first name that "Sir" or "Dame" goes with.
func knighted(s *sentence, i int) bool {
	return i > 0 && (s.words[i-1] == "sir" || s.words[i-1] == "dame")
}

func isMister(w string) bool { return w == "mr" || w == "mrs" || w == "ms" || w == "miss" || w == "dr" }

// genderFits checks "Mr" and "Mrs" before a surname.
func (x *Extractor) genderFits(s *sentence, i int, e *entity) bool {
	if i == 0 || e.gender == 0 {
		return true
	}
	switch s.words[i-1] {
	case "mr":
		return e.gender == 'm'
	case "mrs", "ms", "miss":
		return e.gender == 'f'
	}
	return true
}

// known gives the lexicon's one person of that surname who can be meant: in
// office then, if it is known when, else the only one.
func (x *Extractor) known(then entente.Date, key string, offices []*lexicon.Office, mister bool) *lexicon.Person {
	all := x.index.surnames[key]
	if len(offices) > 0 {
		var one *lexicon.Person
		for _, p := range all {
			if !slices.ContainsFunc(offices, func(o *lexicon.Office) bool { return holdsThen(p, o, string(then)) }) {
				continue
			}
			if one != nil {
				one = nil
				break
			}
			one = p
		}
		if one != nil {
			return one
		}
	}
	if len(all) == 1 && (mister || len(key) > 3) && (mister || !x.index.is("common-surname", key)) && aroundThen(all[0], then) {
		return all[0]
	}
	if then == "" {
		return nil
	}
	if one := x.only(all, func(t lexicon.Term) bool { return covers(t, string(then)) }); one != nil {
		return one
	}
	return x.only(all, func(t lexicon.Term) bool {
		return covers(t, string(then)) && x.index.is("foremost-office", t.Office)
	})
}

// only gives the one person who has such a term, nil when none or several do.
func (x *Extractor) only(all []*lexicon.Person, such func(lexicon.Term) bool) *lexicon.Person {
	var one *lexicon.Person
	for _, p := range all {
		if !slices.ContainsFunc(p.Terms, such) {
			continue
		}
		if one != nil {
			return nil
		}
		one = p
	}
	return one
}

// covers reports whether a term includes the day.
func covers(t lexicon.Term, day string) bool {
	return t.From <= day && (t.To == "" || day <= t.To || strings.HasPrefix(day, t.To))
}

// officeBefore gives the offices that the words right before token i name.
func (x *Extractor) officeBefore(s *sentence, i int) []*lexicon.Office {
	for n := 3; n >= 1; n-- {
		if i < n {
			continue
		}
		offices, end := x.index.offices.longest(s.words[:i], i-n, func(phrase[*lexicon.Office], int) bool { return true })
		if offices != nil && end == i {
			return offices
		}
	}
	return nil
}

// holdsThen reports whether a person held an office on the day, or ever when
// the day isn't known.
func holdsThen(p *lexicon.Person, o *lexicon.Office, day string) bool {
	for _, t := range p.Terms {
		if t.Office == o.ID && (day == "" || covers(t, day)) {
			return true
		}
	}
	return false
}

// aroundThen reports whether a person was in public life within fifteen years of
// the day, when both are known.
func aroundThen(p *lexicon.Person, published entente.Date) bool {
	t, ok := published.Time()
	if !ok || len(p.Terms) == 0 {
		return true
	}
	for _, term := range p.Terms {
		from, to := t.AddDate(-15, 0, 0).Format("2006"), t.AddDate(15, 0, 0).Format("2006")
		if term.From <= to && (term.To == "" || term.To >= from) {
			return true
		}
	}
	return false
}

func (e *entity) surname() string {
	if e.person != nil {
		return surname(e.person)
	}
	return lastWord(e.name)
}
