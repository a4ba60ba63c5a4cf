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
		at, where := s.wasAt(vb)
		if vb.is(Be) && !at || vb.is(Have) || vb.is(Think) || vb.is(Say) && !vb.is(Continue) || vb.is(Seem) || vb.is(Refuse) || vb.is(Speak) || vb.is(Respond) {
			continue
		}
		who := s.subject(int32(i))
		if !s.person(who) && !s.party(who) {
			continue
		}
		if s.addTold(claim.Event, who, int32(i), func(d *draft) { d.Place = where }) != nil {
			return
		}
	}
}

// wasAt tells of "was in Brint": somebody's being at a named place at a time is
// an event, being anything else is not. It gives the place.
func (s *Sentence) wasAt(vb *verb) (bool, string) {
	k := vb.last
	if !vb.is(Be) || vb.passive || vb.negated || k+1 >= s.s.last || !s.words[k].is(In) && !s.words[k].is(At) {
		return false, ""
	}
	last := k + 1
	for last < s.s.last && s.words[last].capital() && !s.words[last].dated && !s.words[last].is(Month) {
		last++
	}
	if last == k+1 {
		return false, ""
	}
	return true, s.text(span{k + 1, last})
}
