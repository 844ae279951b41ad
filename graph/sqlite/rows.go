package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// statements makes the SQL for each kind of element, once.
func (s *store) statements() {
	s.puts, s.scans, s.gone, s.tallys = map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}
	for _, k := range graph.Kinds() {
		s.kinds[k.Name] = k
		keys := keyColumns(k)
		columns, updates := keys, []string(nil)
		for _, p := range k.Properties {
			if p.Name != k.Distinct {
				columns = append(columns, column(p.Name))
				updates = append(updates, column(p.Name)+" = excluded."+column(p.Name))
			}
		}
		then := "NOTHING"
		if len(updates) > 0 {
			then = "UPDATE SET " + strings.Join(updates, ", ")
		}
		where := " WHERE " + strings.Join(keys, " = ? AND ") + " = ?"
		s.puts[k.Name] = fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s) ON CONFLICT (%s) DO %s", table(k.Name),
			strings.Join(columns, ", "), strings.Repeat(", ?", len(columns)-1), strings.Join(keys, ", "), then)
		s.gone[k.Name] = "DELETE FROM " + table(k.Name) + where
		s.tallys[k.Name] = "SELECT _tally FROM " + table(k.Name) + where
		s.scans[k.Name] = fmt.Sprintf("SELECT %s FROM %s ORDER BY %s",
			strings.Join(columns, ", "), table(k.Name), strings.Join(keys, ", "))
	}
}

func keyColumns(k graph.Kind) []string {
	switch {
	case k.Node():
		return []string{"id"}
	case k.Distinct != "":
		return []string{"start_id", "end_id", column(k.Distinct)}
	}
	return []string{"start_id", "end_id"}
}

// keyValues are the values of keyColumns.
func keyValues(kind graph.Kind, k graph.Key) []any {
	switch {
	case kind.Node():
		return []any{k.ID}
	case kind.Distinct != "":
		return []any{k.Start, k.End, k.ID}
	}
	return []any{k.Start, k.End}
}

// rowValues are the values of an element's whole row.
func rowValues(kind graph.Kind, e graph.Element) []any {
	row := keyValues(kind, e.Key)
	for _, p := range kind.Properties {
		if p.Name != kind.Distinct {
			row = append(row, toSQL(e.Props[p.Name]))
		}
	}
	return row
}

// row is an element's values.
type row struct {
	key    graph.Key
	values []any
}

// rows yields the elements' rows, some at a time.
func (s *store) rows(elements []graph.Element) iter.Seq[[]row] {
	return func(yield func([]row) bool) {
		for some := range slices.Chunk(elements, 500) {
			rows := make([]row, len(some))
			for i, e := range some {
				rows[i] = row{e.Key, rowValues(s.kinds[e.Kind], e)}
			}
			if !yield(rows) {
				return
			}
		}
	}
}

// toSQL turns a property's or a parameter's value into a column's.
func toSQL(v any) any {
	switch v := v.(type) {
	case []string, []any:
		var b bytes.Buffer
		lines := json.NewEncoder(&b)
		lines.SetEscapeHTML(false)
		if err := lines.Encode(v); err != nil {
			return nil
		}
		return strings.TrimSuffix(b.String(), "\n")
	}
	return v
}

// fromSQL is toSQL's inverse for a property.
func fromSQL(t graph.Type, v any) (any, error) {
	switch text, _ := v.(string); t {
	case graph.List:
		var list []string
		if err := json.Unmarshal([]byte(text), &list); err != nil {
			return nil, fmt.Errorf("decode list %q: %w", text, err)
		}
		return list, nil
	case graph.Boolean:
		return v == int64(1), nil
	}
	return v, nil
}

// runner runs statements in one transaction, preparing each one once.
type runner struct {
	ctx      context.Context
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
}

func (r *runner) statement(query string) (*sql.Stmt, error) {
	if st := r.prepared[query]; st != nil {
		return st, nil
	}
	st, err := r.tx.PrepareContext(r.ctx, query)
	if err != nil {
		return nil, err
	}
	r.prepared[query] = st
	return st, nil
}

func (r *runner) close() {
	for _, st := range r.prepared {
		st.Close()
	}
}

func (r *runner) exec(query string, args ...any) error {
	st, err := r.statement(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(r.ctx, args...)
	return err
}

// texts gives the one column of every row of a query.
func (r *runner) texts(query string, args ...any) ([]string, error) {
	st, err := r.statement(query)
	if err != nil {
		return nil, err
	}
	rows, err := st.QueryContext(r.ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

func (r *runner) scan(kind graph.Kind, query string, yield func(graph.Element) error) error {
	rows, err := r.tx.QueryContext(r.ctx, query)
	if err != nil {
		return fmt.Errorf("scan %s: %w", kind.Name, explain(err))
	}
	defer rows.Close()
	keys := len(keyColumns(kind))
	for rows.Next() {
		columns, _ := rows.Columns()
		values, err := scanRow(rows, len(columns))
		if err != nil {
			return fmt.Errorf("scan %s: %w", kind.Name, explain(err))
		}
		e := graph.Element{Key: graph.Key{Kind: kind.Name}, Props: map[string]any{}}
		if kind.Node() {
			e.ID = values[0].(string)
		} else {
			e.Start, e.End = values[0].(string), values[1].(string)
		}
		next := keys
		for _, p := range kind.Properties {
			if p.Name == kind.Distinct {
				e.ID = values[2].(string)
				e.Props[p.Name] = e.ID
				continue
			}
			if values[next] != nil {
				if e.Props[p.Name], err = fromSQL(p.Type, values[next]); err != nil {
					return fmt.Errorf("scan %s %s: %w", kind.Name, e.ID, err)
				}
			}
			next++
		}
		if err := yield(e); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("scan %s: %w", kind.Name, explain(err))
	}
	return nil
}

func scanRow(rows *sql.Rows, n int) ([]any, error) {
	values, at := make([]any, n), make([]any, n)
	for i := range values {
		at[i] = &values[i]
	}
	return values, rows.Scan(at...)
}
