package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// moveRules read how people come to posts and parties, and how they go.
var moveRules = []Rule{
	{
		Name:  "resigned",
		Doc:   "somebody resigned, quit, stepped down, tendered a resignation",
		Types: []claim.Type{claim.Resignation, claim.Position, claim.Membership},
		needs: on(Resign, Tender, Vacate, Leave, WalkOut, Withdraw, ResignationNoun),
		Find:  resigned,
	},
	{
		Name:  "resignation",
		Doc:   "the resignation of somebody: “after Ana Roe's resignation as mayor”",
		Types: []claim.Type{claim.Resignation, claim.Left},
		needs: on(ResignationNoun),
		Find:  resignations,
	},
	{
		Name:  "appointed",
		Doc:   "somebody was appointed, named, promoted, moved to a post, sworn in",
		Types: []claim.Type{claim.Appointment, claim.Position},
		needs: on(Appoint, Nominate, Inaugurate, SwornIn, Make, Made, Give, Go, Put, Move, Transfer, Switch, Become, AppointNoun, Bring, Take, TakeOver, Join, Enter, Confirm),
		Find:  appointed,
	},
	{
		Name:  "dismissed",
		Doc:   "somebody was sacked, removed, expelled, suspended",
		Types: []claim.Type{claim.Dismissal},
		needs: on(Dismiss, Drop, Strip, DismissNoun, PartyWhip, PostNoun),
		Find:  dismissed,
	},
	{
		Name:  "joined-left",
		Doc:   "somebody joined or left a party",
		Types: []claim.Type{claim.Joined, claim.Left},
		needs: on(Join, Leave, Defect, Left, Resign, Switch, Abandon, WalkOut, Part, Become, DefectionNoun, Go, Move),
		Find:  joinedLeft,
	},
}

// move is what a verb of going or coming tells about the post.
type move struct {
	role int32 // the post that the words name, -1
	// org is the body that "from" or the object names, orgName where it is no
	// name; party tells that it is a party.
	org     int32
	orgName string
	// post: "the post", "office": the one that the article told of.
	post bool
	// field is what "the education portfolio" is about.
	field span
	// from: the words name a thing that is left, whatever it is.
	from bool
}

// moveOf reads what stands behind verb v: "as minister", "from the board",
// "from the post of clerk", "the cabinet".
func (s *Sentence) moveOf(v int32, preps ...Class) move {
	m := move{role: -1, org: -1}
	vb := &s.verbs[v]
	if k := s.roleDirectly(v); k >= 0 && !s.roles[k].plural {
		m.role = k
		for i := vb.last; i < s.roles[k].first; i++ {
			m.post = m.post || s.words[i].is(PostNoun)
		}
		return m
	}
	prep, di := &nothing, 0
	from := vb.last
	if o := vb.object; !vb.passive && o >= 0 && s.person(s.phrases[o].who) { // "dismissed NAME from the board"
		from = max(from, s.phrases[o].last)
	}
	for k := from; k < vb.end; k++ {
		w := &s.words[k]
		for di < len(s.dates) && s.dates[di].last <= k {
			di++
		}
		if di < len(s.dates) && s.dates[di].first <= k && k < s.dates[di].last {
			prep = &none0
			continue
		}
		if w.kind == prose.Stop || w.kind == prose.Open || w.mark == ':' || w.mark == ';' || w.is(Sub) && !w.is(Prep) || w.is(Rel) {
			break
		}
		if w.comma() && (m.from || k > from) {
			break
		}
		if w.is(Prep) || w.is(Of) || w.is(To) {
			if m.from && !m.post {
				return m
			}
			prep = w
			if w.is(Of) && !m.post && k != from { // "over the cost of the quay"
				prep = &none0
			}
			continue
		}
		if prep != &nothing && !oneOf(prep, preps) && !(m.post && prep.is(Of)) {
			continue
		}
		if i := s.roleFrom(k); i >= 0 && s.roles[i].last < s.s.last && s.words[s.roles[i].last].name >= 0 && s.owner(s.words[s.roles[i].last].name) { // "from President NAME's cabinet"
			k = s.mentions[s.words[s.roles[i].last].name].last
			continue
		}
		if i := s.roleFrom(k); i >= 0 && !(s.roles[i].title && s.roles[i].holder >= 0) {
			if !s.roles[i].plural && m.role < 0 && !s.words[s.roles[i].head].is(RoleCandidate) {
				m.role = i
			}
			m.from = true
			return m
		}
		switch {
		case w.name >= 0:
			who := s.resolve(w.name)
			if end := s.bodyEnd(w.name); end > 0 && !s.party(who) && !s.person(who) { // "the Hesk city council"
				m.orgName, m.from = s.text(span{s.mentions[w.name].first, end}), true
				return m
			}
			if who >= 0 && s.who[who].kind == Org && m.org < 0 {
				m.org, m.from = who, true
				return m
			}
			k = s.mentions[w.name].last - 1
		case w.is(PostNoun), w.is(SeatNoun) && !w.is(RaceNoun):
			m.post, m.from = true, true
			if first := s.nounStart(k); first < k && w.is(PostNoun) && s.words[k-1].is(Field) {
				m.field = span{first, k}
			}
		case w.is(OrgHead) && (!w.is(Weak) || w.is(OrgGovernment)):
			m.from = true
			if s.followed(k + 1) { // "government house"
				return m
			}
			if id, ok := s.definiteOrg(k); ok {
				m.org = id
			} else if !w.is(OrgParty) {
				first := k
				for first > vb.last && (s.words[first-1].is(RoleMod) || s.words[first-1].is(Field) || s.words[first-1].is(Demonym)) {
					first--
				}
				if id := s.words[first-1].name; id >= 0 && first > vb.last && !s.person(s.resolve(id)) { // "the Hesk board"
					first = s.mentions[id].first
				}
				m.orgName = s.text(span{first, k + 1})
			}
			return m
		case !w.any(&closed) && w.kind == prose.Word:
			m.from = true
		}
	}
	return m
}

// owner tells that a genitive follows a mention: "NAME's cabinet".
func (s *Sentence) owner(id int32) bool {
	end := s.mentions[id].last
	return end < s.s.last && s.words[end].kind == prose.Genitive
}

// bodyEnd gives the end of the common nouns of a body behind a mention: "the Hesk
// city council"; 0 where none follows.
func (s *Sentence) bodyEnd(id int32) int32 {
	k := s.mentions[id].last
	for k < s.s.last && (s.words[k].is(RoleMod) || s.words[k].is(Field)) && !s.words[k].capital() {
		k++
	}
	if k >= s.s.last || !s.words[k].any(&bodies) || s.words[k].is(OrgParty) || s.words[k].is(Weak) || s.words[k].capital() || s.followed(k+1) {
		return 0
	}
	return k + 1
}

func oneOf(w *word, list []Class) bool {
	for _, c := range list {
		if w.is(c) {
			return true
		}
	}
	return false
}

// fill puts the post of a move into a draft; it tells whether there is one.
func (s *Sentence) fill(d *draft, m *move, known bool) bool {
	switch {
	case m.role >= 0 && !s.office(m.role):
		return false
	case m.role >= 0:
		s.setRole(d, m.role)
		if d.Place == "" && d.Org == "" {
			if p, ok := s.postLike(d.who, s.roles[m.role].head); ok {
				d.Place, d.Org = p.place, s.orgName(p.org)
			}
		}
	case m.org >= 0:
		d.Org = s.who[m.org].name
	case m.orgName != "":
		d.Org = m.orgName
	}
	if d.Role == "" && !m.field.empty() {
		d.Role = s.text(m.field)
	}
	if d.Role == "" && known {
		if p, ok := s.knownPost(d.who); ok && !(d.Type == claim.Appointment && p.e.set.has(RoleMember)) && (d.Org == "" || s.words[0].e != nil && s.publicPost(p)) {
			d.Role, d.Place = p.text, p.place
			if d.Org == "" {
				d.Org = s.orgName(p.org)
			}
		}
	}
	return d.Role != "" || d.Org != ""
}

// office tells that a post counts: an occupation, or a job at nothing that is
// named, does not.
func (s *Sentence) office(i int32) bool {
	ro := &s.roles[i]
	h := &s.words[ro.head]
	return ro.serves || !h.is(RoleOcc) && !h.is(RoleMemberOf) && !(h.is(RoleJob) && ro.org < 0 && ro.orgName == "" && ro.place == "" && ro.text.last-ro.text.first == 1)
}

// publicPost tells that a post is an office that one leaves with a government.
func (s *Sentence) publicPost(p post) bool {
	return p.e.set.has(RolePublic)
}
