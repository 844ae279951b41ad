package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// twin is one node as it was before and as it is after; one of the two may be
// missing.
type twin struct{ before, after *node }

// twins matches the nodes of a label by id.
func twins(a, b *Snapshot, label string) []twin {
	var all []twin
	for _, n := range a.all(label) {
		all = append(all, twin{n, b.nodes[label][n.id]})
	}
	for _, n := range b.all(label) {
		if a.nodes[label][n.id] == nil {
			all = append(all, twin{nil, n})
		}
	}
	return all
}

// claimTwins matches claims. One has the same id as long as its article is read
// in the same way; read anew, an article may number its events otherwise, and
// then it is the words and whose word they are that tell.
func claimTwins(a, b *Snapshot) []twin {
	before, after := a.all(Claim), b.all(Claim)
	var all []twin
	for _, key := range []func(*node) string{
		func(n *node) string { return n.id + "\x00" + n.eventType() },
		(*node).words,
		func(n *node) string { return n.id },
	} {
		waiting := map[string][]*node{}
		for _, n := range after {
			waiting[key(n)] = append(waiting[key(n)], n)
		}
		matched := map[*node]bool{}
		for _, n := range before {
			if same := waiting[key(n)]; len(same) > 0 {
				all = append(all, twin{n, same[0]})
				waiting[key(n)] = same[1:]
				matched[n], matched[same[0]] = true, true
			}
		}
		isMatched := func(n *node) bool { return matched[n] }
		before, after = slices.DeleteFunc(before, isMatched), slices.DeleteFunc(after, isMatched)
	}
	for _, n := range before {
		all = append(all, twin{n, nil})
	}
	for _, n := range after {
		all = append(all, twin{nil, n})
	}
	return all
}

func (n *node) eventType() string {
	if e := n.one(About, true); e != nil {
		return e.text("type")
	}
	return ""
}

// words is what a claim says, where, and whose word it is.
func (n *node) words() string {
	parts := []string{n.eventType(), n.text("quote"), n.text("stance")}
	for _, at := range []*node{n.one(Makes, false), n.one(AttributedTo, true)} {
		if at != nil {
			parts = append(parts, at.id)
		}
	}
	return strings.Join(parts, "\x00")
}

// matchEvents matches events by the claims that they share: an event's id is
// that of its first report, so an earlier article gives it another. Those that
// share most are matched first; of those that share none, the ones with the same
// id and type, whose article was edited. Kin are, for an event of either graph,
// those of the other that it shares claims with besides its twin: what it was
// parted into or joined with.
func matchEvents(a, b *Snapshot, claims []twin) (events []twin, kin map[*node][]*node) {
	matched := map[*node]bool{}
	match := func(t twin) bool {
		if matched[t.before] || matched[t.after] {
			return false
		}
		matched[t.before], matched[t.after] = true, true
		events = append(events, t)
		return true
	}
	kin = map[*node][]*node{}
	for _, t := range sharing(claims) {
		if !match(t) {
			kin[t.before] = append(kin[t.before], t.after)
			kin[t.after] = append(kin[t.after], t.before)
		}
	}
	byID := twins(a, b, Event)
	for _, t := range byID {
		if t.before != nil && t.after != nil && len(kin[t.before])+len(kin[t.after]) == 0 && t.before.text("type") == t.after.text("type") {
			match(t)
		}
	}
	for _, t := range byID {
		if t.before != nil && !matched[t.before] {
			events = append(events, twin{t.before, nil})
		}
		if t.after != nil && !matched[t.after] {
			events = append(events, twin{nil, t.after})
		}
	}
	return events, kin
}

// sharing lists the pairs of events that have claims in common, those with most
// of them first.
func sharing(claims []twin) []twin {
	shared := map[twin]int{}
	for _, c := range claims {
		if c.before == nil || c.after == nil {
			continue
		}
		if x, y := c.before.one(About, true), c.after.one(About, true); x != nil && y != nil {
			shared[twin{x, y}]++
		}
	}
	return slices.SortedFunc(maps.Keys(shared), func(x, y twin) int {
		return cmp.Or(cmp.Compare(shared[y], shared[x]), x.bySameID(y),
			cmp.Compare(x.before.id, y.before.id), cmp.Compare(x.after.id, y.after.id))
	})
}

// bySameID orders a pair of nodes with one id before others.
func (t twin) bySameID(o twin) int {
	switch one, other := t.before.id == t.after.id, o.before.id == o.after.id; {
	case one == other:
		return 0
	case one:
		return -1
	}
	return 1
}
