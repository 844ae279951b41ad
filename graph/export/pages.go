package export

import (
	"context"
	_ "embed"

	"github.com/entente-graph/entente/graph"
)

var (
	//go:embed events.sql
	eventsSQL string
	//go:embed events.cypher
	eventsCypher string
	//go:embed claims.sql
	claimsSQL string
	//go:embed claims.cypher
	claimsCypher string
)

// pageSize is how many rows are in memory at a time.
const pageSize = 1000

// events yields every event by id, with what is linked to it.
func events(ctx context.Context, s graph.Store, yield func(row) error) error {
	return pages(ctx, s, graph.Query{SQL: eventsSQL, Cypher: eventsCypher}, yield)
}

// claims yields every claim by id, with what is linked to it.
func claims(ctx context.Context, s graph.Store, yield func(row) error) error {
	return pages(ctx, s, graph.Query{SQL: claimsSQL, Cypher: claimsCypher}, yield)
}

// pages yields all rows of a query that gives the first $limit ones whose id comes
// after $after.
func pages(ctx context.Context, s graph.Store, q graph.Query, yield func(row) error) error {
	after := ""
	for {
		answer, err := s.Query(ctx, q, map[string]any{"after": after, "limit": int64(pageSize)})
		if err != nil {
			return err
		}
		for _, values := range answer.Values {
			r := row{}
			for i, c := range answer.Columns {
				r[c] = values[i]
			}
			after = r.text("id")
			if err := yield(r); err != nil {
				return err
			}
		}
		if len(answer.Values) < pageSize {
			return nil
		}
	}
}

// row is a row of an answer by column.
type row map[string]any

// text is a column's value as text, "" when it has none.
func (r row) text(column string) string { return plain(r[column]) }

// list is the value of a column of texts.
func (r row) list(column string) []string {
	values, _ := r[column].([]any)
	list := make([]string, len(values))
	for i, v := range values {
		list[i], _ = v.(string)
	}
	return list
}
