package generator_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"profilegen/generator"
	"profilegen/generator/diag"
)

// TestExample holds the committed public/ equal to a fresh build of the example
// site: a golden of the whole pipeline, and something to look at without
// building. After a change that is meant, `go run ./cmd/profilegen build`
// writes it anew.
func TestExample(t *testing.T) {
	fresh := filepath.Join(t.TempDir(), "public")
	p, err := generator.New(generator.Options{Source: "..", Output: fresh, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	result, err := p.Build(context.Background(), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range result.Problems {
		if problem.Severity <= diag.Warning {
			t.Errorf("the example site has a problem: %s", problem)
		}
	}
	want, got := tree(t, "../public"), tree(t, fresh)
	for _, name := range names(want, got) {
		if a, b := want[name], got[name]; a == nil {
			t.Errorf("public/%s is not committed", name)
		} else if b == nil {
			t.Errorf("public/%s is committed and no longer built", name)
		} else if !bytes.Equal(a, b) {
			t.Errorf("public/%s differs from a fresh build", name)
		}
	}
}

// tree reads all files below a folder, by their path.
func tree(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		raw, err := os.ReadFile(path)
		files[filepath.ToSlash(name)] = raw
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 20 {
		t.Fatalf("%s has only %d files", folder, len(files))
	}
	return files
}

// names gives the paths of both trees, sorted.
func names(trees ...map[string][]byte) []string {
	var all []string
	for _, files := range trees {
		for name := range files {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
