package extract

import "profilegen/generator/prose"

// tense of a verb.
type tense uint8

const (
	present tense = iota
	pastTense
	futureTense
)

// verb is one verb of a sentence with its auxiliaries: "has not been sacked".
type verb struct {
	span
	head int32 // the main verb
	e    *entry
	// subject is the index of the phrase that is its grammatical subject, -1;
	// of a passive that is the one to whom it was done.
	subject int32
	// object is the first noun phrase after it in its clause, -1.
	object int32
	// frame is the verb of speech or thought that this one stands under, gov the
	// verb that governs an infinitive; -1 where there is none.
	frame, gov int32
	tense      tense
	passive, perfect, progressive, negated, may, would, should,
	infinitive, reduced, hedged, conditional, finite, gerund bool
	// undone: "almost resigned", "wrongly reported".
	undone bool
	// result: "only to lose": it happened.
	result bool
	// due: "is to", "due to", "set to", "expected to" stand before it.
	due bool
	// noun: under the frame stands a noun of hearsay ("reports that").
	noun bool
	// end is where its clause ends.
	end int32
	// subordinate tells of a verb in a relative or adverbial clause.
	subordinate bool
}

func (v *verb) is(c Class) bool { return v.e.set.has(c) }
func (v *verb) any(s *set) bool { return v.e.any(s) }

// aux tells that the word is an auxiliary.
func (w *word) aux() bool {
	return w.e.verbal && (w.is(Modal) || w.is(Be) || w.is(Have) || w.is(Do) || w.is(IsForm) || w.is(WasForm) || w.is(HasForm) || w.is(DoForm))
}

// finiteAux are the auxiliaries that are finite verbs wherever they stand.
var finiteAux = setOf(Modal, IsForm, WasForm, HasForm, DoForm)

// verbHere tells that the word at k is a verb where it stands, as far as the
// words next to it tell.
func (r *reading) verbHere(s *sentence, k int32) bool {
	w := &r.words[k]
	return w.e.verbal && w.name < 0 && r.verbBeside(s, k)
}

// verbBeside is verbHere for a word that can be a verb and is no name.
func (r *reading) verbBeside(s *sentence, k int32) bool {
	w := &r.words[k]
	if w.any(&finiteAux) {
		return !w.is(Month) || !r.bigOrSmall(w)
	}
	b := &nothing
	if k > s.first {
		b = &r.words[k-1]
		if b.is(Adv) && k-1 > s.first {
			b = &r.words[k-2]
		}
	}
	n := &nothing
	if k+1 < s.last {
		n = &r.words[k+1]
	}
	if b.is(AllOf) && k-2 >= s.first && r.words[k-2].name >= 0 && w.e.forms&past != 0 { // "NAME and NAME both denied"
		return true
	}
	determined := b.is(The) || b.is(A) || b.is(Det) && !b.is(Pron) || b.is(Poss) && !b.is(ObjectForm) || b.kind == prose.Genitive || b.is(ObjectForm) && b.is(Poss) && w.e.forms&(past|participle) == 0
	f := w.e.forms
	switch {
	case w.is(Be):
		return true
	case determined:
		// "had his nose broken", "the arrested man": no verb of a clause
		return false
	case w.is(Have) || w.is(Do), f&future != 0:
		return true
	case w.is(Jail) && b.is(To) && n.name < 0 && !n.is(Pron) && !n.is(The): // "went to jail"
		return false
	case f&base != 0 && (b.is(To) || b.is(Modal) || b.is(DoForm) || b.is(Do)):
		return true
	case f&ing != 0:
		if w.is(Role) || w.is(OrgHead) || w.is(RoleMod) && n.is(Role) && (b.is(As) || b.is(The)) || w.is(IngNoun) && r.ingNoun(k, s, b, n) {
			return false
		}
		return true
	case f&(past|participle) != 0:
		if w.is(Kin) || w.is(Unit) || w.is(Turned) && b.is(Role) && (n.is(Role) || n.is(RoleMod) || n.is(Field)) {
			return false
		}
		// "the newly elected mayor", "an elected mayor"
		if f&past != 0 && n.kind == prose.Word && (n.is(Role) || n.is(OrgHead)) && b.kind == prose.Word && b.name < 0 && (b.is(RoleMod) || b.is(Demonym)) {
			return false
		}
		if b.is(Prep) && !b.is(To) && !b.is(Sub) && !b.is(By) && k > s.first {
			return f&past == 0 || b.is(As)
		}
		return true
	case f&third != 0:
		return r.thirdHere(s, k, b, n)
	case f&base != 0:
		plural := b.is(Pron) && (b.is(Plural) || b.is(FirstPerson) || b.is(SecondPerson)) && !b.is(ObjectForm)
		if plural || b.is(Rel) && b.is(RelWho) {
			return true
		}
		if w.is(Live) && (n.is(In) || n.is(At)) && (b.name >= 0 || b.is(Kin) || b.is(Plural)) { // "Ana and Tom Roe live in"
			return true
		}
		if b.name >= 0 && r.names[r.mentions[b.name].name].kind == Org && w.is(Say) && r.lex.grammar.many(r.t.Source[b.start:b.end]) {
			return true
		}
		if b.name >= 0 && w.is(Say) && !w.is(NounToo) && r.names[r.mentions[b.name].name].kind == Person && r.coupled(s, k) {
			return true
		}
		return w.is(Say) && b.is(Anonymous) && r.lex.grammar.many(r.t.Source[b.start:b.end]) || w.is(Include) && b.kind == prose.Word && !b.any(&closed)
	}
	return false
}

// thirdHere tells whether a form in -s is a verb rather than a plural noun.
func (r *reading) thirdHere(s *sentence, k int32, b, n *word) bool {
	w := &r.words[k]
	switch {
	case b.e.forms&ing != 0 && k-2 >= s.first && !b.is(IngNoun) && b.name < 0 && (r.words[k-2].comma() || r.words[k-2].aux() || r.words[k-2].is(By)): // "…, describing attempts to"
		return false
	case k == s.first, b.is(Be): // "there are calls for"
		return false
	case (b.is(And) || b.comma()) && n.kind == prose.Word && (w.is(Live) && (n.any(&inPlace) || n.is(With) || n.is(And)) || w.any(&doesOnly) && (n.is(Prep) || n.is(As) || n.is(The) || n.is(A)) || w.any(&comesOnly) && (n.name >= 0 || n.is(The) || n.is(A) || n.is(Poss) || n.is(As) || n.is(Role) || n.is(RoleMod) || n.is(Honorific))):
		return true // "Ana Roe, 41, lives in"; "and teaches at"
	case w.is(Reports) && b.e.forms&(past|third|ing) != 0: // "dismissed reports that"
		return false
	case b.name >= 0 && w.is(NounToo) && r.mentions[b.name].full > s.first && r.words[r.mentions[b.name].full-1].is(Prep) && !r.words[r.mentions[b.name].full-1].is(In): // "on Post reports that"
		return false
	case b.name >= 0:
		kind := r.names[r.mentions[b.name].name].kind
		return kind == Person || kind == Org && (!n.name0() || w.is(Say)) || kind == Place && w.is(Say) && !w.is(NounToo) || n.is(The) || n.is(That) || n.is(To) || n.is(A) && !w.is(Role)
	case b.is(Pron) && !b.is(Plural) && !(b.is(ObjectForm)), b.is(Rel):
		return true
	case b.comma() && n.is(PrepPlace) && k-2 >= s.first && r.words[k-2].name >= 0: // ", NAME, lives in"
		return true
	case b.comma() || b.kind == prose.Close:
		return w.is(Say) && !w.is(NounToo) || w.is(Labels) && (n.is(Pron) || n.kind == prose.Open) || n.is(The) || n.is(That) || n.is(To)
	case b.kind == prose.Word && !b.is(Prep) && !b.is(And):
		if n.is(NumberWord) || n.is(Det) || n.kind == prose.Number {
			return !w.is(Role) && !w.is(OrgHead)
		}
		if b.e.forms&base != 0 && (k-2 < s.first || r.words[k-2].aux() || r.words[k-2].is(To)) { // "will select questions to"
			return false
		}
		return n.is(The) || n.is(A) || n.is(That) || n.is(To) || n.is(Poss) || n.is(Pron) || w.is(Say) && !w.is(NounToo) && (n.kind == prose.Stop || n.mark == ':' || b.is(Role))
	}
	return false
}

// comesOnly are verbs of coming to posts whose forms in -s are no nouns.
var comesOnly = setOf(Become, Succeed, Replace, TakeOver, Take, Represent)

// doesOnly are verbs whose forms in -s are no nouns.
var doesOnly = setOf(Teach, Serve, Sit, Represent, Attend)

// ingNoun tells that a form in -ing is a noun: "a public meeting", "the trading
// centre"; not "was meeting", "after meeting her".
func (r *reading) ingNoun(k int32, s *sentence, b, n *word) bool {
	if b == &nothing || b.aux() || b.comma() || b.is(Rel) {
		return false
	}
	object := n.is(The) || n.is(A) || n.is(Poss) || n.is(Pron) || n.name >= 0 || n.is(That)
	return !object || !b.is(Prep) && !b.is(And) && !b.is(Sub)
}

func (w *word) name0() bool { return w.kind == prose.Word && w.name < 0 }
