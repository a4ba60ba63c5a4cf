package render

import (
	"strings"

	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// maxSitemap is how many addresses one sitemap may have.
const maxSitemap = 50000

// layOutSitemap adds the sitemap, in several files where it is long; without
// base_url there is none. The paths are sorted.
func (s *Site) layOutSitemap(paths []string) {
	if s.pub.Settings.BaseURL == "" {
		return
	}
	for _, p := range paths {
		if k := s.routes[p].kind; k < missingPage {
			s.mapped = append(s.mapped, p)
		}
	}
	s.routes["sitemap.xml"] = route{kind: sitemapFile}
	if len(s.mapped) > maxSitemap {
		for i := 0; i*maxSitemap < len(s.mapped); i++ {
			s.routes["sitemap-"+itoa(i+1)+".xml"] = route{kind: sitemapFile, part: i + 1}
		}
	}
}

// sitemap gives sitemap.xml (part 0), or one of its files.
func (s *Site) sitemap(part int) []byte {
	const ns = ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"
	base := s.pub.Settings.BaseURL
	x := xmlWriter{}
	x.raw(`<?xml version="1.0" encoding="utf-8"?>` + "\n")
	if part == 0 && len(s.mapped) > maxSitemap {
		x.raw("<sitemapindex" + ns)
		for i := 0; i*maxSitemap < len(s.mapped); i++ {
			x.raw("<sitemap><loc>")
			x.text(base + "sitemap-" + itoa(i+1) + ".xml")
			x.raw("</loc></sitemap>\n")
		}
		x.raw("</sitemapindex>\n")
		return x.b
	}
	list := s.mapped
	if part > 0 {
		list = list[(part-1)*maxSitemap : min(part*maxSitemap, len(list))]
	}
	x.raw("<urlset" + ns)
	for _, p := range list {
		x.raw("<url><loc>")
		x.text(base + addressOf(p))
		x.raw("</loc>")
		if date := s.changed(s.routes[p]); date.Precision() == edtf.Day && !date.About() {
			x.raw("<lastmod>" + date.String() + "</lastmod>")
		}
		x.raw("</url>\n")
	}
	x.raw("</urlset>\n")
	return x.b
}

// changed gives the date of a page's newest source.
func (s *Site) changed(r route) edtf.Date {
	switch r.kind {
	case personPage, partyPage:
		return s.profiles[profile.Ref(r.id)].Updated
	case articlePage:
		return s.articles.at(r.id).Date
	}
	return edtf.Date{}
}

func (s *Site) robots() []byte {
	lines := []string{"User-agent: *", "Allow: /"}
	if base := s.pub.Settings.BaseURL; base != "" {
		lines = append(lines, "Sitemap: "+base+"sitemap.xml")
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}
