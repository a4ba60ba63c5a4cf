package ingest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// line is one line of a profile on a post or a membership. With a party and no
// role it is a membership.
type line struct {
	party            *organization
	role, org, place string
	start, end       string
	sources          []string
}

// makeLines makes posts and memberships of what Popolo calls memberships: to
// sit in a body is a post in it, to sit there on a party's behalf is a
// membership of the party.
func (im *importer) makeLines(p *person) {
	var lines []line
	for _, m := range p.memberships {
		l := line{role: m.roleName(), place: m.areaName()}
		var ok bool
		if l.start, l.end, ok = im.term(m.popoloMembership); !ok {
			continue
		}
		l.sources = im.sourcesOf(p, m.popoloMembership)
		if l.end == "" && m.isFormer() { // no line may say that it goes on
			if !startsFormer(l.role) {
				l.role = "former " + cmp.Or(l.role, "member")
			}
			if m.org != nil {
				l.org = m.org.name
			}
			lines = append(lines, l)
			continue
		}
		member := l.role == "" || strings.EqualFold(l.role, "member")
		switch {
		case m.org != nil && m.org.nobody:
		case m.org != nil && m.org.isParty && member:
			lines = append(lines, line{party: m.org, start: l.start, end: l.end, sources: l.sources})
		case m.org != nil && m.org.isParty && strings.EqualFold(l.role, "leader") && !m.org.kept:
			l.party = m.org
			lead(p, l)
		case m.org != nil || !member:
			if m.org != nil {
				l.org = m.org.name
			}
			if member {
				l.role = "member"
			}
			lines = append(lines, l)
		}
		switch {
		case m.behalf == nil || m.behalf == m.org || m.behalf.nobody:
		case m.behalf.isParty:
			lines = append(lines, line{party: m.behalf, start: l.start, end: l.end, sources: l.sources})
		case m.org != nil: // a faction
			lines = append(lines, line{role: "member", org: m.behalf.name, start: l.start, end: l.end, sources: l.sources})
		}
	}
	p.lines = joinLines(lines)
}

// isFormer tells of a membership whose label says that it is over, where no date
// does.
func (m *membership) isFormer() bool { return startsFormer(m.Label) || startsFormer(m.Role) }

func startsFormer(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	return first == "former" || first == "ex"
}

// lead notes that a person led a party.
func lead(p *person, l line) {
	l.role = p.id
	l.party.leaders = joinLines(append(l.party.leaders, l))
}

// roleName gives what somebody is: of a mere member that of the post, where it
// has a name.
func (m *membership) roleName() string {
	role := cleanName(m.Role)
	if post := m.post(); post != nil && (role == "" || strings.EqualFold(role, "member")) {
		role = cmp.Or(cleanName(post.Role), cleanName(post.Label), role)
	}
	return cmp.Or(role, cleanName(m.Label))
}

// areaName gives the place that a post is for.
func (m *membership) areaName() string {
	area := m.Area
	if area == nil {
		area = m.in.areas[m.AreaID]
	}
	if post := m.post(); area == nil && post != nil {
		if area = post.Area; area == nil {
			area = m.in.areas[post.AreaID]
		}
	}
	if area == nil {
		return ""
	}
	return cleanName(area.Name)
}

// term gives a membership's dates; those that it leaves out are those of the
// legislature's term. It is false for one that was over before its term began:
// who never took the seat held none.
func (im *importer) term(m *popoloMembership) (start, end string, ok bool) {
	start, end = im.date(&m.place, "start_date", m.StartDate), im.date(&m.place, "end_date", m.EndDate)
	if isBefore(end, start) {
		im.tell(m.tell(diag.Error, "bad-date", "end_date: "+end+" is before start_date "+start, "correct one of them in the file", "end_date"))
		return "", "", false
	}
	period := m.in.events[m.PeriodID]
	if period == nil {
		return start, end, true
	}
	from, to := im.date(&period.place, "start_date", period.StartDate), im.date(&period.place, "end_date", period.EndDate)
	if isBefore(end, from) || isBefore(to, start) {
		im.tell(m.tell(diag.Warning, "outside-term", fmt.Sprintf("the membership lies outside its term (%s, from %s)", m.PeriodID, from), "it is left out", "end_date", "start_date"))
		return "", "", false
	}
	return cmp.Or(start, from), cmp.Or(end, to), true
}

// isBefore tells that one date, if both are known, is wholly before the other.
func isBefore(a, b string) bool {
	x, errX := edtf.Parse(a)
	y, errY := edtf.Parse(b)
	return errX == nil && errY == nil && !x.IsZero() && !y.IsZero() && x.Hi() < y.Lo()
}

// sourcesOf gives where a membership is told: its own sources, or else those
// of the person, or else those of the file.
func (im *importer) sourcesOf(p *person, m *popoloMembership) []string {
	var sources []string
	for _, list := range [][]popoloLink{m.Sources, p.told.Sources} {
		if sources = addressesIn(list); len(sources) > 0 {
			return sources
		}
	}
	for _, address := range m.in.sources {
		if content.CheckAddress(address) == nil {
			sources = append(sources, address)
		}
	}
	return sources
}

// addressesIn gives the addresses of links, each once.
func addressesIn(list []popoloLink) []string {
	var addresses []string
	for _, l := range list {
		if address := strings.TrimSpace(l.URL); content.CheckAddress(address) == nil && !slices.Contains(addresses, address) {
			addresses = append(addresses, address)
		}
	}
	return addresses
}

// event is one line of a timeline.
type event struct {
	date, text string
	sources    []string
}

// readEvents gives the described events to those who took part in them, and to
// the party that they are of. One without a date has no place in a timeline.
func (im *importer) readEvents() {
	for _, f := range im.files {
		for _, e := range f.told {
			one := event{im.date(&e.place, "start_date", e.StartDate), cleanName(e.Description), addressesIn(e.Sources)}
			if one.date == "" || one.text == "" {
				continue
			}
			for _, a := range e.Attendees {
				if p := find(im.files, im.known, f, a.ID); p != nil {
					p.events = append(p.events, one)
				}
			}
			if o := find(im.files, im.organizations, f, e.OrganizationID); o != nil {
				o.events = append(o.events, one)
			}
		}
	}
}

// joinLines sorts lines and makes one of those that go on without a gap: who
// sits for a second term, or for another party, holds one post.
func joinLines(lines []line) []line {
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(strings.Compare(a.key(), b.key()), strings.Compare(a.start, b.start), strings.Compare(a.end, b.end))
	})
	var joined []line
	for i, l := range lines {
		if l.start == "" && l.end == "" && (i+1 < len(lines) && lines[i+1].key() == l.key()) {
			continue // one with dates says more
		}
		if n := len(joined); n > 0 && joined[n-1].key() == l.key() && joined[n-1].reaches(l) {
			last := &joined[n-1]
			if last.end != "" && (l.end == "" || l.end > last.end) {
				last.end = l.end
			}
			for _, s := range l.sources {
				if !slices.Contains(last.sources, s) {
					last.sources = append(slices.Clip(last.sources), s)
				}
			}
			continue
		}
		joined = append(joined, l)
	}
	slices.SortStableFunc(joined, func(a, b line) int { return cmp.Or(strings.Compare(a.start, b.start), strings.Compare(a.end, b.end)) })
	return joined
}

// key is the same for lines on one post or one party.
func (l line) key() string {
	party := ""
	if l.party != nil {
		party = l.party.id
	}
	return strings.Join([]string{party, content.FoldName(l.role), content.FoldName(l.org), content.FoldName(l.place)}, "\x00")
}

// reaches tells that a line goes on to where another begins: on the same day or
// the day after.
func (l line) reaches(next line) bool {
	if l.start == next.start && l.end == next.end {
		return true
	}
	end, errEnd := time.Parse(time.DateOnly, l.end)
	start, errStart := time.Parse(time.DateOnly, next.start)
	return errEnd == nil && errStart == nil && !start.After(end.AddDate(0, 0, 1))
}
