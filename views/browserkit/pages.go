package browserkit

import (
	"bytes"
	"fmt"
	html "html/template"
	"io"
	text "text/template"
)

// page is what the templates of the guide and the README are given.
type page struct {
	Base   string
	Topics []topic
	Looks  looks
}

// Picture gives the text of a saved query.
func (p page) Picture(query string) (string, error) {
	found := find(p.Topics, query)
	if found == nil {
		return "", fmt.Errorf("no topic has the query %s", query)
	}
	return found.Cypher, nil
}

// Paint gives the colours of a label, as CSS.
func (p page) Paint(label string) (html.CSS, error) {
	l, found := p.Looks.Nodes[label]
	if !found {
		return "", fmt.Errorf("there is no look for %s", label)
	}
	return html.CSS(fmt.Sprintf("background-color: %s; color: %s; border-radius: 9px; padding: 1px 8px", l.Colour, l.Text)), nil
}

// guide makes the guide, in the HTML that Neo4j Browser takes for one: of slides, with
// blocks of text that can be run.
func guide(p page) ([]byte, error) {
	t, err := html.ParseFS(assets, "assets/guide.html")
	if err != nil {
		return nil, err
	}
	return p.fill(t)
}

// readme makes the kit's README.
func readme(p page) ([]byte, error) {
	t, err := text.ParseFS(assets, "assets/README.md")
	if err != nil {
		return nil, err
	}
	return p.fill(t)
}

func (p page) fill(t interface{ Execute(io.Writer, any) error }) ([]byte, error) {
	var b bytes.Buffer
	err := t.Execute(&b, p)
	return b.Bytes(), err
}
