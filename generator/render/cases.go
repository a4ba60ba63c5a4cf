package render

import (
	"html/template"
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// CaseView is what is told of one matter in which somebody is accused.
type CaseView struct {
	Heading template.HTML // the lowest stage that is proven, or the end in favour of the accused
	When    template.HTML // its date
	Line    string        // the furthest stage that is proven
	Cleared bool
	Stages  []FactView // the ladder from its lowest step up, each in full
}

// cases shows the ladders of a profile's legal cases.
func (m *maker) cases(facts []*profile.Fact) []CaseView {
	if !slices.ContainsFunc(facts, accuses) {
		return nil
	}
	var out []CaseView
	for _, c := range profile.Cases(facts) {
		v := CaseView{Cleared: c.Cleared}
		head := m.markup()
		switch {
		case c.Heading == nil && slices.ContainsFunc(c.Facts, func(f *profile.Fact) bool { return f.Status == claim.Asserted }):
			head.sentence(m.w.upper(m.w.tell("legal.case")))
		case c.Heading == nil:
			head.text(m.w.say("case.unproven"))
		default:
			head.sentence(m.w.upper(m.told(c.Heading)))
			v.When = m.whenOf(c.Heading)
		}
		v.Heading = m.html(head)
		if c.Furthest != nil {
			v.Line = m.w.say("case.furthest", "stage", m.w.flat(m.w.what(m.of(c.Furthest))))
		}
		for _, f := range c.Facts {
			v.Stages = append(v.Stages, m.fact(f, whole))
		}
		out = append(out, v)
	}
	return out
}

// accuses tells of facts that are a step on a case's ladder.
func accuses(f *profile.Fact) bool {
	return f.Type == claim.Legal && (f.CaseRole == claim.None || f.CaseRole == claim.Accused)
}

// endOf gives the end in favour of the accused of the case that a fact is a
// stage of; nil where there is none, or it is the fact itself.
func (s *Site) endOf(f *profile.Fact) *profile.Fact {
	if !accuses(f) {
		return nil
	}
	p := s.profiles[f.Subject]
	if p == nil {
		return nil
	}
	for _, c := range profile.Cases(p.Facts) {
		if c.Cleared && c.Heading != f && slices.Contains(c.Facts, f) {
			return c.Heading
		}
	}
	return nil
}

// caseEnd tells, wherever a stage stands without its case, that the case ended
// in favour of the accused.
func (m *maker) caseEnd(f *profile.Fact) string {
	end := m.s.endOf(f)
	if end == nil {
		return ""
	}
	date, _ := m.dateOf(end)
	return m.w.say("case.ended", "end", m.w.notes(m.w.flat(m.w.what(m.of(end))), date.Text))
}

// finer tells the dates that sources know better than the editor's line.
func (m *maker) finer(f *profile.Fact) template.HTML {
	if len(f.Finer()) == 0 {
		return ""
	}
	out := m.markup()
	for _, d := range f.Finer() {
		c := m.s.claims.at(d.Claim)
		if c == nil { // it is not published
			continue
		}
		out.dot()
		out.text(m.w.say("finer."+d.Field, "date", m.day(d.Date)))
		for _, slot := range m.w.messages["finer.source"] {
			if out.text(slot.text); slot.name != "" {
				out.source(m.w.wording, m.sourceOf(c.Article(), []stated{m.s.state(c)}))
			}
		}
	}
	return m.html(out)
}
