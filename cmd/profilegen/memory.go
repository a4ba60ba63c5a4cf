package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// While a site is read, extracted and merged, nearly all that is made stays in
// use, and time is what counts: there is little to be found by looking for
// memory that is not in use. A build ends soon after. A dev server lives on, and
// from its first page on it is memory that counts: the server stands beside an
// editor's other programs, and does nothing most of the time.

const (
	// startBytes is how much memory a run takes before it is looked for what is
	// not in use, and startRoom the least that may then come to what is.
	startBytes = 48 << 20
	startRoom  = 32 << 20
	// usualPercent is how much of what is in use may come to it: Go's own.
	usualPercent = 100
	// restPercent is the same while a site is edited.
	restPercent = 50
	// restGrowth is what must have come to it for a look while nothing happens.
	restGrowth = 1 << 20
)

// programMemory says how a run's memory is looked after. GOGC and
// GOMEMLIMIT, where they are set, go before it.
type programMemory struct {
	given bool   // the user has said how
	least uint64 // what was in use at the last rest, in bytes

	mu     sync.Mutex
	rested bool // the start is over
}

// newProgramMemory is for a start: the first look for unused memory comes late,
// and those of a small site are few.
func newProgramMemory() *programMemory {
	m := &programMemory{given: os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != ""}
	if !m.given {
		debug.SetMemoryLimit(startBytes)
		debug.SetGCPercent(-1)
		m.afterLook()
	}
	return m
}

// afterLook has the next look of a start followed by what is to be done then.
func (m *programMemory) afterLook() {
	// What nobody holds is found by the look.
	runtime.AddCleanup(new([16]byte), (*programMemory).looked, m)
}

// looked gives a start room again.
func (m *programMemory) looked() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.rested {
		return
	}
	lookAfter(max(usualPercent, int(startRoom*100/max(measure("/gc/heap/live:bytes"), 1<<20))))
	m.afterLook()
}

// lookAfter has unused memory looked for when so much has come to what is in use.
func lookAfter(percent int) {
	debug.SetGCPercent(percent)
	debug.SetMemoryLimit(math.MaxInt64)
}

// end has memory looked after in the usual way again: the run is over.
func (m *programMemory) end() { m.started(usualPercent) }

// started ends the start; from now on so much may come to what is in use.
func (m *programMemory) started(percent int) {
	if m.given {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.rested = true
	lookAfter(percent)
}

// rest gives back what is not in use, if that is worth the look.
func (m *programMemory) rest() {
	if m.least > 0 && heapBytes() < m.least+max(m.least/16, restGrowth) {
		return
	}
	m.started(restPercent)
	debug.FreeOSMemory()
	dropProgram()
	m.least = heapBytes()
}

// heapBytes is how much memory the program's data takes, in use or not yet
// found not to be.
func heapBytes() uint64 { return measure("/memory/classes/heap/objects:bytes") }

func measure(what string) uint64 {
	sample := []metrics.Sample{{Name: what}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
