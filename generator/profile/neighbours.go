package profile

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// year is the number of days below which two resignations, appointments and so
// on of one key cannot both be right.
const year = 365

// differ finds facts on the same thing that cannot both be right.
func (b *builder) differ() {
	for _, typ := range claim.Types() {
		var clash func(x, y *cluster) bool
		switch typ {
		case claim.Birth, claim.Death:
			clash = func(x, y *cluster) bool { return true }
		case claim.Position, claim.Membership:
			clash = clashingTerms
		case claim.Resignation, claim.Dismissal, claim.Appointment, claim.Defeat, claim.Joined, claim.Left:
			clash = clashingDays
		default:
			continue
		}
		list := b.draft.byType[typ].clusters
		for i, x := range list {
			for _, y := range list[i+1:] {
				if clash(x, y) && sameThing(typ, x, y) {
					x.fact.addDiffers(y.fact.ID)
					y.fact.addDiffers(x.fact.ID)
				}
			}
		}
		for _, c := range list {
			slices.Sort(c.fact.Differs())
		}
	}
}

// sameThing tells that two clusters have one key; what is only denied is not
// said to be right by anybody.
func sameThing(typ claim.Type, x, y *cluster) bool {
	if x.fact.Status == claim.Denied || y.fact.Status == claim.Denied {
		return false
	}
	for _, kx := range x.keys {
		for _, ky := range y.keys {
			if !sameKey(typ, kx, ky) {
				return false
			}
		}
	}
	return true
}

// clashingTerms: terms that overlap and whose starts or ends contradict. An
// open term reaches as far as its newest source knows.
func clashingTerms(x, y *cluster) bool {
	f, g := x.fact, y.fact
	if f.Start.Agrees(g.Start) && f.End.Agrees(g.End) {
		return false
	}
	return reaches(f, g) && reaches(g, f)
}

// reaches tells that a term is surely not over when the other begins: one that
// ended in the year in which the other began is followed by it.
func reaches(f, g *Fact) bool {
	begins := g.Start
	if begins.IsZero() || !f.Start.IsZero() && f.Start.Agrees(begins) {
		return true
	}
	until := f.End
	if until.IsZero() {
		until = f.AsOf
		if !f.Start.IsZero() && f.Start.Lo() > until.Lo() {
			until = f.Start
		}
		if f.AsOf.IsZero() {
			return true
		}
	}
	return until.Lo() > begins.Hi()
}

// clashingDays: events of one key that are told of two days less than a year
// apart, unless they are told as different stages in their order.
func clashingDays(x, y *cluster) bool {
	f, g := x.fact, y.fact
	if f.On.IsZero() || g.On.IsZero() || f.On.Agrees(g.On) || apart(f.On, g.On) >= year {
		return false
	}
	stages := claim.Stages(f.Type)
	i, j := slices.Index(stages, f.Stage), slices.Index(stages, g.Stage)
	return i < 0 || j < 0 || i == j || (i < j) != (f.On.Lo() < g.On.Lo())
}

// ending is a fact that can end posts, and the day on which it does.
type ending struct {
	c  *cluster
	on edtf.Date
}

// end lets resignations in effect or accepted, dismissals, defeats and death
// end the open posts that they name, and leaving a party the membership.
func (b *builder) end() {
	all := &b.draft.byType
	var posts, memberships []*cluster
	for _, c := range all[claim.Position].clusters {
		if c.fact.End.IsZero() && stated(c.fact.Status) {
			posts = append(posts, c)
		}
	}
	for _, c := range all[claim.Membership].clusters {
		if c.fact.End.IsZero() && stated(c.fact.Status) {
			memberships = append(memberships, c)
		}
	}
	for _, typ := range []claim.Type{claim.Resignation, claim.Dismissal, claim.Defeat} {
		for _, e := range all[typ].clusters {
			if on, ok := ends(e); ok {
				closeLatest(posts, ending{e, on}, namesPost)
			}
		}
	}
	for _, typ := range []claim.Type{claim.Left, claim.Dismissal} {
		for _, e := range all[typ].clusters {
			if e.fact.Status == claim.Asserted && (typ == claim.Left || e.fact.Role == "") {
				closeLatest(memberships, ending{e, e.fact.On}, namesParty)
			}
		}
	}
	for _, e := range all[claim.Death].clusters {
		if e.fact.Status == claim.Asserted {
			for _, c := range slices.Concat(posts, memberships) {
				shut(c, ending{e, e.fact.On})
			}
		}
	}
}

// stated tells that somebody states a thing, disputed or not.
func stated(s claim.Status) bool { return s == claim.Asserted || s == claim.Disputed }

// ends tells whether an event ends a post, and when: a tendered resignation
// does on the day on which it was accepted, and not before.
func ends(e *cluster) (edtf.Date, bool) {
	f := e.fact
	if f.Status != claim.Asserted {
		return edtf.Date{}, false
	}
	if f.Type != claim.Resignation {
		return f.On, true
	}
	switch f.Stage {
	case claim.Effective, claim.None:
		return f.On, true
	case claim.Accepted:
		var on edtf.Date
		for _, p := range e.parts {
			if p.stage == claim.Accepted && p.status == claim.Asserted && !p.settled.IsZero() {
				on = p.settled
			}
		}
		return on, true
	}
	return edtf.Date{}, false
}

// closeLatest ends the latest open post that an event names and that can have been
// held then.
func closeLatest(posts []*cluster, e ending, names func(post, event *cluster) bool) {
	var best *cluster
	for _, c := range posts {
		if !names(c, e.c) || !e.on.IsZero() && !c.start.IsZero() && c.start.Lo() > e.on.Hi() {
			continue
		}
		if best == nil || later(c, best) {
			best = c
		}
	}
	if best != nil && !heldLongAfter(best, e.on) {
		shut(best, e)
	}
}

// shut notes the end; of several the earliest.
func shut(c *cluster, e ending) {
	f := c.fact
	if f.EndedBy() != "" && (e.on.IsZero() || !f.EndShown().IsZero() && f.EndShown().Lo() <= e.on.Lo()) {
		return
	}
	f.Ended = &Ended{e.c.fact.ID, e.on}
}

// heldLongAfter tells that a source calls the person the holder of the post
// more than a year after the day: then another term is meant.
func heldLongAfter(c *cluster, on edtf.Date) bool {
	if on.IsZero() {
		return false
	}
	return slices.ContainsFunc(c.parts, func(p *part) bool {
		return p.line == nil && p.status == claim.Asserted && !p.use.Claim.Former && p.published.Lo() > on.Hi() &&
			apart(on, p.published) > year
	})
}

// namesPost tells that an event is about a post: the same role, or, told
// without a role, the same place or body.
func namesPost(post, event *cluster) bool {
	for _, kp := range post.keys {
		for _, ke := range event.keys {
			if len(ke.role) == 0 && !sharePlaceOrOrg(kp, ke) || !sameKey(claim.Position, kp, ke) {
				return false
			}
		}
	}
	return true
}

func namesParty(membership, event *cluster) bool {
	for _, km := range membership.keys {
		for _, ke := range event.keys {
			if len(ke.org) == 0 || !sameKey(claim.Membership, km, ke) {
				return false
			}
		}
	}
	return true
}
