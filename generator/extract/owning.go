package extract

// ownOrg settles "its general secretary", "her deputy leader": the organisation
// is the one spoken of, or that of the person.
func (p *parser) ownOrg(ro *role, c *clause) {
	at := -2 - ro.owner
	w := &p.words[at]
	ro.owner = -3
	h := &p.words[ro.head]
	own := h.is(RoleParty) || h.is(RoleMember) || h.is(RoleSeat) || h.is(RoleCandidate)
	if w.is(FirstPerson) { // "our correspondent"
		ro.owner = -1
		return
	}
	if w.is(Thing) && p.body != "" && p.index-p.bodySince == 1 && !h.is(RoleOcc) {
		ro.owner, ro.orgName = -1, p.body
		return
	}
	if w.is(Thing) || w.is(Plural) {
		if org := p.owning(at); org >= 0 && !h.is(RoleOcc) {
			ro.owner, ro.org = -1, org
		}
		return
	}
	if ro.holder >= 0 && !h.is(RoleOcc) && (h.is(Spokes) || h.is(RolePublic) && !h.is(Vague) && !h.is(Clerk)) { // "his spokeswoman, NAME,"
		ro.owner = -1
	}
	p.at = at + 1
	who := p.pronoun(w, c, false)
	if h.is(DeputyNoun) && who >= 0 && ro.text.last-ro.text.first == 1 {
		p.deputyOf(ro, who)
		return
	}
	if who >= 0 && ro.org < 0 && own {
		ro.org = p.who[who].org
	}
	if who >= 0 && ro.holder >= 0 && h.is(RoleParty) && !h.is(Vague) && (ro.org >= 0 && p.who[ro.org].party || ro.text.last-ro.text.first > 1) { // "his local party chairman, NAME,"
		ro.owner = -1
	}
}

// owning gives the organisation that "its" or "their" at k takes up: the one
// that this sentence is about or named last, or that the sentence before was
// about; -1 where that is not clear.
func (p *parser) owning(k int32) int32 {
	found := int32(-1)
	for j := p.s.first; j < k; j++ {
		id := p.words[j].name
		if id < 0 || p.mentions[id].first != j || p.names[p.mentions[id].name].kind != Org {
			continue
		}
		found = p.resolve(id)
		if len(p.verbs) == 0 || found == p.mainOrg() {
			break
		}
	}
	if found < 0 {
		found = p.onlyOrg()
	}
	if found < 0 && p.index-p.orgSince <= 1 {
		found = p.orgSubject
	}
	if found < 0 && p.lastOrg >= 0 && p.lastOrg == p.lastParty && p.index-p.partySince <= 1 {
		found = p.lastOrg
	}
	return found
}
