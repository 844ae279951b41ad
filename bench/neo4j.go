package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
)

// server is the database at NEO4J_URI.
type server struct {
	config neo4j.Config
	client driver.DriverWithContext
	store  graph.Store
}

// connect gives nil if NEO4J_URI isn't set.
func connect() (*server, error) {
	c := neo4j.Config{URL: os.Getenv("NEO4J_URI"), Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD")}
	if c.URL == "" {
		return nil, nil
	}
	client, err := driver.NewDriverWithContext(c.URL, driver.BasicAuth(c.Username, c.Password, ""))
	return &server{config: c, client: client}, err
}

func (s *server) name() string { return "Neo4j" }

func (s *server) empty(ctx context.Context) (graph.Store, error) {
	err := wipe(ctx, s.client)
	if err == nil && s.store == nil {
		s.store, err = neo4j.Open(ctx, s.config)
	}
	return s.store, err
}

func (s *server) close() error {
	return errors.Join(s.store.Close(), s.client.Close(context.Background()))
}

func wipe(ctx context.Context, client driver.DriverWithContext) error {
	session := client.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	for _, statement := range []string{
		"MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
		"MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS",
	} {
		result, err := session.Run(ctx, statement, nil)
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			return fmt.Errorf("empty the database: %w", err)
		}
	}
	return nil
}

// bound empties the database of the store's graph and writes that again by CREATE
// alone, with the constraints and indexes that are there.
func (s *server) bound(ctx context.Context, batches [][]graph.Key) (n int, took time.Duration, err error) {
	elements := map[graph.Key]graph.Element{}
	err = s.store.Scan(ctx, graph.KindNames(true), func(e graph.Element) error {
		elements[e.Key] = e
		return nil
	})
	if err != nil {
		return 0, 0, err
	}
	if err := wipe(ctx, s.client); err != nil {
		return 0, 0, err
	}
	session := s.client.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	for _, batch := range batches {
		var parts []part
		for _, key := range batch {
			if e, held := elements[key]; held {
				parts = with(parts, e)
				delete(elements, key)
				n++
			}
		}
		start := time.Now()
		_, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) { return nil, createAll(ctx, tx, parts) })
		if err != nil {
			return 0, 0, err
		}
		took += time.Since(start)
	}
	return n, took, nil
}

// part is up to 1,000 rows for one statement, as the store writes them.
type part struct {
	statement string
	rows      []any
}

// with adds an element to the last part, or to a new one.
func with(parts []part, e graph.Element) []part {
	statement := create(e)
	if n := len(parts); n == 0 || parts[n-1].statement != statement || len(parts[n-1].rows) == 1000 {
		parts = append(parts, part{statement: statement})
	}
	last := &parts[len(parts)-1]
	if e.Start == "" {
		e.Props["id"] = e.ID
		last.rows = append(last.rows, e.Props)
	} else {
		last.rows = append(last.rows, []any{e.Start, e.End, e.Props})
	}
	return parts
}

func createAll(ctx context.Context, tx driver.ManagedTransaction, parts []part) error {
	for _, p := range parts {
		result, err := tx.Run(ctx, p.statement, map[string]any{"rows": p.rows})
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// create is the statement for rows like an element.
func create(e graph.Element) string {
	k, _ := graph.Describe(e.Kind)
	if k.Node() {
		return fmt.Sprintf("UNWIND $rows AS row CREATE (n:%s) SET n = row", strings.Join(graph.LabelsOf([]string{k.Name}, e.ID), ":"))
	}
	return fmt.Sprintf("UNWIND $rows AS row MATCH (a:%s {id: row[0]}) MATCH (b:%s {id: row[1]}) CREATE (a)-[r:%s]->(b) SET r = row[2]",
		k.From[0], graph.LabelsOf(k.To, e.End)[0], k.Name)
}
