package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// SourceView is the link to a source.
type SourceView struct {
	Href   string
	Text   string // outlet, title or host
	Date   string
	Claims string // data-claim: ids parted by spaces
}

// shownSources is how many of a fact's sources stand open, the newest of them;
// the others are folded away, or, where a fact is told in brief, one step away.
const shownSources = 3

// sourcesOf gives whether the fact was extracted, the links to its sources, how
// many voices they are and, where it is told in full, the link to cite it by.
func (m *maker) sourcesOf(f *profile.Fact, d depth) template.HTML {
	out := m.markup()
	if f.Origin == profile.Extracted {
		out.extractedFrom(m.w.wording)
	}
	list := m.sources(f)
	slices.Reverse(list)
	open := min(len(list), shownSources)
	if open == len(list)-1 {
		open = len(list) // the place that "1 more" takes
	}
	out.sources(m.w.wording, list[:open])
	if len(list) == 0 {
		out.text(m.w.say("fact.by-editor"))
	}
	rest := list[open:]
	if d == brief {
		m.restOf(&out, f, rest)
	}
	if voices := m.voices(f); voices != "" {
		out.dot()
		out.tag(`<em>`)
		out.text(voices)
		out.tag(`</em>`)
	}
	if d == brief {
		return m.html(out)
	}
	out.tag("\u2002<a class=\"cite\" href=\"#")
	out.text(f.ID)
	out.tag(`">`)
	out.text(m.w.say("fact.cite"))
	out.tag(`</a>`)
	if len(rest) > 0 {
		out.tag(`<details class="rest"><summary>`)
		out.text(m.w.count("fact.more-sources", len(rest)))
		out.tag(`</summary>`)
		out.sources(m.w.wording, rest)
		out.tag(`</details>`)
	}
	return m.html(out)
}

// extractedFrom says that no editor wrote what stands above.
func (m *markup) extractedFrom(w *wording) {
	m.tag(`<span class="extracted">`)
	m.text(w.say("fact.extracted-from"))
	m.tag(`</span> `)
}

func (m *markup) sources(w *wording, list []SourceView) {
	for i, src := range list {
		if i > 0 {
			m.dot()
		}
		m.source(w, src)
	}
}

// restOf leads to the sources that a fact told in brief has no room for: to the
// fact on its own page, where all of them are.
func (m *maker) restOf(out *markup, f *profile.Fact, rest []SourceView) {
	if len(rest) == 0 {
		return
	}
	out.dot()
	var space [256]byte
	href := append(appendRefAddress(append(space[:0], m.root...), f.Subject), '#')
	if out.link(m.text(append(href, f.ID...))) {
		out.tag(` data-claim="`)
		between := tag("")
		for _, src := range rest {
			if src.Claims != "" {
				out.tag(between)
				out.text(src.Claims)
				between = " "
			}
		}
		out.tag(`">`)
		out.text(m.w.count("fact.more-sources", len(rest)))
		out.tag(`</a>`)
	}
}

// dot parts what stands on one line.
func (m *markup) dot() {
	if len(m.b) > 0 {
		m.tag("\u00a0· ") // no line begins with it
	}
}

func (m *markup) source(w *wording, src SourceView) {
	if m.link(src.Href) {
		m.tag(` data-claim="`)
		m.text(src.Claims)
		m.tag(`">`)
		m.text(src.Text)
		m.tag(`</a>`)
	} else {
		m.text(src.Text)
	}
	if src.Date != "" {
		m.text(w.say("list.and"))
		m.text(src.Date)
	}
}

// sources gives the links: an article's to its own page at the exact words,
// or, where it has no address, to its page here.
func (m *maker) sources(f *profile.Fact) []SourceView {
	out := m.views.sources.list(len(f.Sources()))
	for _, src := range f.Sources() {
		if src.Article == "" {
			if link := safeURL(src.URL); link != "" {
				out = append(out, SourceView{Href: link, Text: hostOf(link)})
			}
			continue
		}
		out = append(out, m.sourceOf(src.Article, m.statedOf(f)))
	}
	return out
}

// sourceOf gives the link to an article, for those of the claims that are its own.
func (m *maker) sourceOf(id string, claims []stated) SourceView {
	var a *review.Article
	var first *stated
	ids := ""
	for i := range claims {
		c := &claims[i]
		switch {
		case c.Article() != id:
			continue
		case first == nil:
			first, a, ids = c, c.source, c.ID()
		default:
			ids = m.concat(ids, " ", c.ID())
		}
	}
	if a == nil {
		a = m.s.articles.at(id)
	}
	if a == nil {
		return SourceView{Href: m.toArticle(id), Text: id}
	}
	v := SourceView{Href: m.s.urlOf(a), Text: m.s.outletOf(a), Date: m.day(a.Date), Claims: ids}
	switch {
	case v.Href == "" && first != nil:
		v.Href = m.claimAt(id, first.ID())
	case v.Href == "":
		v.Href = m.toArticle(id)
	case first != nil:
		v.Href = m.withWords(v.Href, first.words)
	}
	return v
}

// voices tells what the number of sources does not: that they are one voice,
// or that nobody named stands behind them.
func (m *maker) voices(f *profile.Fact) string {
	if f.Origin == profile.Editor {
		return ""
	}
	parts := m.views.texts.list(3)
	if n := len(f.Sources()); n > 1 && int(f.Voices) < n && f.Voices > 0 {
		parts = append(parts, m.w.count("count.sources", n), m.w.count("fact.voices", int(f.Voices)))
	}
	if f.Anonymous {
		parts = append(parts, m.w.say("fact.anonymous"))
	}
	return m.joined("list.and", parts...)
}

// titleOf gives what stands for an article's title: where the title may not be
// shown, its outlet and date in the site's language.
func (s *Site) titleOf(a *review.Article) string {
	title := a.Title
	if a.Label != "" {
		title = strings.Join(nonEmpty(a.Outlet, s.words.day(a.Date)), s.words.say("list.and"))
	}
	return upright(cmp.Or(title, a.ID))
}

// outletOf names a source in short: its outlet, else its title.
func (s *Site) outletOf(a *review.Article) string {
	if a.Outlet != "" {
		return upright(a.Outlet)
	}
	return s.titleOf(a)
}
