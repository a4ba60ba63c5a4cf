package extract

import "profilegen/generator/prose"

// closesSpeech tells of ", NAME said." and ", he added, ": speech stands before
// it and no content of its own after it.
func (p *parser) closesSpeech(v *verb) bool {
	if !v.is(Say) || v.subject < 0 || v.passive {
		return false
	}
	f := p.phrases[v.subject].first
	if f <= p.s.first {
		return false
	}
	b := &p.words[f-1]
	if !b.comma() && b.kind != prose.Close && b.kind != prose.Dash {
		return false
	}
	return p.speechEnds(&p.words[v.head], v.last)
}

// ends tells that nothing but an addressee, a time or a place follows.
func (p *parser) ends(k int32) bool {
	if k >= p.s.last {
		return true
	}
	w := &p.words[k]
	return w.kind == prose.Stop || w.comma() || w.kind == prose.Dash || w.is(On) || w.is(In) || w.is(At) || w.is(Prep) && !w.is(For) && !w.is(Against) && !w.is(About) && !w.is(Over) && !w.is(With) && !w.is(Of) && !w.is(To) && !w.is(From) || w.is(Weekday) || w.is(DayWord) || w.is(Last) || w.is(Adv)
}

// attribute puts what the sentence has told so far under the verb of speech.
func (p *parser) attribute(v *verb, id int32) {
	for i := p.parted; int(i) < len(p.verbs); i++ {
		if p.verbs[i].frame < 0 && !p.verbs[i].subordinate {
			p.verbs[i].frame = id
		}
	}
	p.outer = id
	v.frame = -1
	v.conditional = p.stack[0].conditional
	c := p.top()
	c.np = -1
	c.parted = true
}

// inverts tells that the speaker comes after the verb: "…, said NAME".
func (p *parser) inverts(v *verb, c *clause) bool {
	if !v.is(Say) || v.last >= p.s.last || v.passive || v.head != v.first {
		return false
	}
	b := &nothing
	if v.first > p.s.first {
		b = &p.words[v.first-1]
	}
	if v.first > p.s.first && !b.comma() && b.kind != prose.Close && b.kind != prose.Dash {
		return false
	}
	n := &p.words[v.last]
	if p.nounsEnd(p.s, v.last) > v.last && p.titleFrom(v.last) { // "said harbour minister NAME"
		return true
	}
	return n.name >= 0 || n.is(Honorific) || n.is(The) || n.is(A) || n.is(Role) || n.is(RoleMod) || n.is(Former) || n.is(Field) || n.is(Demonym)
}

// inverted takes the phrase after the verb as its subject.
func (p *parser) inverted(v *verb, id int32) {
	ph := p.phraseAt(p.s, v.last)
	if ph.empty() {
		return
	}
	c := p.top()
	p.resolvePhrase(&ph, c, true)
	k := int32(len(p.phrases))
	p.phrases = append(p.phrases, ph)
	// "said the party's secretary, NAME"
	if ph.kind == rolePhrase && ph.who < 0 && ph.role >= 0 && p.roles[ph.role].holder >= 0 {
		p.phrases[k].who = p.resolve(p.roles[ph.role].holder)
		p.phrases[k].last = p.mentions[p.roles[ph.role].holder].last
	}
	v.subject, v.last = k, max(v.last, p.phrases[k].last)
	p.attribute(v, id)
	c.any = k
	c.verb, c.subject = id, k
}

// continues tells that what a verb of going on brings is speech: "went on: “…”",
// "continued, “…”", not "continued the search".
func (r *reading) continues(v *verb) bool {
	if v.last >= r.s.last {
		return true
	}
	w := &r.words[v.last]
	if w.is(That) && v.last+1 < r.s.last { // "went on that the pier was safe", not "continue that search"
		n := &r.words[v.last+1]
		return n.any(&closed) || n.name >= 0
	}
	return w.comma() || w.mark == ':' || w.kind == prose.Open || w.kind == prose.Stop
}

// airs tells of a verb of going where one is heard: "took to Facebook to say",
// "used a speech to call for".
func (r *reading) airs(g *verb) bool {
	if g.passive {
		return false
	}
	return g.is(Airs) || g.is(Light) && g.object >= 0 && r.words[r.phrases[g.object].head].is(Bulletin)
}

// titleFrom tells that from k on stands a post with the name of its holder right
// behind it.
func (p *parser) titleFrom(k int32) bool {
	i := p.roleFrom(k)
	return i >= 0 && p.roles[i].title && p.roles[i].holder >= 0
}
