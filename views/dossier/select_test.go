package dossier_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/views/dossier"
)

func TestSelect(t *testing.T) {
	store := sampleStore(t)
	all := collect(t, store, dossier.Selection{})
	for _, c := range []struct {
		name string
		dossier.Selection
		// wanted says whether an event belongs to the selection.
		wanted func(e dossier.Event) bool
	}{
		{"treaty", dossier.Selection{Treaty: "inf treaty"}, func(e dossier.Event) bool { return has(all, e, "treaty:inf-treaty") }},
		{"treaty by id, and time", dossier.Selection{Treaty: "treaty:inf-treaty", Since: "2019-02", Until: "2019-02-01"},
			func(e dossier.Event) bool {
				return has(all, e, "treaty:inf-treaty") && (e.Date == "2019-02-01" || e.Date == "2019-02")
			}},
		{"actor with officials", dossier.Selection{Actor: "Moscow"}, func(e dossier.Event) bool {
			return has(all, e, "country:ru") || has(all, e, "person:vladimir-putin") || has(all, e, "person:sergey-lavrov") ||
				slices.ContainsFunc(all.Actors, func(a dossier.Actor) bool {
					return has(all, e, a.ID) && slices.ContainsFunc(a.Roles, func(r dossier.Role) bool { return all.Actors[r.Of].ID == "country:ru" })
				})
		}},
		{"time", dossier.Selection{Since: "2018", Until: "2018-03"}, func(e dossier.Event) bool {
			return strings.HasPrefix(e.Date, "2018-01") || strings.HasPrefix(e.Date, "2018-02") || strings.HasPrefix(e.Date, "2018-03") || e.Date == "2018"
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := collect(t, store, c.Selection)
			var got, want []string
			for _, e := range d.Events {
				got = append(got, e.ID)
			}
			for _, e := range all.Events {
				if c.wanted(e) {
					want = append(want, e.ID)
				}
			}
			if len(want) == 0 || !slices.Equal(got, want) {
				t.Errorf("%d events, want %d", len(got), len(want))
			}
			quotes(t, d)
		})
	}
	quotes(t, all)
}

// has reports whether an actor takes part in the event or speaks of it, or a treaty
// is concerned.
func has(d dossier.Dossier, e dossier.Event, id string) bool {
	is := func(i int) bool { return d.Actors[i].ID == id }
	return slices.ContainsFunc(e.Actors, is) || slices.ContainsFunc(e.Targets, is) ||
		slices.ContainsFunc(e.Claims, func(c int) bool { return d.Claims[c].Speaker >= 0 && is(d.Claims[c].Speaker) }) ||
		slices.ContainsFunc(e.Treaties, func(i int) bool { return d.Treaties[i].ID == id })
}

// quotes checks that every event has evidence and all references lead somewhere.
func quotes(t *testing.T, d dossier.Dossier) {
	t.Helper()
	for _, e := range d.Events {
		if len(e.Claims) == 0 {
			t.Errorf("%s has no evidence", e.Name)
		}
	}
	for _, c := range d.Claims {
		text := d.Articles[c.Article].Text
		if c.Start >= c.End || c.End > len(text) {
			t.Errorf("claim %s: %d to %d", c.ID, c.Start, c.End)
		}
	}
}

func TestSelectNothing(t *testing.T) {
	store := sampleStore(t)
	for name, want := range map[string]string{
		"Vladmir Putin": `no actor is called "Vladmir Putin"; did you mean Vladimir Putin?`,
		"Putin":         "",
		"xyzzy":         `no actor is called "xyzzy"`,
	} {
		_, err := dossier.Collect(t.Context(), store, dossier.Selection{Actor: name})
		if want == "" && err == nil {
			continue
		}
		if !errors.As(err, new(dossier.UnknownError)) || err.Error() != want {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

// With a limit, those in most texts are kept, and the page says how many weren't.
func TestLimit(t *testing.T) {
	store := sampleStore(t)
	all := collect(t, store, dossier.Selection{})
	d := collect(t, store, dossier.Selection{Limit: 10})
	if len(d.Events) != 10 || d.About.LeftOut != len(all.Events)-10 {
		t.Errorf("%d events, %d left out", len(d.Events), d.About.LeftOut)
	}
	least := d.Events[0].Texts
	for _, e := range d.Events {
		least = min(least, e.Texts)
	}
	more := 0
	for _, e := range all.Events {
		if e.Texts > least {
			more++
		}
	}
	if more > 10 {
		t.Errorf("%d events are in more texts than one that was kept", more)
	}
}

// scanned is a store of which only events can be read.
type scanned struct {
	graph.Store
	events int
}

func (s scanned) Scan(_ context.Context, kinds []string, yield func(graph.Element) error) error {
	for i := range s.events {
		e := graph.Element{Key: graph.Key{Kind: graph.Event, ID: fmt.Sprintf("event:%05d", i)}, Props: map[string]any{"type": "AID"}}
		if slices.Contains(kinds, graph.Event) {
			if err := yield(e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s scanned) Read(context.Context, graph.Keys) (graph.State, error) { return graph.State{}, nil }

// More events than a page shows well are refused, unless there is a limit.
func TestTooMany(t *testing.T) {
	if _, err := dossier.Collect(t.Context(), scanned{events: dossier.Most}, dossier.Selection{}); err != nil {
		t.Error(err)
	}
	store := scanned{events: dossier.Most + 1}
	if _, err := dossier.Collect(t.Context(), store, dossier.Selection{}); err == nil || !strings.Contains(err.Error(), "5001 events are more than the 5000") {
		t.Errorf("error %v", err)
	}
	d, err := dossier.Collect(t.Context(), store, dossier.Selection{Limit: dossier.Most})
	if err != nil || len(d.Events) != dossier.Most || d.About.LeftOut != 1 {
		t.Errorf("%d events, %d left out, error %v", len(d.Events), d.About.LeftOut, err)
	}
}

// changing is a store that somebody writes to whenever it has been read, so many times.
type changing struct {
	graph.Store
	t       *testing.T
	records []entente.Record
}

func (c *changing) Scan(ctx context.Context, kinds []string, yield func(graph.Element) error) error {
	if err := c.Store.Scan(ctx, kinds, yield); err != nil || len(c.records) == 0 {
		return err
	}
	graphtest.Load(c.t, c.Store, c.records[:1], 1)
	c.records = c.records[1:]
	return nil
}

// A graph that is changed while it is read gives a dossier of after the change, or none.
func TestChangedMeanwhile(t *testing.T) {
	records := graphtest.Generate(3, 40)
	store := &changing{storeOf(t, records[:20]), t, records[20:24]}
	d := collect(t, store, dossier.Selection{})
	if len(store.records) > 0 || len(d.Articles) != 24 {
		t.Errorf("%d articles, %d changes are to come", len(d.Articles), len(store.records))
	}
	store.records = records[24:]
	if _, err := dossier.Collect(t.Context(), store, dossier.Selection{}); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("error %v", err)
	}
}

// Every type of event is of one kind of act.
func TestKinds(t *testing.T) {
	var types []entente.EventType
	for _, k := range dossier.Kinds() {
		types = append(types, k.Types...)
	}
	want := entente.EventTypes()
	slices.Sort(types)
	slices.Sort(want)
	if !slices.Equal(types, want) {
		t.Errorf("kinds have %v", types)
	}
}
