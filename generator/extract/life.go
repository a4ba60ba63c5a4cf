package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/prose"
)

// lifeRules read births, deaths and studies.
var lifeRules = []Rule{
	{
		Name:  "born-died",
		Doc:   "somebody was born, died: “Born in Port Ellis in 1961, Roe”",
		Types: []claim.Type{claim.Birth, claim.Death, claim.Family},
		needs: on(Born, Die, Slay),
		Find:  bornDied,
	},
	{
		Name:  "death",
		Doc:   "a death told by the noun: “until her death in 2007”",
		Types: []claim.Type{claim.Death},
		needs: on(DeathNoun),
		Find:  deaths,
	},
	{
		Name:  "native",
		Doc:   "where somebody comes from: “a native of Hesk”, “the Hesk-born Roe”, “Roe hails from Hesk”",
		Types: []claim.Type{claim.Birth},
		needs: on(Native, Originally, Hail, BornEnd),
		Find:  natives,
	},
	{
		Name:  "years",
		Doc:   "the years in brackets behind a name: “Ana Roe (3 May 1901 – 1970)”",
		Types: []claim.Type{claim.Birth, claim.Death},
		Find:  lifeYears,
	},
	{
		Name:  "studied",
		Doc:   "somebody studied at, graduated from, was educated at a school",
		Types: []claim.Type{claim.Education},
		needs: on(Study, Graduate, Educate, Attend, DegreeNoun, Read),
		Find:  studied,
	},
	{
		Name:  "alumnus",
		Doc:   "somebody is a student or an alumnus of a school: “Ana Roe, a graduate of Hesk University”",
		Types: []claim.Type{claim.Education},
		needs: on(Alumnus),
		Find:  alumni,
	},
}

func bornDied(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		t, list := claim.Birth, s.subjects(v)
		switch {
		case vb.is(Born):
		case vb.is(Die) && !vb.passive, vb.is(Slay) && vb.passive:
			t = claim.Death
		case vb.is(Slay):
			list, t = s.objects(v), claim.Death
		default:
			continue
		}
		if b := vb.first - 1; b >= s.s.first && s.words[b].is(Undone) || vb.head > vb.first && s.words[vb.head-1].is(Undone) {
			continue
		}
		pair := s.twoDates(v)
		for n, who := range list {
			if !s.person(who) {
				continue
			}
			s.addTold(t, who, v, func(d *draft) {
				if d.ahead {
					d.Type = claim.None
				}
				if pair > 0 && len(list) != 2 && t == claim.Birth { // "George and Ana were born in 2019 and 2021": which?
					d.Type = claim.None
				}
				dt := s.dateBehind(v)
				if pair > 0 && len(list) == 2 { // "Ana and Tom were born in 2019 and 2021"
					dt = &s.dates[pair-1+n]
				}
				if dt != nil {
					d.On, d.Start, d.End, d.When = edtf.Date{}, edtf.Date{}, edtf.Date{}, ""
					s.setDate(d, dt, false)
				}
				d.Start, d.End = edtf.Date{}, edtf.Date{}
				if d.Place = s.placeBehind(vb.last, s.sharedEnd(v), &inPlace); d.Place == "" && !vb.is(Slay) {
					d.Place = s.placeWhere(v)
				}
				if t == claim.Birth && vb.last+1 < s.s.last && s.words[vb.last].is(To) && s.words[vb.last+1].e.forms&base != 0 {
					d.Type = claim.None // "was born to rule"
				}
			})
			if t == claim.Birth {
				s.bornTo(v, who)
			}
		}
	}
}

// bornTo reads "was born in Hesk to Carl and Ines Pell".
func (s *Sentence) bornTo(v, who int32) {
	p := s.after(v, To)
	if p < 0 || s.phrases[p].kind != personPhrase {
		return
	}
	if b := &s.words[s.phrases[p].prep-1]; s.phrases[p].prep > s.verbs[v].last && b.kind == prose.Word && b.name < 0 && !b.is(Adv) && !s.inDate(s.phrases[p].prep-1) {
		return // "was born in May, third son to NAME"
	}
	for _, parent := range s.personList(s.phrases[p].first) {
		if parent == who {
			return
		}
		s.addTold(claim.Family, who, v, func(d *draft) {
			d.Action, d.other = claim.Child, parent
			d.On, d.Start, d.End, d.When = edtf.Date{}, edtf.Date{}, edtf.Date{}, ""
		})
	}
}

// twoDates gives the place of the second date of "in 2019 and 2021" behind verb v;
// 0 where there is none.
func (s *Sentence) twoDates(v int32) int {
	vb := &s.verbs[v]
	for i := 1; i < len(s.dates); i++ {
		a, b := &s.dates[i-1], &s.dates[i]
		if a.first >= vb.last && b.last <= vb.end && b.first == a.last+1 && s.words[a.last].is(And) {
			return i
		}
	}
	return 0
}

// dateBehind gives the first date behind verb v and before the next verb.
func (s *Sentence) dateBehind(v int32) *date {
	vb := &s.verbs[v]
	for i := range s.dates {
		d := &s.dates[i]
		if d.first < vb.last || d.last > vb.end || d.is != atTime {
			continue
		}
		for k := vb.last; k+1 < d.first; k++ {
			if s.words[k].comma() && s.words[k+1].is(And) { // "died, and in 1936 …"
				return nil
			}
		}
		return d
	}
	return nil
}

// sharedEnd gives the end of verb v's clause, or of the next verb's where the
// two share what follows: "was born and raised in Hesk".
func (s *Sentence) sharedEnd(v int32) int32 {
	for n := 0; n < 3 && int(v)+1 < len(s.verbs); n++ {
		for k := s.verbs[v].last; k < s.verbs[v].end; k++ {
			w := &s.words[k]
			if !w.is(And) && !w.is(Adv) && !w.comma() || w.is(But) {
				return s.verbs[v].end
			}
		}
		v++
	}
	return s.verbs[v].end
}

// deaths reads the noun: "until her death in 2007", "the death of Ana Roe on 3
// May 1901".
func deaths(s *Sentence) {
	for k := s.s.first + 1; k+1 < s.s.last; k++ {
		if !s.words[k].is(DeathNoun) || s.words[k].name >= 0 {
			continue
		}
		who := s.kinOwner(k)
		next := k + 1
		between := -1
		for i := range s.dates { // "the death in June of NAME"
			if who < 0 && s.dates[i].first == next && s.dates[i].is == atTime {
				between, next = i, s.dates[i].last
			}
		}
		if between >= 0 && who < 0 && next+1 < s.s.last && s.words[next].is(Of) {
			if id, _ := s.personFrom(next + 1); id >= 0 {
				s.add(claim.Death, id, func(d *draft) { s.setDate(d, &s.dates[between], false) })
			} else if j := s.nounsBefore(s.s, next+1); j >= 0 || s.roleFrom(next+1) >= 0 {
				if i := s.roleFrom(next + 1); i < 0 && j >= 0 {
					who = s.personAt(s.words[j].name)
				} else if i >= 0 && s.roles[i].holder >= 0 {
					who = s.resolve(s.roles[i].holder)
				}
				if s.person(who) {
					s.add(claim.Death, who, func(d *draft) { s.setDate(d, &s.dates[between], false) })
				}
			}
			continue
		}
		if who < 0 && s.words[next].is(Of) {
			next++
			for next < s.s.last && next < k+12 && (s.words[next].kind == prose.Word || s.words[next].kind == prose.Genitive) && (!s.words[next].is(Verb) || s.words[next].is(RoleMod)) {
				if id := s.words[next].name; id >= 0 && s.names[s.mentions[id].name].kind == Person {
					break
				}
				next++
			}
			if next < s.s.last && s.words[next].name >= 0 {
				who = s.personAt(s.words[next].name)
				next = s.mentions[s.words[next].name].last
			}
		}
		if !s.person(who) {
			continue
		}
		if j := s.kinLeft(k); j >= s.s.first && s.words[j].is(Poss) && !s.soleOwner(j, who) {
			continue
		}
		if b := k - 2; b >= s.s.first && s.words[k-1].is(The) && s.words[k+1].is(Of) && (s.words[b].is(By) || s.words[b].is(After) || s.words[b].is(Since)) && !s.conditionalAt(k) {
			if !s.datedDeath(next) {
				s.add(claim.Death, who, nil) // "caused by the death of Ana Roe"
			}
		}
		for i := range s.dates {
			dt := &s.dates[i]
			if !s.dates[i].follows(s, s.pastTitle(next)) {
				continue
			}
			s.add(claim.Death, who, func(d *draft) { s.setDate(d, dt, false) })
			break
		}
	}
}

// pastTitle gives the place behind a title in commas at k: "the death of NAME, Count
// of Marl, in June".
func (s *Sentence) pastTitle(k int32) int32 {
	if k+2 >= s.s.last || !s.words[k].comma() || s.roleFrom(k+1) < 0 && !s.words[k+1].is(Role) {
		return k
	}
	for j := k + 1; j < min(k+7, s.s.last); j++ {
		if s.words[j].comma() {
			return j + 1
		}
	}
	return k
}

// follows tells that a date stands a few words behind k, with no verb between.
func (d *date) follows(s *Sentence, k int32) bool {
	return d.first >= k && d.first <= k+4 && d.is == atTime && s.plain(k, d.first)
}

// datedDeath tells that a date follows what ends at k.
func (s *Sentence) datedDeath(k int32) bool {
	for i := range s.dates {
		if s.dates[i].follows(s, k) {
			return true
		}
	}
	return false
}

// conditionalAt tells that the last verb before k states nothing.
func (s *Sentence) conditionalAt(k int32) bool {
	for i := len(s.verbs) - 1; i >= 0; i-- {
		if v := &s.verbs[i]; v.last <= k {
			return v.conditional || v.may || v.would || v.negated
		}
	}
	return false
}

// plain tells that no verb and no comma stands between two words.
func (s *Sentence) plain(k, end int32) bool {
	for ; k < end; k++ {
		if w := &s.words[k]; w.comma() || s.verbHere(s.s, k) || w.kind == prose.Stop || w.kind == prose.Dash {
			return false
		}
	}
	return true
}

// soleOwner tells that the pronoun at k can mean nobody but who: that no other
// person is named before it whom it fits, or, in "led it until his death", none
// behind the verb. "X succeeded Y on his death" says of nobody for certain that
// he is dead.
func (s *Sentence) soleOwner(k, who int32) bool {
	from := s.s.first
	if k > s.s.first && s.words[k-1].is(Until) {
		for i := range s.verbs {
			if v := &s.verbs[i]; v.last <= k {
				from = v.last
			}
		}
	}
	for i := range s.phrases {
		p := &s.phrases[i]
		switch {
		case p.first < from || p.last > k || p.who < 0 || !s.fitsGender(&s.words[k], p.who):
		case p.who != who, p.prep >= 0 && s.words[p.prep].is(By):
			return false
		}
	}
	return true
}
