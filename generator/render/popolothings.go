package render

import (
	"slices"
	"strings"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// What stands in the lists of popolo.json; popolo.go writes the lists.

// popoloDate gives a date as Popolo has it.
func popoloDate(d edtf.Date) string {
	if !exact(d) {
		return ""
	}
	return d.String()
}

// exact tells of a date that has a form in ISO 8601; about and decade have none.
func exact(d edtf.Date) bool { return !d.About() && d.Precision() >= edtf.Year }

// exact adds a date that is exact, and leaves others out.
func (o *object) exact(name string, d edtf.Date) {
	if exact(d) {
		o.date(name, d)
	}
}

// person writes what an editor wrote of somebody and the lives that sources tell.
func (w *popoloMaker) person(p *review.Profile) {
	w.must("id", p.Ref.ID())
	w.must("name", p.Name)
	var e content.Person
	if p.Person != nil {
		e = *p.Person
	}
	w.names("", e.Aliases)
	w.links(e.Links, true)
	born, died := undisputed(p.Facts, claim.Birth), undisputed(p.Facts, claim.Death)
	var sources []*profile.Source
	if born != nil {
		w.exact("birth_date", born.On)
		sources = append(sources, born.Sources()...)
	}
	if died != nil {
		w.exact("death_date", died.On)
		sources = append(sources, died.Sources()...)
	}
	w.image(p)
	w.text("summary", e.Summary)
	w.text("biography", strings.TrimSpace(unmarked(e.Body)))
	w.sources(sources)
}

func (w *popoloMaker) party(p *review.Profile) {
	w.must("id", p.Ref.ID())
	w.must("name", p.Name)
	var e content.Party
	if p.Party != nil {
		e = *p.Party
	}
	w.names(e.Abbreviation, e.Aliases)
	w.links(e.Links, false)
	w.must("classification", "party")
	w.text("abstract", e.Summary)
	w.text("description", strings.TrimSpace(unmarked(e.Body)))
	w.exact("founding_date", e.Founded)
	w.exact("dissolution_date", e.Dissolved)
	w.image(p)
}

// image writes the absolute address of a profile's picture.
func (w *popoloMaker) image(p *review.Profile) {
	if v := w.m.picture(p, &Chrome{}); v != nil {
		w.text("image", v.Absolute)
	}
}

func (w *popoloMaker) names(short string, others []string) {
	if short != "" {
		others = append([]string{short}, others...)
	}
	each(&w.object, "other_names", others, func(o *object, name string) {
		o.must("name", name)
		if name == short {
			o.must("note", "abbreviation")
		}
	})
}

// links parts an editor's links into links, e-mail addresses and what others
// know somebody by; a person has an address that goes before others.
func (w *popoloMaker) links(list []content.Link, person bool) {
	var links, mails []content.Link
	var ids []string
	for _, l := range list {
		href := safeURL(l.URL)
		if address, ok := strings.CutPrefix(href, "mailto:"); ok {
			address, _, _ = strings.Cut(address, "?")
			mails = append(mails, content.Link{Name: l.Name, URL: address})
		} else if href != "" {
			links = append(links, content.Link{Name: l.Name, URL: href})
		}
		if _, q, ok := strings.Cut(l.URL, "wikidata.org/wiki/"); ok {
			ids = append(ids, q)
		}
	}
	each(&w.object, "identifiers", ids, func(o *object, q string) {
		o.must("scheme", "wikidata")
		o.must("identifier", q)
	})
	if person && len(mails) > 0 {
		w.must("email", mails[0].URL)
	}
	each(&w.object, "contact_details", mails, func(o *object, l content.Link) {
		o.text("label", l.Name)
		o.must("type", "email")
		o.must("value", l.URL)
	})
	each(&w.object, "links", links, func(o *object, l content.Link) {
		o.must("url", l.URL)
		o.text("note", l.Name)
	})
}

// membership writes a post or a membership; false for all else. One that
// another fact ended has that end and its sources: who left is no member.
func (w *popoloMaker) membership(p *review.Profile, f *profile.Fact) bool {
	if !isHeldPost(f) {
		return false
	}
	w.must("id", f.ID)
	w.text("label", w.m.w.flat(w.m.w.upper(w.m.w.what(w.m.of(f)))))
	if f.Type == claim.Membership {
		w.must("role", "member")
	} else {
		w.text("role", f.Role)
	}
	w.must("person_id", p.Ref.ID())
	w.text("organization_id", w.orgID(f.Org))
	if o := w.m.s.later.posts()[f]; o != nil {
		w.must("post_id", o.id)
	}
	if id := w.areas.id("area-", f.Place); id != "" {
		w.must("area_id", id)
		w.key("area")
		w.open()
		w.must("id", id)
		w.must("name", f.Place)
		w.end()
		w.first = false
	}
	w.exact("start_date", f.Start)
	sources, end := f.Sources(), popoloDate(f.End)
	if end == "" && f.EndedBy() != "" {
		end = popoloDate(f.EndShown())
		if by := w.m.s.facts.at(f.EndedBy()); by != nil {
			sources = slices.Concat(sources, by.Sources())
		}
	}
	w.text("end_date", end)
	w.sources(sources)
	return true
}

func (w *popoloMaker) post(o *office) {
	role, org, place := w.agreed(o)
	w.must("id", o.id)
	w.must("label", o.title)
	w.must("role", role)
	w.text("organization_id", w.orgID(org))
	w.text("area_id", w.areas.id("area-", place))
}

// event writes what somebody took part in or won; false for all else.
func (w *popoloMaker) event(p *review.Profile, f *profile.Fact) bool {
	if f.Type != claim.Event && f.Type != claim.Election || f.Status != claim.Asserted || len(f.Differs()) > 0 {
		return false
	}
	w.must("id", f.ID)
	if f.Type == claim.Election {
		w.must("name", w.m.w.flat(w.m.w.upper(w.m.told(f))))
	} else {
		words := w.m.eventWords(f)
		if words == "" {
			return false
		}
		w.must("description", words)
	}
	day := popoloDate(f.On)
	w.text("start_date", day)
	w.text("end_date", day)
	w.text("location", f.Place)
	w.must("classification", f.Type.String())
	if p.Ref.IsPerson() {
		each(&w.object, "attendees", []*review.Profile{p}, func(o *object, p *review.Profile) {
			o.must("id", p.Ref.ID())
			o.must("name", p.Name)
		})
	} else {
		w.must("organization_id", p.Ref.ID())
	}
	w.sources(f.Sources())
	return true
}

// sources writes the addresses on which a fact stands, each once.
func (w *popoloMaker) sources(list []*profile.Source) {
	links := w.sourced[:0]
	for _, src := range list {
		link := ""
		if src.Article == "" {
			link = safeURL(src.URL)
		} else if a := w.m.s.articles.at(src.Article); a != nil {
			link = w.m.s.urlOf(a)
		}
		if link != "" && !slices.ContainsFunc(links, func(l content.Link) bool { return l.URL == link }) {
			links = append(links, content.Link{Name: src.Outlet, URL: link})
		}
	}
	w.sourced = links
	each(&w.object, "sources", links, func(o *object, l content.Link) {
		o.must("url", l.URL)
		o.text("note", l.Name)
	})
}
