package extract

import (
	"strings"

	"profilegen/generator/prose"
)

// nounsEnd gives the end of the common nouns at k.
func (r *reading) nounsEnd(s *sentence, k int32) int32 {
	n := k
	for n < s.last && n < k+4 && r.words[n].name < 0 && r.words[n].kind == prose.Word && !r.words[n].any(&closed) && r.words[n].e.forms&(past|third) == 0 && !r.words[n].is(Role) {
		n++
	}
	return n
}

// nounsBefore gives the place of the name that stands at k or behind a few
// nouns ("the campaign group NAME"); -1.
func (r *reading) nounsBefore(s *sentence, k int32) int32 {
	n := r.nounsEnd(s, k)
	if n > k && n+1 < s.last && r.words[n].is(The) && r.words[n+1].name >= 0 && r.words[n-1].is(OrgHead) {
		return n + 1
	}
	if n < s.last && r.words[n].name >= 0 && (n == k || r.words[n-1].is(OrgHead) || r.modified(k, n)) {
		return n
	}
	return -1
}

// modified tells that nothing but modifiers stands from..to: "ruling", "backbench".
func (r *reading) modified(from, to int32) bool {
	for k := from; k < to; k++ {
		if w := &r.words[k]; !w.is(RoleMod) && !w.is(Filler) && !w.is(Demonym) && !w.is(Former) {
			return false
		}
	}
	return true
}

// roleName takes the name at n as the organisation or the place of a post.
func (r *reading) roleName(s *sentence, ro *role, n int32, prep *word, start int32) int32 {
	m := &r.mentions[r.words[n].name]
	nm := &r.names[m.name]
	head := &r.words[ro.head]
	end := m.last
	if nm.kind == Person && end+1 < s.last && r.words[end].kind == prose.Genitive && r.words[end+1].name >= 0 && r.names[r.mentions[r.words[end+1].name].name].kind == Org && ro.org < 0 { // "director of NAME's Harbour Trust"
		return r.roleName(s, ro, end+1, prep, start)
	}
	if nm.kind == Person && nm.score[Person] > 4 {
		return start
	}
	if end+1 < s.last && r.words[m.first].is(Country) && r.shortTitle(end) && r.words[end+1].capital() { // "a supporter of U.S. Rep. NAME"
		return start
	}
	switch {
	case nm.kind == Org:
		if prep.is(In) && ro.org >= 0 {
			return start
		}
		if ro.org >= 0 && nm.who != ro.org && !(prep.is(Of) && r.faint(ro.org)) { // "leader of the X group in the assembly"
			return end
		}
		ro.org = r.resolve(r.words[n].name)
		if end < s.last && r.words[end].is(OrgHead) && !r.words[end].capital() && !r.words[end].is(Verb) { // "the Plaid group"
			end++
		}
	case end < s.last && r.words[end].is(OrgHead) && !r.words[end].capital(): // "Sindh government"
		ro.orgName = r.text(span{m.first, end + 1})
		ro.place = ""
		end++
	case head.is(RoleJob) && !prep.is(In) || prep.is(At) && head.any(&bodied) && !r.words[m.first].is(Country) || head.is(RoleParty) && prep.is(Of) && nm.kind != Place:
		ro.orgName = nm.text
	default:
		if ro.place != "" && prep.is(To) { // "Israel's ambassador to London"
			return end
		}
		if ro.place != "" {
			return start
		}
		from := m.first
		// "Sittingbourne and Sheppey": a seat's name goes on
		if head.is(RoleSeat) || prep.is(For) {
			for end+1 < s.last && (r.words[end].is(And) || r.words[end].comma()) && r.words[end+1].name >= 0 && r.placeLike(end+1) && !r.words[end].comma() {
				end = r.mentions[r.words[end+1].name].last
			}
			if end+2 < s.last && r.words[end].is(And) && r.words[end+1].is(The) && r.words[end+1].capital() && r.words[end+2].name >= 0 && (r.placeLike(end+2) || r.faintName(end+2)) { // "Ash and The Wold"
				end = r.mentions[r.words[end+2].name].last
			}
		}
		ro.place = r.text(span{from, end})
	}
	if end+2 < s.last && r.words[end].mark == '(' && r.words[end+2].mark == ')' {
		end += 3
	}
	if nm.kind == Org && end+2 < s.last && r.words[end].kind == prose.Genitive { // "a member of NAME's ruling council"
		for k := end + 1; k < min(s.last, end+5) && r.words[k].kind == prose.Word && r.words[k].name < 0 && !r.words[k].any(&closed); k++ {
			if r.words[k].is(OrgHead) && !r.words[k].is(Verb) {
				return k + 1
			}
		}
	}
	return end
}

// faint tells of an organisation that nothing but its place in the sentence
// says to be one.
func (r *reading) faint(id int32) bool {
	n := &r.names[r.mentions[r.who[id].first].name]
	return n.score[Org] < 4 && !n.party
}

// faintName tells of a name at k that nothing but its article says to be that of
// an organisation.
func (r *reading) faintName(k int32) bool {
	n := &r.names[r.mentions[r.words[k].name].name]
	return n.kind == Org && n.score[Org] < 4 && !n.party
}

// placeLike tells that the name at k can be a place.
func (r *reading) placeLike(k int32) bool {
	n := &r.names[r.mentions[r.words[k].name].name]
	return n.kind == Place || n.kind == NoKind || n.kind == Person && n.count == 1 && !n.titled
}

// someParty gives the party that "the party" means; -1 where two were just named.
func (r *reading) someParty() int32 {
	if r.partySince != r.index && r.index-r.otherSince < 5 {
		return -1
	}
	return r.lastParty
}

// saysParty tells of "party" in a post's own words.
func (r *reading) saysParty(ro *role) bool {
	for k := ro.text.first; k < ro.head; k++ {
		if w := &r.words[k]; w.is(OrgParty) && !(w.is(OrgUnion) && (w.capital() || !r.words[ro.head].is(LeaderNoun))) {
			return true
		}
	}
	return r.words[ro.head].is(OfParty)
}

// titlePosts are the posts that stand before a name behind another one.
var titlePosts = setOf(RoleElected, RoleSeat)

// shortTitle tells of "Rep.", "Sen.", "Gov." before a name.
func (r *reading) shortTitle(k int32) bool {
	w := &r.words[k]
	return w.is(RolePublic) && w.capital() && w.end-w.start <= 5 && r.t.Source[w.end-1] == '.'
}

// roleText gives the words of the post.
func (r *reading) roleText(ro *role) string {
	if ro.whole != "" {
		return ro.whole
	}
	text := r.text(ro.text)
	if ro.oneOf {
		text = r.singular(text)
	}
	if !strings.Contains(text, ",") {
		return text
	}
	return strings.TrimSuffix(text, ",")
}

// roleOrg gives the organisation's name, "" where none is told.
func (r *reading) roleOrg(ro *role) string {
	if id := r.bodyOf(ro); id >= 0 || id != ro.org {
		return r.orgName(id)
	}
	return ro.orgName
}

// bodyOf gives the organisation that the post is one of; -1. The party before
// an elected seat ("Reform senator NAME") is whose list it was, not whose post.
func (r *reading) bodyOf(ro *role) int32 {
	if ro.org >= 0 && r.words[ro.head].is(RoleElected) && r.words[ro.head].is(RolePublic) && r.who[ro.org].party {
		return -1
	}
	return ro.org
}
