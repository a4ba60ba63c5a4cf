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

// HomePage is the site's first page.
type HomePage struct {
	Chrome
	Intro   string
	News    []NewsView
	Changes []ChangeView
	People  []Line
	Parties []Line
	Counts  []NavLink
}

// TimelinePage is /timeline/, or one year of it.
type TimelinePage struct {
	Chrome
	Heading  string
	Counts   string
	Parts    []NavLink
	Older    []NavLink // the years that there is no room for
	HereName string
	Years    []YearFacts
	Pager    Pager
	Types    []Option
	Parties  []Option
}

// AllPage is /people/ID/all/: every fact of a profile, by year.
type AllPage struct {
	Chrome
	Name     Part
	Heading  string
	Counts   string
	Parts    []NavLink
	Older    []NavLink // the years that there is no room for
	HereName string
	Years    []YearFacts
	Pager    Pager
	Mentions []ClaimView
}

// YearFacts are the facts of one year.
type YearFacts struct {
	Year  string
	Facts []DatedFact
}

// DatedFact is a fact with what filters look at.
type DatedFact struct {
	FactView
	Type, Party string
}

// Option is a choice of a filter.
type Option struct{ Value, Text string }

// inTimeline tells which facts the site's timeline tells: what has a date,
// words aside, and of posts and memberships those that somebody began.
func inTimeline(f *profile.Fact) bool {
	switch f.Type {
	case claim.Statement, claim.Residence, claim.Education, claim.Family:
		return false
	case claim.Position, claim.Membership:
		return !f.Start.IsZero()
	}
	return !when(f).IsZero()
}

// maxTimeline is how many facts the timeline shows before a year is chosen,
// where it is cut by years.
const maxTimeline = 100

func (s *Site) timelinePage(path string, r route) (TimelinePage, error) {
	m, w, l := s.maker(path), s.words, s.later.timeline()
	defer m.release()
	page := TimelinePage{Heading: w.say("title.timeline"), HereName: s.groupName(r.id), Counts: w.count("count.facts", l.total)}
	title := page.Heading
	if r.id != "" {
		title += ", " + s.groupName(r.id)
	}
	var err error
	if page.Chrome, err = s.chrome(m, path, title, page.Heading+" – "+page.Counts); err != nil {
		return page, err
	}
	page.LinkedData = m.linkedList("timeline", page.Heading, page.Canonical)
	if l.cut {
		page.Parts, page.Older = m.partsOf(l.listing, page.HereName, m.root, "timeline/")
	}
	var kinds, parties []string
	for _, group := range l.groups {
		if l.cut && group != r.id {
			continue
		}
		part := cutPart(l.lines[group], r.part)
		y := YearFacts{Year: s.groupName(group), Facts: m.views.dated.list(len(part))}
		for _, i := range part {
			f := l.facts[i]
			d := DatedFact{FactView: m.factOf(f, brief), Type: f.Type.String(), Party: s.partyOf(f)}
			kinds, parties = noted(kinds, d.Type), noted(parties, d.Party)
			y.Facts = append(y.Facts, d)
		}
		page.Years = append(page.Years, y)
		page.Pager = pager(m.root+"timeline/"+group+"/", r.part, l.parts(group), l.cut)
	}
	if l.cut && r.id == "" {
		page.Pager = Pager{}
		y := YearFacts{Year: w.say("list.newest"), Facts: m.views.dated.list(maxTimeline)}
		for _, f := range l.facts[:min(maxTimeline, len(l.facts))] {
			d := DatedFact{FactView: m.factOf(f, brief), Type: f.Type.String(), Party: s.partyOf(f)}
			kinds, parties = noted(kinds, d.Type), noted(parties, d.Party)
			y.Facts = append(y.Facts, d)
		}
		page.Years = []YearFacts{y}
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		page.Types = append(page.Types, Option{kind, w.say("type." + kind)})
	}
	slices.Sort(parties)
	for _, party := range parties {
		page.Parties = append(page.Parties, Option{party, m.named(party).Text})
	}
	return page, nil
}

// noted adds a text to a short list of different ones; nothing for the empty text.
func noted(list []string, text string) []string {
	if text == "" || slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// partyOf gives the party by which a fact is filtered: the one that it names,
// else the one that the person's editor names.
func (s *Site) partyOf(f *profile.Fact) string {
	if strings.HasPrefix(f.Org, "parties/") {
		return f.Org
	}
	if !f.Subject.IsPerson() {
		return string(f.Subject)
	}
	if p := s.profiles[f.Subject]; p != nil && p.Person != nil && p.Person.Party != "" {
		if party := s.profiles[profile.PartyRef(p.Person.Party)]; party != nil {
			return string(party.Ref)
		}
	}
	return ""
}

// yearsOf parts a profile's facts by year: all on one page ("") where they are
// few, else a page for each year and its parts.
func (s *Site) yearsOf(p *review.Profile) map[string]int {
	l := s.all[p.Ref]
	out := map[string]int{"": 1}
	if l.cut {
		for _, group := range l.groups {
			out[group] = l.parts(group)
		}
	}
	return out
}

// allList is every fact of a profile, the newest first, and its years.
type allList struct {
	facts []*profile.Fact
	listing
}

// listAll orders the facts of the profiles that have more than their page shows.
func (s *Site) listAll(before *Site) {
	s.all = map[profile.Ref]allList{}
	for _, p := range s.pub.Profiles {
		if s.takeAll(p, before) || !s.overflows(p) {
			continue
		}
		l := allList{facts: byDate(p.Facts, cmpDate)}
		l.listing = newListing(len(l.facts), func(i int) string { return yearOf(cmpDate(l.facts[i])) }, true)
		s.all[p.Ref] = l
	}
}

// byDate orders facts by a date, the newest first, those without one last.
func byDate(facts []*profile.Fact, date func(*profile.Fact) edtf.Date) []*profile.Fact {
	return factsOf(rankedBy(make([]ranked, 0, len(facts)), facts, date))
}

// rankedBy adds facts to an empty list, in that order.
func rankedBy(list []ranked, facts []*profile.Fact, date func(*profile.Fact) edtf.Date) []ranked {
	for _, f := range facts {
		list = append(list, ranked{date(f).Rank(), newest(f).Rank(), f})
	}
	slices.SortFunc(list, newestRank)
	return list
}

// ranked is a fact with the ranks of the dates by which it is sorted.
type ranked struct {
	date, newest int
	fact         *profile.Fact
}

// newestRank puts the newest first.
func newestRank(a, b ranked) int {
	if a.date != b.date {
		return cmp.Compare(b.date, a.date)
	}
	return cmp.Or(cmp.Compare(b.newest, a.newest), strings.Compare(a.fact.ID, b.fact.ID))
}

func factsOf(list []ranked) []*profile.Fact {
	return appendFacts(make([]*profile.Fact, 0, len(list)), list)
}

func appendFacts(out []*profile.Fact, list []ranked) []*profile.Fact {
	for _, r := range list {
		out = append(out, r.fact)
	}
	return out
}

func (s *Site) allPage(path string, p *review.Profile, year string, part int) (AllPage, error) {
	m, w := s.maker(path), s.words
	defer m.release()
	page := AllPage{Heading: w.say("title.all", "name", p.Name), HereName: s.groupName(year), Counts: w.count("count.facts", len(p.Facts)),
		Name: Part{Text: p.Name, Href: m.root + refAddress(p.Ref), Name: true}}
	title := page.Heading
	if year != "" {
		title += ", " + s.groupName(year)
	}
	var err error
	if page.Chrome, err = s.chrome(m, path, title, title); err != nil {
		return page, err
	}
	page.Chrome.Feed = m.root + refAddress(p.Ref) + "feed.xml"
	page.LinkedData = m.linkedList("people", page.Heading, page.Canonical)
	l := s.all[p.Ref]
	base := m.root + refAddress(p.Ref) + "all/"
	if l.cut {
		page.Parts, page.Older = m.partsOf(l.listing, page.HereName, base)
	}
	for _, group := range l.groups {
		if l.cut && group != year {
			continue
		}
		lines := cutPart(l.lines[group], part)
		y := YearFacts{Year: s.groupName(group), Facts: m.views.dated.list(len(lines))}
		for _, i := range lines {
			y.Facts = append(y.Facts, DatedFact{FactView: m.fact(l.facts[i], whole)})
		}
		page.Years = append(page.Years, y)
		page.Pager = pager(base+group+"/", part, l.parts(group), l.cut)
	}
	if l.cut && year == "" {
		page.Pager = Pager{}
	}
	return page, nil
}

// newFacts adds facts to a list of the n whose newest source is the newest. It
// keeps no more of them while it looks: a site has a hundred thousand.
func newFacts(list []ranked, facts []*profile.Fact, n int) []ranked {
	for _, f := range facts {
		date := newest(f).Rank()
		r := ranked{date, date, f}
		if date == 0 || len(list) == n && newestRank(r, list[n-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, r, newestRank)
		list = slices.Insert(list[:min(len(list), n-1)], at, r)
	}
	return list
}

func (s *Site) homePage(path string) (HomePage, error) {
	m, w, set := s.maker(path), s.words, s.pub.Settings
	page := HomePage{Intro: set.Description}
	var err error
	if page.Chrome, err = s.chrome(m, path, "", set.Description); err != nil {
		return page, err
	}
	page.News = m.news()
	for _, c := range s.pub.Changes[:min(5, len(s.pub.Changes))] {
		page.Changes = append(page.Changes, m.change(c))
	}
	for _, p := range s.prominent(s.lists.peopleOf, 24) {
		page.People = append(page.People, m.profileLine(p))
	}
	for _, p := range s.prominent(s.lists.partiesOf, 12) {
		page.Parties = append(page.Parties, m.profileLine(p))
	}
	page.Counts = []NavLink{
		{w.count("count.people", len(s.lists.peopleOf)), "people/"},
		{w.count("count.parties", len(s.lists.partiesOf)), "parties/"},
		{w.count("count.offices", len(s.offices)), "offices/"},
		{w.count("count.articles", len(s.pub.Articles)), "articles/"},
	}
	page.LinkedData = m.linkedSite(page.Canonical)
	return page, nil
}

// prominent gives the n profiles of which most is told, by name.
func (s *Site) prominent(list []*review.Profile, n int) []*review.Profile {
	if len(list) <= n {
		return list
	}
	ranked := slices.Clone(list)
	slices.SortStableFunc(ranked, func(a, b *review.Profile) int {
		return len(b.Facts) + len(s.later.told()[b.Ref]) - len(a.Facts) - len(s.later.told()[a.Ref])
	})
	keep := map[*review.Profile]bool{}
	for _, p := range ranked[:n] {
		keep[p] = true
	}
	var out []*review.Profile
	for _, p := range list {
		if keep[p] {
			out = append(out, p)
		}
	}
	return out
}
