package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// progressBar draws how far a stage has come, ten times a second at most, on
// the last line of a terminal.
type progressBar struct {
	r     *report
	mu    sync.Mutex
	drawn time.Time
	shown bool
}

// progress gives a function that the pipeline tells how far it is, and one
// that clears the line. Where nothing may move, the first is nil.
func (r *report) progress() (func(stage string, done, total int), func()) {
	if !r.terminal || r.quiet || r.json {
		return nil, func() {}
	}
	b := &progressBar{r: r}
	return b.draw, b.clear
}

func (b *progressBar) draw(stage string, done, total int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := time.Now()
	if now.Sub(b.drawn) < 100*time.Millisecond {
		return
	}
	b.drawn, b.shown = now, true
	if total == 0 {
		fmt.Fprintf(b.r.err, "\r\x1b[K%s %d", stage, done)
		return
	}
	const width = 30
	full := min(width*done/total, width)
	fmt.Fprintf(b.r.err, "\r\x1b[K%s [%s%s] %d of %d", stage, strings.Repeat("=", full), strings.Repeat(" ", width-full), done, total)
}

func (b *progressBar) clear() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.shown {
		fmt.Fprint(b.r.err, "\r\x1b[K")
		b.shown = false
	}
}
