package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
)

// lookUp is how many articles are looked up in a store at a time, and textsAtOnce how
// many bytes of text at most wait for that.
const (
	lookUp      = 250
	textsAtOnce = 1 << 20
)

// fresh passes on the articles that the reader of that name has yet to read into the
// store, and tells known of the others.
func fresh(ctx context.Context, store graph.Store, reader string, articles articleSeq, known func(entente.Article)) articleSeq {
	return func(yield func(entente.Article, error) bool) {
		var waiting []entente.Article
		bytes := 0
		pass := func() bool {
			if len(waiting) == 0 {
				return true
			}
			unread, err := graph.Unread(ctx, store, reader, waiting)
			if err != nil {
				return yield(entente.Article{}, err) && false
			}
			for i, a := range waiting {
				if !unread[i] {
					known(a)
				} else if !yield(a, nil) {
					return false
				}
			}
			waiting, bytes = waiting[:0], 0
			return true
		}
		for article, err := range articles {
			if err != nil {
				if !pass() || !yield(article, err) {
					return
				}
				continue
			}
			waiting = append(waiting, article)
			if bytes += len(article.Text); len(waiting) == lookUp || bytes >= textsAtOnce {
				if !pass() {
					return
				}
			}
		}
		pass()
	}
}

// Name tells this program with the users' folders from any that may read otherwise: it
// is made of the program's own file and of the folders' files.
func (r rules) Name() (string, error) {
	h := sha256.New()
	self, err := os.Executable()
	if err == nil {
		err = add(h, self)
	}
	if err != nil {
		return "", fmt.Errorf("look at the program's own file: %w", err)
	}
	for _, folder := range r.overlays {
		files, err := os.ReadDir(folder)
		if err != nil {
			return "", fmt.Errorf("--lexicon: %w", err)
		}
		for _, f := range files {
			path := filepath.Join(folder, f.Name())
			if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
				continue
			}
			if err := add(h, path); err != nil {
				return "", fmt.Errorf("--lexicon: %w", err)
			}
		}
	}
	return "rules:" + hex.EncodeToString(h.Sum(nil)[:8]), nil
}

// add adds a file's name and content to a checksum.
func add(h io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	fmt.Fprintf(h, "%s\x00", filepath.Base(path))
	n, err := io.Copy(h, f)
	fmt.Fprintf(h, "\x00%d\x00", n)
	return err
}

// Name adds the model to the rules', for it is given what they find. A model that the
// rules stand in for may read another way the next time, and has none.
func (m *modelReader) Name() (string, error) {
	name, err := m.rules.Name()
	if m.fallBack || err != nil {
		return "", err
	}
	return fmt.Sprintf("llm:%x", sha256.Sum256([]byte(name+"\x00"+m.settings)))[:20], nil
}
