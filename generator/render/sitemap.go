package render

import (
	"bytes"
	"slices"
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

// sitemap adds sitemap.xml (part 0), or one of its files, to b.
func (s *Site) sitemap(b []byte, part int) []byte {
	const ns = ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"
	base := s.pub.Settings.BaseURL
	x := xmlWriter{b}
	x.raw(`<?xml version="1.0" encoding="utf-8"?>` + "\n")
	if part == 0 && len(s.mapped) > maxSitemap {
		x.raw("<sitemapindex" + ns)
		for i := 0; i*maxSitemap < len(s.mapped); i++ {
			x.raw("<sitemap><loc>")
			x.text(base)
			x.raw("sitemap-" + itoa(i+1) + ".xml")
			x.raw("</loc></sitemap>\n")
		}
		x.raw("</sitemapindex>\n")
		return x.b
	}
	list := s.mapped
	if part > 0 {
		list = list[(part-1)*maxSitemap : min(part*maxSitemap, len(list))]
	}
	x.b = slices.Grow(x.b, len(list)*(len(base)+120)) // more than most addresses take
	x.raw("<urlset" + ns)
	for _, p := range list {
		x.raw("<url><loc>")
		x.text(base)
		x.address(p)
		x.raw("</loc>")
		if date := s.changed(s.routes[p]); date.Precision() == edtf.Day && !date.About() {
			x.raw("<lastmod>")
			x.b = date.Append(x.b)
			x.raw("</lastmod>")
		}
		x.raw("</url>\n")
	}
	x.raw("</urlset>\n")
	return x.b
}

// address writes the address of a path.
func (x *xmlWriter) address(path string) {
	from := len(x.b)
	x.b = appendAddressOf(x.b, path)
	if bytes.IndexByte(x.b[from:], '&') >= 0 { // the one byte that it has as it is and XML has not
		address := string(x.b[from:])
		x.b = x.b[:from]
		x.text(address)
	}
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

func (s *Site) robots(b []byte) []byte {
	lines := []string{"User-agent: *", "Allow: /"}
	if base := s.pub.Settings.BaseURL; base != "" {
		lines = append(lines, "Sitemap: "+base+"sitemap.xml")
	}
	return append(append(b, strings.Join(lines, "\n")...), '\n')
}
