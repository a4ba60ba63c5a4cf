package content

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"profilegen/generator/diag"
	"profilegen/generator/edtf"
)

// problemsOf parses a file by its path and gives the problems as they are
// printed; ok tells that a document came out.
func problemsOf(file, raw string) (problems []string, ok bool) {
	var found []diag.Problem
	switch {
	case strings.HasPrefix(file, "content/people/"):
		var p *Person
		p, found = ParsePerson(file, []byte(raw))
		ok = p != nil
	case strings.HasPrefix(file, "content/parties/"):
		var p *Party
		p, found = ParseParty(file, []byte(raw))
		ok = p != nil
	case strings.HasPrefix(file, "content/articles/"):
		var a *Article
		a, found = ParseArticle(file, []byte(raw))
		ok = a != nil
	case strings.HasPrefix(file, "content/pages/"):
		var p *Page
		p, found = ParsePage(file, []byte(raw))
		ok = p != nil
	case file == "content/decisions.yaml":
		_, found = ParseDecisions(file, []byte(raw))
		ok = !diag.Has(found, diag.Error)
	default:
		_, found = ParseSettings(file, []byte(raw))
		ok = !diag.Has(found, diag.Error)
	}
	for _, p := range diag.Sort(found) {
		problems = append(problems, p.String())
	}
	return problems, ok
}

// testBroken holds files against the very lines that they are to give; a file
// whose problems are more than warnings must give no document.
func testBroken(t *testing.T, cases []brokenCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, ok := problemsOf(c.file, c.raw)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("problems of\n%s\n(-want +got):\n%s", c.raw, diff)
			}
			fatal := false
			for _, line := range c.want {
				fatal = fatal || !strings.Contains(line, ": warning: ")
			}
			if ok == fatal {
				t.Errorf("a document came out: %v", ok)
			}
		})
	}
}

type brokenCase struct {
	name, file, raw string
	want            []string
}

func date(t *testing.T, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParsePerson(t *testing.T) {
	raw := "\ufeff---\r\n" + strings.ReplaceAll(`name: Nadia Okello-Brandt
aliases: [N. O. Brandt, "NO"]
redirects: [/people/okello, /old/brandt.html]
not: [nadia-brandt]
party: river-list
born: 1971
died: ~
birthplace: NO
image: pictures/brandt.jpg
summary: >-
  Former harbour master
  of Tamar.
links: {website: https://brandt.example/, wikidata: Q42}
memberships:
  - {party: river-list, start: 1999~, end: 2013, sources: [harbour-vote]}
positions:
  - role: Harbour master
    place: Tamar
    start: 2005
    end: 2010-06
    sources: [harbour-vote, https://records.example/1]
events:
  - {date: 2014-04-01, text: "Left the council: for good", sources: []}
corrections:
  - {date: 2014-05-02, text: An earlier version had a wrong year.}
draft: true
---
The *biography*.
`, "\n", "\r\n")
	got, problems := ParsePerson("content/people/nadia.md", []byte(raw))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := &Person{
		ID: "nadia", File: "content/people/nadia.md", Hash: got.Hash,
		Name: "Nadia Okello-Brandt", Aliases: []string{"N. O. Brandt", "NO"},
		Redirects: []string{"/people/okello/", "/old/brandt.html"}, Not: []string{"nadia-brandt"},
		Party: "river-list", Born: date(t, "1971"), Birthplace: "NO", Image: "pictures/brandt.jpg",
		Summary: "Former harbour master of Tamar.",
		Links:   []Link{{"website", "https://brandt.example/"}, {"wikidata", "https://www.wikidata.org/wiki/Q42"}},
		Memberships: []Membership{{Party: "river-list", Start: date(t, "1999~"), End: date(t, "2013"),
			Sources: []string{"harbour-vote"}}},
		Positions: []Position{{Role: "Harbour master", Place: "Tamar", Start: date(t, "2005"), End: date(t, "2010-06"),
			Sources: []string{"harbour-vote", "https://records.example/1"}}},
		Events:      []Event{{Date: date(t, "2014-04-01"), Text: "Left the council: for good"}},
		Corrections: []Correction{{Date: date(t, "2014-05-02"), Text: "An earlier version had a wrong year."}},
		Draft:       true,
		Body:        "The *biography*.\n",
		Places:      got.Places,
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for path, place := range map[string]Place{
		"name": {2, 7}, "aliases[1]": {3, 25}, "born": {7, 7}, "links.wikidata": {14, 53}, "memberships[0]": {16, 5},
		"positions[0].start": {20, 12}, "positions[0].sources[1]": {22, 29}, "events[0].text": {24, 30},
	} {
		if got.Places[path] != place {
			t.Errorf("the place of %s is %v, want %v", path, got.Places[path], place)
		}
	}
}

func TestThreeFormatsReadAlike(t *testing.T) {
	yaml := "---\nname: Ada Lund\nborn: 1971-12-27\naliases: [A. Lund, Ada L.]\ndraft: true\nlinks: {website: https://lund.example}\n" +
		"positions:\n  - {role: Mayor, start: 2005}\n  - {role: Clerk}\n---\nText\n"
	toml := "+++\nname = \"Ada Lund\"\nborn = 1971-12-27\naliases = [\"A. Lund\", 'Ada L.']\ndraft = true\n" +
		"links.website = \"https://lund.example\"\n[[positions]]\nrole = \"Mayor\"\nstart = 2005\n[[positions]]\nrole = \"Clerk\"\n+++\nText\n"
	json := "{\n\"name\": \"Ada Lund\", \"born\": \"1971-12-27\", \"aliases\": [\"A. Lund\", \"Ada L.\"], \"draft\": true,\n" +
		"\"links\": {\"website\": \"https://lund.example\"},\n\"positions\": [{\"role\": \"Mayor\", \"start\": 2005}, {\"role\": \"Clerk\"}]\n}\n\nText\n"
	var first *Person
	for _, raw := range []string{yaml, toml, json} {
		p, problems := ParsePerson("content/people/ada.md", []byte(raw))
		if len(problems) > 0 {
			t.Fatalf("%s\n%v", raw, problems)
		}
		p.Hash, p.Places = [32]byte{}, nil
		if first == nil {
			first = p
		}
		if diff := cmp.Diff(first, p, cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
			t.Errorf("%s\n(-first +this):\n%s", raw, diff)
		}
	}
}

func TestParseParty(t *testing.T) {
	raw := `---
name: River List
abbreviation: RL
aliases: [The Rivers]
founded: 1999-03
dissolved: 2020
color: "#0AF"
ideology: [municipalism, green politics]
leaders: [{person: nadia, start: 1999, end: 2004}, {person: Bo Lund, start: 2004}]
links: {wikidata: https://www.wikidata.org/wiki/Q7}
image: rl.png
---
`
	p, problems := ParseParty("content/parties/river-list.md", []byte(raw))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if p.Color != "#00aaff" || len(p.Leaders) != 2 || p.Leaders[1].Person != "Bo Lund" || p.Founded != date(t, "1999-03") ||
		len(p.Ideology) != 2 || p.Links[0].URL != "https://www.wikidata.org/wiki/Q7" || p.Body != "" {
		t.Errorf("got %+v", p)
	}
}

func TestParseSettings(t *testing.T) {
	got, problems := ParseSettings("profilegen.yaml", []byte(`title: Who Held What
base_url: https://who.example/site
language: en-GB
timezone: Asia/Karachi
publish: corroborated
contact: desk@who.example
`))
	want := Settings{Title: "Who Held What", BaseURL: "https://who.example/site/", Language: "en-GB",
		Timezone: "Asia/Karachi", Publish: PublishCorroborated, Contact: "desk@who.example"}
	if len(problems) > 0 || got != want {
		t.Errorf("got %+v %v", got, problems)
	}
	for _, empty := range []string{"", "# nothing yet\n", "---\n", "title:\n"} {
		if got, problems := ParseSettings("profilegen.yaml", []byte(empty)); got != DefaultSettings() || len(problems) > 0 {
			t.Errorf("%q gives %+v %v, want the defaults", empty, got, problems)
		}
	}
}
