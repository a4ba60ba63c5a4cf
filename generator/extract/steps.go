package extract

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// clearedOf tells of "cleared of selling", "cleared in 2005 of selling" from k on.
func (s *Sentence) clearedOf(k int32) bool {
	for i := range s.dates {
		if d := &s.dates[i]; d.first == k {
			k = d.last
		}
	}
	return k+1 < s.s.last && s.words[k].is(Of) && s.words[k+1].e.forms&ing != 0
}

// policeAct tells that the sentence tells another step than verb v does, which no
// everyday verb tells: "arrested NAME, who was questioned and released".
func (s *Sentence) policeAct(v int32) bool {
	for i := range s.verbs {
		if w := &s.verbs[i]; int32(i) != v && w.is(LegalStep) && !w.negated && !w.may && !w.conditional && (!w.is(Loose) || s.evident(int32(i))) {
			return true
		}
	}
	return false
}

// stepped gives those to whom the step of the passive verb v was done: its
// subjects, or of "the two" and "both" the two whom the sentence before named.
func (s *Sentence) stepped(v int32) []int32 {
	list := s.subjects(v)
	p := s.verbs[v].subject
	if len(list) > 0 || p < 0 {
		return list
	}
	ph := &s.phrases[p]
	if who := s.amongThem(v, ph); who >= 0 {
		return []int32{who}
	}
	if s.index == 0 {
		return nil
	}
	w := &s.words[ph.head]
	if !w.is(PairNoun) || ph.last-ph.first == 2 && !s.words[ph.first].is(The) || ph.first > s.s.first+1 || ph.last-ph.first > 2 {
		return list
	}
	from := len(s.room.ids)
	b := &s.sentences[s.index-1]
	for id := b.mentions.first; id < b.mentions.last; id++ {
		if who := s.mentions[id].who; who >= 0 && s.who[who].kind == Person {
			s.room.ids = append(s.room.ids, who)
		}
	}
	return s.paired(s.room.listed(from))
}

// paired gives the last two people of a sentence where it names them together,
// with "and" between them, and neither of them before.
func (s *Sentence) paired(list []int32) []int32 {
	n := len(list)
	if n < 2 || n > 6 || list[n-1] == list[n-2] {
		return nil
	}
	for _, id := range list[:n-2] {
		if id == list[n-1] || id == list[n-2] {
			return nil
		}
	}
	b := &s.sentences[s.index-1]
	var first, second int32 = -1, -1
	for id := b.mentions.first; id < b.mentions.last; id++ {
		switch m := &s.mentions[id]; m.who {
		case list[n-2]:
			first = m.last
		case list[n-1]:
			second = m.full
		}
	}
	for k := first; first >= 0 && k < second; k++ {
		if s.words[k].is(And) && !s.words[k].is(But) {
			return list[n-2:]
		}
	}
	return nil
}

// enforcingBody tells that the body that the last sentence was about is one of
// police or courts: "The anti-graft bureau".
func (s *Sentence) enforcingBody() bool {
	for _, word := range strings.Fields(strings.ToLower(s.body)) {
		if s.known(word, Enforcer) || s.known(word, OrgCourt) || s.known(word, CourtNoun) || s.known(word, OrgPublic) {
			return true
		}
	}
	return false
}

// servesSentence tells of "is serving a 30-month sentence", "served a jail term".
func (s *Sentence) servesSentence(v int32) bool {
	vb := &s.verbs[v]
	if vb.object < 0 || s.phrases[vb.object].prep >= 0 {
		return false
	}
	p := &s.phrases[vb.object]
	if !s.words[p.head].is(Verdict) {
		return false
	}
	for k := p.first; k < p.last; k++ { // "30-month", "two-year", not "suspended"
		if w := &s.words[k]; w.is(Unit) || w.is(NumberWord) || w.kind == prose.Number || strings.IndexByte(s.t.Source[w.start:w.end], '-') > 0 {
			return true
		}
	}
	return false
}

// sentencedHere tells that the sentence tells of a sentence passed on the person.
func (s *Sentence) sentencedHere(who int32) bool {
	for i := s.fired; i < len(s.drafts); i++ {
		if d := &s.drafts[i]; d.Type == claim.Legal && d.who == who && (d.Action == claim.Sentenced || d.Action == claim.Jailed) {
			return true
		}
	}
	return false
}

// pastAlias gives the person whose other name the phrase i is: "King Abel, known as
// NAME, who", "NAME – real name NAME – who"; i where it is none.
func (p *parser) pastAlias(i int32) int32 {
	ph := &p.phrases[i]
	k := ph.first - 1
	for k+1 < ph.last && p.words[k+1].name < 0 {
		k++
	}
	if i == 0 || k-2 < p.s.first || ph.kind != personPhrase {
		return i
	}
	known := p.words[k].is(As) && (p.words[k-1].e.forms&participle != 0 || p.words[k-1].is(To) && p.words[k-2].e.forms&participle != 0)
	if !known && !p.words[k].is(AliasMark) {
		return i
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		if q := &p.phrases[j]; q.kind == personPhrase && q.who >= 0 && q.last < ph.first {
			return j
		}
	}
	return i
}

// amongThem gives the one whom the sentence counts among those of whom a
// participle tells: "was among 12 people arrested", "is one of three held"; -1.
func (s *Sentence) amongThem(v int32, ph *phrase) int32 {
	if !s.verbs[v].reduced || ph.prep < 0 || ph.last != s.verbs[v].first || v == 0 {
		return -1
	}
	be := &s.verbs[v-1]
	if !be.is(Be) || !be.finite || be.negated || be.may || be.conditional || be.subject < 0 || be.tense == futureTense {
		return -1
	}
	if ph.prep != be.last && !(ph.prep == be.last+1 && s.words[be.last].is(NumberWord) && s.words[ph.prep].is(Of)) || !s.words[ph.prep].is(Among) && !s.words[ph.prep].is(Of) {
		return -1
	}
	if who := s.phrases[be.subject].who; s.person(who) {
		return who
	}
	return -1
}

// styledSteps reads a step that stands before somebody's name as a title does: "the
// jailed opposition leader NAME".
func (s *Sentence) styledSteps() {
	for k := s.s.first + 1; k+1 < s.s.last; k++ {
		w, b := &s.words[k], &s.words[k-1]
		if !w.is(LegalStep) || w.is(Loose) || w.e.forms&participle == 0 || w.depth > 0 || !b.is(The) && !(b.is(Dead) && k-2 >= s.s.first && s.words[k-2].is(The)) {
			continue
		}
		action := claim.ActionOf(w.e.value)
		if action != claim.Jailed && action != claim.Convicted && action != claim.Indicted && action != claim.Detained {
			continue
		}
		n := k + 1
		for n < min(s.s.last, k+6) && s.words[n].name < 0 && s.words[n].kind == prose.Word && !s.words[n].any(&closed) && !s.isVerb(n) {
			n++
		}
		if n == k+1 || n >= s.s.last || s.words[n].name < 0 {
			continue
		}
		if who := s.personAt(s.words[n].name); s.person(who) && !s.hasLegal(who, action) {
			s.add(claim.Legal, who, func(d *draft) {
				d.Action = action
				if action != claim.Detained {
					d.CaseRole = claim.Accused
				}
			})
		}
	}
}
