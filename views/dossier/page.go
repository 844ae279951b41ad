package dossier

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"
)

//go:embed assets
var assets embed.FS

// scripts are the files that make up the page's one script, in the order that they run.
// They share their names; see assets/README.md.
func scripts() []string {
	return []string{"dom", "words", "model", "filter", "parts", "panel", "overview", "graph", "layout", "drawing", "hands",
		"timeline", "matrix", "treaties", "disputes", "articles", "search", "live", "main"}
}

// Write writes the page of a dossier: one file that needs no other and asks nothing
// of the network. Equal dossiers give equal bytes.
func Write(w io.Writer, d Dossier) error {
	data, err := json.Marshal(d) // escapes <, > and &, so that no text can end the script element
	if err != nil {
		return fmt.Errorf("write the dossier's data: %w", err)
	}
	p, err := newPage()
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, p.fill(d.About.Title(), string(data), p.policy()))
	return err
}

// page is what all dossiers share.
type page struct{ template, style, script string }

func newPage() (page, error) {
	var p page
	var err error
	read := func(name string) string {
		b, e := assets.ReadFile("assets/" + name)
		if e != nil && err == nil {
			err = fmt.Errorf("read the page's parts: %w", e)
		}
		return string(b)
	}
	p.template, p.style = read("page.html"), read("style.css")
	var script strings.Builder
	script.WriteString("(() => {\n\"use strict\";\n")
	for _, name := range scripts() {
		script.WriteString(read(name + ".js"))
	}
	script.WriteString("})();\n")
	p.script = script.String()
	return p, err
}

// fill puts everything in its place. The parts must not hold what ends their
// element; a title may hold anything.
func (p page) fill(title, data, policy string) string {
	title = html.EscapeString(strings.ReplaceAll(title, "\x00", "\uFFFD"))
	return strings.NewReplacer("{{policy}}", policy, "{{title}}", title, "{{style}}", p.style, "{{data}}", data, "{{script}}", p.script).Replace(p.template)
}

// policy is the Content-Security-Policy: this script and this style, and nothing else
// but what allowed adds.
func (p page) policy(allowed ...string) string {
	parts := append([]string{"default-src 'none'", "script-src " + sum(p.script), "style-src " + sum(p.style),
		"base-uri 'none'", "form-action 'none'"}, allowed...)
	return strings.Join(parts, "; ")
}

func sum(s string) string {
	digest := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(digest[:]) + "'"
}
