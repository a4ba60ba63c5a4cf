package render

import (
	"cmp"
	"html/template"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// lineOf gives all sides of a fact in one line, and where on this page it is
// told in full.
func (m *maker) lineOf(f *profile.Fact, see string) template.HTML {
	line := ""
	if contested(f) {
		line = m.sidesLine(f)
	}
	if see == "" && (len(f.Differs()) > 0 || f.Type == claim.Legal) {
		line = m.w.notes(line, m.otherAccounts(f), m.caseEnd(f))
	}
	out := m.markup()
	out.text(line)
	switch {
	case see == "":
	case out.seeAlso(see):
		switch {
		case line != "":
			out.text(m.w.say("fact.see"))
		case len(f.Differs()) > 0:
			out.text(m.w.say("fact.differs"))
		default:
			out.text(m.w.say("fact.above"))
		}
		out.tag(`</a>`)
	}
	return m.html(out)
}

func (m *markup) seeAlso(href string) bool {
	if len(m.b) > 0 {
		m.tag(` `)
	}
	if !m.link(href) {
		return false
	}
	m.tag(`>`)
	return true
}

// contested tells of what is not simply asserted or planned.
func contested(f *profile.Fact) bool {
	switch f.Status {
	case claim.Disputed, claim.Denied, claim.Alleged:
		return true
	}
	return f.Status == claim.Planned && denied(f)
}

func denied(f *profile.Fact) bool {
	return slices.ContainsFunc(f.Sides(), func(s profile.Side) bool { return s.Status == claim.Denied })
}

// reporter names who says so, where all that is told of a fact comes through
// the same named or unnamed speaker.
func (m *maker) reporter(f *profile.Fact) string {
	if f.Origin != profile.Extracted || slices.ContainsFunc(f.Told(), func(c *claim.Claim) bool { return c.By() == "" }) {
		return ""
	}
	list := m.statedOf(f)
	if len(list) != len(f.Told()) {
		return ""
	}
	found := ""
	for i, c := range list {
		by := m.w.speaker(profile.Speaker(c.By()), c.Via())
		if i > 0 && by != found {
			return ""
		}
		found = by
	}
	return found
}

// sides gives each side with its own words: those who say so beside those who
// deny it, or the word that nobody is reported to.
func (m *maker) sides(f *profile.Fact) template.HTML {
	out := m.markup()
	var so, not []profile.Side
	for _, s := range f.Sides() {
		if s.Status == claim.Denied {
			not = append(not, s)
		} else {
			so = append(so, s)
		}
	}
	for _, sides := range [][]profile.Side{so, not} {
		if len(sides) == 0 {
			continue
		}
		out.tag(`<div>`)
		for _, s := range sides {
			m.sideOf(&out, f, s)
		}
		out.tag(`</div>`)
	}
	if len(not) == 0 {
		out.tag(`<p class="none">`)
		out.text(m.w.say("side.no-denial"))
		out.tag(`</p>`)
	}
	return m.html(out)
}

func (m *maker) sideOf(out *markup, f *profile.Fact, s profile.Side) {
	out.tag(`<div class="side `)
	out.text(s.Status.String())
	out.tag(`"><p>`)
	out.sentence(m.w.upper(m.side(s)))
	out.tag(`</p>`)
	m.quoteSome(out, m.words(m.statedBy(s), f.Type))
	out.tag(`</div>`)
}

// side gives "Denied by Nasir Jamal", "According to a private channel, Babar
// Ghauri denied it".
func (m *maker) side(s profile.Side) Sentence {
	who := s.By
	if who == "" {
		who = m.ownVoice(s)
	}
	key := "side." + s.Status.String()
	args := []arg{{"who", Part{Text: who, Name: true}}}
	if chain := others(s.By, s.Via); len(chain) > 0 {
		key += ".via"
		via := chain[len(chain)-1]
		for _, outer := range slices.Backward(chain[:len(chain)-1]) {
			via = m.w.say("side.cites", "via", outer, "next", via)
		}
		args = append(args, arg{"via", Part{Text: via, Name: true}})
	}
	return m.w.because(m.w.tell(key, args...), s.Reason)
}

// ownVoice names the outlets that speak for themselves; without claims, the editors.
func (m *maker) ownVoice(s profile.Side) string {
	outlets := m.views.texts.list(len(s.Claims))
	for _, c := range m.statedBy(s) {
		if c.source == nil {
			continue
		}
		if name := m.s.outletOf(c.source); !slices.Contains(outlets, name) {
			outlets = append(outlets, name)
		}
	}
	if len(outlets) == 0 {
		return m.w.say("side.editor")
	}
	return m.joined("list.and", outlets...)
}

// sidesLine gives all sides in one line, for entries without the words.
func (m *maker) sidesLine(f *profile.Fact) string {
	parts := m.views.texts.list(len(f.Sides()) + 1)
	for _, s := range f.Sides() {
		if f.Type == claim.Statement && s.Status != claim.Denied {
			continue // the sentence says so: "according to a channel, X said"
		}
		parts = append(parts, m.w.flat(m.w.upper(m.side(s))))
	}
	if !denied(f) {
		parts = append(parts, m.w.say("side.no-denial"))
	}
	return m.joined("sides.part", parts...)
}

// otherAccounts tells in one line what other sources give for the same thing.
func (m *maker) otherAccounts(f *profile.Fact) string {
	others := m.views.texts.list(len(f.Differs()) + 1)
	for _, id := range f.Differs() {
		other := m.s.facts.at(id)
		if other == nil {
			continue
		}
		date, note := m.dateOf(other)
		text := cmp.Or(date.Text, note)
		if len(other.Sources()) > 0 && other.Sources()[0].Outlet != "" {
			text = m.w.say("fact.other", "date", text, "outlet", other.Sources()[0].Outlet)
		}
		for _, s := range other.Sides() { // a denial never apart from what it denies
			if s.Status == claim.Denied {
				text = m.joined("list.and", text, m.w.flat(m.side(s)))
			}
		}
		others = append(others, text)
	}
	if len(others) == 0 {
		return ""
	}
	if n := len(others) - shownSources; n > 1 {
		others = append(others[:shownSources], m.w.count("fact.more", n))
	}
	return m.w.say("fact.others", "others", m.joined("list.and", others...))
}
