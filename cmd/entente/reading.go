package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"runtime"
	"sync/atomic"

	"github.com/spf13/pflag"
	"golang.org/x/sync/errgroup"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
	"github.com/entente-graph/entente/lexicon"
	"github.com/entente-graph/entente/loaders"
)

// articleSeq streams articles, and errors for those that can't be read.
type articleSeq = iter.Seq2[entente.Article, error]

// reading is how articles are read and what is known beforehand: the flags that
// load and extract share.
type reading struct {
	published string
	maxSize   int64
	overlays  []string
	second    second

	taken atomic.Int64 // bytes of articles that were read
	total atomic.Int64 // bytes there are; 0 while it isn't known
}

func (r *reading) flags(f *pflag.FlagSet) {
	f.StringVar(&r.published, "published", "", "the date of articles that don't say theirs: 2020-09-25, 2020-09 or 2020")
	f.Int64Var(&r.maxSize, "max-size", loaders.DefaultMaxSize, "refuse articles larger than this, in bytes")
	f.StringArrayVar(&r.overlays, "lexicon", nil, "a folder of your own names, treaties and verbs, laid over the program's (repeatable)")
	r.second.flags(f)
}

// articles streams the articles of paths.
func (r *reading) articles(ctx context.Context, a *app, paths []string) (articleSeq, error) {
	published, err := entente.ParseDate(r.published)
	if err != nil {
		return nil, usage("--published: %w", err)
	}
	if r.maxSize <= 0 {
		return nil, usage("--max-size %d: want a number of bytes above 0", r.maxSize)
	}
	if a.progress().w != nil {
		go func() { r.total.Store(loaders.Size(paths)) }()
	}
	return loaders.Read(ctx, paths, loaders.Options{MaxSize: r.maxSize, Published: published, Stdin: a.stdin, Taken: &r.taken}), nil
}

// part is which part of the articles was read, 0 when that isn't known.
func (r *reading) part() float64 {
	if total := r.total.Load(); total > 0 {
		return float64(r.taken.Load()) / float64(total)
	}
	return 0
}

// reader gives what an article tells. An error that is a refusal is about that
// article alone.
type reader interface {
	Extract(context.Context, entente.Article) (entente.Record, error)
	// Explain writes how the article is read.
	Explain(context.Context, io.Writer, entente.Article) error
	// AtOnce is how many articles are best read at a time.
	AtOnce() int
	// Name is the same for readers that read every article in the same way; "" if
	// there is no promising that.
	Name() (string, error)
}

// rules are the program's own reader.
type rules struct {
	*extract.Extractor
	overlays []string // the users' folders
}

func (r rules) AtOnce() int { return runtime.GOMAXPROCS(0) }

func (r rules) Extract(_ context.Context, a entente.Article) (entente.Record, error) {
	return r.Extractor.Extract(a), nil
}

func (r rules) Explain(_ context.Context, w io.Writer, a entente.Article) error {
	return r.Extractor.Explain(w, a)
}

// extractor makes the rules of the program's lexicon and the users' folders.
func (r *reading) extractor() (rules, error) {
	lex, err := openLexicon(r.overlays)
	if err != nil {
		return rules{}, err
	}
	ex, err := extract.New(lex)
	return rules{ex, r.overlays}, err
}

// reader makes the reader that was asked for.
func (r *reading) reader() (reader, error) {
	ex, err := r.extractor()
	if err != nil {
		return nil, err
	}
	return r.second.open(ex)
}

func openLexicon(folders []string) (*lexicon.Lexicon, error) {
	overlays := make([]fs.FS, len(folders))
	for i, folder := range folders {
		if info, err := os.Stat(folder); err != nil {
			return nil, usage("--lexicon: %w", err)
		} else if !info.IsDir() {
			return nil, usage("--lexicon %s: want a folder", folder)
		}
		overlays[i] = os.DirFS(folder)
	}
	return lexicon.Open(overlays...)
}

// refuse names an article that could not be read, and why.
func (a *app) refuse(err error) {
	r := refusal{Reason: err.Error()}
	if e := (*loaders.Refused)(nil); errors.As(err, &e) {
		r = refusal{e.Path, e.Reason}
	}
	a.refused = append(a.refused, r)
	a.say("refused %v", err)
}

// isRefusal reports whether an error is about one article only.
func isRefusal(err error) bool {
	var r *loaders.Refused
	return errors.As(err, &r)
}

// extractAll extracts from the articles, several at once, and gives take the records
// in the articles' order. Articles that can't be read go to refused, in that
// order too; both are called by one goroutine at a time.
func extractAll(ctx context.Context, articles articleSeq, ex reader,
	refused func(error), take func(entente.Record) error) error {
	type result struct {
		record entente.Record
		err    error
	}
	type slot struct {
		record chan result
		err    error
	}
	queue := make(chan slot, 4*ex.AtOnce())
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(queue)
		workers, ctx := errgroup.WithContext(ctx)
		workers.SetLimit(ex.AtOnce())
		for article, err := range articles {
			s := slot{err: err, record: make(chan result, 1)}
			if err != nil && !isRefusal(err) {
				return errors.Join(err, workers.Wait())
			}
			select {
			case queue <- s:
			case <-ctx.Done():
				return errors.Join(ctx.Err(), workers.Wait())
			}
			if err == nil {
				workers.Go(func() error {
					record, err := ex.Extract(ctx, article)
					s.record <- result{record, err}
					return nil
				})
			}
		}
		return workers.Wait()
	})
	g.Go(func() error {
		for s := range queue {
			if s.err != nil {
				refused(s.err)
				continue
			}
			r := <-s.record
			if isRefusal(r.err) {
				refused(r.err)
				continue
			}
			if r.err != nil {
				return r.err
			}
			if err := take(r.record); err != nil {
				return err
			}
		}
		return nil
	})
	return g.Wait()
}

// ignore is for articles that come again, where nobody needs to know.
func ignore(entente.Article) {}

// unique passes on each article once, and tells repeated of those that come again.
// One that has the id of an earlier article but another text is refused.
func unique(articles articleSeq, repeated func(entente.Article)) articleSeq {
	type first struct{ path, sum string }
	return func(yield func(entente.Article, error) bool) {
		seen := map[string]first{}
		for article, err := range articles {
			if err == nil {
				sum := article.SHA256()
				before, known := seen[article.ID]
				if known && before.sum == sum {
					repeated(article)
					continue
				}
				if known {
					err = &loaders.Refused{Path: article.Path, Reason: fmt.Sprintf("has the id %s of %s, but another text", article.ID, before.path)}
				} else {
					seen[article.ID] = first{article.Path, sum}
				}
			}
			if !yield(article, err) {
				return
			}
		}
	}
}
