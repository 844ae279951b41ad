package graph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// Snapshot is a whole graph in memory, without hidden properties and the
// articles' texts, to be compared with another by Diff.
type Snapshot struct {
	kinds map[string]Kind
	nodes map[string]map[string]*node // by label and id
}

// node is a node with the relationships at it.
type node struct {
	kind, id string
	props    map[string]any
	links    []link
}

// link is a relationship as seen from one of its nodes.
type link struct {
	kind  string
	out   bool // this node is the start
	other *node
	note  string // what the relationship's own properties say
}

// NewSnapshot gives the snapshot of an empty graph.
func NewSnapshot() *Snapshot {
	s := &Snapshot{kinds: map[string]Kind{}, nodes: map[string]map[string]*node{}}
	for _, k := range Kinds() {
		s.kinds[k.Name] = k
		if k.Node() {
			s.nodes[k.Name] = map[string]*node{}
		}
	}
	return s
}

// Take makes a snapshot of a store.
func Take(ctx context.Context, from Store) (*Snapshot, error) {
	s := NewSnapshot()
	if err := from.Scan(ctx, KindNames(false), s.Add); err != nil {
		return nil, fmt.Errorf("read the graph: %w", err)
	}
	return s, nil
}

// Add puts an element into the snapshot. It is an error if it is a node that is
// there already, or a relationship of nodes that aren't there yet.
func (s *Snapshot) Add(e Element) error {
	k, ok := s.kinds[e.Kind]
	if !ok {
		return fmt.Errorf("the graph has no %q", e.Kind)
	}
	if !k.Node() {
		return s.link(k, e)
	}
	if s.nodes[e.Kind][e.ID] != nil {
		return fmt.Errorf("%s %q is there twice", e.Kind, e.ID)
	}
	p := maps.Clone(e.Props)
	maps.DeleteFunc(p, func(name string, _ any) bool { return name[0] == '_' })
	if text, ok := p["text"].(string); ok {
		p["text"] = strconv.Itoa(len(text)) + " bytes " + digest(text)
	}
	s.nodes[e.Kind][e.ID] = &node{kind: e.Kind, id: e.ID, props: p}
	return nil
}

func (s *Snapshot) link(k Kind, e Element) error {
	start, end := s.nodes[LabelsOf(k.From, e.Start)[0]][e.Start], s.nodes[LabelsOf(k.To, e.End)[0]][e.End]
	if start == nil || end == nil {
		return fmt.Errorf("%s from %q to %q: a node of these isn't there", e.Kind, e.Start, e.End)
	}
	note := ""
	for _, p := range k.Properties {
		if v := e.Props[p.Name]; v != nil && !p.Hidden() {
			note = fmt.Sprint(v)
		}
	}
	start.links = append(start.links, link{k.Name, true, end, note})
	end.links = append(end.links, link{k.Name, false, start, note})
	return nil
}

// all gives the nodes of a label by id.
func (s *Snapshot) all(label string) []*node {
	return slices.SortedFunc(maps.Values(s.nodes[label]), func(a, b *node) int { return cmp.Compare(a.id, b.id) })
}

func (n *node) text(property string) string {
	s, _ := n.props[property].(string)
	return s
}

// title is what the node is called; most have a name.
func (n *node) title() string { return cmp.Or(n.text("name"), n.id) }

// outlet is whose word an article is.
func (n *node) outlet() string { return cmp.Or(n.text("outlet"), n.title()) }

// at gives the nodes at the other end of the relationships of a type.
func (n *node) at(kind string, out bool) []*node {
	var all []*node
	for _, l := range n.links {
		if l.kind == kind && l.out == out {
			all = append(all, l.other)
		}
	}
	return all
}

// one is at's first node, or nil.
func (n *node) one(kind string, out bool) *node {
	for _, l := range n.links {
		if l.kind == kind && l.out == out {
			return l.other
		}
	}
	return nil
}
