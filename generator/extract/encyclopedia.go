package extract

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/prose"
)

// workRules read what encyclopaedias and short lives tell of posts and bodies.
var workRules = []Rule{
	{
		Name:  "also-is",
		Doc:   "further posts behind a verb of being: “was a poet, professor at Hesk University and president of the Harbour Society”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Role),
		Find:  alsoIs,
	},
	{
		Name:  "works",
		Doc:   "somebody works for, joins, serves on a named body: “Roe worked for the Harbour Bank”",
		Types: []claim.Type{claim.Membership},
		needs: on(Work, Employ, Join, Serve, Sit, Found, Represent),
		Find:  works,
	},
	{
		Name:  "post-is",
		Doc:   "a post before its holder: “The chairman of the Harbour Bank is Ana Roe”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Role),
		Find:  postIs,
	},
	{
		Name:  "party-in-brackets",
		Doc:   "a party in brackets behind a name: “Ana Roe (Reform Party)”",
		Types: []claim.Type{claim.Membership},
		Find:  bracketParty,
	},
}

// alsoIs reads the posts of a predicate list behind the first; one named body at
// the list's end belongs to all: “is chairman and president of the Harbour Bank”.
func alsoIs(s *Sentence) {
	for i := range s.verbs {
		v := &s.verbs[i]
		serve := (v.is(Serve) || v.is(Work)) && v.last < s.s.last && s.words[v.last].is(As)
		if !(v.is(Be) || v.is(Become) || serve) || v.infinitive || v.gerund || !v.finite {
			continue
		}
		who := s.subject(int32(i))
		if !s.person(who) {
			continue
		}
		how, ok := s.told(int32(i))
		if !ok || how.status == claim.Denied || how.ahead {
			continue
		}
		list := s.predicates(int32(i))
		if slices.ContainsFunc(list, func(k int32) bool { return s.roles[k].negated }) {
			continue
		}
		s.shareOrg(list)
		direct := s.roleDirectly(int32(i))
		for _, k := range list {
			ro := &s.roles[k]
			if k == direct && !ro.shared || s.owned(k) != k || ro.plural || ro.negated || ro.holder >= 0 && s.resolve(ro.holder) != who {
				continue
			}
			s.holds(who, ro, func(d *draft) {
				s.termOf(d, int32(i), k)
				d.Status, d.By, d.Via = how.status, how.by, how.via
				d.Former = ro.former || pastPost(v, d)
				d.fired = append(d.fired, used{"verb", v.span})
			})
		}
	}
}

// predicates gives the posts of the complement of verb v that stand in one list:
// each follows the verb, a comma or "and".
func (s *Sentence) predicates(v int32) []int32 {
	vb := &s.verbs[v]
	end := vb.end
	for k := vb.last; k < end; k++ {
		if w := &s.words[k]; w.is(Rel) || w.mark == ';' || w.is(Sub) && !w.is(As) || w.is(That) {
			end = k
		}
	}
	var list []int32
	for k := range s.roles {
		ro := &s.roles[k]
		if ro.first < vb.last || ro.head >= end {
			continue
		}
		b := ro.first - 1
		for b >= vb.last && (s.words[b].is(Adv) || s.words[b].is(A) || s.words[b].is(As) || s.words[b].kind == prose.Word && s.words[b].name < 0 && !s.words[b].any(&closed) && !s.verbHere(s.s, b)) {
			b--
		}
		if b < vb.last || (s.words[b].comma() || s.words[b].is(And)) && !s.words[b].is(But) {
			list = append(list, int32(k))
		}
	}
	return list
}

// shareOrg gives the organisation of the last of coordinated posts to those
// before it that have none.
func (s *Sentence) shareOrg(list []int32) {
	for n := len(list) - 1; n > 0; n-- {
		a, b := &s.roles[list[n-1]], &s.roles[list[n]]
		if a.org >= 0 || a.orgName != "" || a.place != "" || b.org < 0 && b.orgName == "" || !s.words[b.head].any(&bodied) || !s.words[a.head].any(&bodied) {
			continue
		}
		if k := a.last; k < b.first && (s.words[k].comma() || s.words[k].is(And)) && b.first-k <= 3 {
			a.org, a.orgName, a.shared = b.org, b.orgName, true
		}
	}
}

// bodied are the posts that a body has.
var bodied = setOf(RoleJob, RoleParty, RolePublic)

// works reads work for, and seats on, named bodies.
func works(s *Sentence) {
	for i := range s.verbs {
		v := int32(i)
		vb := &s.verbs[i]
		var orgs []int32
		switch {
		case vb.is(Work) && !vb.passive:
			orgs = s.bodiesAfter(v, on(For, At), true)
		case vb.is(Employ) && vb.passive:
			orgs = s.bodiesAfter(v, on(By, At, With), true)
		case vb.is(Serve) && !vb.passive, vb.is(Sit) && !vb.passive:
			orgs = slices.DeleteFunc(s.bodiesAfter(v, on(On, In, With), true), func(o int32) bool {
				return !s.bodyHas(o, OrgPublic) && !s.bodyHas(o, OrgUnion) && !s.bodyHas(o, OrgCompany) && !s.bodyHas(o, OrgSchool)
			})
		case vb.is(Join) && !vb.passive:
			if o := s.object(v); o >= 0 && s.who[o].kind == Org && !s.party(o) && !s.bodyHas(o, OrgLegislature) && !s.governing(o) {
				orgs = append(orgs, o)
			}
		case vb.is(Represent) && !vb.passive:
			if o := s.object(v); o >= 0 && s.who[o].kind == Org && (s.party(o) || s.bodyHas(o, OrgParty)) {
				orgs = append(orgs, o)
			}
		case vb.is(Found) && !vb.passive && vb.e.forms&base == 0:
			if o := s.object(v); s.party(o) {
				orgs = append(orgs, o)
			}
		}
		who := s.subject(v)
		if len(orgs) == 0 || !s.person(who) {
			continue
		}
		how, ok := s.told(v)
		if !ok || how.status != claim.Asserted && how.status != claim.Alleged {
			continue
		}
		for _, org := range orgs {
			s.add(claim.Membership, who, func(d *draft) {
				d.Status, d.By, d.Via = how.status, how.by, how.via
				d.Org = s.who[org].name
				s.term(d, v)
				d.Former = pastPost(vb, d) && !vb.is(Join) && !vb.is(Found)
				d.fired = append(d.fired, used{"verb", vb.span})
			})
		}
	}
}

// bodyHas tells that a word of an organisation's name has the class; a name
// that is nothing but "the government" has none.
func (s *Sentence) bodyHas(id int32, c Class) bool {
	words := s.who[id].words
	for _, w := range words {
		if e := s.lex.find(w); e != nil && e.set.has(c) && len(words) > 1 {
			return true
		}
	}
	return false
}

// bodiesAfter gives the organisations that one of the prepositions governs
// behind verb v, and those listed with the first; directly allows nothing but
// adverbs, times and a post between.
func (s *Sentence) bodiesAfter(v int32, preps set, directly bool) []int32 {
	vb := &s.verbs[v]
	as := false // behind "as": "as an accountant by"
	for k := vb.last; k+1 < vb.end; k++ {
		w := &s.words[k]
		as = as || w.is(As)
		if w.any(&preps) && !s.inDate(k) {
			j := k + 1
			if s.words[j].is(The) {
				j++
			}
			if j+2 < vb.end && s.words[j].is(OrgHead) && s.words[j].name < 0 && s.words[j+1].is(Of) { // "on the board of"
				if j += 2; s.words[j].is(The) {
					j++
				}
			}
			if j < vb.end && s.words[j].name >= 0 {
				return s.bodyRun(j, vb.end)
			}
		}
		if directly && !w.is(Adv) && !w.is(As) && !w.is(A) && !w.is(The) && !w.is(Role) && !w.is(RoleMod) && !w.is(Field) && !s.inDate(k) && !w.is(Unit) && !w.is(NumberWord) && w.kind != prose.Number && !(as && w.name0() && !w.any(&closed)) {
			return nil
		}
		if w.comma() {
			return nil
		}
	}
	return nil
}

// bodyRun reads organisations listed from k on.
func (s *Sentence) bodyRun(k, end int32) []int32 {
	var list []int32
	for n := 0; n < 6 && k < end && s.words[k].name >= 0; n++ {
		m := &s.mentions[s.words[k].name]
		if s.names[m.name].kind != Org {
			break
		}
		if id := s.resolve(s.words[k].name); id >= 0 {
			list = append(list, id)
		}
		k = m.last
		from := k
		for k < end && (s.words[k].comma() || s.words[k].is(And) || s.words[k].is(The) || s.words[k].is(At) || s.words[k].is(For)) {
			k++
		}
		if k == from {
			break
		}
	}
	return list
}

// bracketParty reads “Ana Roe (Reform Party)”.
func bracketParty(s *Sentence) {
	if !s.s.brackets {
		return
	}
	for k := s.s.first + 1; k+2 < s.s.last; k++ {
		if s.words[k].mark != '(' || s.words[k+1].name < 0 || s.words[k-1].name < 0 {
			continue
		}
		m := &s.mentions[s.words[k+1].name]
		if m.first != k+1 || m.last >= s.s.last || s.words[m.last].mark != ')' {
			continue
		}
		org := s.resolve(s.words[k+1].name)
		who := s.personAt(s.words[k-1].name)
		if !s.party(org) || !s.person(who) {
			continue
		}
		s.who[who].org = org
		s.add(claim.Membership, who, func(d *draft) { d.Org = s.who[org].name })
	}
}

// postIs reads “The chairman of the Harbour Bank is Ana Roe”.
func postIs(s *Sentence) {
	for i := range s.verbs {
		v := &s.verbs[i]
		if !v.is(Be) || !v.finite || v.negated || v.last >= s.s.last {
			continue
		}
		for k := range s.roles {
			ro := &s.roles[k]
			if ro.last != v.first || ro.holder >= 0 || ro.plural || ro.negated || !ro.definite && ro.org < 0 || ro.first > s.s.first && !s.words[ro.first-1].comma() && !s.words[ro.first-1].is(And) {
				continue
			}
			j := v.last
			for j < s.s.last && s.words[j].is(Honorific) && s.words[j].name < 0 {
				j++
			}
			if j >= s.s.last || s.words[j].name < 0 || !s.closes(s.s, s.mentions[s.words[j].name].last) {
				continue
			}
			how, ok := s.told(int32(i))
			who := s.personAt(s.words[j].name)
			if !ok || how.status == claim.Denied || how.ahead || !s.person(who) {
				continue
			}
			s.holds(who, ro, func(d *draft) {
				d.Status, d.By, d.Via = how.status, how.by, how.via
				d.Former = ro.former || pastPost(v, d)
				d.fired = append(d.fired, used{"verb", v.span})
			})
		}
	}
}
