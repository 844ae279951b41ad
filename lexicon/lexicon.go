// Package lexicon is what the program knows before it reads: countries, people
// and their offices, organisations, treaties, and the words for events. It is
// data, in YAML files beside this one, and the types those files decode into.
//
// Default gives the lexicon, Open the same with folders of one's own laid over it;
// Lexicon.Check says what is wrong with it.
package lexicon

// Country is a state, present or past, or a territory that acts like one.
type Country struct {
	ID         string   `yaml:"id"`                   // ISO 3166-1 alpha-2; SU, YU, CS, DD, VD, YD, XV for the gone
	Name       string   `yaml:"name"`                 // as a newspaper writes it
	Aliases    []string `yaml:"aliases,omitempty"`    // other names: USA, U.S., America
	Adjectives []string `yaml:"adjectives,omitempty"` // Russian
	People     []string `yaml:"people,omitempty"`     // Russian, Russians: a noun for its citizens
	Capital    string   `yaml:"capital,omitempty"`    // stands for the government: Moscow
	Seats      []string `yaml:"seats,omitempty"`      // so do these: Kremlin, Whitehall
	Cities     []City   `yaml:"cities,omitempty"`     // places: Saint Petersburg; the capital first
	From       string   `yaml:"from,omitempty"`       // existed from, as exactly as known
	To         string   `yaml:"to,omitempty"`
	Successor  string   `yaml:"successor,omitempty"`
	Latitude   float64  `yaml:"latitude,omitempty"`
	Longitude  float64  `yaml:"longitude,omitempty"`
	Of         string   `yaml:"of,omitempty"`       // the state that a territory is a part of, which is struck where it is
	Generics   []string `yaml:"generics,omitempty"` // what the text calls it later: kingdom, island
	Region     string   `yaml:"region,omitempty"`   // Europe, Africa, Asia, Americas, Oceania, Middle East
}

// City is a place within a country: a city, a region, a venue. A capital is one
// too, for where it lies.
type City struct {
	Name      string   `yaml:"name"`
	Aliases   []string `yaml:"aliases,omitempty"`
	Latitude  float64  `yaml:"latitude,omitempty"`
	Longitude float64  `yaml:"longitude,omitempty"`
}

// Person is somebody who holds or held an office.
type Person struct {
	ID      string   `yaml:"id"` // vladimir-putin
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases,omitempty"` // other full names and spellings, never a bare surname
	Surname string   `yaml:"surname,omitempty"` // where it isn't the last word of the name: Xi, Kim
	Gender  string   `yaml:"gender,omitempty"`  // m or f
	Country string   `yaml:"country"`
	Terms   []Term   `yaml:"terms"`
}

// Term is a time in an office.
type Term struct {
	Office string `yaml:"office"` // an office's id: president, prime-minister, foreign-minister
	Of     string `yaml:"of"`     // a country's or an organisation's id
	From   string `yaml:"from"`   // as exactly as known
	To     string `yaml:"to,omitempty"`
}

// Office is a position that people hold, and what it is called.
type Office struct {
	ID    string   `yaml:"id"`
	Names []string `yaml:"names"` // president; foreign minister, minister of foreign affairs
	Role  string   `yaml:"role"`  // as the graph says it: "foreign minister"
	// Countries limits names that mean the office only there: "secretary of state" in US.
	Countries []string `yaml:"countries,omitempty"`
	Head      bool     `yaml:"head,omitempty"` // speaks for its country as a whole
}

// Organization is a body that acts: an alliance, a ministry, a company, a movement.
type Organization struct {
	ID       string   `yaml:"id"` // nato
	Name     string   `yaml:"name"`
	Aliases  []string `yaml:"aliases,omitempty"` // NATO, the Atlantic alliance
	Kind     string   `yaml:"kind"`              // intergovernmental, government, company, media, armed-group, movement, ngo, party, hackers
	Country  string   `yaml:"country,omitempty"`
	Seats    []string `yaml:"seats,omitempty"`    // what stands for it: Turtle Bay
	Generics []string `yaml:"generics,omitempty"` // what the text calls it later: alliance, bloc, agency
	From     string   `yaml:"from,omitempty"`
	To       string   `yaml:"to,omitempty"`
	Members  []string `yaml:"members,omitempty"` // country ids, where few and sure
}

// Treaty is an agreement, by its names and by how reporters describe it.
type Treaty struct {
	ID         string      `yaml:"id"`
	Name       string      `yaml:"name"`
	Aliases    []string    `yaml:"aliases,omitempty"`
	Year       int         `yaml:"year"` // of signature or adoption
	Parties    []string    `yaml:"parties,omitempty"`
	Multi      bool        `yaml:"multilateral,omitempty"` // open to most states
	Life       []Milestone `yaml:"life,omitempty"`
	Described  Description `yaml:"described"`
	Depositary string      `yaml:"depositary,omitempty"`
}

// Milestone is a date in a treaty's life.
type Milestone struct {
	Date   string `yaml:"date"`
	Status string `yaml:"status"`       // proposed signed in_force suspended withdrawn concluded expired
	By     string `yaml:"by,omitempty"` // a party's id, where one party's act alone
}

// Description is how a text that doesn't name the treaty may speak of it: any
// of the kinds, about words of any one of the topics.
type Description struct {
	Kinds    []string   `yaml:"kinds"`    // treaty, pact, agreement, accord, convention
	Topics   [][]string `yaml:"topics"`   // each a set of words that must all be there, as lemmas
	Examples []string   `yaml:"examples"` // "a 1972 U.S.-Soviet treaty to prevent incidents at sea"
}
