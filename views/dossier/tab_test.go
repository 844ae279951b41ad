package dossier_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/views/dossier"
)

// tab is a page with a dossier, and what tests do to it again and again.
type tab struct {
	*chromiumtest.Page
	t   *testing.T
	url string
}

// show opens the page of a dossier from its file.
func show(t *testing.T, d dossier.Dossier) tab {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: a page in a file has no races to find")
	}
	p := tab{chromiumtest.Open(t, 1360, 900), t, file(t, d)}
	p.Go(p.url)
	p.Wait("document.querySelector('main h2')")
	t.Cleanup(func() {
		if e := p.Errors(); len(e) > 0 {
			t.Errorf("errors in the browser: %q", e)
		}
		for _, asked := range p.Requests() {
			if page, _, _ := strings.Cut(asked, "#"); page != p.url {
				t.Errorf("the page asked for %s", asked)
			}
		}
	})
	return p
}

// at goes to a view, or to one with something beside it, as a link would.
func (p tab) at(view string) {
	p.t.Helper()
	p.eval(fmt.Sprintf("location.hash = %q", view))
	name, _, _ := strings.Cut(view, "/")
	p.Wait(fmt.Sprintf("document.querySelector('main > #view-%s')", name))
}

func (p tab) eval(js string) { p.t.Helper(); chromiumtest.Eval[any](p.Page, "{"+js+"; null}") }

func (p tab) number(js string) int { p.t.Helper(); return chromiumtest.Eval[int](p.Page, js) }

func (p tab) text(selector string) string {
	p.t.Helper()
	return chromiumtest.Eval[string](p.Page, fmt.Sprintf("document.querySelector(%q)?.textContent ?? 'NOTHING IS '+%q", selector, selector))
}

func (p tab) all(selector string) int {
	p.t.Helper()
	return p.number(fmt.Sprintf("document.querySelectorAll(%q).length", selector))
}

// click clicks in the middle of what a selector finds, with the mouse.
func (p tab) click(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	p.Do(chromedp.MouseClickXY(x, y))
}

func (p tab) middle(selector string) (x, y float64) {
	p.t.Helper()
	at := chromiumtest.Eval[[]float64](p.Page, fmt.Sprintf(`(() => { const e = document.querySelector(%q);
		e.scrollIntoView({block: "nearest"}); const b = e.getClientRects()[0]; return [b.x + b.width / 2, b.y + b.height / 2] })()`, selector))
	return at[0], at[1]
}

func (p tab) want(what string, got, want any) {
	p.t.Helper()
	if got != want {
		p.t.Errorf("%s: %v, want %v", what, got, want)
	}
}
