package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// A dev server lives in two ages. Until it shows the first page, time is what
// counts: there is little to be found yet by looking for memory that is not in
// use. From then on it is memory: the server stands beside an editor's other
// programs, and does nothing most of the time.

const (
	// startBytes is how much memory a server takes before it is looked for what
	// is not in use.
	startBytes = 40 << 20
	// restPercent is how much may come to what is in use while a site is edited.
	restPercent = 50
	// restGrowth is what must have come to it for a look while nothing happens.
	restGrowth = 1 << 20
)

// serverMemory says how a dev server's memory is looked after. GOGC and
// GOMEMLIMIT, where they are set, go before it.
type serverMemory struct {
	given bool      // the user has said how
	start sync.Once // ends the start: with the first look for unused memory, or the first rest
	least uint64    // what was in use at the last rest, in bytes
}

// newServerMemory is for a start: the first look for unused memory comes late,
// those after it as Go has them.
func newServerMemory() *serverMemory {
	m := &serverMemory{given: os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != ""}
	if m.given {
		return m
	}
	debug.SetMemoryLimit(startBytes)
	debug.SetGCPercent(-1)
	// What nobody holds is found by the first look.
	runtime.AddCleanup(new([16]byte), func(m *serverMemory) {
		m.start.Do(func() { look(usualPercent) })
	}, m)
	return m
}

// usualPercent is Go's own.
const usualPercent = 100

// look has unused memory looked for when so much has come to what is in use.
func look(percent int) {
	debug.SetGCPercent(percent)
	debug.SetMemoryLimit(math.MaxInt64)
}

// rest gives back what is not in use, if that is worth the look.
func (m *serverMemory) rest() {
	if m.least > 0 && heapBytes() < m.least+max(m.least/16, restGrowth) {
		return
	}
	if !m.given {
		m.start.Do(func() {})
		look(restPercent)
	}
	debug.FreeOSMemory()
	dropProgram()
	m.least = heapBytes()
}

// heapBytes is how much memory the program's data takes, in use or not yet
// found not to be.
func heapBytes() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
