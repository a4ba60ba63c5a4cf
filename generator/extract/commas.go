package extract

// comma parts clauses and closes asides.
func (p *parser) comma(k int32) {
	p.prep = -1
	c := p.top()
	if c.kind == adverbialClause && p.n > 1 && p.stack[p.n-2].fronted && c.verb >= 0 {
		p.n--
		up := p.top()
		up.fronted, up.np = false, -1
		return
	}
	for p.n > 1 && c.verb >= 0 && (c.kind == relativeClause && c.aside || c.kind == adverbialClause) {
		if k+1 < p.s.last && (p.words[k+1].is(And) && !p.words[k+1].is(But)) && c.kind == relativeClause {
			break
		}
		if c.kind == relativeClause && p.listGoesOn(k) {
			break
		}
		p.pop(k)
		c = p.top()
	}
	p.closeAsides(k)
	c = p.top()
	if c.kind == adverbialClause && c.verb < 0 && c.np < 0 && p.n > 1 { // "When asked, …"
		p.pop(k)
		c = p.top()
	}
	if c.kind == thatClause && c.frame < 0 && c.conditional && c.verb >= 0 && p.n > 1 && k+1 < p.s.last && p.words[k+1].e.forms&ing != 0 { // "denounced what he called a sham, citing"
		p.pop(k)
		c = p.top()
	}
	if p.n == 1 && c.conditional && c.verb >= 0 { // the condition ends here
		*c = newClause(mainClause)
		return
	}
	c.commas++
	c.conj, c.inside = false, false
	if c.fronted {
		c.fronted, c.np = false, -1
		return
	}
	if c.verb >= 0 && p.kinBegins(c, k) {
		c.verb, c.commas, c.parted = -1, 1, false
		return
	}
	if c.verb >= 0 {
		c.parted = true
		c.np = -1
	}
}

// kinBegins tells that the comma at k stands between a kinship, with which a
// further clause begins, and a name: "…, and his sister, NAME, is a nurse".
func (p *parser) kinBegins(c *clause, k int32) bool {
	if c.kind != mainClause || c.np < 0 || k+1 >= p.s.last || p.words[k+1].name < 0 {
		return false
	}
	ph := &p.phrases[c.np]
	if ph.last != k || ph.prep >= 0 || !p.words[ph.head].is(Kin) || !p.words[ph.first].is(Poss) || ph.first < p.s.first+2 {
		return false
	}
	if b := &p.words[ph.first-1]; !b.is(And) && !b.is(But) || !p.words[ph.first-2].comma() {
		return false
	}
	end := p.mentions[p.words[k+1].name].last
	return end+1 < p.s.last && p.words[end].comma() && p.verbHere(p.s, end+1)
}

// listGoesOn tells that the comma at k parts the names of a list that is the
// object of a relative clause: "the alliance, which includes A, B and C, said".
func (p *parser) listGoesOn(k int32) bool {
	v := p.top().verb
	if v < 0 || p.verbs[v].object < 0 || p.top().any < p.verbs[v].object || p.words[k-1].name < 0 {
		return false
	}
	i := k + 1
	for i < p.s.last && p.words[i].is(The) {
		i++
	}
	if i >= p.s.last || p.words[i].name < 0 {
		return false
	}
	i = p.mentions[p.words[i].name].last
	for j := i; j < min(p.s.last, i+8); j++ { // the rest of the list: names, commas, and
		if w := &p.words[j]; w.is(And) && !w.is(But) {
			return j+1 < p.s.last && (p.words[j+1].name >= 0 || j+2 < p.s.last && p.words[j+1].is(The) && p.words[j+2].name >= 0)
		} else if !w.comma() && w.name < 0 && !w.is(The) {
			return false
		}
	}
	return false
}

// closeAsides leaves what a comma closes together with the clauses inside it:
// "NAME, who says he is staying, accused"; "Asked whether it was so, she said".
func (p *parser) closeAsides(k int32) {
	if p.n < 2 || k+1 >= p.s.last {
		return
	}
	if next := &p.words[k+1]; p.verbHere(p.s, k+1) && (next.aux() || next.e.forms&(past|third) != 0) {
		for i := p.n - 1; i > 0; i-- {
			a := &p.stack[i]
			if a.verb < 0 && (a.commas > 0 || i < p.n-1 || !a.aside) { // "whose husband, NAME, was"
				return
			}
			if a.kind == relativeClause && a.aside {
				for p.n > i {
					p.pop(k)
				}
				return
			}
		}
		if m := &p.stack[0]; m.verb < 0 && m.np >= 0 && m.commas > 0 { // "NAME, the peer who wrote it, is"
			for p.n > 1 {
				p.pop(k)
			}
		}
		return
	}
	if m := &p.stack[0]; p.n == 2 && m.verb < 0 && m.np >= 0 && p.top().kind == relativeClause && p.top().verb >= 0 && p.subjectAhead(k+1) { // "A farmer's son who speaks Gaelic, Mr Roe was"
		if old := &p.phrases[m.np]; old.who < 0 && (old.kind == otherPhrase || old.kind == rolePhrase) {
			p.pop(k)
			p.top().commas++
			return
		}
	}
	if m := &p.stack[0]; m.verb < 0 && m.np < 0 && len(p.verbs) > 0 && (p.top().verb >= 0 || p.top().kind == thatClause || p.top().np < 0 || p.stack[p.n-2].verb >= 0) {
		if next := &p.words[k+1]; next.is(Pron) && !next.is(ObjectForm) || next.name >= 0 || next.is(Honorific) || next.is(The) {
			for p.n > 1 {
				p.pop(k)
			}
		}
	}
}

// subjectAhead tells that a person's name stands at k with its verb behind it.
func (p *parser) subjectAhead(k int32) bool {
	for k+1 < p.s.last && p.words[k].title {
		k++
	}
	id := p.words[k].name
	if id < 0 || p.names[p.mentions[id].name].kind != Person {
		return false
	}
	end := p.mentions[id].last
	return end < p.s.last && p.verbHere(p.s, end)
}

// pop leaves the innermost clause.
func (p *parser) pop(k int32) {
	c := p.top()
	p.n--
	up := p.top()
	if c.kind == adverbialClause && up.verb < 0 && up.np < 0 {
		up.commas = 0
	}
	if c.aside {
		up.commas++
	}
}

// restart begins a new main clause.
func (p *parser) restart() {
	p.n = 1
	keep := p.stack[0]
	c := newClause(mainClause)
	c.subject = keep.subject
	p.stack[0] = c
	p.prep = -1
}
