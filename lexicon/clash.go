package lexicon

import (
	"slices"
	"strings"
	"unicode"
)

// forever stands after every date; the empty date stands before every one.
const forever = "9999"

// period is from one date to another, as exactly as each is known.
type period struct{ from, to string }

func between(from, to string) period {
	if to == "" {
		to = forever
	}
	return period{from, to}
}

// overlaps reports whether the two surely share more than a moment: a year that
// one ends and the other begins in isn't enough.
func (p period) overlaps(o period) bool {
	before := func(a, b string) bool {
		n := min(len(a), len(b))
		return a[:n] < b[:n] || a == ""
	}
	return before(p.from, o.to) && before(o.from, p.to)
}

// use is a name at work: for which entry, in which sense and when.
type use struct {
	name, sense string
	by          entry
	when        period
}

// naming gives a function that notes names of the entry the checker stands at,
// to be compared with all the others once they are known.
func (c *checker) naming(sense string, when period) func(...string) {
	by := c.at
	return func(names ...string) {
		for _, name := range names {
			c.text(sense+" name", name)
			c.names = append(c.names, use{name, sense, by, when})
		}
	}
}

// rivals are the senses that one name must not have for two entries at a time.
// A treaty may share its name with the organisation it founded, and a place
// its name with anything but a country or another place.
func rivals(a, b use) bool {
	if a.sense != b.sense {
		return false
	}
	return a.by != b.by && a.when.overlaps(b.when)
}

// clashes reports the names that two entries lay claim to.
func (c *checker) clashes() {
	byName := map[string][]use{}
	for _, u := range c.names {
		byName[caseless(u.name)] = append(byName[caseless(u.name)], u)
	}
	for _, uses := range byName {
		for i, u := range uses {
			for _, earlier := range uses[:i] {
				if earlier.by == u.by && earlier.sense == u.sense && earlier.name == u.name {
					c.at = u.by
					c.say("the name %q is there twice", u.name)
				}
				if rivals(earlier, u) {
					c.at = u.by
					c.say("%q is also a name of %s %s", u.name, singular[earlier.by.kind], earlier.by.id)
				}
			}
		}
	}
}

var singular = map[string]string{"countries": "country", "people": "person",
	"organizations": "organization", "treaties": "treaty", "offices": "office", "places": "place"}

// caseless is what two spellings of one name share. Short names in capitals
// keep them, for that is how a text tells US from us and WHO from who.
func caseless(name string) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, name)
	if len(letters) <= 5 && !slices.ContainsFunc([]rune(letters), unicode.IsLower) {
		return name
	}
	return strings.ToLower(name)
}
