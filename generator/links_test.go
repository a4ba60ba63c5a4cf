package generator

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/content"
)

// Every address that an editor wrote is tried, at its place, and none that
// stands in an article's words.
func TestLinksOf(t *testing.T) {
	files := fstest.MapFS{
		"content/people/ada.md": {Data: []byte("---\r\nname: Ada\r\nlinks:\r\n  website: https://ada.example\r\n  mail: mailto:a@ada.example\r\n  wikidata: Q1\r\n" +
			"memberships:\r\n  - {party: reed, sources: [bridge, https://a.example/1]}\r\npositions:\r\n  - {role: Mayor, sources: [https://a.example/2]}\r\n" +
			"events:\r\n  - {date: 2001, text: Began, sources: [https://a.example/3]}\r\n---\r\nSee [her own words](https://a.example/4) and\r\n<https://a.example/5>, or `https://a.example/code`.\r\n")},
		"content/parties/reed.md":    {Data: []byte("---\nname: Reed\nleaders:\n  - {person: ada, sources: [https://r.example/1]}\n---\n")},
		"content/pages/about.md":     {Data: []byte("---\ntitle: About\n---\n[us](https://p.example/1 \"title\")\n")},
		"content/articles/bridge.md": {Data: []byte("---\ndate: 2014-05-03\nurl: https://s.example/1\narchive_url: https://s.example/2\n---\nWords, [more](https://s.example/no).\n")},
	}
	site, problems := content.Load(files, content.Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, l := range linksOf(files, site, false) {
		got = append(got, fmt.Sprintf("%s:%d:%d %s %s %s %s", l.File, l.Line, l.Column, l.Key, l.Address, l.Date, l.Archive))
	}
	want := []string{
		"content/people/ada.md:4:12 website https://ada.example  ",
		"content/people/ada.md:6:13 wikidata https://www.wikidata.org/wiki/Q1  ",
		"content/people/ada.md:12:41 sources https://a.example/3  ",
		"content/people/ada.md:8:37 sources https://a.example/1  ",
		"content/people/ada.md:10:29 sources https://a.example/2  ",
		"content/people/ada.md:14:21  https://a.example/4  ",
		"content/people/ada.md:15:2  https://a.example/5  ",
		"content/parties/reed.md:4:29 sources https://r.example/1  ",
		"content/articles/bridge.md:3:6 url https://s.example/1 2014-05-03 https://s.example/2",
		"content/articles/bridge.md:4:14 archive_url https://s.example/2  ",
		"content/pages/about.md:4:6  https://p.example/1  ",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
