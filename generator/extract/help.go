package extract

import (
	"profilegen/generator/prose"
)

// The helpers of the rules: each answers one question about the sentence.

// subject gives the person or organisation that is verb v's subject; -1.
func (s *Sentence) subject(v int32) int32 {
	if p := s.verbs[v].subject; p >= 0 {
		return s.phrases[p].who
	}
	return -1
}

// mainSubject gives the person or organisation that the sentence's first main
// clause is about; -1.
func (s *Sentence) mainSubject() int32 {
	for i := range s.verbs {
		if v := &s.verbs[i]; v.finite && !v.subordinate && v.frame < 0 {
			return s.subject(int32(i))
		}
	}
	return -1
}

// subjects gives the subject and those coordinated with it.
func (s *Sentence) subjects(v int32) []int32 {
	from := len(s.room.ids)
	for p, n := s.verbs[v].subject, 0; p >= 0 && n < 12; p, n = s.phrases[p].also, n+1 {
		if id := s.phrases[p].who; id >= 0 {
			s.room.ids = append(s.room.ids, id)
		}
	}
	return s.room.listed(from)
}

// person tells that id is a person, party that it is a party.
func (s *Sentence) person(id int32) bool { return id >= 0 && s.who[id].kind == Person }
func (s *Sentence) party(id int32) bool  { return id >= 0 && s.who[id].kind == Org && s.who[id].party }

// agent gives the person or organisation of a passive verb's "by"; -1.
func (s *Sentence) agent(v int32) int32 {
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.prep >= s.verbs[v].last && p.prep < s.verbs[v].end && s.words[p.prep].is(By) {
			return s.appositive(p)
		}
	}
	return -1
}

// appositive gives the person of a phrase, or the one in apposition to it: "by her
// assistant, 29-year-old NAME", "to his deputy, NAME"; -1.
func (s *Sentence) appositive(p *phrase) int32 {
	if p.who >= 0 || p.kind == pronounPhrase {
		return p.who
	}
	for k := p.first; k < min(s.s.last, p.last+6); k++ {
		w := &s.words[k]
		if id := w.name; id >= 0 && k >= p.last {
			if who := s.resolve(id); s.person(who) && s.words[p.last].comma() {
				return who
			}
			return -1
		}
		if k >= p.last && w.kind != prose.Word && w.kind != prose.Number && !(w.comma() && k == p.last) || w.is(Rel) || k > p.last && s.verbHere(s.s, k) {
			break
		}
	}
	return -1
}

// object gives the person or organisation that is verb v's object; -1.
func (s *Sentence) object(v int32) int32 {
	if p := s.verbs[v].object; p >= 0 && s.phrases[p].prep < 0 {
		return s.phrases[p].who
	}
	return -1
}

// objects gives the object and those coordinated with it.
func (s *Sentence) objects(v int32) []int32 {
	from := len(s.room.ids)
	for p, n := s.verbs[v].object, 0; p >= 0 && n < 12; p, n = s.phrases[p].also, n+1 {
		if id := s.phrases[p].who; id >= 0 {
			s.room.ids = append(s.room.ids, id)
		}
	}
	return s.room.listed(from)
}

// after gives the phrase that the preposition of the class governs behind verb
// v, in v's own clause; -1.
func (s *Sentence) after(v int32, prep Class) int32 {
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.prep >= s.verbs[v].last && p.prep < s.verbs[v].end && s.words[p.prep].is(prep) {
			return int32(i)
		}
	}
	return -1
}

// roleBehind gives the post that stands behind verb v in its clause without a
// holder of its own ("resigned as minister", "was elected leader of the
// council"); -1.
func (s *Sentence) roleBehind(v int32) int32 {
	vb := &s.verbs[v]
	for i := range s.roles {
		ro := &s.roles[i]
		if ro.first >= vb.last && ro.head < vb.end && !(ro.holder >= 0 && ro.title) {
			return int32(i)
		}
	}
	return -1
}

// roleDirectly gives the post that follows the verb with nothing between but
// "as", "the office of", adverbs; -1.
func (s *Sentence) roleDirectly(v int32) int32 {
	i := s.roleBehind(v)
	if i < 0 {
		return -1
	}
	if own := s.owned(i); own != i {
		return own
	}
	from := s.verbs[v].last
	if s.aside(from, s.roles[i].first) {
		from = s.roles[i].first
	}
	for k := from; k < s.roles[i].first; k++ {
		w := &s.words[k]
		if !w.is(Adv) && !w.is(As) && !w.is(The) && !w.is(Of) && !w.is(Also) && !postNoun(w) && !(w.is(On) && s.words[k+1].is(As)) {
			return -1
		}
	}
	return i
}

// owned gives the post that belongs to post i where that is an owner, "the
// president's secretary"; -1 where something else does, i itself for no owner.
func (s *Sentence) owned(i int32) int32 {
	last := s.roles[i].last
	if last >= s.s.last || s.words[last].kind != prose.Genitive {
		return i
	}
	if next := i + 1; int(next) < len(s.roles) && s.roles[next].first <= last+1 {
		return next
	}
	return -1
}

// aside tells that from..to is a short phrase of time before a post: "was until
// last week rector", "was for five years mayor".
func (s *Sentence) aside(from, to int32) bool {
	if to-from < 2 || to-from > 6 {
		return false
	}
	w := &s.words[from]
	if !w.is(Until) && !w.is(Since) && !w.is(At) && !w.is(From) && !w.is(For) && !w.is(In) || w.is(As) {
		return false
	}
	if n := &s.words[from+1]; w.is(At) && !n.is(Now) && !n.is(NumberWord) {
		return false
	}
	for k := from; k < to; k++ {
		w := &s.words[k]
		if w.name >= 0 || w.kind != prose.Word && w.kind != prose.Number || w.is(Of) || w.is(Rel) || w.is(Verb) && !w.is(Unit) && !w.is(Last) && !w.dated {
			return false
		}
	}
	return true
}

// postNoun tells of "office", "post", "position" before "of minister".
func postNoun(w *word) bool { return w.is(PostNoun) }

// knownPost gives the post by which the article has called a person last: one
// that is over only where it told of no other.
func (s *Sentence) knownPost(who int32) (post, bool) {
	if who < 0 || len(s.who[who].posts) == 0 {
		return post{}, false
	}
	posts := s.who[who].posts
	for i := len(posts) - 1; i >= 0; i-- {
		if !posts[i].former && !posts[i].e.set.has(Bencher) {
			return posts[i], true
		}
	}
	last := posts[len(posts)-1]
	return last, !last.e.set.has(Bencher)
}

func (r *reading) orgName(id int32) string {
	if id < 0 {
		return ""
	}
	return r.who[id].name
}

// reason gives the words after "over", "citing", "because of" behind verb v, up
// to the next comma or the clause's end.
func (s *Sentence) reason(v int32) string {
	for k := s.verbs[v].last; k < s.s.last; k++ {
		w := &s.words[k]
		if w.kind == prose.Stop || w.kind == prose.Open {
			return ""
		}
		if !w.is(Over) && !w.is(Because) && !w.is(Cites) {
			continue
		}
		end := k + 1
		for end < s.s.last && s.words[end].kind != prose.Stop && !s.words[end].comma() && s.words[end].kind != prose.Dash && !(s.words[end].is(And) && end+1 < s.s.last && s.words[end+1].name >= 0) {
			end++
		}
		if w.is(Over) && k+1 < s.s.last && (s.words[k+1].is(NumberWord) || s.words[k+1].kind == prose.Number) {
			continue
		}
		return s.text(span{k + 1, end})
	}
	return ""
}

// placeAfter gives the name of the place that "in", "at" or "for" governs behind
// verb v; "" where there is none.
func (s *Sentence) placeAfter(v int32, preps ...Class) string {
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.prep < s.verbs[v].last || p.prep >= s.verbs[v].end || p.kind == personPhrase && p.last-p.first > 1 {
			continue
		}
		for _, c := range preps {
			if s.words[p.prep].is(c) && s.words[p.head].name >= 0 && p.kind != orgPhrase {
				return s.phraseName(p)
			}
		}
	}
	return ""
}

// phraseName gives the words of the name in a phrase.
func (s *Sentence) phraseName(p *phrase) string {
	id := s.words[p.head].name
	if id < 0 {
		return s.text(p.span)
	}
	m := &s.mentions[id]
	return s.text(m.span)
}

// former tells of a past tense that leaves the post behind.
func pastPost(v *verb, d *draft) bool {
	return v.tense == pastTense && (d.Start.IsZero() || !d.End.IsZero() || v.perfect)
}

// parliament tells that an organisation's name is that of a parliament.
func (s *Sentence) parliament(id int32) bool {
	words := s.who[id].words
	for i, w := range words {
		e := s.lex.find(w)
		if e == nil || !e.set.has(OrgLegislature) {
			continue
		}
		if i == len(words)-1 || s.known(words[i+1], Of) && !e.set.has(OrgParty) {
			return true
		}
	}
	return false
}

// known tells that the lexicon has a word, in lower case, as one of the class.
func (r *reading) known(word string, c Class) bool {
	e := r.lex.find(word)
	return e != nil && e.set.has(c)
}
