package extract

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// statementRules read who said what.
var statementRules = []Rule{
	{
		Name:  "said",
		Doc:   "somebody said, denied, demanded, praised … with content",
		Types: []claim.Type{claim.Statement},
		needs: on(Say, Judge, AccordingTo),
		Find:  said,
	},
}

func said(s *Sentence) {
	var done []int32
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !(vb.is(Say) || vb.is(Judge) || vb.is(AccordingTo)) || vb.passive || vb.gerund || vb.reduced || vb.is(Think) && !vb.is(Say) {
			continue
		}
		if vb.infinitive && !(vb.due || vb.gov >= 0 && s.verbs[vb.gov].e.lemma == "go") {
			continue
		}
		if vb.negated && !vb.is(Deny) || !vb.is(AccordingTo) && !s.content(v) {
			continue
		}
		for _, who := range s.subjects(v) {
			if slices.Contains(done, who) || !s.person(who) && !s.party(who) {
				continue
			}
			how, ok := s.told(v)
			if !ok {
				continue
			}
			done = append(done, who)
			s.add(claim.Statement, who, func(d *draft) {
				d.Status, d.By, d.Via = how.status, how.by, how.via
				if p := vb.object; p >= 0 && (vb.is(Tell) || vb.is(Ask)) && s.phrases[p].prep < 0 {
					if d.other = s.phrases[p].who; d.other < 0 {
						d.Object = s.text(s.phrases[p].span)
					}
				}
				if dt := s.dateOf(v); dt != nil {
					s.setDate(d, dt, how.status == claim.Planned)
				}
				d.fired = append(d.fired, used{"verb", vb.span})
			})
		}
	}
}

// content tells that what is said stands in the sentence: a quotation, a clause,
// a colon, an object.
func (s *Sentence) content(v int32) bool {
	vb := &s.verbs[v]
	for k := s.s.first; k < s.s.last; k++ {
		if s.words[k].kind == prose.Open || s.words[k].depth > 0 {
			return true
		}
	}
	for i := range s.verbs {
		if s.verbs[i].frame == v || s.verbs[i].gov == v {
			return true
		}
	}
	return (vb.is(Judge) || vb.is(Deny) || vb.is(Accuse)) && vb.object >= 0
}
