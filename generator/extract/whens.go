package extract

import "profilegen/generator/prose"

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
	p.sayingDates()
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
		if i := p.firstDate(main); i >= 0 && p.firstDate(w.verb) < 0 && p.dates[i].is == atTime && p.verbs[w.verb].tense == pastTense && p.together(main, w.verb) { // "lost its second seat last night when NAME left"
			d := p.dates[i]
			d.verb = w.verb
			p.dates = append(p.dates, d)
			continue
		}
		if i := p.firstDate(w.verb); i >= 0 && p.firstDate(main) < 0 && p.dates[i].is == atTime && p.together(main, w.verb) {
			d := p.dates[i]
			d.verb = main
			p.dates = append(p.dates, d)
		}
	}
}

// sayingDates gives a participle of speech the date of the verb whose time it shares:
// "NAME ruled herself out yesterday, saying that"; a verb of speech that of the clause
// with "when" before it, and of what was said in: "In a letter dated 3 May, NAME said".
func (p *parser) sayingDates() {
	opened := len(p.verbs) > 0 && p.verbs[0].subordinate && p.verbs[0].tense == pastTense && p.words[p.s.first].is(WhenWord)
	for i := 1; i < len(p.verbs); i++ {
		v, b := &p.verbs[i], &p.verbs[i-1]
		if !v.is(Say) {
			continue
		}
		if p.firstDate(int32(i)) >= 0 {
			if v.gerund && p.speech(b) && b.tense == pastTense && p.words[v.first-1].comma() { // "NAME praised it, telling them in 2023"
				p.lendDate(int32(i), int32(i-1))
			}
			continue
		}
		switch {
		case v.gerund && b.finite && !b.subordinate && !b.passive && b.frame < 0 && !p.speech(b) && (p.words[v.first-1].comma() || p.withBehindComma(v.first)),
			v.finite && v.tense == pastTense && i == 1 && b.reduced && p.bulletinBefore(b) && p.commaIn(b.last, v.first):
			p.lendDate(int32(i-1), int32(i))
		case opened && v.finite && !v.subordinate && v.frame < 0 && v.tense == pastTense && p.commaIn(p.verbs[0].last, v.first):
			p.lendDate(0, int32(i))
			opened = false
		}
	}
}

// lendDate gives verb b the date of verb a, where it has one and b none.
func (p *parser) lendDate(a, b int32) {
	j := p.firstDate(a)
	if j < 0 || p.dates[j].is != atTime || p.firstDate(b) >= 0 {
		return
	}
	d := p.dates[j]
	d.verb = b
	p.dates = append(p.dates, d)
}

// withBehindComma tells that a participle at k stands behind a comma, "with" and a
// name: "It drew an outcry on Sunday, with NAME saying".
func (p *parser) withBehindComma(k int32) bool {
	for j := k - 1; j > max(p.s.first, k-8); j-- {
		if p.words[j].is(With) {
			return p.words[j-1].comma()
		}
		if p.words[j].kind != prose.Word {
			return false
		}
	}
	return false
}

// bulletinBefore tells that a participle says when something that speaks for its
// author came out: "a statement released on Monday".
func (p *parser) bulletinBefore(v *verb) bool {
	k := v.first - 1
	return k > p.s.first && (p.words[k].is(Bulletin) || p.words[k].is(SpeechNoun))
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
