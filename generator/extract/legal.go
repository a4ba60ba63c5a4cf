package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// legalRules read what police and courts did to somebody.
var legalRules = []Rule{
	{
		Name:  "legal-step",
		Doc:   "somebody was arrested, charged, convicted, cleared: “Roe was fined in May”",
		Types: []claim.Type{claim.Legal},
		needs: on(LegalStep),
		Find:  legalSteps,
	},
	{
		Name:  "went-to-jail",
		Doc:   "somebody went to jail, without a sentence: detained",
		Types: []claim.Type{claim.Legal},
		needs: on(Jail),
		Find:  wentToJail,
	},
	{
		Name:  "under-investigation",
		Doc:   "somebody is under investigation, on trial",
		Types: []claim.Type{claim.Legal},
		needs: on(TrialNoun),
		Find:  underTrial,
	},
}

func legalSteps(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(LegalStep) || !vb.passive {
			continue
		}
		action := claim.Action(vb.e.value)
		who := s.subject(v)
		if !s.person(who) || !s.legalSense(v, action) {
			continue
		}
		s.addTold(claim.Legal, who, v, func(d *draft) {
			d.Action = action
			for _, dt := range s.datesOf(v) {
				s.setDate(d, dt, d.Status == claim.Planned)
			}
			if s.accusing(v, action) {
				d.CaseRole = claim.Accused
			}
		})
	}
}

// legalSense leaves out the everyday senses: charged with a task, released an
// album, cleared of snow, questioned by reporters, freed by a word.
func (s *Sentence) legalSense(v int32, action claim.Action) bool {
	vb := &s.verbs[v]
	switch action {
	case "charged", "fined":
		return vb.last >= s.s.last || s.words[vb.last].kind != prose.Symbol || action == "fined"
	case "released":
		for k := vb.last; k < vb.end; k++ {
			if s.words[k].is(Jail) || s.words[k].e.lemma == "bail" || s.words[k].e.lemma == "custody" {
				return true
			}
		}
		return false
	case "questioned", "cleared", "dropped":
		for k := vb.last; k < vb.end; k++ {
			w := &s.words[k]
			if w.is(Of) && action == "cleared" || w.e.lemma == "police" || w.is(OrgCourt) || w.e.lemma == "detective" || w.is(OrgPublic) && action == "questioned" {
				return true
			}
		}
		return false
	}
	return true
}

// accusing tells that the step itself accuses or tries this very person.
func (s *Sentence) accusing(v int32, action claim.Action) bool {
	switch action {
	case "charged", "indicted", "convicted", "sentenced", "jailed", "acquitted", "fined", "on-trial", "cleared", "wanted", "bailed":
		return true
	case "arrested", "detained":
		return s.after(v, Over) >= 0 || s.after(v, For) >= 0 || s.after(v, On) >= 0
	}
	return false
}

func wentToJail(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.e.lemma != "go" || vb.passive {
			continue
		}
		p := s.after(v, To)
		who := s.subject(v)
		if p < 0 || !s.words[s.phrases[p].head].is(Jail) || !s.person(who) {
			continue
		}
		s.addTold(claim.Legal, who, v, func(d *draft) { d.Action = "detained" })
	}
}

func underTrial(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if !s.person(who) || vb.e.lemma != "be" {
			continue
		}
		for k := vb.last; k+1 < min(vb.last+4, s.s.last); k++ {
			w, n := &s.words[k], &s.words[k+1]
			action := claim.Action("")
			switch {
			case w.e.lemma == "under" && n.e.lemma == "investigation":
				action = "investigated"
			case w.is(On) && n.e.lemma == "trial":
				action = "on-trial"
			default:
				continue
			}
			s.addTold(claim.Legal, who, v, func(d *draft) {
				d.Action = action
				for _, dt := range s.datesOf(v) {
					s.setDate(d, dt, d.Status == claim.Planned)
				}
				if action == "on-trial" {
					d.CaseRole = claim.Accused
				}
			})
			break
		}
	}
}
