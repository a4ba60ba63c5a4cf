package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// legalRules read what police and courts did to somebody.
var legalRules = []Rule{
	{
		Name:  "legal-step",
		Doc:   "somebody was arrested, charged, convicted, cleared: “Roe was fined in May”, “police arrested Roe”",
		Types: []claim.Type{claim.Legal},
		needs: on(LegalStep),
		Find:  legalSteps,
	},
	{
		Name:  "went-to-jail",
		Doc:   "somebody went to jail, without a sentence: detained",
		Types: []claim.Type{claim.Legal},
		needs: on(Jail, InJail, Verdict),
		Find:  wentToJail,
	},
	{
		Name:  "in-court",
		Doc:   "somebody stands trial, is under investigation, faces charges, denies them",
		Types: []claim.Type{claim.Legal},
		needs: on(StandsTrial, OnTrial, UnderProbe, Faces, Pleads, Finds, Wanted, CaseNoun),
		Find:  inCourt,
	},
	{
		Name:  "legal-noun",
		Doc:   "what was done told by a noun: “charges against Roe were dropped”, “after his arrest in May”",
		Types: []claim.Type{claim.Legal},
		needs: on(CaseNoun, Verdict, LegalNoun, BailNoun, Warrant, ProbeNoun),
		Find:  legalNouns,
	},
}

// legal makes the claim of one step.
func (s *Sentence) legal(who, v int32, action claim.Action, role claim.CaseRole) {
	s.addTold(claim.Legal, who, v, func(d *draft) {
		d.Action, d.CaseRole = action, role
		for _, dt := range s.datesOf(v) {
			s.setDate(d, dt, d.ahead)
		}
		if vb := &s.verbs[v]; vb.last < vb.end {
			d.Place = s.placeAfter(v, In, At)
		}
	})
}

func legalSteps(s *Sentence) {
	s.styledSteps()
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(LegalStep) {
			continue
		}
		action := claim.ActionOf(vb.e.value)
		if action == claim.None || vb.gerund && !vb.passive && !s.ownGerund(v) {
			continue
		}
		if vb.passive {
			if s.unsure(vb.subject) {
				continue
			}
			for _, who := range s.stepped(v) {
				if s.person(who) && s.legalSense(v, action) {
					s.legal(who, v, action, s.accusing(v, action))
				}
			}
			if who := s.agent(v); action == claim.Sued && s.person(who) {
				s.legal(who, v, action, claim.Plaintiff)
			}
			continue
		}
		s.activeStep(v, action)
	}
}

// unsure tells of "he" after a sentence in which somebody spoke of another one: it
// may be either.
func (s *Sentence) unsure(i int32) bool {
	if i < 0 || s.index == 0 || s.phrases[i].kind != pronounPhrase || s.phrases[i].who < 0 {
		return false
	}
	p := &s.phrases[i]
	if s.index-s.spoke != 1 || s.speaker != p.who || p.first > s.s.first+1 {
		return false
	}
	b := &s.sentences[s.index-1]
	for id := b.mentions.first; id < b.mentions.last; id++ {
		m := &s.mentions[id]
		if m.who >= 0 && m.who != p.who && s.names[m.name].kind == Person && s.words[m.first].depth == 0 && s.fitsGender(&s.words[p.head], m.who) {
			return true
		}
	}
	return false
}

// activeStep reads "police arrested NAME", "a jury cleared NAME of fraud", "NAME
// sued the paper".
func (s *Sentence) activeStep(v int32, action claim.Action) {
	vb := &s.verbs[v]
	if action == claim.Sued && s.person(s.subject(v)) && vb.object >= 0 {
		s.legal(s.subject(v), v, action, claim.Plaintiff)
	}
	if vb.subject < 0 || vb.infinitive && vb.gov < 0 || !s.enforces(vb.subject) && (action == claim.Sued && s.subject(v) < 0 || vb.is(Loose) || action != claim.Sued && s.person(s.subject(v)) && action != claim.Pardoned) {
		return
	}
	list := s.objects(v)
	if len(list) == 0 {
		list = s.listedObjects(v)
	}
	if len(list) == 0 && action == claim.Investigated {
		list = s.casesAgainst(v)
	}
	for _, who := range list {
		if s.person(who) && who != s.subject(v) && s.legalSense(v, action) {
			s.legal(who, v, action, s.accusing(v, action))
		}
	}
}

// casesAgainst gives the one against whom a case is that verb v has as its object:
// "is investigating claims against NAME".
func (s *Sentence) casesAgainst(v int32) []int32 {
	vb := &s.verbs[v]
	if vb.object < 0 {
		return nil
	}
	p := &s.phrases[vb.object]
	if h := &s.words[p.head]; !h.is(CaseNoun) && !h.is(Reports) && !h.is(Rumour) && !h.is(CrimeNoun) {
		return nil
	}
	for i := range s.phrases {
		if q := &s.phrases[i]; q.prep == p.last && s.words[q.prep].is(Against) && s.person(q.who) {
			return []int32{q.who}
		}
	}
	return nil
}

// enforces tells that a phrase stands for police, a court or a body like them.
func (s *Sentence) enforces(p int32) bool {
	ph := &s.phrases[p]
	for k := ph.first; k < ph.last; k++ {
		if w := &s.words[k]; w.is(Enforcer) || w.is(CourtNoun) || w.is(OrgCourt) || w.is(OrgPublic) && ph.kind != personPhrase {
			return true
		}
	}
	if w := &s.words[ph.head]; ph.kind == pronounPhrase && w.is(Thing) && ph.first <= s.s.first+1 { // "It charged him": the bureau before
		return s.orgSince == s.index-1 && !s.who[s.orgSubject].party && (s.bodyHas(s.orgSubject, OrgCourt) || s.bodyHas(s.orgSubject, OrgPublic)) || s.bodySince == s.index-1 && s.enforcingBody()
	}
	return ph.kind == orgPhrase && ph.who >= 0 && (s.bodyHas(ph.who, OrgPublic) || s.bodyHas(ph.who, OrgCourt)) && !s.who[ph.who].party
}

// evidence are the words beside which an everyday verb is a step of police or
// courts.
var evidence = setOf(Enforcer, CourtNoun, OrgCourt, Jail, InJail, BailNoun, CaseNoun, CrimeNoun, Verdict)

// evident tells that a word of police, courts, crimes or jails stands in the
// verb's clause.
func (s *Sentence) evident(v int32) bool {
	vb := &s.verbs[v]
	from := vb.first
	if vb.subject >= 0 && !vb.passive {
		from = s.phrases[vb.subject].first
	}
	for k := from; k < s.s.last && (k < vb.end || k < vb.last+8); k++ {
		if k != vb.head && s.words[k].any(&evidence) {
			return true
		}
	}
	return false
}

// legalSense leaves out the everyday senses: charged with a task, released an
// album, cleared of snow, questioned by reporters, held by all.
func (s *Sentence) legalSense(v int32, action claim.Action) bool {
	vb := &s.verbs[v]
	if !vb.is(Loose) {
		return true
	}
	switch action {
	case claim.Charged:
		p := s.after(v, With)
		if vb.last < s.s.last && s.words[vb.last].is(With) && p < 0 { // "charged with stealing", "with leading"
			k := vb.last + 1
			return k < s.s.last && !s.words[k].is(TaskNoun)
		}
		if p >= 0 {
			for k := s.phrases[p].first; k < s.phrases[p].last; k++ {
				if s.words[k].is(TaskNoun) {
					return false
				}
			}
			return true
		}
		return vb.last >= s.s.last || s.words[vb.last].kind != prose.Symbol && !s.words[vb.last].is(To)
	case claim.Cleared:
		if p := s.after(v, Of); p >= 0 {
			return true
		}
		return s.clearedOf(vb.last) || s.byCourt(v) || s.evident(v)
	case claim.Questioned:
		if s.byCourt(v) || !vb.passive {
			return true
		}
		denied := vb.frame >= 0 && (s.verbs[vb.frame].is(Deny) || s.s.classes.has(Lawyer))
		return s.agent(v) < 0 && s.after(v, By) < 0 && (denied || s.evident(v) || s.policeAct(v))
	case claim.Investigated:
		return true
	}
	return s.evident(v) || vb.passive && s.policeAct(v)
}

// byCourt tells that police or a court stand behind "by".
func (s *Sentence) byCourt(v int32) bool {
	p := s.after(v, By)
	return p >= 0 && s.enforces(p)
}

// accusing gives the role in the case where the step itself accuses or tries
// this very person, or the words behind it do.
func (s *Sentence) accusing(v int32, action claim.Action) claim.CaseRole {
	switch action {
	case claim.Charged, claim.Indicted, claim.Convicted, claim.Sentenced, claim.Jailed, claim.Acquitted, claim.Fined,
		claim.OnTrial, claim.Cleared, claim.Wanted, claim.Bailed, claim.Dropped, claim.Quashed, claim.Sued:
		return claim.Accused
	case claim.Arrested, claim.Detained, claim.Questioned, claim.Investigated:
		if s.after(v, Over) >= 0 || s.after(v, For) >= 0 && action != claim.Questioned || s.crimeBehind(v) {
			return claim.Accused
		}
	}
	return claim.None
}

// crimeBehind tells that the clause names a crime behind the verb: "on suspicion
// of fraud", "in connection with a murder".
func (s *Sentence) crimeBehind(v int32) bool {
	for k := s.verbs[v].last; k < min(s.verbs[v].end, s.verbs[v].last+14); k++ {
		if w := &s.words[k]; w.is(CrimeNoun) || w.comma() {
			return w.is(CrimeNoun)
		}
	}
	return false
}

func wentToJail(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.passive || vb.gerund {
			continue
		}
		for _, who := range s.subjects(v) {
			if !s.person(who) {
				continue
			}
			p := s.after(v, To)
			switch {
			case vb.is(Spends) && vb.is(Serve) && s.servesSentence(v):
				if !s.hasLegal(who, claim.Jailed) {
					s.addTold(claim.Legal, who, v, func(d *draft) {
						d.Action, d.CaseRole = claim.Jailed, claim.Accused
						d.On, d.Start, d.End, d.When = edtf.Date{}, edtf.Date{}, edtf.Date{}, ""
						d.Place = s.placeAfter(v, In, At)
					})
				}
			case (vb.is(Spends) || vb.is(Be)) && s.sentencedHere(who): // the sentence itself is told
			case vb.is(Go) && p >= 0 && s.words[s.phrases[p].head].is(Jail) && s.phrases[p].first == s.phrases[p].head,
				vb.is(Spends) && s.jailed(vb), vb.is(Be) && vb.last < s.s.last && s.words[vb.last].is(InJail) && vb.head == vb.last-1:
				s.legal(who, v, claim.Detained, claim.None)
			}
		}
	}
}

// jailed tells of "spent two years in prison", "served time in jail".
func (s *Sentence) jailed(vb *verb) bool {
	for k := vb.last; k < vb.end; k++ {
		if s.words[k].is(InJail) {
			return true
		}
	}
	return false
}
