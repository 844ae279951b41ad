package graph

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// topic is what the reports that this one is compared with are about; only
// reports in one block can be of one event. What is done to a treaty meets by
// treaty and action. Anything else meets by whether it is done with somebody or
// against somebody, for reporters differ over the type, and by its sides. What
// recurs is parted by years and months where there is much of it.
//
// Of what is done against somebody one reporter names the author, another
// doesn't, so the target alone counts, unless it is so much in the news that a
// block would grow large.
func (r report) topic() (topic string, recurs bool) {
	if r.onTreaty() {
		return "treaty " + r.Treaties[0].ID + " " + string(r.Action), r.Action.Recurs()
	}
	if !r.against() {
		return "with " + strings.Join(principals(sides(r.Actors, r.Recipients)), " "), true
	}
	actors, targets := principals(sides(r.Actors)), principals(sides(r.Recipients))
	// Who attacks one of its own abroad acts on the country it does so in.
	abroad := slices.DeleteFunc(slices.Clone(targets), func(s string) bool { return slices.Contains(actors, s) })
	switch {
	case len(abroad) > 0:
		targets = abroad
	case len(targets) == 0:
		targets = actors
	}
	against := "against " + strings.Join(targets, " ")
	if muchReported(targets) && len(actors) == 1 && !slices.Equal(actors, targets) {
		return actors[0] + " " + against, true
	}
	return against, true
}

// era is the month, or if that isn't known the year, of the event, or else of its
// report. What has neither would all come together, however large the graph, so there
// all sides must agree.
func (r report) era() string {
	when := r.Date
	if when == "" {
		when = r.Published
	}
	if len(when) < len("2006") {
		return " in ? " + strings.Join(principals(sides(r.Actors, r.Recipients)), " ")
	}
	return " in " + string(when[:min(len(when), len("2006-01"))])
}

// yearOf is the year that an era is in, or itself.
func yearOf(era string) string {
	if month := " in 2006-01"; len(era) == len(month) && era[len(" in 2006")] == '-' {
		return era[:len(" in 2006")]
	}
	return era
}

// muchReported reports whether all sides are among the countries that most news
// of the world's dealings is about.
func muchReported(sides []string) bool {
	return !slices.ContainsFunc(sides, func(s string) bool { return s != "US" && s != "RU" && s != "CN" })
}

// principals are the countries among some sides, or all if there is none: of
// other bodies one reporter names some, another none.
func principals(sides []string) []string {
	var countries []string
	for _, s := range sides {
		if !strings.Contains(s, ":") {
			countries = append(countries, s)
		}
	}
	if len(countries) > 0 {
		return countries
	}
	return sides
}

// onTreaty reports whether the report's block is one of a treaty and an action.
func (r report) onTreaty() bool { return r.Action != "" && len(r.Treaties) > 0 }

// against reports whether the event is directed against somebody, as far as two
// reporters, or two coders, will agree about it.
func (r report) against() bool {
	switch r.Action {
	case entente.Sign, entente.Ratify, entente.Join, entente.Propose, entente.Extend, entente.Negotiate:
		return false
	case entente.Suspend, entente.Withdraw, entente.Violate, entente.RejectIt:
		return true
	}
	switch r.Type {
	case entente.Accuse, entente.Reject, entente.Threaten, entente.Protest,
		entente.Sanction, entente.Mobilize, entente.Coerce, entente.Assault:
		return true
	}
	return false
}
