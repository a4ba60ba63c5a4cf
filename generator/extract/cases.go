package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// caseEnds reads "charges against NAME were dropped", "NAME's conviction was
// quashed", "prosecutors dropped the case against NAME".
func (s *Sentence) caseEnds(v int32) bool {
	vb := &s.verbs[v]
	step := vb.e.value == "quashed"
	if !vb.is(Drops) && !step {
		return false
	}
	p := vb.subject
	if !vb.passive && !(vb.object < 0) {
		p = vb.object
	}
	if p < 0 || vb.is(Deny) {
		return false
	}
	h := &s.words[s.phrases[p].head]
	for k := s.phrases[p].first; k < s.phrases[p].last && !h.is(CaseNoun) && !h.is(Verdict); k++ {
		if s.words[k].is(CaseNoun) || s.words[k].is(Verdict) {
			h = &s.words[k]
		}
	}
	action := claim.Dropped
	switch {
	case h.is(Verdict) && step:
		action = claim.Quashed
	case h.is(CaseNoun) && (vb.is(Drops) || step):
	default:
		return false
	}
	if who := s.whoseCase(p); s.person(who) {
		s.legal(who, v, action, claim.Accused)
		return true
	}
	return false
}

// whoseCase gives the one whom charges are against, whose conviction it is; of
// "the complaint" alone the one charged last.
func (s *Sentence) whoseCase(i int32) int32 {
	p := &s.phrases[i]
	for k := p.first; k < p.last; k++ {
		if id := s.words[k].name; id >= 0 {
			return s.resolve(id)
		}
		if w := &s.words[k]; w.is(Poss) && (w.is(Male) || w.is(Female)) {
			return s.hisOrHers(w, i)
		}
	}
	for j := range s.phrases {
		if q := &s.phrases[j]; q.prep == p.last && (s.words[q.prep].is(Against) || s.words[q.prep].is(Of)) && q.who >= 0 {
			return q.who
		}
	}
	if s.words[p.first].is(The) {
		for k := len(s.drafts) - 1; k >= s.lately(); k-- {
			if d := &s.drafts[k]; d.Type == claim.Legal && d.Status == claim.Asserted {
				if d.words.first >= s.s.first || s.words[d.words.first].start > 0 && s.index > 0 && d.words.first >= s.sentences[s.index-1].first {
					return d.who
				}
				break
			}
		}
	}
	return -1
}

// hisOrHers gives the one whom "his" and "her" stand for before phrase i.
func (s *Sentence) hisOrHers(w *word, i int32) int32 {
	for j := i - 1; j >= 0; j-- {
		if q := &s.phrases[j]; q.who >= 0 && s.fitsGender(w, q.who) && q.prep < 0 {
			return q.who
		}
	}
	if s.reading.subject >= 0 && s.index-s.subjectSince <= 2 && s.fitsGender(w, s.reading.subject) {
		return s.reading.subject
	}
	return -1
}

// caseBegins reads "prosecutors filed charges against NAME", "a warrant for NAME
// was issued", "opened an investigation into NAME".
func (s *Sentence) caseBegins(v int32) {
	vb := &s.verbs[v]
	if !vb.is(Files) {
		return
	}
	p := vb.object
	if vb.passive {
		p = vb.subject
	}
	if p < 0 || s.phrases[p].prep >= 0 || s.words[s.phrases[p].first].is(Neg) { // "no charges were brought"
		return
	}
	var action claim.Action
	switch h := &s.words[s.phrases[p].head]; {
	case h.is(Warrant):
		action = claim.Wanted
	case h.is(ProbeNoun):
		action = claim.Investigated
	case h.is(CaseNoun):
		action = claim.Charged
		if !vb.passive && !s.enforces(vb.subject) {
			return
		}
	default:
		return
	}
	for j := range s.phrases {
		q := &s.phrases[j]
		if q.prep < s.phrases[p].last || q.prep < vb.last && !vb.passive {
			continue
		}
		if h := &s.words[q.head]; action == claim.Wanted && s.words[q.prep].is(For) && h.is(LegalNoun) && q.who < 0 { // "a warrant for NAME's arrest"
			if who := s.whoseCase(int32(j)); s.person(who) {
				s.legal(who, v, action, claim.Accused)
			}
			return
		}
		if !s.person(q.who) {
			continue
		}
		if action == claim.Wanted && s.words[q.prep].is(Of) && s.words[q.prep-1].is(LegalNoun) && q.prep-s.phrases[p].last < 5 { // "a warrant for the arrest of NAME"
			s.legal(q.who, v, action, claim.Accused)
			return
		}
		if !vb.passive && !s.plainWords(s.phrases[p].last, q.prep) {
			continue
		}
		if w := &s.words[q.prep]; w.is(Against) || w.is(For) && action == claim.Wanted || w.is(Prep) && !w.is(By) && !w.is(In) && !w.is(On) && action == claim.Investigated {
			role := claim.Accused
			if action == claim.Investigated {
				role = s.crimeRole(v)
			}
			s.legal(q.who, v, action, role)
			return
		}
	}
}

// plainWords tells that neither a comma nor a verb stands from..to.
func (s *Sentence) plainWords(from, to int32) bool {
	for k := from; k < to; k++ {
		if w := &s.words[k]; w.kind != prose.Word && w.kind != prose.Number && w.kind != prose.Genitive || w.e.forms != 0 && s.verbHere(s.s, k) {
			return false
		}
	}
	return true
}
