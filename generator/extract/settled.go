package extract

import "profilegen/generator/prose"

// settleKinds decides for each name what it stands for.
func (r *reading) settleKinds() {
	// the last words of people's names, and the names that stand alone with a title
	for i := range r.names {
		n := &r.names[i]
		if n.titled || n.count > 1 && n.score[Person] > max(2, n.score[Org], n.score[Place]) {
			r.surnames[r.family(n.text)] = true
		}
	}
	for i := range r.names {
		n := &r.names[i]
		if n.count > 1 && n.score[Org] < 8 && r.surnames[r.family(n.text)] && n.score[Place] < 6 {
			n.score[Person] += 4
		}
		if n.count == 1 && r.surnames[n.text] {
			n.score[Person] += 5
		}
		best := Kind(0)
		for k := Person; k <= Place; k++ {
			if n.score[k] > n.score[best] {
				best = k
			}
		}
		if n.count == 1 && best == Person && !n.middle && !n.given && !r.surnames[n.text] && (n.score[Person] < 3 || r.everydayHere(n)) {
			best = NoKind
		}
		n.kind = best
		r.settleParty(n)
	}
	r.lastNames()
	r.shortParties()
}

// lastNames makes people of names that only ever begin a sentence, where they are
// the last words of people's names and no words of the language.
func (r *reading) lastNames() {
	last := r.room.last
	for i := range r.names {
		if n := &r.names[i]; n.kind == Person && n.count > 1 {
			last[r.family(n.text)] = true
		}
	}
	for i := range r.names {
		n := &r.names[i]
		if n.count == 1 && n.kind == NoKind && !n.middle && last[n.text] && r.words[r.mentions[n.first].first].e == none {
			n.kind = Person
		}
	}
}

// everydayHere tells that the article has the word of a name without a capital
// too: "Jobs might go" beside "60 jobs".
func (r *reading) everydayHere(n *name) bool {
	if !r.smallRead {
		r.smallRead = true
		for i := range r.words {
			if w := &r.words[i]; w.kind == prose.Word && w.e == none && !w.capital() {
				r.small[r.t.Source[w.start:w.end]] = true
			}
		}
	}
	return r.small[n.low]
}

// acronymName tells of a name that is one acronym.
func (r *reading) acronymName(n *name) bool {
	return n.count == 1 && r.acronym(r.mentions[n.first].first) && !r.words[r.mentions[n.first].first].is(OrgMedia)
}
