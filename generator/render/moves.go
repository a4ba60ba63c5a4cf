package render

import (
	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// Moves is the picture of who joined and who left a party, by year: columns up
// and down from a line. Places along the years are percentages, heights pixels.
// List has the same in words.
type Moves struct {
	Height int
	Base   int // where the line stands
	Years  []MoveYear
	List   *Cast
	Left   bool // somebody left
}

// MoveYear is one year's two columns.
type MoveYear struct {
	Year           string
	X, Width       string // per cent
	Middle         string // of the columns, where their letters stand
	JoinedY        int
	JoinedH, LeftH int
	Joined, Left   string // how many; empty where there is no room for numbers
	LeftY          int    // where the number below stands
	Label          bool   // the year has room for its name
	Odd            bool   // but not where there is little room
	LabelX, Edge   string // where the name stands, and which end of it
	Title          string
}

const (
	maxMoveYears  = 150
	leastMoves    = 4  // facts below which a list says all
	leastColumns  = 12 // so that a few years are no wider than many
	columnHeight  = 48
	columnNumbers = 16 // columns that have room for their numbers
)

// moves draws the undisputed joinings upwards and the leavings downwards.
func (m *maker) moves(facts []*profile.Fact) *Moves {
	if len(facts) == 0 {
		return nil
	}
	out := &Moves{List: m.members(facts)}
	joined, left := map[int]int{}, map[int]int{}
	low, high := 0, 0
	for _, f := range facts {
		year := when(f).Year()
		if year == 0 || f.Status != claim.Asserted {
			continue
		}
		if f.Type == claim.Joined {
			joined[year]++
		} else {
			left[year]++
		}
		if low == 0 || year < low {
			low = year
		}
		high = max(high, year)
	}
	if low == 0 || high-low > maxMoveYears || len(facts) < leastMoves {
		return out
	}
	m.drawMoves(out, joined, left, low, high)
	return out
}

// drawMoves lays the columns out; a side on which nobody moved takes no room.
func (m *maker) drawMoves(out *Moves, joined, left map[int]int, low, high int) {
	most := 1
	for year := low; year <= high; year++ {
		most = max(most, joined[year], left[year])
	}
	out.Base, out.Left = 4, len(left) > 0
	if len(joined) > 0 {
		out.Base = columnHeight + 16
	}
	below := 0
	if len(left) > 0 {
		below = columnHeight + 14
	}
	out.Height = out.Base + below + 20
	years := high - low + 1
	columns := max(years, leastColumns)
	step := (years-1)/8 + 1
	for year := low; year <= high; year++ {
		i := year - low
		x, end := i*1000/columns, (i+1)*1000/columns
		if m.w.dir == "rtl" {
			x, end = 1000-end, 1000-x
		}
		gap := max((end-x)/8, 1)
		y := MoveYear{Year: itoa(year), X: percent(x + gap), Width: percent(end - x - 2*gap), Middle: percent((x + end) / 2),
			JoinedH: joined[year] * columnHeight / most, LeftH: left[year] * columnHeight / most,
			Label: i%step == 0, Odd: i/step%2 == 1}
		y.JoinedY = out.Base - y.JoinedH
		y.LeftY = out.Base + y.LeftH + 11
		if years <= columnNumbers || joined[year] == most {
			y.Joined = digits(joined[year])
		}
		if years <= columnNumbers || left[year] == most {
			y.Left = digits(left[year])
		}
		y.LabelX, y.Edge = y.Middle, "middle"
		if middle := (x + end) / 2; middle < 40 {
			y.LabelX, y.Edge = "0%", "start"
		} else if middle > 960 {
			y.LabelX, y.Edge = "100%", "end"
		}
		y.Title = m.w.say("moves.year", "year", y.Year, "joined", itoa(joined[year]), "left", itoa(left[year]))
		out.Years = append(out.Years, y)
	}
}

// digits gives a number; nothing for none.
func digits(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}
