package entente

// EventType is one of PLOVER's sixteen kinds of event.
type EventType string

// PLOVER's event types: verbal and material cooperation, verbal and material conflict.
const (
	Agree     EventType = "AGREE"
	Consult   EventType = "CONSULT"
	Support   EventType = "SUPPORT"
	Concede   EventType = "CONCEDE"
	Cooperate EventType = "COOPERATE"
	Aid       EventType = "AID"
	Retreat   EventType = "RETREAT"
	Request   EventType = "REQUEST"
	Accuse    EventType = "ACCUSE"
	Reject    EventType = "REJECT"
	Threaten  EventType = "THREATEN"
	Protest   EventType = "PROTEST"
	Sanction  EventType = "SANCTION"
	Mobilize  EventType = "MOBILIZE"
	Coerce    EventType = "COERCE"
	Assault   EventType = "ASSAULT"
)

// EventTypes lists all sixteen, cooperation first.
func EventTypes() []EventType {
	return []EventType{Agree, Consult, Support, Concede, Cooperate, Aid, Retreat,
		Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault}
}

// Symmetric reports whether the sides of such an event may be swapped.
func (t EventType) Symmetric() bool { return t == Agree || t == Consult || t == Cooperate }

// Action is what an event does to a treaty; empty when it does nothing to one.
type Action string

// The actions on a treaty.
const (
	Propose   Action = "propose"
	Negotiate Action = "negotiate"
	Sign      Action = "sign"
	Ratify    Action = "ratify"
	Join      Action = "join"
	Extend    Action = "extend"
	Suspend   Action = "suspend"
	Withdraw  Action = "withdraw"
	Violate   Action = "violate"
	RejectIt  Action = "reject"
)

// Actions lists every action on a treaty, in the order of a treaty's life.
func Actions() []Action {
	return []Action{Propose, Negotiate, Sign, Ratify, Join, Extend, Suspend, Withdraw, Violate, RejectIt}
}

// Recurs reports whether an action is done to a treaty again and again: there are
// rounds of talks, and breaches, but one signing.
func (a Action) Recurs() bool { return a == Negotiate || a == Violate || a == RejectIt }

// Status says how real an event is according to its article.
type Status string

// The statuses of an event.
const (
	Occurred     Status = "occurred"
	Ongoing      Status = "ongoing"
	Planned      Status = "planned"
	Proposed     Status = "proposed"
	Threatened   Status = "threatened"
	Alleged      Status = "alleged"
	Denied       Status = "denied"
	Hypothetical Status = "hypothetical"
)

// Open reports whether what has the status is yet to be done, if it ever is.
func (s Status) Open() bool {
	switch s {
	case Planned, Proposed, Threatened, Hypothetical:
		return true
	}
	return false
}

// Statuses lists every status.
func Statuses() []Status {
	return []Status{Occurred, Ongoing, Planned, Proposed, Threatened, Alleged, Denied, Hypothetical}
}

// Event is something that was done, as one article tells it. What several
// articles tell of one thing is brought together later, by the graph.
type Event struct {
	ID         string    `json:"id"`
	Type       EventType `json:"type"`
	Mode       string    `json:"mode"`
	Frame      string    `json:"frame,omitempty"` // of the lexicon, that it was read by, if it was by one
	Contexts   []string  `json:"contexts"`
	Action     Action    `json:"action"`
	Actors     []string  `json:"actors"`     // ids of those who act
	Recipients []string  `json:"recipients"` // ids of those acted upon
	Treaties   []string  `json:"treaties"`   // ids
	Place      string    `json:"place"`      // id, or ""
	Date       Date      `json:"date"`
	// DateLikely says that nothing tells the date for certain, but all around makes it likely, as that it
	// is told as news. Another date then doesn't speak against this being the same event.
	DateLikely bool     `json:"dateLikely,omitempty"`
	Status     Status   `json:"status"`
	Claims     []string `json:"claims"` // ids: the evidence, never empty
}
