package publish

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/cache"
)

// site makes files from "path=text" lines. made counts how often each was made.
func site(t testing.TB, made map[string]int, lines ...string) []File {
	var mu sync.Mutex
	var files []File
	for _, line := range lines {
		path, text, _ := strings.Cut(line, "=")
		key := sha256.Sum256([]byte(text))
		files = append(files, File{Path: path, Make: func(_ string, known [32]byte, out *bytes.Buffer) ([32]byte, error) {
			mu.Lock()
			defer mu.Unlock()
			if known == key {
				return key, nil
			}
			if made != nil {
				made[path]++
			}
			out.WriteString(text)
			return key, nil
		}})
	}
	return files
}

// published is what a run told, and what the next one may know.
type published struct {
	Report
	Memory []byte
}

func publish(t testing.TB, dir string, memory []byte, files []File) published {
	t.Helper()
	return publishWith(t, dir, Options{Memory: memory, Wait: time.Minute}, files)
}

func publishWith(t testing.TB, dir string, o Options, files []File) (p published) {
	t.Helper()
	o.Remember = p.remember
	var err error
	if p.Report, err = Publish(t.Context(), dir, files, o); err != nil {
		t.Fatal(err)
	}
	return p
}

// remember is for Options.
func (p *published) remember(write func(*bufio.Writer) error) { p.Memory = filled(write) }

// filled gives what write writes.
func filled(write func(*bufio.Writer) error) []byte {
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	if err := write(w); err != nil {
		panic(err)
	}
	w.Flush()
	return out.Bytes()
}

// format gives the bytes of a record.
func (r record) format() []byte {
	return filled(func(w *bufio.Writer) error {
		return writeRecord(w, func(yield func(string, entry) bool) {
			for _, path := range slices.Sorted(maps.Keys(r)) {
				if !yield(path, r[path]) {
					return
				}
			}
		})
	})
}

// encode gives the bytes of a memory.
func (m memory) encode() []byte {
	return filled(func(w *bufio.Writer) error {
		w.WriteString(memoryHead)
		for path, s := range m {
			writeSeen(w, path, s)
		}
		return nil
	})
}

// large makes a file that is written piece by piece.
func large(path, text string) File {
	key := sha256.Sum256([]byte(text))
	return File{Path: path,
		Make: func(string, [32]byte, *bytes.Buffer) ([32]byte, error) { return key, nil },
		Write: func(_ string, w io.Writer) error {
			for piece := range strings.SplitAfterSeq(text, " ") {
				if _, err := io.WriteString(w, piece); err != nil {
					return err
				}
			}
			return nil
		}}
}

func TestLargeFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := func(text string) []File { return append(site(t, nil, "index.html=home"), large("data/all.txt", text)) }
	first := publish(t, dir, nil, files("one two three"))
	same(t, "new", map[string]string{"index.html": "home", "data/": "", "data/all.txt": "one two three"}, tree(t, dir))
	for name, memory := range map[string][]byte{"remembered": first.Memory, "forgotten": nil} {
		before := stamps(t, dir)
		if report := publish(t, dir, memory, files("one two three")); report.Changed() {
			t.Errorf("%s: %+v", name, report)
		}
		same(t, name, before, stamps(t, dir))
	}
	if report := publish(t, dir, first.Memory, files("one two four")); report.Written != 1 {
		t.Errorf("changed: %+v", report)
	}
	same(t, "changed", map[string]string{"index.html": "home", "data/": "", "data/all.txt": "one two four"}, tree(t, dir))
	broken := files("x")
	broken[1].Write = func(string, io.Writer) error { return errors.New("no such claim") }
	before := stamps(t, dir)
	if _, err := Publish(t.Context(), dir, broken, Options{}); err == nil || err.Error() != "data/all.txt: no such claim" {
		t.Errorf("broken: %v", err)
	}
	same(t, "broken", before, stamps(t, dir))
}

// keptStage is a staging folder that is kept between runs.
func keptStage(dir string) string { return filepath.Join(filepath.Dir(dir), ".cache", "next") }

// Whatever came before, and whatever stands in a kept staging folder, a run
// gives the tree that it would give in an empty folder.
func TestAKeptStagingFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	sites := [][]string{
		{"index.html=home", "a/index.html=a", "b/c/index.html=c"},
		{"index.html=home2", "a/index.html=a", "b=file"},
		{"index.html=home2", "a/index.html=a3", "b/c/index.html=c"},
		{"index.html=home2", "a=file"},
	}
	spoil := []func(stage string) error{
		func(string) error { return nil },
		func(stage string) error { return os.RemoveAll(stage) },
		func(stage string) error {
			return errors.Join(os.RemoveAll(filepath.Join(stage, "index.html")), os.WriteFile(filepath.Join(stage, "index.html"), []byte("home2"), 0o644))
		},
		func(stage string) error {
			return errors.Join(os.RemoveAll(filepath.Join(stage, "a")), os.Symlink("/etc", filepath.Join(stage, "a")))
		},
		func(stage string) error {
			return errors.Join(os.MkdirAll(filepath.Join(stage, "index.html.d", "x"), 0o755), os.WriteFile(filepath.Join(stage, "stray"), nil, 0o644))
		},
		func(stage string) error {
			return errors.Join(os.RemoveAll(stage), os.WriteFile(stage, []byte("a file"), 0o644))
		},
		func(stage string) error {
			return errors.Join(os.RemoveAll(stage), os.MkdirAll(filepath.Join(stage+apartSuffix, "killed"), 0o755))
		},
	}
	o := Options{Stage: keptStage(dir)}
	o.Memory = publishWith(t, dir, o, site(t, nil, sites[0]...)).Memory
	foreign := map[string]string{"CNAME": "example.org", "uploads/": "", "uploads/x.pdf": "pdf"}
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "CNAME"), []byte("example.org"), 0o644),
		os.Mkdir(filepath.Join(dir, "uploads"), 0o755),
		os.WriteFile(filepath.Join(dir, "uploads", "x.pdf"), []byte("pdf"), 0o644)); err != nil {
		t.Fatal(err)
	}
	for round := range 4 * len(sites) * len(spoil) {
		lines := sites[(round*7+round/5)%len(sites)]
		if info, err := os.Stat(o.Stage); err != nil || !info.IsDir() { // a run that changes nothing makes none
			if err := errors.Join(os.RemoveAll(o.Stage), os.MkdirAll(o.Stage, 0o755)); err != nil {
				t.Fatal(err)
			}
		}
		if err := spoil[round%len(spoil)](o.Stage); err != nil {
			t.Fatal(err)
		}
		if memory := publishWith(t, dir, o, site(t, nil, lines...)).Memory; memory != nil {
			o.Memory = memory
		}
		clean := filepath.Join(t.TempDir(), "public")
		publish(t, clean, nil, site(t, nil, lines...))
		want := tree(t, clean)
		for name, text := range foreign {
			want[name] = text
		}
		same(t, fmt.Sprint("round ", round), want, tree(t, dir))
		if t.Failed() {
			return
		}
		alone(t, dir)
		if list, err := os.ReadDir(filepath.Dir(o.Stage)); err != nil || len(list) > 1 {
			t.Fatalf("beside the staging folder stand %v, %v", list, err)
		}
	}
}

// What comes into the folder while a run is at work is not lost with the old tree.
func TestUploadsDuringARun(t *testing.T) {
	for _, kept := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		o := Options{}
		if kept {
			o.Stage = keptStage(dir)
		}
		publishWith(t, dir, o, site(t, nil, "index.html=home", "a/index.html=a"))
		files := site(t, nil, "index.html=home2", "a/index.html=a")
		text := files[0].Make
		files[0].Make = func(path string, known [32]byte, out *bytes.Buffer) ([32]byte, error) {
			err := errors.Join(os.WriteFile(filepath.Join(dir, "a", "late.pdf"), []byte("late"), 0o644),
				os.MkdirAll(filepath.Join(dir, "uploads", "new"), 0o755),
				os.WriteFile(filepath.Join(dir, "uploads", "new", "later.pdf"), []byte("later"), 0o644))
			key, _ := text(path, known, out)
			return key, err
		}
		publishWith(t, dir, o, files)
		same(t, fmt.Sprint("kept ", kept), map[string]string{
			"index.html": "home2", "a/": "", "a/index.html": "a", "a/late.pdf": "late", "uploads/": "", "uploads/new/": "", "uploads/new/later.pdf": "later",
		}, tree(t, dir))
	}
}

// tree gives what stands in a folder: the bytes of files, the aims of links,
// the names of folders; the record aside.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		switch {
		case rel == "." || rel == recordName:
		case e.IsDir():
			found[rel+"/"] = ""
		case e.Type()&fs.ModeSymlink != 0:
			to, _ := os.Readlink(path)
			found[rel] = "-> " + to
		default:
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			found[rel] = string(raw)
		}
		return nil
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return found
}

// stamps gives what would tell that anything in a folder was touched.
func stamps(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil {
			found[path] = fmt.Sprint(cache.StampOf(info), info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func same(t testing.TB, what string, want, got map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// alone checks that nothing was left beside the output folder.
func alone(t testing.TB, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), "staging") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestNewChangedAndStaleFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "public")
	first := publish(t, dir, nil, site(t, nil, "index.html=home", "people/x/index.html=x", "people/y/index.html=y"))
	same(t, "first", map[string]string{
		"index.html": "home", "people/": "", "people/x/": "", "people/x/index.html": "x", "people/y/": "", "people/y/index.html": "y",
	}, tree(t, dir))
	if first.Written != 3 || first.Removed != 0 {
		t.Errorf("first: %+v", first)
	}
	before, _ := os.Stat(filepath.Join(dir, "index.html"))
	made := map[string]int{}
	second := publish(t, dir, first.Memory, site(t, made, "index.html=home", "people/x/index.html=x2", "about/index.html=about"))
	same(t, "second", map[string]string{
		"about/": "", "about/index.html": "about", "index.html": "home", "people/": "", "people/x/": "", "people/x/index.html": "x2",
	}, tree(t, dir))
	if second.Written != 2 || second.Removed != 1 {
		t.Errorf("second: %+v", second)
	}
	if diff := cmp.Diff(map[string]int{"people/x/index.html": 1, "about/index.html": 1}, made); diff != "" {
		t.Errorf("made (-want +got):\n%s", diff)
	}
	after, _ := os.Stat(filepath.Join(dir, "index.html"))
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("a file that did not change was written")
	}
	alone(t, dir)
}

func TestNothingChangedTouchesNothing(t *testing.T) {
	for name, keep := range map[string]bool{"with the memory": true, "without it": false} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			lines := []string{"index.html=home", "people/x/index.html=x", "people/y/index.html=y"}
			memory := publish(t, dir, nil, site(t, nil, lines...)).Memory
			os.WriteFile(filepath.Join(dir, "CNAME"), []byte("example.org"), 0o600)
			if !keep {
				memory = nil
			}
			before := stamps(t, dir)
			made := map[string]int{}
			report := publish(t, dir, memory, site(t, made, lines...))
			same(t, "stamps", before, stamps(t, dir))
			if report.Changed() || keep && len(made) > 0 {
				t.Errorf("report %+v, made %v", report, made)
			}
			alone(t, dir)
		})
	}
}

func TestTamperedFilesAreWrittenAgain(t *testing.T) {
	lines := []string{"index.html=home", "x/index.html=xxxx"}
	for name, tamper := range map[string]func(path string) error{
		"other bytes": func(path string) error { return os.WriteFile(path, []byte("evil"), 0o644) },
		"other bytes, old time": func(path string) error {
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			if err := os.WriteFile(path, []byte("evil"), 0o644); err != nil {
				return err
			}
			if runtime.GOOS != "linux" {
				return os.WriteFile(path, []byte("evils"), 0o644)
			}
			return os.Chtimes(path, info.ModTime(), info.ModTime())
		},
		"cut short": func(path string) error { return os.Truncate(path, 1) },
		"deleted":   os.Remove,
		"a folder":  func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o755)) },
		"a link":    func(path string) error { return errors.Join(os.Remove(path), os.Symlink("../index.html", path)) },
	} {
		for _, keep := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, memory %v", name, keep), func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "public")
				memory := publish(t, dir, nil, site(t, nil, lines...)).Memory
				want := tree(t, dir)
				if err := tamper(filepath.Join(dir, "x", "index.html")); err != nil {
					t.Fatal(err)
				}
				if !keep {
					memory = nil
				}
				if name == "a folder" {
					_, err := Publish(t.Context(), dir, site(t, nil, lines...), Options{Memory: memory})
					if refused := new(Refused); !errors.As(err, &refused) {
						t.Errorf("got %v", err)
					}
					return
				}
				publish(t, dir, memory, site(t, nil, lines...))
				same(t, "tree", want, tree(t, dir))
			})
		}
	}
}

func TestForeignFilesStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, nil, site(t, nil, "index.html=home", "a/index.html=a", "b/c/index.html=c"))
	for path, text := range map[string]string{
		"CNAME": "example.org", ".git/HEAD": "ref", ".well-known/security.txt": "mail", "a/upload.pdf": "pdf", "b/c/d/e": "deep",
	} {
		path = filepath.Join(dir, path)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o640)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "uploads"), 0o700), os.Symlink("/nowhere", filepath.Join(dir, "link"))); err != nil {
		t.Fatal(err)
	}
	for round := range 5 {
		publish(t, dir, nil, site(t, nil, fmt.Sprint("index.html=home", round)))
	}
	same(t, "tree", map[string]string{
		"CNAME": "example.org", ".git/": "", ".git/HEAD": "ref", ".well-known/": "", ".well-known/security.txt": "mail",
		"a/": "", "a/upload.pdf": "pdf", "b/": "", "b/c/": "", "b/c/d/": "", "b/c/d/e": "deep", "uploads/": "", "link": "-> /nowhere",
		"index.html": "home4",
	}, tree(t, dir))
	info, err := os.Stat(filepath.Join(dir, "uploads"))
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("uploads: %v, %v", info.Mode(), err)
	}
}

func TestAForeignFileInTheWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, nil, site(t, nil, "index.html=home"))
	os.WriteFile(filepath.Join(dir, "CNAME"), []byte("mine"), 0o644)
	before := stamps(t, dir)
	_, err := Publish(t.Context(), dir, site(t, nil, "index.html=home2", "CNAME=yours"), Options{})
	if err == nil || !strings.Contains(err.Error(), "CNAME was not made by profilegen") {
		t.Errorf("got %v", err)
	}
	_, err = Publish(t.Context(), dir, site(t, nil, "index.html=home2", "CNAME/index.html=yours"), Options{})
	if err == nil || !strings.Contains(err.Error(), "CNAME was not made by profilegen") {
		t.Errorf("got %v", err)
	}
	same(t, "stamps", before, stamps(t, dir))
	publish(t, dir, nil, site(t, nil, "index.html=home2", "CNAME=mine")) // the same bytes: it is ours now
	publish(t, dir, nil, site(t, nil, "index.html=home2"))
	same(t, "tree", map[string]string{"index.html": "home2"}, tree(t, dir))
	alone(t, dir)
}

func TestRefusedFolders(t *testing.T) {
	base := t.TempDir()
	write := func(path, text string) string {
		path = filepath.Join(base, path)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	stranger := filepath.Dir(write("stranger/notes.txt", "mine"))
	damaged := filepath.Dir(write("damaged/"+recordName, recordHead+"oops\n"))
	content := filepath.Dir(write("site/content/a.md", "text"))
	tests := []struct{ dir, want string }{
		{stranger, "--output " + stranger + " is not empty and was not made by profilegen; choose an empty folder, or empty it yourself"},
		{"/", "--output / is not empty and was not made by profilegen; choose an empty folder, or empty it yourself"},
		{stranger + "/notes.txt", "--output " + stranger + "/notes.txt is not a folder; choose another name, or move the file away"},
		{damaged, "--output " + damaged + ": the record of what profilegen wrote there cannot be read (it is damaged); empty the folder yourself, and build again"},
		{content + "/out", "--output " + content + "/out and " + content + " lie one in the other; choose a folder of its own"},
		{filepath.Dir(content), "--output " + filepath.Dir(content) + " is not empty and was not made by profilegen; choose an empty folder, or empty it yourself"},
	}
	before := stamps(t, base)
	for _, test := range tests {
		_, err := Publish(t.Context(), test.dir, site(t, nil, "index.html=home"), Options{Apart: []string{content}})
		if refused := new(Refused); !errors.As(err, &refused) || err.Error() != test.want {
			t.Errorf("%s:\ngot  %v\nwant %s", test.dir, err, test.want)
		}
	}
	same(t, "stamps", before, stamps(t, base))
}

func TestUnusablePaths(t *testing.T) {
	for path, want := range map[string]string{
		"../x":                  `the site has a file with the unusable path "../x"`,
		"/etc/x":                `the site has a file with the unusable path "/etc/x"`,
		"a//b":                  `the site has a file with the unusable path "a//b"`,
		"a\\b":                  `the site has a file with the unusable path "a\\b"`,
		recordName:              "the site has a file of its own at .profilegen-record; that name is taken",
		"twice=1":               "the site has two files at twice",
		insideStage + "/a.html": "the site has a file of its own at .profilegen-staging/a.html; that name is taken",
	} {
		dir := filepath.Join(t.TempDir(), "public")
		_, err := Publish(t.Context(), dir, site(t, nil, path, "twice=2"), Options{})
		if err == nil || err.Error() != want {
			t.Errorf("%s: got %v", path, err)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s: the folder was made", path)
		}
	}
}

// Who waits for the site to stand finds it there, is told once, and is told
// nothing of a run that failed.
func TestStanding(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var told []Report
	o := Options{Stage: keptStage(dir), Standing: func(report Report) {
		raw, err := os.ReadFile(filepath.Join(dir, "index.html"))
		if err != nil || string(raw) != "home" {
			t.Errorf("the page is %q, %v", raw, err)
		}
		told = append(told, report)
	}}
	for _, written := range []int{2, 0} {
		told = nil
		report := publishWith(t, dir, o, site(t, nil, "index.html=home", "x/index.html=x"))
		o.Memory = report.Memory
		if len(told) != 1 || told[0].Written != written || told[0].Files != 2 || told[0].Folder != report.Folder {
			t.Errorf("told of %+v, want %d files written", told, written)
		}
	}
	told = nil
	files := site(t, nil, "index.html=home", "x/index.html=x2")
	files[1].Make = func(string, [32]byte, *bytes.Buffer) ([32]byte, error) {
		return [32]byte{}, errors.New("no such field")
	}
	if _, err := Publish(t.Context(), dir, files, o); err == nil || told != nil {
		t.Errorf("%v, and told of %+v", err, told)
	}
}

func TestAFailingPageLeavesTheOldTree(t *testing.T) {
	for name, bad := range map[string]func(string, [32]byte, *bytes.Buffer) ([32]byte, error){
		"error": func(_ string, key [32]byte, _ *bytes.Buffer) ([32]byte, error) {
			return key, errors.New("no such field")
		},
		"panic": func(string, [32]byte, *bytes.Buffer) ([32]byte, error) { panic("index out of range") },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, nil, site(t, nil, "index.html=home", "x/index.html=x"))
			before := stamps(t, dir)
			files := site(t, nil, "index.html=home2", "x/index.html=x2", "z/index.html=z")
			files[1].Make = bad
			files[2].Make = bad
			_, err := Publish(t.Context(), dir, files, Options{})
			var pages PageErrors
			if !errors.As(err, &pages) || len(pages) != 2 || pages[0].Path != "x/index.html" || pages[1].Path != "z/index.html" {
				t.Fatalf("got %v", err)
			}
			if (pages[0].Stack != nil) != (name == "panic") {
				t.Errorf("stack: %q", pages[0].Stack)
			}
			same(t, "stamps", before, stamps(t, dir))
			alone(t, dir)
		})
	}
}

func TestACancelledRunLeavesTheOldTree(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, nil, site(t, nil, "index.html=home"))
	before := stamps(t, dir)
	ctx, cancel := context.WithCancel(t.Context())
	files := site(t, nil, "index.html=home2", "x/index.html=x2")
	files[1].Make = func(_ string, key [32]byte, out *bytes.Buffer) ([32]byte, error) {
		cancel()
		out.WriteString("x")
		return key, nil
	}
	if _, err := Publish(ctx, dir, files, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	same(t, "stamps", before, stamps(t, dir))
	alone(t, dir)
}

func TestALinkedFolder(t *testing.T) {
	base := t.TempDir()
	link, target := filepath.Join(base, "public"), filepath.Join(base, "elsewhere", "www")
	if err := os.Symlink("elsewhere/www", link); err != nil {
		t.Fatal(err)
	}
	for round := range 3 { // the first one makes the folder
		publish(t, link, nil, site(t, nil, fmt.Sprint("index.html=home", round)))
		same(t, "tree", map[string]string{"index.html": fmt.Sprint("home", round)}, tree(t, target))
		if to, err := os.Readlink(link); err != nil || to != "elsewhere/www" {
			t.Fatalf("the link is %q, %v", to, err)
		}
	}
	outside := filepath.Join(base, "outside")
	if err := errors.Join(os.Mkdir(outside, 0o755), os.Symlink(outside, filepath.Join(target, "people"))); err != nil {
		t.Fatal(err)
	}
	if _, err := Publish(t.Context(), link, site(t, nil, "people/x.html=x"), Options{}); err == nil {
		t.Error("a page was written through a link")
	}
	if got := tree(t, outside); len(got) > 0 {
		t.Errorf("outside: %v", got)
	}
}

func TestFilesBecomeFoldersAndBack(t *testing.T) {
	for _, each := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, nil, site(t, nil, "a=file", "b/c/d=deep", "k=kept"))
		if each {
			publishEach(t, dir, site(t, nil, "a/b=deep", "b=file", "k=kept"))
		} else {
			publish(t, dir, nil, site(t, nil, "a/b=deep", "b=file", "k=kept"))
		}
		same(t, "tree", map[string]string{"a/": "", "a/b": "deep", "b": "file", "k": "kept"}, tree(t, dir))
		alone(t, dir)
	}
}

// publishEach publishes as on a system that cannot swap two folders.
func publishEach(t *testing.T, dir string, files []File) {
	t.Helper()
	err := order(files)
	if err != nil {
		t.Fatal(err)
	}
	r := &run{Options: Options{Jobs: 2}, files: files, target: dir}
	if r.stage, err = r.openStage(t.Context()); err != nil {
		t.Fatal(err)
	}
	defer r.stage.close()
	r.stage.inside = true
	if err := r.inStage(t.Context(), new(Report)); err != nil {
		t.Fatal(err)
	}
}

func FuzzParseRecord(f *testing.F) {
	f.Add(record{"a/b": {1, sha256.Sum256(nil)}, "new\nline": {2, sha256.Sum256(nil)}}.format())
	f.Add([]byte(recordHead + "zz 1 a\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := parseRecord(raw)
		if err != nil {
			return
		}
		again, err := parseRecord(r.format())
		if err != nil || !maps.Equal(again, r) {
			t.Fatalf("%v: %v becomes %v", err, r, again)
		}
	})
}

func FuzzDecodeMemory(f *testing.F) {
	f.Add(memory{"a/b": {key: sha256.Sum256(nil), Stamp: cache.Stamp{Size: 1, Modified: 2, Changed: 3, Number: 4}}}.encode())
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m := decodeMemory(raw); m != nil {
			if diff := cmp.Diff(m, decodeMemory(m.encode()), cmp.AllowUnexported(seen{})); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

func BenchmarkPublish(b *testing.B) {
	const count = 11_000
	sized := func(edits int) []File {
		files := make([]File, count)
		for i := range files {
			raw := fmt.Appendf(nil, "%d of %d: %8000d", i, max(0, edits-i), i)
			key := sha256.Sum256(raw)
			files[i] = File{Path: fmt.Sprintf("articles/%d/index.html", i), Make: func(_ string, _ [32]byte, out *bytes.Buffer) ([32]byte, error) {
				out.Write(raw)
				return key, nil
			}}
		}
		return files
	}
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			dir := filepath.Join(b.TempDir(), "public")
			publishWith(b, dir, Options{Stage: keptStage(dir)}, sized(0))
		}
	})
	dir := filepath.Join(b.TempDir(), "public")
	o := Options{Stage: keptStage(dir)}
	o.Memory = publishWith(b, dir, o, sized(0)).Memory
	b.Run("again", func(b *testing.B) {
		files := sized(0)
		for b.Loop() {
			publishWith(b, dir, o, files)
		}
	})
	b.Run("edit", func(b *testing.B) {
		edits := 0
		for b.Loop() {
			edits++
			b.StopTimer()
			files := sized(edits)
			b.StartTimer()
			o.Memory = publishWith(b, dir, o, files).Memory
		}
	})
}
