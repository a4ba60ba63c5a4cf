package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// NewsView is a new source with what no older one tells.
type NewsView struct {
	ArticleView
	Facts []FactView
	More  string // how many more facts the source's page has; empty for none
}

// How much of what is new the home page tells.
const (
	maxNews      = 8
	maxNewsFacts = 4
)

// newsWithin is among how many of the newest articles news is sought first.
const newsWithin = 64

// news gives the newest sources that tell something for the first time.
func (m *maker) news() []NewsView {
	articles := m.s.lists.articlesOf
	for n := newsWithin; ; n *= 8 {
		newest := articles[:min(n, len(articles))]
		out := m.newsAmong(newest)
		if len(out) == maxNews || len(newest) == len(articles) {
			return out
		}
	}
}

// newsAmong looks no further than some articles, which are the newest.
func (m *maker) newsAmong(newest []*review.Article) []NewsView {
	first := m.s.firstTold(newest)
	var out []NewsView
	for _, a := range newest {
		facts := first[a.ID]
		if len(facts) == 0 {
			continue
		}
		if len(out) == maxNews {
			break
		}
		out = append(out, m.newsOf(a, facts))
	}
	return out
}

// firstTold gives the facts that each of the newest articles was the first to
// tell; some of older ones may be among them.
func (s *Site) firstTold(newest []*review.Article) map[string][]*profile.Fact {
	first := make(map[string][]*profile.Fact, len(newest))
	if len(newest) == 0 {
		return first
	}
	oldest := newest[len(newest)-1].Date
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			if toldBefore(f, oldest) {
				continue
			}
			if id := firstSource(f); id != "" {
				first[id] = append(first[id], f)
			}
		}
	}
	return first
}

// toldBefore tells that a fact has a source older than a date.
func toldBefore(f *profile.Fact, date edtf.Date) bool {
	for _, src := range f.Sources() {
		if src.Article != "" && !src.Date.IsZero() && edtf.Compare(src.Date, date) < 0 {
			return true
		}
	}
	return false
}

func (m *maker) newsOf(a *review.Article, facts []*profile.Fact) NewsView {
	slices.SortFunc(facts, func(x, y *profile.Fact) int {
		return cmp.Or(cmp.Compare(weight(x), weight(y)), newestFirst(x, y))
	})
	n := NewsView{ArticleView: m.article(a)}
	for _, f := range facts[:min(len(facts), maxNewsFacts)] {
		v := m.factOf(f, brief)
		if date, _ := m.dateOf(f); date.Text == "" && f.When() == "" {
			v.When = "" // the source's date, which stands above
		}
		v.Sources = m.wordsIn(f, a)
		n.Facts = append(n.Facts, v)
	}
	if rest := len(facts) - len(n.Facts); rest > 0 {
		n.More = m.w.count("count.more-facts", rest)
	}
	return n
}

// weight orders what is new: what happened, then who is what, then who said what.
func weight(f *profile.Fact) int {
	switch {
	case turning(f.Type) || contested(f) && f.Type != claim.Statement:
		return 0
	case isPost(f):
		return 1
	case f.Type == claim.Statement:
		return 2
	}
	return 3
}

// wordsIn leads from a fact to its words on the page of one of its sources.
func (m *maker) wordsIn(f *profile.Fact, a *review.Article) template.HTML {
	var ids []string
	for _, c := range m.statedOf(f) {
		if c.Article() == a.ID {
			ids = append(ids, c.ID())
		}
	}
	href, key := m.root+articleAddress(a.ID), "fact.words"
	if f.Origin == profile.Extracted {
		key = "fact.extracted-words"
	}
	if len(ids) > 0 {
		href += "#" + ids[0]
	}
	out := m.markup()
	if out.link(href) {
		out.tag(` data-claim="`)
		out.text(strings.Join(ids, " "))
		out.tag(`">`)
		out.text(m.w.say(key))
		out.tag(`</a>`)
	}
	if voices := m.voices(f); voices != "" {
		out.dot()
		out.tag(`<em>`)
		out.text(voices)
		out.tag(`</em>`)
	}
	return m.html(out)
}

// firstSource gives the article that was the first to tell a fact.
func firstSource(f *profile.Fact) string {
	var id string
	var date edtf.Date
	for _, src := range f.Sources() {
		if src.Article == "" || src.Date.IsZero() {
			continue
		}
		if c := edtf.Compare(src.Date, date); id == "" || c < 0 || c == 0 && src.Article < id {
			id, date = src.Article, src.Date
		}
	}
	return id
}
