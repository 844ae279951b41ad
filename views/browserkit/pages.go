package browserkit

import (
	"bytes"
	"fmt"
	html "html/template"
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

// guide makes the guide, in the HTML that Neo4j Browser takes for one: each slide is
// a page of it, and what is in a runnable block runs at a click.
func guide(p page) ([]byte, error) {
	t, err := html.ParseFS(assets, "assets/guide.html")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return b.Bytes(), err
}

// readme makes the kit's README.
func readme(p page) ([]byte, error) {
	t, err := text.ParseFS(assets, "assets/README.md")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return b.Bytes(), err
}
