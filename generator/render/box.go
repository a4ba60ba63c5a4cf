package render

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// maxBoxPosts is how many posts the box lists.
const maxBoxPosts = 6

// box makes the facts in brief: what is disputed is not among them, for the box
// has no room for both sides.
func (m *maker) box(p *review.Profile, facts []*profile.Fact) ([]BoxRow, []BoxFact) {
	w := m.w
	var rows []BoxRow
	row := func(key string, lines ...string) {
		r := BoxRow{Term: w.say(key)}
		for _, line := range lines {
			if line != "" {
				r.Lines = append(r.Lines, w.sentence(Part{Text: line}))
			}
		}
		if len(r.Lines) > 0 {
			rows = append(rows, r)
		}
	}
	if p.Party != nil {
		row("box.abbreviation", p.Party.Abbreviation)
		row("box.aliases", p.Party.Aliases...)
		row("box.founded", w.day(p.Party.Founded))
		row("box.dissolved", w.day(p.Party.Dissolved))
		row("box.ideology", strings.Join(p.Party.Ideology, w.say("list.and")))
	}
	if p.Person != nil {
		row("box.aliases", p.Person.Aliases...)
	}
	return rows, m.boxFacts(facts)
}

func (m *maker) boxFacts(facts []*profile.Fact) []BoxFact {
	posts := m.views.ordered.list(len(facts))
	var parties, lives []*profile.Fact
	for _, f := range facts {
		if f.Status != claim.Asserted || len(f.Differs()) > 0 {
			continue
		}
		switch f.Type {
		case claim.Membership:
			if open(f) && strings.HasPrefix(f.Org, "parties/") {
				parties = append(parties, f)
			}
		case claim.Position:
			posts = append(posts, f)
		case claim.Birth, claim.Death:
			lives = append(lives, f)
		}
	}
	parties, posts = m.byDate(parties, when), m.byDate(posts, when)
	out := m.views.box.list(2 + maxBoxPosts + len(lives))
	for _, f := range parties[:min(2, len(parties))] {
		out = append(out, m.boxFact(f, m.w.sentence(Part{Text: m.w.say("box.party")})))
	}
	for _, f := range posts[:min(maxBoxPosts, len(posts))] {
		out = append(out, m.boxFact(f, m.w.upper(m.w.post(m.of(f)))))
	}
	for _, f := range lives {
		key := "box.born"
		if f.Type == claim.Death {
			key = "box.died"
		}
		out = append(out, m.boxFact(f, m.w.sentence(Part{Text: m.w.say(key)})))
	}
	return out
}

func (m *maker) place(date, place string) string {
	switch {
	case date == "":
		return place
	case place == "":
		return date
	}
	return m.w.say("box.place", "date", date, "place", place)
}

func (m *maker) boxFact(f *profile.Fact, term Sentence) BoxFact {
	b := BoxFact{ID: f.ID, Term: term}
	if m.shown[f.ID] {
		b.See = m.concat("#", f.ID)
	} else {
		m.shown[f.ID] = true
		b.Anchor = f.ID
	}
	date, note := m.dateOf(f)
	value := date.Text
	b.Note = note
	switch f.Type {
	case claim.Membership:
		b.Value, b.Note = m.w.sentence(m.named(f.Org)), cmp.Or(date.Text, note)
		if when(f).IsZero() && newest(f).IsZero() {
			b.Note, b.See = "", "" // the party's own page has the link
		}
		return b
	case claim.Birth, claim.Death:
		value = m.place(value, f.Place)
	case claim.Position:
		if value == "" && f.Former {
			value = m.w.say("box.formerly")
		}
	}
	b.Value = b.Value.with(Part{Text: value})
	return b
}

// ArticleView is a source in a list.
type ArticleView struct {
	Title   string
	Href    string // its page here
	Outlet  string
	URL     string // its own page
	Archive string
	Date    Stamp
	Note    string
}

// article makes a source's line.
func (m *maker) article(a *review.Article) ArticleView {
	return ArticleView{Title: m.s.titleOf(a), Href: m.toArticle(a.ID), Outlet: a.Outlet, URL: m.s.urlOf(a),
		Archive: safeURL(a.ArchiveURL), Date: m.stamp(a.Date)}
}

// sourceList gives the articles that the facts on a page stand on, newest
// first, and how many there are of how many outlets.
func (m *maker) sourceList(p *review.Profile, facts []*profile.Fact) ([]ArticleView, string) {
	list := m.articles[:0]
	add := func(id string) {
		if a := m.s.articles.at(id); a != nil {
			list = append(list, a)
		}
	}
	for _, f := range facts {
		for _, src := range f.Sources() {
			add(src.Article)
		}
	}
	for _, c := range firstClaims(p.Mentions, maxList) {
		add(c.Article())
	}
	slices.SortFunc(list, func(a, b *review.Article) int {
		return cmp.Or(-edtf.Compare(a.Date, b.Date), strings.Compare(a.ID, b.ID))
	})
	list = slices.Compact(list)
	m.articles = list
	out := m.views.articles.list(len(list))
	var outlets []string
	for _, a := range list {
		out = append(out, m.article(a))
		outlets = noted(outlets, a.Outlet)
	}
	if len(out) == 0 {
		return nil, ""
	}
	counts := m.w.count("count.articles", len(out))
	if len(outlets) > 0 {
		counts += m.w.say("list.and") + m.w.count("count.outlets", len(outlets))
	}
	return out, counts
}
