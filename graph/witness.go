package graph

import (
	"cmp"
	"maps"
	"slices"

	"github.com/entente-graph/entente"
)

// witness fills in who says what a change is about, and with which words. A node
// with a twin comes as it is and as it was: where nothing new was said, what is no
// longer said has made the difference. Of one by itself, all that is said counts.
func (d *differ) witness(c *Change, versions ...*node) {
	alone := len(versions) == 1
	for _, n := range versions {
		switch d.label {
		case Claim:
			c.By, c.Quote = []string{source(n)}, n.text("quote")
		case Article:
			c.By = []string{n.outlet()}
		case Event:
			c.By, c.Quote = d.testimony(*c, n, alone)
		default:
			c.By = d.mentioned(n)
		}
		if len(c.By) > 0 {
			return
		}
	}
}

// testimony is whose words of an event speak for a change, among those that only
// one of the graphs has or among all, and the best of these words.
func (d *differ) testimony(c Change, event *node, all bool) (by []string, quote string) {
	claims := slices.DeleteFunc(event.at(About, false), func(n *node) bool { return !all && !d.fresh[n] })
	if stance := c.stance(); slices.ContainsFunc(claims, func(n *node) bool { return n.text("stance") == stance }) {
		claims = slices.DeleteFunc(claims, func(n *node) bool { return n.text("stance") != stance })
	}
	if len(claims) == 0 {
		return nil, ""
	}
	said := map[string]bool{}
	for _, n := range claims {
		if article := n.one(Makes, false); c.Aspect != aspectStatus && article != nil {
			said[article.outlet()] = true
			continue
		}
		said[source(n)] = true
	}
	best := slices.MinFunc(claims, func(a, b *node) int {
		x, _ := a.props["confidence"].(float64)
		y, _ := b.props["confidence"].(float64)
		return cmp.Or(cmp.Compare(y, x), cmp.Compare(a.id, b.id))
	})
	by = slices.Sorted(maps.Keys(said))
	if all || c.Aspect == aspectStatus || c.Aspect == aspectReports || c.stance() != "" {
		return by, best.text("quote")
	}
	return by, "" // which words give a date, or a party, isn't known
}

// stance is the one that claims have which speak for the change, "" if any may.
func (c Change) stance() string {
	if c.Aspect == aspectStatus && slices.Contains(slices.Concat(c.Before, c.After), string(entente.Denied)) {
		return string(entente.Denies)
	}
	for _, s := range entente.Stances() {
		if aspectWords[string(s)] == c.Aspect {
			return string(s)
		}
	}
	return ""
}

// mentioned lists the outlets of the articles that only one of the graphs has
// and that mention the node.
func (d *differ) mentioned(n *node) []string {
	outlets := map[string]bool{}
	for _, article := range n.at(Mentions, false) {
		if !d.inBoth(article) {
			outlets[article.outlet()] = true
		}
	}
	return slices.Sorted(maps.Keys(outlets))
}

// source is whose word a claim is: an outlet's, or a speaker's in it.
func source(claim *node) string {
	outlet := ""
	if article := claim.one(Makes, false); article != nil {
		outlet = article.outlet()
	}
	if speaker := claim.one(AttributedTo, true); speaker != nil {
		return speaker.title() + " (" + outlet + ")"
	}
	return outlet
}
