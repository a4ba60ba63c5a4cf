package ingest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/content"
	"profilegen/generator/diag"
)

// reports are three sentences, enough for a main part.
const reports = `<p>Ada Lind opened the new bridge of Marl on Friday, before some two hundred people who had waited since the morning.</p>
<p>"It has taken eleven years," Ada Lind said, and thanked the builders, the council, and the ferryman who is out of work now.</p>
<p>The bridge cost nine million crowns, twice of what had been planned, and carries no lorries before the summer.</p>`

func page(head, body string) Page {
	return Page{Name: "saved.html", Raw: []byte("<!DOCTYPE html><html><head>" + head + "</head><body><article>" + body + "</article></body></html>")}
}

func one(t *testing.T, fsys fstest.MapFS, p Page) Added {
	t.Helper()
	return Add(fsys, []Page{p})[0]
}

// Each mark that pages have for what they are is read.
func TestAddReadsWhatAPageSays(t *testing.T) {
	for _, test := range []struct{ name, head, body, first, file, front string }{
		{
			"linked data", `<html lang="en-GB"><link rel=canonical href="https://www.reed.example/a/bridge">
			<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge is open","datePublished":"2014-05-03T09:00:00+02:00",
			"author":[{"name":"Jo Finch"},{"name":"Mia Roe"}],"publisher":{"name":"The Reed Post"}}</script>`, "", "",
			"2014-05-03-the-bridge-is-open.md",
			"title: The bridge is open\ndate: 2014-05-03 # as the page's json-ld tells it\noutlet: The Reed Post\nauthor: Jo Finch, Mia Roe\nurl: https://www.reed.example/a/bridge\nlanguage: en-GB\n",
		},
		{
			"open graph", `<meta property="og:title" content="Bridge: open at last"><meta property="og:site_name" content="Marl Hour">
			<meta property="og:url" content="https://hour.example/1"><meta property="article:published_time" content="2014-05-04T10:00:00Z"><meta name=author content="By Jo Finch">`, "", "",
			"2014-05-04-bridge-open-at-last.md",
			"title: \"Bridge: open at last\"\ndate: 2014-05-04 # as the page's article:published_time tells it\noutlet: Marl Hour\nauthor: Jo Finch\nurl: https://hour.example/1\n",
		},
		{
			"meta tags and an archive's address", `<title>No | Wire</title><link rel=canonical href="https://web.archive.org/web/20140505120000/https://wire.example/no"><meta name="dc.date" content="5 May 2014">`, "", "",
			"2014-05-05-no.md",
			"title: \"No\"\ndate: 2014-05-05 # as the page's dc.date tells it\noutlet: wire.example\nurl: https://wire.example/no\narchive_url: https://web.archive.org/web/20140505120000/https://wire.example/no\n",
		},
		{
			"a time element", `<title>Пряма мова</title><meta property="og:url" content="https://www.час.example/1">`, `<time datetime="2014-05-06">yesterday</time>`, "yesterday\n\n",
			"2014-05-06-priama-mova.md",
			"title: Пряма мова\ndate: 2014-05-06 # as the page's time tells it\noutlet: час.example\nurl: https://www.час.example/1\n",
		},
		{
			"nothing", "", "", "", "ada-lind-opened-the-new-bridge-of-marl-on-friday-before.md",
			"# title: …\n# date: 2016-05-12\n# outlet: …\n# url: …\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := one(t, nil, page(test.head, test.body+reports))
			if diag.Has(got.Problems, diag.Error) {
				t.Fatal(got.Problems)
			}
			if got.File.Path != "content/articles/"+test.file {
				t.Errorf("file %s", got.File.Path)
			}
			head, body, _ := strings.Cut(strings.TrimPrefix(string(got.File.Raw), "---\n"), "# from the file saved.html; sha256 ")
			if diff := cmp.Diff(test.front, head); diff != "" {
				t.Errorf("front matter (-want +got):\n%s", diff)
			}
			if !strings.Contains(body, "\n---\n"+test.first+"Ada Lind opened") {
				t.Errorf("body %q", body)
			}
			if got := len(got.Problems); got != strings.Count(test.front, "# ")-strings.Count(test.front, "# as") {
				t.Errorf("%d lines told as missing in\n%s", got, test.front)
			}
		})
	}
}

// What is missing is told at the line to fill in.
func TestAddTellsWhatIsMissing(t *testing.T) {
	got := one(t, nil, page("<title>The bridge</title>", reports))
	var lines []string
	for _, p := range got.Problems {
		lines = append(lines, p.String())
	}
	want := []string{
		`content/articles/the-bridge.md:3:1: warning: the page tells no date; write when it was published, or "on Monday" and the like stay words`,
		`content/articles/the-bridge.md:4:1: warning: the page tells no outlet; write who published it: two articles of one outlet are one voice`,
		`content/articles/the-bridge.md:5:1: warning: the page tells no address; write where it stands on the web`,
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// What is there is told, and never written over.
func TestAddNeverTakesWhatIsThere(t *testing.T) {
	const head = `<title>The bridge</title><meta property="og:url" content="https://reed.example/bridge"><meta name=date content="2014-05-03">`
	first := one(t, nil, page(head, reports))
	edited := strings.Replace(string(first.File.Raw), "title: The bridge", "title: A bridge at last", 1)
	site := fstest.MapFS{"content/articles/2014/bridge.md": {Data: []byte(edited)}}

	if again := one(t, site, page(strings.Replace(head, "https://reed.example/bridge", "http://www.reed.example/bridge/?utm_source=x#top", 1), reports)); again.Have != "content/articles/2014/bridge.md" || again.File.Path != "" {
		t.Errorf("the same article again: %+v", again)
	}
	changed := one(t, site, page(head, reports+"<p>The ferryman has since been given a post at the toll house, the council announced.</p>"))
	if changed.File.Path != "content/articles/2014-05-03-the-bridge.md" || len(changed.Problems) != 1 || changed.Problems[0].Code != "same-address" {
		t.Errorf("other words at the same address: %s %v", changed.File.Path, changed.Problems)
	}
	site["content/articles/2014-05-03-The-Bridge.txt"] = &fstest.MapFile{Data: []byte("Another bridge\n\nWords.\n")}
	if other := one(t, site, page(strings.Replace(head, "/bridge", "/other", 1), reports)); other.File.Path != "content/articles/2014-05-03-the-bridge-2.md" {
		t.Errorf("a name that is taken: %s", other.File.Path)
	}
	both := Add(fstest.MapFS{}, []Page{page(head, reports), page(head, reports)})
	if both[1].Have != both[0].File.Path || both[0].File.Path == "" {
		t.Errorf("twice at once: %+v", both[1])
	}
}

// What is no article is told, with what to do.
func TestAddRefusesWhatIsNoPage(t *testing.T) {
	for _, test := range []struct{ name, raw, code, hint string }{
		{"notes.md", "# Notes", "not-html", "content/articles/"},
		{"a.mht", "From: <Saved by a browser>\nMIME-Version: 1.0\n", "not-html", "MHTML"},
		{"a.html", "%PDF-1.7", "not-html", ".txt"},
		{"a.html", "<html><body><script>load()</script></body></html>", "empty", "save the article itself"},
		{"a.html", "<p>caf\xe9</p>", "not-utf8", "convert"},
		{"a.html", strings.Repeat("x", MaxPage+1), "too-large", ""},
	} {
		got := one(t, nil, Page{Name: test.name, Raw: []byte(test.raw)})
		if got.File.Path != "" || len(got.Problems) != 1 || got.Problems[0].Code != test.code || !strings.Contains(got.Problems[0].Hint, test.hint) || got.Problems[0].File != test.name {
			t.Errorf("%s: %+v", test.code, got)
		}
	}
}

// The address of a page of the web is its own word only where that is of the
// same host.
func TestAddTakesTheAddressOfItsOwnHost(t *testing.T) {
	for canonical, want := range map[string]string{
		"https://reed.example/bridge":     "https://reed.example/bridge",
		"https://elsewhere.example/b":     "https://www.reed.example/b?id=1",
		"https://www.reed.example/":       "https://www.reed.example/b?id=1",
		"javascript:alert(1)":             "https://www.reed.example/b?id=1",
		"https://www.reed.example:8443/b": "https://www.reed.example/b?id=1",
	} {
		p := page(`<link rel=canonical href="`+canonical+`">`, reports)
		p.Name, p.Asked, p.Final, p.Fetched = "http://reed.example/b", "http://reed.example/b", "https://www.reed.example/b?id=1#top", "2024-01-02T03:04:05Z"
		got := one(t, nil, p)
		if got.URL != want {
			t.Errorf("%s: %s", canonical, got.URL)
		}
		if !bytes.Contains(got.File.Raw, []byte("\n# from http://reed.example/b, which led to https://www.reed.example/b?id=1#top, on 2024-01-02T03:04:05Z; sha256 ")) {
			t.Errorf("no origin in\n%s", got.File.Raw)
		}
	}
}

// What the page does not tell, its address may.
func TestAddReadsTheAddress(t *testing.T) {
	p := page("<title>The bridge</title>", reports)
	p.Asked, p.Final = "https://www.reed.example/2014/05/03/bridge", "https://www.reed.example/2014/05/03/bridge"
	got := one(t, fstest.MapFS{}, p)
	if got.Date != "2014-05-03" || !bytes.Contains(got.File.Raw, []byte("\ndate: 2014-05-03 # as the page's address tells it\noutlet: reed.example\n")) || len(got.Problems) > 0 {
		t.Errorf("%v\n%s", got.Problems, got.File.Raw)
	}
	p.Final = "https://www.reed.example/2014/13/03/bridge"
	if got := one(t, fstest.MapFS{}, p); got.Date != "" {
		t.Errorf("date %s", got.Date)
	}
}

func TestMarkdownReadsAsTheSameWords(t *testing.T) {
	for text, want := range map[string]string{
		"plain words, 3.5 of them [sic]":  "plain words, 3.5 of them [sic]",
		"# no heading":                    `\# no heading`,
		"1. no list":                      `1\. no list`,
		"- no list":                       `\- no list`,
		"-5 degrees":                      "-5 degrees",
		"---":                             `\---`,
		"===":                             `\===`,
		"> no quotation":                  `\> no quotation`,
		"f*** a <b> `c` \\d":              "f\\*\\*\\* a \\<b> \\`c\\` \\\\d",
		"snake_case _and_ ~~not~~ ~5":     `snake_case \_and\_ \~\~not\~\~ ~5`,
		"[a](b)":                          `\[a\](b)`,
		"R&D &amp; &#65; AT&T; all &copy": `R&D \&amp; \&#65; AT\&T; all &copy`,
	} {
		if got := markdownOf(text); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

// Whatever the page, what is written is read back with the words of the page,
// and stands under content/articles.
func FuzzAdd(f *testing.F) {
	f.Add("<title>The bridge: no</title><meta name=date content=2014-05-03>", reports)
	f.Add(`<meta property="og:title" content="--- # &quot;x&quot;: [">`, "<p># a</p><p>1. b</p><pre>---\n===</pre>")
	f.Add(`<meta name=author content="a&#10;url: javascript:x">`, "<p>\\*<b>_x_</b>&amp;amp;</p>")
	f.Fuzz(func(t *testing.T, head, body string) {
		got := one(t, nil, page(head, body))
		if got.File.Path == "" {
			if !diag.Has(got.Problems, diag.Error) {
				t.Fatal("no file, and nothing told")
			}
			return
		}
		if dir, _ := filepath.Split(got.File.Path); dir != "content/articles/" {
			t.Fatalf("file %q", got.File.Path)
		}
		a, problems := content.ParseArticle(got.File.Path, got.File.Raw)
		if a == nil {
			t.Fatalf("%v of\n%s", problems, got.File.Raw)
		}
		if got.Title != "" && a.Title != got.Title || a.URL != got.URL || a.Date.String() != got.Date {
			t.Fatalf("%q %q %s of\n%s", a.Title, a.URL, a.Date, got.File.Raw)
		}
	})
}

// A saved page of a file is read as it is on the disk.
func TestAddReadsOtherCharacterSets(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "latin.html")
	raw := []byte(`<html><head><meta charset="iso-8859-1"><title>Caf` + "\xe9" + `</title></head><body>` + reports + `</body></html>`)
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := one(t, nil, Page{Name: file, Raw: raw}); got.Title != "Café" || got.File.Path != "content/articles/cafe.md" {
		t.Errorf("%q %s %v", got.Title, got.File.Path, got.Problems)
	}
	header := page("<title>Caf\xe9</title>", reports)
	header.ContentType = "text/html; charset=windows-1252"
	if got := one(t, nil, header); got.Title != "Café" {
		t.Errorf("%q %v", got.Title, got.Problems)
	}
}
