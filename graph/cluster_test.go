package graph

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
)

// eventCase is a file of testdata/events.
type eventCase struct {
	reports []report
	letter  map[string]string // by report's event id
	want    []string          // lines "EVENT | date | status | name"
}

func TestEvents(t *testing.T) {
	files, err := filepath.Glob("testdata/events/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			c := readEvents(t, f)
			random := rand.New(rand.NewPCG(1, 1))
			for range 10 {
				c.check(t)
				random.Shuffle(len(c.reports), func(i, j int) { c.reports[i], c.reports[j] = c.reports[j], c.reports[i] })
			}
		})
	}
}

func (c eventCase) check(t *testing.T) {
	t.Helper()
	blocks := map[string][]report{}
	for _, r := range c.reports {
		b := crowded.block(nil, r)
		blocks[b] = append(blocks[b], r)
	}
	got := map[string]string{} // letter to the line of its event
	for b, rs := range blocks {
		for _, members := range cluster(rs) {
			letter := c.letter[members[0].Event]
			for _, m := range members {
				if c.letter[m.Event] != letter {
					t.Errorf("%q and %q are held to be one event", members[0].Words, m.Words)
				}
			}
			if _, twice := got[letter]; twice {
				t.Errorf("the reports of %s aren't one event, but several", letter)
			}
			m := merge(b, members)
			got[letter] = fmt.Sprintf("%s | %s | %s | %s", letter, orDash(string(m.date)), m.status, m.caption())
		}
	}
	for _, want := range c.want {
		if letter, _, _ := strings.Cut(want, " "); got[letter] != want {
			t.Errorf("got  %s\nwant %s", got[letter], want)
		}
	}
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func readEvents(t *testing.T, file string) eventCase {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := eventCase{letter: map[string]string{}}
	articles := map[string]*entente.Record{}
	article := func(name, published string) *entente.Record {
		r := articles[name]
		if r == nil {
			r = &entente.Record{Article: entente.Article{ID: name}}
			articles[name] = r
		}
		if published != "" {
			r.Article.Published = entente.Date(published)
		}
		return r
	}
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if want, ok := strings.CutPrefix(line, "= "); ok {
			c.want = append(c.want, want)
			continue
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "|")
		for j := range f {
			if f[j] = strings.TrimSpace(f[j]); f[j] == "-" {
				f[j] = ""
			}
		}
		id := fmt.Sprint("e", i)
		switch len(f) {
		case 3:
			r := article(f[0], "")
			actorsOf(r, f[1])
			say(r, entente.Claim{ID: "claim:" + id, Stance: entente.Asserts}, f[2])
		case 7:
			c.letter[id] = f[0]
			addReport(article(f[1], f[2]), id, f[3:])
		default:
			t.Fatalf("%s:%d: %d fields, want 7 for a report and 3 for what else an article says", file, i+1, len(f))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(articles)) {
		r := *articles[name]
		if err := Check(r); err != nil {
			t.Fatal(err)
		}
		c.reports = append(c.reports, reports(r)...)
	}
	return c
}

// say adds a sentence to an article, and the claim that quotes it.
func say(r *entente.Record, c entente.Claim, sentence string) {
	c.Quote, c.Start = sentence, len(r.Article.Text)
	c.End = c.Start + len(sentence)
	c.Sentence = [2]int{c.Start, c.End}
	r.Article.Text += sentence + "\n"
	r.Claims = append(r.Claims, c)
}

// addReport adds to an article what a line tells of an event.
func addReport(r *entente.Record, id string, f []string) {
	what := strings.Fields(f[0])
	for i, w := range what {
		if w == "-" {
			what[i] = ""
		}
	}
	status, denied := strings.CutSuffix(what[3], "!")
	actors, recipients, _ := strings.Cut(f[1], ">")
	date, likely := strings.CutPrefix(what[4], "~")
	e := entente.Event{ID: id, Type: entente.EventType(what[0]), Mode: what[1], Action: entente.Action(what[2]),
		Status: entente.Status(status), Date: entente.Date(date), DateLikely: likely, Claims: []string{"claim:" + id},
		Actors: actorsOf(r, actors), Recipients: actorsOf(r, recipients)}
	if f[2] != "" {
		e.Treaties = []string{f[2]}
		if !slices.ContainsFunc(r.Treaties, func(t entente.Treaty) bool { return t.ID == f[2] }) {
			r.Treaties = append(r.Treaties, entente.Treaty{ID: f[2], Name: title(f[2])})
		}
	}
	c := entente.Claim{ID: "claim:" + id, Event: id, Stance: entente.Asserts}
	if denied {
		c.Stance = entente.Denies
	}
	r.Events = append(r.Events, e)
	say(r, c, f[3])
}

// actorsOf gives the ids of those that a list names, and has them in the record.
func actorsOf(r *entente.Record, list string) (ids []string) {
	countries := map[string]string{"ru": "Russia", "su": "Soviet Union", "us": "United States", "gb": "United Kingdom", "ir": "Iran", "in": "India", "pk": "Pakistan", "ee": "Estonia"}
	for _, s := range strings.Split(list, ",") {
		id, country, _ := strings.Cut(strings.TrimSpace(s), "/")
		if id == "" || id == "-" {
			continue
		}
		kind, slug, _ := strings.Cut(id, ":")
		a := entente.Actor{ID: id, Kind: entente.ActorKind(kind), Country: country, Name: title(id)}
		if kind == "country" {
			a.Country, a.Name = strings.ToUpper(slug), countries[slug]
		}
		if !slices.ContainsFunc(r.Actors, func(b entente.Actor) bool { return b.ID == id }) {
			r.Actors = append(r.Actors, a)
		}
		ids = append(ids, id)
	}
	return ids
}

// title makes a name of an id: person:vladimir-putin is Vladimir Putin.
func title(id string) string {
	_, slug, _ := strings.Cut(id, ":")
	words := strings.Split(slug, "-")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// Clustering a report twice must not matter either: the same set, the same events.
func TestClusterKeepsEveryReport(t *testing.T) {
	c := readEvents(t, "testdata/events/inf.txt")
	var all []string
	for _, members := range cluster(c.reports) {
		for _, m := range members {
			all = append(all, m.Event)
		}
	}
	slices.Sort(all)
	if len(all) != len(c.reports) || len(slices.Compact(all)) != len(c.reports) {
		t.Errorf("%d reports come to events of %d", len(c.reports), len(all))
	}
}
