package extract

import (
	"strings"

	"profilegen/generator/claim"
)

// fillSeats gives elections and defeats that name no office the seat they are
// about: the one by which the article calls the person, failing that the one of
// which the article speaks most.
func (r *reading) fillSeats() {
	common, counted := "", false
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.Type != claim.Election && d.Type != claim.Defeat || d.Role != "" || r.who[d.who].kind != Person {
			continue
		}
		if d.Org != "" && !r.partyNamed(d.Org) {
			continue
		}
		if p, ok := r.seatPost(d.who, d.Place); ok {
			d.Role = p.text
			if d.Place == "" && d.Org == "" {
				d.Place = p.place
			}
			continue
		}
		if d.Place == "" || r.wardLike(d.Place) {
			continue
		}
		if !counted {
			common, counted = r.commonSeat(), true
		}
		d.Role = common
	}
}

// partyNamed tells that a name is that of a party of the article.
func (r *reading) partyNamed(name string) bool {
	id, ok := r.orgs[r.orgKey(name)]
	return ok && r.who[id].party
}

// seatPost gives the seat or the elected office by which the article calls a
// person, the one for the place first.
func (r *reading) seatPost(who int32, place string) (post, bool) {
	found, ok := post{}, false
	for _, p := range r.who[who].posts {
		e := r.lex.words[p.head]
		if e == nil || !e.set.has(RoleSeat) && !e.set.has(RoleElected) || e.set.has(Vague) {
			continue
		}
		if place != "" && p.place == place {
			return p, true
		}
		if place == "" || p.place == "" && e.set.has(RoleSeat) {
			found, ok = p, true
		}
	}
	return found, ok
}

// wardLike tells that a place is a part of a town, whose seat is no parliament's.
func (r *reading) wardLike(place string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(place)) {
		if e := r.lex.words[w]; e != nil && e.set.has(SeatNoun) {
			return true
		}
	}
	return false
}

// commonSeat gives the word for a seat in a parliament that stands most often in
// the article, in the singular: "MP"; "" where it has none.
func (r *reading) commonSeat() string {
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
