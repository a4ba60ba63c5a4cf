package extract

import "profilegen/generator/prose"

// phraseKind says what a noun phrase stands for.
type phraseKind uint8

const (
	otherPhrase phraseKind = iota
	personPhrase
	orgPhrase
	placePhrase
	pronounPhrase
	rolePhrase
	anonymousPhrase
)

// phrase is one noun phrase of a sentence.
type phrase struct {
	span
	head int32
	kind phraseKind
	// who is the person or organisation it stands for, -1 where that is not known.
	who int32
	// prep is the preposition that governs it, -1 where none does.
	prep int32
	// role is the index of its description in reading.roles, -1.
	role int32
	// also is the phrase coordinated with it ("X and Y"), -1.
	also   int32
	plural bool
}

// phraseAt reads the noun phrase at k; its span is empty where there is none.
func (r *reading) phraseAt(s *sentence, k int32) phrase {
	p := phrase{span: span{k, k}, head: k, who: -1, prep: -1, role: -1, also: -1}
	role := r.roleFrom(k)
	w := &r.words[k]
	switch {
	case role >= 0:
		return r.rolePhrase(s, p, role)
	case w.name >= 0 || w.is(Honorific) && k+1 < s.last && r.words[k+1].name >= 0:
		p = r.namePhrase(s, p, k)
		if n := p.last; n < s.last && p.kind != personPhrase && r.words[n].is(Anonymous) && !r.verbHere(s, n) && r.roleFrom(n) < 0 { // "Senate officials"
			p.head, p.last, p.kind, p.who = n, n+1, anonymousPhrase, -1
		}
		return p
	case w.is(Pron) && !w.is(Neg) && !(w.is(Poss) && k+1 < s.last && r.ownable(s, k+1)), w.is(ObjectForm) && w.is(Poss) && k > s.first+1 && !r.words[k-2].aux() && r.words[k-1].e.forms != 0 && (r.words[k-1].is(Make) || r.words[k-1].is(Made) || r.words[k-1].is(Appoint)):
		p.kind, p.last = pronounPhrase, k+1
		p.plural = w.is(Plural)
		return p
	case w.is(Pron) && w.is(Neg): // "nobody"
		p.last = k + 1
		return p
	}
	for p.last < s.last {
		w := &r.words[p.last]
		switch {
		case w.name >= 0:
			q := r.namePhrase(s, p, p.last)
			p.last, p.head, p.kind, p.who = q.last, q.head, q.kind, q.who
			if p.last < s.last && r.words[p.last].kind == prose.Genitive {
				p.kind, p.who = otherPhrase, -1
				p.last++
				continue
			}
			if p.last < s.last && r.nounish(s, p.last) && r.roleFrom(p.last) < 0 && !r.words[p.last].is(AllOf) {
				p.kind, p.who = otherPhrase, -1
				continue
			}
			return p
		case p.last > k && r.roleFrom(p.last) >= 0:
			if r.words[p.last-1].is(Det) || r.words[p.last-1].kind == prose.Word {
				q := r.rolePhrase(s, p, r.roleFrom(p.last))
				q.first = k
				return q
			}
			return p
		case w.e.plain && w.kind == prose.Word && !w.dated || r.nounish(s, p.last):
			p.head = p.last
			p.last++
			if w.is(Anonymous) {
				p.kind = anonymousPhrase
			} else if w.kind != prose.Genitive {
				p.kind = otherPhrase
			}
		default:
			r.finishPhrase(&p)
			return p
		}
	}
	r.finishPhrase(&p)
	return p
}

// ownable tells that the word at k can be what "her" owns.
func (r *reading) ownable(s *sentence, k int32) bool {
	w := &r.words[k]
	return w.kind == prose.Word && w.name < 0 && !w.any(&closed) && !w.is(Adv) && (w.e.forms == 0 || w.e.forms&(base|ing) != 0 || w.is(Role) || w.is(Kin))
}

// finishPhrase settles what a common noun stands for: "the party".
func (r *reading) finishPhrase(p *phrase) {
	if p.last == p.first {
		return
	}
	h := &r.words[p.head]
	if h.is(OrgHead) && p.kind == otherPhrase && !h.is(Verb) && r.words[p.first].is(The) && p.last-p.first == 2 && !(p.last < r.s.last && r.words[p.last].is(Of) && h.is(PartyNoun)) {
		if id, ok := r.definiteOrg(p.head); ok {
			p.kind, p.who = orgPhrase, id
		}
	}
}

// roleFrom gives the description that begins at k, or whose title does; -1.
func (r *reading) roleFrom(k int32) int32 {
	for i := range r.roles {
		if r.roles[i].first == k {
			return int32(i)
		}
	}
	return -1
}

// rolePhrase makes the phrase of a description, with the name that follows a
// title.
func (r *reading) rolePhrase(s *sentence, p phrase, i int32) phrase {
	ro := &r.roles[i]
	p.kind, p.role, p.head, p.last, p.plural = rolePhrase, i, ro.head, ro.last, ro.plural
	for ro.with >= 0 {
		i = ro.with
		ro = &r.roles[i]
		p.last = ro.last
	}
	if ro.title && ro.holder >= 0 {
		q := r.namePhrase(s, p, ro.last)
		q.first, q.role = p.first, p.role
		return q
	}
	if p.last < s.last && r.words[p.last].kind == prose.Genitive {
		p.kind = otherPhrase
		p.last++
		for p.last < s.last && r.nounish(s, p.last) {
			p.head = p.last
			p.last++
		}
	}
	return p
}

// namePhrase makes the phrase of the name at k; with a genitive behind it the
// phrase is what belongs to the name.
func (r *reading) namePhrase(s *sentence, p phrase, k int32) phrase {
	for r.words[k].name < 0 && k+1 < s.last {
		k++
	}
	id := r.words[k].name
	if id < 0 {
		p.last = k
		return p
	}
	m := &r.mentions[id]
	p.head, p.last = m.last-1, m.last
	p.who = r.resolve(id)
	switch r.names[m.name].kind {
	case Person:
		p.kind = personPhrase
	case Org:
		if p.kind = orgPhrase; r.adherent(p.head) {
			p.kind, p.who = otherPhrase, -1 // "the top Democrat on the panel"
		}
	case Place:
		p.kind = placePhrase
	default:
		p.kind = otherPhrase
	}
	if party := r.adherent(p.head) || p.kind == orgPhrase && p.who >= 0 && r.who[p.who].party; party && p.last < s.last && r.words[p.last].name >= 0 && r.fullName(r.words[p.last].name) { // "the Liberal NAME"
		q := r.namePhrase(s, p, p.last)
		q.first = p.first
		return q
	}
	for p.last < s.last && (r.words[p.last].is(Suffix) && r.words[p.last].capitals()) {
		p.last++
	}
	if i := r.roleFrom(p.last); i >= 0 && r.roles[i].holder == id && p.last < s.last && r.words[p.last].is(RoleSeat) {
		p.last = r.roles[i].last
	}
	if p.last+2 < s.last && r.words[p.last].mark == '(' && r.words[p.last+2].mark == ')' {
		p.last += 3
	}
	if p.last < s.last && r.words[p.last].kind == prose.Genitive {
		if p.last+1 < s.last && r.words[p.last+1].name >= 0 && (p.kind == orgPhrase || p.kind == otherPhrase && r.fullName(r.words[p.last+1].name)) {
			q := r.namePhrase(s, p, p.last+1) // "Labour's NAME"
			q.first = p.first
			return q
		}
		p.last++
		p.kind, p.who = otherPhrase, -1
		for p.last < s.last && (r.nounish(s, p.last) || r.words[p.last].name >= 0) {
			if r.called(s, p.last) { // "NAME's ally NAME"
				q := r.namePhrase(s, p, p.last)
				q.first = p.first
				return q
			}
			p.head = p.last
			if r.words[p.last].is(Anonymous) {
				p.kind = anonymousPhrase
			}
			p.last++
		}
	}
	return p
}

// called tells that behind a common noun at k begins the whole name of the person
// that it means, which owns nothing: "ally NAME".
func (r *reading) called(s *sentence, k int32) bool {
	id, b := r.words[k].name, &r.words[k-1]
	if id < 0 || b.kind != prose.Word || b.capital() || b.name >= 0 || r.mentions[id].full != k || !r.fullName(id) || r.names[r.mentions[id].name].kind != Person {
		return false
	}
	end := r.mentions[id].last
	return end >= s.last || r.words[end].kind != prose.Genitive
}

// structural are the words of which it is asked what they are to the phrases,
// verbs and clauses of a sentence.
var structural = setOf(The, A, Det, Poss, Pron, Rel, That, There, Sub, And, But, Or, To, Of, Prep, Modal, Neg,
	IsForm, WasForm, HasForm, DoForm, AccordingTo, Adv, Due, ObjectForm, NearTo)

// nounish tells that the word at k can stand inside a noun phrase.
func (r *reading) nounish(s *sentence, k int32) bool {
	w := &r.words[k]
	if w.dated {
		return false
	}
	if w.e.plain && w.kind == prose.Word {
		return w.name < 0
	}
	switch w.kind {
	case prose.Genitive, prose.Number:
		return true
	case prose.Symbol:
		return w.mark == '%' || w.mark == '&' || w.mark == '$' || w.mark == 0
	case prose.Word:
	default:
		return false
	}
	if w.name >= 0 {
		return false
	}
	if w.is(The) || w.is(A) || w.is(Det) || w.is(Poss) || w.is(ObjectForm) && w.is(Poss) {
		return true
	}
	if w.is(Adv) && !w.is(RoleMod) && !w.is(Filler) {
		if k == s.first {
			return false
		}
		b := &r.words[k-1]
		return b.is(The) || b.is(A) || b.is(Det) || b.is(Poss)
	}
	if w.any(&closed) || w.is(NearTo) && k > s.first && k+1 < s.last && (r.words[k+1].is(To) || r.words[k+1].is(With)) {
		return false
	}
	return !r.verbHere(s, k)
}

// fullName tells that a mention is a person's name of several words.
func (r *reading) fullName(id int32) bool {
	n := &r.names[r.mentions[id].name]
	return n.kind == Person && n.count > 1 && n.score[Person] > 3
}
