package extract

import "profilegen/generator/prose"

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
	// itsParty: the organisation is that of "the party", whichever that is.
	itsParty bool
	// guessed: the holder is the one whom the sentence before was about.
	guessed bool
	// shared: the organisation is that of the post it is coordinated with.
	shared bool
	// whole is the post where the words leave a part of it to what was told: "his
	// deputy", of a leader.
	whole string
	// oneOf: the words are in the plural, for one of several.
	oneOf bool
	// serves: it is with the holder of another post that the words name.
	serves bool
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
		if !w.is(Role) || w.name >= 0 || w.title || k+1 < s.last && r.words[k+1].is(Role) && !r.words[k+1].title && !r.words[k+1].is(OrgHead) && r.words[k+1].name < 0 && !r.words[k+1].is(RoleSeat) && !r.shortTitle(k+1) && !(!w.capital() && r.words[k+1].capital() && r.words[k+1].any(&titlePosts)) {
			continue
		}
		if w.e.forms != 0 && !r.nounHere(s, k) || w.is(DeputyNoun) && r.deputyIn(s, k) {
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
		if a.holder < 0 && b.first == a.last+1 && r.words[a.last].is(And) && b.holder >= 0 && b.title && !b.definite && (!a.definite || a.former || b.former && a.owner <= -2) && !b.indefinite && !a.plural {
			a.holder, a.title, a.with = b.holder, true, int32(i+1)
		}
	}
	for i := len(r.roles) - 2; i >= 0; i-- { // "by former mayor and senator, NAME,"
		a, b := &r.roles[i], &r.roles[i+1]
		if a.holder < 0 && r.joined(a.last, b.first) && b.holder >= 0 && !b.title && !b.definite && !b.indefinite && !a.plural && (a.former || a.definite) && r.words[b.last].comma() {
			a.holder = b.holder
		}
	}
	for i := len(r.roles) - 2; i >= 0; i-- { // "candidate for mayor NAME"
		a, b := &r.roles[i], &r.roles[i+1]
		if a.holder < 0 && r.words[a.head].is(RoleCandidate) && b.title && b.holder >= 0 && b.first == a.last+1 && r.words[a.last].is(For) && !b.definite {
			a.holder, a.title, b.holder, b.title = b.holder, true, -1, false
		}
	}
	for i := len(r.roles) - 2; i >= 0; i-- { // "the party's candidate, former mayor NAME,"
		a, b := &r.roles[i], &r.roles[i+1]
		if a.holder < 0 && !a.plural && (a.definite || a.org >= 0) && !r.sought(s, a) && a.last < s.last && r.words[a.last].comma() && b.first == a.last+1 && b.title && b.holder >= 0 && r.closes(s, r.mentions[b.holder].last) && !r.runsOn(s, a, b.holder) {
			a.holder = b.holder
		}
	}
	for i := len(r.roles) - 2; i >= 0; i-- { // "The club's chair, Councillor NAME,"; "councillors NAME and NAME"
		a, b := &r.roles[i], &r.roles[i+1]
		if a.holder < 0 && !a.plural && b.first == a.last && b.title && b.holder >= 0 && (r.shortTitle(b.head) || b.text.last-b.first == 1 && r.words[b.head].capital() && r.words[b.head].any(&titlePosts) && r.words[a.head].any(&bodied)) { // "Majority Leader Rep. NAME", "party president Senator NAME"
			a.holder, a.title = b.holder, true
			continue
		}
		if a.holder < 0 && !a.plural && !r.sought(s, a) && (a.definite || a.first == s.first && (a.org >= 0 || a.orgName != "")) && b.first == a.last+1 && r.words[a.last].comma() && b.title && b.holder >= 0 && !b.definite && !b.indefinite {
			if end := r.afterLetters(s, r.mentions[b.holder].last); end < s.last && (r.words[end].comma() || r.words[end].kind == prose.Stop) {
				a.holder = b.holder
			}
		}
	}
	for i := 1; i < len(r.roles); i++ { // "NAME, a peer and a lawyer"
		a, b := &r.roles[i-1], &r.roles[i]
		if b.first == a.last+1 && r.words[a.last].is(Turned) { // "NAME, a miner turned senator"; "miner turned senator NAME"
			if a.holder < 0 && b.title {
				a.holder, a.title = b.holder, true
			} else if b.holder < 0 {
				b.holder = a.holder
			}
			a.former = true
			continue
		}
		if b.holder < 0 && !b.plural && a.holder >= 0 && !a.title && r.joined(a.last, b.first) && !r.owns(a, b) {
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
	ro.definite = ro.definite || ro.first > s.first && r.words[ro.first-1].is(WithThe)
	if ro.org < 0 && ro.orgName == "" && (ro.definite || ro.former) && r.saysParty(&ro) { // "the party leader"
		ro.org, ro.itsParty = r.someParty(), true
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
				if r.words[ro.head].is(RoleSeat) && !n.party && n.score[Org] < 4 && ro.place == "" && !r.acronym(j) { // "the Mount Ash MP"
					ro.place = n.text
					if adjacent && ro.text.first == m.last {
						ro.text.first = m.first
					}
					break
				}
				if w.is(OrgGovernment) && adjacent && m.last-m.first == 1 && r.words[ro.head].is(Spokes) { // "Treasury spokesman"
					ro.text.first, ro.first = m.first, m.first
					j = m.first - 1
					continue
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
		case w.is(ElectionWord) && r.words[ro.head].is(RoleCandidate) && j > from && r.words[j-1].is(OfficeNoun):
			adjacent = false
			j--
		case w.is(OfficeNoun) && r.words[ro.head].is(RoleCandidate) && j > from && (r.words[j-1].mark == ')' || r.words[j-1].name >= 0 && r.names[r.mentions[r.words[j-1].name].name].kind == Org): // "the Reform (RF) mayoral candidate"
			adjacent = false
			j--
		case (w.is(Filler) || w.is(Former)) && w.e.forms&past != 0 && j > s.first && (r.words[j-1].name >= 0 || r.words[j-1].dated || r.words[j-1].mark == ')' || r.dateEnds(j)):
			return // "The Reform Party expelled senator NAME"
		case w.is(Former) && !(w.is(Then) && j > s.first && r.words[j-1].is(And)):
			ro.former = !w.is(Dead) || ro.former
			adjacent = false
			j--
		case w.mark == ')' && j-2 >= from && r.words[j-2].mark == '(':
			j -= 3
		case w.is(And) && j-2 >= s.first && r.words[j-1].is(Kin) && r.words[j-2].is(Poss): // "her son and chief of staff"
			ro.first, ro.definite = j+1, true
			return
		case w.kind == prose.Genitive:
			r.roleOwner(s, ro, j, from)
			return
		case w.is(ObjectForm) && w.is(Female) && j > s.first+1 && !r.words[j-2].aux() && r.words[j-1].e.forms != 0 && (r.words[j-1].is(Make) || r.words[j-1].is(Made) || r.words[j-1].is(Appoint)):
			return // "made her minister"
		case w.is(Poss) || w.is(ObjectForm) && w.is(Female) && !w.is(Male):
			ro.first, ro.definite = j, true
			ro.owner = -2 - j // settled when the pronoun is
			return
		case w.is(RelWhose):
			ro.first, ro.definite = j+1, true
			r.whose(s, ro, j)
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
		case w.is(Ordinal) && w.is(Placed) && j+1 <= ro.head && !r.words[j+1].capital() && !r.words[j+1].is(DeputyNoun) && !r.words[j+1].is(Role): // "the second opposition senator to"
			ro.record = true
			adjacent = false
			j--
		case w.is(Demonym) && w.capital(), w.is(RoleMod), w.is(Field):
			if w.is(Verb) && w.e.forms&(past|third) != 0 && !w.is(Field) {
				return
			}
			if w.is(NoParty) {
				adjacent = false
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
		case w.is(Filler) && w.e.forms&participle != 0 && (j == s.first || r.words[j-1].aux() || r.words[j-1].comma() || r.words[j-1].is(And)):
			return // "was elected mayor"
		case w.is(Filler), w.is(NumberWord), w.kind == prose.Number && w.end-w.start > 6 && r.lex.grammar.ends("ages", r.t.Source[w.start:w.end]): // "the 54-year-old senator"
			ro.record = ro.record || w.is(Filler) && w.is(Weak)
			adjacent = false
			j--
		case w.kind == prose.Word && (w.e == none || w.is(PartyName) || w.is(OrgHead) && w.e.forms == 0 && !w.is(OrgParty) || w.is(ProbeNoun) && w.e.forms == 0) && !w.capital() && adjacent && j > from && ro.head-j < 4:
			ro.text.first = j
			j--
		case w.kind == prose.Word && j == ro.head-1 && j > from && r.words[ro.head].is(RoleParty) && w.e.forms == 0 && w.is(ElectionWord) && !w.capital() && adjacent: // "the party's elections chief"
			ro.text.first = j
			j--
		case w.kind == prose.Word && w.e.forms&ing != 0 && !w.any(&closed) && adjacent && j == ro.head-1 && j > from && r.words[j-1].is(RoleMod): // "shadow policing minister"
			ro.text.first = j
			j--
		default:
			return
		}
		ro.first = j + 1
	}
}
