package extract

import "profilegen/generator/prose"

// taken gives the one whom the sentence before was about for a post by which the
// article has not called him: "NAME said … The senator added"; -1 where anything
// speaks against it.
func (p *parser) taken(ph *phrase, ro *role, closes bool) int32 {
	h := &p.words[ro.head]
	if p.ofAge(ph) {
		return p.toldOf()
	}
	told := ro.org >= 0 || ro.place != ""
	if !h.is(RolePublic) && !h.is(RoleSeat) && !h.is(Vague) && (ro.org < 0 || !h.is(RoleParty)) {
		return -1
	}
	if p.namedBehind(ro) {
		return -1
	}
	id := p.lastTold(ro)
	if id < 0 || p.leadsAnother(id, ro) || p.otherPost(id, ro) || p.sufferer(id, ph, ro) {
		return -1
	}
	switch {
	case closes:
		if p.speaker != id || p.spoke != p.index-1 {
			return -1
		}
	case !p.byName && !(told && len(p.recent) > 0 && p.recent[len(p.recent)-1] == id) && !((ro.former || h.is(Vague)) && p.speaker == id && p.spoke == p.index-1):
		return -1
	}
	if !h.is(RoleSeat) && !told && !closes && !p.aloneBefore(id) {
		return -1 // "The premier" can always be another one
	}
	ro.guessed = true
	return id
}

// namedBehind tells that the holder's name follows a post, with what the post is for
// between: "The returning officer for the county, NAME, said".
func (p *parser) namedBehind(ro *role) bool {
	k := ro.last
	for k < min(p.s.last, ro.last+6) && p.words[k].kind == prose.Word && !p.verbHere(p.s, k) {
		k++
	}
	if k+1 >= p.s.last || !p.words[k].comma() {
		return false
	}
	for k++; k+1 < p.s.last && p.words[k].title; k++ {
	}
	id := p.words[k].name
	return id >= 0 && p.names[p.mentions[id].name].kind == Person
}

// lastTold gives the one whom the sentence before was about, or, for a post that is
// over, the only one whom it names; -1.
func (p *parser) lastTold(ro *role) int32 {
	if id := p.toldOf(); id >= 0 || !ro.former {
		return id
	}
	if p.focus >= 0 && p.focusSince == p.index-1 && p.aloneBefore(p.focus) {
		return p.focus
	}
	return -1
}

// otherPost tells that the article has given somebody a post beside which he hardly
// has the one of the description.
func (p *parser) otherPost(id int32, ro *role) bool {
	h := &p.words[ro.head]
	for i := range p.who[id].posts { // "the mayor" is not the former one
		if post := &p.who[id].posts[i]; post.head == h.e.lemma && post.former != ro.former && !p.hasLeft(id) {
			return true
		}
	}
	if ro.former || h.is(RoleParty) && ro.org >= 0 {
		return false
	}
	if h.is(Vague) && h.is(RoleOcc) { // "the veteran politician"
		return false
	}
	seat := h.is(RoleSeat) || h.is(Vague) && h.is(RoleElected)
	for i := range p.who[id].posts {
		post := &p.who[id].posts[i]
		if post.former || post.e.set.has(Bencher) {
			continue
		}
		own := post.e.set.has(RoleSeat) || post.e.set.has(RoleElected)
		if post.public && (!seat || own && !h.is(Vague)) {
			return true
		}
		if !seat && !own && ro.org < 0 && ro.place == "" && post.e.set.has(RoleParty) { // "The Reform leader said … The premier said"
			return true
		}
	}
	return false
}

// sufferer tells that the sentence before told of a death or of a step against
// somebody, of which another one speaks now: "NAME was jailed. The minister said".
func (p *parser) sufferer(id int32, ph *phrase, ro *role) bool {
	if ro.former || p.words[ro.head].is(RoleSeat) || !p.saysAfter(ph) {
		return false
	}
	for _, d := range p.before {
		if d.who == id && (d.e.set.has(Die) || d.e.set.has(Kill) || d.e.set.has(LegalStep) || d.e.set.has(Dismiss)) {
			return true
		}
	}
	return false
}

// saysAfter tells that a verb of speech follows a phrase.
func (p *parser) saysAfter(ph *phrase) bool {
	k := ph.last
	for k < min(p.s.last, ph.last+5) && (p.words[k].is(Adv) || p.words[k].aux() || p.words[k].comma()) {
		k++
	}
	return k < p.s.last && p.words[k].is(Say)
}

// saidBefore tells that a phrase is the subject of the verb of speech before it,
// behind what was said: "…, said the former mayor.".
func (p *parser) saidBefore(ph *phrase) bool {
	k := ph.first - 1
	if k <= p.s.first || !p.words[k].is(Say) || p.words[k].e.forms&(past|third) == 0 {
		return false
	}
	b := &p.words[k-1]
	return b.comma() || b.kind == prose.Close
}

// opensLate tells that a phrase with a verb of speech behind it stands behind an
// opening that names nobody: "At the start of his speech, the Reform leader said".
func (p *parser) opensLate(ph *phrase) bool {
	if p.n != 1 || ph.first == p.s.first || !p.words[ph.first-1].comma() || !p.saysAfter(ph) {
		return false
	}
	for i := range p.phrases {
		if q := &p.phrases[i]; q.kind != otherPhrase && q.kind != pronounPhrase || q.kind == otherPhrase && q.who >= 0 {
			return false
		}
	}
	for i := range p.verbs {
		if v := &p.verbs[i]; v.finite {
			return false
		}
	}
	return true
}

// fromNext finds the one whom a sentence leaves without a name and the next one
// begins with: an article's first ("A former mayor has left the party."), or one who
// speaks again there, named for the first time and by nothing but the name.
func (p *parser) fromNext(ph *phrase, ro *role) int32 {
	if int(p.index)+1 >= len(p.sentences) || p.sentences[p.index+1].headline {
		return -1
	}
	next := &p.sentences[p.index+1]
	k := next.first
	for k < next.last && p.words[k].title && p.index == p.lead {
		k++
	}
	if k >= next.last {
		return -1
	}
	id := p.words[k].name
	if id < 0 && p.index == p.lead && ro.definite {
		id = p.namedSpeaking(next)
	}
	if id < 0 {
		return -1
	}
	m := &p.mentions[id]
	n := &p.names[m.name]
	if n.kind != Person || n.count < 2 || n.who < 0 || p.who[n.who].first != id {
		return -1
	}
	if p.index != p.lead && (ro.org < 0 && ro.place == "" || m.full != k || !p.saysAfter(ph) || m.last >= next.last || !p.words[m.last].is(Say)) {
		return -1
	}
	p.ahead = ahead{n.who, next.last}
	if ro.org >= 0 && p.who[ro.org].party {
		p.who[n.who].org = ro.org
	}
	return n.who
}

// fromLead is fromNext for the article's first sentence alone.
func (p *parser) fromLead(ph *phrase, ro *role) int32 {
	if p.index != p.lead {
		return -1
	}
	return p.fromNext(ph, ro)
}

// namedSpeaking gives the first one whom a sentence names, where it says at once that
// he spoke: "The charge is high, NAME told the committee"; -1.
func (p *parser) namedSpeaking(s *sentence) int32 {
	for id := s.mentions.first; id < s.mentions.last; id++ {
		m := &p.mentions[id]
		if p.names[m.name].kind != Person {
			continue
		}
		if m.last < s.last && p.words[m.last].is(Say) && p.words[m.last].e.forms&past != 0 && m.first > s.first && p.words[m.first-1].comma() {
			return id
		}
		return -1
	}
	return -1
}
