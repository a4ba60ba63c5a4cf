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

	// verbs
	Verb
	Be
	Have
	Do
	Get
	Say
	Tell
	Ask
	Deny
	Judge
	Accuse
	Dismissive
	Claims
	Confirm
	Respond
	Propose
	Call
	Speak
	Write
	Quote
	Continue
	Agree
	Accept
	Mild
	Think
	Refuse
	Intend
	Plan
	Seek
	Implies
	Made
	Expects
	Learn
	Resign
	Leave
	Depart
	Left
	Vacate
	Tender
	Withdraw
	Appoint
	Name
	Nominate
	Employ
	Inaugurate
	SwornIn
	Elect
	Return
	Win
	Lose
	Defeat
	Contest
	Stand
	Run
	Dismiss
	Join
	Defect
	Switch
	Part
	WalkOut
	Serve
	Lead
	Head
	Represent
	Hold
	Take
	TakeOver
	TakeOffice
	Become
	Remain
	Succeed
	Replace
	Work
	Act
	Enter
	Sit
	Found
	Shadow
	LegalStep
	Drop
	Prosecute
	Trial
	Plead
	Kill
	Die
	Born
	Marry
	Divorce
	Raise
	Grow
	Educate
	Study
	Graduate
	Attend
	Teach
	Earn
	Receive
	Live
	Settle
	Move
	Seem
	Begin
	Give
	Go
	Make
	Put
	Pass
	Fill
	Step
	Come
	Need
	Express
	Transfer

	// names and posts
	Honorific
	Keep
	Weak
	Rank
	Suffix
	Regnal
	Particle
	Given
	Month
	Weekday
	NumberWord
	Role
	RolePublic
	RoleSeat
	RoleParty
	RoleJob
	RoleOcc
	RoleMember
	RoleMemberOf
	RoleCandidate
	Vague
	Portfolio
	RoleMod
	Field
	Former
	Filler
	Dead
	OrgHead
	OrgParty
	OrgPublic
	OrgLegislature
	OrgGovernment
	OrgCourt
	OrgUnion
	OrgCompany
	OrgMedia
	OrgSchool
	PartyName
	Kin
	Spouse
	Parent
	Child
	Sibling
	Relative
	Country
	PlaceWord
	Demonym
	Anonymous
	Press
	Spokes
	Rumour
	Reports
	ResignationNoun
	SeatNoun
	TrialNoun
	DegreeNoun
	Jail
	Common
	Abbreviation
	Starter

	// time
	DayWord
	Ago
	Earlier
	Later
	Last
	Next
	This
	Following
	Unit
	Season
	PartOf
	ElectionWord

	// elections and careers
	OfficeNoun
	RaceNoun
	PrimaryNoun
	TicketNoun
	BidNoun
	TermNoun
	TenureNoun
	ReportNoun
	Untrue
	True
	VotesNoun
	DepositNoun
	SeatsNoun
	PostNoun
	PapersNoun
	Capture
	Retain
	Launch
	Throw
	Strip
	Follows
	Abandon
	Includes
	Against
	WhenWord
	OnlyWord
	RoleElected
	Disqualify
	Forward
	Again
	NoParty
	AppointNoun
	DismissNoun
	DefectionNoun
	PartyWhip
	Bring
	Trigger
	Expel
	Undone
	Concede
	Oath
	Challenge
	Campaign
	IngNoun

	// lives
	Native
	Resident
	Alumnus
	Nee
	BornMark
	DiedMark
	Circa
	DeathNoun
	Slay
	Originally
	Hail
	BornEnd
	Based
	Read
	Complete
	Couple
	RoleSubject
	MarriageNoun
	Include

	// parties
	Creed        // a word that many parties' names end with: "Liberals"
	Opens        // an organisation's head that comes first: "Partido"
	Owner        // "People's", "Workers'" at the start of an organisation's name
	PartisanNoun // what only a party has: "manifesto", "backbenches"
	Platform     // "on the ticket of"
	PartyLabel   // "(Lab)"
	Insider      // whom a party's name before it makes one of its people
	PartyMod     // "ruling", "opposition"
	PartyNoun    // "party" itself
	Appointed    // an office that no party gives: a commissioner, a judge

	// speech
	Content
	Topic
	Labels
	Light
	SpeechNoun
	NounToo

	// police and courts
	Loose
	Faces
	Pleads
	Finds
	Grants
	Files
	Drops
	Spends
	StandsTrial
	Enforcer
	CourtNoun
	CaseNoun
	CrimeNoun
	Verdict
	LegalNoun
	BailNoun
	Warrant
	ProbeNoun
	Guilty
	NotGuilty
	TaskNoun
	TheAccused
	Wanted
	UnderProbe
	OnTrial
	InJail
	Client
	Lawyer
	Official
	RelThat
	WithThe

	// single words that a rule asks for
	Belong
	During
	OnceWord
	Pledges
	Achieves
	Forces
	VotesFor
	Appeals
	Cites
	University
	Clerk
	SeatTitle
	Bencher
	StatePost
	Now
	LeaderNoun
	OfParty
	Heir       // "predecessor", "successor"
	Turned     // "a miner turned senator"
	RankPost   // a word of respect that is a post: "Justice"
	End        // "ended"
	Short      // a post that is written short without a full stop: "Cllr"
	Consists   // "is made up of"
	Together   // "along with"
	DeputyNoun // "her deputy": of what she is
	BothOf     // "both of the PARTY"
	Polls      // "polled 400 votes to beat"
	Placed     // a place that wins nothing: "third"
	Backbench  // where one goes back to from office
	Survive    // "is survived by"
	Rises      // "rose to be"
	OutGo      // "Out go"
	Vacancy    // a seat that nobody has

	classes
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
func setOf(list ...Class) (s set) {
	for _, c := range list {
		s.add(c)
	}
	return s
}
