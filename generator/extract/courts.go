package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// inCourt reads where somebody stands: on trial, under investigation, before
// charges.
func inCourt(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.passive && !vb.is(Finds) && !vb.is(Wanted) && !vb.is(Content) || vb.subject < 0 {
			continue
		}
		if !vb.passive && vb.is(Content) && s.declaredWanted(v) {
			continue
		}
		if vb.is(Finds) && !vb.passive {
			s.foundGuilty(v)
			continue
		}
		action, role := s.courtState(v)
		if action == claim.None {
			continue
		}
		for _, who := range s.subjects(v) {
			if s.person(who) {
				s.legal(who, v, action, role)
			}
		}
	}
}

// declaredWanted reads "the agency declared NAME wanted", "declared NAME a wanted
// man".
func (s *Sentence) declaredWanted(v int32) bool {
	vb := &s.verbs[v]
	if vb.object < 0 || s.phrases[vb.object].prep >= 0 || !s.enforces(vb.subject) && (s.phrases[vb.subject].kind != orgPhrase || s.party(s.subject(v))) {
		return false
	}
	who := s.object(v)
	for i := vb.object + 1; who < 0 && int(i) < min(len(s.phrases), int(vb.object)+3); i++ { // "declared the director of the firm, NAME, wanted"
		if q := &s.phrases[i]; q.kind == personPhrase && q.prep < 0 && s.words[q.first-1].comma() {
			who = q.who
		}
	}
	if !s.person(who) {
		return false
	}
	for k := s.phrases[vb.object].last; k < min(s.phrases[vb.object].last+14, s.s.last); k++ {
		w := &s.words[k]
		if w.is(Wanted) {
			s.legal(who, v, claim.Wanted, claim.Accused)
			return true
		}
		if !w.comma() && !w.is(A) && w.name < 0 && (s.object(v) >= 0 || w.kind != prose.Word && w.kind != prose.Genitive || s.isVerb(k)) {
			return false
		}
	}
	return false
}

// foundGuilty reads "a jury found the former mayor NAME and his wife, NAME, guilty
// of fraud".
func (s *Sentence) foundGuilty(v int32) {
	vb := &s.verbs[v]
	if vb.object < 0 || !s.enforces(vb.subject) {
		return
	}
	for k := vb.last; k < min(vb.end, vb.last+24); k++ {
		w := &s.words[k]
		if !w.is(Guilty) && !w.is(NotGuilty) {
			continue
		}
		action := claim.Convicted
		if w.is(NotGuilty) {
			action = claim.Acquitted
		}
		for _, who := range s.objects(v) {
			if s.person(who) && who != s.subject(v) {
				s.legal(who, v, action, claim.Accused)
			}
		}
		return
	}
}

// courtState gives what a verb says of where its subject stands; "" where it says
// nothing of the kind.
func (s *Sentence) courtState(v int32) (claim.Action, claim.CaseRole) {
	vb := &s.verbs[v]
	next := func(k int32) *word {
		if k < s.s.last {
			return &s.words[k]
		}
		return &nothing
	}
	behind := next(vb.last)
	for k := vb.last; behind.is(Adv) && k < s.s.last; k++ {
		behind = next(k + 1)
	}
	object := vb.object >= 0 && s.phrases[vb.object].prep < 0
	switch {
	case vb.is(StandsTrial):
		return claim.OnTrial, claim.Accused
	case vb.is(Be) && behind.is(OnTrial):
		return claim.OnTrial, claim.Accused
	case vb.is(Be) && behind.is(UnderProbe):
		return claim.Investigated, s.crimeRole(v)
	case vb.passive && vb.is(Wanted):
		if s.byCourt(v) || s.crimeBehind(v) {
			return claim.Wanted, claim.Accused
		}
	case vb.passive && vb.is(Content) && behind.is(Wanted): // "was declared wanted"
		return claim.Wanted, claim.Accused
	case vb.passive && vb.is(Finds):
		if behind.is(Guilty) {
			return claim.Convicted, claim.Accused
		}
		if behind.is(NotGuilty) {
			return claim.Acquitted, claim.Accused
		}
	case vb.is(Pleads) && behind.is(Guilty):
		return claim.Convicted, claim.Accused
	case vb.is(Pleads) && behind.is(NotGuilty): // whoever pleads has been charged
		return claim.Charged, claim.Accused
	case vb.is(Deny) && object && s.charges(vb.object):
		return claim.OnTrial, claim.Accused
	case vb.is(Faces) && object && s.charges(vb.object):
		return claim.Charged, claim.Accused
	case vb.is(Faces) && object && s.words[s.phrases[vb.object].head].is(ProbeNoun):
		return claim.Investigated, s.crimeRole(v)
	}
	return claim.None, claim.None
}

// crimeRole tells whether the words behind a verb accuse.
func (s *Sentence) crimeRole(v int32) claim.CaseRole {
	if s.crimeBehind(v) || s.after(v, Over) >= 0 {
		return claim.Accused
	}
	return claim.None
}

// charges tells of "four counts of bribery", "two charges": counted, or of a
// crime; "denied the charge" may be of anything.
func (s *Sentence) charges(i int32) bool {
	p := &s.phrases[i]
	if !s.words[p.head].is(ChargeNoun) {
		return false
	}
	for k := p.first; k < p.head; k++ {
		if w := &s.words[k]; w.is(NumberWord) || w.kind == prose.Number || w.is(CrimeNoun) {
			return true
		}
	}
	if s.lex.grammar.many(s.text(span{p.head, p.head + 1})) && s.policeAct(-1) {
		return true // "was convicted of fraud and faces further charges"
	}
	for k := p.last; k < min(p.last+6, s.s.last); k++ {
		if s.words[k].is(CrimeNoun) {
			return true
		}
	}
	return false
}

// inCase gives the one whom "the accused" and a lawyer's "her client" stand for:
// whose lawyer the sentence names, or of whom a step was told last; -1.
func (p *parser) inCase(ph *phrase) int32 {
	h, first := &p.words[ph.head], &p.words[ph.first]
	client := h.is(Client) && first.is(Poss)
	if !client && !(h.is(TheAccused) && first.is(The)) || h.is(Plural) || ph.last-ph.first != 2 {
		return -1
	}
	for j := range p.roles {
		if ro := &p.roles[j]; client && ro.owner >= 0 && ro.head < ph.first && p.words[ro.head].is(Lawyer) {
			return p.resolve(ro.owner)
		}
	}
	for k := len(p.drafts) - 1; k >= max(0, len(p.drafts)-200); k-- {
		if d := &p.drafts[k]; d.Type == claim.Legal {
			return d.who
		}
	}
	return -1
}
