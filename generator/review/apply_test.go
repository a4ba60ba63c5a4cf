package review

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"profilegen/generator/claim"
	"profilegen/generator/content"
	"profilegen/generator/profile"
)

func check(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestHeldWhateverTheSetting(t *testing.T) {
	for _, setting := range []content.Publish{"", content.PublishAll, content.PublishCorroborated} {
		d := newDesk(t)
		d.in.Site.Settings.Publish = setting
		for _, id := range []string{"a", "b"} {
			d.article(id, "Paper "+id, "2014-06-01", "One of "+id+". Two of "+id+". Three of "+id+". Four of "+id+". Five of "+id+".",
				"legal; subject=Ada Quill; action=charged; quote=One of "+id+".",
				"family; subject=Ada Quill; action=spouse; object=Oren Tabb; quote=Two of "+id+".",
				"residence; subject=Ada Quill; place=Brenna; quote=Three of "+id+".",
				"joined; subject=Ada Quill; org=Harbour Party; status=alleged; quote=Four of "+id+".",
				"position; subject=Ada Quill; role=mayor; quote=Five of "+id+".")
		}
		pub, held, problems := d.apply()
		check(t, "shown", shown(pub, "people/ada-quill"), []string{"position asserted published"})
		check(t, "held", heldOf(held, "people/ada-quill"), []string{"family: type family", "joined: alleged", "legal: type legal", "residence: type residence"})
		check(t, "the other side", heldOf(held, "people/oren-tabb"), []string{"family: type family"})
		if len(problems) > 0 {
			t.Errorf("%v", problems)
		}
		for _, h := range held {
			if h.Review != profile.Held || len(h.Words) == 0 {
				t.Errorf("%+v", h.Fact)
			}
		}
	}
}

func TestSettings(t *testing.T) {
	tests := []struct {
		setting content.Publish
		want    []string
	}{
		{content.PublishAll, []string{"birth asserted published", "joined asserted published", "position asserted published"}},
		{content.PublishCorroborated, []string{"birth asserted published", "joined asserted published"}},
		{content.PublishReviewed, []string{"birth asserted published"}},
	}
	for _, test := range tests {
		d := newDesk(t)
		d.in.Site.Settings.Publish = test.setting
		d.in.Site.People[0].Born = day("1950")
		d.article("a", "The Mail", "2014-06-01", "Ada Quill joined the Harbour Party. Ada Quill is mayor. She was born in 1950.",
			"joined; subject=Ada Quill; org=Harbour Party; quote=Ada Quill joined the Harbour Party.",
			"position; subject=Ada Quill; role=mayor; quote=Ada Quill is mayor.", "birth; subject=Ada Quill; on=1950; quote=She was born in 1950.",
			"position; subject=Ida Nobody; role=clerk; quote=Ada Quill is mayor.")
		d.article("b", "The Post", "2014-06-01", "The Harbour Party has a new member, Ada Quill.", "joined; subject=Ada Quill; org=Harbour Party")
		pub, _, _ := d.apply()
		check(t, string(test.setting), shown(pub, "people/ada-quill"), test.want)
		nobody := slices.ContainsFunc(pub.Articles[0].Claims, func(c Claim) bool { return c.Claim.Subject() == "Ida Nobody" })
		if nobody != (test.setting == content.PublishAll) {
			t.Errorf("%s: the claim about somebody without a profile is shown: %v", test.setting, nobody)
		}
		if test.setting == content.PublishReviewed && (strings.Contains(everything(pub), "mayor") || strings.Contains(everything(pub), "joined")) {
			t.Errorf("leaks: %s", everything(pub))
		}
	}
}

func TestTellersAreHeldToo(t *testing.T) {
	d := newDesk(t)
	d.article("a", "The Mail", "2014-06-01", "Ada Quill was arrested on Monday. “The arrest was lawful,” said Oren Tabb. He praised the weather.",
		"legal; subject=Ada Quill; action=arrested; quote=Ada Quill was arrested on Monday.",
		"statement; subject=Oren Tabb; quote=“The arrest was lawful,” said Oren Tabb.", "statement; subject=Oren Tabb; quote=He praised the weather.")
	d.article("b", "The Post", "2014-07-01", "“The court will free Ms Quill,” said Oren Tabb. “The court of Karsa is old,” he said. “I trust the court,” said Ada Quill.",
		"statement; subject=Oren Tabb; quote=“The court will free Ms Quill,” said Oren Tabb.", "statement; subject=Oren Tabb; quote=“The court of Karsa is old,” he said.",
		"statement; subject=Ada Quill; quote=“I trust the court,” said Ada Quill.")
	pub, held, _ := d.apply()
	var got []string
	for _, a := range pub.Articles {
		for _, c := range a.Claims {
			got = append(got, c.Quote())
		}
	}
	check(t, "shown", got, []string{"He praised the weather.", "“The court of Karsa is old,” he said."})
	if len(held) != 4 {
		t.Errorf("%d held", len(held))
	}
}

func TestTitlesAndTexts(t *testing.T) {
	d := newDesk(t)
	text := "Ada Quill was charged on Friday. The budget passed.\n\nAda Quill is mayor. The charge came late. Her cancer is back. It rained."
	a := d.article("a", "The Mail", "2014-06-01", text, "legal; subject=Ada Quill; action=charged; quote=Ada Quill was charged on Friday.",
		"position; subject=Ada Quill; role=mayor; quote=Ada Quill is mayor.")
	a.Title, a.FullText = "Quill charged", true
	b := d.article("b", "The Post", "2014-06-02", "Ada Quill is mayor.", "position; subject=Ada Quill; role=mayor")
	b.Title, b.FullText = "A mayor for Brenna", true
	c := d.article("c", "", "2014-06-02", "Nothing.")
	c.Title = "Her cancer is back, says Quill"
	pub, _, _ := d.apply()
	for i, want := range []struct{ title, label string }{{"", "The Mail, 2014-06-01"}, {"A mayor for Brenna", ""}, {"", "2014-06-02"}} {
		if got := pub.Articles[i]; got.Title != want.title || got.Label != want.label {
			t.Errorf("title %q, label %q", got.Title, got.Label)
		}
	}
	var spans []string
	for _, s := range pub.Articles[0].Spans {
		mark := strings.TrimSpace(s.Text)
		if s.Omitted {
			mark = "[…]"
		}
		if s.Break {
			mark += "¶"
		}
		if len(s.Claims) > 0 {
			mark += " *"
		}
		spans = append(spans, mark)
	}
	check(t, "spans", spans, []string{"[…]", "The budget passed.¶", "Ada Quill is mayor. *", "", "[…]", "It rained.¶"})
	if all := everything(pub); strings.Contains(all, "charge") || strings.Contains(all, "cancer") {
		t.Errorf("leaks: %s", all)
	}
	if pub.Articles[1].Text == "" || len(pub.Articles[1].Spans) != 1 {
		t.Errorf("%+v", pub.Articles[1])
	}
}

func TestNothingNamesWhatIsHeld(t *testing.T) {
	d := newDesk(t)
	d.article("a", "The Mail", "2014-06-01", "Ada Quill quit as mayor on 3 May. Ada Quill has been mayor since 2010.",
		"resignation; subject=Ada Quill; role=mayor; on=2014-05-03; quote=Ada Quill quit as mayor on 3 May.",
		"position; subject=Ada Quill; role=mayor; start=2010; quote=Ada Quill has been mayor since 2010.")
	d.article("b", "The Post", "2014-06-02", "Ada Quill quit as mayor on 5 May.", "resignation; subject=Ada Quill; role=mayor; on=2014-05-05")
	pub, _, _ := d.apply()
	facts := func() (differs, ended int) {
		for _, f := range pub.Profiles[0].Facts {
			differs += len(f.Differs())
			if f.EndedBy() != "" || !f.EndShown().IsZero() {
				ended++
			}
		}
		return differs, ended
	}
	if differs, ended := facts(); differs != 2 || ended != 1 {
		t.Fatalf("%d differ, %d ended", differs, ended)
	}
	for i := range 2 {
		merged := profile.Merge(d.in)
		for _, f := range merged.Profiles[0].Facts {
			if f.Type == claim.Resignation && f.Sources()[0].Article == []string{"a", "b"}[i] {
				d.in.Site.Decisions = append(d.in.Site.Decisions, content.Decision{ID: f.ID, Verdict: content.Rejected, Date: day("2014-07-01")})
			}
		}
	}
	pub, _, _ = d.apply()
	if differs, ended := facts(); differs != 0 || ended != 0 {
		t.Errorf("%d differ, %d ended", differs, ended)
	}
	check(t, "shown", shown(pub, "people/ada-quill"), []string{"position asserted published"})
	if all := everything(pub); strings.Contains(all, "quit") {
		t.Errorf("leaks: %s", all)
	}
	if len(pub.Changes) != 2 || !pub.Changes[0].Withdrawn || pub.Changes[0].Text != "" || pub.Changes[0].Date.String() != "2014-07-01" {
		t.Errorf("changes %+v", pub.Changes)
	}
}

func TestMentionsAndStubs(t *testing.T) {
	d := newDesk(t)
	d.article("b", "The Mail", "2013-06-01", "Ida Holm is chair of the Harbour Party. Nils Moe is an aide.", "position; subject=Ida Holm; role=chair; org=Harbour Party; quote=Ida Holm is chair of the Harbour Party.",
		"position; subject=Nils Moe; role=aide; status=alleged; quote=Nils Moe is an aide.")
	d.article("a", "The Post", "2014-06-02", "Jon Rask joined the Harbour Party. Uma Berg was charged in the Harbour Party. Nils Moe may be an aide.",
		"joined; subject=Jon Rask; org=Harbour Party; quote=Jon Rask joined the Harbour Party.",
		"legal; subject=Uma Berg; action=charged; quote=Uma Berg was charged in the Harbour Party.",
		"position; subject=Nils Moe; role=aide; status=alleged; quote=Nils Moe may be an aide.")
	pub, held, _ := d.apply()
	at := slices.IndexFunc(pub.Profiles, func(p *Profile) bool { return p.Ref == "parties/harbour" })
	var got []string
	for _, c := range pub.Profiles[at].Mentions {
		got = append(got, c.Claim.Subject()+" "+string(c.Named.Org))
	}
	check(t, "mentions", got, []string{"Ida Holm parties/harbour", "Jon Rask parties/harbour"})
	if all := everything(pub); strings.Contains(all, "Nils") || strings.Contains(all, "Uma") {
		t.Errorf("leaks: %s", all)
	}
	check(t, "held", heldOf(held, "people/nils-moe"), []string{"position: alleged"})
	// Somebody spoke to him: without a page he is a name.
	d.article("c", "The Echo", "2014-06-03", "Ada Quill told the aide that it was late.", "statement; subject=Ada Quill; object=Nils Moe")
	pub, _, _ = d.apply()
	if f := pub.Profiles[0].Facts[0]; f.Object() != "Nils Moe" || pub.Articles[2].Claims[0].Named.Object != "" {
		t.Errorf("%s", everything(pub))
	}
	// One of its facts is accepted: the stub has a page.
	d.decide(content.Accepted, "people/nils-moe", claim.Position, "2014-07-01")
	pub, _, _ = d.apply()
	check(t, "the stub's page", shown(pub, "people/nils-moe"), []string{"position alleged accepted"})
}

// TestWordsOfOneSource: where only one of several sources has sensitive words,
// the fact stands on the others.
func TestWordsOfOneSource(t *testing.T) {
	d := newDesk(t)
	d.article("a", "The Mail", "2014-06-01", "Ada Quill resigned as mayor on 3 May because of ill health.", "resignation; subject=Ada Quill; role=mayor; on=2014-05-03; reason=ill health")
	d.article("b", "The Post", "2014-06-02", "Ada Quill resigned as mayor in May.", "resignation; subject=Ada Quill; role=mayor; on=2014-05")
	pub, held, _ := d.apply()
	check(t, "shown", shown(pub, "people/ada-quill"), []string{"resignation asserted published"})
	f := pub.Profiles[0].Facts[0]
	if f.Reason() != "" || f.On.String() != "2014-05" || len(f.Sources()) != 1 || f.Voices != 1 || len(held) > 0 {
		t.Errorf("%s", everything(pub))
	}
}

// TestADenialStaysWithWhatItDenies: where the denial may not be shown, nor may
// the assertion.
func TestADenialStaysWithWhatItDenies(t *testing.T) {
	d := newDesk(t)
	d.article("a", "The Mail", "2014-06-01", "Ada Quill resigned as mayor.", "resignation; subject=Ada Quill; role=mayor")
	d.article("b", "The Post", "2014-06-02", "Her doctor denied that Ms Quill had resigned.", "resignation; subject=Ada Quill; role=mayor; status=denied; by=her doctor Jon Rask")
	pub, held, _ := d.apply()
	check(t, "shown", shown(pub, "people/ada-quill"), nil)
	check(t, "held", heldOf(held, "people/ada-quill"), []string{"resignation: its denial is held"})
}

func TestApplyChangesNothing(t *testing.T) {
	d := newDesk(t)
	d.in.Site.People[0].Born = day("1950")
	d.article("a", "The Mail", "2014-06-01", "Mayor Ada Quill, who was charged in May, opened the fair.", "legal; subject=Ada Quill; action=charged",
		"event; subject=Ada Quill", "position; subject=Ada Quill; role=mayor")
	merged := profile.Merge(d.in)
	first, _, _ := Apply(merged, d.in, Options{})
	want := everything(first)
	for range 3 {
		again, _, _ := Apply(merged, d.in, Options{})
		if got := everything(again); got != want {
			t.Fatalf("the second time\n%s\nwant\n%s", got, want)
		}
	}
}

// TestARelativeWithoutProfile stands once on the other's page, when accepted.
func TestARelativeWithoutProfile(t *testing.T) {
	d := newDesk(t)
	d.article("a", "The Mail", "2014-06-01", "Ena Moe is the wife of Oren Tabb.", "family; subject=Ena Moe; action=spouse; object=Oren Tabb")
	d.decide(content.Accepted, "people/oren-tabb", claim.Family, "2014-07-01")
	pub, _, _ := d.apply()
	check(t, "shown", shown(pub, "people/oren-tabb"), []string{"family asserted accepted"})
	if p := pub.Profiles[1]; len(p.Mentions) > 0 || p.Facts[0].Object() != "Ena Moe" || len(pub.Articles[0].Claims) != 1 {
		t.Errorf("%s", everything(pub))
	}
}

// TestOrderDecidesNothing shuffles the claims of a site in which much is held.
func TestOrderDecidesNothing(t *testing.T) {
	publish := func(seed uint64) string {
		in := bigSite(40, 12)
		if seed > 0 {
			r := rand.New(rand.NewPCG(seed, 5))
			for _, a := range in.Articles {
				r.Shuffle(len(a.Claims), func(i, j int) { a.Claims[i], a.Claims[j] = a.Claims[j], a.Claims[i] })
			}
			r.Shuffle(len(in.Articles), func(i, j int) { in.Articles[i], in.Articles[j] = in.Articles[j], in.Articles[i] })
		}
		pub, held, _ := testReviewer().Apply(profile.Merge(in), in, Options{})
		return everything(pub) + fmt.Sprint(len(held))
	}
	want := publish(0)
	for seed := range uint64(5) {
		if got := publish(seed + 1); got != want {
			t.Fatal("another order, another publication")
		}
	}
	if strings.Contains(want, "was arrested") || !strings.Contains(want, "opened a new bridge") {
		t.Error("the site shows what is held, or not what is not")
	}
}
