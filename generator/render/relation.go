package render

import (
	"cmp"
	"slices"
	"strings"

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

const (
	apart meeting = iota
	maybe
	together
)

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
