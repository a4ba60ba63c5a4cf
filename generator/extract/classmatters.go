package extract

// The classes of the words that one family of rules asks for.
const (
	// time
	DayWord Class = iota + wordClasses
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
	LetterNoun   // what one hands in to resign: "her letter"
	Slogan       // a word that ends the names of parties: "Forward"
	PartyNoun    // "party" itself
	Appointed    // an office that no party gives: a commissioner, a judge

	// speech
	Content
	Topic
	Labels
	Light
	SpeechNoun
	NounToo

	Nameless  // "anonymity"
	Identify  // "named" in "asked not to be named"
	NearTo    // "close" in "a source close to"
	Knowledge // "with knowledge of the matter"
	Brief     // "briefed on the talks"
	Somebody  // a person of no office

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
	Consists   // "is made up of"
	Together   // "along with"
	DeputyNoun // "her deputy": of what she is
	SonOf      // behind it stands the father's name, which is nobody's short form: "bin"
	DayPart    // "morning" behind the day
	Yearly     // what a year before it dates: "the 2016 referendum"
	Reflexive  // "herself"
	Crown      // "king": whom streets are named after, and who has no family name
	Lesser     // what makes a post that of somebody below or against its holder: "vice"
	BothOf     // "both of the PARTY"
	AllOf      // "have all said"
	Adds       // "…, adding that"
	Hear       // "was heard saying"
	AliasMark  // "real name"
	PairNoun   // "the two"
	Among      // "was among those arrested"
	Vocal      // "was adamant that"
	Airs       // "took to Facebook to say"
	Polls      // "polled 400 votes to beat"
	Placed     // a place that wins nothing: "third"
	Backbench  // where one goes back to from office
	Survive    // "is survived by"
	Rises      // "rose to be"
	OutGo      // "Out go"
	Vacancy    // a seat that nobody has
	StepShoes  // what one takes of the one before: "his place"
	Winner     // who wins an election
	Membership // what one gives up who leaves a party
	Tops       // "topped the poll"
	Proclaim   // who proclaims what another one is: "declared NAME the winner"
	Victory    // "claimed victory in"
	Ordinal    // "the second senator to"
	Vain       // "unsuccessfully"

	// what tells of speech and of those who cross over
	ChargeNoun   // what one is charged with: "charges", not "claims"
	SchoolTown   // a town or a name that stands for its school: "Oxford"
	HomeNoun     // "made her home in"
	Respective   // "respectively"
	Bulletin     // what speaks for the one who wrote it: "a statement from"
	Chooses      // "picked NAME as leader"
	DefeatNoun   // "her defeat in"
	FacesRival   // "faces NAME in the run-off"
	InterestNoun // "expressed interest in the seat"
	HelmNoun     // "took the reins of"
	Fellow       // "her Liberal predecessor NAME"
	DecisionNoun // "her decision to resign"
	DutyWord     // "in charge of"
	Toll         // what is claimed and not said: lives, expenses

	classes
)
