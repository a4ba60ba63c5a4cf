package extract

import (
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// fillSeats gives elections and defeats that name no office the seat they are
// about: the one by which the article calls the person, failing that the one of
// which the article speaks most.
func (r *reading) fillSeats() {
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.Type != claim.Election && d.Type != claim.Defeat || d.Role != "" || r.who[d.who].kind != Person {
			continue
		}
		if d.Org != "" && !r.partyNamed(d.Org) {
			if p, ok := r.seatPost(d.who, ""); ok && !p.former {
				d.Role = p.text
			}
			continue
		}
		if p, ok := r.seatPost(d.who, d.Place); ok && (!p.former || p.place == d.Place && d.Place != "" || !d.On.IsZero() && !r.a.Date.IsZero() && d.On.Year() < r.a.Date.Year()) {
			d.Role = p.text
			if d.Place == "" && d.Org == "" {
				d.Place = p.place
			}
			continue
		}
		if d.Place == "" || r.wardLike(d.Place) {
			continue
		}
		d.Role = r.commonSeat()
	}
}

// partyNamed tells that a name is that of a party of the article.
func (r *reading) partyNamed(name string) bool {
	id, ok := r.orgOf(name)
	return ok && r.who[id].party
}

// seatPost gives the seat or the elected office by which the article calls a
// person, the one for the place first.
func (r *reading) seatPost(who int32, place string) (post, bool) {
	found, ok := post{}, false
	for _, p := range r.who[who].posts {
		e := p.e
		if e.set.has(Plural) {
			p.text = r.singular(p.text)
		}
		if !e.set.has(RoleSeat) && !e.set.has(RoleElected) || e.set.has(Vague) {
			continue
		}
		if place != "" && p.place == place {
			return p, true
		}
		if place == "" || p.place == "" && (e.set.has(RoleSeat) || !ok && !p.former) {
			found, ok = p, true
		}
	}
	return found, ok
}

// wardLike tells that a place is a part of a town, whose seat is no parliament's.
func (r *reading) wardLike(place string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(place)) {
		if e := r.lex.find(w); e != nil && e.set.has(SeatNoun) {
			return true
		}
	}
	return false
}

// commonSeat gives the word for a seat in a parliament that stands most often in
// the article, in the singular: "MP"; "" where it has none.
func (r *reading) commonSeat() string {
	if !r.seatRead {
		r.seatRead, r.seatWord = true, r.countSeats()
	}
	return r.seatWord
}

// countSeats looks through the article for commonSeat, once.
func (r *reading) countSeats() string {
	type tally struct {
		text string
		n    int
	}
	var list []tally
	for i := range r.words {
		w := &r.words[i]
		if !w.is(RoleSeat) && !(w.is(OrgLegislature) && w.e.value != "") {
			continue
		}
		text := w.e.value
		if w.is(RoleSeat) {
			if !w.capitals() && !w.is(Plural) || strings.IndexByte(r.t.Source[w.start:w.end], ' ') >= 0 {
				continue
			}
			text = r.t.Source[w.start:w.end]
			if w.is(Plural) {
				text = r.singular(text)
			}
		}
		k := 0
		for k < len(list) && list[k].text != text {
			k++
		}
		if k == len(list) {
			list = append(list, tally{text: text})
		}
		list[k].n++
	}
	best := tally{}
	for _, t := range list {
		if t.n > best.n {
			best = t
		}
	}
	return best.text
}

// placeObject gives the place that is verb v's object: "represents Marl"; "".
func (s *Sentence) placeObject(v int32) string {
	k := s.verbs[v].last
	if k < s.s.last && s.words[k].is(The) {
		k++
	}
	if k >= s.s.last || s.words[k].name < 0 || !s.placeLike(k) {
		return ""
	}
	m := &s.mentions[s.words[k].name]
	if m.last < s.s.last && (s.words[m.last].kind == prose.Genitive || s.followed(m.last)) {
		return ""
	}
	return s.text(m.span)
}

// seatHere gives the seat by which the article calls a person, failing that the
// one of which it speaks most; "".
func (s *Sentence) seatHere(who int32) string {
	if p, ok := s.seatPost(who, ""); ok && p.e.set.has(RoleSeat) {
		return p.text
	}
	for _, p := range s.who[who].posts {
		if p.e.set.has(RoleElected) && !p.e.set.has(RoleSeat) && !p.former { // a councillor's ward is no seat in a parliament
			return ""
		}
	}
	return s.commonSeat()
}
