package extract

// learnGender lets the pronouns of an article tell of whom neither a title nor a
// given name says it: "She was born in Hesk." behind a sentence that names one
// person alone. Where pronouns disagree, nothing is learnt.
func (r *reading) learnGender() {
	const he, she = 1, 2
	var votes map[int32]uint8
	for i := 1; i < len(r.sentences); i++ {
		s := &r.sentences[i]
		if s.empty() || s.headline {
			continue
		}
		w := &r.words[s.first]
		if !w.is(Pron) || w.is(Plural) || w.is(Thing) || !w.is(Male) && !w.is(Female) || r.saysSoon(s) {
			continue
		}
		who := r.onlyOne(&r.sentences[i-1])
		if who < 0 || r.who[who].male || r.who[who].female {
			continue
		}
		if votes == nil {
			votes = make(map[int32]uint8, 8)
		}
		if w.is(Male) {
			votes[who] |= he
		} else {
			votes[who] |= she
		}
	}
	for who, v := range votes {
		r.who[who].male, r.who[who].female = v == he, v == she
	}
}

// saysSoon tells that a sentence begins with somebody's speech: "He said", who may
// have spoken before.
func (r *reading) saysSoon(s *sentence) bool {
	for k := s.first + 1; k < min(s.first+4, s.last); k++ {
		if r.words[k].is(Say) {
			return true
		}
	}
	return false
}

// onlyOne gives the one person whom a sentence names; -1 where it names none or
// several.
func (r *reading) onlyOne(s *sentence) int32 {
	found := int32(-1)
	for id := s.mentions.first; id < s.mentions.last; id++ {
		n := &r.names[r.mentions[id].name]
		if n.kind != Person && n.kind != NoKind {
			continue
		}
		who := n.who
		if who < 0 {
			list := r.namesakes(lastWord(n.low))
			if len(list) != 1 {
				return -1
			}
			who = list[0]
		}
		if found >= 0 && found != who {
			return -1
		}
		found = who
	}
	return found
}
