package browserkit_test

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/queries"
	"github.com/entente-graph/entente/views/browserkit"
)

// most is how many nodes Neo4j Browser draws of a result.
const most = 300

// window is a window of Neo4j Browser.
type window struct {
	*chromiumtest.Page
	t *testing.T
}

// serve serves a kit that names its own address, and gives both.
func serve(t *testing.T) (files []browserkit.File, base string) {
	t.Helper()
	server := httptest.NewUnstartedServer(nil)
	base = browserkit.Base(server.Listener.Addr().(*net.TCPAddr).Port)
	files, err := browserkit.Files(defaultQueries(t), base)
	if err != nil {
		t.Fatal(err)
	}
	server.Config.Handler = browserkit.Handler(files)
	server.Start()
	t.Cleanup(server.Close)
	return files, base
}

// open opens an empty window.
func open(t *testing.T) window {
	t.Helper()
	return window{chromiumtest.Open(t, 1600, 1000), t}
}

// connect opens an address of Neo4j Browser and connects it to its database.
func (w window) connect(address string) {
	w.t.Helper()
	w.Go(address)
	w.Wait(`document.querySelector('[data-testid="connect"]')`)
	w.do(`document.querySelector('[data-testid="connect"]').click()`)
	w.Wait(`!document.querySelector('[data-testid="disconnectedBanner"]')`)
}

func (w window) do(js string) { w.t.Helper(); chromiumtest.Eval[any](w.Page, "{"+js+"; null}") }

// dropping is what drops a file on the window, as from a folder.
func dropping(f browserkit.File) string {
	return fmt.Sprintf(`const data = new DataTransfer();
		data.items.add(new File([Uint8Array.from(atob(%q), c => c.charCodeAt(0))], %q));
		document.querySelector('.filedrop').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}))`,
		base64.StdEncoding.EncodeToString(f.Data), f.Name)
}

// drawing is what a frame shows.
type drawing struct {
	Nodes, Relationships int
	Cells                int      // of a table
	Captions, Colours    []string // of the nodes
	Text                 string   // all there is to read
}

// answer runs something that opens a frame, waits for what it shows and looks at it.
func (w window) answer(run string) drawing {
	w.t.Helper()
	w.do(`document.querySelectorAll('[data-testid="frame"]').forEach(f => f.dataset.seen = 1)`)
	w.do(run)
	const frame = `[...document.querySelectorAll('[data-testid="frame"]:not([data-seen])')].find(f =>
		f.querySelector('svg g.node, td') || /error|no changes|node\.Event/i.test(f.innerText))`
	w.Wait(frame)
	time.Sleep(300 * time.Millisecond) // for the picture to come to rest
	return chromiumtest.Eval[drawing](w.Page, `(f => ({
		Nodes: f.querySelectorAll('g.node').length,
		Cells: f.querySelectorAll('td').length,
		Relationships: f.querySelectorAll('g.relationship').length,
		Captions: [...f.querySelectorAll('g.node')].map(n => [...n.querySelectorAll('text')].map(t => t.textContent.trim()).join(' ')),
		Colours: [...f.querySelectorAll('g.node circle.b-outline')].map(c => c.getAttribute('fill')),
		Text: f.innerText}))(`+frame+`)`)
}

type savedQuery struct{ topic, name, title, text string }

func saved(t *testing.T, archive []byte) []savedQuery {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var all []savedQuery
	for _, f := range r.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		first, rest, _ := strings.Cut(string(text), "\n")
		title, ok := strings.CutPrefix(first, "// ")
		if !ok {
			t.Errorf("%s begins with %q, which is no title", f.Name, first)
		}
		all = append(all, savedQuery{path.Dir(f.Name), strings.TrimSuffix(path.Base(f.Name), ".cypher"), title, rest})
	}
	return all
}

// In a real Neo4j Browser: the style and the guide come up as one connects, the guide
// can be gone through, the saved queries can be dropped, and each draws a picture.
func TestInNeo4jBrowser(t *testing.T) {
	w := open(t)
	files, base := serve(t)
	server := neo4jtest.Own(t, "", "browser.post_connect_cmd="+browserkit.OnConnect(base))
	load(t, server.Server, read(t, "../../samples/articles"))
	at := server.Browser + "?dbms=" + server.URL
	w.connect(at)
	w.guide()
	style := named(t, files, "style.grass")
	w.saved(named(t, files, "queries.zip"), string(style))
	if d := w.answer(dropping(browserkit.File{Name: "style.grass", Data: style})); !strings.Contains(d.Text, "node.Event {") {
		t.Errorf("the style was dropped, and there is:\n%s", d.Text)
	}
	w.link(at)
}

// guideIsThere is true as soon as the guide's first slide can be seen.
const guideIsThere = `document.querySelector('[data-testid="stream"]')?.innerText.includes('Who did what to whom')`

// guide goes through the guide that connecting has brought up.
func (w window) guide() {
	w.t.Helper()
	w.Wait(guideIsThere)
	slide := 1
	for ; ; slide++ {
		w.Screenshot(fmt.Sprintf("neo4j-guide-%d", slide))
		blocks := chromiumtest.Eval[[]string](w.Page, `[...document.querySelectorAll('pre.runnable')].map(b => b.textContent)`)
		if len(blocks) == 0 {
			w.t.Errorf("nothing to run in slide %d", slide)
		}
		for i, text := range blocks {
			w.do(fmt.Sprintf(`document.querySelectorAll('pre.runnable')[%d].click()`, i))
			w.Wait(`document.querySelector('[data-testid="activeEditor"] .view-line')?.innerText.trim()`)
			d := w.answer(`document.querySelector('[data-testid="editor-Run"]').click()`)
			picture, styled := strings.Contains(text, "RETURN p"), strings.HasPrefix(text, ":style")
			if picture && (d.Nodes < 3 || d.Relationships < 2) || styled != strings.Contains(d.Text, "node.Event {") || !picture && !styled && d.Cells == 0 {
				w.t.Errorf("slide %d: %s\nshows %d nodes, %d relationships, %d cells:\n%s", slide, text, d.Nodes, d.Relationships, d.Cells, d.Text)
			}
			w.close()
		}
		const next = `document.querySelector('[data-testid="nextSlide"]')`
		if !chromiumtest.Eval[bool](w.Page, next+` !== null`) {
			break
		}
		w.do(next + `.click()`)
	}
	if slide < 6 || slide > 8 {
		w.t.Errorf("the guide has %d slides", slide)
	}
}

// close closes the newest frame.
func (w window) close() {
	w.t.Helper()
	w.do(`document.querySelector('[data-testid="frame"]:not([data-seen]) [title="Close"]').click()`)
}

// isID matches a node's id, which no circle should bear.
var isID = regexp.MustCompile(`^([a-z]+:|<id>|\d+$)`)

// saved drops the saved queries, runs each, and looks whether what is drawn has names and
// colours of the style.
func (w window) saved(archive []byte, style string) {
	w.t.Helper()
	w.do(dropping(browserkit.File{Name: "queries.zip", Data: archive}))
	w.do(`document.querySelector('[data-testid="navigationFavorites"]').click()`)
	queries := saved(w.t, archive)
	w.Wait(fmt.Sprintf(`document.querySelector('[data-testid="expandFolder-%s"]')`, queries[0].topic))
	w.do(`document.querySelectorAll('[data-testid^="expandFolder"]').forEach(e => e.click())`)
	for _, q := range queries {
		item := fmt.Sprintf(`[...document.querySelectorAll('[data-testid="savedScriptListItem"]')].find(i => i.innerText.includes(%q))`, q.title)
		w.Wait(item)
		d := w.answer(item + `.querySelector('[data-testid="savedScriptsButton-Run"]').click()`)
		w.Screenshot("neo4j-" + q.name)
		w.close()
		if d.Nodes < 3 || d.Relationships < 2 || d.Nodes > most {
			w.t.Errorf("%s draws %d nodes and %d relationships:\n%s", q.name, d.Nodes, d.Relationships, d.Text)
		}
		for i := range d.Captions {
			if c := d.Captions[i]; c == "" || isID.MatchString(c) || !strings.Contains(style, "  color: "+d.Colours[i]+";") {
				w.t.Errorf("%s draws a node %q in the colour %s", q.name, c, d.Colours[i])
			}
		}
		if want := "Russia expels diplomats of United Kingdom"; q.name == "between" && !slices.Contains(d.Captions, want) {
			w.t.Errorf("no %q in %q", want, d.Captions)
		}
	}
}

// link follows a link to a query with a value that is hard to carry, and runs it.
func (w window) link(at string) {
	w.t.Helper()
	q := queries.Query{Name: "hard", Params: []queries.Param{{Name: "text", Type: queries.String}}, Browser: `WITH $text AS text
MATCH p = (:Actor {name: 'Russia'})-[:INITIATED]->(:Event)
WHERE text = "a'b\\c\u0026d\u0023e\u003bf+g%41//h\u0026arg=$i j\u00e9"
RETURN p LIMIT 5
`}
	text, err := browserkit.Fill(q, map[string]string{"text": `a'b\c&d#e;f+g%41//h&arg=$i jé`})
	if err != nil {
		w.t.Fatal(err)
	}
	link, err := browserkit.Link(at, browserkit.Edit, text)
	if err != nil {
		w.t.Fatal(err)
	}
	w.connect(link)
	w.Wait(guideIsThere)
	w.Wait(`document.querySelector('[data-testid="activeEditor"]')?.innerText.includes('Russia')`)
	if d := w.answer(`document.querySelector('[data-testid="editor-Run"]').click()`); d.Nodes != 6 {
		w.t.Errorf("the link's query draws %d nodes:\n%s", d.Nodes, d.Text)
	}
}
