package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// keepMemory has the collector of memory as it was once the test is over.
func keepMemory(t *testing.T) {
	t.Helper()
	percent, limit := debug.SetGCPercent(usualPercent), debug.SetMemoryLimit(-1)
	t.Cleanup(func() { debug.SetGCPercent(percent); debug.SetMemoryLimit(limit) })
}

// percent gives the collector's setting, and leaves it as it is.
func percent() int {
	now := debug.SetGCPercent(usualPercent)
	debug.SetGCPercent(now)
	return now
}

func TestAStartLooksForUnusedMemoryLate(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	keepMemory(t)
	m := newProgramMemory(startPace)
	if got := debug.SetMemoryLimit(-1); got != startPace.first && got != math.MaxInt64 {
		t.Errorf("the first look comes at %d bytes, want %d", got, startPace.first)
	}
	// What is in use decides how much may come to it.
	until := func(what string, ok func(percent int) bool) {
		t.Helper()
		for deadline := time.Now().Add(10 * time.Second); !ok(percent()); time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%s, the percent is %d", what, percent())
			}
			runtime.GC()
		}
	}
	until("with little in use", func(percent int) bool { return percent > usualPercent })
	big := make([]byte, startPace.room)
	until("with much in use", func(percent int) bool { return percent == usualPercent })
	runtime.KeepAlive(big)
	m.rest()
	runtime.GC()
	time.Sleep(10 * time.Millisecond)
	if got := percent(); got != restPercent {
		t.Errorf("after a rest the percent is %d, want %d", got, restPercent)
	}
}

func TestAfterARunMemoryIsLookedAfterAsUsual(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	keepMemory(t)
	newProgramMemory(startPace).end()
	for range 3 { // what the start left to be done after a look is done now, and says nothing
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if got, limit := percent(), debug.SetMemoryLimit(-1); got != usualPercent || limit != math.MaxInt64 {
		t.Errorf("the percent is %d and the limit %d, want %d and none", got, limit, usualPercent)
	}
}

func TestWhatTheUserSaysOfMemoryGoesBefore(t *testing.T) {
	t.Setenv("GOGC", "70")
	keepMemory(t)
	debug.SetGCPercent(70)
	newProgramMemory(startPace).rest()
	if got := percent(); got != 70 {
		t.Errorf("the percent is %d, want the user's 70", got)
	}
}

func TestAtRestMemoryIsGivenBack(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	keepMemory(t)
	m := newProgramMemory(startPace)
	big := make([]byte, 32<<20)
	runtime.KeepAlive(big)
	before := heapBytes()
	m.rest()
	if now := heapBytes(); now > before-16<<20 {
		t.Errorf("%d bytes were in use, and %d are at rest", before, now)
	}
	if got := percent(); got != restPercent {
		t.Errorf("the percent at rest is %d, want %d", got, restPercent)
	}
	looks := func() uint32 {
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		return stats.NumForcedGC
	}
	was := looks()
	m.rest()
	if got := looks(); got != was {
		t.Error("memory was looked through although little has come to it")
	}
}

func TestHowMuchMayComeToWhatIsInUse(t *testing.T) {
	for _, c := range []struct {
		name    string
		pace    pace
		used    uint64
		percent int
	}{
		{"a start with nothing in use", startPace, 0, 3200},
		{"a start with as much as its room", startPace, startPace.room, 100},
		{"a large start", startPace, 10 * startPace.room, usualPercent},
		{"a build with nothing in use", buildPace, 0, 3900},
		{"a build with half of the least", buildPace, buildPace.least / 2, 100},
		{"a build with all of the least", buildPace, buildPace.least, buildPace.percent - 25},
		{"a large build", buildPace, 10 * buildPace.least, buildPace.percent - 3},
	} {
		if got := c.pace.after(c.used); got != c.percent {
			t.Errorf("%s: %d percent, want %d", c.name, got, c.percent)
		}
	}
}
