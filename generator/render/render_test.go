package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/jba/templatecheck"
	"golang.org/x/net/html"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
	"profilegen/layouts"
)

var out = flag.String("out", "", "write the sample site into this folder, to look at it")

func TestEveryPathRenders(t *testing.T) {
	s := build(t, sample())
	for _, p := range s.Paths() {
		page, err := s.Render(p)
		if err != nil {
			t.Error(err)
			continue
		}
		if *out == "" {
			continue
		}
		file := filepath.Join(*out, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range []string{"index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt", "people/vale/index.html", "about/index.html",
		"people/عمران-شاہ/index.json", "offices/mayor-of-brindle/index.html", "data/popolo.json", "search/index.json"} {
		if !slices.Contains(s.Paths(), p) {
			t.Errorf("no path %s", p)
		}
	}
}

func TestLayoutsFitTheirTypes(t *testing.T) {
	s := build(t, sample())
	for name, page := range pageLayouts() {
		if err := templatecheck.CheckHTML(s.layouts.templateOf(s.layouts.page(name), name).Lookup("base"), page); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// node is an element with its attributes as a map.
type node struct {
	tag  string
	attr map[string]string
}

func elements(t *testing.T, page []byte) []node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []node
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		e := node{n.Data, map[string]string{}}
		for _, a := range n.Attr {
			e.attr[a.Key] = a.Val
		}
		out = append(out, e)
	}
	return out
}

func htmlPages(s *Site) []string {
	return slices.DeleteFunc(s.Paths(), func(p string) bool { return !strings.HasSuffix(p, ".html") })
}

func TestPagesKeepTheContract(t *testing.T) {
	s := build(t, sample())
	for _, p := range htmlPages(s) {
		page, err := s.Render(p)
		if err != nil {
			t.Fatal(err)
		}
		checkPage(t, s, p, elements(t, page))
	}
}

func checkPage(t *testing.T, s *Site, p string, list []node) {
	t.Helper()
	ids, facts := map[string]bool{}, map[string]bool{}
	for _, e := range list {
		if id := e.attr["id"]; id != "" {
			if ids[id] {
				t.Errorf("%s: id %s stands twice", p, id)
			}
			ids[id] = true
		}
		if f := e.attr["data-fact"]; f != "" {
			if !facts[f] && e.attr["id"] != f {
				t.Errorf("%s: the first element of fact %s has the id %q", p, f, e.attr["id"])
			}
			if s.facts.at(f) == nil {
				t.Errorf("%s: fact %s is not in the data", p, f)
			}
			facts[f] = true
		}
		for _, c := range strings.Fields(e.attr["data-claim"]) {
			if s.claims.at(c) == nil {
				t.Errorf("%s: claim %s is not in the data", p, c)
			}
		}
		if e.attr["style"] != "" || e.tag == "style" || e.tag == "base" ||
			e.tag == "script" && e.attr["src"] == "" && e.attr["type"] != "application/ld+json" {
			t.Errorf("%s: <%s> breaks the content security policy", p, e.tag)
		}
		for name, value := range e.attr {
			if strings.HasPrefix(name, "on") {
				t.Errorf("%s: %s=%q", p, name, value)
			}
		}
		for _, name := range []string{"href", "src", "action"} {
			if value, ok := e.attr[name]; ok {
				checkLink(t, s, p, value)
			}
		}
	}
	for _, e := range list {
		if local, ok := strings.CutPrefix(e.attr["href"], "#"); ok && !ids[local] {
			t.Errorf("%s: nothing on the page has the id %s", p, local)
		}
	}
}

// checkLink wants outside links with a scheme that is safe, and inside links
// relative and leading somewhere.
func checkLink(t *testing.T, s *Site, p, value string) {
	t.Helper()
	u, err := url.Parse(value)
	if err != nil {
		t.Errorf("%s: %q: %v", p, value, err)
		return
	}
	if u.Scheme != "" {
		if safeURL(value) == "" {
			t.Errorf("%s: links to %q", p, value)
		}
		return
	}
	if strings.HasPrefix(value, "/") {
		t.Errorf("%s: %q is not relative", p, value)
	}
	if u.Path == "" {
		return
	}
	target := path.Join(path.Dir(p), u.Path)
	if strings.HasSuffix(u.Path, "/") {
		target = path.Join(target, "index.html")
	}
	if _, ok := s.routes[target]; !ok {
		t.Errorf("%s: %q leads to %s, which is not there", p, value, target)
	}
}

// entries gives the words of each element that shows a fact.
func entries(t *testing.T, page []byte, fact string) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "data-fact" && a.Val == fact {
				out = append(out, textOf(n))
			}
		}
	}
	return out
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func render(t *testing.T, s *Site, p string) []byte {
	t.Helper()
	page, err := s.Render(p)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestDenialStandsWithWhatItDenies(t *testing.T) {
	pub := sample()
	s := build(t, pub)
	shown := 0
	for _, p := range htmlPages(s) {
		page := render(t, s, p)
		for _, f := range s.facts.under.list {
			want := ""
			switch f.Status {
			case claim.Disputed:
				want = "Orlo Finch"
			case claim.Alleged:
				want = "No denial is reported"
			default:
				continue
			}
			for _, text := range entries(t, page, f.ID) {
				shown++
				if !strings.Contains(text, want) {
					t.Errorf("%s: %q does not name %q", p, text, want)
				}
			}
		}
	}
	if shown < 8 {
		t.Errorf("only %d entries of contested facts were found", shown)
	}
	feed := string(render(t, s, "feed.xml"))
	if !strings.Contains(feed, "Orlo Finch denied it") || !strings.Contains(feed, "No denial is reported") {
		t.Error("the feed tells one side alone")
	}
}

func TestAttributionChain(t *testing.T) {
	s := build(t, sample())
	for _, p := range []string{"articles/no-resignation/index.html", "people/orlo-finch/index.html"} {
		root, err := html.Parse(bytes.NewReader(render(t, s, p)))
		if err != nil {
			t.Fatal(err)
		}
		text := textOf(root)
		if !strings.Contains(text, "According to a private broadcaster, Orlo Finch denied") && !strings.Contains(text, "According to a private broadcaster, denied") {
			t.Errorf("%s does not print the chain: %s", p, text)
		}
		if strings.Contains(text, "Orlo Finch said") {
			t.Errorf("%s puts it as his plain speech", p)
		}
	}
}

func TestNeutralVoice(t *testing.T) {
	w := build(t, sample()).words
	for name, p := range w.messages {
		for _, slot := range p {
			for _, word := range strings.FieldsFunc(strings.ToLower(slot.text), func(r rune) bool { return r < 'a' || r > 'z' }) {
				if slices.Contains([]string{"revealed", "admitted", "claimed", "fled", "defiant", "present"}, word) {
					t.Errorf("%s: %q", name, slot.text)
				}
			}
		}
	}
}

func TestFragmentsStandInTheQuote(t *testing.T) {
	for _, quote := range []string{"short, with a comma", "a - b & c", "über Grüße “x”", strings.Repeat("several words in a row ", 30),
		"first paragraph\n\nsecond paragraph", strings.Repeat("長い文", 100), "x", ""} {
		directive := textFragment(quote)
		if strings.ContainsAny(directive, "-& \n") {
			t.Errorf("%q is not escaped", directive)
		}
		plain := strings.Join(strings.Fields(quote), " ")
		for part := range strings.SplitSeq(directive, ",") {
			words, err := url.PathUnescape(part)
			if err != nil || !strings.Contains(plain, words) || (words == "") != (plain == "") {
				t.Errorf("%q of %q: %v", words, plain, err)
			}
		}
	}
}

func TestKeysFollowBytes(t *testing.T) {
	before := build(t, sample())
	changes := map[string]func(pub *review.Publication){
		"title": func(pub *review.Publication) { pub.Articles[0].Title = "Another title" },
		"label": func(pub *review.Publication) { pub.Articles[1].Label = "Morning Herald, 5 March 2021" },
		"name":  func(pub *review.Publication) { pub.Profiles[1].Name = "Orlando Finch" },
		"fact":  func(pub *review.Publication) { pub.Profiles[0].Facts[0].End = day("2019") },
		"side":  func(pub *review.Publication) { pub.Profiles[0].Facts[4].Sides()[1].By = "Somebody" },
		"gone":  func(pub *review.Publication) { pub.Profiles[1].Facts = pub.Profiles[1].Facts[:1] },
		"quote": func(pub *review.Publication) {
			reword(pub.Articles[0].Claims[0].Claim, func(f *claim.Flat) { f.Quote = "" })
		},
		"site":    func(pub *review.Publication) { pub.Settings.Title = "Record" },
		"body":    func(pub *review.Publication) { pub.Profiles[0].Person.Body = "Other." },
		"contact": func(pub *review.Publication) { pub.Settings.Contact = "" },
		"span":    func(pub *review.Publication) { pub.Articles[3].Spans = pub.Articles[3].Spans[:1] },
		"change":  func(pub *review.Publication) { pub.Changes = pub.Changes[:1] },
		"nothing": func(pub *review.Publication) {},
	}
	for name, change := range changes {
		pub := sample()
		change(pub)
		after, moved := build(t, pub), 0
		for _, p := range after.Paths() {
			if _, was := before.routes[p]; !was {
				continue
			}
			same := bytes.Equal(render(t, before, p), render(t, after, p))
			if !same && before.Key(p) == after.Key(p) {
				t.Errorf("%s: %s has other bytes and the same key", name, p)
			}
			if before.Key(p) != after.Key(p) {
				moved++
			}
		}
		if (moved == 0) != (name == "nothing") {
			t.Errorf("%s: %d keys are other ones", name, moved)
		}
	}
}

func TestJSONIsThatOfTheStructs(t *testing.T) {
	s := build(t, sample())
	encode := func(v any) string {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	c, d := claim.Flat{ID: "c"}.Claim(), claim.Flat{ID: "d"}.Claim()
	full := profile.Fact{ID: "a", Subject: "people/x", Type: claim.Legal, Role: "r\u2028<\x01\"\\", Org: "o", Place: "p", Detail: &claim.Detail{Object: "b", When: "w", Reason: "n"}, Start: day("2001~"),
		End: day("2002"), On: day("200X"), Former: true, Stage: claim.SwornIn, Action: claim.OnTrial, CaseRole: claim.OtherRole, Status: claim.Alleged, Origin: profile.Both, Review: profile.Accepted,
		Dispute: &profile.Dispute{Sides: []profile.Side{{Status: claim.Denied, By: "b", Via: []string{"v", "\xff"}, Reason: "r", Claims: []string{"c"}}, {}},
			Differs: []string{"x"}},
		Voices: 2, Anonymous: true, Ended: &profile.Ended{By: "e"},
		Edited: &profile.Edited{Text: "q"}}
	full.SetTold([]*claim.Claim{&c, &d})
	full.SetSources([]*profile.Source{{Article: "a", Outlet: "o", Date: day("2001"), URL: "u"}, {URL: "x"}})
	one := claim.Flat{ID: "a", Article: "b", Type: claim.Statement, Subject: "s", Role: "r", Org: "o", Place: "p", Start: day("2001"), End: day("2002-03"),
		On: day("2001-02-03"), Former: true, Stage: claim.SwornIn, Action: claim.OnTrial, CaseRole: claim.OtherRole, Status: claim.Alleged,
		Object: "b", When: "w", Reason: "n", By: "b", Via: []string{"v"},
		Quote: "q\t\n", StartByte: 1, Rule: "r"}.Claim()
	var o object
	o.open()
	factFields(&o, &full)
	o.end()
	if got := string(o.b) + "\n"; got != encode(full) {
		t.Errorf("fact:\n%s%s", got, encode(full))
	}
	o = object{}
	o.open()
	claimFields(&o, &one)
	o.end()
	if got := string(o.b) + "\n"; got != encode(one) {
		t.Errorf("claim:\n%s%s", got, encode(one))
	}
	for _, p := range s.Paths() {
		if strings.HasSuffix(p, ".json") && !json.Valid(render(t, s, p)) {
			t.Errorf("%s is no JSON", p)
		}
		if strings.HasSuffix(p, ".jsonl") {
			for line := range bytes.SplitSeq(bytes.TrimSpace(render(t, s, p)), []byte("\n")) {
				if !json.Valid(line) {
					t.Errorf("%s: %s", p, line)
				}
			}
		}
	}
}

// hostile puts dangerous text wherever a publication has text.
func hostile() *review.Publication {
	pub := sample()
	for i, bad := range []string{"</script><!--<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\x00b\x08\u2028]]>\ufffe", "{{.}} {% x %}"} {
		a := pub.Articles[i]
		a.Title, a.Outlet, a.Author, a.Licence, a.Language = bad, bad, bad, bad, bad
		a.URL, a.ArchiveURL = "javascript:alert(1)//"+bad, "data:text/html,"+bad
		for _, c := range a.Claims {
			reword(c.Claim, func(f *claim.Flat) { f.Quote, f.By, f.Via, f.Object, f.Reason, f.When = bad, bad, nil, "", bad, bad })
		}
		p := pub.Profiles[i]
		p.Name = bad
		for _, f := range p.Facts {
			f.Role, f.Place, f.Detail = bad, bad, &claim.Detail{Object: f.Object(), Reason: bad, When: bad}
			for k := range f.Sources() {
				f.Sources()[k].URL = "vbscript:x"
			}
		}
	}
	v := pub.Profiles[0].Person
	v.Body = "[x](javascript:alert(1)) <javascript:alert(1)> <ftp://x.example/> ![i](https://x.example/i.png) [y](//evil.example) [z](/\\evil.example) [u](https://a:b@c.example/)"
	v.Links = []content.Link{{Name: "<b>", URL: "JaVaScript:alert(1)"}}
	v.Summary, v.Aliases = "</title><script>", []string{"<i>"}
	return pub
}

func TestHostileTextStaysText(t *testing.T) {
	s := build(t, hostile())
	for _, p := range s.Paths() {
		page := render(t, s, p)
		switch path.Ext(p) {
		case ".html":
			checkPage(t, s, p, elements(t, page))
			for _, e := range elements(t, page) {
				if e.tag == "img" || e.tag == "i" {
					t.Errorf("%s: <%s> of a source's text", p, e.tag)
				}
			}
			checkLinkedData(t, p, page)
		case ".xml":
			d := xml.NewDecoder(bytes.NewReader(page))
			for {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Errorf("%s: %v", p, err)
					break
				}
			}
		}
	}
}

func checkLinkedData(t *testing.T, p string, page []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Data == "script" && n.FirstChild != nil && !json.Valid([]byte(n.FirstChild.Data)) {
			t.Errorf("%s: JSON-LD %s", p, n.FirstChild.Data)
		}
	}
}

func TestTablesGuardAgainstFormulas(t *testing.T) {
	pub := sample()
	pub.Profiles[0].Name = "=HYPERLINK(1)"
	pub.Profiles[0].Person.Summary = "+1"
	if got := string(render(t, build(t, pub), "data/people.csv")); !strings.Contains(got, ",'=HYPERLINK(1),") || !strings.Contains(got, ",'+1,") {
		t.Error(got)
	}
}

func TestTwoPagesOneAddress(t *testing.T) {
	pub := sample()
	pub.Profiles[1].Person = &content.Person{ID: "orlo-finch", File: "content/people/orlo-finch.md", Redirects: []string{"/people/amara-vale/"},
		Places: map[string]content.Place{"redirects[0]": {Line: 3, Column: 13}}}
	pub.Pages = append(pub.Pages, &content.Page{ID: "people", File: "content/pages/people.md"})
	_, problems := New(Inputs{Pub: pub, Layouts: layouts.BuiltIn()})
	var got []string
	for _, p := range problems {
		got = append(got, p.String())
	}
	want := []string{"content/pages/people.md: the address /people/ is taken by the site itself; change or rename one of them",
		"content/people/orlo-finch.md:3:13: the address /people/amara-vale/ is taken by content/people/amara-vale.md; change or rename one of them"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestWithoutBaseURL(t *testing.T) {
	pub := sample()
	pub.Settings.BaseURL = ""
	s := build(t, pub)
	if slices.Contains(s.Paths(), "sitemap.xml") {
		t.Error("a sitemap without base_url")
	}
	if page := string(render(t, s, "people/amara-vale/index.html")); strings.Contains(page, "canonical") {
		t.Error("a canonical link without base_url")
	}
	if feed := string(render(t, s, "feed.xml")); !strings.Contains(feed, "<id>urn:uuid:") {
		t.Error("a feed without urn ids")
	}
}

func TestEmptySite(t *testing.T) {
	s := build(t, &review.Publication{Settings: content.Settings{Title: "Nothing", Language: "en", Timezone: "UTC"}})
	for _, p := range s.Paths() {
		render(t, s, p)
	}
	if feed := string(render(t, s, "feed.xml")); !strings.Contains(feed, noDate) {
		t.Error(feed)
	}
}

func TestPagesStaySmall(t *testing.T) {
	s := build(t, town(800))
	block := regexp.MustCompile(`<script type="application/ld\+json">.*?</script>`)
	for _, p := range s.Paths() {
		r := s.routes[p]
		if r.kind != personPage {
			continue
		}
		facts := s.profiles[profile.Ref(r.id)].Facts
		size := len(block.ReplaceAllString(string(render(t, s, p)), ""))
		if n := min(len(facts), maxFacts); size > 60_000*max(n, 50)/50 {
			t.Errorf("%s has %d facts and %d bytes", p, n, size)
		}
		if all := slices.Contains(s.Paths(), path.Dir(p)+"/all/index.html"); all != (len(facts) > maxFacts) {
			t.Errorf("%s has %d facts and a page of all: %v", p, len(facts), all)
		}
	}
	for _, p := range htmlPages(s) {
		n := 0
		for _, e := range elements(t, render(t, s, p)) {
			if e.tag == "li" {
				n++
			}
		}
		if n > maxList+200 {
			t.Errorf("%s lists %d entries", p, n)
		}
	}
	for limit, name := range map[int]string{20_000: "site.css", 15_000: "site.js"} {
		if size := len(s.assets[s.asset(name)].bytes); size > limit {
			t.Errorf("%s has %d bytes", name, size)
		}
	}
}

func TestLayoutFaultsHaveAPlace(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"pages/free.html":  {"{{define \"main\"}}\n{{.Nmae}}{{end}}", "layouts/pages/free.html:2:2:"},
		"parts/facts.html": {"{{define \"fact\"}}\n{{if}}{{end}}", "layouts/parts/facts.html:2:"},
		"pages/home.html":  {"{{define \"main\"}}<script>var x = {{.Intro}</script>{{end}}", "layouts/pages/home.html:1:"},
	} {
		site := fstest.MapFS{name: {Data: []byte(c.source)}}
		_, problems := New(Inputs{Pub: sample(), Layouts: layouts.Overlay(site)})
		if len(problems) == 0 || !strings.HasPrefix(problems[0].String(), c.want) {
			t.Errorf("%s: got %v, want %s", name, problems, c.want)
		}
	}
}

func TestOwnLayoutsReplaceTheBuiltIn(t *testing.T) {
	site := fstest.MapFS{"pages/free.html": {Data: []byte(`{{define "main"}}<h1>Ours: {{.Name}}</h1>{{end}}`)}, "assets/site.css": {Data: []byte("b{}")}}
	s, problems := New(Inputs{Pub: sample(), Layouts: layouts.Overlay(site)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if page := string(render(t, s, "about/index.html")); !strings.Contains(page, "<h1>Ours: How this is made</h1>") {
		t.Error(page)
	}
	if got := string(render(t, s, s.asset("site.css"))); got != "b{}" {
		t.Error(got)
	}
}

func TestManyAskAtOnce(t *testing.T) { // to be run with the race detector too
	s, alone := build(t, sample()), build(t, sample())
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, p := range s.Paths() {
				got, err := s.Render(p)
				want, _ := alone.Render(p)
				if err != nil || !bytes.Equal(got, want) || s.Key(p) != alone.Key(p) {
					t.Errorf("%s: %v, or other bytes than when asked for alone", p, err)
				}
			}
		})
	}
	group.Wait()
}

func FuzzTextFragment(f *testing.F) {
	f.Add("a - b, c & d", "x")
	f.Fuzz(func(t *testing.T, quote, more string) {
		plain := strings.Join(strings.Fields(quote+more), " ")
		for part := range strings.SplitSeq(textFragment(quote+more), ",") {
			if words, err := url.PathUnescape(part); err != nil || !strings.Contains(plain, words) {
				t.Errorf("%q is not in %q: %v", words, plain, err)
			}
		}
	})
}
