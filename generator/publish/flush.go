package publish

import (
	"sync"
	"sync/atomic"
)

// flushed is after how many bytes the disk is set to work: often enough that
// little is left to wait for at the end, seldom enough that a small site is
// written at once.
const flushed = 32 << 20

// flusher has the disk write while other files are still being made, so that
// the wait before the swap is short.
type flusher struct {
	dir   string
	bytes atomic.Int64 // written since the disk was last set to work
	busy  atomic.Bool
	group sync.WaitGroup
}

// note tells of n bytes more.
func (f *flusher) note(n int64) {
	if f.bytes.Add(n) < flushed || !f.busy.CompareAndSwap(false, true) {
		return
	}
	f.bytes.Store(0)
	f.group.Go(func() {
		_ = syncFolder(f.dir) // the one before the swap tells what is wrong
		f.busy.Store(false)
	})
}

// wait waits until nothing is under way.
func (f *flusher) wait() { f.group.Wait() }
