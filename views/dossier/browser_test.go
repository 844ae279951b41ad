package dossier_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/views/dossier"
)

func TestOverview(t *testing.T) {
	d := collect(t, sampleStore(t), dossier.Selection{})
	p := show(t, d)
	lead := p.text(".lead")
	for _, want := range []string{"16 articles", fmt.Sprintf("%d events", len(d.Events)), "disputed"} {
		if !strings.Contains(lead, want) {
			t.Errorf("lead %q has no %q", lead, want)
		}
	}
	p.want("most active", strings.HasPrefix(p.text(".ranking li"), "Russia"), true)
	p.want("cards", p.all(".card"), 6)
	p.Screenshot("dossier-overview")
	p.Prefer("prefers-color-scheme", "dark")
	p.Screenshot("dossier-overview-dark")
	p.Prefer("prefers-color-scheme", "light")
	p.Resize(390, 844)
	p.Screenshot("dossier-overview-phone")
	for _, view := range []string{"overview", "graph", "timeline", "matrix", "treaties", "disputes", "articles"} {
		p.at(view)
		p.want(view+" is wider than the phone", p.number("document.documentElement.scrollWidth"), 390)
	}
}

// What the filter leaves is what every view shows.
func TestFilter(t *testing.T) {
	d := collect(t, sampleStore(t), dossier.Selection{})
	p := show(t, d)
	count := func(keep func(dossier.Event) bool) string {
		n := 0
		for _, e := range d.Events {
			if keep(e) {
				n++
			}
		}
		if n == 0 || n == len(d.Events) {
			t.Fatalf("the filter would leave %d of %d events", n, len(d.Events))
		}
		return fmt.Sprintf("%d of %d events", n, len(d.Events))
	}
	p.at("timeline")
	p.want("rows", p.all(".timeline li.row"), len(d.Events))
	force := []string{"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
	p.click(".kind:nth-of-type(4)")
	want := count(func(e dossier.Event) bool { return !slices.Contains(force, e.Type) })
	p.want("without a kind", p.text("#count"), want)
	p.want("rows", fmt.Sprintf("%d of %d events", p.all(".timeline li.row"), len(d.Events)), want)
	p.Screenshot("dossier-timeline-filtered")
	p.click(".reset")
	p.want("after reset", p.text("#count"), fmt.Sprintf("%d events", len(d.Events)))

	p.click("#filter .date input")
	p.Press("2019-02")
	p.want("since", p.text("#count"), count(func(e dossier.Event) bool {
		return e.Date != "" && e.Date >= "2019-02"[:min(len(e.Date), len("2019-02"))]
	}))
	p.click(".reset")

	for i, menu := range []struct {
		name string
		keep func(e dossier.Event) bool
	}{
		{"Type", func(e dossier.Event) bool { return e.Type != "AGREE" }},
		{"Status", func(e dossier.Event) bool { return e.Status != "occurred" }},
		{"Source", func(e dossier.Event) bool {
			return slices.ContainsFunc(e.Claims, func(c int) bool { return d.Articles[d.Claims[c].Article].Outlet != "Andean Press Service" })
		}},
	} {
		selector := fmt.Sprintf("#filter details:nth-of-type(%d)", i+1)
		p.click(selector + " summary")
		p.click(selector + " .choice input")
		p.want(menu.name, p.text("#count"), count(menu.keep))
		p.Press(kb.Escape)
		p.want(menu.name+" closes", p.all("#filter details[open]"), 0)
		p.click(".reset")
	}
	p.click("#filter details:nth-of-type(2) summary")
	p.click("#filter details:nth-of-type(2) .buttons button:nth-of-type(2)")
	p.want("nothing left", p.text("main .nothing"), "No event passes the filter. Show all")
	for _, view := range []string{"overview", "graph", "matrix", "treaties", "disputes"} {
		p.at(view)
		p.want(view+" says so", p.all("main .nothing"), 1)
	}
}

func TestGraphView(t *testing.T) {
	p := show(t, collect(t, sampleStore(t), dossier.Selection{}))
	p.at("graph")
	nodes, strands := p.all(".node"), p.all(".strand")
	if nodes < 40 || strands < nodes {
		t.Fatalf("%d nodes and %d strands", nodes, strands)
	}
	p.want("in the list", p.all(".aslist li") > 0, true)
	p.Screenshot("dossier-graph")

	// A drag moves the node, and no click comes of it.
	const russia = `.node[aria-label^="Russia, country"]`
	x, y := p.middle(russia)
	before := p.text(russia) + chromiumtest.Eval[string](p.Page, fmt.Sprintf("document.querySelector('%s').getAttribute('transform')", russia))
	p.Do(chromedp.MouseEvent("mousePressed", x, y, chromedp.Button("left"), chromedp.ClickCount(1)),
		chromedp.MouseEvent("mouseMoved", x+40, y+30, chromedp.Button("left")), chromedp.MouseEvent("mouseMoved", x+60, y+40, chromedp.Button("left")),
		chromedp.MouseEvent("mouseReleased", x+60, y+40, chromedp.Button("left"), chromedp.ClickCount(1)))
	after := p.text(russia) + chromiumtest.Eval[string](p.Page, fmt.Sprintf("document.querySelector('%s').getAttribute('transform')", russia))
	p.want("moved", before != after, true)
	p.want("panel after a drag", p.all("#panel:not([hidden])"), 0)

	// Zoom.
	scale := "document.querySelector('.network > g').getAttribute('transform')"
	still := chromiumtest.Eval[string](p.Page, scale)
	p.click(".controls .buttons button")
	p.want("zoomed", chromiumtest.Eval[string](p.Page, scale) != still, true)
	p.click(".controls .buttons button:last-child")

	// From node to event to evidence to article.
	p.click(russia + " circle")
	p.Wait("document.querySelector('#panel h2')?.textContent === 'Russia'")
	p.click("#panel .row a")
	p.Wait("document.querySelector('#panel .quote')")
	p.Screenshot("dossier-graph-evidence")
	quote := p.text("#panel blockquote")
	p.click("#panel figcaption a:last-child")
	p.Wait("document.querySelector('main article')")
	p.want("marked", strings.Contains(quote, chromiumtest.Eval[string](p.Page, "[...document.querySelector('.mark.here').childNodes].find((n) => n.nodeType === 3).data")), true)

	// A strand leads to its events.
	p.at("graph")
	p.eval("document.querySelector('.strand').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))")
	p.Wait("document.querySelector('#panel .row')")
	p.want("events of the strand", strings.Contains(p.text(".strand"), fmt.Sprintf(": %d event", p.all("#panel .row"))), true)

	// Officials fold into their country; fewer actors can be asked for.
	p.click(".controls input")
	p.want("people when folded", p.all(`.node[aria-label^="Vladimir Putin"]`), 0)
	p.eval("const s = document.querySelector('.controls select'); s.value = 20; s.dispatchEvent(new Event('change'))")
	p.want("fewer", p.all(".node") < nodes, true)
	p.Resize(390, 844)
	p.Screenshot("dossier-graph-phone")
}

func TestOtherViews(t *testing.T) {
	d := collect(t, sampleStore(t), dossier.Selection{})
	p := show(t, d)
	p.at("timeline")
	p.want("bars", p.all(".bar") > 10, true)
	p.Screenshot("dossier-timeline")
	p.eval("[...document.querySelectorAll('.bar')].at(-1).dispatchEvent(new MouseEvent('click', {bubbles: true}))")
	p.want("a bar filters", strings.Contains(p.text("#count"), " of "), true)
	p.click(".reset")

	p.at("matrix")
	p.want("cells", p.all(".matrix td a") > 10, true)
	p.Screenshot("dossier-matrix")
	n := p.text(".matrix td a b")
	p.click(".matrix td a")
	p.Wait("document.querySelector('#panel .row')")
	p.want("events of the cell", fmt.Sprint(p.all("#panel .row")), n)

	p.at("treaties")
	p.want("the life of the INF Treaty", strings.HasPrefix(p.text(".entry"), "INF Treaty") && p.all(".entry:first-child .life li") >= 6, true)
	p.Screenshot("dossier-treaties")

	p.at("disputes")
	p.want("both sides", p.all(".contested:first-child .sides > div:first-child blockquote") > 0 && p.all(".contested:first-child .quote.denies") > 0, true)
	p.Screenshot("dossier-disputes")

	p.at("search")
	p.click("#query")
	p.Press("skripal novichok")
	p.Wait("document.querySelectorAll('main .quote').length > 0")
	p.want("found", strings.Contains(p.text("main .quote"), "Novichok"), true)
	p.Screenshot("dossier-search")
}

// An article's text is whole, and what is marked in it is what claims quote.
func TestArticleText(t *testing.T) {
	d := collect(t, sampleStore(t), dossier.Selection{})
	p := show(t, d)
	p.at("articles")
	p.want("articles", p.all("main li.row"), len(d.Articles))
	p.Screenshot("dossier-articles")
	for i, a := range d.Articles {
		p.at("articles/" + strings.ReplaceAll(a.ID, ":", "%3A"))
		p.Wait(fmt.Sprintf("document.querySelector('article h2')?.textContent === %q", a.Title))
		words := "[...document.querySelectorAll('article p:not(.kicker)')].map((p) => { const q = p.cloneNode(true); q.querySelectorAll('sup').forEach((s) => s.remove()); return q.textContent }).join('\\n')"
		shown := strings.Fields(chromiumtest.Eval[string](p.Page, words))
		if !slices.Equal(shown, strings.Fields(a.Text)) {
			t.Errorf("%s: the page shows other words than the article's", a.Title)
		}
		marked := chromiumtest.Eval[[]string](p.Page, "[...new Set([...document.querySelectorAll('.mark')].flatMap((m) => m.dataset.claims.split(' ')))]")
		var claims []string
		for _, c := range d.Claims {
			if c.Article == i {
				claims = append(claims, c.ID)
			}
		}
		slices.Sort(marked)
		slices.Sort(claims)
		if !slices.Equal(marked, claims) {
			t.Errorf("%s: marked are %d claims, not its %d", a.Title, len(marked), len(claims))
		}
	}
	p.click(".mark")
	p.Wait("document.querySelector('#panel .quote')")
	p.Screenshot("dossier-article")
	p.Resize(390, 844)
	p.at("disputes")
	p.click(".quote figcaption a:last-child")
	p.Wait("document.querySelector('.mark.here')")
	p.want("the words are above the details", chromiumtest.Eval[bool](p.Page, `(() => {
		const box = document.querySelector(".mark.here").getBoundingClientRect();
		return box.top > 0 && box.bottom < document.querySelector("#panel").getBoundingClientRect().top })()`), true)
	p.Screenshot("dossier-article-phone")
}

// Everything can be done without a mouse.
func TestKeyboard(t *testing.T) {
	p := show(t, collect(t, sampleStore(t), dossier.Selection{}))
	focus := func() string {
		return chromiumtest.Eval[string](p.Page, "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()")
	}
	tabTo := func(want string) {
		t.Helper()
		for range 60 {
			p.Press(kb.Tab)
			if strings.HasPrefix(focus(), want) {
				return
			}
		}
		t.Fatalf("Tab never leads to %q; it is at %q", want, focus())
	}
	p.Press(kb.Tab)
	p.want("first", focus(), "Skip to the content")
	tabTo("Timeline")
	p.Press(kb.Enter)
	p.Wait("document.querySelector('main > #view-timeline')")
	p.want("the heading has the focus", focus(), "Timeline")
	p.Press(kb.Tab)
	event := focus()
	p.Press(kb.Enter)
	p.Wait("document.querySelector('#panel:not([hidden])')")
	p.want("the event's heading has the focus", focus(), event)
	tabTo("in the article")
	p.Press(kb.Enter)
	p.Wait("document.querySelector('.mark.here')")
	p.want("its words have the focus", p.number("Number(document.activeElement.matches('.mark.here'))"), 1)

	p.at("timeline")
	p.click(".timeline .row a")
	p.Wait("document.querySelector('#panel:not([hidden])')")
	p.Press(kb.Escape)
	p.Wait("document.querySelector('#panel').hidden")
	p.want("back where it was", focus(), event)

	p.at("graph")
	tabTo("Russia, country")
	p.Press(kb.ArrowLeft)
	there := focus()
	p.want("an arrow goes on", there != "" && !strings.HasPrefix(there, "Russia"), true)
	p.Press(kb.Enter)
	p.Wait("document.querySelector('#panel h2')")
	p.want("its details", strings.HasPrefix(there, p.text("#panel h2")+","), true)
}

// On paper all views stand below one another, and afterwards the one there was.
func TestPrint(t *testing.T) {
	p := show(t, collect(t, sampleStore(t), dossier.Selection{Treaty: "INF Treaty"}))
	p.at("disputes")
	p.eval("dispatchEvent(new Event('beforeprint'))")
	p.want("views", p.all("main > .view"), 7)
	p.want("articles", p.all("main article"), 2)
	p.eval("dispatchEvent(new Event('afterprint'))")
	p.want("views afterwards", p.all("main > .view"), 1)
	pdf := chromiumtest.Run(p.Page, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	p.Keep("dossier.pdf", pdf)
	p.want("a PDF", bytes.HasPrefix(pdf, []byte("%PDF")), true)
}
