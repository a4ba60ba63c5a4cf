package extract

import "profilegen/generator/prose"

// roleOwner reads "the party's", "Labour's", "Mr Hill's" before a post.
func (r *reading) roleOwner(s *sentence, ro *role, g, from int32) {
	j := g - 1
	if j < from { // "the governor's director of"
		ro.definite = j == from-1 && len(r.roles) > 0 && r.roles[len(r.roles)-1].last == from
		return
	}
	w := &r.words[j]
	switch {
	case w.name >= 0 && r.mentions[w.name].first >= from:
		m := &r.mentions[w.name]
		ro.first = m.full
		switch n := &r.names[m.name]; n.kind {
		case Org:
			ro.org = r.resolve(w.name)
		case Place:
			ro.place = n.text
		case Person:
			ro.owner = w.name
		default:
			ro.orgName = n.text
		}
	case w.mark == ')' && j-3 >= from && r.words[j-2].mark == '(' && r.words[j-3].name >= 0:
		m := &r.mentions[r.words[j-3].name]
		ro.first = m.full
		ro.org = r.resolve(r.words[j-3].name)
	case w.is(OrgHead):
		ro.first = j
		if id := r.words[max(j-1, from)].name; j > from && id >= 0 && !w.capital() { // "the NAME party's founder"
			m := &r.mentions[id]
			ro.first = m.full
			if r.names[m.name].kind == Org {
				ro.org = r.resolve(id)
			} else {
				ro.orgName = r.text(span{m.first, j + 1})
			}
		} else if id, ok := r.definiteOrg(j); ok {
			ro.org, ro.itsParty = id, w.is(PartyNoun)
			if b := j - 1; w.is(PartyNoun) && b >= s.first && (r.words[b].is(Poss) || r.words[b].is(ObjectForm)) && !r.words[b].is(Thing) && r.index-r.otherSince < 4 { // "her party's candidate": which?
				ro.org = -1
			}
		} else {
			ro.orgName = r.text(span{j, j + 1})
		}
		for ro.first > from && (r.words[ro.first-1].is(RoleMod) || r.words[ro.first-1].is(Field) || r.words[ro.first-1].is(Demonym)) {
			ro.first--
		}
	case w.capital() && !w.any(&closed) && !w.is(Role) && !w.is(Kin) && ro.org < 0:
		ro.first, ro.orgName = j, r.text(span{j, j + 1})
	default:
		ro.first = j
	}
	if ro.first > from && (r.words[ro.first-1].is(The) || r.words[ro.first-1].is(Det) || r.words[ro.first-1].is(Poss)) {
		ro.first--
	}
	ro.definite = true
}

// whose settles "whose" at k before a post: the organisation or the person just
// named.
func (r *reading) whose(s *sentence, ro *role, k int32) {
	j := k - 1
	if j > s.first && r.words[j].comma() {
		j--
	}
	if j > s.first && r.words[j].mark == ')' && r.words[j-1].kind == prose.Word {
		j -= 3
	}
	if j < s.first {
		return
	}
	if id := r.words[j].name; id >= 0 {
		switch r.names[r.mentions[id].name].kind {
		case Org:
			ro.org = r.resolve(id)
		case Person:
			ro.owner = id
		}
		return
	}
	if r.words[j].is(OrgHead) {
		if id, ok := r.definiteOrg(j); ok {
			ro.org = id
		} else {
			ro.orgName = r.text(span{j, j + 1})
		}
	}
}

// joined tells that "and" stands between two posts, with nothing but words of
// time and degree: "for 22 years and now".
func (r *reading) joined(from, to int32) bool {
	and := false
	if to-from > 8 {
		return false
	}
	for k := from; k < to; k++ {
		w := &r.words[k]
		switch {
		case w.is(And) && !w.is(But):
			and = true
		case and && !w.is(Adv) && !w.is(Also) && !w.is(Former) && !w.is(Then):
			return false
		case w.name >= 0, w.kind != prose.Word && w.kind != prose.Number, w.is(Verb) && !w.is(Unit), w.is(Rel), w.is(That), w.aux():
			return false
		}
	}
	return and
}

// owns tells that the post b has its own name: a title, or an apposition in
// front of it.
func (r *reading) owns(a, b *role) bool { return b.title || b.definite && b.first > a.last+1 }

// definiteOrg says which organisation "the party", "the council" at k takes up.
func (r *reading) definiteOrg(k int32) (int32, bool) {
	w := &r.words[k]
	for j := k - 1; j >= r.s.first; j-- { // in this sentence
		id := r.words[j].name
		if id < 0 {
			continue
		}
		if n := &r.names[r.mentions[id].name]; n.kind == Org && (w.is(OrgParty) && n.party || r.hasHead(n, w.e.lemma)) {
			return r.resolve(id), true
		}
	}
	if o := r.orgSubject; w.is(PartyNoun) && o >= 0 && r.who[o].party && r.index-r.orgSince == 1 && k == r.s.first+1 { // of whom the sentence before told
		return o, true
	}
	if w.is(PartyNoun) {
		return r.lastParty, r.lastParty >= 0
	}
	id, ok := r.heads[w.e.lemma]
	return id, ok
}

// roleRight reads "of the council", "for Health", "in Sindh government".
func (r *reading) roleRight(s *sentence, ro *role) {
	k := ro.last
	if k+3 < s.last && r.words[k].mark == '(' && r.words[k+2].mark == ')' && (r.words[k+3].is(Of) || r.words[k+3].is(At)) { // "chief executive (CEO) of"
		k += 3
	}
	if end := r.fieldRun(s, ro, k); end > k {
		k = end
	}
	for range 3 {
		if k+1 >= s.last {
			break
		}
		w := &r.words[k]
		of := w.is(Of)
		if !of && !w.is(For) && !w.is(In) && !w.is(At) && !(w.is(On) && (r.words[k+1].is(RoleMod) || r.words[k+1].is(Field) && r.words[ro.head].is(Portfolio))) && !(w.is(To) && (r.words[k+1].is(The) && k == ro.head+1 || r.words[k+1].name >= 0 && r.words[ro.head].is(Appointed))) {
			if w.is(To) && k == ro.head+1 && r.words[k+1].is(OrgGovernment) && r.words[k+1].capital() { // "Secretary to Cabinet"
				k += 2
				ro.text.last = k
			}
			break
		}
		end := r.roleObject(s, ro, k+1, w)
		if end == k+1 {
			break
		}
		k = end
	}
	if r.words[ro.head].is(RoleMember) && ro.place == "" && k+1 < s.last && r.words[k].is(Represent) && r.words[k].e.forms&ing != 0 { // "member representing Marl"
		k = r.represents(s, ro, k+1)
	}
	if k == ro.head+1 && ro.definite {
		if end := r.dutyRun(s, k); end > k { // "the minister in charge of dams, NAME,"
			if !r.words[k+1].is(The) {
				ro.text.last = end
			}
			k = end
		}
	}
	if k == ro.head+1 && r.words[ro.head].is(RoleParty) && r.words[ro.head].capital() && ro.org < 0 { // "Chairman, House Committee on Health, NAME"
		k = r.committeeAfter(s, ro, k)
	}
	ro.last = k
}

// fieldRun reads what a job is about, in words of any kind, where its body
// follows: "of marketing at", ", Finance & Public Affairs at"; and what a
// professor teaches. It gives the place after it, or k.
func (r *reading) fieldRun(s *sentence, ro *role, k int32) int32 {
	h := &r.words[ro.head]
	if !h.any(&bodied) || k+2 >= s.last {
		return k
	}
	w := &r.words[k]
	if !w.is(Of) && !w.is(For) && !(w.comma() && r.words[k+1].capital()) && !(w.is(In) && h.is(RoleSubject)) {
		return k
	}
	j := k + 1
	for n := 0; n < 9 && j < s.last; n++ {
		c := &r.words[j]
		if j > k+1 && (c.is(At) || c.is(For) && w.comma()) {
			break
		}
		if c.name >= 0 && (r.names[r.mentions[c.name].name].kind == Org && r.hasOrgHead(c.name) || r.names[r.mentions[c.name].name].titled) {
			return k
		}
		if c.kind != prose.Word && c.mark != '&' && !c.comma() || c.any(&closed) && !c.is(And) && c.name < 0 || c.is(Role) && c.name < 0 || c.comma() && (w.comma() || j+1 < s.last && !r.words[j+1].capital() && !r.words[j+1].is(And)) {
			break
		}
		j++
	}
	if j+1 >= s.last || j == k+1 {
		return k
	}
	if !r.words[j].is(At) && !(r.words[j].is(For) && w.comma()) {
		if !h.is(RoleSubject) || !w.is(Of) {
			return k
		}
		for j > k+1 && (r.words[j-1].comma() || r.words[j-1].is(And)) {
			j--
		}
		if w.is(Of) {
			ro.text.last = j
		}
		return j
	}
	if n := j + 1; r.words[n].name < 0 && !(r.words[n].is(The) && n+1 < s.last && r.words[n+1].name >= 0) {
		return k
	}
	ro.text.last = j
	return j
}

// roleObject reads what follows the preposition; it gives the place after it,
// or k itself where that does not belong to the post.
func (r *reading) roleObject(s *sentence, ro *role, k int32, prep *word) int32 {
	start := k
	if r.words[k].is(The) || r.words[k].is(A) || r.words[k].is(Poss) {
		k++
	}
	if k >= s.last {
		return start
	}
	// the subjects of a post: "for Culture, Media and Sport", "of state"
	f := k
	for f < s.last && r.words[f].name < 0 && (r.words[f].is(Field) || r.words[f].is(RoleMod) && f+1 < s.last && r.words[f+1].is(Field) ||
		f > k && (r.words[f].comma() || r.words[f].is(And)) && f+1 < s.last && (r.words[f+1].is(Field) || r.words[f+1].is(And)) && r.words[f+1].name < 0) {
		f++
	}
	if n := r.nounsBefore(s, k); n > f && r.names[r.mentions[r.words[n].name].name].kind == Org {
		return r.roleName(s, ro, n, prep, start)
	}
	if f > k && !(f < s.last && r.words[f].is(OrgHead) && !r.words[f].is(Role)) {
		if prep.is(Of) || prep.is(For) || prep.is(On) {
			ro.text.last = f
			return f
		}
		return start
	}
	if n := r.nounsBefore(s, k); n >= k {
		return r.roleName(s, ro, n, prep, start)
	}
	n := r.nounsEnd(s, k)
	// a common noun: "of the council"
	for h := k; h < n; h++ {
		if r.words[h].any(&bodies) && !r.words[h].is(Weak) && !r.words[h].capital() {
			if ro.org < 0 && ro.orgName == "" {
				if id, ok := r.definiteOrg(h); ok {
					ro.org, ro.itsParty = id, r.words[h].is(PartyNoun)
				} else {
					ro.orgName = r.text(span{k, h + 1})
				}
			}
			return h + 1
		}
	}
	if end := r.formerBehind(s, k); end > k && prep.is(To) { // "aide to the then home secretary", who is named by that post
		ro.serves = true
		return start
	}
	if prep.is(To) && k < s.last && r.words[k].is(Role) || prep.is(To) && k+1 < s.last && r.words[k+1].is(Role) {
		end := k + 1
		if !r.words[k].is(Role) {
			end++
		}
		ro.text.last = end
		return end
	}
	return start
}

// bodies are the nouns that name an organisation without a name of its own.
var bodies = setOf(OrgLegislature, OrgGovernment, OrgPublic, OrgUnion, OrgParty, OrgCourt)
