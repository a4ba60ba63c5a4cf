package render

import (
	"maps"
	"slices"

	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// What a site takes over from the one before, beside its tables: lists and
// addresses, where nothing that they depend on is another.

// LetGo forgets what only a site made after this one would take over.
func (s *Site) LetGo() { s.postsOf, s.byWords = nil, nil }

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

// takeOffices takes over the offices, and makes only those anew of which other
// posts are told; false where there are others, or one has another name.
func (s *Site) takeOffices(before *Site) bool {
	if before == nil || s.byWords == nil {
		return false
	}
	other, ok := s.otherPosts(before)
	if !ok {
		return false
	}
	if len(other) == 0 {
		s.offices, s.officeByID = before.offices, before.officeByID
		return true
	}
	again := s.officesOf(other)
	offices, byID, byWords := slices.Clone(before.offices), maps.Clone(before.officeByID), maps.Clone(before.byWords)
	for key := range other {
		old, now := before.byWords[key], again[key]
		if old == nil || now == nil || now.title != old.title || now.slug != old.slug {
			return false
		}
		now.id = old.id
		now.terms = now.sorted(old)
		byWords[key] = now
		if at := slices.Index(offices, old); at >= 0 { // else another has its address
			offices[at], byID[old.id] = now, now
		}
	}
	s.offices, s.officeByID, s.byWords = offices, byID, byWords
	return true
}

// otherPosts names the posts of the profiles that are others, and gives the
// words of the offices of which they tell anything else than before.
func (s *Site) otherPosts(before *Site) (map[string]bool, bool) {
	if len(s.pub.Profiles) != len(before.pub.Profiles) {
		return nil, false
	}
	m := s.maker("offices/index.html")
	other, keys := map[string]bool{}, map[string]string{}
	postsOf := maps.Clone(before.postsOf)
	for i, p := range s.pub.Profiles {
		old := before.pub.Profiles[i]
		if p == old || !p.Ref.IsPerson() {
			continue
		}
		was, now := postsOf[old], m.namedPosts(p, keys)
		delete(postsOf, old)
		postsOf[p] = now
		if slices.Equal(was, now) {
			continue
		}
		for _, lists := range [][2][]namedPost{{was, now}, {now, was}} {
			for _, post := range lists[0] {
				if !slices.Contains(lists[1], post) {
					other[post.key] = true
				}
			}
		}
	}
	s.postsOf = postsOf
	return other, true
}

// officesOf gathers the offices with some words, from all profiles.
func (s *Site) officesOf(words map[string]bool) map[string]*office {
	again := map[string]*office{}
	titles, plain := map[string]map[string]int{}, map[string]map[string]int{}
	for _, p := range s.pub.Profiles {
		for _, post := range s.postsOf[p] {
			if !words[post.key] {
				continue
			}
			if again[post.key] == nil {
				again[post.key] = &office{}
				titles[post.key], plain[post.key] = map[string]int{}, map[string]int{}
			}
			o := again[post.key]
			o.found = append(o.found, post.fact)
			titles[post.key][post.title]++
			plain[post.key][post.plain]++
		}
	}
	for key, o := range again {
		o.title, o.slug = commonest(titles[key]), slug(commonest(plain[key]))
	}
	return again
}

// sorted gives the terms of an office in their order, by that of the ones that
// were there before.
func (o *office) sorted(before *office) []*profile.Fact {
	fresh := make(map[*profile.Fact]bool, len(o.found))
	for _, f := range o.found {
		fresh[f] = true
	}
	terms := make([]*profile.Fact, 0, len(o.found))
	for _, f := range before.terms {
		if fresh[f] {
			terms = append(terms, f)
			delete(fresh, f)
		}
	}
	for _, f := range o.found {
		if fresh[f] {
			at, _ := slices.BinarySearchFunc(terms, f, compareTerms)
			terms = slices.Insert(terms, at, f)
		}
	}
	return terms
}
