package extract

import "profilegen/generator/prose"

// resolvePhrase says whom a phrase takes up; speaking tells that a verb of
// speech is known to follow or precede.
func (p *parser) resolvePhrase(ph *phrase, c *clause, speaking bool) {
	switch ph.kind {
	case pronounPhrase:
		w := &p.words[ph.head]
		if w.is(Thing) || w.is(Plural) || w.is(FirstPerson) || w.is(SecondPerson) {
			return
		}
		next := &nothing
		if ph.last < p.s.last {
			next = &p.words[ph.last]
			for k := ph.last; k < min(p.s.last, ph.last+4) && (p.words[k].is(Adv) || p.words[k].aux()); k++ {
				if k+1 < p.s.last {
					next = &p.words[k+1]
				}
			}
		}
		p.at, p.other = ph.last, -1
		if w.is(ObjectForm) && !w.is(Reflexive) && c.verb >= 0 && p.verbs[c.verb].subject >= 0 { // "she called him": not herself
			p.other = p.phrases[p.verbs[c.verb].subject].who
		}
		ph.who = p.pronoun(w, c, speaking || next.is(Say))
		if p.other = -1; ph.who >= 0 {
			p.noteRecent(ph.who)
		}
	case rolePhrase:
		if ph.who >= 0 || ph.role < 0 {
			return
		}
		ro := &p.roles[ph.role]
		if ro.owner <= -2 { // "her deputy": whose?
			p.ownOrg(ro, c)
		}
		if ro.holder >= 0 {
			ph.who = p.resolve(ro.holder)
		} else if ro.definite && !ro.plural && ro.owner == -1 {
			ph.who = p.described(ph, ro)
		} else if ro.indefinite && !ro.plural && ro.owner == -1 && ph.prep < 0 && p.closesBehind(ph) {
			ph.who = p.fromLead(ph, ro)
		} else if ro.indefinite && !ro.plural && ro.owner == -1 && len(p.phrases) == 0 && ph.prep < 0 && p.n == 1 {
			ph.who = p.fromLead(ph, ro)
		}
	case otherPhrase:
		if ph.who < 0 && (p.ofAge(ph) || p.oneOfParty(ph)) {
			ph.who = p.toldOf()
		}
		if ph.who < 0 && ph.head > ph.first {
			ph.who = p.inCase(ph)
		}
	case orgPhrase:
		if p.oneOfParty(ph) {
			ph.who = p.toldOf()
		}
	case personPhrase:
		if ph.who >= 0 {
			p.noteRecent(ph.who)
		}
	}
}

// noteRecent notes that a person was spoken of.
func (r *reading) noteRecent(id int32) {
	if n := len(r.recent); n > 0 && r.recent[n-1] == id {
		return
	}
	r.recent = append(r.recent, id)
}

// fitsGender tells that a pronoun can stand for a person.
func (r *reading) fitsGender(w *word, id int32) bool {
	if id < 0 || r.who[id].kind != Person {
		return false
	}
	e := &r.who[id]
	if w.is(Male) {
		return e.male || !e.female
	}
	if w.is(Female) {
		return e.female || !e.male
	}
	return true
}

// fits tells that a pronoun can stand for a person where it stands.
func (p *parser) fits(w *word, id int32) bool {
	return id != p.other && p.fitsGender(w, id) && !p.calledOtherwise(w, id)
}

// calledOtherwise tells that the sentence has called somebody "she" before a "he".
func (p *parser) calledOtherwise(w *word, id int32) bool {
	for i := range p.phrases {
		if ph := &p.phrases[i]; ph.kind == pronounPhrase && ph.who == id && id >= 0 {
			if h := &p.words[ph.head]; h.is(Male) && w.is(Female) || h.is(Female) && w.is(Male) {
				return true
			}
		}
	}
	return false
}

// ofGender tells that the article knows a person for a man or a woman, as the pronoun
// says.
func (r *reading) ofGender(w *word, id int32) bool {
	if id < 0 {
		return false
	}
	e := &r.who[id]
	return e.kind == Person && (w.is(Male) && e.male && !e.female || w.is(Female) && e.female && !e.male)
}

// firstPerson tells that the sentence has named nobody so far.
func (p *parser) firstPerson() bool {
	for i := range p.phrases {
		if ph := &p.phrases[i]; ph.who >= 0 && p.who[ph.who].kind == Person {
			return false
		}
	}
	return true
}

// pronoun says whom "he" or "she" means; -1 where that is not clear.
func (p *parser) pronoun(w *word, c *clause, speaking bool) int32 {
	if who := p.announcer(p.at - 1); who >= 0 && p.fits(w, who) {
		return who
	}
	// inside what somebody says: that somebody
	if c.frame >= 0 {
		if s := p.verbs[c.frame].subject; s >= 0 {
			who := p.phrases[s].who
			if who >= 0 && p.fits(w, who) {
				return who
			}
			if who < 0 && p.phrases[s].kind == pronounPhrase && p.anonymous {
				return -1
			}
		}
	}
	// the one of whom the sentence before told the same: "that he had been removed"
	if e := p.verbAhead(); e != nil {
		for _, old := range p.before {
			if old.e == e && p.fits(w, old.who) {
				return old.who
			}
		}
	}
	closing := speaking && p.closingSpeech(p.at-1)
	if closing {
		if who, known := p.spokenBy(w, true); known {
			return who
		}
	}
	// the subject of this sentence
	for i := len(p.verbs) - 1; i >= 0; i-- {
		v := &p.verbs[i]
		if v.subject >= 0 && v.finite && p.phrases[v.subject].prep < 0 && p.fits(w, p.phrases[v.subject].who) && !(w.is(Poss) && !w.is(ObjectForm) && p.kinNamed(v.subject)) {
			return p.phrases[v.subject].who
		}
	}
	for i := p.n - 1; i >= 0; i-- {
		if i == 0 && len(p.waiting) > 0 { // "Appointed by NAME, she": not that name
			break
		}
		if np := p.stack[i].np; np >= 0 && p.fits(w, p.phrases[np].who) {
			return p.phrases[np].who
		}
	}
	if speaking && !closing {
		if who, known := p.spokenBy(w, false); known {
			return who
		}
	}
	if !speaking && (p.at == p.s.first+1 || len(p.verbs) == 0 && len(p.phrases) == 0) && p.paragraphOpens() && p.spoke == p.index-1 && p.onceNamed(p.subject) {
		if topic := p.mainPerson(); topic >= 0 && p.fits(w, topic) { // "He was first elected in 1987": whom the article is about
			return topic
		}
	}
	if !speaking && p.paragraphOpens() && p.firstPerson() && p.subject >= 0 && !p.who[p.subject].male && !p.who[p.subject].female { // "Made a peer in 1979, she sat", behind one of whom the article does not say
		if topic := p.protagonist(); topic != p.subject && p.ofGender(w, topic) {
			return topic
		}
	}
	if p.focus >= 0 && p.focusLeads && p.focusSince > p.subjectSince && p.subjectSince >= 0 && p.ofGender(w, p.focus) && p.focus != p.other && p.sentences[p.focusSince].paragraph == p.s.paragraph && p.sentences[p.subjectSince].paragraph != p.s.paragraph {
		return p.focus // the paragraph has turned to somebody else since
	}
	if w.is(ObjectForm) && !w.is(Poss) && p.focus >= 0 && p.focusSince == p.index-1 && p.subjectSince < p.focusSince && p.fits(w, p.focus) {
		return p.focus // "The agency arrested NAME. The court released him"
	}
	if p.top().kind == adverbialClause && !w.is(Poss) { // "papers kept by NAME until 1956, when he died"
		if only := p.onlyNamed(w); only >= 0 {
			return only
		}
	}
	if p.fits(w, p.subject) && p.index-p.subjectSince <= 3 {
		return p.subject
	}
	for i := len(p.recent) - 1; i >= max(0, len(p.recent)-4); i-- {
		if p.fits(w, p.recent[i]) && !(w.is(ObjectForm) && p.agentHere(p.recent[i])) {
			return p.recent[i]
		}
	}
	return -1
}

// agentHere tells that the subject of the clause has somebody as its agent: "An
// inquiry led by NAME cleared her", who is another one.
func (p *parser) agentHere(id int32) bool {
	for i := range p.phrases {
		if q := &p.phrases[i]; q.who == id && q.prep >= 0 && p.words[q.prep].is(By) {
			return true
		}
	}
	return false
}

// onlyNamed gives the one person whom the sentence has named so far; -1.
func (p *parser) onlyNamed(w *word) int32 {
	found := int32(-1)
	for i := range p.phrases {
		ph := &p.phrases[i]
		if ph.kind != personPhrase || ph.who < 0 || p.who[ph.who].kind != Person {
			continue
		}
		if found >= 0 && ph.who != found || !p.fits(w, ph.who) {
			return -1
		}
		found = ph.who
	}
	return found
}

// announcer gives the person whose noun the clause with the pronoun at k follows:
// "NAME's announcement on Friday that he"; -1.
func (p *parser) announcer(k int32) int32 {
	if k < p.s.first+4 || !p.words[k-1].is(That) {
		return -1
	}
	for j := k - 2; j > p.s.first+1 && j > k-8; j-- {
		w := &p.words[j]
		if w.kind != prose.Word && w.kind != prose.Number || w.name >= 0 {
			return -1
		}
		if b := &p.words[j-1]; b.kind == prose.Genitive && !w.is(Role) && !w.is(Kin) && p.words[j-2].name >= 0 {
			who := p.resolve(p.words[j-2].name)
			if who >= 0 && p.who[who].kind == Person {
				return who
			}
			return -1
		}
		if !w.dated && !w.is(Prep) && !w.is(Weekday) && j < k-2 && !p.words[j+1].dated && !p.words[j+1].is(Prep) {
			return -1
		}
	}
	return -1
}

// verbAhead gives the main verb that follows the place of the reading, when it
// tells more than "be" and "say".
func (p *parser) verbAhead() *entry {
	for k := p.at; k < min(p.s.last, p.at+6); k++ {
		w := &p.words[k]
		if w.e.forms == 0 || w.aux() {
			if w.kind != prose.Word || w.is(That) {
				return nil
			}
			continue
		}
		if w.is(Say) || w.is(Think) || w.e.forms&(past|participle) == 0 {
			return nil
		}
		return w.e
	}
	return nil
}
