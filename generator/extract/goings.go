package extract

import "profilegen/generator/claim"

// goingRules read departures of a reshuffle that no verb of resigning tells.
var goingRules = []Rule{
	{
		Name:  "out-goes",
		Doc:   "who leaves, told the other way round: “Out goes the works minister, Ana Roe”, “Also leaving is Tom Pell”",
		Types: []claim.Type{claim.Dismissal, claim.Resignation},
		needs: on(OutGo, Leave, Depart),
		Find:  outGoes,
	},
	{
		Name:  "backbenches",
		Doc:   "somebody goes back to where those without an office sit",
		Types: []claim.Type{claim.Resignation},
		needs: on(Backbench),
		Find:  backbenches,
	},
}

// outGoes reads "Out go the works minister, NAME, and NAME, the leader of the
// house", "Also leaving the government is the works minister NAME".
func outGoes(s *Sentence) {
	if k := s.s.first; k+1 < s.s.last && s.words[k].is(OutGo) && s.words[k+1].is(Go) {
		end := k + 2
		for end < s.s.last && !s.words[end].is(Sub) && s.words[end].mark != ';' {
			end++
		}
		for j := range s.roles {
			ro := &s.roles[j]
			if ro.last > end || ro.holder < 0 || ro.plural || !s.office(int32(j)) {
				continue
			}
			s.add(claim.Dismissal, s.resolve(ro.holder), func(d *draft) {
				s.setRole(d, int32(j))
				d.fired = append(d.fired, used{"verb", span{k, k + 2}})
			})
		}
	}
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if (vb.is(Leave) || vb.is(Depart)) && vb.gerund && i+1 < len(s.verbs) && (vb.subject < 0 || s.phrases[vb.subject].first >= vb.last) {
			s.leavingIs(v)
		}
	}
}

// leavingIs reads "Also leaving the government is NAME".
func (s *Sentence) leavingIs(v int32) {
	be := &s.verbs[v+1]
	if !be.is(Be) || !be.finite || be.object < 0 || be.tense == futureTense {
		return
	}
	who := s.phrases[be.object].who
	if !s.person(who) {
		return
	}
	m := s.moveOf(v, From, As)
	if s.party(m.org) {
		return
	}
	s.add(claim.Resignation, who, func(d *draft) {
		d.Stage = claim.Effective
		for j := range s.roles {
			if ro := &s.roles[j]; ro.holder >= 0 && s.resolve(ro.holder) == who && s.counts(ro) && d.Role == "" {
				s.setRole(d, int32(j))
			}
		}
		if d.Role == "" {
			s.fill(d, &m, true)
		}
		d.fired = append(d.fired, used{"verb", s.verbs[v].span})
	})
}

// backbenches reads "returned to the backbenches", "asked to return to".
func backbenches(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Return) && !vb.is(Go) || vb.passive || !s.benchBehind(v) {
			continue
		}
		who := s.subject(v)
		teller := v
		if vb.infinitive && vb.gov >= 0 && s.verbs[vb.gov].is(Ask) && !s.verbs[vb.gov].passive {
			teller = vb.gov
			who = s.subject(teller)
		}
		if p, ok := s.knownPost(who); !s.person(who) || !ok || !p.public {
			continue
		}
		s.addTold(claim.Resignation, who, teller, func(d *draft) {
			d.Stage = claim.Effective
			if d.ahead {
				d.Stage = claim.Announced
			}
			p, _ := s.knownPost(who)
			d.Role, d.Org, d.Place = p.text, s.orgName(p.org), p.place
		})
	}
}

// benchBehind tells of "to the backbenches" right behind a verb.
func (s *Sentence) benchBehind(v int32) bool {
	vb := &s.verbs[v]
	k := vb.last
	for n := 0; n < 4 && k < s.s.last; n++ {
		w := &s.words[k]
		if w.is(Backbench) {
			return true
		}
		if !w.is(To) && !w.is(The) && !w.is(Adv) && !w.is(Poss) {
			return false
		}
		k++
	}
	return false
}
