package extract

import "profilegen/generator/prose"

// findHolder looks for the name that the description belongs to.
func (r *reading) findHolder(s *sentence, i int32) {
	ro := &r.roles[i]
	if ro.plural || ro.negated {
		return
	}
	person := func(k int32) int32 { // the mention of a person that begins at k
		for j := k; j < min(k+7, s.last); j++ {
			if id := r.words[j].name; id >= 0 {
				m := &r.mentions[id]
				if m.full == k && r.names[m.name].kind == Person {
					return id
				}
				return -1
			}
			if !r.words[j].is(Honorific) && !r.words[j].title {
				return -1
			}
		}
		return -1
	}
	k := ro.last
	if k < s.last && r.words[k].kind == prose.Genitive { // "the minister's sister"
		return
	}
	if end := r.pastBracket(s, k); end > k { // "Chief Roads Officer (CRO) NAME"
		if m := person(end); m >= 0 {
			ro.holder, ro.title, ro.last = m, true, end
			if !r.words[k+1].capitals() && ro.text.last == k && r.words[k+1].is(Role) { // "the Ceann Comhairle (presiding officer) NAME"
				ro.text.last = end
			}
			return
		}
	}
	if k < s.last {
		if m := person(k); m >= 0 && r.words[ro.head].is(Crown) && r.namesake(s, r.mentions[m].last) {
			return
		} else if m >= 0 { // "Works Minister NAME"
			ro.holder, ro.title = m, true
			return
		}
		if (r.words[k].comma() || r.dashed(s, k)) && !r.sought(s, ro) && (ro.definite || ro.indefinite || ro.former || ro.org >= 0 || ro.place != "" && ro.first == s.first || r.saysParty(ro) || r.afterFormer(i) || r.written(s, ro)) && k+1 < s.last { // "The party's treasurer, NAME,"
			if m := person(k + 1); m >= 0 && r.closes(s, r.afterLetters(s, r.mentions[m].last)) && !r.inList(s, i, r.afterLetters(s, r.mentions[m].last)) && !r.runsOn(s, ro, m) {
				ro.holder = m
				return
			}
		}
	}
	if ro.definite && k+2 < s.last && r.words[k].any(&inPlace) { // "the party's only member in the state, NAME,"
		j := k + 1
		for j < min(k+5, s.last) && r.words[j].kind == prose.Word && !r.verbHere(s, j) {
			j++
		}
		if j+1 < s.last && j > k+1 && r.words[j].comma() {
			if m := person(j + 1); m >= 0 && r.closes(s, r.afterLetters(s, r.mentions[m].last)) {
				ro.holder = m
				return
			}
		}
	}
	// "NAME, the mayor", "NAME, 52, mayor", "NAME MP"
	j := r.beforeAside(s, ro)
	if j > s.first && !ro.definite && !ro.indefinite && r.words[ro.head].is(RoleSeat) {
		j = r.beforeWords(s, j)
	}
	if j >= s.first && ro.first == ro.head && r.words[ro.head].is(RoleSeat) && r.words[j].name >= 0 && r.names[r.mentions[r.words[j].name].name].kind == Person {
		ro.holder = r.words[j].name
		return
	}
	if j < s.first || !r.words[j].comma() && r.words[j].mark != '(' && r.words[j].kind != prose.Dash {
		return
	}
	j--
	if j-1 >= s.first && r.words[j].kind == prose.Number && r.words[j-1].comma() {
		j -= 2
	}
	for j >= s.first && (r.words[j].is(Suffix) || r.words[j].is(RoleSeat) && r.words[j].capitals()) {
		j--
	}
	if j >= s.first && r.words[j].name >= 0 {
		m := &r.mentions[r.words[j].name]
		if r.names[m.name].kind == Person && m.last == j+1 && !r.listed(s, m, ro) && !r.startsClause(s, m, ro) {
			ro.holder = r.words[j].name
		}
		return
	}
	// "NAME, the mayor, leader of the council": a second apposition
	if i > 0 && r.roles[i-1].last == j+1 && r.roles[i-1].holder >= 0 && !r.roles[i-1].title {
		ro.holder = r.roles[i-1].holder
	}
}

// dashed tells that between the dash at k and another one stands an aside of a few
// words: "The member - NAME - said".
func (r *reading) dashed(s *sentence, k int32) bool {
	if r.words[k].kind != prose.Dash {
		return false
	}
	for j := k + 1; j < min(k+7, s.last); j++ {
		if w := &r.words[j]; w.kind == prose.Dash {
			return j > k+1
		} else if w.kind != prose.Word {
			return false
		}
	}
	return false
}

// namesake tells that a name in the genitive before k is that of a street or a
// building: "Queen Anne's Gate".
func (r *reading) namesake(s *sentence, k int32) bool {
	return k+1 < s.last && r.words[k].kind == prose.Genitive && r.words[k+1].capital() && (r.words[k+1].is(PlaceWord) || r.words[k+1].is(OrgHead))
}

// sought tells of a post without an article that another noun is about, whose
// apposition follows: "her choice for treasurer, NAME", "the post of chair, NAME".
func (r *reading) sought(s *sentence, ro *role) bool {
	b := ro.first - 1
	if ro.definite || ro.indefinite || b <= s.first {
		return false
	}
	return r.words[b].is(For) || r.words[b].is(Of) && postNoun(&r.words[b-1])
}

// pastBracket gives the place behind a short bracket at k, which writes a post in
// other words: "Speaker (presiding officer) NAME"; k without one.
func (r *reading) pastBracket(s *sentence, k int32) int32 {
	if k+3 >= s.last || r.words[k].mark != '(' {
		return k
	}
	for j := k + 1; j < min(s.last, k+5); j++ {
		w := &r.words[j]
		if w.mark == ')' && j > k+1 {
			return j + 1
		}
		if w.kind != prose.Word || w.name >= 0 && !w.capitals() {
			return k
		}
	}
	return k
}

// beforeAside gives the place before a post in an apposition, words of time
// passed over: "NAME, until last week rector of", "NAME, now a senator".
func (r *reading) beforeAside(s *sentence, ro *role) int32 {
	j := ro.first - 1
	k := j
	for k > s.first && j-k < 5 && r.words[k].kind == prose.Word && r.words[k].name < 0 {
		w := &r.words[k]
		if !w.is(Adv) && !w.is(Last) && !w.is(Unit) && !w.is(Until) && !w.is(Then) && !w.is(Former) && !w.is(This) && !w.is(Pron) {
			return j
		}
		if w.is(Until) || w.is(OnceWord) {
			ro.former = true
		}
		k--
	}
	if k < j && r.words[k].comma() {
		return k
	}
	return j
}

// beforeWords gives the comma before words of any kind that describe the holder of
// a post: "NAME, the hard left and very loud Reform MP"; k itself without one.
func (r *reading) beforeWords(s *sentence, k int32) int32 {
	for j := k; j > s.first && j > k-6; j-- {
		w := &r.words[j]
		if (w.is(The) || w.is(A)) && r.words[j-1].comma() {
			return j - 1
		}
		if w.kind != prose.Word || w.name >= 0 || w.is(Prep) || w.is(Of) || w.is(To) || w.aux() || w.is(Rel) {
			break
		}
	}
	return k
}

// afterLetters gives the place behind "MP" and "QC" after a name.
func (r *reading) afterLetters(s *sentence, k int32) int32 {
	for k < s.last && r.words[k].capitals() && (r.words[k].is(Suffix) || r.words[k].is(RoleSeat)) {
		k++
	}
	return k
}

// closes tells that an apposition can end at k.
func (r *reading) closes(s *sentence, k int32) bool {
	if k >= s.last {
		return true
	}
	w := &r.words[k]
	if (w.is(Of) || w.is(From)) && k+3 < s.last && r.words[k-1].name >= 0 { // "The sitting member, NAME of the PARTY,"
		j := k + 1
		if r.words[j].is(The) {
			j++
		}
		if id := r.words[j].name; id >= 0 && r.names[r.mentions[id].name].kind == Org && r.mentions[id].last < s.last && r.words[r.mentions[id].last].comma() {
			return true
		}
	}
	return w.kind == prose.Punct || w.kind == prose.Stop || w.kind == prose.Dash || w.e.forms != 0 || w.is(Modal) || w.is(And) || w.is(Adv) || w.kind == prose.Close || w.is(Suffix)
}

// afterFormer tells that post i is joined with one that is over: "by former mayor
// and senator, NAME,".
func (r *reading) afterFormer(i int32) bool {
	if i == 0 {
		return false
	}
	a := &r.roles[i-1]
	return a.former && !a.plural && r.joined(a.last, r.roles[i].first)
}

// written tells of a post of several words that is written as a title, though its
// holder follows a comma: "said Minister of Works, NAME,".
func (r *reading) written(s *sentence, ro *role) bool {
	return r.words[ro.head].capital() && ro.text.last-ro.text.first > 1 && (ro.first == s.first || !r.words[ro.first-1].comma() && !r.words[ro.first-1].is(And))
}

// runsOn tells that a name behind a post and a comma is the subject of what
// follows: "said to her deputy, NAME would go", "In a letter to the mayor, NAME said",
// "According to the mayor, NAME has left".
func (r *reading) runsOn(s *sentence, ro *role, m int32) bool {
	end, b := r.afterLetters(s, r.mentions[m].last), ro.first-1
	if end >= s.last || b < s.first {
		return false
	}
	if r.words[b].is(AccordingTo) {
		return !r.words[end].comma()
	}
	return (ro.owner <= -2 || ro.definite) && r.words[b].is(Prep) && r.words[end].kind == prose.Word && r.verbHere(s, end)
}

// listed tells that a name and a description after a comma are two members of
// a list: "NAME, the mayor and NAME" stays an apposition, "to NAME, a teacher
// NAME" does not.
func (r *reading) listed(s *sentence, m *mention, ro *role) bool {
	return ro.title || ro.last < s.last && r.words[ro.last].name >= 0
}

// inList tells that the post stands behind one name of a list, whose next name
// ends at end: "NAME, the mayor of Marl, NAME, a senator, and NAME".
func (r *reading) inList(s *sentence, i, end int32) bool {
	ro := &r.roles[i]
	j := ro.first - 2
	if ro.owner <= -2 || j < s.first || !r.words[j+1].comma() || r.words[j].name < 0 || r.names[r.mentions[r.words[j].name].name].kind != Person {
		return false
	}
	if i > 0 && r.roles[i-1].holder >= 0 && r.mentions[r.roles[i-1].holder].last == j+1 && !r.roles[i-1].title {
		return false
	}
	if end+1 >= s.last || !r.words[end].comma() {
		return end < s.last && r.words[end].is(And)
	}
	n := &r.words[end+1]
	return n.is(A) || n.is(The) || n.is(Former) || n.is(RoleMod) || n.is(Role) || n.is(And)
}

// startsClause tells of a post that is the subject of a clause behind an opening
// that names somebody else: "In a letter to NAME, the minister said".
func (r *reading) startsClause(s *sentence, m *mention, ro *role) bool {
	w := &r.words[s.first]
	if !ro.definite || m.full == s.first || !w.is(Prep) && !w.is(Sub) && w.e.forms&(ing|participle) == 0 {
		return false
	}
	k := ro.last
	for k < s.last && r.words[k].is(Adv) {
		k++
	}
	return k < s.last && r.words[k].kind == prose.Word && r.verbHere(s, k)
}
