package extract

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// statementRules read who said what.
var statementRules = []Rule{
	{
		Name:  "said",
		Doc:   "somebody said, denied, demanded, praised … with content",
		Types: []claim.Type{claim.Statement},
		needs: on(Say, Judge, AccordingTo, Light, Labels),
		Find:  said,
	},
}

// saying is one act of speaking.
type saying struct {
	verb int32
	who  int32
	// by is the one who spoke for who ("spokesman"), "" for who.
	by     string
	object int32 // the phrase of the addressee, -1
}

func said(s *Sentence) {
	var done []int32
	for i := range s.verbs {
		v := int32(i)
		if !s.speaks(v) {
			continue
		}
		how, ok := s.told(v)
		if !ok || how.status == claim.Planned && !s.verbs[v].is(Say) {
			continue
		}
		for _, sp := range s.sayings(v) {
			if slices.Contains(done, sp.who) || !s.person(sp.who) && !s.party(sp.who) {
				continue
			}
			done = append(done, sp.who)
			s.say(sp, how)
		}
	}
}

// say makes the claim of one act of speaking.
func (s *Sentence) say(sp saying, how told) {
	v := sp.verb
	if how.by == s.who[sp.who].name && len(how.via) == 0 {
		how.by = "" // "She lied, she said"
	}
	s.add(claim.Statement, sp.who, func(d *draft) {
		d.Status, d.By, d.Via = how.status, how.by, how.via
		if sp.by != "" && d.By == "" {
			d.By = sp.by
		}
		if sp.object >= 0 {
			if d.other = s.phrases[sp.object].who; d.other < 0 {
				d.Object = s.text(s.phrases[sp.object].span)
			} else if d.other == sp.who {
				d.other = -1
			}
		}
		if dt := s.dateOf(v); dt != nil {
			s.setDate(d, dt, how.status == claim.Planned)
		}
		d.fired = append(d.fired, used{"verb", s.verbs[v].span})
	})
}

// sayings gives those who speak: the subject and those coordinated with it, of a
// passive the one behind "by", of a spokesman those for whom he speaks.
func (s *Sentence) sayings(v int32) []saying {
	vb := &s.verbs[v]
	if vb.passive {
		return []saying{{verb: v, who: s.agent(v), object: vb.subject}}
	}
	object := int32(-1)
	if p := vb.object; p >= 0 && (vb.is(Tell) || vb.is(Ask)) && (s.phrases[p].prep < 0 || s.words[s.phrases[p].prep].is(To)) {
		object = p
	}
	var list []saying
	if vb.subject < 0 && vb.is(Say) && vb.finite && v == 0 && s.index-s.spoke == 1 && vb.first-s.s.first < 2 { // "And continued: …"
		return append(list, saying{verb: v, who: s.speaker, object: object})
	}
	for _, who := range s.subjects(v) {
		list = append(list, saying{verb: v, who: who, object: object})
	}
	if len(list) > 0 || vb.subject < 0 {
		return list
	}
	if who, by := s.spokenFor(vb.subject); who >= 0 {
		list = append(list, saying{v, who, by, object})
	}
	return list
}

// spokenFor tells for whom a spokesman without a name speaks: "a party
// spokesman", "Roe's spokeswoman", "a spokesman for Roe".
func (s *Sentence) spokenFor(i int32) (who int32, by string) {
	p := &s.phrases[i]
	head := p.head
	for k := p.first; k < p.last && !s.words[head].is(Spokes); k++ {
		if s.words[k].is(Spokes) {
			head = k
		}
	}
	h := &s.words[head]
	if !h.is(Spokes) {
		return -1, ""
	}
	by = s.text(span{head, head + 1})
	for k := p.first; k < head; k++ {
		if id := s.words[k].name; id >= 0 {
			if who := s.resolve(id); s.person(who) || s.party(who) {
				return who, by
			}
			return -1, ""
		}
		if s.words[k].is(OrgParty) && s.lastParty >= 0 {
			return s.lastParty, by
		}
		if w := &s.words[k]; w.is(Poss) && (w.is(Male) || w.is(Female)) && s.fitsGender(w, s.subjectBefore()) {
			return s.subjectBefore(), by
		}
	}
	for k := head + 1; k+1 < p.last; k++ {
		if id := s.words[k].name; id >= 0 && (s.words[head+1].is(For) || s.words[head+1].is(Of)) {
			if who := s.resolve(id); s.person(who) || s.party(who) {
				return who, by
			}
		}
	}
	for j := range s.phrases {
		if q := &s.phrases[j]; q.prep == head+1 && (s.words[q.prep].is(For) || s.words[q.prep].is(Of)) && (s.person(q.who) || s.party(q.who)) {
			return q.who, by
		}
	}
	return -1, ""
}

// subjectBefore gives the one of whom the sentences before told.
func (s *Sentence) subjectBefore() int32 {
	if s.index-s.subjectSince > 2 {
		return -1
	}
	return s.reading.subject
}

// speaks tells that the verb is an act of speaking here, with what is said.
func (s *Sentence) speaks(v int32) bool {
	vb := &s.verbs[v]
	switch {
	case vb.is(AccordingTo):
		return true
	case vb.passive:
		return (vb.is(Judge) || vb.is(Accuse) || vb.is(Tell) || vb.is(Ask)) && !vb.is(Dismiss) && !vb.is(LegalStep) && s.agent(v) >= 0 && s.saysPassive(v)
	case vb.reduced, vb.negated && !vb.is(Deny):
		return false
	case vb.gerund && !s.ownGerund(v), vb.infinitive && !s.ownInfinitive(v):
		return false
	}
	return s.content(v)
}

// saysPassive tells that behind a passive of speech stands what is said: "was
// accused by NAME of", "was described by NAME as".
func (s *Sentence) saysPassive(v int32) bool {
	vb := &s.verbs[v]
	if vb.is(Accuse) || vb.is(Labels) || vb.is(Judge) && vb.subject >= 0 && !s.somebody(vb.subject) {
		return true
	}
	return s.governs(v) || s.quoted(v)
}

// ownGerund tells of "…, saying that": an act of its own, not "criticised for
// saying that".
func (s *Sentence) ownGerund(v int32) bool {
	vb := &s.verbs[v]
	if vb.subject < 0 || vb.first == s.s.first {
		return vb.first == s.s.first
	}
	b := &s.words[vb.first-1]
	if b.is(By) || b.is(After) || b.is(Before) || b.comma() || b.is(And) {
		return true
	}
	return !b.is(Prep) && !b.is(Of) && !b.is(Neg) && !b.is(The) && !b.is(Sub)
}

// ownInfinitive tells of "is to say", "went on to say", "was quick to deny".
func (s *Sentence) ownInfinitive(v int32) bool {
	vb := &s.verbs[v]
	if vb.due {
		return true
	}
	if vb.gov < 0 {
		return false
	}
	g := &s.verbs[vb.gov]
	switch {
	case g.is(Continue), g.is(Begin), g.is(Implies), g.e.lemma == "go":
		return true
	case g.passive && (g.is(Expects) || g.is(Say) || g.is(Think)):
		return true
	}
	return false
}

// content tells that what is said stands in the sentence: a quotation, a clause,
// a colon, an object, a preposition that brings it.
func (s *Sentence) content(v int32) bool {
	vb := &s.verbs[v]
	object := vb.object >= 0 && s.phrases[vb.object].prep < 0
	if vb.is(Say) {
		if s.quoted(v) {
			return true
		}
		if vb.is(Continue) {
			return false
		}
		if s.governs(v) {
			return true
		}
	}
	switch {
	case vb.is(Deny):
		return object && !s.givenTo(v)
	case vb.is(Accuse):
		return object
	case vb.is(Content) && object && !s.words[s.phrases[vb.object].first].is(Neg):
		return true
	case vb.is(Topic) && s.topic(v):
		return true
	case vb.is(Light) && object && s.speechNoun(v):
		return true
	case vb.is(Labels) && s.labelled(v, object):
		return true
	case vb.is(Judge) && !vb.is(Labels):
		if vb.last < s.s.last && (s.words[vb.last].is(RelWhat) || s.words[vb.last].is(As) || s.words[vb.last].is(That) && vb.last+1 < s.s.last && s.words[vb.last+1].is(As)) {
			return true
		}
		return object && !(vb.is(Dismiss) && s.somebody(vb.object))
	}
	return false
}

// governs tells of a clause, an infinitive or a gerund that the verb brings:
// what is said.
func (s *Sentence) governs(v int32) bool {
	vb := &s.verbs[v]
	for i := range s.verbs {
		w := &s.verbs[i]
		switch {
		case w.frame == v && w.reduced && w.first < vb.first && w.is(Ask): // "Asked about it, she laughed"
		case w.frame == v:
			if !vb.is(Write) || s.thatBetween(vb.last, w.first) {
				return true
			}
		case w.gov == v:
			if !vb.is(Write) && !(vb.is(Topic) && !vb.is(Ask) && !vb.is(Intend)) {
				return true
			}
		case w.gerund && w.first == vb.last && vb.finite:
			return true
		}
	}
	return false
}

// thatBetween tells of a "that" from..to.
func (s *Sentence) thatBetween(from, to int32) bool {
	for k := from; k < to; k++ {
		if s.words[k].is(That) {
			return true
		}
	}
	return false
}

// quoted tells of a quotation in the sentence that can be the verb's: behind
// it, or before it where the verb closes the speech.
func (s *Sentence) quoted(v int32) bool {
	vb := &s.verbs[v]
	end := s.s.last
	for i := int(v) + 1; vb.subordinate && i < len(s.verbs); i++ { // what stands behind the main verb is not said in an aside before it
		if w := &s.verbs[i]; w.finite && !w.subordinate && w.frame != v {
			end = w.first
			break
		}
	}
	for k := s.s.first; k < end; k++ {
		if s.words[k].kind == prose.Open || s.words[k].depth > 0 {
			return true
		}
	}
	return vb.last < s.s.last && s.words[vb.last].mark == ':'
}

// givenTo tells of "denied the mayor a visa", "denied tickets to three members".
func (s *Sentence) givenTo(v int32) bool {
	vb := &s.verbs[v]
	p := &s.phrases[vb.object]
	if s.somebody(vb.object) {
		return true
	}
	return p.last < s.s.last && s.words[p.last].is(To) && !s.words[p.head].is(SpeechNoun)
}

// somebody tells that a phrase stands for people.
func (s *Sentence) somebody(i int32) bool {
	switch s.phrases[i].kind {
	case personPhrase, rolePhrase:
		return true
	case anonymousPhrase:
		return !s.words[s.phrases[i].head].is(Reports)
	case pronounPhrase:
		w := &s.words[s.phrases[i].head]
		return !w.is(Thing) && !w.is(Det)
	}
	return false
}

// topic tells of "warned against a split", "complained of delays".
func (s *Sentence) topic(v int32) bool {
	vb := &s.verbs[v]
	if vb.last >= s.s.last {
		return false
	}
	w := &s.words[vb.last]
	return w.is(Of) || w.is(Against) || w.is(For) || w.is(About) || w.is(Over) || w.is(On) && vb.e.lemma != "appeal"
}

// speechNoun tells that the verb's object is a noun of speech with its content:
// "unveiled plans to", "gave a pledge that", "issued a warning of".
func (s *Sentence) speechNoun(v int32) bool {
	p := &s.phrases[s.verbs[v].object]
	h := &s.words[p.head]
	if !h.is(SpeechNoun) || p.last >= s.s.last {
		return false
	}
	w := &s.words[p.last]
	if w.is(To) {
		for i := range s.verbs {
			if s.verbs[i].infinitive && s.verbs[i].first == p.last {
				return true
			}
		}
		return false
	}
	return w.is(That) || w.is(For) || w.is(Of) || w.is(Against) || w.is(About) || w.is(Over)
}

// labelled tells of "called the budget an obituary", "described it as late",
// "branded him “a coward”", "wished them luck".
func (s *Sentence) labelled(v int32, object bool) bool {
	vb := &s.verbs[v]
	for k := vb.last; k < vb.end; k++ {
		if s.words[k].is(As) {
			return true
		}
	}
	if !object {
		return false
	}
	p := &s.phrases[vb.object]
	if s.words[p.head].is(Reports) && s.s.classes.has(Untrue) { // "described claims that … as nonsense"
		return true
	}
	if p.last >= s.s.last {
		return false
	}
	w := &s.words[p.last]
	return w.kind == prose.Open || w.is(A) || w.is(The) || w.is(SpeechNoun) || s.words[p.last-1].kind == prose.Open ||
		w.kind == prose.Word && !w.any(&closed) && p.kind == pronounPhrase
}
