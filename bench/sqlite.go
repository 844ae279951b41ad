package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver that the store has, too

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
)

// file is a graph in a file.
type file struct {
	path  string
	store graph.Store
}

func (f *file) name() string { return "SQLite" }

func (f *file) empty(ctx context.Context) (graph.Store, error) {
	if f.store != nil {
		if err := errors.Join(f.store.Close(), sqlite.Remove(f.path)); err != nil {
			return nil, err
		}
	}
	var err error
	f.store, err = sqlite.Open(ctx, f.path)
	return f.store, err
}

func (f *file) close() error { return f.store.Close() }

// bound writes the rows into another file by prepared statements, with the pragmas
// and indexes of the store.
func (f *file) bound(ctx context.Context, batches [][]graph.Key) (n int, took time.Duration, err error) {
	empty, err := sqlite.Open(ctx, f.path+".bound") // it makes the tables
	if err != nil {
		return 0, 0, err
	}
	if err := empty.Close(); err != nil {
		return 0, 0, err
	}
	source, err := sql.Open("sqlite", "file:"+f.path+"?mode=ro")
	if err != nil {
		return 0, 0, err
	}
	defer source.Close()
	to, err := sql.Open("sqlite", "file:"+f.path+".bound?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)")
	if err != nil {
		return 0, 0, err
	}
	defer to.Close()
	to.SetMaxOpenConns(1)
	tables := map[string]*table{}
	for _, kind := range graph.KindNames(true) {
		if tables[kind], err = open(ctx, source, strings.ToLower(kind)); err != nil {
			return 0, 0, fmt.Errorf("read %s: %w", kind, err)
		}
	}
	known := map[graph.Key]bool{}
	for _, batch := range batches {
		var rows []row
		for _, key := range batch {
			if known[key] {
				continue
			}
			known[key] = true
			values, err := tables[key.Kind].row(ctx, key)
			if errors.Is(err, sql.ErrNoRows) {
				continue
			}
			if err != nil {
				return 0, 0, fmt.Errorf("read %s: %w", key.Kind, err)
			}
			rows = append(rows, row{tables[key.Kind], values})
		}
		start := time.Now()
		if err := upsert(ctx, to, rows); err != nil {
			return 0, 0, err
		}
		took += time.Since(start)
		n += len(rows)
	}
	return n, took, nil
}

// table is a table, and a statement that puts a row into one like it.
type table struct {
	put, get string
	columns  int
	keys     int // columns of the primary key
	source   *sql.DB
}

type row struct {
	of     *table
	values []any
}

func open(ctx context.Context, db *sql.DB, name string) (*table, error) {
	var names, keys, sets []string
	columns, err := db.QueryContext(ctx, "SELECT name, pk FROM pragma_table_info(?)", name)
	if err != nil {
		return nil, err
	}
	defer columns.Close()
	for columns.Next() {
		var c string
		var pk int
		if err := columns.Scan(&c, &pk); err != nil {
			return nil, err
		}
		c = `"` + c + `"`
		names = append(names, c)
		if pk > 0 {
			keys = append(keys, c)
		} else {
			sets = append(sets, c+" = excluded."+c)
		}
	}
	then := "NOTHING"
	if len(sets) > 0 {
		then = "UPDATE SET " + strings.Join(sets, ", ")
	}
	list := strings.Join(names, ", ")
	return &table{
		put: fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s) ON CONFLICT (%s) DO %s", name, list,
			strings.Repeat(", ?", len(names)-1), strings.Join(keys, ", "), then),
		get:     fmt.Sprintf("SELECT %s FROM %s WHERE (%s) = (?%s)", list, name, strings.Join(keys, ", "), strings.Repeat(", ?", len(keys)-1)),
		columns: len(names), keys: len(keys), source: db,
	}, columns.Err()
}

func (t *table) row(ctx context.Context, k graph.Key) ([]any, error) {
	keys := []any{k.ID}
	if k.Start != "" {
		keys = []any{k.Start, k.End, k.ID}[:t.keys]
	}
	values, at := make([]any, t.columns), make([]any, t.columns)
	for i := range values {
		at[i] = &values[i]
	}
	err := t.source.QueryRowContext(ctx, t.get, keys...).Scan(at...)
	return values, err
}

// upsert puts rows in one transaction.
func upsert(ctx context.Context, db *sql.DB, rows []row) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	statements := map[*table]*sql.Stmt{}
	for _, r := range rows {
		st := statements[r.of]
		if st == nil {
			if st, err = tx.PrepareContext(ctx, r.of.put); err != nil {
				return err
			}
			statements[r.of] = st
		}
		if _, err := st.ExecContext(ctx, r.values...); err != nil {
			return err
		}
	}
	return tx.Commit()
}
