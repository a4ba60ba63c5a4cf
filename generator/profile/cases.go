package profile

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
)

// Case is what is told of one matter in which somebody is accused.
type Case struct {
	// Heading is the stage that is proven: asserted, and disputed by nobody. No
	// later stage is inferred from it, and an acquittal goes before all. It is
	// nil where nothing is proven.
	Heading *Fact
	// Facts are all stages, in the order of the timeline.
	Facts []*Fact
}

// ladder has the stages from the lowest to the highest.
var ladder = []claim.Action{"questioned", "investigated", "wanted", "detained", "arrested", "bailed", "released", "sued", "charged",
	"indicted", "on-trial", "fined", "convicted", "sentenced", "jailed"}

// cleared are the ends of a case in favour of the accused.
var cleared = []claim.Action{"acquitted", "cleared", "dropped", "quashed", "pardoned"}

// Cases puts the legal facts of one person into cases, by what they share: an
// article that tells of both, or a reason. A victim, a plaintiff or a witness
// heads no case: facts that tell the person to be one are left out.
func Cases(facts []*Fact) []Case {
	var list []*Fact
	for _, f := range facts {
		if f.Type == claim.Legal && (f.CaseRole == "" || f.CaseRole == claim.Accused) {
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
		cases[i].Heading = heading(cases[i].Facts)
	}
	return cases
}

func oneCase(a, b *Fact) bool {
	if a.Reason != "" && b.Reason != "" {
		return strings.Join(fold(a.Reason), " ") == strings.Join(fold(b.Reason), " ")
	}
	return slices.ContainsFunc(a.Sources, func(s Source) bool {
		return s.Article != "" && slices.ContainsFunc(b.Sources, func(o Source) bool { return o.Article == s.Article })
	})
}

// heading finds the stage that stands over a case.
func heading(facts []*Fact) *Fact {
	var best *Fact
	end := false
	for _, f := range facts {
		if f.Status != claim.Asserted {
			continue
		}
		isEnd := slices.Contains(cleared, f.Action)
		switch {
		case best == nil, isEnd && !end, isEnd == end && slices.Index(ladder, f.Action) > slices.Index(ladder, best.Action):
			best, end = f, isEnd
		case isEnd && end && tookPlaceAfter(f, best):
			best = f
		}
	}
	return best
}

// tookPlaceAfter tells that a fact stands after another in the timeline.
func tookPlaceAfter(f, g *Fact) bool { return f.TimelineDate().Lo() > g.TimelineDate().Lo() }
