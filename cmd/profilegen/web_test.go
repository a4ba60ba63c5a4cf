package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// marl is a web site with one article on it.
func marl(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/old", http.RedirectHandler("/bridge", http.StatusMovedPermanently))
	mux.HandleFunc("/bridge", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<html><head><title>The bridge is open</title><meta name="date" content="2014-05-03"></head><body><article>
			<p>Ada Lind, the mayor of Marl, opened the bridge on Friday, before some two hundred people who had waited since the morning.</p></article></body></html>`)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// runIn runs the program on a site's folder.
func runIn(dir string, args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	status = run(append(args, "--source", dir, "--no-cache"), strings.NewReader(""), &o, &e)
	return status, o.String(), e.String()
}

func TestAddFetches(t *testing.T) {
	server, dir := marl(t), t.TempDir()
	if status, _, errs := runIn(dir, "add", server.URL+"/bridge"); status != exitFailed || !strings.Contains(errs, "--allow-private") {
		t.Fatalf("%d, %s", status, errs)
	}
	if _, err := os.Stat(filepath.Join(dir, "content")); err == nil {
		t.Fatal("a folder was made for nothing")
	}
	status, _, errs := runIn(dir, "add", "--allow-private", server.URL+"/old", server.URL+"/bridge", server.URL+"/none")
	file := filepath.Join(dir, "content/articles/2014-05-03-the-bridge-is-open.md")
	want := "made " + file + "\n" + file + " has this article already\n" + server.URL + "/none: the server answered 404 not found; look for an archived copy, as at web.archive.org\n"
	if status != exitFailed || errs != want {
		t.Errorf("status %d:\n%s\nwant\n%s", status, errs, want)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"\nurl: " + server.URL + "/bridge\n", "\n# from " + server.URL + "/old, which led to " + server.URL + "/bridge, on "} {
		if !bytes.Contains(raw, []byte(line)) {
			t.Errorf("no %q in\n%s", line, raw)
		}
	}
}

func TestCheckExternal(t *testing.T) {
	server, dir := marl(t), t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("profilegen.yaml", "base_url: https://site.example/\n")
	write("content/people/ada.md", "---\nname: Ada Lind\nlinks: {website: "+server.URL+"/bridge}\n---\n")
	if status, _, errs := runIn(dir, "check", "--external", "--allow-private"); status != exitDone || errs != "nothing is wrong\n" {
		t.Errorf("status %d: %s", status, errs)
	}
	write("content/people/bert.md", "---\nname: Bert Holm\npositions:\n  - {role: Mayor, sources: ["+server.URL+"/none]}\n---\n")
	want := "content/people/bert.md:4:29: sources: " + server.URL + "/none answers 404 not found; "
	if status, _, errs := runIn(dir, "check", "--external", "--allow-private"); status != exitFailed || !strings.HasPrefix(errs, want) || !strings.HasSuffix(errs, "\n1 error\n") {
		t.Errorf("status %d: %s", status, errs)
	}
	if status, out, _ := runIn(dir, "check", "--external", "--allow-private", "--json"); status != exitFailed || !strings.Contains(out, `"code":"dead-link"`) {
		t.Errorf("status %d: %s", status, out)
	}
	// without the flag nothing is asked, and a build never asks
	if status, _, errs := runIn(dir, "check"); status != exitDone || errs != "nothing is wrong\n" {
		t.Errorf("status %d: %s", status, errs)
	}
	if status, _, errs := runIn(dir, "build", "--strict"); status != exitDone {
		t.Errorf("status %d: %s", status, errs)
	}
	if status, _, _ := runIn(dir, "check", "--allow-private"); status != exitUsage {
		t.Errorf("status %d", status)
	}
}
