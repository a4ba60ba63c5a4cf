package review

import (
	"cmp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
)

// publish puts together what may be shown.
func (r *reviewer) publish() *Publication {
	r.findPages()
	pub := &Publication{Settings: r.in.Site.Settings, Pages: r.in.Site.Pages}
	touched := r.touched()
	pub.Articles = make([]*Article, len(r.in.Articles))
	var articles sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), 1+len(pub.Articles)/32) {
		articles.Go(func() {
			named := naming{}
			for i := int(next.Add(1)) - 1; i < len(pub.Articles); i = int(next.Add(1)) - 1 {
				pub.Articles[i] = r.shownArticle(i, named)
			}
		})
	}
	byRef := map[profile.Ref]*Profile{}
	for _, p := range r.res.Profiles {
		if _, none := r.pageless[p.Ref]; none {
			continue
		}
		out := r.shownProfile(p, touched)
		pub.Profiles = append(pub.Profiles, out)
		byRef[p.Ref] = out
	}
	articles.Wait()
	slices.SortFunc(pub.Articles, func(a, b *Article) int { return strings.Compare(a.ID, b.ID) })
	r.mention(pub.Articles, byRef)
	pub.Changes = r.changes(byRef)
	return pub
}

// shownProfile gives a profile with the facts that may be shown.
func (r *reviewer) shownProfile(p *profile.Profile, touched map[*profile.Fact][]*claim.Claim) *Profile {
	out := &Profile{Ref: p.Ref, Name: p.Name, Person: p.Person, Party: p.Party, Facts: make([]*profile.Fact, 0, len(p.Facts))}
	for _, f := range p.Facts {
		if r.isShown(f) {
			shown := r.shownFact(f, touched[f])
			out.Facts = append(out.Facts, shown)
			out.Updated = newest(out.Updated, shown.Sources())
		}
	}
	return out
}

func newest(d edtf.Date, sources []*profile.Source) edtf.Date {
	for _, s := range sources {
		if s.Date.Lo() > d.Lo() {
			d = s.Date
		}
	}
	return d
}

// isShown tells that a fact stands in the publication.
func (r *reviewer) isShown(f *profile.Fact) bool {
	ruled := r.rulings[f]
	return ruled == nil || ruled.shown != nil
}

// findPages finds the stubs that have no page: those of which nothing is
// shown. A party's facts are also those of its members.
func (r *reviewer) findPages() {
	r.pageless = map[profile.Ref]string{}
	for _, p := range r.res.Profiles {
		if p.Stub() && !slices.ContainsFunc(p.Facts, r.isShown) {
			r.pageless[p.Ref] = p.Name
		}
	}
	if len(r.pageless) == 0 {
		return
	}
	for _, p := range r.res.Profiles {
		for _, f := range p.Facts {
			if r.isShown(f) && strings.HasPrefix(f.Org, "parties/") {
				delete(r.pageless, profile.Ref(f.Org))
			}
		}
	}
	for art, uses := range r.res.Uses {
		for i := range uses {
			if u := &uses[i]; u.Subject == "" && u.Org != "" && r.states[art][i].shown() {
				delete(r.pageless, u.Org)
			}
		}
	}
}

// page gives a profile that has a page, or nothing.
func (r *reviewer) page(ref profile.Ref) profile.Ref {
	if _, none := r.pageless[ref]; none {
		return ""
	}
	return ref
}

// textOf writes a stub without a page by its name.
func (r *reviewer) textOf(text string) string {
	if name, none := r.pageless[profile.Ref(text)]; none {
		return name
	}
	return text
}

// showClaim gives a claim as it may be shown, and whom it names.
func (r *reviewer) showClaim(u *profile.Use, s *state) (Claim, Named) {
	out, named := Claim{Claim: u.Claim}, Named{Subject: r.page(u.Subject), Org: r.page(u.Org), Object: r.page(u.Object)}
	if whole := (span{0, len(u.Claim.Quote())}); s.words != whole || !s.clean || !s.object || s.edited != nil {
		out.Claim = cutClaim(u.Claim, s)
		if !s.object {
			named.Object = ""
		}
	}
	for _, f := range [...]*profile.Fact{u.Fact, u.Other} {
		switch {
		case f == nil || !r.isShown(f):
		case out.Fact == "":
			out.Fact = f.ID
		default:
			named.Other = f.ID
		}
	}
	return out, named
}

// cutClaim gives a claim without what may not be shown of it.
func cutClaim(whole *claim.Claim, s *state) *claim.Claim {
	c := whole.Flat()
	switch {
	case s.words == (span{}):
		c.Quote, c.StartByte = "", 0
	case s.words != (span{0, len(c.Quote)}):
		c.Quote = c.Quote[s.words.start:s.words.end]
		c.StartByte += s.words.start
	}
	if !s.clean {
		c.Reason = ""
	}
	if !s.object {
		c.Object = ""
	}
	if s.edited != nil {
		editClaim(&c, s.edited.Set)
	}
	cut := c.Claim()
	return &cut
}

// naming holds what claims name, each once.
type naming map[Named]*Named

func (n naming) of(named Named) *Named {
	at := n[named]
	if at == nil {
		at = new(Named)
		*at, n[named] = named, at
	}
	return at
}

// shownArticle gives an article with the claims that may be shown.
func (r *reviewer) shownArticle(art int, named naming) *Article {
	in := r.in.Articles[art].Article
	text := r.texts[art]
	out := &Article{Article: in, Label: text.label, Spans: text.spans}
	if noTitle, noText := text.label != "", !in.FullText || text.cut; noTitle && in.Title != "" || noText && in.Text != "" {
		copied := *in
		if noTitle {
			copied.Title = ""
		}
		if noText {
			copied.Text = ""
		}
		out.Article = &copied
	}
	out.Claims = r.shownClaims(art, named)
	slices.SortStableFunc(out.Claims, func(a, b Claim) int {
		return cmp.Or(cmp.Compare(a.StartByte(), b.StartByte()), cmp.Compare(a.EndByte(), b.EndByte()),
			strings.Compare(a.Claim.Type.String(), b.Claim.Type.String()), strings.Compare(a.ID(), b.ID()))
	})
	return out
}

// shownClaims gives an article's claims as they may be shown.
func (r *reviewer) shownClaims(art int, named naming) []Claim {
	uses, states := r.res.Uses[art], r.states[art]
	n := 0
	for i := range states {
		if states[i].shown() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	list := make([]Claim, 0, n)
	for i := range uses {
		if !states[i].shown() {
			continue
		}
		c, whom := r.showClaim(&uses[i], &states[i])
		c.Named = named.of(whom)
		list = append(list, c)
	}
	return list
}

// mention hands each profile the claims of people without one that name it; a
// relative's claim is a fact there already.
func (r *reviewer) mention(articles []*Article, byRef map[profile.Ref]*Profile) {
	for _, a := range slices.SortedStableFunc(slices.Values(articles), func(a, b *Article) int {
		return cmp.Or(edtf.Compare(a.Date, b.Date), strings.Compare(a.ID, b.ID))
	}) {
		for i := range a.Claims {
			c := &a.Claims[i]
			named := c.Named
			if named.Subject != "" {
				continue
			}
			if p := byRef[named.Org]; p != nil {
				p.Mentions = append(p.Mentions, c)
			}
			if p := byRef[named.Object]; p != nil && named.Object != named.Org && c.Fact == "" {
				p.Mentions = append(p.Mentions, c)
			}
		}
	}
}
