package serve

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// gathering runs a burst on a false clock.
func gathering(t *testing.T, act func(b *burst, hints chan<- hint)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		b := newBurst(10*time.Millisecond, 40*time.Millisecond, 100*time.Millisecond)
		hints := make(chan hint)
		go b.run(ctx, hints)
		act(b, hints)
		cancel()
		synctest.Wait()
	})
}

func TestBurstIsTakenOnce(t *testing.T) {
	gathering(t, func(b *burst, hints chan<- hint) {
		begin := time.Now()
		for _, file := range []string{"content/b.md", "content/a.md", "content/b.md"} {
			hints <- hint{path: file}
			time.Sleep(5 * time.Millisecond)
		}
		<-b.ready
		if waited := time.Since(begin); waited != 20*time.Millisecond {
			t.Errorf("the burst ended after %v, want 10ms after the last of its hints at 10ms", waited)
		}
		if got, want := b.take(), []string{"content/a.md", "content/b.md"}; !slices.Equal(got, want) {
			t.Errorf("took %q, want %q", got, want)
		}
		time.Sleep(time.Second)
		select {
		case <-b.ready:
			t.Error("a burst that was taken came again")
		default:
		}
	})
}

func TestBurstWithoutSilenceEnds(t *testing.T) {
	gathering(t, func(b *burst, hints chan<- hint) {
		stop, stopped := make(chan struct{}), make(chan struct{})
		go func() {
			defer close(stopped)
			for n := 0; ; n++ {
				select {
				case hints <- hint{path: fmt.Sprintf("content/%d.md", n)}:
					time.Sleep(time.Millisecond)
				case <-stop:
					return
				}
			}
		}()
		begin := time.Now()
		<-b.ready
		if waited := time.Since(begin); waited != 100*time.Millisecond {
			t.Errorf("the burst ended after %v, want 100ms", waited)
		}
		b.take()
		<-b.ready // and the next one
		close(stop)
		<-stopped
	})
}

func TestBurstGathersWhileItsTakerIsBusy(t *testing.T) {
	gathering(t, func(b *burst, hints chan<- hint) {
		hints <- hint{path: "content/a.md"}
		time.Sleep(time.Second)
		hints <- hint{path: "content/b.md"}
		time.Sleep(time.Second)
		<-b.ready
		if got := b.take(); len(got) != 2 {
			t.Errorf("took %q, want both", got)
		}
	})
}

func TestBurstWaitsForWhatWentToComeBack(t *testing.T) {
	gathering(t, func(b *burst, hints chan<- hint) {
		begin := time.Now()
		hints <- hint{path: "content/a.md", gone: true}
		hints <- hint{path: "content/a.md", gone: true}
		time.Sleep(30 * time.Millisecond)
		hints <- hint{path: "content/a.md"}
		<-b.ready
		if waited := time.Since(begin); waited != 40*time.Millisecond {
			t.Errorf("a file that came back was told after %v, want 10ms after that", waited)
		}
		b.take()
		begin = time.Now()
		hints <- hint{path: "content/b.md", gone: true}
		hints <- hint{path: "content/a.md"}
		<-b.ready
		if waited := time.Since(begin); waited != 40*time.Millisecond {
			t.Errorf("a file that went was told after %v, want 40ms", waited)
		}
	})
}

func TestTakeReduces(t *testing.T) {
	many := make([]string, mostHints+1)
	for i := range many {
		many[i] = fmt.Sprintf("content/articles/%d.md", i)
	}
	tests := []struct {
		name        string
		hints, want []string
	}{
		{"none", nil, nil},
		{"a folder stands for what is in it", []string{"content/people", "content/people/a.md", "content/people/x/b.md"}, []string{"content/people"}},
		{"a like name is no folder", []string{"content/people", "content/people2.md"}, []string{"content/people", "content/people2.md"}},
		{"lost events", []string{"content/a.md", everything}, []string{everything}},
		{"too many", many, []string{everything}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := newBurst(time.Second, time.Second, time.Second)
			for _, file := range test.hints {
				b.put(hint{path: file})
			}
			if got := b.take(); !slices.Equal(got, test.want) {
				t.Errorf("took %d hints %.80q, want %q", len(got), got, test.want)
			}
			if again := b.take(); again != nil {
				t.Errorf("took %q again", again)
			}
		})
	}
}
