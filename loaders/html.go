package loaders

import (
	"fmt"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML reads a saved web page: its body by trafilatura, and what it says of
// itself from its structured data.
func readHTML(data []byte) (page, error) {
	text := decodeHTML(data)
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return page{}, fmt.Errorf("parse HTML: %w", err)
	}
	m := readMetadata(doc)
	p := page{title: m.title(), outlet: m.outlet(), url: m.url(), language: m.language(), published: m.published()}
	removeScripts(doc)
	if elements(doc) > mostElements {
		p.text = mainText(doc)
	} else {
		p.text = bodyText(doc, m)
	}
	if strings.TrimSpace(p.text) == "" {
		return page{}, refuse("", "no article text found in this page")
	}
	return p, nil
}

// mostElements is the number of elements above which a page isn't given to
// trafilatura, which takes more than linear time. Articles have a few thousand.
const mostElements = 20_000

func elements(doc *html.Node) int {
	n := 0
	for e := range doc.Descendants() {
		if e.Type == html.ElementNode {
			n++
		}
	}
	return n
}

// bodyText is the text of the page's article as trafilatura finds it. On a short
// or plainly marked page that can be little, or all paragraphs run together; then
// it is the text that the page's JSON-LD gives, or that of its main part.
func bodyText(doc *html.Node, m *metadata) string {
	config := trafilatura.DefaultConfig()
	config.MinExtractedSize = 1 // below it, trafilatura runs the paragraphs together
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled, // it looks at the clock
		Config:          config,
	})
	text := ""
	if err == nil && result.ContentNode != nil {
		text = strings.TrimSpace(textOf(result.ContentNode))
	}
	short, joined := len(text) < 600, !strings.Contains(text, "\n")
	for _, other := range []string{m.article("articleBody"), mainText(doc)} {
		if short && len(other) > len(text)*5/4 || joined && strings.Contains(other, "\n") && len(other) > len(text)*3/4 {
			text, joined = other, false
		}
	}
	return text
}

// mainText is the text of the page's article, its main part or, where it has
// neither, all of it, without what surrounds articles.
func mainText(doc *html.Node) string {
	root := doc
	for _, want := range []atom.Atom{atom.Body, atom.Main, atom.Article} {
		for n := range doc.Descendants() {
			if n.DataAtom == want {
				root = n
				break
			}
		}
	}
	return strings.TrimSpace(textOf(root))
}

// removeScripts takes out what never is text. Trafilatura reads JSON-LD in no
// fixed order, so that goes too.
func removeScripts(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.DataAtom == atom.Script, c.DataAtom == atom.Style, c.DataAtom == atom.Template:
			n.RemoveChild(c)
		default:
			removeScripts(c)
		}
		c = next
	}
}

// textOf gives a node's text, a blank line between paragraphs, a new line for
// each <br>.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			b.WriteString(strings.Map(func(r rune) rune {
				if r == '\n' || r == '\r' || r == '\t' {
					return ' '
				}
				return r
			}, n.Data))
			return
		case html.ElementNode:
			tag := atom.Lookup([]byte(n.Data)) // trafilatura's own nodes have no DataAtom
			if around(tag) {
				return
			}
			if tag == atom.Br {
				b.WriteByte('\n')
				return
			}
			if block(tag) {
				b.WriteString("\n\n")
				defer b.WriteString("\n\n")
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// around reports whether an element surrounds articles and never holds one.
func around(a atom.Atom) bool {
	switch a {
	case atom.Head, atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Button, atom.Select, atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Svg:
		return true
	}
	return false
}

func block(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Pre, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Figure, atom.Figcaption, atom.Hr, atom.Form, atom.Body:
		return true
	}
	return false
}
