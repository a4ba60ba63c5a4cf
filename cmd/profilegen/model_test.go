package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"profilegen/generator"
)

// A site is edited at random while it is served; after each edit, every page
// that is served is that of a clean build of the same content.
//
// PROFILEGEN_STEPS sets how many edits, PROFILEGEN_SEED where they begin.
func TestServedIsWhatACleanBuildMakes(t *testing.T) {
	steps, seed := 60, uint64(1)
	if testing.Short() {
		steps = 15
	}
	if n, err := strconv.Atoi(os.Getenv("PROFILEGEN_STEPS")); err == nil {
		steps = n
	}
	if n, err := strconv.ParseUint(os.Getenv("PROFILEGEN_SEED"), 10, 64); err == nil {
		seed = n
	}
	site := writeSite(t, t.TempDir(), 30)
	v := startServe(t, site, serving{addr: "127.0.0.1:0", watch: true})
	e := &editing{site: site, t: t, rng: rand.New(rand.NewPCG(seed, 3))}
	var did []string
	for range steps {
		did = append(did, e.step())
		if err := v.settles(); err != nil {
			t.Fatalf("seed %d, after these edits:\n%s\n%v", seed, strings.Join(did, "\n"), err)
		}
	}
}

// cleanBuild gives every page of a site as a build without any memory makes
// it; none where the content has errors.
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
		if pages[path], err = site.Pages.Render(path); err != nil {
			t.Fatal(err)
		}
	}
	return pages
}

// settles waits until what is served is what a clean build makes, and tells
// what is not if that does not come to be. Where the content has errors, the
// server must tell them and go on.
func (v *served) settles() error {
	want := cleanBuild(v.t, v.site.dir)
	if want == nil {
		if status, _ := v.get("/"); status != 200 && status != 500 {
			return fmt.Errorf("with errors in the content / answers %d", status)
		}
		return nil
	}
	var err error
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if err = v.shows(want); err == nil {
			return nil
		}
	}
	return err
}

// shows compares every path.
func (v *served) shows(want map[string][]byte) error {
	for path, bytesWanted := range want {
		status, body := v.get("/" + path)
		if status != 200 || !bytes.Equal([]byte(withoutScript(body)), bytesWanted) {
			return fmt.Errorf("/%s answers %d, %s", path, status, firstDifference(withoutScript(body), string(bytesWanted)))
		}
	}
	for _, gone := range []string{"people/nobody/index.html", "articles/gone/index.html"} {
		if status, _ := v.get("/" + gone); want[gone] == nil && status != 404 {
			return fmt.Errorf("/%s answers %d", gone, status)
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

// editing edits a site at random.
type editing struct {
	site   *madeSite
	t      *testing.T
	rng    *rand.Rand
	number int
	broken string // a file that was broken, to be mended
	whole  string // its text before
}

// files lists the files below a folder, sorted.
func (e *editing) files(folder string) []string {
	var list []string
	_ = filepath.WalkDir(e.site.path(folder), func(at string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(e.site.dir, at)
			list = append(list, filepath.ToSlash(rel))
		}
		return nil
	})
	slices.Sort(list)
	return list
}

func (e *editing) any(folder string) string {
	list := e.files(folder)
	if len(list) == 0 {
		return ""
	}
	return list[e.rng.IntN(len(list))]
}

func (e *editing) name() string { return e.site.people[e.rng.IntN(len(e.site.people))] }

// change puts new text into a file, in one of the ways in which programs save.
func (e *editing) change(file string, with func(text string) string) string {
	text := with(e.site.read(file))
	full := e.site.path(file)
	switch e.rng.IntN(3) {
	case 0:
		e.site.write(e.t, file, text)
	case 1:
		e.site.write(e.t, file+".tmp", text)
		e.must(os.Rename(full+".tmp", full))
	default:
		e.must(os.Rename(full, full+"~"))
		e.site.write(e.t, file, text)
		e.must(os.Remove(full + "~"))
	}
	return file
}

func (e *editing) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

// step makes one edit and says which.
func (e *editing) step() string {
	e.number++
	if e.broken != "" && e.rng.IntN(2) == 0 {
		file := e.broken
		e.site.write(e.t, file, e.whole)
		e.broken = ""
		return "mend " + file
	}
	article, person := e.any("content/articles"), e.any("content/people")
	if article == "" || person == "" {
		e.site.write(e.t, articleFile(1000+e.number), e.site.article(1000+e.number))
		e.site.write(e.t, "content/people/ada-abel.md", "---\nname: Ada Abel\n---\n")
		return "begin again"
	}
	acts := []func() string{
		func() string {
			return "more words in " + e.change(article, func(s string) string { return s + e.site.sentence(e.name()) + "\n" })
		},
		func() string {
			return "fewer words in " + e.change(article, func(s string) string {
				cut := strings.LastIndex(strings.TrimSpace(s), ". ")
				return s[:max(cut+1, strings.Index(s, "\n---\n")+5)] + "\n"
			})
		},
		func() string {
			file := articleFile(1000 + e.number)
			e.site.write(e.t, file, e.site.article(1000+e.number))
			return "add " + file
		},
		func() string { e.must(os.Remove(e.site.path(article))); return "delete " + article },
		func() string {
			to := strings.TrimSuffix(article, ".md") + fmt.Sprintf("-renamed-%d.md", e.number)
			e.must(os.Rename(e.site.path(article), e.site.path(to)))
			return "rename " + article + " to " + to
		},
		func() string {
			return "draft or not " + e.change(article, func(s string) string {
				if strings.Contains(s, "\ndraft: true") {
					return strings.Replace(s, "\ndraft: true", "", 1)
				}
				return strings.Replace(s, "\ndate:", "\ndraft: true\ndate:", 1)
			})
		},
		func() string {
			return "an alias in " + e.change(person, func(s string) string {
				return strings.Replace(s, "\nsummary:", fmt.Sprintf("\naliases: [%s]\nsummary:", e.name()+" Senior"), 1-strings.Count(s, "\naliases"))
			})
		},
		func() string {
			return "a post in " + e.change(person, func(s string) string {
				line := fmt.Sprintf("\npositions:\n  - {role: %s, start: %d, sources: [%s]}\nsummary:", posts[e.rng.IntN(len(posts))], 1990+e.rng.IntN(20), strings.TrimSuffix(filepath.Base(article), ".md"))
				return strings.Replace(s, "\nsummary:", line, 1-strings.Count(s, "\npositions"))
			})
		},
		func() string { e.must(os.Remove(e.site.path(person))); return "delete " + person },
		func() string {
			file := "content/people/" + slugOf(e.name()) + ".md"
			e.site.write(e.t, file, "---\nname: "+e.name()+fmt.Sprintf(" %c", 'A'+e.number%26)+"\nsummary: new\n---\nText.\n")
			return "write " + file
		},
		func() string {
			return "a party " + e.change(e.any("content/parties"), func(s string) string {
				return fmt.Sprintf("---\nname: %s\nabbreviation: P%d\n---\nA party.\n", e.site.parties[e.rng.IntN(len(e.site.parties))], e.number)
			})
		},
		func() string {
			publish := []string{"all", "corroborated", "reviewed"}[e.rng.IntN(3)]
			e.site.write(e.t, "profilegen.yaml", fmt.Sprintf("title: Record %d\npublish: %s\n", e.number, publish))
			return "publish " + publish
		},
		func() string {
			e.site.write(e.t, "layouts/assets/site.css", fmt.Sprintf("main { margin: %dpx }\n", e.number))
			return "a style sheet"
		},
		func() string {
			e.site.write(e.t, "static/notes.txt", fmt.Sprintf("note %d\n", e.number))
			return "a static file"
		},
		func() string {
			e.must(os.RemoveAll(e.site.path("layouts")))
			e.must(os.RemoveAll(e.site.path("static")))
			return "no layouts, no static files"
		},
		func() string {
			if e.broken != "" {
				return "nothing"
			}
			e.broken, e.whole = person, e.site.read(person)
			return "break " + e.change(person, func(s string) string { return strings.Replace(s, "name:", "nmae:", 1) })
		},
		func() string {
			other := e.any("content/articles")
			a, b := e.site.read(article), e.site.read(other)
			e.site.write(e.t, article, b)
			e.site.write(e.t, other, a)
			return "swap " + article + " and " + other
		},
		func() string {
			from := filepath.Dir(e.site.path(article))
			e.must(os.Rename(from, fmt.Sprintf("%s-%d", from, e.number)))
			return "rename the folder of " + article
		},
		func() string {
			e.must(os.Remove(e.site.path(article)))
			e.site.write(e.t, article+"/inside.md", e.site.article(e.number))
			return "a folder for " + article
		},
		func() string {
			id := fmt.Sprintf("%012x", e.rng.Uint64()&0xffffffffffff)
			e.site.write(e.t, "content/decisions.yaml", fmt.Sprintf("- id: %s\n  decision: rejected\n  by: A. Editor\n  date: 2024-02-01\n", e.factID(id)))
			return "a decision"
		},
	}
	return acts[e.rng.IntN(len(acts))]()
}

// factID gives a fact that the site has, or else the id that is given.
func (e *editing) factID(other string) string {
	p, err := generator.New(generator.Options{Source: e.site.dir, NoCache: true})
	e.must(err)
	defer p.Close()
	site, err := p.Run(e.t.Context())
	e.must(err)
	if site.Merged == nil {
		return other
	}
	for _, profile := range site.Merged.Profiles {
		if n := len(profile.Facts); n > 0 && e.rng.IntN(4) == 0 {
			return profile.Facts[e.rng.IntN(n)].ID
		}
	}
	return other
}
