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
		Types: []claim.Type{claim.Resignation},
		needs: on(Resign, Tender, Vacate, Leave, WalkOut, ResignationNoun),
		Find:  resigned,
	},
	{
		Name:  "resignation",
		Doc:   "the resignation of somebody: “after Ana Roe's resignation as mayor”",
		Types: []claim.Type{claim.Resignation},
		needs: on(ResignationNoun),
		Find:  resignations,
	},
	{
		Name:  "appointed",
		Doc:   "somebody was appointed, named, promoted, moved to a post, sworn in",
		Types: []claim.Type{claim.Appointment},
		needs: on(Appoint, Nominate, Inaugurate, SwornIn, Make, Made, Give, Go, Put, Move, Transfer, Switch, Become, AppointNoun, Bring, Take, TakeOver),
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
		if prep != &nothing && !oneOf(prep, preps) {
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
			if who >= 0 && s.who[who].kind == Org && m.org < 0 {
				m.org, m.from = who, true
				return m
			}
			k = s.mentions[w.name].last - 1
		case w.is(PostNoun), w.is(SeatNoun) && !w.is(RaceNoun):
			m.post, m.from = true, true
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
				m.orgName = s.text(span{first, k + 1})
			}
			return m
		case !w.any(&closed) && w.kind == prose.Word:
			m.from = true
		}
	}
	return m
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
	if d.Role == "" && known {
		if p, ok := s.knownPost(d.who); ok && (d.Org == "" || s.words[0].e != nil && s.publicPost(p)) {
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
	return !h.is(RoleOcc) && !h.is(RoleMemberOf) && !(h.is(RoleJob) && ro.org < 0 && ro.orgName == "" && ro.place == "" && ro.text.last-ro.text.first == 1)
}

// publicPost tells that a post is an office that one leaves with a government.
func (s *Sentence) publicPost(p post) bool {
	e := s.lex.words[p.head]
	return e != nil && e.set.has(RolePublic)
}

// resigned reads the verbs of resigning.
func resigned(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if vb.passive && !vb.is(Made) {
			continue
		}
		st := claim.Stage("effective")
		m := s.moveOf(v, From, As, Of)
		switch {
		case vb.is(Tender) && s.resignationBehind(v):
			st = "tendered"
			m = s.moveAt(s.resignationEnd(v), false)
		case vb.is(Launch) && s.resignationBehind(v) && s.words[s.resignationEnd(v)-2].is(Poss):
			st = "announced"
			m = s.moveAt(s.resignationEnd(v), false)
		case !s.leavesPost(v, &m):
			continue
		}
		for _, who := range s.doers(v) {
			if !s.person(who) {
				continue
			}
			known := !m.from || m.post || m.org >= 0 && !s.who[m.org].party || m.orgName != "" || st != "effective"
			s.addTold(claim.Resignation, who, v, func(d *draft) {
				d.Stage = st
				if d.Status == claim.Planned && st == "effective" {
					d.Stage = "announced"
				}
				if d.Status == claim.Denied {
					d.Stage = ""
				}
				if !s.sameAppointment(d, &m) {
					s.fill(d, &m, known)
				}
				d.Reason = s.reason(v)
			})
		}
	}
}

// leavesPost tells that verb v is about leaving a post.
func (s *Sentence) leavesPost(v int32, m *move) bool {
	vb := &s.verbs[v]
	party := m.role < 0 && s.party(m.org)
	if s.first(v, PartyWhip) || s.leavesRace(v) {
		return false
	}
	switch {
	case vb.is(Resign) && vb.is(Leave): // "quit"
		if vb.gerund && !m.from {
			return false
		}
		if !m.from && s.leftParty() {
			return false
		}
		return !party && (m.role >= 0 || m.org >= 0 || m.orgName != "" || m.post || !m.from && (s.subject(v) < 0 || s.heldPost(s.subject(v))))
	case vb.is(Resign) && vb.is(Weak): // "retired"
		return m.role >= 0
	case vb.is(Resign):
		return !party && (!m.from || m.role >= 0 || m.org >= 0 || m.orgName != "" || m.post)
	case vb.is(Vacate):
		return m.role >= 0 || m.post || s.first(v, OfficeNoun)
	case vb.is(Leave):
		if m.role >= 0 && vb.last < s.s.last && s.words[vb.last].is(As) || m.post {
			return true
		}
		if m.role < 0 && (m.org >= 0 && s.governing(m.org) || m.orgName != "" && s.bodyBehind(v)) {
			return s.subject(v) >= 0 && s.heldPost(s.subject(v))
		}
		return !m.from && s.thenPost(v)
	case vb.is(WalkOut):
		return m.orgName != "" && s.bodyBehind(v) || !m.from && s.appointedHere(s.subject(v))
	}
	return false
}

// leftParty tells that the article told before that somebody left or joined a
// party: "had quit" alone may be about that.
func (s *Sentence) leftParty() bool {
	for i := s.lately(); i < len(s.drafts); i++ {
		if t := s.drafts[i].Type; t == claim.Left || t == claim.Joined {
			return true
		}
	}
	return false
}

// governing tells that an organisation is a government, a cabinet, a ministry.
func (s *Sentence) governing(id int32) bool {
	for _, w := range s.who[id].words {
		if e := s.lex.words[w]; e != nil && e.set.has(OrgGovernment) {
			return true
		}
	}
	return false
}

// bodyBehind tells that the first body behind verb v is a government or a board.
func (s *Sentence) bodyBehind(v int32) bool {
	for k := s.verbs[v].last; k < s.verbs[v].end; k++ {
		if w := &s.words[k]; w.is(OrgHead) {
			return w.is(OrgGovernment) || w.is(OrgPublic) || w.is(OrgLegislature)
		}
	}
	return false
}

// thenPost tells that the subject of v is described by a post that is over:
// "its then director, NAME, left".
func (s *Sentence) thenPost(v int32) bool {
	who := s.subject(v)
	for i := range s.roles {
		ro := &s.roles[i]
		if ro.last > s.verbs[v].first || ro.holder < 0 || s.resolve(ro.holder) != who {
			continue
		}
		for k := ro.first; k < ro.head; k++ {
			if s.words[k].is(Then) {
				return true
			}
		}
	}
	return false
}

// appointedHere tells that the sentence told of an appointment of the person.
func (s *Sentence) appointedHere(who int32) bool {
	for i := s.fired; i < len(s.drafts); i++ {
		if s.drafts[i].Type == claim.Appointment && s.drafts[i].who == who {
			return true
		}
	}
	return false
}

// sameAppointment gives a resignation that names no post the one to which the
// sentence said that the person had been appointed.
func (s *Sentence) sameAppointment(d *draft, m *move) bool {
	if m.from {
		return false
	}
	for i := len(s.drafts) - 1; i >= s.fired; i-- {
		if o := &s.drafts[i]; o.Type == claim.Appointment && o.who == d.who {
			d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			return true
		}
	}
	return false
}

// resignationBehind tells that "resignation" or "papers" is what verb v tenders.
func (s *Sentence) resignationBehind(v int32) bool {
	for k := s.verbs[v].last; k < min(s.verbs[v].last+4, s.s.last); k++ {
		if s.words[k].is(ResignationNoun) && !s.words[k].is(Weak) {
			return k == s.verbs[v].last || !s.words[k-1].is(Of)
		}
	}
	return false
}

// resignationEnd gives the place behind the noun of a resignation.
func (s *Sentence) resignationEnd(v int32) int32 {
	k := s.verbs[v].last
	for k < s.s.last && !s.words[k].is(ResignationNoun) {
		k++
	}
	return min(k+1, s.s.last)
}

// heldPost tells that the article called the person by a post.
func (s *Sentence) heldPost(who int32) bool { return who >= 0 && len(s.who[who].posts) > 0 }
