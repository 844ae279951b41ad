package dossier

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
)

// Hit is something that a search of the whole graph finds.
type Hit struct {
	Kind  string `json:"kind"` // actor, treaty, event or quote
	ID    string `json:"id"`   // of the actor, the treaty, or the event, which the quote is about
	Name  string `json:"name"`
	Date  string `json:"date,omitempty"`
	Quote string `json:"quote,omitempty"`
	Actor string `json:"actor"` // the id of one in whose dossier it is
}

// Handler serves the dossier of a store, as it is at the time of each request. The query
// of an address selects as a Selection does: actor, treaty, since, until. It only reads, answers only
// GET and HEAD, and only requests whose Host is this computer by name or number, so that no
// page from elsewhere can read the graph by a name of its own that leads here. Search
// finds things by a text.
func Handler(store graph.Store, search func(ctx context.Context, text string) ([]Hit, error)) (http.Handler, error) {
	p, err := newPage()
	if err != nil {
		return nil, err
	}
	s := server{store: store, search: search, policy: p.policy("connect-src 'self'", "frame-ancestors 'none'")}
	s.page = p.fill("Dossier", "", p.policy("connect-src 'self'")) // a page can't say itself who may frame it
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.root)
	mux.HandleFunc("GET /data", s.data)
	mux.HandleFunc("GET /search", s.find)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return s.guard(mux), nil
}

type server struct {
	store        graph.Store
	search       func(context.Context, string) ([]Hit, error)
	page, policy string
}

// guard refuses what doesn't come from this computer, and forbids all that the page
// doesn't need.
func (s server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", s.policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case !local(r.Host):
			http.Error(w, "this graph is only shown on the computer it is on", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "this graph is only shown, not changed", http.StatusMethodNotAllowed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// local reports whether a Host header names this computer.
func local(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

func (s server) root(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(s.page))
}

// data answers with a Dossier. Its ETag changes when the graph does.
func (s server) data(w http.ResponseWriter, r *http.Request) {
	state, err := s.store.Read(r.Context(), graph.Keys{})
	if err != nil {
		fail(w, err)
		return
	}
	version := sha256.Sum256([]byte(state.Version))
	w.Header().Set("ETag", `"`+hex.EncodeToString(version[:8])+`"`)
	w.Header().Set("Content-Type", "application/json")
	if r.Method == http.MethodHead {
		return
	}
	asked := r.URL.Query()
	of := Selection{Actor: asked.Get("actor"), Treaty: asked.Get("treaty"), Limit: Most}
	if of.Since, err = entente.ParseDate(asked.Get("since")); err == nil {
		of.Until, err = entente.ParseDate(asked.Get("until"))
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	d, err := Collect(r.Context(), s.store, of)
	if err != nil {
		fail(w, err)
		return
	}
	answer(w, d)
}

func (s server) find(w http.ResponseWriter, r *http.Request) {
	hits, err := s.search(r.Context(), r.URL.Query().Get("text"))
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	answer(w, hits)
}

func answer(w http.ResponseWriter, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		fail(w, fmt.Errorf("write the answer: %w", err))
		return
	}
	w.Write(b)
}

func fail(w http.ResponseWriter, err error) {
	status := http.StatusInternalServerError
	if errors.As(err, new(UnknownError)) {
		status = http.StatusNotFound
	}
	http.Error(w, err.Error(), status)
}
