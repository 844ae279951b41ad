package graph

import (
	"testing"

	"github.com/entente-graph/entente"
)

func TestAlikeNames(t *testing.T) {
	actor := func(kind, name, country string, aliases ...string) Element {
		return Element{Key: Key{Kind: Actor, ID: kind + ":" + slugify(name)}, Props: map[string]any{"name": name, "country": country, "aliases": aliases}}
	}
	for _, test := range []struct {
		a, b Element
		want string
	}{
		{actor("person", "John Smith", "GB"), actor("person", "John Smith", ""), "the same name"},
		{actor("person", "John Smith", "GB"), actor("person", "John Smith", "AU"), ""},
		{actor("person", "John Smith", "GB"), actor("person", "Jon Smith", "GB"), "first names a letter apart"},
		{actor("person", "J. Smith", "GB"), actor("person", "John Smith", "GB"), "a first name, and its letter"},
		{actor("person", "John Smith", ""), actor("person", "John Henry Smith", "GB"), "one name has more words than the other"},
		{actor("person", "John Smith", "GB"), actor("person", "Jane Smith", "GB"), ""},
		{actor("person", "Smith", "GB"), actor("person", "John Smith", "GB"), ""},
		{actor("organization", "Organization of Alpine States", ""), actor("organization", "OAS", ""), "one name is the acronym of the other"},
		{actor("person", "Bill Clinton", "US", "Clinton"), actor("person", "Hillary Clinton", "US", "Clinton"), ""},
		{actor("organization", "Alpine Council", ""), actor("organization", "AC Milan", ""), ""},
	} {
		if got := alikeNames(test.a, test.b); got != test.want {
			t.Errorf("%v and %v: %q, want %q", test.a.Props, test.b.Props, got, test.want)
		}
		if back := alikeNames(test.b, test.a); back != test.want {
			t.Errorf("%v and %v the other way round: %q, want %q", test.b.Props, test.a.Props, back, test.want)
		}
	}
}

// A record reads under decisions as if the article itself had said so.
func TestRewrite(t *testing.T) {
	r := entente.Record{
		Article: entente.Article{ID: "article:a", Text: "Jon Smith met Ann Lee. It rained."},
		Actors: []entente.Actor{
			{ID: "person:jon-smith", Name: "Jon Smith", Kind: entente.Person, Affiliations: []entente.Affiliation{{Actor: "country:gb", Role: "envoy"}}},
			{ID: "person:john-smith", Name: "John Smith", Kind: entente.Person, Country: "GB"},
			{ID: "person:ann-lee", Name: "Ann Lee", Kind: entente.Person}, {ID: "country:gb", Name: "United Kingdom", Kind: entente.Country}},
		Treaties: []entente.Treaty{{ID: "treaty:x", Name: "X", Parties: []string{"person:jon-smith", "person:john-smith"}, ComparedTo: []string{"treaty:y"}}, {ID: "treaty:y", Name: "Y"}},
		Events: []entente.Event{
			{ID: "e1", Actors: []string{"person:john-smith"}, Recipients: []string{"person:jon-smith", "person:ann-lee"}, Claims: []string{"claim:1"}},
			{ID: "e2", Actors: []string{"person:ann-lee"}, Claims: []string{"claim:2"}}},
		Claims: []entente.Claim{{ID: "claim:1", Event: "e1", Speaker: "person:ann-lee", Quote: "Jon Smith met Ann Lee."}, {ID: "claim:2", Event: "e2", Quote: "It rained."}},
	}
	list := []Decision{
		{Verb: Merge, Of: []Subject{{ID: "person:john-smith"}, {ID: "person:jon-smith"}}},
		{Verb: Rename, Of: []Subject{{ID: "person:john-smith"}}, To: "Sir John"},
		{Verb: Country, Of: []Subject{{ID: "person:jon-smith"}}, To: "IE"},
		{Verb: Merge, Of: []Subject{{ID: "treaty:x"}, {ID: "treaty:y"}}},
		{Verb: Ignore, Of: []Subject{{ID: "person:ann-lee"}}},
	}
	if err := CheckDecisions(list); err != nil {
		t.Fatal(err)
	}
	before, err := encodeRecord(r)
	if err != nil {
		t.Fatal(err)
	}
	got := compile(list).rewrite(r)
	if after, _ := encodeRecord(r); after != before {
		t.Error("the record itself has changed")
	}
	if err := Check(entente.Record{Article: got.Article, Actors: got.Actors, Treaties: got.Treaties, Events: got.Events}); err == nil {
		t.Error("Check takes events without their claims")
	}
	if len(got.Actors) != 2 || got.Actors[0].ID != "person:john-smith" || got.Actors[0].Name != "Sir John" || got.Actors[0].Country != "IE" || len(got.Actors[0].Affiliations) != 1 {
		t.Errorf("actors %+v", got.Actors)
	}
	if len(got.Treaties) != 1 || len(got.Treaties[0].Parties) != 1 || len(got.Treaties[0].ComparedTo) > 0 {
		t.Errorf("treaties %+v", got.Treaties)
	}
	if len(got.Events) != 1 || len(got.Events[0].Actors) != 1 || len(got.Events[0].Recipients) > 0 {
		t.Errorf("events %+v: want one, that of nobody but the ignored is gone", got.Events)
	}
	if len(got.Claims) != 1 || got.Claims[0].Speaker != "" {
		t.Errorf("claims %+v", got.Claims)
	}
}

// What is joined may lie in blocks that are never compared; what is kept apart
// stays apart, whatever is joined to either.
func TestLinks(t *testing.T) {
	one := func(article, actor, recipient, words string) entente.Record {
		claim := "claim:" + article
		return entente.Record{Article: entente.Article{ID: article, Text: words},
			Actors: []entente.Actor{{ID: actor, Name: actor, Kind: entente.Country}, {ID: recipient, Name: recipient, Kind: entente.Country}},
			Events: []entente.Event{{ID: "e", Type: entente.Sanction, Actors: []string{actor}, Recipients: []string{recipient}, Date: "2020-01-02", Status: entente.Occurred, Claims: []string{claim}}},
			Claims: []entente.Claim{{ID: claim, Event: "e", Quote: words, End: len(words)}}}
	}
	records := map[string]entente.Record{
		"article:a": one("article:a", "country:ru", "country:gb", "Moscow expelled envoys."),
		"article:b": one("article:b", "country:fr", "country:gb", "Paris expelled envoys."),
		"article:c": one("article:c", "country:ru", "country:gb", "Moscow expelled 23 envoys."),
	}
	words := func(ids ...string) (of []Subject) {
		for _, id := range ids {
			of = append(of, Subject{Article: id, Quote: records[id].Claims[0].Quote})
		}
		return of
	}
	events := func(list ...Decision) (sizes []int) {
		d := compile(list)
		l := d.links(func(id string) (entente.Record, bool) { r, ok := records[id]; return r, ok })
		blocks := map[string][]report{}
		for _, r := range records {
			for _, p := range reports(d.rewrite(r)) {
				b := l.block(d.crowded.block(p))
				blocks[b] = append(blocks[b], p)
			}
		}
		for _, rs := range blocks {
			for _, e := range l.settle(rs) {
				sizes = append(sizes, len(e))
			}
		}
		return sizes
	}
	for _, test := range []struct {
		name string
		list []Decision
		want int // events
	}{
		{"as read", nil, 2},
		{"joined across blocks", []Decision{{Verb: Merge, Of: words("article:a", "article:b")}}, 1},
		{"kept apart", []Decision{{Verb: Apart, Of: words("article:a", "article:c")}}, 3},
		{"kept apart comes before joined", []Decision{{Verb: Merge, Of: words("article:a", "article:b", "article:c")}, {Verb: Apart, Of: words("article:a", "article:c")}}, 2},
		{"of an article that isn't there", []Decision{{Verb: Merge, Of: []Subject{words("article:a")[0], {Article: "article:z", Quote: "x"}}}}, 2},
		{"ignored", []Decision{{Verb: Ignore, Of: words("article:b")}}, 1},
	} {
		if got := events(test.list...); len(got) != test.want {
			t.Errorf("%s: events of %v reports, want %d events", test.name, got, test.want)
		}
	}
}
