package render

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
	"profilegen/generator/review"
)

// What is documented for themes must be what templates are given.
func TestThemesAreDocumented(t *testing.T) {
	source, err := os.ReadFile("../../docs/themes.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(source)
	quoted := regexp.MustCompile("`([A-Z][A-Za-z]*)`")
	names := func(text string) []string {
		var out []string
		for _, m := range quoted.FindAllStringSubmatch(text, -1) {
			out = append(out, m[1])
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	fields := func(v any) []string {
		var out []string
		for f := range reflect.TypeOf(v).Fields() {
			if !f.IsExported() {
				continue
			} else if !f.Anonymous {
				out = append(out, f.Name)
			} else if f.Name != "Chrome" {
				out = append(out, f.Name) // "those of ProfileParts"
			}
		}
		slices.Sort(out)
		return out
	}
	for name, page := range pageLayouts() {
		row := regexp.MustCompile("(?m)^\\| `" + name + "` \\|[^|]*\\| `([A-Za-z]+)` \\| (.*) \\|$").FindStringSubmatch(doc)
		if row == nil {
			t.Errorf("no row for %s", name)
			continue
		}
		if want := reflect.TypeOf(page).Name(); row[1] != want {
			t.Errorf("%s: type %s, want %s", name, row[1], want)
		}
		if got, want := names(row[2]), fields(page); !slices.Equal(got, want) {
			t.Errorf("%s: documented %q, has %q", name, got, want)
		}
	}
	for heading, v := range map[string]any{"`Chrome`": Chrome{}, "`ProfileParts`": ProfileParts{}, "`FactView`": FactView{}} {
		_, section, _ := strings.Cut(doc, heading+"\n")
		section, _, _ = strings.Cut(section, "\n##")
		var got []string
		for line := range strings.Lines(section) {
			if strings.HasPrefix(line, "| `") {
				first, _, _ := strings.Cut(line[2:], " |")
				got = append(got, names(first)...)
			}
		}
		slices.Sort(got)
		if want := fields(v); !slices.Equal(got, want) {
			t.Errorf("%s: documented %q, has %q", heading, got, want)
		}
	}
}

func TestMeetings(t *testing.T) {
	fact := func(start, end, asOf string) *profile.Fact {
		f := &profile.Fact{Type: claim.Membership}
		if start != "" {
			f.Start = day(start)
		}
		if end != "" {
			f.End = day(end)
		}
		if asOf != "" {
			f.AsOf = day(asOf)
		}
		return f
	}
	former := fact("", "", "2010-05-01")
	former.Former = true
	for _, c := range []struct {
		name string
		a, b *profile.Fact
		want meeting
	}{
		{"years that overlap", fact("2001", "2005", ""), fact("2003", "2009", ""), together},
		{"years that touch", fact("2001", "2005", ""), fact("2005", "2009", ""), maybe},
		{"years apart", fact("2001", "2004", ""), fact("2005", "2009", ""), apart},
		{"known on two days", fact("", "", "2004-02-01"), fact("", "", "2006-02-01"), maybe},
		{"known on a day inside", fact("", "", "2004-02-01"), fact("2001", "2006", ""), together},
		{"open on both sides", fact("2001", "", "2010-01-01"), fact("2008", "", "2011-01-01"), together},
		{"past without a date", former, fact("2001", "2004", ""), maybe},
		{"ended before the other began", fact("", "1999", ""), fact("2001", "", "2005-01-01"), apart},
	} {
		a, b := termOf(nil, c.a), termOf(nil, c.b)
		if got := a.meets(&b); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
		if got := b.meets(&a); got != c.want {
			t.Errorf("%s, the other way round: %d, want %d", c.name, got, c.want)
		}
	}
}

// council is a publication of three people in one party and one office.
func council() *sampleBuilder {
	b := &sampleBuilder{pub: &review.Publication{Settings: content.Settings{Title: "Council", Language: "en"}}}
	a := b.article("register", "Register", "The register", "2015-01-10")
	people := []*review.Profile{b.profile("people/ada", "Ada Brook"), b.profile("people/ben", "Ben Croft"), b.profile("people/cleo", "Cleo Dunn")}
	b.profile("parties/tide", "Tide")
	for i, p := range people {
		b.fact(p, b.claim(a, p, claim.Flat{Type: claim.Membership, Org: "Tide", StartByte: i, Quote: p.Name + " of Tide"}))
		b.fact(p, b.claim(a, p, claim.Flat{Type: claim.Position, Role: "Alderman", Start: day(fmt.Sprint(2001 + i)), End: day("2009"),
			StartByte: 10 + i, Quote: p.Name + ", an alderman"}))
	}
	return b
}

func TestRelation(t *testing.T) {
	s := build(t, council().pub)
	shared := s.maker("people/ada/index.html").relation("people/ada", "Ada Brook")
	if shared == nil {
		t.Fatal("no picture")
	}
	var lines, rows []string
	for _, l := range shared.Lines {
		lines = append(lines, l.Kind+" "+l.Text)
	}
	for _, r := range shared.Rows {
		text := r.Text
		for _, d := range r.Dots {
			text += " / " + d.Class
		}
		rows = append(rows, text)
	}
	if want := []string{"party Tide", "office Alderman"}; !slices.Equal(lines, want) {
		t.Errorf("lines %q, want %q", lines, want)
	}
	if want := []string{"Ada Brook / party / office", "Ben Croft / party / office", "Cleo Dunn / party / office"}; !slices.Equal(rows, want) {
		t.Errorf("rows %q, want %q", rows, want)
	}
	page, err := s.Render("people/ada/index.html")
	if err != nil || !strings.Contains(string(page), `<a href="../../people/ben/#fac7`) {
		t.Errorf("the list does not lead to Ben's facts: %v", err)
	}
	for _, path := range []string{"people/ada/index.html", "people/cleo/index.html"} {
		changed := council()
		changed.pub.Profiles[1].Name = "Ben Crofton"
		if s.Key(path) == build(t, changed.pub).Key(path) {
			t.Errorf("%s: another name in the picture, and the same key", path)
		}
	}
}

func TestManySourcesAreFolded(t *testing.T) {
	b := council()
	p := b.pub.Profiles[0]
	var claims []*review.Claim
	for i := range 7 {
		a := b.article(fmt.Sprintf("story-%d", i), fmt.Sprintf("Outlet %d", i), "A story", fmt.Sprintf("2010-0%d-01", i+1))
		claims = append(claims, b.claim(a, p, claim.Flat{Type: claim.Education, Org: "Marle College", Quote: "studied at Marle College"}))
	}
	b.fact(p, claims...)
	s := build(t, b.pub)
	page, err := s.Render("people/ada/index.html")
	if err != nil {
		t.Fatal(err)
	}
	text := string(page)
	open := strings.Index(text, "Outlet 6")
	fold := strings.Index(text, "and 4 more sources")
	if open < 0 || fold < open || strings.Index(text, "Outlet 3</a>") < fold {
		t.Errorf("the newest three stand open, the rest folded: %d, %d", open, fold)
	}
	for _, c := range claims {
		if !strings.Contains(text, c.ID()) {
			t.Errorf("the claim %s is nowhere on the page", c.ID())
		}
	}
	if !strings.Contains(text, `<span class="extracted">Extracted from</span>`) {
		t.Error("nothing says that it was extracted")
	}
}

func TestNewsIsFoundHoweverFarBack(t *testing.T) {
	// The newest articles repeat what is known: of every eleventh that told it first.
	for _, count := range []int{0, 1, newsWithin - 1, newsWithin, newsWithin + 1, 3 * newsWithin, 9 * newsWithin} {
		b := council()
		p := b.pub.Profiles[0]
		p.Facts = nil
		for i := range count {
			a := b.article(fmt.Sprintf("a-%03d", i), "Gazette", "Report", fmt.Sprintf("2016-%02d-%02d", i/20%12+1, i%20+1))
			told := b.claim(a, p, claim.Flat{Type: claim.Resignation, Role: "Alderman", Quote: "She resigned."})
			if i%11 == 0 {
				b.fact(p, told)
				continue
			}
			f := p.Facts[len(p.Facts)-1]
			f.SetTold(append(f.Told(), told.Claim))
			f.SetSources(append(f.Sources(), &profile.Source{Article: a.ID, Outlet: a.Outlet, Date: a.Date, URL: a.URL}))
		}
		s := build(t, b.pub)
		var want, got []string
		all := map[string]bool{}
		for _, p := range b.pub.Profiles {
			for _, f := range p.Facts {
				all[firstSource(f)] = true
			}
		}
		for _, a := range s.lists.articlesOf {
			if all[a.ID] && len(want) < maxNews {
				want = append(want, s.maker("index.html").article(a).Href)
			}
		}
		for _, n := range s.maker("index.html").news() {
			got = append(got, n.Href)
		}
		if !slices.Equal(got, want) {
			t.Errorf("of %d articles: %q, want %q", count, got, want)
		}
	}
}

func TestHomeTellsWhatIsNew(t *testing.T) {
	b := council()
	p := b.pub.Profiles[0]
	late := b.article("late", "Late News", "Late", "2016-03-01")
	again := b.claim(late, p, claim.Flat{Type: claim.Membership, Org: "Tide", Quote: "Brook of Tide"})
	known := p.Facts[0]
	known.SetTold(append(known.Told(), again.Claim))
	known.SetSources(append(known.Sources(), &profile.Source{Article: "late", Outlet: "Late News", Date: late.Date, URL: late.URL}))
	b.fact(p, b.claim(late, p, claim.Flat{Type: claim.Resignation, Role: "Alderman", On: day("2016-02"), StartByte: 40, Quote: "She resigned."}))
	news := build(t, b.pub).maker("index.html").news()
	if len(news) != 2 || news[0].Title != "Late" || news[1].Title != "The register" {
		t.Fatalf("news: %+v", news)
	}
	if len(news[0].Facts) != 1 || !strings.Contains(string(news[0].Facts[0].Told), "resigned as Alderman") {
		t.Errorf("the newest source tells one new thing: %+v", news[0].Facts)
	}
	if len(news[1].Facts) != maxNewsFacts || news[1].More != "and 2 more facts" {
		t.Errorf("the register: %d facts, %q", len(news[1].Facts), news[1].More)
	}
}
