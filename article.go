// Package entente holds the words of the domain: what an article, an actor, a
// treaty, an event and a claim are, and the record that extraction makes of one
// article. It depends on the standard library alone; every other package of the
// project speaks in these terms.
//
// To use the project as a library: loaders.Read gives articles, extract.New an
// Extractor that makes a Record of each, sqlite.Open or neo4j.Open a store, graph.Load
// brings the records into it, and the store's Query asks; queries.Default has questions.
// The packages extract, graph/sqlite and graph/export have examples.
package entente

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// Article is one news report as it is stored: the body without page furniture,
// and what is known about where it came from. Text is valid UTF-8; every offset
// in the project counts bytes of it.
type Article struct {
	ID        string `json:"id"`
	Path      string `json:"path"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Outlet    string `json:"outlet"`
	Published Date   `json:"published"`
	Language  string `json:"language"`
	Text      string `json:"text"`
}

// Identify gives the article its id when it brought none: from its URL when it
// has one, so that a corrected page replaces the page, else from its content,
// so that a moved file stays the same article.
func (a *Article) Identify() {
	if a.ID != "" {
		return
	}
	if a.URL != "" {
		a.ID = "article:" + digest(a.URL)
		return
	}
	a.ID = "article:" + digest(a.Outlet, a.Title, string(a.Published), a.Text)
}

// SHA256 is the checksum, in hex, of everything in the article that extraction
// sees; the path, which may change from one machine to the next, is left out.
func (a *Article) SHA256() string {
	return hex.EncodeToString(sum(a.ID, a.URL, a.Title, a.Outlet, string(a.Published), a.Language, a.Text))
}

func digest(parts ...string) string { return hex.EncodeToString(sum(parts...))[:16] }

func sum(parts ...string) []byte {
	h := sha256.New()
	for _, p := range parts {
		io.WriteString(h, p)
		h.Write([]byte{0})
	}
	return h.Sum(nil)
}
