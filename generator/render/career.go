package render

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// Career is the picture of posts and memberships as bars over years, events as
// points. Places along the years are percentages, so that it is drawn for any
// width; heights are pixels.
type Career struct {
	Label  string // for those who cannot see it
	Height int
	Base   int // where the years stand
	Ticks  []Tick
	Rows   []BarRow
	Points []Point
	PointY int
	Paints []Paint  // those of the bars with a faded end
	Keys   []string // "office", "party": what the colours mean, where there are two
	Faded  bool     // some end is not known
	Open   bool     // some bar or point is hollow
	Cut    string   // that these are the latest of so many; empty where they are all
}

// Paint is how a bar with a faded end is filled: its kind, and the name of the
// paint, which ends in "from", "to" or "both".
type Paint struct {
	Kind, Name string
	From, To   bool // whether the beginning and the end fade
}

func paint(kind, name string) Paint {
	return Paint{kind, name, !strings.HasSuffix(name, "-to"), !strings.HasSuffix(name, "-from")}
}

// Tick is a year under the picture.
type Tick struct {
	X    string // per cent
	Year string
	Odd  bool // left out where there is little room
	Edge string
}

// BarRow is one bar with its label above it; bars that leave each other room
// stand side by side.
type BarRow struct {
	Kind   string // "office", "party"
	X      string // per cent
	Width  string // per cent
	Y      int
	LabelX string
	LabelY int
	Anchor string // "start" or "end"
	Text   string
	Fill   string // the style class: which ends are faded, or that it is hollow
	Title  string
}

// Point is an event: a dot, or, where only its year is known, a stroke as long
// as the year.
type Point struct {
	X      string
	Width  string // per cent; empty for a dot
	Hollow bool   // not in force, or disputed
	Class  string
	Title  string
}

// maxBars and maxPoints keep the picture readable.
const (
	maxBars   = 16
	maxPoints = 40
)

// career draws a profile's posts and memberships; nil where fewer than two
// things have a date.
func (m *maker) career(facts []*profile.Fact) *Career {
	var posts, parties, points []*profile.Fact
	for _, f := range facts {
		switch {
		case f.Type == claim.Statement || f.Status == claim.Denied || f.Status == claim.Alleged:
		case !isPost(f) && turning(f.Type) && when(f).Precision() >= edtf.Year:
			points = append(points, f)
		case !isPost(f) || !drawn(f):
		case f.Type == claim.Position:
			posts = append(posts, f)
		case f.Type == claim.Membership:
			parties = append(parties, f)
		}
	}
	all := slices.Concat(posts, parties)
	bars := append(m.latest(posts, maxBars-min(len(parties), 4)), m.latest(parties, 4)...)
	if len(bars)+len(points) < 2 || !slices.ContainsFunc(bars, dated) {
		return nil
	}
	return m.draw(bars, m.latest(points, maxPoints), len(all), func(f *profile.Fact) string {
		if f.Type == claim.Membership {
			return m.named(f.Org).Text
		}
		return m.w.flat(m.w.upper(m.w.post(m.of(f))))
	})
}

// dated tells of a post or membership of which a source gives the beginning or
// the end.
func dated(f *profile.Fact) bool { return !when(f).IsZero() || !f.EndShown().IsZero() }

// drawn tells of one that has a place along the years: it is dated, or held when
// its sources were written.
func drawn(f *profile.Fact) bool { return dated(f) || open(f) && !newest(f).IsZero() }

// turning tells which events change what somebody is: the points of the picture.
func turning(t claim.Type) bool {
	switch t {
	case claim.Appointment, claim.Election, claim.Defeat, claim.Candidacy, claim.Resignation, claim.Dismissal,
		claim.Joined, claim.Left, claim.Legal:
		return true
	}
	return false
}

// holders draws who held an office when.
func (m *maker) holders(terms []*profile.Fact) *Career {
	var bars []*profile.Fact
	for _, f := range terms {
		if f.Status != claim.Denied && f.Status != claim.Alleged && drawn(f) {
			bars = append(bars, f)
		}
	}
	if len(bars) < 2 || !slices.ContainsFunc(bars, dated) {
		return nil
	}
	return m.draw(m.latest(bars, maxBars), nil, len(bars), func(f *profile.Fact) string { return m.named(string(f.Subject)).Text })
}

// latest gives the n that begin last, in the order of their beginning. Where not
// all have room, those that are dated go before the others.
func (m *maker) latest(facts []*profile.Fact, n int) []*profile.Fact {
	list, known := m.ranked[:0], 0
	for _, f := range facts {
		list = append(list, ranked{date: drawnStart(f).Rank(), fact: f})
		if dated(f) {
			known++
		}
	}
	if len(list) > n && known >= n {
		list = slices.DeleteFunc(list, func(r ranked) bool { return !dated(r.fact) })
	}
	slices.SortFunc(list, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.date, b.date), strings.Compare(a.fact.ID, b.fact.ID))
	})
	m.ranked = list
	return m.factsOf(list[max(0, len(list)-n):])
}

func drawnStart(f *profile.Fact) edtf.Date {
	switch {
	case !f.Start.IsZero():
		return f.Start
	case !when(f).IsZero():
		return when(f)
	case !f.EndShown().IsZero():
		return f.EndShown()
	}
	return oldest(f)
}

// oldest gives the date of a fact's oldest source.
func oldest(f *profile.Fact) edtf.Date {
	date := newest(f)
	for _, s := range f.Sources() {
		if !s.Date.IsZero() && edtf.Compare(s.Date, date) < 0 {
			date = s.Date
		}
	}
	return date
}
