package dossier_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/views/dossier"
)

// nasty is text that must stay text wherever it is put.
const nasty = `</script><script>document.title = "broken"</script><!--<img src=x onerror="document.title='broken'">` +
	"{{script}} &lt;b&gt; \u202eevil\u202c \u0000 \u2028 <b>"

// hard is a dossier of what is hard to show: names that are HTML, that are endless,
// that are written from right to left, and an event with forty reports.
func hard() dossier.Dossier {
	long := strings.TrimSpace(strings.Repeat("Permanent Mission to the Organisation ", 6)) + strings.Repeat("x", 90)
	const arabic = "وزارة الخارجية والمغتربين"
	d := dossier.Dossier{
		About:    dossier.About{Actor: nasty, LeftOut: 3},
		Kinds:    dossier.Kinds(),
		Statuses: []string{"occurred", nasty},
		Actors: []dossier.Actor{
			{ID: `person:"'><img src=x>`, Name: nasty, Kind: "person", Aliases: []string{nasty}, Roles: []dossier.Role{{Role: nasty, Of: 1}}},
			{ID: "country:xx", Name: long, Kind: "country"},
			{ID: "organization:ar", Name: arabic, Kind: "organization", Aliases: []string{"\u202e" + arabic}},
		},
		Treaties: []dossier.Treaty{{ID: "treaty:" + nasty, Name: nasty, Aliases: []string{long}, Status: nasty, Parties: []int{0, 1, 2}}},
	}
	forty := dossier.Event{ID: "event:40", Name: arabic + " meets " + nasty, Type: "CONSULT", Mode: nasty, Contexts: []string{nasty}, Action: "sign",
		Status: "denied", Date: "2020-02-29", Place: nasty, Texts: 40, Actors: []int{0, 2}, Targets: []int{1}, Treaties: []int{0}}
	for i := range 40 {
		text := fmt.Sprintf("😀 %s said so in report %d.\n%s قال الوزير ذلك.\n", nasty, i, arabic)
		quote := len(utf16.Encode([]rune(text[:strings.Index(text, "\n")])))
		d.Articles = append(d.Articles, dossier.Article{ID: fmt.Sprintf("article:%d%s", i, nasty), Title: nasty, Outlet: fmt.Sprintf("%s %d", nasty, i),
			Published: "2020-03", URL: "javascript:document.title='broken'", Text: text})
		stance := []string{"asserts", "denies"}[i%2]
		d.Claims = append(d.Claims, dossier.Claim{ID: fmt.Sprintf("claim:%d%s", i, nasty), Article: i, Start: 3, End: quote, Speaker: i%4 - 1, Stance: stance})
		forty.Claims = append(forty.Claims, i)
	}
	d.Events = []dossier.Event{forty, {ID: "event:alone", Name: long, Type: nasty, Status: nasty, Actors: []int{}, Claims: []int{0}}}
	return d
}

func TestHostileTextStaysText(t *testing.T) {
	p := show(t, hard())
	p.look(t, "hard")
	p.at("timeline/event%3A40")
	p.want("quotes", p.all("#panel .quote") < 40 && p.all("#panel .more:not([hidden])") == 2, true)
	p.click("#panel .more:not([hidden])")
	p.want("more quotes", p.all("#panel ol.quotes:first-of-type .quote"), 20)
	p.want("as it is", chromiumtest.Eval[bool](p.Page, fmt.Sprintf("document.querySelector('#panel blockquote').textContent.includes(%q)", `<img src=x onerror="document.title='broken'">`)), true)
}

// look goes through all views and checks that no text has become more than text.
func (p tab) look(t *testing.T, name string) {
	t.Helper()
	for _, view := range []string{"overview", "graph", "timeline", "matrix", "treaties", "disputes", "articles"} {
		p.at(view)
		p.Screenshot("dossier-" + name + "-" + view)
		p.eval("document.querySelector('main li a, main .node')?.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))")
		p.want(view+" has made elements of text", p.all("img, b:not(.ranking b, .lead b, .matrix b, .bars b, .life b), body script[src], iframe")+p.all("script")-2, 0)
		p.want(view+" is too wide", p.number("document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0)
	}
	p.want("links to scripts", p.all("a[href^='javascript:' i]"), 0)
	if title := chromiumtest.Eval[string](p.Page, "document.title"); title == "broken" {
		t.Error("a script of the text has run")
	}
}

// The records that no store stumbles over are shown as they are, too.
func TestHostileRecords(t *testing.T) {
	d := collect(t, storeOf(t, graphtest.Records(t)), dossier.Selection{})
	p := show(t, d)
	p.look(t, "records")
	p.at("search")
	p.click("#query")
	p.Press("drop table")
	p.Wait("document.querySelector('main .row, main .quote')")
	p.want("found", strings.Contains(p.text("main"), "Robert'); DROP TABLE actor;--"), true)
}

// An address that leads nowhere shows something all the same.
func TestMistypedAddress(t *testing.T) {
	p := show(t, collect(t, storeOf(t, graphtest.Records(t)), dossier.Selection{}))
	for _, address := range []string{"nothing", "constructor", "timeline/event%3Agone", "timeline/pair%3Agarbage", "timeline/pair%3A%5B1%5D", "timeline/%E0%A4%A", "articles/claim%3Agone"} {
		p.Go(p.url + "#" + address)
		p.Wait("document.querySelector('main h2')")
		p.eval("location.hash = 'graph'; location.hash = " + strconv.Quote(address))
		p.Wait("document.querySelector('main > .view:not(#view-graph)')")
		p.want(address+" opens details", p.all("#panel:not([hidden])"), 0)
	}
}

func TestEmpty(t *testing.T) {
	p := show(t, collect(t, storeOf(t, nil), dossier.Selection{}))
	p.look(t, "empty")
	p.at("overview")
	p.want("what it says", p.text("main .nothing"), "There are no events in this dossier.")
}

// many is a dossier of n events of some hundred actors.
func many(n int) dossier.Dossier {
	d := dossier.Dossier{Kinds: dossier.Kinds(), Statuses: []string{"occurred", "alleged"}}
	for i := range 400 {
		kind := []string{"country", "person", "organization"}[i%3]
		a := dossier.Actor{ID: fmt.Sprintf("%s:%d", kind, i), Name: fmt.Sprintf("Actor %d", i), Kind: kind}
		if kind == "person" {
			a.Roles = []dossier.Role{{Role: "minister", Of: i - 1}}
		}
		d.Actors = append(d.Actors, a)
	}
	for i := range 60 {
		d.Treaties = append(d.Treaties, dossier.Treaty{ID: fmt.Sprint("treaty:", i), Name: fmt.Sprint("Treaty ", i), Parties: []int{i, i + 3}})
	}
	types := []string{"CONSULT", "AID", "ACCUSE", "SANCTION", "SUPPORT"}
	for i := range n {
		if i%3 == 0 {
			d.Articles = append(d.Articles, dossier.Article{ID: fmt.Sprint("article:", i), Title: fmt.Sprint("Report ", i), Outlet: fmt.Sprint("Outlet ", i%40),
				Published: fmt.Sprintf("20%02d-%02d-%02d", i%20, 1+i%12, 1+i%28), Text: strings.Repeat("One did a thing to the other, and the other denied it. ", 40)})
		}
		e := dossier.Event{ID: fmt.Sprint("event:", i), Name: fmt.Sprintf("Actor %d meets %d", i*31%399, i%97), Type: types[i%5], Status: "occurred", Texts: 1,
			Date: fmt.Sprintf("20%02d-%02d-%02d", i*20/n, 1+i%12, 1+i%28), Actors: []int{i * 31 % 399}, Targets: []int{(i*7 + 1) % 97}, Claims: []int{i}}
		if i%7 == 0 {
			e.Treaties, e.Action = []int{i % 60}, "sign"
		}
		d.Claims = append(d.Claims, dossier.Claim{ID: fmt.Sprint("claim:", i), Article: len(d.Articles) - 1, Start: 50 * (i % 3), End: 50*(i%3) + 40, Speaker: -1, Stance: []string{"asserts", "denies"}[i%7/6]})
		d.Events = append(d.Events, e)
	}
	return d
}

// Five thousand events are shown, filtered and drawn.
func TestManyEvents(t *testing.T) {
	p := show(t, many(dossier.Most))
	p.want("events", p.text("#count"), "5,000 events")
	p.Screenshot("dossier-many-overview")
	p.at("timeline")
	p.Screenshot("dossier-many-timeline")
	p.want("rows at first", p.all("main li.row") < 500, true)
	p.click(".kind")
	p.want("filtered", p.text("#count"), "3,000 of 5,000 events")
	p.at("graph")
	p.eval("const s = document.querySelector('.controls select'); s.value = 300; s.dispatchEvent(new Event('change'))")
	p.want("nodes", p.all(".node") > 300, true)
	p.Screenshot("dossier-many-graph")
	p.at("matrix")
	p.eval("const s = document.querySelector('.controls select'); s.value = 40; s.dispatchEvent(new Event('change'))")
	p.Screenshot("dossier-many-matrix")
	for _, view := range []string{"treaties", "disputes", "articles"} {
		p.at(view)
		p.want(view, p.all("main li") > 0, true)
	}
}

// The same graph makes the same bytes, whatever the order it was loaded in.
func TestSameBytes(t *testing.T) {
	records := graphtest.Generate(7, 60)
	var pages [2]bytes.Buffer
	for i := range pages {
		if err := dossier.Write(&pages[i], collect(t, storeOf(t, records), dossier.Selection{})); err != nil {
			t.Fatal(err)
		}
		for l, r := 0, len(records)-1; l < r; l, r = l+1, r-1 {
			records[l], records[r] = records[r], records[l]
		}
	}
	if !bytes.Equal(pages[0].Bytes(), pages[1].Bytes()) {
		t.Error("the pages differ")
	}
}

// Either store gives the same dossier.
func TestSameFromNeo4j(t *testing.T) {
	server := neo4jtest.Start(t)
	server.Wipe(t)
	records := append(graphtest.Records(t), graphtest.Generate(7, 30)...)
	store, err := neo4j.Open(t.Context(), neo4j.Config{URL: server.URL, Username: server.Username, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	graphtest.Load(t, store, records, 500)
	var pages [2]bytes.Buffer
	for i, s := range []graph.Store{store, storeOf(t, records)} {
		if err := dossier.Write(&pages[i], collect(t, s, dossier.Selection{})); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(pages[0].Bytes(), pages[1].Bytes()) {
		t.Error("the pages differ")
	}
}
