package entente

// ActorKind says what sort of thing an actor is.
type ActorKind string

// The kinds of actor; each is also a label in the graph.
const (
	Person       ActorKind = "person"
	Country      ActorKind = "country"
	Organization ActorKind = "organization"
	Group        ActorKind = "group"
)

// Mention is one place in an article's text where something is named. Start and
// End are byte offsets into Article.Text, and Text is exactly that slice.
type Mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Actor is somebody who can act or be acted upon, as one article knows them.
type Actor struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Aliases  []string  `json:"aliases"`
	Kind     ActorKind `json:"kind"`
	Country  string    `json:"country"` // ISO 3166-1 alpha-2, also SU, YU, CS, DD; "" when unknown
	Mentions []Mention `json:"mentions"`
	Listed   bool      `json:"listed,omitempty"` // the lexicon knows the actor, so that the id is the same in every article
	// Affiliations are the offices and memberships the text gives the actor.
	Affiliations []Affiliation `json:"affiliations,omitempty"`
}

// Affiliation ties an actor to another: Lavrov to Russia, as "foreign minister".
type Affiliation struct {
	Actor string `json:"actor"` // id of the country or organisation
	Role  string `json:"role"`
}

// Treaty is an agreement between actors, named ("the INF Treaty") or only
// described ("a 1972 U.S.-Soviet treaty").
type Treaty struct {
	ID         string       `json:"id"`
	Name       string       `json:"name"`
	Aliases    []string     `json:"aliases"`
	Year       int          `json:"year,omitempty"`
	Status     TreatyStatus `json:"status"`
	Named      bool         `json:"named"`
	Parties    []string     `json:"parties"` // actor ids, of this record
	ComparedTo []string     `json:"comparedTo,omitempty"`
	Mentions   []Mention    `json:"mentions"`
}

// TreatyStatus is where a treaty stands in its life.
type TreatyStatus string

// The stages of a treaty's life.
const (
	TreatyProposed  TreatyStatus = "proposed"
	TreatySigned    TreatyStatus = "signed"
	TreatyInForce   TreatyStatus = "in_force"
	TreatySuspended TreatyStatus = "suspended"
	TreatyWithdrawn TreatyStatus = "withdrawn"
	TreatyConcluded TreatyStatus = "concluded"
	TreatyExpired   TreatyStatus = "expired"
)

// Place is somewhere an event happened, when it isn't an actor there.
type Place struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Country   string    `json:"country"`
	Latitude  float64   `json:"latitude,omitempty"`
	Longitude float64   `json:"longitude,omitempty"`
	Mentions  []Mention `json:"mentions"`
}
