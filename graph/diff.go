package graph

import (
	"cmp"
	"slices"

	"github.com/entente-graph/entente"
)

// Diff compares two graphs. Nodes are the same if their ids are; events, whose
// ids depend on what was reported first, if they share claims. A claim of an
// article that only one graph has is told of with its event, and counted. What
// the ids of claims are makes no difference; everything else that an export
// shows does.
func Diff(a, b *Snapshot) Difference {
	d := differ{a: a, b: b, counts: map[string]map[Sort]int{}, fresh: map[*node]bool{}}
	claims := claimTwins(a, b)
	for _, c := range claims {
		if c.before == nil || c.after == nil {
			d.fresh[cmp.Or(c.before, c.after)] = true
		}
	}
	for _, label := range []string{Event, Treaty, Actor, Article, Place, Outlet, Claim} {
		d.label, d.aspects = label, aspectsOf(a.kinds[label])
		switch label {
		case Event:
			d.events(matchEvents(a, b, claims))
		case Claim:
			d.nodes(claims)
		default:
			d.nodes(twins(a, b, label))
		}
	}
	return d.difference()
}

// differ collects the changes of one label after another.
type differ struct {
	a, b    *Snapshot
	fresh   map[*node]bool // claims that only one of the graphs has
	label   string
	aspects []aspect
	counts  map[string]map[Sort]int
	groups  []group
}

func (d *differ) nodes(all []twin) {
	for _, t := range all {
		switch {
		case t.before == nil:
			d.alone(Added, t.after)
		case t.after == nil:
			d.alone(Gone, t.before)
		default:
			d.add(t, Changed, d.compare(t))
		}
	}
}

func (d *differ) events(all []twin, kin map[*node][]*node) {
	for _, t := range all {
		switch {
		case t.before == nil && len(kin[t.after]) == 0:
			d.alone(Added, t.after)
		case t.after == nil && len(kin[t.before]) == 0:
			d.alone(Gone, t.before)
		case t.before == nil:
			d.tell(t.after, Split, Change{Aspect: "was part of", Before: titles(kin[t.after])})
		case t.after == nil:
			d.tell(t.before, Merged, Change{Aspect: "is now part of", After: titles(kin[t.before])})
		default:
			d.sameEvent(t, kin[t.before], kin[t.after])
		}
	}
}

// sameEvent compares an event with its twin. Parts of it may have become events
// of their own, and other events part of it.
func (d *differ) sameEvent(t twin, parts, joined []*node) {
	sort, changes := Changed, d.compare(t)
	if len(parts) > 0 {
		sort = Split
		changes = append(changes, Change{Aspect: "split off", After: titles(parts)})
	}
	if len(joined) > 0 {
		changes = append(changes, Change{Aspect: "took in", Before: titles(joined)})
		if sort = Merged; len(parts) > 0 {
			sort = Regrouped
		}
	}
	if t.before.id != t.after.id {
		changes = append(changes, Change{Aspect: aspectFormerID, Before: []string{t.before.id}})
	}
	d.add(t, sort, changes)
}

// add counts a node that has changes and keeps them.
func (d *differ) add(t twin, s Sort, changes []Change) {
	if len(changes) == 0 {
		return
	}
	for i := range changes {
		d.witness(&changes[i], t.after, t.before)
	}
	d.count(s)
	d.group(t.after, s, changes...)
}

func (d *differ) count(s Sort) {
	if d.counts[d.label] == nil {
		d.counts[d.label] = map[Sort]int{}
	}
	d.counts[d.label][s]++
}

// group keeps the changes of a node, and fills in which node it is.
func (d *differ) group(n *node, s Sort, changes ...Change) {
	for i := range changes {
		c := &changes[i]
		c.Sort, c.Kind, c.ID, c.Name = s, d.label, n.id, n.title()
		c.Date = entente.Date(cmp.Or(n.text("date"), n.text("published")))
	}
	d.groups = append(d.groups, newGroup(n, changes))
}

// alone tells of a node that only one of the graphs has. Claims are left to the
// event they are about, if their article is there as well as they.
func (d *differ) alone(s Sort, n *node) {
	d.count(s)
	if d.label == Claim && n.one(About, true) != nil && !d.inBoth(n.one(Makes, false)) {
		return
	}
	c := Change{}
	for _, aspect := range d.aspects {
		if aspect.name != headline(d.label) {
			continue
		}
		values := shown(aspect.facts(n))
		if len(values) > 0 {
			c.Aspect = aspect.name
		}
		if s == Added {
			c.After = values
		} else {
			c.Before = values
		}
	}
	d.tell(n, s, c)
}

// tell keeps the one change of a node that has no twin.
func (d *differ) tell(n *node, s Sort, c Change) {
	d.witness(&c, n)
	d.group(n, s, c)
}

// headline is the aspect that says most of a node that is new or gone.
func headline(label string) string {
	switch label {
	case Event, Treaty:
		return aspectStatus
	case Actor:
		return aspectOffice
	case Claim:
		return "stance"
	}
	return ""
}

func (d *differ) inBoth(article *node) bool {
	return article != nil && d.a.nodes[Article][article.id] != nil && d.b.nodes[Article][article.id] != nil
}

// compare lists what is different about a node.
func (d *differ) compare(t twin) []Change {
	var all []Change
	for _, aspect := range d.aspects {
		before, after := aspect.facts(t.before), aspect.facts(t.after)
		c := Change{Aspect: aspect.name, Before: shown(without(before, after)), After: shown(without(after, before)),
			single: !aspect.many, many: aspect.many}
		if len(c.Before)+len(c.After) == 0 {
			continue
		}
		if c.Aspect == aspectDate && len(c.Before)+len(c.After) == 2 {
			c.Aspect = dating(entente.Date(c.Before[0]), entente.Date(c.After[0]))
		}
		all = append(all, c)
	}
	derived := func(c Change) bool { return c.Aspect == aspectName && (d.label == Event || d.label == Claim) }
	if len(all) > 1 { // they are called by what was said of them already
		all = slices.DeleteFunc(all, derived)
	}
	return all
}

// dating says how a date has changed.
func dating(before, after entente.Date) string {
	switch {
	case after.Within(before) && after.Exact():
		return "date, now exact"
	case after.Within(before):
		return "date, more exact"
	case before.Within(after):
		return "date, less exact"
	}
	return aspectDate
}

// difference puts the changes of all labels in order.
func (d *differ) difference() Difference {
	var all Difference
	for _, label := range []string{Article, Event, Treaty, Actor, Place, Outlet, Claim} {
		if of := d.counts[label]; len(of) > 0 {
			all.Counts = append(all.Counts, Counts{label, of})
		}
	}
	slices.SortFunc(d.groups, group.compare)
	for _, g := range d.groups {
		all.Changes = append(all.Changes, g.changes...)
	}
	return all
}
