package extract

import "profilegen/generator/prose"

// midVerb are the words one of which may stand alone between an auxiliary and its
// verb.
var midVerb = setOf(AllOf, Reflexive, Since)

// asideAt gives the end of what stands at i between an auxiliary and its verb:
// "was on Monday named", "has in recent days argued", "has, however, denied", "have
// all said"; i
// where nothing of the kind does.
func (r *reading) asideAt(s *sentence, i int32) int32 {
	w := &r.words[i]
	if i > s.first && w.any(&midVerb) && r.words[i-1].aux() && (w.is(AllOf) || w.is(Reflexive) || w.is(Since) && i+1 < s.last && (r.words[i+1].e.forms&participle != 0 || r.words[i+1].is(Be))) { // "were all", "was himself", "has since been"
		return i + 1
	}
	if w.comma() {
		for k := i + 1; k < min(s.last, i+7); k++ {
			switch n := &r.words[k]; {
			case n.comma():
				return k + 1
			case n.kind != prose.Word && n.kind != prose.Number, n.name >= 0, n.is(Rel), n.is(Pron), n.aux():
				return i
			case n.e.forms != 0 && !n.dated && !n.is(Unit) && !r.words[k-1].is(The) && !r.words[k-1].is(A):
				return i
			}
		}
		return i
	}
	for k := range r.dates { // "was on Monday named"
		if d := &r.dates[k]; d.first == i || d.first == i+1 && (w.is(In) || w.is(On) || w.is(At)) {
			return d.last
		}
	}
	if !w.is(In) && !w.is(On) && !w.is(At) && !w.is(For) && !w.is(Over) && !w.is(Since) && !w.is(During) {
		return i
	}
	for k := i + 1; k < min(s.last, i+5); k++ { // "in recent days", "for the past two years"
		n := &r.words[k]
		if n.kind != prose.Word && n.kind != prose.Number || n.name >= 0 {
			return i
		}
		if n.is(Unit) || n.is(Season) || n.is(Weekday) || n.is(PartOf) {
			return k + 1
		}
		if n.any(&closed) && !n.is(The) && !n.is(A) && !n.is(Det) && !n.is(Last) && !n.is(This) && !n.is(NumberWord) && !n.is(Adv) {
			return i
		}
	}
	return i
}

// datesInside gives the dates between a verb's words to the verb.
func (p *parser) datesInside(id int32) {
	v := &p.verbs[id]
	if v.last-v.first < 3 {
		return
	}
	for i := range p.dates {
		if d := &p.dates[i]; d.first > v.first && d.last < v.last && d.verb < 0 {
			d.verb = id
		}
	}
}

// bareSubject gives the phrase of a preposition that ends with the name before
// the first verb of a sentence, which has no other subject: "During her leadership
// campaign Ms Roe had said"; -1. The name becomes a phrase of its own, if it is not
// only asked for.
func (p *parser) bareSubject(v *verb, c *clause, keep bool) int32 {
	i := c.any
	if i < 0 || c.kind != mainClause || c.subject >= 0 || v.passive && !v.is(Say) && v.last == v.first+1 {
		return -1
	}
	ph := &p.phrases[i]
	if ph.kind != personPhrase || ph.prep < 0 || ph.last != v.first || ph.who < 0 || p.words[ph.prep].is(To) {
		return -1
	}
	k := ph.first
	for k < ph.last && p.words[k].name < 0 {
		k++
	}
	if k >= ph.last {
		return -1
	}
	first := p.mentions[p.words[k].name].full
	if first <= ph.first || first-1 > ph.first && p.words[first-1].is(Role) || p.words[first-1].kind != prose.Word || p.words[first-1].any(&closed) || p.words[first-1].is(Role) || p.words[first-1].is(Kin) {
		return -1
	}
	if !keep {
		ph.prep, ph.first = -1, first
	}
	return i
}

// ownSubject gives the phrase of a coordinate clause's subject that an apposition
// follows or that is one: "…, but her spokesman, NAME, denied it"; -1.
func (p *parser) ownSubject(v *verb) int32 {
	i := int32(len(p.phrases)) - 1
	if i < 1 || v.first <= p.s.first || !p.words[v.first-1].comma() {
		return -1
	}
	b, a := &p.phrases[i], &p.phrases[i-1]
	if b.last != v.first-1 || b.prep >= 0 || a.prep >= 0 || a.last != b.first-1 || !p.words[a.last].comma() || a.first <= p.s.first || !p.words[a.first-1].is(And) && !p.words[a.first-1].is(But) {
		return -1
	}
	if a.first-2 < p.s.first || !p.words[a.first-2].comma() {
		return -1
	}
	switch {
	case b.kind == personPhrase && (a.kind == rolePhrase || a.kind == otherPhrase || a.kind == anonymousPhrase) && (a.who < 0 || a.who == b.who):
		return i
	case a.kind == personPhrase && b.kind == rolePhrase && (b.who < 0 || b.who == a.who):
		return i - 1
	}
	return -1
}

// opensMain tells that the phrase i, which stands before the verb at the end of a
// clause with which the sentence begins, is the main clause's subject and not the
// object of that one: "When it was stopped by the court she said".
func (p *parser) opensMain(i int32, v *verb) bool {
	ph := &p.phrases[i]
	w := &p.words[ph.head]
	if ph.last != v.first || ph.prep >= 0 || !p.words[p.s.first].is(Sub) {
		return false
	}
	if ph.kind == pronounPhrase && !w.is(ObjectForm) && (w.is(Male) || w.is(Female)) || ph.kind == personPhrase && p.words[ph.first].is(Honorific) {
		for k := range p.verbs {
			if p.verbs[k].object == i {
				p.verbs[k].object = -1
			}
		}
		return true
	}
	return false
}

// pastAdverbs gives the place of the first of the adverbs that stand before k.
func (p *parser) pastAdverbs(k int32) int32 {
	for k > p.s.first && p.words[k-1].is(Adv) {
		k--
	}
	return k
}

// disagrees tells that a verb behind "and" is of another number than the subject
// of its clause, and of that of the verb of speech above: "groups say he is one of
// them and have accused".
func (p *parser) disagrees(v *verb, c *clause) bool {
	aux, above := &p.words[v.first], &p.words[p.verbs[c.frame].first]
	if c.subject < 0 || !aux.is(Have) || aux.e != above.e {
		return false
	}
	w := &p.words[p.phrases[c.subject].head]
	return p.phrases[c.subject].kind == pronounPhrase && !w.is(Plural) && !w.is(FirstPerson) && !w.is(SecondPerson) && aux.e.forms&base != 0 && aux.e.forms&(third|past) == 0
}

// coupled tells that the name before k is the second of two: "Ana Roe and Finance
// Minister Tom Pell say".
func (r *reading) coupled(s *sentence, k int32) bool {
	i := r.mentions[r.words[k-1].name].full - 1
	for i > s.first && r.words[i].kind == prose.Word && !r.words[i].any(&closed) && r.words[i].name < 0 {
		i--
	}
	return i > s.first && r.words[i].is(And) && r.words[i-1].name >= 0
}

// saidAlso gives the place on the stack of the clause whose verb of speech a verb
// behind "and" goes on with, from inside what was said: "denied that it was so and
// insisted", "said she was sorry that he was hurt and described it as"; -1.
func (p *parser) saidAlso(v *verb, c *clause, own int32) int {
	if !c.conj || c.kind != thatClause || c.verb < 0 {
		return -1
	}
	alone := own < 0 || p.phrases[own].last < p.pastAdverbs(v.first) // no subject of its own behind "and"
	speaks := alone && (v.is(Say) || v.is(Labels) || v.is(Tell)) && !v.passive && !p.verbs[c.verb].is(Say)
	if i := p.speechAbove(); i >= 0 && (speaks || i == p.n-2 && c.frame == p.stack[i].verb && p.disagrees(v, c)) {
		return i
	}
	return -1
}

// speechAbove gives the place on the stack of the nearest clause around this one
// whose verb is one of speech; -1.
func (p *parser) speechAbove() int {
	for i := p.n - 2; i >= 0; i-- {
		if o := &p.stack[i]; o.verb >= 0 && p.verbs[o.verb].is(Say) {
			return i
		}
	}
	return -1
}

// anew tells that a clause with its own subject follows a verb that has what it
// takes already: "denied meddling in it and NAME has said".
func (p *parser) anew(own int32, c *clause) bool {
	k := p.phrases[own].first - 1
	if k <= p.verbs[c.verb].last || !p.words[k].is(And) && !p.words[k].is(But) {
		return false
	}
	last := &p.verbs[len(p.verbs)-1]
	return last.gerund && last.first == p.verbs[c.verb].last
}

// saidOf gives the phrase that waits for its verb before the one of the speaker
// own, which a comma parts from it: "The plan, he said,"; -1.
func (p *parser) saidOf(own int32, c *clause) int32 {
	if own < 1 || c.verb >= 0 || c.kind == relativeClause || p.phrases[own].prep >= 0 || !p.words[max(p.s.first, p.phrases[own].first-1)].comma() {
		return -1
	}
	end := p.phrases[own].first - 1
	for i := own - 1; i >= 0 && p.phrases[i].last == end; i-- {
		ph := &p.phrases[i]
		if ph.prep < 0 {
			return i
		}
		end = ph.prep
	}
	return -1
}

// closesMid tells of a verb of speech with its subject own in commas.
func (p *parser) closesMid(v *verb, own int32) bool {
	return v.is(Say) && !v.passive && !v.is(Continue) && p.phrases[own].last == p.pastAdverbs(v.first) && p.phrases[own].also < 0 && v.last < p.s.last && p.words[v.last].comma()
}

// speakerBehind tells that behind a verb of speech stands the speaker and then a
// comma: ", said NAME, had".
func (p *parser) speakerBehind(v *verb) bool {
	if v.is(Ask) || v.is(Tell) || v.is(Continue) {
		return false
	}
	ph := p.phraseAt(p.s, v.last)
	end := ph.last
	if ph.kind == rolePhrase && ph.role >= 0 && p.roles[ph.role].holder >= 0 {
		end = max(end, p.mentions[p.roles[ph.role].holder].last)
	}
	return (ph.kind == personPhrase || ph.kind == rolePhrase) && end+1 < p.s.last && p.words[end].comma() && p.verbHere(p.s, end+1)
}

// heldObject gives the object of a verb of speech that is the subject of what is
// said, where a relative clause in commas stands between it and its verb; -1.
func (p *parser) heldObject(v *verb, c *clause) int32 {
	if c.verb < 0 || !p.words[v.first-1].comma() || p.verbs[c.verb].passive || !p.verbs[c.verb].is(Say) || p.verbs[c.verb].is(Tell) || p.verbs[c.verb].is(Ask) {
		return -1
	}
	i := p.verbs[c.verb].object
	if i < 0 || p.phrases[i].prep >= 0 || p.phrases[i].first != p.verbs[c.verb].last || len(p.verbs) == 0 || !p.verbs[len(p.verbs)-1].subordinate {
		return -1
	}
	for k := p.phrases[i].last; k < v.first; k++ {
		if p.words[k].comma() {
			return keepIf(k+1 < v.first && (p.words[k+1].is(Rel) || p.words[k+1].is(Prep)), i)
		}
	}
	return -1
}

// dateEnds tells that an expression of time ends at k.
func (r *reading) dateEnds(k int32) bool {
	for i := range r.dates {
		if r.dates[i].last == k {
			return true
		}
	}
	return false
}

// lastDoer gives the person who is the subject of the verb before, in a clause of
// its own; -1.
func (p *parser) lastDoer() int32 {
	i := len(p.verbs) - 1
	if i < 0 || !p.verbs[i].subordinate || !p.verbs[i].finite || p.verbs[i].frame >= 0 || p.verbs[i].passive {
		return -1
	}
	if s := p.verbs[i].subject; s >= 0 && p.phrases[s].who >= 0 && p.who[p.phrases[s].who].kind == Person {
		return s
	}
	return -1
}

// listed tells that a party's name is the next of a list that goes on with "and".
func (p *parser) listed(last int32, ph *phrase) bool {
	a := &p.phrases[last]
	if a.last != ph.first-1 || !p.words[a.last].comma() || a.who == ph.who || a.who < 0 || ph.who < 0 || !p.who[a.who].party || !p.who[ph.who].party || ph.last+1 >= p.s.last {
		return false
	}
	w := &p.words[ph.last]
	return w.is(And) && !w.is(But) && (p.words[ph.last+1].name >= 0 || p.words[ph.last+1].is(The)) || w.comma() && p.words[ph.last+1].name >= 0
}
