package export

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/entente-graph/entente/graph"
)

// graphML writes nodes with what they are called as "label", which Gephi shows,
// and their last label as "kind"; relationships have their type as both. The text
// of articles stays out. XML can't hold some control characters: they become U+FFFD.
func graphML(ctx context.Context, s graph.Store, w *bufio.Writer) error {
	g := graphMLWriter{w: w, kinds: kinds()}
	g.raw(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	g.keys("node", "n.", graph.Kind.Node)
	g.keys("edge", "e.", func(k graph.Kind) bool { return !k.Node() })
	g.raw(`<graph id="entente" edgedefault="directed">` + "\n")
	if err := s.Scan(ctx, graph.KindNames(false), g.element); err != nil {
		return err
	}
	g.raw("</graph>\n</graphml>\n")
	return g.err
}

type graphMLWriter struct {
	w     *bufio.Writer
	kinds map[string]graph.Kind
	edges int
	err   error
}

func (g *graphMLWriter) raw(s string) {
	if g.err == nil {
		_, g.err = g.w.WriteString(s)
	}
}

func (g *graphMLWriter) text(s string) {
	if g.err == nil {
		g.err = xml.EscapeText(g.w, []byte(s))
	}
}

// keys declares the properties of nodes or of edges, each name once.
func (g *graphMLWriter) keys(domain, prefix string, of func(graph.Kind) bool) {
	declared := map[string]bool{}
	declare := func(name, typ string) {
		if !declared[name] {
			declared[name] = true
			g.raw(fmt.Sprintf(`<key id="%s%s" for="%s" attr.name="%s" attr.type="%s"/>`+"\n", prefix, name, domain, name, typ))
		}
	}
	declare("label", "string")
	declare("kind", "string")
	for _, k := range graph.Kinds() {
		if k.Hidden || !of(k) {
			continue
		}
		for _, p := range graphMLProperties(k) {
			declare(p.Name, map[graph.Type]string{graph.Text: "string", graph.List: "string",
				graph.Integer: "long", graph.Real: "double", graph.Boolean: "boolean"}[p.Type])
		}
	}
}

func graphMLProperties(k graph.Kind) []graph.Property {
	var list []graph.Property
	for _, p := range shown(k) {
		if k.Name != graph.Article || p.Name != "text" {
			list = append(list, p)
		}
	}
	return list
}

func (g *graphMLWriter) element(e graph.Element) error {
	k := g.kinds[e.Kind]
	if k.Node() {
		labels := graph.LabelsOf([]string{k.Name}, e.ID)
		g.raw(`<node id="`)
		g.text(graphMLID(k.Name, e.ID))
		g.raw(`">`)
		g.data("n.label", plain(e.Props["name"]))
		g.data("n.kind", labels[len(labels)-1])
		g.properties("n.", k, e)
		g.raw("</node>\n")
		return g.err
	}
	g.edges++
	g.raw(fmt.Sprintf(`<edge id="e%d" source="`, g.edges))
	g.text(graphMLID(graph.LabelsOf(k.From, e.Start)[0], e.Start))
	g.raw(`" target="`)
	g.text(graphMLID(graph.LabelsOf(k.To, e.End)[0], e.End))
	g.raw(`">`)
	g.data("e.label", k.Name)
	g.data("e.kind", k.Name)
	g.properties("e.", k, e)
	g.raw("</edge>\n")
	return g.err
}

func (g *graphMLWriter) properties(prefix string, k graph.Kind, e graph.Element) {
	for _, p := range graphMLProperties(k) {
		if v, ok := e.Props[p.Name]; ok {
			g.data(prefix+p.Name, plain(v))
		}
	}
}

func (g *graphMLWriter) data(key, value string) {
	g.raw(`<data key="` + key + `">`)
	g.text(value)
	g.raw("</data>")
}

// graphMLID gives a node an id that no other has, whatever its label: its own id
// if that begins with its label, as person:vladimir-putin does, else the label
// and "::" before it. What XML can't hold is written as %00, and so is "%".
func graphMLID(label, id string) string {
	prefix, rest, _ := strings.Cut(id, ":")
	own := slices.ContainsFunc(graph.LabelsOf([]string{label}, id), func(l string) bool { return strings.ToLower(l) == prefix })
	if !own || strings.HasPrefix(rest, ":") {
		id = strings.ToLower(label) + "::" + id
	}
	var b strings.Builder
	for _, r := range id {
		if r > 0x20 && r != '%' && r != 0x7f && r < 0xfffd || r >= 0x10000 {
			b.WriteRune(r)
			continue
		}
		for _, c := range utf8.AppendRune(nil, r) {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
