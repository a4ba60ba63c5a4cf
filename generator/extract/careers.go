package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// careerRules read posts that a verb tells without a noun of the post, or with
// one at the sentence's start.
var careerRules = []Rule{
	{
		Name:  "as-the-post",
		Doc:   "a sentence that begins with a post: “As transport secretary since 2005 she …”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(As),
		Find:  asPost,
	},
	{
		Name:  "teaches",
		Doc:   "somebody teaches at a named school: “Roe lectured at Hesk University”",
		Types: []claim.Type{claim.Position},
		needs: on(Teach),
		Find:  teaches,
	},
	{
		Name:  "sits",
		Doc:   "somebody sits in a parliament, enters it, or speaks for a party: “Pell has sat for North Marl since 1992”",
		Types: []claim.Type{claim.Position},
		needs: on(Sit, Enter, Speak, Represent, Shadow, Serve),
		Find:  sits,
	},
	{
		Name:  "stays",
		Doc:   "somebody is kept in a post: “whether she would keep Tom Pell as clerk”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Retain),
		Find:  stays,
	},
	{
		Name:  "posts-of-several",
		Doc:   "one post before several names: “councillors Ana Roe and Tom Pell”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Role),
		Find:  several,
	},
}

// asPost reads "As leader of the council, NAME …" and "As leader she …".
func asPost(s *Sentence) {
	if !s.words[s.s.first].is(As) || len(s.roles) == 0 {
		return
	}
	ro := &s.roles[0]
	if ro.first > s.s.first+2 || ro.holder >= 0 || ro.plural || ro.indefinite || ro.negated || s.words[ro.head].is(RoleOcc) {
		return
	}
	v := int32(-1)
	for i := range s.verbs {
		if vb := &s.verbs[i]; vb.finite && !vb.subordinate && vb.frame < 0 {
			v = int32(i)
			break
		}
	}
	if v < 0 || s.verbs[v].conditional || s.verbs[v].tense == futureTense {
		return
	}
	who := s.subject(v)
	if !s.person(who) {
		return
	}
	s.holds(who, ro, func(d *draft) {
		for i := range s.dates {
			if dt := &s.dates[i]; dt.first >= ro.last && dt.first <= ro.last+1 {
				s.setDate(d, dt, false)
				if !d.On.IsZero() && d.Start.IsZero() {
					d.Start = d.On
				}
				d.On = edtf.Date{}
			}
		}
	})
}

// teaches reads "taught at", "lectures at" with a named school.
func teaches(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Teach) || vb.passive {
			continue
		}
		who := s.subject(v)
		if !s.person(who) {
			continue
		}
		for _, org := range s.bodiesAfter(v, on(At), false) {
			text := vb.e.value
			if text == "" {
				text = s.lex.grammar.word("teacher")
			}
			s.addTold(claim.Position, who, v, func(d *draft) {
				d.Role, d.Org = text, s.who[org].name
				s.term(d, v)
				d.Former = pastPost(vb, d)
			})
		}
	}
}

// sits reads seats and briefs that a verb tells.
func sits(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if vb.passive || !s.person(who) {
			continue
		}
		switch {
		case vb.is(Shadow):
			s.shadows(who, v)
		case vb.is(Speak):
			s.speaksAs(who, v)
		default:
			s.takesSeat(who, v)
		}
	}
}

// shadows reads "shadowing health and education".
func (s *Sentence) shadows(who, v int32) {
	vb := &s.verbs[v]
	for k := vb.last; k < s.s.last; k++ {
		w := &s.words[k]
		switch {
		case w.is(And), w.is(Then), w.comma(), w.is(The):
			continue
		case w.is(Field):
			from := k
			for k+1 < s.s.last && s.words[k+1].is(Field) {
				k++
			}
			text := s.lex.grammar.word("shadow") + " " + s.text(span{from, k + 1})
			s.addTold(claim.Position, who, v, func(d *draft) {
				d.Role = text
				s.term(d, v)
				d.Former = vb.tense == pastTense || vb.gerund
			})
			continue
		}
		return
	}
}

// speaksAs reads "speaks for the Greens on transport".
func (s *Sentence) speaksAs(who, v int32) {
	org, topic := int32(-1), ""
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.prep < s.verbs[v].last || p.prep >= s.verbs[v].end {
			continue
		}
		if s.words[p.prep].is(For) && s.party(p.who) {
			org = p.who
		} else if s.words[p.prep].is(On) && s.words[p.first].is(Field) {
			topic = s.text(p.span) + " "
		}
	}
	if org < 0 {
		return
	}
	s.addTold(claim.Position, who, v, func(d *draft) {
		d.Role, d.Org = topic+s.lex.grammar.word("spokesman"), s.who[org].name
		s.term(d, v)
		d.Former = pastPost(&s.verbs[v], d)
	})
}

// takesSeat reads "entered Parliament", "sat for North Marl", "sat in the assembly".
func (s *Sentence) takesSeat(who, v int32) {
	vb := &s.verbs[v]
	house, org, place := "", "", ""
	member, inHouse, prep := false, false, &nothing
	for k := vb.last; k < min(vb.end, vb.last+7); k++ {
		w := &s.words[k]
		if w.is(Prep) || w.is(To) || w.is(Of) {
			prep = w
		}
		if w.is(On) || w.is(With) {
			return
		}
		if w.kind != prose.Word {
			break
		}
		if w.is(OrgLegislature) && !w.is(OrgParty) {
			house, inHouse = w.e.value, prep.is(In) && !s.followed(k+1)
			if house == "" {
				house, member = s.lex.grammar.word("member"), true
				if id := w.name; id >= 0 && s.resolve(id) >= 0 {
					org = s.who[s.resolve(id)].name
				} else {
					org = s.text(span{s.nounStart(k), k + 1})
				}
			}
			break
		}
	}
	if p := s.after(v, For); p >= 0 && s.words[s.phrases[p].head].name >= 0 && !s.party(s.phrases[p].who) && s.phrases[p].kind != personPhrase {
		place = s.phraseName(&s.phrases[p])
	}
	switch {
	case vb.is(Represent) && !vb.gerund && s.placeObject(v) != "":
		place = s.placeObject(v)
		if house, org = s.seatHere(who), ""; house == "" {
			return
		}
	case vb.is(Enter) && house != "" && !member && place != "", vb.is(Sit) && house != "" && !vb.gerund:
	case vb.is(Serve) && inHouse && !vb.gerund && !s.s.classes.has(Lose): // not where the seat is told as lost
	case vb.is(Sit) && place != "" && vb.perfect:
		house = s.seatOf(who)
	default:
		return
	}
	s.addTold(claim.Position, who, v, func(d *draft) {
		d.Role, d.Org, d.Place = house, org, place
		s.term(d, v)
		d.Former = pastPost(vb, d) && !vb.is(Enter)
	})
}

// nounStart gives the first of the nouns and modifiers that end with the one at k.
func (s *Sentence) nounStart(k int32) int32 {
	for k > s.s.first && (s.words[k-1].is(RoleMod) || s.words[k-1].is(Field)) {
		k--
	}
	return k
}

// seatOf gives the seat by which the article has called a person; the
// language's word for one where it did not.
func (s *Sentence) seatOf(who int32) string {
	for _, p := range s.who[who].posts {
		if p.e.set.has(RoleSeat) {
			return p.text
		}
	}
	return s.lex.grammar.word("seat")
}

// stays reads "keep NAME as chancellor", "was retained as clerk": who is kept in a
// post has it, whatever is said of the keeping.
func stays(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Retain) || vb.is(Judge) {
			continue
		}
		who, k := s.object(v), int32(-1)
		if vb.passive {
			if who = s.subject(v); vb.last < s.s.last && s.words[vb.last].is(As) {
				k = s.roleDirectly(v)
			}
		} else if k = s.roleFor(v); k >= 0 && !s.words[max(s.roles[k].first-1, s.s.first)].is(As) {
			k = -1
		}
		if k < 0 || !s.person(who) || s.roles[k].holder >= 0 || !s.office(k) || s.words[s.roles[k].head].is(RoleCandidate) {
			continue
		}
		ro := s.roles[k]
		s.holds(who, &ro, nil)
	}
}
