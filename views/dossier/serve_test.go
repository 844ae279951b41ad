package dossier_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/views/dossier"
)

// serve serves a store; its search finds one thing whatever is asked, or fails when
// asked for "trouble".
func serve(t *testing.T, store graph.Store) *httptest.Server {
	t.Helper()
	handler, err := dossier.Handler(store, func(_ context.Context, text string) ([]dossier.Hit, error) {
		if text == "trouble" {
			return nil, errors.New("no search today")
		}
		return []dossier.Hit{{Kind: "actor", ID: "country:pe", Name: "Peru <b>" + text + "</b>", Actor: "country:pe"}}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	return s
}

func TestRequests(t *testing.T) {
	s := serve(t, sampleStore(t))
	_, port, _ := strings.Cut(strings.TrimPrefix(s.URL, "http://"), ":")
	for _, c := range []struct {
		method, path, host string
		status             int
		body               string // part of it
	}{
		{"GET", "/", "", 200, "<!doctype html>"},
		{"GET", "/", "localhost:" + port, 200, "<!doctype html>"},
		{"GET", "/", "LOCALHOST", 200, ""},
		{"GET", "/", "[::1]:" + port, 200, ""},
		{"GET", "/", "entente.example:" + port, 403, "only shown on the computer"},
		{"GET", "/data", "127.0.0.1.entente.example", 403, ""},
		{"GET", "/data", "localhost.", 403, ""},
		{"GET", "/data", "10.0.0.1:" + port, 403, ""},
		{"GET", "/data", "", 200, `"events":[`},
		{"HEAD", "/data", "", 200, ""},
		{"GET", "/data?actor=nobody", "", 404, `no actor is called "nobody"`},
		{"GET", "/data?since=soon", "", 400, "is no date"},
		{"GET", "/search?text=x", "", 200, `"id":"country:pe"`},
		{"GET", "/search?text=trouble", "", 500, "no search today"},
		{"GET", "/favicon.ico", "", 204, ""},
		{"GET", "/nothing", "", 404, ""},
		{"POST", "/", "", 405, "not changed"},
		{"PUT", "/data", "", 405, ""},
		{"DELETE", "/data", "", 405, ""},
		{"OPTIONS", "/data", "", 405, ""},
	} {
		t.Run(c.method+" "+c.host+c.path, func(t *testing.T) {
			req, err := http.NewRequestWithContext(t.Context(), c.method, s.URL, nil)
			if err != nil {
				t.Fatal(err)
			}
			req.URL.Opaque = c.path // as it is
			req.Host = c.host
			resp, err := http.DefaultTransport.RoundTrip(req)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			body, err := io.ReadAll(resp.Body)
			if err != nil {
				t.Fatal(err)
			}
			if resp.StatusCode != c.status || !strings.Contains(string(body), c.body) {
				t.Errorf("status %d, want %d: %.200s", resp.StatusCode, c.status, body)
			}
			for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff",
				"Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store", "Access-Control-Allow-Origin": ""} {
				if got := resp.Header.Get(name); !strings.Contains(got, want) || want == "" && got != "" {
					t.Errorf("%s: %q", name, got)
				}
			}
		})
	}
}

// What is served is what is in the file, and a selection narrows it.
func TestServedData(t *testing.T) {
	store := sampleStore(t)
	s := serve(t, store)
	for _, of := range []dossier.Selection{{}, {Actor: "Peru"}, {Treaty: "INF Treaty", Since: "2019"}} {
		query := url.Values{"actor": {of.Actor}, "treaty": {of.Treaty}, "since": {string(of.Since)}}
		resp, err := http.Get(s.URL + "/data?" + query.Encode())
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		want, err := json.Marshal(collect(t, store, of))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%+v: %d bytes, want %d", of, len(got), len(want))
		}
	}
}

// The page says when the graph has changed, shows it when asked to, and searches
// what it doesn't show.
func TestLive(t *testing.T) {
	store := sampleStore(t)
	s := serve(t, store)
	p := tab{chromiumtest.Open(t, 1360, 900), t, s.URL}
	p.Go(s.URL + "/?actor=Estonia")
	p.Wait("document.querySelector('main h2')")
	p.want("heading", p.text("h1"), "Estonia")
	p.click("#query")
	p.Press("peru")
	p.Wait("document.querySelector('.whole a')")
	p.want("hit", p.text(".whole a"), "Peru <b>peru</b>")
	p.Screenshot("dossier-live-search")
	p.click(".whole a")
	p.Wait("document.querySelector('h1')?.textContent === 'Peru'")
	p.want("no notice yet", p.all("#changed"), 0)

	graphtest.Load(t, store, graphtest.Records(t), 10)
	p.eval("dispatchEvent(new Event('focus'))")
	p.Wait("document.querySelector('#changed')")
	p.click("#changed button")
	p.Wait("!document.querySelector('#changed') && document.querySelector('main h2')")

	p.Go(s.URL + "/?actor=nobody")
	p.Wait("document.querySelector('.notice')")
	p.want("unknown", p.text(".notice"), "no actor is called \"nobody\"\n Show the whole graph")
	for _, e := range p.Errors() {
		if !strings.Contains(e, "404") { // which the browser reports of "nobody"
			t.Errorf("error in the browser: %s", e)
		}
	}
	for _, asked := range p.Requests() {
		if !strings.HasPrefix(asked, s.URL) {
			t.Errorf("the page asked for %s", asked)
		}
	}
}
