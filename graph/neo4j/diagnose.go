package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

// Diagnose looks at a database and says what it finds, in the order in which it is to
// be mended; what can't be looked at for what was found before is left out. It writes
// nothing, and doesn't read the articles: for that there is graph.Verify.
func Diagnose(ctx context.Context, c Config) []graph.Finding {
	s, err := connect(ctx, c)
	if err != nil {
		return []graph.Finding{broken(c, "server", err)}
	}
	defer s.Close()
	server := s.diagnoseServer(ctx)
	held, format := s.diagnoseGraph(ctx)
	all := []graph.Finding{server, held}
	if held.Mend != "" {
		return all
	}
	if format > 0 {
		all = append(all, s.diagnoseSchema(ctx))
	}
	return append(all, s.diagnoseWriting(ctx))
}

func (s *store) diagnoseServer(ctx context.Context) graph.Finding {
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return broken(s.config, "server", err)
	}
	return graph.Finding{Check: "server", Found: info.Agent() + " answers"}
}

// diagnoseGraph says whether there is a graph that can be used, or one may be begun,
// and gives its format, 0 if there is none.
func (s *store) diagnoseGraph(ctx context.Context) (graph.Finding, int) {
	const check = "format"
	format, err := s.format(ctx)
	if err != nil {
		return broken(s.config, check, err), 0
	}
	if format > 0 {
		return graph.FormatFinding(format), format
	}
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	_, err = session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) { return nil, s.checkDatabase(ctx, tx) })
	if err != nil {
		return broken(s.config, check, err), 0
	}
	return graph.Finding{Check: check, Found: `there is no graph yet; "entente load FOLDER" begins one`}, 0
}

// diagnoseSchema looks for the constraints and indexes of Schema by what they are for,
// since what is there by another name serves as well.
func (s *store) diagnoseSchema(ctx context.Context) graph.Finding {
	f := graph.Finding{Check: "indexes"}
	states, err := s.indexes(ctx)
	if err != nil {
		return broken(s.config, f.Check, err)
	}
	wanted := schema()
	var missing, mends []string
	for _, w := range wanted {
		switch state := states[w]; state {
		case "ONLINE":
		case "":
			missing = append(missing, w.name()+" isn't there")
			mends = append(mends, w.statement())
		case "POPULATING":
			missing = append(missing, w.name()+" is still being made")
			mends = append(mends, "wait until it is")
		default:
			missing = append(missing, fmt.Sprintf("%s is %s", w.name(), state))
			mends = append(mends, "drop what SHOW INDEXES says of it, then "+w.statement())
		}
	}
	if len(missing) == 0 {
		f.Found = fmt.Sprintf("all %d constraints and indexes are there, and ONLINE", len(wanted))
		return f
	}
	f.Found = strings.Join(missing, ", ")
	f.Mend = "in Neo4j Browser or cypher-shell: " + strings.Join(slices.Compact(mends), "; ")
	return f
}

// indexes gives the state of each index, one that guards a constraint by that.
func (s *store) indexes(ctx context.Context) (map[index]string, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	return neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) (map[index]string, error) {
		states := map[index]string{}
		err := each(ctx, tx, `SHOW INDEXES YIELD type, entityType, labelsOrTypes, properties, state, owningConstraint
			WHERE type = 'RANGE' AND entityType = 'NODE' AND size(labelsOrTypes) = 1 AND size(properties) = 1
			RETURN labelsOrTypes[0], properties[0], state, owningConstraint IS NOT NULL`, nil, func(v []any) {
			label, _ := v[0].(string)
			property, _ := v[1].(string)
			state, _ := v[2].(string)
			unique, _ := v[3].(bool)
			states[index{label, property, unique}] = state
		})
		return states, err
	})
}

// diagnoseWriting makes a node and takes it back.
func (s *store) diagnoseWriting(ctx context.Context) graph.Finding {
	f := graph.Finding{Check: "writing", Found: "the database can be written"}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		return broken(s.config, f.Check, err)
	}
	defer tx.Close(ctx)
	result, err := tx.Run(ctx, "CREATE ()", nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if err = errors.Join(err, tx.Rollback(ctx)); err != nil {
		return broken(s.config, f.Check, err)
	}
	return f
}

// broken is a finding of an error, whose text says after a colon what to do about it.
func broken(c Config, check string, err error) graph.Finding {
	says := advice(c, err)
	if says == "" {
		if inner := errors.Unwrap(err); inner != nil { // without what was being done where
			err = inner
		}
		says = err.Error()
	}
	f := graph.Finding{Check: check}
	var ok bool
	if f.Found, f.Mend, ok = strings.Cut(says, ": "); !ok {
		f.Mend = "look into the server's log, or name another database with --db"
	}
	return f
}
