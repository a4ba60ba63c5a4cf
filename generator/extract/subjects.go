package extract

import "profilegen/generator/prose"

// addPhrase puts a noun phrase into its clause.
func (p *parser) addPhrase(ph phrase) {
	c := p.top()
	ph.prep = p.prep
	p.prep = -1
	p.resolvePhrase(&ph, c, false)
	id := int32(len(p.phrases))
	if id > 0 && ph.kind == personPhrase && ph.prep < 0 { // "to the party leader, NAME,": governed as the post is
		if b := &p.phrases[id-1]; b.kind == rolePhrase && b.prep >= 0 && p.roles[b.role].first == b.first && b.who == ph.who && ph.who >= 0 && b.last == ph.first-1 && c.verb < 0 && c.np < 0 && ph.last < p.s.last && p.words[ph.last].comma() {
			ph.prep = b.prep
		}
	}
	p.phrases = append(p.phrases, ph)
	conj := c.conj
	c.conj = false
	if n := ph.first - 1; n > p.s.first && ph.prep < 0 && ph.kind == personPhrase && p.words[n].is(Neg) && !p.words[n].is(Or) && !p.words[n].is(Det) && p.words[n-1].comma() && c.np >= 0 { // "NAME, not NAME, was elected"
		p.phrases[id].prep = n
		c.any = id
		return
	}
	if p.lex.grammar.marked && p.marks(c, &ph) {
		ph.prep, p.phrases[id].prep = -1, -1
	}
	p.place(c, &ph, id, conj)
	c.any = id
}

// place finds out what a phrase is in its clause; conj tells that "and" stands
// before it.
func (p *parser) place(c *clause, ph *phrase, id int32, conj bool) {
	if o := p.outer; o >= 0 && ph.prep < 0 && p.verbs[o].object < 0 && p.verbs[o].is(Tell) && ph.first == p.verbs[o].last {
		p.verbs[o].object = id // "…, NAME told reporters"
		return
	}
	if ph.prep >= 0 {
		if v := p.lastVerb(); v >= 0 && p.verbs[v].object < 0 && p.words[ph.prep].is(To) && p.verbs[v].is(Tell) {
			p.verbs[v].object = id
		}
		return
	}
	if c.inside && c.np >= 0 {
		if last := int32(len(p.verbs)) - 1; last >= 0 && p.verbs[last].object < 0 {
			p.verbs[last].object = id
		}
		return
	}
	if c.verb >= 0 || c.np < 0 {
		if last := int32(len(p.verbs)) - 1; last >= 0 && (!c.parted || p.verbs[last].gerund && !p.verbs[last].is(Make) && p.verbs[last].last == ph.first) && p.verbs[last].object < 0 && (c.verb >= 0 || p.verbs[last].gerund || p.verbs[last].reduced) && !(c.verb < 0 && p.verbs[last].reduced) {
			p.verbs[last].object = id
			if c.verb < 0 && c.commas == 0 && p.verbs[last].gerund && len(p.waiting) > 0 && p.waiting[len(p.waiting)-1] == last { // "After joining the bank, Roe"
				return
			}
		}
		if conj && c.np >= 0 && c.verb >= 0 {
			p.phrases[c.np].also = id
		}
		c.np = id
		if c.verb < 0 {
			c.commas = 0
		}
		return
	}
	old := &p.phrases[c.np]
	if last := int32(len(p.verbs)) - 1; last >= 0 && !conj && (p.verbs[last].gerund || p.verbs[last].infinitive) && p.verbs[last].object < 0 && p.verbs[last].last == ph.first && p.verbs[last].first >= old.last && old.who < 0 && c.commas == 0 {
		p.verbs[last].object = id // "The man accused of killing NAME was"
		return
	}
	switch {
	case ph.kind == pronounPhrase && p.words[ph.head].is(ObjectForm) && !p.words[ph.head].is(Poss):
		// "NAME, herself a nurse, …"
	case conj && c.commas > 0 && p.governed(c, ph.first-1): // "NAME, son of X and Y, was"
		p.phrases[id].prep = p.phrases[c.any].prep
		p.coordinate(c.any, id)
	case conj && p.words[ph.first-1].is(But) && old.first > p.s.first && p.words[old.first-1].is(Neg): // "Not NAME but NAME was"
		c.np = id
	case conj:
		p.coordinate(c.np, id)
	case c.commas > 0 && old.who >= 0 && ph.kind != personPhrase && ph.kind != rolePhrase && p.governed(c, ph.first-1):
		// "NAME, of Hesk, Marl, was": the subject stays
	case c.commas == 0 && old.kind == otherPhrase, c.commas == 0 && old.who < 0:
		c.np = id
	case c.commas > 0 && old.kind == personPhrase && ph.kind == personPhrase && p.kinAside(id):
		// "NAME, who lives with her husband, NAME, said": the subject stays
	case c.commas > 0 && old.kind == personPhrase && ph.kind == personPhrase:
		if last := p.lastOf(c.np); c.any == last || c.any < 0 || p.phrases[c.any].kind == personPhrase { // not "NAME, the widow of its founder, NAME,"
			p.coordinate(c.np, id)
		}
	case c.commas > 0 && old.kind == orgPhrase && ph.kind == orgPhrase && p.listed(p.lastOf(c.np), ph): // "Labour, Reform and the Greens have"
		p.coordinate(c.np, id)
	case c.commas > 0 && old.kind == personPhrase && (ph.kind == rolePhrase || ph.kind == otherPhrase || ph.kind == orgPhrase && p.words[ph.first].is(A) ||
		ph.kind == anonymousPhrase && ph.last < p.s.last && p.words[ph.last].is(Of)): // "NAME, a Republican,", "NAME, an ally of NAME,"
		// an apposition: the subject stays
	case c.commas > 0 && (old.kind == rolePhrase || old.kind == otherPhrase) && ph.kind == personPhrase:
		if old.who < 0 && old.kind == rolePhrase {
			old.who = ph.who
		}
		c.np = id
	case ph.kind == otherPhrase && old.kind == orgPhrase && c.commas == 0 && old.last == ph.first && p.lex.grammar.many(p.t.Source[p.words[ph.head].start:p.words[ph.head].end]): // "Labour party members"
		c.np = id
	case ph.kind == otherPhrase && old.who >= 0:
	case c.commas > 0 && old.kind == otherPhrase && ph.kind == orgPhrase && p.words[old.head].is(PartyNoun): // "The governing party, NAME, won"
		c.np = id
	default:
		c.np = id
		c.commas = 0
	}
}

// kinAside tells that a name says only who the last one of a relative clause is:
// "…, who beat her predecessor, NAME,".
func (p *parser) kinAside(id int32) bool {
	if id == 0 || p.phrases[id].first == p.s.first {
		return false
	}
	b := &p.phrases[id-1]
	if b.last != p.phrases[id].first-1 || p.lastOf(p.top().np) == id-1 || b.kind == personPhrase || !p.words[b.last].comma() {
		return false
	}
	for k := b.first; k < b.last; k++ {
		if w := &p.words[k]; w.is(Kin) || w.is(Heir) || w.is(Role) {
			return p.words[b.first].is(Poss) || p.words[b.first].is(The) || p.words[b.first].is(A)
		}
	}
	return false
}

// marks tells that the preposition before a phrase says no more than that people
// are the object of the verb before it.
func (p *parser) marks(c *clause, ph *phrase) bool {
	return ph.prep >= 0 && p.words[ph.prep].is(To) && c.verb >= 0 && p.verbs[c.verb].last == ph.prep && !p.verbs[c.verb].passive &&
		(ph.kind == personPhrase || ph.kind == rolePhrase)
}

// governed tells that a preposition governs the phrase that ends at k, which
// stands behind the one in subject place.
func (p *parser) governed(c *clause, k int32) bool {
	if i := int32(len(p.phrases)) - 2; i > c.np && i != c.any && p.phrases[i].prep >= 0 && p.phrases[i].last == k && p.words[k-1].name >= 0 {
		return true // inside a relative clause that a comma closed
	}
	return c.any > c.np && p.phrases[c.any].prep >= 0 && p.phrases[c.any].last == k
}

// lastOf gives the last phrase that is coordinated with a.
func (p *parser) lastOf(a int32) int32 {
	for p.phrases[a].also >= 0 {
		a = p.phrases[a].also
	}
	return a
}

// coordinate chains two phrases of one place in the sentence.
func (p *parser) coordinate(a, b int32) {
	for p.phrases[a].also >= 0 {
		a = p.phrases[a].also
	}
	if a != b {
		p.phrases[a].also = b
	}
}

// giveDates hands the waiting dates to the verb.
func (p *parser) giveDates(id int32) {
	c := p.top()
	v := &p.verbs[id]
	if c.when != -1 && c.verb == id && p.shared < len(p.whens) {
		p.whens[p.shared] = whenClause{id, c.when}
		p.shared++
		c.when = -1
	}
	if v.gerund && c.verb < 0 && c.np < 0 {
		return
	}
	for level := range p.n {
		cl := &p.stack[level]
		if cl.dates < 0 || level < p.n-1 {
			continue
		}
		for i := cl.dates; i < len(p.dates) && p.dates[i].last <= v.first; i++ {
			if p.dates[i].verb < 0 {
				p.dates[i].verb = id
			}
		}
		cl.dates = -1
	}
}

// finish settles what only the end of the sentence tells.
func (p *parser) finish() {
	for i := range p.verbs {
		v := &p.verbs[i]
		if p.outer >= 0 && int32(i) != p.outer && v.frame < 0 && !v.subordinate && int32(i) > p.outer {
			v.frame = p.outer
		}
		v.end = p.s.last
		if i+1 < len(p.verbs) {
			v.end = p.verbs[i+1].first
		}
	}
	p.pronounAhead()
	p.shareDates()
	question := p.s.last > p.s.first && p.words[p.s.last-1].kind == prose.Stop && p.words[p.s.last-1].mark == '?'
	if question {
		for i := range p.verbs {
			p.verbs[i].conditional = true
		}
	}
}

// comesIn are the verbs of which the one who comes after "he" is the subject:
// "When he resigned, NAME took over".
var comesIn = setOf(Appoint, Nominate, Elect, Succeed, Replace, TakeOver, Become, SwornIn, Make, Follows, Win, Defeat)

// pronounAhead gives a pronoun for which nobody stands yet the name to come:
// "Before he resigned, NAME had been minister"; but not "When he died, NAME".
func (p *parser) pronounAhead() {
	if len(p.phrases) < 2 || len(p.verbs) < 2 {
		return
	}
	ph := &p.phrases[0]
	w := &p.words[ph.head]
	if ph.kind != pronounPhrase || ph.prep >= 0 || ph.first != p.s.first+1 || !p.words[p.s.first].is(Sub) || p.verbs[0].is(Die) || !w.is(Male) && !w.is(Female) || !p.verbs[0].subordinate {
		return
	}
	for i := range p.verbs {
		v := &p.verbs[i]
		if !v.finite || v.subordinate || v.subject < 0 {
			continue
		}
		if to := &p.phrases[v.subject]; to.kind == personPhrase && to.first > ph.last && p.words[to.first-1].comma() && p.fitsGender(w, to.who) && (ph.who < 0 || !v.e.set.meets(&comesIn) && !p.speech(v)) {
			ph.who = to.who
		}
		return
	}
}
