package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// progress is a line on stderr that says how far the work is; there is none when
// stderr isn't a terminal.
type progress struct {
	w     io.Writer // nil for none
	begun time.Time

	mu    sync.Mutex
	last  time.Time // when it was shown
	shown bool
}

func (a *app) progress() *progress {
	if f, ok := a.stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &progress{w: f, begun: time.Now()}
	}
	return &progress{}
}

const eraseLine = "\r\x1b[K"

// seldom is how long a line of progress stays as it is at least.
const seldom = 200 * time.Millisecond

// show says how many articles are done, and which part of the work that is, from 0
// to 1, or 0 when it isn't known.
func (p *progress) show(articles int, part float64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if p.w == nil || now.Sub(p.last) < seldom {
		return
	}
	fmt.Fprint(p.w, eraseLine, progressLine(articles, part, now.Sub(p.begun)))
	p.last, p.shown = now, true
}

// progressLine says how far the work got in that time, how fast it goes, and how long
// it will last.
func progressLine(articles int, part float64, passed time.Duration) string {
	line := count(articles, "article")
	if passed < time.Second {
		return line
	}
	line += fmt.Sprintf(", %.0f a second", float64(articles)/passed.Seconds())
	if part > 0 && part < 1 {
		left := time.Duration(float64(passed) * (1 - part) / part)
		line += fmt.Sprintf(", %.0f %% done, %v left", 100*part, left.Round(time.Second))
	}
	return line
}

func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.w, eraseLine)
		p.shown = false
	}
}
