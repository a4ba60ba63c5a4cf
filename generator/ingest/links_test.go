package ingest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/diag"
)

// asked notes what a server was asked for, and how many requests it had at once.
type asked struct {
	mu         sync.Mutex
	requests   []string
	now, atMax int
}

func (a *asked) note(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a.mu.Lock()
		a.requests = append(a.requests, r.Method+" "+r.URL.Path)
		a.now++
		a.atMax = max(a.atMax, a.now)
		a.mu.Unlock()
		next.ServeHTTP(w, r)
		a.mu.Lock()
		a.now--
		a.mu.Unlock()
	})
}

// list gives the requests so far.
func (a *asked) list() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.requests)
}

func linkServer() http.Handler {
	mux := http.NewServeMux()
	status := func(path string, code int) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) })
	}
	mux.HandleFunc("/{$}", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/fine", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/headless", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	})
	status("/gone", http.StatusGone)
	status("/closed", http.StatusForbidden)
	status("/ill", http.StatusBadGateway)
	mux.Handle("/moved", http.RedirectHandler("/fine", http.StatusMovedPermanently))
	mux.Handle("/elsewhere", http.RedirectHandler("/fine", http.StatusFound))
	mux.Handle("/lost", http.RedirectHandler("/", http.StatusFound))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	return mux
}

func TestTryLinks(t *testing.T) {
	var seen asked
	server := httptest.NewServer(seen.note(linkServer()))
	defer server.Close()
	client := NewClient(ClientOptions{Private: true, Time: 5 * time.Second})
	defer client.Close()
	var links []Link
	for i, path := range []string{"/fine", "/fine#part", "/headless", "/gone", "/none", "/closed", "/ill", "/moved", "/elsewhere", "/lost", "/loop"} {
		links = append(links, Link{Address: server.URL + path, File: "a.md", Line: i + 1, Column: 3, Key: "sources"})
	}
	links = append(links,
		Link{Address: server.URL + "/gone", File: "b.md", Line: 1, Column: 6, Key: "url", Date: "2014-05-03", Archive: server.URL + "/none"},
		Link{Address: server.URL + "/gone", File: "c.md", Line: 1, Column: 6, Key: "url", Archive: server.URL + "/fine"},
		Link{Address: "mailto:a@b.example", File: "d.md"})
	told := 0
	problems := client.TryLinks(context.Background(), links, 0, func(done, total int) {
		told++
		if total != 10 || done < 1 || done > total {
			t.Errorf("%d of %d", done, total)
		}
	})
	var lines []string
	for _, p := range problems {
		lines = append(lines, strings.ReplaceAll(p.String(), server.URL, "http://h"))
	}
	want := []string{
		"a.md:4:3: sources: http://h/gone answers 410 gone; look for a copy at https://web.archive.org/web/http://h/gone, and write the address of the copy instead",
		"a.md:5:3: sources: http://h/none answers 404 not found; look for a copy at https://web.archive.org/web/http://h/none, and write the address of the copy instead",
		"a.md:6:3: warning: sources: http://h/closed answers 403 forbidden; open it in a browser",
		"a.md:7:3: warning: sources: http://h/ill answers 502 bad gateway; try again later",
		"a.md:8:3: info: sources: http://h/moved has moved for good; write http://h/fine",
		"a.md:10:3: warning: sources: http://h/lost leads to the home page of its site: the page itself may be gone; look for a copy at https://web.archive.org/web/http://h/lost, and write the address of the copy instead",
		"a.md:11:3: warning: sources: http://h/loop: it redirects more than 5 times; write the address where it ends",
		"b.md:1:6: url: http://h/gone answers 410 gone; look for a copy at https://web.archive.org/web/20140503/http://h/gone, and add it as archive_url",
		"c.md:1:6: info: url: http://h/gone answers 410 gone; its archived copy stands",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if told != 10 {
		t.Errorf("progress was told %d times", told)
	}
	if n := strings.Count(strings.Join(seen.list(), "\n")+"\n", "HEAD /gone\n"); n != 1 {
		t.Errorf("one address was asked for %d times", n)
	}
	if !slices.Contains(seen.list(), "GET /headless") || slices.Contains(seen.list(), "GET /fine") {
		t.Errorf("asked for %v", seen.list())
	}
	server.Close() // waits for what is still under way
	if seen.atMax != 1 {
		t.Errorf("%d requests at once", seen.atMax)
	}
}

// A host that asks to be left alone, or does not answer, is not asked again.
func TestTryLinksLeavesHostsAlone(t *testing.T) {
	var seen asked
	busy := httptest.NewServer(seen.note(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests) })))
	defer busy.Close()
	var unseen asked
	silent := httptest.NewServer(unseen.note(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })))
	defer silent.Close()
	client := NewClient(ClientOptions{Private: true, Time: 50 * time.Millisecond})
	defer client.Close()
	var links []Link
	for _, path := range []string{"/1", "/2", "/3", "/4"} {
		links = append(links, Link{Address: busy.URL + path, File: "busy.md"}, Link{Address: silent.URL + path, File: "silent.md"})
	}
	problems := client.TryLinks(context.Background(), links, 0, nil)
	if len(problems) != 8 || diag.Has(problems, diag.Error) {
		t.Errorf("%v", problems)
	}
	if len(seen.list()) != 1 || len(unseen.list()) != 2 {
		t.Errorf("asked for %v and %v", seen.list(), unseen.list())
	}
}

func TestTryLinksStaysOutside(t *testing.T) {
	var seen asked
	server := httptest.NewServer(seen.note(linkServer()))
	defer server.Close()
	client := NewClient(ClientOptions{})
	defer client.Close()
	problems := client.TryLinks(context.Background(), []Link{{Address: server.URL + "/fine", File: "a.md"}}, 0, nil)
	if len(problems) != 1 || problems[0].Code != "private-link" || problems[0].Severity != diag.Error || len(seen.list()) > 0 {
		t.Errorf("%v after %v", problems, seen.list())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if problems := client.TryLinks(ctx, []Link{{Address: server.URL + "/none", File: "a.md"}}, 0, nil); problems != nil {
		t.Errorf("%v", problems)
	}
}
