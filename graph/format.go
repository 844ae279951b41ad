package graph

import (
	"context"
	"errors"
	"fmt"
)

// Format numbers how a store keeps the graph. It goes up when the elements, their
// hidden properties or the tables change, so that what an earlier version of the
// program wrote can't be used as it is.
const Format = 6

// ErrOldFormat says that an earlier version of the program wrote the store. The
// Migrate function of the store's package brings it up to date.
var ErrOldFormat = errors.New("an earlier version of this program wrote the graph")

// ErrUnavailable says that the store can't be reached just now: the server is being
// started again, say. What was asked for may be asked again later.
var ErrUnavailable = errors.New("the store can't be reached")

// CheckFormat gives an error that says what to do unless the format of a store is Format.
func CheckFormat(held int) error {
	switch {
	case held < Format:
		return fmt.Errorf("%w, in format %d; this version has format %d: run \"entente migrate\", which makes it anew of its articles", ErrOldFormat, held, Format)
	case held > Format:
		return fmt.Errorf("a newer version of this program wrote the graph, in format %d; this version has format %d: get the newer one", held, Format)
	}
	return nil
}

// Source is what articles and decisions can be read from.
type Source interface {
	Read(ctx context.Context, keys Keys) (State, error)
	Scan(ctx context.Context, kinds []string, yield func(Element) error) error
}
