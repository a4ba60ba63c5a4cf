package render

import (
	"html/template"
	"strings"

	"profilegen/generator/content"
)

// Chrome is what every page has around its own matter.
type Chrome struct {
	Lang, Dir   string
	Root        string // the way to the site's root: "../../", empty for the home page
	SiteTitle   string
	Title       string // of the document, without the site's title
	Description string
	Canonical   string // absolute; empty without base_url
	Image       string // absolute; empty without base_url
	OpenGraph   string // og:type
	Feed        string // from this page; empty where there is none
	CSS, JS     string
	Icon        string // the site's icon; empty where the layouts have none
	NoIndex     bool
	Header      template.HTML
	Footer      template.HTML
	LinkedData  template.JS // JSON-LD (schema.org); empty for none
	maker       *maker      // whose texts stand on the page
}

// executed tells that the page has been written, and is not needed any more.
func (c Chrome) executed() {
	if c.maker != nil {
		c.maker.reuse()
	}
}

// Frame is what the shared header and footer are given.
type Frame struct {
	Root, Home, SiteTitle string
	Links                 []NavLink
	Pages                 []NavLink
	Contact               string
}

// NavLink is a link of the navigation.
type NavLink struct{ Text, Href string }

// chrome makes what stands around a page.
func (s *Site) chrome(m *maker, path, title, description string) (Chrome, error) {
	c, err := m.surroundings()
	c.Title, c.Description, c.maker = title, shorten(description, 200), m.lend()
	if base := s.pub.Settings.BaseURL; base != "" && path != "404.html" {
		var space [256]byte
		c.Canonical = m.text(appendAddressOf(append(space[:0], base...), path))
	}
	return c, err
}

// surroundings gives what the pages of one depth have in common.
func (m *maker) surroundings() (Chrome, error) {
	if m.around.Lang != "" {
		return m.around, nil
	}
	s := m.s
	c := Chrome{Lang: s.words.code, Dir: s.words.dir, Root: m.root, SiteTitle: s.pub.Settings.Title, OpenGraph: "website",
		CSS: m.root + s.asset("site.css"), JS: m.root + s.asset("site.js"), Feed: m.root + "feed.xml"}
	if icon := s.asset("icon.svg"); icon != "" {
		c.Icon = m.root + icon
	}
	var err error
	if c.Header, err = s.fragment("header", m.root); err != nil {
		return c, err
	}
	if c.Footer, err = s.fragment("footer", m.root); err == nil {
		m.around = c
	}
	return c, err
}

func (s *Site) frame(root string) Frame {
	w := s.words
	f := Frame{Root: root, Home: home(root), SiteTitle: s.pub.Settings.Title, Contact: contactURL(s.pub.Settings.Contact)}
	for _, name := range []string{"people", "parties", "offices", "articles", "timeline"} {
		f.Links = append(f.Links, NavLink{w.say("nav." + name), root + name + "/"})
	}
	for _, p := range s.pub.Pages {
		f.Pages = append(f.Pages, NavLink{pageTitle(p), root + addressOf(p.ID+"/index.html")})
	}
	return f
}

func pageTitle(p *content.Page) string {
	if p.Title != "" {
		return p.Title
	}
	return p.ID
}

// home gives the link to the home page: "./" from itself.
func home(root string) string {
	if root == "" {
		return "./"
	}
	return root
}

// shorten cuts a text at a word, at most max bytes long.
func shorten(text string, max int) string {
	text = folded(text)
	if len(text) <= max {
		return text
	}
	cut := strings.LastIndexByte(text[:max-2], ' ')
	if cut < max/2 {
		cut = max - 4
		for cut > 0 && text[cut]&0xc0 == 0x80 {
			cut--
		}
	}
	return strings.TrimRight(text[:cut], " ,;:") + "…"
}
