package sqlite

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/entente-graph/entente/graph"
)

// schema is the DDL of the whole database, made from the graph's description.
// schema.sql shows what it comes to.
func schema() string {
	var b strings.Builder
	b.WriteString(`-- The tables of a graph in SQLite: one a label, one a relationship type.
-- A column whose name begins with _ is for the program's own use.
-- Lists are JSON arrays of strings, booleans are 0 or 1, absent properties NULL.
-- Quote "end" in queries: it is a keyword.
`)
	for _, k := range graph.Kinds() {
		b.WriteString("\n")
		if k.Node() {
			nodeTable(&b, k)
		} else {
			edgeTable(&b, k)
		}
	}
	b.WriteString("\nCREATE TABLE _store (version TEXT NOT NULL, decisions TEXT NOT NULL) STRICT;\n")
	return b.String()
}

func nodeTable(b *strings.Builder, k graph.Kind) {
	fmt.Fprintf(b, "CREATE TABLE %s (\n    id TEXT NOT NULL PRIMARY KEY", table(k.Name))
	if len(k.Second) > 0 {
		b.WriteString(",\n    kind TEXT AS (substr(id, 1, instr(id, ':') - 1))")
	}
	columns(b, k)
	// An article's or an event's row is too wide to sit in the key's own tree.
	if k.Name == graph.Article || k.Name == graph.Event || k.Name == graph.Claim {
		b.WriteString("\n) STRICT;\n")
	} else {
		b.WriteString("\n) STRICT, WITHOUT ROWID;\n")
	}
	for _, p := range k.Properties {
		if !p.Indexed {
			continue
		}
		held := column(p.Name)
		for _, with := range p.With {
			held += ", " + column(with)
		}
		fmt.Fprintf(b, "CREATE INDEX %s_by_%s ON %s (%s);\n", table(k.Name), strings.TrimPrefix(snake(p.Name), "_"), table(k.Name), held)
	}
}

func edgeTable(b *strings.Builder, k graph.Kind) {
	fmt.Fprintf(b, "-- (%s)-[%s]->(%s)\n", strings.Join(k.From, " or "), k.Name, strings.Join(k.To, " or "))
	fmt.Fprintf(b, "CREATE TABLE %s (\n    start_id TEXT NOT NULL,\n    end_id TEXT NOT NULL", table(k.Name))
	columns(b, k)
	key := "start_id, end_id"
	if k.Distinct != "" {
		key += ", " + column(k.Distinct)
	}
	fmt.Fprintf(b, ",\n    PRIMARY KEY (%s)\n) STRICT, WITHOUT ROWID;\n", key)
	held := "end_id, start_id"
	for _, p := range k.Properties {
		if p.Indexed {
			held += ", " + column(p.Name)
		}
	}
	fmt.Fprintf(b, "CREATE INDEX %s_by_end ON %s (%s);\n", table(k.Name), table(k.Name), held)
}

func columns(b *strings.Builder, k graph.Kind) {
	for _, p := range k.Properties {
		fmt.Fprintf(b, ",\n    %s %s", column(p.Name), columnType(p.Type))
		if p.Name == k.Distinct {
			b.WriteString(" NOT NULL")
		}
	}
}

func columnType(t graph.Type) string {
	switch t {
	case graph.Integer, graph.Boolean:
		return "INTEGER"
	case graph.Real:
		return "REAL"
	}
	return "TEXT"
}

// table is the name of a kind's table: article, has_party.
func table(kind string) string { return strings.ToLower(kind) }

// column is the name of a property's column, quoted where it is a keyword.
func column(property string) string {
	if property == "end" {
		return `"end"`
	}
	return snake(property)
}

// snake turns camelCase into snake_case.
func snake(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
