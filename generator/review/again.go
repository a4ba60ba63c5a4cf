package review

import (
	"cmp"
	"reflect"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
)

// A site that is watched is reviewed again after every save. What a change
// reaches is a region: the facts of the profiles that were merged anew, those
// that share an article with them and fell, or fall, by that, and the articles
// of all these. Outside of it everything stays as it was; where that cannot be
// known, the whole site is reviewed.

// kept is what one review leaves for the next.
type kept struct {
	r        *reviewer
	byID     map[string]*decision
	open     bool           // a decision's fact was not found by its id
	places   map[string]int // of articles, by id
	pub      *Publication
	held     []HeldFact
	problems []diag.Problem
}

// keep notes a review that others can build upon.
func (r *reviewer) keep(byID map[string]*decision, pub *Publication, held []HeldFact, problems []diag.Problem) *kept {
	k := &kept{r: r, byID: byID, pub: pub, held: held, problems: problems, places: make(map[string]int, len(r.in.Articles))}
	for i := range r.in.Articles {
		k.places[r.in.Articles[i].ID] = i
	}
	k.open = isOpen(byID, r.decided)
	r.hidden()
	if len(k.places) < len(r.in.Articles) || r.unsteady {
		return nil
	}
	return k
}

// isOpen tells that a decision's fact was not found by the decision's id.
func isOpen(byID map[string]*decision, on map[*profile.Fact]*decision) bool {
	direct := 0
	for f, d := range on {
		if f.ID == d.ID {
			direct++
		}
	}
	return direct < len(byID)
}

// Limits beyond which a change is reviewed with the whole site.
const (
	mostFacts  = 20_000
	mostRounds = 12
)

// region is what a change reaches.
type region struct {
	*reviewer
	before *kept
	facts  map[*profile.Fact]bool
	queue  []*profile.Fact // facts whose articles are to be looked at
	arts   map[int]bool
	old    map[int][]*state // what the articles' claims were; nil for new ones
	moved  bool             // articles stand at other places than before
	dirty  map[profile.Ref]bool
	gone   map[string]bool // the ids of facts that are ruled on again
}

// again reviews what changed since the last time; false where that reaches too
// far, or cannot be told.
func (k *kept) again(res *profile.Result, in profile.Input, o Options) (*kept, bool) {
	if !k.sameSite(res, in) {
		return nil, false
	}
	k, redecided, ok := k.decideAgain(in.Site)
	if !ok {
		return nil, false
	}
	was := k.r
	r := &reviewer{res: res, in: in, o: o, setting: was.setting, langs: was.langs, decided: was.decided, rulings: was.rulings,
		known: was.known, knownRefs: was.knownRefs, pageless: was.pageless, hiddenIDs: was.hiddenIDs,
		states: make([][]state, len(in.Articles)), texts: make([]shownText, len(in.Articles))}
	g := &region{reviewer: r, before: k, facts: map[*profile.Fact]bool{}, arts: map[int]bool{},
		old: map[int][]*state{}, dirty: map[profile.Ref]bool{}, gone: map[string]bool{}}
	g.enter()
	g.decideOn(redecided)
	for range mostRounds {
		g.expand()
		if len(g.facts) > mostFacts || isOpen(k.byID, r.decided) != k.open {
			return nil, false
		}
		g.rule()
		if !g.judgeRegion() {
			return nil, false
		}
		if !g.reachesOn() {
			return g.publish()
		}
	}
	return nil, false
}

// sameSite tells that what concerns all facts is as it was.
func (k *kept) sameSite(res *profile.Result, in profile.Input) bool {
	was := k.r
	setting := cmp.Or(in.Site.Settings.Publish, content.PublishAll)
	if setting != was.setting || in.Site.Settings.Language != k.pub.Settings.Language || twoOfOneID(in.Articles) {
		return false
	}
	return slices.EqualFunc(res.Profiles, was.res.Profiles, func(a, b *profile.Profile) bool { return a.Ref == b.Ref && a.Name == b.Name })
}

// decideAgain reads the decisions where they are others, and gives the ids of
// the facts on which another one holds; false where a decision's fact was, or
// is, not to be found by its id.
func (k *kept) decideAgain(site *content.Site) (*kept, map[string]bool, bool) {
	was := k.r.in.Site
	if site.DecisionsHash == was.DecisionsHash && len(site.Decisions) == len(was.Decisions) {
		return k, nil, true
	}
	if k.open {
		return nil, nil, false
	}
	next := *k
	next.byID = readDecisions(site.Decisions)
	other := map[string]bool{}
	for id, d := range next.byID {
		if old := k.byID[id]; old != nil && reflect.DeepEqual(old.Decision, d.Decision) && slices.Equal(old.words, d.words) && old.shown == d.shown {
			next.byID[id] = old
		} else {
			other[id] = true
		}
	}
	for id := range k.byID {
		if next.byID[id] == nil {
			other[id] = true
		}
	}
	return &next, other, true
}

// twoOfOneID tells that articles, which stand in the order of their ids, cannot
// be told apart by them.
func twoOfOneID(list []profile.Article) bool {
	for i := 1; i < len(list); i++ {
		if list[i].ID == list[i-1].ID {
			return true
		}
	}
	return false
}

// settleIn is settle for some facts, whose claims are all in some articles.
func (r *reviewer) settleIn(arts []int, facts map[*profile.Fact]bool) (fell []*profile.Fact) {
	withheld := map[*profile.Fact]map[*claim.Claim]string{}
	note := func(f *profile.Fact, c *claim.Claim, s *state) {
		if f == nil || facts != nil && !facts[f] || r.rulings[f].isHeld() && f.Origin == profile.Extracted {
			return
		}
		if withheld[f] == nil {
			withheld[f] = map[*claim.Claim]string{}
		}
		withheld[f][c] = s.why
	}
	for _, art := range arts {
		uses := r.res.Uses[art]
		for i := range uses {
			if s := &r.states[art][i]; !s.shown() {
				note(uses[i].Fact, uses[i].Claim, s)
				note(uses[i].Other, uses[i].Claim, s)
			}
		}
	}
	for f, claims := range withheld {
		if r.restrict(f, claims) {
			fell = append(fell, f)
		}
	}
	return fell
}
