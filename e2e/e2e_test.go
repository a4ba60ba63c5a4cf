// Package e2e tests the built site as readers meet it: in a real browser.
//
// It builds the example site in English and in Urdu, a small register with every
// kind of fact, and a large one whose lists are cut; serves them on loopback and
// runs the scripts beside it with node, playwright-core and axe-core. Where
// Chromium or the scripts' packages are missing the tests skip with a word,
// unless CI is set. It has no code that the program uses.
package e2e

import (
	"bufio"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes minutes")
	}
	chromium := need(t, "chromium", "chromium-browser", "google-chrome")
	node := need(t, "node")
	if _, err := os.Stat("node_modules/axe-core"); err != nil {
		missing(t, "the packages of e2e/package.json are not installed; run npm ci in e2e")
	}
	addresses, folders, pages := map[string]string{}, map[string]string{}, map[string]map[string]string{}
	for _, site := range sites() {
		folders[site.name] = site.build(t)
		server := httptest.NewServer(files(folders[site.name]))
		defer server.Close()
		addresses[site.name], pages[site.name] = server.URL+"/", site.pages
	}
	artefacts, err := filepath.Abs("artefacts")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "--test", "--test-reporter=tap", "--test-concurrency=1")
	cmd.Env = append(os.Environ(), "E2E_CHROMIUM="+chromium, "E2E_ARTEFACTS="+artefacts,
		"E2E_SITES="+text(addresses), "E2E_FOLDERS="+text(folders), "E2E_PAGES="+text(pages))
	out, err := cmd.CombinedOutput()
	for _, failed := range failures(string(out)) {
		t.Error(failed)
	}
	if err != nil && !t.Failed() {
		t.Errorf("node --test: %v\n%s", err, out)
	}
}

// files serves a built site as a plain host does, with its own 404 page.
func files(folder string) http.Handler {
	plain := http.FileServer(http.Dir(folder))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := os.Stat(filepath.Join(folder, filepath.FromSlash(r.URL.Path))); err == nil {
			plain.ServeHTTP(w, r)
			return
		}
		page, err := os.ReadFile(filepath.Join(folder, "404.html"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(page)
	})
}

// failures gives the failed tests of a TAP report, each with what it said.
func failures(report string) []string {
	var found []string
	scan := bufio.NewScanner(strings.NewReader(report))
	scan.Buffer(nil, 1<<20)
	inside := false
	for scan.Scan() {
		line := scan.Text()
		trimmed := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(trimmed, "not ok"):
			found = append(found, trimmed)
			inside = true
		case strings.HasPrefix(trimmed, "ok "):
			inside = false
		case inside && len(found) > 0 && len(found[len(found)-1]) < 4000:
			found[len(found)-1] += "\n" + line
		}
	}
	return found
}

func need(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, names[0]+" is not installed")
	return ""
}

func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func text(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}
