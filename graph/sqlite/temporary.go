package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/entente-graph/entente/graph"
)

// temporary is a store that goes when it is closed.
type temporary struct {
	*store
	folder string
}

// OpenTemporary makes an empty graph in a file that Close removes. It doesn't wait
// for the disk: what is in it is worth nothing after a crash.
func OpenTemporary(ctx context.Context) (graph.Store, error) {
	folder, err := os.MkdirTemp("", "entente-")
	if err != nil {
		return nil, fmt.Errorf("make a temporary graph: %w", err)
	}
	s, err := open(ctx, filepath.Join(folder, "graph.db"), "OFF")
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return temporary{s, folder}, nil
}

func (t temporary) Close() error {
	return errors.Join(t.store.Close(), os.RemoveAll(t.folder))
}
