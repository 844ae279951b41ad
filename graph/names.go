package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// Who isn't in the lexicon has an id made of the name and, where the article
// tells it, the country: person:john-smith.gb. An id without one, and an acronym
// that an article doesn't explain, are bare: who is meant depends on whom the
// other articles know by that name. A node Name keeps that, for each bare id: the
// tally of the full ids that may be meant by it.

// bareID is the part of a full id that other articles may have, "" if there is none.
func bareID(id string) string {
	before, country, ok := strings.Cut(id, ".")
	if !ok || len(country) != 2 {
		return ""
	}
	return before
}

// bareIDs are the bare ids by which other articles may mean an actor.
func bareIDs(a entente.Actor) []string {
	if a.Listed || a.Kind != entente.Person && a.Kind != entente.Organization {
		return nil
	}
	var ids []string
	if id := bareID(a.ID); id != "" {
		ids = append(ids, id)
	}
	if a.Kind == entente.Organization && strings.Contains(a.Name, " ") {
		for _, alias := range a.Aliases {
			if id := "organization:" + slugify(alias); alias == strings.ToUpper(alias) && len(alias) >= 3 && acronymOf(alias, a.Name) && id != a.ID {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// acronymOf reports whether the letters of an acronym begin words of the name, in order.
func acronymOf(acronym, name string) bool {
	words := fields(strings.ToUpper(name))
	for _, letter := range fields(acronym) {
		for _, r := range letter {
			i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, string(r)) })
			if i < 0 {
				return false
			}
			words = words[i+1:]
		}
	}
	return true
}

// nameKey is the key of the node Name of a bare id.
func nameKey(bare string) Key { return Key{Kind: Name, ID: "name:" + bare} }

// observeNames notes whom a record knows that other articles may mean by a bare id.
func (c *contribution) observeNames(r entente.Record) {
	for _, a := range r.Actors {
		for _, bare := range bareIDs(a) {
			k := nameKey(bare)
			if c.shared[k] == nil {
				c.shared[k] = tally{articles: 1}
			}
			c.shared[k][observed("id", a.ID)] = 1
		}
	}
}

// namesIn lists the bare ids whose Name bears on a record: those it has, and
// those it has a full id of.
func namesIn(r entente.Record) []string {
	var ids []string
	for _, a := range r.Actors {
		ids = append(ids, bareIDs(a)...)
		if !a.Listed && bareID(a.ID) == "" && (a.Kind == entente.Person || a.Kind == entente.Organization) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// directory is what is known of bare ids: their tallies.
type directory map[string]tally

// add counts what a record observes of names, n times.
func (d directory) add(r entente.Record, n int) {
	c := contribution{shared: map[Key]tally{}}
	c.observeNames(r)
	for k, t := range c.shared {
		bare := strings.TrimPrefix(k.ID, "name:")
		if d[bare] == nil {
			d[bare] = tally{}
		}
		d[bare].add(t, n)
	}
}

func (d directory) clone() directory {
	c := directory{}
	for bare, t := range d {
		c[bare] = maps.Clone(t)
	}
	return c
}

// resolve says which full id each bare one stands for: the only one there is. A
// bare id that a decision is about stands for itself.
func (d directory) resolve(decided decisions) map[string]string {
	full := map[string]string{}
	for bare, t := range d {
		ids := t.values("id")
		if len(ids) == 1 && !decided.concern(bare) && !decided.ignored[ids[0]] {
			full[bare] = ids[0]
		}
	}
	return full
}

// meant is the id that an id stands for, before decisions.
func (d decisions) meant(id string) string {
	for {
		to, ok := d.full[id]
		if !ok {
			return id
		}
		id = to
	}
}

// readNames finds out whom bare ids stand for before and after the changes, and
// adds to these the articles that have one for which that differs.
func (p *planner) readNames(ctx context.Context, s Store, held *State, list []change) ([]change, error) {
	less, more, err := p.telling(held, list)
	if err != nil {
		return nil, err
	}
	known := directory{}
	if err := known.read(ctx, s, held.Version, slices.Concat(less, more)); err != nil {
		return nil, err
	}
	now := known.clone()
	for _, r := range less {
		now.add(r, -1)
	}
	for _, r := range more {
		now.add(r, 1)
	}
	p.was.full, p.is.full = known.resolve(p.was), now.resolve(p.is)
	var differ []string
	for bare := range now {
		if p.was.meant(bare) != p.is.meant(bare) {
			differ = append(differ, bare)
		}
	}
	if len(differ) == 0 {
		return list, nil
	}
	list, records, err := p.namedIn(ctx, s, held, list, differ)
	if err != nil {
		return nil, err
	}
	if err := known.read(ctx, s, held.Version, records); err != nil { // they may have other bare ids
		return nil, err
	}
	for bare, t := range known {
		if now[bare] == nil {
			now[bare] = t
		}
	}
	p.was.full, p.is.full = known.resolve(p.was), now.resolve(p.is)
	return list, nil
}

// telling are the records that tell of names before the changes and after them, as
// far as they differ, and those that decisions on events name.
func (p *planner) telling(held *State, list []change) (less, more []entente.Record, err error) {
	stored := func(id string) (r entente.Record) {
		if record := held.Articles[id]; record != "" && err == nil {
			r, err = decodeRecord(record, "")
		}
		return r
	}
	for _, id := range slices.Concat(p.was.articles(), p.is.articles()) {
		r := stored(id)
		less, more = append(less, r), append(more, r) // read, but as it is
	}
	for _, c := range list {
		if c.encoded == held.Articles[c.id] && !c.reread {
			continue
		}
		less = append(less, stored(c.id))
		if c.record != nil {
			more = append(more, *c.record)
		}
	}
	return less, more, err
}

// namedIn adds to the changes the articles that have a bare id which no longer
// stands for whom it stood, and gives their records.
func (p *planner) namedIn(ctx context.Context, s Store, held *State, list []change, differ []string) ([]change, []entente.Record, error) {
	at, quoted := map[string]bool{}, make([]string, len(differ))
	for i, bare := range differ {
		at[p.was.canonical(p.was.meant(bare))] = true
		quoted[i] = quote(bare)
	}
	state, err := s.Read(ctx, Keys{Mentioning: slices.Sorted(maps.Keys(at))})
	if err == nil && state.Version != held.Version {
		err = ErrConflict
	}
	if err != nil {
		return nil, nil, err
	}
	var records []entente.Record
	list = slices.Clone(list)
	for _, e := range state.Mentioned {
		record, _ := e.Props["_record"].(string)
		text, _ := e.Props["text"].(string)
		if !slices.ContainsFunc(quoted, func(id string) bool { return strings.Contains(record, id) }) {
			continue
		}
		if i := slices.IndexFunc(list, func(c change) bool { return c.id == e.ID }); i >= 0 {
			if c := &list[i]; c.encoded == record && !c.reread {
				c.reread, c.asked = true, true
				records = append(records, *c.record)
			}
			continue
		}
		r, err := decodeRecord(record, text)
		if err != nil {
			return nil, nil, fmt.Errorf("article %s: %w", e.ID, err)
		}
		held.Articles[e.ID] = record
		records = append(records, r)
		list = append(list, change{id: e.ID, record: &r, encoded: record, reread: true})
	}
	return list, records, nil
}

// withBare adds to some ids the bare ones that may stand for one of them.
func withBare(ctx context.Context, s Store, ids []string) ([]string, error) {
	all := directory{}
	err := s.Scan(ctx, []string{Name}, func(e Element) error {
		stored, _ := e.Props["_tally"].(string)
		t, err := decodeTally(stored)
		all[strings.TrimPrefix(e.ID, "name:")] = t
		return err
	})
	if err != nil {
		return nil, err
	}
	for more := true; more; { // an acronym may stand for a bare id
		more = false
		for bare, t := range all {
			if !slices.Contains(ids, bare) && slices.ContainsFunc(t.values("id"), func(id string) bool { return slices.Contains(ids, id) }) {
				ids, more = append(ids, bare), true
			}
		}
	}
	return ids, nil
}

// read adds the tallies of the bare ids that bear on some records, and of those
// that these stand for in turn.
func (d directory) read(ctx context.Context, s Store, version string, records []entente.Record) error {
	var ids []string
	for _, r := range records {
		ids = append(ids, namesIn(r)...)
	}
	for len(ids) > 0 {
		var keys []Key
		for _, id := range ids {
			if d[id] == nil {
				d[id] = tally{}
				keys = append(keys, nameKey(id))
			}
		}
		if len(keys) == 0 {
			return nil
		}
		slices.SortFunc(keys, compareKeys)
		state, err := s.Read(ctx, Keys{Shared: keys})
		if err == nil && state.Version != version {
			err = ErrConflict
		}
		if err != nil {
			return err
		}
		ids = nil
		for _, k := range keys {
			t, err := decodeTally(state.Tallies[k])
			if err != nil {
				return fmt.Errorf("%s: %w", k.ID, err)
			}
			d[strings.TrimPrefix(k.ID, "name:")] = t
			for _, id := range t.values("id") {
				if bareID(id) == "" {
					ids = append(ids, id)
				}
			}
		}
	}
	return nil
}

// concern reports whether a decision is about an id.
func (d decisions) concern(id string) bool {
	return slices.ContainsFunc(d.list, func(one Decision) bool { return slices.Contains(one.Of, Subject{ID: id}) })
}
