package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// Until a site stands, nearly all that is made stays in use: there is little to be
// found by looking for memory that is not. At a dev server's start time is what
// counts; from its first page on it is memory, for the server stands beside an
// editor's other programs and does nothing most of the time. A build runs where
// memory may be small and dear, beside others of its kind: it looks more often,
// but not while all of it is little.

// pace says when a run looks for memory that is not in use.
type pace struct {
	// first is how much the program takes before the first look, in bytes.
	first int64
	// Then so much may come to what is in use: room, or what is missing to
	// least, or a percent of it without a fixed part, whatever is most.
	room, least uint64
	percent     int
	fixed       uint64
	// lean tells that the program's own pages are let go of at each look: the
	// stages of a run have little code in common.
	lean bool
}

var (
	startPace = pace{first: 60 << 20, room: 32 << 20, percent: usualPercent}
	// What the program takes beside what is in use is much of a small build.
	buildPace = pace{first: 40 << 20, least: 40 << 20, percent: 85, fixed: 10 << 20, lean: true}
)

const (
	// usualPercent is how much of what is in use may come to it: Go's own.
	usualPercent = 100
	// restPercent is the same while a site is edited.
	restPercent = 50
	// restGrowth is what must have come to it for a look while nothing happens.
	restGrowth = 1 << 20
)

// after gives the percent of what is in use that may come to it.
func (p pace) after(used uint64) int {
	used = max(used, 1<<20)
	part := used * uint64(p.percent) / 100
	until := max(used+p.room, p.least, used+part-min(part, p.fixed))
	return int((until - used) * 100 / used)
}

// programMemory says how a run's memory is looked after. GOGC and
// GOMEMLIMIT, where they are set, go before it.
type programMemory struct {
	pace  pace
	given bool   // the user has said how
	least uint64 // what was in use at the last rest, in bytes

	mu     sync.Mutex
	rested bool // the start is over
}

// newProgramMemory is for a start or a build.
func newProgramMemory(p pace) *programMemory {
	m := &programMemory{pace: p, given: os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != ""}
	if !m.given {
		debug.SetMemoryLimit(p.first)
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

// looked gives a run room again.
func (m *programMemory) looked() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.rested {
		return
	}
	if m.pace.lean {
		dropProgram()
	}
	lookAfter(m.pace.after(measure("/gc/heap/live:bytes")))
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
