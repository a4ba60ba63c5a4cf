package render

import (
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// post makes a post as its sources tell it; dates may be empty.
func post(start, end string, sources ...string) *profile.Fact {
	f := &profile.Fact{Type: claim.Position, Role: "Warden", Status: claim.Asserted}
	if start != "" {
		f.Start = day(start)
	}
	if end != "" {
		f.End = day(end)
	}
	for _, date := range sources {
		f.SetSources(append(f.Sources(), &profile.Source{Date: day(date)}))
	}
	return f
}

func TestExtent(t *testing.T) {
	for _, test := range []struct {
		name             string
		fact             *profile.Fact
		from, to         int // years, the end's last
		fadeFrom, fadeTo bool
	}{
		{"both ends", post("2003", "2005"), 2003, 2005, false, false},
		{"about", post("1999~", "2005"), 1999, 2005, true, false},
		{"a decade", post("198X", "1995"), 1980, 1995, true, false},
		{"an end alone", post("", "2010"), 2008, 2010, true, false},
		{"still there when last told of", post("2011", "", "2012-05-01", "2019-02-01"), 2011, 2019, false, true},
		{"as of its sources", post("", "", "2013-06-20", "2016-02-01"), 2012, 2016, true, true},
	} {
		s := extent(test.fact)
		if s.from/yearLength != test.from || s.to/yearLength != test.to || s.fadeFrom != test.fadeFrom || s.fadeTo != test.fadeTo {
			t.Errorf("%s: %d to %d, faded %v %v; want %d to %d, %v %v", test.name, s.from/yearLength, s.to/yearLength,
				s.fadeFrom, s.fadeTo, test.from, test.to, test.fadeFrom, test.fadeTo)
		}
	}
}

func TestPackingLeavesRoom(t *testing.T) {
	var rows packing
	for i, want := range []struct{ from, to, row int }{{0, 300, 0}, {200, 500, 1}, {300, 900, 0}, {500, 600, 1}, {550, 700, 2}} {
		if row := rows.place([2]int{want.from, want.to}); row != want.row {
			t.Errorf("bar %d stands in row %d, want %d", i, row, want.row)
		}
	}
	rows.next()
	if row := rows.place([2]int{950, 1000}); row != 3 {
		t.Errorf("a bar of the next kind stands in row %d among those of the first", row)
	}
}

func TestFittedLabels(t *testing.T) {
	for _, test := range []struct {
		label   string
		letters int
		want    string
	}{
		{"Mayor of Brindle", 16, "Mayor of Brindle"},
		{"Minister for Harbours, Ostmark government", 30, "Minister for Harbours"},
		{"Minister for Harbours and Waterways", 24, "Minister for Harbours…"},
		{"وزیر برائے بندرگاہ، حکومت", 22, "وزیر برائے بندرگاہ"},
	} {
		if got := fitted(test.label, test.letters); got != test.want {
			t.Errorf("%q in %d letters is %q, want %q", test.label, test.letters, got, test.want)
		}
	}
}

func TestCareerDrawsWhatIsKnown(t *testing.T) {
	b := sample()
	s := build(t, b)
	m := s.maker("people/amara-vale/index.html")
	seat := post("", "", "2020-01-01")
	disputed := post("2015", "2016")
	disputed.Status = claim.Disputed
	if c := m.career([]*profile.Fact{seat, post("", "", "2021-01-01")}); c != nil {
		t.Error("two posts of unknown length are drawn as if somebody dated them")
	}
	election := &profile.Fact{Type: claim.Election, Status: claim.Asserted, On: day("2014")}
	c := m.career([]*profile.Fact{seat, disputed, post("2003", "2005"), election})
	if c == nil || len(c.Rows) != 3 || len(c.Points) != 1 {
		t.Fatalf("the picture is %+v", c)
	}
	if c.Rows[0].Fill != "office" || !strings.HasSuffix(c.Rows[1].Fill, " open") || c.Rows[2].Fill != "office-both" {
		t.Errorf("the bars are %q, %q and %q", c.Rows[0].Fill, c.Rows[1].Fill, c.Rows[2].Fill)
	}
	if c.Points[0].Width == "" {
		t.Error("an event of which only the year is known is a dot on a day")
	}
	many := make([]*profile.Fact, maxBars+5)
	for i := range many {
		many[i] = post(itoa(1960+i), itoa(1961+i))
	}
	if c := m.career(many); len(c.Rows) != maxBars || !strings.Contains(c.Cut, itoa(len(many))) {
		t.Errorf("%d bars, and it says %q", len(c.Rows), c.Cut)
	}
}
