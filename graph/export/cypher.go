package export

import (
	"bufio"
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
)

// A statement of the script takes this many rows, or this many bytes of them, for
// the server parses it as a whole.
const (
	scriptRows  = 500
	scriptBytes = 256 << 10
)

// cypher writes a script: constraints and indexes, nodes, then relationships, each
// merged, so that running it again changes nothing. Every statement ends with ";"
// at the end of a line, and no line within one does.
func cypher(ctx context.Context, s graph.Store, w *bufio.Writer) error {
	fmt.Fprintf(w, "// A graph of Entente. Run it with: cypher-shell -f FILE\n")
	for _, statement := range neo4j.Schema() {
		fmt.Fprintf(w, "%s;\n", statement)
	}
	script := script{w: w, kinds: kinds()}
	if err := s.Scan(ctx, graph.KindNames(false), script.element); err != nil {
		return err
	}
	return script.end()
}

type script struct {
	w     *bufio.Writer
	kinds map[string]graph.Kind
	merge string // what the statement being written does with its rows
	rows  int
	bytes int
}

func (s *script) element(e graph.Element) error {
	merge, row := mergeNode(s.kinds[e.Kind], e), ""
	if s.kinds[e.Kind].Node() {
		row = "{id: " + quoted(e.ID)
	} else {
		merge, row = mergeRelationship(s.kinds[e.Kind], e), "{a: "+quoted(e.Start)+", b: "+quoted(e.End)+", id: "+quoted(e.ID)
	}
	row += ", p: " + literals(shown(s.kinds[e.Kind]), e.Props) + "}"
	if merge != s.merge || s.rows == scriptRows || s.bytes+len(row) > scriptBytes {
		if err := s.end(); err != nil {
			return err
		}
		s.merge = merge
		s.w.WriteString("UNWIND [\n")
	} else {
		s.w.WriteString(",\n")
	}
	s.rows++
	s.bytes += len(row)
	_, err := s.w.WriteString(row)
	return err
}

// end ends the statement being written, if there is one.
func (s *script) end() error {
	if s.rows == 0 {
		return nil
	}
	s.rows, s.bytes = 0, 0
	_, err := fmt.Fprintf(s.w, "\n] AS row %s;\n", s.merge)
	return err
}

func mergeNode(k graph.Kind, e graph.Element) string {
	labels := graph.LabelsOf([]string{k.Name}, e.ID)
	return fmt.Sprintf("MERGE (n:%s {id: row.id}) SET n:%s, n += row.p", k.Name, strings.Join(labels, ":"))
}

func mergeRelationship(k graph.Kind, e graph.Element) string {
	distinct := ""
	if k.Distinct != "" {
		distinct = fmt.Sprintf(" {%s: row.id}", k.Distinct)
	}
	return fmt.Sprintf("MATCH (a:%s {id: row.a}) MATCH (b:%s {id: row.b}) MERGE (a)-[r:%s%s]->(b) SET r += row.p",
		k.From[0], graph.LabelsOf(k.To, e.End)[0], k.Name, distinct)
}

// literals is a map literal of an element's properties.
func literals(properties []graph.Property, values map[string]any) string {
	var parts []string
	for _, p := range properties {
		if v, ok := values[p.Name]; ok {
			parts = append(parts, "`"+p.Name+"`: "+literal(v))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func literal(v any) string {
	switch v := v.(type) {
	case string:
		return quoted(v)
	case []string:
		parts := make([]string, len(v))
		for i, p := range v {
			parts[i] = quoted(p)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case float64:
		text := strconv.FormatFloat(v, 'f', -1, 64)
		if !strings.Contains(text, ".") {
			text += ".0" // or it would be an integer
		}
		return text
	}
	return plain(v)
}

// quoted is a string literal on one line. Cypher resolves \u escapes before it looks
// for quotes, so none may stand for a quote or a backslash, and a "u" that follows
// a backslash of the text is escaped lest the two look like an escape.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	last := rune(0)
	for _, r := range s {
		switch {
		case r == '\'' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == 'u' && last == '\\':
			b.WriteString(`\u0075`)
		case !unicode.IsPrint(r) && r < 0x10000:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
		last = r
	}
	b.WriteByte('\'')
	return b.String()
}
