package render

import (
	"html/template"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// quotation are the words of one claim.
type quotation struct {
	quote string
	claim string // its id
	href  string // the claim on its article's page
	text  string // who says it, and the outlet
	lang  string // where it is not the page's
}

// shownWords is how many quotations stand open on one side of a dispute.
const shownWords = 2

// quoted gives the quotations, each with the way to the claim.
func (m *maker) quoted(list []quotation) template.HTML {
	out := m.markup()
	m.quote(&out, list)
	return m.html(out)
}

// quoteSome folds away what comes after the first quotations.
func (m *maker) quoteSome(out *markup, list []quotation) {
	if len(list) <= shownWords+1 {
		m.quote(out, list)
		return
	}
	m.quote(out, list[:shownWords])
	out.tag(`<details class="rest"><summary>`)
	out.text(m.w.count("fact.more-words", len(list)-shownWords))
	out.tag(`</summary>`)
	m.quote(out, list[shownWords:])
	out.tag(`</details>`)
}

func (m *maker) quote(out *markup, list []quotation) {
	for _, q := range list {
		out.quote(q.quote, q.lang)
		if out.link(q.href) {
			out.tag(` data-claim="`)
			out.text(q.claim)
			out.tag(`">`)
			out.text(q.text)
			out.tag(`</a>`)
		}
		out.tag(`</blockquote>`)
	}
}

// quote opens a quotation.
func (m *markup) quote(words, lang string) {
	m.tag(`<blockquote`)
	if lang != "" {
		m.tag(` lang="`)
		m.text(lang)
		m.tag(`"`)
	}
	m.tag(`><p>`)
	m.text(words)
	m.tag(`</p>`)
}

// saidOf gives the words of a statement.
func (m *maker) saidOf(f *profile.Fact) template.HTML {
	out := m.markup()
	if c := m.said(f); c != nil {
		lang := ""
		if c.source != nil {
			lang = m.s.foreign(c.source)
		}
		out.quote(c.words, lang)
		out.tag(`</blockquote>`)
	} else if f.Quote() != "" && len(f.Told()) == 0 {
		out.quote(f.Quote(), "")
		out.tag(`</blockquote>`)
	}
	return m.html(out)
}

// said gives the first claim of a statement that has words; nil where none has.
func (m *maker) said(f *profile.Fact) *stated {
	list := m.statedOf(f)
	for i := range list {
		if list[i].words != "" {
			return &list[i]
		}
	}
	return nil
}

// eventWords gives an event's words as a page shows them.
func (m *maker) eventWords(f *profile.Fact) string {
	if list := m.statedOf(f); len(list) > 0 {
		return list[0].words
	}
	return f.Quote()
}

// words gives the quotations of claims, each text once.
func (m *maker) words(claims []stated, kind claim.Type) []quotation {
	if kind == claim.Event {
		return nil // the event's words are its sentence
	}
	var out []quotation
	for _, c := range claims {
		if c.words == "" || slices.ContainsFunc(out, func(o quotation) bool { return o.quote == c.words }) {
			continue
		}
		if out == nil {
			out = m.views.words.list(len(claims))
		}
		out = append(out, m.quotation(c))
	}
	return out
}

func (m *maker) quotation(c stated) quotation {
	q := quotation{quote: c.words, claim: c.ID(), href: m.claimAt(c.Article(), c.ID())}
	if c.source == nil {
		return q
	}
	q.text, q.lang = m.s.outletOf(c.source), m.s.foreign(c.source)
	if c.By() != "" {
		q.text = m.w.say("words.by", "who", m.w.speaker(c.By(), c.Via()), "outlet", q.text)
	}
	return q
}

// foreign gives an article's language where it is not the site's.
func (s *Site) foreign(a *review.Article) string {
	if a.Language == s.words.code {
		return ""
	}
	return a.Language
}
