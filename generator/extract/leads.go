package extract

import (
	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// leads reads who leads, chairs or heads a body.
func leads(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		if !vb.is(Lead) || vb.gerund || vb.is(Run) || s.causes(v) {
			continue
		}
		if vb.infinitive || vb.tense == futureTense {
			s.toLead(v)
			continue
		}
		who := s.subject(v)
		org, name := int32(-1), ""
		if vb.passive { // "the NAME, led by NAME since 2019,"
			if org, who = who, s.agent(v); org >= 0 && s.who[org].kind == Org {
				name = s.who[org].name
			} else if p := vb.subject; org < 0 && p >= 0 && vb.e.value != "" && s.phrases[p].prep < 0 {
				name = s.commonBody(s.phrases[p].first, s.phrases[p].last)
			}
		} else if s.person(who) {
			org, name = s.ledBody(v)
		}
		if !s.person(who) {
			continue
		}
		if name == "" {
			continue
		}
		how, ok := s.told(v)
		if !ok || how.status == claim.Denied || how.ahead {
			continue
		}
		text := vb.e.value
		if text == "" {
			text = s.lex.grammar.word("leader")
		}
		if s.party(org) {
			s.joinsBody(who, org, vb.span)
		}
		s.add(claim.Position, who, func(d *draft) {
			d.Role, d.Org = text, name
			s.term(d, v)
			d.Status, d.By, d.Via = how.status, how.by, how.via
			d.Former = pastPost(vb, d) && !vb.reduced
			d.fired = append(d.fired, used{"verb", vb.span})
		})
		s.remind(who, post{head: text, e: s.headEntry(text), text: text, org: org})
	}
}

// causes tells of "led NAME to resign".
func (s *Sentence) causes(v int32) bool {
	next := v + 1
	return int(next) < len(s.verbs) && s.verbs[next].infinitive && s.verbs[next].first > s.verbs[v].last && s.verbs[next].first < s.verbs[v].last+9 && !s.commaBetween(s.verbs[v].last, s.verbs[next].first) && s.objectPerson(v) >= 0
}

// ledBody gives the body that is verb v's object: one with a name, "the city
// council", or the one that "which" takes up.
func (s *Sentence) ledBody(v int32) (org int32, name string) {
	vb := &s.verbs[v]
	if o := s.object(v); o >= 0 {
		if s.who[o].kind != Org {
			return -1, ""
		}
		return o, s.who[o].name
	}
	if vb.object >= 0 {
		p := &s.phrases[vb.object]
		if p.prep < 0 && p.kind == otherPhrase && p.first == vb.last {
			if id := s.words[max(p.last-2, p.first)].name; id >= 0 && s.words[p.last-1].is(OrgHead) { // "the NAME movement"
				if o := s.resolve(id); o >= 0 && s.who[o].kind == Org {
					return o, s.who[o].name
				}
			}
			return -1, s.commonBody(p.first, p.last)
		}
		return -1, ""
	}
	if vb.subject < 0 {
		return -1, ""
	}
	k := s.phrases[vb.subject].first - 1 // "the committee, which she chaired"
	if k-1 < s.s.first || !s.words[k].is(Rel) || s.words[k].is(RelWho) {
		return -1, ""
	}
	for k--; k > s.s.first && s.words[k].comma(); k-- {
	}
	for i := range s.phrases {
		if p := &s.phrases[i]; p.last == k+1 && p.who >= 0 && s.who[p.who].kind == Org {
			return p.who, s.who[p.who].name
		}
	}
	from := k
	for from > s.s.first && s.words[from-1].kind == prose.Word && !s.words[from-1].is(Verb) && !s.words[from].is(The) && k-from < 8 {
		from--
	}
	return -1, s.commonBody(from, k+1)
}

// commonBody gives the words of a body without a name of its own ("the city
// council", "the Lords committee on the coast"); "" where it is none.
func (s *Sentence) commonBody(from, to int32) string {
	for from < to && (s.words[from].is(The) || s.words[from].is(Poss)) {
		from++
	}
	for k := from; k < to; k++ {
		if w := &s.words[k]; w.any(&led) && !w.is(Weak) && w.e.forms == 0 {
			return s.text(span{from, to})
		}
	}
	return ""
}

// led are the bodies whose head is a post.
var led = setOf(OrgPublic, OrgLegislature, OrgGovernment, OrgParty, OrgCourt)

// toLead reads "is to head the commission", "will chair the board": a post to come.
func (s *Sentence) toLead(v int32) {
	vb := &s.verbs[v]
	who := s.subject(v)
	if vb.e.value == "" || vb.passive || !s.person(who) || vb.infinitive && !vb.due {
		return
	}
	_, name := s.ledBody(v)
	how, ok := s.told(v)
	if name == "" || !ok || !how.ahead {
		return
	}
	s.addTold(claim.Appointment, who, v, func(d *draft) {
		d.Stage, d.Role, d.Org = claim.Named, vb.e.value, name
	})
}

// headEntry gives what the lexicon knows of a post's noun.
func (r *reading) headEntry(text string) *entry {
	if e := r.lex.find(text); e != nil {
		return e
	}
	return none
}
