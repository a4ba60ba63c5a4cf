package render

import (
	"profilegen/generator/edtf"
	"profilegen/generator/review"
)

// The JSON-LD of the pages, in the words of schema.org. It carries what an
// editor wrote and where a source is; what sources tell of a person stands in
// the page, where all sides of it are.

type linkedPerson struct {
	Context   string      `json:"@context"`
	Type      string      `json:"@type"`
	Name      string      `json:"name"`
	URL       string      `json:"url,omitempty"`
	Aliases   []string    `json:"alternateName,omitempty"`
	Summary   string      `json:"description,omitempty"`
	Image     string      `json:"image,omitempty"`
	Born      string      `json:"birthDate,omitempty"`
	Died      string      `json:"deathDate,omitempty"`
	Birth     *linkedName `json:"birthPlace,omitempty"`
	MemberOf  *linkedName `json:"memberOf,omitempty"`
	Founded   string      `json:"foundingDate,omitempty"`
	Dissolved string      `json:"dissolutionDate,omitempty"`
	SameAs    []string    `json:"sameAs,omitempty"`
}

type linkedName struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// exactDate gives a date as ISO 8601; what is about or a decade has no form there.
func exactDate(d edtf.Date) string { return popoloDate(d) }

func (s *Site) linkedProfile(p *review.Profile, canonical string, picture *PictureView) any {
	out := linkedPerson{Context: "https://schema.org", Type: "Person", Name: p.Name, URL: canonical}
	if picture != nil && canonical != "" {
		out.Image = picture.Absolute
	}
	for _, l := range profileLinks(p) {
		out.SameAs = append(out.SameAs, l.Href)
	}
	if !p.Ref.IsPerson() {
		out.Type = "Organization"
	}
	if e := p.Person; e != nil {
		out.Aliases, out.Summary = e.Aliases, e.Summary
		out.Born, out.Died = exactDate(e.Born), exactDate(e.Died)
		if e.Birthplace != "" {
			out.Birth = &linkedName{Type: "Place", Name: e.Birthplace}
		}
		if e.Party != "" {
			out.MemberOf = &linkedName{Type: "Organization", Name: s.partyName(e.Party)}
		}
	}
	if e := p.Party; e != nil {
		out.Aliases, out.Summary = e.Aliases, e.Summary
		out.Founded, out.Dissolved = exactDate(e.Founded), exactDate(e.Dissolved)
	}
	return out
}

type linkedArticle struct {
	Context  string     `json:"@context"`
	Type     string     `json:"@type"`
	Name     string     `json:"name"`
	URL      string     `json:"url,omitempty"`
	Citation linkedNews `json:"citation"`
}

type linkedNews struct {
	Type      string      `json:"@type"`
	Headline  string      `json:"headline"`
	URL       string      `json:"url,omitempty"`
	Published string      `json:"datePublished,omitempty"`
	Author    string      `json:"author,omitempty"`
	Publisher *linkedName `json:"publisher,omitempty"`
	License   string      `json:"license,omitempty"`
	Archived  string      `json:"archivedAt,omitempty"`
}

func (s *Site) linkedArticle(a *review.Article, canonical string) any {
	title := s.titleOf(a)
	news := linkedNews{Type: "NewsArticle", Headline: title, URL: s.urls.at(a.ID), Published: exactDate(a.Date),
		Author: a.Author, License: a.Licence, Archived: safeURL(a.ArchiveURL)}
	if a.Outlet != "" {
		news.Publisher = &linkedName{Type: "Organization", Name: a.Outlet}
	}
	return linkedArticle{Context: "https://schema.org", Type: "WebPage", Name: title, URL: canonical, Citation: news}
}

type linkedPage struct {
	Context string      `json:"@context"`
	Type    string      `json:"@type"`
	Name    string      `json:"name"`
	URL     string      `json:"url,omitempty"`
	About   string      `json:"description,omitempty"`
	PartOf  *linkedName `json:"isPartOf,omitempty"`
}

func (s *Site) linkedSite(canonical string) any {
	set := s.pub.Settings
	return linkedPage{Context: "https://schema.org", Type: "WebSite", Name: set.Title, URL: canonical, About: set.Description}
}

// linkedList tells what a page of lists is, and of which site.
func (s *Site) linkedList(kind, name, canonical string) any {
	out := linkedPage{Context: "https://schema.org", Type: "CollectionPage", Name: name, URL: canonical,
		PartOf: &linkedName{Type: "WebSite", Name: s.pub.Settings.Title, URL: s.pub.Settings.BaseURL}}
	if kind == "" {
		out.Type = "WebPage"
	}
	return out
}
