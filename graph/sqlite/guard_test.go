package sqlite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
)

// A query neither writes nor opens any file, nor moves what later queries see.
func TestQueriesOnlyRead(t *testing.T) {
	folder := t.TempDir()
	other, err := Open(t.Context(), filepath.Join(folder, "other.db"))
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), filepath.Join(folder, "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	before := names(t, folder)
	for _, statement := range []string{
		"INSERT INTO article (id) VALUES ('x') RETURNING id", "UPDATE _store SET version = 'x'", "DELETE FROM article", "DROP TABLE article", "SELECT 1 AS a; DELETE FROM article",
		"CREATE TEMP TABLE x(a)", "CREATE TABLE x AS SELECT 1", "REINDEX", "ANALYZE", "VACUUM", "VACUUM INTO 'DIR/copy.db'",
		"ATTACH DATABASE 'DIR/other.db' AS o", "ATTACH 'DIR/other.db' AS o; SELECT id FROM o.article", "ATTACH 'file:DIR/new.db?mode=rwc' AS n; CREATE TABLE n.x(a); SELECT 1 AS a", "DETACH main",
		"PRAGMA query_only = 0", "PRAGMA query_only = 0; DELETE FROM article", "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'x'", "PRAGMA user_version = 7",
		"PRAGMA journal_mode = DELETE", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA temp_store_directory = 'DIR'", "SELECT * FROM pragma_database_list", "SELECT * FROM pragma_wal_checkpoint",
		"BEGIN IMMEDIATE", "SAVEPOINT x", "SELECT load_extension('DIR/x')", "SELECT LOAD_EXTENSION('DIR/x', 'y')", "SELECT readfile('/etc/hostname')", "SELECT writefile('DIR/w', 'x')", "SELECT * FROM fsdir('/')",
	} {
		if rows, err := s.Query(t.Context(), graph.Query{SQL: strings.ReplaceAll(statement, "DIR", folder)}, nil); err == nil {
			t.Errorf("%s gives %v", statement, rows)
		}
	}
	if _, err := s.Query(t.Context(), graph.Query{SQL: "DELETE FROM article"}, nil); err == nil || !strings.Contains(err.Error(), "may only read") {
		t.Errorf("a query that writes is refused with %v", err)
	}
	if after := names(t, folder); after != before {
		t.Errorf("the folder has %s, had %s", after, before)
	}
	rows, err := s.Query(t.Context(), graph.Query{SQL: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 3) SELECT upper('a') || max(i) AS a, (SELECT count(*) FROM json_each('[1]')) AS b FROM n"}, nil)
	if err != nil || len(rows.Values) != 1 || rows.Values[0][0] != "A3" {
		t.Errorf("a query that reads gives %v, %v", rows, err)
	}
	if _, err := s.Read(t.Context(), graph.Keys{}); err != nil {
		t.Errorf("after the queries: %v", err)
	}
}

func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}
