package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

func copulas(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		k, teller := s.postOf(v)
		if k < 0 {
			s.inverted(v)
			continue
		}
		ro := &s.roles[k]
		who := s.subject(v)
		if ro.holder >= 0 || ro.plural || ro.negated || !s.person(who) || vb.is(Become) && ro.record {
			continue
		}
		how, ok := s.told(teller)
		if !ok || how.status == claim.Denied || how.status == claim.Planned {
			continue
		}
		if vb.e.lemma == "be" && vb.tense != pastTense && ro.loose && ro.org < 0 && s.index-s.partySince <= 1 && s.words[ro.head].is(LeaderNoun) {
			ro.org, ro.itsParty = s.lastParty, true // "has been deputy leader since 2010"
		}
		s.holds(who, ro, func(d *draft) {
			s.term(d, v)
			d.Status, d.By, d.Via = how.status, how.by, how.via
			d.Former = ro.former || pastPost(vb, d) || vb.e.lemma == "be" && vb.tense == pastTense && !s.sinceThen(v) || teller != v && s.verbs[teller].tense == pastTense
			d.fired = append(d.fired, used{"verb", vb.span})
		})
	}
}

// sinceThen tells of a date that opens a term: "since 2010", "from 2010".
func (s *Sentence) sinceThen(v int32) bool {
	for _, dt := range s.datesOf(v) {
		if w := &s.words[dt.first]; w.is(Since) || w.is(From) {
			return true
		}
	}
	return false
}

// postOf gives the post that verb v says its subject is, became or served as,
// and the verb that tells whether it is so; -1.
func (s *Sentence) postOf(v int32) (post, teller int32) {
	vb := &s.verbs[v]
	serve := vb.is(Serve) || vb.is(Work) || vb.is(Act) || vb.is(Begin) || vb.is(Enter)
	switch {
	case vb.infinitive: // "was the first woman to serve as chief whip"
		if serve && vb.gov >= 0 && !vb.due && s.verbs[vb.gov].e.lemma == "be" {
			return s.roleAs(v), vb.gov
		}
		return -1, v
	case vb.gerund && !vb.is(Become), vb.passive:
		return -1, v
	case vb.e.lemma == "be", vb.is(Become), vb.is(Remain):
		return s.roleDirectly(v), v
	case serve:
		return s.roleAs(v), v
	}
	return -1, v
}

// roleAs gives the post behind "as" behind verb v: "served two terms as mayor",
// "began his career in the party as a clerk"; -1.
func (s *Sentence) roleAs(v int32) int32 {
	vb := &s.verbs[v]
	for k := vb.last; k < min(s.s.last, vb.last+12); k++ {
		w := &s.words[k]
		switch {
		case w.is(As):
			for i := range s.roles {
				if ro := &s.roles[i]; ro.first == k+1 && !(ro.holder >= 0 && ro.title) {
					return int32(i)
				}
			}
			return -1
		case w.comma(), w.kind == prose.Stop, w.is(Rel), w.is(That), w.is(And), w.is(Role), k > vb.last && s.verbHere(s.s, k) && !s.inDate(k):
			return -1
		}
	}
	return -1
}

// inverted reads "The new chairman is NAME".
func (s *Sentence) inverted(v int32) {
	vb := &s.verbs[v]
	if vb.e.lemma != "be" || vb.subject < 0 || vb.object < 0 || vb.infinitive || vb.gerund {
		return
	}
	sub, obj := &s.phrases[vb.subject], &s.phrases[vb.object]
	if sub.role < 0 || sub.kind != rolePhrase || obj.kind != personPhrase || obj.first != vb.last {
		return
	}
	ro := &s.roles[sub.role]
	if vb.subordinate && !(ro.first > s.s.first && s.words[ro.first-1].is(RelWhose)) {
		return
	}
	if ro.holder >= 0 || !ro.definite || ro.plural || ro.owner != -1 {
		return
	}
	ro.holder = s.words[obj.head].name
	if how, ok := s.told(v); !ok || how.status != claim.Asserted {
		return
	}
	s.holds(obj.who, ro, nil)
}

// complement tells that a post is what a verb says of its subject.
func (s *Sentence) complement(k int32) bool {
	for i := range s.verbs {
		if post, _ := s.postOf(int32(i)); post == k {
			return true
		}
	}
	return false
}
