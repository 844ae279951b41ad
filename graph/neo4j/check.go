package neo4j

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
)

// oldestServer is the first major version of Neo4j that knows all of the Cypher here
// and in the queries.
const oldestServer = 5

// strangers is how many nodes of other labels a database may hold that a graph is
// begun in: a note somebody made there is no reason to refuse, somebody's data is.
const strangers = 100

var serverVersion = regexp.MustCompile(`^Neo4j/v?(\d+)\.`)

// checkServer refuses a server that is too old. One that doesn't say is tried.
func checkServer(agent string) error {
	m := serverVersion.FindStringSubmatch(agent)
	if m == nil {
		return nil
	}
	if major, err := strconv.Atoi(m[1]); err == nil && major < oldestServer {
		return fmt.Errorf("the server is %s, which is too old: Neo4j %d or newer is needed", agent, oldestServer)
	}
	return nil
}

// formatOf gives the format of the graph in the database, 0 if there is none. The
// first graphs, of format 2, didn't say.
func formatOf(ctx context.Context, tx neo4j.ManagedTransaction) (int, error) {
	format := 0
	err := each(ctx, tx, "MATCH (s:EntenteStore {id: 'store'}) RETURN coalesce(s.format, 2)", nil, func(v []any) {
		n, _ := v[0].(int64)
		format = int(n)
	})
	return format, err
}

// checkDatabase refuses to begin a graph where it would mix with other data.
func (s *store) checkDatabase(ctx context.Context, tx neo4j.ManagedTransaction) error {
	if format, err := formatOf(ctx, tx); err != nil || format > 0 {
		return err
	}
	var own []string
	for _, k := range graph.Kinds() {
		if k.Node() {
			own = append(append(own, k.Name), k.Second...)
		}
	}
	taken := ""
	err := each(ctx, tx, fmt.Sprintf("MATCH (n:%s) RETURN labels(n) LIMIT 1", strings.Join(own, "|")), nil, func(v []any) {
		taken = strings.Join(stringList(v[0].([]any)), ":")
	})
	if err == nil && taken != "" {
		err = fmt.Errorf("the database holds nodes labelled %s that this program didn't write, and would mix them with its own: give another database", taken)
	}
	if err != nil || s.config.Beside {
		return err
	}
	others := int64(0)
	err = each(ctx, tx, "MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH 'Entente') WITH n LIMIT $most RETURN count(n)",
		map[string]any{"most": strangers + 1}, func(v []any) { others, _ = v[0].(int64) })
	if err == nil && others > strangers {
		err = fmt.Errorf("the database holds other data, more than %d nodes, and no graph of this program: give an empty database, or say --beside to have the graph beside that data, which then stays as it is", strangers)
	}
	return err
}
