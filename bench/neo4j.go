package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
)

// server empties the database at NEO4J_URI; nil if that isn't set.
func server(ctx context.Context, _ string) (*target, error) {
	c := neo4j.Config{URL: os.Getenv("NEO4J_URI"), Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD")}
	if c.URL == "" {
		return nil, nil
	}
	client, err := driver.NewDriverWithContext(c.URL, driver.BasicAuth(c.Username, c.Password, ""))
	if err != nil {
		return nil, err
	}
	if err := wipe(ctx, client); err != nil {
		return nil, err
	}
	s, err := neo4j.Open(ctx, c)
	if err != nil {
		return nil, err
	}
	return &target{"Neo4j", s, func(ctx context.Context, size int) (time.Duration, error) {
		return creates(ctx, s, client, size)
	}, func() error { return errors.Join(s.Close(), client.Close(ctx)) }}, nil
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

// creates empties the database of the store's graph and writes that again by CREATE
// alone, with the constraints and indexes that are there.
func creates(ctx context.Context, s graph.Store, client driver.DriverWithContext, size int) (time.Duration, error) {
	rows := map[string][]any{} // by statement
	var order []string         // of the statements, nodes first
	err := s.Scan(ctx, graph.KindNames(true), func(e graph.Element) error {
		if e.Start == "" {
			e.Props["id"] = e.ID
		}
		statement := create(e)
		if rows[statement] == nil {
			order = append(order, statement)
		}
		rows[statement] = append(rows[statement], map[string]any{"start": e.Start, "end": e.End, "props": e.Props})
		return nil
	})
	if err != nil {
		return 0, err
	}
	if err := wipe(ctx, client); err != nil {
		return 0, err
	}
	session := client.NewSession(ctx, driver.SessionConfig{})
	defer session.Close(ctx)
	start := time.Now()
	for _, statement := range order {
		for part := range slices.Chunk(rows[statement], size) {
			_, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
				return nil, inParts(ctx, tx, statement, part)
			})
			if err != nil {
				return 0, err
			}
		}
	}
	return time.Since(start), nil
}

// inParts gives a statement 1,000 rows at a time, as the store does.
func inParts(ctx context.Context, tx driver.ManagedTransaction, statement string, rows []any) error {
	for part := range slices.Chunk(rows, 1000) {
		result, err := tx.Run(ctx, statement, map[string]any{"rows": part})
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
		return fmt.Sprintf("UNWIND $rows AS row CREATE (n:%s) SET n = row.props", strings.Join(graph.LabelsOf([]string{k.Name}, e.ID), ":"))
	}
	return fmt.Sprintf("UNWIND $rows AS row MATCH (a:%s {id: row.start}) MATCH (b:%s {id: row.end}) CREATE (a)-[r:%s]->(b) SET r = row.props",
		k.From[0], graph.LabelsOf(k.To, e.End)[0], k.Name)
}
