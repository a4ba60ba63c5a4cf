package profile

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

func (c *cluster) fitsDates(typ claim.Type, p *part) bool {
	if p.dates() == 0 {
		from := c.sortDate()
		if !p.settled.IsZero() && !c.on.IsZero() && (c.on.Lo() > p.settled.Hi() || apart(c.on, p.settled) >= 366) {
			return false
		}
		return from.IsZero() || p.line != nil || p.reaches(from)
	}
	if far(c.start, p.start) || far(c.end, p.end) || far(c.on, p.on) || !c.start.Agrees(p.start) || !c.end.Agrees(p.end) {
		return false
	}
	start, end := c.start, c.end
	if start.IsZero() {
		start = p.start
	}
	if end.IsZero() {
		end = p.end
	}
	if !start.IsZero() && !end.IsZero() && start.Lo() > end.Hi() {
		return false
	}
	return c.on.Agrees(p.on) || c.anotherStage(typ, p)
}

// reaches tells that an undated part can be about what happened on a day. What
// an article tells in passing lies not in its future, unless it is planned or
// was said to be coming soon.
func (p *part) reaches(on edtf.Date) bool {
	switch {
	case p.published.IsZero(), on.Lo() <= p.published.Hi(), p.status == claim.Planned:
		return true
	case p.status == claim.Alleged:
		return apart(on, p.published) < 366
	}
	return false
}

// far is a quick look at two dates: more than a year lies between them.
func far(a, b edtf.Date) bool {
	if a.Precision() <= edtf.Decade || b.Precision() <= edtf.Decade {
		return false
	}
	years := a.Year() - b.Year()
	return years > 1 || years < -1
}

// anotherStage tells that a part dates another stage of the same event than
// the cluster does, and in the right order: a resignation tendered in March
// that took effect in April is one.
func (c *cluster) anotherStage(typ claim.Type, p *part) bool {
	if typ != claim.Resignation && typ != claim.Election && typ != claim.Candidacy || p.stage == claim.None {
		return false
	}
	stages := claim.Stages(typ)
	mine := slices.Index(stages, p.stage)
	for _, other := range c.parts {
		if other.on.IsZero() || other.on.Agrees(p.on) {
			continue
		}
		theirs := slices.Index(stages, other.stage)
		if theirs < 0 || theirs == mine || apart(other.on, p.on) >= 366 || (theirs < mine) != (other.on.Lo() < p.on.Lo()) {
			return false
		}
	}
	return true
}

// giveWay lets what was only planned become the event of which a later article
// says that it happened, though on another day than was planned.
func giveWay(typ claim.Type, list []*cluster) []*cluster {
	kept := make([]*cluster, 0, len(list))
	for _, c := range list {
		if into := cameTrue(typ, c, list); into != nil {
			for _, p := range c.parts {
				into.join(p)
			}
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

func cameTrue(typ claim.Type, plan *cluster, list []*cluster) *cluster {
	if plan.on.IsZero() || plan.edited {
		return nil
	}
	var told edtf.Date
	for _, p := range plan.parts {
		if p.status != claim.Planned {
			return nil
		}
		if told.IsZero() || !p.published.IsZero() && p.published.Lo() < told.Lo() {
			told = p.published
		}
	}
	if told.IsZero() {
		return nil
	}
	for _, c := range list {
		if c == plan || c.on.IsZero() || apart(c.on, plan.on) >= 366 || c.on.Hi() < told.Lo() {
			continue
		}
		done := slices.ContainsFunc(c.parts, func(p *part) bool {
			return p.status == claim.Asserted && p.line == nil && !p.published.IsZero() && p.published.Lo() >= told.Lo()
		})
		if done && fitsKeys(typ, c, plan.parts[0]) {
			return c
		}
	}
	return nil
}

// apart gives the fewest days that can lie between two dates; 0 where they can
// be one day.
func apart(a, b edtf.Date) int {
	if a.Lo() > b.Lo() {
		a, b = b, a
	}
	return max(0, dayNumber(b.Lo())-dayNumber(a.Hi()))
}

// dayNumber counts days from a YYYYMMDD number.
func dayNumber(ymd int) int {
	y, m, d := ymd/10000, ymd/100%100, ymd%100
	if m <= 2 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d
}
