package render

import (
	"cmp"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// ClaimView is a claim as a page shows it: on its article's page, or on the
// page of a profile that a claim on somebody without one names.
type ClaimView struct {
	ID        string // data-claim, and the anchor on the article's page
	Facts     string // data-fact: the fact it stands for
	Anchor    string // the id attribute for the fact
	Name      Part
	Mark      *Mark
	Told      Sentence
	When      string
	Words     string
	Lang      string
	Href      string // the words on the source's own page; empty without an address
	Source    SourceView
	Response  string // who says otherwise, where the fact is contested
	Extracted bool
}

// claim makes the view of a claim.
func (m *maker) claim(c *review.Claim) ClaimView {
	words := m.s.plain(c)
	t := m.ofClaim(c, words)
	v := ClaimView{ID: c.ID, Words: words, Extracted: true, Mark: m.mark(c.Status)}
	v.Name = Part{Text: c.Claim.Subject, Name: true}
	if c.Subject != "" {
		v.Name = m.named(string(c.Subject))
	}
	by := m.w.speaker(c.By, c.Via)
	switch c.Type {
	case claim.Statement:
		v.Told = m.w.statement(t, v.Name, by).upper()
		v.Name = Part{}
	default:
		if c.Type == claim.Event {
			v.Told = m.w.tell("event.told")
		} else {
			v.Told = m.w.because(m.w.what(t), c.Reason)
		}
		switch {
		case by == "":
		case c.Status == claim.Denied:
			v.Told = v.Told.join(Sentence{{Text: m.w.say("sides.part")}}).
				join(m.side(profile.Side{Status: c.Status, By: c.By, Via: c.Via}))
		default:
			v.Told = v.Told.join(m.w.tell("fact.according", arg{"who", Part{Text: by}}))
		}
	}
	switch {
	case !c.On.IsZero():
		v.When = m.w.day(c.On)
	case !c.Start.IsZero() || !c.End.IsZero():
		v.When = m.w.span(c.Start, c.End)
	case c.When != "":
		v.When = m.w.say("quoted", "words", c.When)
	}
	v.Source = m.source(c.Article, []*review.Claim{c})
	if link := m.s.urls[c.Article]; link != "" {
		v.Href = withWords(link, words)
	}
	if a := m.s.articles[c.Article]; a != nil && a.Language != "" && a.Language != m.w.code {
		v.Lang = a.Language
	}
	v.Response = m.response(c)
	return v
}

// response gives all sides of the contested fact that a claim stands for, or
// that no denial is reported.
func (m *maker) response(c *review.Claim) string {
	for _, id := range c.Facts {
		if f := m.s.facts[id]; f != nil && contested(f) {
			return m.sidesLine(f)
		}
	}
	if len(c.Facts) == 0 && c.Status == claim.Alleged {
		return m.w.say("side.no-denial")
	}
	return ""
}

// anchored gives a claim its fact, once on a page.
func (m *maker) anchored(v ClaimView, c *review.Claim) ClaimView {
	if len(c.Facts) == 0 {
		return v
	}
	v.Facts = cmp.Or(c.Facts[0])
	if !m.shown[v.Facts] {
		m.shown[v.Facts] = true
		v.Anchor = v.Facts
	}
	return v
}
