package serve

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"profilegen/generator/diag"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is how long a test waits for what must come; none waits for what must not.
const patience = 10 * time.Second

// files is a site of given bytes.
type files map[string]string

func (f files) Has(name string) bool { _, ok := f[name]; return ok }

func (f files) Key(name string) [32]byte {
	text, ok := f[name]
	if !ok {
		return [32]byte{}
	}
	return sha256.Sum256([]byte(text))
}

func (f files) Render(name string) ([]byte, error) {
	text, ok := f[name]
	switch {
	case !ok:
		return nil, fs.ErrNotExist
	case strings.Contains(text, "PANIC"):
		panic("a page fell over")
	case strings.Contains(text, "FAIL"):
		return nil, errors.New("layouts/pages/person.html:12:8: no such field")
	}
	return []byte(text), nil
}

// pageOf wraps text as pages do.
func pageOf(text string) string {
	return "<!doctype html><html><head><link rel=\"stylesheet\" href=\"/site.css\"></head><body><main>" + text + "</main></body></html>"
}

// folder builds a site of what a folder has: each content/X.md is /X/, each
// file under static/ itself. A file that says BROKEN fails the build, one that
// says CRASH panics it.
type folder struct {
	dir string
	old files
}

func (f *folder) build(context.Context, []string) Outcome {
	out := Outcome{}
	site := files{"404.html": pageOf("no such page"), "index.html": pageOf("home")}
	read := func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		rel, _ := filepath.Rel(f.dir, file)
		rel = filepath.ToSlash(rel)
		raw, err := os.ReadFile(file)
		if err != nil || !counts(rel) {
			return nil
		}
		text := string(raw)
		switch {
		case strings.Contains(text, "CRASH"):
			panic("crash")
		case strings.Contains(text, "BROKEN"):
			out.Problems = append(out.Problems, diag.Problem{File: rel, Line: 1, Column: 2, Severity: diag.Error, Code: "broken", Text: "<b>broken</b>", Hint: "mend it"})
		}
		if name, ok := strings.CutPrefix(rel, "static/"); ok {
			site[name] = text
		} else if name, ok := strings.CutPrefix(strings.TrimSuffix(rel, ".md"), "content/"); ok && name != rel {
			site[name+"/index.html"] = pageOf(text)
		}
		return nil
	}
	_ = filepath.WalkDir(f.dir, read)
	if len(out.Problems) > 0 {
		out.Changed = []string{out.Problems[0].File}
		return out
	}
	for name, text := range site {
		if old, had := f.old[name]; !had || old != text {
			out.Changed = append(out.Changed, name)
		}
	}
	for name := range f.old {
		if _, has := site[name]; !has {
			out.Changed = append(out.Changed, name)
		}
	}
	out.Site, out.Pages, f.old = site, len(out.Changed), site
	return out
}

// running is a server at work.
type running struct {
	t       *testing.T
	server  *Server
	dir     string
	address string // ends with a slash
	client  *http.Client

	mu      sync.Mutex
	built   []Rebuild
	trouble []diag.Problem
}

// start runs a server over a folder with the given files until the test ends.
func start(t *testing.T, tree map[string]string, change func(*Options)) *running {
	t.Helper()
	dir := t.TempDir()
	for file, text := range tree {
		write(t, filepath.Join(dir, filepath.FromSlash(file)), text)
	}
	r := &running{t: t, dir: dir, client: &http.Client{
		Transport:     &http.Transport{MaxIdleConnsPerHost: 300},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	listening := make(chan string, 1)
	built := &folder{dir: dir}
	o := Options{
		Dir: dir, Addr: "127.0.0.1:0", Watch: true, Build: built.build,
		Listening: func(address, taken string) { listening <- address },
		Built:     func(b Rebuild) { r.mu.Lock(); r.built = append(r.built, b); r.mu.Unlock() },
		Trouble:   func(p diag.Problem) { r.mu.Lock(); r.trouble = append(r.trouble, p); r.mu.Unlock() },
	}
	if change != nil {
		change(&o)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	r.server = New(o)
	go func() { ended <- r.server.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		r.client.CloseIdleConnections()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	})
	select {
	case r.address = <-listening:
	case err := <-ended:
		t.Fatalf("the server did not start: %v", err)
	}
	return r
}

// write makes a file with its folders.
func write(t testing.TB, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	// At one stroke: a server may well see, and show, what is half written.
	next := filepath.Join(t.TempDir(), "next")
	if err := os.WriteFile(next, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(next, file); err != nil {
		t.Fatal(err)
	}
}

// path gives a file's place in the site's folder.
func (r *running) path(file string) string { return filepath.Join(r.dir, filepath.FromSlash(file)) }

// get asks for a path and gives the status and the body.
func (r *running) get(path string) (int, string) {
	r.t.Helper()
	response, err := r.client.Get(strings.TrimSuffix(r.address, "/") + path)
	if err != nil {
		r.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// until waits for a path to answer as wanted.
func (r *running) until(path string, status int, text string) {
	r.t.Helper()
	deadline := time.Now().Add(patience)
	for {
		code, body := r.get(path)
		if code == status && strings.Contains(body, text) {
			return
		}
		if time.Now().After(deadline) {
			r.t.Fatalf("%s still answers %d %q, want %d with %q", path, code, body, status, text)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// message is one of an event stream.
type message struct{ name, data string }

// stream is a browser page that listens.
type stream struct {
	t        *testing.T
	messages chan message
	cancel   context.CancelFunc
}

// listen opens an event stream for a page, as the script in it does.
func (r *running) listen(path string) *stream {
	r.t.Helper()
	_, body := r.get(path)
	_, rest, _ := strings.Cut(body, `data-stamp="`)
	stamp, _, found := strings.Cut(rest, `"`)
	if !found {
		r.t.Fatalf("%s has no script: %q", path, body)
	}
	return r.listenAs(path, stamp)
}

// listenAs opens an event stream for a page of the given stamp.
func (r *running) listenAs(path, stamp string) *stream {
	r.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	query := url.Values{"path": {path}, "stamp": {stamp}}
	request, err := http.NewRequestWithContext(ctx, "GET", r.address+"__profilegen/events?"+query.Encode(), nil)
	if err != nil {
		r.t.Fatal(err)
	}
	response, err := r.client.Do(request)
	if err != nil {
		r.t.Fatal(err)
	}
	s := &stream{t: r.t, messages: make(chan message, 100), cancel: cancel}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer close(s.messages)
		s.read(ctx, response.Body)
	}()
	r.t.Cleanup(func() { cancel(); <-done; response.Body.Close() })
	return s
}

// read takes messages apart, until nobody wants them any more.
func (s *stream) read(ctx context.Context, body io.Reader) {
	lines := bufio.NewScanner(body)
	lines.Buffer(nil, 1<<20)
	var m message
	for lines.Scan() {
		line := lines.Bytes()
		switch {
		case bytes.HasPrefix(line, []byte("event: ")):
			m.name = string(line[7:])
		case bytes.HasPrefix(line, []byte("data: ")):
			m.data = string(line[6:])
		case len(line) == 0 && m.name != "":
			select {
			case s.messages <- m:
			case <-ctx.Done():
				return
			}
			m = message{}
		}
	}
}

// next gives the next message but those on problems that are none.
func (s *stream) next() message {
	s.t.Helper()
	for {
		select {
		case m, open := <-s.messages:
			if open && m.name == "problems" && m.data == noProblems {
				continue
			}
			return m
		case <-time.After(patience):
			s.t.Fatal("no message came")
		}
	}
}

// noProblems is what an overlay without anything to tell is sent.
const noProblems = `{"errors":null,"aside":null,"more":0}`

// want fails where the next message is not of the name.
func (s *stream) want(name string) message {
	s.t.Helper()
	m := s.next()
	if m.name != name {
		s.t.Fatalf("the next message is %q %s, want %q", m.name, m.data, name)
	}
	return m
}
