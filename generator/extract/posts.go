package extract

import (
	"strings"

	"profilegen/generator/claim"
)

// postRules read who holds or held which post.
var postRules = []Rule{
	{
		Name:  "title",
		Doc:   "a post before or after a name: “Harbour Minister Ana Roe”, “Ana Roe, leader of the council,”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Role),
		Find:  titles,
	},
	{
		Name:  "is-a",
		Doc:   "somebody is, was, became, served as: “Roe was mayor from 2003 to 2007”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Role),
		Find:  copulas,
	},
	{
		Name:  "led",
		Doc:   "somebody leads, led or chaired a body: “Roe has led the Reform Party since 2014”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Lead),
		Find:  leads,
	},
	{
		Name:  "the-post",
		Doc:   "a description that plainly takes up a person just named: “The mayor said”",
		Types: []claim.Type{claim.Position, claim.Membership},
		needs: on(Role),
		Find:  descriptions,
	},
}

func titles(s *Sentence) {
	for i := range s.roles {
		ro := &s.roles[i]
		who := int32(-1)
		if ro.holder >= 0 {
			who = s.resolve(ro.holder)
		} else if ro.first == s.s.first && !ro.definite && !ro.plural && ro.last < s.s.last && s.words[ro.last].comma() {
			who = s.mainSubject() // "A former minister, NAME was …"
		}
		if !s.person(who) {
			continue
		}
		s.holds(who, ro, nil)
	}
}

// holds adds the position of a description, the membership with it, and
// remembers it for "the minister".
func (s *Sentence) holds(who int32, ro *role, set func(d *draft)) {
	h := &s.words[ro.head]
	if ro.owner == -3 || ro.owner >= 0 {
		return
	}
	if h.is(RoleParty) && ro.org < 0 && ro.orgName == "" && ro.place == "" && ro.definite && ro.loose {
		return
	}
	if h.is(RoleParty) && ro.org < 0 && ro.orgName == "" && ro.title && ro.place == "" &&
		(ro.last-ro.first == 1 && s.index-s.partySince <= 2 && strings.HasSuffix(h.e.lemma, "leader") || s.index-s.partySince <= 1 && s.saysParty(ro)) {
		ro.org = s.lastParty // "Leader NAME", "Party chairman NAME"
	}
	s.partyOf(who, ro)
	if !s.counts(ro) {
		return
	}
	s.remind(who, post{head: h.e.lemma, text: s.roleText(ro), org: ro.org, place: ro.place, former: ro.former})
	s.add(claim.Position, who, func(d *draft) {
		d.Role, d.Org, d.Place, d.Former = s.roleText(ro), s.roleOrg(ro), ro.place, ro.former
		d.fired = append(d.fired, used{"role", ro.span})
		if set != nil {
			set(d)
		}
	})
}

// remind notes what the article has called a person, for "the minister".
func (s *Sentence) remind(who int32, p post) {
	e := &s.who[who]
	for i := range e.posts {
		if e.posts[i].text == p.text && (e.posts[i].org == p.org || p.org < 0) {
			last := len(e.posts) - 1
			e.posts[i], e.posts[last] = e.posts[last], e.posts[i]
			return
		}
	}
	p.words = nameWords(p.text)
	if len(e.posts) == 8 {
		e.posts = append(e.posts[:0], e.posts[1:]...)
	}
	e.posts = append(e.posts, p)
}

// partyOf adds the membership that a party's name in a description tells.
func (s *Sentence) partyOf(who int32, ro *role) {
	h := &s.words[ro.head]
	if ro.org < 0 || !(s.party(ro.org) && !h.is(RoleJob) || s.who[ro.org].kind == Org && (h.is(RoleMember) || h.is(RoleOcc) && !ro.title)) {
		return
	}
	s.who[who].org = ro.org
	s.add(claim.Membership, who, func(d *draft) {
		d.Org = s.who[ro.org].name
		d.fired = append(d.fired, used{"role", ro.span})
	})
}

func copulas(s *Sentence) {
	for i := range s.verbs {
		v := &s.verbs[i]
		serve := (v.is(Serve) || v.is(Work) || v.is(Act) || v.is(Begin)) && v.last < s.s.last && s.words[v.last].is(As)
		if !(v.e.lemma == "be" || v.is(Become) || v.is(Remain) || serve) || v.infinitive || v.gerund {
			continue
		}
		k := s.roleDirectly(int32(i))
		if k < 0 || s.roles[k].holder >= 0 || s.roles[k].plural || s.roles[k].negated {
			continue
		}
		ro := &s.roles[k]
		who := s.subject(int32(i))
		if !s.person(who) || v.is(Become) && ro.record {
			continue
		}
		if how, ok := s.told(int32(i)); !ok || how.status == claim.Denied || how.status == claim.Planned {
			continue
		}
		how, _ := s.told(int32(i))
		s.holds(who, ro, func(d *draft) {
			s.term(d, int32(i))
			d.Status, d.By, d.Via = how.status, how.by, how.via
			d.Former = ro.former || pastPost(v, d)
			d.fired = append(d.fired, used{"verb", v.span})
		})
	}
}

func leads(s *Sentence) {
	for i := range s.verbs {
		v := &s.verbs[i]
		if !v.is(Lead) || v.passive || v.infinitive || v.gerund || v.is(Run) {
			continue
		}
		who, org := s.subject(int32(i)), s.object(int32(i))
		if !s.person(who) || org < 0 || s.who[org].kind != Org {
			continue
		}
		how, ok := s.told(int32(i))
		if !ok || how.status == claim.Denied || how.status == claim.Planned {
			continue
		}
		text := "leader"
		if v.e.lemma == "chair" {
			text = "chair"
		} else if v.e.lemma == "head" || v.e.lemma == "direct" {
			text = "head"
		}
		if s.party(org) {
			s.who[who].org = org
			s.add(claim.Membership, who, func(d *draft) { d.Org = s.who[org].name })
		}
		s.add(claim.Position, who, func(d *draft) {
			d.Role, d.Org = text, s.who[org].name
			s.term(d, int32(i))
			d.Status, d.By, d.Via = how.status, how.by, how.via
			d.Former = pastPost(v, d)
			d.fired = append(d.fired, used{"verb", v.span})
		})
		s.remind(who, post{head: text, text: text, org: org})
	}
}

// descriptions take up a person: "The MEP said" after a sentence about one
// person only.
func descriptions(s *Sentence) {
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.role < 0 || p.kind != rolePhrase {
			continue
		}
		ro := &s.roles[p.role]
		if ro.holder >= 0 || ro.plural || !ro.definite && (p.who < 0 || s.ahead.who != p.who) {
			continue
		}
		if p.who < 0 || ro.owner != -1 || !(ro.guessed || ro.org >= 0 || ro.place != "" || ro.former || s.ahead.who == p.who) {
			continue
		}
		s.holds(p.who, ro, func(d *draft) {
			if ro.guessed && s.index > 0 { // the words that name the person carry it too
				d.words.first = s.sentences[s.index-1].first
			}
		})
	}
}
