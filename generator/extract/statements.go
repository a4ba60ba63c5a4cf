package extract

import (
	"slices"

	"profilegen/generator/claim"
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
	{
		Name:  "quoted-speech",
		Doc:   "what somebody said, in the words of another: “Tom Pell told me that …,” said Ana Roe",
		Types: []claim.Type{claim.Statement},
		needs: on(Say),
		Find:  quotedSpeech,
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
	var room [8]int32
	done := room[:0]
	for i := range s.verbs {
		v := int32(i)
		if !s.speaks(v) {
			continue
		}
		how, ok := s.told(v)
		if !ok || how.ahead && !s.verbs[v].is(Say) {
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
			s.setDate(d, dt, how.ahead)
		}
		d.fired = append(d.fired, used{"verb", s.verbs[v].span})
	})
}

// sayings gives those who speak: the subject and those coordinated with it, of a
// passive the one behind "by", of a spokesman those for whom he speaks.
func (s *Sentence) sayings(v int32) []saying {
	vb := &s.verbs[v]
	list := s.room.sayings[:0]
	defer func() { s.room.sayings = list[:0] }()
	if vb.passive {
		sp := saying{verb: v, who: s.agent(v), object: -1}
		if vb.subject >= 0 && s.somebody(vb.subject) {
			sp.object = vb.subject
		}
		return append(list, sp)
	}
	object := int32(-1)
	if p := vb.object; p >= 0 && (vb.is(Tell) || vb.is(Ask)) && (s.phrases[p].prep < 0 || s.words[s.phrases[p].prep].is(To)) {
		object = p
	}
	if vb.subject < 0 && vb.is(Say) && vb.finite && v == 0 && s.index-s.spoke == 1 && vb.first-s.s.first < 2 { // "And continued: …"
		list = append(list, saying{verb: v, who: s.speaker, object: object})
		return list
	}
	for _, who := range s.subjects(v) {
		list = append(list, saying{verb: v, who: who, object: object})
	}
	if len(list) > 0 || vb.subject < 0 {
		return list
	}
	who, by := s.spokenFor(vb.subject)
	if who < 0 && vb.is(Say) {
		who, by = s.ownSpokesman(v)
	}
	if who >= 0 {
		return append(list, saying{v, who, by, object})
	}
	if who, by := s.wroteStatement(vb.subject); who >= 0 && vb.is(Say) {
		list = append(list, saying{v, who, by, object})
	}
	if w := &s.words[s.phrases[vb.subject].head]; w.is(Pron) && w.is(Thing) && vb.is(Say) && s.index-s.orgSince == 1 && s.party(s.orgSubject) && s.phrases[vb.subject].first <= s.s.first+2 {
		list = append(list, saying{verb: v, who: s.orgSubject, object: object}) // "It said on its website that"
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
		if w := &s.words[k]; w.is(Poss) && (w.is(Male) || w.is(Female)) {
			if s.fitsGender(w, s.subjectBefore()) {
				return s.subjectBefore(), by
			}
			if s.index-s.focusSince <= 2 && s.fitsGender(w, s.focus) && s.sure(w, s.focus, s.reading.subject) {
				return s.focus, by
			}
			if s.index-s.spoke == 1 && !s.anonymous && s.fitsGender(w, s.speaker) {
				return s.speaker, by
			}
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

// ownSpokesman reads "his spokesman said NAME had gone": what is said begins with the
// one for whom he speaks.
func (s *Sentence) ownSpokesman(v int32) (who int32, by string) {
	p := &s.phrases[s.verbs[v].subject]
	if !s.words[p.first].is(Poss) || !s.words[p.head].is(Spokes) || s.words[p.first].is(FirstPerson) || s.words[p.first].is(Plural) {
		return -1, ""
	}
	for i := range s.verbs {
		w := &s.verbs[i]
		if w.frame != v || w.subject < 0 {
			continue
		}
		if q := &s.phrases[w.subject]; q.kind == personPhrase && s.fitsGender(&s.words[p.first], q.who) {
			return q.who, s.text(span{p.head, p.head + 1})
		}
		break
	}
	return -1, ""
}

// wroteStatement gives the one whose statement the phrase i is: "a statement from
// NAME", "a statement issued by the PARTY"; -1.
func (s *Sentence) wroteStatement(i int32) (who int32, by string) {
	p := &s.phrases[i]
	if p.kind != otherPhrase || !s.words[p.head].is(Bulletin) {
		return -1, ""
	}
	for j := int(i) + 1; j < len(s.phrases) && j < int(i)+3; j++ {
		q := &s.phrases[j]
		if q.prep < p.last || q.prep > p.last+2 || !s.words[q.prep].is(From) && !s.words[q.prep].is(By) {
			continue
		}
		if s.person(q.who) || s.party(q.who) {
			return q.who, ""
		}
		return s.spokenFor(int32(j))
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
	case g.is(Continue), g.is(Begin), g.is(Implies), g.is(Go):
		return true
	case g.passive && (g.is(Expects) || g.is(Say) || g.is(Think)):
		return true
	}
	return false
}
