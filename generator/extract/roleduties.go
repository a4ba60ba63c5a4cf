package extract

import "profilegen/generator/prose"

// represents reads what a member of a body is said to represent, and the body:
// "representing Marl constituency in the Kalia Assembly". It gives the place after it.
func (r *reading) represents(s *sentence, ro *role, k int32) int32 {
	start := k - 1
	if r.words[k].is(The) && k+1 < s.last {
		k++
	}
	id := r.words[k].name
	if id < 0 || !r.placeLike(k) {
		return start
	}
	ro.place = r.names[r.mentions[id].name].text
	k = r.mentions[id].last
	for k < s.last && (r.words[k].is(SeatNoun) || r.words[k].is(RoleMod)) {
		k++
	}
	j := k + 1
	if j < s.last && (r.words[k].is(In) || r.words[k].is(At)) {
		if r.words[j].is(The) && j+1 < s.last {
			j++
		}
		if id := r.words[j].name; id >= 0 && r.names[r.mentions[id].name].kind == Org {
			ro.org = r.resolve(id)
			return r.mentions[id].last
		}
	}
	return k
}

// committeeAfter reads a body that stands right behind the post of the one who chairs
// it, as a title is written: "Chairman Senate Committee on Works". It gives the place
// after it.
func (r *reading) committeeAfter(s *sentence, ro *role, k int32) int32 {
	j := k
	if j < s.last && r.words[j].comma() {
		j++
	}
	if j >= s.last || r.words[j].name < 0 {
		return k
	}
	id := r.words[j].name
	m := &r.mentions[id]
	if m.first != j || r.names[m.name].kind != Org || r.names[m.name].party {
		return k
	}
	for i := m.first; i < m.last; i++ {
		if w := &r.words[i]; w.is(OrgPublic) && !w.is(OrgGovernment) {
			ro.org = r.resolve(id)
			return m.last
		}
	}
	return k
}

// dutyRun gives the end of the words of any kind that say what the holder of a post
// is there for, where the name follows behind a comma; k where nothing says so.
func (r *reading) dutyRun(s *sentence, k int32) int32 {
	if k >= s.last || !r.words[k].is(DutyWord) && !r.words[k].is(For) {
		return k
	}
	for j := k + 1; j+1 < min(s.last, k+9); j++ {
		w := &r.words[j]
		if w.comma() {
			if id := r.words[j+1].name; id >= 0 && r.names[r.mentions[id].name].kind == Person || r.words[j+1].title {
				return j
			}
			return k
		}
		if w.kind != prose.Word || w.is(Rel) || w.is(That) || w.aux() || w.is(Role) {
			return k
		}
	}
	return k
}

// hasOrgHead tells that a mention has the head noun of an organisation's name.
func (r *reading) hasOrgHead(id int32) bool {
	m := &r.mentions[id]
	for k := m.first; k < m.last; k++ {
		if r.words[k].is(OrgHead) && !r.words[k].is(Weak) {
			return true
		}
	}
	return false
}

// formerBehind gives the end of a post that is over at k; k without one.
func (r *reading) formerBehind(s *sentence, k int32) int32 {
	if k >= s.last || !r.words[k].is(Former) {
		return k
	}
	for j := k + 1; j < min(s.last, k+5); j++ {
		if r.words[j].is(Role) {
			return j + 1
		}
		if !r.words[j].is(RoleMod) && !r.words[j].is(Field) && !r.words[j].is(Demonym) {
			break
		}
	}
	return k
}

// deputyIn tells that "deputy" at k only says of which rank a post is: "deputy works
// minister".
func (r *reading) deputyIn(s *sentence, k int32) bool {
	for j := k + 1; j < min(s.last, k+4); j++ {
		w := &r.words[j]
		if w.is(Role) && !w.is(OrgHead) && w.name < 0 {
			return j > k+1
		}
		if !w.is(Field) && !w.is(RoleMod) || w.name >= 0 {
			return false
		}
	}
	return false
}

// hasHead tells that a name ends with the given head noun.
func (r *reading) hasHead(n *name, lemma string) bool {
	m := &r.mentions[n.first]
	for k := m.first; k < m.last; k++ {
		if r.words[k].is(OrgHead) && r.words[k].e.lemma == lemma {
			return true
		}
	}
	return false
}
