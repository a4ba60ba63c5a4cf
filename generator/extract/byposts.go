package extract

import "profilegen/generator/prose"

// leads tells that the phrase opens the sentence and is "the" with one word.
func (p *parser) leads(ph *phrase) bool {
	return ph.first == p.s.first && ph.last == ph.first+2 && ph.prep < 0 && p.words[ph.first].is(The)
}

// toldOf gives the person whom the sentence before was about; -1.
func (p *parser) toldOf() int32 {
	if p.subject < 0 || p.index-p.subjectSince > 1 || p.who[p.subject].kind != Person {
		return -1
	}
	return p.subject
}

// fromNext finds the one whom an article's first sentence leaves without a name
// ("A former mayor has left the party.") and the next one begins with.
func (p *parser) fromNext(ro *role) int32 {
	if p.index != p.lead {
		return -1
	}
	if int(p.index)+1 >= len(p.sentences) || p.sentences[p.index+1].headline {
		return -1
	}
	next := &p.sentences[p.index+1]
	k := next.first
	for k < next.last && p.words[k].title {
		k++
	}
	id := p.words[k].name
	if id < 0 {
		return -1
	}
	m := &p.mentions[id]
	n := &p.names[m.name]
	if n.kind != Person || n.count < 2 || n.who < 0 || p.who[n.who].first != id {
		return -1
	}
	p.ahead = ahead{n.who, next.last}
	if ro.org >= 0 && p.who[ro.org].party {
		p.who[n.who].org = ro.org
	}
	return n.who
}

// sameField tells that a post is not about something else than the title of that
// noun: "the trade secretary" is not culture secretary NAME.
func (p *parser) sameField(ro *role, head string) bool {
	if ro.text.first == ro.head || !p.words[ro.head-1].is(Field) || p.fields[head] == "" {
		return true
	}
	return p.words[ro.head-1].e.lemma == p.fields[head]
}

// byPost finds the person whom the article has called by that post, or is to
// call by it as a title; failing that the one whom the sentence before was
// about, where nothing speaks against it.
func (p *parser) byPost(ro *role, lead bool) int32 {
	head := p.words[ro.head].e.lemma
	var own []string
	for i := len(p.recent) - 1; i >= max(0, len(p.recent)-64); i-- {
		id := p.recent[i]
		for _, post := range p.who[id].posts {
			if post.head != head || ro.org >= 0 && post.org >= 0 && post.org != ro.org {
				continue
			}
			if own == nil {
				own = p.nameWords(p.text(ro.text))
			}
			if within(own, post.words) || within(post.words, own) {
				return id
			}
		}
	}
	if id, ok := p.titles[head]; ok && p.titleFits(ro, id) && p.sameField(ro, head) && !(ro.org >= 0 && p.who[id].org >= 0 && p.who[id].org != ro.org) {
		return id
	}
	if !lead || !p.words[ro.head].is(RolePublic) && !p.words[ro.head].is(RoleSeat) && (ro.org < 0 || !p.words[ro.head].is(RoleParty)) {
		return -1
	}
	if k := ro.last; k+1 < p.s.last && p.words[k].comma() && p.words[k+1].name >= 0 && p.names[p.mentions[p.words[k+1].name].name].kind == Person {
		return -1
	}
	// "NAME … said. The senator …"
	id := p.subject
	told := ro.org >= 0 || ro.place != ""
	if id >= 0 && p.leadsAnother(id, ro) {
		return -1
	}
	if id < 0 || !p.byName && !(told && len(p.recent) > 0 && p.recent[len(p.recent)-1] == id) || p.index-p.subjectSince > 1 || ro.former {
		return -1
	}
	for _, post := range p.who[id].posts {
		if post.public && !post.former && !post.e.set.has(Bencher) && (!p.words[ro.head].is(RoleSeat) || post.e.set.has(RoleSeat) || post.e.set.has(RoleElected)) {
			return -1
		}
	}
	if !p.words[ro.head].is(RoleSeat) && !told && !p.aloneBefore(id) {
		return -1 // "The premier" can always be another one
	}
	ro.guessed = true
	return id
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
		if post.head == p.words[ro.head].e.lemma && post.org >= 0 && post.org != ro.org {
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
		return ro.place == "" || n.text == ro.place
	}
	return true
}
