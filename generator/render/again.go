package render

import (
	"slices"

	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// What a site takes over from the one before, beside its tables: lists and
// addresses, where nothing that they depend on is another.

// takeLists takes over the order of people, parties and articles; false where
// names or dates are others.
func (s *Site) takeLists(before *Site) bool {
	if before == nil || !sameNames(s.pub.Profiles, before.pub.Profiles) ||
		!slices.EqualFunc(s.pub.Articles, before.pub.Articles, func(a, b *review.Article) bool { return a == b || a.ID == b.ID && a.Date == b.Date }) {
		return false
	}
	now := func(list []*review.Profile) []*review.Profile {
		out := make([]*review.Profile, len(list))
		for i, p := range list {
			out[i] = s.profiles[p.Ref]
		}
		return out
	}
	l := &s.lists
	*l = before.lists
	l.peopleOf, l.partiesOf = now(l.peopleOf), now(l.partiesOf)
	l.articlesOf = slices.Clone(l.articlesOf)
	for i, a := range l.articlesOf {
		if over, ok := s.articles.over[a.ID]; ok {
			l.articlesOf[i] = over
		}
	}
	return true
}

// sameNames tells that two lists have the same profiles by the same names.
func sameNames(a, b []*review.Profile) bool {
	return slices.EqualFunc(a, b, func(x, y *review.Profile) bool { return x == y || x.Ref == y.Ref && x.Name == y.Name })
}

// takeRoutes takes over the table of paths; false where any address may be another.
func (s *Site) takeRoutes(before *Site) bool {
	if before == nil || before.clashes || !s.in.SameLayouts || !s.in.SameFiles || !slices.Equal(s.pub.Pages, before.pub.Pages) ||
		s.pub.Settings != before.pub.Settings {
		return false
	}
	same := slices.EqualFunc(s.pub.Profiles, before.pub.Profiles, func(a, b *review.Profile) bool {
		return a == b || a.Ref == b.Ref && a.Person == b.Person && a.Party == b.Party && sameShape(s.all[a.Ref].listing, before.all[a.Ref].listing)
	}) && slices.EqualFunc(s.pub.Articles, before.pub.Articles, func(a, b *review.Article) bool {
		return a == b || a.ID == b.ID && a.File == b.File
	}) && len(s.offices) == len(before.offices)
	for _, o := range s.offices {
		same = same && before.officeByID[o.id] != nil
	}
	l, old := s.lists, before.lists
	if !same || !sameShape(l.people, old.people) || !sameShape(l.parties, old.parties) || !sameShape(l.offices, old.offices) ||
		!sameShape(l.articles, old.articles) || !sameShape(s.shape, before.shape) {
		return false
	}
	s.routes, s.mapped = before.routes, before.mapped
	return true
}

// sameShape tells that two lists are cut into the same pages.
func sameShape(a, b listing) bool {
	if a.cut != b.cut || !a.cut && len(a.groups) == 0 != (len(b.groups) == 0) {
		return false
	}
	if !a.cut {
		return true
	}
	return slices.Equal(a.groups, b.groups) && !slices.ContainsFunc(a.groups, func(g string) bool { return a.parts(g) != b.parts(g) })
}

// takePictures takes over the profiles' pictures; false where files or what
// editors wrote of a profile are others.
func (s *Site) takePictures(before *Site) bool {
	if before == nil || before.clashes || !s.in.SameFiles || !slices.EqualFunc(s.pub.Profiles, before.pub.Profiles, func(a, b *review.Profile) bool {
		return a.Ref == b.Ref && a.Person == b.Person && a.Party == b.Party
	}) {
		return false
	}
	s.pictures = before.pictures
	return true
}

// takeAll takes over how a profile's facts are listed by year.
func (s *Site) takeAll(p *review.Profile, before *Site) bool {
	if before == nil || before.profiles[p.Ref] != p {
		return false
	}
	l, ok := before.all[p.Ref]
	if ok {
		s.all[p.Ref] = l
	}
	return true
}

// takeFrom takes over the title and the order of an office whose terms are
// the same facts.
func (o *office) takeFrom(before *office) bool {
	if before == nil || !slices.Equal(o.found, before.found) {
		return false
	}
	o.title, o.slug, o.terms = before.title, before.slug, before.terms
	return true
}

// sortedTerms gives the facts of an office, oldest first.
func sortedTerms(found []*profile.Fact, compare func(a, b *profile.Fact) int) []*profile.Fact {
	terms := slices.Clone(found)
	slices.SortStableFunc(terms, compare)
	return terms
}
