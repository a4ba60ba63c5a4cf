package extract

// addVerb puts a verb into its clause and finds its subject.
func (p *parser) addVerb(v *verb) {
	c := p.top()
	id := int32(len(p.verbs))
	governed := p.prep
	p.prep = -1
	w := &p.words[v.head]
	v.conditional = c.conditional
	for k := v.head - 1; k >= p.s.first && (k >= v.first || p.words[k].is(Adv) || p.words[k].is(Neg) && !p.words[k].is(Det) && !p.words[k].is(Pron)); k-- {
		v.hedged = v.hedged || p.words[k].is(Hedged) // "reportedly resigned"
		v.undone = v.undone || p.words[k].is(Undone) && p.words[k].is(Adv)
		if k < v.first && p.words[k].is(Neg) { // "never resigned"
			v.negated = true
		}
	}
	v.frame, v.noun = c.frame, c.noun
	v.subordinate = c.kind == relativeClause || c.kind == adverbialClause
	v.end = v.last
	switch {
	case v.infinitive:
		p.infinitive(v, id)
	case v.gerund:
		p.participle(v, id, governed)
	case v.reduced || p.reducedHere(v, c):
		v.reduced, v.finite = true, false
		v.passive = w.e.forms&participle != 0 && !w.is(Die)
		p.participle(v, id, governed)
	default:
		p.finiteVerb(v, id)
	}
	v.negated = v.negated || p.neither(v)
	p.verbs = append(p.verbs, *v)
	p.giveDates(id)
	p.datesInside(id)
}

// infinitive finds the governor and the subject of "to resign".
func (p *parser) infinitive(v *verb, id int32) {
	last := id - 1
	if last < 0 {
		return
	}
	g := &p.verbs[last]
	if last > 0 && g.infinitive && p.top().conj {
		v.gov, v.subject, v.due = g.gov, g.subject, g.due
		return
	}
	v.gov, v.frame = last, g.frame
	v.conditional = v.conditional || g.conditional
	v.subject = g.subject
	for k := g.last; k < v.first; k++ { // "is reportedly due to be appointed"
		v.hedged = v.hedged || p.words[k].is(Hedged) && p.words[k].is(Adv)
	}
	from := v.first // "is reportedly to be appointed"
	for from > g.last && p.words[from-1].is(Adv) {
		from--
	}
	between := &p.words[v.first-1]
	v.result = between.is(OnlyWord) && v.first-2 >= p.s.first && !p.words[v.first-2].aux()
	if between.is(Due) || g.is(Be) && g.last == from {
		v.due = true
	}
	// "asked him to resign": the one who is asked
	if g.object >= 0 && !g.passive && (g.is(Ask) || g.is(Tell) || g.is(Made) || g.is(Appoint) || g.is(Nominate)) {
		v.subject = g.object
	}
}

// finiteVerb finds the subject of a finite verb, closing the clauses that end
// with it.
func (p *parser) finiteVerb(v *verb, id int32) {
	c := p.top()
	own := p.firstOfTwo(c) // a phrase of its own before the verb
	for p.n > 1 && c.verb >= 0 && !c.conj && !(own >= 0 && !c.parted && p.verbs[c.verb].object == own && p.verbs[c.verb].is(Say)) && (c.kind == relativeClause || c.kind == adverbialClause) && (own < 0 || p.verbs[c.verb].object == own || c.kind == relativeClause) {
		p.pop(v.first)
		last := own
		c = p.top()
		if own = c.np; own < 0 && last >= 0 && c.subject < 0 && p.opensMain(last, v) {
			own, c.np = last, last
		}
	}
	if i := p.saidAlso(v, c, own); i >= 0 { // "denied that it was so and insisted"
		for p.n > i+1 {
			p.pop(v.first)
		}
		c = p.top()
		own, c.conj = -1, true
	}
	v.conditional = c.conditional
	if own < 0 && c.verb >= 0 && v.is(Say) {
		own = p.namedSpeaker(v)
	}
	if i := p.ownSubject(v); i >= 0 && own < 0 && c.verb >= 0 { // ", but her spokesman, NAME, denied it"
		for p.n > 1 {
			p.pop(v.first)
		}
		c = p.top()
		own, c.parted, c.conj = i, true, false
		v.frame, v.noun, v.subordinate = c.frame, c.noun, false
	}
	if last := int32(len(p.phrases)) - 1; own >= 0 && last > own && p.phrases[own].also == last && p.phrases[last].kind == personPhrase && p.closesMid(v, last) && p.words[p.phrases[last].first-1].comma() { // "NAME, NAME said, had": no list
		p.phrases[own].also = -1
		own = last
	}
	if i := p.saidOf(own, c); i >= 0 && p.closesMid(v, own) { // "The plan, he said, was ready"
		v.subject = own
		p.attribute(v, id)
		c.verb, c.np, c.commas, c.parted = -1, i, 1, false
		return
	}
	if own >= 0 && c.verb < 0 && p.phrases[own].last == v.first-1 && p.words[v.first-1].comma() && p.inverts(v, c) && p.speakerBehind(v) { // "The plan, said NAME, was"
		keep := *c
		p.inverted(v, id)
		*p.top(), p.skip = keep, v.last
		return
	}
	switch {
	case c.verb < 0:
		if c.np >= 0 {
			v.subject = c.np
		} else if last := id - 1; c.kind == mainClause && last >= 0 && p.verbs[last].gerund && p.verbs[last].object >= 0 && p.phrases[p.verbs[last].object].last == v.first {
			v.subject = p.verbs[last].object // "Talking to the Post NAME said"
			p.verbs[last].object = -1
		} else if v.subject = c.subject; v.subject < 0 {
			v.subject = p.bareSubject(v, c, false)
		}
	case own < 0 && !c.conj && !c.parted && p.framing(c.verb) && p.words[v.first-1].is(There): // "denied there was"
		n := newClause(thatClause)
		n.frame, n.conditional, n.any = c.verb, c.conditional, c.any
		c = p.push(n)
		v.frame = n.frame
	case c.parted && !c.conj && p.heldObject(v, c) >= 0:
		// "said the pay, which had risen, was": what is said, without "that"
		n := newClause(thatClause)
		n.frame, n.conditional, n.np = c.verb, c.conditional, p.verbs[c.verb].object
		p.verbs[c.verb].object = -1
		v.subject, v.frame = n.np, n.frame
		c = p.push(n)
	case c.conj || own < 0 && !p.inverts(v, c):
		v.subject = c.subject
		v.frame, v.noun = c.frame, c.noun
		if p.sharesPassive(v, c) {
			v.passive = true
			v.negated = v.negated || p.words[v.first-1].is(Neg) // "but never charged"
		}
	case own >= 0 && p.saidUnder(own) >= 0:
		// "left, saying she was tired": what is said, without "that"
		n := newClause(thatClause)
		n.frame = p.saidUnder(own)
		n.conditional, n.np, n.any = c.conditional, own, c.any
		p.verbs[n.frame].object = -1
		c = p.push(n)
		v.subject, v.frame, v.conditional = own, n.frame, n.conditional
	case own >= 0 && p.framing(c.verb) && !c.parted && !p.anew(own, c):
		// "said NAME would": what is said, without "that"
		n := newClause(thatClause)
		n.frame = c.verb
		n.conditional = c.conditional
		n.np, n.any = own, c.any
		if p.verbs[c.verb].object == own {
			p.verbs[c.verb].object = -1
		}
		c = p.push(n)
		v.subject, v.frame, v.conditional = own, n.frame, n.conditional
	case own >= 0:
		v.subject = own
		if p.closesSpeech(v) {
			p.attribute(v, id)
			return
		}
	default:
		v.subject = -1
	}
	if v.subject < 0 && v.is(Say) && p.inverts(v, c) {
		p.inverted(v, id)
		return
	}
	if v.subject < 0 && p.lex.grammar.dropped && c.kind != relativeClause {
		p.dropped(v)
	}
	if c.whom >= 0 && c.verb < 0 && !v.passive && v.subject != c.whom { // "NAME, whom the premier sacked"
		v.object = c.whom
	}
	c.verb, c.subject, c.np = id, v.subject, -1
	c.parted, c.conj = false, false
	if v.subject >= 0 && c.kind != relativeClause && p.closesSpeech(v) && (p.s.first < p.phrases[v.subject].first) {
		p.attribute(v, id)
	}
	if p.n == 1 || c.kind == mainClause {
		for _, i := range p.waiting {
			if p.verbs[i].subject < 0 {
				p.verbs[i].subject = v.subject
			}
			if p.verbs[i].gerund && v.is(Say) && p.shared < len(p.whens) { // "Opening the case on Monday, NAME told"
				p.whens[p.shared] = whenClause{i, -2 - id}
				p.shared++
			}
		}
		p.waiting = p.waiting[:0]
	}
}

// saidUnder gives the gerund or infinitive of speech right before the phrase that
// is the subject of what is said: "…, saying she"; -1.
func (p *parser) saidUnder(own int32) int32 {
	last := int32(len(p.verbs)) - 1
	if last < 0 || p.verbs[last].passive {
		return -1
	}
	v := &p.verbs[last]
	if !v.gerund && !v.infinitive || !v.is(Say) || v.is(Ask) || v.is(Continue) || v.last != p.phrases[own].first || p.phrases[own].prep >= 0 {
		return -1
	}
	return last
}

// namedSpeaker gives the phrase with the name before a verb that closes speech:
// "…, the party's president, NAME, told reporters"; -1.
func (p *parser) namedSpeaker(v *verb) int32 {
	i := int32(len(p.phrases)) - 1
	if i < 0 || v.first == p.s.first || !p.words[v.first-1].comma() || !p.speechEnds(&p.words[v.head], v.last) {
		return -1
	}
	if ph := &p.phrases[i]; ph.last != v.first-1 || ph.prep >= 0 || ph.who < 0 || ph.kind != personPhrase && ph.kind != rolePhrase {
		return -1
	}
	return i
}

// intransitive are verbs of which nobody is the object.
var intransitive = setOf(Work, Study, Graduate, Settle, Move, Teach, Sit, Speak, Attend, Resign, Defect, Stand, Run, Serve, Die, Win, Lose, Become, Remain, Live, Step, WalkOut, Come, Go, Withdraw)

// sharesPassive tells of "was arrested and charged": one auxiliary for two
// participles, the second without an object.
func (p *parser) sharesPassive(v *verb, c *clause) bool {
	w := &p.words[v.head]
	if w.any(&intransitive) { // "was elected and resigned"
		return false
	}
	if !c.conj || c.verb < 0 || !p.verbs[c.verb].passive || v.first != v.head || w.e.forms&participle == 0 {
		return false
	}
	if v.last >= p.s.last {
		return true
	}
	n := &p.words[v.last]
	return n.name < 0 && !n.is(The) && !n.is(A) && !n.is(Pron) && !n.is(Poss) && !n.is(That)
}
