package render

import (
	"html/template"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// ClaimView is a claim as a page shows it: on its article's page, or on the
// page of a profile that a claim on somebody without one names.
type ClaimView struct {
	ID     string        // data-claim, and the anchor on the article's page
	Fact   string        // data-fact: the fact it stands for
	Anchor string        // the id attribute for the fact
	Told   template.HTML // whose claim and what it says, with its labels
	When   string
	Line   string        // who says otherwise, where the fact is contested
	Source template.HTML // the link to the source
}

// claim makes the view of a claim.
func (m *maker) claim(c stated) ClaimView {
	v := ClaimView{ID: c.ID(), When: m.whenClaimed(c.Claim), Line: m.response(c.Claim)}
	v.Told = m.claimTold(c.Claim, c.words)
	return v
}

// mention adds the source, for pages that are not the article's.
func (m *maker) mention(c *review.Claim) ClaimView {
	told := m.s.state(c)
	v := m.claim(told)
	out := m.markup()
	out.extractedFrom(m.w.wording)
	out.source(m.w.wording, m.sourceOf(c.Article(), []stated{told}))
	v.Source = m.html(out)
	return v
}

// claimTold gives "Babar: resigned as …, according to …" with its labels.
func (m *maker) claimTold(c *review.Claim, words string) template.HTML {
	t := m.ofClaim(c, words)
	name := Part{Text: c.Claim.Subject(), Name: true}
	if c.Named.Subject != "" {
		name = m.named(string(c.Named.Subject))
	}
	by := m.w.speaker(c.By(), c.Via())
	out := m.markup()
	if mark := m.mark(c.Status); mark != nil {
		out.mark(mark)
		out.tag(` `)
	}
	if c.Type == claim.Statement {
		out.sentence(m.w.upper(m.w.statement(t, name, by)))
	} else {
		out.tag(`<b class="who">`)
		out.part(name)
		out.tag(`</b>: `)
		told := m.w.tell("event.told")
		if c.Type != claim.Event {
			told = m.w.because(m.w.what(t), c.Reason())
		}
		switch {
		case by == "" || m.sidesTold(c) != "":
		case c.Status == claim.Denied:
			told = m.w.join(told.with(Part{Text: m.w.say("sides.part")}), m.w.upper(m.side(profile.Side{Status: c.Status, By: profile.Speaker(c.By()), Via: c.Via()})))
		default:
			told = m.w.join(told, m.w.tell("fact.according", arg{"who", Part{Text: by}}))
		}
		out.sentence(told)
	}
	return m.html(out)
}

func (m *maker) whenClaimed(c *review.Claim) string {
	switch {
	case !c.On.IsZero():
		return m.day(c.On)
	case !c.Start.IsZero() || !c.End.IsZero():
		return m.span(c.Start, c.End)
	case c.When() != "":
		return m.w.say("quoted", "words", c.When())
	}
	return ""
}

// response gives all sides of the contested fact that a claim stands for, or
// that no denial is reported; of an accusation, how the case ended.
func (m *maker) response(c *review.Claim) string {
	line, end := "", ""
	for id := range c.Facts() {
		f := m.s.facts.at(id)
		if f == nil {
			continue
		}
		if line == "" && contested(f) {
			line = m.sidesLine(f)
		}
		if end == "" {
			end = m.caseEnd(f)
		}
	}
	if c.Fact == "" && c.Status == claim.Alleged {
		line = m.w.say("side.no-denial")
	}
	return m.w.notes(line, end)
}

// sidesTold gives all sides of the contested fact that a claim stands for.
func (m *maker) sidesTold(c *review.Claim) string {
	for id := range c.Facts() {
		if f := m.s.facts.at(id); f != nil && contested(f) {
			return m.sidesLine(f)
		}
	}
	return ""
}

// anchored gives a claim its fact, once on a page.
func (m *maker) anchored(v ClaimView, c *review.Claim) ClaimView {
	if c.Fact == "" {
		return v
	}
	v.Fact = c.Fact
	if !m.shown[v.Fact] {
		m.shown[v.Fact] = true
		v.Anchor = v.Fact
	}
	return v
}
