package extract

import "profilegen/generator/claim"

// denialRules read what somebody says never happened, told by the reports of it.
var denialRules = []Rule{
	{
		Name:  "reports-untrue",
		Doc:   "somebody says that reports of a thing are wrong: “Roe said reports of Pell's resignation were baseless”",
		Types: []claim.Type{claim.Resignation, claim.Dismissal, claim.Appointment},
		needs: on(ReportNoun),
		Find:  reportsUntrue,
	},
}

// reportsUntrue makes a denied claim of the thing that the reports tell. Where
// the words do not say whose resignation it was, it is the last one told.
func reportsUntrue(s *Sentence) {
	for i := range s.verbs {
		vb := &s.verbs[i]
		if !vb.is(Be) || vb.frame < 0 || !s.untrueBehind(vb) {
			continue
		}
		how, ok := s.told(int32(i))
		if k := s.rumourBefore(vb.first); ok && how.by != "" && k >= 0 {
			s.denyThing(k, vb.first, how)
		}
	}
}

// untrueBehind tells that the verb is followed by "baseless", "a lie", or by
// "not true".
func (s *Sentence) untrueBehind(vb *verb) bool {
	for k := vb.last; k < min(vb.last+5, s.s.last); k++ {
		w := &s.words[k]
		switch {
		case w.is(Untrue):
			return !vb.negated
		case w.is(True):
			return vb.negated
		case w.is(Adv), w.is(A), w.is(The), w.is(And), w.comma(), w.is(Filler), w.is(Neg):
			continue
		}
		return false
	}
	return false
}

// rumourBefore gives the last word for a report that stands before the place; -1.
func (s *Sentence) rumourBefore(k int32) int32 {
	for j := k - 1; j >= max(s.s.first, k-16); j-- {
		if s.words[j].is(ReportNoun) {
			return j
		}
	}
	return -1
}

// denyThing makes the denied claim of the noun that stands between the word for
// a report and its verb.
func (s *Sentence) denyThing(from, to int32, how told) {
	for k := from + 1; k < to; k++ {
		var t claim.Type
		switch w := &s.words[k]; {
		case w.is(ResignationNoun):
			t = claim.Resignation
		case w.is(DismissNoun):
			t = claim.Dismissal
		case w.is(AppointNoun):
			t = claim.Appointment
		default:
			continue
		}
		who, _, end := s.whose(k)
		if who < 0 {
			who = s.ownerBefore(k)
		}
		known := s.lastDraft(t, who)
		if who < 0 && known != nil {
			who = known.who
		}
		if !s.person(who) {
			return
		}
		m := s.moveAt(end, t == claim.Appointment)
		s.add(t, who, func(d *draft) {
			d.Status, d.By, d.Via = claim.Denied, how.by, how.via
			switch {
			case m.role >= 0:
				s.fill(d, &m, true)
			case known != nil:
				d.Role, d.Org, d.Place = known.Role, known.Org, known.Place
			}
			d.fired = append(d.fired, used{"noun", span{k, k + 1}})
		})
		return
	}
}

// lastDraft gives the article's last claim so far of the type, about the person
// where one is named; nil.
func (s *Sentence) lastDraft(t claim.Type, who int32) *draft {
	for i := len(s.drafts) - 1; i >= max(0, len(s.drafts)-200); i-- {
		if d := &s.drafts[i]; d.Type == t && (who < 0 || d.who == who) {
			return d
		}
	}
	return nil
}
