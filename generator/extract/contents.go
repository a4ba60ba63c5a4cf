package extract

import "profilegen/generator/prose"

// content tells that what is said stands in the sentence: a quotation, a clause,
// a colon, an object, a preposition that brings it.
func (s *Sentence) content(v int32) bool {
	vb := &s.verbs[v]
	object := vb.object >= 0 && s.phrases[vb.object].prep < 0
	if s.notSaid(v, object) {
		return false
	}
	if vb.is(Concede) && !s.thatBetween(vb.last, min(vb.last+2, s.s.last)) && !s.quoted(v) {
		return false
	}
	if vb.is(Say) {
		if vb.is(Continue) {
			return s.continues(vb) && (s.quoted(v) || s.words[vb.last-1].is(Continue) && s.governs(v)) || s.closes(s.s, vb.last) && s.saidAround(v)
		}
		if s.quoted(v) {
			return true
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
	case vb.is(Labels) && (s.labelled(v, object) || vb.last < s.s.last && s.governs(v)):
		return true
	case vb.is(Judge) && !vb.is(Labels):
		if vb.last < s.s.last && (s.words[vb.last].is(RelWhat) || s.words[vb.last].is(As) || s.words[vb.last].is(That) && vb.last+1 < s.s.last && s.words[vb.last+1].is(As)) {
			return true
		}
		if vb.last < s.s.last && s.words[vb.last].is(To) && s.quoted(v) { // "paid tribute to NAME as “a …”"
			return true
		}
		return object && !(vb.is(Dismiss) && s.somebody(vb.object))
	}
	return false
}

// notSaid tells of what a verb of speech tells when it tells no speech: "pleaded
// guilty", "accepted a bribe to", "claimed two lives", "defended a client".
func (s *Sentence) notSaid(v int32, object bool) bool {
	vb := &s.verbs[v]
	if vb.is(Pleads) && vb.last < s.s.last && (s.words[vb.last].is(Guilty) || s.words[vb.last].is(NotGuilty)) {
		return true
	}
	if vb.is(Respond) && vb.last < s.s.last && (s.words[vb.last].is(On) || s.words[vb.last].is(To) || s.words[vb.last].is(About)) && (vb.gerund || vb.progressive || vb.infinitive || !s.quoted(v)) {
		return true // "was commenting on reports that"
	}
	if k := vb.last; vb.is(Claims) && k+1 < s.s.last && (s.words[k].kind == prose.Number || s.words[k].kind == prose.Symbol && s.words[k+1].kind == prose.Number) {
		return !s.governs(v) // "claimed £500 in expenses"
	}
	if !object {
		return false
	}
	if p := s.phrases[vb.object].last; vb.is(Say) && vb.is(NounToo) && vb.is(Reports) && p+1 < s.s.last && s.words[p].is(To) { // "reported the tweet to police"
		return true
	}
	for k := vb.last; vb.is(Claims) && k < min(vb.last+4, s.s.last); k++ {
		if s.words[k].is(Toll) {
			return !s.governs(v)
		}
	}
	if h := &s.words[s.phrases[vb.object].head]; vb.is(Retain) && (h.is(CaseNoun) || h.is(Client) || h.is(TheAccused)) {
		return true
	}
	return vb.is(Accept) && !s.thatBetween(vb.last, min(vb.last+2, s.s.last)) && !s.quoted(v)
}

// saidAround tells that a verb with its subject stands as an aside in what is
// said: "But, she continued, the pier was safe".
func (s *Sentence) saidAround(v int32) bool {
	p := s.verbs[v].subject
	if p < 0 || s.verbs[v].last >= s.s.last || !s.words[s.verbs[v].last].comma() {
		return false
	}
	f := s.phrases[p].first
	return f > s.s.first && s.words[f-1].comma()
}

// governs tells of a clause, an infinitive or a gerund that the verb brings:
// what is said.
func (s *Sentence) governs(v int32) bool {
	vb := &s.verbs[v]
	for i := range s.verbs {
		w := &s.verbs[i]
		switch {
		case w.frame == v && w.reduced && w.first < vb.first && w.is(Ask): // "Asked about it, she laughed"
		case w.frame == v && w.reduced && !w.is(Say): // "apologised to those involved"
		case w.frame == v:
			if !vb.is(Write) || s.thatBetween(vb.last, w.first) && (i == int(v)+1 || s.thatBetween(vb.last, s.verbs[v+1].first)) {
				return true
			}
		case w.gov == v:
			if !vb.is(Write) && !vb.is(Accept) && !(vb.is(Topic) && !vb.is(Ask) && !vb.is(Intend)) {
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
	if k := s.firstQuoted(); k < end {
		return !vb.is(Write) || !s.another(v, k)
	}
	return vb.last < s.s.last && s.words[vb.last].mark == ':'
}

// firstQuoted gives the place of the sentence's first quotation, its end for none.
func (s *Sentence) firstQuoted() int32 {
	if s.room.quotedIn == s.index {
		return s.room.quoted
	}
	k := s.s.first
	for k < s.s.last && s.words[k].kind != prose.Open && s.words[k].depth == 0 {
		k++
	}
	s.room.quoted, s.room.quotedIn = k, s.index
	return k
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
	return w.is(Of) || w.is(Against) || w.is(For) || w.is(About) || w.is(Over) || w.is(On) && !vb.is(Appeals)
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
	for k := vb.end; k+1 < s.s.last && !s.words[k].comma(); k++ { // "described attempts to raise it as “mad”"
		if s.words[k].is(As) && s.words[k+1].kind == prose.Open {
			return true
		}
	}
	if !object {
		return false
	}
	p := &s.phrases[vb.object]
	for k := p.first + 2; k < p.last; k++ { // "called the plan a sham"
		if w := &s.words[k]; (w.is(A) || w.is(The)) && s.words[k-1].kind == prose.Word && !s.words[k-1].any(&closed) {
			return true
		}
	}
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

// another tells that between verb v and the quotation at k somebody else speaks:
// "wrote to NAME, who had complained that it was “late”".
func (s *Sentence) another(v, k int32) bool {
	vb := &s.verbs[v]
	for i := int(v) + 1; i < len(s.verbs); i++ {
		if w := &s.verbs[i]; w.is(Say) && w.finite && w.first > vb.last && w.last <= k && w.frame != v && w.subject >= 0 && w.subject != vb.subject {
			return true
		}
	}
	return false
}

// vocal tells of "was adamant that it was so", "was blunt: “No.”".
func (s *Sentence) vocal(vb *verb) bool {
	k := vb.last
	for k < s.s.last && s.words[k].is(Adv) {
		k++
	}
	if k > vb.last && k < s.s.last && s.words[k].mark == ':' {
		k-- // an adverb that is no adverb here: "was clear:"
	}
	if !vb.finite || vb.negated || k+2 >= s.s.last || s.words[k].kind != prose.Word || s.words[k].any(&closed) && !s.words[k].is(Adv) || s.words[k].name >= 0 {
		return false
	}
	return s.words[k].is(Vocal) && s.words[k+1].is(That) || s.words[k+1].mark == ':' && s.words[k+2].kind == prose.Open
}
