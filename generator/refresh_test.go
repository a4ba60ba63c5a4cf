package generator

import (
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
