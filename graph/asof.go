package graph

import (
	"context"
	"fmt"

	"github.com/entente-graph/entente"
)

// Past says, in articles, what AsOf took and what it left out.
type Past struct {
	Taken   int
	Later   int // published later
	Unsure  int // published in a month or a year that was to go on
	Undated int // of unknown publication
}

// All is how many articles there were to take.
func (p Past) All() int { return p.Taken + p.Later + p.Unsure + p.Undated }

// AsOf makes of an empty store what the other was at the end of a day, month or
// year: the graph of the articles that were published by then for certain, under
// the decisions there are. It loads batch articles in a transaction, and after
// each tells done, unless that is nil, what has been done so far.
func AsOf(ctx context.Context, from, to Store, date entente.Date, batch int, done func(Summary)) (Past, error) {
	var p Past
	_, err := push(ctx, from, to, batch, done, func(a entente.Article) bool {
		switch {
		case a.Published == "":
			p.Undated++
		case a.Published.By(date):
			p.Taken++
			return true
		case date.Within(a.Published):
			p.Unsure++
		default:
			p.Later++
		}
		return false
	})
	if err != nil {
		return p, fmt.Errorf("make the graph as of %s: %w", date, err)
	}
	return p, nil
}
