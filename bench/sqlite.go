package main

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver that the store has, too

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
)

func file(ctx context.Context, folder string) (*target, error) {
	name := filepath.Join(folder, "graph.db")
	s, err := sqlite.Open(ctx, name)
	if err != nil {
		return nil, err
	}
	return &target{"SQLite", s, func(ctx context.Context, size int) (time.Duration, error) {
		return upserts(ctx, name, filepath.Join(folder, "bound.db"), size)
	}, s.Close}, nil
}

// upserts writes the rows of one graph into another file by prepared statements, with
// the pragmas and indexes of the store.
func upserts(ctx context.Context, from, to string, size int) (time.Duration, error) {
	empty, err := sqlite.Open(ctx, to) // it makes the tables
	if err != nil {
		return 0, err
	}
	if err := empty.Close(); err != nil {
		return 0, err
	}
	source, err := sql.Open("sqlite", "file:"+from+"?mode=ro")
	if err != nil {
		return 0, err
	}
	defer source.Close()
	db, err := sql.Open("sqlite", "file:"+to+"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	w := writer{db: db, size: size}
	for _, kind := range graph.KindNames(true) {
		statement, rows, err := table(ctx, source, strings.ToLower(kind))
		if err != nil {
			return 0, fmt.Errorf("read %s: %w", kind, err)
		}
		if err := w.write(ctx, statement, rows); err != nil {
			return 0, fmt.Errorf("write %s: %w", kind, err)
		}
	}
	return w.took, w.end()
}

// table gives all rows of a table, and a statement that puts one.
func table(ctx context.Context, db *sql.DB, name string) (put string, all [][]any, err error) {
	var names, keys, sets []string
	columns, err := db.QueryContext(ctx, "SELECT name, pk FROM pragma_table_info(?)", name)
	if err != nil {
		return "", nil, err
	}
	defer columns.Close()
	for columns.Next() {
		var c string
		var pk int
		if err := columns.Scan(&c, &pk); err != nil {
			return "", nil, err
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
	put = fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s) ON CONFLICT (%s) DO %s", name, strings.Join(names, ", "),
		strings.Repeat(", ?", len(names)-1), strings.Join(keys, ", "), then)
	rows, err := db.QueryContext(ctx, fmt.Sprintf("SELECT %s FROM %s", strings.Join(names, ", "), name))
	if err != nil {
		return "", nil, err
	}
	defer rows.Close()
	for rows.Next() {
		row, at := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			at[i] = &row[i]
		}
		if err := rows.Scan(at...); err != nil {
			return "", nil, err
		}
		all = append(all, row)
	}
	return put, all, rows.Err()
}

// writer writes rows, size of them in a transaction, and adds up the time it takes.
type writer struct {
	db   *sql.DB
	size int
	tx   *sql.Tx
	n    int
	took time.Duration
}

func (w *writer) write(ctx context.Context, put string, rows [][]any) (err error) {
	start := time.Now()
	defer func() { w.took += time.Since(start) }()
	var st *sql.Stmt
	for _, row := range rows {
		if w.tx == nil {
			if w.tx, err = w.db.BeginTx(ctx, nil); err != nil {
				return err
			}
			st = nil
		}
		if st == nil {
			if st, err = w.tx.PrepareContext(ctx, put); err != nil {
				return err
			}
		}
		if _, err := st.ExecContext(ctx, row...); err != nil {
			return err
		}
		if w.n++; w.n%w.size == 0 {
			if err := w.end(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) end() error {
	if w.tx == nil {
		return nil
	}
	tx := w.tx
	w.tx = nil
	return tx.Commit()
}
