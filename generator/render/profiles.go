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

// maxAccounts is how many accounts of one thing stand open beside each other.
const maxAccounts = 4

// maxFacts is how many facts a profile's page shows; the rest is on all/.
const maxFacts = 200

// How many disagreements and sources stand open on a profile's page; the others
// are folded away.
const (
	openDisputes = 5
	openSources  = 20
)

// ProfileParts is what the pages of people and parties have in common.
type ProfileParts struct {
	Chrome
	Name         string
	Summary      string
	Picture      *PictureView
	Biography    template.HTML
	Box          []BoxRow
	BoxFacts     []BoxFact
	Career       *Career
	Disagree     []Disagreement
	Disputes     []Disagreement // those that there is no room for, folded away
	DisputesMore string         // how many these are
	Cases        []CaseView
	Posts        []FactView
	Timeline     []FactView
	Said         []FactView
	Mentions     []ClaimView
	Sources      []ArticleView
	Older        []ArticleView // those that there is no room for, folded away
	OlderMore    string        // how many these are
	Counts       string        // "6 articles, 4 outlets"
	Changes      []ChangeView
	All          string // where all facts are told; empty where this page has them
	AllText      string
	JSON         string
	FeedLink     string
	Links        []NavLink
	Contact      string
	Bare         bool // nothing is told here yet
}

// PersonPage is /people/ID/.
type PersonPage struct {
	ProfileParts
	Shared *Shared
}

// PartyPage is /parties/ID/.
type PartyPage struct {
	ProfileParts
	Leaders   *Cast
	Officials *Cast
	Now       *Cast
	Then      *Cast
	Moves     *Moves
	People    *Career // who led it and who was its member when
	Color     string
}

// BoxRow is a line of the box with facts in brief that stands on front matter.
type BoxRow struct {
	Term  string
	Lines []Sentence
}

// BoxFact is a fact in the box.
type BoxFact struct {
	ID, Anchor string
	Term       Sentence
	Value      Sentence
	Note       string
	See        string // where on the page it is told with its sources; empty where nowhere
}

// Disagreement is what sources tell differently: one fact with its sides, or
// several that cannot all be right.
type Disagreement struct {
	Group bool // several facts that cannot all be right
	Facts []FactView
	Rest  []FactView // those that there is no room for, folded away
	More  string     // how many these are
}

// ChangeView is a correction or a withdrawal.
type ChangeView struct {
	Date Stamp
	Name Part
	Text string
}

// profileParts makes what people and parties have in common. The facts are
// shown in full once: what is disputed first, then posts, then the rest.
func (s *Site) profileParts(m *maker, path string, p *review.Profile) (ProfileParts, error) {
	w := s.words
	parts := ProfileParts{Name: p.Name, JSON: "index.json", FeedLink: "feed.xml"}
	var err error
	body := ""
	if p.Person != nil {
		body, parts.Summary = p.Person.Body, p.Person.Summary
	}
	if p.Party != nil {
		body, parts.Summary = p.Party.Body, p.Party.Summary
	}
	facts := chosen(p.Facts)
	description := parts.Summary
	if description == "" {
		description = m.inShort(p)
	}
	if parts.Chrome, err = s.chrome(m, path, p.Name, description); err != nil {
		return parts, err
	}
	parts.Summary = description
	parts.Chrome.Feed = "feed.xml"
	parts.OpenGraph = "profile"
	parts.Contact = contactURL(s.pub.Settings.Contact)
	parts.Biography, _ = s.markdown.html(body, placeOf{root: m.root, heading: 3, has: s.has})
	parts.Picture = m.picture(p, &parts.Chrome)
	parts.Career = m.career(facts)
	parts.Cases = m.cases(facts)
	parts.Disagree = m.disagreements(facts)
	if n := len(parts.Disagree); n > openDisputes+1 {
		parts.Disagree, parts.Disputes = parts.Disagree[:openDisputes], parts.Disagree[openDisputes:]
		parts.DisputesMore = w.count("fact.more", n-openDisputes)
	}
	parts.Posts, parts.Timeline, parts.Said = m.sections(facts)
	parts.Mentions = m.views.claims.list(min(len(p.Mentions), maxList))
	for _, c := range firstClaims(p.Mentions, maxList) {
		parts.Mentions = append(parts.Mentions, m.mention(c))
	}
	parts.Sources, parts.Counts = m.sourceList(p, facts)
	if n := len(parts.Sources); n > openSources+4 {
		parts.Sources, parts.Older = parts.Sources[:openSources], parts.Sources[openSources:]
		parts.OlderMore = w.count("fact.more-older", n-openSources)
	}
	parts.Changes = s.changesOf(p, m)
	if s.overflows(p) {
		parts.All, parts.AllText = "all/", w.count("count.all", len(p.Facts))
	}
	parts.Box, parts.BoxFacts = m.box(p, facts)
	parts.Bare = len(facts) == 0 && len(p.Mentions) == 0 && body == ""
	parts.Links = profileLinks(p)
	parts.LinkedData = m.linkedProfile(p, &parts, facts)
	return parts, nil
}

// overflows tells whether a profile has more facts than its page shows.
func (s *Site) overflows(p *review.Profile) bool { return len(p.Facts) > maxFacts }

// chosen picks what a profile's page shows: posts, memberships and what is
// disputed first, then the newest; in the order of the profile.
func chosen(facts []*profile.Fact) []*profile.Fact {
	if len(facts) <= maxFacts {
		return facts
	}
	type place struct{ first, date, at int }
	ranked := make([]place, len(facts))
	for i, f := range facts {
		ranked[i] = place{0, cmpDate(f).Rank(), i}
		if isPost(f) || contested(f) || len(f.Differs()) > 0 {
			ranked[i].first = 1
		}
	}
	slices.SortFunc(ranked, func(a, b place) int {
		return cmp.Or(cmp.Compare(b.first, a.first), cmp.Compare(b.date, a.date), cmp.Compare(a.at, b.at))
	})
	ranked = ranked[:maxFacts]
	slices.SortFunc(ranked, func(a, b place) int { return cmp.Compare(a.at, b.at) })
	out := make([]*profile.Fact, maxFacts)
	for i, r := range ranked {
		out[i] = facts[r.at]
	}
	return out
}

// cmpDate gives the date by which a fact is new: its own, else its newest source's.
func cmpDate(f *profile.Fact) edtf.Date {
	if d := when(f); !d.IsZero() {
		return d
	}
	return newest(f)
}

func isPost(f *profile.Fact) bool { return f.Type == claim.Position || f.Type == claim.Membership }

// disagreements gives what sources tell differently, each fact in full.
func (m *maker) disagreements(facts []*profile.Fact) []Disagreement {
	if !slices.ContainsFunc(facts, contestable) {
		return nil
	}
	clear(m.byID)
	clear(m.done)
	for _, f := range facts {
		m.byID[f.ID] = f
	}
	var out []Disagreement
	for _, f := range facts {
		if !contestable(f) || m.done[f.ID] || f.Type == claim.Statement || f.Type == claim.Legal && m.shown[f.ID] {
			continue
		}
		group := m.relatedTo(f)
		if len(group) == 1 && !contested(f) {
			delete(m.done, f.ID)
			continue
		}
		d := Disagreement{Group: len(group) > 1, Facts: m.views.facts.list(len(group))}
		for _, f := range group {
			d.Facts = append(d.Facts, m.fact(f, whole))
		}
		if n := len(d.Facts); n > maxAccounts+1 {
			d.Facts, d.Rest = d.Facts[:maxAccounts], d.Facts[maxAccounts:]
			d.More = m.w.count("fact.more", n-maxAccounts)
		}
		out = append(out, d)
	}
	return out
}

// contestable tells of what some source tells differently.
func contestable(f *profile.Fact) bool { return contested(f) || len(f.Differs()) > 0 }

// relatedTo gives the facts of a profile that f cannot be right together with, and
// theirs, in the profile's order.
func (m *maker) relatedTo(f *profile.Fact) []*profile.Fact {
	group := append(m.related[:0], f)
	m.done[f.ID] = true
	for i := 0; i < len(group); i++ {
		for _, id := range group[i].Differs() {
			if other := m.byID[id]; other != nil && !m.done[id] {
				m.done[id] = true
				group = append(group, other)
			}
		}
	}
	slices.SortStableFunc(group, func(a, b *profile.Fact) int {
		return cmp.Or(edtf.Compare(cmpDate(a), cmpDate(b)), strings.Compare(a.ID, b.ID))
	})
	m.related = group
	return group
}
