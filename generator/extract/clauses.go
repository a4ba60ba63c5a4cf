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
	// whom is the phrase that "whom" takes up, -1.
	whom int32
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
	// when is the date before "when", or the verb before it as -2-verb; -1.
	when int32
}

// clauses are as many as can stand inside one another; of deeper ones the last
// is given up.
type clauses [10]clause

// parser reads the clauses of one sentence.
type parser struct {
	*reading
	s     *sentence
	stack *clauses
	n     int
	prep  int32 // the preposition that governs the next phrase, -1
	// whens are the clauses with "when", shared how many there are.
	whens  [4]whenClause
	shared int
	// waiting are verbs whose subject is still to come ("Born in …, he").
	waiting []int32
	date    int   // the next date of the sentence
	at      int32 // the place behind the pronoun that is being settled
	other   int32 // whom it cannot mean, -1
	parted  int32 // the first verb behind the last semicolon
	skip    int32 // what ends here has been read with its verb
}

// whenClause is a clause with "when": its verb, and what stands before it.
type whenClause struct{ verb, before int32 }

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
	return clause{kind: kind, subject: -1, np: -1, any: -1, verb: -1, whom: -1, frame: -1, dates: -1, when: -1}
}

// parse finds the phrases, verbs and clauses of a sentence, who does what, and
// who says so.
func (r *reading) parse(s *sentence) {
	r.phrases, r.verbs = r.phrases[:0], r.verbs[:0]
	if r.clauses == nil {
		r.clauses = new(clauses)
	}
	p := parser{reading: r, s: s, stack: r.clauses, prep: -1, other: -1, waiting: r.waiting[:0]}
	c := newClause(mainClause)
	if w := &r.words[s.first]; w.aux() && w.capital() && (w.is(Have) && w.e.forms&past != 0 || w.is(Should) || w.is(Be) && w.e.forms&past != 0) {
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
	if w.kind == prose.Open || k == p.s.first && w.depth > 0 {
		if end := p.opaque(k); end > k {
			p.afterQuote()
			return end
		}
	}
	for p.date < len(p.dates) && p.dates[p.date].last <= k {
		p.date++
	}
	if p.date < len(p.dates) && p.dates[p.date].first == k {
		p.atDate()
		return p.dates[p.date].last
	}
	if w.e.plain && w.kind == prose.Word {
		return p.phrase(k)
	}
	switch {
	case w.mark == '(' || w.mark == '[':
		return p.bracket(k)
	case w.comma() || w.kind == prose.Dash:
		p.comma(k)
		return k + 1
	case w.mark == ':' || w.mark == ';' || w.kind == prose.Stop:
		if w.mark == ';' {
			p.parted = int32(len(p.verbs))
		}
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
		var v verb
		if p.verbAt(p.s, k, &v) {
			p.addVerb(&v)
			return max(v.last, p.skip)
		}
	}
	if c := p.top(); w.is(Sub) && w.is(Adv) && k > p.s.first && k+1 < p.s.last && !p.words[k-1].comma() && c.np >= 0 && c.verb < 0 && p.verbHere(p.s, k+1) {
		return k + 1 // "she once said"
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
	return p.phrase(k)
}

// phrase reads the noun phrase at k, if there is one, and gives the place behind it.
func (p *parser) phrase(k int32) int32 {
	ph := p.phraseAt(p.s, k)
	if ph.last <= k {
		return k + 1
	}
	p.addPhrase(ph)
	return ph.last
}

// opaque gives the end of the quotation at k that is passed over: a whole speech,
// not a word or two in marks.
func (p *parser) opaque(k int32) int32 {
	w := &p.words[k]
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

// atDate gives a date to its verb: the one before it in the clause, or the one
// to come.
func (p *parser) atDate() {
	c := p.top()
	i := p.date
	if p.dates[i].again && p.dates[i-1].verb >= 0 { // "in 2012, 2016 and 2020"
		p.dates[i].verb = p.dates[i-1].verb
		return
	}
	if o := p.outer; o >= 0 && int(o) == len(p.verbs)-1 && p.verbs[o].finite && p.verbs[o].last <= p.dates[i].first && p.dates[i].first-p.verbs[o].last < 12 && !p.commaIn(p.verbs[o].last, p.dates[i].first) {
		p.dates[i].verb = o // "It is late, NAME said in a statement on Monday"
		return
	}
	if last := p.lastVerb(); last >= 0 && (!c.parted || (p.verbs[last].gerund || p.verbs[last].infinitive) && !c.conj) && (c.np < 0 || p.phrases[c.np].first >= p.verbs[last].last && !p.commaIn(p.verbs[last].last, p.dates[i].first)) || last >= 0 && c.verb >= 0 && !c.parted {
		p.dates[i].verb = last
		return
	}
	if last := int32(len(p.verbs)) - 1; last >= 0 && c.verb < 0 && c.dates < 0 && (p.verbs[last].reduced || len(p.waiting) > 0 && p.waiting[len(p.waiting)-1] == last) && !p.commaIn(p.verbs[last].last, p.dates[i].first) {
		p.dates[i].verb = last // "Named minister in May, she"; "NAME, sacked in May, has"
		return
	}
	if c.parted && !c.conj && c.np < 0 && c.verb >= 0 && p.endsAside(p.dates[i].last) {
		p.dates[i].verb = c.verb // "led the board, a charity, from 1993 to 1996, and"
		return
	}
	if c.dates < 0 {
		c.dates = i
	}
}

// endsAside tells that a clause ends at k, or another one begins.
func (p *parser) endsAside(k int32) bool {
	if k >= p.s.last {
		return true
	}
	w := &p.words[k]
	return w.kind == prose.Stop || w.comma() && k+1 < p.s.last && (p.words[k+1].is(And) || p.words[k+1].is(Rel))
}

// commaIn tells that a comma stands from..to.
func (p *parser) commaIn(from, to int32) bool {
	for k := from; k < to; k++ {
		if p.words[k].comma() {
			return true
		}
	}
	return false
}
