package loaders

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/entente-graph/entente"
)

// page is what a format reads from its bytes, before cleaning. Empty fields are
// unknown.
type page struct {
	id, title, outlet, url, language string
	published                        entente.Date
	text                             string // lines; a blank line parts paragraphs
}

// format is one of the ways an article is kept.
type format int

const (
	plainText format = iota
	markdown
	webPage
	jsonLines
)

// formatOf tells a format by the file's extension, and false when that names none.
func formatOf(path string) (format, bool) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".txt", ".text":
		return plainText, true
	case ".md", ".markdown":
		return markdown, true
	case ".html", ".htm", ".xhtml":
		return webPage, true
	case ".json", ".jsonl", ".ndjson":
		return jsonLines, true
	}
	return plainText, false
}

// articleName reports whether a file found in a folder may be an article.
func articleName(path string) bool {
	_, known := formatOf(path)
	return known || filepath.Ext(path) == ""
}

// file reads one file and yields its articles.
func (r *reader) file(f found) bool {
	if !r.alive() {
		return false
	}
	opened, err := os.Open(f.path)
	if err != nil {
		return r.refuse(refuseErr(f.path, "open", err))
	}
	defer opened.Close()
	in := counting{opened, r.opts.Taken}
	format, known := formatOf(f.path)
	if format == jsonLines {
		return r.json(in, jsonSource{where: f.path, path: f.path, optional: f.walked && strings.EqualFold(filepath.Ext(f.path), ".json")})
	}
	data, err := r.readAll(in)
	if err != nil {
		return r.refuse(refuseErr(f.path, "read", err))
	}
	if !known {
		if f.walked && binaryKind(data) != "" {
			return true
		}
		format = sniff(data)
	}
	return r.page(f.path, f.path, format, data)
}

// standardInput reads JSON lines when the first line is a JSON object, else one
// article, a web page or plain text.
func (r *reader) standardInput() bool {
	const where = "standard input"
	if r.opts.Stdin == nil {
		return r.refuse(refuse(where, "it is empty"))
	}
	in := bufio.NewReader(r.opts.Stdin)
	head, err := in.Peek(512)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return r.refuse(refuseErr(where, "read", err))
	}
	if sniff(head) == jsonLines {
		return r.json(in, jsonSource{where: where})
	}
	data, err := r.readAll(in)
	if err != nil {
		return r.refuse(refuseErr(where, "read", err))
	}
	return r.page(where, "", sniff(data), data)
}

// page yields the one article of a text or web page.
func (r *reader) page(where, path string, format format, data []byte) bool {
	p, err := read(format, data)
	if err != nil {
		return r.refuse(refuseErr(where, "", err))
	}
	return r.article(where, path, p)
}

// read turns the bytes of one article into a page.
func read(format format, data []byte) (page, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return page{}, refuse("", "the file is empty")
	}
	if kind := binaryKind(data); kind != "" {
		return page{}, refuse("", "not text, it looks like "+kind+": save the article as text, Markdown or HTML")
	}
	switch format {
	case webPage:
		return readHTML(data)
	case markdown:
		return readMarkdown(decode(data))
	}
	return readText(decode(data)), nil
}

// sniff guesses the format from how the bytes begin.
func sniff(data []byte) format {
	s := strings.TrimSpace(decode(data[:min(len(data), 512)]))
	low := strings.ToLower(s)
	switch {
	case strings.HasPrefix(low, "<!doctype html"), strings.HasPrefix(low, "<html"), strings.HasPrefix(low, "<?xml") && strings.Contains(low, "<html"),
		strings.HasPrefix(low, "<!--") && strings.Contains(low, "<html"):
		return webPage
	case strings.HasPrefix(s, "{") && strings.HasPrefix(strings.TrimSpace(s[1:]), `"`):
		return jsonLines
	}
	return plainText
}

// readAll reads one article's bytes, up to the size allowed.
func (r *reader) readAll(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, r.opts.MaxSize+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > r.opts.MaxSize {
		return nil, r.tooLarge()
	}
	return data, nil
}

func (r *reader) tooLarge() *Refused {
	return refuse("", fmt.Sprintf("larger than %s: raise --max-size to read it", size(r.opts.MaxSize)))
}

func size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
