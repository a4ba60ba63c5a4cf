package content

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// paragraphs are enough for a page to be taken for an article.
const paragraphs = `<p>The council of Tamar voted on Monday to keep the bridge, <em>its</em> clerk&nbsp;said,
after a debate that lasted until the morning and in which every member spoke at least once.</p>
<p>“We have listened,” said the mayor, Ida Roe,<br>who had proposed the vote, and who thanked the people who had come.</p>
<p>The bridge was built in 1911, and it will now be repaired, at a cost that nobody would name on Monday.</p>`

const paragraphsText = `The council of Tamar voted on Monday to keep the bridge, its clerk` + "\u00a0" + `said, after a debate that lasted until the morning and in which every member spoke at least once.

“We have listened,” said the mayor, Ida Roe,
who had proposed the vote, and who thanked the people who had come.

The bridge was built in 1911, and it will now be repaired, at a cost that nobody would name on Monday.
`

func TestWebPageText(t *testing.T) {
	page := `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bridge stays</title></head><body>
<header><a href="/">The Ledger</a></header><nav><ul><li><a href="/a">News</a><li><a href="/b">Sport</a></ul></nav>
<article><h1>Bridge stays</h1>` + paragraphs + `<ul><li>It has four arches.</li><li>It carries two lanes.</li></ul>
<table><tr><td>Built</td><td>1911</td></tr></table><pre>one
two</pre></article><footer>All rights reserved</footer></body></html>`
	a, problems := ParseArticle("content/articles/bridge.html", []byte(page))
	if a == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	want := paragraphsText + "\nIt has four arches.\n\nIt carries two lanes.\n\nBuilt\n\n1911\n\none\ntwo\n"
	if diff := cmp.Diff(want, a.Text); diff != "" || a.Title != "Bridge stays" || a.Language != "en-GB" || a.TextLine != 0 {
		t.Errorf("title %q, language %q (-want +got):\n%s", a.Title, a.Language, diff)
	}
}

func TestShortPages(t *testing.T) {
	for page, want := range map[string]string{
		"<p>Ida Roe resigned.</p>": "Ida Roe resigned.\n",
		"Ida Roe resigned.":        "Ida Roe resigned.\n",
		"<nav>Home</nav><main><h2>Roe out</h2><p>She resigned.</main>":      "Roe out\n\nShe resigned.\n",
		"<p>Roe <del>was jailed</del> <s>lied</s> spoke &lt;b&gt;.":         "Roe spoke <b>.\n",
		"<p>Roe\n  \t spoke.<br><br>Then she left.<script>alert()</script>": "Roe spoke.\n\nThen she left.\n",
	} {
		a, problems := ParseArticle("content/articles/a.html", []byte(page))
		if a == nil || a.Text != want {
			t.Errorf("%s gives %+v %v, want %q", page, a, problems, want)
		}
	}
}

func TestHiddenTextIsNoText(t *testing.T) {
	const sheet = `<style>/* .seen{display:none} */ .gone, .other { color: red; display : none } @media print { .seen { display: none } }
@media screen { #away { position: absolute; left: -9999px } } .seen::after { display: none } @keyframes x { from { opacity: 0 } }
p.tiny > span { font-size: 0 } body { visibility: hidden }</style>`
	for _, hidden := range []string{
		`<p hidden>%s</p>`, `<p style="display:none">%s</p>`, `<div style="Display : NONE !important"><p>%s</p></div>`,
		`<p style="visibility: hidden">%s</p>`, `<p style="font-size:0">%s</p>`, `<span style="font-size: 1px">%s</span>`, `<p style="opacity:0.0">%s</p>`,
		`<p style="position:absolute;left:-9999px">%s</p>`, `<p style="text-indent:-9999px">%s</p>`, `<p style="height:0;overflow:hidden">%s</p>`,
		`<p style="clip:rect(0,0,0,0)">%s</p>`, `<p style="color:#fff;background-color:#fff">%s</p>`, `<p style="color:transparent">%s</p>`,
		`<p aria-hidden="true">%s</p>`, `<p class="sr-only">%s</p>`, `<p class="gone">%s</p>`, `<p class="b other">%s</p>`, `<p id="away">%s</p>`,
		`<p class="tiny"><span>%s</span></p>`, `<noscript>%s</noscript>`, `<template>%s</template>`, `<!-- %s -->`, `<script>"%s"</script>`,
		`<dialog>%s</dialog>`, `<input type="hidden" value="%s">`, `<textarea>%s</textarea>`, `<iframe srcdoc="%s"></iframe>`, `<svg><text>%s</text></svg>`,
		`<img alt="%s">`, `<p title="%s"></p>`, `<select><option>%s</select>`, `<object>%s</object>`,
	} {
		page := "<html><head>" + sheet + "</head><body><article>" + paragraphs + fmt.Sprintf(hidden, "Ida Roe was jailed for fraud") + `<p class="seen">Seen by all.</p></article></body></html>`
		a, problems := ParseArticle("content/articles/a.html", []byte(page))
		if a == nil {
			t.Fatal(hidden, problems)
		}
		if diff := cmp.Diff(paragraphsText+"\nSeen by all.\n", a.Text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", hidden, diff)
		}
	}
}

func TestPageMarks(t *testing.T) {
	const linked = `<script type="application/ld+json">{"@graph":[{"@type":"Person","name":"X"},{"@type":["NewsArticle"],"headline":"Bridge &amp; road",
"datePublished":"2014-04-01T23:30:00-05:00","author":[{"name":"By Jo Lund"},{"name":"Bo Roe"}],"publisher":{"name":"The Ledger"},"url":"https://ledger.example/1"}]}</script>`
	tests := []struct{ name, head, want string }{
		{"linked data", linked + `<meta name="date" content="2013-01-01"><title>Other</title>`, "Bridge & road|2014-04-01 json-ld|The Ledger|Jo Lund, Bo Roe|https://ledger.example/1"},
		{"Open Graph", `<meta property="og:title" content="Bridge"><meta property="article:published_time" content="2014-04-01T10:00Z"><meta property="og:site_name" content="Ledger"><meta name="author" content="by Jo Lund, 1 April 2014"><link rel="canonical" href="https://ledger.example/2">`,
			"Bridge|2014-04-01 article:published_time|Ledger|Jo Lund|https://ledger.example/2"},
		{"other forms of dates", `<meta itemprop="datePublished" content="Tue, 01 Apr 2014 15:28:56 +0200"><title>Bridge | The Ledger</title>`, "Bridge|2014-04-01 itemprop|||"},
		{"digits", `<meta name="pubdate" content="20140401103251"><title>Bridge</title>`, "Bridge|2014-04-01 pubdate|||"},
		{"the address tells the date", `<link rel="canonical" href="https://www.ledger.example/2014/04/01/bridge"><title>Bridge - why it stays, and who paid for it in the end</title>`,
			"Bridge - why it stays, and who paid for it in the end|2014-04-01 address|ledger.example||https://www.ledger.example/2014/04/01/bridge"},
		{"one time", `<title>Bridge</title><time datetime="2014-04-01">yesterday</time>`, "Bridge|2014-04-01 time|||"},
		{"nothing that can be trusted", `<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="//evil.example"><meta name="author" content="https://ledger.example/jo"><meta name="date" content="03/04/2014"><meta name="pubdate" content="2014-02-30"><script type="application/ld+json">{"@type":"NewsArticle","headline":7,"datePublished":["x"]</script>`, "|||" + "|"},
		{"saved by a browser", "<!-- saved from url=(0026)https://ledger.example/3 --><title>Bridge</title>", "Bridge||ledger.example||https://ledger.example/3"},
		{"saved by an extension", "<!--\n Page saved with SingleFile \n url: https://ledger.example/4 \n saved date: Tue --><title>Bridge</title>", "Bridge||ledger.example||https://ledger.example/4"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page, err := ReadWebPage([]byte("<html><head>"+test.head+"</head><body>"+paragraphs+"</body></html>"), "text/html; charset=utf-8")
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join([]string{page.Title, strings.TrimSpace(page.Date.String() + " " + page.DateRule), page.Outlet, page.Author, page.URL}, "|")
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestFrontMatterGoesBeforeThePage(t *testing.T) {
	page := "---\r\ntitle: Kept\r\nnames: {Roe: none}\r\n---\r\n<meta charset=iso-8859-1><meta property=og:title content=Other><meta name=date content=2014-04-01><p>Caf\xe9 Roe</p>"
	a, problems := ParseArticle("content/articles/a.html", []byte(page))
	if a == nil || a.Title != "Kept" || a.Date.String() != "2014-04-01" || a.Text != "Café Roe\n" || a.Names["Roe"] != "none" {
		t.Errorf("got %+v %v", a, problems)
	}
}

func TestCharsets(t *testing.T) {
	const file = "content/articles/a.html"
	for page, want := range map[string]string{
		"<meta charset=iso-8859-1><p>Caf\xe9</p>":                   "Café\n",
		"<meta charset='windows-1252'><p>\x93Caf\xe9\x94</p>":       "“Café”\n",
		"<meta charset=shift_jis><p>\x93\xfa\x96\x7b</p>":           "日本\n",
		"<?xml version='1.0' encoding='ISO-8859-1'?><p>Caf\xe9</p>": "Café\n",
		"\ufeff<p>Café</p>":                    "Café\n",
		"\xff\xfe<\x00p\x00>\x00C\x00\xe9\x00": "Cé\n",
		"<p>Café</p>":                          "Café\n",
		"<meta charset=utf-16><p>Café</p>":     "Café\n",
		strings.Repeat("<!-- x -->", 500) + "<meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>Caf\xe9</p>": "Café\n",
	} {
		a, problems := ParseArticle(file, []byte(page))
		if a == nil || a.Text != want {
			t.Errorf("%.60q gives %+v %v, want %q", page, a, problems, want)
		}
	}
	if page, err := ReadWebPage([]byte("<meta charset=utf-8><p>Caf\xe9</p>"), "text/html; charset=ISO-8859-1"); err != nil || page.Text != "Café\n" {
		t.Errorf("the header goes first: %q %v", page.Text, err)
	}
	set := func(name, raw string, want ...string) brokenCase {
		return brokenCase{name, file, raw, []string{file + want[0]}}
	}
	testBroken(t, []brokenCase{
		set("no charset", "<p>\nCaf\xe9</p>", ":2:4: set aside: byte 0xE9 is not UTF-8, and the page names no other character set; convert the file"),
		set("said to be UTF-8", "<meta charset=utf-8><p>Caf\xe9</p>", ":1:27: set aside: byte 0xE9 is not UTF-8; convert the file"),
		set("said to be Latin-1", "<meta charset=latin1><p>Café</p>", ":1:1: set aside: the page says that it is windows-1252, but its bytes are UTF-8; correct its charset"),
		set("said to be Japanese", "<meta charset=shift_jis>\n<p>\x93\xff</p>", ":2:4: set aside: the page says that it is shift_jis, but its bytes are not; convert the file to UTF-8"),
		set("not in Latin-1", "<meta charset=latin1><p>\x81\xe9</p>", ":1:25: set aside: the page says that it is windows-1252, but its bytes are not; convert the file to UTF-8"),
		set("below front matter", "---\ntitle: X\n---\n<p>\nCaf\xe9</p>", ":5:4: set aside: byte 0xE9 is not UTF-8, and the page names no other character set; convert the file"),
		set("unfinished merge", "<p>One\n<<<<<<< HEAD\n<p>Two\n=======\n<p>Three\n", ":2:1: set aside: a merge was left unfinished (<<<<<<<); choose one side and remove the marks"),
		set("broken front matter", "---\ntitel: X\n---\n<p>x</p>", `:2:1: unknown key "titel"; did you mean title?`),
		set("a letter lost before", "<p>lost&#xfffd;</p>", ": set aside: U+FFFD stands where a letter was lost; save the page again"),
		set("nothing to see", "<body><p hidden>x</p><script>x</script></body>", ": set aside: the page has no text that a reader would see; save the article itself, not a page that loads it"),
		set("too deep", strings.Repeat("<div>", 600)+"x", ": set aside: the page cannot be read: open stack of elements exceeds 512 nodes"),
		set("too many elements", strings.Repeat("<p>x", 70000), ": set aside: the page has 70003 elements; the limit is 60000"),
		set("no text at all", " \n", ":1:1: set aside: the file is empty"),
		set("a picture", "\xff\xd8\xff\xe0", ":1:1: set aside: not text (a JPEG picture); save the page as HTML"),
	})
}

// BenchmarkReadWebPage reads the pages of a folder that SAVED_PAGES names.
func BenchmarkReadWebPage(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join(os.Getenv("SAVED_PAGES"), "*.html"))
	pages := [][]byte{[]byte("<html><body>" + strings.Repeat(paragraphs, 20) + "</body></html>")}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, raw)
	}
	for b.Loop() {
		for _, page := range pages {
			if _, err := ReadWebPage(page, ""); err != nil && len(files) == 0 {
				b.Fatal(err)
			}
		}
	}
}
