package neo4j

import (
	"context"
	"errors"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

// earlier is the label that articles have while the graph is made anew of them.
const earlier = "EntenteEarlier"

// Migrate makes the graph of a database, which an earlier version of the program
// wrote, anew in the present format, from the articles and decisions in it. Until it
// is done nothing else of the program uses the graph, and if it is interrupted, it
// begins again. After each batch it tells done what has been done so far. A
// graph in the present format is left alone; the result is whether it was.
func Migrate(ctx context.Context, c Config, done func(graph.Summary)) (already bool, err error) {
	s, err := connect(ctx, c)
	if err != nil {
		return false, err
	}
	defer s.Close()
	format, err := s.format(ctx)
	if err != nil || format == graph.Format || format == 0 {
		return true, err
	}
	if err := graph.CheckFormat(format); !errors.Is(err, graph.ErrOldFormat) {
		return false, err
	}
	if err := s.setAside(ctx); err != nil {
		return false, err
	}
	if _, err := graph.Push(ctx, aside{s}, s, graph.Batch, done); err != nil {
		return false, err
	}
	if err := s.repeat(ctx, fmt.Sprintf("MATCH (n:%s) WITH n LIMIT 1000 DETACH DELETE n RETURN count(n)", earlier)); err != nil {
		return false, err
	}
	return false, s.write(ctx, fmt.Sprintf("MATCH (s:EntenteStore {id: 'store'}) SET s.format = %d", graph.Format))
}

// setAside gives the articles another label and deletes all else of the graph but
// its decisions. That a migration is under way shows in the format, which stays.
func (s *store) setAside(ctx context.Context) error {
	if err := s.repeat(ctx, fmt.Sprintf("MATCH (n:%s) WITH n LIMIT 1000 SET n:%s REMOVE n:%[1]s RETURN count(n)", graph.Article, earlier)); err != nil {
		return err
	}
	for _, k := range graph.Kinds() {
		if !k.Node() {
			continue
		}
		if err := s.repeat(ctx, fmt.Sprintf("MATCH (n:%s) WITH n LIMIT 10000 DETACH DELETE n RETURN count(n)", k.Name)); err != nil {
			return err
		}
	}
	return s.write(ctx, "MATCH (s:EntenteStore {id: 'store'}) SET s.version = '', s.format = coalesce(s.format, 2)")
}

// repeat runs a statement, each time in a transaction of its own, until it says that it did nothing.
func (s *store) repeat(ctx context.Context, statement string) error {
	for {
		n := int64(0)
		if err := s.write(ctx, statement, func(v []any) { n, _ = v[0].(int64) }); err != nil || n == 0 {
			return err
		}
	}
}

// aside is the articles that setAside has set aside.
type aside struct{ *store }

// Read gives no decisions: the store has kept them.
func (aside) Read(context.Context, graph.Keys) (graph.State, error) { return graph.State{}, nil }

// Scan yields articles whatever the kinds.
func (a aside) Scan(ctx context.Context, _ []string, yield func(graph.Element) error) error {
	k := a.kinds[graph.Article]
	k.Name = earlier
	return a.scanAll(ctx, []graph.Kind{k}, yield)
}

// write runs one statement in a transaction and yields the values of every record.
func (s *store) write(ctx context.Context, statement string, yield ...func([]any)) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, each(ctx, tx, statement, nil, func(v []any) {
			for _, f := range yield {
				f(v)
			}
		})
	})
	if err != nil {
		return explain(s.config, "write to", err)
	}
	return nil
}
