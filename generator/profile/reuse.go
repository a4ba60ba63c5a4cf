package profile

import (
	"reflect"
	"slices"
)

// What is as it was stays the same in memory: whoever builds upon a merge then
// looks only at what is not.

// carry hands the claims of an article that was read again the place in memory
// and the facts that they had.
func carry(before, now []Use) {
	byID := make(map[string][]*Use, len(before))
	for i := range before {
		byID[before[i].Claim.ID()] = append(byID[before[i].Claim.ID()], &before[i])
	}
	for i := range now {
		u := &now[i]
		list := byID[u.Claim.ID()]
		at := slices.IndexFunc(list, func(old *Use) bool { return old.Claim.Same(u.Claim) })
		if at < 0 {
			continue
		}
		u.Claim, u.Fact, u.Other = list[at].Claim, list[at].Fact, list[at].Other
		byID[u.Claim.ID()] = slices.Delete(slices.Clone(list), at, at+1)
	}
}

// compare notes the profiles of whom an article that was read again says
// anything else than before; with other that is all of whom it tells. Where it
// says the same of all, its uses stay the same.
func (g *Merger) compare(art int32, before []Use, other bool, touched map[Ref]bool) {
	uses := g.m.uses[art]
	if other {
		for i := range uses {
			uses[i].Fact, uses[i].Other = nil, nil
		}
		g.touch(art, touched)
		for i := range before {
			aboutWhom(&before[i], func(ref Ref, _ bool) { touched[ref] = true })
		}
		g.touchCiting(g.m.in.Articles[art].ID, touched)
		return
	}
	if slices.EqualFunc(uses, before, sameUse) {
		g.m.uses[art] = before
		return
	}
	for i := range uses {
		u := &uses[i]
		if u.Fact != nil && u.Fact.Subject != u.Subject {
			u.Fact = nil
		}
		if u.Other != nil && (u.Other.Subject != u.Object || u.Object == u.Subject) {
			u.Other = nil
		}
	}
	then, now := byWhom(before), byWhom(uses)
	for ref, list := range now {
		if !slices.EqualFunc(list, then[ref], sameUse) {
			touched[ref] = true
		}
	}
	for ref := range then {
		if now[ref] == nil {
			touched[ref] = true
		}
	}
}

// byWhom gives the claims about each profile.
func byWhom(uses []Use) map[Ref][]Use {
	lists := map[Ref][]Use{}
	for i := range uses {
		aboutWhom(&uses[i], func(ref Ref, _ bool) { lists[ref] = append(lists[ref], uses[i]) })
	}
	return lists
}

func sameUse(a, b Use) bool {
	return a.Claim == b.Claim && a.Subject == b.Subject && a.Org == b.Org && a.Object == b.Object
}

// keepFacts puts the facts that a profile had in the place of those that are
// their equals. Where that is all of them, it gives the profile that was.
func (m *merge) keepFacts(p, old *Profile) *Profile {
	if old == nil {
		return p
	}
	byID := make(map[string]*Fact, len(old.Facts))
	for _, f := range old.Facts {
		byID[f.ID] = f
	}
	for i, f := range p.Facts {
		before := byID[f.ID]
		if before == nil || !sameFact(before, f) {
			continue
		}
		p.Facts[i] = before
		for _, mb := range m.members(f) {
			switch {
			case mb.line != nil:
			case mb.flip:
				mb.use.Other = before
			default:
				mb.use.Fact = before
			}
		}
	}
	if p.Name == old.Name && p.Person == old.Person && p.Party == old.Party && slices.Equal(p.Facts, old.Facts) {
		return old
	}
	return p
}

// sameFact tells that two facts say the same, on the same claims and lines.
func sameFact(a, b *Fact) bool {
	x, y := *a, *b
	x.SetTold(nil)
	y.SetTold(nil)
	return slices.Equal(a.Told(), b.Told()) && reflect.DeepEqual(x, y)
}
