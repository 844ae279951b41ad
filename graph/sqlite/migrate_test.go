package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/sqlite"
)

// testdata/format-N.sql is what a version of the program with that format made of
// two articles. A new format adds one of the format before it.
func TestMigrate(t *testing.T) {
	dumps, err := filepath.Glob("testdata/format-*.sql")
	if err != nil || len(dumps) == 0 {
		t.Fatalf("no graph of an earlier format: %v", err)
	}
	for _, dump := range dumps {
		t.Run(filepath.Base(dump), func(t *testing.T) {
			file := restore(t, dump)
			if _, err := sqlite.Open(t.Context(), file); !errors.Is(err, graph.ErrOldFormat) {
				t.Fatalf("opening gives %v", err)
			}
			kept, err := sqlite.Migrate(t.Context(), file, nil)
			if err != nil {
				t.Fatal(err)
			}
			s, err := sqlite.Open(t.Context(), file)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if problems, err := graph.Verify(t.Context(), s); err != nil || len(problems) > 0 {
				t.Errorf("%v %v", err, problems)
			}
			var records []entente.Record
			if err := graph.Records(t.Context(), s, func(r entente.Record) error {
				records = append(records, r)
				return nil
			}); err != nil || len(records) != 2 || len(records[0].Events) == 0 {
				t.Errorf("%d records: %v", len(records), err)
			}
			if _, err := sqlite.Open(t.Context(), kept); !errors.Is(err, graph.ErrOldFormat) {
				t.Errorf("opening what is kept gives %v", err)
			}
			if again, err := sqlite.Migrate(t.Context(), file, nil); again != "" || err != nil {
				t.Errorf("migrating again: %q, %v", again, err)
			}
			if left, _ := filepath.Glob(file + ".new*"); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// A migration that can't be finished leaves the file as it was.
func TestMigrateFails(t *testing.T) {
	file := restore(t, "testdata/format-1.sql")
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("UPDATE article SET _record = '{' WHERE path = 'b.txt'"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Migrate(t.Context(), file, nil); err == nil {
		t.Error("a broken record is migrated")
	}
	after, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file has changed: %v", err)
	}
	if all, _ := os.ReadDir(filepath.Dir(file)); len(all) != 1 {
		t.Errorf("left behind: %v", all)
	}
}

// restore makes a file of a dump.
func restore(t *testing.T, dump string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "graph.db")
	script, err := os.ReadFile(dump)
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), string(script)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}
