package claim

import (
	"reflect"
	"strings"
	"testing"

	"profilegen/generator/edtf"
)

func TestPackedClaimsComeBackAsTheyWere(t *testing.T) {
	day, _ := edtf.New(2005, 6, 14)
	long := strings.Repeat("Ada Quill said so. ", 1000)
	flats := []Flat{
		{ID: "0123456789ab", Article: "a", Type: Legal, Subject: "Ada Quill", Role: "mayor", Org: "Left", Object: "Bo Dahl", Place: "Karsa", Start: day,
			End: day, On: day, When: "in June", Former: true, Stage: Tendered, Action: Charged, CaseRole: Accused, Reason: "theft", Status: Alleged,
			By: "sources", Via: []string{"a channel"}, Quote: long, StartByte: 7, EndByte: 7 + len(long), Rule: "arrest"},
		{Article: "a", Type: Statement, Status: Asserted},
		{ID: "other", Article: "a", Type: Birth, Subject: "Ada Quill", Place: "Karsa", Status: Asserted, Quote: "Karsa", EndByte: len("Karsa")},
	}
	var p Packer
	for range 2 { // the second time in the memory of the first
		list := p.Pack(len(flats), func(i int) *Flat { return &flats[i] })
		for i := range list {
			if got := list[i].Flat(); !reflect.DeepEqual(got, flats[i]) {
				t.Errorf("%+v\n came back as\n%+v", flats[i], got)
			}
			if alone := flats[i].Claim(); !alone.Same(&list[i]) || alone.Same(&list[(i+1)%len(list)]) {
				t.Errorf("claim %d is not the same alone, or is the next", i)
			}
		}
		if n := strings.Count(list[0].Words.Texts, "Ada Quill"); n != 1+strings.Count(long, "Ada Quill") {
			t.Errorf("a name stands there %d times", n)
		}
	}
	if list := p.Pack(0, nil); list != nil {
		t.Errorf("nothing made %v", list)
	}
}

func TestWordsHave(t *testing.T) {
	w := Words{Texts: "\x00\x03abc\x02d\xff\xff"}
	for p, want := range map[Place]bool{0: true, 1: true, 5: true, 6: false, 7: false, 9: false, 1 << 31: false} {
		if got := w.Has(p); got != want {
			t.Errorf("a text at %d: %v", p, got)
		}
	}
}
