package review

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// touched gathers, for the facts of which some words, reasons or objects may
// not be shown, all their claims as they may be.
func (r *reviewer) touched() map[*profile.Fact][]*claim.Claim {
	every := make([]int, len(r.res.Uses))
	for i := range every {
		every[i] = i
	}
	return r.touchedOf(every)
}

// touchedOf is the same for facts whose claims are all in some articles.
func (r *reviewer) touchedOf(arts []int) map[*profile.Fact][]*claim.Claim {
	all := map[*profile.Fact][]*claim.Claim{}
	for _, art := range arts {
		uses := r.res.Uses[art]
		for i := range uses {
			s := &r.states[art][i]
			if s.shown() && (s.words != (span{0, len(uses[i].Claim.Quote())}) || !s.clean || !s.object) {
				for _, f := range []*profile.Fact{uses[i].Fact, uses[i].Other} {
					if f != nil {
						all[f] = nil
					}
				}
			}
		}
	}
	if len(all) == 0 {
		return all
	}
	for _, art := range arts {
		uses := r.res.Uses[art]
		for i := range uses {
			if s := &r.states[art][i]; s.shown() {
				for _, f := range []*profile.Fact{uses[i].Fact, uses[i].Other} {
					if _, ok := all[f]; ok && f != nil {
						c, _ := r.showClaim(&uses[i], s)
						all[f] = append(all[f], c.Claim)
					}
				}
			}
		}
	}
	return all
}

// shownFact gives a fact as it may be shown: it names only what is published.
func (r *reviewer) shownFact(f *profile.Fact, claims []*claim.Claim) *profile.Fact {
	ruled := r.rulings[f]
	shown := f
	if ruled != nil {
		shown = ruled.shown
	}
	differs := r.shownIDs(shown)
	ended := r.ended(shown)
	org, object := r.textOf(shown.Org), r.textOf(shown.Object())
	if ruled == nil && claims == nil && len(differs) == len(shown.Differs()) && ended && org == shown.Org && object == shown.Object() {
		return f
	}
	out := *shown
	out.Org = org
	out.SetDetail(claim.Detail{Object: object, When: shown.When(), Reason: shown.Reason()})
	out.SetDispute(shown.Sides(), differs)
	if !ended {
		out.Ended = nil
	}
	if ruled != nil && ruled.review == profile.Accepted {
		out.Review = profile.Accepted
		if d := ruled.decision; d.Set != nil {
			edit(&out, d.Set)
		}
	}
	if claims != nil {
		cutFact(&out, claims)
	}
	return &out
}

// cutFact leaves in a fact only the words of its claims that may be shown.
func cutFact(f *profile.Fact, claims []*claim.Claim) {
	byID := map[string]*claim.Claim{}
	for _, c := range claims {
		byID[c.ID()] = c
	}
	reasons := map[string]bool{}
	object := false
	told := make([]*claim.Claim, len(f.Told()))
	for i, was := range f.Told() {
		c := byID[was.ID()]
		if c == nil {
			nameless := claim.Flat{ID: was.ID()}.Claim()
			told[i] = &nameless
			continue
		}
		told[i] = c
		reasons[c.Reason()] = true
		object = object || c.Object() != "" || f.Type != claim.Statement
	}
	f.SetTold(told)
	d := claim.Detail{Object: f.Object(), When: f.When(), Reason: f.Reason()}
	if !reasons[d.Reason] {
		d.Reason = ""
	}
	if !object {
		d.Object = ""
	}
	f.SetDetail(d)
	sides := slices.Clone(f.Sides())
	for i := range sides {
		if !reasons[sides[i].Reason] {
			sides[i].Reason = ""
		}
	}
	f.SetDispute(sides, f.Differs())
}

// shownIDs gives the facts on the same thing that are shown too.
func (r *reviewer) shownIDs(f *profile.Fact) []string {
	if len(f.Differs()) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(f.Differs()), func(id string) bool { return r.hidden()[id] })
}

// ended tells that the fact that ended a post, if there is one, is shown.
func (r *reviewer) ended(f *profile.Fact) bool { return f.EndedBy() == "" || !r.hidden()[f.EndedBy()] }

// hidden has the ids of the facts that are not shown.
func (r *reviewer) hidden() map[string]bool {
	if r.hiddenIDs == nil {
		r.hiddenIDs = map[string]bool{}
		for f, ruled := range r.rulings {
			if ruled.shown == nil {
				r.hiddenIDs[f.ID] = true
			}
		}
	}
	return r.hiddenIDs
}
