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
	Paints []Paint // those of the bars with a faded end
	Faded  bool    // some end is not known
	Open   bool    // some point is hollow
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

// BarRow is one bar with its label above it.
type BarRow struct {
	Kind   string // "office", "party"
	X      string // per cent
	Width  string // per cent
	Y      int
	LabelX string
	LabelY int
	Anchor string // "start" or "end"
	Text   string
	Fill   string // the style class: which ends are faded
	Title  string
}

// Point is an event.
type Point struct {
	X      string
	Hollow bool // not in force, or disputed
	Class  string
	Title  string
}

// maxBars and maxPoints keep the picture readable.
const (
	maxBars   = 14
	maxLabel  = 36 // bytes
	maxPoints = 40
	rowHeight = 38
)

// career draws a profile's posts and memberships; nil where fewer than two
// things have a date.
func (m *maker) career(facts []*profile.Fact) *Career {
	var posts, parties, points []*profile.Fact
	for _, f := range facts {
		switch {
		case f.Type == claim.Statement || f.Status == claim.Denied || f.Status == claim.Alleged:
		case !isPost(f) && turning(f.Type) && when(f).Precision() >= edtf.Month:
			points = append(points, f)
		case !isPost(f):
		case isPost(f) && when(f).IsZero() && f.EndShown.IsZero():
		case f.Type == claim.Position:
			posts = append(posts, f)
		case f.Type == claim.Membership:
			parties = append(parties, f)
		}
	}
	bars := append(latest(posts, maxBars-min(len(parties), 4)), latest(parties, 4)...)
	if len(bars) == 0 || len(bars)+len(points) < 2 {
		return nil
	}
	return m.draw(bars, latest(points, maxPoints), func(f *profile.Fact) string {
		if f.Type == claim.Membership {
			return m.named(f.Org).Text
		}
		return m.w.post(m.of(f)).upper().String()
	})
}

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
		if f.Status != claim.Denied && f.Status != claim.Alleged && !when(f).IsZero() {
			bars = append(bars, f)
		}
	}
	if len(bars) < 2 {
		return nil
	}
	return m.draw(latest(bars, maxBars), nil, func(f *profile.Fact) string { return m.named(string(f.Subject)).Text })
}

// latest gives the n that begin last, in the order of their beginning.
func latest(facts []*profile.Fact, n int) []*profile.Fact {
	facts = slices.Clone(facts)
	slices.SortStableFunc(facts, func(a, b *profile.Fact) int {
		return cmp.Or(edtf.Compare(drawnStart(a), drawnStart(b)), strings.Compare(a.ID, b.ID))
	})
	return facts[max(0, len(facts)-n):]
}

func drawnStart(f *profile.Fact) edtf.Date {
	if !f.Start.IsZero() {
		return f.Start
	}
	return when(f)
}

// yearLength is how many units of the drawing a year has: twelve months of 31.
// Whole numbers keep the drawing the same on every processor.
const yearLength = 372

// years gives a day, as YYYYMMDD, as a place along the years.
func years(ymd int) int {
	return ymd/10000*yearLength + (ymd/100%100-1)*31 + ymd%100 - 1
}

// extent gives where a bar begins and ends, and which ends no source gives.
func extent(f *profile.Fact) (from, to int, fadeFrom, fadeTo bool) {
	end := f.End
	if end.IsZero() {
		end = f.EndShown
	}
	last := newest(f)
	switch {
	case !f.Start.IsZero() && !end.IsZero():
		from, to = years(f.Start.Lo()), years(end.Hi())
	case !f.Start.IsZero():
		from, to, fadeTo = years(f.Start.Lo()), years(f.Start.Lo())+2*yearLength, true
		if !last.IsZero() && open(f) {
			to = max(years(last.Hi()), from+yearLength/2)
		}
	default:
		to = years(end.Hi())
		from, fadeFrom = to-2*yearLength, true
	}
	return from, max(to, from+yearLength/5), fadeFrom || f.Start.About(), fadeTo || end.About()
}

// draw lays bars and points out over the years.
func (m *maker) draw(bars, points []*profile.Fact, label func(*profile.Fact) string) *Career {
	c := &Career{}
	slices.SortStableFunc(bars, func(a, b *profile.Fact) int {
		from, _, _, _ := extent(a)
		other, _, _, _ := extent(b)
		return cmp.Compare(from, other)
	})
	low, high := 9999*yearLength, 0
	for _, f := range bars {
		from, to, _, _ := extent(f)
		low, high = min(low, from), max(high, to)
	}
	for _, f := range points {
		at := years(when(f).Lo())
		low, high = min(low, at), max(high, at)
	}
	low, high = low/yearLength*yearLength, (high/yearLength+1)*yearLength
	scale := axis{low: low, high: high, mirrored: m.w.dir == "rtl"}
	for _, f := range bars {
		from, to, fadeFrom, fadeTo := extent(f)
		if open(f) && newest(f).IsZero() {
			to = max(to, high)
		}
		row := scale.bar(from, to, fadeFrom, fadeTo)
		row.Kind = "office"
		if f.Type == claim.Membership {
			row.Kind = "party"
		}
		row.Y = 20 + len(c.Rows)*rowHeight
		row.LabelY = row.Y - 5
		row.Text = shorten(label(f), maxLabel)
		date, note := m.dateOf(f)
		row.Title = joinNote(row.Text, date.Text, note)
		row.Fill = fill(row.Kind, row.Fill)
		c.Faded = c.Faded || fadeFrom || fadeTo
		c.Rows = append(c.Rows, row)
		if row.Fill != row.Kind && !slices.Contains(c.Paints, paint(row.Kind, row.Fill)) {
			c.Paints = append(c.Paints, paint(row.Kind, row.Fill))
		}
	}
	c.PointY = 20 + len(c.Rows)*rowHeight
	c.Base = c.PointY - 10
	if len(points) > 0 {
		c.Base = c.PointY + 16
	}
	c.Height = c.Base + 20
	for _, f := range points {
		hollow := f.Status != claim.Asserted || f.Stage == "tendered" || f.Stage == "announced" || len(f.Differs) > 0
		p := Point{X: scale.at(years(when(f).Lo())), Hollow: hollow, Class: "point"}
		if hollow {
			p.Class, c.Open = "point open", true
		}
		p.Title = joinNote(shorten(m.told(f).String(), 90), m.w.day(when(f)), "")
		if contested(f) {
			p.Title = joinNote(p.Title, m.sidesLine(f), "")
		}
		c.Points = append(c.Points, p)
	}
	c.Ticks = scale.ticks()
	c.Label = m.w.say("career.label", "start", itoa(low/yearLength), "end", itoa(high/yearLength))
	return c
}

func joinNote(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, " · ")
}

// fill names the paint of a bar: "office", "office-from", "office-to", "office-both".
func fill(kind, ends string) string { return strings.TrimSuffix(kind+"-"+ends, "-") }

// axis turns places along the years into tenths of a per cent of the width.
type axis struct {
	low, high int
	mirrored  bool // right to left
}

func (a axis) per(year int) int {
	x := (year - a.low) * 1000 / (a.high - a.low)
	if a.mirrored {
		return 1000 - x
	}
	return x
}

func percent(x int) string { return itoa(x/10) + "." + itoa(x%10) + "%" }

func (a axis) at(year int) string { return percent(a.per(year)) }

func (a axis) bar(from, to int, fadeFrom, fadeTo bool) BarRow {
	x, end := a.per(from), a.per(to)
	if a.mirrored {
		x, end = end, x
		fadeFrom, fadeTo = fadeTo, fadeFrom
	}
	row := BarRow{X: percent(x), Width: percent(end - x), Anchor: "start", LabelX: percent(x)}
	if end > 1000-x { // the label stands where there is more room for it
		row.Anchor, row.LabelX = "end", percent(min(end, 1000))
	}
	switch {
	case fadeFrom && fadeTo:
		row.Fill = "both"
	case fadeFrom:
		row.Fill = "from"
	case fadeTo:
		row.Fill = "to"
	}
	return row
}

// ticks gives at most nine years, round ones.
func (a axis) ticks() []Tick {
	low, high, step := a.low/yearLength, a.high/yearLength, 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100} {
		step = s
		if (high-low)/s <= 8 {
			break
		}
	}
	var out []Tick
	for year := (low + step - 1) / step * step; year <= high; year += step {
		t := Tick{X: a.at(year * yearLength), Year: itoa(year), Odd: len(out)%2 == 1, Edge: "middle"}
		switch x := a.per(year * yearLength); {
		case x < 30:
			t.Edge = "start"
		case x > 970:
			t.Edge = "end"
		}
		out = append(out, t)
	}
	return out
}
