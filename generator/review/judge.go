package review

import (
	"cmp"
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
)

// judge decides on the claims of one article after the other: which may be
// shown, and which of their words. It keeps its buffers and is for one
// goroutine.
type judge struct {
	r    *reviewer
	find map[*language]*finder
	// The article at hand.
	lang   *language
	uses   []profile.Use
	states []state
	held   []int32 // the claims that may not be shown
	order  []int32 // all claims by where their words begin
	reach  int     // the length of the longest quotation
	matter matters // what is held
	names  map[string]bool
	parsed map[int32]*parsed
	hits   map[[2]int][]hit // by the place of a quotation
	fields map[string]string
}

func newJudge(r *reviewer) *judge {
	return &judge{r: r, find: map[*language]*finder{}, parsed: map[int32]*parsed{}, hits: map[[2]int][]hit{}, fields: map[string]string{}}
}

// article judges one article; what it finds depends on the article, on the
// rulings of the facts that its claims belong to, and on what else is held of
// the people in it.
func (j *judge) article(art int) {
	a := &j.r.in.Articles[art]
	j.uses, j.states = j.r.res.Uses[art], j.r.states[art]
	j.lang = j.r.langs.of(a.Language)
	if j.find[j.lang] == nil {
		j.find[j.lang] = &finder{words: j.lang.words}
		clear(j.fields)
	}
	clear(j.parsed)
	clear(j.hits)
	j.held, j.names = j.held[:0], nil
	j.sortClaims()
	for i := range j.uses {
		j.states[i] = j.first(&j.uses[i])
		j.ownWords(int32(i))
		if !j.states[i].shown() {
			j.held = append(j.held, int32(i))
		}
	}
	j.holdTellers()
	for i := range j.uses {
		if j.states[i].shown() {
			j.cut(int32(i))
		}
	}
}

// first rules on a claim by the facts that it belongs to; about somebody
// without a profile, by itself.
func (j *judge) first(u *profile.Use) state {
	s := state{review: profile.Published, words: span{0, len(u.Claim.Quote())}, clean: true, object: true}
	if u.Fact == nil && u.Other == nil {
		why := typeWhy(u.Claim.Type, u.Claim.Status)
		if why == "" && j.r.setting != content.PublishAll {
			why = "not " + string(j.r.setting)
		}
		if why != "" {
			s.review, s.why = profile.Held, why
		}
		return s
	}
	held, accepted := false, false
	for _, f := range []*profile.Fact{u.Fact, u.Other} {
		ruled := j.r.rulings[f]
		switch {
		case ruled == nil:
		case ruled.review == profile.Rejected:
			s.review = profile.Rejected
			return s
		case ruled.review == profile.Held:
			held = true
		case ruled.review == profile.Accepted:
			words, ok := ruled.decision.covers(u.Claim.Quote())
			if ok || len(ruled.decision.words) == 0 && len(ruled.why) == 0 {
				accepted = true
				if ok {
					s.words = words
				}
				if ruled.decision.Verdict == content.Edited {
					s.edited = ruled.decision
				}
			} else if len(ruled.why) > 0 {
				held = true
				s.why = "new words of an accepted fact"
			}
		}
	}
	switch {
	case accepted:
		s.review = profile.Accepted
	case held:
		s.review = profile.Held
	}
	return s
}

// parse takes a claim's quotation apart, once.
func (j *judge) parse(i int32) *parsed {
	q := j.parsed[i]
	if q == nil {
		q = j.lang.parse(j.uses[i].Claim.Quote())
		j.parsed[i] = q
	}
	return q
}

// sortClaims puts the article's claims in the order of their words.
func (j *judge) sortClaims() {
	j.order, j.reach = j.order[:0], 0
	for i := range j.uses {
		j.order = append(j.order, int32(i))
		j.reach = max(j.reach, len(j.uses[i].Claim.Quote()))
	}
	slices.SortFunc(j.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(j.uses[a].Claim.StartByte(), j.uses[b].Claim.StartByte()), cmp.Compare(a, b))
	})
}

// between lists the claims with words between two places.
func (j *judge) between(start, end int) []int32 {
	lo, _ := slices.BinarySearchFunc(j.order, start-j.reach, func(i int32, at int) int { return cmp.Compare(j.uses[i].Claim.StartByte(), at) })
	var list []int32
	for _, i := range j.order[lo:] {
		c := j.uses[i].Claim
		if c.StartByte() >= end {
			break
		}
		if start < c.EndByte() {
			list = append(list, i)
		}
	}
	return list
}

// overlap lists the held claims whose words a claim shares.
func (j *judge) overlap(i int32) []int32 {
	if len(j.held) == 0 {
		return nil
	}
	c := j.uses[i].Claim
	return slices.DeleteFunc(j.between(c.StartByte(), c.EndByte()), func(o int32) bool { return o == i || j.states[o].shown() })
}

// cut finds which words of a claim may be shown beside what is held: nothing
// of a held claim and nothing sensitive stands in them. Where they cannot be
// cut apart, none are.
func (j *judge) cut(i int32) {
	s, c := &j.states[i], j.uses[i].Claim
	others := j.overlap(i)
	hot := hotWords{}
	if s.review == profile.Published {
		hot = j.hot(i, true)
	}
	if len(others) == 0 && hot.list == "" {
		return
	}
	q := j.parse(i)
	flags, named := j.marked(q, i, others, hot)
	if whole := (span{0, len(c.Quote())}); s.words == whole {
		sp := j.piece(q, c, marks{flags: flags, named: named, spans: hot.spans, held: len(others) > 0, beside: j.beside(i)})
		if sp != (span{}) || !j.acceptedAsTold(s, c, others) {
			s.words = sp
		}
	} else if !j.untouched(q, s.words, flags) {
		s.words = span{}
	}
	s.clean = c.Reason() == "" || j.cleanReason(q, c, flags)
}

// acceptedAsTold tells that an editor accepted a statement or an event whose own
// words say what is held elsewhere, and not rejected: the acceptance covers them.
func (j *judge) acceptedAsTold(s *state, c *claim.Claim, others []int32) bool {
	return s.review == profile.Accepted && isTold(c) &&
		!slices.ContainsFunc(others, func(o int32) bool { return j.states[o].review == profile.Rejected })
}

// beside gives the words of the other posts and memberships that the same words
// give the same person, where they are shown.
func (j *judge) beside(i int32) []string {
	c := j.uses[i].Claim
	var list []string
	for _, k := range j.between(c.StartByte(), c.EndByte()) {
		o := j.uses[k].Claim
		if (o.Type == claim.Position || o.Type == claim.Membership) && o.StartByte() == c.StartByte() && o.Subject() == c.Subject() && j.states[k].shown() {
			list = append(list, evidenceOf(o).fields...)
		}
	}
	return list
}

// marked gives the segments of a claim's words that may not be shown, and the
// posts and memberships in them that can be left out by themselves.
func (j *judge) marked(q *parsed, i int32, others []int32, hot hotWords) (flags []bool, named []span) {
	flags = make([]bool, len(q.segs))
	copy(flags, hot.flags)
	for _, o := range others {
		if j.sameWords(i, o) {
			continue
		}
		if sp, ok := j.locateIn(q, i, o, flags); ok {
			named = append(named, sp)
		}
	}
	return flags, named
}

// sameWords tells that a held claim is the accepted claim told again, of the
// other person, say: then its words are the accepted ones.
func (j *judge) sameWords(i, o int32) bool {
	a, b := j.uses[i].Claim, j.uses[o].Claim
	return j.states[i].review == profile.Accepted && a.Type == b.Type && a.Type == claim.Family && a.Action != claim.None &&
		a.StartByte() == b.StartByte() && a.Subject() == b.Object()
}

// locateIn marks the segments of a claim's words that carry a held one, which
// is looked for in its own words. A post or a membership that is named with its
// holder and told no more of is given as a span: it can be left out by itself.
func (j *judge) locateIn(q *parsed, i, held int32, flags []bool) (span, bool) {
	c, other := j.uses[i].Claim, j.uses[held].Claim
	shift := other.StartByte() - c.StartByte()
	e := evidenceOf(other)
	hq := j.parse(held)
	if (other.Type == claim.Position || other.Type == claim.Membership) && other.Start.IsZero() && other.End.IsZero() {
		if sp, ok := hq.named(e); ok {
			return span{sp.start + shift, sp.end + shift}, true
		}
	}
	found := make([]bool, len(hq.segs))
	hq.locate(e, found)
	for k, is := range found {
		if is {
			s := hq.segs[k]
			q.mark(flags, hq.tokens[s.first].start+shift, hq.tokens[s.last-1].end+shift)
		}
	}
	return span{}, false
}

// untouched tells that no marked segment stands in a span.
func (j *judge) untouched(q *parsed, sp span, flags []bool) bool {
	touched := make([]bool, len(flags))
	q.mark(touched, sp.start, sp.end)
	for i := range touched {
		if touched[i] && flags[i] {
			return false
		}
	}
	return true
}

func (j *judge) cleanReason(q *parsed, c *claim.Claim, flags []bool) bool {
	if j.inWords(c.Reason()) != "" {
		return false
	}
	at := strings.Index(c.Quote(), c.Reason())
	return at >= 0 && j.untouched(q, span{at, at + len(c.Reason())}, flags)
}
