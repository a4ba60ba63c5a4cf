package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// familyRules read who is whose kin.
var familyRules = []Rule{
	{
		Name:  "married",
		Doc:   "somebody married somebody: “In 1971 he married Ana Roe”",
		Types: []claim.Type{claim.Family},
		needs: on(Marry, Divorce, MarriageNoun),
		Find:  married,
	},
	{
		Name:  "kin",
		Doc:   "a word of kin with both names: “his wife, Ana Roe”, “Ana Roe, daughter of Carl Roe”",
		Types: []claim.Type{claim.Family},
		needs: on(Kin),
		Find:  kin,
	},
}

// kinship gives the action of a word of kin.
func kinship(w *word) claim.Action {
	switch {
	case w.is(Spouse):
		return claim.Spouse
	case w.is(Parent):
		return claim.Parent
	case w.is(Child):
		return claim.Child
	case w.is(Sibling):
		return claim.Sibling
	case w.is(Relative):
		return claim.Relative
	}
	return claim.None
}

// personAt gives the person of a mention; -1.
func (s *Sentence) personAt(id int32) int32 {
	if s.names[s.mentions[id].name].kind != Person {
		return -1
	}
	return s.resolve(id)
}

// kinOwner gives the person of "his", "NAME's" before the noun at k; -1.
func (s *Sentence) kinOwner(k int32) int32 {
	list, _ := s.kinOwners(k)
	if len(list) != 1 || s.words[s.kinLeft(k)].is(And) || s.words[s.kinLeft(k)].is(Have) {
		return -1
	}
	return list[0]
}

// possessor says whom "his", "her" or "their" at k means: the subject of the
// clause, failing that the last one named before, or the one to come in "Before
// his death, Roe …".
func (s *Sentence) possessor(k int32) int32 {
	w := &s.words[k]
	for i := len(s.verbs) - 1; i >= 0; i-- {
		v := &s.verbs[i]
		if v.last > k || v.subject < 0 || s.phrases[v.subject].first >= k {
			continue
		}
		p := &s.phrases[v.subject]
		if s.kinNamed(v.subject) && k > s.s.first+1 && (s.words[k-1].is(And) && s.words[k-2].comma() || s.words[k-1].is(Sub) && !s.words[k-1].is(Prep)) {
			if of := s.phrases[v.subject-1].first; s.words[of].e == w.e { // "his father, NAME, was a clerk, and his sister"
				return s.possessor(of)
			}
		}
		if p.who >= 0 && s.fitsGender(w, p.who) {
			return p.who
		}
		if pron := &s.words[p.head]; p.who < 0 && p.kind == pronounPhrase && (pron.is(Male) && w.is(Male) || pron.is(Female) && w.is(Female)) {
			return -1
		}
		break
	}
	for i := len(s.phrases) - 1; i >= 0; i-- {
		p := &s.phrases[i]
		if p.last <= k && p.prep < 0 && p.who >= 0 && s.fitsGender(w, p.who) {
			return p.who
		}
	}
	found := int32(-1)
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.last > k || p.who < 0 || !s.fitsGender(w, p.who) {
			continue
		}
		if found >= 0 && found != p.who {
			return -1
		}
		found = p.who
	}
	if found >= 0 {
		return found
	}
	if topic := s.mainPerson(); topic >= 0 && s.fitsGender(w, topic) && s.paragraphOpens() && s.reading.subject != topic && s.onceNamed(s.reading.subject) {
		return topic // "His wife said" behind somebody's quoted remark
	}
	if s.fitsGender(w, s.reading.subject) && s.index-s.subjectSince <= 2 {
		return s.reading.subject
	}
	for i := range s.verbs {
		if v := &s.verbs[i]; v.finite && !v.subordinate && v.first > k && v.subject >= 0 && s.phrases[v.subject].kind == personPhrase {
			if p := &s.phrases[v.subject]; s.reading.subject < 0 && p.prep < 0 && p.first > k+2 && s.words[p.first-1].comma() && s.fitsGender(w, p.who) {
				return p.who
			}
			break
		}
	}
	return -1
}

func married(s *Sentence) {
	for k := s.s.first; k+2 < s.s.last; k++ { // "her marriage to Tom Pell"
		to := k + 1
		if s.words[to].comma() {
			to++
		}
		if w := &s.words[k]; w.is(MarriageNoun) && w.name < 0 && to+1 < s.s.last && s.words[to].is(To) && !s.conditionalAt(k) {
			if id, _ := s.personFrom(to + 1); id >= 0 {
				s.addKin(claim.Spouse, s.kinOwner(k), id, span{k, k + 1})
			}
		}
	}
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Marry) && !vb.is(Divorce) {
			continue
		}
		who := s.subject(v)
		others := s.spouses(v)
		if len(others) == 0 && vb.subject >= 0 { // "Ana Roe and Tom Pell were married"
			if list := s.subjects(v); len(list) == 2 && s.person(list[0]) && s.person(list[1]) {
				who, others = list[0], list[1:]
			}
		}
		if len(others) == 0 {
			others = s.whom(v)
		}
		if !s.person(who) {
			continue
		}
		for _, other := range others {
			if !s.person(other) || other == who || s.sameName(who, other) {
				continue
			}
			if s.toldTurned(claim.Spouse, who, other) {
				who, other = other, who
			}
			s.addTold(claim.Family, who, v, func(d *draft) {
				if d.ahead && vb.is(Divorce) {
					d.Type = claim.None
				}
				d.Action, d.other = claim.Spouse, other
				d.Start, d.End = edtf.Date{}, edtf.Date{}
				if vb.is(Divorce) {
					d.On, d.When = edtf.Date{}, ""
				}
			})
		}
	}
}

// spouses gives whom verb v says that somebody married: "Ana Roe", "firstly Ana
// Roe and secondly Ines Duarte", "to the painter Ana Roe".
func (s *Sentence) spouses(v int32) []int32 {
	vb := &s.verbs[v]
	k := vb.last
	with := s.lex.grammar.marked // "se casó con"
	for k < vb.end && (s.words[k].is(Adv) || s.words[k].comma() || s.words[k].is(To) || with && s.words[k].is(With) || s.inDate(k)) {
		k++
	}
	if k+1 < s.s.last && s.words[k].is(Poss) {
		for k++; k < vb.end && s.words[k].name < 0; k++ {
			if s.words[k].comma() && s.words[k-1].is(Role) {
				continue
			}
			if s.words[k].is(Spouse) || s.words[k].kind != prose.Word {
				return nil // the word of kin tells it: "married his second wife, Ana Roe"
			}
		}
	}
	var list []int32
	for n := 0; n < 4; n++ {
		id, next := s.personFrom(k)
		if id < 0 || vb.infinitive && n > 0 {
			break
		}
		list = append(list, id)
		k = next
		again := false
		for k < vb.end && (s.words[k].comma() || s.words[k].is(And) || s.words[k].is(Adv) || s.inDate(k)) {
			again = again || s.words[k].is(Then) || s.words[k].is(Later) || s.words[k].is(Adv) && s.words[k].e.lemma == "" // “secondly”
			k++
		}
		if !again {
			break
		}
	}
	if len(list) == 0 {
		if p := s.after(v, To); p >= 0 {
			if id := s.phrases[p].who; s.person(id) {
				list = append(list, id)
			}
		}
	}
	return list
}

// whom gives the one behind whose name a clause tells whom somebody married:
// "met NAME, a student, whom he married".
func (s *Sentence) whom(v int32) []int32 {
	p := s.verbs[v].subject
	if p < 0 {
		return nil
	}
	k := s.phrases[p].first - 1
	if k <= s.s.first || !s.words[k].is(Rel) || !s.words[k].is(ObjectForm) {
		return nil
	}
	for i := p - 1; i >= 0; i-- {
		if q := &s.phrases[i]; q.last <= k && s.person(q.who) && q.kind == personPhrase && q.who != s.phrases[p].who {
			return []int32{q.who}
		}
	}
	return nil
}
