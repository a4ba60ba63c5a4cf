package extract

// beforeWhen gives the date that "when" takes up ("until 2016, when she left"),
// or the verb of which it tells the time ("was named when they won in 1997") as
// -2 and less; -1 for neither.
func (p *parser) beforeWhen(k int32, c *clause) int32 {
	end := k
	if k > p.s.first && p.words[k-1].comma() {
		end--
	}
	for i := range p.dates {
		if p.dates[i].last == end {
			return int32(i)
		}
	}
	if v := p.lastVerb(); end == k && v >= 0 && c.verb >= 0 {
		return -2 - v
	}
	return -1
}

// shareDates gives the verbs of clauses with "when" the dates that stand before
// it, and the verb before it those of the clause.
func (p *parser) shareDates() {
	p.leftDates()
	for _, w := range p.whens[:p.shared] {
		if w.before >= 0 {
			d := p.dates[w.before]
			if d.is == ranging {
				d.from = d.to
			}
			d.is, d.verb = atTime, w.verb
			if p.firstDate(w.verb) < 0 {
				p.dates = append(p.dates, d)
			}
			continue
		}
		main := -2 - w.before
		if i := p.firstDate(w.verb); i >= 0 && p.firstDate(main) < 0 && p.dates[i].is == atTime && p.together(main, w.verb) {
			d := p.dates[i]
			d.verb = main
			p.dates = append(p.dates, d)
		}
	}
}

// leftDates gives the dates that are nobody's to the verb before them, where only
// words without a comma part the two.
func (p *parser) leftDates() {
	for i := range p.dates {
		d := &p.dates[i]
		if d.verb >= 0 {
			continue
		}
		for v := len(p.verbs) - 1; v >= 0; v-- {
			vb := &p.verbs[v]
			if vb.first >= d.first || vb.is(AccordingTo) {
				continue
			}
			if vb.finite && !p.commaIn(vb.last, d.first) && p.words[d.first].depth == p.words[vb.head].depth {
				d.verb = int32(v)
			}
			break
		}
	}
}

// together tells that two verbs tell of one time: both of what was, or the first
// of what is to come.
func (p *parser) together(main, sub int32) bool {
	a, b := &p.verbs[main], &p.verbs[sub]
	if b.gerund {
		return a.tense == pastTense
	}
	if b.tense == pastTense {
		return a.tense == pastTense && a.finite && !a.progressive && !b.progressive
	}
	return b.tense == present && (a.tense == futureTense || a.infinitive && a.gov >= 0 && p.verbs[a.gov].tense == present)
}

// firstDate gives the first date that belongs to a verb; -1.
func (p *parser) firstDate(v int32) int {
	for i := range p.dates {
		if p.dates[i].verb == v {
			return i
		}
	}
	return -1
}
