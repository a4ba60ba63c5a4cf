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

// Shared is the picture of who was in which party and office with whom: a line
// down for each party and office, a row for each person, a dot where they meet.
// Places are pixels. List has the same in words; where no source tells that any
// two were there at the same time, it is all there is.
type Shared struct {
	Width, Height int
	Lines         []SharedLine
	Rows          []SharedRow
	List          []SharedPerson
	Open          bool // some dot is hollow
}

// SharedLine is a party or office: its label, and the line from there down.
type SharedLine struct {
	Kind           string // "office", "party"
	X, Top, Bottom int
	Text           string
	LabelX, LabelY int
	Anchor         string
}

// SharedRow is a person.
type SharedRow struct {
	Y              int
	Text           string
	LabelX, LabelY int
	Anchor         string
	Self           bool
	Dots           []SharedDot
}

// SharedDot is where a person's row meets a line: Hollow where the sources do
// not tell whether the two were there at the same time.
type SharedDot struct {
	X, Y  int
	Class string
}

// SharedPerson is a row in words.
type SharedPerson struct {
	Name  Part
	Posts Sentence // each a link to the fact on that person's page
}

// What keeps the picture readable; who is in a larger group says little.
const (
	maxGroup      = 60
	maxSharedLine = 6
	maxSharedRow  = 10
	enoughSure    = 3 // people who were there for certain, beside whom the others say little
	sharedWidth   = 328
	lineStep      = 20
	labelStep     = 22
	sharedRow     = 26
)

// group is a party or an office with its people.
type group struct {
	key    string // "parties/x", "offices/y"
	kind   string // "party", "office"
	terms  []term // by person
	people int
	print  print
}

// term is one person's time in a group, as days (YYYYMMDD): the time that the
// sources tell for certain, and the longest that they leave possible.
type term struct {
	who                *review.Profile
	fact               *profile.Fact
	from, to           int32 // zero where nothing is certain
	earliest, furthest int32
	told               []int32 // the days on which sources say "is", where no beginning is known
}

func termOf(p *review.Profile, f *profile.Fact) term {
	t := term{who: p, fact: f, furthest: 99991231}
	end := f.End
	if end.IsZero() {
		end = f.EndShown()
	}
	last := newest(f)
	if !f.Start.IsZero() {
		t.earliest, t.from = int32(f.Start.Lo()), int32(f.Start.Hi())
	} else if open(f) && !last.IsZero() {
		t.from = int32(last.Hi())
		for _, src := range f.Sources() {
			if day := int32(src.Date.Lo()); src.Date.Precision() == edtf.Day && !slices.Contains(t.told, day) {
				t.told = append(t.told, day)
			}
		}
	}
	if !end.IsZero() {
		t.furthest, t.to = int32(end.Hi()), int32(end.Lo())
	} else if open(f) && !last.IsZero() {
		t.to = max(int32(last.Hi()), t.from)
	}
	if t.from == 0 || t.to == 0 || t.to < t.from {
		t.from, t.to = 0, 0
	}
	return t
}

// meeting tells whether two people were in a group at the same time.
type meeting uint8

const (
	apart meeting = iota
	maybe
	together
)

func (t *term) meets(other *term) meeting {
	switch {
	case t.from != 0 && other.from != 0 && max(t.from, other.from) <= min(t.to, other.to):
		return together
	case t.toldIn(other) || other.toldIn(t):
		return together
	case max(t.earliest, other.earliest) >= min(t.furthest, other.furthest):
		return apart
	}
	return maybe
}

// toldIn tells whether some source tells of the one on a day on which the other
// is known to be there.
func (t *term) toldIn(other *term) bool {
	return slices.ContainsFunc(t.told, func(day int32) bool {
		return other.from != 0 && other.from <= day && day <= other.to || slices.Contains(other.told, day)
	})
}

// findGroups gathers the parties and offices that are small enough for a
// picture, by what is undisputed.
func (s *Site) findGroups() map[profile.Ref][]*group {
	parties, offices, posts := map[string]*group{}, map[*office]*group{}, s.later.posts()
	var all []*group
	for _, p := range s.pub.Profiles {
		for _, f := range p.Facts {
			if !p.Ref.IsPerson() || f.Status != claim.Asserted || len(f.Differs()) > 0 {
				continue
			}
			var g *group
			switch o := posts[f]; {
			case f.Type == claim.Membership && s.profiles[profile.Ref(f.Org)] != nil:
				if g = parties[f.Org]; g == nil {
					g = &group{key: f.Org, kind: "party"}
					parties[f.Org], all = g, append(all, g)
				}
			case f.Type == claim.Position && o != nil:
				if g = offices[o]; g == nil {
					g = &group{key: "offices/" + o.id, kind: "office"}
					offices[o], all = g, append(all, g)
				}
			default:
				continue
			}
			g.add(p, f)
		}
	}
	slices.SortFunc(all, func(a, b *group) int { return strings.Compare(a.key, b.key) })
	groups := map[profile.Ref][]*group{}
	for _, g := range all {
		if g.people < 2 || g.people > maxGroup {
			continue
		}
		g.print = printOf(s, g, (*hasher).group)
		for i := range g.terms {
			if ref := g.terms[i].who.Ref; i == 0 || ref != g.terms[i-1].who.Ref {
				groups[ref] = append(groups[ref], g)
			}
		}
	}
	return groups
}

// add adds a person's time to a group; those of one person follow each other.
func (g *group) add(p *review.Profile, f *profile.Fact) {
	if n := len(g.terms); n == 0 || g.terms[n-1].who != p {
		g.people++
	}
	if g.people > maxGroup { // it is not shown
		g.terms = append(g.terms[:0], term{who: p})
		return
	}
	g.terms = append(g.terms, termOf(p, f))
}

// group adds what a picture shows of a group.
func (h *hasher) group(g *group) {
	h.add(h.s.groupTitle(g))
	for i := range g.terms {
		t := &g.terms[i]
		h.add(string(t.who.Ref), t.who.Name, t.fact.ID)
		for _, n := range [...]int32{t.from, t.to, t.earliest, t.furthest, int32(len(t.told))} {
			h.number("", int(n))
		}
		for _, n := range t.told {
			h.number("", int(n))
		}
	}
}

func (s *Site) groupTitle(g *group) string {
	if g.kind == "party" {
		return s.profiles[profile.Ref(g.key)].Name
	}
	return s.officeByID[strings.TrimPrefix(g.key, "offices/")].title
}

// companion is somebody who was in some of the same groups.
type companion struct {
	who    *review.Profile
	groups int // in which the two may have met
	score  int
	sure   int // groups in which the two met for certain
	// in is the place of the group that was looked at last among the person's, and
	// how the closest meeting there.
	in  int
	how meeting
}

// met is the closest meeting in one group, and the other's fact.
type met struct {
	meeting meeting
	fact    *profile.Fact
}

// companions gives who was in the groups of a person, the closest first. They are
// good until those of another are asked for.
func (m *maker) companions(ref profile.Ref) []companion {
	list, places := m.met[:0], m.metAt
	clear(places)
	for i, g := range m.s.later.groups()[ref] {
		g.eachMeeting(ref, func(other *term, how meeting) {
			at, known := places[other.who]
			if !known {
				at = len(list)
				places[other.who], list = at, append(list, companion{who: other.who})
			}
			list[at].meet(i, how)
		})
	}
	slices.SortFunc(list, func(a, b companion) int {
		return cmp.Or(cmp.Compare(b.sure, a.sure), cmp.Compare(b.groups, a.groups), cmp.Compare(b.score, a.score), strings.Compare(string(a.who.Ref), string(b.who.Ref)))
	})
	m.met = list
	return list
}

// eachMeeting calls do for each time of others in a group in which a person may
// have met them.
func (g *group) eachMeeting(ref profile.Ref, do func(other *term, how meeting)) {
	for i := range g.terms {
		own := &g.terms[i]
		if own.who.Ref != ref {
			continue
		}
		for k := range g.terms {
			other := &g.terms[k]
			if other.who == own.who {
				continue
			}
			if how := own.meets(other); how == together || how == maybe && g.kind != "office" {
				do(other, how)
			}
		}
	}
}

// meet counts a meeting in a group, unless there was one as close.
func (c *companion) meet(in int, how meeting) {
	if c.how > apart && c.in != in {
		c.how = apart
	}
	if how <= c.how {
		return
	}
	if c.how == apart {
		c.groups++
	}
	if how == together {
		c.sure++
	}
	c.score += int(how - c.how)
	c.in, c.how = in, how
}

// closest adds the closest meeting with each of some people in a group to an empty list.
func (g *group) closest(out []met, ref profile.Ref, list []companion) []met {
	for range list {
		out = append(out, met{})
	}
	g.eachMeeting(ref, func(other *term, how meeting) {
		at := slices.IndexFunc(list, func(c companion) bool { return c.who == other.who })
		if at >= 0 && how > out[at].meeting {
			out[at] = met{how, other.fact}
		}
	})
	return out
}

// relation draws with whom a person was in which party and office; nil where
// that is one group, or one other person, which a list tells as well.
func (m *maker) relation(ref profile.Ref, name string) *Shared {
	list := m.companions(ref)
	if sure := slices.IndexFunc(list, func(c companion) bool { return c.sure == 0 }); sure >= enoughSure {
		list = list[:sure]
	}
	list = list[:min(len(list), maxSharedRow)]
	var groups []sharedGroup
	for _, g := range m.s.later.groups()[ref] {
		meets := g.closest(m.views.drawn.met.list(len(list)), ref, list)
		if slices.ContainsFunc(meets, func(how met) bool { return how.meeting > apart }) {
			groups = append(groups, sharedGroup{g, meets})
		}
	}
	slices.SortStableFunc(groups, func(a, b sharedGroup) int { return strings.Compare(b.kind, a.kind) }) // parties first
	groups = groups[:min(len(groups), maxSharedLine)]
	if len(groups) < 2 || len(list) < 2 {
		return nil
	}
	return m.drawShared(name, groups, list)
}

// sharedGroup is a group with the closest meeting there with each companion.
type sharedGroup struct {
	*group
	meets []met
}

func (m *maker) drawShared(name string, groups []sharedGroup, list []companion) *Shared {
	s := &Shared{Width: sharedWidth, Height: len(groups)*labelStep + (len(list)+1)*sharedRow + 8}
	anchor, at := "start", func(x int) int { return x }
	if m.w.dir == "rtl" {
		anchor, at = "end", func(x int) int { return sharedWidth - x }
	}
	row := func(text string, i int) SharedRow {
		y := len(groups)*labelStep + 14 + i*sharedRow
		return SharedRow{Y: y, Text: shorten(text, 34), LabelX: at(len(groups)*lineStep + 8), LabelY: y + 4, Anchor: anchor}
	}
	self := row(name, 0)
	self.Self, self.Dots = true, m.views.drawn.dots.list(len(groups))
	s.Lines, s.Rows = m.views.drawn.lines.list(len(groups)), m.views.drawn.shared.list(len(list)+1)
	s.List = m.views.drawn.people.list(len(list))
	for i, g := range groups {
		x := 8 + i*lineStep
		line := SharedLine{Kind: g.kind, X: at(x), Top: i*labelStep + 12, Bottom: self.Y, Text: shorten(m.s.groupTitle(g.group), 40),
			LabelX: at(x + 10), LabelY: i*labelStep + 16, Anchor: anchor}
		s.Lines = append(s.Lines, line)
		self.Dots = append(self.Dots, SharedDot{at(x), self.Y, g.kind})
	}
	s.Rows = append(s.Rows, self)
	for k, c := range list {
		r := row(c.who.Name, len(s.Rows))
		r.Dots = m.views.drawn.dots.list(len(groups))
		person := SharedPerson{Name: m.named(string(c.who.Ref)), Posts: m.w.parts.list(2 * len(groups))}
		for i, g := range groups {
			met := g.meets[k]
			if met.meeting == apart {
				continue
			}
			s.Lines[i].Bottom = r.Y
			dot := SharedDot{s.Lines[i].X, r.Y, g.kind}
			if met.meeting == maybe {
				dot.Class += " open"
				s.Open = true
			}
			r.Dots = append(r.Dots, dot)
			if len(person.Posts) > 0 {
				person.Posts = person.Posts.with(Part{Text: m.w.say("list.and")})
			}
			person.Posts = person.Posts.with(Part{Text: m.s.groupTitle(g.group), Href: m.w.flat(Sentence{{Text: person.Name.Href}, {Text: "#"}, {Text: met.fact.ID}}), Name: true})
		}
		if len(r.Dots) > 0 {
			s.Rows, s.List = append(s.Rows, r), append(s.List, person)
		}
	}
	s.Height = s.Rows[len(s.Rows)-1].Y + 12
	if !slices.ContainsFunc(list, func(c companion) bool { return c.sure > 0 }) {
		s.Lines, s.Rows = nil, nil
	}
	return s
}

// sharedWith adds what the picture of a person shows.
func (h *hasher) sharedWith(ref profile.Ref) {
	for _, g := range h.s.later.groups()[ref] {
		h.b = append(h.b, g.print[:]...)
	}
}
