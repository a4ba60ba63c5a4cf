package render

import (
	"slices"

	"profilegen/generator/claim"
	"profilegen/generator/edtf"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// told writes what sources tell beside the roles: speech that nobody contests as
// quotations, everything else as claims.
func (l *linked) told(p *review.Profile, facts []*profile.Fact) {
	list := l.m.views.ordered.list(len(facts))
	for _, f := range facts {
		if len(f.Told()) > 0 && !l.m.roled[f] {
			list = append(list, f)
		}
	}
	each(&l.object, "subjectOf", list, func(_ *object, f *profile.Fact) {
		if f.Type == claim.Statement && !contested(f) {
			if c := l.m.said(f); c != nil {
				l.quotation(p, f, c.words)
				return
			}
		}
		l.claim(f)
	})
}

// quotation writes what somebody said, and where it stands.
func (l *linked) quotation(p *review.Profile, f *profile.Fact, words string) {
	l.must("@type", "Quotation")
	l.must("@id", "#"+f.ID)
	l.must("text", words)
	if by := l.m.reporter(f); by != "" {
		l.must("description", l.m.w.flat(l.m.w.upper(l.m.told(f))))
	}
	l.inner("spokenByCharacter", kindOf(p.Ref), func() { l.must("@id", l.m.absoluteRef(p.Ref)) })
	l.sources("isPartOf", f)
}

// claim writes a fact as what it is: somebody's claim. A contested one has all
// its sides, in words and one by one.
func (l *linked) claim(f *profile.Fact) {
	l.must("@type", "Claim")
	l.must("@id", "#"+f.ID)
	said := l.m.w.say("named", "name", l.m.named(string(f.Subject)).Text, "what", l.m.w.flat(l.m.told(f)))
	if mark := l.m.mark(f.Status); mark != nil {
		said = l.m.w.say("feed.marked", "mark", mark.Text, "what", said)
	}
	l.must("text", said)
	sides := ""
	if contested(f) {
		sides = l.m.sidesLine(f)
	}
	l.text("description", l.m.w.notes(sides, l.m.otherAccounts(f), l.m.caseEnd(f)))
	l.text("temporalCoverage", coverage(f))
	if contested(f) {
		each(&l.object, "hasPart", f.Sides(), func(_ *object, s profile.Side) { l.side(s) })
	} else if by := l.m.reporter(f); by != "" {
		l.must("author", by)
	} else {
		l.outlets(f)
	}
	l.sources("appearance", f)
	l.firstAppearance(f)
}

// side writes what one side of a contested fact says.
func (l *linked) side(s profile.Side) {
	l.must("@type", "Claim")
	l.must("text", l.m.w.flat(l.m.w.upper(l.m.side(s))))
	switch chain := others(s.By, s.Via); {
	case len(chain) > 0:
		l.must("author", chain[0]) // who speaks of what another said
	case s.By != "":
		l.must("author", s.By)
	default:
		l.must("author", l.m.ownVoice(s))
	}
}

// outlets writes those that speak for themselves.
func (l *linked) outlets(f *profile.Fact) {
	list := l.m.views.texts.list(len(f.Sources()))
	for _, s := range f.Sources() {
		if s.Outlet != "" && !slices.Contains(list, s.Outlet) {
			list = append(list, s.Outlet)
		}
	}
	each(&l.object, "author", list, func(_ *object, name string) {
		l.must("@type", "Organization")
		l.must("name", name)
	})
}

// sources writes where a fact stands: an article in full the first time that it
// comes up on the page.
func (l *linked) sources(property string, f *profile.Fact) {
	each(&l.object, property, f.Sources(), func(_ *object, s *profile.Source) {
		a := l.m.s.articles.at(s.Article)
		if a == nil {
			l.must("@type", "WebPage")
			l.text("url", safeURL(s.URL))
			return
		}
		l.must("@id", l.m.absoluteArticle(a.ID))
		if l.m.described[a.ID] {
			l.must("@type", "NewsArticle")
			return
		}
		l.m.described[a.ID] = true
		l.article(a)
	})
}

// firstAppearance leads to the oldest of several sources.
func (l *linked) firstAppearance(f *profile.Fact) {
	if len(f.Sources()) < 2 {
		return
	}
	first := ""
	var date edtf.Date
	for _, s := range f.Sources() {
		if s.Article != "" && !s.Date.IsZero() && (first == "" || edtf.Compare(s.Date, date) < 0) {
			first, date = s.Article, s.Date
		}
	}
	if first != "" {
		l.inner("firstAppearance", "NewsArticle", func() { l.must("@id", l.m.absoluteArticle(first)) })
	}
}

// coverage gives the time that a fact is of as an ISO 8601 date or interval.
func coverage(f *profile.Fact) string {
	if on := exactDate(f.On); on != "" {
		return on
	}
	end := f.End
	if end.IsZero() {
		end = f.EndShown()
	}
	from, to := exactDate(f.Start), exactDate(end)
	switch {
	case from == "" && to == "":
		return ""
	case from == "":
		return "../" + to
	case to == "":
		return from + "/.."
	}
	return from + "/" + to
}
