package profile

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// Case is what is told of one matter in which somebody is accused.
type Case struct {
	// Heading is the lowest stage that is proven, asserted and disputed by nobody,
	// of those that tell the person to be accused. An end in favour of the accused goes before all that came earlier,
	// the newest of several ends. It is nil where nothing is proven.
	Heading *Fact
	// Furthest is the highest stage that is proven, where that is not Heading:
	// no later one is inferred from it.
	Furthest *Fact
	// Cleared tells that Heading ends the case in favour of the accused.
	Cleared bool
	// Facts are all stages: the ladder from its lowest step up, then its ends;
	// what is on one step by date.
	Facts []*Fact
}

// ladder has the stages from the lowest to the highest.
var ladder = []claim.Action{claim.Questioned, claim.Investigated, claim.Wanted, claim.Detained, claim.Arrested, claim.Bailed,
	claim.Released, claim.Sued, claim.Charged, claim.Indicted, claim.OnTrial, claim.Fined, claim.Convicted, claim.Sentenced, claim.Jailed}

// cleared are the ends of a case in favour of the accused.
var cleared = []claim.Action{claim.Acquitted, claim.Cleared, claim.Dropped, claim.Quashed, claim.Pardoned}

// Cases puts the legal facts of one person into cases, by what they share: an
// article that tells of both, or a reason. A victim, a plaintiff or a witness
// has no case: facts that tell the person to be one are left out, and so is
// what nobody is accused of.
func Cases(facts []*Fact) []Case {
	var list []*Fact
	for _, f := range facts {
		if f.Type == claim.Legal && (f.CaseRole == claim.None || f.CaseRole == claim.Accused) {
			list = append(list, f)
		}
	}
	g := newGroups(len(list))
	for i, f := range list {
		for j := range i {
			if oneCase(f, list[j]) {
				g.join(int32(i), int32(j))
			}
		}
	}
	var cases []Case
	at := map[int32]int{}
	for i, f := range list {
		group := g.find(int32(i))
		n, known := at[group]
		if !known {
			n = len(cases)
			at[group] = n
			cases = append(cases, Case{})
		}
		cases[n].Facts = append(cases[n].Facts, f)
	}
	for i := range cases {
		slices.SortStableFunc(cases[i].Facts, func(a, b *Fact) int {
			return cmp.Or(cmp.Compare(step(a), step(b)), edtf.Compare(a.TimelineDate(), b.TimelineDate()))
		})
		cases[i].head()
	}
	return slices.DeleteFunc(cases, func(c Case) bool {
		return !slices.ContainsFunc(c.Facts, func(f *Fact) bool { return f.CaseRole == claim.Accused || step(f) == len(ladder) })
	})
}

// step gives the place of a fact on the ladder; the ends stand above it.
func step(f *Fact) int {
	switch {
	case slices.Contains(cleared, f.Action):
		return len(ladder)
	default:
		return slices.Index(ladder, f.Action)
	}
}

func oneCase(a, b *Fact) bool {
	if a.Reason() != "" && b.Reason() != "" {
		return strings.Join(fold(a.Reason()), " ") == strings.Join(fold(b.Reason()), " ")
	}
	return slices.ContainsFunc(a.Sources(), func(s *Source) bool {
		return s.Article != "" && slices.ContainsFunc(b.Sources(), func(o *Source) bool { return o.Article == s.Article })
	})
}

// head finds the stages that stand over a case, whose facts are in order.
func (c *Case) head() {
	var last *Fact // the newest of the proven steps
	for _, f := range c.Facts {
		switch {
		case f.Status != claim.Asserted:
		case step(f) == len(ladder):
			if last != nil && tookPlaceAfter(last, f) {
				continue // what was over began anew, or is another matter
			}
			if c.Heading == nil || !c.Cleared || tookPlaceAfter(f, c.Heading) {
				c.Heading, c.Cleared = f, true
			}
		case f.CaseRole != claim.Accused:
		default:
			if c.Furthest = f; c.Heading == nil {
				c.Heading = f
			}
			if last == nil || tookPlaceAfter(f, last) {
				last = f
			}
		}
	}
	if c.Furthest != nil && step(c.Furthest) == step(c.Heading) {
		c.Furthest = nil
	}
}

// tookPlaceAfter tells that a fact stands after another in the timeline.
func tookPlaceAfter(f, g *Fact) bool { return f.TimelineDate().Lo() > g.TimelineDate().Lo() }
