package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// joinedLeft reads who joined or left a party.
func joinedLeft(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.passive {
			continue
		}
		list := s.doers(v)
		if len(list) == 0 {
			continue
		}
		org := s.partyObject(v)
		if org < 0 && vb.subordinate && (vb.is(Join) || vb.is(Leave)) {
			org = s.whichParty(v)
		}
		if org < 0 && vb.is(Join) && s.lex.grammar.marked { // "se unió al PARTY"
			if org = s.partyAfter(v, To); org < 0 {
				org = s.partyAfter(v, In)
			}
		}
		switch {
		case vb.is(Join) && org >= 0:
			if from := s.partyAfter(v, From); from >= 0 && from != org { // "joined the PARTY from the PARTY"
				s.changes(claim.Left, list, v, from)
			}
			s.changes(claim.Joined, list, v, org)
		case vb.is(Join) && s.first(v, RaceNoun):
		case (vb.is(Leave) || vb.is(Abandon)) && org >= 0:
			s.changes(claim.Left, list, v, org)
			if to := s.partyAfter(v, For); to >= 0 && to != org { // "left the PARTY for the PARTY"
				s.changes(claim.Joined, list, v, to)
			}
		case vb.is(Resign) && s.first(v, PartyWhip):
			if o := s.partyIn(vb.last, min(vb.last+5, s.s.last), false); o >= 0 {
				s.changes(claim.Left, list, v, o)
			}
		case vb.is(Resign) && s.roleDirectly(v) < 0:
			o := s.partyAfter(v, From)
			if o < 0 && s.membershipBehind(v) { // "resigned from the membership of the PARTY"
				o = s.partyAfter(v, Of)
			}
			if o >= 0 {
				s.changes(claim.Left, list, v, o)
			}
		case vb.is(Left) || vb.is(Part):
			if o := s.partyAfter(v, With); o >= 0 {
				s.changes(claim.Left, list, v, o)
			}
		case vb.is(WalkOut):
			if o := s.partyAfter(v, Of); o >= 0 {
				s.changes(claim.Left, list, v, o)
			}
		case vb.is(Defect) || vb.is(Switch) || vb.is(Go) && s.goesOver(v):
			s.crosses(list, v)
		case vb.is(Become):
			if k := s.roleDirectly(v); k >= 0 && s.words[s.roles[k].head].is(RoleMember) && s.roles[k].org >= 0 && s.party(s.roles[k].org) && !s.roles[k].plural {
				s.changes(claim.Joined, list, v, s.roles[k].org)
			}
		}
	}
	s.defections()
}

// whichParty gives the party that a relative pronoun takes up as verb v's object:
// "the PARTY, which he joined in May"; -1.
func (s *Sentence) whichParty(v int32) int32 {
	vb := &s.verbs[v]
	if vb.subject < 0 || vb.object >= 0 && s.phrases[vb.object].first == vb.last {
		return -1
	}
	k := s.phrases[vb.subject].first - 1
	if k <= s.s.first || !s.words[k].is(Rel) || s.words[k].is(RelWho) || s.words[k].is(RelWhose) || s.words[k].is(RelWhere) {
		return -1
	}
	for k--; k > s.s.first && s.words[k].comma(); k-- {
	}
	if s.words[k].mark == ')' && k-2 > s.s.first { // "the PARTY (ABC), which"
		k -= 3
	}
	if id := s.words[k].name; id >= 0 {
		if who := s.resolve(id); s.party(who) {
			return who
		}
	}
	return -1
}

// goesOver tells of "went over to".
func (s *Sentence) goesOver(v int32) bool {
	k := s.verbs[v].last
	return k < s.s.last && s.words[k].is(Over)
}

// changes makes the claims that people joined or left a party.
func (s *Sentence) changes(t claim.Type, list []int32, v, org int32) {
	for _, who := range list {
		if !s.person(who) {
			continue
		}
		s.addTold(t, who, v, func(d *draft) {
			d.Org = s.who[org].name
			if t == claim.Left {
				d.Reason = s.reason(v)
			}
		})
		s.who[who].org = org
	}
}

// crosses reads "defected from A to B", "crossed over to B".
func (s *Sentence) crosses(list []int32, v int32) {
	to, from := s.partyAfter(v, To), s.partyAfter(v, From)
	old := make([]int32, len(list))
	for i, who := range list {
		old[i] = -1
		if who >= 0 {
			old[i] = s.who[who].org
		}
	}
	if p := s.verbs[v].subject; from < 0 && to < 0 && p >= 0 && s.phrases[p].role >= 0 && s.roles[s.phrases[p].role].plural { // "Eleven PARTY councillors, among them NAME, crossed"
		if org := s.roles[s.phrases[p].role].org; s.party(org) {
			from = org
		}
	}
	if from >= 0 {
		s.changes(claim.Left, list, v, from)
	}
	if to < 0 {
		return
	}
	each := s.each(list, v)
	for i, who := range list {
		if s.s.classes.has(Respective) && len(list) > 1 {
			if each == nil {
				return
			}
			to = each[i]
		}
		if from < 0 && old[i] >= 0 && old[i] != to && s.party(old[i]) {
			s.changes(claim.Left, list[i:i+1], v, old[i])
		}
		s.changes(claim.Joined, []int32{who}, v, to)
	}
}

// each gives the parties that verb v hands out one to each of a list: "defected to
// A and B respectively"; nil where it does not.
func (s *Sentence) each(list []int32, v int32) []int32 {
	if !s.s.classes.has(Respective) {
		return nil
	}
	vb := &s.verbs[v]
	var orgs []int32
	for k := vb.last; k < vb.end; k++ {
		id := s.words[k].name
		if id < 0 || s.mentions[id].first != k {
			continue
		}
		if k > vb.last && s.words[k-1].mark == '(' {
			continue
		}
		if who := s.resolve(id); s.party(who) || s.partyish(who) {
			orgs = append(orgs, who)
		}
	}
	if len(orgs) != len(list) {
		return nil
	}
	return orgs
}

// partyObject gives the party that is verb v's object: by name, as "the party",
// "his party", or as "it" where the party was just named; -1.
func (s *Sentence) partyObject(v int32) int32 {
	if o := s.object(v); s.party(o) {
		if p := &s.phrases[s.verbs[v].object]; s.followed(p.last) || s.words[p.last-1].name < 0 && s.words[p.last-1].mark != ')' && !s.words[p.last-1].is(OrgParty) {
			return -1
		}
		return o
	}
	return s.partyAt(v, s.verbs[v].last)
}

// partyAt reads a party without a preposition at k.
func (s *Sentence) partyAt(v, k int32) int32 {
	if k >= s.s.last {
		return -1
	}
	w := &s.words[k]
	if w.is(Pron) && w.is(Thing) && s.lastParty >= 0 { // "joined the PARTY in 1998 and left it in 2001"
		for i := len(s.drafts) - 1; i >= s.fired; i-- {
			if t := s.drafts[i].Type; t == claim.Joined || t == claim.Left {
				return s.lastParty
			}
		}
		return -1
	}
	own := w.is(Poss) && !w.is(Thing)
	if !w.is(The) && !own {
		return -1
	}
	for k++; k < s.s.last; k++ {
		w := &s.words[k]
		switch {
		case w.name >= 0:
			if who := s.resolve(w.name); s.party(who) && (k+1 >= s.s.last || s.words[s.mentions[w.name].last-1].kind == prose.Word) && !s.followed(s.mentions[w.name].last) {
				return who
			}
			return -1
		case w.is(OrgParty) && !w.is(Rank):
			if s.followed(k + 1) {
				return -1
			}
			if who := s.subject(v); own && who >= 0 && s.who[who].org >= 0 && s.party(s.who[who].org) {
				return s.who[who].org
			}
			return s.lastParty
		case w.is(RoleMod), w.is(Demonym), w.is(Filler):
		default:
			return -1
		}
	}
	return -1
}

// followed tells that a noun follows at k, to which the party only belongs: "left
// the PARTY conference".
func (s *Sentence) followed(k int32) bool {
	if k >= s.s.last {
		return false
	}
	w := &s.words[k]
	return w.kind == prose.Genitive || w.kind == prose.Word && !w.any(&closed) && w.e.forms == 0 && !w.is(DayWord) && !w.is(Last) && !w.is(Next) && !w.is(Month) && !w.is(Weekday)
}

// partyAfter gives the party that a preposition governs behind verb v; -1.
func (s *Sentence) partyAfter(v int32, prep Class) int32 {
	vb := &s.verbs[v]
	for k := vb.last; k < vb.end; k++ {
		if !s.words[k].is(prep) {
			continue
		}
		if p := s.partyIn(k+1, min(k+6, vb.end), vb.is(Defect) || vb.is(Left) || vb.is(Leave) || vb.is(Switch)); p >= 0 {
			return p
		}
		if p := s.partyAt(v, k+1); p >= 0 {
			return p
		}
	}
	return -1
}

// partyIn gives the party named from..to before any other noun; -1.
func (s *Sentence) partyIn(from, to int32, defect bool) int32 {
	for k := from; k < to; k++ {
		w := &s.words[k]
		if w.name >= 0 {
			who := s.resolve(w.name)
			if (s.party(who) || defect && s.partyish(who)) && !s.followed(s.mentions[w.name].last) {
				return who
			}
			return -1
		}
		if !w.is(The) && !w.is(RoleMod) && !w.is(Demonym) && !w.is(Filler) && !w.is(Poss) {
			return -1
		}
	}
	return -1
}

// partyish tells of a name that can be a party's: an alliance, a movement.
func (s *Sentence) partyish(id int32) bool {
	if id < 0 || s.who[id].kind != Org {
		return false
	}
	for _, w := range s.who[id].words {
		if e := s.lex.find(w); e != nil && e.set.has(OrgParty) {
			return true
		}
	}
	return false
}
