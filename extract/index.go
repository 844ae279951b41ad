package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// ref says what a known phrase stands for; exactly one pointer is set.
type ref struct {
	country *lexicon.Country
	person  *lexicon.Person
	org     *lexicon.Organization
	treaty  *lexicon.Treaty
	city    *lexicon.City
	in      *lexicon.Country // the city's country
	how     how
	capital bool
}

// index is the lexicon arranged for reading.
type index struct {
	names      phrases[ref]
	offices    phrases[*lexicon.Office]
	surnames   map[string][]*lexicon.Person // by folded surname
	countries  map[string]*lexicon.Country
	orgs       map[string]*lexicon.Organization
	officeOf   map[string]*lexicon.Office
	verbs      map[string][]trigger
	nouns      map[string][]trigger
	adjs       map[string][]trigger
	overlays   []overlay // of auxiliaries
	classes    map[string]map[string]bool
	topics     []lexicon.Words
	treaties   []lexicon.Treaty
	treatyKeys map[string][]*lexicon.Treaty // by what is left of their names without the kind
}

// trigger is one way to evoke a frame: a lemma, and what must stand with it.
type trigger struct {
	frame *lexicon.Frame
	with  []string
}

func newIndex(lex *lexicon.Lexicon) (*index, error) {
	x := &index{
		surnames: map[string][]*lexicon.Person{}, countries: map[string]*lexicon.Country{},
		orgs: map[string]*lexicon.Organization{}, officeOf: map[string]*lexicon.Office{},
		verbs: map[string][]trigger{}, nouns: map[string][]trigger{}, adjs: map[string][]trigger{},
		classes: map[string]map[string]bool{}, treaties: lex.Treaties, treatyKeys: map[string][]*lexicon.Treaty{},
	}
	for i := range lex.Countries {
		x.addCountry(&lex.Countries[i])
	}
	for i := range lex.Organizations {
		o := &lex.Organizations[i]
		x.orgs[o.ID] = o
		for _, n := range append([]string{o.Name}, o.Aliases...) {
			x.names.add(n, ref{org: o})
		}
		for _, n := range o.Seats {
			x.names.add(n, ref{org: o, how: byMetonym})
		}
	}
	for i := range lex.People {
		p := &lex.People[i]
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			x.names.add(n, ref{person: p})
		}
		s := surnameKey(fold(surname(p)))
		x.surnames[s] = append(x.surnames[s], p)
	}
	for i := range lex.Treaties {
		t := &lex.Treaties[i]
		for _, n := range append([]string{t.Name}, t.Aliases...) {
			x.names.add(strings.TrimPrefix(n, "the "), ref{treaty: t})
		}
	}
	for i := range lex.Places {
		p := &lex.Places[i]
		for _, n := range append([]string{p.Name}, p.Aliases...) {
			x.names.add(strings.TrimPrefix(n, "the "), ref{city: p})
		}
	}
	for i := range lex.Offices {
		o := &lex.Offices[i]
		x.officeOf[o.ID] = o
		for _, n := range o.Names {
			x.offices.add(n, o)
		}
	}
	for _, w := range lex.Words {
		if topic, ok := strings.CutPrefix(w.ID, "topic-"); ok {
			x.topics = append(x.topics, lexicon.Words{ID: topic, Words: w.Words})
		}
		set := map[string]bool{}
		for _, word := range w.Words {
			set[word] = true
		}
		x.classes[w.ID] = set
	}
	x.addTreatyKeys()
	for i := range lex.Frames {
		if err := x.addFrame(&lex.Frames[i]); err != nil {
			return nil, err
		}
	}
	return x, nil
}

// addTreatyKeys arranges the treaties by their names without the kind.
func (x *index) addTreatyKeys() {
	for i := range x.treaties {
		t := &x.treaties[i]
		for _, n := range append([]string{t.Name}, t.Aliases...) {
			if k := x.treatyKey(language.Words(n)); k != "" && !slices.Contains(x.treatyKeys[k], t) {
				x.treatyKeys[k] = append(x.treatyKeys[k], t)
			}
		}
	}
}

// addFrame arranges a frame by the words that evoke it.
func (x *index) addFrame(f *lexicon.Frame) error {
	for _, group := range []struct {
		words []string
		into  map[string][]trigger
	}{{f.Verbs, x.verbs}, {f.Nouns, x.nouns}, {f.Adjectives, x.adjs}} {
		for _, w := range x.spelt(group.words) {
			parts := strings.Fields(w)
			switch {
			case len(parts) == 0:
				return fmt.Errorf("frame %s: an empty word", f.ID)
			case len(f.Auxiliaries) == 0:
				group.into[parts[0]] = append(group.into[parts[0]], trigger{f, parts[1:]})
			}
		}
	}
	for _, w := range f.Auxiliaries {
		x.overlays = append(x.overlays, overlay{f, strings.Fields(w)})
	}
	return nil
}

// spelt puts the words of a class in the place of its @name.
func (x *index) spelt(words []string) []string {
	var out []string
	for _, w := range words {
		if class, ok := strings.CutPrefix(w, "@"); ok {
			class, with, _ := strings.Cut(class, " ")
			for _, word := range slices.Sorted(maps.Keys(x.classes[class])) {
				out = append(out, strings.TrimSpace(word+" "+with))
			}
		} else {
			out = append(out, w)
		}
	}
	return out
}

func (x *index) addCountry(c *lexicon.Country) {
	x.countries[c.ID] = c
	for _, n := range append([]string{c.Name}, c.Aliases...) {
		x.names.add(n, ref{country: c})
	}
	for _, n := range append(append([]string{}, c.Adjectives...), c.People...) {
		x.names.add(n, ref{country: c, how: byAdjective})
	}
	if c.Capital != "" && c.Capital != c.Name {
		x.names.add(c.Capital, ref{country: c, how: byMetonym, capital: true})
	}
	for _, n := range c.Seats {
		// "Kiev" is Kyiv in another spelling, and a place as much.
		spelling := slices.ContainsFunc(c.Cities, func(o lexicon.City) bool { return o.Name == n || slices.Contains(o.Aliases, n) })
		x.names.add(strings.TrimPrefix(n, "the "), ref{country: c, how: byMetonym, capital: spelling})
	}
	for i := range c.Cities {
		city := &c.Cities[i]
		for _, n := range append([]string{city.Name}, city.Aliases...) {
			x.names.add(n, ref{city: city, in: c})
		}
	}
}

// is reports whether a lemma belongs to a class of words of the lexicon.
func (x *index) is(class, lemma string) bool {
	set := x.classes[class]
	if set[lemma] {
		return true
	}
	one := singular(lemma)
	return one != lemma && set[one]
}

// Is and Names make the index the words that mending trees asks.
func (x *index) Is(class, word string) bool { return x.is(class, word) }

// Names reports whether a word, as written, is a name that the lexicon knows.
func (x *index) Names(word string) bool {
	refs, _ := x.names.longest([]string{fold(word)}, 0, func(ph phrase[ref], _ int) bool { return ph.written(func(int) string { return word }) })
	return slices.ContainsFunc(refs, func(r ref) bool { return r.how != byAdjective })
}

// sameNoun reports whether a lemma is the word. Nouns that only have a plural,
// such as troops, may stand in the lexicon without their s.
func sameNoun(word, lemma string) bool { return word == lemma || word == singular(lemma) }

// singular takes the ending of the plural off a word that has one.
func singular(w string) string {
	if y, ok := strings.CutSuffix(w, "ies"); ok {
		return y + "y"
	}
	return strings.TrimSuffix(w, "s")
}

// surname is the part of a name that a text uses alone.
func surname(p *lexicon.Person) string {
	if p.Surname != "" {
		return p.Surname
	}
	return lastWord(p.Name)
}

// surnameKey takes the article off an Arabic surname, which texts write or leave out.
func surnameKey(folded string) string {
	for _, article := range []string{"al-", "el-", "al - ", "el - ", "al ", "el "} {
		if rest, ok := strings.CutPrefix(folded, article); ok && len(rest) > 2 {
			return rest
		}
	}
	return folded
}

func lastWord(name string) string {
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// Longest tells the name recogniser what the lexicon knows of a phrase.
func (x *index) Longest(words []string) (int, language.NameKind) {
	if !x.names.begins(fold(words[0])) {
		return 0, 0
	}
	folded := make([]string, len(words))
	for i := range folded {
		folded[i] = fold(words[i])
	}
	refs, n := x.names.longest(folded, 0, func(ph phrase[ref], end int) bool { return ph.written(func(i int) string { return words[i] }) })
	for _, r := range refs {
		switch {
		case r.person != nil:
			return n, language.PersonName
		case r.org != nil, r.treaty != nil:
			return n, language.OrganizationName
		case r.country != nil && r.how != byAdjective, r.city != nil:
			return n, language.PlaceName
		}
	}
	return 0, 0
}

// Like gives for the name of a country, its people or its cities one of the
// same sort that the treebanks are full of.
func (x *index) Like(word string) string {
	folded := fold(word)
	refs, _ := x.names.longest([]string{folded}, 0, func(ph phrase[ref], _ int) bool { return ph.written(func(int) string { return word }) })
	for _, r := range refs {
		switch {
		case language.IsAcronym(word):
			return ""
		case r.country != nil && r.how == byName:
			return "Iraq"
		case r.country != nil && r.how == byAdjective && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
			return "Iraqis"
		case r.country != nil && r.how == byAdjective:
			return "Iraqi"
		case r.country != nil && r.capital, r.city != nil:
			return "Baghdad"
		}
	}
	if ps := x.surnames[folded]; len(ps) > 0 && !x.is("common-surname", folded) {
		return "Bush"
	}
	return ""
}
