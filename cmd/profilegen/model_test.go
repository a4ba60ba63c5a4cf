package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"profilegen/generator"
)

// howMany gives the number of edits of a model test and where they begin:
// PROFILEGEN_STEPS and PROFILEGEN_SEED, or few edits and the first.
func howMany(t *testing.T, few int) (steps int, seed uint64) {
	steps, seed = few, 1
	if testing.Short() {
		steps = (few + 3) / 4
	}
	if n, err := strconv.Atoi(os.Getenv("PROFILEGEN_STEPS")); err == nil {
		steps = n
	}
	if n, err := strconv.ParseUint(os.Getenv("PROFILEGEN_SEED"), 10, 64); err == nil {
		seed = n
	}
	t.Logf("PROFILEGEN_STEPS=%d PROFILEGEN_SEED=%d", steps, seed)
	return steps, seed
}

// A site is edited at random while it is served; after each edit, every page
// that is served is that of a clean build of the same content, and there is no
// other.
func TestServedIsWhatACleanBuildMakes(t *testing.T) {
	steps, seed := howMany(t, 30)
	site := writeSite(t, t.TempDir(), 30)
	v := startServe(t, site, serving{addr: "127.0.0.1:0", watch: true})
	e := newEditing(t, site, seed)
	ever := map[string]bool{}
	for range steps {
		e.step()
		if err := v.settles(ever); err != nil {
			t.Fatalf("seed %d, after these edits:\n%s\n%v", seed, strings.Join(e.did, "\n"), err)
		}
	}
}

// cleanBuild gives every page of a site as a build without any memory makes it;
// those that cannot be made are nil, and where the content has errors there
// are none at all.
func cleanBuild(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	p, err := generator.New(generator.Options{Source: dir, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	site, err := p.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if site.Pages == nil {
		return nil
	}
	pages := map[string][]byte{}
	for _, path := range site.Pages.Paths() {
		raw, err := site.Pages.Render(path)
		if pages[path] = raw; err == nil && raw == nil {
			pages[path] = []byte{} // an empty file
		}
	}
	return pages
}

// settles waits until what is served is what a clean build makes, and tells
// what is not if that does not come to be. Where the content has errors, the
// server must tell them and go on. ever has all paths that ever were.
func (v *served) settles(ever map[string]bool) error {
	want := cleanBuild(v.t, v.site.dir)
	if want == nil {
		if status, _ := v.get("/"); status != 200 && status != 500 {
			return fmt.Errorf("with errors in the content / answers %d", status)
		}
		return nil
	}
	for path := range want {
		ever[path] = true
	}
	var err error
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if fell := v.fell.Load(); fell != nil {
			return errors.New(*fell)
		}
		if err = v.shows(want, ever); err == nil {
			return nil
		}
	}
	return err
}

// shows compares every path; one that cannot be made may answer as it did last.
func (v *served) shows(want map[string][]byte, ever map[string]bool) error {
	for _, path := range slices.Sorted(maps.Keys(ever)) {
		wanted, there := want[path]
		status, body := v.get("/" + path)
		switch {
		case !there:
			if status != 404 {
				return fmt.Errorf("/%s is gone and answers %d", path, status)
			}
		case wanted == nil:
			if status != 200 && status != 500 {
				return fmt.Errorf("/%s cannot be made and answers %d", path, status)
			}
		case status != 200 || !bytes.Equal([]byte(withoutScript(body)), wanted):
			return fmt.Errorf("/%s answers %d, %s", path, status, firstDifference(withoutScript(body), string(wanted)))
		}
	}
	return nil
}

// firstDifference shows where two texts part.
func firstDifference(got, want string) string {
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	from := max(0, at-80)
	return fmt.Sprintf("at byte %d:\n got %q\nwant %q", at, got[from:min(len(got), at+160)], want[from:min(len(want), at+160)])
}
