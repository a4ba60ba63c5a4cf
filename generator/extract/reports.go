package extract

import "profilegen/generator/claim"

// reportRules read what is told of by being denied: reports of it that somebody
// dismisses.
var reportRules = []Rule{
	{
		Name:  "denied-report",
		Doc:   "somebody dismissed reports of it: “Roe dismissed rumours of Pell's resignation”",
		Types: []claim.Type{claim.Resignation, claim.Dismissal, claim.Legal},
		needs: on(Reports, Rumour),
		Find:  deniedReports,
	},
}

func deniedReports(s *Sentence) {
	if !s.s.classes.has(ResignationNoun) && !s.s.classes.has(DismissNoun) && !s.s.classes.has(LegalNoun) {
		return
	}
	for k := s.s.first; k < s.s.last; k++ {
		if w := &s.words[k]; !w.is(Reports) && !w.is(Rumour) || s.isVerb(k) {
			continue
		}
		e := s.reported(k)
		if e < 0 {
			continue
		}
		how, v, ok := s.reportDenied(k)
		if !ok {
			continue
		}
		s.denial(e, v, how)
		return
	}
}

// isVerb tells that k is the head of a verb.
func (s *Sentence) isVerb(k int32) bool {
	for i := range s.verbs {
		if s.verbs[i].head == k {
			return true
		}
	}
	return false
}

// reported gives the noun of what reports at k are about: "reports of her
// arrest", "resignation rumours"; -1.
func (s *Sentence) reported(k int32) int32 {
	event := func(i int32) bool {
		w := &s.words[i]
		return w.is(ResignationNoun) && !w.is(Weak) || w.is(DismissNoun) || w.is(LegalNoun)
	}
	if k > s.s.first && event(k-1) {
		return k - 1
	}
	if k+1 >= s.s.last || !s.words[k+1].is(Of) && !s.words[k+1].is(Prep) && s.words[k+1].e.forms&ing == 0 {
		return -1
	}
	for i := k + 1; i < min(k+10, s.s.last); i++ {
		if event(i) {
			return i
		}
		if i > k+1 && s.isVerb(i) {
			break
		}
	}
	return -1
}

// reportDenied tells who denies the reports at k, and by which verb: "were
// baseless" under a verb of speech, "dismissed", "described as nonsense".
func (s *Sentence) reportDenied(k int32) (how told, v int32, ok bool) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		how := told{status: claim.Denied}
		if vb.last <= k && vb.object >= 0 && s.phrases[vb.object].first <= k && s.phrases[vb.object].last > k {
			if vb.negated || !(vb.is(Deny) || vb.is(Dismissive) || vb.is(Labels) && s.s.classes.has(Untrue)) {
				continue
			}
			_, ok := s.chain(v, &how)
			how.status = claim.Denied
			return how, v, ok && how.by != ""
		}
		if vb.first <= k || !vb.is(Be) || !vb.finite || vb.frame < 0 || vb.negated {
			continue
		}
		for j := vb.last; j < min(vb.last+5, s.s.last); j++ {
			if w := &s.words[j]; w.is(Untrue) || w.is(Rumour) {
				_, ok := s.chain(vb.frame, &how)
				how.status = claim.Denied
				return how, v, ok && how.by != ""
			}
		}
	}
	return told{}, -1, false
}

// denial makes the claim that the noun at e tells, denied.
func (s *Sentence) denial(e, v int32, how told) {
	w := &s.words[e]
	t := claim.Resignation
	switch {
	case w.is(LegalNoun):
		t = claim.Legal
	case w.is(DismissNoun):
		t = claim.Dismissal
	}
	who, _, _ := s.whose(e)
	for k := e - 1; who < 0 && k >= max(s.s.first, e-3); k-- {
		if p := &s.words[k]; p.is(Poss) && (p.is(Male) || p.is(Female)) {
			if who = s.subject(v); !s.fitsGender(p, who) {
				who = s.subjectBefore()
			}
		}
	}
	for k := len(s.drafts) - 1; who < 0 && k >= s.lately(); k-- {
		if s.drafts[k].Type == t {
			who = s.drafts[k].who
		}
	}
	if !s.person(who) || s.toldHere(t, who) {
		return
	}
	s.add(t, who, func(d *draft) {
		d.Status, d.By, d.Via = how.status, how.by, how.via
		d.fired = append(d.fired, used{"noun", span{e, e + 1}})
		if t == claim.Legal {
			d.Action = claim.ActionOf(w.e.value)
			return
		}
		s.lastRole(d, t)
	})
}

// lastRole gives a denied event the post of which the article told it, or the
// person's own.
func (s *Sentence) lastRole(d *draft, t claim.Type) {
	for k := len(s.drafts) - 1; k >= s.lately(); k-- {
		if o := &s.drafts[k]; o.Type == t && o.who == d.who {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			return
		}
	}
	if p, ok := s.knownPost(d.who); ok {
		d.Role, d.Org, d.Place = p.text, s.orgName(p.org), p.place
	}
}
