package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// helmRules read who leads a body, told by what leaders hold.
var helmRules = []Rule{
	{
		Name:  "helm",
		Doc:   "somebody took the helm of a body: “Roe took the reins of the Reform Party in 2008”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(HelmNoun),
		Find:  helms,
	},
}

// choosesLeader gives the post of a party's leader for which verb v says that
// somebody was chosen: "was picked as leader of the PARTY", "selected NAME as their
// leader"; -1.
func (s *Sentence) choosesLeader(v int32) int32 {
	k := s.roleDirectly(v)
	if !s.verbs[v].passive {
		k = s.roleFor(v)
	}
	if k < 0 || s.roles[k].plural || !s.roleIs(k, LeaderNoun) || !s.roleIs(k, RoleParty) {
		return -1
	}
	return k
}

// leadership makes the election of the leader whom verb v says a party chose.
func (s *Sentence) leadership(v, k int32) {
	list := s.doers(v)
	if !s.verbs[v].passive {
		list = []int32{s.objectPerson(v)}
	}
	s.electedTo(list, v, s.postGoal(k), "")
}

// postGoal gives what one stands for or is elected to where a description names it.
func (s *Sentence) postGoal(k int32) goal {
	ro := &s.roles[k]
	return goal{party: -1, role: s.roleText(ro), org: s.roleOrg(ro), place: ro.place, fired: ro.span}
}

// inYear tells that verb v is dated by a year alone, as elections are.
func (s *Sentence) inYear(v int32) bool {
	dt := s.dateOf(v)
	if dt == nil {
		return false
	}
	return s.settleDate(dt, false).on.Precision() == edtf.Year
}

// voting tells of a parliament, or of those who sit in one, who vote on an appointment.
func (s *Sentence) voting(id int32) bool {
	return id >= 0 && s.who[id].kind == Org && (s.legislature(id) || s.parliament(id))
}

// helms reads "took the reins of the PARTY in 2008", "took the helm of the board".
func helms(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Take) && !vb.is(TakeOver) || vb.passive || !s.person(s.subject(v)) {
			continue
		}
		k := vb.last
		if k < s.s.last && s.words[k].is(The) {
			k++
		}
		if k+1 >= s.s.last || !s.words[k].is(HelmNoun) || !s.words[k+1].is(Of) {
			continue
		}
		p := s.after(v, Of)
		if p < 0 {
			continue
		}
		org, name := s.phrases[p].who, ""
		if org >= 0 && s.who[org].kind == Org {
			name = s.who[org].name
		} else {
			name = s.commonBody(s.phrases[p].first, s.phrases[p].last)
		}
		how, ok := s.told(v)
		if name == "" || !ok || how.status != claim.Asserted || how.ahead || vb.tense != pastTense {
			continue
		}
		who := s.subject(v)
		if s.party(org) {
			s.joinsBody(who, org, vb.span)
		}
		s.add(claim.Position, who, func(d *draft) {
			d.Role, d.Org = s.lex.grammar.word("leader"), name
			s.term(d, v)
			d.fired = append(d.fired, used{"verb", vb.span})
		})
	}
}

// heirPlace gives the place of "her replacement" behind verb v's "as"; 0 where it has
// no such words.
func (s *Sentence) heirPlace(v int32) int32 {
	for k := s.verbs[v].last; k+2 < min(s.verbs[v].end, s.verbs[v].last+12); k++ {
		if s.words[k].is(As) && (s.words[k+1].is(Poss) || s.words[k+1].is(ObjectForm) && s.words[k+1].is(Female)) && (s.words[k+2].is(Heir) && s.words[k+2].e.value == "") {
			return k + 2
		}
	}
	return 0
}

func (s *Sentence) heirBehind(v int32) bool { return s.heirPlace(v) > 0 }

// asReplacement makes the appointment of one who is named as the replacement of another
// of whose departure the article has told: "named NAME as her replacement".
func (s *Sentence) asReplacement(who, v int32, st claim.Stage) bool {
	k := s.heirPlace(v)
	if k == 0 || !s.person(who) {
		return false
	}
	goer := s.possessor(k - 1)
	if goer == who || !s.toldOf(claim.Resignation, goer) && !s.toldOf(claim.Dismissal, goer) { // of the one who went last
		for i := len(s.drafts) - 1; i >= s.lately(); i-- {
			if o := &s.drafts[i]; (o.Type == claim.Resignation || o.Type == claim.Dismissal) && o.who != who {
				goer = o.who
				break
			}
		}
	}
	s.inPlaceOf(who, goer, v)
	return true
}

// toCourt tells of "to the Supreme Court", "to the board" right behind a verb.
func (s *Sentence) toCourt(v int32) bool {
	k := s.verbs[v].last
	if k+2 >= s.s.last || !s.words[k].is(To) {
		return false
	}
	if k++; s.words[k].is(The) {
		k++
	}
	for j := k; j < min(s.s.last, k+4); j++ {
		if w := &s.words[j]; w.is(OrgCourt) || w.is(CourtNoun) || w.is(OrgPublic) && !w.is(Weak) {
			return true
		}
		if w := &s.words[j]; w.kind != prose.Word || w.any(&closed) && !w.is(Of) {
			return false
		}
	}
	return false
}

// otherBecame tells that a clause beside verb v says what its subject became, of which
// the oath was.
func (s *Sentence) otherBecame(v int32) bool {
	for i := range s.verbs {
		if vb := &s.verbs[i]; int32(i) != v && vb.is(Become) && s.roleDirectly(int32(i)) >= 0 {
			return true
		}
	}
	return false
}

// goalBehindObject reads the goal behind the person who is elected or chosen.
func (s *Sentence) goalBehindObject(v int32) goal {
	from := s.verbs[v].last
	if o := s.verbs[v].object; o >= 0 {
		from = max(from, s.phrases[o].last)
	}
	return s.goal(from, s.verbs[v].end, true)
}
