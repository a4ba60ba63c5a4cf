package extract

import "profilegen/generator/prose"

// leads tells that the phrase opens the sentence and is "the" with one word.
func (p *parser) leads(ph *phrase) bool {
	return ph.first == p.s.first && ph.last == ph.first+2 && ph.prep < 0 && p.words[ph.first].is(The)
}

// ofAge tells that the phrase opens the sentence and is "the 54-year-old", with a
// word or two behind it.
func (p *parser) ofAge(ph *phrase) bool {
	return ph.first == p.s.first && ph.last-ph.first > 1 && ph.last-ph.first < 5 && ph.prep < 0 && p.words[ph.first].is(The) && p.lex.grammar.ends("ages", p.text(span{ph.first + 1, ph.first + 2}))
}

// toldOf gives the person whom the sentence before was about; -1.
func (p *parser) toldOf() int32 {
	if p.subject < 0 || p.index-p.subjectSince > 1 || p.who[p.subject].kind != Person {
		return -1
	}
	return p.subject
}

// sameField tells that a post is not about something else than the title of that
// noun: "the trade secretary" is not culture secretary NAME.
func (p *parser) sameField(ro *role, head string) bool {
	if ro.text.first == ro.head || !p.words[ro.head-1].is(Field) || p.fields[head] == "" {
		return true
	}
	return p.words[ro.head-1].e.lemma == p.fields[head]
}

// leadsAnother tells that a post of one party is not that of somebody who is of
// another: "The Liberal leader" is not the Reform leader before.
func (p *parser) leadsAnother(id int32, ro *role) bool {
	if ro.org < 0 {
		return false
	}
	e := &p.who[id]
	if e.org >= 0 && e.org != ro.org && p.who[e.org].party && p.who[ro.org].party {
		return true
	}
	for _, post := range e.posts {
		if post.head == p.words[ro.head].e.lemma && p.ofAnother(&post, ro.org) {
			return true
		}
	}
	return false
}

// aloneBefore tells that the sentence before is of this paragraph, or the
// article's first, and names nobody but that person.
func (p *parser) aloneBefore(id int32) bool {
	if p.index == 0 {
		return false
	}
	s := &p.sentences[p.index-1]
	if s.paragraph != p.s.paragraph && p.index-1 != p.lead {
		return false
	}
	for i := s.mentions.first; i < s.mentions.last; i++ {
		if m := &p.mentions[i]; p.names[m.name].kind == Person && m.who != id {
			return false
		}
	}
	return true
}

// titleFits tells that the title before a person's name is not one of another
// party or place: "the Liberals' group leader" is not Reform group leader NAME.
func (p *parser) titleFits(ro *role, id int32) bool {
	m := &p.mentions[p.who[id].first]
	if ro.former && !p.hasLeft(id) {
		return false
	}
	if b := m.full - 2; ro.head > ro.text.first && p.words[ro.head-1].is(RoleMod) && b >= p.sentences[m.sentence].first && p.words[b+1].is(Role) && p.words[b].e.lemma != p.words[ro.head-1].e.lemma {
		return false // "the deputy speaker" is not Speaker NAME
	}
	if ro.org < 0 && ro.place == "" {
		return true
	}
	from := p.sentences[m.sentence].first
	for k := m.full - 1; k >= max(from, m.full-5); k-- {
		w := &p.words[k]
		if w.name < 0 {
			if w.kind != prose.Word || w.any(&closed) {
				return true
			}
			continue
		}
		n := &p.names[p.mentions[w.name].name]
		if n.kind == Org {
			return ro.org < 0 || n.who < 0 || n.who == ro.org
		}
		if ro.org >= 0 && n.kind != Place && !p.sameOrg(n.text, p.who[ro.org].name) {
			return false
		}
		return ro.place == "" || n.text == ro.place
	}
	return true
}
