package dossier

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
)

// Collect reads the selected part of the graph in a store. A name that nothing goes by is an
// UnknownError; more events than a page shows well are an error, too, unless the
// selection has a limit. A graph that is changed meanwhile is read again, a few times;
// then it is a graph.ErrConflict.
func Collect(ctx context.Context, store graph.Store, s Selection) (Dossier, error) {
	const tries = 5
	for range tries {
		before, err := store.Read(ctx, graph.Keys{})
		if err != nil {
			return Dossier{}, fmt.Errorf("read the graph: %w", err)
		}
		d, failed := collect(ctx, store, s)
		after, err := store.Read(ctx, graph.Keys{})
		if err != nil {
			return Dossier{}, errors.Join(failed, fmt.Errorf("read the graph: %w", err))
		}
		if before.Version == after.Version {
			return d, failed
		}
	}
	return Dossier{}, fmt.Errorf("read the graph: %w", graph.ErrConflict)
}

// collect reads a dossier from a graph that nobody changes.
func collect(ctx context.Context, store graph.Store, s Selection) (Dossier, error) {
	g, err := gather(ctx, store)
	if err != nil {
		return Dossier{}, err
	}
	chosen, about, err := g.choose(s)
	if err != nil {
		return Dossier{}, err
	}
	slices.SortFunc(chosen, func(a, b *event) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.text("date"), "9999"), cmp.Or(b.text("date"), "9999")), cmp.Compare(a.id, b.id))
	})
	b := builder{gathered: g, d: Dossier{About: about, Kinds: Kinds(),
		Actors: []Actor{}, Treaties: []Treaty{}, Articles: []Article{}, Claims: []Claim{}, Events: []Event{}}}
	for _, status := range entente.Statuses() {
		b.d.Statuses = append(b.d.Statuses, string(status))
	}
	everything := about == About{}
	claims := b.evidence(chosen, everything)
	if err := b.addArticles(ctx, store, claims, everything); err != nil {
		return Dossier{}, err
	}
	b.addNodes(chosen, claims)
	b.addClaims(claims)
	b.addEvents(chosen)
	return b.d, nil
}

// builder makes a Dossier of what was gathered. The maps give the places of things
// in its lists.
type builder struct {
	*gathered
	d                                     Dossier
	articleAt, actorAt, treatyAt, claimAt map[string]int
}

// evidence lists the claims about the events; in a dossier of everything, those about
// no event, too.
func (b *builder) evidence(chosen []*event, all bool) []*claim {
	var claims []*claim
	if all {
		for _, c := range b.claims {
			claims = append(claims, c)
		}
	} else {
		for _, e := range chosen {
			claims = append(claims, e.claims...)
		}
	}
	slices.SortFunc(claims, func(x, y *claim) int { return cmp.Compare(x.id, y.id) })
	return slices.CompactFunc(claims, func(x, y *claim) bool { return x.id == y.id })
}

func (b *builder) addArticles(ctx context.Context, store graph.Store, claims []*claim, all bool) error {
	wanted := map[string]bool{}
	for _, c := range claims {
		wanted[c.article] = true
	}
	found, err := articles(ctx, store, func(id string) bool { return all || wanted[id] })
	if err != nil {
		return err
	}
	slices.SortFunc(found, func(x, y Article) int {
		return cmp.Or(cmp.Compare(cmp.Or(x.Published, "9999"), cmp.Or(y.Published, "9999")), cmp.Compare(x.ID, y.ID))
	})
	b.d.Articles = append(b.d.Articles, found...)
	b.articleAt = places(b.d.Articles, func(a Article) string { return a.ID })
	return nil
}

// addNodes adds the actors and treaties that the events and claims need, and what
// these are tied to.
func (b *builder) addNodes(chosen []*event, claims []*claim) {
	actors, treaties := map[string]bool{}, map[string]bool{}
	for _, e := range chosen {
		for _, id := range slices.Concat(e.actors, e.targets) {
			actors[id] = true
		}
		for _, id := range e.treaties {
			treaties[id] = true
			for _, other := range b.compared[id] {
				treaties[other] = true
			}
		}
	}
	for _, c := range claims {
		actors[c.speaker] = true
	}
	for id := range treaties {
		for _, party := range b.parties[id] {
			actors[party] = true
		}
	}
	for _, a := range b.affiliations {
		if actors[a.actor] {
			actors[a.of] = true
		}
	}
	for _, n := range b.actors {
		if actors[n.id] {
			b.d.Actors = append(b.d.Actors, Actor{ID: n.id, Name: n.name, Kind: actorKind(n.id), Aliases: n.list("aliases")})
		}
	}
	b.actorAt = places(b.d.Actors, func(a Actor) string { return a.ID })
	for _, a := range b.affiliations {
		at, ok := b.actorAt[a.actor]
		if of, known := b.actorAt[a.of]; ok && known {
			b.d.Actors[at].Roles = append(b.d.Actors[at].Roles, Role{a.role, of})
		}
	}
	for _, n := range b.treaties {
		if treaties[n.id] {
			b.d.Treaties = append(b.d.Treaties, Treaty{ID: n.id, Name: n.name, Aliases: n.list("aliases"), Year: n.number("year"),
				Status: n.text("status"), Parties: at(b.actorAt, b.parties[n.id])})
		}
	}
	b.treatyAt = places(b.d.Treaties, func(t Treaty) string { return t.ID })
	for i, t := range b.d.Treaties {
		b.d.Treaties[i].Compared = at(b.treatyAt, b.compared[t.ID])
	}
}

func (b *builder) addClaims(claims []*claim) {
	for _, c := range claims {
		article, ok := b.articleAt[c.article]
		if !ok {
			continue
		}
		text := b.d.Articles[article].Text
		speaker := -1
		if s, ok := b.actorAt[c.speaker]; ok {
			speaker = s
		}
		b.d.Claims = append(b.d.Claims, Claim{ID: c.id, Article: article, Start: units(text, c.number("start")), End: units(text, c.number("end")),
			Speaker: speaker, Stance: c.text("stance")})
	}
	slices.SortFunc(b.d.Claims, func(x, y Claim) int {
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Start, y.Start), cmp.Compare(x.ID, y.ID))
	})
	b.claimAt = places(b.d.Claims, func(c Claim) string { return c.ID })
}

func (b *builder) addEvents(chosen []*event) {
	for _, e := range chosen {
		slices.SortFunc(e.claims, func(x, y *claim) int {
			return cmp.Or(cmp.Compare(y.real("confidence"), x.real("confidence")), cmp.Compare(x.number("start"), y.number("start")), cmp.Compare(x.id, y.id))
		})
		var claims []string
		for _, c := range e.claims {
			claims = append(claims, c.id)
		}
		b.d.Events = append(b.d.Events, Event{ID: e.id, Name: e.name, Type: e.text("type"), Mode: e.text("mode"), Contexts: e.list("contexts"),
			Action: e.text("action"), Status: e.text("status"), Date: e.text("date"), Place: e.place, Texts: e.number("texts"),
			Actors: at(b.actorAt, e.actors), Targets: at(b.actorAt, e.targets), Treaties: at(b.treatyAt, e.treaties), Claims: at(b.claimAt, claims)})
	}
}

// places maps the ids of a list to where they stand in it.
func places[T any](list []T, id func(T) string) map[string]int {
	at := make(map[string]int, len(list))
	for i, one := range list {
		at[id(one)] = i
	}
	return at
}

// at gives the places of ids, in their order; never nil, so that JSON has a list.
func at(where map[string]int, ids []string) []int {
	found := []int{}
	for _, id := range ids {
		if i, ok := where[id]; ok {
			found = append(found, i)
		}
	}
	return found
}

// actorKind gives person, country, organization or group, by an actor's id.
func actorKind(id string) string {
	labels := graph.LabelsOf([]string{graph.Actor}, id)
	return strings.ToLower(labels[len(labels)-1])
}

// units gives how many UTF-16 units the first n bytes of a text are.
func units(text string, n int64) int {
	count := 0
	for _, r := range text[:min(max(n, 0), int64(len(text)))] {
		if count++; r > 0xFFFF {
			count++
		}
	}
	return count
}
