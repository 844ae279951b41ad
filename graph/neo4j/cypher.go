package neo4j

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/internal/ahead"
)

// batch is how many rows one statement takes.
const batch = 1000

// ends matches the nodes that a row's relationship goes from and to, each by its
// label's index. All rows go to nodes of the example's label.
func ends(k graph.Kind, example graph.Key) string {
	return fmt.Sprintf("UNWIND $rows AS row MATCH (a:%s {id: row[0]}) MATCH (b:%s {id: row[1]})",
		k.From[0], graph.LabelsOf(k.To, example.End)[0])
}

// between is the pattern of a row's relationship between nodes that ends matched.
func between(k graph.Kind) string {
	if k.Distinct == "" {
		return fmt.Sprintf("(a)-[r:%s]->(b)", k.Name)
	}
	return fmt.Sprintf("(a)-[r:%s {%s: row[3]}]->(b)", k.Name, k.Distinct)
}

// match finds the node n or the relationship r of each row of keyRows. WITH keeps
// the planner from following all relationships of one end, of which a country has
// as many as there are events.
func match(k graph.Kind, example graph.Key) string {
	if k.Node() {
		return fmt.Sprintf("UNWIND $rows AS row MATCH (n:%s {id: row[3]})", k.Name)
	}
	return fmt.Sprintf("%s WITH row, a, b MATCH %s", ends(k, example), between(k))
}

func tallies(k graph.Kind, example graph.Key) string {
	name := "r"
	if k.Node() {
		name = "n"
	}
	return fmt.Sprintf("%s RETURN row[2], %s._tally", match(k, example), name)
}

func scan(k graph.Kind) string {
	if k.Node() {
		return fmt.Sprintf("MATCH (n:%s) RETURN n.id, properties(n) ORDER BY n.id", k.Name)
	}
	order := ""
	if k.Distinct != "" {
		order = ", r." + k.Distinct
	}
	return fmt.Sprintf("MATCH (a:%s)-[r:%s]->(b:%s) RETURN a.id, b.id, properties(r) ORDER BY a.id, b.id%s",
		k.From[0], k.Name, strings.Join(k.To, "|"), order)
}

// element makes an element of a row that scan returns.
func element(k graph.Kind, row []any) graph.Element {
	e := graph.Element{Key: graph.Key{Kind: k.Name}, Props: map[string]any{}}
	props := row[len(row)-1].(map[string]any)
	if k.Node() {
		e.ID, _ = row[0].(string)
	} else {
		e.Start, _ = row[0].(string)
		e.End, _ = row[1].(string)
	}
	for _, p := range k.Properties {
		v, ok := props[p.Name]
		if !ok {
			continue
		}
		if list, ok := v.([]any); ok {
			v = stringList(list)
		}
		e.Props[p.Name] = v
	}
	if k.Distinct != "" {
		e.ID, _ = props[k.Distinct].(string)
	}
	return e
}

func stringList(list []any) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i], _ = x.(string)
	}
	return out
}

// delete leaves relationships of nodes that go, too, to the nodes' deletion.
func (s *store) delete(ctx context.Context, tx neo4j.ManagedTransaction, keys []graph.Key) error {
	gone := map[string]bool{}
	for _, k := range keys {
		if k.Start == "" {
			gone[k.ID] = true
		}
	}
	keys = slices.DeleteFunc(slices.Clone(keys), func(k graph.Key) bool { return gone[k.Start] || gone[k.End] })
	for part := range runs(keys, s.groupOf) {
		k := s.kinds[part[0].Kind]
		what := "DELETE r"
		if k.Node() {
			what = "DETACH DELETE n"
		}
		if err := run(ctx, tx, match(k, part[0])+" "+what, map[string]any{"rows": keyRows(part)}); err != nil {
			return fmt.Errorf("delete %s: %w", k.Name, err)
		}
	}
	return nil
}

// group is of elements that one statement can be about: their labels, or those of
// the nodes they lead to, are the same.
type group struct{ kind, label string }

func (s *store) groupOf(key graph.Key) group {
	g := group{kind: key.Kind}
	if k := s.kinds[key.Kind]; len(k.Second) > 0 {
		g.label, _, _ = strings.Cut(key.ID, ":")
	} else if len(k.To) > 1 {
		g.label = graph.LabelsOf(k.To, key.End)[0]
	}
	return g
}

// put writes rows of one kind and the same labels in one statement, and counts
// them: a relationship whose node isn't there must not vanish in silence. The next
// rows are made while the server is busy with some.
func (s *store) put(ctx context.Context, tx neo4j.ManagedTransaction, elements []graph.Element) error {
	type way struct {
		group
		new bool
	}
	wayOf := func(e graph.Element) way { return way{s.groupOf(e.Key), e.New} }
	type part struct {
		of   graph.Element // one of them
		rows []any
	}
	parts := func(yield func(part) bool) {
		for elements := range runs(elements, wayOf) {
			p := part{of: elements[0]}
			for _, e := range elements {
				p.rows = append(p.rows, row(e))
			}
			if !yield(p) {
				return
			}
		}
	}
	for p := range ahead.Of(2, parts) {
		written, err := s.putRows(ctx, tx, p.of, p.rows)
		if err != nil {
			return fmt.Errorf("put %s: %w", p.of.Kind, err)
		}
		if written != len(p.rows) {
			return fmt.Errorf("put %s: %d of %d written, the others lack a node or are none", p.of.Kind, written, len(p.rows))
		}
	}
	return nil
}

// putRows puts rows like an element and gives how many there are now. What is created the server
// counts by itself; to ask it for the number would take a tenth of the time more.
func (s *store) putRows(ctx context.Context, tx neo4j.ManagedTransaction, like graph.Element, rows []any) (int, error) {
	statement, params := put(s.kinds[like.Kind], like), map[string]any{"rows": rows}
	if !like.New {
		n := int64(0)
		err := each(ctx, tx, statement+" RETURN count(*)", params, func(v []any) { n, _ = v[0].(int64) })
		return int(n), err
	}
	result, err := tx.Run(ctx, statement, params)
	if err != nil {
		return 0, err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return 0, err
	}
	return summary.Counters().NodesCreated() + summary.Counters().RelationshipsCreated(), nil
}

// row is what put's statement is told of an element: a node's properties, or a
// relationship's start, end, properties and what sets it apart from others.
func row(e graph.Element) any {
	if e.Start == "" {
		return stored(e)
	}
	return []any{e.Start, e.End, e.Props, e.ID}
}

// put is the statement for rows with the same labels as the example. What is
// new needs no look whether it is there, and a constraint guards its id.
func put(k graph.Kind, example graph.Element) string {
	if k.Node() {
		labels := strings.Join(graph.LabelsOf([]string{k.Name}, example.ID), ":")
		if example.New {
			return fmt.Sprintf("UNWIND $rows AS row CREATE (n:%s) SET n = row", labels)
		}
		return fmt.Sprintf("UNWIND $rows AS row MATCH (n:%s {id: row.id}) SET n:%s, n = row", k.Name, labels)
	}
	set := ""
	if len(k.Properties) > 0 {
		set = " SET r = row[2]"
	}
	if example.New {
		return fmt.Sprintf("%s CREATE (a)-[r:%s]->(b)%s", ends(k, example.Key), k.Name, set)
	}
	return match(k, example.Key) + set
}

// stored is a node's properties as they are stored, with its id.
func stored(e graph.Element) map[string]any {
	all := make(map[string]any, len(e.Props)+1)
	maps.Copy(all, e.Props)
	all["id"] = e.ID
	return all
}

// keyRows has a row for each key: start, end, the key's place in the list, id.
func keyRows(keys []graph.Key) []any {
	rows := make([]any, len(keys))
	for i, k := range keys {
		rows[i] = []any{k.Start, k.End, i, k.ID}
	}
	return rows
}

// runs cuts a list into parts of at most batch neighbours of the same group.
func runs[T any, G comparable](list []T, group func(T) G) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for len(list) > 0 {
			first := group(list[0])
			n := slices.IndexFunc(list, func(x T) bool { return group(x) != first })
			if n < 0 {
				n = len(list)
			}
			n = min(n, batch)
			if !yield(list[:n:n]) {
				return
			}
			list = list[n:]
		}
	}
}

// run runs a statement for what it does.
func run(ctx context.Context, tx neo4j.ManagedTransaction, statement string, params map[string]any) error {
	return each(ctx, tx, statement, params, func([]any) {})
}

// each runs a statement and yields the values of every record.
func each(ctx context.Context, tx neo4j.ManagedTransaction, statement string, params map[string]any, yield func([]any)) error {
	result, err := tx.Run(ctx, statement, params)
	if err != nil {
		return err
	}
	for result.Next(ctx) {
		yield(result.Record().Values)
	}
	return result.Err()
}
