package extract

import "profilegen/generator/prose"

// remember notes what the sentences to come may take up.
func (r *reading) remember(s *sentence) {
	for i := range r.dates {
		if d := &r.dates[i]; d.from.kind == absolute {
			r.anchor = d.from.year
		}
	}
	r.before = r.before[:0]
	focus, aside := int32(-1), int32(-1)
	clause := int32(-1) // whom a subordinate clause was about
	kin := false
	for i := range r.verbs {
		v := &r.verbs[i]
		if v.subject < 0 {
			continue
		}
		p := &r.phrases[v.subject]
		if p.kind == personPhrase && !r.words[v.head].aux() {
			r.before = append(r.before, done{v.e, p.who})
		}
		if !v.finite {
			continue
		}
		if r.speech(v) && (v.frame < 0 || i == int(r.outer)) {
			if v.subordinate {
				aside = v.subject
			} else {
				r.spokeUp(p)
				aside = -1
			}
		}
		if p.who >= 0 && r.who[p.who].kind == Person && v.subordinate && v.frame < 0 && p.kind == personPhrase && clause < 0 && !r.kinBefore(s, p) {
			clause = p.who
		}
		if p.who < 0 && p.kind == otherPhrase && p.prep < 0 && !v.subordinate && (r.words[p.head].is(OrgPublic) || r.words[p.head].is(OrgCourt) || r.words[p.head].is(CourtNoun)) && r.words[p.first].is(The) {
			r.body, r.bodySince = r.text(span{p.first + 1, p.head + 1}), r.index
		}
		if p.who >= 0 && r.who[p.who].kind == Org && !v.subordinate && v.frame < 0 && r.orgSince != r.index {
			r.orgSubject, r.orgSince = p.who, r.index
		}
		if r.kinNamed(v.subject) || r.kinBefore(s, p) {
			kin = true
			continue
		}
		if v.is(AccordingTo) { // of whom the sentence tells stands beside it
			continue
		}
		if p.who >= 0 && r.who[p.who].kind == Person && !v.subordinate && (v.frame < 0 || r.verbs[v.frame].is(AccordingTo)) {
			if r.subjectSince != r.index {
				r.byName = p.kind == personPhrase
			}
			r.subject, r.subjectSince = p.who, r.index
			focus = p.who
		}
	}
	if voice := r.outer; voice >= 0 && r.verbs[voice].is(AccordingTo) && r.subjectSince != r.index { // "According to NAME, it was"
		if p := &r.phrases[r.verbs[voice].subject]; p.who >= 0 && r.who[p.who].kind == Person {
			r.subject, r.subjectSince, r.byName, focus = p.who, r.index, p.kind == personPhrase, p.who
		}
	}
	if clause >= 0 && r.subjectSince != r.index { // "It was in May that NAME left."
		r.subject, r.subjectSince, r.byName = clause, r.index, false
	}
	if kin && r.subjectSince != r.index { // "Mr Roe comes of old stock: his father, NAME, was": of Mr Roe
		if lead := &r.phrases[0]; lead.kind == personPhrase && lead.prep < 0 && lead.who >= 0 {
			r.subject, r.subjectSince, r.byName = lead.who, r.index, true
		} else if of := r.ownerOf(lead); of >= 0 { // "Roe's wife, NAME, watched. He said"
			r.subject, r.subjectSince, r.byName = of, r.index, true
			focus = of
		}
	}
	if aside >= 0 && r.spoke != r.index && r.phrases[aside].who >= 0 { // "… by NAME, who noted that"
		r.spokeUp(&r.phrases[aside])
	}
	if with := r.withSpeaker(); with >= 0 && r.spoke != r.index {
		r.spokeUp(&r.phrases[with])
	}
	r.notePair()
	if r.spoke == r.index {
		return
	}
	if focus < 0 {
		focus = r.onlyPerson()
	}
	if focus >= 0 {
		r.focus, r.focusSince = focus, r.index
		r.focusLeads = len(r.phrases) > 0 && r.phrases[0].who == focus && r.phrases[0].prep < 0
	}
}

// withSpeaker gives the phrase of the one whose speech hangs on a sentence: "It drew
// an outcry, with Senator NAME saying that"; -1.
func (r *reading) withSpeaker() int32 {
	for i := range r.verbs {
		v := &r.verbs[i]
		if !v.gerund || !v.is(Say) {
			continue
		}
		for j := range r.phrases {
			if p := &r.phrases[j]; p.last == v.first && p.kind == personPhrase && p.prep >= 0 && r.words[p.prep].is(With) {
				return int32(j)
			}
		}
	}
	return -1
}

// notePair notes the two people that the sentence is about: "Ana Roe and Tom Pell
// have two children."
func (r *reading) notePair() {
	for i := range r.verbs {
		v := &r.verbs[i]
		if v.subject < 0 || !v.finite || v.subordinate || v.frame >= 0 {
			continue
		}
		p := &r.phrases[v.subject]
		if p.also < 0 || p.who < 0 || r.who[p.who].kind != Person {
			return
		}
		if q := &r.phrases[p.also]; q.also < 0 && q.who >= 0 && r.who[q.who].kind == Person && q.who != p.who {
			r.pair, r.pairSince = [2]int32{p.who, q.who}, r.index
		}
		return
	}
}

// spokeUp notes the speaker of the sentence.
func (r *reading) spokeUp(p *phrase) {
	if p.who < 0 && p.kind == otherPhrase && !r.words[p.head].is(Anonymous) { // "the rules say"
		return
	}
	r.spoke = r.index
	r.speaker, r.anonymous = p.who, p.who < 0
	if r.anonymous && r.words[p.head].is(Anonymous) && r.words[p.head].is(Plural) { // "Critics say …": nobody whom "he" could be
		r.anonymous = false
	}
}

// onlyPerson gives the first person that the sentence names outside of relative
// clauses, of whom it tells without making him its subject: "His view was not
// shared by NAME"; -1.
func (r *reading) onlyPerson() int32 {
	for i := range r.phrases {
		if p := &r.phrases[i]; p.kind == personPhrase && p.who >= 0 && r.who[p.who].kind == Person {
			return p.who
		}
	}
	return -1
}

// spokenBy says whom "he" means before a verb of speech: the one who spoke last,
// or the one whom the paragraph has turned to since; known tells that it is
// settled, if only for nobody. closing tells of ", he said." behind the speech:
// who is spoken of before it does not count.
func (p *parser) spokenBy(w *word, closing bool) (who int32, known bool) {
	here := p.s.paragraph
	turned := p.focus >= 0 && p.index-p.focusSince <= 2 && p.focusSince > p.spoke && p.sentences[p.focusSince].paragraph == here
	if turned && p.spoke >= 0 && p.fits(w, p.focus) && (p.sentences[p.spoke].paragraph != here || !closing && p.byName && p.subject == p.focus && p.index-p.focusSince == 1) {
		return p.focus, true
	}
	if !closing && p.byName && p.focus >= 0 && p.subject == p.focus && p.focus != p.speaker && p.focusSince == p.index-1 && p.focusSince > p.spoke && p.at == p.s.first+1 && p.fits(w, p.focus) {
		return p.focus, true // "The minister, NAME, came out for it. He told …"
	}
	if !closing && p.focus >= 0 && p.subject == p.focus && p.focus != p.speaker && p.index-p.focusSince == 1 && p.index-p.spoke >= 3 && p.fits(w, p.focus) {
		return p.focus, true // two sentences of somebody else came between
	}
	if p.index-p.spoke <= 3 {
		if p.anonymous && p.spoke >= p.subjectSince {
			return -1, true
		}
		if p.fits(w, p.speaker) && p.sure(w, p.speaker, p.focus) {
			return p.speaker, true
		}
	}
	if !closing {
		return -1, false
	}
	own := int32(-1)
	for i := range p.verbs {
		if v := &p.verbs[i]; v.subject >= 0 {
			own = p.phrases[v.subject].who
		}
	}
	if p.fits(w, p.subject) && p.index-p.subjectSince <= 3 && p.subject != own {
		return p.subject, true
	}
	return -1, false
}

// dropped gives a verb that stands without its subject, in a language that leaves
// it out, the one who spoke last or of whom the article told last.
func (p *parser) dropped(v *verb) {
	who := p.subject
	if p.index-p.subjectSince > 1 {
		who = -1
	}
	if v.is(Say) && p.index-p.spoke <= 2 {
		if who = p.speaker; p.anonymous {
			return
		}
	}
	if frame := p.top().frame; frame >= 0 && p.verbs[frame].subject >= 0 {
		who = p.phrases[p.verbs[frame].subject].who
	}
	if who < 0 {
		return
	}
	p.phrases = append(p.phrases, phrase{span: span{v.first, v.first}, head: v.first, kind: pronounPhrase, who: who, prep: -1, role: -1, also: -1})
	v.subject = int32(len(p.phrases)) - 1
}

// sure tells that nothing speaks for the other one: a woman known as one before
// somebody of whom the article does not say.
func (r *reading) sure(w *word, a, b int32) bool {
	if b < 0 || a == b || r.focusSince < r.spoke {
		return true
	}
	x, y := &r.who[a], &r.who[b]
	return !(w.is(Female) && y.female && !x.female) && !(w.is(Male) && y.male && !x.male)
}

// closingSpeech tells that the pronoun at k, behind a comma or a quotation, has a
// verb of speech with nothing to follow: "…, he said."
func (p *parser) closingSpeech(k int32) bool {
	if k == p.s.first {
		return false
	}
	if b := &p.words[k-1]; !b.comma() && b.kind != prose.Close && b.kind != prose.Dash {
		return false
	}
	return p.saysNext(k + 1)
}

// closesBehind is closingSpeech for a phrase: "…, the home secretary has said."
func (p *parser) closesBehind(ph *phrase) bool {
	if ph.first == p.s.first {
		return false
	}
	if b := &p.words[ph.first-1]; !b.comma() && b.kind != prose.Close && b.kind != prose.Dash {
		return false
	}
	return p.saysNext(ph.last)
}

// saysNext tells of a verb of speech at k that closes the speech.
func (p *parser) saysNext(k int32) bool {
	last := min(p.s.last, k+4)
	for k < last && (p.words[k].is(Adv) || p.words[k].aux()) {
		k++
	}
	return k < p.s.last && p.words[k].is(Say) && p.speechEnds(&p.words[k], k+1)
}

// speechEnds tells that behind a verb of speech nothing but an addressee, a time
// or a place follows.
func (p *parser) speechEnds(w *word, k int32) bool {
	if p.ends(k) {
		return true
	}
	if !w.is(Tell) {
		return false
	}
	ph := p.phraseAt(p.s, k)
	return ph.last > k && p.ends(ph.last)
}
