package extract

import "strings"

// shortParties makes parties of words that only ever begin a sentence, before a post
// of a party, where the article has a party's name of which each is the first: "Reform
// leader NAME" beside "Reform UK".
func (r *reading) shortParties() {
	var first map[string]bool // the first words of the parties' names, once one asks
	for i := range r.names {
		n := &r.names[i]
		if n.count != 1 || n.kind != NoKind || n.partisan < 2 {
			continue
		}
		if first == nil {
			first = map[string]bool{}
			for j := range r.names {
				if word, _, more := strings.Cut(r.names[j].text, " "); more && r.names[j].party {
					first[word] = true
				}
			}
		}
		if first[n.text] {
			n.kind, n.party = Org, true
		}
	}
}

// withoutCountry lets a party that is called by its country as well be called
// without it: "Reform" for "Reform UK".
func (r *reading) withoutCountry(n *name, id int32) {
	first, country, two := strings.Cut(n.text, " ")
	if !two {
		return
	}
	e := r.lex.find(country) // "UK"
	if e == nil {
		_, country, _ = strings.Cut(n.low, " ")
		e = r.lex.find(country)
	}
	if e != nil && e.set.has(Country) {
		r.alsoOrg(first, id)
	}
}

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
	var room [96]byte
	r.orgs.offer(r.appendOrgKey(room[:0], text), id)
}
