// Package sqlite keeps a graph in one SQLite file, so that nothing else is
// needed to use the program. schema.sql shows its tables.
//
// Open opens or makes a file; what can be done with the graph in it is in package graph.
// A file that Open refuses for its format is brought up to date by Migrate.
package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver, in pure Go

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/internal/ahead"
)

// applicationID, "Ente", marks a file as ours. Its user_version is the graph.Format.
const applicationID = 0x456e7465

// store has one connection that writes, and others that can't.
type store struct {
	file         string
	write, read  *sql.DB
	puts, scans  map[string]string // statements by kind
	gone, tallys map[string]string
	kinds        map[string]graph.Kind
}

// Open opens the graph in a file, which is made if it isn't there. Several
// programs may have it open at once.
func Open(ctx context.Context, file string) (graph.Store, error) {
	if file == "" {
		return nil, errors.New("open SQLite store: no file name")
	}
	return open(ctx, file, "NORMAL")
}

// open is Open with a mode of synchronous.
func open(ctx context.Context, file, synchronous string) (*store, error) {
	// Only what is known to be ours is opened for writing, which changes how a file is kept.
	if err := check(ctx, file); err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	s := &store{file: file, kinds: map[string]graph.Kind{}}
	s.statements()
	var err error
	if s.write, err = sql.Open("sqlite", dsn(file, "_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous("+synchronous+")")); err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	s.write.SetMaxOpenConns(1)
	if err := s.prepare(ctx); err != nil {
		s.write.Close()
		return nil, fmt.Errorf("open %s: %w", file, explain(err))
	}
	if s.read, err = sql.Open("sqlite", dsn(file, "mode=ro&_pragma=query_only(1)")); err != nil {
		s.write.Close()
		return nil, fmt.Errorf("open %s for reading: %w", file, err)
	}
	return s, nil
}

// dsn names the file so that no character of its name is taken for an option.
// Pragmas hold for one connection only, so each connection sets its own.
func dsn(file, options string) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(file)}).EscapedPath() + "?_pragma=busy_timeout(30000)&" + options
}

// check refuses a file that is no graph, or one of another format. None at all is fine.
func check(ctx context.Context, file string) error {
	if info, err := os.Stat(file); err != nil || info.Size() == 0 {
		return nil
	}
	format, err := fileFormat(ctx, file)
	if err != nil || format == 0 {
		return err
	}
	return graph.CheckFormat(format)
}

// prepare makes the tables of a new file.
func (s *store) prepare(ctx context.Context) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if format, err := formatOf(ctx, tx); err != nil {
		return err
	} else if format > 0 {
		return nil
	}
	for _, statement := range []string{
		schema(),
		fmt.Sprintf("PRAGMA application_id = %d", applicationID),
		fmt.Sprintf("PRAGMA user_version = %d", graph.Format),
		"INSERT INTO _store (version, decisions) VALUES ('', '')",
	} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("make tables: %w", err)
		}
	}
	return tx.Commit()
}

// formatOf gives the format of the graph in a file, 0 if the file is empty. A
// file of something else is an error.
func formatOf(ctx context.Context, tx *sql.Tx) (int, error) {
	var application, version, tables int
	err := tx.QueryRowContext(ctx, `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version`).Scan(&application, &version, &tables)
	if err == nil && application != applicationID && (application != 0 || tables > 0) {
		err = errors.New("this SQLite database isn't a graph of this program: give another file")
	}
	if application != applicationID {
		version = 0
	}
	return version, err
}

func (s *store) Close() error {
	return errors.Join(s.read.Close(), s.write.Close())
}

func (s *store) Read(ctx context.Context, keys graph.Keys) (graph.State, error) {
	state := graph.State{Articles: map[string]string{}, Tallies: map[graph.Key]string{}, Blocks: map[string][]string{}}
	err := s.inTx(ctx, s.read, func(r *runner) error {
		if err := r.tx.QueryRowContext(ctx, "SELECT version, decisions FROM _store").Scan(&state.Version, &state.Decisions); err != nil {
			return err
		}
		if err := r.articles(keys, state.Articles); err != nil {
			return err
		}
		for _, k := range keys.Shared {
			found, err := r.texts(s.tallys[k.Kind], keyValues(s.kinds[k.Kind], k)...)
			if err != nil {
				return err
			}
			if len(found) > 0 {
				state.Tallies[k] = found[0]
			}
		}
		for _, b := range keys.Blocks {
			found, err := r.texts("SELECT _reports FROM event WHERE _block = ? ORDER BY id", b)
			if err != nil {
				return err
			}
			if len(found) > 0 {
				state.Blocks[b] = found
			}
		}
		for _, id := range keys.Mentioning {
			rows, err := r.tx.QueryContext(ctx, "SELECT a.id, a._record, a.text FROM mentions m JOIN article a ON a.id = m.start_id WHERE m.end_id = ?", id)
			if err != nil {
				return err
			}
			err = articles(rows, func(e graph.Element) error {
				state.Mentioned = append(state.Mentioned, e)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return graph.State{}, fmt.Errorf("read %s: %w", s.file, explain(err))
	}
	return state, nil
}

// articles reads records only where the digest isn't the one at hand.
func (r *runner) articles(keys graph.Keys, articles map[string]string) error {
	if len(keys.Digests) > 0 {
		digests, err := json.Marshal(keys.Digests)
		if err != nil {
			return err
		}
		same, err := r.texts("SELECT a.id FROM json_each(?) j JOIN article a ON a.id = j.key WHERE a._digest = j.value", string(digests))
		if err != nil {
			return err
		}
		for _, id := range same {
			articles[id] = ""
		}
	}
	for _, id := range keys.Articles {
		if _, same := articles[id]; same {
			continue
		}
		found, err := r.texts("SELECT _record FROM article WHERE id = ?", id)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			articles[id] = found[0]
		}
	}
	return nil
}

// articles yields the articles of rows with id, record and text.
func articles(rows *sql.Rows, yield func(graph.Element) error) error {
	defer rows.Close()
	for rows.Next() {
		var id, record string
		var text sql.NullString
		if err := rows.Scan(&id, &record, &text); err != nil {
			return err
		}
		e := graph.Element{Key: graph.Key{Kind: graph.Article, ID: id}, Props: map[string]any{"_record": record, "text": text.String}}
		if err := yield(e); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (s *store) Apply(ctx context.Context, d graph.Delta) error {
	err := s.inTx(ctx, s.write, func(r *runner) error {
		var version string
		if err := r.tx.QueryRowContext(ctx, "SELECT version FROM _store").Scan(&version); err != nil {
			return err
		}
		switch version {
		case d.To:
			return nil
		case d.From:
		default:
			return graph.ErrConflict
		}
		for _, k := range d.Delete {
			if err := r.exec(s.gone[k.Kind], keyValues(s.kinds[k.Kind], k)...); err != nil {
				return fmt.Errorf("delete %s %s%s: %w", k.Kind, k.ID, k.Start, err)
			}
		}
		for rows := range ahead.Of(2, s.rows(d.Put)) {
			for _, row := range rows {
				if err := r.exec(s.puts[row.key.Kind], row.values...); err != nil {
					return fmt.Errorf("put %s %s%s: %w", row.key.Kind, row.key.ID, row.key.Start, err)
				}
			}
		}
		return r.exec("UPDATE _store SET version = ?, decisions = ?", d.To, d.Decisions)
	})
	if err != nil {
		return fmt.Errorf("write %s: %w", s.file, explain(err))
	}
	return nil
}

func (s *store) Scan(ctx context.Context, kinds []string, yield func(graph.Element) error) error {
	return s.inTx(ctx, s.read, func(r *runner) error {
		for _, name := range kinds {
			if err := r.scan(s.kinds[name], s.scans[name], yield); err != nil {
				return err
			}
		}
		return nil
	})
}

// inTx runs f in one transaction, which it commits if f succeeds.
func (s *store) inTx(ctx context.Context, db *sql.DB, f func(*runner) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	r := &runner{ctx: ctx, tx: tx, prepared: map[string]*sql.Stmt{}}
	defer r.close()
	if err := f(r); err != nil {
		return err
	}
	return tx.Commit()
}
