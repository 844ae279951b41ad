package graph

import (
	"cmp"
	"slices"

	"github.com/entente-graph/entente"
)

// importance lists changes by label and aspect, or label and sort for what is
// new or gone; the first say most. A label by itself stands for all its others.
var importance = []string{
	"Event " + aspectDenied, "Event " + aspectStatus, "Treaty " + aspectStatus,
	"Event split off", "Event took in", "Event was part of", "Event is now part of",
	"Event new", "Treaty new", "Event gone", "Treaty gone",
	"Event date, now exact", "Event date, more exact", "Event date, less exact", "Event date", "Event",
	"Event " + aspectReports, "Event outlets", "Event independent texts", "Treaty",
	"Actor " + aspectOffice, "Actor new", "Actor gone", "Actor",
	"Article new", "Article gone", "Article",
	"Place", "Outlet", "Claim", "Event " + aspectFormerID,
}

func (c Change) importance() int {
	what := c.Aspect
	switch {
	case c.Sort == Added || c.Sort == Gone:
		what = string(c.Sort)
	case c.stance() == string(entente.Denies):
		what = aspectDenied
	}
	if i := slices.Index(importance, c.Kind+" "+what); i >= 0 {
		return i
	}
	return slices.Index(importance, c.Kind)
}

// group is the changes of one node, and how many articles tell of it.
type group struct {
	changes  []Change
	articles int
}

func newGroup(n *node, changes []Change) group {
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(a.importance(), b.importance()) })
	g := group{changes, len(n.at(Mentions, false))}
	if count, ok := n.props["articles"].(int64); ok {
		g.articles = int(count)
	}
	return g
}

// compare orders groups by their most important change, then by how much is
// written of them, then by date and name.
func (g group) compare(o group) int {
	a, b := g.changes[0], o.changes[0]
	return cmp.Or(cmp.Compare(a.importance(), b.importance()), cmp.Compare(o.articles, g.articles),
		cmp.Compare(cmp.Or(a.Date, "9999"), cmp.Or(b.Date, "9999")), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
}
