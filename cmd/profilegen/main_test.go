package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("u", false, "rewrite what the scripts expect to what comes out")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"profilegen": main})
}

const scripts = "testdata/script"

// TestScripts runs the program as a user would: a file a behaviour. Each has
// two commands beside testscript's own: "snapshot NAME DIR" remembers a folder,
// with all that would tell of its being touched, and "unchanged NAME DIR" holds
// the folder against that; "same DIR DIR" compares two built sites.
func TestScripts(t *testing.T) {
	snapshots := func(ts *testscript.TestScript, name string) *string {
		values, _ := ts.Value("snapshots").(map[string]*string)
		if values[name] == nil {
			values[name] = new(string)
		}
		return values[name]
	}
	testscript.Run(t, testscript.Params{
		Dir:                 scripts,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Values["snapshots"] = map[string]*string{}
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(env.WorkDir, ".gitconfig"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"snapshot": func(ts *testscript.TestScript, neg bool, args []string) {
				*snapshots(ts, args[0]) = describe(ts, ts.MkAbs(args[1]), true)
			},
			"unchanged": func(ts *testscript.TestScript, neg bool, args []string) {
				if *snapshots(ts, args[0]) != describe(ts, ts.MkAbs(args[1]), true) {
					ts.Fatalf("%s was touched", args[1])
				}
			},
			"same": func(ts *testscript.TestScript, neg bool, args []string) {
				if (describe(ts, ts.MkAbs(args[0]), false) == describe(ts, ts.MkAbs(args[1]), false)) == neg {
					ts.Fatalf("%s and %s: same is %v", args[0], args[1], neg)
				}
			},
		},
	})
}

// describe lists a folder's files with their bytes, and with touched also with
// their times.
func describe(ts *testscript.TestScript, dir string, touched bool) string {
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		info, err := e.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s %v", rel, info.Mode())
		if touched {
			fmt.Fprintf(&b, " %v", info.ModTime())
		}
		if e.Type().IsRegular() {
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, " %x", sha256.Sum256(raw))
		}
		b.WriteByte('\n')
		return nil
	})
	if err != nil {
		ts.Fatalf("%v", err)
	}
	return b.String()
}

// Each file that a script brings is used by it: an expectation that nothing is
// held against would pass for ever.
func TestScriptsUseTheirFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(scripts, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		script := string(archive.Comment)
		for _, f := range archive.Files {
			// What lies in the folder of a site is read by the build itself.
			inSite := slices.ContainsFunc([]string{"content/", "layouts/", "lexicon/", "static/", "profilegen.yaml", ".gitconfig", ".git/"}, func(place string) bool {
				return strings.HasPrefix(f.Name, place) || strings.Contains(f.Name, "/"+place)
			})
			if !inSite && !strings.Contains(script, f.Name) {
				t.Errorf("%s: nothing uses the file %s", file, f.Name)
			}
		}
	}
}
