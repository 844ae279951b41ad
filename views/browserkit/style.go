package browserkit

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"github.com/entente-graph/entente/graph"
)

// look is how a label or a type of relationship looks; sizes are in pixels.
type look struct {
	Colour, Rim, Text, Caption string
	Size, Font, Width          int
}

type looks struct {
	Nodes, Relationships map[string]look
}

var inCaption = regexp.MustCompile(`\{(\w+)\}`)

// style makes a style in the language of Neo4j Browser, with a rule for each label
// and type of the graph. There, later rules win, so that a second label stands after
// its first; comments, and a ":" in a value, would break what follows them.
func style(all looks) ([]byte, error) {
	seen := map[string]bool{}
	var b bytes.Buffer
	for _, k := range graph.Kinds() {
		for _, name := range append([]string{k.Name}, k.Second...) {
			of, rule := all.Relationships, look.relationship
			if k.Node() {
				of, rule = all.Nodes, look.node
			}
			l, found := of[name]
			if !found {
				return nil, fmt.Errorf("assets/looks.yaml says nothing of %s", name)
			}
			seen[name] = true
			if err := l.check(k); err != nil {
				return nil, fmt.Errorf("assets/looks.yaml: %s: %w", name, err)
			}
			b.WriteString(rule(l, name))
		}
	}
	for _, of := range []map[string]look{all.Nodes, all.Relationships} {
		for name := range of {
			if !seen[name] {
				return nil, fmt.Errorf("assets/looks.yaml has a look for %s, which isn't in the graph", name)
			}
		}
	}
	return b.Bytes(), nil
}

// check finds captions of a property that the kind doesn't have.
func (l look) check(k graph.Kind) error {
	for _, m := range inCaption.FindAllStringSubmatch(l.Caption, -1) {
		if m[1] != "id" && !slices.ContainsFunc(k.Properties, func(p graph.Property) bool { return p.Name == m[1] }) {
			return fmt.Errorf("its caption is %q, but it has no %s", l.Caption, m[1])
		}
	}
	return nil
}

func (l look) node(label string) string {
	return fmt.Sprintf(`node.%s {
  color: %s;
  border-color: %s;
  border-width: 2px;
  text-color-internal: %s;
  diameter: %dpx;
  font-size: %dpx;
  caption: "%s";
}
`, label, l.Colour, l.Rim, l.Text, l.Size, l.Font, cmp.Or(l.Caption, "{name}"))
}

func (l look) relationship(typ string) string {
	return fmt.Sprintf(`relationship.%s {
  color: %s;
  border-color: %[2]s;
  text-color-internal: #ffffff;
  text-color-external: #5b6470;
  shaft-width: %dpx;
  font-size: 9px;
  padding: 3px;
  caption: "%s";
}
`, typ, l.Colour, l.Width, l.Caption)
}
