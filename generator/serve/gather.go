package serve

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"
)

// everything is the hint that any file may have changed: events were lost, or
// there were so many that naming them is no help.
const everything = "."

// mostHints is how many paths a burst may name before it becomes everything.
const mostHints = 4096

// hint is a path that may have changed. gone tells that the last that was heard
// of it is that it went: many editors move the old file away first.
type hint struct {
	path string
	gone bool
}

// How long a burst of events is gathered: editors write a file in several
// steps within a millisecond, and a page is to be there before the eye is; but
// a file that went is given time to come back, and a checkout of thousands of
// files should not rebuild for each.
const (
	quietTime  = 4 * time.Millisecond
	returnTime = 25 * time.Millisecond
	mostTime   = 400 * time.Millisecond
)

// burst gathers hints until nothing came for a while. The clock of its timer
// is the only one it knows, so that tests run it on a false one.
type burst struct {
	quiet time.Duration // the silence that ends a burst
	back  time.Duration // the same where a file went and has not come back
	most  time.Duration // ends it where there is no silence
	ready chan struct{} // one token where a burst is over

	mu      sync.Mutex
	pending map[string]bool // true for what went
	gone    int             // how many did
}

func newBurst(quiet, back, most time.Duration) *burst {
	return &burst{quiet: quiet, back: back, most: most, ready: make(chan struct{}, 1), pending: make(map[string]bool)}
}

// run takes hints until ctx ends. It never waits for who takes the bursts.
func (b *burst) run(ctx context.Context, hints <-chan hint) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	defer timer.Stop()
	var started time.Time // zero between bursts
	for {
		select {
		case <-ctx.Done():
			return
		case h := <-hints:
			wait := b.put(h)
			if started.IsZero() {
				started = time.Now()
			}
			timer.Reset(max(0, min(wait, b.most-time.Since(started))))
		case <-timer.C:
			started = time.Time{}
			select {
			case b.ready <- struct{}{}:
			default:
			}
		}
	}
}

// put adds a hint, and gives the silence that now ends the burst.
func (b *burst) put(h hint) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.pending) >= mostHints {
		h = hint{path: everything}
	}
	if b.pending[h.path] {
		b.gone--
	}
	if h.gone {
		b.gone++
	}
	b.pending[h.path] = h.gone
	if b.gone > 0 {
		return b.back
	}
	return b.quiet
}

// take gives the hints so far, sorted, without those that lie in the folder of
// another; nil where there are none.
func (b *burst) take() []string {
	b.mu.Lock()
	set := b.pending
	b.pending, b.gone = make(map[string]bool), 0
	b.mu.Unlock()
	if _, all := set[everything]; all {
		return []string{everything}
	}
	var hints []string
	for hint := range set {
		if !within(set, hint) {
			hints = append(hints, hint)
		}
	}
	slices.Sort(hints)
	return hints
}

// within tells whether a folder above the path is in the set.
func within(set map[string]bool, file string) bool {
	for cut := strings.LastIndexByte(file, '/'); cut >= 0; cut = strings.LastIndexByte(file, '/') {
		file = file[:cut]
		if _, ok := set[file]; ok {
			return true
		}
	}
	return false
}
