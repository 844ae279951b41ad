package dossier_test

import (
	"flag"
	"os"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/views/dossier"
)

var picture = flag.String("picture", "", "a PNG file to draw the README's picture of the samples' dossier into")

// TestPicture draws the picture of the README, for "make pictures".
func TestPicture(t *testing.T) {
	if *picture == "" {
		t.Skip("nobody asks for a picture: -picture FILE")
	}
	p := show(t, collect(t, sampleStore(t), dossier.Selection{}))
	p.Resize(1280, 800)
	p.at("graph")
	p.click(`.node[aria-label^="INF Treaty"] rect`)
	p.Wait("document.querySelector('#panel .life')")
	p.click("#panel .life li:nth-child(4) a")
	p.Wait("document.querySelector('#panel .quote.denies')")
	p.eval("document.activeElement.blur()")
	if err := os.WriteFile(*picture, chromiumtest.Run(p.Page, chromedp.CaptureScreenshot()), 0o666); err != nil {
		t.Fatal(err)
	}
}
