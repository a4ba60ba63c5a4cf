package serve

import (
	"testing"
	"time"
)

func TestRestFollowsTheFirstRunAndQuietAfterOthers(t *testing.T) {
	rests := make(chan time.Time, 10)
	r := start(t, map[string]string{"content/a.md": "ALPHA"}, func(o *Options) {
		o.Rest = func() { rests <- time.Now() }
	})
	wait := func(after string) time.Time {
		t.Helper()
		select {
		case at := <-rests:
			return at
		case <-time.After(patience):
			t.Fatalf("no rest after %s", after)
			return time.Time{}
		}
	}
	wait("the first run")
	began := time.Now()
	for _, text := range []string{"BETA", "GAMMA", "DELTA"} {
		write(t, r.path("content/a.md"), text)
		r.until("/a/", 200, text)
	}
	if at := wait("changes"); at.Sub(began) < restTime {
		t.Errorf("the server rested %v after a change, want %v of quiet", at.Sub(began), restTime)
	}
	select {
	case <-rests:
		t.Error("the server rested twice after changes that came in a row")
	default:
	}
}
