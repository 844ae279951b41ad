package neo4j

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

func (s *store) Query(ctx context.Context, q graph.Query, params map[string]any) (graph.Rows, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	answer, err := neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) (graph.Rows, error) {
		if err := onlyReads(ctx, tx, q.Cypher, params); err != nil {
			return graph.Rows{}, err
		}
		result, err := tx.Run(ctx, q.Cypher, params)
		if err != nil {
			return graph.Rows{}, err
		}
		columns, err := result.Keys()
		if err != nil {
			return graph.Rows{}, err
		}
		if err := q.Check(columns); err != nil {
			return graph.Rows{}, err
		}
		answer := graph.Rows{Columns: columns}
		for result.Next(ctx) {
			values := result.Record().Values
			for i, v := range values {
				values[i] = answerValue(v)
			}
			answer.Values = append(answer.Values, values)
		}
		return answer, result.Err()
	})
	if err != nil {
		return graph.Rows{}, explain(s.config, "query", err)
	}
	return answer, nil
}

// answerValue turns a driver's value into an answer's: nodes and relationships
// into their id, values of types that a graph doesn't hold into text.
func answerValue(v any) any {
	switch v := v.(type) {
	case nil, bool, int64, float64, string:
		return v
	case []any:
		for i := range v {
			v[i] = answerValue(v[i])
		}
		return v
	case neo4j.Node:
		return answerValue(v.Props["id"])
	case neo4j.Relationship:
		return v.Type
	}
	return fmt.Sprint(v)
}
