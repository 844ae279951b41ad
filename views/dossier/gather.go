package dossier

import (
	"cmp"
	"context"
	"fmt"

	"github.com/entente-graph/entente/graph"
)

// gathered is a graph as read from a store, without its articles, whose texts are
// read when it is known which are wanted.
type gathered struct {
	actors, treaties []*node // by id
	events           []*event
	claims           map[string]*claim
	affiliations     []affiliation // by actor
	parties          map[string][]string
	compared         map[string][]string
}

type node struct {
	id, name string
	props    map[string]any
}

type event struct {
	node
	actors, targets, treaties []string
	place                     string
	claims                    []*claim
}

type claim struct {
	node
	article, speaker string
}

type affiliation struct{ actor, of, role string }

func (n *node) text(property string) string { s, _ := n.props[property].(string); return s }

func (n *node) list(property string) []string { l, _ := n.props[property].([]string); return l }

func (n *node) number(property string) int64 { i, _ := n.props[property].(int64); return i }

func (n *node) real(property string) float64 { f, _ := n.props[property].(float64); return f }

func newNode(e graph.Element) node {
	n := node{id: e.ID, props: e.Props}
	n.name = n.text("name")
	if n.name == "" {
		n.name = n.id
	}
	return n
}

// gather reads everything but the articles from a store.
func gather(ctx context.Context, store graph.Store) (*gathered, error) {
	g := &gathered{claims: map[string]*claim{}, parties: map[string][]string{}, compared: map[string][]string{}}
	events, places := map[string]*event{}, map[string]string{}
	// A node that isn't there, as when the graph is changed meanwhile, is one that goes
	// nowhere.
	eventOf := func(id string) *event { return cmp.Or(events[id], &event{}) }
	claimOf := func(id string) *claim { return cmp.Or(g.claims[id], &claim{}) }
	add := func(list *[]string, id string) { *list = append(*list, id) }
	kinds := []string{graph.Actor, graph.Treaty, graph.Place, graph.Event, graph.Claim,
		graph.Initiated, graph.Targeted, graph.Concerns, graph.LocatedIn, graph.Makes, graph.AttributedTo, graph.About,
		graph.AffiliatedWith, graph.HasParty, graph.ComparedTo}
	err := store.Scan(ctx, kinds, func(e graph.Element) error {
		switch e.Kind {
		case graph.Actor:
			n := newNode(e)
			g.actors = append(g.actors, &n)
		case graph.Treaty:
			n := newNode(e)
			g.treaties = append(g.treaties, &n)
		case graph.Place:
			n := newNode(e)
			places[e.ID] = n.name
		case graph.Event:
			one := &event{node: newNode(e)}
			events[e.ID] = one
			g.events = append(g.events, one)
		case graph.Claim:
			g.claims[e.ID] = &claim{node: newNode(e)}
		case graph.Initiated:
			add(&eventOf(e.End).actors, e.Start)
		case graph.Targeted:
			add(&eventOf(e.Start).targets, e.End)
		case graph.Concerns:
			add(&eventOf(e.Start).treaties, e.End)
		case graph.LocatedIn:
			eventOf(e.Start).place = places[e.End]
		case graph.Makes:
			claimOf(e.End).article = e.Start
		case graph.AttributedTo:
			claimOf(e.Start).speaker = e.End
		case graph.About:
			one := eventOf(e.End)
			one.claims = append(one.claims, claimOf(e.Start))
		case graph.AffiliatedWith:
			g.affiliations = append(g.affiliations, affiliation{e.Start, e.End, e.ID})
		case graph.HasParty:
			g.parties[e.Start] = append(g.parties[e.Start], e.End)
		case graph.ComparedTo:
			g.compared[e.Start] = append(g.compared[e.Start], e.End)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the graph: %w", err)
	}
	return g, nil
}

// articles reads those articles that wanted is true for.
func articles(ctx context.Context, store graph.Store, wanted func(id string) bool) ([]Article, error) {
	var all []Article
	err := store.Scan(ctx, []string{graph.Article}, func(e graph.Element) error {
		if wanted(e.ID) {
			n := newNode(e)
			all = append(all, Article{ID: n.id, Title: n.name, Outlet: n.text("outlet"), Published: n.text("published"), URL: n.text("url"), Text: n.text("text")})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the articles: %w", err)
	}
	return all, nil
}
