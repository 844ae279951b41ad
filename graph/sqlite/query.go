package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
)

func (s *store) Query(ctx context.Context, q graph.Query, params map[string]any) (graph.Rows, error) {
	var args []any
	for _, name := range slices.Sorted(maps.Keys(params)) {
		args = append(args, sql.Named(name, toSQL(params[name])))
	}
	rows, free, err := s.ask(ctx, q.SQL, args)
	if err != nil {
		return graph.Rows{}, fmt.Errorf("query %s: %w", s.file, explain(err))
	}
	defer free()
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return graph.Rows{}, fmt.Errorf("query %s: %w", s.file, explain(err))
	}
	answer := graph.Rows{Columns: make([]string, len(columns))}
	for i, c := range columns {
		answer.Columns[i] = strings.TrimSuffix(strings.TrimSuffix(c, "[]"), "?")
	}
	if err := q.Check(answer.Columns); err != nil {
		return graph.Rows{}, err
	}
	for rows.Next() {
		values, err := scanRow(rows, len(columns))
		if err != nil {
			return graph.Rows{}, fmt.Errorf("query %s: %w", s.file, explain(err))
		}
		for i, c := range columns {
			if values[i], err = answerValue(c, values[i]); err != nil {
				return graph.Rows{}, fmt.Errorf("column %s: %w", c, err)
			}
		}
		answer.Values = append(answer.Values, values)
	}
	if err := rows.Err(); err != nil {
		return graph.Rows{}, fmt.Errorf("query %s: %w", s.file, explain(err))
	}
	return answer, nil
}

// answerValue turns a column's value into an answer's, by the column's name.
func answerValue(column string, v any) (any, error) {
	switch v := v.(type) {
	case []byte:
		return string(v), nil
	case string:
		if strings.HasSuffix(column, "[]") {
			return list(v)
		}
	case int64:
		if strings.HasSuffix(column, "?") {
			return v != 0, nil
		}
	}
	return v, nil
}

// list decodes a JSON array; its whole numbers are int64, as in Cypher.
func list(text string) ([]any, error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var values []any
	if err := d.Decode(&values); err != nil {
		return nil, err
	}
	for i, v := range values {
		n, ok := v.(json.Number)
		if !ok {
			continue
		}
		if whole, err := n.Int64(); err == nil {
			values[i] = whole
		} else if values[i], err = n.Float64(); err != nil {
			return nil, err
		}
	}
	return values, nil
}
