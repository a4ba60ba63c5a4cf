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
		needs: on(Say, Judge, AccordingTo, Light, Labels, Accuse, Vocal),
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
	if w := &s.words[s.phrases[vb.subject].head]; s.phrases[vb.subject].kind == pronounPhrase && w.is(Plural) && !w.is(FirstPerson) && !w.is(SecondPerson) && !w.is(ObjectForm) && s.index-s.pairSince == 1 && s.spoke == s.pairSince && vb.is(Say) && vb.frame < 0 {
		for _, who := range s.pair { // "They said": the two who spoke before
			list = append(list, saying{verb: v, who: who, object: object})
		}
		return list
	}
	who, by := s.spokenFor(vb.subject)
	if who < 0 && vb.is(Say) {
		who, by = s.ownSpokesman(v)
	}
	if who >= 0 {
		s.mouth = ahead{who, s.index}
		return append(list, saying{v, who, by, object})
	}
	if p := &s.phrases[vb.subject]; s.spokesFor(p) && !(p.last == p.first+2 && s.words[p.first].is(The)) {
		s.mouth.who = -1 // "A commission spokesman said": not "the spokesman" of before
	}
	if who, by := s.wroteStatement(vb.subject); who >= 0 && vb.is(Say) {
		list = append(list, saying{v, who, by, object})
	}
	if w := &s.words[s.phrases[vb.subject].head]; w.is(Pron) && w.is(Thing) && vb.is(Say) && s.index-s.orgSince == 1 && s.party(s.orgSubject) && s.phrases[vb.subject].first <= s.s.first+2 {
		list = append(list, saying{verb: v, who: s.orgSubject, object: object}) // "It said on its website that"
	}
	return list
}

// speeches are the verbs that can be acts of speaking.
var speeches = setOf(Say, Deny, Accuse, Content, Topic, Light, Labels, Judge, Tell, Ask, Be, AccordingTo)

// speaks tells that the verb is an act of speaking here, with what is said.
func (s *Sentence) speaks(v int32) bool {
	vb := &s.verbs[v]
	switch {
	case !vb.any(&speeches):
		return false
	case vb.is(AccordingTo):
		return true
	case vb.is(Be) && !vb.passive:
		return s.vocal(vb)
	case vb.passive:
		return (vb.is(Judge) || vb.is(Accuse) || vb.is(Tell) || vb.is(Ask)) && !vb.is(Dismiss) && !vb.is(LegalStep) && s.agent(v) >= 0 && s.saysPassive(v)
	case vb.frame >= 0 && vb.subordinate && !vb.is(Deny) && !vb.is(Accuse) && !s.thatBetween(vb.last, min(vb.last+2, s.s.last)): // "said she left when he asked how"
		return false
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
	if b.is(As) && v > 0 && s.verbs[v-1].is(Quote) { // "was quoted as saying"
		return true
	}
	if (b.is(After) || b.is(Before)) && !s.governs(v) && !s.quoted(v) { // "was dropped after criticising him"
		return false
	}
	if s.meanwhile(vb) && !s.governs(v) && !s.quoted(v) { // "while at the same time attacking her"
		return false
	}
	if p := &s.phrases[vb.subject]; p.last == vb.first && p.prep >= 0 && !s.words[p.prep].is(With) { // "a case brought by NAME challenging the vote"
		return false
	}
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
	case g.is(Continue), g.is(Begin), g.is(Implies), g.is(Go), s.airs(g):
		return true
	case vb.is(Agree) && !vb.perfect && !g.is(Expects):
		return false // "is understood to agree that"
	case g.passive && (g.is(Expects) || g.is(Say) || g.is(Think)):
		return true
	}
	return false
}

// meanwhile tells of "while", "when" or "in" before a gerund, a few words of time
// between them.
func (s *Sentence) meanwhile(vb *verb) bool {
	for k := vb.first - 1; k >= max(s.s.first, vb.first-6); k-- {
		switch w := &s.words[k]; {
		case w.is(Sub) && !w.is(Prep):
			return true
		case w.kind != prose.Word, w.name >= 0, w.e.forms != 0 && !w.is(Unit):
			return false
		}
	}
	return false
}
