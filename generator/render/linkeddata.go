package render

import (
	"bytes"
	"cmp"
	"html/template"
	"unsafe"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// The JSON-LD of the pages, in the words of schema.org: who it is, which roles
// an undisputed source or an editor gives them, and what is told as claims, each
// with who says so and where it stands. What is disputed is told with all its
// sides, and nothing is rated.

// linked writes the JSON-LD of one page.
type linked struct {
	object
	m *maker
}

// schemaOrg is the vocabulary.
const schemaOrg = "https://schema.org"

// linkedData begins the JSON-LD of a page.
func (m *maker) linkedData(typ, name, canonical string) *linked {
	l := &linked{object: object{b: m.space[:0]}, m: m}
	l.open()
	l.must("@context", schemaOrg)
	l.must("@type", typ)
	l.must("name", name)
	l.text("url", canonical)
	return l
}

// done ends it. "<", ">" and "&" stand in texts alone, where they have another
// form: nothing in them ends the script that holds the JSON-LD.
func (l *linked) done() template.JS {
	l.end()
	for _, c := range [...]struct{ is, as string }{{"<", `\u003c`}, {">", `\u003e`}, {"&", `\u0026`}} {
		if bytes.Contains(l.b, []byte(c.is)) {
			l.b = bytes.ReplaceAll(l.b, []byte(c.is), []byte(c.as))
		}
	}
	l.m.space = l.b // it stands on the page: there is one of it on each
	return template.JS(unsafe.String(unsafe.SliceData(l.b), len(l.b)))
}

// inner writes a thing of a type in the place of a property.
func (l *linked) inner(property, typ string, rest func()) {
	l.key(property)
	l.open()
	l.must("@type", typ)
	rest()
	l.end()
	l.first = false
}

// named writes a thing of which the name alone is known.
func (l *linked) named(property, typ, name string) {
	if name != "" {
		l.inner(property, typ, func() { l.must("name", name) })
	}
}

// exactDate gives a date as ISO 8601; what is about or a decade has no form there.
func exactDate(d edtf.Date) string { return popoloDate(d) }

// top is what makes the absolute form of an address inside the site; it is
// relative to the page where the site has none.
func (m *maker) top() string { return cmp.Or(m.s.pub.Settings.BaseURL, m.root) }

// absoluteArticle gives the address of an article's page, absoluteRef that of a
// profile.
func (m *maker) absoluteArticle(id string) string {
	var space [256]byte
	return m.text(appendArticleAddress(append(space[:0], m.top()...), id))
}

func (m *maker) absoluteRef(ref profile.Ref) string {
	var space [256]byte
	return m.text(appendRefAddress(append(space[:0], m.top()...), ref))
}

// profileRef writes a person or a party by its address, its kind and its name.
func (l *linked) profileRef(property string, ref profile.Ref) bool {
	p, ok := l.m.s.profiles[ref]
	if ok {
		l.inner(property, kindOf(ref), func() {
			l.must("@id", l.m.absoluteRef(ref))
			l.must("name", p.Name)
		})
	}
	return ok
}

func kindOf(ref profile.Ref) string {
	if ref.IsPerson() {
		return "Person"
	}
	return "Organization"
}

// linkedProfile describes a person or a party.
func (m *maker) linkedProfile(p *review.Profile, parts *ProfileParts, facts []*profile.Fact) template.JS {
	l := m.linkedData(kindOf(p.Ref), p.Name, parts.Canonical)
	l.must("@id", m.absoluteRef(p.Ref))
	switch {
	case p.Person != nil:
		l.list("alternateName", p.Person.Aliases)
		l.text("description", p.Person.Summary)
	case p.Party != nil:
		names := p.Party.Aliases
		if p.Party.Abbreviation != "" {
			names = append([]string{p.Party.Abbreviation}, names...)
		}
		l.list("alternateName", names)
		l.text("description", p.Party.Summary)
		l.exact("foundingDate", p.Party.Founded)
		l.exact("dissolutionDate", p.Party.Dissolved)
	}
	if parts.Picture != nil && parts.Canonical != "" {
		l.text("image", parts.Picture.Absolute)
	}
	l.list("sameAs", hrefs(parts.Links))
	clear(m.described)
	clear(m.roled)
	l.roles(facts)
	if p.Ref.IsPerson() {
		l.life(facts)
	} else {
		l.members(p.Ref)
	}
	l.told(p, facts)
	return l.done()
}

func hrefs(links []NavLink) []string {
	out := make([]string, len(links))
	for i, l := range links {
		out[i] = l.Href
	}
	return out
}

// life writes the birth and the death on which nobody disagrees.
func (l *linked) life(facts []*profile.Fact) {
	if f := undisputed(facts, claim.Birth); f != nil {
		l.exact("birthDate", f.On)
		l.named("birthPlace", "Place", f.Place)
	}
	if f := undisputed(facts, claim.Death); f != nil {
		l.exact("deathDate", f.On)
		l.named("deathPlace", "Place", f.Place)
	}
}

// roles writes the posts and memberships: those in an organisation as what the
// person is a member of, the others as occupations. What the sources themselves
// tell, and none tells otherwise, has its sources here and is no claim besides.
func (l *linked) roles(facts []*profile.Fact) {
	in, of := l.m.views.ordered.list(len(facts)), l.m.views.ordered.list(len(facts))
	for _, f := range facts {
		switch {
		case !isPost(f) || f.Status != claim.Asserted || f.Type == claim.Membership && f.Org == "":
		case f.Org != "":
			in = append(in, f)
		default:
			of = append(of, f)
		}
	}
	for _, list := range [...]struct {
		property string
		facts    []*profile.Fact
	}{{"memberOf", in}, {"hasOccupation", of}} {
		each(&l.object, list.property, list.facts, func(_ *object, f *profile.Fact) {
			whole := len(f.Told()) > 0 && len(f.Differs()) == 0 && l.m.reporter(f) == ""
			if whole {
				l.m.roled[f] = true
				l.must("@id", "#"+f.ID)
			}
			l.role(f, list.property)
			if whole {
				l.sources("subjectOf", f)
			}
		})
	}
}

// role writes one: schema.org has the property that leads to a role stand in it
// once more, with what it would lead to without dates.
func (l *linked) role(f *profile.Fact, property string) {
	l.must("@type", "OrganizationRole")
	switch {
	case f.Type == claim.Membership:
		l.must("roleName", "member")
	default:
		l.must("roleName", f.Role)
	}
	l.exact("startDate", f.Start)
	end := f.End
	if end.IsZero() {
		end = f.EndShown()
	}
	l.exact("endDate", end)
	switch t := l.m.of(f); {
	case len(f.Differs()) > 0:
		l.text("description", l.m.otherAccounts(f))
	case t.former:
		l.must("description", l.m.w.flat(l.m.w.what(t)))
	}
	switch property {
	case "hasOccupation":
		l.inner(property, "Occupation", func() {
			l.must("name", l.m.w.flat(l.m.w.post(l.m.of(f))))
			if f.Place != "" {
				l.inner("occupationLocation", "AdministrativeArea", func() { l.must("name", f.Place) })
			}
		})
	case "member":
		l.profileRef(property, f.Subject)
	default:
		if !l.profileRef(property, profile.Ref(f.Org)) {
			l.named(property, "Organization", l.m.named(f.Org).Text)
		}
	}
}

// members writes the people of a party.
func (l *linked) members(party profile.Ref) {
	list := l.m.views.ordered.list(maxMembers)
	for _, f := range l.m.s.later.told()[party] {
		if isPost(f) && f.Org == string(party) && f.Status == claim.Asserted && len(list) < maxMembers {
			list = append(list, f)
		}
	}
	each(&l.object, "member", list, func(_ *object, f *profile.Fact) { l.role(f, "member") })
}

// linkedArticle describes a source and who is told of in it.
func (m *maker) linkedArticle(a *review.Article, canonical string) template.JS {
	l := m.linkedData("WebPage", m.s.titleOf(a), canonical)
	l.key("citation")
	l.open()
	l.article(a)
	l.end()
	l.first = false
	var refs []profile.Ref
	clear(m.people)
	for _, c := range a.Claims {
		if ref := c.Named.Subject; ref != "" && !m.people[ref] {
			m.people[ref] = true
			refs = append(refs, ref)
		}
	}
	each(&l.object, "mentions", refs, func(_ *object, ref profile.Ref) {
		l.must("@type", kindOf(ref))
		l.must("@id", m.absoluteRef(ref))
		l.must("name", m.named(string(ref)).Text)
	})
	return l.done()
}

// article writes the fields of a source.
func (l *linked) article(a *review.Article) {
	l.must("@type", "NewsArticle")
	l.must("headline", l.m.s.titleOf(a))
	l.text("url", l.m.s.urlOf(a))
	l.exact("datePublished", a.Date)
	l.text("author", a.Author)
	l.named("publisher", "Organization", a.Outlet)
	l.text("license", a.Licence)
	l.text("archivedAt", safeURL(a.ArchiveURL))
}

// linkedSite describes the site.
func (m *maker) linkedSite(canonical string) template.JS {
	set := m.s.pub.Settings
	l := m.linkedData("WebSite", set.Title, canonical)
	l.text("description", set.Description)
	return l.done()
}

// linkedList tells what a page of lists is, and of which site; an empty kind is
// that of a plain page.
func (m *maker) linkedList(kind, name, canonical string) template.JS {
	typ := "CollectionPage"
	if kind == "" {
		typ = "WebPage"
	}
	set := m.s.pub.Settings
	l := m.linkedData(typ, name, canonical)
	l.inner("isPartOf", "WebSite", func() {
		l.must("name", set.Title)
		l.text("url", set.BaseURL)
	})
	return l.done()
}

// undisputed gives the fact of a type on which nobody disagrees; an editor's
// line goes before what articles tell.
func undisputed(facts []*profile.Fact, typ claim.Type) *profile.Fact {
	for _, f := range facts {
		if f.Type == typ && f.Status == claim.Asserted && (f.Origin != profile.Extracted || len(f.Differs()) == 0) {
			return f
		}
	}
	return nil
}
