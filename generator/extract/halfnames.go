package extract

// headless lets a party be called by its name without the head noun: "Harbour" of
// the Harbour Alliance.
func (r *reading) headless(n *name, id int32) {
	m := &r.mentions[n.first]
	if h := &r.words[m.last-1]; !h.is(OrgParty) || h.is(PartyNoun) {
		return
	}
	w := &r.words[m.first]
	if w.is(PartyName) || w.is(Creed) || w.is(Country) || w.is(Demonym) || w.is(RoleMod) || w.is(Given) || w.is(PlaceWord) {
		return
	}
	key := r.orgKey(r.t.Source[w.start:w.end])
	if _, taken := r.orgs[key]; !taken {
		r.orgs[key] = id
	}
}
