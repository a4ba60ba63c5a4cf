package review

import (
	"fmt"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
)

// ruling says how a fact may be shown. Facts that nothing speaks against have
// none.
type ruling struct {
	fact     *profile.Fact
	decision *decision
	why      []string // why it is held, or would be without a decision
	review   profile.Review
	// shown is the fact as it stands on the claims that may be shown, nil where
	// it is held; it is the fact itself where all may.
	shown *profile.Fact
	// asked are the claims that an accepted fact got since.
	asked bool
	// withheld tells that some of its claims may not be shown.
	withheld bool
}

// isHeld tells of a fact that waits, or was rejected.
func (r *ruling) isHeld() bool {
	return r != nil && (r.review == profile.Held || r.review == profile.Rejected)
}

// typeWhy says why a type or status is held whatever the setting; empty where
// it is not.
func typeWhy(typ claim.Type, status claim.Status) string {
	switch {
	case typ == claim.Legal || typ == claim.Family || typ == claim.Residence:
		return "type " + typ.String()
	case status == claim.Alleged:
		return "alleged"
	}
	return ""
}

// settingWhy says why the site's setting holds an extracted fact.
func (r *reviewer) settingWhy(f *profile.Fact) string {
	if f.Origin != profile.Extracted {
		return ""
	}
	switch r.setting {
	case content.PublishCorroborated:
		if f.Voices < 2 {
			return "not corroborated"
		}
	case content.PublishReviewed:
		return "not reviewed"
	}
	return ""
}

// rule rules on a fact by its type, its status, the setting and the decision,
// before anybody has looked at its words; nil where nothing is to be said.
func (r *reviewer) rule(f *profile.Fact, d *decision) *ruling {
	if f.Origin == profile.Editor {
		return nil
	}
	var why []string
	if of := typeWhy(f.Type, f.Status); of != "" && f.Origin == profile.Extracted {
		why = append(why, of)
	}
	if of := r.settingWhy(f); of != "" {
		why = append(why, of)
	}
	if d == nil && len(why) == 0 {
		return nil
	}
	out := &ruling{fact: f, decision: d, why: why, review: profile.Published, shown: f}
	switch {
	case d == nil:
		out.review = profile.Held
	case d.doubtful:
		out.why = append(out.why, fmt.Sprintf("another fact with its key was rejected on %s", d.Date))
		out.review = profile.Held
	case d.Verdict == content.Rejected:
		out.review = profile.Rejected
	default:
		r.ruleAccepted(out)
	}
	if out.isHeld() && f.Origin == profile.Extracted {
		out.shown = nil
	}
	return out
}

// ruleAccepted holds a fact whose accepted words are gone: it is asked again.
func (r *reviewer) ruleAccepted(out *ruling) {
	covered := slices.ContainsFunc(out.fact.Words(), func(w string) bool { _, ok := out.decision.covers(w); return ok })
	switch {
	case covered:
		out.review = profile.Accepted
	case len(out.why) > 0:
		out.review = profile.Held
	case out.decision.Verdict == content.Edited:
		out.review = profile.Accepted // what nothing holds needs no words
	}
}

// ruleAll rules on all facts. Told from the other side, a family fact shares
// the decision.
func (r *reviewer) ruleAll() {
	for _, uses := range r.res.Uses {
		r.mirror(uses)
	}
	for _, p := range r.res.Profiles {
		for _, f := range p.Facts {
			if ruled := r.rule(f, r.decided[f]); ruled != nil {
				r.rulings[f] = ruled
			}
		}
	}
}

// mirror gives the facts of family claims the decision on the same fact told
// from the other side.
func (r *reviewer) mirror(uses []profile.Use) {
	for i := range uses {
		a, b := uses[i].Fact, uses[i].Other
		if a == nil || b == nil {
			continue
		}
		if d := r.decided[a]; d != nil && r.decided[b] == nil {
			r.decided[b] = mirrored(d)
		} else if d := r.decided[b]; d != nil && r.decided[a] == nil {
			r.decided[a] = mirrored(d)
		}
	}
}

// mirrored gives a decision as it holds for the same fact told from the other
// side: the action is another there.
func mirrored(d *decision) *decision {
	if d.Set == nil {
		return d
	}
	copied := *d
	copied.Set = map[string]string{}
	for key, value := range d.Set {
		if key != "action" && key != "object" {
			copied.Set[key] = value
		}
	}
	return &copied
}

// state is what becomes of one claim.
type state struct {
	why    string // why it is held by itself: its words, or what it tells
	words  span   // what may be shown of its quotation
	edited *decision
	review profile.Review
	clean  bool // its reason may be shown
	object bool // its object may be shown
}

func (s *state) shown() bool { return s.review == profile.Published || s.review == profile.Accepted }

// settle puts facts together anew without the claims that may not be shown. It
// tells which facts turned out to be held by that.
func (r *reviewer) settle() (fell []*profile.Fact) {
	all := make([]int, len(r.res.Uses))
	for i := range all {
		all[i] = i
	}
	return r.settleIn(all, nil)
}

// restrict puts a fact together without some of its claims, and tells whether
// it is held now and was not before.
func (r *reviewer) restrict(f *profile.Fact, without map[*claim.Claim]string) bool {
	ruled := r.rulings[f]
	if ruled == nil {
		ruled = &ruling{fact: f, decision: r.decided[f], review: profile.Published, shown: f}
		r.rulings[f] = ruled
	}
	ruled.withheld = true
	shown := r.res.Restrict(f, func(c *claim.Claim) bool { _, out := without[c]; return !out })
	if shown == nil {
		ruled.review, ruled.shown = profile.Held, nil
		for _, why := range without {
			if why != "" && !slices.Contains(ruled.why, why) {
				ruled.why = append(ruled.why, why)
			}
		}
		slices.Sort(ruled.why)
		return true
	}
	ruled.shown = shown
	if ruled.review == profile.Accepted {
		ruled.asked = true
		return false
	}
	why := ""
	if shown.Origin == profile.Extracted {
		if why = typeWhy(shown.Type, shown.Status); why == "" {
			why = r.settingWhy(shown)
		}
	}
	if why == "" && f.Status == claim.Disputed && shown.Status != claim.Disputed && shown.Origin == profile.Extracted {
		why = "its denial is held" // never apart from what it denies
	}
	if why == "" {
		return false
	}
	ruled.review, ruled.shown = profile.Held, nil
	if !slices.Contains(ruled.why, why) {
		ruled.why = append(ruled.why, why)
	}
	return true
}
