package loaders

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// Size gives how many bytes Read will take from the files of paths. It looks at
// their sizes alone, and at nothing of standard input or of what Read will refuse.
func Size(paths []string) int64 {
	var total int64
	w := &walker{seen: map[string]bool{}, visit: func(f found) bool {
		if info, err := os.Stat(f.path); f.refused == nil && err == nil {
			total += info.Size()
		}
		return true
	}}
	for _, path := range paths {
		matches := []string{path}
		if !exists(path) && strings.ContainsAny(path, "*?[") {
			matches, _ = filepath.Glob(path)
		}
		for _, m := range matches {
			w.walk(m)
		}
	}
	return total
}

// counting counts the bytes that are read.
type counting struct {
	io.Reader
	count *atomic.Int64
}

func (c counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.count.Add(int64(n))
	return n, err
}
