package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// nameless tells that nobody stands with a name or an office behind the speaker
// p of the verb f: sources, a radio station that reports others' words, whoever
// is only "close to the mayor" or asked not to be named.
func (r *reading) nameless(p *phrase, f *verb) bool {
	if p.who >= 0 {
		return false
	}
	h := &r.words[p.head]
	if r.nameKept(p, f) || r.nearTo(p) {
		return true
	}
	if r.spokesFor(p) || r.officialVoice(p) || r.namedPress(p) {
		return false
	}
	if h.is(Press) && r.words[p.first].is(A) { // "a local TV station"
		return true
	}
	switch p.kind {
	case anonymousPhrase:
		return true
	case rolePhrase, otherPhrase:
		if h.is(Anonymous) {
			return true
		}
	default:
		return false
	}
	if !r.indefinite(p) {
		return false
	}
	return !r.officeAmong(p) && (h.is(Press) || h.is(Somebody) || h.is(RoleSeat) || h.is(RoleMember))
}

// spokesFor tells of a spokesman: what he says is the word of whom he speaks for.
func (r *reading) spokesFor(p *phrase) bool {
	for k := p.first; k < p.last; k++ {
		if r.words[k].is(Spokes) {
			return true
		}
	}
	return false
}

// indefinite tells that a phrase begins with "a", "one", "two", "some".
func (r *reading) indefinite(p *phrase) bool {
	w := &r.words[p.first]
	return w.is(A) || w.is(NumberWord) || w.kind == prose.Number || w.is(Somebody) || w.is(Det) && !w.is(The) && !w.is(Poss)
}

// officeAmong tells that the words of a phrase speak of police, a court or a body
// of state, or name something: no mere somebody.
func (r *reading) officeAmong(p *phrase) bool {
	for k := p.first; k < p.last; k++ {
		if w := &r.words[k]; w.name >= 0 || w.is(Enforcer) || w.is(CourtNoun) || w.is(OrgCourt) || w.is(OrgGovernment) || w.is(OrgPublic) || w.is(StatePost) {
			return true
		}
	}
	return false
}

// nearTo tells of words behind a voice that keep its name back: "close to the
// mayor", "familiar with the matter", "with knowledge of the talks".
func (r *reading) nearTo(p *phrase) bool {
	if p.last+1 >= r.s.last {
		return false
	}
	w, n := &r.words[p.last], &r.words[p.last+1]
	return w.is(NearTo) && (n.is(To) || n.is(With)) || w.is(With) && n.is(Knowledge) || w.is(Brief) && (n.is(On) || n.is(About) || n.is(By))
}

// nameKept tells that the sentence says that the speaker's name is kept back:
// "an unnamed aide", "who asked not to be named", "on condition of anonymity".
func (r *reading) nameKept(p *phrase, f *verb) bool {
	c := &r.s.classes
	if !c.has(Nameless) && !c.has(Identify) {
		return false
	}
	for k := p.first; k < r.s.last; k++ {
		switch w := &r.words[k]; {
		case w.kind == prose.Open:
			return false
		case w.is(Nameless):
			return true
		case w.is(Identify) && (k < f.first || f.head < p.first) && r.keptBefore(p, k):
			return true
		}
	}
	return false
}

// keptBefore tells of "not to be", "declined to be", "did not want to be" before
// the word at k.
func (r *reading) keptBefore(p *phrase, k int32) bool {
	be := false
	for i := k - 1; i >= max(p.last, k-8); i-- {
		w := &r.words[i]
		be = be || w.is(Be) || w.is(WasForm) || w.is(IsForm)
		if be && (w.is(Neg) || w.is(Refuse)) {
			return true
		}
	}
	return false
}

// officialVoice tells of officials of a body that the words name: "Senate officials".
func (r *reading) officialVoice(p *phrase) bool {
	if !r.words[p.head].is(Official) {
		return false
	}
	for k := p.first; k < p.head; k++ {
		if w := &r.words[k]; w.name >= 0 || w.is(OrgPublic) || w.is(OrgGovernment) || w.is(OrgLegislature) || w.is(OrgCourt) || w.is(Enforcer) {
			return true
		}
	}
	return false
}

// namedPress tells of a paper, station or agency by its name: "the AFP agency".
func (r *reading) namedPress(p *phrase) bool {
	if !r.words[p.head].is(Press) {
		return false
	}
	for k := p.first; k < p.head; k++ {
		if r.words[k].name >= 0 {
			return true
		}
	}
	return false
}

// speakerText names a speaker without a name by the article's words, without
// the article before them.
func (r *reading) speakerText(p *phrase) string {
	first := p.first
	for first < p.head && r.words[first].is(The) {
		first++
	}
	last := p.last
	if last > first && r.words[last-1].kind == prose.Genitive {
		last--
	}
	text := r.text(span{first, last})
	if r.words[first].is(A) && first < p.last { // "A channel" at the start of a sentence
		text = strings.ToLower(text[:1]) + text[1:]
	}
	return text
}
