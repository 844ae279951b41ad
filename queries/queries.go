// Package queries holds questions that an analyst asks of the graph. Each
// question is two files, NAME.cypher for Neo4j and NAME.sql for SQLite, that
// begin with the same header and answer with the same rows. A third file,
// NAME.browser.cypher, may draw the answer in Neo4j Browser.
//
// A header is a block of comment lines at the top of the file, "// key: value"
// in Cypher and "-- key: value" in SQL:
//
//	// name: treaty-history
//	// about: What was done to a treaty, by whom, when, and which articles say so.
//	// param: treaty  name    required  a treaty's name or alias
//	// param: limit   int     50        rows at most
//	// columns: date, action, actors, status, articles, quote
//
// A param line gives a name, a type (string, name, int or date), the word "required"
// or a default ("-" for none, which the query sees as an empty string), and what
// it is for. Both bodies refer to a parameter as $name.
//
// Default gives the questions of the program, Read those of a folder, and Merge lays the
// ones over the others. Param.Parse makes values for a store's Query of what a user typed.
package queries

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Query is one question with its two ways to ask it.
type Query struct {
	Name    string   // as typed on the command line
	About   string   // one sentence: what it answers
	Params  []Param  // in the order of the header
	Columns []string // of every row, in order
	Cypher  string   // the text for Neo4j, without the header
	SQL     string   // the text for SQLite, without the header
	Browser string   // Cypher that returns paths for Neo4j Browser, or ""
}

// Type is the type of a parameter.
type Type string

// The types of parameter.
const (
	String Type = "string"
	Name   Type = "name" // of an actor, a treaty or an outlet, whatever the case
	Int    Type = "int"
	Date   Type = "date" // 2020-09-25, 2020-09 or 2020
)

// Param is something a query must or may be told.
type Param struct {
	Name     string
	Type     Type
	Required bool
	Default  string // as written in the header; "" for none
	About    string
}

// Parse turns text that a user gave for the parameter into the value that a
// store takes: an int64 for an Int, else a string, in lower case for a Name. An
// empty text is right for what isn't required and no Int.
func (p Param) Parse(text string) (any, error) {
	switch {
	case p.Required && text == "":
		return nil, fmt.Errorf("%s must not be empty: %s", p.Name, p.About)
	case p.Type == Int:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %q is no whole number", p.Name, text)
		}
		return n, nil
	case p.Type == Date && text != "" && !isDate(text):
		return nil, fmt.Errorf("%s: %q is no date: want 2020-09-25, 2020-09 or 2020", p.Name, text)
	case p.Type == Name:
		return strings.ToLower(text), nil
	}
	return text, nil
}

func isDate(s string) bool {
	const layout = "2006-01-02"
	if len(s) != 4 && len(s) != 7 && len(s) != len(layout) {
		return false
	}
	_, err := time.Parse(layout[:len(s)], s)
	return err == nil
}

//go:embed *.cypher *.sql
var files embed.FS

// Default gives the queries that come with the program, sorted by name.
func Default() ([]Query, error) { return Read(files) }

// Read reads the queries in fsys's top folder, sorted by name. Other files in it
// are ignored. The error names file, line and fault of everything that is wrong.
func Read(fsys fs.FS) ([]Query, error) {
	names, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("list queries: %w", err)
	}
	var r reader
	for _, f := range names {
		if !f.IsDir() {
			r.read(fsys, f.Name())
		}
	}
	return r.pair()
}

// Merge lays more over base: a query of a name that base has replaces it, others
// are added. The result is sorted by name.
func Merge(base, more []Query) []Query {
	all := slices.Clone(more)
	for _, q := range base {
		if !slices.ContainsFunc(more, func(m Query) bool { return m.Name == q.Name }) {
			all = append(all, q)
		}
	}
	slices.SortFunc(all, byName)
	return all
}
