package edtf

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// must reads a date that a test knows to be one.
func must(t *testing.T, text string) Date {
	t.Helper()
	d, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParse(t *testing.T) {
	tests := []struct {
		text             string
		precision        Precision
		year, month, day int
		about            bool
		lo, hi           int
	}{
		{"", None, 0, 0, 0, false, 0, 0},
		{"2005", Year, 2005, 0, 0, false, 20050101, 20051231},
		{"2005~", Year, 2005, 0, 0, true, 20050101, 20051231},
		{"2005-06", Month, 2005, 6, 0, false, 20050601, 20050630},
		{"2005-06~", Month, 2005, 6, 0, true, 20050601, 20050630},
		{"2005-06-14", Day, 2005, 6, 14, false, 20050614, 20050614},
		{"2004-02", Month, 2004, 2, 0, false, 20040201, 20040229},
		{"1900-02", Month, 1900, 2, 0, false, 19000201, 19000228},
		{"2000-02-29", Day, 2000, 2, 29, false, 20000229, 20000229},
		{"198X", Decade, 1980, 0, 0, false, 19800101, 19891231},
		{"0001", Year, 1, 0, 0, false, 10101, 11231},
		{"001X", Decade, 10, 0, 0, false, 100101, 191231},
		{"999X", Decade, 9990, 0, 0, false, 99900101, 99991231},
		{"9999-12-31~", Day, 9999, 12, 31, true, 99991231, 99991231},
	}
	for _, test := range tests {
		d := must(t, test.text)
		if d.Precision() != test.precision || d.Year() != test.year || d.Month() != test.month || d.Day() != test.day || d.About() != test.about {
			t.Errorf("%q reads as %v %d %d %d about %v", test.text, d.Precision(), d.Year(), d.Month(), d.Day(), d.About())
		}
		if d.Lo() != test.lo || d.Hi() != test.hi {
			t.Errorf("%q is %d to %d, want %d to %d", test.text, d.Lo(), d.Hi(), test.lo, test.hi)
		}
		if d.String() != test.text || d.IsZero() != (test.text == "") {
			t.Errorf("%q prints as %q", test.text, d)
		}
	}
}

func TestParseErrors(t *testing.T) {
	const forms = `; write 1971, 1971-12, 1971-12-27, 1971~ or 197X`
	for text, want := range map[string]string{
		"1971-02-29": "1971-02-29 is not a date (1971 had no 29 February)",
		"1970-13-45": "1970-13-45 is not a date (there is no month 13)",
		"1970-04-31": "1970-04-31 is not a date (month 1970-04 has no day 31)",
		"0000":       "0000 is not a date (year 0 is not between 0001 and 9999)",
		"19X9":       `"19X9" is not a date` + forms,
		"198X~":      `"198X~" is not a date` + forms,
		"000X":       `"000X" is not a date` + forms,
		"1970-00":    `"1970-00" is not a date` + forms,
	} {
		if _, err := Parse(text); err == nil || err.Error() != want {
			t.Errorf("%q gives %v, want %s", text, err, want)
		}
	}
	for _, text := range []string{" 2005", "2005 ", "205", "20055", "2005-6", "2005-06-1", "2005-06-14-01", "2005/06", "05-06-2014", "2005?",
		"2005%", "~2005", "2005~~", "~", "X", "19XX", "1985-XX", "-0044", "+2005", "２００５", "2005-06-14T10:00", "1985/1990", "1985/..", "2005-21"} {
		if d, err := Parse(text); err == nil {
			t.Errorf("%q reads as %v", text, d)
		}
	}
}

func TestNew(t *testing.T) {
	for _, bad := range [][3]int{{0, 0, 0}, {10000, 1, 1}, {-1, 0, 0}, {2005, 13, 0}, {2005, -1, 0}, {2005, 0, 4}, {2005, 2, 29}, {2005, 6, 31}, {2005, 6, -1}} {
		if d, err := New(bad[0], bad[1], bad[2]); err == nil {
			t.Errorf("%v makes %v", bad, d)
		}
	}
	if d, err := New(2005, 6, 0); err != nil || d != must(t, "2005-06") {
		t.Errorf("got %v %v", d, err)
	}
}

func TestCutAndAbout(t *testing.T) {
	tests := []struct {
		from string
		to   Precision
		want string
	}{
		{"2005-06-14", Day, "2005-06-14"}, {"2005-06-14", Month, "2005-06"}, {"2005-06-14", Year, "2005"},
		{"2005-06-14", Decade, "200X"}, {"2005-06-14", None, ""}, {"2005~", Month, "2005~"}, {"2005-06~", Year, "2005~"},
		{"2005~", Decade, "200X"}, {"198X", Year, "198X"}, {"", Year, ""}, {"0005", Decade, ""},
	}
	for _, test := range tests {
		if got := must(t, test.from).Cut(test.to).String(); got != test.want {
			t.Errorf("%s cut to %d is %q, want %q", test.from, test.to, got, test.want)
		}
	}
	for from, want := range map[string]string{"2005": "2005~", "2005~": "2005~", "198X": "198X", "": ""} {
		if got := must(t, from).WithAbout().String(); got != want {
			t.Errorf("about %s is %q, want %q", from, got, want)
		}
	}
}

func TestContainsAndAgrees(t *testing.T) {
	tests := []struct {
		a, b                 string
		contains, within, ok bool // a contains b, b contains a, they agree
	}{
		{"2005", "2005-06-14", true, false, true},
		{"2005", "2005", true, true, true},
		{"198X", "1989-12", true, false, true},
		{"198X", "1990", false, false, false},
		{"2005", "2006", false, false, false},
		{"2005-06", "2005-07", false, false, false},
		{"2005-06-14", "2005-06-15", false, false, false},
		{"", "2005", false, false, true},
		{"", "", false, false, true},
		{"2005~", "2006", false, false, true},
		{"2005~", "2004-03-01", false, false, true},
		{"2005~", "2007", false, false, false},
		{"2005~", "2005-03", true, false, true},
		{"2005~", "199X", false, false, false},
		{"2001~", "199X", false, false, false},
		{"2000~", "199X", false, false, true},
		{"1989~", "199X", false, false, true},
		{"1988~", "199X", false, false, false},
		{"1995~", "199X", false, true, true},
	}
	for _, test := range tests {
		a, b := must(t, test.a), must(t, test.b)
		if a.Contains(b) != test.contains || b.Contains(a) != test.within {
			t.Errorf("%q contains %q: %v, and the other way %v", test.a, test.b, a.Contains(b), b.Contains(a))
		}
		if a.Agrees(b) != test.ok || b.Agrees(a) != test.ok {
			t.Errorf("%q agrees with %q: %v, and the other way %v, want %v", test.a, test.b, a.Agrees(b), b.Agrees(a), test.ok)
		}
	}
}

func TestMorePrecise(t *testing.T) {
	for _, test := range [][3]string{{"2005", "2005-06", "2005-06"}, {"2005-06", "2005", "2005-06"}, {"2005~", "2005", "2005"},
		{"2005", "2006~", "2005"}, {"", "198X", "198X"}, {"198X", "", "198X"}, {"2005-06~", "2005", "2005-06~"}, {"", "", ""}} {
		if got := must(t, test[0]).MorePrecise(must(t, test[1])).String(); got != test[2] {
			t.Errorf("of %q and %q the more precise is %q, want %q", test[0], test[1], got, test[2])
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{"", "1980-01-01", "1980-01", "1980", "1980~", "198X", "1980-01-02", "1985", "1990"}
	var dates []Date
	for i := range want {
		dates = append(dates, must(t, want[(i*5)%len(want)]))
	}
	slices.SortFunc(dates, Compare)
	for i, d := range dates {
		if d.String() != want[i] {
			t.Fatalf("sorted: %v, want %v", dates, want)
		}
	}
}

func TestJSON(t *testing.T) {
	type row struct {
		On    Date `json:"on,omitzero"`
		Start Date `json:"start,omitzero"`
	}
	raw, err := json.Marshal(row{On: must(t, "2005~")})
	if err != nil || string(raw) != `{"on":"2005~"}` {
		t.Fatalf("got %s %v", raw, err)
	}
	var back row
	if err := json.Unmarshal(raw, &back); err != nil || back.On != must(t, "2005~") || !back.Start.IsZero() {
		t.Errorf("read back as %+v %v", back, err)
	}
	kept := row{On: must(t, "1999")}
	if err := json.Unmarshal([]byte(`{"on":"2005-02-30"}`), &kept); err == nil || kept.On.String() != "1999" {
		t.Errorf("an impossible date gives %+v %v", kept, err)
	}
}

// FuzzDates holds that what reads prints as it was written, and that order,
// containment and agreement fit each other for any two dates.
func FuzzDates(f *testing.F) {
	for _, pair := range [][2]string{{"2005", "2005-06~"}, {"198X", "1989-12-31"}, {"2005~", "2006"}, {"", "0001-01-01"}, {"x", "9999"}} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, textA, textB string) {
		a, errA := Parse(textA)
		b, errB := Parse(textB)
		if errA == nil && a.String() != textA {
			t.Errorf("%q prints as %q", textA, a)
		}
		if errA != nil && (!a.IsZero() || strings.TrimSpace(errA.Error()) == "") {
			t.Errorf("%q gives %v and %v", textA, a, errA)
		}
		if errA != nil || errB != nil {
			return
		}
		if Compare(a, b) != -Compare(b, a) || (Compare(a, b) == 0) != (a == b) || cmp.Compare(a.Lo(), b.Lo())*Compare(a, b) < 0 {
			t.Errorf("order of %v and %v: %d, %d", a, b, Compare(a, b), Compare(b, a))
		}
		if a.Agrees(b) != b.Agrees(a) || a.Contains(b) && (!a.Agrees(b) || a.Precision() > b.Precision()) || a.Lo() > a.Hi() {
			t.Errorf("%v and %v: agree %v %v, contain %v", a, b, a.Agrees(b), b.Agrees(a), a.Contains(b))
		}
		if best := a.MorePrecise(b); best != a && best != b {
			t.Errorf("of %v and %v the more precise is %v", a, b, best)
		}
		for p := None; p <= Day; p++ {
			if c := a.Cut(p); c.Precision() > p || !c.IsZero() && !c.Contains(a) {
				t.Errorf("%v cut to %d is %v", a, p, c)
			} else if again, err := Parse(c.String()); err != nil || again != c {
				t.Errorf("%v cut to %d is %v, which reads as %v %v", a, p, c, again, err)
			}
		}
	})
}
