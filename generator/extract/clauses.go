package extract

import "profilegen/generator/prose"

// clauseKind says what opened a clause.
type clauseKind uint8

const (
	mainClause clauseKind = iota
	relativeClause
	adverbialClause
	thatClause
)

// clause is the state of one clause while a sentence is read.
type clause struct {
	kind clauseKind
	// subject is the phrase in subject place, np the last phrase that no
	// preposition governs, any the last phrase of all; -1.
	subject, np, any int32
	// verb is the last finite verb, -1.
	verb int32
	// frame is the verb of speech that the clause stands under.
	frame int32
	// commas counts those since the subject; parted tells that a comma or a
	// conjunction has come since the verb.
	commas      int
	parted      bool
	conj        bool // the last thing was "and"
	conditional bool
	noun        bool // under a noun of hearsay
	fronted     bool // between a verb of speech and what is said stands an adverbial
	inside      bool // in a participle's aside behind the subject
	aside       bool // opened by a comma, which another one closes
	dates       int  // index of the first date that waits for a verb; -1
}

// parser reads the clauses of one sentence.
type parser struct {
	*reading
	s     *sentence
	stack [10]clause
	n     int
	prep  int32 // the preposition that governs the next phrase, -1
	// waiting are verbs whose subject is still to come ("Born in …, he").
	waiting []int32
	date    int   // the next date of the sentence
	at      int32 // the place behind the pronoun that is being settled
}

func (p *parser) top() *clause { return &p.stack[p.n-1] }

func (p *parser) push(c clause) *clause {
	if p.n == len(p.stack) {
		p.n--
	}
	p.stack[p.n] = c
	p.n++
	return p.top()
}

func newClause(kind clauseKind) clause {
	return clause{kind: kind, subject: -1, np: -1, any: -1, verb: -1, frame: -1, dates: -1}
}

// parse finds the phrases, verbs and clauses of a sentence, who does what, and
// who says so.
func (r *reading) parse(s *sentence) {
	r.phrases, r.verbs = r.phrases[:0], r.verbs[:0]
	p := parser{reading: r, s: s, prep: -1, waiting: r.waiting[:0]}
	c := newClause(mainClause)
	if w := &r.words[s.first]; w.aux() && w.capital() && (w.e.lemma == "have" && w.e.forms&past != 0 || w.is(Should) || w.e.lemma == "be" && w.e.forms&past != 0) {
		c.conditional = true // "Had he been elected, …", "Should she resign, …"
	}
	p.push(c)
	for k := s.first; k < s.last; {
		k = p.step(k)
	}
	p.finish()
	r.waiting = p.waiting[:0]
}

// step reads what stands at k and gives the place after it.
func (p *parser) step(k int32) int32 {
	w := &p.words[k]
	if end := p.opaque(k); end > k {
		p.afterQuote()
		return end
	}
	for p.date < len(p.dates) && p.dates[p.date].last <= k {
		p.date++
	}
	if p.date < len(p.dates) && p.dates[p.date].first == k {
		p.atDate()
		return p.dates[p.date].last
	}
	switch {
	case w.mark == '(' || w.mark == '[':
		return p.bracket(k)
	case w.comma() || w.kind == prose.Dash:
		p.comma(k)
		return k + 1
	case w.mark == ':' || w.mark == ';' || w.kind == prose.Stop:
		p.restart()
		return k + 1
	case w.kind == prose.Open || w.kind == prose.Close || w.kind == prose.Symbol && w.mark == 0:
		return k + 1
	case w.is(AccordingTo):
		return p.accordingTo(k)
	case w.is(Rel) && p.relative(k):
		return k + 1
	case w.is(That) && p.that(k):
		return k + 1
	case w.is(And) || w.is(But):
		p.top().conj = true
		p.prep = -1
		return k + 1
	}
	if w.is(To) || p.verbHere(p.s, k) || w.is(Neg) {
		if v, ok := p.verbAt(p.s, k); ok {
			p.addVerb(v)
			return v.last
		}
	}
	if w.is(Sub) && !w.is(Prep) || w.is(Sub) && p.clauseAhead(k+1) {
		p.subordinate(k)
		return k + 1
	}
	if w.is(Prep) || w.is(To) || w.is(Of) {
		if p.afterSpeech(k) && !w.is(To) && !w.is(About) {
			p.top().fronted = true
		}
		p.prep = k
		return k + 1
	}
	ph := p.phraseAt(p.s, k)
	if ph.last > k {
		p.addPhrase(ph)
		return ph.last
	}
	return k + 1
}

// opaque gives the end of a quotation at k that is passed over: a whole speech,
// not a word or two in marks.
func (p *parser) opaque(k int32) int32 {
	w := &p.words[k]
	if w.kind != prose.Open && !(k == p.s.first && w.depth > 0) {
		return k
	}
	end := k + 1
	words := 0
	stop := k == p.s.first && w.kind != prose.Open
	for end < p.s.last && p.words[end].depth > 0 && !(p.words[end].kind == prose.Open && p.words[end].depth <= w.depth) {
		if p.words[end].kind == prose.Word {
			words++
		}
		end++
		if p.words[end-1].kind == prose.Close && p.words[end-1].depth <= w.depth {
			break
		}
	}
	before := &nothing
	if k > p.s.first {
		before = &p.words[k-1]
	}
	if words > 3 || stop || before.comma() || before.mark == ':' || k == p.s.first {
		return end
	}
	return k
}

// afterQuote notes that speech stood here: it parts clauses as a comma does.
func (p *parser) afterQuote() {
	c := p.top()
	c.parted = true
	c.np = keepIf(c.verb < 0, c.np)
	p.prep = -1
}

func keepIf(keep bool, v int32) int32 {
	if keep {
		return v
	}
	return -1
}

// bracket passes over brackets.
func (p *parser) bracket(k int32) int32 {
	for i := k + 1; i < p.s.last; i++ {
		if m := p.words[i].mark; p.words[i].kind == prose.Punct && (m == ')' || m == ']') {
			return i + 1
		}
	}
	return k + 1
}

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
		p.pop(k)
		c = p.top()
	}
	if c.kind == adverbialClause && c.verb < 0 && c.np < 0 && p.n > 1 { // "When asked, …"
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
	if c.verb >= 0 {
		c.parted = true
		c.np = -1
	}
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

// accordingTo reads "according to NAME": everything in the sentence stands
// under that speaker.
func (p *parser) accordingTo(k int32) int32 {
	ph := p.phraseAt(p.s, min(k+1, p.s.last-1))
	if ph.last <= k+1 {
		return k + 1
	}
	p.resolvePhrase(&ph, p.top(), true)
	p.phrases = append(p.phrases, ph)
	v := verb{span: span{k, k + 1}, head: k, e: p.words[k].e, subject: int32(len(p.phrases) - 1), object: -1, frame: -1, gov: -1, finite: true, end: ph.last}
	p.verbs = append(p.verbs, v)
	p.outer = int32(len(p.verbs) - 1)
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
		if c.verb >= 0 {
			n := newClause(thatClause)
			n.conditional = true // a question: it states nothing
			n.frame = -1
			p.push(n)
		}
		return true
	}
	ante := c.any
	if w.is(RelWho) { // the nearest that is a person
		for i := ante; i >= 0 && i > ante-4; i-- {
			kind := p.phrases[i].kind
			if kind == personPhrase || kind == rolePhrase || kind == anonymousPhrase {
				ante = i
				break
			}
		}
	}
	n := newClause(relativeClause) // what it tells is the article's own word
	n.aside = aside
	n.conditional = c.conditional
	n.any = ante
	if !w.is(RelWhere) && !w.is(ObjectForm) && !w.is(RelWhose) {
		n.np, n.subject = ante, ante
	}
	if w.is(RelWhose) {
		p.owner = ante
	}
	if w.is(ObjectForm) || w.is(RelWhere) {
		p.prep = -1
	}
	p.push(n)
	return true
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
	case last >= 0 && p.framing(last):
		n.frame = last
	case c.any >= 0 && !b.is(Verb) && b.kind == prose.Word:
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

// framing tells that what follows a verb is told by its subject.
func (p *parser) framing(v int32) bool {
	e := p.verbs[v].e
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
		if w.kind != prose.Word && w.kind != prose.Number && w.kind != prose.Genitive {
			return false
		}
		if w.is(Month) && w.capital() {
			return false
		}
		if i == k && (w.e.forms&ing != 0 || w.is(Prep)) {
			return false
		}
		if p.verbHere(p.s, i) && nouns && (w.aux() || w.e.forms&(past|third) != 0) {
			return true
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
	p.push(n)
	p.prep = -1
}

// afterSpeech tells that k follows a verb of speech directly.
func (p *parser) afterSpeech(k int32) bool {
	c := p.top()
	return c.verb >= 0 && p.verbs[c.verb].last == k && p.framing(c.verb) && p.verbs[c.verb].is(Say)
}

// atDate gives a date to its verb: the one before it in the clause, or the one
// to come.
func (p *parser) atDate() {
	c := p.top()
	i := p.date
	if last := p.lastVerb(); last >= 0 && (!c.parted || p.verbs[last].gerund && !c.conj) && c.np < 0 || last >= 0 && c.verb >= 0 && !c.parted {
		p.dates[i].verb = last
		return
	}
	if c.dates < 0 {
		c.dates = i
	}
}
