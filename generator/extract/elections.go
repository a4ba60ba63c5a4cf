package extract

import "profilegen/generator/claim"

// electionRules read who won, lost or stands.
var electionRules = []Rule{
	{
		Name:  "elected",
		Doc:   "somebody was elected or re-elected, entered a parliament, won a seat",
		Types: []claim.Type{claim.Election},
		needs: on(Elect, Return, Win, Enter),
		Find:  elected,
	},
	{
		Name:  "lost",
		Doc:   "somebody lost an election or a seat, or was defeated in one",
		Types: []claim.Type{claim.Defeat},
		needs: on(Lose, Defeat),
		Find:  defeated,
	},
	{
		Name:  "stands",
		Doc:   "somebody stands, contests a seat, seeks a nomination",
		Types: []claim.Type{claim.Candidacy},
		needs: on(Contest, Stand, Run, Seek),
		Find:  stands,
	},
}

func elected(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		switch {
		case vb.is(Elect) && vb.passive, vb.is(Return) && vb.passive:
		case vb.is(Win) && (s.seatBehind(v) || s.party(who)):
		case vb.is(Enter) && !vb.gerund && s.legislature(s.object(v)):
		default:
			continue
		}
		if !s.person(who) && !s.party(who) {
			continue
		}
		if k := s.roleBehind(v); k >= 0 && s.roles[k].plural || s.party(who) && !vb.is(Win) {
			continue
		}
		dates := s.datesOf(v)
		make := func(dt *date) {
			s.addTold(claim.Election, who, v, func(d *draft) {
				d.Stage = "declared"
				if dt != nil {
					s.setDate(d, dt, d.Status == claim.Planned)
				}
				if s.party(who) {
					return
				}
				s.electedTo(d, v)
			})
		}
		if len(dates) == 0 {
			make(nil)
		}
		for _, dt := range dates {
			make(dt)
		}
	}
}

// electedTo fills in the post, the body and the seat of an election.
func (s *Sentence) electedTo(d *draft, v int32) {
	if k := s.roleDirectly(v); k >= 0 {
		s.setRole(d, k)
	}
	if d.Org == "" {
		if p := s.after(v, To); p >= 0 && s.legislature(s.phrases[p].who) {
			d.Org = s.who[s.phrases[p].who].name
		} else if o := s.object(v); s.legislature(o) {
			d.Org = s.who[o].name
		}
	}
	if d.Place == "" {
		d.Place = s.placeAfter(v, For, In)
	}
	if d.Role == "" && d.Org == "" && d.Place == "" {
		for i := range s.drafts { // "was re-elected in": the seat told before
			o := &s.drafts[i]
			if o.who == d.who && o.Type == claim.Election {
				d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
			}
		}
	}
}

func (s *Sentence) legislature(id int32) bool {
	if id < 0 || s.who[id].kind != Org {
		return false
	}
	for _, w := range nameWords(s.who[id].name) {
		if e := s.lex.words[w]; e != nil && (e.set.has(OrgLegislature) || e.set.has(OrgPublic)) {
			return true
		}
	}
	return false
}

// seatBehind tells of a seat, a constituency, an election behind verb v.
func (s *Sentence) seatBehind(v int32) bool {
	vb := &s.verbs[v]
	for k := vb.last; k < vb.end; k++ {
		if s.words[k].is(SeatNoun) || s.words[k].is(ElectionWord) {
			return true
		}
	}
	return false
}

func defeated(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := int32(-1)
		switch {
		case vb.is(Lose) && !vb.passive && s.seatBehind(v):
			who = s.subject(v)
		case vb.is(Defeat) && vb.passive && s.seatOrElection():
			who = s.subject(v)
		case vb.is(Defeat) && !vb.passive && s.seatOrElection():
			who = s.object(v)
		}
		if !s.person(who) {
			continue
		}
		s.addTold(claim.Defeat, who, v, func(d *draft) {
			if k := s.roleDirectly(v); k >= 0 {
				s.setRole(d, k)
			} else {
				s.electedTo(d, v)
				if d.Role == "" {
					for j := range s.drafts {
						if o := &s.drafts[j]; o.Type == claim.Election && j >= s.fired {
							d.Role, d.Org, d.Place = o.Role, o.Org, o.Place
							if d.On.IsZero() {
								d.On, d.When = o.On, o.When
							}
						}
					}
				}
			}
		})
	}
}

// seatOrElection tells that the sentence speaks of an election.
func (s *Sentence) seatOrElection() bool {
	return s.s.classes.has(Elect) || s.s.classes.has(SeatNoun) || s.s.classes.has(ElectionWord)
}

func stands(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if !s.person(who) || vb.passive {
			continue
		}
		next := &nothing
		if vb.last < s.s.last {
			next = &s.words[vb.last]
		}
		seat := s.seatBehind(v)
		switch {
		case vb.is(Contest) && seat:
		case (vb.is(Stand) || vb.is(Run)) && (seat && (next.is(In) || next.is(For) || next.is(At) || next.is(As)) || next.is(For) && (s.roleBehind(v) >= 0)):
		default:
			continue
		}
		s.addTold(claim.Candidacy, who, v, func(d *draft) {
			if k := s.roleBehind(v); k >= 0 && !s.words[s.roles[k].head].is(RoleCandidate) {
				s.setRole(d, k)
			}
			if d.Place == "" {
				d.Place = s.placeAfter(v, In, For)
			}
			if d.Place == "" && vb.is(Contest) && vb.object >= 0 {
				if p := &s.phrases[vb.object]; s.words[p.first].name >= 0 || p.first+1 < p.last && s.words[p.first+1].name >= 0 {
					for k := p.first; k < p.last; k++ {
						if id := s.words[k].name; id >= 0 {
							d.Place = s.names[s.mentions[id].name].text
						}
					}
				}
			}
			if d.Status == claim.Planned {
				d.Stage = "declared"
			}
		})
	}
}
