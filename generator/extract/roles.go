package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// role is one description of a post in a sentence: "the former Labour home
// secretary", "leader of the council".
type role struct {
	span       // the whole of it, from the article to the last of-phrase
	head int32 // the head noun
	text span  // the words of the post itself
	// org is the organisation, orgName its name where no name of the article
	// stands for it; place the town, seat or country.
	org     int32
	orgName string
	place   string
	// owner is the person of "Mr Hill's lawyer", -1 where there is none.
	owner int32
	// holder is who has the post, as far as title and apposition tell; -1.
	holder int32
	// title: the holder's name follows directly.
	title bool
	// with is the next of roles that share the holder ("minister and chairman"), -1.
	with                                          int32
	former, definite, indefinite, plural, negated bool
	// record: "longest-serving" and the like: told of one who has the post anyway.
	record bool
	// guessed: the holder is the one whom the sentence before was about.
	guessed bool
	// loose: nothing but the noun (no article, modifier, organisation).
	loose bool
}

// is tells whether the role's head noun has the class.
func (r *reading) roleIs(k int32, c Class) bool { return r.words[r.roles[k].head].is(c) }

// findRoles finds the descriptions of posts in a sentence and who holds them.
func (r *reading) findRoles(s *sentence) {
	r.roles = r.roles[:0]
	if !s.classes.has(Role) {
		return
	}
	from := s.first
	for k := s.first; k < s.last; k++ {
		w := &r.words[k]
		if !w.is(Role) || w.name >= 0 || w.title || k+1 < s.last && r.words[k+1].is(Role) && !r.words[k+1].title && !r.words[k+1].is(OrgHead) && r.words[k+1].name < 0 && !r.words[k+1].is(RoleSeat) {
			continue
		}
		if w.e.forms != 0 && !r.nounHere(s, k) {
			continue
		}
		ro := r.roleAt(s, k, from)
		r.roles = append(r.roles, ro)
		from = ro.last
		k = ro.last - 1
	}
	for i := range r.roles {
		r.findHolder(s, int32(i))
	}
	for i := len(r.roles) - 2; i >= 0; i-- { // "former mayor and senator NAME"
		a, b := &r.roles[i], &r.roles[i+1]
		if a.holder < 0 && b.first == a.last+1 && r.words[a.last].is(And) && b.holder >= 0 && b.title && !b.definite && (!a.definite || a.former) && !b.indefinite {
			a.holder, a.title, a.with = b.holder, true, int32(i+1)
		}
	}
	for i := 1; i < len(r.roles); i++ { // "NAME, a peer and a lawyer"
		a, b := &r.roles[i-1], &r.roles[i]
		if b.holder < 0 && a.holder >= 0 && !a.title && b.first == a.last+1 && r.words[a.last].is(And) {
			b.holder = a.holder
		}
	}
}

// nounHere tells that a word that can be a verb ("chair", "lead", "head") is a
// noun where it stands.
func (r *reading) nounHere(s *sentence, k int32) bool {
	if k+1 < s.last && (r.words[k+1].is(Of) || r.words[k+1].comma() || r.words[k+1].name >= 0 && r.names[r.mentions[r.words[k+1].name].name].kind == Person) {
		return k == s.first || !r.words[k-1].is(To) && !r.words[k-1].is(Modal)
	}
	if k == s.first {
		return false
	}
	b := &r.words[k-1]
	return b.is(The) || b.is(A) || b.is(Poss) || b.kind == prose.Genitive || b.is(RoleMod) || b.is(As) || b.is(Field) || b.is(Former) || b.is(OrgParty) || b.is(Be)
}

// roleAt reads the description around the head noun at h; words before from
// belong to another.
func (r *reading) roleAt(s *sentence, h, from int32) role {
	ro := role{head: h, span: span{h, h + 1}, text: span{h, h + 1}, org: -1, owner: -1, holder: -1, with: -1}
	ro.plural = r.words[h].is(Plural)
	r.roleLeft(s, &ro, from)
	if ro.org < 0 && ro.orgName == "" && (ro.definite || ro.former) {
		for k := ro.text.first; k < ro.head; k++ { // "the party leader"
			if r.words[k].is(OrgParty) && r.lastParty >= 0 {
				ro.org = r.lastParty
			}
		}
	}
	r.roleRight(s, &ro)
	ro.loose = ro.last-ro.first == 1
	return ro
}

// roleLeft reads what stands before the head noun.
func (r *reading) roleLeft(s *sentence, ro *role, from int32) {
	adjacent := true // the words so far belong to the post's own text
	j := ro.head - 1
	for j >= from {
		w := &r.words[j]
		switch {
		case w.name >= 0:
			m := &r.mentions[w.name]
			if m.first < from {
				return
			}
			switch n := &r.names[m.name]; n.kind {
			case Person:
				return
			case Place:
				if ro.place != "" {
					return
				}
				ro.place = n.text
				if adjacent && ro.text.first == m.last {
					ro.text.first = m.first
				}
			case Org:
				if ro.org >= 0 {
					return
				}
				ro.org = r.resolve(w.name)
			default:
				if r.words[ro.head].is(Portfolio) && adjacent { // "Harbour Minister"
					ro.text.first, ro.first = m.first, m.first
					j = m.first - 1
					continue
				}
				if ro.place != "" || ro.org >= 0 {
					return
				}
				if r.words[ro.head].is(RoleJob) || r.words[ro.head].is(RoleParty) {
					ro.orgName = n.text
				} else {
					ro.place = n.text
					if adjacent && ro.text.first == m.last {
						ro.text.first = m.first
					}
				}
			}
			adjacent = false
			j = m.first - 1
		case w.is(Former) && !(w.is(Then) && j > s.first && r.words[j-1].is(And)):
			ro.former = !w.is(Dead) || ro.former
			adjacent = false
			j--
		case w.mark == ')' && j-2 >= from && r.words[j-2].mark == '(':
			j -= 3
		case w.kind == prose.Genitive:
			r.roleOwner(s, ro, j, from)
			return
		case w.is(Poss) || w.is(ObjectForm) && w.is(Female) && !w.is(Male) && w.e.lemma == "her":
			ro.first, ro.definite = j, true
			ro.owner = -2 - j // settled when the pronoun is
			return
		case w.is(The):
			ro.first, ro.definite = j, true
			return
		case w.is(A):
			ro.first, ro.indefinite = j, true
			return
		case w.is(Neg):
			ro.negated = true
			return
		case w.is(Demonym) && w.capital(), w.is(RoleMod), w.is(Field):
			if w.is(Verb) && w.e.forms&(past|third) != 0 && !w.is(Field) {
				return
			}
			if adjacent {
				ro.text.first = j
			}
			j--
		case (w.is(And) && !w.is(But) || w.comma()) && j-1 >= from && (r.words[j-1].is(Field) || r.words[j-1].is(RoleMod)) && r.words[j+1].is(Field) && adjacent:
			if w.comma() && !r.words[j+2].is(And) {
				return
			}
			j--
		case w.is(PartyName) && w.capital():
			j--
			adjacent = false
		case w.is(Filler) && w.e.forms&participle != 0 && j > s.first && r.words[j-1].aux():
			return // "was elected mayor"
		case w.is(Filler), w.is(NumberWord):
			ro.record = ro.record || w.is(Filler) && w.is(Weak)
			adjacent = false
			j--
		case w.kind == prose.Word && (w.e == none || w.is(PartyName)) && !w.capital() && adjacent && j > from && ro.head-j < 4:
			ro.text.first = j
			j--
		default:
			return
		}
		ro.first = j + 1
	}
}

// roleOwner reads "the party's", "Labour's", "Mr Hill's" before a post.
func (r *reading) roleOwner(s *sentence, ro *role, g, from int32) {
	j := g - 1
	if j < from {
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
		if id, ok := r.definiteOrg(j); ok {
			ro.org = id
		} else {
			ro.orgName = r.text(span{j, j + 1})
		}
		for ro.first > from && (r.words[ro.first-1].is(RoleMod) || r.words[ro.first-1].is(Field) || r.words[ro.first-1].is(Demonym)) {
			ro.first--
		}
	default:
		ro.first = j
	}
	if ro.first > from && (r.words[ro.first-1].is(The) || r.words[ro.first-1].is(Det) || r.words[ro.first-1].is(Poss)) {
		ro.first--
	}
	ro.definite = true
}

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
	if w.e.lemma == "party" {
		return r.lastParty, r.lastParty >= 0
	}
	id, ok := r.heads[w.e.lemma]
	return id, ok
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

// roleRight reads "of the council", "for Health", "in Sindh government".
func (r *reading) roleRight(s *sentence, ro *role) {
	k := ro.last
	for range 3 {
		if k+1 >= s.last {
			break
		}
		w := &r.words[k]
		of := w.is(Of)
		if !of && !w.is(For) && !w.is(In) && !w.is(At) && !(w.is(On) && r.words[k+1].is(RoleMod)) && !(w.is(To) && r.words[k+1].is(The)) {
			break
		}
		end := r.roleObject(s, ro, k+1, w)
		if end == k+1 {
			break
		}
		k = end
	}
	ro.last = k
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
					ro.org = id
				} else {
					ro.orgName = r.text(span{k, h + 1})
				}
			}
			return h + 1
		}
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

// nounsEnd gives the end of the common nouns at k.
func (r *reading) nounsEnd(s *sentence, k int32) int32 {
	n := k
	for n < s.last && n < k+4 && r.words[n].name < 0 && r.words[n].kind == prose.Word && !r.words[n].any(&closed) && r.words[n].e.forms&(past|third) == 0 && !r.words[n].is(Role) {
		n++
	}
	return n
}

// nounsBefore gives the place of the name that stands at k or behind a few
// nouns ("the campaign group NAME"); -1.
func (r *reading) nounsBefore(s *sentence, k int32) int32 {
	n := r.nounsEnd(s, k)
	if n > k && n+1 < s.last && r.words[n].is(The) && r.words[n+1].name >= 0 && r.words[n-1].is(OrgHead) {
		return n + 1
	}
	if n < s.last && r.words[n].name >= 0 && (n == k || r.words[n-1].is(OrgHead)) {
		return n
	}
	return -1
}

// roleName takes the name at n as the organisation or the place of a post.
func (r *reading) roleName(s *sentence, ro *role, n int32, prep *word, start int32) int32 {
	m := &r.mentions[r.words[n].name]
	nm := &r.names[m.name]
	head := &r.words[ro.head]
	end := m.last
	if nm.kind == Person && nm.score[Person] > 4 {
		return start
	}
	switch {
	case nm.kind == Org:
		if prep.is(In) && ro.org >= 0 {
			return start
		}
		if ro.org >= 0 && nm.who != ro.org { // "leader of the X group in the assembly"
			return end
		}
		ro.org = r.resolve(r.words[n].name)
		if end < s.last && r.words[end].is(OrgHead) && !r.words[end].capital() && !r.words[end].is(Verb) { // "the Plaid group"
			end++
		}
	case end < s.last && r.words[end].is(OrgHead) && !r.words[end].capital(): // "Sindh government"
		ro.orgName = r.text(span{m.first, end + 1})
		ro.place = ""
		end++
	case head.is(RoleJob) && !prep.is(In) || head.is(RoleParty) && prep.is(Of) && nm.kind != Place:
		ro.orgName = nm.text
	default:
		if ro.place != "" {
			return start
		}
		from := m.first
		// "Sittingbourne and Sheppey": a seat's name goes on
		if head.is(RoleSeat) || prep.is(For) {
			for end+1 < s.last && (r.words[end].is(And) || r.words[end].comma()) && r.words[end+1].name >= 0 && r.placeLike(end+1) && !r.words[end].comma() {
				end = r.mentions[r.words[end+1].name].last
			}
		}
		ro.place = r.text(span{from, end})
	}
	if end+2 < s.last && r.words[end].mark == '(' && r.words[end+2].mark == ')' {
		end += 3
	}
	return end
}

// placeLike tells that the name at k can be a place.
func (r *reading) placeLike(k int32) bool {
	n := &r.names[r.mentions[r.words[k].name].name]
	return n.kind == Place || n.kind == NoKind || n.kind == Person && n.count == 1 && !n.titled
}

// findHolder looks for the name that the description belongs to.
func (r *reading) findHolder(s *sentence, i int32) {
	ro := &r.roles[i]
	if ro.plural || ro.negated {
		return
	}
	person := func(k int32) int32 { // the mention of a person that begins at k
		for j := k; j < min(k+4, s.last); j++ {
			if id := r.words[j].name; id >= 0 {
				m := &r.mentions[id]
				if m.full == k && r.names[m.name].kind == Person {
					return id
				}
				return -1
			}
			if !r.words[j].is(Honorific) {
				return -1
			}
		}
		return -1
	}
	k := ro.last
	if k < s.last {
		if m := person(k); m >= 0 { // "Works Minister NAME"
			ro.holder, ro.title = m, true
			return
		}
		if r.words[k].comma() && (ro.definite || ro.indefinite || ro.org >= 0) && k+1 < s.last { // "The party's treasurer, NAME,"
			if m := person(k + 1); m >= 0 && r.closes(s, r.mentions[m].last) {
				ro.holder = m
				return
			}
		}
	}
	// "NAME, the mayor", "NAME, 52, mayor", "NAME MP"
	j := ro.first - 1
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
		if r.names[m.name].kind == Person && m.last == j+1 && !r.listed(s, m, ro) {
			ro.holder = r.words[j].name
		}
		return
	}
	// "NAME, the mayor, leader of the council": a second apposition
	if i > 0 && r.roles[i-1].last == j+1 && r.roles[i-1].holder >= 0 && !r.roles[i-1].title {
		ro.holder = r.roles[i-1].holder
	}
}

// closes tells that an apposition can end at k.
func (r *reading) closes(s *sentence, k int32) bool {
	if k >= s.last {
		return true
	}
	w := &r.words[k]
	return w.kind == prose.Punct || w.kind == prose.Stop || w.kind == prose.Dash || w.e.forms != 0 || w.is(Modal) || w.is(And) || w.is(Adv) || w.kind == prose.Close || w.is(Suffix)
}

// listed tells that a name and a description after a comma are two members of
// a list: "NAME, the mayor and NAME" stays an apposition, "to NAME, a teacher
// NAME" does not.
func (r *reading) listed(s *sentence, m *mention, ro *role) bool {
	return ro.title || ro.last < s.last && r.words[ro.last].name >= 0
}

// roleText gives the words of the post.
func (r *reading) roleText(ro *role) string {
	text := r.text(ro.text)
	if !strings.Contains(text, ",") {
		return text
	}
	return strings.TrimSuffix(text, ",")
}

// roleOrg gives the organisation's name, "" where none is told.
func (r *reading) roleOrg(ro *role) string {
	if ro.org >= 0 {
		return r.who[ro.org].name
	}
	return ro.orgName
}
