package extract

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// postRules read who holds or held which post.
var postRules = []Rule{
	{
		Name:  "title",
		Doc:   "a post before or after a name: “Harbour Minister Ana Roe”, “Ana Roe, leader of the council,”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Role),
		Find:  titles,
	},
	{
		Name:  "is-a",
		Doc:   "somebody is, was, became, served as: “Roe was mayor from 2003 to 2007”",
		Types: []claim.Type{claim.Position, claim.Membership, claim.Appointment},
		needs: on(Role),
		Find:  copulas,
	},
	{
		Name:  "led",
		Doc:   "somebody leads, led or chaired a body: “Roe has led the Reform Party since 2014”",
		Types: []claim.Type{claim.Position, claim.Membership, claim.Appointment},
		needs: on(Lead),
		Find:  leads,
	},
	{
		Name:  "the-post",
		Doc:   "a description that plainly takes up a person just named: “The mayor said”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Role),
		Find:  descriptions,
	},
}

func titles(s *Sentence) {
	for i := range s.roles {
		ro := &s.roles[i]
		who := int32(-1)
		if ro.holder >= 0 {
			who = s.resolve(ro.holder)
		} else if ro.first == s.s.first && !ro.plural && (!ro.definite || ro.org >= 0 && !ro.itsParty) && s.opensWith(ro) {
			who = s.mainSubject() // "A former minister, NAME was …"
		}
		if !s.person(who) {
			continue
		}
		s.holds(who, ro, s.ownTerm(ro))
	}
}

// bare tells that nothing with a capital stands before a post that could say of
// what it is: "Leader NAME", but not "Commons leader NAME".
func (s *Sentence) bare(ro *role) bool {
	b := ro.first - 1
	return b < s.s.first || s.words[b].name < 0 && !s.words[b].capital()
}

// opensWith tells that a post is what a sentence opens with, a place and a time
// behind it: "Reform's secretary in Marl from 1992, she".
func (s *Sentence) opensWith(ro *role) bool {
	k := ro.last
	if ro.definite && k < s.s.last && s.words[k].comma() {
		return false // the name in apposition, or nobody
	}
	for n := 0; n < 7 && k < s.s.last && !s.words[k].comma(); n++ {
		if w := &s.words[k]; w.kind != prose.Word && w.kind != prose.Number || s.verbHere(s.s, k) {
			return false
		}
		k++
	}
	return k < s.s.last && s.words[k].comma()
}

// ownTerm gives what puts the dates that follow a post directly into its draft,
// and takes them from the verb: "NAME, mayor of Marl since 1997, chairs".
func (s *Sentence) ownTerm(ro *role) func(d *draft) {
	for i := range s.dates {
		dt := &s.dates[i]
		if dt.first != ro.last || ro.title || dt.last < s.s.last && !s.words[dt.last].comma() && s.words[dt.last].kind != prose.Stop {
			continue
		}
		dt.verb = -1
		return func(d *draft) {
			s.setDate(d, dt, false)
			d.On = edtf.Date{}
			d.Former = d.Former || !d.End.IsZero() || s.words[dt.first].is(Until)
		}
	}
	if !ro.title && ro.last < s.s.last && s.words[ro.last].is(Until) { // "the treasurer until she resigned"
		return func(d *draft) { d.Former = true }
	}
	return nil
}

// holds adds the position of a description, the membership with it, and
// remembers it for "the minister".
func (s *Sentence) holds(who int32, ro *role, set func(d *draft)) {
	h := &s.words[ro.head]
	if ro.owner >= 0 && ro.holder >= 0 && !ro.title && h.is(Spokes) { // "NAME's spokesman, NAME,"
		ro.owner = -1
	}
	if ro.owner >= 0 && ro.title && (h.is(Spokes) || h.is(RoleParty) && !h.is(Vague) && (ro.text.last-ro.text.first > 1 || strings.IndexByte(h.e.lemma, ' ') > 0)) { // "NAME's policy director NAME"
		ro.owner = -1
	}
	if ro.owner >= 0 && !h.is(Vague) && (h.is(RolePublic) && !h.is(Clerk) || h.capital()) && (h.is(Portfolio) && ro.text.last-ro.text.first > 1 || h.is(StatePost)) { // "NAME's works minister, NAME,"
		ro.owner = -1
	}
	if ro.owner == -3 || ro.owner >= 0 {
		return
	}
	if h.is(RoleParty) && ro.org < 0 && ro.orgName == "" && ro.place == "" && ro.definite && ro.loose {
		return
	}
	if h.is(RoleParty) && ro.org < 0 && ro.orgName == "" && ro.title && ro.place == "" &&
		(ro.last-ro.first == 1 && s.index-s.partySince <= 2 && h.is(LeaderNoun) && s.bare(ro) || s.index-s.partySince <= 1 && s.saysParty(ro)) {
		ro.org = s.someParty() // "Leader NAME", "Party chairman NAME"
	}
	if h.is(RoleParty) && h.is(Portfolio) && ro.org < 0 && ro.orgName == "" && ro.title && ro.place == "" && s.index-s.orgSince == 1 && s.party(s.orgSubject) && s.who[who].org < 0 {
		ro.org = s.orgSubject // "The Reform Party is against it. Health spokesman NAME said"
	}
	if own := s.who[who].org; ro.itsParty && s.party(own) && own != ro.org && s.partySince != s.index {
		ro.org = own
	}
	s.partyOf(who, ro)
	if !s.counts(ro) || h.is(RoleMember) && ro.place != "" && ro.org < 0 && s.seated(who) {
		return
	}
	text, org := s.roleText(ro), s.roleOrg(ro)
	s.remind(who, post{head: h.e.lemma, e: h.e, text: text, org: s.bodyOf(ro), body: org, place: ro.place, former: ro.former, public: h.is(RolePublic) || h.is(RoleSeat)})
	s.add(claim.Position, who, func(d *draft) {
		d.Role, d.Org, d.Place, d.Former = text, org, ro.place, ro.former
		d.fired = append(d.fired, used{"role", ro.span})
		if set != nil {
			set(d)
		}
	})
}

// remind notes what the article has called a person, for "the minister".
func (s *Sentence) remind(who int32, p post) {
	e := &s.who[who]
	for i := range e.posts {
		if e.posts[i].text == p.text && (e.posts[i].org == p.org || p.org < 0) {
			last := len(e.posts) - 1
			e.posts[i], e.posts[last] = e.posts[last], e.posts[i]
			return
		}
	}
	if len(e.posts) == 8 {
		e.posts = append(e.posts[:0], e.posts[1:]...)
	}
	e.posts = append(e.posts, p)
}

// postWords gives the words of a post, in lower case.
func (r *reading) postWords(p *post) []string {
	if p.words == nil {
		p.words = r.nameWords(p.text)
	}
	return p.words
}

// partyOf adds the membership that a party's name in a description tells.
func (s *Sentence) partyOf(who int32, ro *role) {
	h := &s.words[ro.head]
	if ro.holder >= 0 && ro.org >= 0 && h.is(RoleParty) && s.who[ro.org].kind == Org && !s.party(ro.org) && s.lettered(ro.holder) && s.ranked(&s.mentions[s.who[ro.org].first]) {
		s.who[ro.org].party = true // a league whose leader sits in parliament
		s.noteOrg(ro.org)
	}
	if ro.org < 0 && ro.orgName != "" && h.is(RoleMember) && ro.place == "" && ro.indefinite && s.committee(ro.orgName) {
		s.add(claim.Membership, who, func(d *draft) {
			d.Org, d.Former = ro.orgName, ro.former
			d.fired = append(d.fired, used{"role", ro.span})
		})
		return
	}
	if ro.org >= 0 && h.is(RoleMember) && s.governing(ro.org) {
		return
	}
	if ro.org < 0 || !(s.party(ro.org) && (!h.is(RoleJob) || h.is(Insider) && ro.title || ro.whole != "") || s.who[ro.org].kind == Org && (h.is(RoleMember) && !s.parliament(ro.org) || h.is(RoleOcc) && !h.is(Alumnus) && !ro.title)) {
		return
	}
	if s.party(ro.org) {
		s.who[who].org = ro.org
		if ro.itsParty && s.index-s.partySince > 1 && s.index-s.otherSince < 4 { // which party is not clear
			return
		}
	}
	s.add(claim.Membership, who, func(d *draft) {
		d.Org = s.who[ro.org].name
		d.Former = ro.former && h.is(RoleMemberOf) // "a former figure in the PARTY"
		d.fired = append(d.fired, used{"role", ro.span})
	})
}

// committee tells of a body in common nouns that people are members of: a council,
// a board; the cabinet is none.
func (s *Sentence) committee(name string) bool {
	for _, w := range s.nameWords(name) {
		if e := s.lex.find(w); e != nil && (e.set.has(OrgPublic) || e.set.has(OrgUnion)) && !e.set.has(OrgGovernment) {
			return true
		}
	}
	return false
}

// seated tells that the article has given a person's seat already.
func (s *Sentence) seated(who int32) bool {
	for _, p := range s.who[who].posts {
		if p.e.set.has(RoleSeat) {
			return true
		}
	}
	return false
}

// lettered tells that the letters of a seat stand behind a name: "NAME MSP".
func (s *Sentence) lettered(m int32) bool {
	k := s.mentions[m].last
	return k < s.s.last && s.words[k].capitals() && s.words[k].is(RoleSeat)
}

// descriptions take up a person: "The MEP said" after a sentence about one
// person only.
func descriptions(s *Sentence) {
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.role < 0 || p.kind != rolePhrase {
			continue
		}
		ro := &s.roles[p.role]
		if ro.holder >= 0 || ro.plural || s.counted(ro) || !ro.definite && (p.who < 0 || s.ahead.who != p.who) {
			continue
		}
		if !ro.guessed && s.knownAs(p.who, ro) || s.complement(p.role) {
			continue
		}
		if h := &s.words[ro.head]; h.is(Vague) && (h.is(RoleElected) || h.is(RoleOcc)) && ro.org < 0 && ro.orgName == "" && ro.place == "" { // "The lawmaker"
			continue
		}
		if p.who < 0 || ro.owner != -1 || !(ro.guessed || ro.org >= 0 || ro.place != "" || ro.former || s.ahead.who == p.who) {
			continue
		}
		s.holds(p.who, ro, func(d *draft) {
			if ro.guessed && s.index > 0 { // the words that name the person carry it too
				d.words.first = s.sentences[s.index-1].first
			}
		})
	}
}

// counted tells of a post that is one of a row: "its first Republican governor".
func (s *Sentence) counted(ro *role) bool {
	for k := ro.first; k < ro.head; k++ {
		if w := &s.words[k]; w.is(Ordinal) && !w.capital() && (k+1 < ro.head || !w.is(First) && s.words[ro.head].is(RolePublic)) {
			return true
		}
	}
	return false
}

// knownAs tells that a description says less than the article has said of the
// person's post: "the former minister" of a former works minister.
func (s *Sentence) knownAs(who int32, ro *role) bool {
	if who < 0 {
		return false
	}
	own := s.nameWords(s.roleText(ro))
	for i := range s.who[who].posts {
		p := &s.who[who].posts[i]
		if p.head != s.words[ro.head].e.lemma {
			continue
		}
		if words := s.postWords(p); len(own) < len(words) && within(own, words) {
			return true
		}
	}
	return false
}
