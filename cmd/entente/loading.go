package main

import (
	"context"
	"math"
	"runtime/debug"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/loaders"
)

// batchBytes of texts end a batch that has fewer than graph.Batch articles: what is
// planned and what is written takes some 200 times that in memory.
const batchBytes = 1 << 19

// loading is one load on its way: articles are read and extracted from while the
// batch before is written. Those that this program has loaded before are passed over.
type loading struct {
	*app
	store    graph.Store
	part     func() float64 // of the articles that was read, 0 when it isn't known
	progress *progress
	total    graph.Summary // of what is written
	account  account
	passed   atomic.Int64 // articles that needn't be read again
	taken    atomic.Int64 // articles that were read
}

// loadAll extracts from the articles and loads the records, batch by batch. An
// interrupt lets the batch that is being written end. The account is of what
// happened until the end, also when there is an error.
func (a *app) loadAll(ctx context.Context, store graph.Store, articles articleSeq, ex reader, part func() float64) (account, error) {
	defer saveMemory()()
	l := loading{app: a, store: store, part: part, progress: a.progress()}
	defer l.progress.clear()
	batches := make(chan []entente.Record, 1)
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(batches)
		return l.read(gctx, articles, ex, batches)
	})
	g.Go(func() error { return l.write(gctx, batches) })
	err := g.Wait()
	l.account.Refused = append([]refusal{}, a.refused...)
	l.account.settle(l.total, int(l.passed.Load()), err)
	return l.account, err
}

func (l *loading) read(ctx context.Context, articles articleSeq, ex reader, batches chan<- []entente.Record) error {
	var records []entente.Record
	bytes := 0
	flush := func() error {
		if len(records) == 0 {
			return nil
		}
		select {
		case batches <- records:
		case <-ctx.Done():
			return ctx.Err()
		}
		records, bytes = nil, 0
		return nil
	}
	refused := func(err error) {
		l.progress.clear()
		l.refuse(err)
	}
	repeated := func(entente.Article) { l.account.Repeated++ }
	name, err := ex.Name()
	if err != nil {
		return err
	}
	unread := unique(articles, repeated)
	if name != "" {
		unread = fresh(ctx, l.store, name, unread, l.pass)
	}
	err = extractAll(ctx, unread, ex, refused, func(r entente.Record) error {
		r.Reader = name
		if err := graph.Check(r); err != nil {
			refused(&loaders.Refused{Path: r.Article.Path, Reason: "what was read in it doesn't fit together: " + err.Error(), Err: err})
			return nil
		}
		l.account.take(r)
		l.progress.show(int(l.taken.Add(1)+l.passed.Load()), l.part())
		records = append(records, r)
		if bytes += len(r.Article.Text); len(records) < graph.Batch && bytes < batchBytes {
			return nil
		}
		return flush()
	})
	if err != nil {
		return err
	}
	return flush()
}

// pass counts an article that the store holds as it would be read again.
func (l *loading) pass(entente.Article) {
	l.progress.show(int(l.taken.Load()+l.passed.Add(1)), l.part())
}

func (l *loading) write(ctx context.Context, batches <-chan []entente.Record) error {
	return graph.LoadAll(ctx, l.store, func(yield func([]entente.Record) bool) {
		for records := range batches {
			if !yield(records) {
				return
			}
		}
	}, l.total.Add)
}

// memory, in bytes, is what a load should make do with. What it holds of articles on
// their way is the same for few and many; garbage may be as much again, and is
// collected sooner where that would be more than this.
const memory = 380 << 20

// saveMemory asks for that, unless the user set a limit by GOMEMLIMIT, until the
// function that it gives is called.
func saveMemory() (restore func()) {
	set := debug.SetMemoryLimit(-1)
	if set == math.MaxInt64 {
		debug.SetMemoryLimit(memory)
	}
	return func() { debug.SetMemoryLimit(set) }
}
