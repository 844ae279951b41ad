package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/extract/language"
)

// aka gives the entity that a newly read name is another name of: the body whose
// acronym stands beside it ("the South West Africa People's Organisation, SWAPO"),
// or that an acronym was introduced for before; nil when the name is new.
func (x *Extractor) aka(d *document, s *sentence, first, last int) *entity {
	name := d.text(s, first, last)
	if language.IsAcronym(name) {
		if first >= 2 && (s.words[first-1] == "(" || s.words[first-1] == ",") && s.at[first-2] != nil {
			m := s.at[first-2]
			if len(m.entities) == 1 && abbreviates(name, d.text(m.sent, m.first, m.last)) {
				return m.entities[0]
			}
		}
		for _, e := range d.order {
			if e.org == nil && abbreviates(name, e.name) {
				return e
			}
		}
		return nil
	}
	j := last + 2
	if j < len(s.Tokens) && (s.words[last+1] == "(" || s.words[last+1] == ",") && s.at[j] != nil && s.at[j].last == j && abbreviates(s.Tokens[j].Text, name) {
		return s.at[j].entities[0]
	}
	return nil
}

// abbreviates reports whether an acronym is made of the first letters of a
// name's words, small words counting or not.
func abbreviates(acronym, name string) bool {
	if !language.IsAcronym(acronym) {
		return false
	}
	var all, capitals strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		r, _ := utf8.DecodeRuneInString(w)
		all.WriteRune(unicode.ToUpper(r))
		if unicode.IsUpper(r) {
			capitals.WriteRune(r)
		}
	}
	letters := strings.ReplaceAll(acronym, ".", "")
	return len(letters) > 2 && (letters == all.String() || letters == capitals.String() || len(letters) > 3 && strings.HasPrefix(letters, capitals.String()) && capitals.Len() >= 3)
}
