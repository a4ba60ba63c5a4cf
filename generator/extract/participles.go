package extract

import "profilegen/generator/prose"

// reducedHere tells that a past form is a participle: "NAME, elected in 2018,
// said"; "Named minister in May, she"; "the man charged with murder".
func (p *parser) reducedHere(v *verb, c *clause) bool {
	w := &p.words[v.head]
	if v.last-v.first > 1 && v.first != v.head || w.e.forms&participle == 0 || v.head-v.first > 0 && p.words[v.first].aux() {
		return false
	}
	b := &nothing
	if v.first > p.s.first {
		b = &p.words[v.first-1]
	}
	if w.is(Say) && !w.is(Ask) && !w.is(Tell) && !w.is(Content) && !w.is(Topic) && b.comma() && v.last+1 < p.s.last && p.words[v.last].is(To) && (p.words[v.last+1].is(Be) || p.words[v.last+1].is(Have)) {
		return true // "the deputy, said to be ill"
	}
	if c.verb >= 0 && w.e.forms&past != 0 && p.ownSubject(v) >= 0 {
		return false // "…, but her spokesman, NAME, termed it “a joke”"
	}
	if w.is(Say) && !w.is(Ask) && !w.is(Tell) && b.comma() && w.e.forms&past != 0 && v.last < p.s.last && p.words[v.last].is(Honorific) && p.inverts(v, c) {
		return false // "this one, said Mr Roe's aide NAME, was"
	}
	from := v.first // "NAME, first elected in 2010,"
	if b.is(Adv) && from > p.s.first+1 && p.words[from-2].comma() {
		from--
	}
	switch {
	case (w.is(Accuse) || w.is(LegalStep)) && c.verb < 0 && c.np >= 0 && p.phrases[c.np].last == v.first && p.phrases[c.np].who < 0 && v.last < p.s.last && p.withoutObject(v.last): // "the man accused of killing NAME was"
		return true
	case w.is(LegalStep) && c.verb >= 0 && !c.conj && (b.is(CourtNoun) || b.is(OrgCourt)): // "appeared in court charged with"
		return true
	case c.verb < 0 && c.np < 0 && c.conj && len(p.waiting) > 0 && p.verbs[p.waiting[len(p.waiting)-1]].last == v.first-1:
		return true // "Born and raised in Hesk, she"
	case c.verb < 0 && c.np < 0 && !c.conj && c.kind != relativeClause:
		return (!w.is(Say) || w.is(Ask)) && !(w.e.forms&past != 0 && p.bareSubject(v, c, true) >= 0) // "Asked about it, she said"
	case w.is(Resign) && !w.is(Leave) || w.is(Die):
		return false
	case c.verb < 0 && c.np >= 0 && v.last < p.s.last && p.words[v.last].is(By) && p.verbBehindAgent(v.last+1):
		return true
	case c.verb < 0 && c.np >= 0 && c.commas == 1 && from > p.s.first && p.words[from-1].comma() && p.phrases[c.np].last == from-1:
		return !p.takesObject(v) && !(w.is(Labels) && p.lastVerbOf(v.last))
	case c.verb < 0 && c.np >= 0 && c.commas%2 == 1 && c.any > c.np && !w.is(Say) && p.phrases[c.any].last == v.first && p.phrases[c.any].prep < 0 && p.phrases[c.np].kind == personPhrase && p.words[p.phrases[c.any].first].is(A):
		return !p.takesObject(v) // "NAME, a lawyer appointed to the board,"
	case c.verb >= 0 && !c.conj && !c.parted && c.kind != thatClause:
		// a second past form without a conjunction: "had a letter signed by"
		return p.lastWasNoun(v.first) && !p.framing(c.verb)
	case c.verb >= 0 && c.parted && b.comma() && c.np < 0:
		return !w.is(Say) && !(w.is(Earn) && p.takesObject(v)) // "graduated in 1990, earned her doctorate and"
	}
	return false
}

// verbBehindAgent tells that the clause has its verb behind the agent at k: "An
// inquiry headed by NAME found".
func (p *parser) verbBehindAgent(k int32) bool {
	for end := min(p.s.last, k+12); k < end; k++ {
		w := &p.words[k]
		switch {
		case w.kind != prose.Word && w.kind != prose.Genitive, w.is(Rel), w.is(That), w.is(And) && k+1 < end && p.words[k+1].name < 0:
			return false
		case w.name >= 0 || w.title:
		case w.e.forms&(past|third) != 0 && !w.is(By) && p.verbHere(p.s, k), w.is(WasForm), w.is(IsForm), w.is(HasForm), w.is(Modal):
			return true
		}
	}
	return false
}

// lastVerbOf tells that no verb follows from k on outside of quotations: "NAME,
// called it “a mess”" has no other main verb.
func (p *parser) lastVerbOf(k int32) bool {
	quote := false
	for ; k < p.s.last; k++ {
		w := &p.words[k]
		quote = quote || w.depth > 0
		if w.depth == 0 && (w.e.forms != 0 || w.aux()) && p.verbHere(p.s, k) {
			return false
		}
	}
	return quote
}

// takesObject tells of an object behind a past form, which is then no
// participle: "NAME, the mayor, dismissed the reports"; but "NAME, named the
// first minister".
func (p *parser) takesObject(v *verb) bool {
	if v.last >= p.s.last || v.is(Appoint) || v.is(Nominate) || v.is(Elect) || v.is(Call) || v.is(Give) || v.is(Judge) && !v.is(Dismiss) {
		return false
	}
	n := &p.words[v.last]
	return n.is(The) || n.is(Poss) || n.is(That) || n.is(Pron) || n.name >= 0
}

func (p *parser) lastWasNoun(k int32) bool {
	if k == p.s.first {
		return false
	}
	b := &p.words[k-1]
	return b.kind == prose.Word && !b.is(Pron) && (b.name >= 0 || !b.any(&closed))
}

// participle finds the subject of a participle or gerund.
func (p *parser) participle(v *verb, id int32, governed int32) {
	c := p.top()
	switch last := int32(len(p.verbs)) - 1; {
	case v.gerund && v.is(Say) && v.first > p.s.first && p.words[v.first-1].is(As) && last >= 0 && p.verbs[last].is(Quote):
		g := &p.verbs[last] // "was quoted as saying", "the paper quoted NAME as saying"
		if v.subject = g.object; g.passive {
			v.subject = g.subject
		} else {
			v.frame = last
			return
		}
	case v.gerund && v.is(Say) && c.verb >= 0 && p.issues(v, c): // "issued a statement saying"
		v.subject = c.subject
	case v.gerund && c.any >= 0 && p.withBefore(c) && p.phrases[c.any].last == p.pastAdverbs(v.first):
		v.subject = c.any // "With Ana Roe having died, …"; "…, with Ana Roe saying"
	case c.verb < 0 && c.np < 0 && c.kind == adverbialClause && p.n > 1 && p.stack[p.n-2].verb >= 0 && p.stack[p.n-2].subject >= 0:
		v.subject = p.stack[p.n-2].subject // "She met him while attending …"
	case c.verb < 0 && c.np < 0:
		p.waiting = append(p.waiting, id)
		if c.subject >= 0 && c.kind != mainClause {
			v.subject = c.subject
		}
	case c.verb < 0:
		v.subject = c.np
		c.inside = c.commas > 0
	case governed >= 0 || c.parted || v.gerund:
		v.subject = c.subject
		if i := p.goesOn(v); i >= 0 {
			v.subject = i
		}
		if i := p.lastDoer(); v.gerund && v.is(Say) && governed < 0 && i >= 0 && v.subject >= 0 && p.phrases[v.subject].who < 0 && p.phrases[v.subject].kind == otherPhrase {
			v.subject = i // "It began when Pell quit, saying he was tired"
		}
		if v.gerund && governed < 0 && !c.parted && c.any >= 0 && p.phrases[c.any].last == v.first {
			p.complement(c, c.any)
			v.subject = c.any
		}
	case v.is(LegalStep) && c.any >= 0 && c.subject >= 0 && p.phrases[c.any].prep >= 0 && (p.words[p.phrases[c.any].head].is(CourtNoun) || p.words[p.phrases[c.any].head].is(OrgCourt)): // "appeared in court charged with"
		v.subject = c.subject
	default:
		if v.subject = c.any; c.any >= 0 {
			p.complement(c, c.any)
		}
	}
	if c.verb >= 0 {
		v.frame = c.frame
	}
}

// goesOn gives the subject of the verb of speech that ", adding" goes on with, from
// inside what was said; -1.
func (p *parser) goesOn(v *verb) int32 {
	if !v.gerund || !v.is(Adds) || v.first == p.s.first || !p.words[v.first-1].comma() {
		return -1
	}
	if i := p.speechAbove(); i >= 0 {
		return p.stack[i].subject
	}
	return -1
}

// withBefore tells that "with" governs the last phrase, at the start of a sentence
// or behind a comma.
func (p *parser) withBefore(c *clause) bool {
	k := p.phrases[c.any].prep
	return k >= 0 && p.words[k].is(With) && (c.verb < 0 && c.np < 0 || k > p.s.first && p.words[k-1].comma())
}

// issues tells that a gerund of speech says what stands in what its clause's
// subject wrote or sent: "issued a statement saying", "wrote a letter accusing".
func (p *parser) issues(v *verb, c *clause) bool {
	g := &p.verbs[c.verb]
	if g.passive || g.negated || !g.is(Light) && !g.is(Write) && !g.is(Say) || g.object < 0 || c.any < 0 || p.phrases[c.any].last != v.first {
		return false
	}
	return p.words[p.phrases[g.object].head].is(Bulletin)
}

// firstOfTwo gives the phrase before a verb, or the one with which "and" joins it
// where that begins a clause: "…, and both she and NAME are facing".
func (p *parser) firstOfTwo(c *clause) int32 {
	i := c.np
	if i < 1 || c.verb < 0 || p.phrases[i-1].also != i || p.phrases[i-1].prep >= 0 {
		return i
	}
	if b := p.phrases[i-1].first - 1; b > p.verbs[c.verb].last && (p.words[b].is(And) || p.words[b].is(AllOf)) {
		return i - 1
	}
	return i
}

// neither tells that "neither" or "nor" stands before the verb's subject.
func (p *parser) neither(v *verb) bool {
	for i := v.subject; i >= 0 && !v.gerund; i = p.phrases[i].also {
		k := p.phrases[i].first - 1
		if k >= p.s.first && k < v.first && p.words[k].is(Neg) && (p.words[k].is(Or) || p.words[k].is(Det)) && p.phrases[i].who >= 0 {
			return true
		}
	}
	return false
}

// withoutObject tells that a preposition follows where a verb that takes somebody
// would have him: "accused of", "arrested in May".
func (p *parser) withoutObject(k int32) bool {
	n := &p.words[k]
	return n.is(Of) || n.is(With) || n.is(By) || n.is(In) || n.is(On) || n.is(Over) || n.is(For) || n.is(At) || n.is(After) || n.is(During)
}
