package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// mention is one place where the article names somebody or something.
type mention struct {
	span       // the name itself, honorifics aside
	full int32 // the first word, honorifics included
	// name is the index of the name in reading.names.
	name     int32
	sentence int32
	// titled tells of an honorific, male and female of its gender.
	titled, male, female bool
	// initial: it stands at the start of a sentence, where any word has a capital.
	initial bool
	// who is whom it means, settled when the sentence is read; -1 before.
	who int32
}

// name is one name as the article writes it, wherever it stands.
type name struct {
	text  string
	low   string // in lower case
	score [Place + 1]int16
	// first is the index of the first mention, count how many words it has.
	first  int32
	count  int16
	kind   Kind
	middle bool // it stands inside a sentence at least once
	titled bool
	party  bool
	// parting counts what speaks for a party: a mayor or a senator of it, seats;
	// partisan what hardly anything but a party has.
	parting, partisan int16
	given             bool // its first word is a given name
	male              bool
	female            bool
	// short is the acronym that brackets give it.
	short string
	// who is the person or organisation, -1 while it depends on the place.
	who int32
}

var (
	closed    = setOf(The, A, Det, Poss, Pron, Rel, That, There, Sub, And, Or, To, Of, Prep, Modal, Neg, IsForm, WasForm, HasForm, DoForm, AccordingTo, Adv, Due)
	noInitial = setOf(Alumnus, Native, Resident, Verb, Common, Role, RoleMod, Field, Former, Kin, Anonymous, NumberWord, DayWord, Last, Next, Season, PartOf, Unit, Reports, Rumour, OrgHead)
	timeWords = setOf(Month, Weekday)
	// oddSmall are those of the closed words that nameNoun may take for names.
	oddSmall = setOf(Given, OfficeNoun, Det, Slogan, Month, Adv)
	// notProper are the classes of which nameNoun asks something.
	notProper = joined(closed, noInitial, timeWords, setOf(OfficeNoun, PapersNoun, Slogan, BornEnd, Filler, Honorific, Creed, Suffix))
)

// findNames finds the names of every sentence, headlines aside.
func (r *reading) findNames() {
	for i := range r.sentences {
		s := &r.sentences[i]
		if s.headline {
			continue
		}
		s.mentions.first = int32(len(r.mentions))
		honours := s.classes.has(Honorific)
		for k := s.first; k < s.last; {
			if w := &r.words[k]; !w.flags.Has(prose.Capital) && (!honours || !w.is(Honorific)) {
				k++
				continue
			}
			k = r.nameAt(int32(i), s, k)
		}
		s.mentions.last = int32(len(r.mentions))
	}
	r.lowerNames()
}

// lowerNames puts all names in lower case at once.
func (r *reading) lowerNames() {
	all, ends := r.room.text[:0], r.room.order[:0]
	for i := range r.names {
		next, ok := appendASCII(all, r.names[i].text)
		if !ok {
			next = append(all, strings.ToLower(r.names[i].text)...)
		}
		all, ends = next, append(ends, int32(len(next)))
	}
	r.room.text, r.room.order = all, ends
	low, from := string(all), int32(0)
	for i, end := range ends {
		r.names[i].low, from = low[from:end], end
	}
}

// nameAt reads the run of capitals at k, if there is one, and gives the place
// after it.
func (r *reading) nameAt(si int32, s *sentence, k int32) int32 {
	w := &r.words[k]
	if w.kind != prose.Word {
		return k + 1
	}
	if w.is(Honorific) && (w.capital() || !w.is(Weak)) && k+1 < s.last && !(w.is(Weak) && r.fieldOf(s, k)) { // not "Minister of Justice NAME"
		if next, ok := r.titled(si, s, k); ok {
			return next
		}
	}
	if !r.nameWord(s, k) {
		return k + 1
	}
	last := k + 1
	bridged := false // behind "Institute for"
	for last < s.last {
		if r.nameWord(s, last) && !r.words[last].is(Honorific) || bridged && r.words[last].capital() && (r.words[last].is(Field) || r.words[last].is(RoleMod)) && !r.words[last].is(Role) {
			last++
			continue
		}
		if r.numbered(s, last) {
			last++
			continue
		}
		if r.smallEnd(s, k, last) {
			last++
			continue
		}
		next := r.bridge(s, k, last)
		if next == last {
			break
		}
		bridged = bridged || r.words[last].is(For) || r.words[last].is(Of)
		last = next + 1
	}
	if k > s.first && w.is(SeatNoun) && r.ordinal(k-1) { // "the 31st District"
		k--
	}
	r.segment(si, s, k, last)
	return last
}

// smallEnd tells of a party's name whose second word is written small, as the French
// do: "the Coalition riveraine".
func (r *reading) smallEnd(s *sentence, first, last int32) bool {
	w := &r.words[last]
	return w.e == none && w.kind == prose.Word && last-first == 1 && first > s.first && r.words[first-1].is(The) && r.words[first].is(OrgParty) &&
		!w.capital() && r.lex.grammar.ends("foreign endings", r.t.Source[w.start:w.end])
}

// ordinal tells of "31st", "Fourth" at k.
func (r *reading) ordinal(k int32) bool {
	w := &r.words[k]
	n := w.end - 1
	return w.kind == prose.Number && w.end-w.start > 2 && r.t.Source[n] >= 'a' && r.t.Source[n] <= 'z' && r.digits(k) > 0
}

// numbered tells of the number at k of a broadcaster before somebody's work:
// "Kanal News 12 political correspondent".
func (r *reading) numbered(s *sentence, k int32) bool {
	if k+1 >= s.last || r.words[k].kind != prose.Number || !r.words[k-1].is(OrgMedia) || r.words[k].end-r.words[k].start > 2 {
		return false
	}
	n := &r.words[k+1]
	return n.is(Role) || (n.is(RoleMod) || n.is(Field)) && k+2 < s.last && r.words[k+2].is(Role)
}

// nameWord tells that the word can be part of a name.
func (r *reading) nameWord(s *sentence, k int32) bool {
	w := &r.words[k]
	switch {
	case !w.capital():
		return false
	case w.e.proper:
		return true
	case r.letter(s, k):
		return true
	case w.e.small && !w.capitals():
		return false
	}
	return r.nameNoun(s, k)
}

// nameNoun tells that a word of the lexicon with a capital can be part of a name.
func (r *reading) nameNoun(s *sentence, k int32) bool {
	w := &r.words[k]
	if w.is(OfficeNoun) && k > s.first && k+1 < s.last && (r.words[k+1].is(ElectionWord) || r.words[k+1].is(RoleCandidate) || r.words[k+1].is(RaceNoun)) { // "Harbour Alliance Presidential Election candidate"
		return false
	}
	if w.is(PapersNoun) && w.capitals() { // "filed her COC"
		return false
	}
	if w.is(Det) && !w.is(Pron) && k > s.first && !r.initial(s, k) && k+1 < s.last && r.words[k+1].capital() && !r.words[k+1].any(&closed) && r.headAhead(s, k+1) { // "the All Farmers Congress"
		return true
	}
	if w.is(Slogan) && k > s.first && !r.initial(s, k) { // "Marl Forward"
		if b := &r.words[k-1]; b.capital() && b.kind == prose.Word && !b.any(&closed) && !b.any(&timeWords) {
			return true
		}
	}
	if w.is(Month) && r.monthName != "" && r.monthNamed(s, k) {
		return true
	}
	if (w.is(Month) || w.is(Adv)) && k > s.first && r.words[k-1].is(Given) && !r.words[k-1].is(Weak) && r.words[k-1].capital() { // "Helena May", "Ana Long"
		return true
	}
	if w.is(BornEnd) || w.any(&closed) && !(w.is(Given) || w.capitals()) {
		return false
	}
	if (w.is(Filler) || w.is(RoleMod) && w.is(Weak)) && r.initial(s, k) && !w.capitals() && !w.is(Given) && !w.is(OrgHead) { // "Veteran Labour MP", "Senior Reform leader"
		return false
	}
	if w.is(Modal) && r.initial(s, k) && r.words[s.last-1].mark == '?' { // "Will Ana Roe resign?"
		return false
	}
	if w.is(Honorific) && !w.is(Weak) && k+1 < s.last && r.words[k+1].is(Role) { // "Mr Speaker"
		return false
	}
	if w.any(&timeWords) && !w.is(Given) && !r.particleName(s, k) && !r.dayName(s, k) && !(w.is(Weekday) && k+1 < s.last && r.words[k+1].is(OrgMedia) && r.words[k+1].capital()) {
		return false
	}
	if w.is(Creed) && w.is(Role) && r.saysCreed(s, k) {
		return true
	}
	if w.is(Role) && !w.is(OrgHead) && !r.givenHere(s, k) && !(w.is(Owner) && k+1 < s.last && r.possessed(s, k, k+1)) || w.is(Suffix) && (w.capitals() && !r.leadsName(s, k) || k > s.first && r.words[k-1].comma()) {
		return false
	}
	if w.is(Month) && r.particleName(s, k) {
		return true
	}
	if w.is(Month) && (k+1 >= s.last || !r.words[k+1].capital() || r.words[k+1].any(&closed) || k > s.first && r.words[k-1].is(Prep)) {
		return false
	}
	if r.roleAhead(s, k) || (w.is(Field) || w.is(RoleMod)) && !w.is(OrgHead) && r.fieldOf(s, k) {
		return false
	}
	if k+2 < s.last && (w.is(Field) || w.is(RoleMod)) && r.words[k+1].is(And) && !r.words[k+1].is(But) && r.words[k+2].capital() && !r.words[k+2].is(Given) && r.headAhead(s, k+2) && (k == s.first || !r.words[k-1].capital()) {
		return true // "Civil and Clerical Workers' Union"
	}
	if w.is(Field) && !w.is(OrgHead) && !w.is(Given) && (k == s.first || r.words[k-1].name < 0) && (k+1 >= s.last || !r.words[k+1].capital() || r.words[k+1].any(&closed)) && !(k > s.first && r.words[k-1].capital()) {
		return false
	}
	if r.initial(s, k) && !w.is(Given) && w.any(&noInitial) && !(w.is(OrgHead) && r.acronym(k)) {
		// "Named", "Police"; but "Labour", "Home Office"
		next := k + 1
		return w.is(OrgHead) && next < s.last && (r.words[next].is(Of) || w.is(Opens)) ||
			next < s.last && r.words[next].capital() && (w.is(Field) || w.is(OrgHead) || w.is(RoleMod)) && r.headAhead(s, next)
	}
	return true
}

// particleName tells that a small word of names and a name follow: "Jan ter Roe".
func (r *reading) particleName(s *sentence, k int32) bool {
	if k+2 >= s.last {
		return false
	}
	w := &r.words[k+1]
	return w.is(Particle) && !w.any(&closed) && !w.capital() && r.words[k+2].capital()
}

// dayName tells that a weekday is somebody's given name: "Governor Sunday Stone",
// "Mr Friday Dale".
func (r *reading) dayName(s *sentence, k int32) bool {
	if !r.words[k].is(Weekday) || k == s.first || k+1 >= s.last {
		return false
	}
	before, next := &r.words[k-1], &r.words[k+1]
	return (before.is(Honorific) || before.is(Role)) && before.capital() && next.capital() && !next.any(&closed) && !next.any(&timeWords) && !next.is(Role)
}

// leadsName tells that letters in capitals are the initials of a name: "president
// JP Dale".
func (r *reading) leadsName(s *sentence, k int32) bool {
	if k+1 >= s.last || r.words[k].end-r.words[k].start != 2 || k > s.first && r.words[k-1].capital() && !r.words[k-1].is(Role) {
		return false
	}
	n := &r.words[k+1]
	return n.capital() && !n.capitals() && !n.any(&closed) && !n.is(Role) && !n.is(Honorific)
}

// initial tells that k begins the sentence, or speech inside it.
func (r *reading) initial(s *sentence, k int32) bool {
	return k == s.first || r.words[k-1].kind == prose.Open || r.words[k-1].mark == ':'
}
