// Package dossier shows a graph, or a part of it, as one HTML page that needs
// neither a server nor the network: its actors and events as a drawing, a timeline,
// who acts on whom, the lives of treaties, what is disputed, and the articles with
// the evidence marked in them. Handler shows the same of a store as it is now.
//
// Collect reads a Dossier from a store; Write makes the page of it, from the files
// in assets. Nothing of an article becomes HTML: it is data, put on the page as text.
package dossier

import "github.com/entente-graph/entente"

// Dossier is all that a page shows. Things refer to one another by their places in these
// lists. The same graph and selection give the same Dossier.
type Dossier struct {
	About    About     `json:"about"`
	Kinds    []Kind    `json:"kinds"`
	Statuses []string  `json:"statuses"`
	Actors   []Actor   `json:"actors"`
	Treaties []Treaty  `json:"treaties"`
	Articles []Article `json:"articles"` // by date of publication
	Claims   []Claim   `json:"claims"`   // by article, and their place in it
	Events   []Event   `json:"events"`   // by date
}

// About says what a dossier was selected by.
type About struct {
	Actor  string       `json:"actor,omitempty"`  // the actor's name in the graph
	Treaty string       `json:"treaty,omitempty"` // the treaty's name in the graph
	Since  entente.Date `json:"since,omitempty"`
	Until  entente.Date `json:"until,omitempty"`
	// LeftOut is how many events were selected but are not in the dossier, for its limit.
	LeftOut int `json:"leftOut,omitempty"`
}

// Title is what the dossier is about in a few words.
func (a About) Title() string {
	switch {
	case a.Actor != "" && a.Treaty != "":
		return a.Actor + " and the " + a.Treaty
	case a.Actor+a.Treaty != "":
		return a.Actor + a.Treaty
	}
	return "Who did what to whom"
}

// Actor is somebody who takes part in an event or speaks of one.
type Actor struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"` // person, country, organization or group
	Aliases []string `json:"aliases,omitempty"`
	Roles   []Role   `json:"roles,omitempty"`
}

// Role is what an actor is to another: "president" of Russia.
type Role struct {
	Role string `json:"role,omitempty"`
	Of   int    `json:"of"` // an actor
}

// Treaty is a treaty that an event concerns, or that such a one is compared to.
type Treaty struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases,omitempty"`
	Year     int64    `json:"year,omitempty"`
	Status   string   `json:"status,omitempty"`
	Parties  []int    `json:"parties,omitempty"`  // actors
	Compared []int    `json:"compared,omitempty"` // treaties that it is likened to
}

// Article is a report.
type Article struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Text      string `json:"text"`
}

// Claim is a piece of evidence: what stands in an article between two places, in
// UTF-16 units of its text, as JavaScript counts.
type Claim struct {
	ID      string `json:"id"`
	Article int    `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Speaker int    `json:"speaker"` // an actor; -1 when the article itself says so
	Stance  string `json:"stance"`
}

// Event is something done.
type Event struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Mode     string   `json:"mode,omitempty"`
	Contexts []string `json:"contexts,omitempty"`
	Action   string   `json:"action,omitempty"` // on its treaties
	Status   string   `json:"status"`
	Date     string   `json:"date,omitempty"`
	Place    string   `json:"place,omitempty"`
	Texts    int64    `json:"texts"`              // how many independent texts report it
	Actors   []int    `json:"actors"`             // who act
	Targets  []int    `json:"targets,omitempty"`  // on whom
	Treaties []int    `json:"treaties,omitempty"` // what it concerns
	Claims   []int    `json:"claims"`             // the evidence, the surest first
}

// Kind is a kind of act: cooperation or conflict, in words or in deeds. It is one
// of the four quadrants of PLOVER.
type Kind struct {
	ID    string              `json:"id"`
	Name  string              `json:"name"`
	Types []entente.EventType `json:"types"`
}

// Kinds gives the four, from the friendliest. Every type of event is in one of them.
func Kinds() []Kind {
	return []Kind{
		{"accord", "Cooperation in words", []entente.EventType{entente.Agree, entente.Consult, entente.Support, entente.Concede}},
		{"help", "Cooperation in deeds", []entente.EventType{entente.Cooperate, entente.Aid, entente.Retreat}},
		{"dispute", "Conflict in words", []entente.EventType{entente.Request, entente.Accuse, entente.Reject, entente.Threaten}},
		{"force", "Conflict in deeds", []entente.EventType{entente.Protest, entente.Sanction, entente.Mobilize, entente.Coerce, entente.Assault}},
	}
}
