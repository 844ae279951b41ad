package browserkit_test

import (
	"flag"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/queries"
	"github.com/entente-graph/entente/views/browserkit"
)

var drawn = flag.String("picture", "", "a PNG file to draw the README's picture of Neo4j Browser into")

// TestPicture draws the picture of the README, for "make pictures".
func TestPicture(t *testing.T) {
	if *drawn == "" {
		t.Skip("nobody asks for a picture: -picture FILE")
	}
	w := open(t)
	_, base := serve(t)
	server := neo4jtest.Own(t, "", "browser.post_connect_cmd="+browserkit.OnConnect(base))
	load(t, server.Server, read(t, "../../samples/articles"))
	all := defaultQueries(t)
	evidence := all[slices.IndexFunc(all, func(q queries.Query) bool { return q.Name == "evidence" })]
	event := server.Run(t, "MATCH (e:Event) WHERE e.name STARTS WITH 'Vladimir Putin proposes' RETURN e.id")[0][0].(string)
	text, err := browserkit.Fill(evidence, map[string]string{"event": event})
	if err != nil {
		t.Fatal(err)
	}
	link, err := browserkit.Link(server.Browser+"?dbms="+server.URL, browserkit.Edit, text)
	if err != nil {
		t.Fatal(err)
	}
	w.connect(link)
	w.Resize(1280, 800)
	w.Wait(guideIsThere)
	w.answer(`document.querySelector('[data-testid="editor-Run"]').click()`)
	w.do(`document.querySelector('[data-testid="frame"]:not([data-seen]) [title="Fullscreen"]').click()`)
	time.Sleep(2 * time.Second) // for the picture to come to rest
	w.do(`document.querySelector('[aria-label="zoom-to-fit"], [title="zoom to fit"]')?.click()`)
	time.Sleep(time.Second)
	if err := os.WriteFile(*drawn, chromiumtest.Run(w.Page, chromedp.CaptureScreenshot()), 0o666); err != nil {
		t.Fatal(err)
	}
}
