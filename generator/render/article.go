package render

import (
	"html/template"
	"slices"
	"strings"

	"profilegen/generator/content"
	"profilegen/generator/review"
)

// ArticlePage is /articles/ID/.
type ArticlePage struct {
	Chrome
	Name     string
	Outlet   string
	Author   string
	Date     Stamp
	Host     string
	URL      string
	Archive  string
	Licence  string
	Language string // of the text, where it is not the page's
	Counts   string
	Passages []Passage
	Text     []Paragraph // only with text: full
}

// Passage is a piece of a source with the claims that stand on it.
type Passage struct {
	Words  string
	Lang   string // of the words, where it is not the page's
	Href   string // the words on the source's own page; empty without an address
	IDs    string // of its claims, parted by spaces
	Claims []ClaimView
}

// Paragraph is a piece of a source's text.
type Paragraph []TextRun

// TextRun is some of it: words that a claim stands on, plain words, or the
// mark of what is left out.
type TextRun struct {
	Text    string
	Claim   string // the claim to which marked words lead
	Omitted bool
}

func (s *Site) articlePage(path string, a *review.Article) (*ArticlePage, error) {
	m := s.maker(path)
	w := m.w
	defer m.release()
	page := &m.page
	*page = ArticlePage{Name: s.titleOf(a), Outlet: a.Outlet, Author: a.Author, Date: m.stamp(a.Date), URL: s.urlOf(a),
		Archive: safeURL(a.ArchiveURL), Licence: a.Licence, Counts: w.count("count.claims", len(a.Claims))}
	page.Host = hostOf(page.URL)
	if a.Language != "" && a.Language != w.code {
		page.Language = a.Language
	}
	var err error
	about := m.joined("list.and", a.Outlet, page.Date.Text, page.Counts)
	if page.Chrome, err = s.chrome(m, path, page.Name, about); err != nil {
		return page, err
	}
	page.OpenGraph = "article"
	page.Passages = m.passages(a)
	if a.FullText {
		page.Text = paragraphs(a.Spans, a.Format == content.Markdown)
	}
	page.LinkedData = m.linkedArticle(a, page.Canonical)
	return page, nil
}

// passages gives the claims of an article by the words that they stand on. Those
// that stand on none are each by themselves.
func (m *maker) passages(a *review.Article) []Passage {
	claims := a.Claims
	views, out := m.views.claims.list(len(claims)), m.views.passages.list(len(claims))
	ids := m.views.texts.list(len(claims))
	lang, link := m.s.foreign(a), m.s.urlOf(a)
	for i := range claims {
		c := &claims[i]
		id := c.ID()
		if slices.Contains(ids, id) {
			continue // the same words told twice
		}
		ids = append(ids, id)
		told := stateIn(c, a)
		view := m.anchored(m.claim(told), c)
		at := slices.IndexFunc(out, func(p Passage) bool { return p.Words == told.words && told.words != "" })
		if at >= 0 {
			p := &out[at]
			p.IDs = m.concat(p.IDs, " ", id)
			if at < len(out)-1 {
				p.Claims = append(p.Claims, view)
				continue
			}
			views = append(views, view) // behind those of the last passage, as nearly all
			p.Claims = views[len(views)-1-len(p.Claims) : len(views) : len(views)]
			continue
		}
		views = append(views, view)
		p := Passage{Words: told.words, Lang: lang, IDs: id, Claims: views[len(views)-1 : len(views) : len(views)]}
		if link != "" {
			p.Href = m.withWords(link, p.Words)
		}
		out = append(out, p)
	}
	return out
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// withoutListMark takes the mark of a list off a paragraph's start.
func withoutListMark(text string) string {
	trimmed := strings.TrimLeft(text, " \n\t")
	for _, mark := range [...]string{"- ", "+ ", "• "} {
		if rest, ok := strings.CutPrefix(trimmed, mark); ok {
			return rest
		}
	}
	return text
}

// paragraphs gives a text's spans by paragraph, without marks of Markdown.
func paragraphs(spans []review.Span, marked bool) []Paragraph {
	var out []Paragraph
	var now Paragraph
	for _, span := range spans {
		run := TextRun{Text: span.Text, Omitted: span.Omitted}
		if marked {
			run.Text = unmarked(run.Text)
			if len(now) == 0 {
				run.Text = withoutListMark(run.Text)
			}
		}
		if len(span.Claims) > 0 {
			run.Claim = span.Claims[0]
		}
		if run.Text != "" || run.Omitted {
			now = append(now, run)
		}
		if span.Break && len(now) > 0 {
			out, now = append(out, now), nil
		}
	}
	if len(now) > 0 {
		out = append(out, now)
	}
	return out
}

// FreePage is a page that an editor wrote.
type FreePage struct {
	Chrome
	Name    string
	Summary string
	Body    template.HTML
}

func (s *Site) freePage(path string, p *content.Page) (FreePage, error) {
	m := s.maker(path)
	page := FreePage{Name: pageTitle(p), Summary: p.Summary}
	var err error
	if page.Chrome, err = s.chrome(m, path, page.Name, p.Summary); err != nil {
		return page, err
	}
	page.Body, _ = s.markdown.html(p.Body, placeOf{root: m.root, heading: 2, has: s.has})
	page.LinkedData = m.linkedList("", page.Name, page.Canonical)
	return page, nil
}

// SearchPage is /search/.
type SearchPage struct{ Chrome }

// MissingPage is 404.html. A host shows it at any address, where its relative
// links lead nowhere: Home is the absolute address of the site, empty without
// base_url.
type MissingPage struct {
	Chrome
	Home string
}

// CorrectionsPage is /corrections/.
type CorrectionsPage struct {
	Chrome
	Changes []ChangeView
}

// MovedPage stands at an old address.
type MovedPage struct {
	Chrome
	Name   string
	Target string // relative
}

func (s *Site) correctionsPage(path string) (CorrectionsPage, error) {
	m := s.maker(path)
	var page CorrectionsPage
	var err error
	title := s.words.say("title.corrections")
	page.Chrome, err = s.chrome(m, path, title, title)
	for _, c := range s.pub.Changes {
		page.Changes = append(page.Changes, m.change(c))
	}
	page.LinkedData = m.linkedList("corrections", title, page.Canonical)
	return page, err
}

func (s *Site) movedPage(path string, p *review.Profile) (MovedPage, error) {
	m := s.maker(path)
	page := MovedPage{Name: p.Name, Target: m.root + refAddress(p.Ref)}
	var err error
	page.Chrome, err = s.chrome(m, path, s.words.say("title.moved"), p.Name)
	page.NoIndex = true
	page.LinkedData = m.linkedList("", p.Name, "")
	page.Canonical = ""
	if base := s.pub.Settings.BaseURL; base != "" {
		page.Canonical = base + refAddress(p.Ref)
	}
	return page, err
}

// plainPage makes the pages that are only words: search and 404.
func (s *Site) plainPage(path, title string) (Chrome, error) {
	title = s.words.say("title." + title)
	m := s.maker(path)
	c, err := s.chrome(m, path, title, title)
	c.LinkedData = m.linkedList("", title, c.Canonical)
	return c, err
}
