package export

import (
	"bufio"
	"context"
	"encoding/csv"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// eventColumns are those of the CSV, each with the one of the query that fills it.
// The lists of actors, of their countries and of their ids go together.
var eventColumns = [][2]string{
	{"date", "date"},
	{"actor", "actors"}, {"actor_country", "actorCountries"},
	{"recipient", "recipients"}, {"recipient_country", "recipientCountries"},
	{"type", "type"}, {"mode", "mode"}, {"contexts", "contexts"},
	{"treaty", "treaties"}, {"action", "action"}, {"status", "status"}, {"place", "places"},
	{"articles", "articles"}, {"outlets", "outlets"}, {"texts", "texts"},
	{"sources", "sources"}, {"quote", "quote"}, {"event", "name"},
	{"event_id", "id"}, {"actor_id", "actorIDs"}, {"recipient_id", "recipientIDs"}, {"treaty_id", "treatyIDs"},
}

// eventsCSV writes a row an event, as RFC 4180 has it, in the order of ids.
func eventsCSV(ctx context.Context, s graph.Store, w *bufio.Writer) error {
	out := csv.NewWriter(w)
	cells := make([]string, len(eventColumns))
	for i, c := range eventColumns {
		cells[i] = c[0]
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	err := events(ctx, s, func(r row) error {
		for i, c := range eventColumns {
			if _, ok := r[c[1]].([]any); ok {
				cells[i] = cell(join(r.list(c[1])))
			} else {
				cells[i] = cell(r.text(c[1]))
			}
		}
		return out.Write(cells)
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// cell makes a text safe for programs that read the file: a spreadsheet takes
// what begins with one of these for a formula, unless a "'" stands before it.
func cell(s string) string {
	s = printable(s)
	if s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		s = "'" + s
	}
	return s
}
