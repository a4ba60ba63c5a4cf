package extract

import "profilegen/generator/claim"

// eventRules tell what else a sentence says that somebody did.
var eventRules = []Rule{
	{
		Name:  "event",
		Doc:   "a sentence that told nothing else: what a person or party did, in the article's words",
		Types: []claim.Type{claim.Event},
		Find:  events,
	},
}

func events(s *Sentence) {
	if len(s.drafts) > s.fired || s.s.last-s.s.first > 60 {
		return
	}
	for i := range s.verbs {
		vb := &s.verbs[i]
		if !vb.finite || vb.tense != pastTense && !vb.perfect || vb.frame >= 0 || vb.subordinate {
			continue
		}
		if vb.e.lemma == "be" || vb.e.lemma == "have" || vb.is(Think) || vb.is(Say) || vb.is(Seem) || vb.is(Refuse) || vb.is(Speak) || vb.is(Respond) {
			continue
		}
		who := s.subject(int32(i))
		if !s.person(who) && !s.party(who) {
			continue
		}
		if s.addTold(claim.Event, who, int32(i), nil) != nil {
			return
		}
	}
}
