package browserkit

import (
	"net/http"
	"strconv"
)

var contentTypes = map[string]string{
	"README.md":   "text/plain; charset=utf-8",
	"guide.html":  "text/html; charset=utf-8",
	"queries.zip": "application/zip",
	"style.grass": "text/plain; charset=utf-8",
}

// Handler serves the kit to Neo4j Browser, whatever its address. Browser fetches from
// another origin, and asks first whether it may send Pragma, Cache-Control and
// Sentry-Trace along; the last it adds of itself. There is nothing of the graph in the
// kit, so that anybody may read it.
func Handler(kit []File) http.Handler {
	mux := http.NewServeMux()
	add := func(path string, f File) {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentTypes[f.Name])
			w.Header().Set("Content-Length", strconv.Itoa(len(f.Data)))
			w.Write(f.Data)
		})
	}
	for _, f := range kit {
		add("/"+f.Name, f)
		if f.Name == "README.md" {
			add("/{$}", f)
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Allow-Headers", "*")
		h.Set("Access-Control-Allow-Methods", "GET,HEAD,OPTIONS")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-cache")
		if r.Method == http.MethodOptions {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		mux.ServeHTTP(w, r)
	})
}
