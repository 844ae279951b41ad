package graph

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// change is what is to become of one article: its new record, or nothing when it
// is to be forgotten.
type change struct {
	id     string
	record *entente.Record
	// encoded is the record as the store keeps it, and digest, where it is to be loaded, its digest.
	encoded, digest string
	// reread says that the record is the one that the store holds, but that it may
	// now mean something else; asked that it was to be loaded all the same.
	reread, asked bool
}

// changes keeps the last change of each article, sorted by id.
func changes(list []change) []change {
	last := map[string]change{}
	for _, c := range list {
		last[c.id] = c
	}
	return slices.SortedFunc(maps.Values(last), func(a, b change) int { return cmp.Compare(a.id, b.id) })
}

// planner works out a delta from what a store holds. It does so in two steps,
// because which shared elements and events an article touches is known only once
// its old record has been read.
type planner struct {
	was, is           decisions // before and after
	wasLinks, isLinks links
	changes           []change
	old               map[string]contribution // of articles that change or go
	new               map[string]contribution
	parted            []string // blocks of topics that the changes part by years or join
	summary           Summary
}

// begin looks at the articles that the store holds, drops the changes that
// change nothing. Stored has the records of the articles to be changed and of those
// that decisions name.
func (p *planner) begin(all []change, stored map[string]string) error {
	p.old, p.new = map[string]contribution{}, map[string]contribution{}
	for _, c := range all {
		before, known := stored[c.id]
		switch {
		case c.record == nil && !known:
			p.summary.Unknown = append(p.summary.Unknown, c.id)
			continue
		case c.record == nil:
			p.summary.Forgotten++
		case !known:
			p.summary.Added++
		case c.reread && !c.asked:
			p.summary.Reread++
		case c.reread:
			p.summary.Unchanged++
		case before == c.encoded:
			p.summary.Unchanged++
			continue
		}
		p.changes = append(p.changes, c)
		if known {
			k, err := decodeKept(before)
			if err != nil {
				return fmt.Errorf("article %s: %w", c.id, err)
			}
			r := k.Record
			if c.record != nil && !c.reread {
				k.Reader = c.record.Reader
				switch again, err := k.encode(); {
				case err != nil:
					return err
				case again == c.encoded:
					p.summary.Unchanged++
				default:
					p.summary.Changed++
				}
			}
			if c.reread {
				r = *c.record
			}
			p.old[c.id] = p.was.contribute(r, before)
		}
		if c.record != nil {
			p.new[c.id] = p.is.contribute(*c.record, c.encoded)
		}
	}
	return nil
}

// keys says what else must be read.
func (p *planner) keys() Keys {
	shared, blocks := p.touched()
	return Keys{Shared: slices.SortedFunc(maps.Keys(shared), compareKeys), Blocks: slices.Sorted(maps.Keys(blocks))}
}

// link resolves the decisions on events before and after the changes.
func (p *planner) link(stored map[string]string) error {
	var bad error
	before := func(article string) (r entente.Record, ok bool) {
		record, ok := stored[article]
		if !ok {
			return r, false
		}
		r, err := decodeRecord(record, "")
		if err != nil {
			bad = fmt.Errorf("article %s: %w", article, err)
		}
		return r, err == nil
	}
	after := func(article string) (entente.Record, bool) {
		i := slices.IndexFunc(p.changes, func(c change) bool { return c.id == article })
		switch {
		case i < 0:
			return before(article)
		case p.changes[i].record == nil:
			return entente.Record{}, false
		}
		return *p.changes[i].record, true
	}
	p.wasLinks, p.isLinks = p.was.links(before), p.is.links(after)
	return bad
}

// touched are the shared elements and the blocks that the changes reach. A block
// that decisions join to others brings these with it.
func (p *planner) touched() (shared map[Key]bool, blocks map[string]bool) {
	shared, blocks = map[Key]bool{}, map[string]bool{}
	reach := func(contributions map[string]contribution, crowded crowded) {
		for _, c := range contributions {
			for k := range c.shared {
				shared[k] = true
			}
			for _, r := range c.reports {
				blocks[crowded.block(r)] = true
			}
		}
	}
	reach(p.old, p.was.crowded)
	reach(p.new, p.is.crowded)
	for _, b := range p.parted {
		blocks[b] = true
	}
	if !reflect.DeepEqual(p.wasLinks, p.isLinks) {
		for _, b := range slices.Concat(p.wasLinks.touched, p.isLinks.touched) {
			blocks[b] = true
		}
	}
	for more := slices.Collect(maps.Keys(blocks)); len(more) > 0; {
		var next []string
		for _, b := range more {
			for _, m := range slices.Concat(p.wasLinks.members(b), p.isLinks.members(b)) {
				if !blocks[m] {
					blocks[m] = true
					next = append(next, m)
				}
			}
		}
		more = next
	}
	return shared, blocks
}

// finish works out the delta from the rest of what the store holds.
func (p *planner) finish(keys Keys, state State) (Delta, error) {
	before, after := map[Key]Element{}, map[Key]Element{}
	reread := map[Key]bool{}
	for _, c := range p.changes {
		for _, e := range p.old[c.id].owned {
			if c.reread {
				before[e.Key], reread[e.Key] = e, true
				continue
			}
			before[e.Key] = Element{Key: e.Key}
		}
		for _, e := range p.new[c.id].owned {
			after[e.Key] = e
		}
	}
	if err := p.tallies(keys.Shared, state, before, after); err != nil {
		return Delta{}, err
	}
	if err := p.events(keys.Blocks, state, before, after); err != nil {
		return Delta{}, err
	}
	d := Delta{From: state.Version, To: p.version(state.Version), Decisions: p.is.encode()}
	for k := range before {
		if _, stays := after[k]; !stays {
			d.Delete = append(d.Delete, k)
		}
	}
	for k, e := range after {
		old, was := before[k]
		if e.New = !was; e.New || !reflect.DeepEqual(old.Props, e.Props) || mustPut(e) && !reread[k] {
			d.Put = append(d.Put, e)
		}
	}
	d.sort()
	return d, nil
}

// mustPut reports whether an element is written whatever it was before: what
// articles own is compared as whole records, not element by element.
func mustPut(e Element) bool { return e.Kind == Article || e.Kind == Claim }

func (p *planner) tallies(keys []Key, state State, before, after map[Key]Element) error {
	total := map[Key]tally{}
	for _, k := range keys {
		t, err := decodeTally(state.Tallies[k])
		if err != nil {
			return fmt.Errorf("%s %s: %w", k.Kind, k.ID, err)
		}
		total[k] = t
		for _, e := range described(k, t) {
			before[e.Key] = e
		}
	}
	for _, c := range p.changes {
		for k, t := range p.old[c.id].shared {
			total[k].add(t, -1)
		}
		for k, t := range p.new[c.id].shared {
			total[k].add(t, 1)
		}
	}
	for k, t := range total {
		for _, e := range described(k, t) {
			after[e.Key] = e
		}
	}
	return nil
}

// events finds the events of some blocks anew. Those that come out as they were
// are neither before nor after.
func (p *planner) events(blocks []string, state State, before, after map[Key]Element) error {
	changed, now := map[string]bool{}, map[string][]report{}
	place := func(r report) {
		b := p.isLinks.block(p.is.crowded.block(r))
		now[b] = append(now[b], r)
	}
	for _, c := range p.changes {
		changed[c.id] = true
		for _, r := range p.new[c.id].reports {
			place(r)
		}
	}
	var gone []Element
	kept := map[string]func(){} // by signature, what to do if the event doesn't come out again
	for _, b := range blocks {
		for _, stored := range state.Blocks[b] {
			members, err := decodeReports(stored)
			if err != nil {
				return fmt.Errorf("events of %q: %w", b, err)
			}
			same := true
			for _, r := range members {
				if changed[r.Article] {
					same = false
				} else {
					place(r)
				}
			}
			lose := func() { gone = append(gone, merge(b, members).elements()...) }
			if same {
				kept[signature(b, members)] = lose
			} else {
				lose()
			}
		}
	}
	for b, reports := range now {
		for _, members := range p.isLinks.settle(reports) {
			if s := signature(b, members); kept[s] != nil {
				delete(kept, s)
				continue
			}
			for _, e := range merge(b, members).elements() {
				after[e.Key] = e
			}
		}
	}
	for _, lose := range kept {
		lose()
	}
	for _, e := range gone {
		before[e.Key] = e
	}
	return nil
}

// signature names the reports of an event, in their order, and its block.
func signature(block string, members []report) string {
	var b strings.Builder
	b.WriteString(block)
	for _, r := range members {
		b.WriteString("\x00" + r.Article + "\x00" + r.Event)
	}
	return b.String()
}

// version names the state that the changes lead to.
func (p *planner) version(from string) string {
	if len(p.changes) == 0 && p.was.encode() == p.is.encode() {
		return from
	}
	parts := []string{from, p.is.encode()}
	for _, c := range p.changes {
		parts = append(parts, c.id)
		if c.record != nil {
			parts = append(parts, c.record.Article.SHA256(), c.encoded)
		}
	}
	return digest(parts...)
}

// sort puts the delta in the order that it is to be applied in.
func (d *Delta) sort() {
	rank := map[string]int{}
	for i, k := range Kinds() {
		rank[k.Name] = i
	}
	kinds := func(a, b Key) int { return cmp.Compare(rank[a.Kind], rank[b.Kind]) }
	keys := func(a, b Key) int { return cmp.Or(cmp.Compare(a.End, b.End), compareKeys(a, b)) }
	slices.SortFunc(d.Delete, func(a, b Key) int { return cmp.Or(kinds(b, a), keys(b, a)) })
	later := func(e Element) int {
		if e.New {
			return 0
		}
		return 1
	}
	slices.SortFunc(d.Put, func(a, b Element) int {
		return cmp.Or(cmp.Compare(later(a), later(b)), kinds(a.Key, b.Key), keys(a.Key, b.Key))
	})
}

func compareKeys(a, b Key) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.ID, b.ID))
}
