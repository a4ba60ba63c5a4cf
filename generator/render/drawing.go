package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// yearLength is how many units of the drawing a year has: twelve months of 31.
// Whole numbers keep the drawing the same on every processor.
const yearLength = 372

// How bars are laid out: heights in pixels; letters are reckoned for the
// narrowest picture, so that what fits there fits everywhere.
const (
	rowHeight   = 34
	narrow      = 320 // pixels
	letterWidth = 66  // tenths of a pixel
	labelGap    = 2   // letters
)

// years gives a day, as YYYYMMDD, as a place along the years.
func years(ymd int) int {
	return ymd/10000*yearLength + (ymd/100%100-1)*31 + ymd%100 - 1
}

// span is where a bar begins and ends along the years, and which of the two no
// source gives.
type span struct {
	from, to         int
	fadeFrom, fadeTo bool
}

// extent gives the span of a post or membership. One without a beginning is
// drawn from before the first source that tells it, one without an end to the last.
func extent(f *profile.Fact) span {
	end := f.End
	if end.IsZero() {
		end = f.EndShown()
	}
	last := newest(f)
	var s span
	switch {
	case !f.Start.IsZero() && !end.IsZero():
		s.from, s.to = years(f.Start.Lo()), years(end.Hi())
	case !f.Start.IsZero():
		s = span{years(f.Start.Lo()), years(f.Start.Lo()) + 2*yearLength, false, true}
		if !last.IsZero() && open(f) {
			s.to = max(years(last.Hi()), s.from+yearLength/2)
		}
	case !end.IsZero():
		s = span{years(end.Hi()) - 2*yearLength, years(end.Hi()), true, false}
	default:
		s = span{years(oldest(f).Lo()) - yearLength, years(last.Hi()) + yearLength/2, true, true}
	}
	s.to = max(s.to, s.from+yearLength/5)
	s.fadeFrom = s.fadeFrom || vague(f.Start)
	s.fadeTo = s.fadeTo || vague(end)
	return s
}

// vague tells of a date that is known for about the time, or for the decade.
func vague(d edtf.Date) bool { return d.About() || d.Precision() == edtf.Decade }

// bar is a post or membership with its place along the years.
type bar struct {
	fact *profile.Fact
	span
}

// draw lays bars and points out over the years: posts, then parties, then
// points. The bars are the latest of total.
func (m *maker) draw(bars, points []*profile.Fact, total int, label func(*profile.Fact) string) *Career {
	c := &Career{}
	list := m.views.drawn.bars.list(len(bars))
	for _, f := range bars {
		list = append(list, bar{f, extent(f)})
	}
	slices.SortStableFunc(list, func(a, b bar) int {
		return cmp.Or(cmp.Compare(a.fact.Type, b.fact.Type), cmp.Compare(a.from, b.from))
	})
	scale := m.scale(list, points)
	c.Rows, c.Points = m.views.drawn.rows.list(len(list)), m.views.drawn.points.list(len(points))
	rows := packing{taken: m.taken[:0]}
	for i, bar := range list {
		f, s, name := bar.fact, bar.span, label(bar.fact)
		if open(f) && newest(f).IsZero() {
			s.to = max(s.to, scale.high)
		}
		row := scale.bar(s, name)
		row.Kind = "office"
		if f.Type == claim.Membership {
			row.Kind = "party"
		}
		if i > 0 && f.Type != list[i-1].fact.Type {
			rows.next()
		}
		if !slices.Contains(c.Keys, row.Kind) {
			c.Keys = append(c.Keys, row.Kind)
		}
		row.Y = 20 + rows.place(scale.taken(row, s))*rowHeight
		row.LabelY = row.Y - 5
		date, note := m.dateOf(f)
		row.Title = m.w.notes(name, date.Text, note)
		c.Faded = c.Faded || s.fadeFrom || s.fadeTo
		row.Fill = fill(row.Kind, row.Fill)
		if hollow(f) {
			row.Fill, c.Open = row.Kind+" open", true
		} else if row.Fill != row.Kind && !slices.Contains(c.Paints, paint(row.Kind, row.Fill)) {
			c.Paints = append(c.Paints, paint(row.Kind, row.Fill))
		}
		c.Rows = append(c.Rows, row)
	}
	if len(c.Keys) < 2 {
		c.Keys = nil
	}
	m.taken = rows.taken
	c.PointY = 20 + rows.rows*rowHeight
	c.Base = c.PointY - 10
	if len(points) > 0 {
		c.Base = c.PointY + 16
	}
	c.Height = c.Base + 20
	for _, f := range points {
		c.Points = append(c.Points, m.point(f, scale))
		c.Open = c.Open || hollow(f)
	}
	c.Ticks = scale.ticks(m.views.drawn.ticks.list(maxTicks))
	c.Label = m.w.say("career.label", "start", itoa(scale.low/yearLength), "end", itoa(scale.high/yearLength))
	if len(bars) < total {
		c.Cut = m.w.say("career.cut", "n", itoa(len(bars)), "total", m.w.number(total))
	}
	return c
}

// scale gives the years that the bars and points need.
func (m *maker) scale(bars []bar, points []*profile.Fact) axis {
	low, high := 9999*yearLength, 0
	for _, s := range bars {
		low, high = min(low, s.from), max(high, s.to)
	}
	for _, f := range points {
		low, high = min(low, years(when(f).Lo())), max(high, years(when(f).Lo()))
	}
	return axis{low: low / yearLength * yearLength, high: (high/yearLength + 1) * yearLength, mirrored: m.w.dir == "rtl"}
}

// hollow tells of what is not in force or not agreed.
func hollow(f *profile.Fact) bool {
	return f.Status != claim.Asserted || f.Stage == claim.Tendered || f.Stage == claim.Announced || len(f.Differs()) > 0
}

func (m *maker) point(f *profile.Fact, scale axis) Point {
	date := when(f)
	p := Point{X: scale.at(years(date.Lo())), Hollow: hollow(f), Class: "point"}
	if date.Precision() < edtf.Month {
		from, to := scale.per(years(date.Lo())), scale.per(years(date.Hi()))
		p.X, p.Width = percent(min(from, to)), percent(max(from, to)-min(from, to))
	}
	if p.Hollow {
		p.Class = "point open"
	}
	p.Title = m.w.notes(shorten(m.w.flat(m.told(f)), 90), m.day(date), "")
	if contested(f) {
		p.Title = m.w.notes(p.Title, m.sidesLine(f), "")
	}
	return p
}

// fill names the paint of a bar: "office", "office-from", "office-to", "office-both".
func fill(kind, ends string) string { return strings.TrimSuffix(kind+"-"+ends, "-") }

// packing puts bars into rows, each into the first that has room for it.
type packing struct {
	taken []place
	rows  int
	first int // the first row of this kind of bar
}

// place is a piece of a row, in tenths of a per cent.
type place struct{ row, from, to int }

// next begins rows of another kind below those that there are.
func (p *packing) next() { p.first = p.rows }

func (p *packing) place(want [2]int) int {
	free := func(row int) bool {
		return !slices.ContainsFunc(p.taken, func(t place) bool { return t.row == row && want[0] < t.to && t.from < want[1] })
	}
	row := p.first
	for row < p.rows && !free(row) {
		row++
	}
	p.rows, p.taken = max(p.rows, row+1), append(p.taken, place{row, want[0], want[1]})
	return row
}

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

func percent(x int) string {
	var space [16]byte
	b := append(strconv.AppendInt(space[:0], int64(x/10), 10), '.')
	return string(append(strconv.AppendInt(b, int64(x%10), 10), '%'))
}

func (a axis) at(year int) string { return percent(a.per(year)) }

// ends gives the two ends of a span from left to right.
func (a axis) ends(s span) (x, end int) {
	x, end = a.per(s.from), a.per(s.to)
	if a.mirrored {
		x, end = end, x
	}
	return max(x, 0), min(end, 1000)
}

// bar draws a span. Its label stands where there is more room for it.
func (a axis) bar(s span, label string) BarRow {
	x, end := a.ends(s)
	fadeFrom, fadeTo := s.fadeFrom, s.fadeTo
	if a.mirrored {
		fadeFrom, fadeTo = fadeTo, fadeFrom
	}
	row := BarRow{X: percent(x), Width: percent(end - x), Anchor: "start", LabelX: percent(x)}
	room := 1000 - x
	if end > room {
		row.Anchor, row.LabelX, room = "end", percent(end), end
	}
	row.Text = fitted(label, room*narrow/100/letterWidth)
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

// taken gives what a bar and its label take of a row.
func (a axis) taken(row BarRow, s span) [2]int {
	x, end := a.ends(s)
	label := (utf8.RuneCountInString(row.Text) + labelGap) * letterWidth * 100 / narrow
	if row.Anchor == "end" {
		return [2]int{min(x, end-label), end + 8}
	}
	return [2]int{x, max(end+8, x+label)}
}

// fitted shortens a label to so many letters, at a comma if it can.
func fitted(label string, letters int) string {
	if utf8.RuneCountInString(label) <= letters {
		return label
	}
	runes := []rune(label)[:max(letters, 8)]
	for _, mark := range []string{" · ", ", ", "، "} {
		if i := strings.LastIndex(string(runes), mark); i > 5 {
			return string(runes)[:i]
		}
	}
	return shorten(label, len(string(runes)))
}

const maxTicks = 9

// ticks adds at most so many years to an empty list, round ones.
func (a axis) ticks(out []Tick) []Tick {
	low, high, step := a.low/yearLength, a.high/yearLength, 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100} {
		step = s
		if (high-low)/s < maxTicks {
			break
		}
	}
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
