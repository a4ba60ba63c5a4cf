package extract

// classNames are the tags of the lexicon's files; one that means different
// things in two lists is written LIST/TAG.
var classNames = map[string]Class{
	"the": The, "a": A, "det": Det, "poss": Poss, "pron": Pron, "male": Male, "female": Female, "either": Either,
	"thing": Thing, "plural": Plural, "first": FirstPerson, "second": SecondPerson, "object": ObjectForm,
	"rel": Rel, "who": RelWho, "whose": RelWhose, "where": RelWhere, "what": RelWhat, "that": That, "there": There,
	"adv": Adv, "also": Also, "then": Then, "sub": Sub, "since": Since, "until": Until, "before": Before,
	"after": After, "as": As, "cond": Cond, "and": And, "but": But, "or": Or, "to": To, "of": Of, "by": By, "in": In,
	"at": At, "on": On, "from": From, "for": For, "with": With, "over": Over, "because": Because, "about": About,
	"between": Between, "prep": Prep, "place": PrepPlace, "neg": Neg, "will": Will, "would": Would, "may": May,
	"should": Should, "modal": Modal, "isform": IsForm, "wasform": WasForm, "hasform": HasForm, "hadform": HadForm,
	"doform": DoForm, "due": Due, "dueto": DueTo, "hedged": Hedged, "accordingto": AccordingTo, "age": AgeWord,

	"be": Be, "have": Have, "do": Do, "get": Get, "say": Say, "tell": Tell, "ask": Ask, "deny": Deny, "judge": Judge,
	"accuse": Accuse, "verbs/claim": Claims, "confirm": Confirm, "respond": Respond, "propose": Propose, "call": Call,
	"speak": Speak, "write": Write, "quote": Quote, "continue": Continue, "agree": Agree, "accept": Accept,
	"mild": Mild, "think": Think, "refuse": Refuse, "intend": Intend, "plan": Plan, "seek": Seek, "implies": Implies,
	"made": Made, "expects": Expects, "learn": Learn, "resign": Resign, "leave": Leave, "depart": Depart,
	"left": Left, "vacate": Vacate, "tender": Tender, "withdraw": Withdraw, "appoint": Appoint, "name": Name,
	"nominate": Nominate, "employ": Employ, "inaugurate": Inaugurate, "swornin": SwornIn, "elect": Elect,
	"return": Return, "win": Win, "lose": Lose, "defeat": Defeat, "contest": Contest, "stand": Stand, "run": Run,
	"dismiss": Dismiss, "join": Join, "defect": Defect, "switch": Switch, "part": Part, "walkout": WalkOut,
	"serve": Serve, "lead": Lead, "head": Head, "represent": Represent, "hold": Hold, "take": Take,
	"takeover": TakeOver, "takeoffice": TakeOffice, "become": Become, "remain": Remain, "succeed": Succeed,
	"replace": Replace, "work": Work, "act": Act, "enter": Enter, "sit": Sit, "found": Found, "shadow": Shadow,
	"legal": LegalStep, "drop": Drop, "prosecute": Prosecute, "trial": Trial, "plead": Plead, "kill": Kill,
	"die": Die, "born": Born, "marry": Marry, "divorce": Divorce, "raise": Raise, "grow": Grow, "educate": Educate,
	"study": Study, "graduate": Graduate, "attend": Attend, "teach": Teach, "earn": Earn, "receive": Receive,
	"live": Live, "settle": Settle, "move": Move, "seem": Seem, "begin": Begin, "give": Give, "go": Go,
	"make": Make, "put": Put, "pass": Pass, "fill": Fill, "step": Step, "come": Come, "need": Need,
	"express": Express, "transfer": Transfer,

	"former": Former, "filler": Filler, "keep": Keep, "weak": Weak, "rank": Rank,
	"roles/public": RolePublic, "roles/seat": RoleSeat, "roles/party": RoleParty, "roles/job": RoleJob,
	"roles/occ": RoleOcc, "roles/member": RoleMember, "roles/memberof": RoleMemberOf,
	"roles/candidate": RoleCandidate, "vague": Vague, "portfolio": Portfolio, "same": None, "dead": Dead,
	"orgs/party": OrgParty, "orgs/public": OrgPublic, "orgs/legislature": OrgLegislature,
	"orgs/government": OrgGovernment, "orgs/court": OrgCourt, "orgs/union": OrgUnion, "orgs/company": OrgCompany,
	"orgs/media": OrgMedia, "orgs/school": OrgSchool,
	"family/spouse": Spouse, "family/parent": Parent, "family/child": Child, "family/sibling": Sibling,
	"family/relative": Relative, "press": Press, "spokes": Spokes, "rumour": Rumour, "resignation": ResignationNoun, "seat": SeatNoun, "trialnoun": TrialNoun, "degree": DegreeNoun, "jailnoun": Jail, "reports": Reports,

	"day": DayWord, "ago": Ago, "earlier": Earlier, "laterword": Later, "last": Last, "next": Next, "thisword": This,
	"following": Following, "unit": Unit, "season": Season, "times/part": PartOf, "electionword": ElectionWord,

	"office": OfficeNoun, "race": RaceNoun, "primary": PrimaryNoun, "ticket": TicketNoun, "bid": BidNoun,
	"term": TermNoun, "tenure": TenureNoun, "reportnoun": ReportNoun, "untrue": Untrue, "true": True, "votes": VotesNoun, "deposit": DepositNoun, "seats": SeatsNoun, "postnoun": PostNoun,
	"papersnoun": PapersNoun, "capture": Capture, "retain": Retain, "launch": Launch, "throw": Throw,
	"strip": Strip, "follows": Follows, "abandon": Abandon, "includes": Includes, "against": Against, "whenword": WhenWord, "onlyword": OnlyWord,
	"elected": RoleElected, "disqualify": Disqualify, "forward": Forward, "again": Again, "dismissive": Dismissive, "noparty": NoParty, "appointnoun": AppointNoun, "dismissnoun": DismissNoun,
	"defectionnoun": DefectionNoun, "whip": PartyWhip, "bring": Bring, "trigger": Trigger, "expel": Expel, "undone": Undone, "concede": Concede, "oath": Oath, "challenge": Challenge, "campaign": Campaign, "ingnoun": IngNoun,

	"creed": Creed, "opens": Opens, "owner": Owner, "partisan": PartisanNoun, "platform": Platform, "partylabel": PartyLabel, "appointed": Appointed, "partymod": PartyMod, "partynoun": PartyNoun, "insider": Insider,

	"slogan": Slogan, "letter": LetterNoun, "nameless": Nameless, "identify": Identify, "nearto": NearTo, "knowledge": Knowledge, "brief": Brief, "somebody": Somebody,
	"loose": Loose, "faces": Faces, "pleads": Pleads, "finds": Finds, "grants": Grants, "files": Files, "drops": Drops, "spends": Spends, "standstrial": StandsTrial, "enforcer": Enforcer, "courtnoun": CourtNoun, "casenoun": CaseNoun, "crimenoun": CrimeNoun, "verdict": Verdict, "legalnoun": LegalNoun, "bailnoun": BailNoun, "warrant": Warrant, "probenoun": ProbeNoun, "guilty": Guilty, "notguilty": NotGuilty, "tasknoun": TaskNoun, "theaccused": TheAccused, "wanted": Wanted, "underprobe": UnderProbe, "ontrial": OnTrial, "injail": InJail, "client": Client, "lawyer": Lawyer, "official": Official, "relthat": RelThat, "withthe": WithThe,

	"content": Content, "topic": Topic, "labels": Labels, "light": Light, "speechnoun": SpeechNoun, "nountoo": NounToo,

	"belong": Belong, "during": During, "onceword": OnceWord, "pledges": Pledges, "achieves": Achieves, "forces": Forces, "votesfor": VotesFor, "appeals": Appeals, "cites": Cites, "university": University, "clerk": Clerk, "seattitle": SeatTitle, "bencher": Bencher, "statepost": StatePost, "now": Now, "leadernoun": LeaderNoun, "ofparty": OfParty, "heir": Heir, "turned": Turned, "rankpost": RankPost, "end": End, "tops": Tops, "proclaim": Proclaim, "victory": Victory, "ordinal": Ordinal, "membershipnoun": Membership, "winner": Winner, "shoes": StepShoes, "vacancy": Vacancy, "outgo": OutGo, "rises": Rises, "survive": Survive, "backbench": Backbench, "placed": Placed, "pollsverb": Polls, "bothof": BothOf, "allof": AllOf, "adds": Adds, "hear": Hear, "deputynoun": DeputyNoun, "lesser": Lesser, "sonof": SonOf, "crown": Crown, "reflexive": Reflexive, "together": Together, "consists": Consists,
	"decisionnoun": DecisionNoun, "fellow": Fellow, "dutyword": DutyWord, "chooses": Chooses, "defeatnoun": DefeatNoun, "facesrival": FacesRival, "interest": InterestNoun, "helm": HelmNoun,
	"daypart": DayPart, "yearly": Yearly,
	"toll": Toll, "chargenoun": ChargeNoun, "schooltown": SchoolTown, "homenoun": HomeNoun, "respective": Respective, "bulletin": Bulletin, "vain": Vain,

	"native": Native, "resident": Resident, "alumnus": Alumnus, "nee": Nee,
	"bornmark": BornMark, "diedmark": DiedMark, "circa": Circa, "death": DeathNoun, "slay": Slay,
	"airs": Airs, "aliasmark": AliasMark, "pairnoun": PairNoun, "among": Among, "vocal": Vocal,
	"originally": Originally, "hail": Hail, "bornend": BornEnd, "based": Based, "read": Read, "complete": Complete, "couple": Couple, "marriage": MarriageNoun, "include": Include, "roles/subject": RoleSubject,
}

// lists are the lexicon's files that the extractor reads, with the class that
// each gives all its words.
var lists = map[string]Class{
	"function": None, "nounphrases": None, "times": None, "verbs": Verb, "phrases": Verb, "honorifics": Honorific,
	"suffixes": Suffix, "regnal": Regnal, "particles": Particle, "shortnames": ShortName, "nameprefixes": NamePrefix, "given": Given, "months": Month, "weekdays": Weekday,
	"numbers": NumberWord, "roles": Role, "modifiers": RoleMod, "former": Former, "fields": Field, "orgs": OrgHead,
	"parties": PartyName, "family": Kin, "countries": Country, "demonyms": Demonym, "anonymous": Anonymous,
	"hedges": Reports, "common": Common, "abbreviations": Abbreviation, "starters": Starter, "fillers": Filler, "nouns": None, "places": PlaceWord, "endings": None, "grammar": None,
}
