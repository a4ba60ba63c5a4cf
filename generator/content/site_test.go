package content

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/diag"
)

// folder makes a site's folder of paths and texts; a text that begins with
// "-> " is a symbolic link.
func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		file := &fstest.MapFile{Data: []byte(text), Mode: 0o644}
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			file = &fstest.MapFile{Data: []byte(target), Mode: fs.ModeSymlink | 0o777}
		}
		fsys[name] = file
	}
	return fsys
}

func printed(problems []diag.Problem) []string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	return lines
}

func TestLoad(t *testing.T) {
	fsys := folder(map[string]string{
		"profilegen.yaml":                   "language: fr\n",
		"content/people/zoe.md":             "---\nname: Zoé\nparty: rl\n---\n",
		"content/people/ada.md":             "---\nname: Ada\ndraft: true\n---\n",
		"content/parties/rl.md":             "---\nname: River List\n---\n",
		"content/articles/b/one.txt":        "One\n",
		"content/articles/a/two.md":         "---\nlanguage: en\n---\nTwo\n",
		"content/articles/a/bad.md":         "B\xe9\n",
		"content/pages/about.md":            "---\ntitle: About\n---\n",
		"content/decisions.yaml":            "- {id: a, decision: rejected, by: B, date: 2024-01-01}\n",
		"content/articles/.two.md.swp":      "\x00",
		"content/articles/two.md~":          "old",
		"content/articles/#two.md#":         "old",
		"content/people/.#ada.md":           "-> ann@host.123",
		"content/people/ada.md___jb_tmp___": "new",
		"content/people/ada.md.orig":        "old",
		"static/.nojekyll":                  "",
		"static/.DS_Store":                  "",
		"content/.DS_Store":                 "\x00",
		"static/pictures/zoe.jpg":           "",
		"lexicon/en/roles.txt":              "x",
		"content/articles/picture.jpeg":     "\xff\xd8\xff",
	})
	site, problems := Load(fsys, Options{Jobs: 3})
	want := []string{"content/articles/a/bad.md:1:2: set aside: byte 0xE9 is not UTF-8; convert the file"}
	if diff := cmp.Diff(want, printed(problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	var got []string
	for _, p := range site.People {
		got = append(got, p.ID)
	}
	for _, a := range site.Articles {
		got = append(got, a.ID+" "+a.Language)
	}
	got = append(got, site.Parties[0].ID, site.Pages[0].ID, site.Decisions[0].ID, site.Settings.Language)
	if diff := cmp.Diff([]string{"ada", "zoe", "one fr", "two en", "rl", "about", "a", "fr"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if file, ok := site.Files.Picture("content/people/zoe.md", "pictures/zoe.jpg"); file != "static/pictures/zoe.jpg" || !ok {
		t.Errorf("the picture is %q %v", file, ok)
	}
	if diff := cmp.Diff([]string{"static/.nojekyll", "static/pictures/zoe.jpg"}, site.Files.Static); diff != "" {
		t.Errorf("static files (-want +got):\n%s", diff)
	}
	if site, _ := Load(fsys, Options{Drafts: true}); len(site.People) != 2 {
		t.Errorf("with drafts: %d people, want 2", len(site.People))
	}
}

func TestLoadRemembers(t *testing.T) {
	fsys := folder(map[string]string{"content/articles/one.txt": "One\n", "content/people/ada.md": "---\nname: Ada\n---\n"})
	var mu sync.Mutex
	kept := map[string]Document{}
	made := 0
	memo := Memo{
		Recall: func(file string, hash [32]byte) (Document, bool) {
			mu.Lock()
			defer mu.Unlock()
			d, ok := kept[fmt.Sprint(file, hash)]
			return d, ok
		},
		Keep: func(file string, hash [32]byte, d Document) {
			mu.Lock()
			defer mu.Unlock()
			made++
			kept[fmt.Sprint(file, hash)] = d
		},
	}
	first, _ := Load(fsys, Options{Memo: memo})
	fsys["profilegen.yaml"] = &fstest.MapFile{Data: []byte("language: de\n")}
	fsys["content/people/ada.md"].Data = []byte("---\nname: Adele\n---\n")
	second, _ := Load(fsys, Options{Memo: memo})
	if made != 3 || first.Articles[0].Language != "en" || second.Articles[0].Language != "de" || second.People[0].Name != "Adele" {
		t.Errorf("parsed %d times, language %q then %q, name %q", made, first.Articles[0].Language, second.Articles[0].Language, second.People[0].Name)
	}
}

func TestListTells(t *testing.T) {
	fsys := folder(map[string]string{
		"profilegen.yml":                                       "",
		"decisions.yaml":                                       "",
		"content/decisions.yml":                                "",
		"content/persons/ada.md":                               "",
		"content/readme.md":                                    "",
		"content/people/sub/ada.md":                            "",
		"content/people/ada.markdown":                          "",
		"content/people/ada.docx":                              "",
		"content/people/bo.md/x":                               "",
		"content/people/link.md":                               "-> /etc/passwd",
		"content/articles/link.txt":                            "-> ../../../etc/passwd",
		"content/articles/linked":                              "-> /etc",
		"content/articles/page.htm":                            "",
		"content/articles/folder.txt/x.md":                     "X\n",
		"content/articles/con.txt":                             "",
		"content/articles/a:b.txt":                             "",
		"content/articles/dot..md":                             "",
		"content/articles/" + strings.Repeat("é", 101) + ".md": "",
		"content/pages/index.md":                               "",
		"content/pages/turned\u202e.md":                        "",
		"content/parties":                                      "-> ../elsewhere",
		"static":                                               "-> /",
		"content/people/__proto__.md":                          "",
		"content/articles/习近平/Zoë's 1.md":                      "",
	})
	fsys["content/people/pipe.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	fsys["content/articles/device.txt"] = &fstest.MapFile{Mode: fs.ModeDevice | fs.ModeCharDevice}
	files, problems := List(fsys)
	want := []string{
		`content/articles/a:b.txt: the id "a:b" has a :, which cannot stand in a file's name everywhere; rename the file`,
		`content/articles/con.txt: the id "con" cannot be used: "con" is the name of a device on Windows; rename the file`,
		`content/articles/device.txt: set aside: this is a device, not a file; remove it`,
		`content/articles/dot..md: the id "dot." cannot be used: a name must not begin or end with a space, or end with a full stop; rename the file`,
		`content/articles/folder.txt: set aside: this is a folder, not a file; rename it`,
		`content/articles/link.txt: set aside: a symbolic link is not followed; put the file itself here`,
		`content/articles/linked: set aside: a symbolic link is not followed; put the file itself here`,
		`content/articles/page.htm: warning: this is not read; rename it to end with .html`,
		`content/articles/` + strings.Repeat("é", 101) + `.md: the id "` + strings.Repeat("é", 101) + `" cannot be used: a name has 202 bytes; the limit is 200; rename the file`,
		`content/decisions.yml: decisions are not read from here; rename it to content/decisions.yaml`,
		`content/pages/index.md: the id "index" is that of one of the site's own files; rename the file`,
		`content/pages/turned\u202e.md: the id has the invisible character U+202E; rename the file`,
		`content/parties: a symbolic link is not followed; put the folder itself here`,
		`content/people/ada.docx: warning: this is not read; documents end with .md, pictures with .jpg, .png, .gif or .webp`,
		`content/people/ada.markdown: warning: this is not read; rename it to end with .md`,
		`content/people/bo.md: this is a folder, not a file; rename it`,
		`content/people/link.md: a symbolic link is not followed; put the file itself here`,
		`content/people/pipe.md: this is a named pipe, not a file; remove it`,
		`content/people/sub: warning: sub-folders are not read here; move its files up to content/people`,
		`content/persons: warning: this is not read; did you mean content/people?`,
		`content/readme.md: warning: this is not read; people, parties, articles and pages are read`,
		`decisions.yaml: decisions are not read from here; move it to content/decisions.yaml`,
		`profilegen.yml: settings are not read from here; rename it to profilegen.yaml, and write it in YAML`,
		`static: a symbolic link is not followed; put the folder itself here`,
	}
	if diff := cmp.Diff(want, printed(problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Files{People: []string{"content/people/__proto__.md"}, Articles: []string{"content/articles/习近平/Zoë's 1.md"}}, files); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if _, problems := List(fstest.MapFS{}); len(problems) != 1 || !strings.Contains(problems[0].String(), "profilegen new site") {
		t.Errorf("an empty folder gives %v", problems)
	}
}

// A real folder: pipes must not be waited for, nor links followed.
func TestLoadFromDisk(t *testing.T) {
	dir := t.TempDir()
	for _, sub := range []string{"content/people", "content/articles"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("secret.md", "---\nname: Secret\n---\n")
	write("content/articles/big.txt", strings.Repeat("word ", maxArticle/5+1))
	write("content/articles/picture.txt", "\x89PNG\r\n"+strings.Repeat("x", 100_000))
	if err := os.Symlink("../../secret.md", filepath.Join(dir, "content/people/secret.md")); err != nil {
		t.Skip(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "content/articles/pipe.txt"), 0o644); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	site, problems := Load(root.FS(), Options{})
	want := []string{
		"content/articles/big.txt: set aside: the file has 16777220 bytes; the limit is 16777216",
		"content/articles/picture.txt:1:1: set aside: not text (a PNG picture); save it as plain text in UTF-8",
		"content/articles/pipe.txt: set aside: this is a named pipe, not a file; remove it",
		"content/people/secret.md: a symbolic link is not followed; put the file itself here",
	}
	if diff := cmp.Diff(want, printed(problems)); diff != "" || len(site.People)+len(site.Articles) > 0 {
		t.Errorf("%d people, %d articles; problems (-want +got):\n%s", len(site.People), len(site.Articles), diff)
	}
}

func TestCheck(t *testing.T) {
	fsys := folder(map[string]string{
		"content/articles/a/same.md":    "Same\n",
		"content/articles/b/same.txt":   "Same\n",
		"content/articles/broken.txt":   "B\xe9\n",
		"content/articles/vote.md":      "---\nnames: {A: ada-lnd, B: none, C: river-list, D: ada-lund}\n---\nText\n",
		"content/people/ada-lund.md":    "---\nname: Ada Lund\nparty: river-lst\nnot: [ada-lund, bo-reo]\nimage: ada.jpg\nredirects: [/people/ada, /PEOPLE/bo-roe/, /old/, /parties/]\nmemberships: [{party: RL}, {party: Chess Club}]\npositions: [{role: Mayor, sources: [vot, same, broken, https://a.example]}]\n---\n",
		"content/people/bo-roe.md":      "---\nname: Bo Roe\nparty: river-list\nimage: bo.png\nredirects: [/old/index.html, /data/x, /about, /files/x.pdf, /people/bo-roe/feed.xml, /people/bo-roe/old/]\n---\n",
		"content/people/Zoe\u0301.md":   "---\nname: Zoé\n---\n",
		"content/people/zo\u00e9.md":    "---\nname: Zoé\ndraft: true\n---\n",
		"content/people/Ada.jpg":        "",
		"content/parties/river-list.md": "---\nname: River List\nabbreviation: RL\nleaders: [{person: ada-lnd}, {person: Jo Doe}, {person: bo-roe, sources: [none]}]\nevents: [{date: 2001, text: Founded, sources: [vote, same]}]\n---\n",
		"content/pages/people.md":       "---\ntitle: People\n---\n",
		"content/pages/about.md":        "---\ntitle: About\n---\n",
		"content/pages/help.md":         "---\ntitle: Help\n---\n",
		"static/help/index.html":        "",
		"static/files/x.pdf":            "",
		"static/bo.png":                 "",
	})
	_, problems := Load(fsys, Options{})
	want := []string{
		`content/articles/b/same.txt: the id "same" is taken by content/articles/a/same.md; rename one of them`,
		"content/articles/broken.txt:1:2: set aside: byte 0xE9 is not UTF-8; convert the file",
		`content/articles/vote.md:2:12: warning: names: there is no person "ada-lnd"; did you mean ada-lund?`,
		`content/pages/help.md: the address /help/ is taken by static/help/index.html; rename one of them`,
		`content/pages/people.md: the address /people/ is the site's own; rename the file`,
		`content/parties/river-list.md:4:20: warning: person: there is no person "ada-lnd"; did you mean ada-lund?`,
		`content/parties/river-list.md:4:75: warning: sources: there is no article "none"; write the name of a file in content/articles, without its extension`,
		`content/people/ada-lund.md:3:8: warning: party: there is no party "river-lst"; did you mean river-list?`,
		`content/people/ada-lund.md:4:7: not: the profile names itself; write the ids of other people`,
		`content/people/ada-lund.md:4:17: warning: not: there is no person "bo-reo"; did you mean bo-roe?`,
		`content/people/ada-lund.md:5:8: warning: image: there is no file "ada.jpg"; did you mean Ada.jpg?`,
		`content/people/ada-lund.md:6:26: redirects: /PEOPLE/bo-roe/ is the address of content/people/bo-roe.md; remove it, or move what stands there`,
		`content/people/ada-lund.md:6:50: redirects: /parties/ is the address of the site itself; remove it, or move what stands there`,
		`content/people/ada-lund.md:7:23: warning: party: "RL" is a party's name, not its file's; did you mean river-list?`,
		`content/people/ada-lund.md:7:36: warning: party: there is no party "Chess Club"; write the name of a file in content/parties, without its extension`,
		`content/people/ada-lund.md:8:37: warning: sources: there is no article "vot"; did you mean vote?`,
		`content/people/bo-roe.md:5:13: redirects: /old/index.html is claimed by content/people/ada-lund.md too; keep one of them`,
		`content/people/bo-roe.md:5:30: redirects: /data/x/ is the address of the site itself; remove it, or move what stands there`,
		`content/people/bo-roe.md:5:39: redirects: /about/ is the address of content/pages/about.md; remove it, or move what stands there`,
		`content/people/bo-roe.md:5:47: redirects: /files/x.pdf/ is the address of static/files/x.pdf; remove it, or move what stands there`,
		`content/people/bo-roe.md:5:61: redirects: /people/bo-roe/feed.xml/ is the address of content/people/bo-roe.md; remove it, or move what stands there`,
		"content/people/zo\u00e9.md: the id \"zo\u00e9\" and that of content/people/Zoe\u0301.md differ only in case or in how letters are composed; rename one of them",
	}
	if diff := cmp.Diff(want, printed(problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestNearestKey(t *testing.T) {
	keys := []string{"name", "party", "positions", "born", "draft"}
	for word, want := range map[string]string{
		"nmae": "name", "Name": "name", "partei": "party", "position": "positions", "posit-ions": "positions", "bron": "born",
		"names": "name", "": "", "x": "", "elephant": "", "drfat": "draft", "b": "",
	} {
		if got := NearestKey(word, keys); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	files := map[string]string{}
	text := strings.Repeat("The council of Tamar voted on Monday to keep the bridge, and “nobody” left. ", 40)
	for i := range 1000 {
		files[fmt.Sprintf("content/articles/%d.md", i)] = fmt.Sprintf("---\ntitle: \"Vote %d\"\ndate: 2014-04-01\noutlet: The Ledger\nurl: https://ledger.example/%d\n---\n\n%s\n", i, i, text)
	}
	fsys := folder(files)
	b.ReportAllocs()
	for b.Loop() {
		if site, _ := Load(fsys, Options{}); len(site.Articles) != 1000 {
			b.Fatal(len(site.Articles))
		}
	}
}

func BenchmarkParseArticle(b *testing.B) {
	text := strings.Repeat("The council of Tamar voted on Monday to keep the bridge, and “nobody” left. ", 40)
	raw := []byte("---\ntitle: \"Vote\"\ndate: 2014-04-01\noutlet: The Ledger\nurl: https://ledger.example/1\n---\n\n" + text + "\n")
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		ParseArticle(articleFile, raw)
	}
}
