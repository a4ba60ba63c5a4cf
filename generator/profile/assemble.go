package profile

import (
	"cmp"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// assembler makes facts from parts. It carves the small slices of facts out
// of larger ones: most facts have one claim and one source, and there are many.
type assembler struct {
	m     *merge
	facts chunk[Fact]
	told  chunk[*claim.Claim]
	arts  []int32 // scratch
	order []*part // scratch
}

// chunk hands out short slices of long ones, of size; where that is 0, each is
// alone in its memory.
type chunk[T any] struct {
	free []T
	size int
}

func (c *chunk[T]) take(n int) []T {
	if n > len(c.free) {
		c.free = make([]T, max(n, c.size))
	}
	out := c.free[:n:n]
	c.free = c.free[n:]
	return out
}

// part gives a member with its dates, stage and status.
func (m *merge) part(mb member) part {
	if l := mb.line; l != nil {
		return part{member: mb, start: l.start, end: l.end, on: l.on, status: claim.Asserted}
	}
	c := mb.use.Claim
	p := part{member: mb, start: c.Start, end: c.End, on: c.On, stage: c.Stage, status: c.Status,
		published: m.arts[mb.art].date()}
	if c.Type == claim.Resignation && (c.Stage == claim.Accepted || c.Stage == claim.Refused || c.Stage == claim.Withdrawn) {
		p.on, p.settled = edtf.Date{}, c.On
	}
	return p
}

// orderSources puts parts in the order of sources: the editor's lines, then the
// oldest article first.
func (m *merge) orderSources(list []*part) {
	slices.SortStableFunc(list, func(a, b *part) int {
		switch {
		case a.line != nil && b.line != nil:
			return 0
		case a.line != nil:
			return -1
		case b.line != nil:
			return 1
		case a.art != b.art:
			return older(&m.arts[a.art], &m.arts[b.art])
		}
		return m.before(&a.member, &b.member)
	})
}

// assemble makes the fact of parts that say one thing; they must be in the
// order of sources. It has no id, no neighbours (differs, ended_by) yet.
func (as *assembler) assemble(subject Ref, typ claim.Type, parts []*part) *Fact {
	f := &as.facts.take(1)[0]
	*f = Fact{Subject: subject, Type: typ, Review: Published}
	as.tell(f, parts)
	if len(parts) == 1 && parts[0].line == nil {
		single(f, parts[0])
	} else {
		as.several(f, parts)
	}
	as.stand(f, parts)
	f.SetDispute(sides(f, parts), nil)
	return f
}

// tell gives a fact the claims and the lines of its parts.
func (as *assembler) tell(f *Fact, parts []*part) {
	lines := 0
	for lines < len(parts) && parts[lines].line != nil {
		lines++
	}
	told := f.one[:]
	if n := len(parts) - lines; n > 1 {
		told = as.told.take(n)
		f.several = &several{told: told}
	}
	for i, p := range parts[lines:] {
		told[i] = p.use.Claim
	}
	if lines == 0 {
		return
	}
	f.Edited = &Edited{lines: make([]*line, lines)}
	for i := range lines {
		f.Edited.lines[i] = parts[i].line
		f.Edited.Text = cmp.Or(f.Edited.Text, parts[i].line.text)
	}
}

// single fills in a fact of one claim, the usual case.
func single(f *Fact, p *part) {
	c := p.use.Claim
	f.Role, f.Place, f.Org, f.Action = c.Role(), c.Place(), p.org(), p.action()
	f.Start, f.End, f.On = p.start, p.end, p.on
	d := claim.Detail{Object: p.object(), Reason: c.Reason()}
	if f.Start.IsZero() && f.End.IsZero() && f.On.IsZero() {
		d.When = c.When()
	}
	if f.Detail = c.Detail; c.Detail == nil || *c.Detail != d {
		f.SetDetail(d)
	}
	f.Former, f.Stage, f.CaseRole, f.Status = c.Former, c.Stage, c.CaseRole, c.Status
	f.Origin = Extracted
}

// several fills in a fact of many parts.
func (as *assembler) several(f *Fact, parts []*part) {
	f.Status, f.Origin = statusOf(parts), originOf(parts)
	as.order = append(as.order[:0], parts...)
	told := assertedFirst(as.order)
	f.Role = postName(told)
	f.Place = vote(told, longer, func(p *part) string { return p.place() })
	f.Org = vote(told, longer, func(p *part) string { return p.org() })
	d := claim.Detail{Object: vote(told, longer, func(p *part) string { return p.object() })}
	f.Action = claim.ActionOf(vote(told, shorter, func(p *part) string { return p.action().String() }))
	f.CaseRole = claim.CaseRoleOf(vote(told, longer, func(p *part) string { return p.caseRole().String() }))
	f.Start = bestDate(told, func(p *part) edtf.Date { return p.start })
	f.End = bestDate(told, func(p *part) edtf.Date { return p.end })
	f.On = eventDate(f.Type, told)
	f.Former = formerNow(parts)
	f.Stage = furthest(f.Type, told)
	if f.Start.IsZero() && f.End.IsZero() && f.On.IsZero() {
		for _, c := range f.Told() {
			d.When = cmp.Or(d.When, c.When())
		}
	}
	if reasons := reasonsOf(parts); len(reasons) == 1 {
		d.Reason = reasons[0]
	}
	f.SetDetail(d)
	if f.Origin == Both {
		f.Edited.Finer = as.m.finer(f, parts)
	}
}

func (mb *member) role() string {
	if mb.line != nil {
		return mb.line.role
	}
	return mb.use.Claim.Role()
}

func (mb *member) place() string {
	if mb.line != nil {
		return mb.line.place
	}
	return mb.use.Claim.Place()
}

func (mb *member) org() string {
	switch {
	case mb.line != nil:
		return mb.line.org
	case mb.use.Org != "":
		return string(mb.use.Org)
	}
	return mb.use.Claim.Org()
}

// object is the other person, seen from the side that the fact is told from.
func (mb *member) object() string {
	switch u := mb.use; {
	case mb.line != nil:
		return ""
	case mb.flip && u.Subject != "":
		return string(u.Subject)
	case mb.flip:
		return u.Claim.Subject()
	case u.Object != "":
		return string(u.Object)
	default:
		return u.Claim.Object()
	}
}

func (mb *member) action() claim.Action {
	if mb.line != nil {
		return claim.None
	}
	action := mb.use.Claim.Action
	if mb.flip {
		switch action {
		case claim.Child:
			return claim.Parent
		case claim.Parent:
			return claim.Child
		}
	}
	return action
}

func (mb *member) caseRole() claim.CaseRole {
	if mb.line != nil {
		return claim.None
	}
	return mb.use.Claim.CaseRole
}

// rankOf orders statuses by how much a date or a name from them counts.
func rankOf(s claim.Status) int {
	return slices.Index([]claim.Status{claim.Asserted, claim.Planned, claim.Alleged, claim.Denied}, s)
}
