package queries

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

var faultForm = regexp.MustCompile(`^q\.(sql|cypher):[1-9][0-9]*: `)

// FuzzRead reads any two files as a query: what is taken can be asked and shown,
// and every fault names its file and line.
func FuzzRead(f *testing.F) {
	for _, files := range [][2]string{
		{"// name: q\n// about: What.\n// param: n int 5 rows\n// columns: a, b\n\nRETURN $n AS a, 1 AS b\n", "-- name: q\n-- about: What.\n-- param: n int 5 rows\n-- columns: a, b\n\nSELECT :n AS a, 1 AS b\n"},
		{"// name: q\r\n// about: x\r\n// columns: a\r\nRETURN 1 AS a", "\ufeff-- name: q\n-- about: x\n-- columns: a\nSELECT 1 AS a"},
		{"// name: q\n// name: q\n// param: a date required\n// : \n//", "--\n-- param: a string - \x1b[31m\n-- columns: ,,a,a"},
		{"", "\n\n\n"},
	} {
		f.Add(files[0], files[1])
	}
	f.Fuzz(func(t *testing.T, cypher, sql string) {
		got, err := Read(fstest.MapFS{"q.cypher": {Data: []byte(cypher)}, "q.sql": {Data: []byte(sql)}})
		if err != nil {
			for _, line := range strings.Split(err.Error(), "\n") {
				if !faultForm.MatchString(line) {
					t.Errorf("fault %q of %q and %q names no file and line", line, cypher, sql)
				}
			}
			return
		}
		if len(got) != 1 {
			t.Fatalf("%d queries of one pair", len(got))
		}
		q := got[0]
		if q.Name != "q" || q.About == "" || strings.Contains(q.About, "\n") || len(q.Columns) == 0 || strings.TrimSpace(q.Cypher) == "" || strings.TrimSpace(q.SQL) == "" {
			t.Errorf("an unfinished query is taken: %+v", q)
		}
		for _, s := range []string{q.About, q.Cypher, q.SQL} {
			if !utf8.ValidString(s) {
				t.Errorf("not UTF-8: %q", s)
			}
		}
		for _, p := range q.Params {
			if _, err := p.Parse(p.Default); err != nil && !p.Required {
				t.Errorf("the default of %+v: %v", p, err)
			}
			if !strings.Contains(q.Cypher, "$"+p.Name) || !strings.Contains(q.SQL, ":"+p.Name) {
				t.Errorf("param %s is never used", p.Name)
			}
		}
	})
}
