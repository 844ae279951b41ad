package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/entente-graph/entente/graph"
)

// Migrate makes the graph of a file, which an earlier version of the program wrote, anew in
// the present format, from the articles and decisions in it. The new file
// takes the old one's name, and the old one gets the name that Migrate gives;
// until then nothing of the old one is changed. After each batch it tells done what has
// been done so far. A graph in the present format is left alone, and the name is "".
func Migrate(ctx context.Context, file string, done func(graph.Summary)) (kept string, err error) {
	kept, err = migrate(ctx, file, done)
	if err != nil {
		return "", fmt.Errorf("migrate %s: %w", file, err)
	}
	return kept, nil
}

func migrate(ctx context.Context, file string, done func(graph.Summary)) (string, error) {
	format, err := fileFormat(ctx, file)
	if err != nil || format == graph.Format {
		return "", err
	}
	if err := graph.CheckFormat(format); !errors.Is(err, graph.ErrOldFormat) {
		return "", err
	}
	// Without a write-ahead log, which needs the file to itself, it is one file that can be renamed.
	db, err := sql.Open("sqlite", dsn(file, "mode=rw&_txlock=exclusive&_pragma=journal_mode(DELETE)"))
	if err != nil {
		return "", err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return "", explain(err)
	}
	defer tx.Rollback()
	fresh := file + ".new"
	if err := Remove(fresh); err != nil { // what a migration left that was interrupted
		return "", err
	}
	if err := copyInto(ctx, fresh, earlier{tx}, done); err != nil {
		return "", errors.Join(err, Remove(fresh))
	}
	kept := fmt.Sprintf("%s.format-%d", file, format)
	return kept, errors.Join(os.Link(file, kept), os.Rename(fresh, file))
}

// fileFormat is formatOf for a file that others may have open.
func fileFormat(ctx context.Context, file string) (int, error) {
	db, err := sql.Open("sqlite", dsn(file, "mode=ro"))
	if err != nil {
		return 0, err
	}
	defer db.Close()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return 0, explain(err)
	}
	defer tx.Rollback()
	format, err := formatOf(ctx, tx)
	return format, explain(err)
}

func copyInto(ctx context.Context, file string, from graph.Source, done func(graph.Summary)) error {
	to, err := Open(ctx, file)
	if err != nil {
		return err
	}
	_, err = graph.Push(ctx, from, to, graph.Batch, done)
	return errors.Join(err, to.Close())
}

// Remove deletes the file of a graph, if there is one, and those that SQLite keeps
// beside it.
func Remove(file string) error {
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(file + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// earlier is a graph of an earlier format, of which only the articles and decisions are read.
type earlier struct{ tx *sql.Tx }

func (e earlier) Read(ctx context.Context, _ graph.Keys) (graph.State, error) {
	var state graph.State
	var has bool
	err := e.tx.QueryRowContext(ctx, "SELECT count(*) FROM pragma_table_info('_store') WHERE name = 'decisions'").Scan(&has)
	if err == nil && has {
		err = e.tx.QueryRowContext(ctx, "SELECT decisions FROM _store").Scan(&state.Decisions)
	}
	return state, err
}

// Scan yields articles whatever the kinds.
func (e earlier) Scan(ctx context.Context, _ []string, yield func(graph.Element) error) error {
	rows, err := e.tx.QueryContext(ctx, "SELECT id, _record, text FROM article ORDER BY id")
	if err != nil {
		return err
	}
	return articles(rows, yield)
}
