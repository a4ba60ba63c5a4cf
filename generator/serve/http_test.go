package serve

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"profilegen/generator/diag"
)

// plain takes the injected script out of a page.
func plain(body string) string {
	before, rest, found := strings.Cut(body, `<script type="module" src="/__profilegen/client.js"`)
	if !found {
		return body
	}
	_, after, _ := strings.Cut(rest, "</script>")
	return before + after
}

func TestPages(t *testing.T) {
	r := start(t, map[string]string{
		"content/people/ann-lee.md": "Ann </body> Lee", "content/people/jürgen.md": "Jürgen",
		"static/site.css": "p{}", "static/data/facts.jsonl": "{}", "static/a.unknown-kind": "<script>", "static/feed.xml": "<feed/>",
	}, nil)
	tests := []struct {
		path   string
		status int
		kind   string
		body   string
	}{
		{"/", 200, "text/html; charset=utf-8", pageOf("home")},
		{"/index.html", 200, "text/html; charset=utf-8", pageOf("home")},
		{"/?x=1", 200, "text/html; charset=utf-8", pageOf("home")},
		{"/people/ann-lee/", 200, "text/html; charset=utf-8", pageOf("Ann </body> Lee")},
		{"/people/j%C3%BCrgen/", 200, "text/html; charset=utf-8", pageOf("Jürgen")},
		{"/people/nobody/", 404, "text/html; charset=utf-8", pageOf("no such page")},
		{"/404.html", 200, "text/html; charset=utf-8", pageOf("no such page")},
		{"/site.css", 200, "text/css; charset=utf-8", "p{}"},
		{"/data/facts.jsonl", 200, "application/x-ndjson; charset=utf-8", "{}"},
		{"/feed.xml", 200, "application/xml; charset=utf-8", "<feed/>"},
		{"/a.unknown-kind", 200, "application/octet-stream", "<script>"},
	}
	for _, test := range tests {
		for _, method := range []string{"GET", "HEAD"} {
			request, err := http.NewRequestWithContext(t.Context(), method, strings.TrimSuffix(r.address, "/")+test.path, nil)
			must(t, err)
			response, err := r.client.Do(request)
			must(t, err)
			response.Body.Close()
			if kind := response.Header.Get("Content-Type"); response.StatusCode != test.status || kind != test.kind {
				t.Errorf("%s %s answers %d %s, want %d %s", method, test.path, response.StatusCode, kind, test.status, test.kind)
			}
		}
		_, body := r.get(test.path)
		if plain(body) != test.body {
			t.Errorf("%s without the script is %q, want %q", test.path, plain(body), test.body)
		}
		if injected := strings.Count(body, "client.js") == 1; injected != strings.HasPrefix(test.kind, "text/html") {
			t.Errorf("%s has the script: %v", test.path, injected)
		}
	}
}

func TestASiteWithoutPages(t *testing.T) {
	r := start(t, nil, func(o *Options) { o.Build = func(context.Context, []string) Outcome { return Outcome{Site: files{}} } })
	if status, body := r.get("/"); status != 404 || !strings.Contains(body, "404") {
		t.Errorf("answers %d %q", status, body)
	}
	r.listenAs("/", "") // and a stream for it does no harm
}

func TestPagesAreMadeOnceAndForgotten(t *testing.T) {
	const limit = 64 << 10
	p := newPages(limit)
	var made atomic.Int32
	site := counted{files{}, &made}
	big := strings.Repeat("x", limit/8)
	for i := range 20 {
		site.files[fmt.Sprintf("%d/index.html", i)] = pageOf(big + fmt.Sprint(i))
	}
	site.files["huge.bin"] = strings.Repeat("x", limit/2)
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if _, err := p.get(site, "3/index.html"); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := made.Load(); n != 1 {
		t.Errorf("made %d times for 50 requests, want once", n)
	}
	for name := range site.files {
		if _, err := p.get(site, name); err != nil {
			t.Error(err)
		}
	}
	if p.size > limit || p.find("huge.bin") != nil {
		t.Errorf("%d bytes kept, want at most %d and no huge file", p.size, limit)
	}
}

// counted counts how often pages are made.
type counted struct {
	files
	made *atomic.Int32
}

func (c counted) Render(name string) ([]byte, error) {
	c.made.Add(1)
	time.Sleep(time.Millisecond)
	return c.files.Render(name)
}

func TestFirstBuildFails(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "BROKEN"}, nil)
	status, body := r.get("/a/")
	if status != 500 || !strings.Contains(body, "content/a.md:1:2: &lt;b&gt;broken&lt;/b&gt;; mend it") || strings.Contains(body, "<b>") {
		t.Errorf("answers %d %q", status, body)
	}
	listening := r.listen("/a/")
	listening.want("problems")
	write(t, r.path("content/a.md"), "mended")
	listening.want("reload")
	r.until("/a/", 200, "mended")
}

func TestWithoutWatchNothingIsLookedFor(t *testing.T) {
	var builds atomic.Int32
	r := start(t, map[string]string{"content/a.md": "one"}, func(o *Options) {
		o.Watch = false
		build := o.Build
		o.Build = func(ctx context.Context, changed []string) Outcome { builds.Add(1); return build(ctx, changed) }
	})
	r.until("/a/", 200, "one")
	write(t, r.path("content/a.md"), "two")
	time.Sleep(10 * quietTime)
	if n := builds.Load(); n != 1 {
		t.Errorf("built %d times, want once", n)
	}
}

func TestServingTouchesNoFile(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "one", "public/index.html": "built before"}, nil)
	r.until("/a/", 200, "one")
	r.get("/nobody/")
	entries, err := os.ReadDir(r.dir)
	must(t, err)
	raw, err := os.ReadFile(r.path("public/index.html"))
	if err != nil || string(raw) != "built before" || len(entries) != 2 {
		t.Errorf("the folder has %v, public/index.html %q, %v", entries, raw, err)
	}
	if _, body := r.get("/"); strings.Contains(body, "built before") {
		t.Error("the server shows public/")
	}
}

func TestTerminalIsToldEachRebuildOnce(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "one"}, nil)
	r.until("/a/", 200, "one")
	write(t, r.path("content/a.md"), "two")
	r.until("/a/", 200, "two")
	write(t, r.path("content/a.md"), "two") // saved again, unchanged
	write(t, r.path("content/b.md"), "three")
	r.until("/b/", 200, "three")
	told := func() int { r.mu.Lock(); defer r.mu.Unlock(); return len(r.built) }
	for deadline := time.Now().Add(patience); told() < 3 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.built) != 3 || !r.built[0].First || r.built[1].First || r.built[1].Pages != 1 || r.built[1].Took <= 0 {
		t.Errorf("told %+v", r.built)
	}
}

func TestPanicsAreTold(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "one", "content/b.md": "other"}, nil)
	listening := r.listen("/a/")
	write(t, r.path("content/a.md"), "CRASH")
	if m := listening.want("problems"); !strings.Contains(m.data, "this is a bug in profilegen: the build panicked: crash") {
		t.Errorf("told %s", m.data)
	}
	r.until("/a/", 200, "one")
	write(t, r.path("content/a.md"), "PANIC")
	if m := listening.want("problems"); !strings.Contains(m.data, "a page fell over") {
		t.Errorf("told %s", m.data)
	}
	r.until("/a/", 200, "one") // the last good page
	write(t, r.path("content/c.md"), "FAIL")
	r.until("/c/", 500, "layouts/pages/person.html:12:8: no such field")
	r.until("/b/", 200, "other")
	write(t, r.path("content/a.md"), "two")
	listening.want("reload")
	r.until("/a/", 200, "two")
}

func TestOverlayTells(t *testing.T) {
	problems := []diag.Problem{
		{File: "content/people/ann.md", Line: 3, Column: 7, Severity: diag.Error, Text: "born: </script><b>", Hint: "write a date", Notes: []diag.Note{{Text: "here"}}},
		{File: "content/articles/x.txt", Severity: diag.SetAside, Text: "not text"},
		{Severity: diag.Warning, Text: "a doubt"},
		{Severity: diag.Info, Text: "for check"},
	}
	want := `{"errors":[{"place":"content/people/ann.md:3:7","text":"born: \u003c/script\u003e\u003cb\u003e","hint":"write a date","notes":[{"text":"here"}]}],` +
		`"aside":[{"place":"content/articles/x.txt","text":"not text"}],"more":0}`
	if got := string(overlay(problems)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := string(overlay(nil)); got != noProblems {
		t.Errorf("nothing is told as %s", got)
	}
	many := make([]diag.Problem, mostTold+7)
	for i := range many {
		many[i].Line = i
		many[i].File = "x"
	}
	if got := string(overlay(many)); !strings.Contains(got, `"more":7`) {
		t.Errorf("too many are told as %.200s", got)
	}
}

// A build that falls over what it remembers is done again from nothing.
func TestPanicOfWhatIsRemembered(t *testing.T) {
	var asked [][]string
	s := New(Options{Build: func(_ context.Context, changed []string) Outcome {
		if asked = append(asked, changed); changed[0] != everything {
			panic("half remembered")
		}
		return Outcome{Site: files{}}
	}})
	out := s.build(t.Context(), []string{"content/a.md"})
	if out.Site == nil || len(asked) != 2 || len(out.Problems) != 1 || out.Problems[0].Severity != diag.Warning || out.Changed[0] != "content/a.md" {
		t.Errorf("asked %q, got %+v", asked, out)
	}
}
