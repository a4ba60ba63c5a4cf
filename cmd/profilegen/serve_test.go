package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"profilegen/generator"
)

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

// served is `profilegen serve --watch`, running.
type served struct {
	t       testing.TB
	site    *madeSite
	address string // without the last slash
	client  *http.Client
	fell    atomic.Pointer[string] // what it told of a panic
}

// startServe runs the command over a site, without a cache, until the test ends.
func startServe(t testing.TB, site *madeSite, o serving) *served {
	t.Helper()
	return startServeWith(t, &shared{source: site.dir, noCache: true}, site, o)
}

func startServeWith(t testing.TB, s *shared, site *madeSite, o serving) *served {
	t.Helper()
	read, write := io.Pipe()
	s.report = newReport(io.Discard, write)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.serve(ctx, o); write.Close() }()
	address := make(chan string, 1)
	v := &served{t: t, site: site, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}}
	go func() {
		lines := bufio.NewScanner(read)
		for lines.Scan() {
			if rest, ok := strings.CutPrefix(lines.Text(), "serving "); ok {
				told, _, _ := strings.Cut(rest, ";")
				address <- strings.TrimSuffix(told, "/")
			} else if line := lines.Text(); strings.Contains(line, "this is a bug") {
				v.fell.Store(&line)
			} else if os.Getenv("PROFILEGEN_TELL") != "" {
				t.Log(lines.Text())
			}
		}
	}()
	t.Cleanup(func() {
		cancel()
		v.client.CloseIdleConnections()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("serve ended with %v", err)
		}
	})
	select {
	case v.address = <-address:
	case err := <-ended:
		ended <- err
		t.Fatalf("serve did not start: %v", err)
	}
	return v
}

// get asks for a path.
func (v *served) get(path string) (int, string) {
	v.t.Helper()
	response, err := v.client.Get(v.address + path)
	if err != nil {
		v.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// withoutScript takes the injected script out of a page.
func withoutScript(body string) string {
	before, rest, found := strings.Cut(body, `<script type="module" src="/__profilegen/client.js"`)
	if !found {
		return body
	}
	_, after, _ := strings.Cut(rest, "</script>")
	return before + after
}

// reloads opens the event stream of a page, and gives a token for each reload
// that it is told; after each, the stream goes on as that of the new page.
func (v *served) reloads(path string) <-chan struct{} {
	v.t.Helper()
	_, body := v.get(path)
	_, rest, _ := strings.Cut(body, `data-stamp="`)
	stamp, _, _ := strings.Cut(rest, `"`)
	ctx, cancel := context.WithCancel(context.Background())
	request, err := http.NewRequestWithContext(ctx, "GET", v.address+"/__profilegen/events?"+url.Values{"path": {path}, "stamp": {stamp}}.Encode(), nil)
	if err != nil {
		v.t.Fatal(err)
	}
	response, err := v.client.Do(request)
	if err != nil {
		v.t.Fatal(err)
	}
	told, done := make(chan struct{}, 100), make(chan struct{})
	go func() {
		defer close(done)
		lines := bufio.NewScanner(response.Body)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if lines.Text() == "event: reload" {
				told <- struct{}{}
			}
		}
	}()
	v.t.Cleanup(func() { cancel(); <-done; response.Body.Close() })
	return told
}

// BenchmarkSaveToReload saves one article, and takes the time until a browser
// that shows it is told to reload, through the file system and the event
// stream of the running command. start-ms is from the start of the command to
// the first page.
func BenchmarkSaveToReload(b *testing.B) {
	for _, articles := range []int{1000, 10_000} {
		b.Run(fmt.Sprintf("articles=%d", articles), func(b *testing.B) {
			site := writeSite(b, b.TempDir(), articles)
			begin := time.Now()
			v := startServe(b, site, serving{addr: "127.0.0.1:0", watch: true})
			middle := articleFile(articles / 2)
			page := fmt.Sprintf("/articles/report-%d/", articles/2)
			if status, body := v.get(page); status != 200 {
				b.Fatalf("%s answers %d %s", page, status, body)
			}
			start := time.Since(begin)
			told := v.reloads(page)
			before := site.read(middle)
			var took []time.Duration
			for b.Loop() {
				time.Sleep(60 * time.Millisecond) // an editor's pause: not one burst
				text := before + site.shownSentence(len(took)) + "\n"
				saved := time.Now()
				site.write(b, middle, text)
				select {
				case <-told:
					took = append(took, time.Since(saved))
				case <-time.After(patience):
					b.Fatal("no reload was told")
				}
			}
			slices.Sort(took)
			var memory runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&memory)
			b.ReportMetric(0, "ns/op") // the pause is in it
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "median-ms")
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(start.Milliseconds()), "start-ms")
			b.ReportMetric(float64(memory.HeapInuse>>20), "heap-MiB")
		})
	}
}

// A session after another shows what that showed, where nothing changed, and
// the new state of the site where something did: always what a clean build makes.
func TestServedAgainIsWhatACleanBuildMakes(t *testing.T) {
	site := writeSite(t, t.TempDir(), 30)
	session := func(name string) {
		t.Run(name, func(t *testing.T) {
			v := startServeWith(t, &shared{source: site.dir}, site, serving{addr: "127.0.0.1:0", watch: true})
			want := cleanBuild(t, site.dir)
			for _, path := range []string{"index.html", "articles/report-3/index.html", "404.html"} {
				if status, body := v.get("/" + path); status != 200 || withoutScript(body) != string(want[path]) {
					t.Errorf("%s answers %d with another page than a clean build has", path, status)
				}
			}
		})
	}
	session("the first session")
	session("nothing changed")
	site.write(t, articleFile(3), site.read(articleFile(3))+site.shownSentence(1)+"\n")
	session("an article changed")
	session("nothing changed again")
}

// A build leaves the page that a session begins with.
func TestServedAfterABuild(t *testing.T) {
	site := writeSite(t, t.TempDir(), 10)
	build := func() {
		t.Helper()
		if status := run([]string{"build", "--source", site.dir, "--quiet"}, nil, io.Discard, io.Discard); status != 0 {
			t.Fatalf("the build ends with %d", status)
		}
	}
	kept := func() []byte {
		t.Helper()
		p, err := generator.New(generator.Options{Source: site.dir, Output: site.dir + "/public"})
		if err != nil {
			t.Fatal(err)
		}
		defer p.Close()
		return p.Shown()
	}
	build()
	if kept() == nil {
		t.Error("nothing was kept")
	}
	site.write(t, articleFile(3), site.read(articleFile(3))+site.shownSentence(1)+"\n")
	if kept() != nil {
		t.Error("what was kept outlives a change")
	}
	build()
	v := startServeWith(t, &shared{source: site.dir}, site, serving{addr: "127.0.0.1:0"})
	if status, body := v.get("/"); status != 200 || withoutScript(body) != string(cleanBuild(t, site.dir)["index.html"]) {
		t.Errorf("the home page answers %d, and not as a clean build has it", status)
	}
}
