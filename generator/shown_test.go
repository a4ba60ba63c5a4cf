package generator

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
)

func TestShownIsForgottenWithAnyChange(t *testing.T) {
	const article, person = "content/articles/vote.md", "content/people/ann-lee.md"
	remove := func(dir, file string) func(*testing.T) {
		return func(t *testing.T) {
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(file))); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := map[string]struct {
		change func(dir string) func(*testing.T)
		drafts bool
		kept   bool
	}{
		"nothing": {func(string) func(*testing.T) { return func(*testing.T) {} }, false, true},
		"a file saved again": {func(dir string) func(*testing.T) {
			return func(t *testing.T) { put(t, dir, person, "---\nname: Ann Lee\n---\n") }
		}, false, true},
		"other drafts": {func(string) func(*testing.T) { return func(*testing.T) {} }, true, false},
		"a word": {func(dir string) func(*testing.T) {
			return func(t *testing.T) { put(t, dir, person, "---\nname: Ann Loe\n---\n") }
		}, false, false},
		"a new file": {func(dir string) func(*testing.T) { return func(t *testing.T) { put(t, dir, "static/x.txt", "x") } }, false, false},
		"a layout": {func(dir string) func(*testing.T) {
			return func(t *testing.T) { put(t, dir, "layouts/assets/x.css", "x") }
		}, false, false},
		"decisions": {func(dir string) func(*testing.T) {
			return func(t *testing.T) { put(t, dir, "content/decisions.yaml", "") }
		}, false, false},
		"an article gone": {func(dir string) func(*testing.T) { return remove(dir, article) }, false, false},
		"a damaged state": {func(dir string) func(*testing.T) {
			return func(t *testing.T) { put(t, dir, CacheFolder+"/"+shownState, "damaged") }
		}, false, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, person, "---\nname: Ann Lee\n---\n")
			put(t, dir, article, "---\ntitle: The vote\ndate: 2024-05-01\n---\n\nAnn Lee voted.\n")
			put(t, dir, "static/a.txt", "a")
			session := func(drafts bool, do func(*Pipeline)) {
				t.Helper()
				p, err := New(Options{Source: dir, Drafts: drafts})
				if err != nil {
					t.Fatal(err)
				}
				defer p.Close()
				do(p)
			}
			session(false, func(p *Pipeline) {
				if p.Shown() != nil {
					t.Error("something is shown of a site that was never served")
				}
				if _, _, err := p.Refresh(t.Context(), nil); err != nil {
					t.Fatal(err)
				}
				p.KeepShown([]byte("pages"))
			})
			test.change(dir)(t)
			session(test.drafts, func(p *Pipeline) {
				if got := p.Shown(); (string(got) == "pages") != test.kept {
					t.Errorf("got %q", got)
				}
			})
		})
	}
}

// What is written into a file after a run looked at it is not taken for what
// the run read.
func TestAFileWrittenDuringARunCountsAsChanged(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "content/decisions.yaml", "# none\n")
	p, err := New(Options{Source: dir, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	p.lookAgain([]string{Everything})
	put(t, dir, "content/decisions.yaml", "# none yet\n")
	p.noteHashes()
	if changed := p.lookAgain([]string{Everything}); len(changed) != 1 {
		t.Errorf("changed are %q", changed)
	}
}

// What a build knows of its files once it has let go of them: the hash of what
// was read, and no hash where the text was another when it was asked for again.
func TestHashesOfALeanRun(t *testing.T) {
	dir := t.TempDir()
	const still, changed, late = "content/articles/a.md", "content/articles/b.md", "content/articles/c.md"
	text := func(title string) string {
		return "---\ntitle: " + title + "\ndate: 2024-05-01\n---\n\nAnn Lee voted.\n"
	}
	for _, file := range []string{still, changed} {
		put(t, dir, file, text(file))
	}
	p, err := New(Options{Source: dir, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	inputs, _ := p.findInputs()
	put(t, dir, late, text(late)) // after the look
	if _, err := p.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.articles.letGo(inputs)
	put(t, dir, changed, text("Another"))
	for file, has := range map[string]bool{still: true, changed: false, late: true} {
		if got := p.articles.text(file); (got != "") != has {
			t.Errorf("%s: the text is %q", file, got)
		}
	}
	if p.articles.text(changed) != "" {
		t.Error("a text that was another is given when it is asked for again")
	}
	for i, want := range [][32]byte{sha256.Sum256([]byte(text(still))), {}} {
		if in := inputs[i]; in.Hash != want || !in.read {
			t.Errorf("%s: read %v, hash %x", in.Path, in.read, in.Hash)
		}
	}
}
