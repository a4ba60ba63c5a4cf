package serve

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func TestOnlyTheChangedPageReloads(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "one", "content/b.md": "one"}, nil)
	a, b := r.listen("/a/"), r.listen("/b/")
	write(t, r.path("content/a.md"), "two")
	a.want("reload")
	if _, body := r.get("/a/"); !strings.Contains(body, "two") {
		t.Errorf("the page was told to reload before it was there: %q", body)
	}
	write(t, r.path("content/b.md"), "three")
	b.want("reload") // its first message: the change of a passed it by
}

func TestStyleSheetsAreSwapped(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "one", "static/site.css": "p{}"}, nil)
	a := r.listen("/a/")
	write(t, r.path("static/site.css"), "p{color:red}")
	m := a.want("styles")
	if !strings.HasPrefix(m.data, `{"files":["/site.css"],"stamp":"`) {
		t.Errorf("told %s", m.data)
	}
	_, stamp, _ := strings.Cut(m.data, `"stamp":"`)
	again := r.listenAs("/a/", strings.TrimSuffix(stamp, `"}`))
	write(t, r.path("content/a.md"), "two")
	again.want("reload") // and none before: the stamp that was told is the page's own
}

func TestChangesBeforeListeningAreNotMissed(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "one"}, nil)
	_, body := r.get("/a/")
	_, rest, _ := strings.Cut(body, `data-stamp="`)
	stamp, _, _ := strings.Cut(rest, `"`)
	write(t, r.path("content/a.md"), "two")
	r.until("/a/", 200, "two")
	r.listenAs("/a/", stamp).want("reload")
}

func TestPagesThatComeAndGo(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "one"}, nil)
	a, b := r.listen("/a/"), r.listen("/b/")
	must(t, os.Rename(r.path("content/a.md"), r.path("content/b.md")))
	a.want("reload")
	b.want("reload")
	r.until("/a/", 404, "no such page")
	r.until("/b/", 200, "one")
	b = r.listen("/b/")
	must(t, os.Remove(r.path("content/b.md")))
	must(t, os.Mkdir(r.path("content/b.md"), 0o755))
	b.want("reload")
	r.until("/b/", 404, "no such page")
	must(t, os.RemoveAll(r.path("content")))
	r.until("/", 200, "home")
	write(t, r.path("content/b.md"), "two")
	r.until("/b/", 200, "two")
}

func TestOverlayComesAndGoes(t *testing.T) {
	r := start(t, map[string]string{"content/a.md": "one", "content/b.md": "other"}, nil)
	b := r.listen("/b/")
	write(t, r.path("content/a.md"), "BROKEN")
	if m := b.want("problems"); !strings.Contains(m.data, `"place":"content/a.md:1:2"`) || !strings.Contains(m.data, `"hint":"mend it"`) {
		t.Errorf("told %s", m.data)
	}
	r.until("/a/", 200, "one") // the last good page
	late := r.listen("/b/")
	late.want("problems") // also to a page that is opened now
	write(t, r.path("content/a.md"), "mended")
	if m := <-b.messages; m.name != "problems" || m.data != noProblems {
		t.Errorf("told %q %s, want that nothing is wrong", m.name, m.data)
	}
	r.until("/a/", 200, "mended")
}

func TestHubIsBounded(t *testing.T) {
	look := shown{ok: true}
	h := newHub(func(string) shown { return look })
	for range mostClients {
		if h.join("/", "") == nil {
			t.Fatal("refused below the limit")
		}
	}
	if h.join("/", "") != nil {
		t.Error("no limit to the open pages")
	}
	for n := range mostMessages + 1 { // nobody reads
		look.problems = fmt.Append(nil, n)
		h.refresh()
	}
	if len(h.clients) != 0 {
		t.Errorf("%d browsers that read nothing are kept", len(h.clients))
	}
}

func TestLoadWhileFilesChange(t *testing.T) {
	const connections, pages = 200, 20
	requests := 10_000
	if testing.Short() {
		requests = 1_000
	}
	tree := map[string]string{}
	for i := range pages {
		tree[fmt.Sprintf("content/%d.md", i)] = fmt.Sprintf("page %d revision 0.", i)
	}
	r := start(t, tree, nil)
	for i := range connections {
		r.listen(fmt.Sprintf("/%d/", i%pages))
	}
	var left atomic.Int64
	left.Store(int64(requests))
	var all sync.WaitGroup
	for worker := range 16 {
		all.Go(func() {
			for n := worker; left.Add(-1) >= 0; n++ {
				wrongPage(t, r, n%pages)
			}
		})
	}
	ended := make(chan struct{})
	go func() { all.Wait(); close(ended) }()
	revision := 0
	for running := true; running; revision++ {
		write(t, r.path(fmt.Sprintf("content/%d.md", revision%pages)), fmt.Sprintf("page %d revision %d.", revision%pages, revision))
		select {
		case <-ended:
			running = false
		default:
		}
	}
	write(t, r.path("content/0.md"), "page 0 at last.")
	r.until("/0/", 200, "page 0 at last.")
}

// wrongPage fails where a page is not one whole version of its own file.
func wrongPage(t *testing.T, r *running, n int) {
	response, err := r.client.Get(fmt.Sprintf("%s%d/", r.address, n))
	if err != nil {
		t.Error(err)
		return
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	text := plain(string(body))
	whole := strings.HasPrefix(text, pageOf("")[:strings.Index(pageOf(""), "</main>")]) && strings.HasSuffix(text, "</main></body></html>")
	_, said, _ := strings.Cut(text, "<main>")
	said, _, _ = strings.Cut(said, "</main>")
	// A file that was read while it was cut is empty: that is its content then.
	if err != nil || response.StatusCode != http.StatusOK || !whole || said != "" && !strings.HasPrefix(said, fmt.Sprintf("page %d revision ", n)) {
		t.Errorf("/%d/ answers %d %q, %v", n, response.StatusCode, text, err)
	}
}
