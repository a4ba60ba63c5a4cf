package render

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"profilegen/generator/edtf"
	"profilegen/generator/review"
)

// ListPage is an index: of people, parties, sources or offices.
type ListPage struct {
	Chrome
	Kind     string // "people", "parties", "articles", "offices"
	Heading  string
	Counts   string
	Parts    []NavLink // the letters or years, where the index is cut
	Older    []NavLink // those that there is no room for
	Here     string    // the letter or year of this page
	HereName string
	Groups   []Group
	Few      bool // so few entries that letters stand beside each other
	Pager    Pager
}

// Group is a letter or a year with its entries.
type Group struct {
	Name  string
	Lines []Line
}

// Line is an entry of an index.
type Line struct {
	Name  Part
	Note  string
	Date  Stamp
	Data  string // what filters look at: the party's name
	Posts string // the same: the offices' titles, parted by "|"
}

// Pager leads from one part of a list to the next.
type Pager struct{ Previous, Next string }

// listing is an index before it is cut into pages.
type listing struct {
	groups []string           // letters or years, in their order
	lines  map[string][]int32 // the entries of each, as places in the whole list
	sizes  map[string]int     // how many each has
	total  int
	cut    bool
}

// newListing groups n entries; it is cut where they are more than maxList.
func newListing(n int, group func(i int) string, descending bool) listing {
	l := listing{lines: map[string][]int32{}, sizes: map[string]int{}, total: n, cut: n > maxList}
	for i := range n {
		name := group(i)
		l.lines[name] = append(l.lines[name], int32(i))
	}
	for name, lines := range l.lines {
		l.sizes[name] = len(lines)
	}
	l.groups = slices.Sorted(maps.Keys(l.lines))
	if descending {
		slices.Reverse(l.groups)
		if len(l.groups) > 1 && l.groups[0] == undated {
			l.groups = append(l.groups[1:], undated)
		}
	}
	return l
}

// parts gives how many pages a group needs.
func (l listing) parts(group string) int {
	return max(1, (l.sizes[group]+maxList-1)/maxList)
}

// lists are the indexes and the timeline of a site.
type lists struct {
	people, parties, articles, offices listing
	peopleOf, partiesOf                []*review.Profile
	articlesOf                         []*review.Article
}

func (s *Site) makeLists(before *Site) {
	l := &s.lists
	s.listAll(before)
	s.shape = s.timelineShape(before)
	if s.takeLists(before) {
		if !slices.EqualFunc(s.offices, before.offices, func(a, b *office) bool { return a == b || a.title == b.title }) {
			l.offices = newListing(len(s.offices), func(i int) string { return letter(s.offices[i].title) }, false)
		}
		return
	}
	for _, p := range s.pub.Profiles {
		if p.Ref.IsPerson() {
			l.peopleOf = append(l.peopleOf, p)
		} else {
			l.partiesOf = append(l.partiesOf, p)
		}
	}
	byName := func(list []*review.Profile) {
		keys := make(map[*review.Profile]string, len(list))
		for _, p := range list {
			keys[p] = sortKey(p.Name)
		}
		slices.SortFunc(list, func(a, b *review.Profile) int {
			return cmp.Or(strings.Compare(keys[a], keys[b]), strings.Compare(string(a.Ref), string(b.Ref)))
		})
	}
	byName(l.peopleOf)
	byName(l.partiesOf)
	l.articlesOf = slices.Clone(s.pub.Articles)
	slices.SortFunc(l.articlesOf, func(a, b *review.Article) int {
		return cmp.Or(-edtf.Compare(a.Date, b.Date), strings.Compare(a.ID, b.ID))
	})
	l.people = newListing(len(l.peopleOf), func(i int) string { return letter(l.peopleOf[i].Name) }, false)
	l.parties = newListing(len(l.partiesOf), func(i int) string { return letter(l.partiesOf[i].Name) }, false)
	l.offices = newListing(len(s.offices), func(i int) string { return letter(s.offices[i].title) }, false)
	l.articles = newListing(len(l.articlesOf), func(i int) string { return yearOf(l.articlesOf[i].Date) }, true)
}

// letter gives the letter under which a name stands: of the Latin alphabet, or
// "0" for names that begin with none.
func letter(name string) string {
	key := sortKey(name)
	if r, _ := utf8.DecodeRuneInString(key); r >= 'a' && r <= 'z' {
		return string(r)
	}
	return "0"
}

// undated is the group of what has no date; it stands last.
const undated = "undated"

// yearOf gives a date's year, undated where there is none.
func yearOf(d edtf.Date) string {
	if d.IsZero() {
		return undated
	}
	return itoa(d.Year())
}

// layOutLists adds the pages of lists that are cut.
func (s *Site) layOutLists(t *table) {
	add := func(base string, k kind, l listing) {
		if !l.cut {
			return
		}
		for _, group := range l.groups {
			for part := range l.parts(group) {
				t.add(partPath(base, group, part), route{kind: k, id: group, part: part}, asker{})
			}
		}
	}
	add("people/letters/", peopleIndex, s.lists.people)
	add("parties/letters/", partiesIndex, s.lists.parties)
	add("offices/letters/", officesIndex, s.lists.offices)
	add("articles/years/", articlesIndex, s.lists.articles)
	add("timeline/", timelinePage, s.shape)
}

// listPage makes an index, or the part of one for a letter or year.
func (s *Site) listPage(path string, r route) (ListPage, error) {
	m, w := s.maker(path), s.words
	page := ListPage{Here: r.id}
	var l listing
	var line func(i int) Line
	folder := "letters/"
	switch r.kind {
	case peopleIndex:
		page.Kind, l = "people", s.lists.people
		line = func(i int) Line { return m.personLine(s.lists.peopleOf[i]) }
	case partiesIndex:
		page.Kind, l = "parties", s.lists.parties
		line = func(i int) Line { return m.profileLine(s.lists.partiesOf[i]) }
	case officesIndex:
		page.Kind, l = "offices", s.lists.offices
		line = func(i int) Line { return m.officeLine(s.offices[i]) }
	default:
		page.Kind, l, folder = "articles", s.lists.articles, "years/"
		line = func(i int) Line { return m.articleLine(s.lists.articlesOf[i]) }
	}
	page.HereName = s.groupName(r.id)
	page.Heading = w.say("title." + page.Kind)
	page.Counts = w.count("count."+page.Kind, l.total)
	page.Few = l.total <= fewEntries
	title := page.Heading
	if r.id != "" {
		title += ", " + s.groupName(r.id)
	}
	var err error
	if page.Chrome, err = s.chrome(m, path, title, page.Heading+" – "+page.Counts); err != nil {
		return page, err
	}
	page.LinkedData = m.linkedList(page.Kind, page.Heading, page.Canonical)
	if l.cut {
		page.Parts, page.Older = m.partsOf(l, page.HereName, m.root, page.Kind, "/", folder)
	}
	for _, group := range l.groups {
		if l.cut && group != r.id {
			continue
		}
		g := Group{Name: s.groupName(group)}
		part := cutPart(l.lines[group], r.part)
		g.Lines = m.views.lines.list(len(part))
		for _, i := range part {
			g.Lines = append(g.Lines, line(int(i)))
		}
		page.Groups = append(page.Groups, g)
		page.Pager = pager(m.root+page.Kind+"/"+folder+group+"/", r.part, l.parts(group), l.cut)
	}
	if l.cut && r.id == "" {
		page.Pager = Pager{}
		page.Groups = []Group{m.firstLines(r.kind, line)}
	}
	return page, nil
}

// fewEntries is how many entries need no letters below each other.
const fewEntries = 40

// maxParts is how many letters or years stand open above a list.
const maxParts = 27

// groupName gives a letter or year as a page shows it.
func (s *Site) groupName(group string) string {
	switch group {
	case undated:
		return Sentence{{Text: s.words.say("date.unknown")}}.upper().String()
	case "0":
		return s.words.say("letter.other")
	}
	return strings.ToUpper(group)
}

// cutPart gives the entries of one page.
func cutPart[T any](list []T, part int) []T {
	from := min(part*maxList, len(list))
	return list[from:min(from+maxList, len(list))]
}

func pager(base string, part, parts int, cut bool) Pager {
	var p Pager
	if !cut {
		return p
	}
	if part == 1 {
		p.Previous = base
	} else if part > 1 {
		p.Previous = base + itoa(part) + "/"
	}
	if part+1 < parts {
		p.Next = base + itoa(part+2) + "/"
	}
	return p
}
