package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/internal/ahead"
)

// LoadAll is Load for one batch of records after the other, each in a transaction of
// its own; while one is written, the next is planned, and the one after that encoded: batches
// are asked for by another goroutine. When one is written LoadAll tells done
// what that one did. When ctx ends, no further batch is begun, and the one that is
// being written is written to its end.
func LoadAll(ctx context.Context, s Store, batches iter.Seq[[]entente.Record], done func(Summary)) error {
	l := loader{store: s, behind: &behind{Store: s}, done: done}
	for b := range ahead.Of(1, encoded(batches)) {
		if err := ctx.Err(); err != nil {
			return errors.Join(err, l.finish(ctx))
		}
		if err := l.load(context.WithoutCancel(ctx), b); err != nil {
			last := l.finish(ctx)
			if errors.Is(err, ErrUnavailable) && errors.Is(last, ErrUnavailable) {
				return err // once is enough
			}
			return errors.Join(err, last)
		}
	}
	return l.finish(ctx)
}

// loader loads batches, the last of which may not be in the store yet.
type loader struct {
	store  Store
	behind *behind
	done   func(Summary)
	last   *batch // nil when it is in the store
	sum    Summary
}

func (l *loader) load(ctx context.Context, b batch) error {
	l.behind.begun = false
	sum, err := b.load(ctx, l.behind)
	if errors.Is(err, errLost) {
		if err := l.again(ctx); err != nil {
			return err
		}
		sum, err = b.load(ctx, l.behind)
	}
	if err != nil {
		return err
	}
	if !l.behind.begun { // nothing is to be written, so nothing waited for the last
		if err := l.finish(ctx); err != nil {
			return err
		}
	} else if l.last != nil {
		l.done(l.sum)
	}
	l.last, l.sum = &b, sum
	return nil
}

// finish waits until the last batch is in the store.
func (l *loader) finish(ctx context.Context) error {
	if l.last == nil {
		return nil
	}
	if l.behind.settle() != nil {
		return l.again(context.WithoutCancel(ctx))
	}
	l.done(l.sum)
	l.last = nil
	return nil
}

// again loads the last batch, which didn't get into the store, from what is there now.
func (l *loader) again(ctx context.Context) error {
	b := l.last
	l.last = nil
	sum, err := b.load(ctx, l.store)
	if err == nil {
		l.done(sum)
	}
	return err
}

// errLost says that the delta before didn't get into the store: another writer was
// faster, or the store can't be reached.
var errLost = errors.New("the batch before wasn't written")

// behind is a store that is a delta behind: Apply doesn't wait until it is done, and Read
// gives what the store will hold then. It is for one goroutine.
type behind struct {
	Store
	delta   Delta
	written chan error // of the delta; nil when it is settled
	begun   bool       // Apply was called
}

func (b *behind) Apply(ctx context.Context, d Delta) error {
	if err := b.settle(); err != nil {
		return err
	}
	written := make(chan error, 1)
	b.delta, b.written, b.begun = d, written, true
	go func() { written <- b.Store.Apply(ctx, d) }()
	return nil
}

// settle waits for the delta.
func (b *behind) settle() error {
	if b.written == nil {
		return nil
	}
	err := <-b.written
	b.written = nil
	if err != nil {
		return fmt.Errorf("%w: %v", errLost, err)
	}
	return nil
}

func (b *behind) Read(ctx context.Context, keys Keys) (State, error) {
	if len(keys.Mentioning) > 0 { // which a delta doesn't tell
		if err := b.settle(); err != nil {
			return State{}, err
		}
	}
	state, err := b.Store.Read(ctx, keys)
	if err != nil || b.written == nil || state.Version != b.delta.From && state.Version != b.delta.To {
		return state, err
	}
	return state, b.delta.over(&state, keys)
}

// over makes of what a store held what it will hold of the keys; twice equals once.
func (d Delta) over(state *State, keys Keys) error {
	state.Version, state.Decisions = d.To, d.Decisions
	asked := map[Key]bool{}
	for _, k := range keys.Shared {
		asked[k] = true
	}
	for _, id := range keys.Articles {
		asked[Key{Kind: Article, ID: id}] = true
	}
	gone, put := map[string]bool{}, map[string][]string{} // events, and reports by block
	for _, k := range d.Delete {
		delete(state.Articles, k.ID)
		delete(state.Tallies, k)
		gone[k.ID] = true
	}
	for _, e := range d.Put {
		switch {
		case e.Kind == Event:
			gone[e.ID] = true
			block, _ := e.Props["_block"].(string)
			reports, _ := e.Props["_reports"].(string)
			put[block] = append(put[block], reports)
		case !asked[e.Key]:
		case e.Kind == Article && e.Props["_digest"] == keys.Digests[e.ID]:
			state.Articles[e.ID] = ""
		case e.Kind == Article:
			state.Articles[e.ID], _ = e.Props["_record"].(string)
		default:
			state.Tallies[e.Key], _ = e.Props["_tally"].(string)
		}
	}
	for _, block := range keys.Blocks {
		var events []string
		for _, reports := range state.Blocks[block] {
			id, err := eventID(reports)
			if err != nil {
				return fmt.Errorf("events of %q: %w", block, err)
			}
			if !gone[id] {
				events = append(events, reports)
			}
		}
		if events = slices.Concat(events, put[block]); len(events) > 0 {
			state.Blocks[block] = events
		} else {
			delete(state.Blocks, block)
		}
	}
	return nil
}

// eventID is the id that merge gives an event with these reports, of which it reads
// the first alone.
func eventID(reports string) (string, error) {
	d := json.NewDecoder(strings.NewReader(reports))
	var first report
	if _, err := d.Token(); err != nil {
		return "", fmt.Errorf("decode stored reports: %w", err)
	}
	if err := d.Decode(&first); err != nil {
		return "", fmt.Errorf("decode stored reports: %w", err)
	}
	return first.eventID(), nil
}
