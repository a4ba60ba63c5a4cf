package content

import (
	"cmp"
	"html"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/itlightning/dateparse"
	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"profilegen/generator/edtf"
)

// pageMarks are what a page says of itself outside its text.
type pageMarks struct {
	meta      map[string]string // by lower-case name, property or itemprop; the first of each
	title     string
	headings  []string // h1
	canonical string
	language  string
	times     []string // <time datetime>
	linked    []linkedData
	savedFrom string // the browser's note in a saved page
}

// pageMeta gives title, date, outlet, author, address and language of a page,
// each from the mark that is most often right. Whatever looks wrong is left out.
func pageMeta(doc *xhtml.Node) WebPage {
	m := pageMarks{meta: make(map[string]string)}
	for n := range doc.Descendants() {
		m.read(n)
	}
	var data linkedData
	if len(m.linked) > 0 {
		data = m.linked[0]
	}
	page := WebPage{
		URL:      m.address(data),
		Title:    m.pageTitle(data),
		Author:   author(cmp.Or(data.author, m.meta["author"], m.meta["parsely-author"], m.meta["dc.creator"], m.meta["byl"], m.meta["article:author"])),
		Language: m.language,
	}
	page.Date, page.DateRule = m.date(data, page.URL)
	page.Outlet = short(cmp.Or(data.publisher, m.meta["og:site_name"], m.meta["application-name"], m.meta["dc.publisher"]), 100)
	if page.Outlet == "" && page.URL != "" {
		if u, err := url.Parse(page.URL); err == nil {
			page.Outlet = strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	return page
}

// read notes what one node tells.
func (m *pageMarks) read(n *xhtml.Node) {
	if n.Type == xhtml.CommentNode {
		m.comment(n.Data)
		return
	}
	if n.Type != xhtml.ElementNode || n.Namespace != "" {
		return
	}
	switch n.DataAtom {
	case atom.Html:
		if tag, err := languageTag(attr(n, "lang")); err == nil {
			m.language = tag
		}
	case atom.Title:
		m.title = cmp.Or(m.title, short(textOf(n), maxTitle))
	case atom.H1:
		if text := short(plainText(n), maxTitle); text != "" {
			m.headings = append(m.headings, text)
		}
	case atom.Time:
		if when := attr(n, "datetime"); when != "" {
			m.times = append(m.times, when)
		}
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			m.canonical = cmp.Or(m.canonical, attr(n, "href"))
		}
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") {
			m.linked = append(m.linked, readLinkedData(textOf(n))...)
		}
	case atom.Meta:
		for _, key := range []string{attr(n, "name"), attr(n, "property"), attr(n, "itemprop")} {
			if key = strings.ToLower(strings.TrimSpace(key)); key != "" && m.meta[key] == "" {
				m.meta[key] = strings.TrimSpace(attr(n, "content"))
			}
		}
	}
}

// comment reads the notes that browsers leave in the pages they save.
func (m *pageMarks) comment(text string) {
	text = strings.TrimSpace(text)
	after, found := strings.CutPrefix(text, "saved from url=(")
	if found {
		_, after, found = strings.Cut(after, ")")
	} else if strings.Contains(text, "SingleFile") {
		_, after, found = strings.Cut(text, "url:")
	}
	if found {
		if words := strings.Fields(after); len(words) > 0 {
			m.savedFrom = cmp.Or(m.savedFrom, words[0])
		}
	}
}

func attr(n *xhtml.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// address gives the first of the page's words for its address that is one.
func (m *pageMarks) address(data linkedData) string {
	for _, candidate := range []string{m.canonical, m.meta["og:url"], data.url, m.savedFrom, m.meta["twitter:url"]} {
		if candidate = strings.TrimSpace(candidate); candidate != "" && checkAddress(candidate) == nil {
			return candidate
		}
	}
	return ""
}

// pageTitle gives the headline; of <title> alone, without the site's name.
func (m *pageMarks) pageTitle(data linkedData) string {
	if title := short(cmp.Or(data.headline, m.meta["og:title"], m.meta["twitter:title"], m.meta["dc.title"], m.meta["headline"]), maxTitle); title != "" {
		return title
	}
	for _, heading := range m.headings {
		if m.title == "" || strings.Contains(m.title, heading) && !strings.HasSuffix(m.title, " "+heading) {
			return heading
		}
	}
	for _, mark := range []string{" | ", " — ", " – ", " - ", " · "} {
		if at := strings.LastIndex(m.title, mark); at > 0 && len(strings.Fields(m.title[at:])) <= 5 {
			return strings.TrimSpace(m.title[:at])
		}
	}
	return m.title
}

// date gives the day of publication and the mark that told it.
func (m *pageMarks) date(data linkedData, address string) (edtf.Date, string) {
	candidates := []struct{ text, rule string }{
		{data.published, "json-ld"},
		{m.meta["article:published_time"], "article:published_time"},
		{m.meta["datepublished"], "itemprop"},
		{m.meta["og:published_time"], "og:published_time"},
		{m.meta["parsely-pub-date"], "parsely-pub-date"},
		{m.meta["sailthru.date"], "sailthru.date"},
		{m.meta["pubdate"], "pubdate"},
		{m.meta["publish-date"], "publish-date"},
		{m.meta["publishdate"], "publishdate"},
		{m.meta["dc.date.issued"], "dc.date.issued"},
		{m.meta["dc.date"], "dc.date"},
		{m.meta["date"], "date"},
	}
	for _, c := range candidates {
		if d := pageDate(c.text); !d.IsZero() {
			return d, c.rule
		}
	}
	// one <time> is the article's own; of several some are those of other articles
	if len(m.times) == 1 {
		if d := pageDate(m.times[0]); !d.IsZero() {
			return d, "time"
		}
	}
	if found := regexp.MustCompile(`/((?:19|20)\d\d)/(\d\d)/(\d\d)(?:/|$)`).FindStringSubmatch(address); found != nil {
		if d := pageDate(found[1] + "-" + found[2] + "-" + found[3]); !d.IsZero() {
			return d, "address"
		}
	}
	if len(m.times) > 1 {
		if d := pageDate(m.times[0]); !d.IsZero() {
			return d, "time"
		}
	}
	return edtf.Date{}, ""
}

// pageDate reads a date as pages write it, the day as it stands there whatever
// its zone. What could be two dates (03/04/2024) is none.
func pageDate(text string) edtf.Date {
	text = strings.TrimSpace(text)
	const day = len("2006-01-02")
	if len(text) >= day {
		rest := text[day:]
		if d, err := edtf.Parse(text[:day]); err == nil && (rest == "" || strings.IndexByte("Tt ", rest[0]) >= 0) {
			return d
		}
	}
	if len(text) < 8 || len(text) > 60 {
		return edtf.Date{}
	}
	when, err := dateparse.ParseStrict(text)
	if err != nil || when.Year() < 1800 || when.Year() > 2200 {
		return edtf.Date{}
	}
	d, err := edtf.New(when.Year(), int(when.Month()), when.Day())
	if err != nil {
		return edtf.Date{}
	}
	return d
}

// author takes "By" and a trailing date off a byline.
func author(byline string) string {
	byline = oneLine(html.UnescapeString(byline))
	if len(byline) > 3 && strings.EqualFold(byline[:3], "by ") {
		byline = byline[3:]
	}
	if at := strings.IndexFunc(byline, unicode.IsDigit); at >= 0 {
		byline = byline[:at]
	}
	byline = strings.TrimRight(strings.TrimSpace(byline), ",;|-– ")
	if strings.Contains(byline, "://") || strings.Contains(byline, "@") || utf8.RuneCountInString(byline) > 120 {
		return ""
	}
	return short(byline, 120)
}

// short gives a text on one line, cut where it is longer than any that is meant.
func short(text string, most int) string {
	text = oneLine(html.UnescapeString(text))
	if isBlank(text) {
		return ""
	}
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}
