package extract

import "profilegen/generator/prose"

// accordingTo reads "according to NAME": everything in the sentence stands
// under that speaker.
func (p *parser) accordingTo(k int32) int32 {
	ph := p.phraseAt(p.s, min(k+1, p.s.last-1))
	if ph.last <= k+1 {
		return k + 1
	}
	p.resolvePhrase(&ph, p.top(), true)
	p.phrases = append(p.phrases, ph)
	speakers := int32(len(p.phrases) - 1)
	if k := ph.last; k+1 < p.s.last && p.words[k].is(And) && !p.words[k].is(But) && ph.kind == personPhrase { // "according to NAME and NAME"
		if also := p.phraseAt(p.s, k+1); also.kind == personPhrase && !(also.last < p.s.last && p.verbHere(p.s, also.last)) {
			p.phrases = append(p.phrases, also)
			p.coordinate(speakers, speakers+1)
			ph.last = also.last
		}
	}
	v := verb{span: span{k, k + 1}, head: k, e: p.words[k].e, subject: speakers, object: -1, frame: -1, gov: -1, finite: true, end: ph.last}
	p.verbs = append(p.verbs, v)
	p.outer = int32(len(p.verbs) - 1)
	if p.n == 1 || p.top().kind == thatClause { // "NAME has resigned, according to sources"
		for i := range p.outer {
			if p.verbs[i].frame < 0 && !p.verbs[i].subordinate {
				p.verbs[i].frame = p.outer
			}
		}
	}
	return ph.last
}

// relative opens a relative clause; it tells whether the word does.
func (p *parser) relative(k int32) bool {
	w := &p.words[k]
	c := p.top()
	aside := false
	for j := k - 1; j >= max(p.s.first, k-4) && !aside; j-- { // ", who", ", a copy of which"
		aside = p.words[j].comma() || p.words[j].kind == prose.Dash
		if j == k-1 && !aside && !p.words[j].is(Prep) {
			break
		}
	}
	if w.is(RelWhat) || c.any < 0 || k > p.s.first && p.words[k-1].is(Verb) && !aside {
		if last := int32(len(p.verbs)) - 1; c.verb >= 0 || len(p.waiting) > 0 && p.verbs[last].is(Ask) && p.verbs[last].last == k { // "Asked why it was so, she"
			n := newClause(thatClause)
			n.conditional = true // a question: it states nothing
			n.frame = -1
			p.push(n)
		}
		return true
	}
	ante := c.any
	if w.is(RelWho) && !(!aside && p.phrases[ante].kind == otherPhrase && p.phrases[ante].last == k) { // the nearest that is a person; "by a man who"
		for i := ante; i >= 0 && i > ante-4; i-- {
			kind := p.phrases[i].kind
			if kind == personPhrase || kind == rolePhrase || kind == anonymousPhrase {
				ante = i
				break
			}
		}
		ante = p.describedBefore(p.pastAlias(ante), k, aside)
		if d := &p.phrases[ante]; ante > 0 && d.who < 0 && d.prep < 0 && (d.kind == rolePhrase || d.kind == otherPhrase) && d.first > p.s.first && p.words[d.first-1].comma() { // "NAME, another critic of it, who"
			if of := &p.phrases[ante-1]; of.kind == personPhrase && of.last == d.first-1 {
				ante--
			}
		}
		if c.verb >= 0 && p.creedAlone(&p.phrases[ante]) && p.verbs[c.verb].is(Be) && p.verbs[c.verb].subject >= 0 { // "is the only Liberal who"
			ante = p.verbs[c.verb].subject
		}
	}
	p.complement(c, ante)
	n := newClause(relativeClause) // what it tells is the article's own word
	n.aside = aside
	n.conditional = c.conditional
	n.any = ante
	governed := k > p.s.first && p.words[k-1].is(Prep) && !p.words[k-1].is(Of) // "the house in which"
	if !w.is(RelWhere) && !w.is(ObjectForm) && !w.is(RelWhose) && !governed {
		n.np, n.subject = ante, ante
	}
	if w.is(RelWhose) {
		p.owner = ante
	}
	if w.is(RelWho) && w.is(ObjectForm) && !governed {
		n.whom = ante
	}
	if w.is(ObjectForm) || w.is(RelWhere) || governed {
		p.prep = -1
	}
	p.push(n)
	return true
}

// complement gives the phrase that says what the subject is whom it is about:
// "Roe is a painter who".
func (p *parser) complement(c *clause, i int32) {
	ph := &p.phrases[i]
	if ph.who >= 0 || ph.prep >= 0 || ph.plural || c.verb < 0 || ph.kind != rolePhrase && ph.kind != otherPhrase {
		return
	}
	v := &p.verbs[c.verb]
	if !v.is(Be) || v.negated || v.subject < 0 || ph.first < v.last || p.words[ph.head].is(Thing) {
		return
	}
	if s := &p.phrases[v.subject]; s.who >= 0 && p.who[s.who].kind == Person && s.also < 0 {
		ph.who = s.who
	}
}

// that opens a clause of what is said, thought or reported.
func (p *parser) that(k int32) bool {
	c := p.top()
	if k+1 >= p.s.last {
		return false
	}
	b := &nothing
	if k > p.s.first {
		b = &p.words[k-1]
	}
	n := newClause(thatClause)
	n.conditional = c.conditional
	last := p.lastVerb()
	switch {
	case b.is(Reports) || b.is(Rumour):
		n.frame, n.noun = last, true
		if last < 0 {
			n.conditional = true
		}
	case b.comma() && p.words[k].is(RelThat) && c.any >= 0: // "…, que nació en …"
		n.kind, n.aside = relativeClause, true
		n.np, n.subject, n.any = c.any, c.any, c.any
	case b.is(And) && !b.is(But) && p.mainSpeech() >= 0: // "said … when …, and that"
		n.frame = p.mainSpeech()
	case last >= 0 && p.framing(last):
		n.frame = last
	case c.verb >= 0 && p.verbs[c.verb].is(Tell) && c.kind != thatClause && !p.verbs[last].finite: // "told a meeting of voters at the trading centre that"
		n.frame = c.verb
	case c.any >= 0 && (!b.is(Verb) || p.phrases[c.any].head == k-1 && p.phrases[c.any].last == k && p.phrases[c.any].first < k-1) && b.kind == prose.Word: // "the fire that killed"
		p.complement(c, c.any)
		n.kind = relativeClause
		n.np, n.subject, n.any = c.any, c.any, c.any
	default:
		if next := &p.words[k+1]; next.any(&closed) || b.is(Verb) {
			n.frame = c.frame
			break
		}
		return false
	}
	p.push(n)
	p.prep = -1
	return true
}

// mainSpeech gives the verb of speech of the main clause; -1.
func (p *parser) mainSpeech() int32 {
	for i := range p.verbs {
		if v := &p.verbs[i]; v.finite && !v.subordinate && v.frame < 0 {
			if v.is(Say) {
				return int32(i)
			}
			return -1
		}
	}
	return -1
}

// framing tells that what follows a verb is told by its subject.
func (p *parser) framing(v int32) bool {
	e := p.verbs[v].e
	if e.set.has(Continue) && !p.continues(&p.verbs[v]) {
		return false
	}
	return e.set.has(Say) || e.set.has(Think) || e.set.has(Deny) || e.set.has(Judge) || e.set.has(Seem) || e.set.has(Intend) || e.set.has(Speak)
}

// lastVerb gives the last verb read, of any kind; -1.
func (p *parser) lastVerb() int32 {
	c := p.top()
	if n := int32(len(p.verbs)) - 1; n >= 0 && (c.verb >= 0 || p.verbs[n].gerund || p.verbs[n].infinitive || p.verbs[n].reduced) {
		return n
	}
	return c.verb
}

// clauseAhead tells that after "after", "before", "since", "as" comes a subject
// with a finite verb, before any comma.
func (p *parser) clauseAhead(k int32) bool {
	nouns := false
	for i := k; i < min(p.s.last, k+14); i++ {
		w := &p.words[i]
		if w.mark == '(' && i+2 < p.s.last && p.words[i+2].mark == ')' { // "after the High Court (HC) refused"
			i += 2
			continue
		}
		if w.kind != prose.Word && w.kind != prose.Number && w.kind != prose.Genitive {
			return false
		}
		if w.is(Month) && p.bigOrSmall(w) {
			return false
		}
		if i == k && (w.e.forms&ing != 0 || w.is(Prep)) {
			return false
		}
		if p.verbHere(p.s, i) && nouns && (w.aux() || w.e.forms&(past|third) != 0) {
			return !p.words[i-1].is(And) // "came as a child and lives in"
		}
		if w.is(Prep) && !w.is(Of) && nouns {
			return false
		}
		nouns = nouns || w.name >= 0 || w.is(Pron) || !w.any(&closed)
	}
	return false
}

// subordinate opens an adverbial clause.
func (p *parser) subordinate(k int32) {
	c := p.top()
	n := newClause(adverbialClause)
	n.conditional = c.conditional || p.words[k].is(Cond)
	n.frame = c.frame
	n.aside = k > p.s.first && p.words[k-1].comma()
	if n.aside && !p.words[k].is(Cond) { // ", while NAME said": no longer what was said
		n.frame = -1
	}
	if p.afterSpeech(k) {
		c.fronted = true
		n.frame = c.verb
	}
	if p.words[k].is(WhenWord) {
		n.when = p.beforeWhen(k, c)
	}
	p.push(n)
	p.prep = -1
}

// afterSpeech tells that k follows a verb of speech directly.
func (p *parser) afterSpeech(k int32) bool {
	c := p.top()
	return c.verb >= 0 && p.verbs[c.verb].last == k && p.framing(c.verb) && p.verbs[c.verb].is(Say)
}

// describedBefore gives the one whom an apposition describes, where the phrase i
// before ", who" at k is only whom the description serves: "by NAME, an aide to
// NAME, who said"; i where there is none.
func (p *parser) describedBefore(i, k int32, aside bool) int32 {
	if !aside || i < 2 || !p.words[k-1].comma() || p.phrases[i].last != k-1 || p.phrases[i].prep < 0 {
		return i
	}
	post, of := &p.phrases[i-1], &p.phrases[i-2]
	prep := &p.words[p.phrases[i].prep]
	if !prep.is(To) && !prep.is(Of) && !prep.is(For) || post.last != p.phrases[i].prep || post.who >= 0 && post.who != of.who || post.kind == orgPhrase || post.kind == placePhrase {
		return i
	}
	if of.kind != personPhrase || of.last != post.first-1 || !p.words[of.last].comma() {
		return i
	}
	return i - 2
}

// creedAlone tells of a party's creed that stands for one of its people: "Liberal".
func (p *parser) creedAlone(ph *phrase) bool {
	w := &p.words[ph.head]
	return p.adherent(ph.head) || ph.kind == orgPhrase && w.is(Creed) && !p.lex.grammar.many(p.t.Source[w.start:w.end])
}

// oneOfParty tells that the phrase opens the sentence and calls somebody by the
// party: "The Liberal left", "The Agrarian, who was born in Hesk, said".
func (p *parser) oneOfParty(ph *phrase) bool {
	if !p.leads(ph) {
		return false
	}
	w := &p.words[ph.head]
	alone := p.creedAlone(ph)
	if w.is(OrgHead) || ph.last+1 >= p.s.last || !alone && (ph.who < 0 || !p.who[ph.who].party) {
		return false
	}
	return p.words[ph.last].comma() && p.words[ph.last+1].is(RelWho) || alone && w.capital() && p.verbHere(p.s, ph.last)
}
