package generator

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// put writes a file of a site, with its folders.
func put(t testing.TB, dir, file, text string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestRefreshGoesByTheBytes(t *testing.T) {
	dir := t.TempDir()
	const person = "content/people/ann-lee.md"
	put(t, dir, person, "---\nname: Ann Lee\n---\n")
	put(t, dir, "content/articles/vote.md", "---\ntitle: The vote\ndate: 2024-05-01\n---\n\nAnn Lee voted.\n")
	p, err := New(Options{Source: dir, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	refresh := func(hints ...string) (*Site, []string) {
		t.Helper()
		site, changed, err := p.Refresh(t.Context(), hints)
		if err != nil {
			t.Fatal(err)
		}
		return site, changed
	}
	first, changed := refresh()
	if len(changed) == 0 || first.Pages == nil {
		t.Fatalf("the first run changed %q, problems %v", changed, first.Problems)
	}
	put(t, dir, person, "---\nname: Ann Lee\n---\n")
	if again, changed := refresh(person); again != first || changed != nil {
		t.Errorf("a file saved with the same bytes changed %q", changed)
	}
	put(t, dir, person, "---\nname: Anne Lee\n---\n")
	if again, changed := refresh("content/articles"); again != first || changed != nil {
		t.Errorf("a hint on another place changed %q", changed)
	}
	second, changed := refresh("content")
	if second == first || !slices.Equal(changed, []string{person}) {
		t.Errorf("a changed file changed %q", changed)
	}
	if name := second.Content.People[0].Name; name != "Anne Lee" {
		t.Errorf("the name is %q", name)
	}
	if second.Content.Articles[0] != first.Content.Articles[0] {
		t.Error("an article that did not change was read again")
	}
	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(person))); err != nil {
		t.Fatal(err)
	}
	third, changed := refresh(Everything)
	if len(third.Content.People) != 0 || !slices.Equal(changed, []string{person}) {
		t.Errorf("a file that is gone changed %q, people are %v", changed, third.Content.People)
	}
	put(t, dir, "content/people/new/x.md", "---\nname: X\n---\n")
	fourth, changed := refresh("content/people/new")
	if len(changed) != 2 || len(fourth.Problems) <= len(third.Problems) {
		t.Errorf("a folder where none is read changed %q, problems %v", changed, fourth.Problems)
	}
}

// An emacs that has a file open leaves a link to nowhere beside it.
func TestLocksOfEditorsAreNotRead(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "content/people/ann-lee.md", "---\nname: Ann Lee\n---\n")
	for _, file := range []string{"layouts/parts/.#head.html", "layouts/assets/.#site.css", "lexicon/en/.#roles.txt", "static/.#notes.txt", "content/people/.#ann-lee.md"} {
		put(t, dir, filepath.Dir(file)+"/.gitkeep", "")
		if err := os.Symlink("ann@host.123:456", filepath.Join(dir, filepath.FromSlash(file))); err != nil {
			t.Skip(err)
		}
	}
	p, err := New(Options{Source: dir, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	site, err := p.Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range site.Problems {
		if strings.Contains(problem.File, "#") {
			t.Errorf("told: %v", problem)
		}
	}
	if site.Pages == nil || site.Pages.Has(".#notes.txt") {
		t.Errorf("no pages, or a lock among them: %v", site.Problems)
	}
	if inputs, ok := p.findInputs(); !ok {
		t.Errorf("stamps cannot tell the inputs: %v", inputs)
	}
}

// asClean holds every page of a refreshed site against those of a clean build.
func asClean(t *testing.T, dir string, site *Site) {
	t.Helper()
	p, err := New(Options{Source: dir, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	clean, err := p.Run(t.Context())
	if err != nil || clean.Pages == nil || site.Pages == nil {
		t.Fatalf("%v, problems %v and %v", err, clean.Problems, site.Problems)
	}
	if got, want := site.Pages.Paths(), clean.Pages.Paths(); !slices.Equal(got, want) {
		t.Fatalf("paths %q, want %q", got, want)
	}
	for _, path := range clean.Pages.Paths() {
		got, err1 := site.Pages.Render(path)
		want, err2 := clean.Pages.Render(path)
		if err1 != nil || err2 != nil || string(got) != string(want) {
			t.Errorf("%s: %v %v\n got %s\nwant %s", path, err1, err2, got, want)
		}
	}
}

func TestRefreshAfterTwoArticlesOfOneID(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "content/people/ann-lee.md", "---\nname: Ann Lee\n---\n")
	article := func(n int) string {
		return fmt.Sprintf("---\ntitle: The vote %d\ndate: 2024-05-%02d\n---\n\nAnn Lee was elected mayor of Karden in %d.\n", n, n, 1990+n)
	}
	for n := range 4 {
		put(t, dir, fmt.Sprintf("content/articles/vote-%d.md", n), article(n+1))
	}
	p, err := New(Options{Source: dir, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	refresh := func() *Site {
		t.Helper()
		site, _, err := p.Refresh(t.Context(), []string{"content"})
		if err != nil {
			t.Fatal(err)
		}
		return site
	}
	refresh()
	put(t, dir, "content/articles/other/vote-2.md", article(3))
	if site := refresh(); site.Pages != nil {
		t.Fatal("two articles of one id are no error")
	}
	put(t, dir, "content/articles/vote-9.md", article(9))
	refresh()
	if err := os.RemoveAll(filepath.Join(dir, "content/articles/other")); err != nil {
		t.Fatal(err)
	}
	asClean(t, dir, refresh())
}

// watchedSite is a site of one person and one article that was run once.
func watchedSite(t *testing.T) (dir string, p *Pipeline, refresh func(hints ...string) *Site) {
	t.Helper()
	dir = t.TempDir()
	put(t, dir, annLee, "---\nname: Ann Lee\n---\n")
	put(t, dir, "content/articles/vote.md", "---\ntitle: The vote\ndate: 2024-05-01\n---\n\nAnn Lee was elected mayor of Karden in 1999.\n")
	p, err := New(Options{Source: dir, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	refresh = func(hints ...string) *Site {
		t.Helper()
		site, _, err := p.Refresh(t.Context(), hints)
		if err != nil {
			t.Fatal(err)
		}
		return site
	}
	refresh()
	return dir, p, refresh
}

const annLee = "content/people/ann-lee.md"

// listAgain is what a run does that lists all files; the test says what is there
// at that moment, between what the run finds before and the next one.
func listAgain(p *Pipeline) {
	p.watched.moved = true
	p.list(p.files)
}

func TestAFileThatWasAwayWhileTheFilesWereListed(t *testing.T) {
	dir, p, refresh := watchedSite(t)
	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(annLee))); err != nil {
		t.Fatal(err)
	}
	listAgain(p)
	put(t, dir, annLee, "---\nname: Ann Lee\n---\n")
	asClean(t, dir, refresh(annLee))
	put(t, dir, annLee, "---\nname: Ann Lee\naliases: [Annie]\n---\n")
	asClean(t, dir, refresh("content/people"))
}

func TestAFileThatWasThereWhileTheFilesWereListed(t *testing.T) {
	for _, file := range []string{"content/people/bob-roe.md", "content/people/bob-roe.txt", "static/bob.txt"} {
		dir, p, refresh := watchedSite(t)
		put(t, dir, file, "---\nname: Bob Roe\n---\n")
		listAgain(p)
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(file))); err != nil {
			t.Fatal(err)
		}
		put(t, dir, annLee, "---\nname: Ann Lee\naliases: [Annie]\n---\n")
		site := refresh(file, annLee)
		asClean(t, dir, site)
		for _, problem := range site.Problems {
			t.Errorf("told of a file that is gone: %v", problem)
		}
	}
}

// A file is written while a run reads it, and put back before the next one.
func TestAFileThatWasAnotherDuringARun(t *testing.T) {
	const style = "layouts/assets/site.css"
	const article = "content/articles/vote.md"
	texts := map[string][3]string{
		style:   {"b{top:1px}", "b{top:2px}", "b{top:3px}"},
		annLee:  {"---\nname: Ann Lee\n---\n", "---\nname: Ann Roe\n---\n", "---\nname: Anna Lee\n---\n"},
		article: {"---\ntitle: A\ntext: full\n---\n\nAnn.\n", "---\ntitle: A\ntext: full\n---\n\nBob.\n", "---\ntitle: A\ntext: full\n---\n\nEve.\n"},
	}
	for file, text := range texts {
		t.Run(file, func(t *testing.T) {
			dir, p, refresh := watchedSite(t)
			put(t, dir, file, text[0])
			refresh("content", "layouts")
			put(t, dir, "content/articles/other.md", "---\ntitle: The other\n---\n\nNothing.\n")
			put(t, dir, file, text[1])
			p.Progress = func(string, int, int) { put(t, dir, file, text[2]) }
			refresh("content", "layouts")
			p.Progress = nil
			put(t, dir, file, text[1])
			asClean(t, dir, refresh(file))
		})
	}
}
