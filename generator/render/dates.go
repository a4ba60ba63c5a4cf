package render

import (
	"strconv"

	"profilegen/generator/edtf"
)

// Stamp is a date as a page shows it.
type Stamp struct {
	Text    string // "14 June 2005", "about 2005", "the 1980s"
	Machine string // for <time datetime>; empty where HTML has no form for it
}

// day gives a date in the site's language; the empty string for no date.
func (w *wording) day(d edtf.Date) string {
	year := strconv.Itoa(d.Year())
	var text string
	switch d.Precision() {
	case edtf.None:
		return ""
	case edtf.Decade:
		return w.say("date.decade", "year", year)
	case edtf.Year:
		text = w.say("date.year", "year", year)
	case edtf.Month:
		text = w.say("date.month", "month", w.months[d.Month()-1], "year", year)
	case edtf.Day:
		text = w.say("date.day", "day", strconv.Itoa(d.Day()), "month", w.months[d.Month()-1], "year", year)
	}
	if d.About() {
		return w.say("date.about", "date", text)
	}
	return text
}

// stamp gives a date with its form for machines.
func (w *wording) stamp(d edtf.Date) Stamp {
	s := Stamp{Text: w.day(d)}
	if !d.About() && d.Precision() >= edtf.Year {
		s.Machine = d.String()
	}
	return s
}

// span gives "2003–2005", "since 2003", "until 2005"; the empty string where
// neither end is known.
func (m *maker) span(start, end edtf.Date) string {
	switch {
	case start.IsZero() && end.IsZero():
		return ""
	case end.IsZero():
		return m.w.say("date.since", "date", m.day(start))
	case start.IsZero():
		return m.w.say("date.until", "date", m.day(end))
	case start == end:
		return m.day(start)
	}
	key := "date.span"
	if start.Precision() > edtf.Year || end.Precision() > edtf.Year {
		key = "date.span-long"
	}
	return m.w.say(key, "start", m.day(start), "end", m.day(end))
}
