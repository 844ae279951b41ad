package graph

import (
	"context"
	"fmt"
	"strings"
)

// Count is how many nodes or relationships of a kind there are.
type Count struct {
	Kind  string // label or relationship type
	Count int
}

// Stats counts the elements of every kind, labels first.
func Stats(ctx context.Context, s Store) ([]Count, error) {
	var cypher, sql []string
	for i, k := range Kinds() {
		pattern := "(:" + k.Name + ")"
		if !k.Node() {
			pattern = "()-[:" + k.Name + "]->()"
		}
		cypher = append(cypher, fmt.Sprintf("MATCH %s RETURN %d AS rank, '%s' AS kind, count(*) AS count", pattern, i, k.Name))
		sql = append(sql, fmt.Sprintf("SELECT %d AS rank, '%s' AS kind, count(*) AS count FROM %s", i, k.Name, strings.ToLower(k.Name)))
	}
	rows, err := s.Query(ctx, Query{Cypher: strings.Join(cypher, "\nUNION ALL\n"), SQL: strings.Join(sql, "\nUNION ALL\n"),
		Columns: []string{"rank", "kind", "count"}}, nil)
	if err != nil {
		return nil, fmt.Errorf("count: %w", err)
	}
	counts := make([]Count, len(Kinds()))
	for _, v := range rows.Values {
		counts[v[0].(int64)] = Count{v[1].(string), int(v[2].(int64))}
	}
	return counts, nil
}
