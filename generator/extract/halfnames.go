package extract

import "strings"

// headless lets a party be called by its name without the head noun: "Harbour" of
// the Harbour Alliance.
func (r *reading) headless(n *name, id int32) {
	m := &r.mentions[n.first]
	h := &r.words[m.last-1]
	if n.count == 1 {
		if land := lastWord(n.text); h.is(PartyName) && strings.Count(n.text, " ") == 1 && r.known(strings.ToLower(land), Country) { // "Harbour UK"
			r.alsoOrg(n.text[:len(n.text)-len(land)-1], id)
		}
		return
	}
	if !h.is(OrgParty) || h.is(PartyNoun) {
		return
	}
	w := &r.words[m.first]
	if w.is(PartyName) || w.is(Creed) || w.is(Country) || w.is(Demonym) || w.is(RoleMod) || w.is(Given) || w.is(PlaceWord) {
		return
	}
	r.alsoOrg(r.t.Source[w.start:w.end], id)
}

// alsoOrg lets an organisation be called by a name that no other one has.
func (r *reading) alsoOrg(text string, id int32) {
	key := r.orgKey(text)
	if _, taken := r.orgs[key]; !taken {
		r.orgs[key] = id
	}
}
