// Package loaders reads news articles as people keep them, plain text,
// Markdown, saved web pages and JSON lines, and gives each as an
// entente.Article: body without page furniture, and title, outlet, address and
// date where the file tells them. It uses no network and no clock.
//
// Read yields the articles of files, folders and patterns one by one.
//
// To add a format: write a file with a function from decoded text to a page
// (text.go is the smallest), name it in read in format.go with its file
// extensions, and put pairs of an input and the article expected of it,
// NAME and NAME.want.json, into testdata/FORMAT.
//
// To add a litter rule: add it to a file in rules/litter, with lines it must match
// and sentences it must keep; the tests read the examples from there. Names of
// outlets and agencies are in rules/outlets.yaml.
package loaders

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/entente-graph/entente"
)

// DefaultMaxSize is the size, in bytes, above which an article is refused when
// Options.MaxSize is 0.
const DefaultMaxSize = 16 << 20

// Options say how to read.
type Options struct {
	// MaxSize is the most bytes one article may have: a whole file, or one line
	// of JSON lines. 0 means DefaultMaxSize.
	MaxSize int64
	// Published dates the articles that don't say themselves when they were
	// published; empty leaves them undated.
	Published entente.Date
	// Stdin is what the path "-" reads. Nil reads as empty.
	Stdin io.Reader
	// Taken, unless nil, counts the bytes that were read so far, of which there
	// are Size in all.
	Taken *atomic.Int64
}

// Refused is an input that gave no article. Reading goes on after it.
type Refused struct {
	Path   string // the file, folder or pattern; "FILE:7" for line 7 of JSON lines
	Reason string // why, in words for the user
	Err    error  // the cause, when there is one
}

// Error is the path and the reason.
func (r *Refused) Error() string { return r.Path + ": " + r.Reason }

// Unwrap gives the cause.
func (r *Refused) Unwrap() error { return r.Err }

func refuse(path, reason string) *Refused { return &Refused{Path: path, Reason: reason} }

// refuseErr makes a refusal of an error; doing says what was being done, "" when
// the error says it.
func refuseErr(path, doing string, err error) *Refused {
	var r *Refused
	if errors.As(err, &r) {
		return &Refused{Path: path, Reason: r.Reason, Err: r.Err}
	}
	if doing != "" {
		doing += ": "
	}
	return &Refused{Path: path, Reason: doing + cause(err), Err: err}
}

// Read streams the articles of paths: files, folders (walked in sorted order),
// glob patterns, and "-" for Options.Stdin. Paths are taken in the order given
// and no file is read twice. Every article has its ID.
//
// An error is a *Refused that names the input and says why, and reading goes on
// after it. Only a ctx that ends, or rules that can't be read, ends the stream, with
// an error that is no *Refused.
func Read(ctx context.Context, paths []string, opts Options) iter.Seq2[entente.Article, error] {
	if opts.MaxSize <= 0 {
		opts.MaxSize = DefaultMaxSize
	}
	if opts.Taken == nil {
		opts.Taken = new(atomic.Int64)
	}
	return func(yield func(entente.Article, error) bool) {
		c, err := sharedCleaner()
		if err != nil {
			yield(entente.Article{}, fmt.Errorf("read the loaders' rules: %w", err))
			return
		}
		r := &reader{ctx: ctx, opts: opts, cleaner: c, yield: yield}
		w := &walker{seen: map[string]bool{}, visit: r.visit}
		for _, path := range paths {
			if !r.path(w, path) {
				return
			}
		}
	}
}

// reader is one call of Read. Its methods return false once the stream is over.
type reader struct {
	ctx     context.Context
	opts    Options
	cleaner *cleaner
	yield   func(entente.Article, error) bool
}

func (r *reader) path(w *walker, path string) bool {
	if path == "-" {
		return r.standardInput()
	}
	if exists(path) || !strings.ContainsAny(path, "*?[") {
		return w.walk(path)
	}
	matches, err := filepath.Glob(path)
	if err != nil {
		return r.refuse(refuseErr(path, "read the pattern", err))
	}
	if len(matches) == 0 {
		return r.refuse(refuse(path, "no file matches this pattern"))
	}
	for _, m := range matches {
		if !w.walk(m) {
			return false
		}
	}
	return true
}

// visit takes one result of a walk: a file to read, or an input refused.
func (r *reader) visit(f found) bool {
	if f.refused != nil {
		return r.refuse(f.refused)
	}
	return r.file(f)
}

func (r *reader) refuse(err *Refused) bool {
	if !r.alive() {
		return false
	}
	return r.yield(entente.Article{}, err)
}

// alive reports whether ctx lasts, and ends the stream with its error if not.
func (r *reader) alive() bool {
	if err := r.ctx.Err(); err != nil {
		r.yield(entente.Article{}, fmt.Errorf("read articles: %w", err))
		return false
	}
	return true
}

// article finishes a page and yields it, or yields why it gives no article.
// where names it in a refusal, and path is what the article will say it came from.
func (r *reader) article(where, path string, p page) bool {
	if !r.alive() {
		return false
	}
	a, err := r.cleaner.article(p, r.opts.Published)
	if err != nil {
		return r.yield(entente.Article{}, refuseErr(where, "", err))
	}
	a.Path = path
	a.Identify()
	return r.yield(a, nil)
}
