package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/spf13/pflag"

	"github.com/entente-graph/entente/graph"
)

// patience is how long a command waits for a store that can't be reached.
type patience struct{ limit time.Duration }

func (p patience) of(ctx context.Context, a *app, s graph.Store) graph.Store {
	return patient{s, p.limit, ctx.Done(), a.say, new(waiting)}
}

func (p *patience) flag(f *pflag.FlagSet) {
	f.DurationVar(&p.limit, "retry-for", 2*time.Minute, "how long to wait for a server that stops answering, 0s for not at all")
}

// patient is a store that is asked again while it can't be reached. That is safe:
// applying a delta twice equals applying it once. Only a scan isn't patient: one that
// has begun can't begin again unnoticed.
type patient struct {
	graph.Store
	limit       time.Duration
	interrupted <-chan struct{} // ends the waiting
	say         func(format string, args ...any)
	waiting     *waiting
}

// waiting is what all who ask one store share: one waits and says so, and the others
// see what comes of it.
type waiting struct {
	sync.Mutex
	over bool // it was in vain once, and isn't begun again
}

// pause is how long to wait before asking again.
const pause = time.Second

func (p patient) Read(ctx context.Context, keys graph.Keys) (state graph.State, err error) {
	err = p.insist(func() (err error) {
		state, err = p.Store.Read(ctx, keys)
		return err
	})
	return state, err
}

func (p patient) Query(ctx context.Context, q graph.Query, params map[string]any) (rows graph.Rows, err error) {
	err = p.insist(func() (err error) {
		rows, err = p.Store.Query(ctx, q, params)
		return err
	})
	return rows, err
}

func (p patient) Apply(ctx context.Context, d graph.Delta) error {
	return p.insist(func() error { return p.Store.Apply(ctx, d) })
}

// insist does something again and again until it succeeds, fails for another reason
// than that the store can't be reached, or the patience ends.
func (p patient) insist(do func() error) error {
	err := do()
	if !errors.Is(err, graph.ErrUnavailable) || p.limit <= 0 {
		return err
	}
	p.waiting.Lock()
	defer p.waiting.Unlock()
	if p.waiting.over {
		return err
	}
	if err = do(); !errors.Is(err, graph.ErrUnavailable) {
		return err
	}
	p.say("The graph can't be reached: waiting up to %v for it. (%v)", p.limit, err)
	for end := time.Now().Add(p.limit); time.Now().Before(end); {
		select {
		case <-p.interrupted:
			return fmt.Errorf("wait for the graph: %w", context.Canceled)
		case <-time.After(pause):
		}
		if err = do(); !errors.Is(err, graph.ErrUnavailable) {
			if err == nil {
				p.say("The graph is there again: going on.")
			}
			return err
		}
	}
	p.waiting.over = true
	return fmt.Errorf("waited %v: %w", p.limit, err)
}
