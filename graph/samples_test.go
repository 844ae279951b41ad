package graph

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
	"github.com/entente-graph/entente/loaders"
)

// goldArticle is a file of samples/gold, as far as identity needs it.
type goldArticle struct {
	File      string
	Published entente.Date
	Text      string `json:"-"`
	Actors    []struct {
		Name, Type, Country string
		Aliases             []string
	}
	Treaties []struct {
		Name   string
		Accept []string
		Named  bool
	}
	Events []struct {
		ID               string
		Types            []entente.EventType
		Action           entente.Action
		Actor, Recipient []string
		Treaty           string
		Date             entente.Date
		Status           entente.Status
		Evidence         string
	}
}

// TestIdentity puts what careful readers found in articles together and compares with what
// they hold to be the same events. Where they accept several types or actors, each report
// takes any of them; GOLD may name another folder of articles and gold, to see how it does there.
func TestIdentity(t *testing.T) {
	if folder := os.Getenv("GOLD"); folder != "" {
		identity(t, folder, readGold(t, folder))
		return
	}
	var learned, unseen []goldArticle
	for _, a := range readGold(t, stories) {
		if heldOut(a.File) {
			unseen = append(unseen, a)
		} else {
			learned = append(learned, a)
		}
	}
	for _, x := range []struct {
		name              string
		articles          []goldArticle
		precision, recall float64
	}{
		{"samples", readGold(t, "../samples"), 0.95, 0.65},
		{"stories that weights are learned from", learned, 0.91, 0.6},
		{"stories held out", unseen, 0.91, 0.6},
	} {
		if precision, recall := identity(t, x.name, x.articles); precision < x.precision || recall < x.recall {
			t.Errorf("%s: precision %.3f, want %.2f; recall %.3f, want %.2f", x.name, precision, x.precision, recall, x.recall)
		}
	}
}

const stories = "../testdata/gold/stories"

// heldOut reports whether an article is of the stories that weights aren't learned from: those
// whose names begin with f or g, two of the seven sets that they were written in.
func heldOut(file string) bool { return file[0] == 'f' || file[0] == 'g' }

// identity measures how reports of perfect extraction are put together.
func identity(t *testing.T, name string, articles []goldArticle) (precision, recall float64) {
	t.Helper()
	known := lexiconNames(t)
	var right, joined, same int
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 3))
		blocks := map[string][]report{}
		treaties := oneTreaty{known, map[string]string{}}
		told := map[string]int{} // how often each event
		for _, a := range articles {
			for _, r := range reports(a.record(t, random, treaties)) {
				b := crowded.block(nil, r)
				blocks[b] = append(blocks[b], r)
				same += told[r.Event]
				told[r.Event]++
			}
		}
		for _, rs := range blocks {
			for _, members := range cluster(rs) {
				r, j := pairs(members)
				right, joined = right+r, joined+j
				if r < j {
					t.Logf("wrongly one event: %s", encodeReports(members))
				}
			}
		}
	}
	precision, recall = float64(right)/float64(joined), float64(right)/float64(same)
	t.Logf("%s, same-event pairs: precision %.3f, recall %.3f (%d right of %d joined, %d the same)", name, precision, recall, right, joined, same)
	return precision, recall
}

// sentenceEnd is where the sentence of a piece of evidence ends, if one doesn't
// look too closely: an abbreviation before a capital ends it as well.
var sentenceEnd = regexp.MustCompile(`[.?!]["”’]?\s+["“‘]?[A-Z]|\n\n`)

// pairs counts the pairs of reports in one event that the readers hold to be of
// one event, and all pairs.
func pairs(members []report) (right, all int) {
	for i, a := range members {
		for _, b := range members[:i] {
			all++
			if a.Event == b.Event {
				right++
			}
		}
	}
	return right, all
}

func readGold(t *testing.T, folder string) []goldArticle {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "gold", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal("no gold", err)
	}
	var all []goldArticle
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var a goldArticle
		if err := json.Unmarshal(b, &a); err != nil {
			t.Fatal(err)
		}
		for article, err := range loaders.Read(t.Context(), []string{filepath.Join(folder, "articles", a.File)}, loaders.Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			a.Text = article.Text
		}
		all = append(all, a)
	}
	return all
}

// lexiconNames are the names of the lexicon, lower case, with the ids of those
// who have them.
func lexiconNames(t *testing.T) map[string]string {
	t.Helper()
	lex, err := lexicon.Open()
	if err != nil {
		t.Fatal(err)
	}
	ids, twice := map[string]string{}, map[string]bool{}
	add := func(kind, id string, names ...string) {
		for _, n := range names {
			n = kind + strings.ToLower(n)
			if other := ids[n]; other != "" && other != kind+id {
				twice[n] = true
			}
			ids[n] = kind + id
		}
	}
	for _, p := range lex.People {
		add("person:", p.ID, append(p.Aliases, p.Name)...)
	}
	for _, o := range lex.Organizations {
		add("organization:", o.ID, append(o.Aliases, o.Name)...)
	}
	for _, x := range lex.Treaties {
		add("treaty:", x.ID, append(x.Aliases, x.Name)...)
	}
	maps.DeleteFunc(ids, func(n, _ string) bool { return twice[n] })
	return ids
}

// oneTreaty gives the treaties of all articles their ids: the lexicon's, else those that share a
// name are one, as they would be if extraction knew them all, but for two of one
// article.
type oneTreaty struct{ known, seen map[string]string } // name to id

func (o oneTreaty) id(names []string, taken []entente.Treaty) string {
	free := func(id string) bool {
		return id != "" && !slices.ContainsFunc(taken, func(t entente.Treaty) bool { return t.ID == id })
	}
	for _, n := range names {
		if id := o.known["treaty:"+strings.ToLower(n)]; free(id) {
			return id
		}
	}
	id := "treaty:" + slugify(names[0])
	names = slices.DeleteFunc(names, func(n string) bool { return strings.ToLower(n) == n }) // "the accord"
	for _, n := range names {
		if other := o.seen[strings.ToLower(n)]; free(other) {
			id = other
			break
		}
	}
	for _, n := range names {
		o.seen[strings.ToLower(n)] = id
	}
	return id
}

// record is what perfect extraction would make of the article, with the gold's
// event ids.
func (a goldArticle) record(t *testing.T, random *rand.Rand, treaties oneTreaty) entente.Record {
	t.Helper()
	r := entente.Record{Article: entente.Article{ID: a.File, Published: a.Published, Text: a.Text}}
	ids := map[string]string{}
	for _, x := range a.Actors {
		id := x.Type + ":" + slugify(x.Name) // a state of the past may have no code
		if x.Type == "country" && x.Country != "" {
			id = "country:" + strings.ToLower(x.Country)
		}
		for _, n := range append([]string{x.Name}, x.Aliases...) {
			if listed := treaties.known[x.Type+":"+strings.ToLower(n)]; listed != "" {
				id = listed
				break
			}
		}
		ids[x.Name] = id
		r.Actors = append(r.Actors, entente.Actor{ID: id, Name: x.Name, Aliases: x.Aliases, Kind: entente.ActorKind(x.Type), Country: x.Country})
	}
	for _, x := range a.Treaties {
		ids[x.Name] = treaties.id(append([]string{x.Name}, x.Accept...), r.Treaties)
		r.Treaties = append(r.Treaties, entente.Treaty{ID: ids[x.Name], Name: x.Name, Named: x.Named})
	}
	// Of alternatives, one, or the country and one of its people.
	some := func(names []string) (chosen []string) {
		for i, n := range names {
			if id := ids[n]; id != "" && (i == 0 || random.IntN(2) == 0) {
				chosen = append(chosen, id)
			}
		}
		if len(chosen) > 1 && strings.HasPrefix(chosen[1], "country:") && random.IntN(2) == 0 {
			chosen = chosen[1:]
		}
		return chosen
	}
	for _, x := range a.Events {
		e := entente.Event{ID: x.ID, Type: x.Types[random.IntN(len(x.Types))], Action: x.Action, Date: x.Date, Status: x.Status,
			Actors: some(x.Actor), Recipients: some(x.Recipient), Claims: []string{"claim:" + x.ID}}
		if random.IntN(2) == 0 {
			e.Type = x.Types[0]
		}
		if id := ids[x.Treaty]; id != "" {
			e.Treaties = []string{id}
		}
		start := strings.Index(r.Article.Text, x.Evidence)
		end := start + len(x.Evidence)
		if start < 0 {
			start, end = 0, 0
		} else if stop := sentenceEnd.FindStringIndex(r.Article.Text[end:]); stop != nil {
			end += stop[0]
		}
		r.Claims = append(r.Claims, entente.Claim{ID: "claim:" + x.ID, Event: x.ID, Quote: r.Article.Text[start:end],
			Start: start, End: end, Stance: entente.Asserts, Confidence: 1})
		r.Events = append(r.Events, e)
	}
	if err := Check(r); err != nil {
		t.Fatal(err)
	}
	return r
}
