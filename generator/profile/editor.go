package profile

import (
	"fmt"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
)

// line is one line of front matter in the form of a claim: what an editor
// wrote of a subject, with its place.
type line struct {
	typ              claim.Type
	role, org, place string // org as in a Fact: a Ref's text or a name
	text             string // of an event
	start, end, on   edtf.Date
	sources          []string
	at               Line
}

// editorLines reads the front matter of all profiles into lines by subject, in
// the order in which they stand; a party's leaders are lines on those people.
func (m *merge) editorLines() map[Ref][]*line {
	lines := map[Ref][]*line{}
	put := func(ref Ref, l line) {
		if !m.names.hidden[ref] {
			lines[ref] = append(lines[ref], &l)
		}
	}
	for _, p := range m.in.Site.People {
		for _, l := range m.personLines(p) {
			put(PersonRef(p.ID), l)
		}
	}
	for _, p := range m.in.Site.Parties {
		at := placer(p.File, p.Places)
		if m.names.hidden[PartyRef(p.ID)] {
			continue
		}
		for i, leader := range p.Leaders {
			ref, ok := m.ids.ref(leader.Person)
			if !ok {
				ref = m.resolver.person(leader.Person).ref
			}
			if ref.IsPerson() {
				put(ref, line{typ: claim.Position, role: "leader", org: string(PartyRef(p.ID)), start: leader.Start,
					end: leader.End, sources: leader.Sources, at: at(fmt.Sprintf("leaders[%d]", i))})
			}
		}
		for i, e := range p.Events {
			put(PartyRef(p.ID), eventLine(e, at(fmt.Sprintf("events[%d]", i))))
		}
	}
	return lines
}

// placer gives the place of a key in one file.
func placer(file string, places map[string]content.Place) func(string) Line {
	return func(key string) Line {
		return Line{File: file, Line: places[key].Line, Column: places[key].Column}
	}
}

func eventLine(e content.Event, at Line) line {
	return line{typ: claim.Event, on: e.Date, text: e.Text, sources: e.Sources, at: at}
}

func (m *merge) personLines(p *content.Person) []line {
	at := placer(p.File, p.Places)
	var lines []line
	member := map[string]bool{}
	for i, ms := range p.Memberships {
		org := m.orgText(ms.Party)
		member[org] = true
		lines = append(lines, line{typ: claim.Membership, org: org, start: ms.Start, end: ms.End,
			sources: ms.Sources, at: at(fmt.Sprintf("memberships[%d]", i))})
	}
	if org := m.orgText(p.Party); org != "" && !member[org] {
		lines = append(lines, line{typ: claim.Membership, org: org, at: at("party")})
	}
	for i, pos := range p.Positions {
		lines = append(lines, line{typ: claim.Position, role: pos.Role, org: m.orgText(pos.Org), place: pos.Place,
			start: pos.Start, end: pos.End, sources: pos.Sources, at: at(fmt.Sprintf("positions[%d]", i))})
	}
	if !p.Born.IsZero() || p.Birthplace != "" {
		key := "born"
		if p.Born.IsZero() {
			key = "birthplace"
		}
		lines = append(lines, line{typ: claim.Birth, on: p.Born, place: p.Birthplace, at: at(key)})
	}
	if !p.Died.IsZero() {
		lines = append(lines, line{typ: claim.Death, on: p.Died, at: at("died")})
	}
	for i, e := range p.Events {
		lines = append(lines, eventLine(e, at(fmt.Sprintf("events[%d]", i))))
	}
	return lines
}

// orgText gives an organisation of front matter as facts have it: a party by
// its id or name as a Ref's text, anything else as written.
func (m *merge) orgText(org string) string {
	if org == "" {
		return ""
	}
	ref := PartyRef(org)
	if !m.ids.parties[org] {
		ref = m.resolver.org(org).ref
	}
	if ref == "" || m.names.hidden[ref] {
		return org
	}
	return string(ref)
}
