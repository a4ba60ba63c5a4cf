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

// mention is one place of a name without a profile.
type mention struct {
	use   *Use
	art   int32
	field field
}

// lost is a name that is no profile's, or that of several.
type lost struct {
	key       string
	spellings map[string]int
	about     []int32 // the articles that make claims about it, ascending
	naming    []int32 // the articles that name it as an organisation
	many      []Ref   // the profiles that it could be
	mentions  []mention
	public    bool    // a claim of a public kind is about it
	memberOf  []*lost // organisations without a profile of which it is said to be a member
	party     int     // what speaks for its being a party: 2 is enough
	stub      Ref
}

func (l *lost) isParty() bool { return l.party >= 2 }

// lostNames gathers names without a profile by their keys.
type lostNames map[string]*lost

func (names lostNames) note(f found, name string, mn mention) *lost {
	l := names[f.key]
	if l == nil {
		l = &lost{key: f.key, spellings: map[string]int{}, many: f.many}
		names[f.key] = l
	}
	l.spellings[name]++
	l.mentions = append(l.mentions, mn)
	switch mn.field {
	case inSubject:
		l.about = addLast(l.about, mn.art)
	case inOrg:
		l.naming = addLast(l.naming, mn.art)
	}
	return l
}

func addLast(list []int32, n int32) []int32 {
	if k := len(list); k == 0 || list[k-1] != n {
		return append(list, n)
	}
	return list
}

// resolve finds out whose each claim is: the article's own `names` first, then
// its fuller form of a surname, then the profile of that name.
func (m *merge) resolve() ([][]Use, lostNames) {
	total := 0
	for i := range m.in.Articles {
		total += len(m.in.Articles[i].Claims)
	}
	all := make([]Use, total)
	uses := make([][]Use, len(m.in.Articles))
	names := lostNames{}
	for i := range m.in.Articles {
		a := &m.in.Articles[i]
		an := &articleNames{told: m.names.told(a.Article, m.ids)}
		n := len(a.Claims)
		uses[i], all = all[:n:n], all[n:]
		for j := range a.Claims {
			u := &uses[i][j]
			u.Claim = &a.Claims[j]
			m.resolveClaim(u, int32(i), an, names)
		}
	}
	return uses, names
}

func (m *merge) resolveClaim(u *Use, art int32, an *articleNames, names lostNames) {
	c := u.Claim
	claims := m.in.Articles[art].Claims
	var subject, org *lost
	u.Subject, subject = m.find(names, mention{u, art, inSubject}, c.Subject, m.inArticle(an, c.Subject, claims, m.resolver.subject))
	if c.Org != "" {
		u.Org, org = m.find(names, mention{u, art, inOrg}, c.Org, m.inArticle(an, c.Org, nil, m.resolver.org))
	}
	if c.Object != "" {
		look := m.resolver.subject
		if c.Type == claim.Family {
			look = m.resolver.person
		}
		u.Object, _ = m.find(names, mention{u, art, inObject}, c.Object, m.inArticle(an, c.Object, claims, look))
	}
	if subject != nil {
		subject.learn(c, u.Org, org)
	}
	if org != nil {
		org.learnParty(c, an.seated(c, claims))
	}
}

// find turns what was found into a Ref, or takes the name down as lost.
func (m *merge) find(names lostNames, mn mention, name string, f found) (Ref, *lost) {
	switch {
	case m.names.hidden[f.ref], f.key == none && f.ref == "", f.key == "":
		return "", nil
	case f.ref != "":
		return f.ref, nil
	}
	return "", names.note(f, name, mn)
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
		if full := an.fuller(f.key, claims); full != "" {
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

// learn takes down what a claim says of the one it is about.
func (l *lost) learn(c *claim.Claim, org Ref, orgLost *lost) {
	l.public = l.public || publicKinds[c.Type] || c.Type == claim.Membership && org != ""
	if c.Type == claim.Membership && orgLost != nil && !slices.Contains(l.memberOf, orgLost) {
		l.memberOf = append(l.memberOf, orgLost)
	}
	if c.Type == claim.Election && c.Role == "" && c.Place == "" {
		l.party++
	}
	if l.party < 2 && hasPartyWord(l.key) {
		l.party = 2
	}
}

// learnParty takes down what a claim that names an organisation says of it.
func (l *lost) learnParty(c *claim.Claim, seated bool) {
	switch c.Type {
	case claim.Joined, claim.Left:
		l.party += 2
	case claim.Membership, claim.Candidacy:
		if hasPartyWord(l.key) {
			l.party += 2
		} else if seated || c.Type == claim.Candidacy {
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
	return slices.ContainsFunc(claims, func(o claim.Claim) bool {
		if o.Type != claim.Position && o.Type != claim.Election || o.Subject != c.Subject || o.StartByte != c.StartByte {
			return false
		}
		return slices.ContainsFunc(fold(o.Role), func(w string) bool { return seatHeads[w] })
	})
}
