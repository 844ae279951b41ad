// Package neo4j keeps a graph in a Neo4j database. It writes the labels and
// relationship types of the graph's description and one node of its own,
// EntenteStore, and touches nothing else that the database holds.
//
// Open connects to a database; what can be done with the graph in it is in package graph.
// A graph that Open refuses for its format is brought up to date by Migrate.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/entente-graph/entente/graph"
)

// Config says where the database is and who asks.
type Config struct {
	URL      string // neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc://
	Username string // "" for a server without authentication
	Password string
	Database string // "" for the server's default
	Beside   bool   // to begin a graph in a database that holds other data
}

const (
	openTimeout = 4 * time.Second // how long a server may take to answer at first
	retryTime   = 5 * time.Second // how long the driver tries again by itself
)

type store struct {
	driver neo4j.DriverWithContext
	config Config
	marks  neo4j.BookmarkManager // reads see what this store wrote before
	kinds  map[string]graph.Kind

	preparing sync.Mutex
	prepared  bool // constraints are there
}

// Open connects to a database, and refuses one with a graph of another format. It
// writes nothing until something is applied.
func Open(ctx context.Context, c Config) (graph.Store, error) {
	s, err := connect(ctx, c)
	if err != nil {
		return nil, err
	}
	format, err := s.format(ctx)
	if err == nil && format > 0 {
		err = graph.CheckFormat(format)
	}
	if err != nil {
		s.Close()
		return nil, explain(c, "open", err)
	}
	return s, nil
}

func connect(ctx context.Context, c Config) (*store, error) {
	auth := neo4j.NoAuth()
	if c.Username != "" || c.Password != "" {
		if c.Username == "" {
			c.Username = "neo4j"
		}
		auth = neo4j.BasicAuth(c.Username, c.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(c.URL, auth, func(d *config.Config) {
		d.SocketConnectTimeout = openTimeout
		d.MaxTransactionRetryTime = retryTime
		d.TelemetryDisabled = true
		d.UserAgent = "entente"
	})
	if err != nil {
		return nil, explain(c, "open", err)
	}
	s := &store{driver: driver, config: c, kinds: map[string]graph.Kind{},
		marks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})}
	for _, k := range graph.Kinds() {
		s.kinds[k.Name] = k
	}
	limited, cancel := context.WithTimeout(ctx, openTimeout)
	defer cancel()
	server, err := driver.GetServerInfo(limited)
	switch {
	case err == nil:
		err = checkServer(server.Agent())
	case ctx.Err() == nil && limited.Err() != nil:
		err = fmt.Errorf("no answer within %v: is the server running, and is this its Bolt address?", openTimeout)
	}
	if err != nil {
		driver.Close(ctx)
		return nil, explain(c, "open", err)
	}
	return s, nil
}

// format is formatOf in a transaction of its own.
func (s *store) format(ctx context.Context) (int, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	return neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) (int, error) { return formatOf(ctx, tx) })
}

func (s *store) Close() error {
	return s.driver.Close(context.Background())
}

func (s *store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: s.config.Database, BookmarkManager: s.marks, FetchSize: 2000,
	})
}

// prepare makes the constraints and indexes, and waits for them, where a graph may be.
func (s *store) prepare(ctx context.Context) error {
	s.preparing.Lock()
	defer s.preparing.Unlock()
	if s.prepared {
		return nil
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	_, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) { return nil, s.checkDatabase(ctx, tx) })
	if err != nil {
		return explain(s.config, "write to", err)
	}
	for _, statement := range append(Schema(), "CALL db.awaitIndexes(300)") {
		_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
			return nil, run(ctx, tx, statement, nil)
		})
		if err != nil {
			return explain(s.config, "make constraints in", err)
		}
	}
	s.prepared = true
	return nil
}

func (s *store) Read(ctx context.Context, keys graph.Keys) (graph.State, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	state, err := neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) (graph.State, error) {
		return s.readIn(ctx, tx, keys)
	})
	if err != nil {
		return graph.State{}, explain(s.config, "read", err)
	}
	return state, nil
}

// readIn reads the version first: what is written after that shows as a conflict.
func (s *store) readIn(ctx context.Context, tx neo4j.ManagedTransaction, keys graph.Keys) (graph.State, error) {
	state := graph.State{Articles: map[string]string{}, Tallies: map[graph.Key]string{}, Blocks: map[string][]string{}}
	err := each(ctx, tx, "MATCH (s:EntenteStore {id: 'store'}) RETURN s.version, s.decisions", nil, func(v []any) {
		state.Version, _ = v[0].(string)
		state.Decisions, _ = v[1].(string)
	})
	if err != nil {
		return state, err
	}
	if len(keys.Articles) > 0 {
		if err := readArticles(ctx, tx, keys, state.Articles); err != nil {
			return state, err
		}
	}
	for part := range runs(keys.Shared, s.groupOf) {
		err := each(ctx, tx, tallies(s.kinds[part[0].Kind], part[0]), map[string]any{"rows": keyRows(part)}, func(v []any) {
			state.Tallies[part[v[0].(int64)]], _ = v[1].(string)
		})
		if err != nil {
			return state, err
		}
	}
	if len(keys.Blocks) > 0 {
		err := each(ctx, tx, "UNWIND $blocks AS block MATCH (e:Event {_block: block}) RETURN block, e._reports ORDER BY block, e.id",
			map[string]any{"blocks": keys.Blocks}, func(v []any) {
				block, reports := v[0].(string), v[1].(string)
				state.Blocks[block] = append(state.Blocks[block], reports)
			})
		if err != nil {
			return state, err
		}
	}
	if len(keys.Mentioning) > 0 {
		err := each(ctx, tx, "UNWIND $ids AS id MATCH (a:Article)-[:MENTIONS]->(:Actor {id: id}) RETURN a.id, a._record, a.text",
			map[string]any{"ids": keys.Mentioning}, func(v []any) {
				id, _ := v[0].(string)
				state.Mentioned = append(state.Mentioned, graph.Element{Key: graph.Key{Kind: graph.Article, ID: id},
					Props: map[string]any{"_record": v[1], "text": v[2]}})
			})
		if err != nil {
			return state, err
		}
	}
	return state, nil
}

// readArticles asks for records only where the digest isn't the one at hand. Which those are
// comes in one list: to send a row for each would take most of the time.
func readArticles(ctx context.Context, tx neo4j.ManagedTransaction, keys graph.Keys, articles map[string]string) error {
	var rows []any
	for id, digest := range keys.Digests {
		rows = append(rows, []any{id, digest})
	}
	err := each(ctx, tx, "UNWIND $rows AS row MATCH (n:Article {id: row[0]}) WHERE n._digest = row[1] RETURN collect(n.id)",
		map[string]any{"rows": rows}, func(v []any) {
			for _, id := range v[0].([]any) {
				articles[id.(string)] = ""
			}
		})
	if err != nil {
		return err
	}
	ids := slices.DeleteFunc(slices.Clone(keys.Articles), func(id string) bool {
		_, same := articles[id]
		return same
	})
	if len(ids) == 0 {
		return nil
	}
	return each(ctx, tx, "UNWIND $ids AS id MATCH (n:Article {id: id}) RETURN id, n._record", map[string]any{"ids": ids}, func(v []any) {
		articles[v[0].(string)], _ = v[1].(string)
	})
}

func (s *store) Apply(ctx context.Context, d graph.Delta) error {
	if err := s.prepare(ctx); err != nil {
		return err
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(ctx)
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, s.applyIn(ctx, tx, d)
	})
	if errors.Is(err, graph.ErrConflict) {
		return graph.ErrConflict
	}
	if err != nil {
		return explain(s.config, "write to", err)
	}
	return nil
}

// applyIn may run several times, and for a transaction that was committed
// although nobody heard of it; the version tells. Writing to the store's own node
// first makes all writers wait for each other there, where they can't deadlock.
func (s *store) applyIn(ctx context.Context, tx neo4j.ManagedTransaction, d graph.Delta) error {
	version := ""
	err := each(ctx, tx, "MERGE (s:EntenteStore {id: 'store'}) SET s.writing = true RETURN s.version", nil, func(v []any) {
		version, _ = v[0].(string)
	})
	if err != nil {
		return err
	}
	done := map[string]any{"own": stored(OwnNode(graph.State{Version: d.To, Decisions: d.Decisions}))}
	finish := `MATCH (s:EntenteStore {id: 'store'}) WITH s, coalesce(s.format, $own.format) AS format
		SET s = $own, s.format = format` // the format of a graph that is being migrated stays
	switch version {
	case d.To:
		return run(ctx, tx, finish, done)
	case d.From:
	default:
		return graph.ErrConflict
	}
	// Once a transaction has changed or deleted what is there, the server takes half as long again
	// to create something: so that comes first.
	if err := s.put(ctx, tx, d.Put); err != nil {
		return err
	}
	if err := s.delete(ctx, tx, d.Delete); err != nil {
		return err
	}
	return run(ctx, tx, finish, done)
}

func (s *store) Scan(ctx context.Context, kinds []string, yield func(graph.Element) error) error {
	list := make([]graph.Kind, len(kinds))
	for i, name := range kinds {
		list[i] = s.kinds[name]
	}
	return s.scanAll(ctx, list, yield)
}

func (s *store) scanAll(ctx context.Context, kinds []graph.Kind, yield func(graph.Element) error) error {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		return explain(s.config, "read", err)
	}
	defer tx.Close(ctx)
	for _, k := range kinds {
		if err := s.scan(ctx, tx, k, yield); err != nil {
			return err
		}
	}
	return nil
}

func (s *store) scan(ctx context.Context, tx neo4j.ExplicitTransaction, k graph.Kind, yield func(graph.Element) error) error {
	result, err := tx.Run(ctx, scan(k), nil)
	if err != nil {
		return explain(s.config, "scan", err)
	}
	for result.Next(ctx) {
		if err := yield(element(k, result.Record().Values)); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return explain(s.config, "scan", err)
	}
	return nil
}
