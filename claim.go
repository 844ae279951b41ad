package entente

// Stance is how a claim stands to the event it is about.
type Stance string

// The stances of a claim.
const (
	Asserts  Stance = "asserts"
	Denies   Stance = "denies"
	Accuses  Stance = "accuses"
	Welcomes Stance = "welcomes"
	Condemns Stance = "condemns"
)

// Stances lists every stance.
func Stances() []Stance { return []Stance{Asserts, Denies, Accuses, Welcomes, Condemns} }

// Claim is a piece of evidence: words of an article that say something about an
// event, and whose word it is. Quote is exactly Article.Text[Start:End].
type Claim struct {
	ID      string `json:"id"`
	Event   string `json:"event"`   // id, or "" for a statement about no event
	Speaker string `json:"speaker"` // actor id, or "" when the article itself says so
	Stance  Stance `json:"stance"`
	Quote   string `json:"quote"`
	Start   int    `json:"start"` // bytes
	End     int    `json:"end"`   // bytes
	// Sentence is the span, in bytes, of the sentence or sentences that the quote stands in.
	Sentence   [2]int  `json:"sentence"`
	Confidence float64 `json:"confidence"` // 0 to 1
	Rule       string  `json:"rule"`       // what made the claim, for --explain
}

// Record is what extraction finds in one article. Everything in it refers to
// the rest by id, and every event has at least one claim.
type Record struct {
	Article  Article  `json:"article"`
	Actors   []Actor  `json:"actors"`
	Treaties []Treaty `json:"treaties"`
	Places   []Place  `json:"places"`
	Events   []Event  `json:"events"`
	Claims   []Claim  `json:"claims"`
	// Reader names who read the article, and how: whoever has that name would read it
	// the same way again. "" when nobody promises that.
	Reader string `json:"reader,omitempty"`
}
