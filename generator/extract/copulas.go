package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

func copulas(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		k, teller := s.postOf(v)
		if k < 0 {
			s.inverted(v)
			continue
		}
		last := k // "having been a whip and then leader of the council"
		for (s.verbs[v].gerund || s.verbs[v].infinitive) && int(last)+1 < len(s.roles) && s.alsoIs(v, last+1) {
			last++
		}
		for ; k <= last; k++ {
			s.is(v, teller, k)
		}
	}
}

// alsoIs tells that post k is joined with the one before it, and nobody's else.
func (s *Sentence) alsoIs(v, k int32) bool {
	a, b := &s.roles[k-1], &s.roles[k]
	return s.joined(a.last, b.first) && b.holder < 0 && !b.title && b.first < s.verbs[v].end && !s.words[a.head].is(RoleCandidate)
}

// is adds the post k that verb v says its subject is; teller is the verb that
// tells whether it is so.
func (s *Sentence) is(v, teller, k int32) {
	vb := &s.verbs[v]
	ro := &s.roles[k]
	who := s.subject(v)
	if ro.holder >= 0 || ro.plural || ro.negated || !s.person(who) || vb.is(Become) && (ro.record || s.among(ro)) {
		return
	}
	how, ok := s.told(teller)
	if ok && how.ahead && vb.is(Be) && (vb.due || vb.tense == futureTense && ro.definite && !s.among(ro)) && !s.words[ro.head].is(RoleCandidate) { // "is to be leader"
		s.appoint(who, v, claim.Named, &move{role: k, org: -1})
		return
	}
	if !ok || how.status == claim.Denied || how.ahead {
		return
	}
	if vb.is(Be) && vb.tense != pastTense && ro.loose && ro.org < 0 && s.index-s.partySince <= 1 && s.words[ro.head].is(LeaderNoun) {
		ro.org, ro.itsParty = s.lastParty, true // "has been deputy leader since 2010"
	}
	s.holds(who, ro, func(d *draft) {
		s.termOf(d, v, k)
		d.Status, d.By, d.Via = how.status, how.by, how.via
		over := teller != v && s.verbs[teller].tense == pastTense && !s.verbs[teller].is(Rises)
		if vb.gerund && vb.is(Serve) && d.End.IsZero() && !s.sinceThen(v) { // the day is that of what was done meanwhile
			d.Start, d.When = edtf.Date{}, ""
		}
		d.Former = ro.former || pastPost(vb, d) || vb.gerund && vb.is(Serve) || vb.is(Be) && (vb.tense == pastTense || vb.gerund) && !s.sinceThen(v) || over
		d.fired = append(d.fired, used{"verb", vb.span})
	})
}

// among tells of a post that only says among whom somebody is counted: "the first
// minister to resign", "the only mayor not to".
func (s *Sentence) among(ro *role) bool {
	return ro.last < s.s.last && (s.words[ro.last].is(To) || s.words[ro.last].is(Neg))
}

// termOf puts those dates of verb v into a draft that belong to post k: of several
// posts each has those that follow it.
func (s *Sentence) termOf(d *draft, v, k int32) {
	vb := &s.verbs[v]
	from, to := vb.first, s.s.last
	if i := s.roleDirectly(v); i >= 0 && i != k {
		from = s.roles[k].last
	}
	if n := int(k) + 1; n < len(s.roles) && s.roles[n].holder < 0 && s.roles[n].first < vb.end && s.dateFrom(s.roles[n].last, vb.end) && s.dateFrom(s.roles[k].last, s.roles[n].first) {
		to = s.roles[n].first
	}
	d.On, d.When = edtf.Date{}, ""
	for _, dt := range s.datesOf(v) {
		if dt.first >= from && dt.first < to || dt.last <= vb.first && from == vb.first {
			s.setDate(d, dt, false)
		}
	}
	if !d.On.IsZero() && d.Start.IsZero() {
		d.Start = d.On
	}
	d.On = edtf.Date{}
}

// dateFrom tells that a date stands from..to.
func (s *Sentence) dateFrom(from, to int32) bool {
	for i := range s.dates {
		if s.dates[i].first >= from && s.dates[i].first < to {
			return true
		}
	}
	return false
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
	case vb.infinitive && vb.due && vb.is(Be):
		return s.roleDirectly(v), v
	case vb.infinitive && (vb.is(Be) || vb.is(Become)) && vb.gov >= 0 && s.verbs[vb.gov].is(Rises) && !s.verbs[vb.gov].negated && !vb.due: // "rose to be minister"
		return s.roleDirectly(v), vb.gov
	case vb.infinitive: // "was the first woman to serve as chief whip"
		if serve && vb.gov >= 0 && !vb.due && s.verbs[vb.gov].is(Be) {
			return s.roleAs(v), vb.gov
		}
		return -1, v
	case vb.is(Rises) && !vb.passive && !vb.gerund && vb.last+1 < s.s.last && s.words[vb.last].is(To): // "rose to majority whip"
		k := vb.last + 1
		if s.words[k].is(The) {
			k++
		}
		return s.roleFrom(k), v
	case vb.gerund && vb.is(Be) && vb.last-vb.first > 1 && !vb.passive: // "having been a clerk"
		return s.roleDirectly(v), v
	case vb.gerund && vb.is(Serve) && vb.first > s.s.first && s.words[vb.first-1].is(Sub): // "while serving as mayor"
		return s.roleAs(v), v
	case vb.gerund && !vb.is(Become), vb.passive:
		return -1, v
	case vb.is(Be), vb.is(Become), vb.is(Remain):
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
					return s.owned(int32(i))
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
	if !vb.is(Be) || vb.subject < 0 || vb.object < 0 || vb.infinitive || vb.gerund {
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
