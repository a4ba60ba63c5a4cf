package profile

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
)

// field says in which of a claim's fields a name stands.
type field uint8

const (
	inSubject field = iota
	inOrg
	inObject
)

// note is one place of a name without a profile in an article.
type note struct {
	found
	name  string // as written
	claim int32  // which of the article's claims has it
	field field
}

// lesson is what a claim says of names without a profile: of its subject, and
// of the organisation that it names. Either may be empty.
type lesson struct {
	subject, org string // keys
	typ          claim.Type
	bare         bool // without role and place
	member       bool // the organisation has a profile
	seated       bool // see articleNames.seated
}

// heard is all that one article says of names without a profile.
type heard struct {
	notes   []note
	lessons []lesson
}

// same tells that two articles say the same of names without a profile,
// wherever in them it stands.
func (h *heard) same(other *heard) bool {
	return slices.EqualFunc(h.notes, other.notes, func(a, b note) bool {
		return a.key == b.key && a.name == b.name && a.field == b.field && slices.Equal(a.many, b.many)
	}) && slices.Equal(h.lessons, other.lessons)
}

// lost is a name that is no profile's, or that of several.
type lost struct {
	key       string
	spellings map[string]int
	about     []int32 // the articles that make claims about it
	naming    []int32 // the articles that name it as an organisation
	all       []int32 // the articles that name it at all
	many      []Ref   // the profiles that it could be
	public    bool    // a claim of a public kind is about it
	memberOf  []*lost // organisations without a profile of which it is said to be a member
	party     int     // what speaks for its being a party: 2 is enough
	elected   bool    // an election is told of it
	body      bool    // somebody belongs to it, or was thrown out of it
	person    bool    // something is told of it that is told of people alone
	stub      Ref
	stubName  string
}

func (l *lost) isParty() bool { return l.party >= 2 }

// lostNames gathers names without a profile by their keys.
type lostNames map[string]*lost

func (names lostNames) note(n *note, art int32) {
	l := names[n.key]
	if l == nil {
		l = &lost{key: n.key, spellings: map[string]int{}, many: n.many}
		names[n.key] = l
	}
	l.spellings[n.name]++
	l.all = addLast(l.all, art)
	switch n.field {
	case inSubject:
		l.about = addLast(l.about, art)
	case inOrg:
		l.naming = addLast(l.naming, art)
	}
}

func addLast(list []int32, n int32) []int32 {
	if k := len(list); k == 0 || list[k-1] != n {
		return append(list, n)
	}
	return list
}

// resolveArticle finds out whose each claim of an article is: the article's
// own `names` first, then its fuller form of a surname, then the profile of
// that name. It is a function of the article and of the names of all profiles.
func (m *merge) resolveArticle(a *Article) ([]Use, heard) {
	uses := make([]Use, len(a.Claims))
	var h heard
	an := &articleNames{told: m.names.told(a.Article, m.ids)}
	for i := range a.Claims {
		uses[i].Claim = &a.Claims[i]
		m.resolveClaim(&uses[i], int32(i), an, &h, a.Claims)
	}
	return uses, h
}

func (m *merge) resolveClaim(u *Use, at int32, an *articleNames, h *heard, claims []claim.Claim) {
	c := u.Claim
	l := lesson{typ: c.Type, bare: c.Role() == "" && c.Place() == ""}
	u.Subject, l.subject = m.find(h, note{m.inArticle(an, c.Subject(), claims, m.resolver.subject), c.Subject(), at, inSubject})
	if c.Org() != "" {
		u.Org, l.org = m.find(h, note{m.inArticle(an, c.Org(), nil, m.resolver.org), c.Org(), at, inOrg})
		l.member = u.Org != ""
	}
	if c.Object() != "" {
		look := m.resolver.subject
		if c.Type == claim.Family {
			look = m.resolver.person
		}
		u.Object, _ = m.find(h, note{m.inArticle(an, c.Object(), claims, look), c.Object(), at, inObject})
	}
	if l.org != "" {
		l.seated = an.seated(c, claims)
	}
	if l.subject != "" || l.org != "" {
		h.lessons = append(h.lessons, l)
	}
}

// find turns what was found into a Ref, or takes the name down as lost, and
// gives its key.
func (m *merge) find(h *heard, n note) (Ref, string) {
	switch {
	case m.names.hidden[n.ref], n.key == none && n.ref == "", n.key == "":
		return "", ""
	case n.ref != "":
		return n.ref, ""
	}
	h.notes = append(h.notes, n)
	return "", n.key
}

// gather puts together what all articles say of names without a profile; the
// articles are given in the order of their ids.
func gather(order []int32, all []heard) lostNames {
	names := lostNames{}
	for _, art := range order {
		for i := range all[art].notes {
			names.note(&all[art].notes[i], art)
		}
	}
	for _, art := range order {
		for i := range all[art].lessons {
			l := &all[art].lessons[i]
			subject, org := names[l.subject], names[l.org]
			if subject != nil {
				subject.learn(l, org)
			}
			if org != nil {
				org.learnParty(l)
			}
		}
	}
	for _, l := range names {
		if l.body && l.elected && !l.person {
			l.party += 2 // no person has members, and no club is voted in
		}
	}
	return names
}

// inArticle looks a name up as one article means it. claims are given where a
// single word may be somebody's surname.
func (m *merge) inArticle(an *articleNames, name string, claims []claim.Claim, look func(string) found) found {
	f := look(name)
	if len(an.told) > 0 {
		if told, ok := an.told[f.key]; ok {
			return told
		}
	}
	if claims != nil && f.key != "" && !strings.Contains(f.key, " ") && !m.isParty(f) {
		if full := m.resolver.fuller(an, f.key, claims); full != "" {
			return m.inArticle(an, full, nil, look)
		}
	}
	return f
}

// isParty tells that a single word is a party's name and not a surname.
func (m *merge) isParty(f found) bool {
	return f.ref != "" && !f.ref.IsPerson() || slices.ContainsFunc(f.many, func(r Ref) bool { return !r.IsPerson() })
}

// publicKinds are the claims that make somebody a public person.
var publicKinds = map[claim.Type]bool{
	claim.Position: true, claim.Appointment: true, claim.Election: true, claim.Defeat: true, claim.Candidacy: true,
	claim.Resignation: true, claim.Dismissal: true, claim.Joined: true, claim.Left: true,
}

// personal are the claims that are made about people alone.
var personal = map[claim.Type]bool{
	claim.Position: true, claim.Appointment: true, claim.Resignation: true, claim.Joined: true, claim.Birth: true, claim.Death: true,
	claim.Education: true, claim.Family: true, claim.Residence: true,
}

// learn takes down what a claim says of the one it is about.
func (l *lost) learn(c *lesson, org *lost) {
	l.public = l.public || publicKinds[c.typ] || c.typ == claim.Membership && c.member
	if c.typ == claim.Membership && org != nil && !slices.Contains(l.memberOf, org) {
		l.memberOf = append(l.memberOf, org)
	}
	l.elected = l.elected || c.typ == claim.Election
	l.person = l.person || personal[c.typ]
	if c.typ == claim.Election && c.bare {
		l.party++
	}
	if l.party < 2 && hasPartyWord(l.key) {
		l.party = 2
	}
}

// learnParty takes down what a claim that names an organisation says of it.
func (l *lost) learnParty(c *lesson) {
	switch c.typ {
	case claim.Membership, claim.Joined, claim.Left:
		l.body = true
	case claim.Dismissal:
		l.body = l.body || c.bare
	}
	switch c.typ {
	case claim.Joined, claim.Left:
		l.party += 2
	case claim.Membership, claim.Candidacy:
		if hasPartyWord(l.key) {
			l.party += 2
		} else if c.seated || c.typ == claim.Candidacy {
			l.party++
		}
	}
}

// partyNouns are words of parties' names.
var partyNouns = wordSet(`party congress league movement front alliance labour labor conservatives conservative democrats
	democratic democrat liberals liberal greens republicans socialists socialist communists tories tory unionists coalition
	bloc mahaz tehreek tehrik jamaat jamiat dal sabha partido parti partei partito`)

// notParties are bodies whose names have such words.
var notParties = wordSet("congress us trade trades national")

func hasPartyWord(key string) bool {
	words := strings.Fields(key)
	some, other := false, false
	for _, word := range words {
		some = some || partyNouns[word]
		other = other || !notParties[word] && !smallWords[word]
	}
	return some && other
}

// seated tells that the sentence of a membership gives the member a seat or a
// candidacy as well ("Labour MP Jane Smith"): then the organisation is a party.
func (an *articleNames) seated(c *claim.Claim, claims []claim.Claim) bool {
	if c.Type != claim.Membership {
		return false
	}
	if an.seats == nil {
		an.seats = map[seat]bool{}
		for i := range claims {
			o := &claims[i]
			if (o.Type == claim.Position || o.Type == claim.Election) && slices.ContainsFunc(fold(o.Role()), func(w string) bool { return seatHeads[w] }) {
				an.seats[seat{o.Subject(), o.StartByte()}] = true
			}
		}
	}
	return an.seats[seat{c.Subject(), c.StartByte()}]
}

// seat is somebody to whom a sentence gives a seat.
type seat struct {
	subject string
	start   int
}
