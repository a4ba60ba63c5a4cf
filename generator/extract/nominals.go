package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// resignations reads "after NAME's resignation as clerk", "accepted the
// resignation of NAME".
func resignations(s *Sentence) {
	s.nominal(ResignationNoun, claim.Resignation, claim.Effective)
	s.followers()
}

// followers reads "his resignation is expected to be followed by those of NAME
// and NAME": they leave what the one left of whom the article told last.
func (s *Sentence) followers() {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Follows) || !vb.passive || vb.subject < 0 || !s.words[s.phrases[vb.subject].head].is(ResignationNoun) {
			continue
		}
		k := vb.last
		if k+2 >= s.s.last || !s.words[k].is(By) {
			continue
		}
		for _, who := range s.peopleIn(k+1, s.s.last) {
			s.addTold(claim.Resignation, who, v, func(d *draft) {
				d.Stage = claim.Effective
				if d.ahead {
					d.Stage = claim.Announced
				}
				if p, ok := s.knownPost(who); ok && p.public {
					d.Role, d.Org, d.Place = p.text, s.orgName(p.org), p.place
				} else {
					s.sameBody(d)
				}
			})
		}
	}
}

// sameBody gives a resignation the body, or failing that the post, of the one told
// last.
func (s *Sentence) sameBody(d *draft) {
	for i := len(s.drafts) - 1; i >= s.lately(); i-- {
		if o := &s.drafts[i]; o.Type == claim.Resignation {
			if d.Org = o.Org; d.Org == "" {
				d.Role, d.Place = o.Role, o.Place
			}
			return
		}
	}
}

// nominal reads a noun of coming or going with the one whom it is about: "the
// sacking of NAME as clerk", "NAME's appointment as clerk", "his departure from
// the cabinet".
func (s *Sentence) nominal(noun Class, t claim.Type, st claim.Stage) {
	if !s.s.classes.has(noun) {
		return
	}
	for k := s.s.first; k < s.s.last; k++ {
		if !s.words[k].is(noun) || s.words[k].depth > 0 && s.words[s.s.first].depth == 0 {
			continue
		}
		who, first, end := s.whose(k)
		if !s.person(who) {
			continue
		}
		m := s.moveAt(end, t == claim.Appointment)
		weak := s.words[k].is(Weak)
		if t == claim.Resignation && m.role < 0 && s.party(m.org) { // "NAME's exit from the PARTY"
			if _, ok := s.happened(first, k, st); ok && !s.toldHere(claim.Left, who) {
				s.add(claim.Left, who, func(d *draft) {
					d.Org = s.who[m.org].name
					d.fired = append(d.fired, used{"noun", span{k, k + 1}})
				})
			}
			continue
		}
		if t == claim.Resignation && s.toldHere(t, who) {
			s.accepts(who, first, k)
			continue
		}
		letter := int32(-1)
		if t == claim.Resignation && !m.from {
			if letter = s.letterOf(who, end); letter >= 0 {
				m = s.moveAt(s.letterEnd(letter), false)
			}
		}
		if t != claim.Resignation && m.role < 0 || weak && !m.from || s.toldHere(t, who) {
			continue
		}
		stage, ok := s.happened(first, k, st)
		if !ok {
			continue
		}
		s.add(t, who, func(d *draft) {
			d.Stage = stage
			s.fill(d, &m, !m.from || m.org >= 0 && s.governing(m.org) || m.orgName != "" || m.post)
			if letter >= 0 {
				d.Reason = s.reason(letter)
				if dt := s.dateOf(letter); dt != nil {
					s.setDate(d, dt, false)
				}
			}
			for i := range s.dates {
				if stage == claim.Accepted || letter >= 0 { // its day is not that of the resignation
					break
				}
				if dt := &s.dates[i]; dt.is == atTime && (dt.first == end || m.from && dt.first > k && dt.first <= k+6 && !s.verbIn(k, dt.first)) {
					s.setDate(d, dt, false)
					break
				}
			}
			d.fired = append(d.fired, used{"noun", span{k, k + 1}})
		})
	}
}

// accepts raises the stage of a resignation that the sentence told: "accepted the
// resignation of NAME, who tendered it in May".
func (s *Sentence) accepts(who, first, k int32) {
	stage, ok := s.happened(first, k, claim.Effective)
	for i := s.fired; ok && i < len(s.drafts); i++ {
		if d := &s.drafts[i]; d.Type == claim.Resignation && d.who == who && d.Stage == claim.Tendered && (stage == claim.Accepted || stage == claim.Refused) {
			d.Stage = stage
		}
	}
}

// letterOf gives the verb by which the one whose resignation it was handed it in:
// "NAME, who had sent her letter in May"; -1.
func (s *Sentence) letterOf(who, from int32) int32 {
	for i := range s.verbs {
		vb := &s.verbs[i]
		if vb.first >= from && vb.is(Tender) && !vb.passive && !vb.negated && vb.subordinate && s.subject(int32(i)) == who && s.letterEnd(int32(i)) >= 0 {
			return int32(i)
		}
	}
	return -1
}

// letterEnd gives the place behind what verb v hands in: "her letter", "it"; -1.
func (s *Sentence) letterEnd(v int32) int32 {
	for k := s.verbs[v].last; k < min(s.verbs[v].last+4, s.s.last); k++ {
		if w := &s.words[k]; w.is(ResignationNoun) || w.is(LetterNoun) || w.is(Pron) && w.is(Thing) {
			return k + 1
		}
	}
	return -1
}

// toldHere tells that the sentence made a claim of the type about the person.
func (s *Sentence) toldHere(t claim.Type, who int32) bool {
	for i := s.fired; i < len(s.drafts); i++ {
		if s.drafts[i].Type == t && s.drafts[i].who == who {
			return true
		}
	}
	return false
}

// verbIn tells that a verb stands from..to.
func (s *Sentence) verbIn(from, to int32) bool {
	for i := range s.verbs {
		if v := &s.verbs[i]; v.first >= from && v.first < to {
			return true
		}
	}
	return false
}

// whose gives the person of the noun at k, the first word of the phrase and the
// place behind it.
func (s *Sentence) whose(k int32) (who, first, end int32) {
	if k >= s.s.first+2 && s.words[k-1].kind == prose.Genitive { // "NAME's resignation"
		if id := s.words[k-2].name; id >= 0 {
			return s.resolve(id), s.mentions[id].full, k + 1
		}
		for i := range s.phrases { // "The minister's departure"
			p := &s.phrases[i]
			if p.first <= k-2 && p.last >= k-1 {
				for j := range s.roles {
					ro := &s.roles[j]
					if ro.last != k-1 || !ro.definite || ro.plural {
						continue
					}
					if ro.holder >= 0 {
						return s.resolve(ro.holder), ro.first, k + 1
					}
					return s.calledBy(ro), ro.first, k + 1
				}
			}
		}
		return -1, k, k + 1
	}
	if b := k - 1; b >= s.s.first && s.words[k].is(AppointNoun) && s.words[b].is(Poss) && !s.words[b].is(Thing) && !s.words[b].is(Plural) && (s.words[b].is(Male) || s.words[b].is(Female)) { // "His appointment in 1985 as"
		return s.possessor(b), b, k + 1
	}
	if k+2 < s.s.last && s.words[k+1].is(Of) { // "the resignation of Mayor NAME"
		for j := k + 2; j < min(k+9, s.s.last); j++ {
			w := &s.words[j]
			if id := w.name; id >= 0 {
				if who := s.resolve(id); s.person(who) {
					return who, k, s.mentions[id].last
				}
				j = s.mentions[id].last - 1
				continue
			}
			if w.kind != prose.Word && w.kind != prose.Genitive && !w.comma() || w.is(Prep) && !w.is(Of) && !w.is(For) {
				break
			}
		}
	}
	return -1, k, k + 1
}

// calledBy gives the one person whom the article has called by a post.
func (s *Sentence) calledBy(ro *role) int32 {
	found := int32(-1)
	head := s.words[ro.head].e.lemma
	text := s.nameWords(s.text(ro.text))
	for i := max(0, len(s.recent)-64); i < len(s.recent); i++ {
		id := s.recent[i]
		for j := range s.who[id].posts {
			if p := &s.who[id].posts[j]; p.head == head && within(text, s.postWords(p)) {
				if found >= 0 && found != id {
					return -1
				}
				found = id
			}
		}
	}
	return found
}

// moveAt reads "as clerk", "from the cabinet" at k; to: and "to the board".
func (s *Sentence) moveAt(k int32, to bool) move {
	m := move{role: -1, org: -1}
	for di := range s.dates { // "resignation on Monday as clerk"
		if s.dates[di].first == k {
			k = s.dates[di].last
		}
	}
	if k+1 >= s.s.last || !s.words[k].is(As) && !s.words[k].is(From) && !(to && s.words[k].is(To)) {
		return m
	}
	m.from = true
	for j := k + 1; j < min(k+6, s.s.last); j++ {
		w := &s.words[j]
		if i := s.roleFrom(j); i >= 0 && !s.roles[i].title && !s.roles[i].plural {
			m.role = i
			return m
		}
		switch {
		case w.name >= 0:
			if who := s.resolve(w.name); who >= 0 && s.who[who].kind == Org {
				m.org = who
			}
			return m
		case w.is(PostNoun):
			m.post = true
		case w.is(OrgHead):
			m.orgName = s.text(span{j, j + 1})
			return m
		case w.is(The), w.is(Poss), w.is(RoleMod), w.is(Of), w.is(Field):
		default:
			return m
		}
	}
	return m
}

// happened tells that what a noun tells of did happen: it follows "after", or it
// did something itself; it was not called for, feared or denied. "accepted the
// resignation" is another stage of it.
func (s *Sentence) happened(first, k int32, st claim.Stage) (claim.Stage, bool) {
	b := first - 1
	for b >= s.s.first && (s.words[b].is(The) || s.words[b].is(RoleMod) || s.words[b].is(Adv) || s.words[b].is(Filler) || s.words[b].is(Role) || s.words[b].is(Field) || s.words[b].title || s.words[b].is(Former) || s.words[b].is(A) || s.words[b].is(Poss)) {
		b--
	}
	if s.s.classes.has(Rumour) || s.s.classes.has(Cond) {
		return claim.None, false
	}
	if b >= s.s.first && s.words[b].kind == prose.Word {
		w := &s.words[b]
		if w.is(After) || w.is(Since) || w.is(With) || w.is(By) || w.is(Because) {
			return st, true
		}
		for i := range s.verbs {
			vb := &s.verbs[i]
			if vb.last != b+1 {
				continue
			}
			if vb.is(Be) { // "Less popular is the choice of NAME as"
				return st, vb.frame < 0 && !vb.negated && !vb.conditional
			}
			if st == claim.Effective && s.refuses(vb) {
				return claim.Refused, true
			}
			how, ok := s.told(int32(i))
			if !ok || how.status != claim.Asserted || vb.passive || vb.tense != pastTense && !vb.perfect {
				return claim.None, false
			}
			if st == claim.Effective && vb.is(Accept) {
				return claim.Accepted, true
			}
			if vb.is(Say) && vb.is(Launch) || vb.is(Confirm) || vb.is(Trigger) {
				return st, true
			}
			return claim.None, false
		}
		return claim.None, false
	}
	for i := range s.verbs { // the subject of a verb in the past
		vb := &s.verbs[i]
		if vb.first > k && vb.finite {
			how, ok := s.told(int32(i))
			if vb.is(Accept) && vb.passive && st == claim.Effective { // "the resignation of NAME was accepted"
				st = claim.Accepted
				return st, ok && how.status == claim.Asserted && (vb.tense == pastTense || vb.perfect) && s.verbs[i].frame < 0
			}
			return st, ok && how.status == claim.Asserted && (vb.tense == pastTense || vb.perfect || vb.is(Be) && vb.tense == present) && s.verbs[i].frame < 0 && !vb.is(Accept)
		}
	}
	return claim.None, false
}

// refuses tells of "refused to accept", "rejected", "declined".
func (s *Sentence) refuses(vb *verb) bool {
	if vb.is(Accept) && vb.infinitive && vb.gov >= 0 {
		g := &s.verbs[vb.gov]
		return g.is(Refuse) && g.frame < 0 && !g.negated && !g.conditional && (g.tense == pastTense || g.perfect)
	}
	return (vb.is(Refuse) || vb.is(Deny) && vb.is(Judge)) && vb.frame < 0 && !vb.negated && !vb.conditional && !vb.passive && (vb.tense == pastTense || vb.perfect)
}
