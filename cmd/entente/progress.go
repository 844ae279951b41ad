package main

import (
	"fmt"
	"io"
	"os"
	"sync"

	"golang.org/x/term"
)

// progress is a line on stderr that says how far the work is; there is none when
// stderr isn't a terminal.
type progress struct {
	w     io.Writer // nil for none
	mu    sync.Mutex
	shown bool
}

func (a *app) progress() *progress {
	if f, ok := a.stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &progress{w: f}
	}
	return &progress{}
}

const eraseLine = "\r\x1b[K"

func (p *progress) show(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w != nil {
		fmt.Fprintf(p.w, eraseLine+format, args...)
		p.shown = true
	}
}

func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, eraseLine)
		p.shown = false
	}
}
