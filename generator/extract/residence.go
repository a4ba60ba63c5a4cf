package extract

import "profilegen/generator/claim"

// residenceRules read where somebody lives or lived.
var residenceRules = []Rule{
	{
		Name:  "lives",
		Doc:   "somebody lives, lived, resides in a place",
		Types: []claim.Type{claim.Residence},
		needs: on(Live),
		Find:  lives,
	},
}

func lives(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		who := s.subject(v)
		if !vb.is(Live) || !s.person(who) || vb.passive {
			continue
		}
		for p := range s.phrases {
			ph := &s.phrases[p]
			if ph.prep < vb.last || ph.prep >= vb.end || !s.words[ph.prep].is(In) && !s.words[ph.prep].is(At) || s.words[ph.head].name < 0 {
				continue
			}
			for q, n := int32(p), 0; q >= 0 && n < 6; q, n = s.phrases[q].also, n+1 {
				place := s.phraseName(&s.phrases[q])
				s.addTold(claim.Residence, who, v, func(d *draft) {
					d.Place = place
					s.term(d, v)
				})
			}
			break
		}
	}
}
