package loaders

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says of itself.
type metadata struct {
	meta      map[string]string // <meta> by name, property or itemprop; the first of each
	articles  []map[string]any  // JSON-LD objects that are articles
	names     map[string]string // names of JSON-LD objects by their @id
	titles    []string          // <h1>
	head      string            // <title>
	canonical string
	lang      string
	times     []string     // <time datetime>
	shown     entente.Date // the first date that the page shows below its title
	saved     string       // the address that a browser notes when it saves a page
}

var (
	dateClass = regexp.MustCompile(`(?i)date|time|publish|posted|byline|dateline|article-?info|meta`)
	savedFrom = regexp.MustCompile(`saved from url=\(\d+\)(\S+)`)
	urlDate   = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)`)
)

func readMetadata(doc *html.Node) *metadata {
	m := &metadata{meta: map[string]string{}, names: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.CommentNode {
			if s := savedFrom.FindStringSubmatch(n.Data); s != nil {
				m.saved = first(m.saved, s[1])
			}
		}
		if n.Type == html.ElementNode {
			m.element(n)
		}
	}
	return m
}

func (m *metadata) element(n *html.Node) {
	if m.shown == "" && len(m.titles) > 0 && dateClass.MatchString(attr(n, "class")+" "+attr(n, "id")+" "+attr(n, "itemprop")) {
		if s := nodeText(n); len(s) < 200 {
			if d, ok := findDate(s); ok {
				m.shown = d
			}
		}
	}
	switch n.DataAtom {
	case atom.Html:
		m.lang = first(m.lang, attr(n, "lang"), attr(n, "xml:lang"))
	case atom.Meta:
		for _, a := range []string{"property", "name", "itemprop", "http-equiv"} {
			if k := strings.ToLower(attr(n, a)); k != "" && m.meta[k] == "" {
				m.meta[k] = strings.TrimSpace(attr(n, "content"))
			}
		}
	case atom.Link:
		if slices.Contains(strings.Fields(strings.ToLower(attr(n, "rel"))), "canonical") {
			m.canonical = first(m.canonical, attr(n, "href"))
		}
	case atom.Title:
		m.head = first(m.head, nodeText(n))
	case atom.H1:
		m.titles = append(m.titles, nodeText(n))
	case atom.Time:
		if d := attr(n, "datetime"); d != "" {
			m.times = append(m.times, d)
		}
	case atom.Script:
		if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
			var v any
			text := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(n.FirstChild.Data), "<![CDATA["), "]]>")
			if json.Unmarshal([]byte(text), &v) == nil {
				m.collect(v)
			}
		}
	}
}

// collect finds the articles in JSON-LD: at the top, in a list, in a @graph.
func (m *metadata) collect(v any) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			m.collect(x)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			m.articles = append(m.articles, v)
		}
		if id, ok := v["@id"].(string); ok {
			m.names[id] = first(m.names[id], textValue(v["name"]))
		}
		m.collect(v["@graph"])
		m.collect(v["mainEntity"])
		m.collect(v["publisher"])
	}
}

func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || t == "Report"
	case []any:
		return slices.ContainsFunc(t, isArticle)
	}
	return false
}

// article is a property, as text, of the first JSON-LD article that has it.
func (m *metadata) article(name string) string {
	for _, a := range m.articles {
		if s := textValue(a[name]); s != "" {
			return s
		}
	}
	return ""
}

// textValue is the text of a JSON-LD value: a string, or an object's name or id.
func textValue(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case []any:
		for _, x := range v {
			if s := textValue(x); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, k := range []string{"name", "@id", "url", "@value"} {
			if s := textValue(v[k]); s != "" {
				return s
			}
		}
	}
	return ""
}

func (m *metadata) title() string {
	headline := m.article("headline")
	if strings.HasSuffix(headline, "...") || strings.HasSuffix(headline, "…") {
		headline = "" // cut to fit; another has it whole
	}
	h1 := ""
	if len(m.titles) == 1 {
		h1 = m.titles[0]
	}
	return first(headline, m.meta["og:title"], h1, m.meta["twitter:title"], m.meta["dc.title"], m.meta["headline"], m.head, m.article("headline"))
}

func (m *metadata) outlet() string {
	publisher := m.article("publisher")
	if strings.Contains(publisher, "/") {
		publisher = m.names[publisher] // a reference
	}
	return first(publisher, m.meta["og:site_name"], m.meta["dc.publisher"], m.meta["publisher"], m.meta["application-name"], m.meta["apple-mobile-web-app-title"])
}

func (m *metadata) url() string {
	for _, s := range []string{m.canonical, m.meta["og:url"], m.article("url"), m.article("mainEntityOfPage"), m.meta["twitter:url"], m.saved} {
		if u := cleanURL(s); u != "" {
			return u
		}
	}
	return ""
}

func (m *metadata) language() string {
	return first(languageField(m.article("inLanguage")), languageField(m.lang), languageField(m.meta["og:locale"]), languageField(m.meta["content-language"]))
}

func (m *metadata) published() entente.Date {
	candidates := []string{m.article("datePublished"), m.article("dateCreated")}
	for _, k := range []string{"article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time", "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "citation_publication_date", "citation_date", "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate", "created", "release_date", "article_date_original"} {
		candidates = append(candidates, m.meta[k])
	}
	candidates = append(candidates, m.times...)
	for _, s := range candidates {
		if d, err := fieldDate(s); err == nil && d != "" {
			return d
		}
	}
	if s := urlDate.FindStringSubmatch(m.url()); s != nil {
		if d, ok := makeDate(s[1], s[2], s[3]); ok {
			return d
		}
	}
	return m.shown
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func nodeText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
