package extract

import "strings"

// findTitles notes the posts that stand as titles before names anywhere in the
// article, where one person alone has the title: "the minister" may come first.
func (r *reading) findTitles() {
	for i := range r.mentions {
		m := &r.mentions[i]
		n := &r.names[m.name]
		if n.kind != Person || m.full == 0 || n.who < 0 {
			continue
		}
		w := &r.words[m.full-1]
		if !w.is(Role) || m.full-1 < r.sentences[m.sentence].first || r.otherTitle(m) {
			continue
		}
		if old, ok := r.titles[w.e.lemma]; ok && old != n.who {
			r.titles[w.e.lemma] = -1
			continue
		}
		r.titles[w.e.lemma] = n.who
		if k := m.full - 2; k >= r.sentences[m.sentence].first && r.words[k].is(Field) {
			r.fields[w.e.lemma] = r.words[k].e.lemma
		}
	}
	for head, id := range r.titles {
		if id < 0 {
			delete(r.titles, head)
		}
	}
}

// otherTitle tells that the title before a name is over, or that of somebody below
// the one who has the post: "former harbour minister NAME", "deputy mayor NAME".
func (r *reading) otherTitle(m *mention) bool {
	for k := m.full - 2; k >= max(r.sentences[m.sentence].first, m.full-6); k-- {
		w := &r.words[k]
		if w.is(Former) || w.is(Lesser) {
			return true
		}
		if !w.is(RoleMod) && !w.is(Field) && !w.is(Demonym) && w.name < 0 {
			return false
		}
	}
	return false
}

// resolve says whom mention m names, at the place where the reading is; -1
// where that is not clear.
func (r *reading) resolve(m int32) int32 {
	mt := &r.mentions[m]
	if mt.who >= 0 {
		return mt.who
	}
	n := &r.names[mt.name]
	id := n.who
	if id < 0 && n.kind == Person {
		id = r.shortForm(mt, n)
	}
	if n.kind == Org && n.count == 1 && mt.last-mt.first == 1 {
		id = r.longHead(mt, id)
	}
	if id >= 0 {
		mt.who = id
		e := &r.who[id]
		e.last = m
		if mt.titled && !e.male && !e.female {
			e.male, e.female = mt.male, mt.female
		}
		if e.kind == Org {
			r.noteOrg(id)
		}
	}
	return id
}

// longHead gives the organisation whose name ends with the head noun that the
// mention is: "the League" after "the Harbour League".
func (r *reading) longHead(mt *mention, id int32) int32 {
	w := &r.words[mt.first]
	if !w.any(&shortHeads) || w.is(OrgGovernment) || w.is(OrgMedia) || w.is(Weak) {
		return id
	}
	if long, ok := r.heads[w.e.lemma]; ok && long != id && strings.HasSuffix(strings.ToLower(r.who[long].name), w.e.lemma) && r.index-r.headSince(long) < 40 {
		return long
	}
	return id
}

// headSince gives the sentence that named an organisation last.
func (r *reading) headSince(id int32) int32 {
	if m := r.who[id].last; m >= 0 {
		return r.mentions[m].sentence
	}
	return -100
}

// shortHeads are the heads by which a body is called again.
var shortHeads = setOf(OrgParty, OrgUnion, OrgPublic, OrgLegislature)

// shortForm finds the person of a single name: the last fuller form that fits,
// or the first one still to come.
func (r *reading) shortForm(mt *mention, n *name) int32 {
	key := r.family(n.low)
	words := r.lowWords(n.low)
	best, later := int32(-1), int32(-1)
	for _, id := range r.namesakes(key) {
		e := &r.who[id]
		if n.count > 1 && !within(words, e.words) || n.count == 1 && r.byFather(mt, e, key) {
			continue
		}
		if mt.male && e.female && !e.male || mt.female && e.male && !e.female {
			continue
		}
		if e.last >= 0 && (best < 0 || r.nearer(mt, id, best)) {
			best = id
		}
		if e.last < 0 && (later < 0 || e.first < r.who[later].first) {
			later = id
		}
	}
	if best < 0 && later >= 0 && !r.kinBetween(mt, &r.mentions[r.who[later].first]) {
		best = later
	}
	if best < 0 && mt.titled && (later < 0 || !r.kinBetween(mt, &r.mentions[r.who[later].first])) {
		best = r.misjudged(mt, key)
	}
	if best < 0 && !mt.titled {
		best = r.byGivenName(key)
	}
	if best < 0 {
		best = r.newEntity(n, words, Person)
		r.addNamesake(key, best)
		n.who = best
	}
	return best
}

// misjudged finds the one person of a surname whose given name alone speaks against
// the title: "Mr Moss" of Ashley Moss.
func (r *reading) misjudged(mt *mention, key string) int32 {
	list := r.namesakes(key)
	if len(list) != 1 {
		return -1
	}
	e := &r.who[list[0]]
	if n := &r.names[r.mentions[e.first].name]; n.titled || n.count < 2 || r.kinBetween(mt, &r.mentions[e.first]) {
		return -1
	}
	e.male, e.female = mt.male, mt.female
	return list[0]
}

// kinBetween tells that a word of kin or marriage stands between two mentions of
// one sentence, which are two people then: "Roe was the son of Carl Roe".
func (r *reading) kinBetween(a, b *mention) bool {
	if a.sentence != b.sentence || b.full-a.last > 24 {
		return false
	}
	for k := a.last; k < b.full; k++ {
		if w := &r.words[k]; w.is(Kin) && !w.is(OrgHead) || w.is(Marry) && w.e.forms != 0 {
			return true
		}
	}
	return false
}

// nearer tells that a short form rather means a than b: "Ms" is one whom the
// article knows for a woman before one of whom it does not say, then the one
// named last.
func (r *reading) nearer(mt *mention, a, b int32) bool {
	x, y := &r.who[a], &r.who[b]
	if mt.male && x.male != y.male {
		return x.male
	}
	if mt.female && x.female != y.female {
		return x.female
	}
	if r.leadOnly(x, y) || r.leadOnly(y, x) { // whom the article is about, not the other of that name
		return r.leadOnly(x, y)
	}
	return x.last > y.last
}

// leadOnly tells that the article begins with x and names y once.
func (r *reading) leadOnly(x, y *entity) bool {
	return r.lead >= 0 && r.mentions[x.first].sentence == r.lead && r.index-r.mentions[y.first].sentence > 2 && y.first == y.last
}

// byGivenName finds the one person read so far whose first name it is.
func (r *reading) byGivenName(key string) int32 {
	found := int32(-1)
	for i := max(0, len(r.recent)-8); i < len(r.recent); i++ {
		id := r.recent[i]
		words := r.who[id].words
		if len(words) > 1 && words[0] == key {
			if found >= 0 && found != id {
				return -1
			}
			found = id
		}
	}
	return found
}

// noteOrg remembers an organisation, for "the party" and "the council".
func (r *reading) noteOrg(id int32) {
	e := &r.who[id]
	if e.party {
		if id != r.lastParty {
			r.otherSince = r.partySince
		}
		r.lastParty, r.partySince = id, r.index
	}
	if r.lastOrg == id { // its nouns stand for it already
		return
	}
	r.lastOrg = id
	if !e.noted {
		e.noted = true
		from := len(r.room.words)
		for _, w := range e.words {
			if le := r.lex.find(w); le != nil && le.set.has(OrgHead) {
				r.room.words = append(r.room.words, w)
			}
		}
		e.heads = r.room.words[from:len(r.room.words):len(r.room.words)]
	}
	for _, w := range e.heads {
		r.heads[w] = id
	}
}
