package extract

// Class is one thing that a word can be; a word of the lexicon has a set of them.
type Class uint16

// The classes of words. What each means is told where the lexicon lists its
// words; the names in the lexicon's files are those of classNames.
const (
	None Class = iota

	// closed classes
	The
	A
	Det
	Poss
	Pron
	Male
	Female
	Either
	Thing
	Plural
	FirstPerson
	SecondPerson
	ObjectForm
	Rel
	RelWho
	RelWhose
	RelWhere
	RelWhat
	That
	There
	Adv
	First
	Also
	Then
	Sub
	Since
	Until
	Before
	After
	As
	Cond
	And
	But
	Or
	To
	Of
	By
	In
	At
	On
	From
	For
	With
	Over
	Because
	About
	Between
	Prep
	PrepPlace
	Neg
	Will
	Would
	May
	Should
	Modal
	IsForm
	WasForm
	HasForm
	HadForm
	DoForm
	Due
	DueTo
	Hedged
	AccordingTo
	AgeWord

	closedClasses // how many there are so far
)

// set is a set of classes.
type set [(classes + 63) / 64]uint64

func (s *set) add(c Class)      { s[c/64] |= 1 << (c % 64) }
func (s *set) has(c Class) bool { return s[c/64]&(1<<(c%64)) != 0 }
func (s *set) or(o *set) {
	for i := range s {
		s[i] |= o[i]
	}
}
func (s *set) meets(o *set) bool {
	for i := range s {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}
func joined(list ...set) (s set) {
	for i := range list {
		s.or(&list[i])
	}
	return s
}
func setOf(list ...Class) (s set) {
	for _, c := range list {
		s.add(c)
	}
	return s
}
