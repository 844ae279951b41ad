package lexicon

import (
	"io/fs"
	"strings"
	"testing"
)

// A small sound lexicon, to which each case adds one file.
var sound = folder(
	"countries.yaml", `
- {id: AA, name: Aland, aliases: [A.A.], adjectives: [Alandic], people: [Alander, Alanders], capital: Acity, region: Europe}
- {id: BB, name: Bland, capital: Bcity, region: Asia, to: 1991-12-26, successor: CC}
- {id: CC, name: Cland, capital: Bcity, region: Asia, from: 1991-12-26}
`,
	"offices.yaml", `
- {id: president, names: [president], role: president, head: true}
- {id: secretary, names: [secretary], role: foreign minister, countries: [AA]}
`,
	"organizations.yaml", `
- {id: club, name: The Club, aliases: [CLB], kind: intergovernmental, members: [AA, CC]}
`)

func TestCheckFinds(t *testing.T) {
	for _, test := range []struct{ about, file, text, want string }{
		{"nothing", "people.yaml", `
- {id: jo-b, name: Jo B, country: AA, terms: [{office: president, of: AA, from: 1990, to: 1991}]}
- {id: jo-b-2, name: Jo B, country: AA, terms: [{office: president, of: AA, from: 1991}]}`, ""},
		{"country of a person", "people.yaml", `
- {id: jo, name: Jo B, country: XX, terms: []}`, `people.yaml: jo: country: "XX" is no id in countries`},
		{"office of a term", "people.yaml", `
- {id: jo, name: Jo B, country: AA, terms: [{office: boss, of: AA, from: 1990}]}`, `people.yaml: jo: office of a term: "boss" is no id in offices`},
		{"whose office", "people.yaml", `
- {id: jo, name: Jo B, country: AA, terms: [{office: president, of: team, from: 1990}]}`, `"team" is no country or organisation`},
		{"term backwards", "people.yaml", `
- {id: jo, name: Jo B, country: AA, terms: [{office: president, of: club, from: 1990-05, to: 1990-04-30}]}`, "ends 1990-04-30, before it begins 1990-05"},
		{"no date", "people.yaml", `
- {id: jo, name: Jo B, country: AA, terms: [{office: president, of: AA, from: 1990-13}]}`, `"1990-13" is no date`},
		{"one name, two people", "people.yaml", `
- {id: jo-1, name: Jo B, country: AA, terms: [{office: president, of: AA, from: 1990}]}
- {id: jo-2, name: Joseph B, aliases: [jo b], country: AA, terms: [{office: president, of: AA, from: 1995}]}`, `people.yaml: jo-2: "jo b" is also a name of person jo-1`},
		{"bare surname", "people.yaml", `
- {id: jo, name: Jo B, aliases: [B], country: AA, terms: []}`, `the alias "B" is the surname alone`},
		{"bad slug", "people.yaml", `
- {id: Jo_B, name: Jo B, country: AA, terms: []}`, "the id must be lower-case letters"},
		{"empty name", "organizations-x.yaml", `
- {id: x, kind: ngo}`, "organizations-x.yaml: x: a name is empty"},
		{"one acronym, two organisations", "organizations-x.yaml", `
- {id: x, name: Chess League, aliases: [CLB], kind: ngo}`, `organizations-x.yaml: x: "CLB" is also a name of organization club`},
		{"another case of it", "organizations-x.yaml", `
- {id: x, name: Chess League, aliases: [Clb], kind: ngo}`, ""},
		{"a country's name", "organizations-x.yaml", `
- {id: x, name: acity, kind: ngo}`, `"acity" is also a name of country AA`},
		{"kind", "organizations-x.yaml", `
- {id: x, name: X, kind: gang}`, `kind "gang" is none of`},
		{"members", "organizations-x.yaml", `
- {id: x, name: X, kind: ngo, members: [AA, AA, ZZ]}`, `members: "AA" is there twice`},
		{"id twice", "organizations-x.yaml", `
- {id: club, name: Other Club, kind: ngo}`, "organizations.yaml: club: the id is there twice; organizations-x.yaml has it already"},
		{"capital of two at a time", "countries-x.yaml", `
- {id: DD, name: Dland, capital: Bcity, from: 2000, region: Asia}`, `"Bcity" is also a name of country CC`},
		{"successor", "countries-x.yaml", `
- {id: DD, name: Dland, to: 2000, successor: EE, region: Asia}`, `successor: "EE" is no id in countries`},
		{"region", "countries-x.yaml", `
- {id: DD, name: Dland, region: Mars}`, `region "Mars" is none of`},
		{"off the globe", "countries-x.yaml", `
- {id: DD, name: Dland, region: Asia, cities: [{name: Far, latitude: 91}]}`, "Far is not on the globe"},
		{"office limited otherwise", "offices-x.yaml", `
- {id: clerk, names: [secretary], role: clerk}`, ""},
		{"office twice", "offices-x.yaml", `
- {id: clerk, names: [secretary], role: clerk, countries: [CC, AA]}`, `"secretary" is also a name of office`},
		{"treaty misses its example", "treaties.yaml", `
- {id: pact, name: Pact, year: 1990, parties: [AA, club], described: {kinds: [pact], topics: [[sea]], examples: [a pact on the air]}}`, `the description misses its own example "a pact on the air"`},
		{"treaty's life backwards", "treaties.yaml", `
- {id: pact, name: Pact, year: 1990, parties: [AA], life: [{date: 1991, status: in_force}, {date: 1990, status: signed}], described: {kinds: [], topics: [], examples: []}}`, "the milestone of 1990 stands after that of 1991"},
		{"treaty's parties", "treaties.yaml", `
- {id: pact, name: Pact, year: 1990, parties: [AA, us], described: {kinds: [], topics: [], examples: []}}`, `parties: "us" is no country or organisation`},
		{"frame's class", "frames.yaml", `
- {id: hit, type: ASSAULT, verbs: [hit], objects: [house, "@ship"], examples: []}`, `frames.yaml: hit: class of words: "ship" is no id in words`},
	} {
		l, err := stack([]fs.FS{merged{sound, folder(test.file, test.text)}})
		if err != nil {
			t.Errorf("%s: %v", test.about, err)
			continue
		}
		var lines []string
		for _, p := range l.Check() {
			lines = append(lines, p.String())
		}
		got := strings.Join(lines, "\n")
		if test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%s: got\n%s\nwant %q in it", test.about, got, test.want)
		}
	}
}

// merged is one folder with the files of two.
type merged struct{ first, second fs.FS }

func (m merged) Open(name string) (fs.File, error) {
	if f, err := m.first.Open(name); err == nil && name != "." {
		return f, nil
	}
	return m.second.Open(name)
}

func (m merged) Glob(pattern string) ([]string, error) {
	a, err := fs.Glob(m.first, pattern)
	if err != nil {
		return nil, err
	}
	b, err := fs.Glob(m.second, pattern)
	return append(a, b...), err
}

func TestMatches(t *testing.T) {
	d := Description{
		Kinds:  []string{"treaty", "pact", "memorandum of understanding"},
		Topics: [][]string{{"incident", "sea"}, {"anti-ballistic", "missile"}, {"nuclear test", "ban"}},
	}
	for text, want := range map[string]bool{
		"a 1972 U.S.-Soviet treaty to prevent incidents at sea": true,
		"two treaties on Sea incidents":                         true,
		"an anti-ballistic missile pact":                        true,
		"a pact against anti ballistic missiles":                true,
		"the treaty banning nuclear testing":                    true,
		"a treaty that banned nuclear tests":                    true,
		"a memorandum of understanding on incidents at sea":     true,
		"a memorandum on incidents at sea":                      false,
		"talks about incidents at sea":                          false,
		"a treaty about the sea":                                false,
		"":                                                      false,
	} {
		if got := d.Matches(exampleWords(text)); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
	if (Description{Kinds: []string{"pact"}, Topics: [][]string{{}}}).Matches([]string{"pact"}) {
		t.Error("an empty topic fits everything")
	}
}
