package serve

import (
	"context"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"profilegen/generator/diag"
)

// notes keeps what a server keeps, for the next one.
type notes struct {
	mu   sync.Mutex
	last []byte
}

func (n *notes) keep(shown []byte) { n.mu.Lock(); n.last = shown; n.mu.Unlock() }

func (n *notes) shown() []byte { n.mu.Lock(); defer n.mu.Unlock(); return n.last }

// holding lets no build begin before gate is closed.
func holding(o *Options, gate chan struct{}) {
	build := o.Build
	o.Build = func(ctx context.Context, changed []string) Outcome {
		select {
		case <-gate:
		case <-ctx.Done():
		}
		return build(ctx, changed)
	}
}

func TestWhatWasShownIsShownBeforeTheFirstBuild(t *testing.T) {
	tree := map[string]string{"content/a.md": "ALPHA", "content/b.md": "BETA", "static/site.css": "p {}"}
	var kept notes
	t.Run("the first session", func(t *testing.T) {
		r := start(t, tree, func(o *Options) { o.Keep = kept.keep })
		r.get("/a/")
	})
	if kept.shown() == nil {
		t.Fatal("nothing was kept")
	}
	gate := make(chan struct{})
	r := start(t, tree, func(o *Options) { o.Shown = kept.shown; holding(o, gate) })
	code, home := r.get("/")
	if code != 200 || len(home) == 0 {
		t.Fatalf("the home page answers %d %q", code, home)
	}
	if code, body := r.get("/a/"); code != 200 || !strings.Contains(body, "ALPHA") {
		t.Errorf("a page that was asked for answers %d %q", code, body)
	}
	if code, body := r.get("/site.css"); code != 200 || body != "p {}" {
		t.Errorf("what the home page loads answers %d %q", code, body)
	}
	if code, _ := r.get("/a"); code != 301 {
		t.Errorf("an address without its slash answers %d", code)
	}
	answers := make(chan int, 2)
	for _, path := range []string{"/b/", "/none/"} { // one that nobody asked for, and one that there is not
		go func() { code, _ := r.get(path); answers <- code }()
	}
	select {
	case code := <-answers:
		t.Errorf("a page that was not kept was answered with %d before the site was whole", code)
	default:
	}
	close(gate)
	if a, b := <-answers, <-answers; a+b != 200+404 {
		t.Errorf("the whole site answers %d and %d", a, b)
	}
	if _, body := r.get("/"); body != home {
		t.Errorf("the home page was\n%s\nand is\n%s", home, body)
	}
}

// A build that is over when the server ends is not shown any more: the pages of
// the one before are not what the site now is.
func TestNothingIsKeptOfABuildThatWasNotShown(t *testing.T) {
	var kept notes
	ctx, cancel := context.WithCancel(context.Background())
	dir := t.TempDir()
	write(t, dir+"/content/a.md", "ALPHA")
	builds, answers := &folder{dir: dir}, make(chan struct{})
	s := New(Options{
		Dir: dir, Addr: "127.0.0.1:0", Watch: true, Poll: 10 * time.Millisecond, Keep: kept.keep,
		Build: func(c context.Context, changed []string) Outcome {
			out := builds.build(c, changed)
			if kept.shown() != nil { // the second one
				kept.keep([]byte("the first state"))
				cancel()
			}
			return out
		},
		Listening: func(string, string) {}, Trouble: func(diag.Problem) {},
		Built: func(b Rebuild) {
			if b.First {
				go func() { defer close(answers); write(t, dir+"/content/a.md", "BETA") }()
			}
		},
	})
	if err := s.Run(ctx); err != nil {
		t.Fatal(err)
	}
	<-answers
	if got := string(kept.shown()); got != "the first state" {
		t.Errorf("kept was %q", got)
	}
}

func TestNothingIsKeptOfABrokenSite(t *testing.T) {
	var kept notes
	t.Run("a session", func(t *testing.T) {
		r := start(t, map[string]string{"content/a.md": "BROKEN"}, func(o *Options) { o.Keep = kept.keep })
		r.get("/a/")
	})
	if kept.shown() != nil {
		t.Error("a site without pages was kept")
	}
}

func FuzzReadEarly(f *testing.F) {
	f.Add(early{"index.html": {[32]byte{1}, []byte("<p>")}, "site.css": {key: [32]byte{2}}, "empty": {[32]byte{3}, []byte{}}}.encode())
	f.Add([]byte{1, 'a'})
	f.Fuzz(func(t *testing.T, raw []byte) {
		e := readEarly(raw)
		if e == nil {
			return
		}
		if again := readEarly(e.encode()); !reflect.DeepEqual(again, e) {
			t.Errorf("got %v, want %v", again, e)
		}
	})
}
