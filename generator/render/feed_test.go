package render

import (
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/profile"
)

// entryOf gives the feed's entry on a fact.
func entryOf(t *testing.T, feed []byte, id string) string {
	t.Helper()
	for entry := range strings.SplitSeq(string(feed), "<entry>") {
		if strings.Contains(entry, "fact/"+id+"<") {
			return entry
		}
	}
	t.Fatalf("no entry on %s in %s", id, feed)
	return ""
}

// What differs from a disputed fact names it in the feed, with who denies it.
func TestFeedNamesTheOtherAccount(t *testing.T) {
	pub := sample()
	vale := pub.Profiles[0]
	var row *profile.Fact
	for _, f := range vale.Facts {
		if f.Type == claim.Resignation {
			row = f
		}
	}
	other := &profile.Fact{ID: "fac7other", Subject: vale.Ref, Type: claim.Resignation, Role: row.Role, On: day("2021-02-28"), Stage: claim.Tendered,
		Status: claim.Asserted, Origin: profile.Extracted, Review: profile.Published, Voices: 1, Dispute: &profile.Dispute{Differs: []string{row.ID}}}
	other.SetTold(row.Told()[:1])
	other.SetSources(row.Sources()[:1])
	row.SetDispute(row.Sides(), []string{other.ID})
	vale.Facts = append(vale.Facts, other)
	s := build(t, pub)
	for _, path := range []string{"feed.xml", "people/amara-vale/feed.xml"} {
		entry := entryOf(t, render(t, s, path), other.ID)
		for _, want := range []string{"Other sources give: 3 March 2021 (The Courier), according to a private broadcaster, Orlo Finch denied it"} {
			if !strings.Contains(entry, want) {
				t.Errorf("%s: no %q in %s", path, want, entry)
			}
		}
	}
	if page := string(render(t, s, "people/amara-vale/index.html")); !strings.Contains(page, `"description":"Other sources give: 3 March 2021 (The Courier), according to a private broadcaster, Orlo Finch denied it"`) {
		t.Error("the JSON-LD names no other account")
	}
}

func TestFeedFoldsLines(t *testing.T) {
	pub := sample()
	vale := pub.Profiles[0]
	for _, a := range pub.Articles {
		for _, c := range a.Claims {
			reword(c.Claim, func(f *claim.Flat) { f.Quote = strings.ReplaceAll(f.Quote, " was ", "\nwas ") })
		}
	}
	var id string
	for _, f := range vale.Facts {
		if f.Type == claim.Election {
			id = f.ID
		}
	}
	if entry := entryOf(t, render(t, build(t, pub), "feed.xml"), id); !strings.Contains(entry, "Ms Vale was elected on Sunday.") {
		t.Error(entry)
	}
}

// Speech by hearsay says in its sentence who tells it: the line says only that
// nobody is reported to deny it.
func TestHearsayIsToldOnce(t *testing.T) {
	pub := sample()
	finch := pub.Profiles[1]
	var said *profile.Fact
	for _, f := range finch.Facts {
		if f.Type == claim.Statement {
			said = f
		}
	}
	said.Status, said.Review = claim.Alleged, profile.Accepted
	m := build(t, pub).maker("people/orlo-finch/index.html")
	if got := m.sidesLine(said); got != "No denial is reported" {
		t.Errorf("%q", got)
	}
	if got := m.told(said).String(); !strings.Contains(got, "according to a private broadcaster") {
		t.Errorf("%q", got)
	}
}
