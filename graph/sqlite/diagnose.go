package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"modernc.org/sqlite"

	"github.com/entente-graph/entente/graph"
)

// Diagnose looks at the file of a graph and says what it finds, in the order in which
// it is to be mended; what can't be looked at for what was found before is left out. It
// writes nothing, and doesn't read the articles: for that there is graph.Verify.
func Diagnose(ctx context.Context, file string) []graph.Finding {
	there, format := diagnoseFile(ctx, file)
	all := []graph.Finding{there}
	if there.Mend != "" || format == 0 {
		return all
	}
	held := graph.FormatFinding(format)
	if all = append(all, held); held.Mend == "" {
		all = append(all, diagnoseTables(ctx, file))
	}
	return append(all, diagnoseWriting(ctx, file))
}

// diagnoseFile gives also the format of the graph in the file, 0 if there is none.
func diagnoseFile(ctx context.Context, file string) (graph.Finding, int) {
	f := graph.Finding{Check: "file"}
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Found, f.Mend = "there is no graph in "+file, "entente load FOLDER"
		return f, 0
	case err != nil:
		f.Found, f.Mend = err.Error(), "see that the file and its folder can be read"
		return f, 0
	case info.IsDir():
		f.Found, f.Mend = file+" is a folder", "name a file in it with --db"
		return f, 0
	case info.Size() == 0:
		f.Found, f.Mend = file+" is empty", "entente load FOLDER"
		return f, 0
	}
	format, err := fileFormat(ctx, file)
	if err == nil && format == 0 {
		f.Found, f.Mend = "there is no graph in "+file, "entente load FOLDER"
		return f, 0
	}
	if err != nil {
		return broken(f, err), 0
	}
	f.Found = fmt.Sprintf("%s is a graph, %.1f MB", file, float64(info.Size())/1e6)
	return f, format
}

// diagnoseTables compares the tables and indexes of the file with those of a new one.
func diagnoseTables(ctx context.Context, file string) graph.Finding {
	f := graph.Finding{Check: "tables"}
	held, err := objects(ctx, dsn(file, "mode=ro"))
	if err != nil {
		return broken(f, err)
	}
	wanted, err := objects(ctx, ":memory:", schema())
	if err != nil {
		return broken(f, err)
	}
	missing := slices.DeleteFunc(slices.Clone(wanted), func(name string) bool { return slices.Contains(held, name) })
	if len(missing) > 0 {
		f.Found, f.Mend = "not there: "+strings.Join(missing, ", "), "entente push --to sqlite:NEW.db"
		return f
	}
	f.Found = fmt.Sprintf("all %d tables and indexes are there", len(wanted))
	return f
}

// objects names the tables and indexes of a database after running the statements.
func objects(ctx context.Context, source string, statements ...string) ([]string, error) {
	db, err := sql.Open("sqlite", source)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // or each connection has a :memory: of its own
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return nil, err
		}
	}
	rows, err := db.QueryContext(ctx, "SELECT name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	return all, rows.Err()
}

// diagnoseWriting begins to write and takes it back before anything is changed. A
// file of an earlier format may be kept in another way, and is looked at in that.
func diagnoseWriting(ctx context.Context, file string) graph.Finding {
	f := graph.Finding{Check: "writing"}
	db, err := sql.Open("sqlite", dsn(file, "mode=rw&_txlock=immediate"))
	if err != nil {
		return broken(f, err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, "PRAGMA busy_timeout = 2000"); err != nil { // who writes longer than that is worth a word
		return broken(f, err)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return broken(f, err)
	}
	if err := tx.Rollback(); err != nil {
		return broken(f, err)
	}
	f.Found = "the file can be written"
	return f
}

// broken is a finding of an error, whose text says after a colon what to do about it.
func broken(f graph.Finding, err error) graph.Finding {
	says := err.Error()
	var e *sqlite.Error
	if errors.As(err, &e) && advice(e.Code()) != "" {
		says = advice(e.Code())
	}
	var ok bool
	if f.Found, f.Mend, ok = strings.Cut(says, ": "); !ok {
		f.Mend = "see that it is a graph's file, and that it can be read, or name another with --db"
	}
	return f
}
