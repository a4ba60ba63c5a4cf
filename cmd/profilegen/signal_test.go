//go:build unix

package main

import (
	"bytes"
	"io"
	"syscall"
	"testing"
	"time"
)

// A command that waits for its input ends with the first signal.
func TestSignals(t *testing.T) {
	for signal, want := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
		in, hold := io.Pipe()
		defer hold.Close()
		var out, errs bytes.Buffer
		status := make(chan int)
		go func() { status <- run([]string{"extract", "--source", t.TempDir()}, in, &out, &errs) }()
		// The command has set up its handler once it reads.
		if _, err := hold.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Kill(syscall.Getpid(), signal); err != nil {
			t.Fatal(err)
		}
		select {
		case got := <-status:
			if got != want {
				t.Errorf("%v: status %d, want %d; %s", signal, got, want, errs.String())
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%v: the command goes on", signal)
		}
		if out.Len() > 0 {
			t.Errorf("%v: printed %q", signal, out.String())
		}
	}
}
