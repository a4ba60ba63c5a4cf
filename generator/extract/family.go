package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// familyRules read who is whose kin.
var familyRules = []Rule{
	{
		Name:  "kin",
		Doc:   "a word of kin with both names: “his wife, Ana Roe”, “Ana Roe, daughter of Carl Roe”",
		Types: []claim.Type{claim.Family},
		needs: on(Kin),
		Find:  kin,
	},
	{
		Name:  "married",
		Doc:   "somebody married somebody: “In 1971 he married Ana Roe”",
		Types: []claim.Type{claim.Family},
		needs: on(Marry),
		Find:  married,
	},
}

// kinship gives the action of a word of kin.
func kinship(w *word) claim.Action {
	switch {
	case w.is(Spouse):
		return "spouse"
	case w.is(Parent):
		return "parent"
	case w.is(Child):
		return "child"
	case w.is(Sibling):
		return "sibling"
	case w.is(Relative):
		return "relative"
	}
	return ""
}

func kin(s *Sentence) {
	for k := s.s.first; k < s.s.last; k++ {
		w := &s.words[k]
		action := kinship(w)
		if action == "" || w.is(Plural) || w.name >= 0 {
			continue
		}
		kinsman := s.kinName(k)
		whose := s.kinOwner(k)
		if kinsman < 0 && k+1 < s.s.last && s.words[k+1].is(Of) { // "NAME, the son of NAME"
			if b := k - 1; b >= s.s.first && s.words[b].is(The) || b >= s.s.first && s.words[b].is(A) {
				if b-2 >= s.s.first && s.words[b-1].comma() && s.words[b-2].name >= 0 {
					kinsman = s.personAt(s.words[b-2].name)
				}
			}
			if k+2 < s.s.last && s.words[k+2].name >= 0 {
				whose = s.personAt(s.words[k+2].name)
			}
		}
		if kinsman < 0 || whose < 0 || kinsman == whose {
			continue
		}
		s.add(claim.Family, kinsman, func(d *draft) {
			d.Action, d.other = action, whose
			d.fired = append(d.fired, used{"kin", span{k, k + 1}})
		})
	}
}

// personAt gives the person of a mention; -1.
func (s *Sentence) personAt(id int32) int32 {
	if s.names[s.mentions[id].name].kind != Person {
		return -1
	}
	return s.resolve(id)
}

// kinName gives the person whom the word of kin at k stands before.
func (s *Sentence) kinName(k int32) int32 {
	j := k + 1
	if j < s.s.last && s.words[j].comma() {
		j++
	}
	for j < s.s.last && s.words[j].is(Honorific) && s.words[j].name < 0 {
		j++
	}
	if j < s.s.last && s.words[j].name >= 0 {
		if j > k+1 && s.words[k+1].comma() && !s.closes(s.s, s.mentions[s.words[j].name].last) {
			return -1
		}
		return s.personAt(s.words[j].name)
	}
	return -1
}

// kinOwner gives the person of "his", "NAME's" before the word of kin at k.
func (s *Sentence) kinOwner(k int32) int32 {
	j := k - 1
	for j >= s.s.first && k-j < 4 && s.words[j].kind == prose.Word && !s.words[j].any(&closed) && s.words[j].name < 0 {
		j--
	}
	if j < s.s.first {
		return -1
	}
	w := &s.words[j]
	switch {
	case w.kind == prose.Genitive && j > s.s.first && s.words[j-1].name >= 0:
		return s.personAt(s.words[j-1].name)
	case w.is(RelWhose) && j >= 2+s.s.first:
		for b := j - 1; b >= max(s.s.first, j-2); b-- {
			if s.words[b].name >= 0 {
				return s.personAt(s.words[b].name)
			}
		}
	case w.is(Poss) && (w.is(Male) || w.is(Female)) || w.is(Poss) && w.is(Plural) && !w.is(FirstPerson):
		return s.possessor(j)
	}
	return -1
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
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Marry) {
			continue
		}
		who, other := s.subject(v), s.object(v)
		if other < 0 {
			if p := s.after(v, To); p >= 0 {
				other = s.phrases[p].who
			}
		}
		if !s.person(who) || !s.person(other) || who == other {
			continue
		}
		s.addTold(claim.Family, who, v, func(d *draft) { d.Action, d.other = "spouse", other })
	}
}
