package generator

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// published gives the files of a folder.
func published(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(at string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := os.ReadFile(at)
		files[strings.TrimPrefix(at, dir)] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// An edit that says nothing new leaves the site alone; any other does not. In
// each case the site is that of a clean build.
func TestEditsThatSayNothingNew(t *testing.T) {
	const head = "---\ntitle: The vote\ndate: 2024-05-01\noutlet: The Ledger\nurl: https://ledger.example/1\n---\n\n"
	const words = "Ann Lee was elected mayor of Brindle on 30 April 2024. The hall was full. The count took two hours. Many had come from afar.\n"
	site := map[string]string{
		"content/people/ann-lee.md": "---\nname: Ann Lee\n---\n",
		"content/articles/one.md":   head + words,
		"content/articles/two.md":   "---\ntitle: Vote\ndate: 2024-05-02\noutlet: The Post\nurl: https://post.example/2\n---\n\n" + words,
		"content/articles/full.md":  "---\ntitle: In full\ndate: 2024-05-03\ntext: full\n---\n\nAnn Lee spoke. It rained.\n",
	}
	for name, edit := range map[string]struct {
		file, text string
		stands     bool
	}{
		"touched":        {"content/articles/one.md", head + words, true},
		"a note":         {"content/articles/one.md", head + words + "\nA note was added.\n", true},
		"a claim":        {"content/articles/one.md", head + words + "\nAnn Lee resigned as mayor of Brindle on 1 June 2024.\n", false},
		"moved words":    {"content/articles/one.md", head + "A note was added.\n\n" + words, false},
		"no copy":        {"content/articles/one.md", head + words[:len("Ann Lee was elected mayor of Brindle on 30 April 2024.")] + " So it was told here. Nobody else had asked. The lamps went out. It was late.\n", false},
		"another title":  {"content/articles/one.md", strings.Replace(head, "The vote", "A vote", 1) + words, false},
		"shown in full":  {"content/articles/full.md", site["content/articles/full.md"] + "\nA note was added.\n", false},
		"a draft":        {"content/articles/one.md", strings.Replace(head, "outlet:", "draft: true\noutlet:", 1) + words, false},
		"another person": {"content/people/ann-lee.md", "---\nname: Ann Lee\nsummary: Mayor.\n---\n", false},
		"a new file":     {"content/articles/three.md", head + "Nothing was said.\n", false},
		"broken":         {"content/articles/one.md", "---\ntitle: [\n---\n\n" + words, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir, clean := t.TempDir(), t.TempDir()
			for file, text := range site {
				put(t, dir, file, text)
				put(t, clean, file, text)
			}
			build := func(dir string) (report Report, stood bool) {
				t.Helper()
				p, err := New(Options{Source: dir})
				if err != nil {
					t.Fatal(err)
				}
				defer p.Close()
				if report, err = p.Build(t.Context(), false); err != nil {
					t.Fatal(err)
				}
				return report, report.Times == nil
			}
			build(dir)
			for round := range 2 { // the second stands on what the first remembered
				put(t, dir, edit.file, edit.text)
				if report, stood := build(dir); stood != (edit.stands || round > 0 && report.Published) {
					t.Errorf("round %d: the site stood: %v", round, stood)
				}
			}
			put(t, clean, edit.file, edit.text)
			report, _ := build(clean)
			if !report.Published {
				return
			}
			got, want := published(t, filepath.Join(dir, "public")), published(t, filepath.Join(clean, "public"))
			for path := range want {
				if got[path] != want[path] {
					t.Errorf("%s is not that of a clean build", path)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%d files, %d in a clean build", len(got), len(want))
			}
		})
	}
}

func FuzzDecodeTold(f *testing.F) {
	f.Add(filled(told{[]string{"a.md", "b.md"}, [][]uint64{{1, 2, 3}, nil}}.write))
	f.Add([]byte{1})
	f.Fuzz(func(t *testing.T, raw []byte) {
		told := decodeTold(raw)
		if len(told.files) != len(told.sentences) {
			t.Errorf("%d files, %d lists", len(told.files), len(told.sentences))
		}
		if len(told.files) > 0 && len(raw) > 0 {
			if again := decodeTold(filled(told.write)); len(again.files) != len(told.files) {
				t.Errorf("%d files come back as %d", len(told.files), len(again.files))
			}
		}
	})
}
