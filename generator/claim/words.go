package claim

import "fmt"

// None is the zero of every vocabulary: the claim does not tell. Its word is empty.
const None = 0

// Type is what kind of thing a claim says.
type Type uint8

// The types, in the order in which a day's facts are told.
const (
	Position Type = iota + 1
	Membership
	Appointment
	Election
	Defeat
	Candidacy
	Resignation
	Dismissal
	Joined
	Left
	Legal
	Birth
	Death
	Education
	Family
	Residence
	Statement
	Event
)

// Status says how the article stands to the claim.
type Status uint8

const (
	Asserted Status = iota + 1
	Alleged
	Denied
	Planned
	// Disputed is a status of facts alone: somebody states it, somebody named denies it.
	Disputed
)

// Stage is how far a resignation, appointment, election or candidacy has come.
// A word that several types have (declared, nominated, withdrawn) is one stage.
type Stage uint8

const (
	// Of a resignation.
	Announced Stage = iota + 1
	Tendered
	Accepted
	Effective
	Refused
	Withdrawn // of a candidacy too
	// Of an appointment.
	Proposed
	Nominated // of a candidacy too
	Named
	SwornIn
	Declined
	// Of an election.
	Projected
	Declared // of a candidacy too
	Certified
	Annulled
	// Of a candidacy alone.
	Disqualified
)

// Action is the legal step or the kinship.
type Action uint8

const (
	// Legal: what is done to the subject.
	Questioned Action = iota + 1
	Detained
	Arrested
	Charged
	Indicted
	OnTrial
	Convicted
	Sentenced
	Jailed
	Acquitted
	Cleared
	Dropped
	Quashed
	Bailed
	Released
	Fined
	Sued
	Investigated
	Pardoned
	Wanted
	// Family: what the subject is of the object.
	Spouse
	Child
	Parent
	Sibling
	Relative
)

// CaseRole is the part that the subject has in a legal case.
type CaseRole uint8

const (
	Accused CaseRole = iota + 1
	Victim
	Plaintiff
	Witness
	OtherRole
)

// The words of each vocabulary, by value.
var (
	typeWords = [...]string{None: "", Position: "position", Membership: "membership", Appointment: "appointment",
		Election: "election", Defeat: "defeat", Candidacy: "candidacy", Resignation: "resignation", Dismissal: "dismissal",
		Joined: "joined", Left: "left", Legal: "legal", Birth: "birth", Death: "death", Education: "education",
		Family: "family", Residence: "residence", Statement: "statement", Event: "event"}
	statusWords = [...]string{None: "", Asserted: "asserted", Alleged: "alleged", Denied: "denied", Planned: "planned",
		Disputed: "disputed"}
	stageWords = [...]string{None: "", Announced: "announced", Tendered: "tendered", Accepted: "accepted",
		Effective: "effective", Refused: "refused", Withdrawn: "withdrawn", Proposed: "proposed", Nominated: "nominated",
		Named: "named", SwornIn: "sworn-in", Declined: "declined", Projected: "projected", Declared: "declared",
		Certified: "certified", Annulled: "annulled", Disqualified: "disqualified"}
	actionWords = [...]string{None: "", Questioned: "questioned", Detained: "detained", Arrested: "arrested",
		Charged: "charged", Indicted: "indicted", OnTrial: "on-trial", Convicted: "convicted", Sentenced: "sentenced",
		Jailed: "jailed", Acquitted: "acquitted", Cleared: "cleared", Dropped: "dropped", Quashed: "quashed",
		Bailed: "bailed", Released: "released", Fined: "fined", Sued: "sued", Investigated: "investigated",
		Pardoned: "pardoned", Wanted: "wanted", Spouse: "spouse", Child: "child", Parent: "parent", Sibling: "sibling",
		Relative: "relative"}
	caseRoleWords = [...]string{None: "", Accused: "accused", Victim: "victim", Plaintiff: "plaintiff",
		Witness: "witness", OtherRole: "other"}
)

// What each type can have, in its order.
var (
	allTypes = valuesOf(Position, Event)
	stagesOf = [Event + 1][]Stage{
		Resignation: {Announced, Tendered, Accepted, Effective, Refused, Withdrawn},
		Appointment: {Proposed, Nominated, Named, SwornIn, Declined},
		Election:    {Projected, Declared, Certified, Annulled},
		Candidacy:   {Declared, Nominated, Withdrawn, Disqualified},
	}
	actionsOf = [Event + 1][]Action{
		Legal:  valuesOf(Questioned, Wanted),
		Family: valuesOf(Spouse, Relative),
	}
	caseRolesOf = [Event + 1][]CaseRole{Legal: valuesOf(Accused, OtherRole)}
)

// valuesOf gives the values of a vocabulary from one to another.
func valuesOf[T ~uint8](first, last T) []T {
	var list []T
	for v := first; v <= last; v++ {
		list = append(list, v)
	}
	return list
}

// Types lists every type in its order; not to be changed.
func Types() []Type { return allTypes }

// Stages gives the stages of a type from the first to the furthest, none for
// the types that have no stages; not to be changed.
func Stages(t Type) []Stage { return of(&stagesOf, t) }

// Actions gives the actions of a type, none for most types; not to be changed.
func Actions(t Type) []Action { return of(&actionsOf, t) }

// CaseRoles gives the roles of a type, which are those of a legal case; not to
// be changed.
func CaseRoles(t Type) []CaseRole { return of(&caseRolesOf, t) }

func of[T any](table *[Event + 1][]T, t Type) []T {
	if int(t) < len(table) {
		return table[t]
	}
	return nil
}

// HasRole tells of the types whose key is a role: posts and their events.
func (t Type) HasRole() bool {
	switch t {
	case Position, Appointment, Election, Defeat, Candidacy, Resignation, Dismissal:
		return true
	}
	return false
}

// HasOrg tells of the types whose key is an organisation.
func (t Type) HasOrg() bool { return t == Membership || t == Joined || t == Left || t == Education }

// TypeOf gives the type that a word names, None for a word that names none; so
// do the four below it.
func TypeOf(text string) Type { return find[Type](typeWords[:], text) }

// StatusOf gives the status that a word names, Disputed among them.
func StatusOf(text string) Status { return find[Status](statusWords[:], text) }

// StageOf gives the stage that a word names, of whatever type.
func StageOf(text string) Stage { return find[Stage](stageWords[:], text) }

// ActionOf gives the action that a word names, of whatever type.
func ActionOf(text string) Action { return find[Action](actionWords[:], text) }

// CaseRoleOf gives the case role that a word names.
func CaseRoleOf(text string) CaseRole { return find[CaseRole](caseRoleWords[:], text) }

// find gives the place of a text among the words, 0 for one that is not there.
func find[T ~uint8](words []string, text string) T {
	for i, w := range words {
		if w == text {
			return T(i)
		}
	}
	return None
}

// String gives the word: "position".
func (t Type) String() string     { return word(typeWords[:], t) }
func (s Status) String() string   { return word(statusWords[:], s) }
func (s Stage) String() string    { return word(stageWords[:], s) }
func (a Action) String() string   { return word(actionWords[:], a) }
func (r CaseRole) String() string { return word(caseRoleWords[:], r) }

func word[T ~uint8](words []string, value T) string {
	if int(value) < len(words) {
		return words[value]
	}
	return fmt.Sprintf("no word %d", uint8(value))
}

// Known tells of a value of the vocabulary, None among them.
func (t Type) Known() bool     { return int(t) < len(typeWords) }
func (s Status) Known() bool   { return int(s) < len(statusWords) }
func (s Stage) Known() bool    { return int(s) < len(stageWords) }
func (a Action) Known() bool   { return int(a) < len(actionWords) }
func (r CaseRole) Known() bool { return int(r) < len(caseRoleWords) }

// MarshalText gives the word: JSON has words, never numbers.
func (t Type) MarshalText() ([]byte, error)     { return []byte(t.String()), nil }
func (s Status) MarshalText() ([]byte, error)   { return []byte(s.String()), nil }
func (s Stage) MarshalText() ([]byte, error)    { return []byte(s.String()), nil }
func (a Action) MarshalText() ([]byte, error)   { return []byte(a.String()), nil }
func (r CaseRole) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads a word, and refuses one that is not in the vocabulary.
func (t *Type) UnmarshalText(text []byte) error   { return read(t, typeWords[:], "type", text) }
func (s *Status) UnmarshalText(text []byte) error { return read(s, statusWords[:], "status", text) }
func (s *Stage) UnmarshalText(text []byte) error  { return read(s, stageWords[:], "stage", text) }
func (a *Action) UnmarshalText(text []byte) error { return read(a, actionWords[:], "action", text) }
func (r *CaseRole) UnmarshalText(text []byte) error {
	return read(r, caseRoleWords[:], "case_role", text)
}

func read[T ~uint8](to *T, words []string, field string, text []byte) error {
	n := find[T](words, string(text))
	if n == None && len(text) > 0 {
		return unknown(field, string(text))
	}
	*to = n
	return nil
}

func unknown(field, word string) error {
	return fmt.Errorf("%s %q is not in the vocabulary", field, word)
}

func misplaced(field, word string, t Type) error {
	return fmt.Errorf("%s %q is not in the vocabulary of a %s", field, word, t)
}
