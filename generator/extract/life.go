package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/edtf"
)

// lifeRules read births, deaths and studies.
var lifeRules = []Rule{
	{
		Name:  "born-died",
		Doc:   "somebody was born, died: “Born in Port Ellis in 1961, Roe”",
		Types: []claim.Type{claim.Birth, claim.Death},
		needs: on(Born, Die),
		Find:  bornDied,
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
		needs: on(OrgSchool),
		Find:  studied,
	},
}

func bornDied(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		t := claim.Birth
		switch {
		case vb.is(Born):
		case vb.is(Die) && !vb.passive:
			t = claim.Death
		default:
			continue
		}
		who := s.subject(v)
		if !s.person(who) {
			continue
		}
		s.addTold(t, who, v, func(d *draft) {
			if d.Status == claim.Planned {
				d.Type = ""
			}
			d.Place = s.placeAfter(v, In, At)
		})
	}
}

func studied(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if !s.person(who) || s.words[vb.head].is(Role) {
			continue
		}
		study := vb.is(Study) || vb.is(Graduate) || vb.is(Educate) && vb.passive || vb.is(Attend) || vb.is(Earn) || vb.is(Receive)
		if !study {
			continue
		}
		if (vb.is(Earn) || vb.is(Receive)) && !s.degreeBehind(v) {
			continue
		}
		for p := range s.phrases {
			ph := &s.phrases[p]
			if ph.first < vb.last || ph.first >= vb.end || ph.who < 0 || !s.school(ph.who) {
				continue
			}
			if ph.prep >= 0 && !s.words[ph.prep].is(At) && !s.words[ph.prep].is(From) && !s.words[ph.prep].is(In) && !s.words[ph.prep].is(Of) {
				continue
			}
			s.addTold(claim.Education, who, v, func(d *draft) {
				d.Org = s.who[ph.who].name
				if vb.is(Graduate) && !d.On.IsZero() {
					d.End, d.On = d.On, edtf.Date{}
				}
			})
		}
	}
}

func (s *Sentence) degreeBehind(v int32) bool {
	for k := s.verbs[v].last; k < s.verbs[v].end; k++ {
		if s.words[k].is(DegreeNoun) {
			return true
		}
	}
	return false
}

func (s *Sentence) school(id int32) bool {
	if s.who[id].kind != Org {
		return false
	}
	for _, w := range nameWords(s.who[id].name) {
		if e := s.lex.words[w]; e != nil && e.set.has(OrgSchool) {
			return true
		}
	}
	return false
}
