package sqlite_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

func TestDiagnose(t *testing.T) {
	execute := func(t *testing.T, file, statement string) {
		db, err := sql.Open("sqlite", file)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name  string
		spoil func(t *testing.T, file string)
		check string // that finds what is wrong, "" for none
		found string
		mend  string
	}{
		{"a good graph", func(*testing.T, string) {}, "", "", ""},
		{"none", func(t *testing.T, file string) { os.Remove(file) }, "file", "there is no graph", "entente load"},
		{"an empty file", func(t *testing.T, file string) { os.Truncate(file, 0) }, "file", "is empty", "entente load"},
		{"a text", func(t *testing.T, file string) { os.WriteFile(file, bytes.Repeat([]byte("Notes. "), 99), 0o644) },
			"file", "no SQLite database", "give another file"},
		{"somebody's database", func(t *testing.T, file string) { execute(t, file, "PRAGMA application_id = 7") },
			"file", "isn't a graph", "give another file"},
		{"an old format", func(t *testing.T, file string) { execute(t, file, "PRAGMA user_version = 1") },
			"format", "an earlier version", "entente migrate"},
		{"a newer format", func(t *testing.T, file string) { execute(t, file, "PRAGMA user_version = 99") },
			"format", "a newer version", "get the newer version"},
		{"an index gone", func(t *testing.T, file string) { execute(t, file, "DROP INDEX event_by_block") },
			"tables", "not there: event_by_block", "entente push --to"},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "a graph.db")
			s, err := sqlite.Open(t.Context(), file)
			if err != nil {
				t.Fatal(err)
			}
			graphtest.Load(t, s, graphtest.Records(t), 20)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			test.spoil(t, file)
			before, _ := os.ReadFile(file)
			wrong := ""
			for _, f := range sqlite.Diagnose(t.Context(), file) {
				t.Logf("%+v", f)
				if f.Mend == "" {
					continue
				}
				if wrong += f.Check; !strings.Contains(f.Found, test.found) || !strings.Contains(f.Mend, test.mend) {
					t.Errorf("want %q and %q", test.found, test.mend)
				}
			}
			if wrong != test.check {
				t.Errorf("wrong is %q, want %q", wrong, test.check)
			}
			after, _ := os.ReadFile(file)
			if log, _ := os.ReadFile(file + "-wal"); !bytes.Equal(before, after) || len(log) > 0 {
				t.Error("the file was written, or its log")
			}
		})
	}
}

// A file that others have open is fine; one that somebody writes to all the while isn't.
func TestDiagnoseAFileInUse(t *testing.T) {
	file := filepath.Join(t.TempDir(), "graph.db")
	s, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, f := range sqlite.Diagnose(t.Context(), file) {
		if f.Mend != "" {
			t.Errorf("%+v", f)
		}
	}
	other, err := sql.Open("sqlite", "file:"+file+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	all := sqlite.Diagnose(t.Context(), file)
	if last := all[len(all)-1]; last.Check != "writing" || !strings.Contains(last.Mend, "wait until it is done") {
		t.Errorf("%+v", all)
	}
}
