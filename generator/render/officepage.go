package render

import (
	"cmp"
	"html/template"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// OfficePage is /offices/ID/.
type OfficePage struct {
	Chrome
	Name   string
	Counts string
	Career *Career
	Parts  []NavLink // the decades, where the terms are parted by them
	Groups []TermGroup
	More   string // how many more terms the data has; empty for none
	Data   string // where that is
}

// TermGroup is the terms of a decade, oldest first, or those without dates.
type TermGroup struct {
	ID, Name string // both empty where all stand together
	Terms    []FactView
}

// manyTerms is how many terms of an office are parted by decades.
const manyTerms = 30

func (s *Site) officePage(path string, o *office) (OfficePage, error) {
	m := s.maker(path)
	defer m.release()
	page := OfficePage{Name: o.title}
	var err error
	if page.Chrome, err = s.chrome(m, path, o.title, s.words.say("office.about", "office", o.title)); err != nil {
		return page, err
	}
	clear(m.people)
	for _, f := range o.terms {
		m.people[f.Subject] = true
	}
	page.Groups = m.termGroups(o.terms[:min(len(o.terms), maxList)])
	if len(page.Groups) > 2 {
		for _, g := range page.Groups {
			page.Parts = append(page.Parts, NavLink{g.Name, m.concat("#", g.ID)})
		}
	}
	if n := len(o.terms) - maxList; n > 0 {
		page.More, page.Data = s.words.count("count.more-facts", n), m.root+"data/facts.jsonl"
	}
	page.Counts = m.w.count("count.people", len(m.people))
	page.Career = m.holders(o.terms)
	page.LinkedData = m.linkedList("offices", o.title, page.Canonical)
	return page, nil
}

// termGroups parts terms: those with dates in their order, by decades where they
// are many, then those of which no source tells when they began or ended.
func (m *maker) termGroups(terms []*profile.Fact) []TermGroup {
	var groups []TermGroup
	views := m.views.facts.list(len(terms))
	add := func(id, name string, f *profile.Fact) {
		if n := len(groups); n == 0 || groups[n-1].ID != id {
			groups = append(groups, TermGroup{ID: id, Name: name})
		}
		last := &groups[len(groups)-1]
		views = append(views, m.term(f))
		last.Terms = views[len(views)-1-len(last.Terms):]
	}
	list := m.ranked[:0]
	for _, f := range terms {
		list = append(list, ranked{date: drawnStart(f).Rank(), fact: f})
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return cmp.Compare(a.date, b.date) })
	m.ranked, terms = list, m.factsOf(list)
	for _, f := range terms {
		if decade := drawnStart(f).Year() / 10 * 10; !dated(f) {
			continue
		} else if len(terms) > manyTerms {
			add("s-"+itoa(decade), m.w.say("office.decade", "year", itoa(decade)), f)
		} else {
			add("", "", f)
		}
	}
	for _, f := range terms {
		if !dated(f) {
			add("s-undated", m.w.say("office.undated"), f)
		}
	}
	if len(groups) == 1 {
		groups[0].ID, groups[0].Name = "", ""
	}
	return groups
}

// officeLink gives who held a post before and after, as far as the sources
// tell, and the way to all who held it.
func (m *maker) officeLink(f *profile.Fact) template.HTML {
	o := m.s.later.posts()[f]
	if o == nil {
		return ""
	}
	out := m.markup()
	before, after := o.beside(f)
	m.neighbour(&out, before, "post.before")
	m.neighbour(&out, after, "post.after")
	if o.shared() {
		out.dot()
		if out.link(m.concat(m.root, "offices/", o.id, "/")) {
			out.tag(`>`)
			out.text(m.w.say("post.holders"))
			out.tag(`</a>`)
		}
	}
	return m.html(out)
}

// beside gives the terms of those who held the office before and after, undisputed
// and with a date; nil where there is none.
func (o *office) beside(f *profile.Fact) (before, after *profile.Fact) {
	if when(f).IsZero() || f.Status != claim.Asserted {
		return nil, nil
	}
	other := func(t *profile.Fact) bool {
		return t.Subject != f.Subject && t.Status == claim.Asserted && !when(t).IsZero()
	}
	at := slices.Index(o.terms, f)
	for i := at - 1; i >= 0 && before == nil; i-- {
		if other(o.terms[i]) {
			before = o.terms[i]
		}
	}
	if i := slices.IndexFunc(o.terms[at+1:], other); i >= 0 {
		after = o.terms[at+1+i]
	}
	return before, after
}

// neighbour names who held the post in another term; nil for nobody.
func (m *maker) neighbour(out *markup, term *profile.Fact, key string) {
	if term == nil {
		return
	}
	out.dot()
	out.text(m.w.say(key))
	out.tag(` `)
	out.part(m.named(string(term.Subject)))
}
