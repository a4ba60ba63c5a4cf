package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"profilegen/generator"
)

// editing edits a site at random, in the ways in which people and programs do.
type editing struct {
	site   *madeSite
	t      *testing.T
	rng    *rand.Rand
	number int
	broken map[string]string // files that were broken, with their text before
	did    []string          // every edit so far
}

func newEditing(t *testing.T, site *madeSite, seed uint64) *editing {
	return &editing{site: site, t: t, rng: rand.New(rand.NewPCG(seed, 3)), broken: map[string]string{}}
}

// edit is one way to change a site; it says what it changed.
type edit struct {
	weight int
	do     func(e *editing) string
}

// step makes one edit and says which.
func (e *editing) step() string {
	e.number++
	if len(e.broken) > 0 && e.rng.IntN(2) == 0 {
		return e.tell(e.mend())
	}
	if len(e.files("content/articles")) < 5 || len(e.files("content/people")) == 0 {
		return e.tell(e.beginAgain())
	}
	var all []edit
	for _, list := range [][]edit{articleEdits, profileEdits, siteEdits, breakages} {
		for _, one := range list {
			for range one.weight {
				all = append(all, one)
			}
		}
	}
	return e.tell(all[e.rng.IntN(len(all))].do(e))
}

func (e *editing) tell(what string) string {
	e.did = append(e.did, fmt.Sprintf("%d: %s", e.number, what))
	return what
}

// mend takes back one of the breakages.
func (e *editing) mend() string {
	var list []string
	for file := range e.broken {
		list = append(list, file)
	}
	slices.Sort(list)
	file := list[e.rng.IntN(len(list))]
	text := e.broken[file]
	delete(e.broken, file)
	if text == "" {
		e.must(os.RemoveAll(e.site.path(file)))
		return "remove the broken " + file
	}
	e.must(os.RemoveAll(e.site.path(file)))
	e.site.write(e.t, file, text)
	return "mend " + file
}

func (e *editing) beginAgain() string {
	for n := range 5 {
		e.site.write(e.t, articleFile(100*e.number+n), e.site.article(100*e.number+n))
	}
	e.site.write(e.t, "content/people/ada-abel.md", "---\nname: Ada Abel\nsummary: new\n---\n")
	return "begin again"
}

// files lists the files below a folder, sorted.
func (e *editing) files(folder string) []string {
	var list []string
	_ = filepath.WalkDir(e.site.path(folder), func(at string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasSuffix(at, "~") {
			rel, _ := filepath.Rel(e.site.dir, at)
			list = append(list, filepath.ToSlash(rel))
		}
		return nil
	})
	slices.Sort(list)
	return list
}

// any gives one of a folder's files; empty where it has none.
func (e *editing) any(folder string) string {
	list := e.files(folder)
	if len(list) == 0 {
		return ""
	}
	return list[e.rng.IntN(len(list))]
}

func (e *editing) article() string { return e.any("content/articles") }
func (e *editing) person() string  { return e.any("content/people") }
func (e *editing) name() string    { return e.site.people[e.rng.IntN(len(e.site.people))] }

func (e *editing) one(list ...string) string { return list[e.rng.IntN(len(list))] }

// change puts new text into a file, in one of the ways in which programs save.
func (e *editing) change(file string, with func(text string) string) string {
	text := with(e.site.read(file))
	full := e.site.path(file)
	swap := filepath.Join(filepath.Dir(full), "."+filepath.Base(full)+".swp")
	switch e.rng.IntN(6) {
	case 0:
		e.site.write(e.t, file, text)
	case 1: // many
		e.site.write(e.t, file+".tmp", text)
		e.must(os.Rename(full+".tmp", full))
	case 2: // vim with a backup
		e.must(os.WriteFile(swap, []byte("swap"), 0o600))
		e.must(os.Rename(full, full+"~"))
		e.site.write(e.t, file, text)
		e.must(os.Remove(full + "~"))
		e.must(os.Remove(swap))
	case 3: // JetBrains
		e.site.write(e.t, file+"___jb_tmp___", text)
		e.must(os.Rename(full, full+"___jb_old___"))
		e.must(os.Rename(full+"___jb_tmp___", full))
		e.must(os.Remove(full + "___jb_old___"))
	case 4: // emacs, with a lock and a backup that stays
		lock := filepath.Join(filepath.Dir(full), ".#"+filepath.Base(full))
		e.must(os.Symlink("ann@host.123:456", lock))
		e.site.write(e.t, file+"~", e.site.read(file))
		e.site.write(e.t, file, text)
		e.must(os.Remove(lock))
	default: // in pieces
		out, err := os.Create(full)
		e.must(err)
		_, err = out.WriteString(text[:len(text)/2])
		e.must(err)
		_, err = out.WriteString(text[len(text)/2:])
		e.must(err)
		e.must(out.Close())
	}
	return file
}

func (e *editing) must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatalf("%v, after these edits:\n%s", err, strings.Join(e.did, "\n"))
	}
}

// front puts a line into a file's front matter, or takes out the one with its
// key.
func front(text, line string) string {
	key, _, _ := strings.Cut(line, ":")
	head, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !ok || !strings.HasPrefix(text, "---\n") {
		return text
	}
	lines := strings.Split(head, "\n")
	kept := slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return strings.HasPrefix(l, key+":") })
	if len(kept) == len(lines) {
		kept = append(kept, line)
	}
	return "---\n" + strings.Join(kept, "\n") + "\n---\n" + body
}

// articleEdits are what happens to articles.
var articleEdits = []edit{
	{4, func(e *editing) string {
		return "more words in " + e.change(e.article(), func(s string) string { return s + e.site.sentence(e.name()) + "\n" })
	}},
	{2, func(e *editing) string {
		return "words before all others in " + e.change(e.article(), func(s string) string {
			return strings.Replace(s, "\n---\n", "\n---\n"+e.site.sentence(e.name())+" ", 1)
		})
	}},
	{2, func(e *editing) string {
		return "fewer words in " + e.change(e.article(), func(s string) string {
			cut := strings.LastIndex(strings.TrimSpace(s), ". ")
			return s[:max(cut+1, strings.Index(s, "\n---\n")+5)] + "\n"
		})
	}},
	{2, func(e *editing) string {
		file := articleFile(1000 + e.number)
		e.site.write(e.t, file, e.site.article(1000+e.number))
		return "add " + file
	}},
	{1, func(e *editing) string {
		file := fmt.Sprintf("content/articles/note-%d.%s", e.number, e.one("txt", "html"))
		e.site.write(e.t, file, fmt.Sprintf("Notes of the day %d\n\n%s %s\n", e.number, e.site.sentence(e.name()), e.site.sentence(e.name())))
		return "add " + file
	}},
	{3, func(e *editing) string {
		article := e.article()
		e.must(os.Remove(e.site.path(article)))
		return "delete " + article
	}},
	{1, func(e *editing) string {
		from, to := e.article(), fmt.Sprintf("content/articles/copy-%d.md", e.number)
		e.site.write(e.t, to, e.site.read(from))
		return "copy " + from + " to " + to
	}},
	{2, func(e *editing) string {
		article := e.article()
		to := strings.TrimSuffix(article, filepath.Ext(article)) + fmt.Sprintf("-renamed-%d%s", e.number, filepath.Ext(article))
		e.must(os.Rename(e.site.path(article), e.site.path(to)))
		return "rename " + article + " to " + to
	}},
	{2, func(e *editing) string {
		line := e.one("draft: true", "text: full", "outlet: The Tresk Mail", "date: 2011-07-08", "archive_url: https://archive.example/1", `title: "Another title"`)
		return line + " in " + e.change(e.article(), func(s string) string { return front(s, line) })
	}},
	{1, func(e *editing) string {
		name := e.name()
		line := fmt.Sprintf("names: {%s: %s}", name, e.one("none", strings.TrimSuffix(filepath.Base(e.person()), ".md")))
		return line + " in " + e.change(e.article(), func(s string) string { return front(s, line) })
	}},
	{2, func(e *editing) string {
		article, other := e.article(), e.article()
		a, b := e.site.read(article), e.site.read(other)
		e.site.write(e.t, article, b)
		e.site.write(e.t, other, a)
		return "swap " + article + " and " + other
	}},
	{1, func(e *editing) string {
		article := e.article()
		from := filepath.Dir(e.site.path(article))
		if from == e.site.path("content/articles") {
			return "nothing"
		}
		e.must(os.Rename(from, fmt.Sprintf("%s-%d", from, e.number)))
		return "rename the folder of " + article
	}},
	{1, func(e *editing) string {
		article := e.article()
		e.must(os.Remove(e.site.path(article)))
		e.site.write(e.t, article+"/inside-"+fmt.Sprint(e.number)+".md", e.site.article(e.number))
		return "a folder for " + article
	}},
	{1, func(e *editing) string {
		e.must(os.Rename(e.site.path("content"), e.site.path("elsewhere")))
		e.must(os.Rename(e.site.path("elsewhere"), e.site.path("content")))
		return "content away and back"
	}},
	{1, func(e *editing) string {
		for range 12 {
			e.change(e.article(), func(s string) string { return s + e.site.sentence(e.name()) + "\n" })
		}
		return "a dozen articles at once"
	}},
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
	var ids []string
	for _, profile := range site.Merged.Profiles {
		for _, f := range profile.Facts {
			ids = append(ids, f.ID)
		}
	}
	if len(ids) == 0 {
		return other
	}
	return ids[e.rng.IntN(len(ids))]
}
