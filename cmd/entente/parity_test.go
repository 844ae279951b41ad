package main

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/graph/sqlite"
	"github.com/entente-graph/entente/loaders"
	"github.com/entente-graph/entente/queries"
)

// parityCases are what each query is asked in both stores, by its name. A param
// that isn't given has its default. EVENT and ARTICLE stand for ids of the graph.
// On the samples, each query's first case must be answered by one row at least.
var parityCases = map[string][]map[string]string{
	"accusations":    {{}, {"actor": "russia"}, {"actor": "moscow", "since": "2018", "until": "2018-03"}, {"actor": "nobody"}},
	"actor":          {{"actor": "Vladimir Putin"}, {"actor": "country:ru"}, {"actor": "MOSCOW"}, {"actor": "nobody"}},
	"actor-changes":  {{"actor": "russia", "since": "2018"}, {"actor": "MOSCOW", "since": "2019-02-03"}, {"actor": "country:us", "since": "2020-10-02"}, {"actor": "nobody", "since": "2018"}, {"actor": "Russia", "since": "1970", "limit": "7"}},
	"actors":         {{}, {"kind": "Person"}, {"since": "2019-02", "until": "2019-02-02"}, {"limit": "3"}},
	"articles":       {{}, {"outlet": "the harbour post"}, {"since": "2018", "until": "2020"}, {"limit": "0"}},
	"between":        {{"a": "russia", "b": "united states"}, {"a": "country:us", "b": "Moscow", "since": "2020"}, {"a": "Peru", "b": "Ecuador", "limit": "1"}},
	"claims":         {{"speaker": "russia"}, {"speaker": "Vladimir Putin", "stance": "asserts"}, {"speaker": "country:ru", "stance": "DENIES"}},
	"comparisons":    {{}, {"treaty": "nothing"}, {"limit": "1"}},
	"corroborated":   {{}, {"actor": "Russia", "least": "1"}, {"least": "1", "since": "2018", "until": "2019-02"}, {"actor": "nobody"}},
	"coverage":       {{}, {"limit": "2"}},
	"disputed":       {{}, {"actor": "Russia"}, {"since": "2007", "until": "2007"}},
	"evidence":       {{"event": "EVENT"}, {"event": "nothing"}},
	"new":            {{"article": "ARTICLE"}, {"article": "nothing"}},
	"path":           {{"from": "Russia", "to": "United Kingdom"}, {"from": "Peru", "to": "Ecuador"}, {"from": "Moscow", "to": "russia"}, {"from": "Vladimir Putin", "to": "country:us"}},
	"proposals":      {{}, {"actor": "Russia"}, {"actor": "nobody"}},
	"relations":      {{"actor": "russia"}, {"actor": "India", "since": "2021"}},
	"reports":        {{}, {"least": "1"}, {"event": "EVENT"}},
	"search":         {{"text": "treaty"}, {"text": "RUSSIA", "limit": "500"}, {"text": "denied"}, {"text": "nobody at all"}, {"text": "' OR 1=1 --"}},
	"timeline":       {{}, {"actor": "Russia"}, {"type": "sanction"}, {"since": "2018-03-10", "until": "2020"}, {"limit": "5"}},
	"treaties":       {{}, {"actor": "Russia"}, {"status": "in_force"}},
	"treaty-changes": {{"treaty": "INF Treaty", "since": "2019"}, {"treaty": "inf treaty", "since": "2019-02-03"}, {"treaty": "Pact", "since": "2020-10-15"}, {"treaty": "Old Pact", "since": "1970"}, {"treaty": "INF Treaty", "since": "1970", "limit": "3"}},
	"treaty-events":  {{}, {"action": "sign"}, {"since": "2019", "until": "2019-02-02"}},
	"treaty-history": {{"treaty": "INF Treaty"}, {"treaty": "inf treaty", "limit": "1"}},
	"years":          {{}, {"actor": "Russia"}},
}

// Every query gives the same rows from both stores, and at least one row on the
// sample articles.
func TestParityOnSamples(t *testing.T) {
	records := extractSamples(t)
	testParity(t, records, true)
}

// The same on records that have what the samples happen not to: missing dates
// and outlets, names in other scripts, equal names, ties.
func TestParityOnOddities(t *testing.T) {
	testParity(t, oddRecords(t), false)
}

func testParity(t *testing.T, records []entente.Record, answered bool) {
	ctx := context.Background()
	file, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	server := openServer(t)
	for _, store := range []graph.Store{file, server} {
		if _, err := graph.Load(ctx, store, records); err != nil {
			t.Fatal(err)
		}
	}
	event := oneID(t, file, "SELECT id FROM event ORDER BY articles DESC, id LIMIT 1")
	article := oneID(t, file, "SELECT id FROM article ORDER BY id LIMIT 1")
	all, err := queries.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		if len(parityCases[q.Name]) == 0 {
			t.Errorf("query %s: parityCases has no case for it", q.Name)
		}
		for i, given := range parityCases[q.Name] {
			params := map[string]any{}
			for _, p := range q.Params {
				text, ok := given[p.Name]
				switch {
				case !ok:
					text = p.Default
				case text == "EVENT":
					text = event
				case text == "ARTICLE":
					text = article
				}
				if params[p.Name], err = p.Parse(text); err != nil {
					t.Fatalf("query %s: %v", q.Name, err)
				}
			}
			want, err := file.Query(ctx, asked(q), params)
			if err != nil {
				t.Errorf("query %s %v on SQLite: %v", q.Name, given, err)
				continue
			}
			got, err := server.Query(ctx, asked(q), params)
			if err != nil {
				t.Errorf("query %s %v on Neo4j: %v", q.Name, given, err)
				continue
			}
			if answered && i == 0 && len(want.Values) == 0 {
				t.Errorf("query %s %v has no row on the samples", q.Name, given)
			}
			compareRows(t, q, given, got, want)
		}
	}
}

// openServer opens an empty graph on a Neo4j server for tests.
func openServer(t *testing.T) graph.Store {
	t.Helper()
	return emptied(t, neo4jtest.Start(t))
}

// emptied opens an empty graph on a server.
func emptied(t *testing.T, s neo4jtest.Server) graph.Store {
	t.Helper()
	s.Wipe(t)
	store, err := neo4j.Open(t.Context(), neo4j.Config{URL: s.URL, Username: s.Username, Password: s.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func compareRows(t *testing.T, q queries.Query, given map[string]string, got, want graph.Rows) {
	if !slices.Equal(got.Columns, want.Columns) {
		t.Errorf("query %s: columns %v on Neo4j, %v on SQLite", q.Name, got.Columns, want.Columns)
	}
	if len(got.Values) != len(want.Values) {
		t.Errorf("query %s %v: %d rows on Neo4j, %d on SQLite", q.Name, given, len(got.Values), len(want.Values))
	}
	for i := range min(len(got.Values), len(want.Values)) {
		if !reflect.DeepEqual(got.Values[i], want.Values[i]) {
			t.Errorf("query %s %v, row %d:\nNeo4j  %#v\nSQLite %#v", q.Name, given, i, got.Values[i], want.Values[i])
			return
		}
	}
}

func oneID(t *testing.T, store graph.Store, sql string) string {
	t.Helper()
	rows, err := store.Query(context.Background(), graph.Query{SQL: sql}, nil)
	if err != nil || len(rows.Values) == 0 {
		t.Fatalf("%s: %v, %v", sql, rows, err)
	}
	return rows.Values[0][0].(string)
}

func extractSamples(t *testing.T) []entente.Record {
	t.Helper()
	var r reading
	ex, err := r.extractor()
	if err != nil {
		t.Fatal(err)
	}
	var records []entente.Record
	for article, err := range loaders.Read(context.Background(), []string{"../../samples/articles"}, loaders.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, ex.Extractor.Extract(article))
	}
	return records
}
