package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unsafe"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/queries"
)

// planCases are params that name one thing in the generated graph, as an analyst
// names it. A query is asked with each of its keys that may be left out, and with all
// that may not.
var planCases = map[string]string{
	"actor": "Leader AH", "a": "Leader AH", "b": "country:ai", "from": "Leader AH", "to": "Country AH", "speaker": "Leader AH",
	"treaty": "Treaty 3", "outlet": "Outlet 3", "event": "EVENT", "article": "article:000007", "since": "2020-02-01",
}

// keys are the params that name one thing: with one of them no query may look
// through all things of a kind.
var keys = []string{"actor", "a", "b", "from", "to", "speaker", "treaty", "outlet", "event", "article"}

// asks calls ask with every query that takes a key, and with params that have one.
func asks(t *testing.T, event string, ask func(q queries.Query, key string, params map[string]any)) {
	all, err := queries.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		for _, key := range q.Params {
			if !slices.Contains(keys, key.Name) {
				continue
			}
			params := map[string]any{}
			for _, p := range q.Params {
				text := p.Default
				if p.Required || p.Name == key.Name {
					text = strings.Replace(planCases[p.Name], "EVENT", event, 1)
				}
				if params[p.Name], err = p.Parse(text); err != nil {
					t.Fatalf("query %s: %v", q.Name, err)
				}
			}
			ask(q, key.Name, params)
		}
	}
}

// On SQLite, EXPLAIN QUERY PLAN names the tables that a query may scan. Some of them
// stand in a branch for when the key is left out, so what counts is what is run: how
// many rows were stepped over without an index.
func TestPlansOnSQLite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "graph.db")
	store, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Load(t, store, graphtest.Generate(1, planArticles), 250)
	event := oneID(t, store, "SELECT id FROM event ORDER BY articles DESC, id LIMIT 1")
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	db := openRaw(t, file)
	scanned := func(query string, params map[string]any) int {
		return db.counted(t, query, params, sqlite3.SQLITE_STMTSTATUS_FULLSCAN_STEP)
	}
	if n := scanned("SELECT count(*) FROM event WHERE status = 'x' || type", nil); n < planArticles/2 {
		t.Fatalf("a full scan counts %d rows only", n)
	}
	asks(t, event, func(q queries.Query, key string, params map[string]any) {
		if n := scanned(q.SQL, params); n > mostScanned {
			t.Errorf("query %s by %s steps over %d rows without an index", q.Name, key, n)
		}
	})
	steps := func(query string, params map[string]any) int {
		return db.counted(t, query, params, sqlite3.SQLITE_STMTSTATUS_VM_STEP)
	}
	if n := steps("SELECT max(status) FROM event", nil); n < mostSteps {
		t.Fatalf("looking at all events takes %d steps only", n)
	}
	firsts(t, func(q queries.Query, params map[string]any) {
		if n := steps(q.SQL, params); n > mostSteps {
			t.Errorf("query %s takes %d steps to its first row", q.Name, n)
		}
	})
}

// inOrder are queries that follow an index when they are given no key, and stop at their limit.
var inOrder = []string{"accusations", "articles", "corroborated", "disputed", "proposals", "reports", "timeline", "treaty-events"}

// firsts calls ask with each query of inOrder and params that want one row.
func firsts(t *testing.T, ask func(q queries.Query, params map[string]any)) {
	all, err := queries.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		if !slices.Contains(inOrder, q.Name) {
			continue
		}
		params := map[string]any{}
		for _, p := range q.Params {
			text := p.Default
			if p.Name == "limit" {
				text = "1"
			}
			if params[p.Name], err = p.Parse(text); err != nil {
				t.Fatalf("query %s: %v", q.Name, err)
			}
		}
		ask(q, params)
	}
}

// A graph of so many articles has more events than a query by a key may step
// over, which is what lists of its own it makes on the way.
const (
	planArticles = 1500
	mostScanned  = 400
	mostSteps    = 4000 // of SQLite's machine, which takes several for each event
	mostHits     = 1000 // of Neo4j's store, at least one for each event
)

// On Neo4j, PROFILE is EXPLAIN with the rows that each operator gave.
func TestPlansOnNeo4j(t *testing.T) {
	server := neo4jtest.Start(t)
	graphtest.Load(t, emptied(t, server), graphtest.Generate(1, planArticles), 250)
	client, err := driver.NewDriverWithContext(server.URL, driver.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close(t.Context())
	// Plans made for the few nodes of an earlier test would be kept for ten seconds.
	if _, err := driver.ExecuteQuery(t.Context(), client, "CALL db.prepareForReplanning(60)", nil, driver.EagerResultTransformer); err != nil {
		t.Fatal(err)
	}
	answer, err := driver.ExecuteQuery(t.Context(), client, "MATCH (e:Event) RETURN e.id ORDER BY e.articles DESC, e.id LIMIT 1", nil, driver.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	event := answer.Records[0].Values[0].(string)
	profile := func(cypher string, params map[string]any) driver.ProfiledPlan {
		answer, err := driver.ExecuteQuery(t.Context(), client, "PROFILE "+cypher, params, driver.EagerResultTransformer)
		if err != nil {
			t.Fatalf("%v: %s", err, cypher)
		}
		return answer.Summary.Profile()
	}
	whole := profile("MATCH (e:Event) WHERE e.mode = 'x' RETURN e", nil)
	if len(scans(whole)) == 0 || hits(whole) < mostHits {
		t.Fatalf("a full scan isn't seen, or gives %d hits only", hits(whole))
	}
	asks(t, event, func(q queries.Query, key string, params map[string]any) {
		for _, s := range scans(profile(q.Cypher, params)) {
			t.Errorf("query %s by %s: %s", q.Name, key, s)
		}
	})
	firsts(t, func(q queries.Query, params map[string]any) {
		if n := hits(profile(q.Cypher, params)); n > mostHits {
			t.Errorf("query %s takes %d hits to its first row", q.Name, n)
		}
	})
}

// hits is how often a plan asked the store for something.
func hits(p driver.ProfiledPlan) int64 {
	n := p.DbHits()
	for _, child := range p.Children() {
		n += hits(child)
	}
	return n
}

// scans lists the operators of a plan that looked through all nodes of a label, all
// relationships of a type, or a whole index.
func scans(p driver.ProfiledPlan) []string {
	var all []string
	operator, _, _ := strings.Cut(p.Operator(), "@")
	if strings.HasSuffix(operator, "Scan") && p.Records() > 0 {
		all = append(all, fmt.Sprintf("%s gives %d rows: %v", operator, p.Records(), p.Arguments()["Details"]))
	}
	for _, child := range p.Children() {
		all = append(all, scans(child)...)
	}
	return all
}

// raw is SQLite below database/sql, which doesn't tell what a statement did.
type raw struct {
	tls *libc.TLS
	db  uintptr
}

func openRaw(t *testing.T, file string) raw {
	t.Helper()
	r := raw{tls: libc.NewTLS()}
	name, at := cString(t, file), r.tls.Alloc(8)
	defer libc.Xfree(r.tls, name)
	if code := sqlite3.Xsqlite3_open_v2(r.tls, name, at, sqlite3.SQLITE_OPEN_READONLY, 0); code != sqlite3.SQLITE_OK {
		t.Fatalf("open %s: code %d", file, code)
	}
	r.db = pointer(at)
	t.Cleanup(func() { sqlite3.Xsqlite3_close_v2(r.tls, r.db); r.tls.Close() })
	return r
}

// counted runs a query and gives one of the counters of SQLite's sqlite3_stmt_status.
func (r raw) counted(t *testing.T, query string, params map[string]any, counter int32) int {
	t.Helper()
	text, at := cString(t, query), r.tls.Alloc(8)
	defer libc.Xfree(r.tls, text)
	defer r.tls.Free(8)
	if code := sqlite3.Xsqlite3_prepare_v2(r.tls, r.db, text, -1, at, 0); code != sqlite3.SQLITE_OK {
		t.Fatalf("prepare: %s", libc.GoString(sqlite3.Xsqlite3_errmsg(r.tls, r.db)))
	}
	statement := pointer(at)
	defer sqlite3.Xsqlite3_finalize(r.tls, statement)
	for name, value := range params {
		key := cString(t, ":"+name)
		i := sqlite3.Xsqlite3_bind_parameter_index(r.tls, statement, key)
		libc.Xfree(r.tls, key)
		switch v := value.(type) {
		case int64:
			sqlite3.Xsqlite3_bind_int64(r.tls, statement, i, v)
		case string:
			s := cString(t, v)
			defer libc.Xfree(r.tls, s)
			sqlite3.Xsqlite3_bind_text(r.tls, statement, i, s, int32(len(v)), 0)
		}
	}
	for {
		switch code := sqlite3.Xsqlite3_step(r.tls, statement); code {
		case sqlite3.SQLITE_ROW:
		case sqlite3.SQLITE_DONE:
			return int(sqlite3.Xsqlite3_stmt_status(r.tls, statement, counter, 0))
		default:
			t.Fatalf("step: %s", libc.GoString(sqlite3.Xsqlite3_errmsg(r.tls, r.db)))
		}
	}
}

func cString(t *testing.T, s string) uintptr {
	t.Helper()
	p, err := libc.CString(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// pointer reads a pointer from C's memory.
func pointer(at uintptr) uintptr { return **(**uintptr)(unsafe.Pointer(&at)) }
