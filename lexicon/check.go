package lexicon

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Problem is a mistake in the lexicon: in which file, at which entry, and what
// is wrong with it.
type Problem struct {
	File    string
	ID      string
	Message string
}

// String is the problem as one line: "people.yaml: vladimir-putin: ...".
func (p Problem) String() string { return fmt.Sprintf("%s: %s: %s", p.File, p.ID, p.Message) }

// Check looks for what a single entry can't show: ids that lead nowhere, one
// name for two actors at one time, terms that end before they begin, examples
// that their own description misses. It gives all it finds, sorted.
func (l *Lexicon) Check() []Problem {
	c := newChecker(l)
	for i := range l.Countries {
		c.country(&l.Countries[i])
	}
	for i := range l.Offices {
		c.office(&l.Offices[i])
	}
	for i := range l.Organizations {
		c.organization(&l.Organizations[i])
	}
	for i := range l.People {
		c.person(&l.People[i])
	}
	for i := range l.Treaties {
		c.treaty(&l.Treaties[i])
	}
	for i := range l.Places {
		c.place(&l.Places[i])
	}
	for i := range l.Frames {
		c.frame(&l.Frames[i])
	}
	for _, w := range l.Words {
		c.at = entry{"words", w.ID}
		c.slug()
	}
	c.clashes()
	slices.SortFunc(c.found, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(c.found)
}

// checker walks a lexicon and gathers problems; at is where it stands.
type checker struct {
	lexicon *Lexicon
	at      entry
	found   []Problem
	known   map[entry]bool
	names   []use
}

func newChecker(l *Lexicon) *checker {
	c := &checker{lexicon: l, found: slices.Clone(l.duplicates), known: map[entry]bool{}}
	for e := range l.files {
		c.known[e] = true
	}
	return c
}

func (c *checker) say(format string, args ...any) {
	c.found = append(c.found, Problem{c.lexicon.files[c.at], c.at.id, fmt.Sprintf(format, args...)})
}

var (
	countryID = regexp.MustCompile(`^[A-Z]{2}$`)
	slug      = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

var regions = []string{"Africa", "Americas", "Asia", "Europe", "Middle East", "Oceania"}

func (c *checker) country(n *Country) {
	c.at = entry{"countries", n.ID}
	if !countryID.MatchString(n.ID) {
		c.say("the id must be two capital letters, as in ISO 3166-1")
	}
	c.text("name", n.Name)
	c.period(n.From, n.To)
	if n.Of != "" {
		c.refer("of", "countries", n.Of)
	}
	if n.Successor != "" {
		c.refer("successor", "countries", n.Successor)
	}
	if !slices.Contains(regions, n.Region) {
		c.say("region %q is none of %s", n.Region, strings.Join(regions, ", "))
	}
	c.position(n.Name, n.Latitude, n.Longitude)
	span := between(n.From, n.To)
	actor := c.naming("actor", span)
	actor(n.Name)
	actor(n.Aliases...)
	actor(n.Seats...)
	if n.Capital != "" && n.Capital != n.Name { // Singapore, Djibouti: one name, one actor
		actor(n.Capital)
	}
	c.naming("adjective", span)(n.Adjectives...)
	c.naming("people", span)(n.People...)
	for i := range n.Cities {
		c.city(&n.Cities[i], span)
	}
}

func (c *checker) city(city *City, when period) {
	c.position(city.Name, city.Latitude, city.Longitude)
	place := c.naming("place", when)
	place(city.Name)
	place(city.Aliases...)
}

func (c *checker) place(p *City) {
	c.at = entry{"places", p.Name}
	c.city(p, period{"", forever})
	// "South China Sea" isn't China, but nothing that acts is called so.
	c.naming("actor", period{"", forever})(p.Name)
	c.naming("actor", period{"", forever})(p.Aliases...)
}

func (c *checker) office(o *Office) {
	c.at = entry{"offices", o.ID}
	c.slug()
	if len(o.Names) == 0 {
		c.say("no names")
	}
	where := o.Countries
	if len(where) == 0 {
		where = []string{"any country"}
	}
	for _, country := range where {
		c.naming("office in "+country, between("", ""))(o.Names...)
	}
	c.text("role", o.Role)
	c.referAll("countries", "countries", o.Countries)
}

var organizationKinds = []string{"intergovernmental", "government", "company", "media", "armed-group", "movement", "ngo", "party", "hackers"}

func (c *checker) organization(o *Organization) {
	c.at = entry{"organizations", o.ID}
	c.slug()
	c.text("name", o.Name)
	if !slices.Contains(organizationKinds, o.Kind) {
		c.say("kind %q is none of %s", o.Kind, strings.Join(organizationKinds, ", "))
	}
	if o.Country != "" {
		c.refer("country", "countries", o.Country)
	}
	c.referAll("members", "countries", o.Members)
	c.period(o.From, o.To)
	actor := c.naming("actor", between(o.From, o.To))
	actor(o.Name)
	actor(o.Aliases...)
	actor(o.Seats...)
	for _, g := range o.Generics {
		c.text("generic", g)
	}
}

func (c *checker) person(p *Person) {
	c.at = entry{"people", p.ID}
	c.slug()
	c.text("name", p.Name)
	if p.Gender != "" && p.Gender != "m" && p.Gender != "f" {
		c.say("gender %q is neither m nor f", p.Gender)
	}
	if names := strings.Join(append([]string{p.Name}, p.Aliases...), ", "); !strings.Contains(names, p.Surname) {
		c.say("surname %q is in none of the names: %s", p.Surname, names)
	}
	c.refer("country", "countries", p.Country)
	var span period
	for i, t := range p.Terms {
		c.refer("office of a term", "offices", t.Office)
		c.party("of a term", t.Of)
		c.period(t.From, t.To)
		if s := between(t.From, t.To); i == 0 {
			span = s
		} else {
			span = period{min(span.from, s.from), max(span.to, s.to)}
		}
	}
	actor := c.naming("actor", span)
	actor(p.Name)
	actor(p.Aliases...)
	surname := p.Surname
	if surname == "" {
		surname = p.Name[strings.LastIndexByte(p.Name, ' ')+1:]
	}
	if !strings.Contains(surname, " ") && slices.Contains(p.Aliases, surname) {
		c.say("the alias %q is the surname alone: leave it out, or make it the name", surname)
	}

}

// readerClasses are the classes of words that the reader itself knows.
var readerClasses = []string{"actor", "country", "person", "organization", "place", "other", "clause"}

func (c *checker) frame(f *Frame) {
	c.at = entry{"frames", f.ID}
	c.slug()
	for _, word := range slices.Concat(f.Objects, f.Subjects, f.Not) {
		c.text("object", word)
		if class, ok := strings.CutPrefix(word, "@"); ok && !slices.Contains(readerClasses, class) {
			c.refer("class of words", "words", class)
		}
	}
	for _, trigger := range slices.Concat(f.Verbs, f.Nouns, f.Adjectives, f.Auxiliaries) {
		c.text("trigger", trigger)
		if class, ok := strings.CutPrefix(trigger, "@"); ok {
			class, _, _ = strings.Cut(class, " ")
			c.refer("class of words", "words", class)
		}
	}
}

var treatyStatuses = []string{"proposed", "signed", "in_force", "suspended", "withdrawn", "concluded", "expired"}

func (c *checker) treaty(t *Treaty) {
	c.at = entry{"treaties", t.ID}
	c.slug()
	c.text("name", t.Name)
	for _, p := range t.Parties {
		c.party("parties", p)
	}
	if t.Depositary != "" {
		c.party("depositary", t.Depositary)
	}
	last := ""
	for _, m := range t.Life {
		c.date(m.Date)
		if !slices.Contains(treatyStatuses, m.Status) {
			c.say("status %q is none of %s", m.Status, strings.Join(treatyStatuses, ", "))
		}
		if m.By != "" {
			c.party("by", m.By)
		}
		if n := min(len(m.Date), len(last)); m.Date[:n] < last[:n] {
			c.say("the milestone of %s stands after that of %s", m.Date, last)
		}
		last = m.Date
	}
	named := c.naming("treaty", period{"", forever})
	named(t.Name)
	named(t.Aliases...)
	for _, example := range t.Described.Examples {
		if !t.Described.Matches(exampleWords(example)) {
			c.say("the description misses its own example %q", example)
		}
	}
}

// exampleWords cuts an example as a reader of English would: at anything but
// letters, digits, hyphens and apostrophes.
func exampleWords(example string) []string {
	return strings.FieldsFunc(strings.ToLower(example), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-'\u2019", r)
	})
}

func (c *checker) slug() {
	if !slug.MatchString(c.at.id) {
		c.say("the id must be lower-case letters, digits and single hyphens: vladimir-putin")
	}
}

func (c *checker) text(what, s string) {
	switch {
	case s == "":
		c.say("a %s is empty", what)
	case strings.Join(strings.Fields(s), " ") != s:
		c.say("%s %q has spaces it doesn't need", what, s)
	}
}

func (c *checker) position(what string, latitude, longitude float64) {
	if latitude < -90 || latitude > 90 || longitude < -180 || longitude > 180 {
		c.say("%s is not on the globe: %v, %v", what, latitude, longitude)
	}
}

// refer checks that an id leads to an entry of the kind.
func (c *checker) refer(what, kind, id string) {
	if !c.known[entry{kind, id}] {
		c.say("%s: %q is no id in %s", what, id, kind)
	}
}

func (c *checker) referAll(what, kind string, ids []string) {
	for i, id := range ids {
		c.refer(what, kind, id)
		if slices.Contains(ids[:i], id) {
			c.say("%s: %q is there twice", what, id)
		}
	}
}

// party checks the id of a country or an organisation.
func (c *checker) party(what, id string) {
	if !c.known[entry{"countries", id}] && !c.known[entry{"organizations", id}] {
		c.say("%s: %q is no country or organisation", what, id)
	}
}

func (c *checker) date(s string) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return
		}
	}
	c.say("%q is no date: want 2020-09-25, 2020-09 or 2020", s)
}

func (c *checker) period(from, to string) {
	for _, d := range []string{from, to} {
		if d != "" {
			c.date(d)
		}
	}
	if n := min(len(from), len(to)); to[:n] < from[:n] {
		c.say("ends %s, before it begins %s", to, from)
	}
}
