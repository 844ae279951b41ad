package graph

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
)

// exported is one line of an export, in the form of Neo4j's APOC.
type exported struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Labels     []string       `json:"labels,omitempty"` // of a node
	Label      string         `json:"label,omitempty"`  // of a relationship
	Start      *exportedEnd   `json:"start,omitempty"`
	End        *exportedEnd   `json:"end,omitempty"`
	Properties map[string]any `json:"properties"`
}

type exportedEnd struct {
	ID     string   `json:"id"`
	Labels []string `json:"labels"`
}

// WriteJSONL writes the graph as JSON lines: nodes sorted by label and id, then
// relationships sorted by type and ends, each with its properties sorted by
// name. Hidden properties stay out. Equal graphs give equal bytes.
func WriteJSONL(ctx context.Context, s Store, w io.Writer) error {
	b := bufio.NewWriter(w)
	lines := json.NewEncoder(b)
	lines.SetEscapeHTML(false)
	kinds := map[string]Kind{}
	for _, k := range Kinds() {
		kinds[k.Name] = k
	}
	err := s.Scan(ctx, KindNames(false), func(e Element) error { return lines.Encode(export(kinds[e.Kind], e)) })
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write export: %w", err)
	}
	return nil
}

func export(k Kind, e Element) exported {
	p := maps.Clone(e.Props)
	if p == nil {
		p = map[string]any{}
	}
	maps.DeleteFunc(p, func(name string, _ any) bool { return name[0] == '_' })
	if k.Node() {
		p["id"] = e.ID
		return exported{Type: "node", ID: e.ID, Labels: LabelsOf([]string{k.Name}, e.ID), Properties: p}
	}
	return exported{
		Type: "relationship", ID: digest(e.Kind, e.Start, e.End, e.ID), Label: e.Kind,
		Start:      &exportedEnd{e.Start, LabelsOf(k.From, e.Start)},
		End:        &exportedEnd{e.End, LabelsOf(k.To, e.End)},
		Properties: p,
	}
}
