package render

import (
	"fmt"
	"strings"

	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// shown adds facts as pages tell them: with the dates and sources of those
// they differ from.
func (h *hasher) shown(facts ...*profile.Fact) {
	for _, f := range facts {
		p := h.factPrint(f)
		h.b = append(h.b, p[:]...)
		for _, id := range f.Differs() {
			if other := h.s.facts.at(id); other != nil {
				p := h.factPrint(other)
				h.b = append(h.b, p[:]...)
			}
		}
		if end := h.s.endOf(f); end != nil {
			p := h.factPrint(end)
			h.b = append(h.b, p[:]...)
		}
	}
}

// shownClaim adds a claim as pages tell it: with the sides of what it stands for.
func (h *hasher) shownClaim(c *review.Claim) {
	h.claim(c)
	h.stoodFor(c)
}

// stoodFor adds what a claim stands for, and the sides of it.
func (h *hasher) stoodFor(c *review.Claim) {
	for id := range c.Facts() {
		h.add(id)
	}
	for id := range c.Facts() {
		if f := h.s.facts.at(id); f != nil && (contested(f) || accuses(f)) {
			h.shown(f)
		}
	}
}

// profile adds all that a profile's own pages show: what its editor wrote, its
// facts, the claims that name it, what was corrected.
func (h *hasher) profile(p *review.Profile) {
	s := h.s
	h.add(string(p.Ref), p.Name)
	h.dates(p.Updated)
	if p.Person != nil {
		e := *p.Person
		e.Places = nil
		h.json(e)
		h.refs(string(profile.PartyRef(e.Party)))
	}
	if p.Party != nil {
		e := *p.Party
		e.Places = nil
		h.json(e)
	}
	if pic := s.pictures[p.Ref]; pic != nil {
		h.b = append(h.b, pic.hash[:]...)
		h.add(fmt.Sprint(pic.format, pic.turn, pic.widths, pic.width, pic.height))
	}
	h.shown(p.Facts...)
	h.add("mentions")
	for _, c := range p.Mentions {
		h.shownClaim(c)
	}
	for _, c := range s.pub.Changes {
		if c.Subject == p.Ref {
			h.change(c)
		}
	}
}

func (h *hasher) change(c review.Change) {
	h.dates(c.Date)
	h.add(string(c.Subject), c.Name, c.Text, fmt.Sprint(c.Withdrawn), c.Fact)
}

// offices adds the way from each post to those who held it before and after.
func (h *hasher) offices(facts []*profile.Fact) {
	for _, f := range facts {
		o := h.s.later.posts()[f]
		if o == nil {
			continue
		}
		h.add(o.id)
		h.yes("", o.shared())
		before, after := o.beside(f)
		for _, term := range [...]*profile.Fact{before, after} {
			if term == nil {
				h.add("")
			} else {
				h.refs(string(term.Subject))
			}
		}
	}
}

// matter adds what a page shows. It tells false for pages of which there are
// few: what these show is put together and hashed as it is.
func (h *hasher) matter(r route) bool {
	s := h.s
	switch r.kind {
	case personPage:
		p := s.profiles[profile.Ref(r.id)]
		h.whole(p)
		h.offices(p.Facts)
		h.sharedWith(p.Ref)
	case partyPage:
		p := s.profiles[profile.Ref(r.id)]
		h.whole(p)
		h.offices(p.Facts)
		h.shown(s.later.told()[p.Ref]...)
	case profileJSON:
		p := s.profiles[profile.Ref(r.id)]
		h.whole(p)
		h.shown(s.later.told()[p.Ref]...)
	case profileFeed:
		h.whole(s.profiles[profile.Ref(r.id)])
	case allPage:
		ref, year, _ := strings.Cut(r.id, "\x00")
		p := s.profiles[profile.Ref(ref)]
		l := s.all[p.Ref]
		h.add(ref, p.Name, year, fmt.Sprint(len(p.Facts), r.part, l.cut))
		h.listed(l.listing, year, r.part, l.facts)
	case articlePage:
		a := s.articles.at(r.id)
		h.article(a)
		h.claims(a)
		for i := range a.Claims {
			h.stoodFor(&a.Claims[i])
		}
		for _, span := range a.Spans {
			h.add(span.Text)
			h.number("", len(span.Claims))
			h.yes("", span.Omitted)
			h.yes("", span.Break)
			h.add(span.Claims...)
		}
	case officePage:
		o := s.officeByID[r.id]
		h.add(o.id, o.title)
		h.shown(o.terms...)
	case timelinePage:
		l := s.later.timeline()
		h.add(fmt.Sprint(l.total, l.cut, r.part), r.id)
		facts := h.listed(l.listing, r.id, r.part, l.facts)
		if l.cut && r.id == "" {
			facts = l.facts[:min(maxTimeline, len(l.facts))]
			h.shown(facts...)
		}
		for _, f := range facts {
			h.refs(s.partyOf(f))
		}
	case popoloData:
		for _, p := range s.pub.Profiles {
			h.whole(p)
			h.fold()
		}
	case claimsData:
		for _, a := range s.pub.Articles {
			h.claims(a)
			h.fold()
		}
	case factsData:
		for _, p := range s.pub.Profiles {
			for _, f := range p.Facts {
				p := h.factPrint(f)
				h.b = append(h.b, p[:]...)
			}
			h.fold()
		}
	default:
		return false
	}
	return true
}

// listed adds the facts of one page of a list that may be cut, and gives them: they
// are good until the next call.
func (h *hasher) listed(l listing, group string, part int, facts []*profile.Fact) []*profile.Fact {
	out := h.facts[:0]
	for _, g := range l.groups {
		h.add(g)
		h.number("", l.parts(g))
		if !l.cut || g == group {
			for _, i := range cutPart(l.lines[g], part) {
				h.shown(facts[i])
				out = append(out, facts[i])
			}
		}
	}
	h.facts = out
	return out
}

// digestCommon hashes what every page has around its own matter.
func (s *Site) digestCommon() {
	h := s.hasher()
	h.b = append(h.b, s.base[:]...)
	set := s.pub.Settings
	set.Description = "" // the home page's own
	h.json(set)
	h.add(s.asset("site.css"), s.asset("site.js"), s.asset("icon.svg"))
	for _, p := range s.pub.Pages {
		h.add(p.ID, pageTitle(p))
	}
	s.common = h.print()
}
