package extract

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// movesToMinistry reads "moves to the Environment Office", "moved to transport as
// minister of state" of one who holds an office.
func (s *Sentence) movesToMinistry(v int32) {
	who := s.subject(v)
	p := s.after(v, To)
	if p < 0 {
		return
	}
	ph := &s.phrases[p]
	if s.words[ph.first].is(Field) && s.words[ph.first].name < 0 {
		if k := s.postAs(ph.last - 1); k >= 0 {
			s.appoint(who, v, claim.Named, &move{role: k, org: -1})
		} else if p, ok := s.knownPost(who); ok && p.public {
			s.portfolio(who, v, ph.first)
		}
		return
	}
	if ph.who < 0 || s.who[ph.who].kind != Org || !s.governing(ph.who) || len(s.who[who].posts) == 0 && !s.s.classes.has(TakeOver) {
		return
	}
	name := s.who[ph.who].name
	field := name
	if words := strings.Fields(name); len(words) > 1 {
		if e := s.lex.find(strings.ToLower(words[len(words)-1])); e != nil && e.set.has(OrgHead) {
			field = strings.TrimSuffix(name, " "+words[len(words)-1])
		}
	}
	s.addTold(claim.Appointment, who, v, func(d *draft) {
		d.Stage, d.Role, d.Org = claim.Named, field, name
	})
}

// joinsGovernment tells that a government or a cabinet is what verb v names.
func (s *Sentence) joinsGovernment(v int32) bool {
	vb := &s.verbs[v]
	for k := vb.last; k < min(vb.last+5, s.s.last); k++ {
		w := &s.words[k]
		if w.is(OrgGovernment) {
			return true
		}
		if w.is(Prep) || w.comma() || w.kind == prose.Stop {
			return false
		}
	}
	return false
}
