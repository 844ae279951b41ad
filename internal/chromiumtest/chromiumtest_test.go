package chromiumtest

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"
)

// What a page does wrong is found out: an error on the console, an exception, and
// a script that its policy forbids; and what it asks of the network.
func TestPage(t *testing.T) {
	const body = `<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'nonce-n'"><title>Page</title>
<script nonce="n">console.error("said", 1); setTimeout(() => { throw new Error("thrown") }, 0); fetch("/data")</script>
<script>document.title = "forbidden"</script>`
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte(body))
	}))
	defer server.Close()
	p := Open(t, 300, 200)
	p.Go(server.URL)
	if title := Eval[string](p, "document.title"); title != "Page" {
		t.Errorf("title %q", title)
	}
	if width := Eval[int](p, "innerWidth"); width != 300 {
		t.Errorf("%d wide", width)
	}
	p.Prefer("prefers-color-scheme", "dark")
	p.Wait(`matchMedia("(prefers-color-scheme: dark)").matches`)
	if !slices.Contains(p.Requests(), server.URL+"/data") {
		t.Errorf("requests %q", p.Requests())
	}
	for _, want := range []string{`console: "said" 1`, "exception: Uncaught Error: thrown", "Content Security Policy"} {
		said := func() bool {
			return slices.ContainsFunc(p.Errors(), func(e string) bool { return strings.Contains(e, want) })
		}
		for range 50 { // what a page throws may be reported a moment later
			if said() {
				break
			}
			time.Sleep(100 * time.Millisecond)
		}
		if !said() {
			t.Errorf("no error with %q in %q", want, p.Errors())
		}
	}
	p.Screenshot("chromiumtest")
}
