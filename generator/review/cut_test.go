package review

import (
	"strings"
	"testing"

	"profilegen/generator/claim"
)

// TestCut: of a sentence that carries what is held and something else, the
// words of the other are shown and none of the first. "-" means that the claim
// is held too, "" that it is shown without its words.
func TestCut(t *testing.T) {
	tests := []struct{ text, held, shown, want string }{
		{"The clerk, Ada Quill, who was charged with zorbling in May, opened the meeting.",
			"legal; subject=Ada Quill; action=charged; on=2014-05", "event; subject=Ada Quill", "opened the meeting."},
		{"The clerk, Ada Quill, who was charged with zorbling in May, opened the meeting.",
			"legal; subject=Ada Quill; action=charged; on=2014-05", "position; subject=Ada Quill; role=clerk", "clerk, Ada Quill"},
		{"Ada Quill, who was charged with zorbling, forgery and worse in May, said the roads were bad.",
			"legal; subject=Ada Quill; action=charged", "statement; subject=Ada Quill", "said the roads were bad."},
		{"Mayor Ada Quill was charged with zorbling on Friday.",
			"legal; subject=Ada Quill; action=charged", "position; subject=Ada Quill; role=mayor", "Mayor Ada Quill"},
		{"Police charged the mayor of Brenna, Ada Quill, with zorbling.",
			"legal; subject=Ada Quill; action=charged", "position; subject=Ada Quill; role=mayor; place=Brenna", "mayor of Brenna, Ada Quill"},
		{"Ada Quill was arrested over the zorble fund in March and resigned as mayor in April.",
			"legal; subject=Ada Quill; action=arrested", "resignation; subject=Ada Quill; role=mayor; on=2014-04", "resigned as mayor in April."},
		{"Ada Quill resigned as mayor on Friday after she was charged with zorbling.",
			"legal; subject=Ada Quill; action=charged", "resignation; subject=Ada Quill; role=mayor", "Ada Quill resigned as mayor on Friday"},
		{"Ada Quill, sacked as mayor after her zorble arrest, wept.",
			"legal; subject=Ada Quill; action=arrested", "dismissal; subject=Ada Quill; role=mayor", "sacked as mayor"},
		{"Ada Quill was arrested and dismissed as mayor over the zorble fund.",
			"legal; subject=Ada Quill; action=arrested", "dismissal; subject=Ada Quill; role=mayor", "dismissed as mayor"},
		{"Oren Tabb said that Ada Quill had been charged with zorbling.",
			"legal; subject=Ada Quill; action=charged", "statement; subject=Oren Tabb", "-"},
		{"The police chief, Oren Tabb, confirmed that Ada Quill had been charged with zorbling.",
			"legal; subject=Ada Quill; action=charged", "position; subject=Oren Tabb; role=police chief", "police chief, Oren Tabb"},
		{"Ada Quill was arrested on Monday at her zorble depot and waved to the crowd.",
			"legal; subject=Ada Quill; action=arrested", "event; subject=Ada Quill", "-"},
		{"Mr Tabb, whose zorbling wife Ena runs a shop, was elected mayor of Brenna in 2012.",
			"family; subject=Oren Tabb; action=spouse; object=Ena", "election; subject=Oren Tabb; role=mayor; place=Brenna; on=2012", "was elected mayor of Brenna in 2012."},
		{"Ada Quill, mayor of Brenna, lives in Zorble Street with two cats.",
			"residence; subject=Ada Quill; place=Zorble Street", "position; subject=Ada Quill; role=mayor; place=Brenna", "Ada Quill, mayor of Brenna"},
		{"Ada Quill (she was fined for zorbling in 2001) joined the Harbour Party in 2012.",
			"legal; subject=Ada Quill; action=fined", "joined; subject=Ada Quill; org=Harbour Party; on=2012", "joined the Harbour Party in 2012."},
		{"Ada Quill – charged with zorbling last year – leads the council.",
			"legal; subject=Ada Quill; action=charged", "event; subject=Ada Quill", "leads the council."},
		{"“Trust me,” said Ada Quill, who was charged with zorbling in May.",
			"legal; subject=Ada Quill; action=charged", "statement; subject=Ada Quill", "“Trust me,” said Ada Quill"},
		{"“I was charged with zorbling,” said Ada Quill.",
			"legal; subject=Ada Quill; action=charged", "statement; subject=Ada Quill", "-"},
		{"After she was charged with zorbling, Ada Quill quit as mayor.",
			"legal; subject=Ada Quill; action=charged", "resignation; subject=Ada Quill; role=mayor", "Ada Quill quit as mayor."},
		{"Zorbled and detained for a week, Ada Quill nevertheless won.",
			"legal; subject=Ada Quill; action=detained", "event; subject=Ada Quill", "-"},
		{"Ada Quill allegedly joined the zorblers. She has been mayor since 2010.",
			"joined; subject=Ada Quill; org=the zorblers; status=alleged", "position; subject=Ada Quill; role=mayor; start=2010", "She has been mayor since 2010."},
	}
	for _, test := range tests {
		d := newDesk(t)
		d.article("a", "The Mail", "2014-06-01", test.text, test.held, test.shown)
		pub, held, _ := d.apply()
		if all := everything(pub); strings.Contains(strings.ToLower(all), "zorbl") || strings.Contains(all, "Ena") {
			t.Errorf("%s\n leaks in\n%s", test.text, all)
		}
		got := "-"
		for _, c := range pub.Articles[0].Claims {
			got = c.Quote()
			if c.Quote() != "" && test.text[c.StartByte():c.EndByte()] != c.Quote() {
				t.Errorf("%s\n %q does not stand at %d to %d", test.text, c.Quote(), c.StartByte(), c.EndByte())
			}
		}
		if got != test.want {
			t.Errorf("%s\n got  %q\n want %q\n held %v", test.text, got, test.want, heldOf(held, "people/ada-quill"))
		}
	}
}

// TestOwnWords: words on health, religion and the like hold a claim when they
// are its own, and are cut away when they only stand beside it.
func TestOwnWords(t *testing.T) {
	tests := []struct{ text, line, want string }{
		{"Health Minister Ada Quill stood down last spring, citing ill health.",
			"resignation; subject=Ada Quill; role=Health Minister; reason=ill health", "-"},
		{"Health Minister Ada Quill stood down last spring, citing ill health.",
			"position; subject=Ada Quill; role=Health Minister", "Health Minister Ada Quill"},
		{"Health Minister Ada Quill stood down last spring.",
			"resignation; subject=Ada Quill; role=Health Minister", "Health Minister Ada Quill stood down last spring."},
		{"Ada Quill joined the Muslim League in 2001.", "joined; subject=Ada Quill; org=Muslim League; on=2001", "Ada Quill joined the Muslim League in 2001."},
		{"Ada Quill, a devout Catholic, was elected mayor in 2012.", "election; subject=Ada Quill; role=mayor; on=2012", "was elected mayor in 2012."},
		{"The ailing senator Ada Quill, who has cancer, resigned on Monday.", "resignation; subject=Ada Quill; role=senator", "resigned on Monday."},
		{"Ada Quill died of cancer on Monday.", "death; subject=Ada Quill", "-"},
		{"Ada Quill died on Monday after a long illness.", "death; subject=Ada Quill", "Ada Quill died on Monday"},
		{"She said that her cancer had come back.", "statement; subject=Ada Quill", "-"},
		{"She said that cancer screening would be free.", "statement; subject=Ada Quill", "She said that cancer screening would be free."},
		{"People with dementia need help, Ada Quill said.", "statement; subject=Ada Quill", "People with dementia need help, Ada Quill said."},
		{"He said that the minister, a Muslim, had left.", "statement; subject=Ada Quill", "-"},
		{"He said the government's health policy had failed.", "statement; subject=Ada Quill", "He said the government's health policy had failed."},
		{"Ada Quill said that Oren Holt had dementia.", "statement; subject=Ada Quill", "-"},
		{"Ada Quill, who is gay, said the bill was a start.", "statement; subject=Ada Quill", "said the bill was a start."},
		{"Ada Quill visited her sick father.", "event; subject=Ada Quill", "-"},
		{"Burglars should be jailed for longer, Ada Quill said.", "statement; subject=Ada Quill", "Burglars should be jailed for longer, Ada Quill said."},
		{"Mr Tabb had been jailed for theft, Ada Quill said.", "statement; subject=Ada Quill", "-"},
		{"Ada Quill was born to a Jewish family in Karsa in 1950.", "birth; subject=Ada Quill; on=1950; place=Karsa", "-"},
		{"Her doctor, who is no friend, said it was late.", "statement; subject=Ada Quill; by=her doctor", "-"},
	}
	for _, test := range tests {
		d := newDesk(t)
		d.article("a", "The Mail", "2014-06-01", test.text, test.line)
		pub, held, _ := d.apply()
		got := "-"
		for _, c := range pub.Articles[0].Claims {
			got = c.Quote()
		}
		if got != test.want {
			t.Errorf("%s\n got  %q\n want %q\n held %v", test.text, got, test.want, heldOf(held, "people/ada-quill"))
		}
		if got == "-" && len(held) != 1 {
			t.Errorf("%s\n is neither shown nor held", test.text)
		}
	}
}

func TestVeryLongWordsStayWhole(t *testing.T) {
	d := newDesk(t)
	text := strings.Repeat("Ada Quill, who was charged, and so on, ", 1000) + "is mayor."
	d.article("a", "The Mail", "2014-06-01", text, "legal; subject=Ada Quill; action=charged", "event; subject=Ada Quill", "resignation; subject=Ada Quill; role=mayor")
	pub, held, _ := d.apply()
	if len(held) != 2 || pub.Articles[0].Claims[0].Quote() != "" {
		t.Errorf("%d held", len(held))
	}
}

// FuzzParse: whatever the words, pieces lie within them at the borders of words.
func FuzzParse(f *testing.F) {
	f.Add("The clerk, who was charged in May, opened the meeting.", "clerk", "Ada Quill")
	f.Add("“No,” she said – (twice) – and “yes”; and then, who?", "", "she")
	f.Add("\xff\xe2\x80 a’b 12-year-old’s", "x", "\xe2")
	f.Fuzz(func(t *testing.T, text, role, name string) {
		q := english().parse(text)
		flags := make([]bool, len(q.segs))
		for i := range flags {
			flags[i] = i%2 == 1
		}
		j := &judge{}
		for _, typ := range []claim.Type{claim.Position, claim.Resignation, claim.Statement, claim.Event} {
			c := claim.Flat{Type: typ, Role: role, Subject: name, Quote: text}.Claim()
			sp := j.piece(q, &c, marks{flags: flags})
			if sp.start < 0 || sp.end > len(text) || sp.start > sp.end {
				t.Fatalf("%q: %v", text, sp)
			}
			for i, marked := range flags {
				s := q.segs[i]
				if marked && isTold(&c) && sp != (span{}) && sp.start < q.tokens[s.last-1].end && q.tokens[s.first].start < sp.end {
					t.Errorf("%q: %q has a marked segment", text, text[sp.start:sp.end])
				}
			}
		}
		fd := &finder{words: english().words}
		for _, h := range fd.find(text) {
			if h.start < 0 || h.end > len(text) || h.start >= h.end {
				t.Errorf("%q: hit %v", text, h)
			}
		}
	})
}
