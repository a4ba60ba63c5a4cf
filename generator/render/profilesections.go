package render

import (
	"cmp"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// sections parts the facts into posts, the timeline and what was said, newest
// first, undated last. What stands above in full is told in one line.
func (m *maker) sections(facts []*profile.Fact) (posts, timeline, said []FactView) {
	ordered := m.byDate(facts, when)
	held, spoken := 0, 0
	for _, f := range ordered {
		switch {
		case isPost(f):
			held++
		case f.Type == claim.Statement:
			spoken++
		}
	}
	posts, said = m.views.facts.list(held), m.views.facts.list(spoken)
	timeline = m.views.facts.list(len(ordered) - spoken)
	for _, f := range ordered {
		if isPost(f) {
			first := !m.shown[f.ID]
			v := m.entry(f)
			if first {
				v.Office = m.officeLink(f)
			}
			posts = append(posts, v)
		}
	}
	for _, f := range ordered {
		switch {
		case f.Type == claim.Statement:
			said = append(said, m.statement(f))
		case !isPost(f):
			timeline = append(timeline, m.entry(f))
		case !when(f).IsZero():
			timeline = append(timeline, m.entry(f))
		}
	}
	return posts, timeline, said
}

// entry shows a fact in full, or, where it stands on the page already, in one
// line that leads there.
func (m *maker) entry(f *profile.Fact) FactView {
	if !m.shown[f.ID] {
		return m.fact(f, whole)
	}
	told := m.markup()
	if mark := m.mark(f.Status); mark != nil {
		told.mark(mark)
		told.tag(` `)
	}
	told.sentence(m.w.upper(m.told(f)))
	return FactView{ID: f.ID, When: m.whenOf(f), Told: m.html(told), Line: m.lineOf(f, m.concat("#", f.ID))}
}

// statement shows what was said: the words first.
func (m *maker) statement(f *profile.Fact) FactView {
	v := FactView{ID: f.ID, Anchor: m.anchor(f), Told: m.toldOf(f, m.w.upper(m.told(f))), Line: m.lineOf(f, ""), Words: m.saidOf(f), Sources: m.sourcesOf(f, whole)}
	if date, _ := m.dateOf(f); date.Text != "" || f.When() != "" {
		v.When = m.whenOf(f) // else the source's date, which stands beside it
	}
	return v
}

// newestFirst orders by date, the newest first, those without a date last.
func newestFirst(a, b *profile.Fact) int {
	da, db := when(a), when(b)
	if da.IsZero() != db.IsZero() {
		if da.IsZero() {
			return 1
		}
		return -1
	}
	if c := edtf.Compare(db, da); c != 0 {
		return c
	}
	return cmp.Or(edtf.Compare(newest(b), newest(a)), strings.Compare(a.ID, b.ID))
}

// inShort makes one line about a profile without a summary: its newest post
// and party, both undisputed.
func (m *maker) inShort(p *review.Profile) string {
	defer func(here profile.Ref) { m.here = here }(m.here)
	m.here = ""
	var post, party *profile.Fact
	for _, f := range p.Facts {
		if f.Status != claim.Asserted || len(f.Differs()) > 0 {
			continue
		}
		switch {
		case f.Type == claim.Position && (post == nil || newestFirst(f, post) < 0):
			post = f
		case f.Type == claim.Membership && (party == nil || newestFirst(f, party) < 0):
			party = f
		}
	}
	var parts []string
	if post != nil {
		t := m.of(post)
		t.former = t.former || !open(post)
		parts = append(parts, m.w.flat(m.w.what(t)))
	}
	if party != nil {
		t := m.of(party)
		t.former = t.former || !open(party)
		parts = append(parts, m.w.flat(m.w.what(t)))
	}
	if len(parts) == 0 {
		return ""
	}
	return Sentence{{Text: strings.Join(parts, m.w.say("list.and"))}}.upper().String()
}

// firstClaims gives the first n.
func firstClaims(list []*review.Claim, n int) []*review.Claim { return list[:min(n, len(list))] }

func profileLinks(p *review.Profile) []NavLink {
	var list []content.Link
	if p.Person != nil {
		list = p.Person.Links
	}
	if p.Party != nil {
		list = p.Party.Links
	}
	var out []NavLink
	for _, l := range list {
		if href := safeURL(l.URL); href != "" {
			out = append(out, NavLink{l.Name, href})
		}
	}
	return out
}

// changesOf gives the corrections of one profile, newest first.
func (s *Site) changesOf(p *review.Profile, m *maker) []ChangeView {
	var out []ChangeView
	for _, c := range s.pub.Changes {
		if c.Subject == p.Ref {
			out = append(out, m.change(c))
		}
	}
	return out
}

func (m *maker) change(c review.Change) ChangeView {
	v := ChangeView{Date: m.stamp(c.Date), Name: Part{Text: c.Name, Name: true}, Text: c.Text}
	if _, ok := m.s.profiles[c.Subject]; ok {
		v.Name.Href = m.root + refAddress(c.Subject)
	}
	if c.Text == "" {
		v.Text = m.w.say("change.withdrawn")
	}
	return v
}
