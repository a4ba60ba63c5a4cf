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

// follows tells that a date stands a few words behind k, with no verb between.
func (d *date) follows(s *Sentence, k int32) bool {
	return d.first >= k && d.first <= k+4 && d.is == atTime && s.plain(k, d.first)
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
