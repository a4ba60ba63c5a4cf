package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// watching runs a watcher over a folder until the test ends.
func watching(t *testing.T, dir string) <-chan hint {
	t.Helper()
	w, err := newWatcher(dir)
	if err != nil {
		t.Fatal(err)
	}
	return hintsOf(t, w)
}

// hintsOf runs what gives hints until the test ends.
func hintsOf(t *testing.T, source hinter) <-chan hint {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	hints := make(chan hint)
	ended := make(chan error, 1)
	go func() { ended <- source.run(ctx, hints) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("the watch ended with %v", err)
		}
	})
	return hints
}

// wantHint waits for a hint on a path, or on a folder that it is in.
func wantHint(t *testing.T, hints <-chan hint, file string) {
	t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case h := <-hints:
			if h.path == file || h.path == everything || strings.HasPrefix(file, h.path+"/") {
				return
			}
		case <-deadline:
			t.Fatalf("no hint on %s", file)
		}
	}
}

// must fails the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWatchFollowsFolders(t *testing.T) {
	dir := t.TempDir()
	at := func(file string) string { return filepath.Join(dir, filepath.FromSlash(file)) }
	write(t, at("content/articles/2023/old/vote.md"), "one")
	hints := watching(t, dir)

	must(t, os.MkdirAll(at("content/articles/2024/05"), 0o755))
	write(t, at("content/articles/2024/05/made-at-once.md"), "a")
	wantHint(t, hints, "content/articles/2024/05/made-at-once.md")
	write(t, at("content/articles/2024/05/later.md"), "a")
	wantHint(t, hints, "content/articles/2024/05/later.md")

	must(t, os.Rename(at("content/articles/2023"), at("content/articles/2022")))
	wantHint(t, hints, "content/articles/2023")
	wantHint(t, hints, "content/articles/2022")
	write(t, at("content/articles/2022/old/vote.md"), "two")
	wantHint(t, hints, "content/articles/2022/old/vote.md")

	must(t, os.RemoveAll(at("content")))
	wantHint(t, hints, "content")
	write(t, at("content/people/ann-lee.md"), "back")
	wantHint(t, hints, "content/people/ann-lee.md")

	write(t, at("layouts/pages/person.html"), "a first layout")
	wantHint(t, hints, "layouts/pages/person.html")
	write(t, at("profilegen.yaml"), "title: x")
	wantHint(t, hints, "profilegen.yaml")
}

func TestWatchFollowsARenamedFolderAtOnce(t *testing.T) {
	for round := range 20 {
		dir := t.TempDir()
		at := func(file string) string { return filepath.Join(dir, filepath.FromSlash(file)) }
		write(t, at("content/a/deep/er/x.md"), "one")
		hints := watching(t, dir)
		must(t, os.Rename(at("content/a"), at("content/b")))
		must(t, os.Mkdir(at("content/a"), 0o755))
		wantHint(t, hints, "content/b")
		time.Sleep(time.Duration(round) * 200 * time.Microsecond)
		write(t, at("content/b/deep/er/x.md"), "two")
		wantHint(t, hints, "content/b/deep/er/x.md")
		write(t, at("content/a/x.md"), "three")
		wantHint(t, hints, "content/a/x.md")
		write(t, at("content/b/deep/er/x.md"), "four")
		wantHint(t, hints, "content/b/deep/er/x.md")
	}
}

func TestWatchSurvivesTheSitesOwnFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	write(t, filepath.Join(dir, "content", "a.md"), "one")
	hints := watching(t, dir)
	must(t, os.RemoveAll(dir))
	wantHint(t, hints, everything)
	write(t, filepath.Join(dir, "content", "a.md"), "two")
	wantHint(t, hints, "content/a.md")
	write(t, filepath.Join(dir, "content", "b.md"), "three")
	wantHint(t, hints, "content/b.md")
}

func TestWatchLimitIsToldAndPolled(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "content", "a.md"), "one")
	w, err := newWatcher(dir)
	if err != nil {
		t.Fatal(err)
	}
	w.add = func(string) error { return fmt.Errorf("adding: %w", syscall.ENOSPC) }
	hints := make(chan hint)
	ended := make(chan error, 1)
	go func() { ended <- w.run(t.Context(), hints) }()
	must(t, os.Mkdir(filepath.Join(dir, "content", "new"), 0o755))
	if err := <-ended; !errors.Is(err, errLimit) {
		t.Fatalf("the watch ended with %v, want %v", err, errLimit)
	}
	text := limitProblem(time.Second).String()
	if !strings.Contains(text, "fs.inotify.max_user_watches") || !strings.Contains(text, "each 1s") {
		t.Errorf("the limit is told as %q", text)
	}
}

// failing is a watch that ends at once.
type failing struct{}

func (failing) run(context.Context, chan<- hint) error { return errLimit }

func TestServerPollsWhereWatchingFails(t *testing.T) {
	t.Parallel()
	r := start(t, map[string]string{"content/a.md": "one"}, func(o *Options) { o.Watch = false })
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); r.server.follow(ctx, failing{}) }()
	time.Sleep(young) // so that the poller's first look sees an old file
	write(t, r.path("content/a.md"), "two")
	r.until("/a/", 200, "two")
	cancel()
	<-done
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.trouble) != 1 || r.trouble[0].Code != "watch-limit" {
		t.Errorf("told %v, want the limit", r.trouble)
	}
}

func TestPollFindsWhatTimesDoNotShow(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, "content", name) }
	old := time.Now().Add(-time.Hour)
	for _, name := range []string{"same.md", "swap-a.md", "swap-b.md", "gone.md", "longer.md"} {
		write(t, at(name), "text of "+name[:4])
		must(t, os.Chtimes(at(name), old, old))
	}
	p := newPoller(dir, time.Hour)
	if got := p.changed(time.Now()); len(got) != 0 {
		t.Fatalf("changed %q before anything was", got)
	}
	must(t, os.Rename(at("swap-a.md"), at("x")))
	must(t, os.Rename(at("swap-b.md"), at("swap-a.md")))
	must(t, os.Rename(at("x"), at("swap-b.md")))
	must(t, os.Remove(at("gone.md")))
	write(t, at("longer.md"), "a longer text")
	must(t, os.Chtimes(at("longer.md"), old, old))
	write(t, at(".swap.swp"), "an editor's own")
	got := p.changed(time.Now())
	want := map[string]bool{"content/swap-a.md": true, "content/swap-b.md": true, "content/gone.md": true, "content/longer.md": true}
	if len(got) != len(want) {
		t.Errorf("changed %q, want %d paths", got, len(want))
	}
	for _, file := range got {
		if !want[file] {
			t.Errorf("%s did not change", file)
		}
	}
	write(t, at("same.md"), "text of SAME") // same size, and soon the same coarse time
	p.look()
	if got := p.changed(time.Now()); len(got) != 1 {
		t.Errorf("changed %q, want the young file", got)
	}
	if got := p.changed(time.Now()); len(got) != 1 {
		t.Errorf("changed %q while the file is young, want it again", got)
	}
	if got := p.changed(time.Now().Add(time.Minute)); len(got) != 0 {
		t.Errorf("changed %q once the file is old, want none", got)
	}
}

func TestPollSurvivesAVanishingFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	write(t, filepath.Join(dir, "content", "a.md"), "one")
	hints := hintsOf(t, newPoller(dir, time.Millisecond))
	must(t, os.RemoveAll(dir))
	wantHint(t, hints, "content/a.md")
	write(t, filepath.Join(dir, "content", "b.md"), "two")
	wantHint(t, hints, "content/b.md")
}

// saves are the ways in which editors and tools put new text into a file.
var saves = []struct {
	name string
	save func(t testing.TB, file, text string)
}{
	{"truncate and write", func(t testing.TB, file, text string) { must(t, os.WriteFile(file, []byte(text), 0o644)) }},
	{"rename over", func(t testing.TB, file, text string) {
		must(t, os.WriteFile(file+".tmp", []byte(text), 0o644))
		must(t, os.Rename(file+".tmp", file))
	}},
	{"vim", func(t testing.TB, file, text string) {
		dir := filepath.Dir(file)
		must(t, os.WriteFile(filepath.Join(dir, "4913"), nil, 0o644))
		must(t, os.Remove(filepath.Join(dir, "4913")))
		must(t, os.Rename(file, file+"~"))
		must(t, os.WriteFile(file, []byte(text), 0o644))
		must(t, os.Remove(file+"~"))
	}},
	{"emacs", func(t testing.TB, file, text string) {
		dir, name := filepath.Split(file)
		must(t, os.Symlink("user@host.1", filepath.Join(dir, ".#"+name)))
		must(t, os.WriteFile(filepath.Join(dir, "#"+name+"#"), []byte(text), 0o644))
		must(t, os.Rename(file, file+"~"))
		must(t, os.WriteFile(file, []byte(text), 0o644))
		must(t, os.Remove(filepath.Join(dir, "#"+name+"#")))
		must(t, os.Remove(filepath.Join(dir, ".#"+name)))
	}},
	{"JetBrains", func(t testing.TB, file, text string) {
		must(t, os.WriteFile(file+"___jb_tmp___", []byte(text), 0o644))
		must(t, os.Rename(file, file+"___jb_old___"))
		must(t, os.Rename(file+"___jb_tmp___", file))
		must(t, os.Remove(file+"___jb_old___"))
	}},
	{"in place, byte by byte", func(t testing.TB, file, text string) {
		f, err := os.OpenFile(file, os.O_WRONLY|os.O_TRUNC, 0)
		must(t, err)
		for i := range len(text) {
			_, err := f.WriteString(text[i : i+1])
			must(t, err)
		}
		must(t, f.Close())
	}},
	{"hard link swapped in", func(t testing.TB, file, text string) {
		must(t, os.WriteFile(file+".part", []byte(text), 0o644))
		must(t, os.Remove(file))
		must(t, os.Link(file+".part", file))
		must(t, os.Remove(file+".part"))
	}},
	{"delete, then new", func(t testing.TB, file, text string) {
		must(t, os.Remove(file))
		time.Sleep(2 * time.Millisecond)
		must(t, os.WriteFile(file, []byte(text), 0o644))
	}},
	{"old times kept", func(t testing.TB, file, text string) {
		info, err := os.Stat(file)
		must(t, err)
		must(t, os.WriteFile(file, []byte(text), 0o644))
		must(t, os.Chtimes(file, info.ModTime(), info.ModTime()))
	}},
	{"folder swapped, as a checkout does", func(t testing.TB, file, text string) {
		dir := filepath.Dir(file)
		entries, err := os.ReadDir(dir)
		must(t, err)
		for _, entry := range entries {
			raw, err := os.ReadFile(filepath.Join(dir, entry.Name()))
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			must(t, err)
			write(t, filepath.Join(dir+".new", entry.Name()), string(raw))
		}
		write(t, filepath.Join(dir+".new", filepath.Base(file)), text)
		must(t, os.RemoveAll(dir))
		must(t, os.Rename(dir+".new", dir))
	}},
}

func TestEveryWayOfSavingIsSeen(t *testing.T) {
	r := start(t, map[string]string{"content/notes/a.md": "zero", "content/notes/b.md": "another"}, nil)
	for i, way := range saves {
		t.Run(way.name, func(t *testing.T) {
			text := fmt.Sprintf("text %d", i)
			way.save(t, r.path("content/notes/a.md"), text)
			r.until("/notes/a/", 200, text)
			r.until("/notes/b/", 200, "another")
		})
	}
	status, body := r.get("/notes/a.md~/")
	if status != 404 {
		t.Errorf("an editor's backup is a page: %d %q", status, body)
	}
}

func TestSavesInAnyOrderEndInTheLastText(t *testing.T) {
	r := start(t, map[string]string{"content/notes/a.md": "zero"}, nil)
	for i := range 60 {
		saves[(i*7)%len(saves)].save(t, r.path("content/notes/a.md"), fmt.Sprintf("text %d.", i))
	}
	r.until("/notes/a/", 200, "text 59.")
}

func TestThousandsOfEvents(t *testing.T) {
	r := start(t, map[string]string{"content/notes/a.md": "zero"}, nil)
	for i := range 5000 {
		write(t, r.path(fmt.Sprintf("content/notes/%d.md", i%50)), fmt.Sprintf("text %d.", i))
	}
	for i := 4950; i < 5000; i++ {
		r.until(fmt.Sprintf("/notes/%d/", i%50), 200, fmt.Sprintf("text %d.", i))
	}
}
