package extract

import (
	"profilegen/generator/claim"
)

// appointed reads who was appointed to what.
func appointed(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		switch {
		case vb.is(SwornIn) || vb.is(Inaugurate):
			s.appoints(v, claim.SwornIn)
		case vb.is(Chooses) && s.choosesLeader(v) >= 0: // an election
		case vb.is(Nominate):
			s.appoints(v, claim.Nominated)
		case vb.is(Appoint):
			s.appoints(v, claim.Named)
		case vb.is(Make) && (vb.passive || s.person(s.object(v))), vb.is(Bring) && (vb.passive || s.person(s.object(v))):
			s.appoints(v, claim.Named)
		case vb.is(Move) || vb.is(Transfer) || vb.is(Switch):
			if vb.passive || s.person(s.objectPerson(v)) || s.person(s.subject(v)) && s.fieldFrom(v) {
				s.movesTo(v)
			} else if s.person(s.subject(v)) {
				s.movesToMinistry(v)
			}
		case vb.is(Confirm) && vb.passive && vb.last < s.s.last && s.words[vb.last].is(As): // "was confirmed as minister"
			s.appoints(v, claim.Named)
		case vb.is(Confirm) && !vb.passive && s.voting(s.subject(v)) && s.person(s.objectPerson(v)):
			s.appoints(v, claim.Named)
		case vb.is(Give) && vb.passive:
			s.given(v)
		case vb.is(Go) && vb.finite && !vb.passive:
			s.goesTo(v)
		case vb.is(Become) && !vb.passive:
			s.becomes(v)
		case vb.is(Be) && vb.finite && !vb.negated && !vb.conditional:
			s.appointees(v)
		case (vb.is(Join) || vb.is(Enter)) && !vb.passive && s.person(s.subject(v)) && s.joinsGovernment(v):
			if k := s.postAs(vb.last); k >= 0 {
				s.appoint(s.subject(v), v, claim.Named, &move{role: k, org: -1})
			}
		case vb.is(TakeOver) && !vb.passive:
			s.takesOver(v)
		case vb.is(Take) && !vb.passive && s.first(v, PostNoun):
			if k := s.postOfBehind(v); k >= 0 {
				for _, who := range s.doers(v) {
					s.appoint(who, v, claim.Named, &move{role: k, org: -1})
				}
			}
		case vb.is(Take) && s.first(v, Oath):
			k := vb.last
			for k < s.s.last && !s.words[k].is(Oath) {
				k++
			}
			if m := s.moveAt(min(k+1, s.s.last), false); m.role >= 0 || !m.from && !s.otherBecame(v) {
				for _, who := range s.doers(v) {
					s.appoint(who, v, claim.SwornIn, &m)
				}
			}
		}
	}
	s.nominal(AppointNoun, claim.Appointment, claim.Named)
}

// appoints reads "was appointed minister", "named NAME chair".
func (s *Sentence) appoints(v int32, st claim.Stage) {
	vb := &s.verbs[v]
	list := s.doers(v)
	k := s.roleDirectly(v)
	if !vb.passive {
		if st == claim.SwornIn && s.object(v) < 0 {
			return
		}
		list = []int32{s.objectPerson(v)}
		if k = s.roleFor(v); k < 0 && !s.heirBehind(v) && !(int(v)+1 < len(s.verbs) && s.verbs[v+1].infinitive && s.verbs[v+1].gov == v) {
			return
		}
	}
	if next := v + 1; k < 0 && int(next) < len(s.verbs) && s.verbs[next].infinitive && s.verbs[next].gov == v && !s.verbs[next].is(Replace) && !s.verbs[next].is(Succeed) && !s.verbs[next].is(Fill) { // "chosen to be clerk", "to lead the board"
		s.appointsTo(list, v, next, st)
		return
	}
	if h := s.heirPost(v); h >= 0 {
		s.hadPost(v, h)
		if k < 0 && len(list) == 1 {
			s.appoint(list[0], v, st, &move{role: h, org: -1})
			return
		}
	}
	if k < 0 && len(list) == 1 && !vb.passive && s.asReplacement(list[0], v, st) {
		return
	}
	loose := vb.is(Name) || vb.is(Nominate) || vb.is(Make) || vb.is(Bring)
	if loose && !(k < 0 && vb.passive && s.toCourt(v)) && (k < 0 || vb.passive && s.roleDirectly(v) < 0) {
		return
	}
	if k >= 0 && s.words[s.roles[k].head].is(RoleCandidate) {
		return
	}
	if posts := s.respective(k, len(list)); posts != nil {
		for i, who := range list {
			s.appoint(who, v, st, &move{role: posts[i], org: -1})
		}
		return
	}
	if k >= 0 && s.roles[k].plural && len(list) < 2 && st != claim.SwornIn {
		return
	}
	var m move
	m.role, m.org = k, -1
	if k < 0 {
		m = s.moveOf(v, To, As, In)
		if m.role < 0 && !m.from && vb.passive && st == claim.Named && len(list) == 1 && s.dated(v) && s.bareBehind(v) {
			s.appointedThen(list[0], v)
			return
		}
		if m.role < 0 && m.org < 0 && m.orgName == "" && st != claim.SwornIn {
			return
		}
	}
	for _, who := range list {
		s.appoint(who, v, st, &m)
	}
	if k >= 0 && len(list) == 1 {
		s.gapped(k, func(who, role int32) { s.appoint(who, v, st, &move{role: role, org: -1}) })
	}
}

// appointees reads a list of people with their fields: "Those sworn in are NAME
// (Works), NAME (Health)".
func (s *Sentence) appointees(v int32) {
	vb := &s.verbs[v]
	if vb.subject < 0 || s.phrases[vb.subject].who >= 0 {
		return
	}
	var st claim.Stage
	for k := s.phrases[vb.subject].first; k < vb.first; k++ {
		switch w := &s.words[k]; {
		case w.is(SwornIn):
			st = claim.SwornIn
		case w.is(Appoint):
			st = claim.Named
		case w.is(Nominate):
			st = claim.Nominated
		}
	}
	if st == claim.None {
		return
	}
	for k := vb.last; k < s.s.last; k++ {
		id := s.words[k].name
		if id < 0 || s.mentions[id].first != k {
			continue
		}
		open := s.mentions[id].last
		end := open + 1
		for end < min(s.s.last, open+6) && s.words[end].mark != ')' {
			end++
		}
		if open >= s.s.last || s.words[open].mark != '(' || end >= s.s.last || s.words[end].mark != ')' {
			continue
		}
		s.add(claim.Appointment, s.resolve(id), func(d *draft) {
			d.Stage, d.Role = st, s.text(span{open + 1, end})
			d.fired = append(d.fired, used{"verb", vb.span}, used{"role", span{open + 1, end}})
		})
	}
}

// appointsTo reads "nominated NAME to be envoy", "was chosen to lead the board".
func (s *Sentence) appointsTo(list []int32, v, next int32, st claim.Stage) {
	nv := &s.verbs[next]
	m := move{role: -1, org: -1}
	role := ""
	switch {
	case nv.is(Be) || nv.is(Become) || nv.is(Serve):
		if m.role = s.roleDirectly(next); m.role < 0 || s.words[s.roles[m.role].head].is(RoleCandidate) {
			return
		}
	case nv.is(Lead) && !nv.is(Run):
		o, name := s.ledBody(next)
		if name == "" {
			return
		}
		m.org, m.orgName, role = o, name, s.lex.grammar.word("leader")
		if nv.is(Head) {
			role = s.lex.grammar.word("head")
		}
	default:
		return
	}
	for _, who := range list {
		n := len(s.drafts)
		s.appoint(who, v, st, &m)
		if len(s.drafts) > n && role != "" {
			s.drafts[n].Role = role
		}
	}
}

// appoint makes one appointment.
func (s *Sentence) appoint(who, v int32, st claim.Stage, m *move) {
	if !s.person(who) || m.role >= 0 && !s.office(m.role) {
		return
	}
	if how, ok := s.told(v); ok && how.status == claim.Asserted && m.role >= 0 && st != claim.Nominated {
		if ro := &s.roles[m.role]; s.counts(ro) {
			s.remind(who, post{head: s.words[ro.head].e.lemma, e: s.words[ro.head].e, text: s.roleText(ro), org: s.bodyOf(ro), place: ro.place, public: s.words[ro.head].is(RolePublic)})
		}
	}
	s.addTold(claim.Appointment, who, v, func(d *draft) {
		d.Stage = st
		switch {
		case m.role >= 0:
			if s.setRole(d, m.role); s.roles[m.role].plural {
				d.Role = s.singular(d.Role)
			}
		case st == claim.SwornIn && s.replaces(d, v):
		case st == claim.SwornIn && s.appointedTo(d):
		default:
			s.fill(d, m, st == claim.SwornIn)
		}
		if d.Org == "" && d.Place == "" && s.who[who].org >= 0 && m.role >= 0 && s.words[s.roles[m.role].head].is(RoleParty) {
			d.Org = s.who[s.who[who].org].name
		}
	})
}

// roleFor gives the post behind the person whom an active verb appoints; that of
// a title in front of the name is the one that the person had before.
func (s *Sentence) roleFor(v int32) int32 {
	vb := &s.verbs[v]
	from := vb.last
	for k := vb.last; k < vb.end; k++ {
		if id := s.words[k].name; id >= 0 && s.person(s.resolve(id)) {
			from = s.mentions[id].last
			if k > vb.last && s.words[s.mentions[id].full-1].comma() && from < vb.end && s.words[from].comma() { // "appointed her secretary, NAME, as envoy"
				from++
			}
			break
		}
		if s.words[k].is(Pron) && s.words[k].is(ObjectForm) && s.roleFrom(k) < 0 {
			from = k + 1
			break
		}
	}
	for i := range s.roles {
		ro := &s.roles[i]
		if ro.head < vb.last || ro.head >= vb.end || ro.title && ro.holder >= 0 || ro.plural {
			continue
		}
		if ro.first >= from || s.words[max(ro.first-1, s.s.first)].is(As) { // "appointed as mayor NAME"
			for k := from; k < ro.first; k++ {
				if w := &s.words[k]; w.comma() || w.is(And) || w.is(Prep) && !w.is(As) && !w.is(To) {
					return -1
				}
			}
			return int32(i)
		}
	}
	return -1
}

// movesTo reads "moving NAME to the treasury", "was switched to health".
func (s *Sentence) movesTo(v int32) {
	vb := &s.verbs[v]
	who := s.subject(v)
	if o := s.objectPerson(v); !vb.passive && s.person(o) {
		who = o
	}
	for k := vb.last; k+1 < vb.end; k++ {
		if !s.words[k].is(To) {
			continue
		}
		k++
		if s.words[k].is(The) {
			k++
		}
		if k >= s.s.last {
			return
		}
		if i := s.roleFrom(k); i >= 0 {
			s.appoint(who, v, claim.Named, &move{role: i, org: -1})
			return
		}
		s.portfolio(who, v, k)
		return
	}
}

// fieldFrom tells of "from health" behind a verb.
func (s *Sentence) fieldFrom(v int32) bool {
	for k := s.verbs[v].last; k+1 < s.verbs[v].end; k++ {
		if s.words[k].is(From) && s.words[k+1].is(Field) && s.words[k+1].name < 0 {
			return true
		}
	}
	return false
}
