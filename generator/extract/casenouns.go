package extract

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// legalNouns reads what nouns tell: charges dropped, bail granted, warrants
// issued, arrests taken up.
func legalNouns(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.subject >= 0 && !s.caseEnds(v) && !s.bailed(v) {
			s.caseBegins(v)
		}
	}
	s.nounsBehind()
	s.judgedNouns()
}

// judgedNouns reads "condemned the arrest of NAME": who judges it takes it as done.
func (s *Sentence) judgedNouns() {
	for i := range s.verbs {
		vb := &s.verbs[i]
		if vb.subject >= 0 && vb.finite && vb.tense == pastTense && !vb.passive && !vb.negated && !vb.conditional && !vb.may && !vb.would && vb.frame < 0 && s.phrases[vb.subject].prep < 0 { // "NAME's arrest in May shocked the party"
			s.nounTold(vb.subject, true)
		}
		if !vb.is(Judge) && !vb.is(Cites) || vb.passive || vb.object < 0 || vb.conditional || vb.may {
			continue
		}
		s.nounTold(vb.object, false)
	}
}

// nounsBehind reads "after his arrest in May", "following the conviction of NAME".
func (s *Sentence) nounsBehind() {
	for k := s.s.first; k+1 < s.s.last; k++ {
		w := &s.words[k]
		if !w.is(Since) && !w.is(After) && !w.is(Following) && !w.is(Before) && !w.is(Until) {
			continue
		}
		for i := range s.phrases {
			p := &s.phrases[i]
			if p.prep != k && p.first != k+1 {
				continue
			}
			s.nounTold(int32(i), true)
			break
		}
	}
}

// whoseNoun gives the one whose arrest it is: named, owned, or behind "of".
func (s *Sentence) whoseNoun(i int32) int32 {
	if s.words[s.phrases[i].first].is(The) {
		p := &s.phrases[i]
		for j := range s.phrases {
			if q := &s.phrases[j]; q.prep == p.last && s.words[q.prep].is(Of) {
				return q.who
			}
		}
		return -1
	}
	return s.whoseCase(i)
}

// hasLegal tells that the article has told the step of the person already.
func (s *Sentence) hasLegal(who int32, action claim.Action) bool {
	for i := s.lately(); i < len(s.drafts); i++ {
		if d := &s.drafts[i]; d.Type == claim.Legal && d.who == who && d.Action == action {
			return true
		}
	}
	return false
}

// bailed reads "NAME was granted bail", "the court gave NAME bail", "NAME won bail".
func (s *Sentence) bailed(v int32) bool {
	vb := &s.verbs[v]
	if !vb.is(Grants) || vb.negated {
		return false
	}
	at := vb.last
	for at < vb.end && s.words[at].is(Adv) {
		at++
	}
	object := int32(-1)
	if vb.object >= 0 && s.phrases[vb.object].prep < 0 {
		object = vb.object
	}
	if object >= 0 {
		at = s.phrases[object].head
	}
	if at >= vb.end {
		return false
	}
	who := s.subject(v)
	noun := &s.words[at]
	if object >= 0 && s.person(s.phrases[object].who) && !vb.passive { // "gave NAME bail"
		who = s.phrases[object].who
		if s.phrases[object].last >= s.s.last {
			return false
		}
		for k := s.phrases[object].last; k < min(s.phrases[object].last+6, s.s.last); k++ {
			if noun = &s.words[k]; noun.is(BailNoun) || noun.is(Verdict) {
				break
			}
		}
	}
	if p := s.after(v, To); p >= 0 && noun.is(BailNoun) && !vb.passive && !s.person(who) && s.enforces(vb.subject) { // "granted bail to NAME"
		who = s.phrases[p].who
	}
	if !s.person(who) {
		return false
	}
	switch {
	case noun.is(BailNoun):
		s.legal(who, v, claim.Bailed, claim.Accused)
	case noun.is(Verdict) && s.measured(vb):
		s.legal(who, v, claim.Sentenced, claim.Accused)
	default:
		return false
	}
	return true
}

// measured tells of a sentence that a court passes: "a two-year sentence", "a
// suspended sentence", not "a long sentence to read".
func (s *Sentence) measured(vb *verb) bool {
	for k := vb.last; k < vb.end; k++ {
		w := &s.words[k]
		text := s.t.Source[w.start:w.end]
		if w.is(Unit) || w.is(NumberWord) || w.kind == prose.Number || w.is(Verdict) && strings.IndexByte(text, ' ') > 0 || strings.IndexByte(text, '-') > 0 {
			return true
		}
	}
	return false
}

// nounTold makes the legal step that the noun of phrase i tells as done: "his arrest
// in May", "the conviction of NAME". dated says whether a date right behind the
// noun is its own.
func (s *Sentence) nounTold(i int32, dated bool) {
	p := &s.phrases[i]
	h := &s.words[p.head]
	if !h.is(LegalNoun) || h.e.value == "" {
		return
	}
	action, who := claim.ActionOf(h.e.value), s.whoseNoun(i)
	if !s.person(who) || s.hasLegal(who, action) {
		return
	}
	s.add(claim.Legal, who, func(d *draft) {
		d.Action = action
		if action != claim.Arrested && action != claim.Detained {
			d.CaseRole = claim.Accused
		}
		for j := range s.dates {
			if dt := &s.dates[j]; dated && dt.first == p.last {
				s.setDate(d, dt, false)
			}
		}
	})
}
