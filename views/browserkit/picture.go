package browserkit

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"github.com/entente-graph/entente/queries"
)

var param = regexp.MustCompile(`\$([A-Za-z_][A-Za-z0-9_]*)`)

// Fill gives the text of a query's picture with values in place of its params,
// ready to run. Values are as a user types them; a param without one has its
// default, or is empty. It is an error if a value is of no param, or doesn't fit it.
func Fill(q queries.Query, values map[string]string) (string, error) {
	if q.Browser == "" {
		return "", fmt.Errorf("query %s has no picture for Neo4j Browser", q.Name)
	}
	literals := map[string]string{}
	for _, p := range q.Params {
		text, given := values[p.Name]
		if !given {
			text = p.Default
		}
		if _, err := p.Parse(text); err != nil && (text != "" || p.Type == queries.Int) {
			return "", fmt.Errorf("query %s: %w", q.Name, err)
		}
		literals[p.Name] = literal(p, text)
	}
	for name := range values {
		if literals[name] == "" {
			return "", fmt.Errorf("query %s has no param %s", q.Name, name)
		}
	}
	return param.ReplaceAllStringFunc(q.Browser, func(reference string) string {
		return cmp.Or(literals[reference[1:]], reference)
	}), nil
}

// literal writes a value, which the param takes, into Cypher. What a link to Neo4j
// Browser can't carry, and what Browser might take for the end of a statement, is
// escaped by number. Cypher reads such an escape before anything else, so that it
// doesn't do for quotes and backslashes.
func literal(p queries.Param, text string) string {
	if p.Type == queries.Int {
		return text
	}
	var b strings.Builder
	b.WriteByte('\'')
	for _, r := range text {
		switch {
		case r == '\'' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case strings.ContainsRune("&#;", r) || !unicode.IsPrint(r) && r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('\'')
	return b.String()
}

// The commands of Neo4j Browser that a link may carry.
const (
	Edit = "edit" // put a query or a command into the editor
	Play = "play" // show the guide at an address
)

// Link gives an address that opens Neo4j Browser, which is at the address given,
// with a command. It is an error if the text has "&" or "#" in it, at which Browser
// would cut it off.
func Link(at, command, text string) (string, error) {
	u, err := url.Parse(at)
	if err != nil {
		return "", fmt.Errorf("read the address of Neo4j Browser: %w", err)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", fmt.Errorf("Neo4j Browser can't be at %q: want an address as http://localhost:7474/browser/", at)
	}
	if strings.ContainsAny(text, "&#") {
		return "", errors.New(`a link to Neo4j Browser can't carry "&" or "#"`)
	}
	escaped := strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
	u.RawQuery = strings.TrimPrefix(u.RawQuery+"&cmd="+command+"&arg="+escaped, "&")
	return u.String(), nil
}
