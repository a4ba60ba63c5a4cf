package generator

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"unicode/utf8"

	"profilegen/generator/content"
	"profilegen/generator/ingest"
)

// linkList gathers the addresses of the web that content names.
type linkList struct {
	files fs.FS
	links []ingest.Link
}

// linksOf gives the addresses of sources, profiles and pages with their places:
// those in front matter, and those in the text that editors wrote. The words of
// articles are not theirs, and nor are the links in them. Profiles marked as
// drafts count only where drafts does.
func linksOf(files fs.FS, site *content.Site, drafts bool) []ingest.Link {
	l := linkList{files: files}
	for _, p := range site.People {
		if p.Draft && !drafts {
			continue
		}
		l.profile(p.File, p.Places, p.Links, p.Events)
		for i, m := range p.Memberships {
			l.sources(p.File, p.Places, fmt.Sprintf("memberships[%d]", i), m.Sources)
		}
		for i, post := range p.Positions {
			l.sources(p.File, p.Places, fmt.Sprintf("positions[%d]", i), post.Sources)
		}
		l.body(p.File, p.Body)
	}
	for _, p := range site.Parties {
		if p.Draft && !drafts {
			continue
		}
		l.profile(p.File, p.Places, p.Links, p.Events)
		for i, leader := range p.Leaders {
			l.sources(p.File, p.Places, fmt.Sprintf("leaders[%d]", i), leader.Sources)
		}
		l.body(p.File, p.Body)
	}
	for _, a := range site.Articles {
		if a.URL != "" {
			l.add(ingest.Link{Address: a.URL, File: a.File, Key: "url", Date: a.Date.String(), Archive: a.ArchiveURL}, a.URLPlace)
		}
		if a.ArchiveURL != "" {
			l.add(ingest.Link{Address: a.ArchiveURL, File: a.File, Key: "archive_url"}, a.ArchivePlace)
		}
	}
	for _, p := range site.Pages {
		l.body(p.File, p.Body)
	}
	return l.links
}

func (l *linkList) add(link ingest.Link, at content.Place) {
	if strings.HasPrefix(link.Address, "http://") || strings.HasPrefix(link.Address, "https://") {
		link.Line, link.Column = at.Line, at.Column
		l.links = append(l.links, link)
	}
}

func (l *linkList) profile(file string, places map[string]content.Place, links []content.Link, events []content.Event) {
	for _, one := range links {
		l.add(ingest.Link{Address: one.URL, File: file, Key: one.Name}, places["links."+one.Name])
	}
	for i, e := range events {
		l.sources(file, places, fmt.Sprintf("events[%d]", i), e.Sources)
	}
}

func (l *linkList) sources(file string, places map[string]content.Place, path string, sources []string) {
	for i, source := range sources {
		l.add(ingest.Link{Address: source, File: file, Key: "sources"}, places[fmt.Sprintf("%s.sources[%d]", path, i)])
	}
}

// body gives the links of Markdown.
func (l *linkList) body(file, body string) {
	found := regexp.MustCompile(`\]\(<?(https?://[^\s<>()]+)|<(https?://[^\s<>]+)>`).FindAllStringSubmatchIndex(body, -1)
	if found == nil {
		return
	}
	before := 0 // lines of the front matter
	if raw, err := fs.ReadFile(l.files, file); err == nil {
		before = max(lines(string(raw))-lines(body), 0)
	}
	for _, at := range found {
		start, end := at[2], at[3]
		if start < 0 {
			start, end = at[4], at[5]
		}
		begin := strings.LastIndexByte(body[:start], '\n') + 1
		l.add(ingest.Link{Address: body[start:end], File: file},
			content.Place{Line: before + lines(body[:start]) + 1, Column: utf8.RuneCountInString(body[begin:start]) + 1})
	}
}

// lines counts the line ends of a text: LF, CRLF or CR.
func lines(text string) int {
	return strings.Count(text, "\n") + strings.Count(text, "\r") - strings.Count(text, "\r\n")
}
