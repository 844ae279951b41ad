package graph

import (
	"context"
	"fmt"
	"slices"
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
	var counts []Count
	for i, k := range Kinds() {
		counts = append(counts, Count{Kind: k.Name}) // Cypher has no row for a kind that isn't there
		if k.Hidden {
			continue
		}
		pattern := "(:" + k.Name + ")"
		if !k.Node() {
			pattern = "()-[:" + k.Name + "]->()"
		}
		cypher = append(cypher, fmt.Sprintf("MATCH %s RETURN %d AS rank, count(*) AS count", pattern, i))
		sql = append(sql, fmt.Sprintf("SELECT %d AS rank, count(*) AS count FROM %s", i, strings.ToLower(k.Name)))
	}
	rows, err := s.Query(ctx, Query{Cypher: strings.Join(cypher, "\nUNION ALL\n"), SQL: strings.Join(sql, "\nUNION ALL\n"),
		Columns: []string{"rank", "count"}}, nil)
	if err != nil {
		return nil, fmt.Errorf("count: %w", err)
	}
	for _, v := range rows.Values {
		counts[v[0].(int64)].Count = int(v[1].(int64))
	}
	return slices.DeleteFunc(counts, func(c Count) bool { k, _ := Describe(c.Kind); return k.Hidden }), nil
}
