package extract

import (
	"strings"

	"profilegen/generator/claim"
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
	if len(list) > 0 || p < 0 || s.index == 0 {
		return list
	}
	ph := &s.phrases[p]
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
	return s.words[s.phrases[vb.object].head].is(Verdict) && s.measured(vb)
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
