package generator

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// levels is the picture of the architecture: a package imports lower levels
// only, never its own.
var levels = map[string]int{
	"generator/diag": 0, "generator/edtf": 0, "generator/prose": 0, "layouts": 0,
	"generator/claim": 1, "generator/content": 1,
	"generator/extract": 2, "generator/profile": 2, "generator/ingest": 2, "generator/cache": 2,
	"generator/review":  3,
	"generator/render":  4,
	"generator/publish": 5, "generator/serve": 5,
	"generator":      6,
	"cmd/profilegen": 7,
}

func TestImportsPointDown(t *testing.T) {
	err := filepath.WalkDir("..", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := e.Name(); e.IsDir() && (name == "testdata" || name == "node_modules" || len(name) > 2 && strings.HasPrefix(name, ".")) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		folder := strings.TrimPrefix(path.Dir(filepath.ToSlash(file)), "../")
		level, known := levels[folder]
		if !known {
			t.Errorf("%s: the package has no level", folder)
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			if below, ours := strings.CutPrefix(name, "profilegen/"); ours && levels[below] >= level {
				t.Errorf("%s of level %d imports %s of level %d", file, level, below, levels[below])
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
