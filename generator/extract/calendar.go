package extract

import (
	"time"

	"profilegen/generator/edtf"
)

// resolved is a date as a claim carries it.
type resolved struct {
	on, start, end edtf.Date
	// words are the article's own, where the date cannot be worked out.
	words string
}

// settleDate works a date out against the article's own; future tells that
// the verb speaks of what is to come.
func (r *reading) settleDate(d *date, future bool) resolved {
	from, ok := r.settlePoint(&d.from, future, d.is == since)
	var out resolved
	if d.is == ranging {
		to, ok2 := r.settlePoint(&d.to, future, false)
		out.start, out.end = from, to
		ok = ok && ok2
		if ok && to.Hi() < from.Lo() {
			ok = false
			out = resolved{}
		}
	} else if ok {
		switch d.is {
		case since:
			out.start = from
		case until:
			out.end = from
		default:
			out.on = from
		}
	}
	if !ok {
		out.words = r.text(d.span)
	}
	return out
}

// settlePoint works out one point; it tells whether it could.
func (r *reading) settlePoint(p *point, future, sinceThen bool) (edtf.Date, bool) {
	var out edtf.Date
	var err error
	today := r.a.Date
	known := today.Precision() == edtf.Day
	year := today.Year()
	switch p.kind {
	case absolute:
		out, err = edtf.New(p.year, p.month, p.day)
	case decade:
		out, err = edtf.New(p.year, 0, 0)
		out = out.Cut(edtf.Decade)
	case dayMonth, monthOnly:
		if p.unit == "anchor" { // "that October"
			year := r.anchorFor(p)
			if year == 0 {
				return edtf.Date{}, false
			}
			out, err = edtf.New(year, p.month, p.day)
			break
		}
		if today.Precision() < edtf.Month {
			return edtf.Date{}, false
		}
		out, err = r.inYear(p, future)
	case weekdayOnly:
		if !known {
			return edtf.Date{}, false
		}
		return r.weekday(p, future)
	case dayOffset:
		if !known {
			return edtf.Date{}, false
		}
		return fromTime(r.today().AddDate(0, 0, p.count))
	case unitOffset:
		if p.unit == "year" && year > 0 {
			out, err = edtf.New(year+p.count, 0, 0)
		} else if p.unit == "month" && today.Precision() >= edtf.Month {
			m := year*12 + today.Month() - 1 + p.count
			out, err = edtf.New(m/12, m%12+1, 0)
		} else {
			return edtf.Date{}, false
		}
	case afterwards:
		anchor := r.anchorFor(p)
		if p.unit != "year" || anchor == 0 {
			return edtf.Date{}, false
		}
		out, err = edtf.New(anchor+p.count, 0, 0)
	default:
		return edtf.Date{}, false
	}
	if err != nil {
		return edtf.Date{}, false
	}
	if p.about {
		out = out.WithAbout()
	}
	return out, true
}

// anchorFor gives the year from which "two years later" counts: that of the
// last date before it.
func (r *reading) anchorFor(p *point) int {
	anchor := r.anchor
	for i := range r.dates {
		d := &r.dates[i]
		if &d.from == p || &d.to == p {
			break
		}
		if got, ok := r.settlePoint(&d.from, false, false); ok && d.from.kind != afterwards {
			anchor = got.Year()
		}
	}
	return anchor
}

// inYear finds the year of a month, or of a day of a month, that is told
// without one.
func (r *reading) inYear(p *point, future bool) (edtf.Date, error) {
	today := r.a.Date
	year := today.Year()
	switch {
	case p.unit == "year" && p.rel == 2, p.rel == 2:
		d, err := edtf.New(year, p.month, p.day)
		if err == nil && (!future && d.Lo() > today.Hi() || future && d.Hi() < today.Lo()) {
			return edtf.Date{}, errTense
		}
		return d, err
	case p.unit == "year":
		return edtf.New(year+p.count, p.month, p.day)
	}
	d, err := edtf.New(year, p.month, p.day)
	if err != nil {
		return d, err
	}
	month := today.Cut(edtf.Month)
	switch {
	case future && p.day > 0 && d.Hi() < today.Lo(), future && p.day == 0 && d.Hi() < month.Lo():
		return edtf.New(year+1, p.month, p.day)
	case future:
		return d, nil
	case p.day > 0 && d.Lo() > today.Hi(), p.day == 0 && d.Lo() >= month.Lo():
		return edtf.New(year-1, p.month, p.day)
	}
	return d, nil
}

// weekday finds the day of a weekday: the last one on or before the article's
// date, of what is to come the next one.
func (r *reading) weekday(p *point, future bool) (edtf.Date, bool) {
	t := r.today()
	back := (int(t.Weekday()) - p.weekday%7 + 7) % 7
	switch {
	case p.rel == -1 && back == 0:
		back = 7
	case p.rel == -2: // of the week before
		if back < (int(t.Weekday())+6)%7+1 || back < 2 {
			back += 7
		}
	case p.rel == 1 || future && p.rel != -1:
		back -= 7
	}
	return fromTime(t.AddDate(0, 0, -back))
}

func (r *reading) today() time.Time {
	d := r.a.Date
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
}

func fromTime(t time.Time) (edtf.Date, bool) {
	d, err := edtf.New(t.Year(), int(t.Month()), t.Day())
	return d, err == nil
}

// errTense tells that the tense and the calendar contradict each other.
var errTense = errorText("the tense contradicts the date")

type errorText string

func (e errorText) Error() string { return string(e) }
