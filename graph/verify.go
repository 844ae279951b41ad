package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"maps"
	"reflect"
	"slices"

	"github.com/entente-graph/entente"
)

// Problem is something in a store that doesn't follow from its articles.
type Problem struct {
	ID      string // of a node, or "start -> end" of a relationship
	Message string
}

func (p Problem) String() string { return fmt.Sprintf("%q: %s", p.ID, p.Message) }

// Verify reads the whole store and reports what doesn't fit: every claim's quote
// against its article's text, every article against its checksum, and every
// node and relationship against what the stored records give when the graph is
// made from them anew. The error is one of reading, or says that the store never stood still.
//
// What is written while a store is read, by another load or by the last words of one that was
// killed, looks like problems that come and go; so they are reported if a second look finds the same ones.
func Verify(ctx context.Context, s Store) ([]Problem, error) {
	const looks = 5
	var last []Problem
	for look := range looks {
		problems, err := verify(ctx, s)
		if err != nil {
			return nil, fmt.Errorf("verify: %w", err)
		}
		if len(problems) == 0 || look > 0 && slices.Equal(problems, last) {
			return problems, nil
		}
		last = problems
	}
	return nil, errors.New("verify: the graph changes while it is being read: try again when nothing is loaded into it")
}

// verify looks once. Problems are sorted.
func verify(ctx context.Context, s Store) ([]Problem, error) {
	v := verifier{seed: maphash.MakeSeed(), want: map[Key]uint64{}, shared: map[Key]tally{},
		decided: map[string]entente.Record{}}
	held, err := s.Read(ctx, Keys{})
	if err == nil {
		v.decisions, err = decodeDecisions(held.Decisions)
	}
	if err != nil {
		return nil, err
	}
	names := directory{}
	err = Records(ctx, s, func(r entente.Record) error {
		names.add(r, 1)
		return nil
	})
	if err != nil {
		return nil, err
	}
	v.decisions.full = names.resolve(v.decisions)
	if err := s.Scan(ctx, []string{Article}, v.article); err != nil {
		return nil, err
	}
	for k, t := range v.shared {
		for _, e := range described(k, t) {
			v.expect(e)
		}
	}
	v.events()
	if err := s.Scan(ctx, KindNames(true), v.compare); err != nil {
		return nil, err
	}
	for _, k := range slices.SortedFunc(maps.Keys(v.want), compareKeys) {
		v.add(k, "is missing: a record says it should be there")
	}
	slices.SortFunc(v.problems, func(a, b Problem) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Message, b.Message)) })
	return v.problems, nil
}

// verifier holds a hash of every element that should be there.
type verifier struct {
	seed     maphash.Seed
	want     map[Key]uint64
	shared   map[Key]tally
	reports  []report
	problems []Problem

	decisions decisions
	decided   map[string]entente.Record // of the articles that decisions on events name
}

func (v *verifier) add(k Key, format string, args ...any) {
	id := k.ID
	if k.Start != "" {
		id = k.Start + " -> " + k.End
	}
	v.problems = append(v.problems, Problem{id, k.Kind + " " + fmt.Sprintf(format, args...)})
}

func (v *verifier) expect(e Element) {
	if _, twice := v.want[e.Key]; twice {
		v.add(e.Key, "belongs to two articles")
	}
	v.want[e.Key] = v.hash(e)
}

func (v *verifier) article(e Element) error {
	record, _ := e.Props["_record"].(string)
	text, _ := e.Props["text"].(string)
	r, err := decodeRecord(record, text)
	if err == nil && r.Article.ID != e.ID {
		err = fmt.Errorf("its record is of article %q", r.Article.ID)
	}
	if err == nil {
		err = Check(r)
	}
	encoded := ""
	if err == nil {
		encoded, err = encodeRecord(r)
	}
	if err != nil {
		v.add(e.Key, "has a bad record: %v", err)
		return nil
	}
	if sum := r.Article.SHA256(); sum != e.Props["sha256"] {
		v.add(e.Key, "has the checksum %v, its content gives %s", e.Props["sha256"], sum)
	}
	v.record(r, encoded)
	return nil
}

func (v *verifier) record(r entente.Record, encoded string) {
	if slices.Contains(v.decisions.articles(), r.Article.ID) {
		v.decided[r.Article.ID] = r
	}
	c := v.decisions.contribute(r, encoded)
	for _, e := range c.owned {
		v.expect(e)
	}
	for k, t := range c.shared {
		if v.shared[k] == nil {
			v.shared[k] = tally{}
		}
		v.shared[k].add(t, 1)
	}
	v.reports = append(v.reports, c.reports...)
}

func (v *verifier) events() {
	v.decisions.crowded = crowd(v.shared)
	links := v.decisions.links(func(article string) (entente.Record, bool) {
		r, ok := v.decided[article]
		return r, ok
	})
	joined := map[string][]report{}
	for _, r := range v.reports {
		b := links.block(v.decisions.crowded.block(r))
		joined[b] = append(joined[b], r)
	}
	for b, rs := range joined {
		for _, e := range links.eventsOf(b, rs) {
			v.expect(e)
		}
	}
}

func (v *verifier) compare(e Element) error {
	want, ok := v.want[e.Key]
	switch {
	case !ok:
		v.add(e.Key, "isn't in any article's record")
	case want != v.hash(e):
		v.add(e.Key, "differs from what the records give")
	}
	delete(v.want, e.Key)
	return nil
}

func (v *verifier) hash(e Element) uint64 {
	var h maphash.Hash
	h.SetSeed(v.seed)
	for _, name := range slices.Sorted(maps.Keys(e.Props)) {
		value := e.Props[name]
		fmt.Fprintf(&h, "%s\x00%s\x00%v\x00", name, reflect.TypeOf(value), value)
	}
	return h.Sum64()
}
