package review

import (
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/diag"
	"profilegen/generator/profile"
)

func TestDecisions(t *testing.T) {
	setup := func(quote string) *desk {
		d := newDesk(t)
		d.article("a", "The Mail", "2014-06-01", "Up front. "+quote+" The end.", "legal; subject=Ada Quill; action=detained; on=2014-05; quote="+quote,
			"position; subject=Ada Quill; role=mayor; quote=The end.")
		return d
	}
	old := "Ada Quill went to jail."
	decision := func(verdict content.Verdict, date string) content.Decision {
		d := setup(old)
		d.decide(verdict, "people/ada-quill", claim.Legal, date)
		return d.in.Site.Decisions[0]
	}
	accepted, rejected := decision(content.Accepted, "2014-07-01"), decision(content.Rejected, "2014-07-02")
	part := accepted
	part.Words = []string{"went  to jail."}
	empty := accepted
	empty.Words = nil
	edited := accepted
	edited.Verdict, edited.Set = content.Edited, map[string]string{"on": "2014-05-09", "place": "Brenna", "action": "questioned"}
	later := accepted
	later.Date = day("2014-08-01")

	tests := []struct {
		name  string
		quote string
		made  []content.Decision
		shown string // of the legal fact; empty where it is not shown
		held  string
	}{
		{"none", old, nil, "", "legal: type legal"},
		{"accepted", old, []content.Decision{accepted}, "legal asserted accepted", ""},
		{"accepted by a part of the words", old, []content.Decision{part}, "legal asserted accepted", ""},
		{"accepted without words", old, []content.Decision{empty}, "", "legal: type legal"},
		{"the words changed", "Ada Quill was convicted.", []content.Decision{accepted}, "", "legal: type legal"},
		{"rejected", old, []content.Decision{rejected}, "", ""},
		{"rejected, whatever the words", "Ada Quill was convicted.", []content.Decision{rejected}, "", ""},
		{"accepted, then rejected", old, []content.Decision{accepted, rejected}, "", ""},
		{"rejected, then accepted", old, []content.Decision{rejected, later}, "legal asserted accepted", ""},
		{"two editors' blocks, merged the other way", old, []content.Decision{later, rejected}, "legal asserted accepted", ""},
		{"edited", old, []content.Decision{edited}, "legal asserted accepted", ""},
	}
	for _, test := range tests {
		d := setup(test.quote)
		d.in.Site.Decisions = test.made
		pub, held, problems := d.apply()
		list := slices.DeleteFunc(shown(pub, "people/ada-quill"), func(s string) bool { return strings.HasPrefix(s, "position") })
		if got := strings.Join(list, ""); got != test.shown {
			t.Errorf("%s: shown %q, want %q", test.name, got, test.shown)
		}
		if got := strings.Join(heldOf(held, "people/ada-quill"), ""); got != test.held {
			t.Errorf("%s: held %q, want %q", test.name, got, test.held)
		}
		all := everything(pub)
		if told := strings.Contains(all, "jail") || strings.Contains(all, "convicted"); told != (test.shown != "") {
			t.Errorf("%s: %s", test.name, all)
		}
		if len(problems) > 0 {
			t.Errorf("%s: %v", test.name, problems)
		}
		if test.name == "the words changed" && !slices.Equal(held[0].Was, []string{old}) {
			t.Errorf("the old words are not told: %q", held[0].Was)
		}
		if test.name == "edited" && (!strings.Contains(all, `"on":"2014-05-09"`) || strings.Contains(all, "detained") || !strings.Contains(all, `"place":"Brenna"`)) {
			t.Errorf("edited: %s", all)
		}
		if strings.HasSuffix(test.name, "part of the words") && !strings.Contains(all, `"quote":"went to jail.","start_byte":20,"end_byte":33`) {
			t.Errorf("only the accepted words are shown: %s", all)
		}
	}
}

func TestANewSourceIsAsked(t *testing.T) {
	d := newDesk(t)
	d.article("a", "The Mail", "2014-06-01", "Ada Quill went to jail.", "legal; subject=Ada Quill; action=detained")
	d.decide(content.Accepted, "people/ada-quill", claim.Legal, "2014-07-01")
	d.article("b", "The Post", "2014-06-02", "Quill was locked up in May.", "legal; subject=Ada Quill; action=detained; on=2014-05")
	pub, held, _ := d.apply()
	check(t, "shown", shown(pub, "people/ada-quill"), []string{"legal asserted accepted"})
	check(t, "held", heldOf(held, "people/ada-quill"), []string{"legal: type legal, new words of an accepted fact"})
	if !slices.Equal(held[0].Was, []string{"Ada Quill went to jail."}) || len(held[0].Words) != 2 {
		t.Errorf("was %q, words %q", held[0].Was, held[0].Words)
	}
	if all := everything(pub); strings.Contains(all, "locked") || strings.Contains(all, "2014-05") || strings.Contains(all, `"article":"b"`) {
		t.Errorf("the new source is shown: %s", all)
	}
}

func TestDecisionsThatFindNothing(t *testing.T) {
	d := newDesk(t)
	d.in.Site.People[0].Born = day("1950")
	d.in.Site.Decisions = make([]content.Decision, 0, 8)
	d.decide(content.Rejected, "people/ada-quill", claim.Birth, "2014-07-01").Place = content.Place{Line: 2, Column: 3}
	born := d.in.Site.Decisions[0].ID
	d.in.Site.Decisions = append(d.in.Site.Decisions, content.Decision{ID: "0123456789ab", Verdict: content.Rejected, Date: day("2014-01-01"), Place: content.Place{Line: 9, Column: 3}})
	d.article("a", "The Mail", "2014-06-01", "Ada Quill is mayor.", "position; subject=Ada Quill; role=mayor")
	edit := d.decide(content.Edited, "people/ada-quill", claim.Position, "2014-07-01")
	edit.Place, edit.Set = content.Place{Line: 14, Column: 3}, map[string]string{"status": "sure"}
	pub, _, problems := d.apply()
	var told []string
	for _, p := range problems {
		told = append(told, p.String())
	}
	check(t, "problems", told, []string{
		"content/decisions.yaml:2:3: warning: the fact " + born + " is an editor's line, which stands whatever is decided; change the profile's front matter",
		"content/decisions.yaml:9:3: warning: the fact 0123456789ab of this decision is gone; nothing is lost: the decision holds again when the fact comes back",
		`content/decisions.yaml:14:3: set: status "sure" is not in the vocabulary of a position; docs/claims.md lists the words`,
	})
	if !diag.Has(problems, diag.Error) {
		t.Error("a word outside the vocabulary does not stop the build")
	}
	check(t, "shown", shown(pub, "people/ada-quill")[:1], []string{"birth asserted published"})
}

// TestARejectionOutlivesTheID: another fact with the same key gives both new
// ids; what was rejected stays away, and what may be meant is held.
func TestARejectionOutlivesTheID(t *testing.T) {
	d := newDesk(t)
	d.article("a", "The Mail", "2014-06-01", "Ada Quill quit as mayor in 2010.", "resignation; subject=Ada Quill; role=mayor; on=2010")
	d.decide(content.Rejected, "people/ada-quill", claim.Resignation, "2014-07-01")
	d.article("b", "The Post", "2020-06-02", "Ada Quill quit as mayor in 2019.", "resignation; subject=Ada Quill; role=mayor; on=2019")
	pub, held, problems := d.apply()
	if list := shown(pub, "people/ada-quill"); len(list) > 0 {
		t.Errorf("shown %q", list)
	}
	check(t, "held", heldOf(held, "people/ada-quill"), []string{"resignation: another fact with its key was rejected on 2014-07-01"})
	if len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}

func TestChanges(t *testing.T) {
	d := newDesk(t)
	d.in.Site.People[0].Corrections = []content.Correction{{Date: day("2014-01-02"), Text: "The year was wrong."}}
	d.article("a", "The Mail", "2014-06-01", "Ada Quill was charged. Ada Quill is mayor.", "legal; subject=Ada Quill; action=charged; quote=Ada Quill was charged.",
		"position; subject=Ada Quill; role=mayor; quote=Ada Quill is mayor.")
	d.decide(content.Rejected, "people/ada-quill", claim.Legal, "2014-07-01") // never shown: no line
	edit := d.decide(content.Edited, "people/ada-quill", claim.Position, "2014-07-02")
	edit.Set, edit.Reason = map[string]string{"role": "Deputy mayor"}, "The gazette has it so."
	pub, _, _ := d.apply()
	if len(pub.Changes) != 2 || pub.Changes[0].Text != "The gazette has it so." || pub.Changes[0].Fact == "" || pub.Changes[1].Text != "The year was wrong." {
		t.Errorf("%+v", pub.Changes)
	}
	if pub.Profiles[0].Facts[0].Role != "Deputy mayor" || pub.Articles[0].Claims[0].Role() != "Deputy mayor" {
		t.Errorf("%s", everything(pub))
	}
	// Accepted first, then rejected: it has stood there, and a line says that it is gone.
	d.in.Site.Decisions = nil
	d.decide(content.Accepted, "people/ada-quill", claim.Legal, "2014-07-01")
	d.decide(content.Rejected, "people/ada-quill", claim.Legal, "2014-07-03")
	pub, _, _ = d.apply()
	if len(pub.Changes) != 2 || !pub.Changes[0].Withdrawn || pub.Changes[0].Subject != "people/ada-quill" {
		t.Errorf("%+v", pub.Changes)
	}
}

// TestAcceptedTogether: of two held facts in one sentence the accepted one is
// shown without the words of the other; a statement that an editor accepted is
// shown though it tells a held fact, until that fact is rejected.
func TestAcceptedTogether(t *testing.T) {
	d := newDesk(t)
	d.article("a", "The Mail", "2014-06-01", "Ada Quill was arrested in March and lives in Zorbleville.",
		"legal; subject=Ada Quill; action=arrested", "residence; subject=Ada Quill; place=Zorbleville")
	d.article("b", "The Post", "2014-06-01", "Oren Tabb said that Ms Quill had been arrested.", "statement; subject=Oren Tabb")
	d.decide(content.Accepted, "people/oren-tabb", claim.Statement, "2014-07-01")
	pub, _, _ := d.apply()
	check(t, "the statement", shown(pub, "people/oren-tabb"), []string{"statement asserted accepted"})
	check(t, "the facts", shown(pub, "people/ada-quill"), nil)
	d.decide(content.Accepted, "people/ada-quill", claim.Legal, "2014-07-01")
	pub, _, _ = d.apply()
	check(t, "the facts", shown(pub, "people/ada-quill"), []string{"legal asserted accepted"})
	if all := everything(pub); strings.Contains(all, "Zorble") || !strings.Contains(all, "was arrested in March") {
		t.Errorf("%s", all)
	}
}

// TestRejectedBesideALine: a rejection takes the sources of an editor's line
// away and leaves the line.
func TestRejectedBesideALine(t *testing.T) {
	d := newDesk(t)
	d.in.Site.People[0].Positions = []content.Position{{Role: "Mayor", Start: day("2010")}}
	d.article("a", "The Mail", "2014-06-01", "Ada Quill has been mayor since May 2010.", "position; subject=Ada Quill; role=mayor; start=2010-05")
	d.decide(content.Rejected, "people/ada-quill", claim.Position, "2014-07-01")
	pub, held, _ := d.apply()
	f := pub.Profiles[0].Facts[0]
	if f.Origin != profile.Editor || len(f.Sources()) > 0 || len(f.Finer()) > 0 || len(pub.Articles[0].Claims) > 0 || len(held) > 0 || f.Review != profile.Published {
		t.Errorf("%s", everything(pub))
	}
}

// TestBothSidesOfAFamily: what an editor decides on one page holds on the other.
func TestBothSidesOfAFamily(t *testing.T) {
	for _, verdict := range []content.Verdict{content.Accepted, content.Rejected} {
		d := newDesk(t)
		d.article("a", "The Mail", "2014-06-01", "Ada Quill is the daughter of Oren Tabb.", "family; subject=Ada Quill; action=child; object=Oren Tabb")
		d.decide(verdict, "people/oren-tabb", claim.Family, "2014-07-01")
		pub, held, problems := d.apply()
		want := map[content.Verdict]int{content.Accepted: 1}[verdict]
		if len(pub.Profiles[0].Facts) != want || len(pub.Profiles[1].Facts) != want || len(held) > 0 || len(problems) > 0 || len(pub.Articles[0].Claims) != want {
			t.Errorf("%s: %s", verdict, everything(pub))
		}
	}
}
